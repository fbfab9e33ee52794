package fact

import (
	"slices"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/timex"
)

// maxReach is how far from its predicate a time may stand, in tokens: more than
// the parser reads at once.
const maxReach = 160

// when returns the time argument of the predicate i and its value in TIMEX3: the
// expression that governs it, in its own sentence. Durations and sets are no
// times.
func (f *finder) when(i int) (a Argument, value string, ok bool) {
	low, high := f.bounds(i)
	low, high = max(low, i-maxReach), min(high, i+maxReach)
	from, _ := slices.BinarySearchFunc(f.dates, int(f.Tokens[low].Start), func(e timex.Expr, at int) int { return e.Start - at })
	best := 0
	for _, e := range f.dates[from:] {
		if e.Start >= int(f.Tokens[high-1].End) {
			break
		}
		if e.Type != timex.Date && e.Type != timex.Time {
			continue
		}
		first := f.TokenAt(e.Start)
		last := f.TokenAt(e.End-1) + 1
		if first >= last || last > high || f.outside(first) && !f.opens(last, i) || f.dateline(first, last) {
			continue
		}
		h := f.headOf(first, last)
		n := f.governs(h, i)
		if f.opens(last, i) {
			n = 1
		}
		if n == 0 && f.timed(i) && (first == i+1 || first == i+2 && f.Words[i+1].Class == syntax.ADP) { // "his death in 1987"
			n = 2
		}
		if n > 0 && (best == 0 || n < best || n == best && precise(e.Value) > precise(value)) {
			best, value, ok = n, e.Value, true
			a = Argument{Role: TimeRole, Span: Span{int32(first), int32(last)}, Head: int32(h), Entity: -1}
		}
	}
	return a, value, ok
}

// opens reports whether the clause of the predicate i begins at token k, after a
// comma, with a word that says that it holds at the time before it: "on 5 May,
// when police arrested ten".
func (f *finder) opens(k, i int) bool {
	if k+1 < len(f.Words) && f.Word(k) == "," {
		k++
	}
	return k < len(f.Words) && f.Words[k].Tag == syntax.WRB && f.Head(k) == i && lexicon.SameTime().Has(f.low(k))
}

// precise ranks values: a day above a year above "now".
func precise(v string) int {
	if strings.HasSuffix(v, "_REF") {
		return 0
	}
	return len(v)
}

// outside reports whether the word before a time says that what it stands with
// did not happen then ("before Monday").
func (f *finder) outside(first int) bool {
	if first == 0 {
		return false
	}
	cols := lexicon.NotWhen().Get(f.low(first - 1))
	return cols != nil && (cols[0] == "all" || f.Tokens[first].End-f.Tokens[first].Start == int32(len("2025")) && f.Words[first].Tag == syntax.CD)
}

// dateline reports whether a time stands in the line before a report: "VIENNA,
// March 15 (Reuters) - ".
func (f *finder) dateline(first, last int) bool {
	low, high := f.bounds(first)
	if first < low+2 || first > low+6 || last >= high || f.Word(first-1) != "," {
		return false
	}
	if f.Words[last].Tag == syntax.OpenBracket {
		for k := last; k < high && k < last+6; k++ {
			if f.Words[k].Tag == syntax.CloseBracket {
				last = k + 1
				break
			}
		}
	}
	switch f.Word(last) {
	case "—", "–", "-", "--":
		return f.SpaceAfter(last)
	}
	return false
}

// headOf returns the token of a run that the others depend on.
func (f *finder) headOf(first, last int) int {
	for k := first; k < last; k++ {
		if h := f.Head(k); (h < first || h >= last) && f.Words[k].Class != syntax.PUNCT {
			return k
		}
	}
	return last - 1
}

// governs says how far the time with head h is from governing the predicate i:
// 1 is nearest, 0 is not at all.
func (f *finder) governs(h, i int) int {
	n := 1
	for at := range maxClimb {
		g := f.Head(h)
		if g < 0 || f.start(h) && (at > 0 || g != i && f.Words[g].Class == syntax.NOUN) {
			break
		}
		if at > 0 && f.timed(h) && h != i { // another event has it
			p := f.Preposition(h)
			if p < 0 || !lexicon.OccasionPrepositions().Has(f.low(p)) || f.Words[h].Rel.Base() != syntax.Obl && f.Words[h].Rel != syntax.Nmod {
				return 0
			}
		}
		if g == i {
			return n
		}
		if f.Words[g].Class == syntax.VERB || f.Words[g].Class == syntax.AUX || f.IsClause(g) {
			return f.passes(h, g, i, n)
		}
		switch f.Words[h].Rel {
		case syntax.Compound, syntax.NmodPoss, syntax.Amod: // the 2011 report: the time is the noun's own
			if !f.timed(g) && f.Words[h].Rel != syntax.NmodPoss {
				return 0
			}
		}
		h = g
		n++
	}
	return 0
}

