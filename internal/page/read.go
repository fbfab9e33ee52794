package page

import (
	"bytes"
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
	b, err := readAll(r, max)
	if err != nil {
		return nil, err
	}
	if what := binaryKind(b); what != "" {
		return nil, fmt.Errorf("%w: it begins like %s; convert it to HTML or text first", ErrNotText, what)
	}
	src, charset := decode(b, format)
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

// readAll is io.ReadAll with a limit. It asks for the size where the reader
// knows it, so that a large file is not copied again and again.
func readAll(r io.Reader, max int64) ([]byte, error) {
	var buf bytes.Buffer
	if s, ok := r.(interface{ Len() int }); ok && int64(s.Len()) <= max {
		buf.Grow(s.Len() + bytes.MinRead)
	}
	n, err := buf.ReadFrom(io.LimitReader(r, max+1))
	if n > max {
		return nil, fmt.Errorf("%w: over %d bytes; raise MaxBytes to read it", ErrTooLarge, max)
	}
	if err != nil {
		return nil, fmt.Errorf("reading the document: %w", err)
	}
	return buf.Bytes(), nil
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

func binaryKind(b []byte) string {
	for _, m := range magic {
		if len(b) >= len(m.prefix) && string(b[:len(m.prefix)]) == m.prefix {
			if m.prefix == "BZh" && (len(b) < 10 || string(b[4:10]) != "1AY&SY") || m.prefix == "ID3" && (len(b) < 4 || b[3] > 8) {
				continue // words may begin so
			}
			return m.name
		}
	}
	if len(b) >= 12 && string(b[:4]) == "RIFF" {
		return "RIFF media (" + strings.ToValidUTF8(string(b[8:12]), "?") + ")"
	}
	if len(b) >= 12 && string(b[4:8]) == "ftyp" {
		return "an MP4 or HEIF file"
	}
	return ""
}

// mostlyControls reports whether s is no text: over a tenth of its first
// 64 kB are control characters that text does not use, or bytes that were no
// character.
func mostlyControls(s string) bool {
	if len(s) > 64<<10 {
		s = s[:64<<10]
	}
	bad, all := 0, 0
	for _, r := range s {
		all++
		if r < ' ' && r != '\n' && r != '\r' && r != '\t' && r != '\f' && r != 0x1b || r == utf8.RuneError || r >= 0x7f && r < 0x85 || r > 0x85 && r < 0xa0 {
			bad++
		}
	}
	return bad*10 > all && all > 0 && bad > 3
}

// looksHTML sniffs: a doctype, or a tag that scraped text does not hold, near
// the beginning; or many tags further on.
func looksHTML(s string) bool {
	head := strings.TrimLeft(s, " \t\r\n\f\ufeff")
	if len(head) > 4096 {
		head = head[:4096]
	}
	if strings.HasPrefix(head, "<") {
		low := asciiLower(head)
		for strings.HasPrefix(low, "<!--") || strings.HasPrefix(low, "<?xml") {
			i := strings.IndexByte(low, '>')
			if i < 0 {
				break
			}
			low = strings.TrimLeft(low[i+1:], " \t\r\n\f")
		}
		for _, tag := range [...]string{"<!doctype", "<html", "<head", "<body", "<meta", "<title", "<script", "<div", "<p", "<article", "<main",
			"<section", "<h1", "<h2", "<table", "<link", "<style", "<span", "<a ", "<ul", "<figure", "<header", "<br", "<b>", "<i>", "<em", "<strong", "<blockquote", "<img"} {
			if strings.HasPrefix(low, tag) {
				return true
			}
		}
	}
	low := asciiLower(s[:min(len(s), 256<<10)])
	if strings.Contains(low, "<html") || strings.Contains(low, "</body>") || strings.Contains(low, "</head>") {
		return strings.Contains(low, "</") || strings.Contains(low, "<body")
	}
	tags := 0
	for _, tag := range [...]string{"</p>", "</div>", "</a>", "</span>", "</li>", "</h2>", "<br>", "<br/>", "<br />"} {
		tags += strings.Count(low, tag)
	}
	return tags >= 4 && tags*400 > len(low)/4
}
