// Package speech finds who says what: parsed sentences and their mentions go
// in; quotations and reported clauses come out as statements, each with its
// source, cue and content (the terms of PARC), as spans of tokens.
//
// It resolves no one: a source is the noun phrase that stands in the text.
// Package entity says whom a pronoun means, and package fact makes facts of
// statements.
package speech

import (
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// A Span is a run of tokens, First ≤ i < Last; an empty one is none.
type Span struct{ First, Last int32 }

// Empty reports whether s is none.
func (s Span) Empty() bool { return s.First >= s.Last }

// A Quotation says how a statement gives the words of its source.
type Quotation uint8

// The ways.
const (
	Indirect Quotation = iota // in the writer's words
	Direct                    // in quotation marks
	Mixed                     // partly so
)

func (q Quotation) String() string { return [...]string{"indirect", "direct", "mixed"}[q] }

// A Statement is one report of somebody's words.
type Statement struct {
	Cue       Span
	Source    Span
	Addressee Span
	Topic     Span
	Content   []Span // in the order of the text, without quotation marks

	// SourceHead and AddresseeHead are the heads of those noun phrases, or -1.
	// A source may stand in an earlier sentence where the quotation has none of
	// its own and the text makes the speaker certain; then Implied is true and
	// Source is that noun phrase.
	SourceHead, AddresseeHead int32
	Implied                   bool

	Quotation Quotation
	Parent    int // the statement whose content this one stands in, or -1
	Rule      Rule
}

// A Rule names the mechanism that found a statement; confidence is fitted for
// each.
type Rule uint8

// Find returns the statements of t in the order of their first token.
func Find(t *syntax.Text, ms []mention.Mention) []Statement {
	return nil
}
