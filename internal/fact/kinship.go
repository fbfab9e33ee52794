package fact

import (
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// kinship finds whose what a named relative is: i is the word of kinship.
// Relatives without a name are no facts of their own.
func (f *finder) kinship(i int, relation string) {
	whose, ok := f.possessor(i)
	if !ok {
		return
	}
	r := f.relative(i, whose)
	if r < 0 || f.Mentions[r].First <= whose.Head && whose.Head < f.Mentions[r].Last {
		return
	}
	p := f.person(r)
	if h := int(f.Mentions[r].Head); f.Words[h].Rel.Base() == syntax.Nsubj && f.Head(h) != f.Head(i) && h > i && p.first > i+1 && f.Words[i].Rel != syntax.Conj {
		return // "with his mother, Berg was": two persons
	}
	x := f.tell(Kinship, i, Span{int32(i), int32(i + 1)}, whose, f.arg(Relative, p))
	x.Relation = relation
}

// possessor returns the person whose relative the word of kinship i is: "his
// late father", "Berg's brother", "the son of Berg".
func (f *finder) possessor(i int) (a Argument, ok bool) {
	low, high := f.bounds(i)
	for k, n := i-1, 0; k >= low && n < 4; k, n = k-1, n+1 {
		switch f.Words[k].Tag {
		case syntax.PRPS:
			return Argument{Role: Person, Span: Span{int32(k), int32(k + 1)}, Head: int32(k), Entity: int32(f.At(k))}, true
		case syntax.POS:
			if m := f.endingAt(k, mention.Person); m >= 0 {
				return f.arg(Person, f.person(m)), true
			}
			return a, false
		case syntax.JJ, syntax.VBN, syntax.HYPH, syntax.NN, syntax.JJS, syntax.CD:
			continue
		}
		break
	}
	if i+2 < high && f.low(i+1) == "of" { // the preposition of belonging
		if m := f.nameAt(i+2, mention.Person); m >= 0 {
			return f.arg(Person, f.person(m)), true
		}
		for k := i + 2; k < high && k < i+6 && f.nominal(k); k++ { // "of former president X"
			if m := f.nameAt(k, mention.Person); m >= 0 {
				return f.arg(Person, f.person(m)), true
			}
		}
	}
	return a, false
}

// relative returns the mention of the named relative that the word of kinship i
// stands beside: "his father, X", "Berg's brother X", "X, the son of Berg", "X is
// her uncle"; -1 where there is none.
func (f *finder) relative(i int, whose Argument) int {
	low, high := f.bounds(i)
	k := i + 1
	if int(whose.First) > i { // "the son of Berg"
		k = int(whose.Last)
	}
	if k+1 < high && f.Words[k].Tag == syntax.CC { // "her ex-husband and Paris's father, X"
		for j := k + 1; j < high && j < k+6 && f.nominal(j); j++ {
			if lexicon.Kin().Get(f.low(j)) != nil {
				k = j + 1
				break
			}
		}
	}
	comma := k < high && (f.Word(k) == "," || f.Words[k].Tag == syntax.OpenBracket)
	if comma {
		k++
	}
	for n := 0; k < high && n < 6; k, n = k+1, n+1 { // "her father, the former diplomat X"
		if m := f.nameAt(k, mention.Person); m >= 0 {
			if end := int(f.Mentions[m].Last); comma || end >= high || f.Words[end].Tag != syntax.POS || int(whose.First) < i {
				return m
			}
			return -1
		}
		if !comma || !f.nominal(k) || f.Words[k].Tag == syntax.PRPS {
			break
		}
	}
	first := int(min(whose.First, int32(i)))
	if first > low && f.Words[first-1].Class == syntax.DET {
		first--
	}
	for first > low && f.Words[first-1].Class == syntax.ADJ {
		first--
	}
	if int(whose.First) > i { // "the son of": the article stands before the word of kinship
		for first = i; first > low && f.nominal(first-1) && f.Words[first-1].Class != syntax.PROPN; first-- {
		}
	}
	if first > low && f.Word(first-1) == "," {
		if m := f.endingAt(first-1, mention.Person); m >= 0 {
			return m
		}
	}
	if f.Copula(i) >= 0 && !f.negates(i) {
		if s := f.Subject(i); s >= 0 {
			if m := f.MentionAt(s); m >= 0 && f.Mentions[m].Kind == mention.Person && f.Mentions[m].Level == mention.Name {
				return m
			}
		}
	}
	return -1
}
