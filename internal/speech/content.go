package speech

import (
	"strings"

	"github.com/newsfact/newsfact/internal/syntax"
)

// before finds the content that stands before the cue: a quotation that ends
// there, or the sentence that the cue is put into. A second part may follow.
func (f *finder) before(r *report, s *Statement) bool {
	c := f.Content(r.verb)
	k := r.left - 1
	for n := 0; n < 4 && k >= r.first && (f.punct(k) && f.in[k] < 0 || f.is(k, "so")); n++ {
		k--
	}
	if k < r.first {
		return f.across(r, s)
	}
	if q := f.in[k]; q >= 0 && f.quotes[q].close == int32(k) && f.in[r.verb] != q {
		x := f.quotes[q]
		if !f.parted(r, int(x.close)) || int(x.open) >= r.first && f.afterQuotation(r) && !f.ended(x) {
			return false
		}
		if f.Words[r.verb].Tag == syntax.VBG && r.left == r.verb && (f.following(r) >= 0 || f.leads(r)) { // “…,” saying that …
			return false
		}
		if int(x.open) > r.first && !f.closed(r) && !f.asserted(r.first, k) { // "At the forum “…”, he said the …"
			return false
		}
		from := f.opening(r, q)
		s.Rule = Before
		s.Content = append(s.Content, Span{from, x.last})
		f.rest(r, s, c)
		return true
	}
	return f.inserted(r, s, c)
}

// across finds the quotation that ended the sentence before: "…?" he asked.
func (f *finder) across(r *report, s *Statement) bool {
	k := r.first - 1
	if k < 0 || f.in[k] < 0 || f.in[r.verb] >= 0 || breaks(f.Text, r.first) || r.takes&takesQuote == 0 {
		return false
	}
	x := f.quotes[f.in[k]]
	first := f.Word(r.left)
	if x.close != int32(k) || f.held[f.in[k]] >= 0 || f.afterQuotation(r) || f.Content(r.verb) > r.verb ||
		f.Object(r.verb) >= 0 && r.takes&takesAddressee == 0 || first != strings.ToLower(first) && r.source > r.verb {
		return false
	}
	s.Rule = Before
	s.Content = append(s.Content, Span{x.first, x.last})
	return true
}

// parted reports whether what closes at token k is parted from the cue by a
// mark within or after it.
func (f *finder) parted(r *report, k int) bool {
	if k+1 < r.left {
		return true
	}
	return k > 0 && f.punct(k-1) || int(f.quotes[f.in[k]].open) <= r.first
}

// ended reports whether a quotation ends as a sentence or a part of one does.
func (f *finder) ended(x quote) bool {
	return x.last > x.first && f.punct(int(x.last-1)) || x.close >= 0 && int(x.close)+1 < len(f.Tokens) && f.Words[x.close+1].Tag == syntax.Comma
}

// opening returns where the content begins that quotation q ends: at its first
// mark, or with what leads up to it in the same sentence.
func (f *finder) opening(r *report, q int32) int32 {
	x := f.quotes[q]
	if int(x.open) <= r.first || f.in[r.verb] >= 0 {
		return x.first
	}
	k := int(x.open) - 1
	if f.punct(k) && f.in[k] < 0 {
		return x.first // "Asked about it, …"
	}
	if f.in[k] >= 0 && f.quotes[f.in[k]].close == int32(k) { // two quotations side by side
		return f.opening(r, f.in[k])
	}
	from := r.first
	for j := k; j >= r.first; j-- {
		if w := f.Word(j); w == ";" && f.in[j] < 0 {
			from = j + 1
			break
		}
	}
	return int32(from)
}

// rest adds what goes on after a cue that was put into its content.
func (f *finder) rest(r *report, s *Statement, c int) {
	k := r.right
	for k < r.last && f.in[k] < 0 && !f.punct(k) {
		k++
	}
	if k >= r.last || f.in[k] < 0 && f.Words[k].Tag != syntax.Comma && f.Words[k].Tag != syntax.Colon && f.Word(k) != "—" && f.Word(k) != "–" {
		return
	}
	for k < r.last && f.punct(k) && f.in[k] < 0 {
		k++
	}
	if k >= r.last {
		return
	}
	if q := f.in[k]; q >= 0 && f.quotes[q].open == int32(k) && f.in[r.verb] != q {
		x := f.quotes[q]
		s.Content = append(s.Content, Span{x.first, x.last})
		return
	}
	if q := f.in[k]; q >= 0 || s.Content[0].Empty() || f.in[s.Content[0].Last-1] >= 0 {
		return
	}
	// Beside a bare "she said" between commas all but a participle goes on with her words.
	bare := r.source >= 0 && r.source < r.verb && f.punct(r.right) && f.Words[k].Class != syntax.ADP && f.Words[k].Tag != syntax.WP && f.Words[k].Tag != syntax.WDT
	if f.Words[k].Tag == syntax.VBG || f.Words[k].Tag == syntax.VBN || !bare && (c < 0 || !f.under(k, c)) {
		return
	}
	s.Content = append(s.Content, Span{int32(k), int32(r.last)})
}

