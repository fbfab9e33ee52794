package names

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Latin letters that do not decompose, and đ, whose usual spelling
// without its mark is dj.
func foldSpecial(r rune) string {
	switch r {
	case 'ß':
		return "ss"
	case 'æ':
		return "ae"
	case 'œ':
		return "oe"
	case 'ø':
		return "o"
	case 'đ':
		return "dj"
	case 'ð':
		return "d"
	case 'þ':
		return "th"
	case 'ł':
		return "l"
	case 'ı':
		return "i"
	case 'ə', 'ǝ':
		return "a"
	case 'ħ':
		return "h"
	case 'ŋ':
		return "ng"
	}
	return ""
}

// foldTable maps the Latin letters of Latin-1 and Extended-A, B and
// Additional to small ASCII letters.
var foldTable = sync.OnceValue(func() map[rune]string {
	m := make(map[rune]string)
	add := func(from, to rune) {
		for r := from; r <= to; r++ {
			if !unicode.Is(unicode.Latin, r) {
				continue
			}
			low := unicode.ToLower(r)
			if s := foldSpecial(low); s != "" {
				m[r] = s
				continue
			}
			if base := norm.NFD.String(string(low)); base[0] < utf8.RuneSelf {
				m[r] = base[:1]
			}
		}
	}
	add(0xC0, 0x24F)
	add(0x259, 0x259)
	add(0x1E00, 0x1EFF)
	return m
})

// homoglyph returns the Latin letter that a Cyrillic or Greek one is drawn
// like, or 0.
func homoglyph(r rune) byte {
	switch r {
	case 'а', 'А', 'Α', 'α':
		return 'a'
	case 'В', 'Β':
		return 'b'
	case 'с', 'С':
		return 'c'
	case 'е', 'Е', 'Ε', 'ё', 'Ё':
		return 'e'
	case 'Н', 'Η', 'һ', 'Һ':
		return 'h'
	case 'і', 'І', 'Ι', 'ї', 'Ї', 'ι':
		return 'i'
	case 'ј', 'Ј':
		return 'j'
	case 'к', 'К', 'Κ', 'κ':
		return 'k'
	case 'М', 'м', 'Μ':
		return 'm'
	case 'Ν':
		return 'n'
	case 'о', 'О', 'Ο', 'ο':
		return 'o'
	case 'р', 'Р', 'Ρ', 'ρ':
		return 'p'
	case 'ѕ', 'Ѕ':
		return 's'
	case 'Т', 'т', 'Τ', 'τ':
		return 't'
	case 'ν':
		return 'v'
	case 'х', 'Х', 'Χ', 'χ':
		return 'x'
	case 'у', 'У', 'Υ', 'υ':
		return 'y'
	case 'Ζ':
		return 'z'
	case 'ԛ':
		return 'q'
	case 'ԝ':
		return 'w'
	}
	return 0
}

// Mixed reports whether one word of s mixes Latin letters with letters of
// another script that are drawn like them, which people do to escape a filter.
func Mixed(s string) bool {
	latin, alike := false, false
	for _, r := range s {
		switch {
		case !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !invisible(r):
			latin, alike = false, false
		case unicode.Is(unicode.Latin, r):
			latin = true
		case homoglyph(r) != 0:
			alike = true
		}
		if latin && alike {
			return true
		}
	}
	return false
}

// invisible reports zero-width and direction signs and the soft hyphen, which
// are matched through.
func invisible(r rune) bool {
	return r == 0xAD || r == 0x34F || r == 0x61C || r == 0xFEFF || r == 0x180E ||
		r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x206F ||
		r >= 0xFE00 && r <= 0xFE0F || r >= 0xE0000 && r <= 0xE01EF
}
