package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// ReadText returns the page of a scraped text, which must already be UTF-8:
// one block for each line with anything but white space in it. A line ends
// at LF, CR LF, CR, VT, FF, NEL, or Unicode's line or paragraph separator.
// Block.Breaks is the number of blank lines before it.
//
// What is no white space is kept as it stands: NUL, zero-width characters,
// bytes that are no UTF-8.
func ReadText(source string) *Page {
	p := &Page{Format: Text, Source: source, Charset: "utf-8"}
	p.Blocks = make([]Block, 0, 1+strings.Count(source, "\n"))
	var blank int32
	for at := 0; at < len(source); {
		var l lineReader
		at = l.read(source, at)
		if l.end == l.start {
			blank++
			continue
		}
		b := Block{Text: source[l.start:l.end], Start: l.start, End: l.end, Breaks: blank}
		if l.uneven {
			b.Text = collapseSpace(b.Text)
		}
		blank = 0
		p.Blocks = append(p.Blocks, b)
	}
	return p
}

// A lineReader reads one line: where it stands without the white space at its
// ends, and what white space is between.
type lineReader struct {
	start, end int
	spaces     int  // white space since end
	odd        bool // some of it is no space of ASCII
	uneven     bool // inside the line stands other white space than single spaces
}

// read reads the line that starts at i, and returns where the next one starts.
// Running text is taken 8 bytes at a time.
func (l *lineReader) read(s string, i int) int {
	l.start, l.end = i, i
	for i < len(s) {
		if n := evenLen(s[i:]); n > 0 {
			l.seen(i, i+n)
			i += n
		}
		if i == len(s) {
			break
		}
		switch c := s[i]; lineClass[c] {
		case lineMark:
			for from := i; ; {
				if i++; i == len(s) || s[i] < utf8.RuneSelf || lineClass[s[i]] != lineMark {
					l.seen(from, i)
					break
				}
			}
		case lineSpace:
			l.space(c != ' ')
			i++
		case lineBreak:
			if c == '\r' && i+1 < len(s) && s[i+1] == '\n' {
				i++
			}
			return i + 1
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			switch {
			case r == '\u0085', r == '\u2028', r == '\u2029':
				return i + n
			case unicode.IsSpace(r):
				l.space(true)
			default:
				l.seen(i, i+n)
			}
			i += n
		}
	}
	return i
}

// evenLen returns how many bytes s begins with that are seen, of ASCII, with
// single spaces between them; some may be left over.
func evenLen(s string) int {
	n := 0
	for ; n+8 <= len(s); n += 8 {
		x := eight(s[n:])
		y := x ^ ' '*low
		spaces := ^((y&^high + (high - low)) | y) & high // of each byte that is one
		if (x|(x-' '*low))&high != 0 || spaces&(spaces<<8) != 0 {
			break // beyond ASCII, a control, or two spaces
		}
		if spaces&0x80 != 0 && (n == 0 || s[n-1] == ' ') {
			break
		}
	}
	if n > 0 && s[n-1] == ' ' {
		n--
	}
	return n
}

// seen takes what is no white space.
func (l *lineReader) seen(from, until int) {
	if l.spaces > 0 {
		switch {
		case l.end == l.start:
			l.start = from
		case l.spaces > 1 || l.odd:
			l.uneven = true
		}
		l.spaces, l.odd = 0, false
	}
	l.end = until
}

func (l *lineReader) space(odd bool) {
	l.spaces++
	l.odd = l.odd || odd
}

// Classes of bytes in a line.
const (
	lineMark = iota // seen, or a part of what is
	lineSpace
	lineBreak
	lineBeyond // begins characters beyond ASCII of which some are white space
)

var lineClass = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case b == ' ' || b == '\t':
			t[c] = lineSpace
		case '\n' <= b && b <= '\r': // LF VT FF CR
			t[c] = lineBreak
		case b == 0xc2 || 0xe1 <= b && b <= 0xe3:
			t[c] = lineBeyond
		}
	}
	return t
}()

// collapseSpace returns s with each run of white space as one space.
func collapseSpace(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsSpace(r) {
			space = true
		} else {
			if space {
				b.WriteByte(' ')
			}
			b.WriteString(s[i : i+n]) // not the rune: bytes that are no UTF-8 stay as they are
			space = false
		}
		i += n
	}
	return b.String()
}
