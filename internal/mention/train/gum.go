package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
	"github.com/newsfact/newsfact/internal/token"
)

// A gum is a document of the treebank with what its last column says of
// entities.
type gum struct {
	name, genre string
	text        string
	words       []treebank.Word
	sentence    []int    // of each word
	bytes       [][2]int // of each word
	entities    []entity
}

// An entity is a noun phrase: the words first ≤ i < last around head.
type entity struct {
	kind              string
	first, last, head int
}

// readGUM reads the documents of a file.
func readGUM(path string) ([]*gum, error) {
	sents, err := treebank.Read(path)
	if err != nil {
		return nil, err
	}
	var out []*gum
	for _, doc := range treebank.Documents(sents) {
		g := &gum{name: doc[0].NewDoc}
		if p := strings.Split(g.name, "_"); len(p) > 1 {
			g.genre = p[1]
		}
		text, ends := treebank.RawText(doc)
		g.text = text
		open := map[string][]entity{}
		for k, s := range doc {
			base := len(g.words)
			for i, w := range s.Words {
				w.Head += base - 1
				at := base + i
				g.words = append(g.words, w)
				g.sentence = append(g.sentence, k)
				end := ends[at]
				g.bytes = append(g.bytes, [2]int{max(0, end-len(w.Form)), end})
				g.brackets(w.Misc, at, open)
			}
		}
		out = append(out, g)
	}
	return out, nil
}

// brackets reads the entities that open and close at a word:
// "Entity=(3-person-new-nnnnn-cf1-1,2-coref-Jan_Holm)2)".
func (g *gum) brackets(misc string, at int, open map[string][]entity) {
	_, e, ok := strings.Cut(misc, "Entity=")
	if !ok {
		return
	}
	e, _, _ = strings.Cut(e, "|")
	for e != "" {
		if e[0] == '(' {
			n := strings.IndexAny(e[1:], "()") + 1
			if n == 0 {
				n = len(e)
			}
			f := strings.Split(e[1:n], "-")
			x := entity{first: at, head: at}
			if len(f) > 1 {
				x.kind = f[1]
			}
			if len(f) > 5 {
				m, _, _ := strings.Cut(f[5], ",")
				if k, err := strconv.Atoi(m); err == nil {
					x.head = at + k - 1
				}
			}
			id := f[0]
			e = e[n:]
			if strings.HasPrefix(e, ")") {
				x.last = at + 1
				g.entities = append(g.entities, x)
				e = e[1:]
			} else {
				open[id] = append(open[id], x)
			}
			continue
		}
		id, rest, _ := strings.Cut(e, ")")
		e = rest
		if s := open[id]; len(s) > 0 {
			x := s[len(s)-1]
			open[id] = s[:len(s)-1]
			x.last = at + 1
			g.entities = append(g.entities, x)
		}
	}
}

func (g *gum) proper(i int) bool {
	return strings.HasPrefix(g.words[i].XPOS, "NNP") && !strings.HasPrefix(g.words[i].Form, "http")
}

// A cut is the name in an entity, with the spans that readers might take.
type cut struct {
	kind   mention.Kind
	accept [][2]int // words
}

// cut returns the name in an entity, if its head is one.
func (g *gum) cut(x entity) (c cut, ok bool) {
	if x.head >= x.last || !g.proper(x.head) {
		return c, false
	}
	a, b := x.head, x.head+1
	switch x.kind {
	case "person":
		c.kind = mention.Person
		for b < x.last && g.words[b].Rel == "flat" {
			b++
		}
		if g.words[x.head].XPOS == "NNPS" {
			c.kind = mention.Group
		}
		if b == a+1 && lexicon.Titles().Get(strings.ToLower(g.words[a].Form)) != nil {
			return c, false
		}
		c.accept = append(c.accept, [2]int{a, b})
		for a > x.first && g.proper(a-1) && lexicon.Titles().Get(strings.ToLower(g.words[a-1].Form)) != nil {
			a--
		}
	case "time":
		return c, false
	default:
		c.kind = map[string]mention.Kind{"organization": mention.Organization, "place": mention.Place}[x.kind]
		if c.kind == mention.None {
			c.kind = mention.Work
		}
		for a > x.first && (g.proper(a-1) || g.words[a-1].Form == "-" && a-1 > x.first && g.proper(a-2)) {
			a--
		}
		for b < x.last && g.proper(b) {
			b++
		}
		c.accept = append(c.accept, [2]int{a, b})
		for b+1 < x.last {
			n := b
			for n < x.last && n < b+3 && slices.Contains([]string{"of", "for", "and", "the", "in", "&", "-"}, g.words[n].Form) {
				n++
			}
			if n == b || n >= x.last || !g.proper(n) {
				break
			}
			for b = n; b < x.last && g.proper(b); b++ {
			}
			c.accept = append(c.accept, [2]int{a, b})
		}
	}
	if s := [2]int{a, b}; !slices.Contains(c.accept, s) {
		c.accept = append(c.accept, s)
	}
	return c, true
}

