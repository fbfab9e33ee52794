// Package timex finds the time expressions of a text and normalises them to
// TIMEX3 (TimeML 1.2.1): tokens and what is known of the text's date and
// language go in, expressions with their spans, types and values come out. It
// favours precision where a number alone might be a date and recall where
// words of time are plain, and keeps a partial value partial: "in July"
// without a year it can trust is XXXX-07.
//
// It knows nothing of syntax, names or facts, and never reads the clock: what
// "today" is, the caller says. A date that does not exist (31 February) is no
// expression.
package timex

import (
	"time"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/token"
)

// The types of TIMEX3.
const (
	Date     = "DATE"
	Time     = "TIME"
	Duration = "DURATION"
	Set      = "SET"
)

// A Ref is what is known about a text from outside. The zero Ref is an English
// text of an unknown day.
type Ref struct {
	Date    time.Time // when the text was published; its calendar day counts
	Lang    string    // ISO 639-1; "" is English
	Country string    // ISO 3166-1 alpha-2 of the publisher; decides on 7/6/2025
}

// An Expr is a time expression: Text.S[Start:End].
type Expr struct {
	Start, End   int
	Type         string   // Date, Time, Duration or Set
	Value        string   // TIMEX3: 2025-07-19, 2025-W30, 199X, P3D, PAST_REF, …
	Mod          string   // TIMEX3: APPROX, START, MID, END, LESS_THAN, …
	Begin, Until string   // the first day and the day after the last, where the value is a stretch of the calendar
	Alternatives []string // values of the other reading, where day and month could change places
	Conflict     string   // "weekday" where the weekday given is not that of the date
}

// Find returns the time expressions of a text in order, without overlaps.
func Find(t *token.Text, ref Ref) []Expr {
	p := parser{t: t, words: lexicon.Timex(ref.Lang), refYear: defaultYear}
	if !ref.Date.IsZero() {
		p.refYear = ref.Date.Year()
	}

	// First pass: what is written.
	p.find()

	// Second pass: what it means, each in the light of those before it.
	r := newResolver(&p, ref)
	out := make([]Expr, 0, len(p.out))
	for i := range p.out {
		if x, ok := r.resolve(&p.out[i]); ok {
			out = append(out, x)
		}
	}
	return out
}

// defaultYear decides the century of '25 where the text has no date. It is
// that of the first release, and never moves.
const defaultYear = 2026
