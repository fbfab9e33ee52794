package mention

import "github.com/newsfact/newsfact/internal/syntax"

// pronouns appends those of t that stand for someone or something: personal,
// possessive and reflexive ones, and relative ones that are an argument of
// their clause.
func (f *finder) pronouns(out []Mention) []Mention {
	for i := range f.Words {
		w := &f.Words[i]
		if w.Class != syntax.PRON && w.Tag != syntax.PRPS && w.Tag != syntax.PRP {
			continue
		}
		m := Mention{First: int32(i), Last: int32(i + 1), Head: int32(i), Level: Pronoun}
		switch w.Tag {
		case syntax.PRP, syntax.PRPS:
			if w.Rel == syntax.Expl {
				continue
			}
			if f.words[i].traits&isPersonal != 0 {
				m.Kind = Person
			}
		case syntax.WP, syntax.WPS, syntax.WDT:
			if f.Antecedent(i) < 0 {
				continue
			}
			if w.Tag == syntax.WP { // who, whom; "what" has no antecedent
				m.Kind = Person
			}
		default:
			continue
		}
		out = append(out, m)
	}
	return out
}
