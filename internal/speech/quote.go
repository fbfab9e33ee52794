package speech

import (
	"strings"

	"github.com/newsfact/newsfact/internal/syntax"
)

// A quote is a quotation in marks that stands in no other one.
type quote struct {
	open, close int32 // the marks; close is -1 where the paragraph ends first
	first, last int32 // the tokens within
	goesOn      bool  // it opens again what the paragraph before left open
}

// A mark is a token that may open or close a quotation.
type mark struct {
	family      byte // marks of one family close each other
	open, close bool
}

// maxNested bounds how deep quotations within quotations are followed.
const maxNested = 6

// quotes finds the outermost quotations of a text, and those that stand in one
// of them, in the order of their last mark. A mark that never closes quotes to
// the end of its paragraph where speech may begin (at the start of the
// paragraph, after a comma or a colon), and nothing elsewhere.
func quotes(t *syntax.Text) (out, inner []quote) {
	for first := 0; first < len(t.Tokens); {
		last := first + 1
		for last < len(t.Tokens) && !breaks(t, last) {
			last++
		}
		out, inner = paragraph(t, first, last, out, inner)
		first = last
	}
	return out, inner
}

// breaks reports whether a paragraph begins at token i.
func breaks(t *syntax.Text, i int) bool {
	return strings.IndexByte(t.S[t.Tokens[i-1].End:t.Tokens[i].Start], '\n') >= 0
}

// paragraph adds the quotations of tokens first ≤ i < last.
func paragraph(t *syntax.Text, first, last int, out, inner []quote) ([]quote, []quote) {
	type opened struct {
		at     int
		family byte
	}
	var stack []opened
	closers := singleClosers(t, first, last)
	begin := len(out)
	goesOn := begin > 0 && out[begin-1].close < 0 && breaksAfter(t, out[begin-1], first)
	for i := first; i < last; i++ {
		m := markAt(t, i, first, last)
		if m.family == 0 {
			continue
		}
		top := len(stack) - 1
		same := top
		for same >= 0 && stack[same].family != m.family {
			same--
		}
		switch {
		case m.family == '\'' && same >= 0 && i == closers.of(stack[same].at),
			m.family != '\'' && m.close && same >= 0 && (!m.open || same == top):
			o := stack[same]
			stack = stack[:same]
			q := quote{open: int32(o.at), close: int32(i), first: int32(o.at + 1), last: int32(i)}
			switch same {
			case 0:
				out = append(out, q)
			case 1:
				inner = append(inner, q)
			}
		case m.open && len(stack) < maxNested && (m.family != '\'' || closers.of(i) > i):
			stack = append(stack, opened{i, m.family})
		}
	}
	if len(stack) > 0 {
		o := stack[0].at
		if o == first || t.Words[o-1].Tag == syntax.Comma || t.Words[o-1].Tag == syntax.Colon {
			out = append(out, quote{open: int32(o), close: -1, first: int32(o + 1), last: int32(last)})
		}
	}
	// Where the first mark never closed, what closed inside it came out as its own quotation, or not at all: both are right.
	if goesOn && len(out) > begin && int(out[begin].open) == first {
		out[begin].goesOn = true
	}
	return out, inner
}

// breaksAfter reports whether q runs to the end of the paragraph before token i.
func breaksAfter(t *syntax.Text, q quote, i int) bool { return int(q.last) == i }

// markAt says what the token may do as a quotation mark.
func markAt(t *syntax.Text, i, first, last int) mark {
	w := t.Word(i)
	if len(w) > 3 || w == "" {
		return mark{}
	}
	before := i > first && t.Tokens[i-1].End == t.Tokens[i].Start // something stands close before
	after := i+1 < last && t.Tokens[i].End == t.Tokens[i+1].Start && !ends(t, i+1) && t.Word(i+1) != "'" && t.Word(i+1) != "’"
	switch w {
	case "“":
		return mark{'"', true, !after && before} // „…“
	case "”":
		return mark{'"', after && !before, true}
	case "„", "‟":
		return mark{'"', true, false}
	case "``":
		return mark{'"', true, false}
	case "«", "»":
		switch {
		case before == after: // as typists of French put spaces inside
			return mark{'<', w == "«", w == "»"}
		default:
			return mark{'<', after, before}
		}
	case "\"", "''", "＂":
		if before && !after && t.Words[i-1].Tag == syntax.CD && w == "\"" {
			return mark{'"', false, true} // inches, or the end of a quotation
		}
		if before == after {
			return mark{'"', true, true}
		}
		return mark{'"', after && !before || before && opens(t, i-1), before}
	case "'", "‘", "’", "‚", "‛", "`":
		if w == "‘" || w == "‚" || w == "`" {
			return mark{'\'', after, w == "‘" && !after}
		}
		return mark{'\'', after && (!before || opens(t, i-1)), before && t.Words[i].Tag != syntax.POS || before && ends(t, i-1)}
	}
	return mark{}
}

// opens reports whether a quotation may begin close after token i.
func opens(t *syntax.Text, i int) bool {
	switch t.Word(i) {
	case "(", "[", "—", "–", "-", "“", "\"", "«", "‘":
		return true
	}
	return false
}

// ends reports whether token i is a mark that ends a sentence or a part of one.
func ends(t *syntax.Text, i int) bool {
	switch t.Word(i) {
	case ".", ",", "?", "!", ";", ":", "…", "...", "”", "\"", "»", ")":
		return true
	}
	return false
}

// single holds, for single marks of a paragraph, where a quotation that opens
// there may close.
type single struct {
	first int
	next  []int32 // for each token the closer of a mark that opens there, or 0
}

func (s single) of(i int) int {
	if s.next == nil {
		return -1
	}
	return int(s.next[i-s.first])
}

// singleClosers pairs single marks, which apostrophes look like: a sure end,
// one that stands beside other punctuation, is better than the end of a word.
func singleClosers(t *syntax.Text, first, last int) single {
	s := single{first: first}
	sure, maybe := int32(-1), int32(-1)
	for i := last - 1; i >= first; i-- {
		m := markAt(t, i, first, last)
		if m.family != '\'' {
			continue
		}
		if s.next == nil {
			s.next = make([]int32, last-first)
		}
		if m.open {
			if sure >= 0 {
				s.next[i-first] = sure
			} else if maybe >= 0 {
				s.next[i-first] = maybe
			}
			sure, maybe = -1, -1 // those after belong to this one
			continue
		}
		if m.close {
			if i > first && ends(t, i-1) || i+1 < last && ends(t, i+1) || i+1 == last {
				sure = int32(i)
			} else {
				maybe = int32(i)
			}
		}
	}
	return s
}
