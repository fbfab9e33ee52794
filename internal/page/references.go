package page

import (
	"strings"

	"golang.org/x/net/html"
)

// references resolves character references. What one says is asked of
// html.UnescapeString, which has the table of the names, and remembered: pages
// repeat a few dozen thousands of times.
type references [64]struct{ ref, text string }

// maxReference is the length of the longest reference that is remembered;
// the longest name has 33 bytes.
const maxReference = 40

// referenceLen returns the length of the character reference that s, which
// begins with "&", may begin with: as far as its characters go.
func referenceLen(s string) int {
	i := 1
	if i == len(s) || s[i] != '#' {
		for i < len(s) && isAlnum(s[i]) {
			i++
		}
	} else if i++; i < len(s) && s[i]|0x20 == 'x' {
		i++
		for i < len(s) && (isDigit(s[i]) || 'a' <= s[i]|0x20 && s[i]|0x20 <= 'f') {
			i++
		}
	} else {
		for i < len(s) && isDigit(s[i]) {
			i++
		}
	}
	if i < len(s) && s[i] == ';' {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// resolve returns the text of a character reference, of which referenceLen
// gave the length; what is none comes back as it is.
func (c *references) resolve(ref string) string {
	if len(ref) > maxReference {
		return html.UnescapeString(ref)
	}
	slot := &c[hash(ref)>>1%uint32(len(c))]
	if slot.ref != ref {
		slot.ref, slot.text = ref, html.UnescapeString(ref)
	}
	return slot.text
}

// resolveAll resolves the references in s. In an attribute, a name counts only
// where it ends with ";", or is a whole one that no "=" follows: "?a=1&copy=2"
// is a link, as written.
func (c *references) resolveAll(s string, attribute bool) string {
	i := strings.IndexByte(s, '&')
	if i < 0 {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i >= 0 {
		b.WriteString(s[:i])
		s = s[i:]
		n := referenceLen(s)
		ref, text := s[:n], c.resolve(s[:n])
		if attribute && !wholeReference(ref, text, s[n:]) {
			text = ref
		}
		b.WriteString(text)
		s = s[n:]
		i = strings.IndexByte(s, '&')
	}
	b.WriteString(s)
	return b.String()
}

// wholeReference reports whether all of ref was resolved to text, and not its
// first letters only ("&notit" to "¬it"), and no "=" follows an open end.
func wholeReference(ref, text, rest string) bool {
	if len(ref) > 1 && ref[1] == '#' {
		return true
	}
	last := ref[len(ref)-1]
	if last == ';' {
		return text == ";" || !strings.HasSuffix(text, ";")
	}
	return !isAlnum(text[len(text)-1]) && !strings.HasPrefix(rest, "=")
}
