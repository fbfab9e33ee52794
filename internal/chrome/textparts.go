package chrome

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/stamp"
)

// A piece is a stretch of a line's text with its verdict. The pieces of a
// line are contiguous and cover it.
type piece struct {
	until         int // in the line's text
	kind          string
	reason, field string
}

// parts writes the verdict out: most lines are one part.
func (j *textJudge) parts() []Part {
	out := make([]Part, 0, len(j.lines)+8)
	dateline := true // the first paragraph that stays may begin with one
	j.bounds[0], j.bounds[1] = firstAndLast(j.keep)
	for i := range j.lines {
		var ps []piece
		switch {
		case j.field[i] != "":
			ps = j.splitField(i)
		case j.keep[i]:
			if !dateline && j.isWhole(i) {
				b := &j.page.Blocks[i]
				out = append(out, Part{Block: i, Start: b.Start, End: b.End, Text: b.Text, Kind: j.kind[i]})
				continue
			}
			ps = j.splitKept(i)
			if dateline && j.kind[i] == "paragraph" {
				for k := range ps {
					if ps[k].kind != "" {
						ps[k].field, dateline = "dateline", false
						break
					}
				}
			}
		case j.reason[i] != tagList:
			b := &j.page.Blocks[i]
			out = append(out, Part{Block: i, Start: b.Start, End: b.End, Text: b.Text, Reason: j.reason[i].String()})
			continue
		default:
			ps = j.splitTags(i)
		}
		out = j.appendParts(out, i, ps)
	}
	return out
}

// isWhole reports whether line i, which stays, has nothing that splitKept
// would part it at, as most have not.
func (j *textJudge) isWhole(i int) bool {
	_, cut := j.cuts[i]
	return !cut && j.kind[i] != "caption" && j.lines[i].separators == 0
}

// splitTags lets the tags of a line fall apart from the word that announces
// them: "Tags: copper, Chile". The menu of a site may look like a list of tags:
// the article's stand right around it.
func (j *textJudge) splitTags(i int) []piece {
	s := j.text(i)
	whole := []piece{{until: len(s), reason: tagList.String()}}
	first, last := j.bounds[0], j.bounds[1]
	if first < 0 || i < first-maxTagGap || i > last+maxTagGap {
		return whole
	}
	r, strength := j.lines[i].reason()
	switch {
	case strength == 0, r == navigation && !j.isMenu(i+1): // a tag may be a word of menus: "History"
		if j.lines[i].words <= maxTagWords {
			whole[0].field = "tags"
		}
	case r == tagList:
		label, rest, ok := strings.Cut(s, ":")
		if ok && countWords(label) <= maxTagLabel && strings.TrimSpace(rest) != "" {
			n := len(s) - len(rest)
			return []piece{{until: n, reason: tagList.String()}, {until: len(s), reason: tagList.String(), field: "tags"}}
		}
	}
	return whole
}

// isMenu reports whether line i is a phrase of menus.
func (j *textJudge) isMenu(i int) bool {
	return i < len(j.lines) && j.lines[i].strength > 0 && j.lines[i].why == navigation
}

const (
	maxTagGap   = 25 // lines between the article and its tags
	maxTagWords = 12 // of a line of tags
	maxTagLabel = 3  // words before the colon: "More on this story:"
)

// appendParts turns the pieces of line i into parts, whose spans are in the
// source. A piece without a character that is seen joins the one before it.
func (j *textJudge) appendParts(out []Part, i int, ps []piece) []Part {
	b := &j.page.Blocks[i]
	from := 0
	first := len(out)
	for k, p := range ps {
		if strings.TrimFunc(b.Text[from:p.until], unicode.IsSpace) == "" {
			if k+1 == len(ps) && len(out) > first {
				out[len(out)-1].End = p.until
			}
			continue // else it goes on with the next piece
		}
		out = append(out, Part{Block: i, Start: from, End: p.until, Kind: p.kind, Reason: p.reason, Field: p.field})
		from = p.until
	}
	parts := out[first:]
	if len(parts) == 1 {
		parts[0].Start, parts[0].End, parts[0].Text = b.Start, b.End, b.Text
		return out
	}
	at := newSourceOffsets(j.page.Source[b.Start:b.End], b.Text)
	for k := range parts {
		p := &parts[k]
		s := b.Text[p.Start:p.End]
		p.Text = strings.TrimFunc(s, unicode.IsSpace)
		lead := strings.Index(s, p.Text)
		p.Start, p.End = p.Start+lead, p.Start+lead+len(p.Text)
		p.Start, p.End = b.Start+at.start(p.Start), b.Start+at.start(p.End-1)+1
	}
	return out
}

// sourceOffsets finds the place in a line as it was of a place in its text,
// where runs of white space are single spaces. Places must be asked in order.
type sourceOffsets struct {
	source, text string
	at, in       int // so far: in source, in text
}

func newSourceOffsets(source, text string) *sourceOffsets {
	return &sourceOffsets{source: source, text: text}
}

