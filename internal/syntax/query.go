package syntax

import (
	"iter"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// maxSteps bounds every walk towards the root that is no plain climb.
const maxSteps = 32

// Children yields the dependents of token i in order.
func (t *Text) Children(i int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for c := t.Words[i].first; c >= 0; c = t.Words[c].next {
			if !yield(int(c)) {
				return
			}
		}
	}
}

// Child returns the first dependent of token i with one of the relations; a
// relation without a subtype stands for its subtypes, too.
func (t *Text) Child(i int, rels ...Rel) int {
	for c := t.Words[i].first; c >= 0; c = t.Words[c].next {
		for _, r := range rels {
			if k := t.Words[c].Rel; k == r || k.Base() == r {
				return int(c)
			}
		}
	}
	return -1
}

// all returns every dependent of token i with one of the relations.
func (t *Text) all(i int, rels ...Rel) []int {
	var out []int
	for c := range t.Children(i) {
		for _, r := range rels {
			if k := t.Words[c].Rel; k == r || k.Base() == r {
				out = append(out, c)
				break
			}
		}
	}
	return out
}

// Head returns the token that token i depends on.
func (t *Text) Head(i int) int { return int(t.Words[i].Head) }

// Span returns the tokens first ≤ k < last between the ends of the subtree of
// token i. Its time is that of the subtree.
func (t *Text) Span(i int) (first, last int) {
	first, last = i, i+1
	stack := []int32{int32(i)}
	for len(stack) > 0 {
		k := stack[len(stack)-1]
		stack = stack[:len(stack)-1]
		first, last = min(first, int(k)), max(last, int(k)+1)
		for c := t.Words[k].first; c >= 0; c = t.Words[c].next {
			stack = append(stack, c)
		}
	}
	return first, last
}

// Subject returns the subject that stands in the clause of the predicate i, in
// the active or the passive voice; RealSubject looks further.
func (t *Text) Subject(i int) int { return t.Child(i, Nsubj, Csubj) }

// Object returns the direct object of the verb i.
func (t *Text) Object(i int) int { return t.Child(i, Obj) }

// IndirectObject returns the indirect object of the verb i: "gave her a book".
func (t *Text) IndirectObject(i int) int { return t.Child(i, Iobj) }

// An Oblique is a noun that depends on a verb or a noun with a preposition, or
// without one.
type Oblique struct {
	Head int // the noun
	Prep int // its preposition, or -1 ("left last week")
}

// Obliques returns the obliques of a verb, or the nouns that depend on a noun,
// in order, and those coordinated with them, with the preposition of the first
// where they have none of their own.
func (t *Text) Obliques(i int) []Oblique {
	var out []Oblique
	for _, c := range t.all(i, Obl, Nmod) {
		if t.Words[c].Rel == NmodPoss {
			continue
		}
		prep := t.Preposition(c)
		out = append(out, Oblique{c, prep})
		for _, k := range t.all(c, Conj) {
			p := prep
			if own := t.Child(k, Case); own >= 0 {
				p = own
			}
			out = append(out, Oblique{k, p})
		}
	}
	return out
}

// Preposition returns the preposition of the noun i: the first word of one of
// several words, "in front of" or "because of".
func (t *Text) Preposition(i int) int { return t.Child(i, Case) }

// Agent returns who does what the passive predicate i says: the noun with
// "by".
func (t *Text) Agent(i int) int {
	if a := t.Child(i, OblAgent); a >= 0 {
		return a
	}
	return -1
}

// Possessor returns the possessor of the noun i: "Aliyev" in "Aliyev's visit".
func (t *Text) Possessor(i int) int { return t.Child(i, NmodPoss) }

// Copula returns the form of be that joins the predicate i, a noun or an
// adjective, to its subject.
func (t *Text) Copula(i int) int { return t.Child(i, Cop) }

// Auxiliaries returns the auxiliaries of the predicate i in order.
func (t *Text) Auxiliaries(i int) []int { return t.all(i, Aux) }

// Particle returns the particle of the verb i: "up" in "set up".
func (t *Text) Particle(i int) int { return t.Child(i, CompoundPrt) }

// Appositions returns the nouns that stand beside the noun i and name the same.
func (t *Text) Appositions(i int) []int { return t.all(i, Appos) }

// First returns the first one of the coordination that token i belongs to, or
// i itself.
func (t *Text) First(i int) int {
	for t.Words[i].Rel == Conj && t.Words[i].Head >= 0 {
		i = int(t.Words[i].Head)
	}
	return i
}

// Conjuncts returns the others of the coordination that token i belongs to, in
// order.
func (t *Text) Conjuncts(i int) []int {
	f := t.First(i)
	var out []int
	if f != i {
		out = append(out, f)
	}
	// Conjuncts hang on the first one, but a parser may chain them.
	for list := t.all(f, Conj); len(list) > 0; list = list[1:] {
		c := list[0]
		if c != i {
			out = append(out, c)
		}
		list = append(list, t.all(c, Conj)...)
	}
	return out
}

