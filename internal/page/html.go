package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// Limits on what one page may make the reader keep. None of them drops text.
const (
	maxDepth  = 500     // elements nested deeper are flattened into the last that fits (x/net/html gives up at 512)
	maxMarks  = 600     // marked fields; a page has a few dozen
	maxMetas  = 2000    // meta and link elements
	maxScript = 4 << 20 // bytes of JSON kept of one page
	maxAttr   = 4096    // bytes of one attribute that are looked at
	maxLang   = 64      // bytes of <html lang>: language.Parse is quadratic (FIELD.md H17)
)

// ReadHTML reads a page that is already UTF-8. It makes one pass over the
// tokens, keeps a stack of open elements in place of a tree, and never fails:
// bad nesting is read the way browsers do where that decides which block a
// word belongs to, and flattened elsewhere. Time and memory are linear in the
// input, however deep or malformed it is.
func ReadHTML(src string) *Page {
	p, scripts := readHTML(src)
	p.addScriptText(scripts)
	return p
}

// readHTML also returns the scripts that may hold text.
func readHTML(src string) (*Page, []Script) {
	r := &reader{
		p:   &Page{Format: HTML, Source: src, Charset: "utf-8"},
		z:   newTokenizer(src),
		cls: classes(),
	}
	r.p.Elems = make([]Elem, 1, 64+len(src)/160)
	r.p.Elems[0] = Elem{Parent: -1, Tag: atom.Html, End: len(src)}
	r.p.Blocks = make([]Block, 0, 16+len(src)/400)
	r.text = make([]byte, 0, 1024+len(src)/8)
	r.stack = make([]open, 1, 64)
	r.stack[0] = open{tag: atom.Html, block: true}
	r.run()
	return r.p, r.scripts
}

// open is an element on the stack.
type open struct {
	tag    atom.Atom
	name   uint32 // hash of the name of a custom element
	elem   int32  // index into Elems: its own, or the nearest one's
	block  bool   // breaks the text around it
	closed bool   // an inline element ended while a block in it was open
	hidden bool   // not shown by the markup
	hints  Hints  // of an inline element
	mark   int32  // index into Marks + 1
	own    bool   // elem is its own
}

type reader struct {
	p     *Page
	z     *tokenizer
	cls   *classIndex
	stack []open
	extra int // open elements beyond maxDepth, not on the stack

	start, end int // of the current token

	links, bold, em, pre, hidden, svg int // open elements of these kinds
	inline                            Hints

	text      []byte // the text of all blocks; strings are cut from it at the end
	cur       Block
	from      int // where the current block's text begins in text
	space     bool
	begun     bool
	breaks    int32
	common    Hints    // hints of inline elements that hold all of the current block
	linkEnd   int      // where the last link ended in text
	spans     [][2]int // of each block in text
	markSpans [][2]int // of each mark in text

	jsonBytes int
	scripts   []Script
	sawTitle  bool
	attr      attrs
}

// attrs is what the reader looks at in a start tag.
type attrs struct {
	hints                                Hints
	class                                uint32
	itemprop, rel, typ, id               string
	datetime, content, href, lang, title string
	key, property                        string
	hidden, shadow, amp                  bool
}

func (r *reader) run() {
	z := r.z
	for tt := z.next(); tt != endOfInput; tt = z.next() {
		r.start, r.end = z.start, z.end
		switch tt {
		case textToken:
			r.addText()
		case startTagToken:
			r.startTag()
		case endTagToken:
			r.endTag(z.tag)
		}
	}
	// The tokenizer stops inside an unfinished tag; what is left is no text.
	r.flush()
	for i := len(r.stack) - 1; i >= 0; i-- {
		r.finish(&r.stack[i], len(r.p.Source))
	}
	all := string(r.text)
	for i, s := range r.spans {
		r.p.Blocks[i].Text = all[s[0]:s[1]]
	}
	r.fillMarks(all)
}

// startTag opens an element: it reads the attributes, ends the elements that
// the new one implies the end of, and pushes it.
func (r *reader) startTag() {
	tag, selfClosing := r.z.tag, r.z.selfClosing
	var id uint32
	kind := kindOf(tag)
	r.attr = attrs{}
	if tag == 0 {
		name := r.z.name()
		id = hash(name)
		if strings.IndexByte(name, '-') > 0 {
			r.attr.hints = r.cls.hints(name, id)
			kind = kindCustom
		}
	}
	if len(r.z.attrs) > 0 {
		r.readAttrs(tag)
	}
	switch kind {
	case kindSkip:
		r.skip(tag)
		return
	case kindVoid:
		r.void(tag)
		return
	}
	if r.svg > 0 {
		if selfClosing {
			return
		}
		kind = kindInline
	}
	switch tag {
	case atom.Html, atom.Body:
		// Repeated roots are a known bomb (FIELD.md H1): only their attributes
		// count, and only the first time.
		if tag == atom.Html && r.p.Head.Lang == "" {
			r.p.Head.Lang = clip(r.attr.lang, maxLang)
		}
		r.p.Head.AMP = r.p.Head.AMP || r.attr.amp
		r.p.Elems[0].Hints |= r.attr.hints & (HintLive | HintPaywall)
		return
	}
	r.closeImplied(tag, kind)
	if kind == kindBlock {
		r.flush()
	}
	if len(r.stack) >= maxDepth {
		if !selfClosing || tag != 0 {
			r.extra++
		}
		return
	}
	if selfClosing && (tag == 0 || r.svg > 0 || tag == atom.Svg) {
		return // HTML ignores the slash on its own elements
	}
	r.push(tag, id, kind)
}