// start returns where the byte at offset k of the text stands in the source.
func (o *sourceOffsets) start(k int) int {
	if len(o.source) == len(o.text) {
		return k
	}
	for o.in < k {
		if o.text[o.in] == ' ' {
			for o.at < len(o.source) {
				r, n := utf8.DecodeRuneInString(o.source[o.at:])
				if !unicode.IsSpace(r) {
					break
				}
				o.at += n
			}
		} else {
			o.at++
		}
		o.in++
	}
	return o.at
}

// splitField lets a line that is a field fall apart: its dates, the counters
// that ran together with them, and the name that is left.
func (j *textJudge) splitField(i int) []piece {
	s := j.text(i)
	field := j.field[i]
	whole := []piece{{until: len(s), reason: metadata.String(), field: field}}
	if field != "date" && field != "byline" || j.lines[i].words > maxFieldWords {
		return whole
	}
	dates := findDates(s)
	if len(dates) == 0 {
		return whole
	}
	var ps []piece
	from := 0
	for _, d := range dates {
		start := from + labelStart(s[from:d.Start])
		if from == 0 && countWords(s[:start]) == 1 && startsLower(s) {
			start = 0 // "date 2025-07-21"
		}
		ps = j.splitRest(ps, s, from, start, field)
		f := "date"
		if d.Label == stamp.Modified {
			f = "modified"
		}
		ps = append(ps, piece{until: d.End, reason: metadata.String(), field: f})
		from = d.End
	}
	ps = j.splitRest(ps, s, from, len(s), field)
	ps[len(ps)-1].until = len(s)
	return ps
}

// findDates finds the dates of a line, those too that a word before them ran
// into: "PressApril 28".
func findDates(s string) []stamp.Found {
	ds := stamp.Find(s, stamp.Hints{})
	if len(ds) > 0 {
		return ds
	}
	prev := rune(' ')
	for i, r := range s {
		if (unicode.IsUpper(r) || unicode.IsDigit(r)) && unicode.IsLower(prev) {
			if ds := stamp.Find(s[i:], stamp.Hints{}); len(ds) > 0 && ds[0].Start == 0 {
				for k := range ds {
					ds[k].Start += i
					ds[k].End += i
				}
				return ds
			}
		}
		prev = r
	}
	return nil
}

// labelStart returns where the words at the end of s begin that only
// introduce a date: "Published on", "Updated:".
func labelStart(s string) int {
	end := len(s)
	for end > 0 {
		t := strings.TrimRightFunc(s[:end], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		k := strings.LastIndexFunc(t, func(r rune) bool { return !unicode.IsLetter(r) }) + 1
		if k >= len(t) || !isDateLabel(t[k:]) {
			break
		}
		end = k
	}
	return end
}

func isDateLabel(w string) bool { return dateLabels()[lexicon.Fold(w)] }

// splitRest takes s[from:until], what stands before, between or after the
// dates of a line of field: counters, and a name.
func (j *textJudge) splitRest(ps []piece, s string, from, until int, field string) []piece {
	rest := s[from:until]
	core := strings.TrimFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if core == "" {
		if len(ps) > 0 {
			ps[len(ps)-1].until = until
		}
		return ps
	}
	if hits := j.phrases.phrases.Match(rest, &j.phrases.scratch); len(hits) == 1 && hits[0].Whole {
		return append(ps, piece{until: until, reason: hits[0].Reason})
	}
	if n := leadingNumber(rest); n > 0 && strings.TrimFunc(rest[n:], unicode.IsSpace) != "" {
		ps = append(ps, piece{until: from + n, reason: viewCounter.String()})
		return j.splitRest(ps, s, from+n, until, field)
	} else if n > 0 {
		return append(ps, piece{until: until, reason: viewCounter.String()})
	}
	if field == "byline" || manyCapitals(core) {
		return append(ps, piece{until: until, reason: metadata.String(), field: "byline"})
	}
	if len(ps) > 0 {
		ps[len(ps)-1].until = until // an agency in brackets, a word of the date
	}
	return ps // else it goes on with the date
}

// leadingNumber is the length of the number that s begins with, where no unit
// of time follows it.
func leadingNumber(s string) int {
	i := len(s) - len(strings.TrimLeftFunc(s, unicode.IsSpace))
	k := i
	for k < len(s) && (s[k] >= '0' && s[k] <= '9' || k > i && (s[k] == ',' || s[k] == '.') && k+1 < len(s) && s[k+1] >= '0' && s[k+1] <= '9') {
		k++
	}
	if k == i || k < len(s) && s[k] != ' ' {
		return 0
	}
	return k
}

// manyCapitals reports whether s may be the name of a person or an agency:
// two words or more, the first and the last with a capital.
func manyCapitals(s string) bool {
	ws := strings.Fields(s)
	if len(ws) < 2 || len(ws) > 8 {
		return false
	}
	upper := func(w string) bool {
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r)
	}
	return upper(ws[0]) && upper(ws[len(ws)-1])
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}
