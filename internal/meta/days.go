package meta

import (
	"slices"
	"strings"
	"time"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/stamp"
)

// A dated is a date that some part of the page offers.
type dated struct {
	found  stamp.Found
	source string // of Stamp
	trust  int    // the lower the better
}

// How far each source of a date is to be trusted: the lower the better.
const (
	byArticle  = 10 // JSON-LD of the article
	byStandard = 20 // a meta element whose name means just that; microdata
	byTool     = 30 // a meta element that a tool or a site names so
	byLabel    = 35 // visible near the headline, with a label
	byPage     = 37 // JSON-LD of the page
	byEye      = 40 // visible near the headline
	byOther    = 45 // a meta element that is used for other dates too
	byCreation = 50 // when the work was made
	byURL      = 60
	byChance   = 70 // visible elsewhere, and labelled or the only one
	byImage    = 80 // in the address of the lead image, which may be older
)

// dates settles when the article was published and modified.
func (w *weigher) dates() {
	var pub, mod []dated
	offer := func(to *[]dated, s, source string, trust int) {
		if s == "" {
			return
		}
		if f, ok := stamp.Parse(s, w.hints); ok {
			*to = append(*to, dated{f, source, trust})
		}
	}
	ofMeta := [...]int{0, byStandard, byTool, byOther, byCreation}
	m, pg := w.main, w.ld.page()
	if m.class == "page" {
		m, pg = new(ldThing), m
	}
	offer(&pub, m.published, "jsonld", byArticle)
	offer(&mod, m.modified, "jsonld", byArticle)
	offer(&pub, m.created, "jsonld", byCreation)
	offer(&pub, pg.published, "jsonld", byPage)
	offer(&mod, pg.modified, "jsonld", byPage)
	for _, o := range w.metas["published"] {
		offer(&pub, o.value, "meta", ofMeta[o.trust])
	}
	for _, o := range w.metas["modified"] {
		offer(&mod, o.value, "meta", ofMeta[o.trust])
	}
	for _, mk := range w.p.Head.Marks {
		if mk.How != "itemprop" {
			continue
		}
		switch v := first(mk.Value, mk.Text); strings.ToLower(mk.Field) {
		case "datepublished":
			offer(&pub, v, "meta", byStandard+1)
		case "datemodified":
			offer(&mod, v, "meta", byStandard+1)
		case "datecreated", "uploaddate":
			offer(&pub, v, "meta", byCreation)
		}
	}
	eye := w.weighSeen(&pub, &mod)
	url := w.urlDate()
	if url.found.Value != "" {
		pub = append(pub, url)
	}
	for _, o := range w.metas["image"] {
		if f, ok := stamp.FromURL(o.value); ok && f.Kind == stamp.Day {
			pub = append(pub, dated{f, "url", byImage})
			break
		}
	}
	// A date in <title>, such as "… | Europe | Example | 2 May 2024".
	for _, f := range stamp.Find(clip(w.p.Head.Title, maxTitle), w.hints) {
		if f.Kind == stamp.Day && f.End == len(strings.TrimSpace(w.p.Head.Title)) && !strings.Contains(w.f.Title, w.p.Head.Title[f.Start:f.End]) {
			pub = append(pub, dated{f, "meta", byLabel})
		}
	}
	if len(pub) == 0 {
		if f, ok := w.dataDate(); ok {
			pub = append(pub, dated{f, "meta", byChance})
		}
	}
	w.f.Modified = choose(mod)
	w.f.Published = choose(w.possible(pub))
	w.f.Published.local(eye, url)
	w.f.Published.first(url)
	if w.f.Published.Value == "" && w.f.Modified.Value != "" {
		// The page was there by then; the source says that it is no more.
		w.f.Published = Stamp{Value: day(w.f.Modified.Value), Source: "inferred", Rivals: w.f.Published.Rivals}
	}
}

