package fact

import (
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/linear"
)

// TestLinear holds Find to time in proportion to the text, on texts that are one
// sentence each, whatever repeats in them.
func TestLinearRelations(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, unit := range []string{
		"1 2 3 ", "Ann Roe, mayor and ", "on Monday he met ", "the mayor of ", "three million ", "his father, ",
		"Ann Roe, 44, ", "did not plan to ", "no deaths or ", "at least ", "rose by 2 to 3 percent ", "said that ", "14-year-old ",
	} {
		linear.Check(t, unit, 300, func(n int) func() {
			f := read(strings.Repeat(unit, n))
			f.facts, f.lemmas, f.spoken, f.cues = nil, nil, nil, nil
			return func() {
				f.frames()
				f.relations()
				f.measures()
				f.statements()
			}
		})
	}
}

// FuzzQuestions asks every question of every token: none panics, and spans lie
// within the text.
func FuzzQuestions(f *testing.F) {
	for _, s := range []string{
		"", "Oslo did not sign it.", "Ann Roe, 44, the mayor of Riga, died on Monday.", "1 2 3 $ % (", "to to to", "UN Secretary-", "$", "per", "at least", "- General", "X (", "14-year-", "\xe5A$0000",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := read(s)
		x.relations()
		x.measures()
		n := int32(len(x.Tokens))
		check := func(a Argument) {
			if a.First < 0 || a.First >= a.Last || a.Last > n || a.Head < -1 || a.Head >= n || int(a.Entity) >= len(x.Entities) {
				t.Fatalf("%q: argument %+v of %d tokens", s, a, n)
			}
		}
		for _, fact := range x.facts {
			for _, a := range fact.Arguments {
				check(a)
			}
			if fact.Trigger.First < 0 || fact.Trigger.First >= fact.Trigger.Last || fact.Trigger.Last > n {
				t.Fatalf("%q: trigger %+v", s, fact.Trigger)
			}
		}
		for i := range x.Tokens {
			x.holds(i)
			if a := x.attribution(i); a != nil {
				check(*a)
			}
			if a, _, ok := x.when(i); ok {
				check(a)
			}
			if a, ok := x.amount(i); ok {
				check(a)
			}
			for _, a := range x.where(i) {
				check(a)
			}
		}
	})
}
