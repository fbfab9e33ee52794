package speech

import (
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// naming finds what somebody is called: "called the plan a mistake", "described
// it as …". Without "as" or a quotation the words have to be a judgement, which
// this room cannot tell, so that it asks for one of them.
func (f *finder) naming(r *report, s *Statement) bool {
	i := r.verb
	s.Rule = Naming
	passive := f.Passive(i) || f.Words[i].Tag == syntax.VBN && f.Form(i) == syntax.Participle
	first := r.right
	if passive {
		first = i + 1
	}
	const longest = 40
	for k := first; k < min(r.last, first+longest); k++ {
		if q := f.in[k]; q >= 0 && f.in[i] != q {
			x := f.quotes[q]
			if x.open != int32(k) || x.last-x.first < 1 || k == first && x.last-x.first < 2 {
				return false
			}
			if !f.under(int(x.first), i) && !f.under(int(x.last)-1, i) && k-first > 4 {
				return false
			}
			last := int(x.last)
			// "the pearl" on the road: what goes on with the name is part of it.
			if _, to := f.Span(int(x.last) - 1); x.close >= 0 && int(x.close)+1 < r.last && f.Words[x.close+1].Class == syntax.ADP && to > last {
				last = min(to, r.last)
			}
			s.Content = append(s.Content, Span{int32(first), int32(last)})
			return true
		}
		if f.finite(k) && !f.relative(k) || f.Word(k) == ";" {
			break
		}
	}
	if r.takes&takesAs == 0 || r.source < 0 || passive {
		return false
	}
	o := f.Object(i)
	for k := max(first, o+1); o > i && k < min(r.last, o+1+12); k++ {
		if f.is(k, "as") && f.under(k, i) && f.Head(k) > k {
			_, last := f.Span(f.Head(k))
			if last > k+1 && last <= r.last {
				s.Content = append(s.Content, f.whole(first, last))
				return true
			}
		}
		if f.finite(k) || f.punct(k) {
			return false
		}
	}
	return false
}

// told finds the noun phrase that is told of: "announced a plan to widen the
// road". Its source is a person, an organization or a pronoun: what merely
// shows something tells of nothing.
func (f *finder) told(r *report, s *Statement) bool {
	i := r.verb
	s.Rule = Told
	if r.source < 0 || f.Passive(i) || f.in[r.source] != f.in[i] {
		return false
	}
	if f.Words[r.source].Class != syntax.PRON && f.mentioned(r.source, mention.Person) < 0 && f.mentioned(r.source, mention.Organization) < 0 && f.mentioned(r.source, mention.Place) < 0 {
		return false
	}
	o := f.Object(i)
	if o <= i || o >= r.last || f.in[o] != f.in[i] || f.Words[o].Class != syntax.NOUN {
		return false
	}
	first, last := f.Span(o)
	first, last = max(first, r.end), min(last, r.last)
	const shortest = 2
	if last-first < shortest || first > o {
		return false
	}
	if last+1 < r.last && f.Words[last].Tag == syntax.TO { // "a plan to widen the road", wherever the parser hung it
		if h := f.Head(last); h > last && f.under(h, i) && f.Words[h].Class == syntax.VERB {
			_, to := f.Span(h)
			last = max(last, min(to, r.last))
		}
	}
	s.Content = append(s.Content, f.whole(first, f.bound(r, first, last, -1)))
	return true
}
