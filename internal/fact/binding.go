package fact

import (
	"strings"

	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
)

// bind keeps the pronouns among the arguments of one predicate apart from who
// acts: in "Oslo did not help it" nobody helps himself (Principle B of the theory
// of binding). Such a pronoun is the last other name of its sort before it.
func (f *finder) bind(args []Argument) {
	for _, a := range args {
		if a.Role != Actor || a.Entity < 0 {
			continue
		}
		for k := range args {
			b := &args[k]
			if b.Role == Actor || b.Entity != a.Entity || b.Head == a.Head || b.Last-b.First != 1 || !f.personal(int(b.Head)) {
				continue
			}
			b.Entity = f.another(int(b.Head), a.Entity)
		}
	}
}

// personal reports whether token i is a pronoun that is not reflexive.
func (f *finder) personal(i int) bool {
	w := f.low(i)
	return f.Words[i].Tag == syntax.PRP && !strings.HasSuffix(w, "self") && !strings.HasSuffix(w, "selves")
}

// another returns the entity of the last name before token i in its sentence that
// is not e, but a person if that is one, or -1.
func (f *finder) another(i int, e int32) int32 {
	first, _ := f.bounds(i)
	for k := f.mentionsFrom(i) - 1; k >= 0 && int(f.Mentions[k].First) >= first; k-- {
		o := f.Of[k]
		if f.Mentions[k].Level == mention.Name && o >= 0 && o != e &&
			(f.Entities[o].Kind == mention.Person) == (f.Entities[e].Kind == mention.Person) {
			return o
		}
	}
	return -1
}

// teller returns the entity of who says the clause that the pronoun i begins, if
// no other reading of the pronoun was found and this one agrees: "Syria says it is
// willing".
func (f *finder) teller(i int) int {
	if !f.personal(i) {
		return -1
	}
	k := f.told(i)
	if k < 0 {
		return -1
	}
	s := &f.Statements[k]
	if s.Quotation == speech.Direct || s.SourceHead < 0 || int(s.SourceHead) > i {
		return -1
	}
	for _, c := range s.Content {
		if int(c.First) <= i && i <= int(c.First)+1 {
			e := f.At(int(s.SourceHead))
			if e < 0 {
				return -1
			}
			person := f.Entities[e].Kind == mention.Person
			switch f.low(i) {
			case "it", "they":
				if !person {
					return e
				}
			case "he", "she":
				if person {
					return e
				}
			}
		}
	}
	return -1
}
