package speech

import (
	"slices"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// running gives the quotations without a cue to whoever speaks: they go on
// where the paragraph before left a quotation open, or where the sentence before
// in the same paragraph has a speaker. Where that sentence has no statement but
// a person as its subject, the quotation is that person's.
func (f *finder) running(ms []mention.Mention) {
	for q := range f.quotes {
		x := f.quotes[q]
		if f.held[q] >= 0 {
			continue
		}
		if x.goesOn && q > 0 && f.held[q-1] >= 0 {
			f.extend(f.held[q-1], q)
			continue
		}
		first, _ := f.sentence(int(x.open))
		if first != int(x.open) || first == 0 || !f.sentences(x) {
			continue
		}
		n := f.speakerBefore(first)
		if breaks(f.Text, first) {
			// A paragraph that is one quotation goes on with the words that the one before ends with.
			if n >= 0 && f.words(n) {
				f.extend(int32(n), q)
			}
			continue
		}
		if n >= 0 {
			f.extend(int32(n), q)
		} else if f.alone(x) {
			f.implied(ms, first, q)
		}
	}
}

// words reports whether a statement gives its source's own words.
func (f *finder) words(n int) bool {
	s := &f.out[n]
	q := f.in[s.Content[len(s.Content)-1].Last-1]
	return q >= 0 && f.held[q] == int32(n)
}

// sentences reports whether a quotation is made of whole sentences.
func (f *finder) sentences(x quote) bool {
	if x.close < 0 {
		return true
	}
	_, last := f.sentence(int(x.close))
	return f.stops(int(x.close), last)
}

func (f *finder) extend(n int32, q int) {
	x := f.quotes[q]
	s := &f.out[n]
	if span := f.trim(Span{x.first, x.last}); !span.Empty() {
		s.Content = append(s.Content, span)
		f.held[q] = n
	}
}

// speakerBefore returns the statement whose cue or content stands in the
// sentence that ends before token first, or -1.
func (f *finder) speakerBefore(first int) int {
	from, _ := f.sentence(first - 1)
	if q := f.in[first-1]; q >= 0 && f.held[q] >= 0 {
		return int(f.held[q])
	}
	return f.cueIn(from, first)
}

// cueIn returns the last statement with a cue outside quotations between two
// tokens, or -1.
func (f *finder) cueIn(from, to int) int {
	lo, _ := slices.BinarySearchFunc(f.out[:f.cued], int32(from), func(s Statement, at int32) int { return int(s.Cue.First - at) })
	best := -1
	for n := lo; n < f.cued && int(f.out[n].Cue.First) < to; n++ {
		if f.in[f.out[n].Cue.First] < 0 {
			best = n
		}
	}
	return best
}

// alone reports whether a quotation is closed, and long enough to be speech
// without a word that says so.
func (f *finder) alone(x quote) bool { return x.close >= 0 && x.last-x.first > 4 }

// implied adds a statement without a cue: its speaker is the person who is the
// subject of the sentence before.
func (f *finder) implied(ms []mention.Mention, first, q int) {
	from, to := f.sentence(first - 1)
	for i := from; i < to; i++ {
		if f.in[i] >= 0 || f.Words[i].Rel.Base() != syntax.Nsubj || f.Head(i) < 0 || f.Words[f.Head(i)].Rel != syntax.Root {
			continue
		}
		if !person(ms, i) {
			return
		}
		r := report{verb: f.Head(i), first: from, last: to}
		x := f.quotes[q]
		f.add(Statement{Source: f.phrase(i, &r), SourceHead: int32(i), AddresseeHead: -1, Speaker: -1, Implied: true,
			Content: []Span{{x.first, x.last}}, Rule: Running})
		return
	}
}

// person reports whether a mention of a person has token i as its head.
func person(ms []mention.Mention, i int) bool {
	lo, hi := 0, len(ms)
	for lo < hi {
		mid := (lo + hi) / 2
		if int(ms[mid].First) <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	for n := lo - 1; n >= max(0, lo-6); n-- {
		if m := ms[n]; int(m.First) <= i && i < int(m.Last) && m.Kind == mention.Person {
			return true
		}
	}
	return false
}

// transcripts finds the paragraphs that begin with their speaker and a colon.
func (f *finder) transcripts(ms []mention.Mention) {
	type turn struct{ first, colon, last int }
	var turns []turn
	known := 0
	for first := 0; first < len(f.Tokens); {
		last := first + 1
		for last < len(f.Tokens) && !breaks(f.Text, last) {
			last++
		}
		if c := f.label(ms, first, last); c > 0 {
			turns = append(turns, turn{first, c, last})
			if lexicon.SpeakerLabels().Get(strings.ToLower(f.S[f.Tokens[first].Start:f.Tokens[c-1].End])) != nil || f.quoteAt(c+1) {
				known++
			}
		}
		first = last
	}
	if known == 0 && len(turns) < 3 {
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
			s.Speaker = f.interviewee(ms, t.first)
		}
		f.add(s)
	}
}

func (f *finder) quoteAt(i int) bool {
	return i < len(f.Tokens) && f.in[i] >= 0 && f.quotes[f.in[i]].open == int32(i)
}

// label returns the colon after the label that a paragraph begins with, or -1.
func (f *finder) label(ms []mention.Mention, first, last int) int {
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
		if lexicon.SpeakerLabels().Get(strings.ToLower(name)) != nil || name[0] == '@' || f.quoteAt(k+1) && person(ms, k-1) {
			return k
		}
		if person(ms, k-1) || k-first <= 3 && strings.ToUpper(name) == name && strings.ToLower(name) != name {
			return k
		}
		for j := first; j < k; j++ {
			if f.Words[j].Class != syntax.PROPN {
				return -1
			}
		}
		return k
	}
	return -1
}

// interviewee returns the head of the last person named before the first label.
func (f *finder) interviewee(ms []mention.Mention, first int) int32 {
	for _, m := range ms {
		if int(m.First) >= first {
			break
		}
		if m.Kind == mention.Person && m.Level == mention.Name {
			return m.Head
		}
	}
	return -1
}
