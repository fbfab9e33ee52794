package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// mark records an element that is marked as a field, and returns its index
// plus one, or zero.
func (r *reader) mark(tag atom.Atom, elem int32) int32 {
	a := &r.attr
	m := Mark{Start: r.start, End: r.end, Block: int32(len(r.p.Blocks)), Elem: elem}
	switch {
	case a.itemprop != "":
		m.Field, m.How = a.itemprop, "itemprop"
	case tag == atom.Time:
		m.Field, m.How = "time", "tag"
	case a.rel != "" && (hasWord(a.rel, "author") || hasWord(a.rel, "tag")):
		m.Field, m.How = "author", "rel"
		if !hasWord(a.rel, "author") {
			m.Field = "tag"
		}
	case tag == atom.H1:
		m.Field, m.How = "h1", "tag"
	case a.hints&fieldHints != 0 && tag != atom.Form && tag != atom.Input:
		m.Field, m.How = fieldOf(a.hints), "class"
	default:
		return 0
	}
	if len(r.p.Head.Marks) >= maxMarks {
		return 0
	}
	for _, v := range [...]string{a.datetime, a.content, a.title, a.href} {
		if v != "" {
			m.Value = v
			break
		}
	}
	if r.begun {
		m.Block = int32(len(r.p.Blocks)) // the block that is being read
	}
	r.p.Head.Marks = append(r.p.Head.Marks, m)
	r.markSpans = append(r.markSpans, [2]int{len(r.text), len(r.text)})
	return int32(len(r.p.Head.Marks))
}

const fieldHints = HintAuthor | HintDate | HintTitle | HintLead | HintSection | HintTags

func fieldOf(h Hints) string {
	switch {
	case h.Has(HintAuthor):
		return "byline"
	case h.Has(HintDate):
		return "date"
	case h.Has(HintTitle):
		return "title"
	case h.Has(HintLead):
		return "lead"
	case h.Has(HintTags):
		return "tags"
	}
	return "section"
}

func hasWord(list, w string) bool {
	for f := range strings.FieldsSeq(list) {
		if strings.EqualFold(f, w) {
			return true
		}
	}
	return false
}

// maxMarkText is the length to which a marked element's text is kept: a
// byline has a few names, and what is longer is no field.
const maxMarkText = 500

// fillMarks gives the marks their text, cut from all: the parts of the blocks
// that were read while the element was open.
func (r *reader) fillMarks(all string) {
	for i := range r.p.Head.Marks {
		m := &r.p.Head.Marks[i]
		from, to := r.markSpans[i][0], r.markSpans[i][1]
		for j := int(m.Block); j < len(r.spans) && r.spans[j][0] < to && len(m.Text) < maxMarkText; j++ {
			part := strings.TrimSpace(all[max(from, r.spans[j][0]):min(to, r.spans[j][1])])
			if m.Text == "" {
				m.Text = clip(part, maxMarkText)
			} else if part != "" {
				m.Text = clip(m.Text+" "+part, maxMarkText)
			}
		}
		if int(m.Block) >= len(r.p.Blocks) {
			m.Block = -1
		}
	}
}
