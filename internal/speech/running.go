package speech

import (
	"slices"

	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// running gives the quotations without a cue to whoever speaks: they go on
// where the paragraph before left a quotation open, or where the sentence before
// in the same paragraph has a speaker. Where that sentence has no statement but
// a person as its subject, the quotation is that person's.
func (f *finder) running() {
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
			f.implied(first, q)
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
func (f *finder) implied(first, q int) {
	from, to := f.sentence(first - 1)
	for i := from; i < to; i++ {
		if f.in[i] >= 0 || f.Words[i].Rel.Base() != syntax.Nsubj || f.Head(i) < 0 || f.Words[f.Head(i)].Rel != syntax.Root {
			continue
		}
		if !f.person(i) {
			return
		}
		r := report{verb: f.Head(i), first: from, last: to}
		x := f.quotes[q]
		f.add(Statement{Source: f.phrase(i, &r), SourceHead: int32(i), AddresseeHead: -1, Speaker: -1, Implied: true,
			Content: []Span{{x.first, x.last}}, Rule: Running})
		return
	}
}

// person reports whether a mention of a person covers token i.
func (f *finder) person(i int) bool { return f.mentioned(i, mention.Person) >= 0 }

// mentioned returns the innermost mention of a kind that covers token i, or -1.
func (f *finder) mentioned(i int, kind mention.Kind) int {
	ms := f.ms
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
		if m := ms[n]; int(m.First) <= i && i < int(m.Last) && m.Kind == kind {
			return n
		}
	}
	return -1
}
