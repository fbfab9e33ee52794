package meta

import "strings"

// maxAuthors bounds the names of one page.
const maxAuthors = 40

// authors settles who wrote the article. People named by any source come
// before the newsroom that another names; where nobody is named the agency or
// newsroom stands in.
func (w *weigher) authors() {
	w.names.lang = w.f.Language
	var agencies []string
	settle := func(people, ag []string) bool {
		agencies = append(agencies, ag...)
		if len(w.f.Authors) == 0 {
			w.f.Authors = people
		}
		return len(w.f.Authors) > 0
	}
	for _, source := range [...]func() (people, agencies []string){
		func() ([]string, []string) { return w.ldAuthors(w.main.authors) },
		w.metaAuthors,
		func() ([]string, []string) { return w.markAuthors("itemprop") },
		func() ([]string, []string) { return w.markAuthors("rel") },
		func() ([]string, []string) { return w.markAuthors("class") },
	} {
		if settle(source()) {
			break
		}
	}
	w.f.Agencies = unique(agencies)
	if len(w.f.Authors) == 0 && len(w.f.Agencies) > 0 {
		w.f.Authors = w.f.Agencies
	}
}

// ldAuthors reads the authors that JSON-LD gives.
func (w *weigher) ldAuthors(authors []person) (people, agencies []string) {
	if len(authors) > maxAuthors {
		authors = authors[:maxAuthors]
	}
	for _, a := range authors {
		if isURL(a.name) {
			continue
		}
		if a.kind == "organization" {
			if a.name != "" {
				agencies = append(agencies, a.name)
			}
			continue
		}
		p, ag := w.names.byline(a.name, false)
		people, agencies = append(people, p...), append(agencies, ag...)
	}
	return unique(people), unique(agencies)
}

// metaAuthors reads the meta elements, one name of one trust after another.
func (w *weigher) metaAuthors() (people, agencies []string) {
	key := ""
	for i, o := range w.metas["author"] {
		if len(people) > 0 && o.key != key || i >= maxAuthors {
			break
		}
		if isURL(o.value) || strings.HasPrefix(o.value, "@") {
			continue
		}
		p, ag := w.names.byline(o.value, false)
		people, agencies = append(people, p...), append(agencies, ag...)
		key = o.key
	}
	return unique(people), unique(agencies)
}

// markAuthors reads the marked elements of the body: those of the first
// place that names anybody. Marks inside one another repeat their names.
func (w *weigher) markAuthors(how string) (people, agencies []string) {
	last := int32(-1)
	for _, m := range w.p.Head.Marks {
		if m.How != how || m.Field != "author" && m.Field != "byline" && m.Field != "creator" {
			continue
		}
		const near = 6 // blocks between the authors of one byline
		if len(people) > 0 && (m.Block < 0 || m.Block > last+near) || len(people) >= maxAuthors {
			break
		}
		text := m.Text
		if text == "" && how == "itemprop" {
			text = m.Value
		}
		if text == "" || isURL(text) || w.hidden(m.Block) {
			continue
		}
		p, ag := w.names.byline(text, how != "itemprop")
		people, agencies = append(people, p...), append(agencies, ag...)
		if len(p) > 0 {
			last = m.Block
		}
	}
	return unique(people), unique(agencies)
}
