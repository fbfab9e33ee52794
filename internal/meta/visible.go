package meta

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/newsfact/newsfact/internal/page"
	"github.com/newsfact/newsfact/internal/stamp"
)

// Near the headline: how many blocks before it and after it a date line or a
// byline stands. Pages put tools, pictures and leads between.
const (
	nearBefore = 8
	nearAfter  = 30
)

// findTitle returns the block that shows the headline, or -1: an h1 that is
// one of the title's versions, else the first block that is.
func (w *weigher) findTitle(vs []version) int32 {
	keys := make([]string, 0, len(vs))
	for _, v := range vs {
		if v.key != "" && !w.isSite(v.bare) {
			keys = append(keys, v.key)
		}
	}
	is := func(text string) bool {
		k := ""
		for _, key := range keys {
			if len(text) < len(key) || len(text) > 2*len(key)+40 { // a key has no spaces and marks
				continue
			}
			if k == "" {
				k = titleKey(text)
			}
			if k == key {
				return true
			}
		}
		return false
	}
	best := int32(-1)
	for _, m := range w.p.Head.Marks {
		if m.Field != "h1" || m.Block < 0 || w.hidden(m.Block) {
			continue
		}
		if titleKey(m.Text) == titleKey(w.f.Title) {
			return m.Block
		}
		if best < 0 && is(m.Text) {
			best = m.Block
		}
	}
	if best >= 0 {
		return best
	}
	for i := range w.p.Blocks {
		if b := &w.p.Blocks[i]; !b.Hidden && is(b.Text) {
			return int32(i)
		}
	}
	return -1
}

// near reports how far block b is from the headline, and whether that is
// near. Before the headline counts more: dates and names there are often the
// site's, or of the story above.
func (w *weigher) near(b int32) (int, bool) {
	switch d := int(b - w.title); {
	case w.title < 0 || b < 0:
		return 0, false
	case d < 0:
		return 3*-d + 3, d >= -nearBefore
	default:
		return d, d <= nearAfter && b <= w.prose
	}
}

// findProse returns the block at which the article's text has certainly
// begun: the second after the headline that is long and no list of links.
func (w *weigher) findProse() int32 {
	if w.title < 0 {
		return -1
	}
	const long, enough = 250, 2
	seen := 0
	for i := int(w.title) + 1; i < len(w.p.Blocks); i++ {
		if b := &w.p.Blocks[i]; len(b.Text) >= long && int(b.LinkBytes)*2 < len(b.Text) {
			if seen++; seen == enough {
				return int32(i)
			}
		}
	}
	return int32(len(w.p.Blocks))
}

// A seen is a date that the reader sees.
type seen struct {
	dated
	block    int32
	distance int
	near     bool
}

// seenDates collects the dates of marked elements and of short blocks near
// the headline; where there is none near, those of marked elements and of
// blocks that are nothing but a date, anywhere.
func (w *weigher) seenDates() []seen {
	var out []seen
	add := func(f stamp.Found, block int32) {
		s := seen{dated: dated{found: f, source: "visible"}, block: block}
		s.distance, s.near = w.near(block)
		out = append(out, s)
	}
	for _, mk := range w.p.Head.Marks {
		if mk.Field != "time" && mk.Field != "date" && mk.Field != "published" && mk.Field != "modified" || w.hidden(mk.Block) {
			continue
		}
		if f, ok := w.markDate(mk.Value, mk.Text); ok {
			add(f, mk.Block)
		}
	}
	lo, hi := 0, len(w.p.Blocks)
	if w.title >= 0 {
		lo = max(0, int(w.title)-nearBefore)
		hi = min(len(w.p.Blocks), int(w.title)+nearAfter+1, int(w.prose)+1)
	}
	if w.p.Format == page.Text {
		hi = min(hi, int(w.notes))
	}
	near := len(out)
	for i := lo; i < hi; i++ {
		for _, f := range w.blockDates(i) {
			add(f, int32(i))
		}
	}
	out = w.footDates(out, hi)
	for _, s := range out {
		if s.near {
			return out
		}
	}
	if front := w.p.Format == page.HTML && w.isFront(); w.title >= 0 && (front || len(out) == near) {
		for i := range w.p.Blocks {
			if int32(i) >= w.notes && w.p.Format == page.Text {
				break
			}
			for _, f := range w.blockDates(i) {
				if front || 2*(f.End-f.Start) >= len(w.p.Blocks[i].Text) || f.Label != stamp.None {
					add(f, int32(i))
				}
			}
		}
	}
	return out
}

