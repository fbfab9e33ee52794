package chrome

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// Sentences at the edges of a line are cut off where they are phrases of
// furniture: a counter glued to a paragraph, a credit at a caption's end.
const (
	maxCuts     = 4
	minLeft     = 4  // words that must be left of the line
	maxCutWords = 14 // words of what is cut off
)

// A cut is what is glued to the edges of a line, in bytes of its text, with
// the pieces that it falls into.
type cut struct {
	head, tail int
	pieces     []piece // those of the head in order, then those of the tail; until is an offset into the text
	heads      int     // number of pieces of the head
}

// mayBeGlued reports whether the line has a mark inside, or words that ran
// together, at which furniture could be cut off. Most lines are one sentence.
func (l *line) mayBeGlued() bool {
	inside := l.ends
	if l.last == endTerminal || l.last == endQuestion {
		inside--
	}
	return inside > 0 || l.joins+l.parens+l.separators > 0
}

// glued finds the furniture at the edges of a line that is not the model's to
// judge: counters, marks of advertisements, prompts.
func (p *phraseReader) glued(s string) (cut, bool) {
	if !hasWords(s, minLeft+1) {
		return cut{}, false
	}
	return p.cutEdges(s, minLeft, func(r reason) bool { return r != photoCredit })
}

// credit finds the credits at the edges of a caption.
func (p *phraseReader) credit(s string) (cut, bool) {
	return p.cutEdges(s, 1, func(r reason) bool { return r == photoCredit })
}

// cutEdges cuts off sentences of the reasons that are wanted, from both ends.
func (p *phraseReader) cutEdges(s string, left int, want func(reason) bool) (c cut, ok bool) {
	lo, hi := 0, len(s)
	var head, tail []piece
	for range maxCuts {
		if n := lastSentence(s[lo:hi]); n > 0 {
			if r, ok := p.whole(s[hi-n : hi]); ok && want(r) && countWords(s[lo:hi-n]) >= left {
				tail = append(tail, piece{until: hi, reason: r.String(), field: cutField(r)})
				hi -= n
				continue
			}
		}
		n := firstSentence(s[lo:hi])
		if n == 0 {
			break
		}
		r, ok := p.whole(s[lo : lo+n])
		if !ok || !want(r) || r == metadata || countWords(s[lo+n:hi]) < left {
			break
		}
		lo += n
		head = append(head, piece{until: lo, reason: r.String()})
	}
	slices.Reverse(tail)
	return cut{lo, len(s) - hi, append(head, tail...), len(head)}, len(head)+len(tail) > 0
}

// whole returns the reason of a stretch that is one phrase of furniture from
// end to end, of a kind that runs together with an article's lines.
func (p *phraseReader) whole(s string) (reason, bool) {
	hit, ok := p.phrases.Whole(s, &p.scratch)
	if !ok {
		return 0, false
	}
	n := countWords(s)
	r := p.reasons[hit.Reason]
	if n == 0 || n > maxCutWords && r != metadata || strings.ContainsAny(s, "\"“”«»„") { // somebody says it
		return 0, false
	}
	switch r {
	case visitorCounter, viewCounter, readingTime, advertisement, photoCredit:
		return r, true
	case metadata:
		return r, creditsAuthor(s)
	case shareBar, followPrompt, appPromo, newsletterPrompt, commentPrompt, relatedTeaser, toggle, paywallPrompt:
		return r, n >= 2
	}
	return 0, false
}

// cutField is the field that what is cut off for the reason r holds.
func cutField(r reason) string {
	if r == metadata {
		return "byline"
	}
	return ""
}

// creditsAuthor reports whether s begins, in whatever language, with a word or
// two that stand before a reporter's name: "(Reporting by …".
func creditsAuthor(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) })
	key := make([]byte, 0, 32)
	for k := 0; k < len(words) && k < 2; k++ {
		if k > 0 {
			key = append(key, ' ')
		}
		key = lexicon.AppendFold(key, words[k])
		if lexicon.BylineWord("", key)&lexicon.BylineBy != 0 {
			return true
		}
	}
	return false
}

// cutMarks cuts marks of advertisements between dashes out of s[lo:hi]:
// "− Advertisement −".
func (p *phraseReader) cutMarks(ps []piece, s string, lo, hi int, kind string) []piece {
	const longest = 40 // bytes
	open := -1
	for k := lo; k < hi; {
		if c := s[k]; c != '-' && c != "–"[0] { // nor one of the dashes of Unicode, which begin alike
			k++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[k:])
		if classOf(r) == cDash && (k == lo || s[k-1] == ' ') {
			if open >= 0 && k-open < longest {
				if r, ok := p.whole(s[open : k+n]); ok && r == advertisement {
					ps = append(ps, piece{until: open, kind: kind}, piece{until: k + n, reason: r.String()})
					open = -1
					k += n
					continue
				}
			}
			open = k
		}
		k += n
	}
	return append(ps, piece{until: hi, kind: kind})
}

