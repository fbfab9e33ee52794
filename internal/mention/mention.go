// Package mention finds the spans of a text that name, describe or stand for
// something: parsed sentences go in; names with their kinds, descriptions ("the
// prime minister") and pronouns come out, in order.
//
// It links nothing: who a mention stands for is for package entity. It sees no
// dates and no facts.
package mention

import (
	"cmp"
	"slices"

	"github.com/newsfact/newsfact/internal/syntax"
)

// A Kind says what kind of thing is mentioned.
type Kind uint8

// The kinds of the output contract. None is that of a description or a pronoun
// that does not tell.
const (
	None Kind = iota
	Person
	Organization
	Place    // geographic or political
	Facility // buildings, airports, routes
	Event
	Work
	Product
	Group // nationalities, peoples, religions, followers
)

var kinds = [...]string{"", "person", "organization", "place", "facility", "event", "work", "product", "group"}

func (k Kind) String() string { return kinds[k] }

// A Level says how something is mentioned.
type Level uint8

// The levels.
const (
	Name    Level = iota
	Nominal       // "the prime minister"
	Pronoun
)

func (l Level) String() string { return [...]string{"name", "nominal", "pronoun"}[l] }

// A Mention is a run of tokens, First ≤ i < Last, that mentions something.
type Mention struct {
	First, Last int32
	Head        int32 // the token that the others depend on
	Level       Level
	Kind        Kind
}

// Find returns the mentions of t by their first token, the longer one first.
// One may lie within another; names do not cross.
func Find(t *syntax.Text) []Mention { return find(t, loaded()) }

// FindWith is Find with the model that Learn returned.
func FindWith(b []byte, t *syntax.Text) ([]Mention, error) {
	m, err := readModel(b)
	if err != nil {
		return nil, err
	}
	return find(t, m), nil
}

func find(t *syntax.Text, m *model) []Mention {
	f := newFinder(t)
	f.model = m
	out := f.names(nil)
	named := make([]bool, len(t.Tokens))
	for _, m := range out {
		for i := m.First; i < m.Last; i++ {
			named[i] = true
		}
	}
	out = f.nominals(out, named)
	out = f.pronouns(out)
	slices.SortStableFunc(out, func(a, b Mention) int {
		return cmp.Or(cmp.Compare(a.First, b.First), cmp.Compare(b.Last, a.Last))
	})
	return out
}

// head returns the token of first ≤ i < last that the others depend on: the
// first whose own head lies outside.
func (f *finder) head(first, last int) int {
	for i := first; i < last; i++ {
		if h := f.Head(i); (h < first || h >= last) && f.words[i].shape != mark {
			return i
		}
	}
	return last - 1
}
