package meta

import (
	"time"

	"github.com/newsfact/newsfact/internal/page"
)

// Resolve is a stand-in that believes the head.
func Resolve(p *page.Page, declared *Fields, seen []Visible, ref time.Time) *Fields {
	f := *declared
	if f.Published.Value == "" && !ref.IsZero() {
		f.Published = Stamp{Value: ref.Format(time.DateOnly), Source: "reference"}
	}
	return &f
}
