package meta

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/page"
	"github.com/newsfact/newsfact/internal/stamp"
)

// A weigher holds what one page says of itself while its fields are decided.
type weigher struct {
	p    *page.Page
	url  string
	ld   *ldPage
	main *ldThing

	mainSure bool // main is an article, and the page's

	title int32              // the block that shows the headline, or -1
	prose int32              // the block at which the article's text has begun
	body  int32              // of a text: the first line of the body
	notes int32              // of a text: where readers' comments begin; both are past the end where nothing is known
	metas map[string][]offer // by field, the most trusted first
	hints stamp.Hints
	names namer
	f     *Fields
}

// An offer is a value that a meta element gives for a field.
type offer struct {
	value string
	key   string
	trust int8
}

// Declared returns the fields that the head and the marked elements of p
// give, before anyone has looked at the blocks.
//
// A field is taken from the first of these that has it: the JSON-LD of the
// page's main thing; a meta element whose name a standard gives to just that
// field; a microdata mark; a meta element that a tool names so; a mark by
// class; the JSON-LD of the page as such; the address. Where they disagree
// the others are rivals.
func Declared(p *page.Page, url string) *Fields {
	w := &weigher{p: p, url: url, f: &Fields{}, main: new(ldThing), ld: new(ldPage)}
	if p.Format != page.HTML {
		w.f.URL = url
		return w.f
	}
	w.readMetas()
	w.ld = readLD(p.Head.JSONLD)
	w.address()
	w.site()
	w.headlines()
	w.language()
	w.dates()
	w.authors()
	w.rest()
	return w.f
}

// readMetas sorts the meta elements by field and trust.
func (w *weigher) readMetas() {
	const most = 40 // offers for one field; tags are many
	w.metas = make(map[string][]offer)
	for _, m := range w.p.Head.Metas {
		f, ok := lexicon.MetaName(m.Key)
		if !ok {
			continue
		}
		v := clean(m.Value)
		if v == "" || len(w.metas[f.Field]) >= most {
			continue
		}
		os := append(w.metas[f.Field], offer{value: v, key: m.Key, trust: f.Trust})
		for i := len(os) - 1; i > 0 && os[i-1].trust > os[i].trust; i-- {
			os[i-1], os[i] = os[i], os[i-1]
		}
		w.metas[f.Field] = os
	}
}

// meta returns the most trusted offer for a field.
func (w *weigher) meta(field string) string {
	if os := w.metas[field]; len(os) > 0 {
		return plain(os[0].value)
	}
	return ""
}

// address settles the page's URL: the canonical one, if it is one of this
// page; then og:url; then the one it was fetched from.
func (w *weigher) address() {
	canonical := ""
	for _, l := range w.p.Head.Links {
		if l.Rel == "canonical" && isURL(l.Href) {
			canonical = l.Href
			break
		}
	}
	og := w.meta("url")
	if !isURL(og) || isRoot(og) {
		og = ""
	}
	if isRoot(canonical) && (og != "" || w.url != "") {
		canonical = "" // a template's slip: every page is the front page
	}
	w.f.URL = first(canonical, og, w.url)
}

func isURL(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// isRoot reports whether a URL has no path.
func isRoot(u string) bool {
	_, rest, ok := strings.Cut(u, "://")
	if !ok {
		return false
	}
	i := strings.IndexByte(rest, '/')
	return i < 0 || i == len(rest)-1
}

// samePage compares two addresses without scheme, www, query and final slash.
func samePage(a, b string) bool {
	return a != "" && b != "" && pageKey(a) == pageKey(b)
}

func pageKey(u string) string {
	if i := strings.Index(u, "://"); i >= 0 {
		u = u[i+3:]
	}
	u = strings.TrimPrefix(u, "www.")
	if i := strings.IndexAny(u, "?#"); i >= 0 {
		u = u[:i]
	}
	return strings.TrimSuffix(u, "/")
}

// host returns the host of a URL without www.
func host(u string) string {
	_, rest, ok := strings.Cut(u, "://")
	if !ok {
		return ""
	}
	if i := strings.IndexAny(rest, "/?#:"); i >= 0 {
		rest = rest[:i]
	}
	return strings.TrimPrefix(strings.ToLower(rest), "www.")
}

// site settles the site's name, and the keys that all its names have.
func (w *weigher) site() {
	publisher := ""
	for i := range w.ld.things {
		publisher = first(publisher, w.ld.things[i].publisher)
	}
	names := []string{w.ld.site, publisher, w.ld.org}
	for _, o := range w.metas["site"] {
		names = append(names, plain(o.value))
	}
	if os := w.metas["site"]; len(os) > 0 && os[0].trust == 1 {
		w.f.SiteName = plain(os[0].value)
	}
	for _, s := range names {
		if s != "" && len(s) <= maxName && !isURL(s) {
			w.f.SiteName = first(w.f.SiteName, s)
		}
	}
	add := func(s string) {
		if k := nameKey(s); len(k) > 1 {
			w.names.site = append(w.names.site, k)
		}
	}
	for _, s := range append(names, w.f.SiteName) {
		add(s)
	}
	for _, u := range [...]string{w.f.URL, w.url, w.meta("url")} {
		h := host(u)
		add(h)
		labels := strings.Split(h, ".")
		for i, l := range labels {
			if len(l) > 3 { // not "com", "co"
				add(l)
			}
			if i == len(labels)-2 {
				add(l + labels[i+1])
			}
		}
	}
	w.names.site = unique(w.names.site)
}

// rest fills the fields that nobody disputes.
func (w *weigher) rest() {
	f, m := w.f, w.main
	f.Section = plain(first(m.section, w.meta("section")))
	if len(f.Section) > maxName || isURL(f.Section) {
		f.Section = ""
	}
	f.Image = first(w.meta("image"), m.image)
	if m.class == "article" || m.class == "work" {
		f.Type = m.typ
	}
	f.Type = first(f.Type, w.meta("type"), m.typ)
	f.Body = stripTags(m.body)
	f.Free = m.free
	for _, o := range w.metas["free"] {
		switch strings.ToLower(o.value) {
		case "true", "free":
			f.Free = first(f.Free, "true")
		case "false", "locked", "metered":
			f.Free = first(f.Free, "false")
		}
	}
	f.Tags = w.tags()
}

// tags collects the article's subjects: of the best source that has any.
func (w *weigher) tags() []string {
	const most = 50
	var tags []string
	add := func(s string) {
		for t := range splitSeq(s, ",;|\n") {
			if t = plain(t); t != "" && len(t) <= maxName && len(tags) < most {
				tags = append(tags, t)
			}
		}
	}
	for _, k := range w.main.keywords {
		add(k)
	}
	trust := int8(0)
	for _, o := range w.metas["tag"] {
		if len(tags) > 0 && o.trust != trust {
			break
		}
		add(o.value)
		trust = o.trust
	}
	if len(tags) == 0 {
		for _, m := range w.p.Head.Marks {
			if m.Field == "tag" && m.How == "rel" || m.Field == "keywords" {
				add(m.Text)
			}
		}
	}
	return unique(tags)
}
