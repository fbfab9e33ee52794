package chrome

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// judgePage judges the blocks of a page: the model rates them, what is a
// field of the document is set apart, headings stand or fall with what they
// head, and what is left over gets its reason.
func judgePage(p *page.Page, f *meta.Fields, m *pageModel) *Verdict {
	v := look(p, f)
	return decide(v, f, m.rate(v))
}

// decide turns ratings into a verdict.
func decide(v *view, f *meta.Fields, prob []float32) *Verdict {
	d := &decision{view: v, f: f, prob: prob, keep: make([]bool, len(v.b)), field: make([]string, len(v.b))}
	d.rated()
	d.hidden()
	d.bounds()
	d.inside()
	d.bounds()
	d.captions()
	d.fields()
	d.repeats()
	d.headings()
	d.interview()
	out := &Verdict{PageKind: d.pageKind()}
	if out.PageKind != "article" && out.PageKind != "live_blog" && out.PageKind != "topic_page" {
		clear(d.keep) // what is no article has no blocks
	}
	out.Truncated = out.PageKind == "article" && d.truncated()
	out.Parts = d.parts()
	return out
}

// A decision is a page that is being judged.
type decision struct {
	*view
	f     *meta.Fields
	prob  []float32
	keep  []bool
	field []string // the document's field that a block is, or ""
	lo    int      // first and last paragraph that is kept, or -1
	hi    int

	asks []bool // where the article is questions and answers: the questions
}

// rated takes the model at its word, but where the page itself or a phrase
// says what a block is: then the model must be surer.
func (d *decision) rated() {
	for i, q := range d.prob {
		n := &d.b[i]
		need := float32(0.5)
		b := &d.p.Blocks[i]
		switch {
		case n.consent(), n.far.Has(page.HintCookie) && !n.inMain, n.text.words == 0, placeholder(b.Text), n.tag == atom.Button && n.text.words < 12:
			need = 2
		case n.hits.part == "related_teaser" && int(b.LinkBytes)*2 > len(b.Text):
			need = 0.95
		case n.hits.part == "author_bio" && n.hits.cover > 0.1, n.hits.part == "metadata" && d.left(i) < 60:
			need = 0.8
		case n.hits.whole != "":
			need = 0.9
		case n.hits.wholes:
			need = 0.8
		}
		d.keep[i] = q > need
	}
}

// hidden drops what the page does not show from an article that it shows. An
// article that is mostly hidden waits for a script or for payment, and stays.
func (d *decision) hidden() {
	var shown, hid int32
	for i, k := range d.keep {
		switch {
		case !k:
		case d.p.Blocks[i].Hidden:
			hid += d.b[i].text.words
		default:
			shown += d.b[i].text.words
		}
	}
	if hid == 0 || hid >= shown {
		return
	}
	for i := range d.keep {
		d.keep[i] = d.keep[i] && !d.p.Blocks[i].Hidden
	}
}

// likely reports whether block i, inside the article, is one of its headings
// or captions that the model half believes in. The model has seen few that
// were labelled as the article's, since the gold leaves most of them open.
func (d *decision) likely(i int) bool {
	n, b := &d.b[i], &d.p.Blocks[i]
	if n.text.words == 0 || n.hits.wholes || n.hits.part != "" || b.Hidden || n.far.Has(page.HintRelated|page.HintNewsletter|page.HintAd|page.HintComment) {
		return false
	}
	switch {
	case headingLevel(n.tag) > 1 && headingLevel(n.tag) < 6:
		return n.inMain && int(b.LinkBytes)*2 < len(b.Text) && d.prob[i] > 0.2
	case d.kind(i) == "caption":
		return n.text.words >= 5 && !n.near.Has(page.HintCredit) && d.prob[i] > 0.3
	}
	return false
}

// left is the number of words of prose in the main element below block i.
func (d *decision) left(i int) int {
	if d.last < 0 || i >= d.last {
		return 0
	}
	return d.b[d.last].before + int(d.b[d.last].text.words) - d.b[i].before - int(d.b[i].text.words)
}

// placeholder reports whether a block is a mark that a template left:
// "$$AD$$", "{{ad}}".
func placeholder(s string) bool {
	if len(s) < 5 || len(s) > 60 || s[0] != s[1] {
		return false
	}
	switch s[0] {
	case '$', '%', '{', '[', '#', '_':
		return s[len(s)-1] == s[len(s)-2] && strings.IndexByte("$%}]#_", s[len(s)-1]) >= 0
	}
	return false
}