// possible drops dates that are only seen, without a label, and cannot be the
// page's: from before there were web pages, as births and battles are, or from
// after the page was changed last.
func (w *weigher) possible(pub []dated) []dated {
	const firstPages = "1994-01-01"
	mod := w.f.Modified
	return slices.DeleteFunc(pub, func(d dated) bool {
		v := day(d.found.Value)
		if d.source != "visible" || d.found.Label != stamp.None || len(v) < len(time.DateOnly) || v[0] == 'X' {
			return false
		}
		return v < firstPages || len(mod.Value) >= len(time.DateOnly) && v > dayAfter(mod.Value)
	})
}

// dayAfter returns the day after that of a value: clocks and zones differ.
func dayAfter(v string) string {
	at, err := time.Parse(time.DateOnly, day(v))
	if err != nil {
		return "9999"
	}
	return at.AddDate(0, 0, 1).Format(time.DateOnly)
}

// dataDate returns the day of publication in the page's data scripts, where
// all keys of such a name agree: with other stories in the data they would
// not.
func (w *weigher) dataDate() (one stamp.Found, ok bool) {
	for _, sc := range w.p.Head.Data {
		for rest := sc.Text; ; {
			i := strings.Index(rest, "ublish")
			if i < 0 {
				break
			}
			key, value, end := member(rest, i)
			rest = rest[end:]
			m, known := lexicon.MetaName(strings.ToLower(key))
			if !known || m.Field != "published" || m.Trust > 2 {
				continue
			}
			f, isDate := stamp.Parse(value, w.hints)
			switch {
			case !isDate || f.Kind != stamp.Day:
			case ok && day(f.Value) != day(one.Value):
				return stamp.Found{}, false
			default:
				one, ok = f, true
			}
		}
	}
	return one, ok
}

// member returns the key of a JSON object in s that i stands in and its value,
// if that is a short string, and where to go on.
func member(s string, i int) (key, value string, end int) {
	const longest = 40 // bytes of a key or a value
	begin := strings.LastIndexByte(s[max(0, i-longest):i], '"')
	if begin < 0 {
		return "", "", i + 1
	}
	begin += max(0, i-longest) + 1
	end = i + 1
	n := strings.IndexByte(s[i:min(len(s), i+longest)], '"')
	if n < 0 {
		return "", "", end
	}
	end = i + n + 1
	key = s[begin : end-1]
	after, found := strings.CutPrefix(strings.TrimLeft(s[end:min(len(s), end+2*longest)], " "), ":")
	if !found {
		return "", "", end
	}
	after, found = strings.CutPrefix(strings.TrimLeft(after, " "), "\"")
	value, _, closed := strings.Cut(after, "\"")
	if !found || !closed {
		return "", "", end
	}
	return key, value, end
}

// urlDate returns the day in the page's address.
func (w *weigher) urlDate() dated {
	for _, u := range [...]string{w.f.URL, w.url} {
		if f, ok := stamp.FromURL(u); ok && f.Kind == stamp.Day {
			return dated{f, "url", byURL}
		}
	}
	return dated{}
}

// weighSeen adds the visible dates, and returns the one nearest to the
// headline.
func (w *weigher) weighSeen(pub, mod *[]dated) (eye dated) {
	all := w.seenDates()
	nearest, one := 1<<30, true
	for _, s := range all {
		one = one && day(s.found.Value) == day(all[0].found.Value)
		if s.near && s.found.Label <= stamp.Published && s.distance < nearest {
			nearest, eye = s.distance, s.dated
		}
	}
	front := w.isFront()
	newest := dated{}
	for _, s := range all {
		d := s.dated
		if d.found.Label == stamp.Other {
			continue
		}
		if newest.found.Value == "" || day(d.found.Value) > day(newest.found.Value) {
			newest = d
		}
		switch {
		case s.near && d.found.Label != stamp.None:
			d.trust = byLabel
		case s.near:
			d.trust = byEye
			if s.distance > nearest {
				d.trust++
			}
		case d.found.Label != stamp.None:
			d.trust = byChance - 1
		case one && (w.title < 0 || s.block > w.title): // above the headline is the site's clock
			d.trust = byChance
		default:
			continue // one of many, and none of them near
		}
		if d.found.Label == stamp.Modified {
			*mod = append(*mod, d)
		} else {
			*pub = append(*pub, d)
		}
	}
	if front && newest.found.Value != "" {
		newest.trust = byChance // a front page is as old as its newest story
		*pub = append(*pub, newest)
	}
	return eye
}

