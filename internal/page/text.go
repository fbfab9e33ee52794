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
		b := Block{Text: source[l.start:l.end], Start: l.start, End: l.end, Words: l.words, Breaks: blank}
		if l.uneven {
			b.Text = collapseSpace(b.Text)
		}
		blank = 0
		p.Blocks = append(p.Blocks, b)
	}
	return p
}

// A lineReader reads one line: where it stands without the white space at its
// ends, how many runs of letters and digits it has, and what white space is
// between them.
type lineReader struct {
	start, end int
	words      int32
	in         bool // within a run of letters and digits
	spaces     int  // white space since end
	odd        bool // some of it is no space of ASCII
	uneven     bool // inside the line stands other white space than single spaces
}

// read reads the line that starts at i, and returns where the next one starts.
func (l *lineReader) read(s string, i int) int {
	l.start, l.end = i, i
	for i < len(s) {
		switch c := s[i]; lineClass[c] {
		case lineLetter:
			from := i
			for i++; i < len(s) && lineClass[s[i]] == lineLetter; i++ {
			}
			if !l.in {
				l.words++
			}
			l.seen(from, i)
			l.in = true
		case lineMark:
			l.seen(i, i+1)
			l.in = false
			i++
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
			case unicode.IsLetter(r) || unicode.IsDigit(r):
				if !l.in {
					l.words++
				}
				l.seen(i, i+n)
				l.in = true
			case unicode.IsSpace(r):
				l.space(true)
			case unicode.IsMark(r) || r == '\u00ad' || r >= '\u200b' && r <= '\u200f':
				l.seen(i, i+n) // parts of a word, or nothing that a reader sees
			default:
				l.seen(i, i+n)
				l.in = false
			}
			i += n
		}
	}
	return i
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
	l.in = false
	l.spaces++
	l.odd = l.odd || odd
}

// Classes of bytes in a line.
const (
	lineMark   = iota // of ASCII, seen
	lineLetter        // or digit
	lineSpace
	lineBreak
	lineBeyond // of a character beyond ASCII
)

var lineClass = func() (t [256]uint8) {
	for c := range t {
		switch b := byte(c); {
		case b >= utf8.RuneSelf:
			t[c] = lineBeyond
		case isAlnum(b):
			t[c] = lineLetter
		case b == ' ' || b == '\t':
			t[c] = lineSpace
		case '\n' <= b && b <= '\r': // LF VT FF CR
			t[c] = lineBreak
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
