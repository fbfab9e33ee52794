package mention

import "github.com/newsfact/newsfact/internal/syntax"

// maxNominal is how many tokens before its head belong to a description.
const maxNominal = 12

// nominals appends the descriptions of t: phrases whose head says by a role or
// a class what kind of thing they stand for. named are the tokens of names.
func (f *finder) nominals(out []Mention, named []bool) []Mention {
	for i := range f.Words {
		if named[i] || f.words[i].shape == mark {
			continue
		}
		k := f.headKind(i)
		if k == None && !f.aged(i) {
			continue
		}
		if k == None {
			k = Person
		}
		first := f.phrase(i)
		out = append(out, Mention{First: int32(first), Last: int32(i + 1), Head: int32(i), Level: Nominal, Kind: k})
	}
	return out
}

// headKind returns the kind of what token i describes, or None where it heads
// no description.
func (f *finder) headKind(i int) Kind {
	w := &f.Words[i]
	switch w.Rel.Base() {
	case syntax.Compound, syntax.Amod, syntax.Flat, syntax.Fixed, syntax.Case, syntax.Mark, syntax.Advmod, syntax.Goeswith:
		return None
	}
	if w.Rel == syntax.NmodDesc {
		return None
	}
	switch w.Tag {
	case syntax.NN, syntax.NNS:
	case syntax.NNP, syntax.NNPS: // "the President"
		if f.Child(i, syntax.Det) < 0 {
			return None
		}
	case syntax.JJ, syntax.VBN, syntax.JJS: // "the accused", "the eldest"
		if f.Child(i, syntax.Det) < 0 || f.words[i].traits&headPerson == 0 {
			return None
		}
	default:
		return None
	}
	t := f.words[i].traits
	for k, b := range headTraits {
		if t&b != 0 {
			return Kind(k)
		}
	}
	if t&isTitle != 0 {
		return Person
	}
	return None
}

// aged reports whether token i ends an age that stands for a person: "the
// 63-year-old".
func (f *finder) aged(i int) bool {
	if i < 5 || f.words[i].shape != small || f.Words[i].Rel.Base() == syntax.Amod || f.Words[i].Rel.Base() == syntax.Compound {
		return false
	}
	return f.words[i-1].shape == mark && f.Word(i-1) == "-" && f.words[i-2].shape == small &&
		f.words[i-3].shape == mark && f.Word(i-3) == "-" && f.Words[i-4].Tag == syntax.CD && f.Words[i-5].Class == syntax.DET
}

// phrase returns the first token of the noun phrase that token i heads: what
// stands before it without a gap and depends on it.
func (f *finder) phrase(i int) int {
	first := i
	for j := i - 1; j >= 0 && i-j <= maxNominal; j-- {
		h := j
		for n := 0; n < 4 && h >= 0 && h < i; n++ {
			h = int(f.Words[h].Head)
		}
		if h != i {
			break
		}
		if r := f.Words[j].Rel.Base(); f.Words[j].Class == syntax.ADP || r == syntax.Case && f.Words[j].Tag != syntax.POS || r == syntax.Nsubj || r == syntax.Cop ||
			r == syntax.Cc || r == syntax.Punct && f.Word(j) != "-" || r == syntax.Aux || r == syntax.Mark {
			break
		}
		first = j
	}
	return first
}
