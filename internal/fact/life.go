package fact

import (
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// life finds births and deaths of persons: i is the verb, or the noun of death.
// Who dies by violence or in a disaster is a casualty.
func (f *finder) life(i int) {
	lemma := f.lemma(i)
	switch {
	case lexicon.Births().Has(f.low(i)):
		if who, ok := f.one(f.subject(i)); ok && f.Words[i].Class == syntax.VERB {
			f.event(Birth, i, Span{int32(i), int32(i + 1)}, who)
		}
		return
	case f.Words[i].Class == syntax.ADJ:
		return
	}
	cols := lexicon.Dying().Get(lemma)
	if cols == nil || f.byViolence(i) {
		return
	}
	span := Span{int32(i), int32(i + 1)}
	if cols[0] != "-" {
		if i+1 >= len(f.Words) || f.low(i+1) != cols[0] {
			return
		}
		span.Last++
	}
	var who Argument
	ok := false
	var others []Argument
	switch {
	case cols[1] == "verb" && f.Words[i].Class == syntax.VERB:
		s := f.identified(f.subject(i))
		if who, ok = f.one(s); ok {
			for _, c := range f.Conjuncts(s) { // "Ann Roe and Bo Lie died"
				if a, more := f.one(c); more && c > s {
					others = append(others, a)
				}
			}
		}
	case cols[1] == "noun" && f.Words[i].Class == syntax.NOUN && !f.Plural(i):
		if p := f.Possessor(i); p >= 0 {
			who, ok = f.one(p)
		}
		for _, o := range f.Obliques(i) {
			if !ok && o.Prep >= 0 && f.low(o.Prep) == "of" {
				who, ok = f.one(o.Head)
			}
		}
	}
	if ok {
		f.event(Death, i, span, append([]Argument{who}, others...)...)
	}
}

// identified returns who the subject s of a verb is said to be: "became the sixth person
// to die", "was among those to have died"; or its name.
func (f *finder) identified(s int) int {
	if s < 0 {
		return s
	}
	if b := f.bearer(s); b != s || f.At(s) >= 0 {
		return b
	}
	if f.Copula(s) >= 0 {
		return f.Subject(s)
	}
	if g := f.Head(s); g >= 0 && (f.Words[s].Rel == syntax.Xcomp || f.Words[s].Rel == syntax.Obj) && f.single(s) {
		return f.Subject(g)
	}
	return s
}

// late finds the death that an adjective tells of: "the late mayor, X".
func (f *finder) late(i int) {
	if i == 0 || !lexicon.Late().Has(f.low(i)) || f.Words[i].Rel != syntax.Amod {
		return
	}
	switch f.Words[i-1].Tag {
	case syntax.DT, syntax.PRPS, syntax.POS:
	default:
		return
	}
	g := f.Head(i)
	_, high := f.bounds(i)
	for k := i + 1; k < high && k < i+7; k++ {
		if m := f.nameAt(k, mention.Person); m >= 0 {
			f.tell(Death, i, Span{int32(i), int32(i + 1)}, f.arg(Person, f.person(m)))
			return
		}
		if !f.nominal(k) && f.Word(k) != "," {
			break
		}
	}
	if who, ok := f.one(g); ok && g > i {
		f.tell(Death, i, Span{int32(i), int32(i + 1)}, who)
	}
}

// one is who for one person that the text names: a name or a pronoun for one.
func (f *finder) one(i int) (Argument, bool) {
	if i < 0 {
		return Argument{}, false
	}
	m := f.MentionAt(i)
	if m < 0 || f.Mentions[m].Kind != mention.Person || f.Plural(i) || f.Mentions[m].Level != mention.Name && f.Of[m] < 0 {
		return Argument{}, false
	}
	return f.who(i)
}

// byViolence reports whether what the predicate i hangs with is what kills
// people: "died in the blast".
func (f *finder) byViolence(i int) bool {
	for _, o := range f.Obliques(i) {
		if o.Prep >= 0 && f.low(o.Prep) != "after" && f.killer(o.Head) {
			return true
		}
	}
	return false
}

func (f *finder) killer(i int) bool {
	if lexicon.Killers().Has(f.lemma(i)) {
		return true
	}
	for c := range f.Children(i) {
		if f.Words[c].Rel == syntax.Compound && lexicon.Killers().Has(f.lemma(c)) {
			return true
		}
	}
	return false
}

// event adds a fact with all that its clause says of it.
func (f *finder) event(k Kind, i int, trigger Span, args ...Argument) *Fact {
	x := Fact{Kind: k, Sentence: int32(f.SentenceOf(i)), Trigger: trigger, Arguments: args, Attribution: f.attribution(i)}
	x.Negative, x.Modality = f.holds(i)
	for _, p := range f.where(i) {
		x.Arguments = append(x.Arguments, p)
		break
	}
	if a, v, ok := f.when(i); ok {
		x.Arguments, x.Time = append(x.Arguments, a), v
	}
	f.facts = append(f.facts, x)
	return &f.facts[len(f.facts)-1]
}
