package meta

import (
	"slices"
	"strings"
	"time"

	"github.com/newsfact/newsfact/internal/page"
	"github.com/newsfact/newsfact/internal/stamp"
)

// Resolve returns a document's fields, from what its head declared and from
// the pieces of text that chrome took for fields. ref is the day that the
// caller knows it was read or published; it is used last, and only where the
// document gives no day of its own.
//
// The head is believed before the text, but for what it leaves out: a title,
// people where it names a newsroom only, a date. A text has no head, and all
// comes from what is seen.
func Resolve(p *page.Page, declared *Fields, seen []Visible, ref time.Time) *Fields {
	f := *declared
	r := &resolver{p: p, f: &f, seen: seen, ref: ref}
	if p.Format != page.HTML {
		f.Language = r.language()
	}
	r.names.lang = f.Language
	for _, s := range [...]string{f.SiteName, host(f.URL)} {
		if k := nameKey(s); k != "" {
			r.names.site = append(r.names.site, k)
		}
	}
	r.hints = stamp.Hints{Lang: f.Language, Order: order(f.Language, "", host(f.URL))}
	r.texts()
	r.w = r.lines()
	r.people()
	r.dates()
	r.dateline()
	return &f
}

// A resolver holds one document while its fields are decided.
type resolver struct {
	p     *page.Page
	f     *Fields
	seen  []Visible
	ref   time.Time
	hints stamp.Hints
	names namer
	w     *weigher // looks at the lines near the headline of a text

	// What the text says of the year, see evidence.
	read      bool
	latest    time.Time
	copyright int
}

// language tells the language of a text.
func (r *resolver) language() string {
	const long = 60
	var s sample
	s.words = make([]string, 0, sampleWords)
	for i := range r.p.Blocks {
		if b := &r.p.Blocks[i]; len(b.Text) >= long {
			s.add(clip(b.Text, sampleBytes))
		}
	}
	if len(s.words) == 0 {
		s.add(clip(r.p.Source, sampleBytes))
	}
	return s.tell(r.f.Language)
}

// lines returns a weigher that knows where the headline of a text stands, so
// that its lines can be read as a page's blocks are; nil for a page, which has
// been read.
func (r *resolver) lines() *weigher {
	if r.p.Format != page.Text {
		return nil
	}
	w := &weigher{p: r.p, f: r.f, hints: r.hints, names: r.names, main: new(ldThing), ld: new(ldPage), title: -1}
	w.body, w.notes = int32(len(r.p.Blocks)), int32(len(r.p.Blocks))
	for _, v := range r.seen {
		switch {
		case v.Field == "title" && w.title < 0:
			w.title = r.blockAt(v.Start)
		case v.Field == "body":
			w.body = r.blockAt(v.Start)
		case v.Field == "comments":
			w.notes = r.blockAt(v.Start)
		}
	}
	w.prose = w.findProse()
	return w
}

// blockAt returns the block that holds a place of the source, or -1.
func (r *resolver) blockAt(at int) int32 {
	i, _ := slices.BinarySearchFunc(r.p.Blocks, at, func(b page.Block, at int) int { return b.End - at - 1 })
	if i == len(r.p.Blocks) || r.p.Blocks[i].Start > at {
		return -1
	}
	return int32(i)
}

// texts fills the fields that are text from what is seen.
func (r *resolver) texts() {
	f := r.f
	for _, v := range r.seen {
		switch v.Field {
		case "title", "subtitle", "section", "site", "tags":
		default:
			continue // a dateline stands in a whole paragraph
		}
		t := plain(v.Text)
		if t == "" {
			continue
		}
		switch v.Field {
		case "title":
			f.Title = first(f.Title, t)
			if !slices.Contains(f.Titles, t) {
				f.Titles = append(slices.Clip(f.Titles), t)
			}
		case "subtitle":
			if !r.isByline(v) {
				f.Subtitle = first(f.Subtitle, t)
			}
		case "section":
			f.Section = first(f.Section, t)
		case "site":
			f.SiteName = first(f.SiteName, t)
		case "tags":
			for tag := range splitSeq(t, ",;|#•·") {
				if tag = strings.TrimSpace(tag); tag != "" && len(f.Tags) < maxTags && len(tag) <= maxName {
					f.Tags = append(slices.Clip(f.Tags), tag)
				}
			}
		}
	}
	f.Tags = unique(f.Tags)
}

// maxTags bounds the subjects of one document.
const maxTags = 50

