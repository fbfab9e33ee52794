package token

import (
	"strings"
)

// split finds the sentences: a line break ends one, and so does a mark of
// termination with the quotation marks and brackets that close after it,
// unless what follows goes on.
func split(t *Text, l *lists) []Sentence {
	n := len(t.Tokens)
	if n == 0 {
		return nil
	}
	sp := splitter{t: t, lists: l}
	out := make([]Sentence, 0, n/16+1)
	first := 0
	for i := 0; i < n; {
		end := sp.endAt(i, first) // the last token of the sentence, if one ends here
		if end < 0 {
			i++
			continue
		}
		out = append(out, Sentence{int32(first), int32(end + 1), t.Tokens[first].Start, t.Tokens[end].End})
		first, i = end+1, end+1
	}
	return out
}

type splitter struct {
	t *Text
	*lists
}

// gap is what stands between token i and the next.
func (sp *splitter) gap(i int) string {
	ts := sp.t.Tokens
	return sp.t.S[ts[i].End:ts[i+1].Start]
}

func (sp *splitter) lineEnd(i int) bool {
	if i+1 >= len(sp.t.Tokens) {
		return true
	}
	g := sp.gap(i)
	return len(g) > 0 && g != " " && (strings.IndexByte(g, '\n') >= 0 || strings.IndexByte(g, '\r') >= 0 ||
		strings.Contains(g, "\u2028") || strings.Contains(g, "\u2029"))
}

// endAt returns the last token of the sentence that started at first, if
// token i ends it, or -1.
func (sp *splitter) endAt(i, first int) int {
	if sp.lineEnd(i) {
		return i
	}
	w := sp.t.Word(i)
	term := w[len(w)-1]
	if term != '.' && term != '!' && term != '?' && !strings.HasPrefix(w, "…") {
		return -1
	}
	if len(w) > 1 && kinds[w[0]] == mark && strings.IndexByte(".!?", w[0]) < 0 {
		return -1 // an emoticon
	}
	j := sp.closers(i)
	if sp.lineEnd(j) {
		return j
	}
	if !sp.t.SpaceAfter(j) && !sp.endsGlued(i, j) {
		return -1
	}
	if len(w) > 1 && w[0] != '.' && w[0] != '!' && w[0] != '?' && w[0] != 0xE2 {
		if sp.afterAbbreviation(w, i, j, first) {
			return j
		}
		return -1
	}
	if sp.starts(j+1) && !(j > i && term != '.' && sp.reported(j+1)) {
		return j
	}
	return -1
}

// endsGlued reports whether a sentence may end at j although no space follows:
// "the end.The next".
func (sp *splitter) endsGlued(i, j int) bool {
	return i == j && j+1 < len(sp.t.Tokens) && isCapital(sp.t.Word(j+1))
}

// closers returns the last token of the quotation marks and brackets that
// close directly after token i, and of the notes ("[2]") that follow them.
func (sp *splitter) closers(i int) int {
	n := len(sp.t.Tokens)
	j := i
	for j+1 < n && !sp.t.SpaceAfter(j) && closer(sp.t.Word(j+1)) {
		j++
	}
	for j+3 < n && sp.t.Word(j+1) == "[" && isDigit(sp.t.Word(j + 2)[0]) && sp.t.Word(j+3) == "]" && !sp.lineEnd(j) {
		j += 3
	}
	return j
}

func closer(w string) bool {
	switch w {
	case "\"", "'", "''", "”", "’", "»", "›", ")", "]", "}", "’’":
		return true
	}
	return false
}

// opener reports whether w opens a quotation or a bracket.
func opener(w string) bool {
	switch w {
	case "\"", "'", "''", "``", "“", "‘", "«", "‹", "(", "[", "„", "`":
		return true
	}
	return false
}

// starts reports whether a sentence may start with token i.
func (sp *splitter) starts(i int) bool {
	n := len(sp.t.Tokens)
	for k := 0; i < n && k < 3 && opener(sp.t.Word(i)); k++ {
		i++
	}
	if i >= n {
		return true
	}
	w := sp.t.Word(i)
	if isLowerCase(w) {
		return len(w) > 1 && isUpper(w[1]) // iPhone
	}
	return kinds[w[0]] != mark || w[0] == '-' || w[0] == '*' || w[0] == '$' || w[0] == '#' || w[0] == '@'
}

// reported reports whether the words from token i on give the speaker of a
// quotation that ended with ! or ?: capitalised words, then a verb of speech.
func (sp *splitter) reported(i int) bool {
	for k := 0; k < 6 && i < len(sp.t.Tokens); k++ {
		w := sp.t.Word(i)
		if sp.speech.Has(w) {
			return k > 0
		}
		if !isCapital(w) || sp.lineEnd(i) {
			return false
		}
		i++
	}
	return false
}

// afterAbbreviation reports whether a sentence that started at first ends with
// the abbreviation w, token i, and the closing marks up to j.
func (sp *splitter) afterAbbreviation(w string, i, j, first int) bool {
	next := j + 1
	n := len(sp.t.Tokens)
	for next < n && next < j+3 && opener(sp.t.Word(next)) {
		next++
	}
	if next >= n {
		return true
	}
	x := sp.t.Word(next)
	if !isCapital(x) {
		return false
	}
	var buf [maxListed]byte
	low := fold(&buf, x)
	starter := low != nil && sp.starters.HasBytes(low)
	switch sp.abbrev[w[:len(w)-1]] {
	case title, number, inner:
		return false
	case final:
		return !sp.afterTime.Has(x)
	}
	if isDigit(w[0]) && i == first { // the number of a list item
		return false
	}
	return starter && !(len(x) == 1 && x != "A" && x != "I")
}
