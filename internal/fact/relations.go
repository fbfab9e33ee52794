package fact

import (
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// relations finds what holds of people: position, kinship, age, birth and
// death. Names stand beside titles, kin and ages in a few fixed orders ("X, 49,
// the mayor of Y", "his father, X"), so that it reads the words in their order
// and asks the tree only where a verb joins them.
func (f *finder) relations() {
	held := make(map[holding]bool)
	for k := range f.Mentions {
		if m := &f.Mentions[k]; m.Kind == mention.Person && m.Level == mention.Name {
			p := f.person(k)
			f.positions(held, p)
			f.ageBeside(p)
		}
	}
	for i := range f.Words {
		switch f.Words[i].Class {
		case syntax.NOUN, syntax.PROPN:
			w := f.low(i)
			if cols := lexicon.Kin().Get(w); cols != nil {
				f.kinship(i, cols[0])
			}
			f.office(held, i)
			f.life(i)
		case syntax.VERB:
			f.life(i)
			f.aged(i)
		case syntax.NUM, syntax.ADJ:
			f.aged(i)
			f.late(i)
		}
	}
}

// A person is a mention of a person by name, without the titles before it.
type person struct {
	first, last int // tokens
	of          int // the mention
}

// person returns mention k without its titles.
func (f *finder) person(k int) person {
	m := f.Mentions[k]
	first := int(m.First)
	for i := first; i+1 < int(m.Last) && i < first+8; i++ {
		if cols := lexicon.Offices().Get(f.low(i)); cols != nil || lexicon.Demonyms().Get(f.Word(i)) != nil && i < int(m.Head) {
			first = i + 1
		}
	}
	last := int(m.Last)
	for last < len(f.Words) && f.Words[last].Rel == syntax.Flat && f.Head(last) == int(m.Head) {
		last++
	}
	return person{first, last, k}
}

// arg makes an argument of a person.
func (f *finder) arg(r Role, p person) Argument {
	return Argument{Role: r, Span: Span{int32(p.first), int32(p.last)}, Head: f.Mentions[p.of].Head, Entity: f.Of[p.of]}
}

// tell adds a fact of a relation that holds; i is the word that says it.
func (f *finder) tell(k Kind, i int, trigger Span, args ...Argument) *Fact {
	x := Fact{Kind: k, Sentence: int32(f.SentenceOf(i)), Trigger: trigger, Arguments: args, Attribution: f.attribution(i)}
	if x.Attribution != nil { // he who speaks is not said to be by himself
		for _, a := range args {
			if a.First < x.Attribution.Last && x.Attribution.First < a.Last {
				x.Attribution = nil
				break
			}
		}
	}
	f.facts = append(f.facts, x)
	return &f.facts[len(f.facts)-1]
}

// bounds returns the first and last token of the sentence of token i.
func (f *finder) bounds(i int) (first, last int) {
	s := f.Sentences[f.SentenceOf(i)]
	return int(s.First), int(s.Last)
}

// nominal reports whether token i can stand inside a noun phrase.
func (f *finder) nominal(i int) bool {
	switch f.Words[i].Tag {
	case syntax.NN, syntax.NNS, syntax.NNP, syntax.NNPS, syntax.JJ, syntax.JJR, syntax.JJS, syntax.DT, syntax.POS, syntax.PRPS, syntax.CD,
		syntax.HYPH, syntax.VBG, syntax.VBN, syntax.AFX, syntax.FW, syntax.RB:
		return true
	}
	return false
}

// nameAt returns the mention by name that begins at token i, -1 where there is
// none.
func (f *finder) nameAt(i int, kinds ...mention.Kind) int {
	for k := f.mentionsFrom(i); k < len(f.Mentions) && int(f.Mentions[k].First) == i; k++ {
		if m := &f.Mentions[k]; m.Level == mention.Name && isOneOf(m.Kind, kinds) {
			return k
		}
	}
	return -1
}

// mentionsFrom returns the first mention that begins at token i or later.
func (f *finder) mentionsFrom(i int) int {
	lo, hi := 0, len(f.Mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; int(f.Mentions[mid].First) < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// endingAt returns the longest mention that ends before token i, -1 where there
// is none.
func (f *finder) endingAt(i int, kinds ...mention.Kind) int {
	best := -1
	for k, n := f.mentionsFrom(i)-1, 0; k >= 0 && n < 8; k, n = k-1, n+1 {
		m := &f.Mentions[k]
		if int(m.Last) == i && isOneOf(m.Kind, kinds) && m.Level == mention.Name {
			best = k
		}
	}
	return best
}

func isOneOf(k mention.Kind, kinds []mention.Kind) bool {
	for _, x := range kinds {
		if k == x {
			return true
		}
	}
	return len(kinds) == 0
}

// mentioned makes an argument of mention k.
func (f *finder) mentioned(r Role, k int) Argument {
	m := &f.Mentions[k]
	return Argument{Role: r, Span: Span{m.First, m.Last}, Head: m.Head, Entity: f.Of[k]}
}