// first gives the day in the page's own address in place of one that is long
// after it: an address stays as it was when the story is published anew.
func (s *Stamp) first(url dated) {
	const long = 31 * 24 * time.Hour
	at, err := time.Parse(time.DateOnly, day(s.Value))
	first, err2 := time.Parse(time.DateOnly, day(url.found.Value))
	if err != nil || err2 != nil || at.Sub(first) <= long {
		return
	}
	rivals := slices.DeleteFunc(s.Rivals, func(r Stamp) bool { return day(r.Value) == day(url.found.Value) })
	*s = Stamp{Value: url.found.Value, Source: url.source, Rivals: append([]Stamp{{Value: s.Value, Source: s.Source}}, rivals...)}
}

// isFront reports whether the page is a site's front page, by its address or
// by what it says of it.
func (w *weigher) isFront() bool {
	if w.ld.page().published != "" {
		return false
	}
	if u := first(w.f.URL, w.url); u != "" {
		return isRoot(u)
	}
	for _, l := range w.p.Head.Links {
		if l.Rel == "canonical" {
			return l.Href == "/"
		}
	}
	return isRoot(w.meta("url"))
}

// local gives the publisher's day in place of a day in UTC: where the head
// has the time in UTC and the page shows, or its address has, the day before
// or after, as it is a few hours away. Machines write UTC, readers live
// elsewhere.
func (s *Stamp) local(eye, url dated) {
	if len(s.Value) <= len("2006-01-02T15:04") || !strings.HasSuffix(s.Value, "Z") && !strings.HasSuffix(s.Value, "+00:00") {
		return
	}
	at, err := time.Parse(time.RFC3339, withSeconds(s.Value))
	if err != nil || day(url.found.Value) == day(s.Value) {
		return
	}
	for _, d := range [...]dated{eye, url} {
		if d.found.Value == "" || day(d.found.Value) == day(s.Value) || !sameMoment(at, d.found.Value) {
			continue
		}
		old := Stamp{Value: s.Value, Source: s.Source}
		rivals := slices.DeleteFunc(s.Rivals, func(r Stamp) bool { return day(r.Value) == day(d.found.Value) })
		*s = Stamp{Value: d.found.Value, Source: d.source, Rivals: append([]Stamp{old}, rivals...)}
		return
	}
}

// sameMoment reports whether the local value v, a day or a day and a time,
// can be what clocks showed somewhere at a moment: between eight hours behind
// UTC and twelve ahead, where nearly everybody lives.
func sameMoment(at time.Time, v string) bool {
	const behind, ahead = 8 * time.Hour, 12 * time.Hour
	const minutes = len("2006-01-02T15:04")
	if len(v) < minutes {
		return v == at.Add(-behind).Format(time.DateOnly) || v == at.Add(ahead).Format(time.DateOnly)
	}
	local, err := time.Parse("2006-01-02T15:04", v[:minutes])
	if err != nil {
		return false
	}
	off := local.Sub(at.Truncate(time.Minute))
	return off >= -behind && off <= ahead && off%(30*time.Minute) == 0
}

// withSeconds completes a time in minutes for time.RFC3339.
func withSeconds(v string) string {
	const minutes = len("2006-01-02T15:04")
	if len(v) > minutes && v[minutes] != ':' {
		return v[:minutes] + ":00" + v[minutes:]
	}
	return v
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
	slices.SortStableFunc(ds, func(a, b dated) int { return a.trust - b.trust })
	for _, d := range ds {
		if day(d.found.Value) != day(st.Value) && len(st.Rivals) < maxRivals && !st.has(d) {
			st.Rivals = append(st.Rivals, Stamp{Value: d.found.Value, Source: d.source})
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
