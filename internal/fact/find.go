package fact

import (
	"github.com/newsfact/newsfact/internal/entity"
	"github.com/newsfact/newsfact/internal/timex"
)

// Find returns the facts of t in the order of their triggers. Dates are those
// of t, in order.
func Find(t *entity.Text, dates []timex.Expr) []Fact {
	f := &finder{Text: t, dates: dates}
	f.statements()
	f.frames()
	f.relations()
	f.measures()
	return f.settle()
}

// A finder holds what Find works on.
type finder struct {
	*entity.Text
	dates []timex.Expr
	facts []Fact

	spoken []int32 // see attribution
	cues   []int32 // see cueAt

	lemmas []string // in lower case, as far as they were asked for
}
