package speech

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// noun adds the statement whose cue the noun i is: "his remark that …", "her
// last words were: “…”".
func (f *finder) noun(i int) {
	if !lexicon.SayingNouns().Has(strings.ToLower(f.Lemma(i))) {
		return
	}
	r := report{verb: i, end: i + 1, source: -1, addressee: -1, left: i, right: i + 1}
	r.first, r.last = f.sentence(i)
	s := Statement{Cue: Span{int32(i), int32(i + 1)}, AddresseeHead: -1, Speaker: -1, Rule: Noun}
	first, last, at := f.nounClause(&r)
	if first < 0 {
		if first, last, at = f.nounQuotation(&r); first < 0 {
			return
		}
	}
	source := f.Possessor(i)
	if source < 0 {
		for k := i + 1; k < at; k++ {
			if !f.is(k, "by") && !f.is(k, "of") && !f.is(k, "from") {
				continue
			}
			if h := f.Head(k); h > k && h < at {
				source = h
			}
			break
		}
	}
	if s.SourceHead = int32(source); source >= 0 {
		s.Source = f.phrase(source, &r)
	}
	s.Content = []Span{f.whole(first, last)}
	f.add(s)
}

// nounClause returns the clause of content of a noun, and where it begins:
// after the noun and whoever it is by.
func (f *finder) nounClause(r *report) (first, last, at int) {
	i := r.verb
	if c := f.Child(i, syntax.Acl, syntax.Ccomp); c > i {
		if m := f.Child(c, syntax.Mark); m >= 0 && f.is(m, "that") {
			first, last := f.Span(c)
			first = max(first, i+1)
			return first, min(last, r.last), first
		}
	}
	const furthest = 8
	for k := i + 1; k < min(r.last, i+furthest); k++ {
		w := &f.Words[k]
		switch {
		case f.is(k, "that") && w.Class == syntax.SCONJ && k+1 < r.last && !f.finite(k+1):
			if k == i+1 && f.Child(i, syntax.Acl, syntax.Ccomp) < i {
				return -1, 0, 0 // the parser saw no clause beside it
			}
			c := f.Head(k)
			if c <= k || c >= r.last {
				return -1, 0, 0
			}
			_, last := f.Span(c)
			return k, min(last, r.last), k
		case f.finite(k), w.Class == syntax.PUNCT, k == i+1 && w.Class != syntax.ADP:
			return -1, 0, 0
		}
	}
	return -1, 0, 0
}

// nounQuotation returns the quotation that a noun is said to be: "her answer
// was “no”" says whose words they are where the noun has an owner.
func (f *finder) nounQuotation(r *report) (first, last, at int) {
	i := r.verb
	if f.Possessor(i) < 0 {
		return -1, 0, 0
	}
	const furthest = 10
	be := -1
	for k := i + 1; k < min(r.last, i+furthest); k++ {
		if q := f.in[k]; q >= 0 {
			if x := f.quotes[q]; be >= 0 && x.open == int32(k) && f.in[i] < 0 && k-be <= 3 && x.last-x.first > 2 {
				return int(x.first), int(x.last), be
			}
			return -1, 0, 0
		}
		if f.finite(k) {
			if be >= 0 || f.Words[k].Class != syntax.AUX {
				return -1, 0, 0
			}
			be = k
		}
	}
	return -1, 0, 0
}
