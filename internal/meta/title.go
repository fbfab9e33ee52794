package meta

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A version is one of the page's versions of its headline.
type version struct {
	text string // as given
	bare string // without the site's name
	key  string // bare, folded, letters and digits only
	from byte   // 'l' JSON-LD, 'o' OpenGraph and its like, 't' <title>, 'h' h1, 'i' itemprop
}

const maxTitle = 600 // bytes

// headlines settles the title and the other versions of it.
func (w *weigher) headlines() {
	var vs []version
	add := func(s string, from byte) {
		s = plain(s)
		if s == "" || len(s) > maxTitle {
			return
		}
		vs = append(vs, version{text: s, bare: s, from: from})
	}
	for _, o := range w.metas["title"] {
		add(o.value, 'o')
	}
	for _, m := range w.p.Head.Marks {
		switch {
		case m.Field == "h1":
			if !w.hidden(m.Block) {
				add(m.Text, 'h')
			}
		case m.Field == "headline" && m.How == "itemprop":
			add(first(m.Text, m.Value), 'i')
		}
	}
	add(w.p.Head.Title, 't')
	titles := vs
	w.main = w.ld.main(
		func(u string) bool { return samePage(u, w.f.URL) || samePage(u, w.url) },
		func(h string) bool {
			k := titleKey(h)
			for _, v := range titles {
				if k != "" && (titleKey(v.text) == k || v.from == 't' && strings.Contains(titleKey(v.text), k)) {
					return true
				}
			}
			return false
		})
	for i, h := range w.main.headlines {
		if i == 0 || w.main.class == "article" {
			add(h, 'l')
		}
	}
	for i := range vs {
		vs[i].bare = w.bare(vs[i].text, vs)
		vs[i].key = titleKey(vs[i].bare)
	}
	w.pick(vs)
}

func (w *weigher) hidden(block int32) bool {
	return block >= 0 && int(block) < len(w.p.Blocks) && w.p.Blocks[block].Hidden
}

// pick chooses the title: the headline that the reader sees, if another
// version of it says the same; else the one that most versions share, the
// more trusted first.
func (w *weigher) pick(vs []version) {
	trust := map[byte]int{'h': 4, 'l': 5, 'i': 4, 'o': 3, 't': 1}
	best, score := -1, 0
	for i, v := range vs {
		if v.key == "" || w.isSite(v.bare) {
			continue
		}
		s := trust[v.from]
		for j, u := range vs {
			if i != j && u.key == v.key && u.from != v.from {
				s += 10
			}
		}
		if s > score {
			best, score = i, s
		}
	}
	if best < 0 {
		return
	}
	w.f.Title = vs[best].bare
	out := []string{w.f.Title}
	for _, v := range vs {
		if v.key != "" && !w.isSite(v.bare) {
			out = append(out, v.bare)
		}
	}
	for _, v := range vs {
		if v.text != v.bare {
			out = append(out, v.text)
		}
	}
	w.f.Titles = unique(out)
}

// isSite reports whether s is the site's name and no headline.
func (w *weigher) isSite(s string) bool {
	k := nameKey(s)
	for _, n := range w.names.site {
		if n == k {
			return true
		}
	}
	return false
}

// titleSeparators part a headline from the site's name. Marks that stand in
// headlines too count only with spaces around them.
var titleSeparators = [...]string{" | ", " - ", " – ", " — ", " :: ", " · ", " « ", " » ", " • ", " / ", " > ", " ‹ ", " › ", " : ", ": ", "｜", " ∣ ", " ― ", "|", " -", "- ", "—", "_", " @ ", "：", "–"}

// bare takes the site's name, and what else a template puts beside it, off a
// title.
func (w *weigher) bare(s string, others []version) string {
	for range 4 {
		cut := w.cutOnce(s, others)
		if cut == s {
			break
		}
		s = cut
	}
	return s
}

func (w *weigher) cutOnce(s string, others []version) string {
	for _, sep := range titleSeparators {
		if i := strings.LastIndex(s, sep); i > 0 {
			head, tail := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
			if w.isTemplate(tail, head, others, strings.TrimSpace(sep) != sep || utf8.RuneCountInString(sep) == 1) {
				return head
			}
		}
		if i := strings.Index(s, sep); i > 0 {
			head, tail := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
			if len(tail) > len(head) && w.siteLike(head) && (sep != ": " || w.isSite(head)) {
				return tail
			}
		}
	}
	return s
}

// isTemplate reports whether part is no part of the headline rest: it is the
// site's name, or what is left without it is another version of the title.
func (w *weigher) isTemplate(part, rest string, others []version, spaced bool) bool {
	if part == "" || rest == "" {
		return true
	}
	if w.siteLike(part) && len(rest) > len(part)/2 {
		return true
	}
	if len(part) > 60 {
		return false
	}
	k := titleKey(rest)
	if k == "" || !spaced {
		return false
	}
	for _, v := range others {
		if v.from != 't' && titleKey(v.text) == k {
			return true
		}
	}
	return false
}

// siteLike reports whether s is one of the site's names, or is made of one and
// little more ("Sport - derStandard.at").
func (w *weigher) siteLike(s string) bool {
	k := nameKey(s)
	if k == "" {
		return false
	}
	for _, n := range w.names.site {
		if k == n || len(n) >= 5 && strings.Contains(k, n) && len(k) <= len(n)+12 ||
			len(k) >= 4 && strings.HasPrefix(n, k) && len(n) <= len(k)+4 {
			return true
		}
	}
	return false
}

// titleKey folds a title to its letters and digits.
func titleKey(s string) string {
	b := lexicon.AppendFold(make([]byte, 0, len(s)), s)
	out := b[:0]
	for i := 0; i < len(b); {
		r, n := utf8.DecodeRune(b[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			out = append(out, b[i:i+n]...)
		}
		i += n
	}
	return string(out)
}
