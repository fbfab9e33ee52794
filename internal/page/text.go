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
		end, next := endOfLine(source, at)
		b := readLine(source, at, end)
		at = next
		if b.Start == b.End {
			blank++
			continue
		}
		b.Breaks = blank
		blank = 0
		p.Blocks = append(p.Blocks, b)
	}
	return p
}

// endOfLine returns where the line that starts at i ends and where the next
// one starts.
func endOfLine(s string, i int) (end, next int) {
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 0x20 && c < 0x80:
		case c == '\r' && i+1 < len(s) && s[i+1] == '\n':
			return i, i + 2
		case c >= '\n' && c <= '\r': // LF VT FF CR
			return i, i + 1
		case c == 0xC2 && i+1 < len(s) && s[i+1] == 0x85: // NEL
			return i, i + 2
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2]|1 == 0xA9: // U+2028, U+2029
			return i, i + 3
		}
	}
	return i, i
}

// readLine returns the block of a line: the white space at its ends is
// outside its span, runs of white space inside it are one space in its Text.
func readLine(s string, start, end int) Block {
	line := s[start:end]
	trimmed := strings.TrimLeftFunc(line, unicode.IsSpace)
	start += len(line) - len(trimmed)
	trimmed = strings.TrimRightFunc(trimmed, unicode.IsSpace)
	words, plain := measureLine(trimmed)
	b := Block{Text: trimmed, Start: start, End: start + len(trimmed), Words: words}
	if !plain {
		b.Text = collapseSpace(trimmed)
	}
	return b
}

// measureLine counts the runs of letters and digits in s and reports whether
// all its white space is single spaces already.
func measureLine(s string) (words int32, plain bool) {
	plain = true
	in, space := false, false
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			i++
			switch {
			case c == ' ':
				plain = plain && !space
				in, space = false, true
				continue
			case 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9':
				if !in {
					words++
				}
				in = true
			case c == '\t':
				in, plain = false, false
			default:
				in = false
			}
			space = false
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		space = false
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			if !in {
				words++
			}
			in = true
		case unicode.IsSpace(r):
			in, plain = false, false
		case unicode.IsMark(r) || r == '\u00ad' || r >= '\u200b' && r <= '\u200f':
			// parts of a word, or nothing that a reader sees
		default:
			in = false
		}
	}
	return words, plain
}

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