// footDates adds the day at the foot of a page on which it was changed last,
// as wikis have it.
func (w *weigher) footDates(out []seen, from int) []seen {
	const last = 25 // blocks
	for i := max(from, len(w.p.Blocks)-last); i < len(w.p.Blocks) && w.p.Format == page.HTML; i++ {
		if !w.inFooter(w.p.Blocks[i].Elem) {
			continue
		}
		for _, f := range w.blockDates(i) {
			if f.Label == stamp.Modified {
				out = append(out, seen{dated: dated{found: f, source: "visible"}, block: int32(i)})
			}
		}
	}
	return out
}

// inFooter reports whether an element or one that holds it is a footer.
func (w *weigher) inFooter(elem int32) bool {
	const most = 12 // steps up
	for n := 0; n < most && elem > 0 && int(elem) < len(w.p.Elems); n++ {
		if e := &w.p.Elems[elem]; e.Tag == atom.Footer || e.Hints.Has(page.HintFooter) {
			return true
		}
		elem = w.p.Elems[elem].Parent
	}
	return false
}

// markDate reads the date of a marked element: the machine's value, labelled
// by the text.
func (w *weigher) markDate(value, text string) (f stamp.Found, ok bool) {
	if value != "" {
		f, ok = stamp.Parse(value, w.hints)
	}
	for _, t := range stamp.Find(clip(text, 200), w.hints) {
		if t.Kind != stamp.Day {
			continue
		}
		if !ok {
			f, ok = t, true
		}
		f.Label = t.Label
		break
	}
	return f, ok && f.Kind == stamp.Day
}

// blockDates returns the full dates in a block that is short enough to be a
// date line, and is one: the date is labelled or stands first; or it is a good
// part of the line or has a time, which in captions says nothing.
func (w *weigher) blockDates(i int) []stamp.Found {
	const longest, early, part = 200, 8, 4
	b := &w.p.Blocks[i]
	if len(b.Text) > longest {
		return w.leadDate(b)
	}
	if b.Hidden || !hasDigit(b.Text) {
		return nil
	}
	fs := stamp.Find(b.Text, w.hints)
	dates := 0 // bytes
	for _, f := range fs {
		dates += f.End - f.Start
	}
	out := fs[:0]
	for _, f := range fs {
		line := f.Label != stamp.None || f.Start <= early
		if !line && !w.inFigure(b.Elem) {
			_, byline := w.names.begins(b.Text)
			line = byline || f.HasTime() || part*dates >= len(b.Text)
		}
		if f.Kind == stamp.Day && line {
			if f.Label == stamp.None && f.Start <= 1 && i > 0 {
				f.Label = stamp.LabelOf(w.p.Blocks[i-1].Text)
			}
			out = append(out, f)
		}
	}
	return out
}

// hasDigit reports whether s has a digit of a script that press pages use.
func hasDigit(s string) bool {
	for i, c := range []byte(s) {
		if '0' <= c && c <= '9' {
			return true
		}
		if c >= 0xD9 && c != 0xE2 { // the digits of Arabic begin with D9 or DB, punctuation with E2
			return strings.ContainsAny(s[i:], "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९０１２３４５６７８９")
		}
	}
	return false
}

// leadDate returns the date that a paragraph begins with, parted from it by a
// dash, "27.1.2022 – The council …", or with a label before it, as blogs write
// under their entries: "This entry was posted on Monday, June 4th, 2007 at …".
func (w *weigher) leadDate(b *page.Block) []stamp.Found {
	const most, entry, long = 60, 120, 900 // bytes
	if len(b.Text) <= long && !b.Hidden && stamp.OpeningLabel(b.Text) == stamp.Published {
		if fs := stamp.Find(clip(b.Text, entry), w.hints); len(fs) > 0 && fs[0].Kind == stamp.Day && fs[0].Label == stamp.Published {
			return fs[:1]
		}
	}
	lead := clip(b.Text, most)
	fs := stamp.Find(lead, w.hints)
	if b.Hidden || len(fs) == 0 || fs[0].Kind != stamp.Day || fs[0].Start > 1 {
		return nil
	}
	if rest := strings.TrimLeft(lead[fs[0].End:], " ."); strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "-") {
		return fs[:1]
	}
	return nil
}

// inFigure reports whether an element is a caption, or a figure without one.
// The hints of those around it say nothing: a header with a picture holds the
// date line too.
func (w *weigher) inFigure(elem int32) bool {
	if elem <= 0 || int(elem) >= len(w.p.Elems) {
		return false
	}
	e := &w.p.Elems[elem]
	return e.Tag == atom.Figure || e.Tag == atom.Figcaption || e.Hints.Has(page.HintCaption)
}