// others adds to a lesson what the treebank knows of the stretches that the
// gold leaves open: events, works and peoples by name; of those of places and
// organizations nothing is known.
func (g *gum) others(l *mention.Lesson, ignore [][2]int) {
	within := func(s [2]int) bool {
		for _, r := range ignore {
			if r[0] <= s[0] && s[1] <= r[1] {
				return true
			}
		}
		return false
	}
	for _, x := range g.entities {
		c, ok := g.cut(x)
		if !ok || !within(g.span(c.accept[0])) {
			continue
		}
		switch c.kind {
		case mention.Work, mention.Group:
			g.add(l, c)
		case mention.Organization, mention.Place:
			if first, last, ok := tokens(l.Text, g.span(c.accept[0])[0], g.span(c.accept[0])[1]); ok {
				l.Open = append(l.Open, [2]int{first, last})
			}
		}
	}
}

func (g *gum) span(w [2]int) [2]int { return [2]int{g.bytes[w[0]][0], g.bytes[w[1]-1][1]} }

func (g *gum) add(l *mention.Lesson, c cut) {
	n := mention.LessonName{Kind: c.kind}
	for _, s := range c.accept {
		b := g.span(s)
		if first, last, ok := tokens(l.Text, b[0], b[1]); ok {
			n.Accept = append(n.Accept, [2]int{first, last})
		}
	}
	if len(n.Accept) > 0 {
		l.Names = append(l.Names, n)
	}
}

// lesson makes one of the treebank alone.
func (g *gum) lesson() mention.Lesson {
	l := mention.Lesson{Text: syntax.Parse(token.New(g.text))}
	var cuts []cut
	for _, x := range g.entities {
		if c, ok := g.cut(x); ok {
			cuts = append(cuts, c)
		}
	}
	covered := make([]bool, len(g.words))
	for i, c := range cuts {
		w := c.accept[len(c.accept)-1]
		inside := false
		for j, d := range cuts {
			v := d.accept[len(d.accept)-1]
			inside = inside || i != j && v[0] <= w[0] && w[1] <= v[1] && (v != w || j < i)
		}
		if inside {
			continue
		}
		g.add(&l, c)
		for k := w[0]; k < w[1]; k++ {
			covered[k] = true
		}
	}
	for i := range g.words {
		if !covered[i] && g.proper(i) {
			if first, last, ok := tokens(l.Text, g.bytes[i][0], g.bytes[i][1]); ok {
				l.Open = append(l.Open, [2]int{first, last})
			}
		}
	}
	return l
}

// moveTo makes text the document's, where the two differ in white space alone.
func (g *gum) moveTo(text string) bool {
	space := func(c byte) bool { return c == ' ' || c == '\n' }
	at := make([]int, len(g.text)+1) // where each byte of g.text stands in text
	k := 0
	for i := range len(g.text) {
		if space(g.text[i]) {
			at[i+1] = at[i]
			continue
		}
		for k < len(text) && space(text[k]) {
			k++
		}
		if k == len(text) || text[k] != g.text[i] {
			return false
		}
		at[i] = k
		k++
		at[i+1] = k
	}
	for i, b := range g.bytes {
		if b[0] < b[1] {
			g.bytes[i] = [2]int{at[b[0]], at[b[1]-1] + 1}
		}
	}
	g.text = text
	return true
}
