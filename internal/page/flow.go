package page

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func (r *reader) lineBreak() {
	if r.svg > 0 {
		return
	}
	if r.begun {
		r.flush()
		r.breaks = 0
	}
	if r.breaks >= 0 {
		r.breaks++
	}
}

// flush ends the current block, if it has any text.
func (r *reader) flush() {
	if !r.begun {
		r.breaks = 0
		r.cur.Links = 0
		return
	}
	b := r.cur
	if n := len(r.text); n > r.from && r.text[n-1] == ' ' {
		r.text = r.text[:n-1]
	}
	b.Inline = r.common
	b.Words = countWords(r.text[r.from:])
	r.p.Blocks = append(r.p.Blocks, b)
	r.spans = append(r.spans, [2]int{r.from, len(r.text)})
	r.cur = Block{}
	r.begun = false
	r.breaks = 0
	r.space = false
}

// addText appends the current token's text to the current block.
func (r *reader) addText() {
	switch {
	case r.svg > 0:
	case r.pre > 0:
		r.addPre()
	default:
		r.addSpan()
	}
}

// addPre is addText for preformatted text, which it splits at blank lines, as
// a reader would.
func (r *reader) addPre() {
	for from, to := r.start, r.end; from < to; {
		i, n := blankLine(r.p.Source[from:to])
		r.start, r.end = from, from+i
		r.addSpan()
		if n > 0 {
			r.flush()
		}
		from += i + n
	}
}

// blankLine returns the place and the length of two line ends in a row; the
// end of s and 0 if there are none.
func blankLine(s string) (i, n int) {
	for i < len(s) {
		n := lineEnd(s[i:])
		if n == 0 {
			i++
			continue
		}
		if m := lineEnd(s[i+n:]); m > 0 {
			return i, n + m
		}
		i += n
	}
	return len(s), 0
}

func lineEnd(s string) int {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return 2
	case strings.HasPrefix(s, "\n"), strings.HasPrefix(s, "\r"):
		return 1
	}
	return 0
}

// addSpan appends the text between r.start and r.end.
func (r *reader) addSpan() {
	s, before := r.p.Source[r.start:r.end], len(r.text)
	for r.z.within == 0 { // otherwise "&" is itself
		i := strings.IndexByte(s, '&')
		if i < 0 {
			break
		}
		n := referenceLen(s[i:])
		r.appendText(s[:i])
		r.appendText(r.z.refs.resolve(s[i : i+n]))
		s = s[i+n:]
	}
	r.appendText(s)
	r.count(before)
}

// count adds what was appended after before to the figures of the block.
func (r *reader) count(before int) {
	added := int32(len(r.text) - before)
	if added == 0 {
		return
	}
	r.cur.End = r.start + trimmedLen(r.p.Source[r.start:r.end])
	if r.links > 0 {
		r.cur.LinkBytes += added
	}
	if r.bold > 0 {
		r.cur.BoldBytes += added
	}
	if r.em > 0 {
		r.cur.EmBytes += added
	}
	r.common &= r.inline
}

// What a byte may be in text.
const (
	plain   = iota // itself
	blank          // white space
	control        // nothing
	lead           // the first of a character that is white space or invisible
)

var byteClass = [256]uint8{
	0: control, 1: control, 2: control, 3: control, 4: control, 5: control, 6: control, 7: control, 8: control,
	'\t': blank, '\n': blank, 0x0b: control, '\f': blank, '\r': blank, 0x0e: control, 0x0f: control,
	0x10: control, 0x11: control, 0x12: control, 0x13: control, 0x14: control, 0x15: control, 0x16: control, 0x17: control,
	0x18: control, 0x19: control, 0x1a: control, 0x1b: control, 0x1c: control, 0x1d: control, 0x1e: control, 0x1f: control,
	' ': blank, 0x7f: control, 0xc2: lead, 0xe1: lead, 0xe2: lead, 0xe3: lead, 0xef: lead,
}

// appendText appends text, with white space collapsed and without controls and
// invisible characters.
func (r *reader) appendText(s string) {
	from := 0 // where plain text begins
	for i := 0; i < len(s); {
		n := 1
		class := byteClass[s[i]]
		if class == plain {
			i++
			continue
		}
		if class == lead {
			var c rune
			c, n = utf8.DecodeRuneInString(s[i:])
			switch {
			case whiteSpace(c):
				class = blank
			case !invisible(c):
				i += n
				continue
			}
		}
		if from < i {
			r.word(s[from:i])
		}
		r.space = r.space || class == blank
		i += n
		from = i
	}
	if from < len(s) {
		r.word(s[from:])
	}
}

// word appends bytes that are no space, beginning a block where none is open.
func (r *reader) word(s string) {
	if !r.begun {
		raw := r.p.Source[r.start:r.end]
		links := r.cur.Links
		r.cur = Block{Start: r.start + skipSpace(raw, 0), Elem: r.stack[len(r.stack)-1].elem, Breaks: r.breaks, Hidden: r.hidden > 0, Links: links}
		if r.links > 0 && links == 0 {
			r.cur.Links = 1
		}
		r.begun = true
		r.from = len(r.text)
		r.common = r.inline
		r.space = false
	}
	if r.space {
		if len(r.text) > r.from {
			r.text = append(r.text, ' ')
		}
		r.space = false
	}
	r.text = append(r.text, s...)
}

// whiteSpace is unicode.IsSpace beyond ASCII.
func whiteSpace(c rune) bool {
	switch c {
	case 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return 0x2000 <= c && c <= 0x200a
}

func trimmedLen(s string) int { return len(strings.TrimRight(s, " \t\r\n\f")) }

// invisible reports whether c only hints at line breaks: it is no part of the
// word that it stands in. Joiners and direction marks carry meaning and stay.
func invisible(c rune) bool {
	return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff
}

func countWords(b []byte) int32 {
	var n int32
	in := false
	for i := 0; i < len(b); {
		c := b[i]
		if c < utf8.RuneSelf {
			w := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
			if w && !in {
				n++
			}
			in = w
			i++
			continue
		}
		r, k := utf8.DecodeRune(b[i:])
		i += k
		switch w := unicode.IsLetter(r) || unicode.IsDigit(r); {
		case w && wide(r): // a Han character or syllable counts as half a word
			if !in {
				n++
			}
			in = !in
		case w:
			if !in {
				n++
			}
			in = true
		case !unicode.IsMark(r):
			in = false
		}
	}
	return n
}

// wide reports whether c is of a script written without spaces.
func wide(c rune) bool {
	return c >= 0x2e80 && c <= 0x9fff || c >= 0xf900 && c <= 0xfaff || c >= 0xff66 && c <= 0xff9f || c >= 0x20000 && c <= 0x3ffff ||
		c >= 0xe00 && c <= 0xeff
}

func collapse(s string) string { return strings.Join(strings.Fields(s), " ") }

func clip(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// hash is FNV-1a, and never zero.
func hash(s string) uint32 {
	h := uint32(2166136261)
	for i := range len(s) {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h | 1
}
