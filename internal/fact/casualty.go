package fact

import (
	"slices"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// harmed finds the casualties that the noun i counts: "no injuries were
// reported", "five deaths". What a verb says ("killed five") is a frame's, and
// tolls ("the death toll rose to 45") are measured.
func (f *finder) harmed(i int) {
	cols := lexicon.Harms().Get(f.lemma(i))
	if cols == nil || cols[1] != "count" || !f.Plural(i) && !f.negates(i) {
		return
	}
	negative, m := f.holds(i)
	a, counted := f.quantified(i)
	if !counted && !negative {
		return
	}
	harm := cols[0]
	if harm == "any" {
		harm = ""
	}
	x := Fact{
		Kind: Casualty, Sentence: int32(f.SentenceOf(i)), Trigger: Span{int32(i), int32(i + 1)},
		Negative: negative, Modality: m, Attribution: f.attribution(i), Harm: harm,
	}
	if counted {
		x.Arguments = append(x.Arguments, a)
	}
	for _, o := range f.Obliques(i) {
		if o.Prep >= 0 && f.low(o.Prep) == "of" && f.Words[o.Head].Class != syntax.NUM {
			x.Arguments = append(x.Arguments, f.argument(Recipient, o.Head))
		}
	}
	if w, v, ok := f.when(i); ok {
		x.Arguments, x.Time = append(x.Arguments, w), v
	}
	f.facts = append(f.facts, x)
}

// byWhom mends the actor of a casualty that a participle tells as the result of
// what was done to the subject: in "the store was struck by drones, killing two"
// the drones killed, and in "the store was struck, killing two" nobody is said to have.
func (f *finder) byWhom(x *Fact, i int) {
	for f.Words[i].Rel == syntax.Conj && f.Words[i].Head >= 0 {
		i = int(f.Words[i].Head)
	}
	g := int(f.Words[i].Head)
	if f.Words[i].Rel != syntax.Advcl || f.Words[i].Tag != syntax.VBG || g < 0 || g > i || !f.Passive(g) {
		return
	}
	for k := range x.Arguments {
		if a := &x.Arguments[k]; a.Role == Actor && int(a.Head) == f.RealSubject(g) {
			if agent := f.Agent(g); agent >= 0 {
				*a = f.argument(Actor, agent)
			} else {
				x.Arguments = slices.Delete(x.Arguments, k, k+1)
			}
			return
		}
	}
}
