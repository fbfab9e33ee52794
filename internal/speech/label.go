package speech

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// transcripts finds the paragraphs that begin with their speaker and a colon.
func (f *finder) transcripts() {
	type turn struct{ first, colon, last int }
	var turns []turn
	known, named := 0, false
	var surnames map[string]bool
	for first := 0; first < len(f.Tokens); {
		last := first + 1
		for last < len(f.Tokens) && !breaks(f.Text, last) {
			last++
		}
		if c := f.label(first, last); c > 0 {
			turns = append(turns, turn{first, c, last})
			if surnames == nil {
				surnames = f.surnames()
			}
			named = named || surnames[f.Word(c-1)]
			if lexicon.SpeakerLabels().Get(strings.ToLower(f.S[f.Tokens[first].Start:f.Tokens[c-1].End])) != nil || f.quoteAt(c+1) {
				known++
			}
		}
		first = last
	}
	if known == 0 && len(turns) < 3 && !(named && len(turns) == 2) {
		return
	}
	for _, t := range turns {
		whole := false
		for i := t.colon + 1; i < t.last; i++ {
			if q := f.in[i]; q >= 0 && f.held[q] >= 0 {
				whole = true
			}
		}
		if whole {
			continue
		}
		s := Statement{Source: Span{int32(t.first), int32(t.colon)}, SourceHead: int32(t.colon - 1), AddresseeHead: -1, Speaker: -1,
			Content: []Span{{int32(t.colon + 1), int32(t.last)}}, Rule: Transcript}
		if l := lexicon.SpeakerLabels().Get(strings.ToLower(f.S[f.Tokens[t.first].Start:f.Tokens[t.colon-1].End])); l != nil && l[0] == "answer" {
			s.Speaker = f.interviewee(t.first)
		}
		f.add(s)
	}
}

func (f *finder) quoteAt(i int) bool {
	return i < len(f.Tokens) && f.in[i] >= 0 && f.quotes[f.in[i]].open == int32(i)
}

// label returns the colon after the label that a paragraph begins with, or -1.
func (f *finder) label(first, last int) int {
	const longest = 7
	for k := first; k < min(last-1, first+longest); k++ {
		if f.Word(k) != ":" {
			if w := f.Words[k].Class; w == syntax.VERB || w == syntax.AUX {
				return -1
			}
			continue
		}
		if k == first {
			return -1
		}
		name := f.S[f.Tokens[first].Start:f.Tokens[k-1].End]
		if lexicon.SpeakerLabels().Get(strings.ToLower(name)) != nil || name[0] == '@' || f.quoteAt(k+1) && f.person(k-1) {
			return k
		}
		if f.person(k-1) || k-first <= 3 && strings.ToUpper(name) == name && strings.ToLower(name) != name {
			return k
		}
		for j := first; j < k; j++ {
			if t := f.Words[j].Tag; t != syntax.NNP && t != syntax.NNPS && f.Words[j].Class != syntax.PROPN {
				return -1
			}
		}
		return k
	}
	return -1
}

// interviewee returns the head of the last person named before the first label.
func (f *finder) interviewee(first int) int32 {
	for _, m := range f.ms {
		if int(m.First) >= first {
			break
		}
		if m.Kind == mention.Person && m.Level == mention.Name {
			return m.Head
		}
	}
	return -1
}

// surnames returns the last words of the full names of persons.
func (f *finder) surnames() map[string]bool {
	out := make(map[string]bool)
	for _, m := range f.ms {
		if m.Kind == mention.Person && m.Level == mention.Name && m.Last-m.First > 1 {
			out[f.Word(int(m.Last-1))] = true
		}
	}
	return out
}

// headline finds the statement that a headline makes of its speaker and a colon:
// "Mayor: The bridge stays closed", "Poll: Most voters want a bridge".
func (f *finder) headline() {
	const longest, label = 40, 8
	last := 1
	for last < len(f.Tokens) && last <= longest && !breaks(f.Text, last) {
		last++
	}
	if last >= len(f.Tokens) || last > longest {
		return
	}
	for k := 1; k < min(label, last-3); k++ {
		if f.finite(k) || f.in[k] >= 0 {
			return
		}
		if f.Word(k) != ":" {
			continue
		}
		h := k - 1
		speaks := f.person(h) || f.mentioned(h, mention.Organization) >= 0 || lexicon.Papers().Has(strings.ToLower(f.Lemma(h)))
		if !speaks || !f.verbal(k+1, last) || f.Words[k+1].Class == syntax.NUM {
			return
		}
		for n := range f.out { // a transcript, or a quotation that is found already
			if f.out[n].first() < int32(last) {
				return
			}
		}
		f.add(Statement{Source: Span{0, int32(k)}, SourceHead: int32(h), AddresseeHead: -1, Speaker: -1,
			Content: []Span{{int32(k + 1), int32(last)}}, Rule: Headline})
		return
	}
}

// signed finds the quotation of a paragraph of its own that a dash and a name
// sign: “…” — Anna Berg, on her channel.
func (f *finder) signed() {
	for q, x := range f.quotes {
		k := int(x.close) + 1
		if f.held[q] >= 0 || x.close < 0 || k+1 >= len(f.Tokens) || x.open > 0 && !breaks(f.Text, int(x.open)) {
			continue
		}
		if !dash(f.Word(k)) {
			continue
		}
		const longest = 12
		last := k + 1
		for last < min(len(f.Tokens), k+longest) && !f.punct(last) && !breaks(f.Text, last) && !f.finite(last) {
			last++
		}
		h := last - 1
		if h <= k || last < len(f.Tokens) && !f.punct(last) && !breaks(f.Text, last) {
			continue
		}
		for h > k+1 && !f.person(h) {
			h--
		}
		if f.person(h) {
			f.add(Statement{Source: Span{int32(k + 1), int32(last)}, SourceHead: int32(h), AddresseeHead: -1, Speaker: -1,
				Content: []Span{{x.first, x.last}}, Rule: Transcript})
		}
	}
}

// introduced finds the quotations that a name and a colon lead up to within a
// paragraph: Anna Berg: “…”.
func (f *finder) introduced() {
	for q, x := range f.quotes {
		k := int(x.open) - 1
		if f.held[q] >= 0 || k < 1 || f.Word(k) != ":" || x.last-x.first < 4 || f.in[k] >= 0 {
			continue
		}
		first, _ := f.sentence(k)
		const longest = 7
		j := k
		for j > max(first, k-longest) && !f.punct(j-1) && f.Words[j-1].Class != syntax.VERB && f.Words[j-1].Class != syntax.AUX && f.Words[j-1].Class != syntax.ADP {
			j--
		}
		if j == k || j > first && !dash(f.Word(j-1)) && f.Word(j-1) != ")" {
			continue
		}
		h := k - 1
		if f.person(h) || f.mentioned(h, mention.Organization) >= 0 || lexicon.Papers().Has(strings.ToLower(f.Lemma(h))) {
			f.add(Statement{Source: Span{int32(j), int32(k)}, SourceHead: int32(h), AddresseeHead: -1, Speaker: -1,
				Content: []Span{{x.first, x.last}}, Rule: Transcript})
		}
	}
}

// dash reports whether w is one.
func dash(w string) bool {
	switch w {
	case "—", "–", "―", "--", "-":
		return true
	}
	return false
}

// verbal reports whether a verb stands between two tokens.
func (f *finder) verbal(first, last int) bool {
	for k := first; k < last; k++ {
		if f.finite(k) || f.Words[k].Class == syntax.VERB {
			return true
		}
	}
	return false
}
