package meta

import (
	"strings"

	"github.com/newsfact/newsfact/internal/stamp"
)

// A dated is a date that some part of the page offers.
type dated struct {
	found  stamp.Found
	source string // of Stamp
	trust  int    // the lower the better
}

// dates settles when the article was published and modified.
func (w *weigher) dates() {
	var pub, mod []dated
	offer := func(to *[]dated, s, source string, trust int) {
		if f, ok := stamp.Parse(s, w.hints); ok {
			*to = append(*to, dated{f, source, trust})
		}
	}
	m := w.main
	if m.class != "page" {
		offer(&pub, m.published, "jsonld", 1)
		offer(&mod, m.modified, "jsonld", 1)
		offer(&pub, m.created, "jsonld", 5)
	} else {
		offer(&pub, m.published, "jsonld", 4)
		offer(&mod, m.modified, "jsonld", 4)
	}
	if pg := w.ld.page(); pg != m {
		offer(&pub, pg.published, "jsonld", 4)
		offer(&mod, pg.modified, "jsonld", 4)
	}
	for _, o := range w.metas["published"] {
		offer(&pub, o.value, "meta", 1+int(o.trust))
	}
	for _, o := range w.metas["modified"] {
		offer(&mod, o.value, "meta", 1+int(o.trust))
	}
	for _, mk := range w.p.Head.Marks {
		switch {
		case mk.How != "itemprop":
		case strings.EqualFold(mk.Field, "datePublished"):
			offer(&pub, first(mk.Value, mk.Text), "meta", 3)
		case strings.EqualFold(mk.Field, "dateModified"):
			offer(&mod, first(mk.Value, mk.Text), "meta", 3)
		case strings.EqualFold(mk.Field, "dateCreated"), strings.EqualFold(mk.Field, "uploadDate"):
			offer(&pub, first(mk.Value, mk.Text), "meta", 6)
		}
	}
	w.markDates(&pub, &mod)
	for _, u := range [...]string{w.f.URL, w.url} {
		if f, ok := stamp.FromURL(u); ok && f.Kind == stamp.Day {
			pub = append(pub, dated{f, "url", 7})
			break
		}
	}
	w.f.Published = choose(pub)
	w.f.Modified = choose(mod)
}

// markDates reads the dates of elements marked as such in the body, from the
// headline on.
func (w *weigher) markDates(pub, mod *[]dated) {
	for _, mk := range w.p.Head.Marks {
		if mk.Field != "time" && mk.Field != "date" && mk.Field != "published" && mk.Field != "modified" || w.hidden(mk.Block) {
			continue
		}
		var f stamp.Found
		ok := false
		if mk.Value != "" {
			f, ok = stamp.Parse(mk.Value, w.hints)
		}
		for _, t := range stamp.Find(clip(mk.Text, 200), w.hints) {
			if t.Kind != stamp.Day {
				continue
			}
			if !ok {
				f, ok = t, true
			}
			f.Label = t.Label
			break
		}
		if !ok || f.Kind != stamp.Day {
			continue
		}
		if f.Label == stamp.Modified {
			*mod = append(*mod, dated{f, "visible", 6})
		} else {
			*pub = append(*pub, dated{f, "visible", 6})
		}
	}
}

// choose takes the most trusted date, more exactly if another gives the same
// day with a time, and keeps the other days as rivals.
func choose(ds []dated) Stamp {
	best := -1
	for i, d := range ds {
		if best < 0 || d.trust < ds[best].trust {
			best = i
		}
	}
	if best < 0 {
		return Stamp{}
	}
	win := ds[best]
	if !win.found.HasTime() {
		for _, d := range ds {
			if d.found.HasTime() && d.found.Value[:10] == win.found.Value {
				win.found = d.found
				break
			}
		}
	}
	st := Stamp{Value: win.found.Value, Source: win.source}
	for t := 0; t < 10; t++ {
		for _, d := range ds {
			if d.trust == t && day(d.found.Value) != day(st.Value) && len(st.Rivals) < maxRivals && !st.has(d) {
				st.Rivals = append(st.Rivals, Stamp{Value: d.found.Value, Source: d.source})
			}
		}
	}
	return st
}

// maxRivals: a front page has a hundred dates.
const maxRivals = 8

func (s *Stamp) has(d dated) bool {
	for _, r := range s.Rivals {
		if day(r.Value) == day(d.found.Value) && r.Source == d.source {
			return true
		}
	}
	return false
}

// day returns the calendar day of a value, as written.
func day(v string) string {
	if len(v) > 10 {
		return v[:10]
	}
	return v
}