// inside keeps what the model doubts where the article goes on around it in
// the same kind of place: paragraphs of one article are seldom of two kinds.
func (d *decision) inside() {
	var body *sigInfo
	for i, k := range d.keep {
		if s := d.b[i].sig; k && d.b[i].prose && (body == nil || s.yes > body.yes) {
			body = s
		}
	}
	for i := max(d.lo, 0); i <= d.hi; i++ {
		n := &d.b[i]
		if !d.keep[i] && d.likely(i) {
			d.keep[i] = true
		}
		b := &d.p.Blocks[i]
		need := float32(0.1)
		if int(b.LinkBytes)*2 >= len(b.Text) {
			// A sentence may be one link, and so may a teaser.
			if need = 0.25; !n.text.ends || n.text.words < 8 {
				need = 2
			}
		}
		if !d.keep[i] && n.sig == body && n.hits.whole == "" && n.hits.cover < 0.5 && !b.Hidden && d.prob[i] > need {
			d.keep[i] = true
		}
	}
}

func (d *decision) bounds() {
	d.lo, d.hi = -1, -1
	for i, k := range d.keep {
		if k && d.b[i].text.words >= 5 && headingLevel(d.b[i].tag) == 0 {
			if d.lo < 0 {
				d.lo = i
			}
			d.hi = i
		}
	}
}

// fields sets apart the blocks that are the document's title, subtitle,
// byline, date and section: they stand around the headline, and moved into
// the article's fields.
func (d *decision) fields() {
	for i := range d.b {
		n := &d.b[i]
		head := d.h1 >= 0 && i >= d.h1-8 && (d.lo < 0 || i <= d.lo+2) || d.lo >= 0 && i < d.lo && i > d.lo-12
		switch {
		case n.text.words == 0 || d.p.Blocks[i].Hidden:
		case i == d.h1 || n.titleSim > 0.95 && n.inTitle > 0.85 && n.text.words >= 3 && (d.lo < 0 || i < d.lo) && !n.far.Has(page.HintNav|page.HintRelated|page.HintFooter):
			d.field[i] = "title"
		case !head:
			if d.keep[i] || !n.near.Has(page.HintAuthor|page.HintDate) || n.far.Has(page.HintComment|page.HintRelated|page.HintTrending|page.HintAside|page.HintFooter) || d.hi >= 0 && i > d.hi+6 {
				break
			}
			d.field[i] = d.fieldByHint(n)
		case d.prob[i] < 0.9 && n.near.Has(page.HintAuthor|page.HintDate|page.HintSection) && n.text.words < 40 && !n.far.Has(page.HintRelated|page.HintTrending):
			d.field[i] = d.fieldByHint(n)
		case d.h1 >= 0 && i > d.h1 && i <= d.h1+4 && (d.lo < 0 || i <= d.lo) && d.isLead(i):
			d.field[i] = "subtitle"
		}
		if d.field[i] != "" {
			d.keep[i] = false
		}
	}
	d.bounds()
}

func (d *decision) fieldByHint(n *blockInfo) string {
	switch {
	case n.near.Has(page.HintBio) || n.text.words >= 40:
		return ""
	case n.near.Has(page.HintAuthor):
		return "byline"
	case n.near.Has(page.HintDate):
		return "date"
	}
	if n.text.words > 8 || n.text.ends {
		return ""
	}
	return "section"
}

// isLead reports whether block i, right below the headline, is the article's
// subtitle or summary: the page calls it so, or its head repeats it.
func (d *decision) isLead(i int) bool {
	n := &d.b[i]
	if n.text.words < 4 || n.text.words > 90 || !n.near.Has(page.HintLead) && !d.isSubtitle(i) {
		return false
	}
	// A whole sentence or two that the model takes for the article's is its
	// first paragraph, whatever the class says.
	if d.prob[i] > 0.93 && n.text.ends && n.text.words > 20 {
		return false
	}
	own := d.p.Elems[d.p.Blocks[i].Elem].Hints.Has(page.HintLead)
	return d.prob[i] < 0.8 || (own || d.isSubtitle(i)) && n.inBody < 0.5
}