// start reports whether the noun h is where something starts from: "up from 68
// percent in 2019", "questions from February".
func (f *finder) start(h int) bool {
	p := f.Preposition(h)
	if p < 0 {
		return false
	}
	cols := lexicon.NotWhen().Get(f.low(p))
	return cols != nil && cols[0] == "years"
}

// timed reports whether the noun i is for what happens at a time of its own.
func (f *finder) timed(i int) bool {
	if k := f.MentionAt(i); k >= 0 && f.Mentions[k].Kind == mention.Event && f.Mentions[k].Level == mention.Name {
		return true
	}
	return f.Words[i].Class == syntax.NOUN && lexicon.Occasions().Has(f.lemma(i))
}

// passes says how far the time h of the clause with the predicate g is from that
// of the predicate i, which is another one: 0 where g keeps its time.
func (f *finder) passes(h, g, i, n int) int {
	for k, step := i, 1; step < 4; step++ {
		p := f.Head(k)
		if p < 0 {
			break
		}
		switch f.Words[k].Rel {
		case syntax.Xcomp: // "plans to meet on Monday", "on Monday he is to leave", but not "decided on Monday to leave"
			if h < k && f.Tense(p) == syntax.Past && f.Words[p].Tag == syntax.VBD && f.reading(p, "inf") != "" {
				return 0
			}
		case syntax.Advcl: // a participle: "killing four"
			if f.Words[k].Tag != syntax.VBG || f.Child(k, syntax.Mark) >= 0 {
				return 0
			}
		case syntax.Conj:
			if f.Subject(k) >= 0 || f.Words[k].Class != syntax.VERB || h > p && h < k && f.Words[h].Rel != syntax.Conj {
				return 0
			}
		case syntax.Nsubj, syntax.NsubjPass, syntax.Obj: // "the talks resumed on Monday"
			slot := "obj"
			if f.Words[k].Rel == syntax.Nsubj {
				slot = "subj"
			}
			if f.Words[k].Class != syntax.NOUN || f.reading(p, slot) == "" {
				return 0
			}
		default:
			return 0
		}
		if p == g {
			return n + 4*step
		}
		k = p
	}
	if f.Head(g) == i && f.Words[g].Rel == syntax.Advcl && f.Form(g) == syntax.Infinitive && h > g { // "will meet to discuss it on Monday"
		return n + 6
	}
	if f.Head(g) == i && f.Words[g].Rel == syntax.Advcl {
		for c := range f.Children(g) {
			if c < g && lexicon.SameTime().Has(f.low(c)) { // "fell when the fund collapsed in 2010"
				return n + 8
			}
		}
	}
	// The last of coordinated verbs may have the time of all: "were killed and 50
	// injured on Monday". A noun has the time of the clause that describes it.
	switch {
	case f.Head(g) == i && f.Words[g].Rel == syntax.Conj && f.Words[i].Class == syntax.VERB && f.Subject(g) < 0 && f.Child(g, syntax.Aux) < 0 && h > g:
		return n + 4
	case f.Words[i].Class == syntax.NOUN && f.Head(g) >= 0 && (f.described(i, g) == g && f.Head(g) == i || f.described(i, f.Head(g)) == g && f.Head(f.Head(g)) == i) && f.reading(g, "obj") != "":
		return n + 4
	case f.Head(g) == i && f.Words[g].Rel == syntax.Xcomp && h > g && (f.Words[g].Tag == syntax.VB || f.Words[g].Tag == syntax.VBG) && f.reading(i, "inf") == "":
		return n + 4
	}
	return 0
}

// where returns the place arguments of the predicate i.
func (f *finder) where(i int) []Argument {
	var out []Argument
	for _, o := range f.Obliques(i) {
		if o.Prep < 0 || !lexicon.PlacePrepositions().Has(f.low(o.Prep)) {
			continue
		}
		if f.located(o.Head, o.Prep) {
			a := f.argument(PlaceRole, o.Head)
			out = append(out, a)
		}
	}
	return out
}

// located reports whether the noun i, with its preposition, is a place.
func (f *finder) located(i, prep int) bool {
	k := f.MentionAt(i)
	if k < 0 {
		return false
	}
	switch f.Mentions[k].Kind {
	case mention.Place, mention.Facility: // not "in prison", "at school": a state
		return i != prep+1 || f.Words[i].Class != syntax.NOUN || f.Plural(i)
	case mention.Organization: // "at the University of Oslo"
		return f.Mentions[k].Level == mention.Name && lexicon.AtBodies().Has(f.low(prep))
	}
	return false
}
