// Package entity finds out who is who: mentions and statements go in; entities
// come out, each with a canonical name, its aliases, its kind, its country and
// all of its mentions.
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
}

// A Text is a parsed text with its mentions and entities.
type Text struct {
	*syntax.Text
	Mentions   []mention.Mention
	Statements []speech.Statement
	Entities   []Entity // in the order of their first mention
	Of         []int32  // the entity of each mention, or -1
	at         []int32  // the mention whose head each token is, or -1
}

// Link finds the entities of t.
func Link(t *syntax.Text, ms []mention.Mention, ss []speech.Statement) *Text {
	x := &Text{Text: t, Mentions: ms, Statements: ss, Of: make([]int32, len(ms)), at: make([]int32, len(t.Tokens))}
	for i := range x.at {
		x.at[i] = -1
	}
	byName := make(map[string]int32)
	for k, m := range ms {
		x.at[m.Head] = int32(k)
		x.Of[k] = -1
		if m.Level != mention.Name {
			continue
		}
		name := x.Surface(k)
		e, ok := byName[name]
		if !ok {
			e = int32(len(x.Entities))
			byName[name] = e
			x.Entities = append(x.Entities, Entity{Kind: m.Kind, Name: name})
		}
		x.Of[k] = e
		x.Entities[e].Mentions = append(x.Entities[e].Mentions, int32(k))
	}
	return x
}

// Surface returns mention k as the text has it.
func (t *Text) Surface(k int) string {
	m := t.Mentions[k]
	return t.S[t.Tokens[m.First].Start:t.Tokens[m.Last-1].End]
}

// MentionAt returns the mention whose head token i is, the shortest where there
// are several, or -1.
func (t *Text) MentionAt(i int) int { return int(t.at[i]) }

// At returns the entity that token i, a head, stands for, or -1.
func (t *Text) At(i int) int {
	if i < 0 || t.at[i] < 0 {
		return -1
	}
	return int(t.Of[t.at[i]])
}