func (d *decision) isSubtitle(i int) bool {
	return d.f.Subtitle != "" && hashFolded(d.f.Subtitle) == hashFolded(d.p.Blocks[i].Text)
}

// repeats drops what the article says twice: a summary in bullets, a caption
// under the thumbnail and the picture, a pull quote. The one that stands where
// the body stands is kept.
func (d *decision) repeats() {
	seen := make(map[uint64]int)
	for i, k := range d.keep {
		if !k || d.b[i].text.words < 6 {
			continue
		}
		h := hashFolded(d.p.Blocks[i].Text)
		j, again := seen[h]
		if !again {
			seen[h] = i
			continue
		}
		drop := i
		if d.b[i].sig.yes > d.b[j].sig.yes {
			drop, seen[h] = j, i
		}
		d.keep[drop], d.field[drop] = false, fieldDuplicate
	}
}

// fieldDuplicate marks a block that repeats another; it is no field.
const fieldDuplicate = "-duplicate"

// captions drops the caption of the lead picture where the model is not sure
// that it belongs: above the first paragraph it is mostly a teaser's.
func (d *decision) captions() {
	for i := 0; i < d.lo && i < len(d.keep); i++ {
		if d.keep[i] && d.kind(i) == "caption" && d.prob[i] < 0.9 {
			d.keep[i] = false
		}
	}
	for i := max(d.lo, 0); i < len(d.keep) && d.keep[i] && d.kind(i) == "caption" && d.prob[i] < 0.9; i++ {
		d.keep[i] = false
	}
	d.bounds()
}

// headings keeps a heading where the article goes on below it, and drops one
// that heads nothing.
func (d *decision) headings() {
	next := -1 // the nearest kept block below that is no heading
	for i := len(d.keep) - 1; i >= 0; i-- {
		level := headingLevel(d.b[i].tag)
		if level == 0 {
			if d.keep[i] {
				next = i
			}
			continue
		}
		if d.keep[i] && (next < 0 || next-i > 8) {
			d.keep[i] = false
		}
	}
}

// parts writes the verdict out.
func (d *decision) parts() []Part {
	out := make([]Part, 0, len(d.keep))
	last := -1 // the block of the last kept part
	for i, k := range d.keep {
		b := &d.p.Blocks[i]
		part := Part{Block: i, Start: b.Start, End: b.End, Text: b.Text}
		switch {
		case k:
			part.Kind = d.kindNow(i)
			if last >= 0 && last == i-1 && d.joined(i) {
				part.Glue = d.glue(i)
			}
			last = i
		case d.field[i] == fieldDuplicate:
			part.Reason = "duplicate"
		case d.field[i] != "":
			part.Reason, part.Field = "metadata", d.field[i]
		case b.Hidden:
			continue // a reader would not have seen it
		default:
			part.Reason = d.reason(i)
		}
		out = append(out, part)
	}
	return out
}

// joined reports whether block i goes on with the one before it: a single
// line break parts them, or hidden words did, or they are cells of a row.
func (d *decision) joined(i int) bool {
	a, b := &d.p.Blocks[i-1], &d.p.Blocks[i]
	if d.b[i].tag == atom.Td || d.b[i].tag == atom.Th {
		return d.b[i-1].tag == d.b[i].tag && d.p.Elems[a.Elem].Parent == d.p.Elems[b.Elem].Parent || a.Elem == b.Elem
	}
	return a.Elem == b.Elem && (b.Breaks < 0 || b.Breaks == 1 && !d.b[i-1].text.ends && !d.b[i].text.starts)
}

func (d *decision) glue(i int) string {
	switch {
	case d.p.Blocks[i].Breaks < 0:
		return " "
	case d.p.Blocks[i].Breaks == 1:
		return "\n"
	}
	return "\t"
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
	case n.tag == atom.Li || n.tag == atom.Dd || n.tag == atom.Dt:
		return "list_item"
	case n.near.Has(page.HintQuote) && v.quoted(i):
		return "quote"
	}
	return "paragraph"
}

// quoted reports whether block i stands in a block quotation.
func (v *view) quoted(i int) bool {
	for at := v.p.Blocks[i].Elem; at >= 0; at = v.p.Elems[at].Parent {
		if v.p.Elems[at].Tag == atom.Blockquote {
			return true
		}
	}
	return false
}
