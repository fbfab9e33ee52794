package page

import (
	"bytes"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// readAttrs reads what the reader needs of a start tag's attributes. Attribute
// names come in lower case from the tokenizer; values are copied only where
// they are kept.
func (r *reader) readAttrs(tag atom.Atom) {
	a := &r.attr
	meta := tag == atom.Meta || tag == atom.Link
	for {
		key, val, more := r.z.TagAttr()
		if len(val) > maxAttr && !meta {
			val = val[:maxAttr]
		}
		switch string(key) {
		case "class", "id", "role", "data-testid", "data-component", "data-qa", "data-type", "data-role", "data-name", "data-module", "aria-label", "data-gtm-element":
			a.hints |= r.cls.hints(val)
			if string(key) == "class" {
				a.class = hashBytes(val)
			}
			if tag == atom.Script && string(key) == "id" {
				a.id = string(val)
			}
		case "itemprop":
			a.itemprop = string(val)
			a.hints |= r.cls.hints(val)
		case "rel":
			a.rel = string(val)
		case "href":
			if tag == atom.Link || tag == atom.A && a.rel != "" || a.itemprop != "" {
				a.href = string(val)
			}
		case "datetime":
			a.datetime = string(val)
		case "content":
			if meta || a.itemprop != "" || len(val) < 256 {
				a.content = string(val)
			}
		case "title":
			if tag == atom.Time || tag == atom.Abbr {
				a.title = string(val)
			}
		case "lang":
			if tag == atom.Html || tag == atom.Link {
				a.lang = string(val[:min(len(val), maxLang)])
			}
		case "hreflang":
			a.lang = string(val[:min(len(val), maxLang)])
		case "name", "http-equiv":
			if tag == atom.Meta {
				a.key = string(val)
			}
		case "property":
			if tag == atom.Meta {
				a.property = string(val)
			}
		case "type":
			if tag == atom.Script {
				a.typ = string(val)
			}
		case "hidden":
			a.hidden = string(val) != "until-found"
		case "style":
			if hiddenStyle(val) {
				a.hidden = true
			}
		case "aria-hidden":
			if string(val) == "true" {
				a.hints |= HintHidden
			}
		case "shadowrootmode", "shadowroot":
			a.shadow = true
		case "amp", "⚡":
			a.amp = true
		}
		if !more {
			return
		}
	}
}

// hiddenStyle reports whether an inline style hides the element.
func hiddenStyle(style []byte) bool {
	for rest := style; len(rest) > 0; {
		var decl []byte
		decl, rest, _ = bytes.Cut(rest, []byte(";"))
		prop, val, _ := bytes.Cut(decl, []byte(":"))
		prop, val = bytes.TrimSpace(prop), bytes.TrimSpace(val)
		if bytes.EqualFold(prop, []byte("display")) && hasPrefixFold(val, "none") ||
			bytes.EqualFold(prop, []byte("visibility")) && hasPrefixFold(val, "hidden") {
			return true
		}
	}
	return false
}

func hasPrefixFold(b []byte, s string) bool {
	return len(b) >= len(s) && strings.EqualFold(string(b[:len(s)]), s)
}

// mark records an element that is marked as a field, and returns its index
// plus one, or zero.
func (r *reader) mark(tag atom.Atom, elem int32) int32 {
	a := &r.attr
	m := Mark{Start: r.start, End: r.end, Block: int32(len(r.p.Blocks)), Elem: elem}
	switch {
	case a.itemprop != "":
		m.Field, m.How = a.itemprop, "itemprop"
	case tag == atom.Time:
		m.Field, m.How = "time", "tag"
	case a.rel != "" && (hasWord(a.rel, "author") || hasWord(a.rel, "tag")):
		m.Field, m.How = "author", "rel"
		if !hasWord(a.rel, "author") {
			m.Field = "tag"
		}
	case tag == atom.H1:
		m.Field, m.How = "h1", "tag"
	case a.hints&fieldHints != 0 && tag != atom.Form && tag != atom.Input:
		m.Field, m.How = fieldOf(a.hints), "class"
	default:
		return 0
	}
	if len(r.p.Head.Marks) >= maxMarks {
		return 0
	}
	for _, v := range [...]string{a.datetime, a.content, a.title, a.href} {
		if v != "" {
			m.Value = v
			break
		}
	}
	if r.begun {
		m.Block = int32(len(r.p.Blocks)) // the block that is being read
	}
	r.p.Head.Marks = append(r.p.Head.Marks, m)
	return int32(len(r.p.Head.Marks))
}

const fieldHints = HintAuthor | HintDate | HintTitle | HintLead | HintSection | HintTags

func fieldOf(h Hints) string {
	switch {
	case h.Has(HintAuthor):
		return "byline"
	case h.Has(HintDate):
		return "date"
	case h.Has(HintTitle):
		return "title"
	case h.Has(HintLead):
		return "lead"
	case h.Has(HintTags):
		return "tags"
	}
	return "section"
}

func hasWord(list, w string) bool {
	for f := range strings.FieldsSeq(list) {
		if strings.EqualFold(f, w) {
			return true
		}
	}
	return false
}

// maxMarkText is the length to which a marked element's text is kept: a
// byline has a few names, and what is longer is no field.
const maxMarkText = 500

// fillMarks gives the marks their text, cut from the source.
func (r *reader) fillMarks() {
	for i := range r.p.Head.Marks {
		m := &r.p.Head.Marks[i]
		if int(m.Block) >= len(r.p.Blocks) {
			m.Block = -1
		}
		m.Text = VisibleText(r.p.Source[m.Start:m.End], maxMarkText)
	}
}

// VisibleText returns the text of a stretch of markup, white space collapsed,
// cut at max bytes. It reads at most a hundred times max bytes of markup, so
// that nested marks cost no more than their number.
func VisibleText(markup string, max int) string {
	if len(markup) > 100*max {
		markup = markup[:100*max]
	}
	var b strings.Builder
	for rest := markup; rest != "" && b.Len() <= max; {
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			b.WriteString(rest)
			break
		}
		b.WriteString(rest[:i])
		rest = rest[i:]
		if raw := rawElement(rest); raw > 0 {
			rest = rest[raw:]
			continue
		}
		j := strings.IndexByte(rest, '>')
		if j < 0 {
			break
		}
		if blockMarkup(rest[1:j]) {
			b.WriteByte('\n')
		}
		rest = rest[j+1:]
	}
	return clip(collapse(html.UnescapeString(b.String())), max)
}

