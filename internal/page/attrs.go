package page

import (
	"strings"
	"sync"

	"golang.org/x/net/html/atom"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// An attrName is an attribute that the reader looks at.
type attrName uint8

const (
	attrOther attrName = iota // one that it does not look at
	attrClass
	attrID
	attrRole
	attrLabel
	attrTestID
	attrComponent
	attrQA
	attrDataType
	attrDataRole
	attrDataName
	attrModule
	attrGTM
	attrItemprop
	lastHint // those up to here may hint at what the element is
	attrRel
	attrHref
	attrDatetime
	attrContent
	attrTitle
	attrLang
	attrHreflang
	attrMetaName
	attrHTTPEquiv
	attrProperty
	attrType
	attrHidden
	attrStyle
	attrAriaHidden
	attrShadow
	attrAMP
)

// lookupAttr returns the attribute of a name in any case.
func lookupAttr(name string) attrName {
	var low [len("data-gtm-element")]byte // the longest
	if len(name) > len(low) {
		return attrOther
	}
	for i := range len(name) {
		low[i] = lower(name[i])
	}
	switch string(low[:len(name)]) {
	case "class":
		return attrClass
	case "id":
		return attrID
	case "role":
		return attrRole
	case "aria-label":
		return attrLabel
	case "data-testid":
		return attrTestID
	case "data-component":
		return attrComponent
	case "data-qa":
		return attrQA
	case "data-type":
		return attrDataType
	case "data-role":
		return attrDataRole
	case "data-name":
		return attrDataName
	case "data-module":
		return attrModule
	case "data-gtm-element":
		return attrGTM
	case "itemprop":
		return attrItemprop
	case "rel":
		return attrRel
	case "href":
		return attrHref
	case "datetime":
		return attrDatetime
	case "content":
		return attrContent
	case "title":
		return attrTitle
	case "lang":
		return attrLang
	case "hreflang":
		return attrHreflang
	case "name":
		return attrMetaName
	case "http-equiv":
		return attrHTTPEquiv
	case "property":
		return attrProperty
	case "type":
		return attrType
	case "hidden":
		return attrHidden
	case "style":
		return attrStyle
	case "aria-hidden":
		return attrAriaHidden
	case "shadowrootmode", "shadowroot":
		return attrShadow
	case "amp", "⚡":
		return attrAMP
	}
	return attrOther
}

// readAttrs reads what the reader needs of a start tag's attributes.
func (r *reader) readAttrs(tag atom.Atom) {
	a := &r.attr
	meta := tag == atom.Meta || tag == atom.Link
	var seen uint64
	for _, at := range r.z.attrs {
		name := lookupAttr(r.z.key(at))
		if name == attrOther || seen&(1<<name) != 0 {
			continue // of two attributes with one name, the first counts
		}
		seen |= 1 << name
		val := r.z.value(at)
		if !meta {
			val = clip(val, maxAttr)
		}
		if name < lastHint {
			id := hash(val)
			a.hints |= r.cls.hints(val, id)
			if name == attrClass {
				a.class = id
			}
		}
		switch name {
		case attrID:
			if tag == atom.Script {
				a.id = val
			}
		case attrItemprop:
			a.itemprop = val
		case attrRel:
			a.rel = val
		case attrHref:
			if tag == atom.Link || tag == atom.A && a.rel != "" || a.itemprop != "" {
				a.href = val
			}
		case attrDatetime:
			a.datetime = val
		case attrContent:
			if meta || a.itemprop != "" || len(val) < 256 {
				a.content = val
			}
		case attrTitle:
			if tag == atom.Time || tag == atom.Abbr {
				a.title = val
			}
		case attrLang:
			if tag == atom.Html || tag == atom.Link {
				a.lang = val
			}
		case attrHreflang:
			a.lang = val
		case attrMetaName, attrHTTPEquiv:
			if tag == atom.Meta {
				a.key = val
			}
		case attrProperty:
			if tag == atom.Meta {
				a.property = val
			}
		case attrType:
			if tag == atom.Script {
				a.typ = val
			}
		case attrHidden:
			a.hidden = a.hidden || val != "until-found"
		case attrStyle:
			a.hidden = a.hidden || hiddenStyle(val)
		case attrAriaHidden:
			if val == "true" {
				a.hints |= HintHidden
			}
		case attrShadow:
			a.shadow = true
		case attrAMP:
			a.amp = true
		}
	}
}

// hiddenStyle reports whether an inline style hides the element.
func hiddenStyle(style string) bool {
	for rest := style; rest != ""; {
		var decl string
		decl, rest, _ = strings.Cut(rest, ";")
		prop, val, _ := strings.Cut(decl, ":")
		prop, val = strings.TrimSpace(prop), strings.TrimSpace(val)
		if strings.EqualFold(prop, "display") && hasPrefixFold(val, "none") ||
			strings.EqualFold(prop, "visibility") && hasPrefixFold(val, "hidden") {
			return true
		}
	}
	return false
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
	*classList
	cache [512]struct {
		key   string
		hints Hints
	}
	buf []byte
}

// A classList is the list of class words, compiled.
type classList struct {
	words   map[string]classWord // one word, or two parted by a space
	lengths [256]uint64          // of the words by their first byte, as bits: most values hold other words
}

// A classWord is what a word of the list says.
type classWord struct {
	hints  Hints
	begins bool // two words of the list begin with it
}

// classWords compiles the list once for the process.
var classWords = sync.OnceValue(func() *classList {
	l := &classList{words: make(map[string]classWord)}
	for words, cols := range lexicon.ClassHints().All() {
		w := l.words[words]
		w.hints = hintNames[cols[0]]
		l.words[words] = w
		first, _, two := strings.Cut(words, " ")
		if two {
			w := l.words[first]
			w.begins = true
			l.words[first] = w
		}
		l.lengths[first[0]] |= 1 << len(first)
	}
	return l
})

// word returns what one word says.
func (l *classList) word(w []byte) classWord {
	if len(w) >= 64 || l.lengths[w[0]]&(1<<len(w)) == 0 {
		return classWord{}
	}
	return l.words[string(w)]
}

func classes() *classIndex { return &classIndex{classList: classWords(), buf: make([]byte, 0, 64)} }

// hints returns what the words of an attribute value, of which it is given the
// hash, hint at. Words part at anything but letters and at humps
// ("articleBody"); two neighbours that stand in the list together say more
// than each alone, and replace it.
func (c *classIndex) hints(val string, hash uint32) Hints {
	if val == "" {
		return 0
	}
	slot := &c.cache[hash>>1%uint32(len(c.cache))]
	if slot.key != val {
		slot.key, slot.hints = val, c.find(val)
	}
	return slot.hints
}

func (c *classIndex) find(val string) Hints {
	var all Hints
	var prev classWord
	buf := c.buf[:0] // the word before, a space, this word
	last := 0        // where this word begins in buf
	flush := func() {
		if len(buf) == last {
			return
		}
		word := c.word(buf[last:])
		if prev.begins {
			if two, ok := c.words[string(buf)]; ok {
				all |= two.hints
				prev.hints, word.hints = 0, 0
			}
		}
		all |= prev.hints
		prev = word
		buf = append(buf[:copy(buf, buf[last:])], ' ')
		last = len(buf)
	}
	for i := range len(val) {
		switch b := val[i]; {
		case b >= 'A' && b <= 'Z':
			if i > 0 && val[i-1] >= 'a' && val[i-1] <= 'z' {
				flush()
			}
			buf = append(buf, b|0x20)
		case b >= 'a' && b <= 'z' || b >= 0x80:
			buf = append(buf, b)
		case b == ' ':
			flush()
			all |= prev.hints
			prev, buf, last = classWord{}, buf[:0], 0 // another class
		default:
			flush()
		}
	}
	flush()
	c.buf = buf[:0]
	return all | prev.hints
}
