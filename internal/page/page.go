// Package page reads bytes and returns a Page: the input as UTF-8, the blocks
// of text that a reader would see, each with its place in the input and the
// features of its place in the markup, and what the document says of itself
// in its head. It favours recall: every visible word is in a block, and every
// block knows where it came from.
//
// It is the only room that knows HTML. It judges nothing: which blocks are the
// article is for package chrome, which title or date to believe for package
// meta. It knows no language and no site.
package page

import (
	"golang.org/x/net/html/atom"
)

// A Format is the kind of an input.
type Format string

const (
	Sniff Format = ""      // find out
	HTML  Format = "html"  // a web page
	Text  Format = "text"  // lines of text as a scraper stored them
	Clean Format = "clean" // an article's text, to be taken verbatim
)

// A Page is one document, read but not judged.
type Page struct {
	Format  Format
	Source  string // the input as UTF-8; all Start and End are byte offsets into it
	Charset string // the encoding that the input was read in, as IANA names it

	// Blocks are the pieces of visible text in document order: for a page, the
	// runs of inline content between the edges of block-level elements; for
	// text, the lines that are not blank.
	Blocks []Block

	// Elems are the elements that hold blocks, parents before children; the
	// root is Elems[0]. Empty for text.
	Elems []Elem

	// Head is what a page says of itself. Empty for text.
	Head Head
}

// A Block is one visible piece of text.
type Block struct {
	Text       string // white space collapsed, character references resolved
	Start, End int    // the span in Source, markup included
	Elem       int32  // index into Page.Elems of the nearest block-level element; 0 for text

	// What the inline content is made of.
	Words     int32 // runs of letters or digits; 0 for text
	LinkBytes int32 // bytes of Text inside links
	Links     int32 // number of links
	BoldBytes int32 // bytes of Text inside b, strong
	EmBytes   int32 // bytes of Text inside i, em
	Breaks    int32 // <br> before it in the same element (0: an element's edge; -1: it goes on where hidden words broke it), or blank lines before a line of text
	Inline    Hints // hints of the inline elements that hold all of the text
	Hidden    bool  // not shown by the markup: hidden, display:none, <noscript>, <template>
	Script    bool  // stands in the data of a script only; Start and End are those of the JSON string
}

// An Elem is an element that blocks stand in.
type Elem struct {
	Parent     int32
	Depth      int32
	Tag        atom.Atom // 0 for a custom element
	Hints      Hints     // what its class, id, role, itemprop and data attributes hint at
	Class      uint32    // hash of its class attribute, to tell siblings of one kind; 0 for none
	Start, End int       // the span in Source, tags included
}

// Head is what a page says of itself, as written, in document order. Nothing
// is believed or dropped here.
type Head struct {
	Title  string   // the first <title>
	Lang   string   // <html lang>, at most 64 bytes
	Metas  []Meta   // <meta name|property|itemprop|http-equiv … content>
	Links  []Link   // <link rel href>
	JSONLD []Script // the contents of <script type="application/ld+json">
	Data   []Script // other JSON scripts (application/json, __NEXT_DATA__), as written
	Marks  []Mark   // <time>, itemprop, rel=author, h1, and classes that name a field
	AMP    bool     // <html amp> or <html ⚡>
}

// A Script is the content of a script element that holds data.
type Script struct {
	Text  string
	Start int // offset in Source
}

// A Meta is a <meta> element: Key is its name, property, itemprop or
// http-equiv in lower case.
type Meta struct{ Key, Value string }

// A Link is a <link> element.
type Link struct{ Rel, Href, Lang string }

// A Mark is an element of the body that is marked as one of the document's
// fields, by <time>, itemprop, rel, or a class or id such as "byline".
type Mark struct {
	Field      string // "time", "author", "title", "published", "modified", "section", "tag", "headline", "byline", …
	How        string // "tag", "itemprop", "rel", "class"
	Text       string // the visible text, white space collapsed, at most 500 bytes
	Value      string // datetime, content, title or href attribute
	Start, End int    // the element's span in Source
	Block      int32  // the first block in it, or -1
	Elem       int32  // the element of Page.Elems that it is or stands in
}