// people reads the bylines that are seen, where the head names nobody.
func (r *resolver) people() {
	f := r.f
	nobody := len(f.Authors) == 0 || !slices.ContainsFunc(f.Authors, func(a string) bool {
		return !slices.Contains(f.Agencies, a) && !r.names.isOrganization(a)
	})
	if !nobody {
		return
	}
	var people, agencies []string
	for _, v := range r.seen {
		if !r.isByline(v) {
			continue
		}
		p, ag := r.names.byline(v.Text, true)
		if len(p) == 0 {
			// A line that is taken for a byline names an agency, or somebody
			// who looks like nobody; one word is no more than a label.
			p, ag = r.names.byline(v.Text, false)
			p = slices.DeleteFunc(p, func(s string) bool { return !hasSpace(s) && !isDense(firstRune(s)) || r.p.Format == page.HTML })
		}
		people, agencies = append(people, p...), append(agencies, ag...)
	}
	if r.w != nil && len(people) == 0 {
		for _, source := range [...]func() ([]string, []string){r.w.blockAuthors, r.w.nameLine, r.w.signature} {
			if p, ag := source(); len(p) > 0 {
				people, agencies = p, append(agencies, ag...)
				break
			}
		}
	}
	people, agencies = unique(people), unique(agencies)
	f.Agencies = unique(append(slices.Clip(f.Agencies), agencies...))
	switch {
	case len(people) > 0:
		f.Authors = people
	case len(f.Authors) == 0:
		f.Authors = agencies
	}
}

// isByline reports whether v is a byline; the line under the headline is often
// one too, and says so by how it begins.
func (r *resolver) isByline(v Visible) bool {
	if v.Field == "subtitle" {
		if _, begins := r.names.begins(v.Text); begins {
			people, _ := r.names.byline(v.Text, true)
			return len(people) > 0
		}
	}
	return v.Field == "byline"
}

// dates fills the dates that the head leaves out from the date lines that are
// seen: labelled ones first, then the first in the text.
func (r *resolver) dates() {
	f := r.f
	var pub, mod []dated
	if r.w != nil {
		r.w.weighSeen(&pub, &mod)
		for i := range pub {
			pub[i].trust++ // what chrome took for a date line comes before
		}
	}
	r.seen = r.withDateline()
	for _, v := range r.seen {
		if v.Field == "dateline" && r.p.Format != page.HTML && r.isDateline(v.Text) {
			for _, d := range stamp.Find(clip(v.Text, 100), r.hints) {
				r.offer(&pub, &mod, v, d)
				break
			}
		}
		if v.Field != "date" && v.Field != "modified" && v.Field != "byline" {
			continue
		}
		for _, d := range stamp.Find(v.Text, r.hints) {
			r.offer(&pub, &mod, v, d)
		}
	}
	if weak := f.Published.Source == "inferred"; f.Published.Value == "" || weak {
		if s := choose(pub); s.Value != "" {
			s.Rivals = append(s.Rivals, f.Published.Rivals...)
			f.Published = s
		}
	}
	if f.Modified.Value == "" {
		f.Modified = choose(mod)
	}
	if f.Published.Value == "" && !r.ref.IsZero() {
		f.Published = Stamp{Value: r.ref.Format(time.DateOnly), Source: "reference"}
	}
}

// withDateline adds the dateline that a text begins with, "BAKU, July 21
// (Agency) –", if chrome gave none with a day.
func (r *resolver) withDateline() []Visible {
	if r.w == nil || slices.ContainsFunc(r.seen, func(v Visible) bool {
		return v.Field == "dateline" && r.isDateline(v.Text)
	}) {
		return r.seen
	}
	const lead, long = 80, 120 // bytes
	for i := max(0, int(r.w.title)); i < len(r.p.Blocks) && i <= int(r.w.title)+nearAfter; i++ {
		b := &r.p.Blocks[i]
		if len(b.Text) < long {
			continue
		}
		s := clip(b.Text, lead)
		for _, d := range stamp.Find(s, r.hints) {
			place, rest := strings.TrimRight(s[:d.Start], " ,("), s[d.End:]
			if d.Kind != stamp.Day && d.Kind != stamp.NoYear || place == "" || !strings.ContainsAny(rest, "-–—") ||
				!allCaps(strings.Fields(place)[0]) && !opensWithPlace(s, d) {
				break
			}
			out := slices.DeleteFunc(slices.Clone(r.seen), func(v Visible) bool { return v.Field == "dateline" })
			return append(out, Visible{Field: "dateline", Text: s[:d.End], Start: b.Start, End: b.End})
		}
	}
	return r.seen
}

