package chrome

import (
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// Judge is a stand-in that keeps everything.
func Judge(p *page.Page, declared *meta.Fields) *Verdict {
	v := &Verdict{PageKind: "article"}
	for i, b := range p.Blocks {
		v.Parts = append(v.Parts, Part{Block: i, Start: b.Start, End: b.End, Text: b.Text, Kind: "paragraph"})
	}
	return v
}
