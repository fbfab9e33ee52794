package fact

import (
	"cmp"
	"slices"
	"sort"

	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
)

// settle decides between facts that share a trigger, drops nouns that repeat
// what a verb says, orders the rest, and says how sure each is.
func (f *finder) settle() []Fact {
	sort.SliceStable(f.facts, func(i, j int) bool { return f.facts[i].Trigger.First < f.facts[j].Trigger.First })
	out := f.facts[:0]
	for _, x := range f.facts {
		if len(out) > 0 {
			if last := &out[len(out)-1]; x.Trigger.First < last.Trigger.Last {
				if f.prefer(&x, last) {
					*last = x
				}
				continue
			}
		}
		out = append(out, x)
	}
	f.facts = out
	out = make([]Fact, 0, len(f.facts))
	for i := range f.facts {
		if !f.repeats(i) {
			x := f.facts[i]
			x.Confidence = confidence(&x)
			order(x.Arguments)
			out = append(out, x)
		}
	}
	return out
}

// order puts the arguments of one role together, in the order of the text.
func order(args []Argument) {
	var rank [numRoles]int
	for k := len(args) - 1; k >= 0; k-- {
		rank[args[k].Role] = k
	}
	slices.SortStableFunc(args, func(a, b Argument) int {
		return cmp.Or(rank[a.Role]-rank[b.Role], int(a.First-b.First))
	})
}

// prefer reports whether of two facts on one trigger the first is to be told:
// the more special kind, then the longer trigger.
func (f *finder) prefer(a, b *Fact) bool {
	switch {
	case a.Kind == Statement && b.Kind != Statement:
		return !acts(b.Kind) && !f.does(b, a)
	case b.Kind == Statement && a.Kind != Statement:
		return acts(a.Kind) || f.does(a, b)
	}
	return a.Trigger.Last-a.Trigger.First > b.Trigger.Last-b.Trigger.First
}

// does reports whether x, a fact of the frames with all that its kind asks for, is
// what is done to the thing that the statement s takes for content: "recalled its
// ambassador".
func (f *finder) does(x, s *Fact) bool {
	core, _ := x.Kind.Roles()
	if x.found.rule != 'v' || int(x.found.core) < len(core) || s.Quotation != speech.Indirect.String() {
		return false
	}
	for _, a := range s.Arguments {
		if a.Role != Content {
			continue
		}
		if h := f.headOf(int(a.First), int(a.Last)); f.Words[h].Class == syntax.VERB || f.Words[h].Class == syntax.AUX || f.Copula(h) >= 0 {
			return false
		}
	}
	return true
}

// acts reports whether a fact of kind k is an act of speech that is more than a
// statement.
func acts(k Kind) bool {
	return k == Demand || k == Accusation || k == Rejection || k == Threat || k == Apology
}

// repeats reports whether fact i says again what a fact of its kind says: a noun
// that stands in an argument ("signed an agreement"), or the aim of a verb.
func (f *finder) repeats(i int) bool {
	x := &f.facts[i]
	if x.found.rule == 0 {
		return false
	}
	for _, step := range [...]int{-1, 1} {
		for k := i + step; k >= 0 && k < len(f.facts) && f.facts[k].Sentence == x.Sentence && abs(k-i) <= 8; k += step {
			y := &f.facts[k]
			if y.found.rule == 0 {
				continue
			}
			if y.Kind == x.Kind && (y.found.rule == 'n' && y.found.light == x.found.head && len(y.Arguments) >= len(x.Arguments) ||
				x.found.rule == 'n' && x.found.light == y.found.head && len(y.Arguments) > len(x.Arguments)) {
				return true // "offered an apology": the noun, if it has as much to say
			}
			h := int(x.found.head)
			aim := x.found.rule != 'n' && f.Words[h].Head == y.found.head && f.Words[h].Rel != syntax.Conj && f.Form(h) == syntax.Infinitive
			if aim && (y.Kind == x.Kind || y.Kind == Threat || y.Kind == Rejection || y.Kind == Agreement || y.Kind == Concession) {
				return true // "will meet them to discuss the leak", "refused to meet"
			}
			if carried := x.found.light >= 0 && x.found.light == y.found.head; x.found.rule != 'n' || carried && y.Kind == x.Kind || x.found.light >= 0 && y.Kind != x.Kind {
				continue
			}
			for _, a := range y.Arguments {
				if a.Head == x.found.head && (y.Kind == x.Kind || a.Role == Topic && settled[y.Kind]) {
					return true
				}
			}
		}
	}
	return false
}

// settled are the kinds whose topic, as a noun, is no fact beside them: in
// "lifted the ban on exports" nobody bans.
var settled = [numKinds]bool{Sanction: true, Concession: true, Rejection: true, Demand: true, Cooperation: true, Agreement: true}

func abs(i int) int { return max(i, -i) }
