// Package entity finds out who is who: mentions and statements go in; entities
// come out, each with a canonical name, its aliases, its kind, its country and
// all of its mentions. It prefers precision: a pronoun or a description that
// may stand for several is left alone, and two people are never made one.
//
// Names are told apart first, over the whole text (package names decides their
// likeness); then one walk from the first token to the last finds what each
// description and pronoun stands for among what was mentioned lately. Both
// take time linear in the text, since all that is looked through is bounded.
//
// It finds no new spans, and it knows nothing of facts.
package entity

import (
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
)

// An Entity is a person, an organisation, a place or another thing that the
// text names.
type Entity struct {
	Kind     mention.Kind
	Name     string   // the fullest of its names, in press spelling
	Aliases  []string // its other names in the text, in order
	Country  string   // ISO 3166-1 alpha-2, "" where unknown
	Mentions []int32  // indexes into Text.Mentions, in order
	Gender   Gender   // of a person
	Plural   bool     // a people, or several people of one name
}

// A Gender is that of a person, as far as the text and the name tell.
type Gender uint8

// The genders.
const (
	Unknown Gender = iota
	Female
	Male
)

func (g Gender) String() string { return [...]string{"", "f", "m"}[g] }

// genderOf reads m, f or anything else as the lists of names have it.
func genderOf(s string) Gender {
	switch s {
	case "f":
		return Female
	case "m":
		return Male
	}
	return Unknown
}

// A Text is a parsed text with its mentions and entities.
type Text struct {
	*syntax.Text
	Mentions   []mention.Mention
	Statements []speech.Statement
	Entities   []Entity // in the order of their first mention
	Of         []int32  // the entity of each mention, or -1
	at         []int32  // the mention whose head each token is, or -1
	stands     []int32  // the entity that each token stands for, or -1
	states     map[string]int32
}

// Link finds the entities of t.
func Link(t *syntax.Text, ms []mention.Mention, ss []speech.Statement) *Text {
	l := newLinker(t, ms, ss)
	l.names()    // which names are of one
	l.profiles() // gender, titles, country of each
	l.walk()     // what descriptions and pronouns stand for
	l.speakers() // I and we
	l.entities()
	return l.Text
}

func newLinker(t *syntax.Text, ms []mention.Mention, ss []speech.Statement) *linker {
	x := &Text{Text: t, Mentions: ms, Statements: ss, Of: make([]int32, len(ms)), at: make([]int32, len(t.Tokens))}
	for i := range x.at {
		x.at[i] = -1
	}
	for k, m := range ms {
		if o := x.at[m.Head]; o < 0 || m.Last-m.First <= ms[o].Last-ms[o].First {
			x.at[m.Head] = int32(k)
		}
	}
	return &linker{Text: x, of: make([]int32, len(ms)), lastSubject: -1}
}

// Surface returns mention k as the text has it.
func (t *Text) Surface(k int) string {
	m := t.Mentions[k]
	return t.S[t.Tokens[m.First].Start:t.Tokens[m.Last-1].End]
}

// MentionAt returns the mention whose head token i is, the shortest where there
// are several, or -1.
func (t *Text) MentionAt(i int) int { return int(t.at[i]) }

// At returns the entity that token i, a head, stands for, or -1. The title
// before a name and what stands in apposition to it stand for its bearer.
func (t *Text) At(i int) int {
	if i < 0 {
		return -1
	}
	return int(t.stands[i])
}

// State returns the entity that is the country with an ISO 3166-1 alpha-2
// code, or -1 where the text does not name it. "Turkish" is an entity of its
// own, a group; State leads from its Country to Turkey.
func (t *Text) State(code string) int {
	if e, ok := t.states[code]; ok {
		return int(e)
	}
	return -1
}
