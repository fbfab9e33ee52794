package fact

import (
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// argument makes an argument of the noun phrase with head i: its span without
// appositions, relative clauses and what does not restrict it, and its entity.
func (f *finder) argument(r Role, i int) Argument {
	first, last := f.phrase(i)
	e := f.At(i)
	if m := f.MentionAt(last - 1); e < 0 && last-1 > i && m >= 0 && f.Mentions[m].Level == mention.Name && f.names(int(f.Mentions[m].First), i) {
		e = f.At(int(f.Mentions[m].Head)) // "foreign minister Jan Holm"
	}
	if e < 0 {
		e = f.teller(i)
	}
	return Argument{Role: r, Span: Span{int32(first), int32(last)}, Head: int32(i), Entity: int32(e)}
}

// names reports whether the name that begins at k stands beside the head i, with
// nothing between them that would make it another's: not "envoy to Oslo".
func (f *finder) names(k, i int) bool {
	for j := i + 1; j < k; j++ {
		switch f.Words[j].Class {
		case syntax.ADP, syntax.SCONJ, syntax.VERB, syntax.AUX, syntax.CCONJ:
			return false
		}
	}
	return true
}

// clause makes an argument of the clause with the predicate i: all of it.
func (f *finder) clause(r Role, i int) Argument {
	first, last := f.Span(i)
	for last-1 > i && f.Words[last-1].Class == syntax.PUNCT {
		last--
	}
	for first < i && f.Words[first].Class == syntax.PUNCT {
		first++
	}
	return Argument{Role: r, Span: Span{int32(first), int32(last)}, Head: int32(i), Entity: -1}
}

// phrase returns the noun phrase with head i as an argument has it.
func (f *finder) phrase(i int) (first, last int) {
	first, last = i, i+1
	for c := range f.Children(i) {
		if c < i { // the nearest unbroken run before the head
			switch f.Words[c].Rel {
			case syntax.Case, syntax.Mark, syntax.Cc, syntax.CcPreconj, syntax.Conj, syntax.Punct, syntax.Nsubj, syntax.Cop,
				syntax.Aux, syntax.Advcl, syntax.Discourse, syntax.Parataxis, syntax.Acl, syntax.AclRelcl:
				if f.Words[c].Rel != syntax.Punct {
					first = i
				}
				continue
			}
			if f.fronted(c) || f.finite(c) {
				first = i
				continue
			}
			if a, _ := f.Span(c); first == i || a < first {
				first = a
			}
			continue
		}
		if f.trails(c, last) {
			if _, b := f.Span(c); b > last {
				last = b
			}
			continue
		}
		break
	}
	if k := f.MentionAt(i); k >= 0 && f.Mentions[k].Level == mention.Name {
		first, last = min(first, int(f.Mentions[k].First)), max(last, int(f.Mentions[k].Last))
	}
	for first < i && (f.Words[first].Class == syntax.CCONJ || f.separates(first) || f.Words[first].Rel == syntax.Case &&
		lexicon.Approximators().Get(f.low(first)) == nil && f.Words[first+1].Tag != syntax.JJS) { // "and more than 30", not "at least 30"
		first++
	}
	for j := first; j < i && f.Words[first].Class == syntax.ADP; j++ { // "on July 10, Azerbaijan's president", given to the president
		if f.Words[j].Tag == syntax.Comma {
			first = j + 1
		}
	}
	for last-1 > i && (f.separates(last-1) || f.temporal(last-1) || f.Words[last-1].Class == syntax.ADP) { // "the envoy on Monday"
		last--
	}
	return first, last
}

// fronted reports whether the dependent c, which stands before its noun, is a
// phrase of the clause that a parser gave to the noun: English has "on Monday"
// and "of Oslo" behind it.
func (f *finder) fronted(c int) bool {
	switch f.Words[c].Rel {
	case syntax.Nmod, syntax.Obl, syntax.NmodUnmarked, syntax.OblUnmarked:
		return f.Preposition(c) >= 0 || f.temporal(c)
	}
	return false
}

// isName reports whether token i is in the name of something.
func (f *finder) isName(i int) bool {
	k := f.MentionAt(i)
	return k >= 0 && f.Mentions[k].Level == mention.Name
}

// separates reports whether token i is a mark between phrases, not a part of one.
func (f *finder) separates(i int) bool {
	switch f.Words[i].Tag {
	case syntax.Comma, syntax.Colon:
		return f.Word(i) != "-" && f.Word(i) != "$"
	}
	return false
}

// trails reports whether the dependent c, which follows its noun, is a part of
// it as an argument that so far ends at last.
func (f *finder) trails(c, last int) bool {
	first, _ := f.Span(c)
	if first > last {
		return false
	}
	switch f.Words[c].Rel {
	case syntax.Nmod:
		p := f.Preposition(c)
		return p < 0 || !f.isName(f.Head(c)) || lexicon.AfterNames().Has(f.low(p))
	case syntax.Flat, syntax.Compound, syntax.Fixed, syntax.Nummod, syntax.NmodDesc, syntax.Amod, syntax.NmodUnmarked:
		return true
	case syntax.Appos: // "President Leyla Osmanova"
		return f.Words[first].Class == syntax.PROPN && f.Words[last-1].Class != syntax.PUNCT
	}
	return false
}