// Governor returns the word that token i depends on and how, once coordination
// and apposition are undone: in "met Putin and Erdogan, the president" all
// three nouns are objects of "met". At a root it returns -1.
func (t *Text) Governor(i int) (int, Rel) {
	for {
		w := &t.Words[i]
		if w.Head < 0 {
			return -1, Root
		}
		if r := w.Rel; r != Conj && r != Appos {
			return int(w.Head), r
		}
		i = int(w.Head)
	}
}

// IsClause reports whether token i heads a clause: by its relation, or because
// it has a subject or a copula.
func (t *Text) IsClause(i int) bool {
	switch t.Words[i].Rel.Base() {
	case Root, Ccomp, Xcomp, Advcl, Acl, Csubj, Parataxis:
		return true
	case Conj:
		f := t.First(i)
		return f != i && t.IsClause(f) && !nominal(t.Words[i].Tag) || t.Child(i, Nsubj, Cop) >= 0
	}
	return t.Child(i, Nsubj, Cop) >= 0
}

func nominal(t Tag) bool {
	switch t {
	case NN, NNS, NNP, NNPS, PRP, CD:
		return true
	}
	return false
}

// Clause returns the head of the clause that token i stands in, i itself if it
// heads one.
func (t *Text) Clause(i int) int {
	for !t.IsClause(i) && t.Words[i].Head >= 0 {
		i = int(t.Words[i].Head)
	}
	return i
}

// RealSubject returns who does, or in the passive undergoes, what the
// predicate i says, wherever it stands: in its clause; before the first of
// coordinated predicates; as the subject or object of the verb that controls
// an infinitive; as the noun that a participle or a relative clause describes;
// as the subject of the clause that a participle belongs to.
func (t *Text) RealSubject(i int) int {
	for range maxSteps {
		if s := t.Subject(i); s >= 0 {
			return t.antecedent(i, s)
		}
		h := int(t.Words[i].Head)
		if h < 0 {
			return -1
		}
		switch t.Words[i].Rel {
		case Conj:
			if nominal(t.Words[i].Tag) && t.Copula(i) < 0 && t.Copula(h) < 0 {
				return -1
			}
			i = h
		case Xcomp:
			if o := t.controller(h); o >= 0 {
				return o
			}
			i = h
		case Advcl:
			i = h
		case Acl:
			if t.Words[i].Tag == VBG || t.Words[i].Tag == VBN {
				return h
			}
			return t.owner(h)
		case AclRelcl: // a reduced one, without its pronoun
			return h
		default:
			return -1
		}
	}
	return -1
}

// antecedent returns the noun that the subject s of the predicate i stands
// for, if it is a relative pronoun, else s.
func (t *Text) antecedent(i, s int) int {
	if a := t.Antecedent(s); a >= 0 {
		return a
	}
	return s
}

// Antecedent returns the noun that the relative pronoun i stands for, or -1
// where i is none.
func (t *Text) Antecedent(i int) int {
	switch t.Words[i].Tag {
	case WP, WDT, WPS, WRB, IN, DT:
	default:
		return -1
	}
	if !lexicon.RelativePronouns().Has(t.low(i)) {
		return -1
	}
	c := i
	for range maxSteps {
		h := int(t.Words[c].Head)
		if h < 0 {
			return -1
		}
		if r := t.Words[c].Rel; r == AclRelcl || r == AdvclRelcl {
			return h
		}
		c = h
	}
	return -1
}

// controller returns the object of the verb h that is the subject of the
// infinitive under it, or -1 where h's own subject is.
func (t *Text) controller(h int) int {
	if t.Passive(h) || lexicon.SubjectControl().Has(t.Lemma(h)) {
		return -1
	}
	if o := t.Object(h); o >= 0 {
		return o
	}
	return t.IndirectObject(h)
}

// owner returns whose the noun h is: its possessor, or the subject of the verb
// that it is the object of ("announced a plan to build").
func (t *Text) owner(h int) int {
	if p := t.Possessor(h); p >= 0 {
		return p
	}
	g, r := t.Governor(h)
	if g >= 0 && (r == Obj || r == Obl) && !t.Passive(g) {
		return t.Subject(g)
	}
	return -1
}

// Content returns the clause that the reporting verb i governs: its complement
// ("said that he left"), or the clause that it is put into or after ("He left,
// she said"). It returns -1 where there is none.
func (t *Text) Content(i int) int {
	if c := t.Child(i, Ccomp); c >= 0 {
		return c
	}
	if t.Words[i].Rel == Parataxis && t.Words[i].Head >= 0 {
		return int(t.Words[i].Head)
	}
	if c := t.Child(i, Parataxis); c > i {
		return c
	}
	return -1
}

// Reporters returns the predicates that may report the clause i stands in, the
// nearest first: those that govern it as their content, and those put into it.
// Which of them are verbs of speech is for the caller to say.
func (t *Text) Reporters(i int) []int {
	var out []int
	for range maxSteps {
		i = t.Clause(i)
		for _, p := range t.all(i, Parataxis) {
			if t.Subject(p) >= 0 && t.Child(p, Ccomp) < 0 {
				out = append(out, p)
			}
		}
		f := t.First(i)
		h := int(t.Words[f].Head)
		if h < 0 {
			break
		}
		if r := t.Words[f].Rel; r == Ccomp || r == Parataxis && f > h {
			out = append(out, h)
		}
		i = h
	}
	return out
}
