package meta

import (
	"slices"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/page"
)

// ldThing is what the JSON-LD says of one thing: the article, or the page.
type ldThing struct {
	class     string // as lexicon.SchemaClass names it
	typ       string
	headlines []string
	authors   []person
	published string
	modified  string
	created   string
	section   string
	keywords  []string
	publisher string
	lang      string
	image     string
	urls      []string
	body      string
	summary   string
	free      string
}

// A person is an author as the head gives one: a name and whether it is said
// to be a person's.
type person struct {
	name string
	kind string // "person", "organization" or "" where nothing is said
}

// ldPage is a page's JSON-LD: its things in order, and the names of the
// people and organisations that things refer to by id.
type ldPage struct {
	things []ldThing
	names  map[string]person // by @id
	site   string            // the WebSite's name
	org    string            // an organisation's that stands alone
}

// wantLD are the keys of schema.org that are read.
func wantLD(key string) bool {
	switch key {
	case "@type", "@graph", "@id", "@value", "@language", "@list", "@set", "type", "id", "name", "url",
		"headline", "alternativeHeadline", "alternateName", "givenName", "familyName", "jobTitle",
		"author", "creator", "contributor", "editor", "datePublished", "dateModified", "dateCreated", "uploadDate", "dateline",
		"articleSection", "keywords", "publisher", "inLanguage", "image", "thumbnailUrl", "contentUrl", "mainEntity",
		"mainEntityOfPage", "articleBody", "description", "isAccessibleForFree", "genre", "isPartOf", "liveBlogUpdate", "sourceOrganization":
		return true
	}
	return false
}

// readLD reads the JSON-LD blocks of a page.
func readLD(blocks []page.Script) *ldPage {
	p := new(ldPage)
	docs := make([]*jsonDoc, len(blocks))
	for i, b := range blocks {
		docs[i] = readJSON(b.Text, wantLD)
		p.index(docs[i])
	}
	for _, d := range docs {
		for k := d.nodes[0].child; k != 0; k = d.nodes[k].next {
			p.collect(d, k, 0)
		}
	}
	return p
}

// index notes each named thing that has an id, so that {"@id": "#jane"} in
// one block finds its name in another.
func (p *ldPage) index(d *jsonDoc) {
	for i := range d.nodes {
		if d.nodes[i].kind != '{' || i == 0 {
			continue
		}
		n := int32(i)
		id := d.text(d.get(n, "@id"))
		if id == "" {
			continue
		}
		if who := d.person(n); who.name != "" && who.name != id {
			if p.names == nil {
				p.names = make(map[string]person)
			}
			if _, ok := p.names[id]; !ok {
				p.names[id] = who
			}
		}
	}
}

// collect adds the things in node n: n itself, or what its array or @graph
// holds.
func (p *ldPage) collect(d *jsonDoc, n int32, depth int) {
	const deepest, most = 8, 100
	if depth > deepest || len(p.things) >= most {
		return
	}
	switch d.nodes[n].kind {
	case '[':
		for k := d.nodes[n].child; k != 0; k = d.nodes[k].next {
			p.collect(d, k, depth+1)
		}
	case '{':
		if g := d.get(n, "@graph"); g != 0 {
			p.collect(d, g, depth+1)
		}
		class, typ := d.class(n)
		switch class {
		case "article", "work", "page":
			if typ == "WebSite" {
				p.site = first(p.site, d.text(d.get(n, "name")))
				break
			}
			p.things = append(p.things, p.thing(d, n, class, typ))
			for _, key := range [...]string{"mainEntity", "mainEntityOfPage", "isPartOf"} {
				k := d.get(n, key)
				if k == 0 || d.nodes[k].kind != '{' {
					continue
				}
				if c, t := d.class(k); (c == "article" || c == "work") && key != "isPartOf" {
					p.collect(d, k, depth+1)
				} else if t == "WebSite" {
					p.site = first(p.site, d.text(d.get(k, "name")))
				}
			}
		case "organization":
			p.org = first(p.org, d.text(d.get(n, "name")))
		}
	}
}

// class returns what schema.org's types of node n amount to, and the type
// that says so.
func (d *jsonDoc) class(n int32) (class, typ string) {
	t := d.get(n, "@type")
	if t == 0 {
		t = d.get(n, "type")
	}
	rank := map[string]int{"article": 5, "work": 4, "page": 3, "person": 2, "organization": 1}
	for _, name := range d.texts(t) {
		if i := strings.LastIndexAny(name, "/:#"); i >= 0 { // http://schema.org/NewsArticle
			name = name[i+1:]
		}
		if c := lexicon.SchemaClass(name); rank[c] > rank[class] {
			class, typ = c, name
		}
	}
	return class, typ
}

