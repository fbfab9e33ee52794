package syntax

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A Tense is a clause's, by its finite verb.
type Tense uint8

// The tenses. A clause in the future has a verb in the present and a modal
// (Mood).
const (
	NoTense Tense = iota // not finite
	Present
	Past
)

// Tense returns the tense of the clause with the predicate i, by its verb, its
// auxiliary or its copula.
func (t *Text) Tense(i int) Tense {
	for c := range t.Children(i) {
		if r := t.Words[c].Rel.Base(); r == Aux || r == Cop {
			if k := tense(t.Words[c].Tag); k != NoTense {
				return k
			}
		}
	}
	return tense(t.Words[i].Tag)
}

func tense(t Tag) Tense {
	switch t {
	case VBD:
		return Past
	case VBP, VBZ, MD:
		return Present
	}
	return NoTense
}

// Perfect reports whether the predicate i has happened before: "has left",
// "had left", "having left".
func (t *Text) Perfect(i int) bool {
	for c := range t.Children(i) {
		if t.Words[c].Rel == Aux && t.Words[i].Tag == VBN && t.Lemma(c) == "have" {
			return true
		}
	}
	return false
}

// A Form is a verb's.
type Form uint8

// The forms of verbs.
const (
	NoForm     Form = iota // no verb
	Finite                 // with a tense, a modal, or an imperative
	Infinitive             // with to, or bare under another verb
	Participle             // -ing and past participles without an auxiliary
)

// Form returns the form of the clause with the predicate i.
func (t *Text) Form(i int) Form {
	for c := range t.Children(i) {
		switch r := t.Words[c].Rel.Base(); {
		case r != Aux && r != Cop:
		case tense(t.Words[c].Tag) != NoTense:
			return Finite
		}
	}
	switch t.Words[i].Tag {
	case VBD, VBP, VBZ, MD:
		return Finite
	case VBG, VBN:
		return Participle
	case VB:
		for c := range t.Children(i) {
			if t.Words[c].Tag == TO {
				return Infinitive
			}
		}
		if t.Words[i].Rel == Xcomp || t.Words[i].Rel == Ccomp {
			return Infinitive
		}
		return Finite
	}
	return NoForm
}

// Plural reports whether token i is a noun or pronoun in the plural.
func (t *Text) Plural(i int) bool {
	switch t.Words[i].Tag {
	case NNS, NNPS:
		return true
	case PRP, PRPS, DT:
		return strings.Contains(t.features(i), "Number=Plur")
	}
	return false
}

// Passive reports whether the predicate i is in the passive voice: by its
// auxiliary or its subject, or a past participle that describes a noun.
func (t *Text) Passive(i int) bool {
	if t.Words[i].Tag != VBN && t.Words[i].Tag != VBD {
		return false
	}
	for c := range t.Children(i) {
		switch t.Words[c].Rel {
		case AuxPass, NsubjPass, CsubjPass, OblAgent:
			return true
		}
	}
	if t.Words[i].Tag != VBN {
		return false
	}
	switch t.Words[i].Rel {
	case Acl, Amod:
		return true
	case Conj: // "was arrested and charged": its auxiliary is the first one's
		return t.Child(i, Aux) < 0 && t.Words[i].Head >= 0 && t.Passive(int(t.Words[i].Head))
	case Advcl:
		return t.Child(i, Aux) < 0 && t.Child(i, Obj) < 0
	}
	return false
}

// Negated reports whether the clause with the predicate i, or the noun i, is
// negative: by an adverb ("not", "never"), or by a subject or object that
// makes it so ("nobody", "no ship").
func (t *Text) Negated(i int) bool {
	neg := lexicon.Negators()
	for c := range t.Children(i) {
		kind := neg.Get(t.low(c))
		switch t.Words[c].Rel.Base() {
		case Advmod, Cc, Aux:
			if kind != nil && kind[0] == "verb" && (t.Words[c].Rel != Cc || c < i) {
				return true
			}
		case Det:
			if kind != nil {
				return true
			}
		case Nsubj, Obj:
			if kind != nil {
				return true
			}
			if d := t.Child(c, Det); d >= 0 && neg.Get(t.low(d)) != nil {
				return true
			}
		}
	}
	return false
}

// A Mood says how a clause holds, as far as its auxiliaries and its mark tell.
type Mood uint8

// The moods, from the weakest claim to the strongest where several fit.
const (
	Actual      Mood = iota
	Future           // will, shall, is going to
	Necessary        // must, should
	Possible         // may, could
	Conditional      // would; a clause with if
)

// Mood returns the mood of the clause with the predicate i.
func (t *Text) Mood(i int) Mood {
	m := Actual
	for c := range t.Children(i) {
		switch t.Words[c].Rel.Base() {
		case Aux:
			if k := lexicon.Modals().Get(t.low(c)); k != nil {
				m = max(m, moods[k[0]])
			}
		case Mark:
			if lexicon.Conditions().Has(t.low(c)) {
				m = Conditional
			}
		}
	}
	h := int(t.Words[i].Head)
	switch {
	case m != Actual || h < 0:
	case t.Words[i].Rel == Conj && t.Child(i, Aux) < 0 && t.Words[i].Tag == t.Words[h].Tag:
		return t.Mood(h) // "may come and go"
	case t.Words[i].Rel == Xcomp && t.low(h) == "going" && t.Child(h, Aux) >= 0:
		return Future
	}
	return m
}

var moods = map[string]Mood{"future": Future, "necessary": Necessary, "possible": Possible, "conditional": Conditional}

// low is the token in lower case, with a plain apostrophe.
func (t *Text) low(i int) string { return lower(t.Word(i)) }