// rawElement returns the length of a script, style, svg or comment at the
// start of s, or 0.
func rawElement(s string) int {
	for _, e := range [...][2]string{{"<script", "</script>"}, {"<style", "</style>"}, {"<svg", "</svg>"}, {"<!--", "-->"}} {
		if len(s) >= len(e[0]) && strings.EqualFold(s[:len(e[0])], e[0]) {
			if i := strings.Index(s, e[1]); i >= 0 {
				return i + len(e[1])
			}
			return len(s)
		}
	}
	return 0
}

func blockMarkup(tag string) bool {
	tag = strings.TrimPrefix(tag, "/")
	i := 0
	for i < len(tag) && i < 12 && tag[i] > ' ' && tag[i] != '/' {
		i++
	}
	a := atom.Lookup([]byte(strings.ToLower(tag[:i])))
	return a == atom.Br || kindOf(a) == kindBlock
}

// hintNames are the names by which the class words name hints.
var hintNames = map[string]Hints{
	"article": HintArticle, "body": HintBody, "main": HintMain, "nav": HintNav, "header": HintHeader, "footer": HintFooter,
	"aside": HintAside, "form": HintForm, "figure": HintFigure, "caption": HintCaption, "credit": HintCredit, "quote": HintQuote,
	"list": HintList, "table": HintTable, "title": HintTitle, "lead": HintLead, "author": HintAuthor, "bio": HintBio,
	"date": HintDate, "section": HintSection, "tags": HintTags, "related": HintRelated, "comment": HintComment,
	"share": HintShare, "newsletter": HintNewsletter, "paywall": HintPaywall, "cookie": HintCookie, "ad": HintAd,
	"promo": HintPromo, "live": HintLive, "embed": HintEmbed, "tool": HintTool, "search": HintSearch, "legal": HintLegal,
	"popup": HintPopup, "hidden": HintHidden, "trending": HintTrending, "faq": HintFAQ,
}

// A classIndex finds the hints in attribute values. Its cache is a page's
// own: pages repeat a few hundred values thousands of times.
type classIndex struct {
	words map[string]Hints // one word, or two parted by a space
	cache [256]struct {
		key   string
		hints Hints
	}
	buf []byte
}

// classWords compiles the list once for the process.
var classWords = sync.OnceValue(func() map[string]Hints {
	m := make(map[string]Hints)
	for words, cols := range lexicon.ClassHints().All() {
		m[words] = hintNames[cols[0]]
	}
	return m
})

func classes() *classIndex { return &classIndex{words: classWords(), buf: make([]byte, 0, 64)} }

// hints returns what the words of an attribute value hint at. Words part at
// anything but letters and at humps ("articleBody"); two neighbours that stand
// in the list together say more than each alone, and replace it.
func (c *classIndex) hints(val []byte) Hints {
	if len(val) == 0 {
		return 0
	}
	slot := &c.cache[hashBytes(val)%uint32(len(c.cache))]
	if slot.key == string(val) {
		return slot.hints
	}
	h := c.find(val)
	slot.key, slot.hints = string(val), h
	return h
}

func (c *classIndex) find(val []byte) Hints {
	var all, prev Hints
	buf := c.buf[:0] // the word before, a space, this word
	last := 0        // where this word begins in buf
	flush := func() {
		if len(buf) == last {
			return
		}
		if last > 0 {
			if h, ok := c.words[string(buf)]; ok {
				all, prev = all|h, 0
				buf, last = append(buf[:0], buf[last:]...), 0
				buf = append(buf, ' ')
				last = len(buf)
				return
			}
		}
		all |= prev
		prev = c.words[string(buf[last:])]
		n := copy(buf, buf[last:])
		buf = append(buf[:n], ' ')
		last = len(buf)
	}
	for i, b := range val {
		switch {
		case b >= 'A' && b <= 'Z':
			if i > 0 && val[i-1] >= 'a' && val[i-1] <= 'z' {
				flush()
			}
			buf = append(buf, b|0x20)
		case b >= 'a' && b <= 'z' || b >= 0x80:
			buf = append(buf, b)
		case b == ' ':
			flush()
			all, prev = all|prev, 0
			buf, last = buf[:0], 0 // another class
		default:
			flush()
		}
	}
	flush()
	c.buf = buf[:0]
	return all | prev
}