// thing reads the fields of node n.
func (p *ldPage) thing(d *jsonDoc, n int32, class, typ string) ldThing {
	const most = 4 // other versions of a headline
	t := ldThing{class: class, typ: typ}
	headline := ""
	for k := d.nodes[n].child; k != 0; k = d.nodes[k].next {
		switch d.nodes[k].key {
		case "headline":
			headline = first(headline, plain(d.text(k)))
		case "name", "alternativeHeadline", "alternateName":
			if h := plain(d.text(k)); h != "" && len(t.headlines) < most {
				t.headlines = append(t.headlines, h)
			}
		case "author", "creator":
			if len(t.authors) == 0 {
				t.authors = p.people(d, k)
			}
		case "datePublished":
			t.published = d.text(k)
		case "dateModified":
			t.modified = d.text(k)
		case "dateCreated", "uploadDate":
			t.created = first(t.created, d.text(k))
		case "articleSection":
			t.section = first(t.section, d.text(k))
		case "keywords":
			t.keywords = d.texts(k)
		case "publisher", "sourceOrganization":
			t.publisher = first(t.publisher, p.resolve(d, k).name)
		case "inLanguage":
			t.lang = first(d.text(d.get(k, "alternateName")), d.text(k))
		case "image", "thumbnailUrl":
			t.image = first(t.image, d.url(k))
		case "url", "@id":
			t.urls = append(t.urls, d.url(k))
		case "mainEntityOfPage":
			t.urls = append(t.urls, d.url(k))
		case "articleBody":
			t.body = d.text(k)
		case "description":
			t.summary = plain(d.text(k))
		case "isAccessibleForFree":
			t.free = strings.ToLower(d.text(k))
			if d.nodes[k].str == "false" || d.nodes[k].str == "False" {
				t.free = "false"
			}
		}
	}
	if headline != "" {
		t.headlines = append([]string{headline}, t.headlines...)
	}
	return t
}

// people reads authors: objects, names, references, or lists of them.
func (p *ldPage) people(d *jsonDoc, n int32) []person {
	if d.nodes[n].kind == '{' {
		if l := d.get(n, "@list"); l != 0 {
			n = l
		}
	}
	if d.nodes[n].kind != '[' {
		if d.nodes[n].kind == '{' {
			// {"@type": "Person", "name": ["A", "B"]}
			if k := d.get(n, "name"); k != 0 && d.nodes[k].kind == '[' {
				var out []person
				class, _ := d.class(n)
				for _, name := range d.texts(k) {
					out = append(out, person{plain(name), class})
				}
				return out
			}
		}
		if who := p.resolve(d, n); who.name != "" {
			return []person{who}
		}
		return nil
	}
	var out []person
	for k := d.nodes[n].child; k != 0; k = d.nodes[k].next {
		if d.nodes[k].kind == '[' {
			for j := d.nodes[k].child; j != 0; j = d.nodes[j].next {
				out = append(out, p.resolve(d, j))
			}
			continue
		}
		if who := p.resolve(d, k); who.name != "" {
			out = append(out, who)
		}
	}
	return out
}

// resolve reads one author or organisation, by its id if need be.
func (p *ldPage) resolve(d *jsonDoc, n int32) person {
	if d.nodes[n].kind == '[' {
		n = d.nodes[n].child
	}
	if n == 0 {
		return person{}
	}
	who := d.person(n)
	if who.name == "" && d.nodes[n].kind == '{' {
		who = p.names[d.text(d.get(n, "@id"))]
	}
	return who
}

// person reads a name and what kind of name it is.
func (d *jsonDoc) person(n int32) person {
	if d.nodes[n].kind != '{' {
		return person{name: plain(d.text(n))}
	}
	class, _ := d.class(n)
	name := ""
	if k := d.get(n, "name"); k != 0 {
		name = d.text(k)
	}
	if name == "" {
		name = strings.TrimSpace(d.text(d.get(n, "givenName")) + " " + d.text(d.get(n, "familyName")))
	}
	return person{plain(name), class}
}

// url returns the address in a value: a string, or an object's url or id.
func (d *jsonDoc) url(n int32) string {
	for range 4 {
		if n == 0 {
			return ""
		}
		switch d.nodes[n].kind {
		case '"':
			return clean(d.nodes[n].str)
		case '[':
			n = d.nodes[n].child
		case '{':
			k := d.get(n, "url")
			for _, key := range [...]string{"contentUrl", "@id"} {
				if k == 0 {
					k = d.get(n, key)
				}
			}
			n = k
		default:
			return ""
		}
	}
	return ""
}

// main returns the thing that the page is about: an article before another
// work before the page itself; among several the one with the page's address,
// then the one with its title, then the first. sure tells that it is an
// article with the page's address or the only one.
func (p *ldPage) main(isPage func(url string) bool, isTitle func(string) bool) (thing *ldThing, sure bool) {
	rank := map[string]int{"article": 30, "work": 20, "page": 10}
	best, score, articles, addressed := -1, 0, 0, false
	for i := range p.things {
		t := &p.things[i]
		s := rank[t.class]
		if t.class == "article" {
			articles++
		}
		here := slices.ContainsFunc(t.urls, isPage)
		if here {
			s += 4
		}
		if slices.ContainsFunc(t.headlines, isTitle) {
			s += 3
		}
		if t.published != "" {
			s++
		}
		if s > score {
			best, score, addressed = i, s, here
		}
	}
	if best < 0 {
		return new(ldThing), false
	}
	thing = &p.things[best]
	return thing, thing.class == "article" && (addressed || articles == 1)
}

// page returns the thing that stands for the page itself.
func (p *ldPage) page() *ldThing {
	for i := range p.things {
		if p.things[i].class == "page" {
			return &p.things[i]
		}
	}
	return new(ldThing)
}

// first returns the first string that is not empty.
func first(ss ...string) string {
	for _, s := range ss {
		if s != "" {
			return s
		}
	}
	return ""
}
