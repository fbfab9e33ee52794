// Package fact finds who did what to whom, when, where and on whose word:
// entities, statements and dates go in; facts come out.
//
// What calls up a kind of fact, and which dependent carries which role, is data
// (package lexicon, frames); this package holds the mechanism and knows no
// single word.
package fact

// A Span is a run of tokens, First ≤ i < Last; an empty one is none.
type Span struct{ First, Last int32 }

// Empty reports whether s is none.
func (s Span) Empty() bool { return s.First >= s.Last }

// An Argument is a part of a fact.
type Argument struct {
	Role Role
	Span
	Head   int32  // its head, or -1
	Entity int32  // index into entity.Text.Entities, or -1
	Value  string // of an amount: the plain number
	Unit   string // of an amount: the currency sign, %, …
}

// A Fact is one thing that the text says happened, holds or was said.
type Fact struct {
	Kind        Kind
	Sentence    int32 // that of the trigger
	Trigger     Span
	Arguments   []Argument // those of a role together, in the order of the text
	Time        string     // TIMEX3
	Negative    bool
	Modality    Modality
	Attribution *Argument // whose word it is, nil for the writer's
	Quotation   string    // of a statement: direct, indirect, mixed
	Harm        string    // of a casualty: killed, injured, missing, displaced
	Relation    string    // of a kinship
	Confidence  float64

	found found
}

// found says how a fact of the frames was found.
type found struct {
	head  int32
	rule  byte // the class of its frame; 0 for other facts
	core  uint8
	light int32 // the verb that carries the noun, or -1
}
