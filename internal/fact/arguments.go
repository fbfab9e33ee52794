package fact

import (
	"sort"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// A trigger is what calls up a fact, and where its dependents hang.
type trigger struct {
	Span
	head  int    // the verb, noun or adjective
	verb  bool   // it has the dependents of a verb
	light int    // the verb that carries the noun, or -1
	does  string // what the subject of that verb is to the event
	last  int    // of a phrase: its last word, which may have dependents of its own
}

// A filler is what stands in a slot.
type filler struct {
	head   int
	clause bool
}

// fill appends what stands in the slot of the trigger.
func (f *finder) fill(buf []filler, t *trigger, slot string) []filler {
	if t.verb {
		return f.verbSlot(buf, t, slot)
	}
	switch slot {
	case "subj", "obj", "host":
		if t.light < 0 {
			if slot == "subj" && f.Words[t.head].Class == syntax.ADJ {
				return f.all(buf, f.RealSubject(t.head))
			}
			return buf
		}
		if want := map[string]string{"subj": "do", "obj": "undergo", "host": "host"}[slot]; want != t.does {
			return buf
		}
		if f.Passive(t.light) {
			return f.all(buf, f.agent(t.light))
		}
		return f.all(buf, f.subject(t.light))
	}
	n := len(buf)
	buf = f.nounSlot(buf, t.head, slot)
	if len(buf) == n && slot == "by" {
		if c := f.lastChild(t.head); c >= 0 && f.Preposition(c) >= 0 && f.is(f.Preposition(c), "of") {
			return f.all(buf, f.lowAgent(t.head))
		}
		return buf
	}
	if len(buf) == n && slot == "with" { // attached one step too low: "talks in Oslo with envoys"
		for c := range f.Children(t.head) {
			if f.Words[c].Rel == syntax.Nmod && f.isPlace(c) {
				buf = f.prepositional(buf, c, slot)
			}
		}
	}
	if len(buf) == n && t.light >= 0 && slot != "poss" {
		buf = f.prepositional(buf, t.light, slot)
	}
	return buf
}

func (f *finder) verbSlot(buf []filler, t *trigger, slot string) []filler {
	i := t.head
	switch slot {
	case "subj":
		if f.Passive(i) && !f.finite(i) {
			return f.all(buf, f.agent(i))
		}
		return f.all(buf, f.subject(i))
	case "passive":
		if f.Passive(i) {
			buf = append(buf, filler{i, true})
		}
		return buf
	case "obj":
		return f.all(buf, f.object(i))
	case "iobj":
		if o := f.IndirectObject(i); o >= 0 {
			return f.all(buf, o)
		}
		if first, second := f.objects(i); second >= 0 && !f.Passive(i) {
			return f.all(buf, first)
		}
		if f.Passive(i) && f.Object(i) >= 0 {
			return f.all(buf, f.RealSubject(i))
		}
		return buf
	case "that", "must", "inf", "ing":
		n := len(buf)
		if buf = f.clauses(buf, i, slot); len(buf) == n && t.last != i {
			buf = f.clauses(buf, t.last, slot)
		}
		return buf
	case "pred":
		if c := f.Child(i, syntax.Xcomp); c >= 0 && f.Words[c].Class != syntax.VERB && f.Preposition(c) < 0 {
			return append(buf, filler{c, false})
		}
		if o := f.Object(i); o >= 0 && f.Passive(i) {
			return append(buf, filler{o, false})
		}
		return buf
	case "aux":
		for _, a := range f.Auxiliaries(i) {
			buf = append(buf, filler{a, false})
		}
		return buf
	case "poss", "adj", "comp":
		return buf
	}
	n := len(buf)
	buf = f.prepositional(buf, i, slot)
	if len(buf) == n && t.last != i {
		buf = f.prepositional(buf, t.last, slot)
	}
	if len(buf) == n { // attached one step too low: "delivered flour to families"
		if o := f.Object(i); o >= 0 {
			buf = f.prepositional(buf, o, slot)
		}
	}
	return buf
}

// agent returns who does what the passive verb i says, or -1.
func (f *finder) agent(i int) int {
	if a := f.Agent(i); a >= 0 {
		return a
	}
	return f.lowAgent(i)
}

// lowAgent finds the agent of i that a parser attached too low: "was barred from
// the port by the navy", "the expulsion of its consul by Mali". What is written by
// somebody keeps its author, and what happens whoever does it.
func (f *finder) lowAgent(i int) int {
	for n := 0; n < 3; n++ {
		c := f.lastChild(i)
		if c < 0 || hasWord(f.classes(c), "document") || hasWord(f.classes(c), "message") || n == 0 && f.timed(c) {
			break
		}
		if p := f.Preposition(c); p >= 0 && f.is(p, "by") {
			if !f.temporal(c) && f.somebody(filler{c, false}) { // "founded in 1988 by"
				return c
			}
			break
		}
		i = c
	}
	return -1
}

// lastChild returns the last noun that depends on i, behind it, as its object or
// with a preposition, or -1.
func (f *finder) lastChild(i int) int {
	last := -1
	for c := range f.Children(i) {
		if r := f.Words[c].Rel; c > i && f.Words[c].Class != syntax.VERB && (r.Base() == syntax.Obl || r == syntax.Nmod || r == syntax.Obj) {
			last = c
		}
	}
	return last
}

// objects returns the first two objects of the verb i; a parser may take an
// indirect one for another direct one.
func (f *finder) objects(i int) (first, second int) {
	first, second = -1, -1
	for c := range f.Children(i) {
		if f.Words[c].Rel != syntax.Obj || f.temporal(c) {
			continue
		}
		if first >= 0 {
			return first, c
		}
		first = c
	}
	return first, second
}

// finite reports whether i is a verb in the past tense that a parser took for
// an attribute of its object: "Serbia eased measures", "have tortured scores".
func (f *finder) finite(i int) bool {
	w := f.Words[i]
	if w.Rel != syntax.Amod || int(w.Head) < i {
		return false
	}
	return w.Tag == syntax.VBD || w.Tag == syntax.VBN && i > 0 && f.Words[i-1].Class == syntax.AUX && f.Words[i-1].Head == w.Head
}

// subject is who does what the active verb i says; it mends what parsers get
// wrong most.
func (f *finder) subject(i int) int {
	w := f.Words[i]
	h := int(w.Head)
	s := f.RealSubject(i)
	switch {
	case f.finite(i):
		for c := range f.Children(h) {
			if r := f.Words[c].Rel; c < i && (r == syntax.Compound || r == syntax.Nsubj || r == syntax.Nmod) && f.named(c) {
				return c
			}
		}
		if w.Tag == syntax.VBN { // it may have gone to the next verb
			if v := f.Head(h); v >= 0 {
				if s := f.Child(v, syntax.Nsubj); s >= 0 && s < i {
					return s
				}
			}
		}
		return -1
	case h < 0:
	case w.Rel == syntax.Acl && f.Form(i) == syntax.Infinitive: // "Germany's plan to", "has a plan to"
		if f.somebody(filler{h, false}) { // "for his own country to host it"
			return h
		}
		if p := f.Possessor(h); p >= 0 {
			return p
		}
		for c := range f.Children(h) {
			if r := f.Words[c].Rel; (r == syntax.Compound || r == syntax.Amod) && f.named(c) {
				return c
			}
		}
		if g, rel := f.Governor(h); g >= 0 && rel == syntax.Obj {
			return f.RealSubject(g)
		}
		return -1
	case w.Rel == syntax.Acl && (w.Tag == syntax.VBD || w.Tag == syntax.VBZ || w.Tag == syntax.VBP):
		for s = h; f.Words[s].Rel == syntax.Nmod && f.Words[s].Head >= 0; { // "settlers in the city set fire"
			s = int(f.Words[s].Head)
		}
		return s
	case w.Rel == syntax.Acl && w.Tag == syntax.VBG && hasWord(f.classes(h), "message"): // "sent a letter demanding"
		if p := f.Possessor(h); p >= 0 {
			return p
		}
		if g, rel := f.Governor(h); g >= 0 && rel == syntax.Obj {
			return f.RealSubject(g)
		}
	case s < 0 && w.Rel == syntax.Xcomp && f.Words[h].Class != syntax.VERB: // "is willing to"
		return f.RealSubject(h)
	}
	if s < 0 && !f.Passive(i) {
		for c := range f.Children(i) {
			if c >= i {
				break
			}
			if f.Words[c].Rel.Base() == syntax.Obl && f.Preposition(c) < 0 && !f.temporal(c) && f.Words[c].Class != syntax.VERB {
				return c
			}
		}
	}
	return s
}

// object is what the verb i acts on, in the active or the passive voice.
func (f *finder) object(i int) int {
	if f.finite(i) {
		return f.Head(i)
	}
	o, second := f.objects(i)
	if second >= 0 {
		o = second
	}
	if f.Passive(i) {
		if o >= 0 {
			return o
		}
		return f.RealSubject(i)
	}
	if o >= 0 {
		if a := f.Antecedent(o); a >= 0 {
			return a
		}
		return o
	}
	w := f.Words[i]
	if w.Rel == syntax.AclRelcl && w.Head >= 0 && f.Subject(i) >= 0 && f.RealSubject(i) != int(w.Head) {
		return int(w.Head) // "the man whom police arrested"
	}
	for c := range f.Children(i) { // "hired up to 300 people": a number's "up to" taken for a preposition
		if c > i && f.Words[c].Rel == syntax.Obl && f.Words[c].Class != syntax.VERB && !f.temporal(c) {
			first, _ := f.Span(c)
			if first <= i+2 && f.counted(c) && (f.Preposition(c) < 0 || f.Particle(i) == first-1 || f.Words[f.Preposition(c)+1].Tag == syntax.JJS) {
				return c
			}
			break
		}
	}
	if f.Child(i, syntax.Obl, syntax.Ccomp, syntax.Xcomp) < 0 { // "arrested and charged two men"
		for _, c := range f.Conjuncts(i) {
			if c > i && c-i <= 3 && f.Words[c].Class == syntax.VERB && !f.Passive(c) {
				return f.Object(c)
			}
		}
	}
	return -1
}

// temporal reports whether token i stands in a time expression.
func (f *finder) temporal(i int) bool {
	at := int(f.Tokens[i].Start)
	k := sort.Search(len(f.dates), func(k int) bool { return int(f.dates[k].End) > at })
	return k < len(f.dates) && int(f.dates[k].Start) <= at
}

// counted reports whether the noun i has a number, or is one.
func (f *finder) counted(i int) bool {
	return f.Child(i, syntax.Nummod) >= 0 || f.Words[i].Class == syntax.NUM || sum(f.Word(i))
}

// nounSlot appends what stands in a slot of a noun.
func (f *finder) nounSlot(buf []filler, i int, slot string) []filler {
	switch slot {
	case "poss":
		return f.all(buf, f.Possessor(i))
	case "amod":
		for c := range f.Children(i) {
			if f.Words[c].Rel == syntax.Amod {
				buf = append(buf, filler{c, false})
			}
		}
		return buf
	case "det":
		if d := f.Child(i, syntax.Det); d >= 0 {
			buf = append(buf, filler{d, false})
		}
		return buf
	case "adj", "comp":
		for c := range f.Children(i) {
			if c >= i {
				break
			}
			rel := f.Words[c].Rel
			if (rel == syntax.Nsubj || rel == syntax.Amod || rel == syntax.Compound || rel == syntax.NmodDesc || rel == syntax.Nmod && f.Preposition(c) < 0) && f.named(c) {
				buf = f.all(buf, c)
			}
		}
		return buf
	case "that", "must", "inf", "ing":
		return f.clauses(buf, i, slot)
	}
	return f.prepositional(buf, i, slot)
}

// prepositional appends the nouns and the clauses that depend on i with a
// preposition.
func (f *finder) prepositional(buf []filler, i int, prep string) []filler {
	n := len(buf)
	buf = f.prepositions(buf, i, prep)
	for c := range f.Children(i) { // given to a name on the way, which takes none: "talks in Abu Dhabi with"
		if len(buf) > n {
			break
		}
		if f.Preposition(c) >= 0 && f.isName(c) && !lexicon.AfterNames().Has(prep) {
			buf = f.prepositions(buf, c, prep)
		}
	}
	return buf
}

func (f *finder) prepositions(buf []filler, i int, prep string) []filler {
	for c := range f.Children(i) {
		w := f.Words[c]
		switch w.Rel.Base() {
		case syntax.Obl, syntax.Nmod, syntax.Advmod, syntax.Xcomp, syntax.Iobj:
			p := f.Preposition(c)
			if first, _ := f.Span(c); p < 0 && first < c && f.Words[first].Class == syntax.ADP { // under the given name
				p = first
			}
			if p >= 0 && f.is(p, prep) {
				buf = append(buf, filler{f.bearer(f.referent(c)), false})
				for k := range f.Children(c) {
					if f.Words[k].Rel != syntax.Conj || f.Words[k].Class == syntax.VERB {
						continue
					}
					if own := f.Preposition(k); own < 0 || f.is(own, prep) {
						buf = append(buf, filler{k, false})
					}
				}
			} else if w.Rel == syntax.OblAgent && prep == "by" {
				buf = f.all(buf, c)
			}
		case syntax.Advcl, syntax.Acl, syntax.Ccomp:
			if m := f.Child(c, syntax.Mark, syntax.Case); m >= 0 && f.is(m, prep) && f.Words[c].Rel != syntax.AclRelcl {
				buf = append(buf, filler{c, f.Words[c].Class == syntax.VERB})
			}
		case syntax.Obj:
			if p := f.Particle(i); p >= 0 && p < c && f.is(p, prep) {
				buf = f.all(buf, c)
			}
		}
	}
	return buf
}

// clauses appends the clauses that complete i: finite, infinitive or in -ing.
func (f *finder) clauses(buf []filler, i int, slot string) []filler {
	for c := range f.Children(i) {
		if c < i || slot == "that" && f.asks(c) {
			continue
		}
		switch f.Words[c].Rel {
		case syntax.Conj, syntax.Parataxis, syntax.AclRelcl, syntax.Nsubj, syntax.Csubj:
			continue
		}
		if f.Words[c].Class != syntax.VERB && f.Copula(c) < 0 {
			continue
		}
		form := f.Form(c)
		var ok bool
		switch slot {
		case "that":
			ok = form == syntax.Finite && f.Words[c].Rel != syntax.Advcl && f.Words[c].Rel != syntax.Xcomp
		case "must":
			ok = form == syntax.Finite && f.Mood(c) == syntax.Necessary
		case "inf":
			ok = form == syntax.Infinitive
		case "ing":
			ok = form == syntax.Participle && f.Words[c].Tag == syntax.VBG && f.Child(c, syntax.Mark) < 0 && f.Words[c].Rel != syntax.Acl
		}
		if ok {
			buf = append(buf, filler{c, true})
		}
	}
	return buf
}

// asks reports whether the clause c opens with where, when or how.
func (f *finder) asks(c int) bool {
	for k := range f.Children(c) {
		if k < c && f.Words[k].Tag == syntax.WRB {
			return true
		}
	}
	return false
}

// all appends the noun i and those coordinated with it.
func (f *finder) all(buf []filler, i int) []filler {
	if i < 0 {
		return buf
	}
	clause := f.Words[i].Class == syntax.VERB
	buf = append(buf, filler{f.bearer(f.referent(i)), clause})
	if f.Child(i, syntax.Conj) < 0 && f.Words[i].Rel != syntax.Conj {
		return buf
	}
	members := f.Conjuncts(i)
	end := f.lastJoined(members)
	for _, c := range members {
		if (f.Words[c].Class == syntax.VERB) == clause && f.Copula(c) < 0 && (end < 0 || c <= end) {
			buf = append(buf, filler{f.bearer(c), clause})
		}
	}
	return buf
}

// lastJoined returns the last member of a coordination that has a conjunction, or -1:
// what follows it is no member but says what they are ("Norway and Chile, both
// members").
func (f *finder) lastJoined(members []int) int {
	end := -1
	for _, c := range members {
		if f.Child(c, syntax.Cc) >= 0 {
			end = max(end, c)
		}
	}
	return end
}

// referent is what a relative pronoun stands for, or i itself.
func (f *finder) referent(i int) int {
	if a := f.Antecedent(i); a >= 0 {
		return a
	}
	return i
}

// bearer is the name that stands beside a description: "the envoy, Jan Holm".
func (f *finder) bearer(i int) int {
	if t := f.twin(i); t >= 0 { // "President Jan Holm" as two subjects
		return t
	}
	if f.Words[i].Class != syntax.NOUN && f.MentionAt(i) >= 0 && f.Mentions[f.MentionAt(i)].Level == mention.Name {
		return i
	}
	for c := range f.Children(i) {
		if f.Words[c].Rel == syntax.Appos && c > i {
			if k := f.MentionAt(c); k >= 0 && f.Mentions[k].Level == mention.Name && f.Mentions[k].Kind == mention.Person {
				return c
			}
		}
	}
	return i
}

// twin returns the name right after the noun i that a parser gave the same place
// under the same verb, -1 where there is none: a verb has one subject, so that the
// first is what the second is ("the leader of the bloc, Jan Holm, said").
func (f *finder) twin(i int) int {
	h := f.Head(i)
	if h < 0 || f.Words[i].Rel.Base() != syntax.Nsubj && f.Words[i].Rel != syntax.Obj {
		return -1
	}
	for c := range f.Children(h) {
		if c <= i || f.Words[c].Rel != f.Words[i].Rel || f.Words[c].Class != syntax.PROPN {
			continue
		}
		k, _ := f.Span(c)
		if f.Word(k) == "," {
			k++
		}
		if k--; k > i && f.Word(k) == "," && f.Words[i].Rel != syntax.Obj {
			k--
		}
		for n := 0; n < maxClimb && k > i; n++ {
			k = f.Head(k)
		}
		if k == i {
			return c
		}
		break
	}
	return -1
}

// is reports whether token i is the word w, in lower case.
func (f *finder) is(i int, w string) bool { return strings.EqualFold(f.Word(i), w) }