func (r *reader) push(tag atom.Atom, name uint32, kind kind) {
	top := &r.stack[len(r.stack)-1]
	o := open{tag: tag, name: name, elem: top.elem, block: kind == kindBlock}
	o.hidden = r.attr.hidden || tag == atom.Noscript || tag == atom.Template && !r.attr.shadow || tag == atom.Dialog && r.attr.hints.Has(HintHidden)
	if o.hidden && !o.block {
		r.flush() // hidden words inside a paragraph are a block of their own
		r.resume()
	}
	if kind == kindBlock || kind == kindCustom {
		o.elem, o.own = int32(len(r.p.Elems)), true
		r.p.Elems = append(r.p.Elems, Elem{
			Parent: top.elem, Depth: r.p.Elems[top.elem].Depth + 1, Tag: tag,
			Hints: r.attr.hints | tagHints(tag), Class: r.attr.class, Start: r.start,
		})
	} else {
		o.hints = r.attr.hints | tagHints(tag)
		r.inline |= o.hints
	}
	o.mark = r.mark(tag, o.elem)
	switch tag {
	case atom.A:
		if r.begun && len(r.text) == r.linkEnd {
			r.space = true // links side by side are a menu, not one word
		}
		r.links++
		r.cur.Links++
	case atom.B, atom.Strong:
		r.bold++
	case atom.I, atom.Em:
		r.em++
	case atom.Pre:
		r.pre++
	case atom.Svg, atom.Math:
		r.svg++
	}
	if o.hidden {
		r.hidden++
	}
	r.stack = append(r.stack, o)
}

// resume makes the block that follows a flush a continuation: no break stands
// between it and the one before.
func (r *reader) resume() { r.breaks = -1 }

// finish undoes what push counted.
func (r *reader) finish(o *open, end int) {
	if o.closed {
		return
	}
	switch o.tag {
	case atom.A:
		r.links--
		r.linkEnd = len(r.text)
	case atom.B, atom.Strong:
		r.bold--
	case atom.I, atom.Em:
		r.em--
	case atom.Pre:
		r.pre--
	case atom.Svg, atom.Math:
		r.svg--
	}
	if o.hidden {
		r.hidden--
	}
	if o.own {
		r.p.Elems[o.elem].End = end
	}
	if o.mark > 0 {
		r.p.Head.Marks[o.mark-1].End = end
		r.markSpans[o.mark-1][1] = len(r.text)
	}
}

// pop closes the elements from stack[i] up.
func (r *reader) pop(i, end int) {
	for j := len(r.stack) - 1; j >= i; j-- {
		o := &r.stack[j]
		if (o.block || o.hidden) && !o.closed {
			r.flush()
			if !o.block {
				r.resume()
			}
		}
		r.finish(o, end)
	}
	r.stack = r.stack[:i]
	r.inline = 0
	for j := i - 1; j > 0 && !r.stack[j].block; j-- {
		if !r.stack[j].closed {
			r.inline |= r.stack[j].hints
		}
	}
}

// endTag closes the nearest open element of that name, as far as scope
// allows.
func (r *reader) endTag(tag atom.Atom) {
	if r.extra > 0 && tag != atom.Html && tag != atom.Body {
		r.extra--
		return
	}
	kind := kindOf(tag)
	var name uint32
	switch {
	case tag == 0:
		name = hash(r.z.name())
	case tag == atom.Br: // </br> is a break, in every browser
		r.lineBreak()
		return
	case tag == atom.Html || tag == atom.Body || kind == kindVoid || kind == kindSkip:
		return
	case tag == atom.P:
		r.flush()
	}
	heading := isHeading(tag)
	crossed := false
	for i := len(r.stack) - 1; i > 0; i-- {
		o := &r.stack[i]
		if o.tag == tag && o.name == name && !o.closed || heading && isHeading(o.tag) {
			if crossed && kind != kindBlock {
				// An inline element ends inside a block that it holds: the
				// block goes on.
				r.finish(o, r.end)
				o.closed = true
				return
			}
			r.pop(i, r.end)
			return
		}
		if o.block {
			crossed = true
			if scopeEnd(o.tag) && !tableTag(tag) {
				return
			}
		}
	}
}

