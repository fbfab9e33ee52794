package token

import (
	"unicode"
	"unicode/utf8"
)

// Kinds of ASCII bytes; a chunk's flags are the union of its bytes' kinds.
const (
	letter = 1 << iota
	digit
	space
	mark     // any other printing character
	nonASCII // part of a longer rune
)

var kinds = func() (k [256]uint8) {
	for c := range k {
		switch {
		case c >= utf8.RuneSelf:
			k[c] = nonASCII
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z':
			k[c] = letter
		case '0' <= c && c <= '9':
			k[c] = digit
		case c <= ' ' || c == 0x7F:
			k[c] = space
		default:
			k[c] = mark
		}
	}
	return k
}()

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }

// isSpace holds for white space and for control characters, which print as
// nothing.
func isSpace(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }

// isIgnorable holds for characters that do not print and join no words:
// zero-width spaces, soft hyphens, marks of direction. They stay inside a word
// and are no token of their own.
func isIgnorable(r rune) bool { return unicode.Is(unicode.Cf, r) }

// isWordRune holds for what words are made of beyond ASCII.
func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) || isIgnorable(r)
}

// wordAt returns the width of the word character at s[i], or 0.
func wordAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	c := s[i]
	if c < utf8.RuneSelf {
		if kinds[c]&(letter|digit) != 0 || c == '_' {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError && n == 1 || !isWordRune(r) {
		return 0
	}
	return n
}

// apostropheAt returns the width of the apostrophe at s[i], or 0.
func apostropheAt(s string, i int) int {
	if i < len(s) {
		switch {
		case s[i] == '\'':
			return 1
		case s[i] == 0xE2 && i+2 < len(s) && s[i+1] == 0x80 && s[i+2] == 0x99: // ’
			return 3
		}
	}
	return 0
}

// isCapital and isLowerCase look at the first letter of w.
func isCapital(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func isLowerCase(w string) bool {
	r, _ := utf8.DecodeRuneInString(w)
	return unicode.IsLower(r)
}
