package meta

import (
	"time"

	"github.com/newsfact/newsfact/internal/page"
)

// Resolve returns a document's fields, from what its head declared and from
// the pieces of text that chrome took for fields. ref is the day that the
// caller knows it was read or published; it is used last, and only where the
// document gives no day of its own.
func Resolve(p *page.Page, declared *Fields, seen []Visible, ref time.Time) *Fields {
	f := *declared
	if f.Published.Value == "" && !ref.IsZero() {
		f.Published = Stamp{Value: ref.Format(time.DateOnly), Source: "reference"}
	}
	return &f
}
