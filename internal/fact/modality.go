package fact

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// maxClimb bounds the walk from a predicate to what governs it.
const maxClimb = 16

// holds says whether the text affirms what the predicate i says (a verb, or a
// noun or adjective that is a trigger), and how. It walks from the predicate up:
// each word on the way adds its own negation and, while the fact is still
// actual, its mood, and what the governors lexicon says of the place that the
// one has under the other.
func (f *finder) holds(i int) (negative bool, m Modality) {
	own := share{neg: true, mood: true}
	for h, n := i, 0; n < maxClimb; n++ {
		if own.neg && f.negates(h) {
			negative = !negative
		}
		if own.mood {
			reading, failed := f.mood(h)
			if m == Actual {
				m = reading
			}
			negative = negative != failed
		}
		g, reading, next := f.governed(h)
		switch reading {
		case "failed":
			negative = !negative
		case "requested":
			if m == Actual {
				m = Requested
			}
			return negative, m
		case "planned", "possible":
			if m == Actual {
				m = modalities[reading]
			}
		}
		if g < 0 {
			break
		}
		h, own = g, next
	}
	return negative, m
}

var modalities = map[string]Modality{"planned": Planned, "possible": Possible, "requested": Requested}

// A share says what a word has from the one that it depends on: its negation
// and its mood.
type share struct{ neg, mood bool }

// governed returns the word on which it depends how h holds, or -1 where that
// ends with h, and what that one says of h.
func (f *finder) governed(h int) (g int, reading string, next share) {
	all := share{neg: true, mood: true}
	g = f.Head(h)
	if r := f.beforeTo(h); r != "" {
		return f.above(h, syntax.Xcomp), r, all
	}
	if g < 0 {
		return f.predicated(h)
	}
	rel := f.Words[h].Rel
	switch {
	case rel == syntax.Conj:
		return g, "same", f.shared(g, h)
	case f.Form(h) == syntax.Infinitive || f.Child(h, syntax.Mark) >= 0 && f.Words[f.Child(h, syntax.Mark)].Tag == syntax.TO:
		return f.infinitive(g, h)
	case rel == syntax.Ccomp || rel == syntax.Csubj || rel == syntax.Acl && f.Child(h, syntax.Mark) >= 0:
		r := f.reading(g, "that")
		if f.Words[h].Tag == syntax.VBG {
			r = f.reading(g, "ing")
		}
		if r == "" {
			return -1, "", all
		}
		return g, r, all
	case rel == syntax.Xcomp:
		if r := f.reading(g, "ing"); r != "" {
			return g, r, all
		}
		return g, "same", all
	case f.Words[h].Class == syntax.VERB:
		return f.participle(g, h)
	}
	return f.noun(g, h)
}

// above returns the word that h depends on by a relation, or -1.
func (f *finder) above(h int, rel syntax.Rel) int {
	if f.Words[h].Rel == rel {
		return f.Head(h)
	}
	return -1
}

// shared says what h, coordinated with g, has from it: "did not sign or ratify",
// "will come and go", "no deaths or injuries".
func (f *finder) shared(g, h int) share {
	either := false
	if c := f.Child(h, syntax.Cc); c >= 0 {
		either = f.low(c) == "or" || f.low(c) == "nor" // the grammar's own words
	}
	if f.Words[h].Class != syntax.VERB && f.Copula(h) < 0 {
		return share{neg: either || f.listed(g, h), mood: true}
	}
	bare := f.Subject(h) < 0 && f.Child(h, syntax.Aux) < 0 && f.Words[h].Tag == f.Words[g].Tag
	switch f.Words[h].Tag {
	case syntax.VB, syntax.VBN, syntax.VBG:
		return share{neg: bare, mood: bare}
	}
	return share{neg: bare && either, mood: bare && either}
}

// listed reports whether the coordination of g, of which h is a member without a
// conjunction, ends with "or".
func (f *finder) listed(g, h int) bool {
	for c := range f.Children(g) {
		if c > h && f.Words[c].Rel == syntax.Conj {
			if k := f.Child(c, syntax.Cc); k >= 0 {
				return f.low(k) == "or" || f.low(k) == "nor"
			}
		}
	}
	return false
}

// infinitive is governed for an infinitive.
func (f *finder) infinitive(g, h int) (int, string, share) {
	all := share{neg: true, mood: true}
	to := f.to(h)
	if k := f.skipNegator(to - 1); to > 0 && k >= 0 && k != g { // whatever the parser makes of it: "have no plans to visit"
		if r := f.reading(k, "inf"); r != "" {
			if f.Head(k) == h {
				k = -1
			}
			return k, r, all
		}
	}
	if r := f.reading(g, "inf"); r != "" {
		return g, r, all
	}
	switch f.Words[h].Rel {
	case syntax.Xcomp:
		return g, "same", all
	case syntax.Advcl: // a purpose
		return -1, "planned", all
	case syntax.Acl, syntax.AclRelcl:
		if f.single(g) { // "the first woman to lead it"
			return -1, "same", all
		}
		return -1, "planned", all
	}
	return -1, "", all
}

