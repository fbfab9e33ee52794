// Package mention finds the spans of a text that name, describe or stand for
// something: parsed sentences go in; names with their kinds, descriptions ("the
// prime minister") and pronouns come out, in order.
//
// It links nothing: who a mention stands for is for package entity. It sees no
// dates and no facts.
package mention

import "github.com/newsfact/newsfact/internal/syntax"

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
// One may lie within another; they do not cross.
func Find(t *syntax.Text) []Mention {
	var out []Mention
	for i := 0; i < len(t.Tokens); i++ {
		if t.Words[i].Class != syntax.PROPN {
			continue
		}
		j := i + 1
		for j < len(t.Tokens) && t.Words[j].Class == syntax.PROPN {
			j++
		}
		head := i
		for k := i; k < j; k++ {
			if h := t.Head(k); h < i || h >= j {
				head = k
				break
			}
		}
		out = append(out, Mention{First: int32(i), Last: int32(j), Head: int32(head), Kind: Person})
		i = j
	}
	return out
}