// closeImplied ends what the start of tag implies the end of.
func (r *reader) closeImplied(tag atom.Atom, k kind) {
	switch tag {
	case atom.Li:
		r.closeTo(tag, 0, atom.Ul, atom.Ol, atom.Menu)
	case atom.Dt, atom.Dd:
		r.closeTo(atom.Dt, atom.Dd, atom.Dl, 0, 0)
	case atom.Tr:
		r.closeTo(atom.Tr, 0, atom.Table, 0, 0)
	case atom.Td, atom.Th:
		r.closeTo(atom.Td, atom.Th, atom.Tr, atom.Table, 0)
	case atom.Tbody, atom.Thead, atom.Tfoot:
		r.closeTo(atom.Tbody, atom.Thead, atom.Table, 0, 0)
	case atom.Option, atom.Optgroup:
		r.closeTo(atom.Option, 0, atom.Select, 0, 0)
	case atom.A:
		for i := len(r.stack) - 1; i > 0 && !r.stack[i].block; i-- {
			if r.stack[i].tag == atom.A && !r.stack[i].closed {
				r.finish(&r.stack[i], r.start)
				r.stack[i].closed = true
			}
		}
		return
	}
	if k == kindBlock {
		r.closeTo(atom.P, 0, atom.Button, 0, 0)
	}
}

// closeTo closes the nearest open a or b that no element of stop shields.
func (r *reader) closeTo(a, b, stop1, stop2, stop3 atom.Atom) {
	for i := len(r.stack) - 1; i > 0; i-- {
		o := &r.stack[i]
		if o.tag == 0 {
			continue
		}
		if o.tag == a || o.tag == b {
			r.pop(i, r.start)
			return
		}
		if o.tag == stop1 || o.tag == stop2 || o.tag == stop3 || scopeEnd(o.tag) {
			return
		}
		if a == atom.P && o.block {
			return // a paragraph is never open around another block
		}
	}
}

// skip reads an element whose content is no visible text.
func (r *reader) skip(tag atom.Atom) {
	switch tag {
	case atom.Script, atom.Style, atom.Iframe, atom.Noembed, atom.Noframes, atom.Title, atom.Textarea, atom.Xmp, atom.Plaintext:
	default:
		return
	}
	if r.z.next() != textToken {
		return // the end tag, or the end of the input
	}
	from, raw := r.z.start, r.z.src[r.z.start:r.z.end]
	switch tag {
	case atom.Title:
		if !r.sawTitle && r.svg == 0 {
			r.sawTitle = true
			r.p.Head.Title = collapse(r.z.text())
		}
	case atom.Script:
		if len(raw) >= enoughScript {
			r.scripts = append(r.scripts, Script{raw, from})
		}
		if r.jsonBytes+len(raw) > maxScript {
			return
		}
		switch t := strings.ToLower(r.attr.typ); {
		case strings.Contains(t, "ld+json"):
			r.jsonBytes += len(raw)
			r.p.Head.JSONLD = append(r.p.Head.JSONLD, Script{raw, from})
		case strings.HasPrefix(t, "application/json") || r.attr.id == "__NEXT_DATA__":
			r.jsonBytes += len(raw)
			r.p.Head.Data = append(r.p.Head.Data, Script{raw, from})
		}
	case atom.Xmp, atom.Plaintext:
		if r.svg == 0 {
			r.flush()
			r.start, r.end = r.z.start, r.z.end
			r.addPre()
			r.flush()
		}
	}
}

func (r *reader) void(tag atom.Atom) {
	switch tag {
	case atom.Br:
		r.lineBreak()
	case atom.Hr:
		r.flush()
	case atom.Meta:
		r.meta()
	case atom.Link:
		if r.attr.rel != "" && r.attr.href != "" && len(r.p.Head.Links) < maxMetas {
			r.p.Head.Links = append(r.p.Head.Links, Link{Rel: strings.ToLower(r.attr.rel), Href: r.attr.href, Lang: clip(r.attr.lang, maxLang)})
		}
	case atom.Img:
		if r.attr.itemprop != "" {
			r.mark(tag, r.stack[len(r.stack)-1].elem)
		}
	}
}

func (r *reader) meta() {
	key := r.attr.property
	if key == "" {
		key = r.attr.key
	}
	if key == "" {
		key = r.attr.itemprop
	}
	if key == "" || r.attr.content == "" || len(r.p.Head.Metas) >= maxMetas {
		return
	}
	r.p.Head.Metas = append(r.p.Head.Metas, Meta{Key: strings.ToLower(key), Value: r.attr.content})
}
