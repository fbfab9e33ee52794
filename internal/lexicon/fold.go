package lexicon

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// AppendFold appends s to dst with case and accents levelled, so that words
// can be compared as people type them: "FÉVRIER", "février" and "fevrier" are
// one, and so are "Kasım" and "KASIM". Marks are taken off Latin, Greek and
// Cyrillic letters only; elsewhere they are letters in their own right. The
// curly apostrophe becomes the straight one. The result has other offsets
// than s: it is for keys, never for spans.
func AppendFold(dst []byte, s string) []byte {
	for i := 0; i < len(s); {
		if c := s[i]; c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			dst = append(dst, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		switch {
		case r == utf8.RuneError && n == 1:
			dst = append(dst, "\uFFFD"...)
		case 0x300 <= r && r < 0x370: // combining marks: these letters lose theirs
		case r == '’':
			dst = append(dst, '\'')
		case r < foldMax:
			dst = utf8.AppendRune(dst, foldTable()[r])
		case 0x1E00 <= r && r < 0x2000: // Vietnamese, Welsh, polytonic Greek
			dst = utf8.AppendRune(dst, foldRune(r))
		default:
			dst = utf8.AppendRune(dst, unicode.ToLower(r))
		}
	}
	return dst
}

// Fold is AppendFold for a string.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return string(AppendFold(make([]byte, 0, len(s)), s))
		}
	}
	return s
}

// foldMax is the end of Cyrillic.
const foldMax = 0x530

// foldTable answers for the letters that occur; decomposing each anew took
// most of the time of a look-up.
var foldTable = sync.OnceValue(func() *[foldMax]rune {
	var t [foldMax]rune
	for r := range t {
		t[r] = foldRune(rune(r))
	}
	return &t
})

func foldRune(r rune) rune {
	switch r {
	case 'ı', 'İ':
		return 'i'
	case 'ø', 'Ø':
		return 'o'
	case 'đ', 'Đ':
		return 'd'
	case 'ł', 'Ł':
		return 'l'
	case 'ς':
		return 'σ'
	}
	if r < utf8.RuneSelf || !unicode.IsLetter(r) {
		return unicode.ToLower(r)
	}
	base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(r)))
	return unicode.ToLower(base)
}