// offer sorts one date of a date line.
func (r *resolver) offer(pub, mod *[]dated, v Visible, d stamp.Found) {
	to, trust, source := pub, byEye, "visible"
	if r.w != nil && r.w.title >= 0 && r.blockAt(v.Start) < r.w.title {
		trust += 2 // above the headline is the site's clock, or another story
	}
	if d.Label == stamp.Modified || v.Field == "modified" && d.Label == stamp.None {
		to = mod
	}
	switch d.Kind {
	case stamp.Day:
	case stamp.NoYear:
		trust++
		if v, ok := r.complete(d); ok {
			d.Value, source = v, "inferred"
		}
	case stamp.Relative:
		if d.Value = d.Back(r.ref); d.Value == "" {
			return
		}
		trust, source = byChance, "inferred"
	case stamp.Month:
		trust = byCreation
	default:
		return
	}
	if d.Label == stamp.Other {
		return
	}
	if d.Label == stamp.Published {
		trust = byLabel
	}
	*to = append(*to, dated{d, source, trust})
}

// dateline reads "BAKU, July 21 —" and "(Washington, July 21, 2025 / JNS)".
func (r *resolver) dateline() {
	for _, v := range r.seen {
		if v.Field != "dateline" || !r.isDateline(v.Text) {
			continue
		}
		st := Stamp{Place: r.place(v.Text)}
		for _, d := range stamp.Find(clip(v.Text, 100), r.hints) {
			switch d.Kind {
			case stamp.Day:
				st.Value = d.Value
			case stamp.NoYear:
				st.Value = d.Value
				if y, ok := r.yearNear(d); ok {
					st.Value = y + d.Value[4:]
				} else if c, ok := r.complete(d); ok {
					st.Value = c
				}
			}
			break
		}
		if st.Value != "" {
			st.Source = "visible"
		}
		if st.Place != "" || st.Value != "" {
			r.f.Dateline = st
		}
		if r.f.Published.Value == "" || r.f.Published.Source == "reference" {
			if len(st.Value) >= len(time.DateOnly) && !strings.HasPrefix(st.Value, "X") {
				r.f.Published = Stamp{Value: st.Value, Source: "visible", Rivals: r.f.Published.Rivals}
			}
		}
		return
	}
}

// isDateline reports whether a text is a dateline or a paragraph that begins
// with one: it is short, or it begins in capitals.
func (r *resolver) isDateline(s string) bool {
	const longest = 100 // bytes
	if len(s) <= longest {
		return true
	}
	f, _, _ := strings.Cut(s, " ")
	ds := stamp.Find(clip(s, longest), r.hints)
	return len(ds) > 0 && (len(f) > 2 && allCaps(strings.Trim(f, ",:(.")) || opensWithPlace(s, ds[0]))
}

// opensWithPlace reports whether s begins with a place in small letters, its
// date d, and a dash: "Reykjavik, 19 August 2019 - A plant …". So exact a form
// needs no capitals.
func opensWithPlace(s string, d stamp.Found) bool {
	const most = 4 // words of "San Pedro Sula, Honduras"
	place, ok := strings.CutSuffix(strings.TrimRight(s[:d.Start], " ("), ",")
	words := strings.Fields(place)
	if !ok && !strings.HasSuffix(s[:d.Start], "(") || len(words) == 0 || len(words) > most || !isCapital(words[0]) || !isCapital(words[len(words)-1]) {
		return false
	}
	rest := strings.TrimLeft(s[d.End:], " )")
	if strings.HasPrefix(rest, "(") || strings.HasPrefix(rest, "/") { // the agency
		if i := strings.IndexAny(rest[1:], ")-–—"); i >= 0 {
			rest = strings.TrimLeft(rest[1+i:], " )")
		}
	}
	for _, dash := range [...]string{"- ", "– ", "— ", "-- "} {
		if strings.HasPrefix(rest, dash) {
			return true
		}
	}
	return false
}

// place returns the place that a dateline begins with.
func (r *resolver) place(s string) string {
	const longest, lead = 100, 80 // bytes
	s = plain(s)
	if len(s) > longest {
		// The paragraph that begins with the dateline.
		s = clip(s, lead)
		if bare := r.names.cutDates(s); bare == s && !allCaps(strings.Fields(s + " a")[0]) {
			return ""
		}
	}
	s = r.names.cutDates(s)
	s = strings.TrimLeft(s, " ([{-–—|")
	if i := strings.IndexAny(s, "(|:/;"); i >= 0 {
		s = s[:i]
	}
	for _, dash := range [...]string{" – ", " — ", " - ", "–", "—", " -"} {
		if i := strings.Index(s, dash); i >= 0 {
			s = s[:i]
		}
	}
	s = strings.Trim(s, " ,.–—-)]")
	const most = 5 // words of "Rio de Janeiro, Brazil"
	if s == "" || !isCapital(s) && !isDense(firstRune(s)) && hasCase(s) || len(strings.Fields(s)) > most || r.names.isAgency(s) {
		return ""
	}
	return s
}