// under reports whether token k depends on token c, over any number of steps.
func (f *finder) under(k, c int) bool {
	for n := 0; n < maxClimb && k >= 0; n++ {
		if k == c {
			return true
		}
		k = f.Head(k)
	}
	return false
}

// afterQuotation reports whether a quotation follows the cue as its own: the
// cue has a colon, a comma or nothing before it.
func (f *finder) afterQuotation(r *report) bool { return f.following(r) >= 0 }

// following returns the quotation that the cue leads up to, or -1.
func (f *finder) following(r *report) int32 {
	if f.in[r.verb] >= 0 || r.takes&(takesQuote|takesClause) == 0 && r.takes&takesPaper == 0 {
		return -1
	}
	const gap = 30
	for k := r.right; k < min(len(f.Tokens), r.right+gap); k++ {
		if q := f.in[k]; q >= 0 {
			if f.quotes[q].open != int32(k) {
				return -1
			}
			p := f.Word(k - 1)
			switch {
			case k == r.right, p == ":":
				return q
			case p == ",", p == "—", p == "–", p == "that":
				return q
			}
			return -1
		}
		switch {
		case k >= r.last && f.Word(r.last-1) != ":":
			return -1
		case k >= r.last, f.finite(k), f.Word(k) == ";":
			if breaksColon(f, k) {
				continue
			}
			return -1
		}
	}
	return -1
}

// breaksColon reports whether token k begins the paragraph that a colon at the
// end of the one before leads up to.
func breaksColon(f *finder, k int) bool { return k > 0 && f.Word(k-1) == ":" && breaks(f.Text, k) }

// nested finds a quotation beside a cue that itself stands in a quotation: “He
// told me ‘never sell it’”.
func (f *finder) nested(r *report, s *Statement) bool {
	if f.in[r.verb] < 0 || r.takes&(takesQuote|takesClause) == 0 {
		return false
	}
	k := r.right
	for k < r.last && (f.Words[k].Tag == syntax.Comma || f.Words[k].Tag == syntax.Colon) {
		k++
	}
	s.Rule = After
	n := f.innerOf(k)
	if n < 0 || int(f.inner[n].open) != k {
		s.Rule, k = Before, r.left-1
		if n = f.innerOf(k); n < 0 || int(f.inner[n].close) != k {
			return false
		}
	}
	if f.in[k] != f.in[r.verb] || f.innerOf(r.verb) == n {
		return false
	}
	s.Content = append(s.Content, Span{f.inner[n].first, f.inner[n].last})
	return true
}

// after finds a quotation after the cue: said: "…".
func (f *finder) after(r *report, s *Statement) bool {
	q := f.following(r)
	if q < 0 {
		return false
	}
	x := f.quotes[q]
	part := Span{x.first, x.last}
	s.Rule = After
	open, marked := f.opens(r)
	if marked = marked && open < int(x.open); marked { // "that after years of war, “…”"
		part.First = int32(open)
	}
	// A quotation that stops in the middle of its sentence is part of a clause.
	if end := int(x.close) + 1; x.close >= 0 && end < r.last && !f.stops(end, r.last) {
		if marked && !f.punct(end) && f.Words[end].Class != syntax.CCONJ && r.takes&takesClause != 0 && f.clause(r, s) {
			return true
		}
		c := f.Child(r.verb, syntax.Ccomp, syntax.Xcomp, syntax.Obj)
		if c > r.verb {
			_, last := f.Span(c)
			if last > end && last <= r.last {
				part = f.whole(int(part.First), last)
			}
		}
		s.Content = append(s.Content, part)
		if k := end; f.Words[k].Class == syntax.CCONJ || f.Words[k].Tag == syntax.Comma { // "…" and "…"
			for k < r.last && (f.punct(k) && f.in[k] < 0 || f.Words[k].Class == syntax.CCONJ || f.is(k, "that")) {
				k++
			}
			if k < r.last && f.in[k] >= 0 && f.quotes[f.in[k]].open == int32(k) && int32(k) >= part.Last {
				y := f.quotes[f.in[k]]
				s.Content[0].Last = y.last
			}
		}
		return true
	}
	s.Content = append(s.Content, part)
	return true
}

// leads reports whether a clause of content follows the cue.
func (f *finder) leads(r *report) bool {
	at, _ := f.opens(r)
	return at >= 0 || f.Child(r.verb, syntax.Ccomp) > r.verb
}

// stops reports whether nothing but marks stands between token k and the end of
// the sentence.
func (f *finder) stops(k, last int) bool {
	for ; k < last; k++ {
		if !f.punct(k) {
			return false
		}
	}
	return true
}

// whole returns the content between two tokens, to the end of the quotation that
// it ends in, but not beyond one that it stands in itself.
func (f *finder) whole(first, last int) Span {
	if last <= first {
		return Span{}
	}
	if q := f.in[last-1]; q >= 0 && int(f.quotes[q].open) >= first-1 {
		last = max(last, int(f.quotes[q].last))
	}
	return Span{int32(first), int32(last)}
}
