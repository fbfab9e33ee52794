package page

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// DefaultMaxBytes is the limit on the size of one input where the caller sets
// none. The largest page among a thousand of the press was 6 MB.
const DefaultMaxBytes = 64 << 20

// What Read returns, wrapped, for an input that it cannot read.
var (
	ErrNotText  = errors.New("input is not text")
	ErrTooLarge = errors.New("input is too large")
)

// Read reads one document to its end. format Sniff finds out whether it is a
// page or text. It stops with ErrTooLarge after max bytes, without having
// kept more, and refuses what is known to be neither a page nor text
// (ErrNotText); everything else gives a Page.
func Read(r io.Reader, format Format, max int64) (*Page, error) {
	if max <= 0 {
		max = DefaultMaxBytes
	}
	in, err := readAll(r, max)
	if err != nil {
		return nil, err
	}
	if what := binaryKind(in); what != "" {
		return nil, fmt.Errorf("%w: it begins like %s; convert it to HTML or text first", ErrNotText, what)
	}
	src, charset := decode(in, format)
	switch format {
	case Sniff:
		if looksHTML(src) {
			format = HTML
		} else {
			format = Text
		}
	case HTML, Text, Clean:
	default:
		return nil, fmt.Errorf("unknown format %q: use %q, %q or %q", format, HTML, Text, Clean)
	}
	if format != Clean && mostlyControls(src) {
		return nil, fmt.Errorf("%w: most of it is control characters", ErrNotText)
	}
	var p *Page
	switch format {
	case HTML:
		p = ReadHTML(src)
	case Text:
		p = ReadText(src)
	default:
		p = &Page{Format: Clean, Source: src}
	}
	p.Charset = charset
	return p, nil
}

// readAll is io.ReadAll with a limit, into a string. It asks for the size where
// the reader knows it, so that a large file is not copied again and again; a
// reader that also writes itself out, as those of package bytes do, needs no
// buffer in between, which for a text costs more than its copy.
func readAll(r io.Reader, max int64) (string, error) {
	var s strings.Builder
	from := io.LimitReader(r, max+1)
	if l, ok := r.(interface{ Len() int }); ok && int64(l.Len()) <= max {
		s.Grow(l.Len())
		if _, ok := r.(io.WriterTo); ok {
			from = r
		}
	}
	n, err := io.Copy(&s, from)
	if n > max {
		return "", fmt.Errorf("%w: over %d bytes; raise MaxBytes to read it", ErrTooLarge, max)
	}
	if err != nil {
		return "", fmt.Errorf("reading the document: %w", err)
	}
	return s.String(), nil
}

