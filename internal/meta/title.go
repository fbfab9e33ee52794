package meta

import (
	"slices"
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

	words []string // of bare, for likeness
	from  byte     // 'l' JSON-LD, 'o' OpenGraph and its like, 't' <title>, 'h' h1, 'i' itemprop
}

const (
	maxTitle    = 600 // bytes
	maxVersions = 40  // each is compared with each; a page has five
)

// headlines settles the title and the other versions of it.
func (w *weigher) headlines() {
	var vs []version
	add := func(s string, from byte) {
		s = plain(s)
		if s == "" || len(s) > maxTitle || len(vs) >= maxVersions && from != 't' && from != 'l' {
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
	for i := range vs {
		vs[i].key = titleKey(vs[i].text)
	}
	titles := vs
	w.main, w.mainSure = w.ld.main(
		func(u string) bool { return samePage(u, w.f.URL) || samePage(u, w.url) },
		func(h string) bool {
			k := titleKey(h)
			for _, v := range titles {
				if k != "" && (v.key == k || v.from == 't' && strings.Contains(v.key, k)) {
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
		vs[i].bare = w.bare(vs[i], vs)
		vs[i].key = titleKey(vs[i].bare)
		vs[i].words = titleWords(vs[i].bare)
	}
	w.pick(vs)
	w.title = w.findTitle(vs)
	w.prose = w.findProse()
	w.body, w.notes = int32(len(w.p.Blocks)), int32(len(w.p.Blocks))
}

func (w *weigher) hidden(block int32) bool {
	return block >= 0 && int(block) < len(w.p.Blocks) && w.p.Blocks[block].Hidden
}

// pick chooses the title.
//
// What stands in <title> is often written for search engines. So JSON-LD's
// headline comes first where it says something else; then the headline that
// the reader sees, the h1 that is most like the other versions; then the rest
// by trust. Where none is like any, the only long one is the reader's. On 120 newspaper
// pages this rule is right on 0.975 (without the last 0.967), the headline
// of JSON-LD alone on 0.958, OpenGraph's and the h1 alone on 0.892.
func (w *weigher) pick(vs []version) {
	of := func(from byte) int {
		return slices.IndexFunc(vs, func(v version) bool { return v.from == from && v.key != "" && !w.isSite(v.bare) })
	}
	ld, h, t := of('l'), w.likeliest(vs, 'h'), of('t')
	if ld >= 0 && !w.mainSure {
		// Another thing on the page, such as a video, has a headline too.
		if l := likeness(vs[ld], vs); l < leastLike || l < 0.5 && w.main.class == "work" {
			ld = -1
		}
	}
	best := -1
	if ld >= 0 && (t < 0 || vs[ld].key != vs[t].key) {
		best = ld
	}
	for _, i := range [...]int{h, w.longHeading(vs), ld, w.likeliest(vs, 'i'), of('o'), t, of('h')} {
		if best < 0 {
			best = i
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

// longHeading returns the only h1 of the page that is as long as a headline, or
// -1: a desk may give the page, the networks and the reader three headlines
// that have no word in common.
func (w *weigher) longHeading(vs []version) int {
	const long = 5 // words
	at := -1
	for i, v := range vs {
		if v.from == 'h' && len(v.words) >= long && !w.isSite(v.bare) {
			if at >= 0 && vs[at].key != v.key {
				return -1
			}
			at = i
		}
	}
	return at
}

// leastLike is the likeness under which two strings are not versions of one
// headline.
const leastLike = 0.2

// likeliest returns the version of a kind that is most like the others, -1
// where none is like any.
func (w *weigher) likeliest(vs []version, from byte) int {
	best, most := -1, leastLike
	for i, v := range vs {
		if v.from != from || v.key == "" || w.isSite(v.bare) {
			continue
		}
		if l := likeness(v, vs); l > most {
			best, most = i, l
		}
	}
	return best
}

// likeness returns how like v is to the version from another source that is
// most like it: the share of words that both have, or more where they are
// one.
func likeness(v version, vs []version) float64 {
	most := 0.0
	for _, u := range vs {
		switch {
		case u.from == v.from || u.key == "":
		case u.key == v.key && u.from == 't':
			most = max(most, 1.5)
		case u.key == v.key:
			most = max(most, 2)
		default:
			most = max(most, shared(v.words, u.words))
		}
	}
	return most
}

// shared returns the share of words in a or b that are in both.
func shared(a, b []string) float64 {
	both := 0
	for _, s := range a {
		if slices.Contains(b, s) {
			both++
		}
	}
	if both == 0 {
		return 0
	}
	return float64(both) / float64(len(a)+len(b)-both)
}

// titleWords returns the distinct folded words of a headline, but for the
// shortest; where words are not parted, pairs of letters.
func titleWords(s string) []string {
	const most = 40
	var out []string
	for f := range strings.FieldsFuncSeq(lexicon.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) }) {
		if len(out) >= most {
			break
		}
		if !isDense(firstRune(f)) {
			if len(f) > 2 && !slices.Contains(out, f) {
				out = append(out, f)
			}
			continue
		}
		for i := range f {
			_, n := utf8.DecodeRuneInString(f[i:])
			_, m := utf8.DecodeRuneInString(f[i+n:])
			if m > 0 && len(out) < most && !slices.Contains(out, f[i:i+n+m]) {
				out = append(out, f[i:i+n+m])
			}
		}
	}
	return out
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
func (w *weigher) bare(v version, others []version) string {
	s := v.text
	if rest, ok := prefixVersion(s, others); ok {
		s = rest
	}
	for range 4 {
		cut := w.cutOnce(s, v.from == 't' || v.from == 'o')
		if cut == s {
			break
		}
		s = cut
	}
	if v.from == 't' {
		s = w.cutToBlock(s)
	}
	return s
}

// cutToBlock cuts a <title> down to what the page shows as a line of its own:
// there the rest is the template's.
func (w *weigher) cutToBlock(s string) string {
	const most, longest = 4, 300
	var heads [most]string
	n := 0
	for _, sep := range titleSeparators[:12] {
		for i := strings.LastIndex(s, sep); i > 0 && n < most; i = strings.LastIndex(s[:i], sep) {
			heads[n] = strings.TrimSpace(s[:i])
			n++
		}
	}
	if n == 0 {
		return s
	}
	for i := range w.p.Blocks {
		b := &w.p.Blocks[i]
		if b.Hidden || len(b.Text) > longest {
			continue
		}
		for _, h := range heads[:n] {
			if strings.EqualFold(b.Text, h) && len(strings.Fields(h)) > 1 {
				return h
			}
		}
	}
	return s
}

// prefixVersion returns the other version that s begins with, if what follows
// is parted from it as a template's addition is. <title> is no witness.
func prefixVersion(s string, others []version) (string, bool) {
	const least = 12 // bytes; a kicker is shorter
	for _, v := range others {
		if v.from == 't' || len(v.text) < least || len(v.text) >= len(s) || !strings.HasPrefix(s, v.text) {
			continue
		}
		rest := strings.TrimLeft(s[len(v.text):], " ")
		if r := firstRune(rest); r != ':' && r != ',' && r != '.' && r != '?' && r != '!' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.In(r, unicode.Pf, unicode.Pe, unicode.Pi, unicode.Ps) && r != '"' && r != '\'' {
			return v.text, true
		}
	}
	return "", false
}

// cutOnce takes one part off a title: the last if it is the site's name, or
// in a template's title is made of it, or the first if it is.
func (w *weigher) cutOnce(s string, template bool) string {
	for _, sep := range titleSeparators {
		if i := strings.LastIndex(s, sep); i > 0 {
			head, tail := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
			switch {
			case tail == "":
				return head
			case len(head)*2 <= len(tail):
			case w.isSite(tail), template && w.siteLike(tail), template && !strings.ContainsAny(sep, ":–—") && w.inHost(tail):
				return head
			}
		}
		if i := strings.Index(s, sep); i > 0 {
			head, tail := strings.TrimSpace(s[:i]), strings.TrimSpace(s[i+len(sep):])
			if len(tail) > len(head) && (w.isSite(head) || template && sep != ": " && w.siteLike(head)) {
				return tail
			}
		}
	}
	return s
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

// inHost reports whether a word of s that is long enough to be no accident
// stands in the name of the host: "MyOOS Community Forum" at foren.myoos.de.
func (w *weigher) inHost(s string) bool {
	const least, longest = 4, 60 // bytes
	if len(s) > longest || unicode.IsLower(firstRune(s)) || strings.Count(s, " ") > 3 {
		return false
	}
	h := host(w.f.URL)
	if i := strings.LastIndexByte(h, '.'); i > 0 {
		h = h[:i]
	}
	for f := range strings.FieldsFuncSeq(lexicon.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if len(f) >= least && strings.Contains(h, f) && len(f)*3 >= len(h) {
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