// single reports whether the noun g is picked out by its rank: "first", "only",
// "latest", "sixth".
func (f *finder) single(g int) bool {
	if lexicon.Ranks().Has(f.low(g)) {
		return true
	}
	for c := range f.Children(g) {
		if c < g && (f.Words[c].Tag == syntax.JJS || lexicon.Ranks().Has(f.low(c))) {
			return true
		}
	}
	return false
}

// participle is governed for a verb that is no infinitive and no complement.
func (f *finder) participle(g, h int) (int, string, share) {
	all := share{neg: true, mood: true}
	for c := range f.Children(h) {
		if r := f.Words[c].Rel; c < h && (r == syntax.Mark || r == syntax.Case) {
			if r := f.reading(g, f.low(c)); r != "" {
				return g, r, all
			}
		}
	}
	switch f.Words[h].Rel.Base() {
	case syntax.Advcl: // "may hit the coast, killing hundreds"
		if f.Words[h].Tag == syntax.VBG && f.Child(h, syntax.Mark, syntax.Nsubj) < 0 {
			return g, "same", share{mood: true}
		}
	case syntax.Obj:
		if r := f.reading(g, "ing"); r != "" {
			return g, r, all
		}
	}
	return -1, "", all
}

// noun is governed for a noun or an adjective.
func (f *finder) noun(g, h int) (int, string, share) {
	all := share{neg: true, mood: true}
	if f.Copula(h) >= 0 {
		return f.predicated(h)
	}
	slot := ""
	switch f.Words[h].Rel {
	case syntax.Obj, syntax.NsubjPass:
		slot = "obj"
	case syntax.Nsubj:
		if slot = "subj"; f.Passive(g) {
			slot = "obj"
		} else if cols := lexicon.FactModifiers().Get(f.low(g)); cols != nil && f.Copula(g) >= 0 { // "a strike is imminent"
			return g, cols[0], all
		}
	case syntax.Nmod, syntax.Obl:
		p := f.Preposition(h)
		if p < 0 {
			return -1, "", all
		}
		slot = f.low(p)
		if f.Words[g].Class == syntax.NOUN && f.reading(g, slot) == "" && f.negates(g) && !lexicon.Occasions().Has(f.lemma(g)) {
			return -1, "failed", all // "no sign of an attack"
		}
	default:
		return -1, "", all
	}
	if slot == "obj" || slot == "subj" { // "have no plans" is negated once
		all.neg = !f.negates(h)
	}
	if r := f.reading(g, slot); r != "" {
		return g, r, all
	}
	if cols := lexicon.LightVerbs().Get(f.lemma(g)); cols != nil && slot != "subj" && lookup(cols[0], slot) != "" { // "will pay a visit"
		return g, "same", all
	}
	return -1, "", all
}

// predicated is governed for what be says of a subject: "their demand was his
// release".
func (f *finder) predicated(h int) (int, string, share) {
	if s := f.Subject(h); s >= 0 && f.Copula(h) >= 0 {
		if r := f.reading(s, "be"); r != "" {
			return -1, r, share{}
		}
	}
	return -1, "", share{}
}

// reading returns what the word g says of what stands in a slot under it.
func (f *finder) reading(g int, slot string) string {
	lemma := f.lemma(g)
	if p := f.Particle(g); p >= 0 {
		lemma += " " + f.low(p)
	}
	cols := lexicon.FactGovernors().Get(lemma)
	if cols == nil {
		if cols = lexicon.FactGovernors().Get(f.low(g)); cols == nil { // "due", and participles that are adjectives
			return ""
		}
	}
	for x := range strings.FieldsSeq(cols[0]) {
		if s, r, _ := strings.Cut(x, ":"); s == slot {
			return r
		}
	}
	return ""
}

// to returns the "to" of the infinitive h, or -1.
func (f *finder) to(h int) int {
	for c := range f.Children(h) {
		if c < h && f.Words[c].Tag == syntax.TO {
			return c
		}
	}
	if h > 0 && f.Words[h-1].Tag == syntax.TO {
		return h - 1
	}
	return -1
}

// skipNegator returns token k, or the one before it where k negates what
// follows.
func (f *finder) skipNegator(k int) int {
	if k > 0 && f.negator(k) {
		return k - 1
	}
	return k
}

// beforeTo returns what the word before the "to" of h says of it.
func (f *finder) beforeTo(h int) string {
	if f.Words[h].Tag != syntax.VB && f.Words[h].Class != syntax.NOUN {
		return ""
	}
	to := h - 1
	if f.Words[h].Tag == syntax.VB {
		to = f.to(h)
	}
	if to < 1 || f.low(to) != "to" {
		return ""
	}
	k := f.skipNegator(to - 1)
	if f.Words[h].Tag != syntax.VB && f.Words[to].Rel != syntax.Fixed { // "is due to phone Oslo", read as a noun
		return ""
	}
	if cols := lexicon.BeforeTo().Get(f.low(k)); cols != nil {
		return cols[0]
	}
	return ""
}

