package chrome

import (
	"golang.org/x/net/html/atom"

	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// judgePage judges the blocks of a page.
func judgePage(p *page.Page, f *meta.Fields, m *pageModel) *Verdict {
	v := look(p, f)
	prob := m.rate(v)
	keep := make([]bool, len(prob))
	for i, q := range prob {
		keep[i] = q > 0.5
	}
	out := &Verdict{PageKind: "article", Parts: make([]Part, 0, len(keep))}
	for i, k := range keep {
		b := &p.Blocks[i]
		part := Part{Block: i, Start: b.Start, End: b.End, Text: b.Text}
		if k {
			part.Kind = v.kind(i)
		} else {
			part.Reason = "navigation"
		}
		out.Parts = append(out.Parts, part)
	}
	return out
}

// kind is the contract's kind of a block that is the article's.
func (v *view) kind(i int) string {
	n := &v.b[i]
	switch {
	case headingLevel(n.tag) > 0:
		return "heading"
	case n.tag == atom.Figcaption || n.near.Has(page.HintCaption):
		return "caption"
	case n.tag == atom.Td || n.tag == atom.Th:
		return "table"
	case n.tag == atom.Li || n.near.Has(page.HintList):
		return "list_item"
	case n.near.Has(page.HintQuote):
		return "quote"
	}
	return "paragraph"
}
