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
			last := f.namedFor(x, r.last)
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

// namedFor returns where a naming ends whose name quotation x is: with what goes
// on with it, as in a “liar” for saying so.
func (f *finder) namedFor(x quote, end int) int {
	k := int(x.close) + 1
	if x.close < 0 || k >= end {
		return int(x.last)
	}
	switch f.Words[k].Class {
	case syntax.ADP, syntax.SCONJ, syntax.PRON, syntax.PART:
	default:
		return int(x.last)
	}
	for k < end && (f.in[k] >= 0 || !f.punct(k)) && !(f.finite(k) && f.joined(k)) {
		k++
	}
	for k > int(x.last)+1 && f.Words[k-1].Class == syntax.CCONJ {
		k--
	}
	return k
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

// according finds "according to": what it says is the rest of its clause.
func (f *finder) according(i, n int) {
	end := i + n
	r := report{verb: i, end: end, source: -1, addressee: -1, left: i, right: end}
	r.first, r.last = f.sentence(i)
	h := f.Head(end - 1)
	if h < end || h >= r.last || f.Words[h].Class == syntax.VERB {
		if h = f.Head(i); h < end || h >= r.last || f.Words[h].Class == syntax.VERB {
			return
		}
	}
	s := Statement{Cue: Span{int32(i), int32(end)}, SourceHead: int32(h), AddresseeHead: -1, Speaker: -1, Rule: According}
	s.Source = f.phrase(h, &r)
	s.Source.First = max(s.Source.First, int32(end))
	end = int(s.Source.Last)
	lead := true
	for k := r.first; k < i; k++ {
		if !f.punct(k) && f.Words[k].Class != syntax.CCONJ && f.Words[k].Class != syntax.ADV && f.Words[k].Class != syntax.SCONJ {
			lead = false
		}
		if f.Word(k) == ";" {
			lead = true
		}
	}
	from := r.first
	for k := i - 1; k >= r.first; k-- {
		if f.Word(k) == ";" && f.in[k] < 0 {
			from = k + 1
			break
		}
	}
	if lead {
		for end < r.last && f.Words[end].Tag != syntax.Comma {
			if f.in[end] >= 0 && f.quotes[f.in[end]].open == int32(end) {
				break
			}
			end++
		}
		s.Content = append(s.Content, f.whole(end, r.last))
	} else {
		s.Content = append(s.Content, Span{int32(from), int32(i)})
		if end < r.last && f.Words[end].Tag == syntax.Comma && end+1 < r.last {
			if k := end + 1; f.in[k] < 0 && f.under(k, f.Head(h)) && !f.under(k, h) && f.Words[k].Class != syntax.PRON && f.Words[k].Tag != syntax.VBG {
				s.Content = append(s.Content, Span{int32(k), int32(r.last)})
			}
		}
	}
	f.add(s)
}