// splitKept lets a line that stays fall apart into what is glued to it and
// itself.
func (j *textJudge) splitKept(i int) []piece {
	s, kind := j.text(i), j.kind[i]
	c, ok := j.cuts[i]
	lo, hi := c.head, len(s)-c.tail
	ps := slices.Clone(c.pieces[:c.heads])
	if kind == "caption" {
		if d, more := j.phrases.credit(s[lo:hi]); more {
			for _, p := range d.pieces[:d.heads] {
				ps = append(ps, piece{until: lo + p.until, reason: p.reason})
			}
			ps = append(ps, piece{until: hi - d.tail, kind: kind})
			for _, p := range d.pieces[d.heads:] {
				ps = append(ps, piece{until: lo + p.until, reason: p.reason})
			}
			return append(ps, c.pieces[c.heads:]...)
		}
	}
	if ok || j.lines[i].words > minLeft {
		ps = j.phrases.cutMarks(ps, s, lo, hi, kind)
	} else {
		ps = append(ps, piece{until: hi, kind: kind})
	}
	return append(ps, c.pieces[c.heads:]...)
}

// lastSentence is the length of the last sentence of s, or of the brackets at
// its end; 0 where s is one sentence.
func lastSentence(s string) int {
	t := strings.TrimRightFunc(s, func(r rune) bool { return unicode.IsSpace(r) || classOf(r) == cTerminal })
	if strings.HasSuffix(t, ")") {
		if k := strings.LastIndexByte(t, '('); k > 0 {
			return len(s) - k
		}
	}
	const most = 100 // bytes; a longer sentence is no furniture
	upper := false   // the character behind is a capital
	for k := len(t); k > 0 && len(s)-k < most; {
		e, n := asciiEdge[t[k-1]&0x7f], 1
		if t[k-1] >= utf8.RuneSelf {
			var r rune
			r, n = utf8.DecodeLastRuneInString(t[:k])
			e = edgeOf(r)
		}
		if k < len(t) && (e&endsSentence != 0 || e&beforeHump != 0 && upper) { // "CupCredit: PA"
			return len(s) - k
		}
		upper = e&isCapital != 0
		k -= n
	}
	return 0
}

// What a character may do at the edge of a sentence.
const (
	endsSentence = 1 << iota
	beforeHump   // before a capital it shows that two words ran together
	isCapital
)

func edgeOf(r rune) (e uint8) {
	switch classOf(r) {
	case cTerminal, cQuestion, cEllipsis, cQuoteClose:
		return endsSentence
	case cLower, cClose:
		return beforeHump
	case cUpper:
		return isCapital
	}
	if r == '|' {
		return endsSentence
	}
	return 0
}

var asciiEdge = func() (t [utf8.RuneSelf]uint8) {
	for c := range t {
		t[c] = edgeOf(rune(c))
	}
	return t
}()

// firstSentence is the length of the first sentence of s; 0 where s is one.
func firstSentence(s string) int {
	const most = 80
	prev := uint8(cOther)
	for k := 0; k < len(s) && k < most; {
		r, n := rune(s[k]), 1
		c := asciiClass[s[k]&0x7f]
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[k:])
			c = classOf(r)
		}
		if k > 0 && (c == cSpace && (prev == cTerminal || prev == cQuestion || prev == cEllipsis) || r == '|' ||
			c == cUpper && prev == cLower) {
			return k
		}
		prev = c
		k += n
	}
	return 0
}

// hasWords reports whether s has n runs of letters and digits, or more.
func hasWords(s string, n int) bool {
	in := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !in {
				if n--; n == 0 {
					return true
				}
			}
			in = true
		case unicode.IsMark(r) || r == '\u00ad' || r >= '\u200b' && r <= '\u200f':
		default:
			in = false
		}
	}
	return false
}

// countWords counts words, without a look at what they are.
func countWords(s string) int {
	n, in := 0, false
	for _, r := range s {
		switch c := classOf(r); c {
		case cLower, cUpper, cDigit, cWide:
			if !in {
				n++
			}
			in = true
		case cApostrophe, cMark:
		default:
			in = false
		}
	}
	return n
}