// negator reports whether token k is an adverb that negates.
func (f *finder) negator(k int) bool {
	cols := lexicon.Negators().Get(f.low(k))
	return cols != nil && cols[0] == "verb" && !f.notOnly(k)
}

// notOnly reports whether the negator k negates nothing: "not only", "no fewer
// than".
func (f *finder) notOnly(k int) bool { return k+1 < len(f.Words) && lexicon.NotOnly().Has(f.low(k+1)) }

// negates reports whether the word h is negated in its own clause.
func (f *finder) negates(h int) bool {
	if to := f.to(h); to > 0 && f.Words[h].Tag == syntax.VB && f.negator(to-1) {
		return true
	}
	for c := range f.Children(h) {
		switch f.Words[c].Rel.Base() {
		case syntax.Advmod, syntax.Aux, syntax.Cc:
			if f.negator(c) && (c < h || f.Words[c].Rel.Base() != syntax.Cc) && !(c > h && c+1 < len(f.Words) && f.Words[c+1].Tag == syntax.TO) {
				return true
			}
			if c > 0 && f.none(c-1) && f.Head(c-1) == c && !f.notOnly(c-1) { // "no longer"
				return true
			}
		case syntax.Det:
			if f.none(c) {
				return true
			}
		case syntax.Nsubj, syntax.Obj:
			if f.none(c) {
				return true
			}
			for d := range f.Children(c) {
				r := f.Words[d].Rel.Base()
				if (r == syntax.Det || r == syntax.Cc || r == syntax.Advmod) && d < c && (f.none(d) || r != syntax.Det && f.negator(d)) {
					return true
				}
			}
		case syntax.Mark, syntax.Case:
			if c < h && lexicon.Excluders().Has(f.low(c)) {
				return true
			}
		}
	}
	return false
}

// none reports whether the word k makes the noun that it stands with, or itself,
// none.
func (f *finder) none(k int) bool {
	cols := lexicon.Negators().Get(f.low(k))
	return cols != nil && (cols[0] == "argument" || f.Words[k].Rel.Base() == syntax.Det || f.Words[k].Rel == syntax.CcPreconj) && !f.notOnly(k)
}

// mood returns what auxiliaries, conditions, adverbs, adjectives and participles
// say of how h holds; failed is true where they say that it does not.
func (f *finder) mood(h int) (m Modality, failed bool) {
	for c := range f.Children(h) {
		switch f.Words[c].Rel.Base() {
		case syntax.Aux:
			if cols := lexicon.Modals().Get(f.low(c)); cols != nil && m == Actual {
				m = f.modal(cols[0], h)
			}
		case syntax.Mark:
			if lexicon.Conditions().Has(f.low(c)) {
				m = Possible
			}
		case syntax.Amod, syntax.Advmod:
			if cols := lexicon.FactModifiers().Get(f.low(c)); cols != nil && c < h+3 {
				if cols[0] == "failed" {
					failed = true
				} else if m == Actual {
					m = modalities[cols[0]]
				}
			}
		case syntax.Acl, syntax.Nmod: // "a visit that was planned for Monday", "talks scheduled for Monday"
			if v := f.described(h, c); v >= 0 {
				switch r := f.reading(v, "obj"); r {
				case "failed":
					failed = true
				case "planned", "possible", "requested":
					if m == Actual {
						m = modalities[r]
					}
				}
			}
		}
	}
	return m, failed
}

// described returns the passive verb that describes the noun h as its dependent
// c, or as one of c, where the parser takes "a visit to Lima that was planned"
// for a planned Lima; else -1.
func (f *finder) described(h, c int) int {
	if c < h || f.Words[h].Class != syntax.NOUN {
		return -1
	}
	if f.Words[c].Rel == syntax.Nmod {
		if c = f.Child(c, syntax.Acl); c < 0 || f.Child(c, syntax.Nsubj) < 0 {
			return -1
		}
	}
	if f.Words[c].Rel.Base() == syntax.Acl && f.Passive(c) {
		return c
	}
	return -1
}

// modal returns what a modal verb of a class says of the predicate h.
func (f *finder) modal(class string, h int) Modality {
	switch class {
	case "future", "conditional":
		return Planned
	case "necessary":
		if f.Perfect(h) { // "must have left"
			return Possible
		}
		return Requested
	}
	if f.negates(h) { // "could not reach an agreement"
		for c := range f.Children(h) {
			if f.Words[c].Rel.Base() == syntax.Aux && lexicon.Abilities().Has(f.low(c)) {
				return Actual
			}
		}
	}
	return Possible
}

// low is token i in lower case.
func (f *finder) low(i int) string { return strings.ToLower(f.Word(i)) }
