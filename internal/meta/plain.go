package meta

import (
	"strings"
	"unicode/utf8"

	"html"
)

// plain returns the text of a field's value: tags stripped, entities resolved
// (a second time, for those that were written twice), invisible characters
// dropped and white space collapsed.
func plain(s string) string {
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	if strings.IndexByte(s, '<') >= 0 {
		s = stripTags(s)
	}
	if strings.ContainsAny(s, "\u00ad\u200b\u200e\u200f\u2060\ufeff") {
		s = strings.Map(func(r rune) rune {
			switch r {
			case 0xad, 0x200b, 0x200e, 0x200f, 0x2060, 0xfeff:
				return -1
			}
			return r
		}, s)
	}
	if !strings.ContainsAny(s, "\n\t\r\u00a0\f\v\u2028\u2029\u202f\u3000") && !strings.Contains(s, "  ") {
		return strings.TrimSpace(s)
	}
	return strings.Join(strings.Fields(s), " ")
}

// stripTags drops what stands in angle brackets and begins like a tag.
func stripTags(s string) string {
	var b strings.Builder
	for {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		j := strings.IndexByte(s, '>')
		if j < 0 || len(s) < 2 || !(s[1] == '/' || s[1] == '!' || (s[1]|0x20) >= 'a' && (s[1]|0x20) <= 'z') {
			b.WriteByte('<')
			s = s[1:]
			continue
		}
		b.WriteByte(' ')
		s = s[j+1:]
	}
	b.WriteString(s)
	return b.String()
}

// clip cuts s at max bytes, between characters.
func clip(s string, max int) string {
	if len(s) <= max {
		return s
	}
	for max > 0 && !utf8.RuneStart(s[max]) {
		max--
	}
	return s[:max]
}
