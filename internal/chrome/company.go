package chrome

import (
	"strings"
	"unicode"
)

// Lines that are too short to tell anything are told by the company that they
// keep: an item by its list, an answer by its question, a last sentence by the
// article above it. The models see a line at a time and let the middle one of
// three bullets go.

// keepLists keeps all items of a list of which half stay: lines in a row that
// begin with the same mark, or with numbers that count.
func (t *Lines) keepLists(keep []bool) {
	for from := 0; from < len(keep); {
		mark := t.listMark(from)
		until, kept := from, 0
		for until < len(keep) && mark != "" && sameList(mark, t.listMark(until), until-from) {
			if keep[until] {
				kept++
			}
			until++
		}
		if n := until - from; n >= 2 && kept*2 >= n && from > 0 {
			for i := from; i < until; i++ {
				keep[i] = keep[i] || t.lines[i].strength < 1
			}
		}
		from = max(until, from+1)
	}
}

// keepCounted keeps the parts of a text that counts them: headings that begin
// with 1, 2, 3, each with a sentence below it. A list of what is read most
// counts too, but has nothing between its lines.
func (t *Lines) keepCounted(keep []bool) {
	const (
		least = 3  // headings
		gap   = 12 // lines from one to the next
	)
	for from := range keep {
		if number(t.listMark(from)) != 1 {
			continue
		}
		heads, kept := []int{}, 0
		for i := from; i < len(keep) && i <= from+gap; i++ {
			if number(t.listMark(i)) != len(heads)+1 {
				continue
			}
			k := t.below(i)
			if k < 0 || !t.isSentence(k) || t.listMark(k) != "" {
				break
			}
			if keep[k] {
				kept++
			}
			heads = append(heads, i)
			from = i
		}
		if len(heads) < least || kept*3 < len(heads) {
			continue
		}
		last := t.below(heads[len(heads)-1])
		for i := heads[0]; i <= last; i++ {
			keep[i] = keep[i] || t.listMark(i) != "" || t.isSentence(i)
		}
	}
}

// listMark is the mark of a list that line i begins with, or its number, or "".
func (t *Lines) listMark(i int) string {
	s := t.page.Blocks[i].Text
	if t.lines[i].words == 0 {
		return ""
	}
	if t.lines[i].first == endBullet {
		if mark, _, ok := strings.Cut(s, " "); ok && !strings.ContainsFunc(mark, unicode.IsLetter) && isListMark(s) {
			return mark
		}
		return ""
	}
	n := 0
	for n < len(s) && n < 3 && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n == 0 || n+1 >= len(s) || s[n] != '.' && s[n] != ')' || s[n+1] != ' ' {
		return ""
	}
	return s[:n]
}

// sameList reports whether the mark of a line goes on with a list that began
// with first, n lines before.
func sameList(first, mark string, n int) bool {
	if first == "" || mark == "" || '0' > first[0] || first[0] > '9' {
		return first == mark
	}
	return number(mark) == number(first)+n
}

// number reads up to three digits; -1 where there are none.
func number(s string) int {
	v := 0
	for _, c := range []byte(s) {
		if c < '0' || c > '9' {
			return -1
		}
		v = v*10 + int(c-'0')
	}
	return v
}

// An exchange is a question and the line that begins its answer.
type exchange struct{ question, answer int }

// leastExchanges is how many questions and answers that stay make a text of
// them, where they are also a quarter of its lines.
const leastExchanges = 3

// exchangesKept returns the number of exchanges that stay, 0 where the text is
// not made of them.
func (t *Lines) exchangesKept(keep []bool) int {
	n, kept := 0, 0
	for i, k := range keep {
		if !k {
			continue
		}
		kept++
		if e, ok := t.exchange(i); ok && keep[e.answer] {
			n++
		}
	}
	if n < leastExchanges || n*4 < kept {
		return 0
	}
	return n
}

// exchange returns the exchange that line i opens, if it does: a question with
// an answer below it, furniture between them aside.
func (t *Lines) exchange(i int) (exchange, bool) {
	if !t.isQuestion(i) {
		return exchange{}, false
	}
	k := t.below(i)
	if k < 0 || t.isQuestion(k) || !t.isSentence(k) {
		return exchange{}, false
	}
	return exchange{i, k}, true
}

func (t *Lines) isQuestion(i int) bool {
	l := &t.lines[i]
	return l.last == endQuestion && l.words >= 1 && l.words <= 40 && l.sentences <= 2 && !l.lastQuote && l.strength == 0
}

// isSentence reports whether line i is built like a sentence or more, however
// short, and says nothing that furniture says.
func (t *Lines) isSentence(i int) bool {
	l := &t.lines[i]
	if l.furniture > 0 || l.joins > 0 || l.links > 0 || l.dates > 0.5 || l.words == 0 ||
		l.first != endUpper && l.first != endQuote && l.first != endDigit && l.wide == 0 {
		return false
	}
	return l.last == endTerminal || l.last == endEllipsis || l.last == endQuestion
}

// below returns the next line below line i that is not furniture from end to
// end, or -1 where more than two such lines come first.
func (t *Lines) below(i int) int {
	for k := i + 1; k < len(t.lines) && k <= i+3; k++ {
		if t.lines[k].strength < 1 {
			return k
		}
	}
	return -1
}

// keepAnswers keeps the questions and answers of a text that is made of them,
// those too that are a word long, and those below the last that stays.
func (t *Lines) keepAnswers(keep []bool, logits []float32) {
	if t.exchangesKept(keep) == 0 {
		return
	}
	first, last := firstAndLast(keep)
	for i := first - 1; i >= max(first-3, 0); i-- {
		if e, ok := t.exchange(i); ok && (e.answer == first || logits[i] > -Plainly) {
			keep[e.question], keep[e.answer] = true, true
			first = i
		}
	}
	for i := first; i <= last; i++ {
		if e, ok := t.exchange(i); ok && (keep[i] || i > 0 && logits[i] > -Plainly) {
			keep[e.question], keep[e.answer] = true, true
			last = max(last, e.answer)
		}
	}
	for i := t.below(last); i >= 0; i = t.below(last) {
		e, ok := t.exchange(i)
		if !ok {
			break
		}
		keep[e.question], keep[e.answer] = true, true
		last = e.answer
	}
}

// keepLast keeps one more sentence below the last line that stays, where it
// is the only one: then comes the end of the text, or what stands below
// articles. Teasers come in twos and threes, and have no full stop.
func (t *Lines) keepLast(keep []bool, logits []float32) {
	const sure = -3.5 // log odds that the sentence must have
	_, last := firstAndLast(keep)
	if last < 0 || !t.prose[last] {
		return
	}
	i := t.below(last)
	if i < 0 || !t.isSentence(i) || t.lines[i].last != endTerminal || t.lines[i].words < 4 || t.lines[i].yous > 0 || logits[i] <= sure {
		return
	}
	if i+1 < len(t.lines) && !t.endsArticle(i+1) {
		return
	}
	keep[i] = true
}

// endsArticle reports whether line i is what stands below an article, from
// end to end: a prompt to comment or to share, tags, a list of other stories.
func (t *Lines) endsArticle(i int) bool {
	r, strength := t.lines[i].reason()
	if strength < 1 {
		return false
	}
	switch r {
	case commentPrompt, comment, shareBar, followPrompt, newsletterPrompt, tagList, relatedTeaser, authorBio, legalNotice, appPromo:
		return true
	}
	return false
}