// magic are the first bytes of files that are often stored in place of a
// page.
var magic = [...]struct{ prefix, name string }{
	{"%PDF-", "a PDF"},
	{"\x89PNG\r\n\x1a\n", "a PNG image"},
	{"\xff\xd8\xff", "a JPEG image"},
	{"GIF87a", "a GIF image"},
	{"GIF89a", "a GIF image"},
	{"PK\x03\x04", "a zip archive (or an office document)"},
	{"PK\x05\x06", "an empty zip archive"},
	{"\x1f\x8b", "gzip data"},
	{"BZh", "bzip2 data"},
	{"\xfd7zXZ\x00", "xz data"},
	{"\x28\xb5\x2f\xfd", "zstd data"},
	{"7z\xbc\xaf\x27\x1c", "a 7z archive"},
	{"Rar!\x1a\x07", "a RAR archive"},
	{"\x7fELF", "a program"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"},
	{"{\\rtf", "an RTF document"},
	{"OggS", "Ogg media"},
	{"ID3", "an MP3"},
	{"\x00\x00\x01\x00", "an icon"},
	{"wOFF", "a font"},
	{"wOF2", "a font"},
	{"SQLite format 3\x00", "an SQLite database"},
	{"\x00asm", "WebAssembly"},
	{"WARC/1.", "a WARC record; read its HTTP response"},
}

func binaryKind(s string) string {
	for _, m := range magic {
		if strings.HasPrefix(s, m.prefix) {
			if m.prefix == "BZh" && (len(s) < 10 || s[4:10] != "1AY&SY") || m.prefix == "ID3" && (len(s) < 4 || s[3] > 8) {
				continue // words may begin so
			}
			return m.name
		}
	}
	if len(s) >= 12 && s[:4] == "RIFF" {
		return "RIFF media (" + strings.ToValidUTF8(s[8:12], "?") + ")"
	}
	if len(s) >= 12 && s[4:8] == "ftyp" {
		return "an MP4 or HEIF file"
	}
	return ""
}

// mostlyControls reports whether s is no text: over a tenth of the characters
// of its first 64 kB are controls that text does not use, or stand for bytes
// that were no character; or half of them are NUL. A text that was padded or
// stored in a broken way has NUL alone, a program or an image other controls
// as well.
func mostlyControls(s string) bool {
	s = clip(s, 64<<10)
	bad, all, nul := 0, 0, 0
	for i := 0; i < len(s); i++ {
		if n := printableLen(s[i:]); n > 0 {
			all += n
			if i += n; i == len(s) {
				break
			}
		}
		c := s[i]
		if ' ' <= c && c < 0x7f { // most characters
			all++
			continue
		}
		if c == 0 {
			nul++
			continue
		}
		if utf8.RuneStart(c) {
			all++
		}
		switch {
		case byteClass[c] == control && c != 0x1b,
			c == 0xc2 && isC1(s[i+1]),
			c == 0xef && s[i:i+3] == "\ufffd":
			bad++
		}
	}
	return bad > 3 && bad*10 > all || nul > 3 && nul > all
}

// printableLen returns how many bytes s begins with that are ASCII and no
// controls, 8 at a time; some may be left over.
func printableLen(s string) int {
	n := 0
	for ; n+8 <= len(s); n += 8 {
		x := eight(s[n:])
		if (x|(x-' '*low)|(x+low))&high != 0 { // beyond ASCII, a control, DEL
			break
		}
	}
	return n
}

// isC1 reports whether c, after 0xc2, makes one of the controls that follow
// DEL; the next line (U+0085) is white space.
func isC1(c byte) bool { return c < 0xa0 && c != 0x85 }

// openings are tags that scraped text does not begin with, and closings those
// that it does not hold many of.
var (
	openings = [...]string{"!doctype", "html", "head", "body", "meta", "title", "script", "div", "p", "article", "main", "section", "h1",
		"h2", "table", "link", "style", "span", "a ", "ul", "figure", "header", "br", "b>", "i>", "em", "strong", "blockquote", "img"}
	closings = [...]string{"/p>", "/div>", "/a>", "/span>", "/li>", "/h2>", "br>", "br/>", "br />"}
)

// looksHTML sniffs: a doctype, or a tag that scraped text does not hold, at
// the beginning; or many tags further on.
func looksHTML(s string) bool {
	s = s[:min(len(s), 256<<10)]
	head := strings.TrimLeft(s, " \t\r\n\f\ufeff")
	for strings.HasPrefix(head, "<!--") || hasPrefixFold(head, "<?xml") {
		end := strings.IndexByte(head, '>') + 1
		if head[1] == '!' {
			end = commentEnd(head, len("<!--"))
		}
		if end == 0 {
			break
		}
		head = strings.TrimLeft(head[end:], " \t\r\n\f")
	}
	if strings.HasPrefix(head, "<") && hasAnyPrefix(head[1:], openings[:]) {
		return true
	}
	var root, body, closing bool
	tags := 0
	for rest := s; ; {
		i := strings.IndexByte(rest, '<')
		if i < 0 {
			break
		}
		rest = rest[i+1:]
		if hasAnyPrefix(rest, closings[:]) {
			tags++
		}
		closing = closing || strings.HasPrefix(rest, "/")
		body = body || hasPrefixFold(rest, "body")
		root = root || hasPrefixFold(rest, "html") || hasPrefixFold(rest, "/body>") || hasPrefixFold(rest, "/head>")
		if root && (closing || body) {
			return true
		}
	}
	return !root && tags >= 4 && tags*400 > len(s)/4
}

func hasAnyPrefix(s string, prefixes []string) bool {
	for _, p := range prefixes {
		if hasPrefixFold(s, p) {
			return true
		}
	}
	return false
}

// A mask of eight bytes, the lowest and the highest bit of each.
const low, high = 0x0101010101010101, 0x8080808080808080

// eight returns the first 8 bytes of s as a number, the first byte the lowest.
func eight(s string) uint64 {
	b := s[:8]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}
