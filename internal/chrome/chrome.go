// Package chrome judges the blocks of a page, or the lines of a scraped text:
// each is a part of the article, with its kind, or is removed, with a reason.
// It favours recall inside the article and precision outside it: a paragraph
// wrongly dropped costs more than a teaser wrongly kept, and both are told.
//
// It edits no text and sees no DOM, only the features that package page gives.
package chrome

import (
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// A Part is a stretch of a block with its verdict. The parts of a page cover
// every block from end to end, in order: most blocks are one part; a line such
// as "21 July 15133 10 minutes" falls into several.
type Part struct {
	Block      int    // index into Page.Blocks
	Start, End int    // span in Page.Source
	Text       string // the visible text of the span, white space collapsed
	Kind       string // the contract's block kind, or "" for a part that is removed
	Glue       string // not empty: the part goes on the block of the kept part before it, after this separator
	Reason     string // the contract's reason, where Kind is ""
	Field      string // for reasons "metadata" and "tag_list": what it is, as in meta.Visible
}

// A Verdict is what Judge finds.
type Verdict struct {
	PageKind  string // the contract's page kind
	Truncated bool
	Parts     []Part
}

// Judge judges the blocks of a page or the lines of a text. f is what the
// document declares of itself.
func Judge(p *page.Page, f *meta.Fields) *Verdict {
	if isProgram(p) {
		return nothing(p, "other")
	}
	if p.Format == page.Text {
		return judgeText(p)
	}
	return judgePage(p, f, pages())
}
