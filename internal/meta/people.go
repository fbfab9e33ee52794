package meta

import (
	"slices"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// maxAuthors bounds the names of one page.
const maxAuthors = 40

// authors settles who wrote the article. People named by any source come
// before the newsroom that another names; where nobody is named, the agency or
// newsroom that the first source names stands in. One word that the page never
// shows is an account's name: a byline that readers see comes before it.
func (w *weigher) authors() {
	w.names.lang = w.f.Language
	type credit struct{ people, agencies []string }
	var head, eye, all credit
	add := func(to *credit, people, agencies []string) {
		if len(to.people) == 0 {
			to.people = people
		}
		if len(to.agencies) == 0 {
			to.agencies = agencies
		}
		all.agencies = append(all.agencies, agencies...)
	}
	credited := w.ldAuthors()
	people, agencies := w.split(credited)
	add(&head, people, agencies)
	for _, source := range [...]func() ([]string, []string){
		w.metaAuthors,
		func() ([]string, []string) { return w.markAuthors("itemprop") },
	} {
		if len(head.people) == 0 {
			people, agencies := source()
			add(&head, people, agencies)
		}
	}
	account := !slices.ContainsFunc(head.people, func(n string) bool { return hasSpace(n) || isDense(firstRune(n)) })
	if len(head.people) == 0 || account && !w.shown(head.people) {
		for _, source := range [...]func() ([]string, []string){
			func() ([]string, []string) { return w.markAuthors("rel") },
			func() ([]string, []string) { return w.markAuthors("class") },
			w.blockAuthors,
			w.signature,
		} {
			if len(eye.people) == 0 {
				people, agencies := source()
				add(&eye, people, agencies)
			}
		}
	}
	switch {
	case len(eye.people) > 0:
		w.f.Authors = eye.people
	case len(people) > 0:
		w.f.Authors = credited // with the agencies that sign beside them
	case len(head.people) > 0:
		w.f.Authors = head.people
	case len(head.agencies) > 0:
		w.f.Authors = head.agencies
	case len(eye.agencies) > 0:
		w.f.Authors = eye.agencies
	default:
		w.f.Authors = w.besideDate()
	}
	w.f.Agencies = unique(append(w.f.Agencies, all.agencies...))
}

// shown reports whether the page shows one of the names to its reader.
func (w *weigher) shown(names []string) bool {
	const longest = 400 // bytes of a block; in prose a name may be anybody's
	for i := range w.p.Blocks {
		b := &w.p.Blocks[i]
		if b.Hidden || len(b.Text) > longest {
			continue
		}
		for _, n := range names {
			if last := n[strings.LastIndexByte(n, ' ')+1:]; strings.Contains(b.Text, last) && containsFold(b.Text, n) {
				return true
			}
		}
	}
	return false
}

func containsFold(s, name string) bool {
	return strings.Contains(lexicon.Fold(s), lexicon.Fold(name))
}

// ldAuthors returns all that JSON-LD names as authors, agencies too, but for
// the site itself beside others.
func (w *weigher) ldAuthors() []string {
	authors := w.main.authors
	if len(authors) > maxAuthors {
		authors = authors[:maxAuthors]
	}
	var out []string
	for _, a := range authors {
		switch {
		case a.name == "" || isURL(a.name):
		case a.kind == "organization":
			out = append(out, a.name)
		default:
			p, ag := w.names.byline(a.name, false)
			out = append(append(out, p...), ag...)
		}
	}
	out = unique(out)
	if len(out) > 1 {
		out = slices.DeleteFunc(out, w.isSite)
	}
	return out
}

// split parts people from agencies.
func (w *weigher) split(names []string) (people, agencies []string) {
	orgs := make(map[string]bool)
	for _, a := range w.main.authors {
		if a.kind == "organization" {
			orgs[a.name] = true
		}
	}
	for _, n := range names {
		if orgs[n] || w.names.isOrganization(n) {
			agencies = append(agencies, n)
		} else {
			people = append(people, n)
		}
	}
	return people, agencies
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

// markAuthors reads the marked elements of the body: those near the headline,
// else, where a standard marks them, the first that name anybody. Marks
// inside one another repeat their names.
func (w *weigher) markAuthors(how string) (people, agencies []string) {
	people, agencies = w.marked(how, true)
	if len(people) == 0 && how != "class" {
		people, agencies = w.marked(how, false)
	}
	return people, agencies
}

func (w *weigher) marked(how string, nearTitle bool) (people, agencies []string) {
	last := int32(-1)
	for _, m := range w.p.Head.Marks {
		if m.How != how || m.Field != "author" && m.Field != "byline" && m.Field != "creator" {
			continue
		}
		if _, near := w.near(m.Block); nearTitle && w.title >= 0 && !near {
			continue
		}
		const gap = 6 // blocks between the authors of one byline
		if len(people) > 0 && (m.Block < 0 || m.Block > last+gap) || len(people) >= maxAuthors {
			break
		}
		text := m.Text
		if text == "" && how == "itemprop" {
			text = m.Value
		}
		if text == "" || isURL(text) || w.hidden(m.Block) {
			continue
		}
		p, ag := w.names.byline(text, how == "class")
		people, agencies = append(people, p...), append(agencies, ag...)
		if len(p) > 0 {
			last = m.Block
		}
	}
	return unique(people), unique(agencies)
}

// blockAuthors reads the lines near the headline that begin as a byline does.
func (w *weigher) blockAuthors() (people, agencies []string) {
	if w.title < 0 {
		return nil, nil
	}
	for i := max(0, w.title-nearBefore); int(i) < len(w.p.Blocks); i++ {
		if _, near := w.near(i); !near {
			break
		}
		if p, ag := w.lineAuthors(int(i)); len(p) > 0 {
			return p, ag
		}
	}
	return nil, nil
}

// lineAuthors reads block i if it begins as a byline does, or is a byline's
// label, the name standing in the next block.
func (w *weigher) lineAuthors(i int) (people, agencies []string) {
	const longest = 150
	b := &w.p.Blocks[i]
	if b.Hidden || len(b.Text) > longest || int32(i) >= w.notes {
		return nil, nil
	}
	switch whole, begins := w.names.begins(b.Text); {
	case begins:
		return w.names.byline(b.Text, true)
	case whole && i+1 < len(w.p.Blocks) && len(w.p.Blocks[i+1].Text) <= longest:
		return w.names.byline(w.p.Blocks[i+1].Text, true)
	}
	return nil, nil
}

// signature reads a byline after the text, or a name that stands alone, set
// off in bold or italics, just before the text begins or after it ends.
func (w *weigher) signature() (people, agencies []string) {
	const prose, gap = 150, 12
	if w.title < 0 {
		return nil, nil
	}
	begin, end := -1, -1
	for i := int(w.title) + 1; i < len(w.p.Blocks); i++ {
		b := &w.p.Blocks[i]
		if b.Hidden || len(b.Text) < prose || 2*int(b.LinkBytes) > len(b.Text) {
			continue
		}
		if begin < 0 {
			begin = i
		} else if i > end+gap {
			break
		}
		end = i
	}
	if begin < 0 {
		return nil, nil
	}
	for i := max(end-2, int(w.title)+1); i < min(end+8, len(w.p.Blocks)); i++ {
		if p, ag := w.lineAuthors(i); len(p) > 0 {
			return p, ag
		}
	}
	for _, i := range [...]int{begin - 1, end + 1, end + 2} {
		if i <= int(w.title) || i >= len(w.p.Blocks) {
			continue
		}
		const longest = 80
		b := &w.p.Blocks[i]
		if b.Hidden || len(b.Text) > longest || b.Links > 0 || 10*int(b.BoldBytes+b.EmBytes) < 9*len(strings.ReplaceAll(b.Text, " ", "")) {
			continue
		}
		if p, ag := w.names.byline(b.Text, true); len(p) > 0 {
			return p, ag
		}
	}
	return nil, nil
}

// nameLine reads a line after the headline that is nothing but a name. In a
// page such a line may be a menu's; in a text, before the first paragraph, it
// is the author's.
func (w *weigher) nameLine() (people, agencies []string) {
	const after, longest = 12, 80
	const into = 3 // lines of the body: a lead may stand before the name
	for i := w.title + 1; w.title >= 0 && int(i) < len(w.p.Blocks) && i <= w.title+after && i <= min(w.prose, w.body+into) && i < w.notes; i++ {
		b := &w.p.Blocks[i]
		if n := len(strings.Fields(b.Text)); len(b.Text) > longest || n < 2 {
			continue
		}
		p, ag := w.names.byline(b.Text, true)
		whole := 0
		for _, s := range append(p, ag...) {
			whole += len(strings.Fields(s))
		}
		const others = 3 // words: "and", a job
		if len(p) > 0 && whole+others >= len(strings.Fields(b.Text)) {
			return p, ag
		}
	}
	return nil, nil
}

// besideDate reads a name that shares the line of a date near the headline:
// "Jane Roe | 2 May 2024". It is the last resort, since sections stand there
// too: for a page that names neither people nor a newsroom.
func (w *weigher) besideDate() []string {
	const marks = "|,•·/"
	for i := max(0, w.title-nearBefore); w.title >= 0 && int(i) < len(w.p.Blocks); i++ {
		if _, near := w.near(i); !near {
			break
		}
		ds := w.blockDates(int(i))
		if len(ds) == 0 {
			continue
		}
		text := w.p.Blocks[i].Text
		rest := strings.TrimSpace(text[:ds[0].Start])
		if rest == "" {
			rest = strings.TrimSpace(text[ds[len(ds)-1].End:])
		}
		name := strings.Trim(rest, marks+" ")
		if n := len(strings.Fields(name)); name == rest || n < 2 || n > 4 || w.names.roles(strings.Fields(name)[0]) != 0 {
			continue
		}
		if p, ag := w.names.byline(name, true); len(p) == 1 && len(ag) == 0 {
			return p
		}
	}
	return nil
}
