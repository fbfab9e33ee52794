package model

import (
	"unicode"
	"unicode/utf8"
)

// A Word is what the model sees of a form: hashes of it and of its ends, in
// lower case and with every digit as 0, so that "2024" and "1987" are one
// word, and so are "SENATE" and "Senate", but for the shape.
type Word struct {
	Lower uint64    // the whole form
	Suf   [4]uint64 // its last 1 to 4 bytes
	Pre   [3]uint64 // its first 1 to 3 bytes
	Shape uint8
}

// Shapes: the case of the letters, and what else stands in the form.
const (
	ShapeLower   = iota
	ShapeTitle   // Senate
	ShapeUpper   // NATO
	shapeInitial // a single capital, with or without a full stop
	shapeMixed   // McCain, iPhone
	shapeNumber  // only digits and what stands in numbers
	shapeAlnum   // letters and digits
	shapeMark    // neither
	shapeOther   // letters without case
	shapes
)

const (
	prime = 0x9E3779B97F4A7C15
	seed  = 0xCBF29CE484222325
)

// mix hashes two numbers into one.
func mix(a, b uint64) uint64 {
	h := (a ^ b*0xD6E8FEB86659FD93) * prime
	return h ^ h>>29
}

// normal maps a byte of a form to the byte that is hashed.
var normal = func() (n [256]byte) {
	for c := range n {
		switch {
		case 'A' <= c && c <= 'Z':
			n[c] = byte(c) + 'a' - 'A'
		case '0' <= c && c <= '9':
			n[c] = '0'
		default:
			n[c] = byte(c)
		}
	}
	return n
}()

// maxForm is how many bytes of a form are hashed; longer ones are cut in the
// middle, so that a hostile token costs no more than others.
const maxForm = 96

// NewWord hashes a form.
func NewWord(form string) Word {
	var buf [maxForm]byte
	b := buf[:0]
	var upper, lower, digits, other, marks int
	first := false // an upper-case first letter
	if len(form) > maxForm/2 {
		if len(form) > maxForm {
			form = form[:maxForm/2] + form[len(form)-maxForm/4:]
		}
	}
	for i := 0; i < len(form); {
		c := form[i]
		if c < utf8.RuneSelf {
			switch {
			case 'a' <= c && c <= 'z':
				lower++
			case 'A' <= c && c <= 'Z':
				upper++
				first = first || i == 0
			case '0' <= c && c <= '9':
				digits++
			default:
				marks++
			}
			b = append(b, normal[c])
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(form[i:])
		i += n
		switch {
		case r == '’':
			r = '\''
			marks++
		case unicode.IsUpper(r):
			upper++
			first = first || i == n
			r = unicode.ToLower(r)
		case unicode.IsLower(r):
			lower++
		case unicode.IsLetter(r) || unicode.IsMark(r):
			other++
		case unicode.Is(unicode.Cf, r):
			continue // soft hyphens and the like are not part of the form
		default:
			marks++
		}
		if len(b)+utf8.UTFMax <= cap(b) {
			b = utf8.AppendRune(b, r)
		}
	}
	w := Word{Shape: shape(upper, lower, digits, other, marks, first)}
	h := uint64(seed)
	for i, c := range b {
		h = (h ^ uint64(c)) * prime
		h ^= h >> 31
		if i < len(w.Pre) {
			w.Pre[i] = h
		}
	}
	w.Lower = h
	h = seed + 1
	for i := 1; i <= len(w.Suf) && i <= len(b); i++ {
		h = (h ^ uint64(b[len(b)-i])) * prime
		h ^= h >> 31
		w.Suf[i-1] = h
	}
	return w
}

func shape(upper, lower, digits, other, marks int, first bool) uint8 {
	switch letters := upper + lower + other; {
	case letters == 0 && digits > 0:
		return shapeNumber
	case letters == 0:
		return shapeMark
	case digits > 0:
		return shapeAlnum
	case other > 0:
		return shapeOther
	case upper == 0:
		return ShapeLower
	case upper == 1 && lower == 0:
		return shapeInitial
	case first && upper == 1:
		return ShapeTitle
	case lower == 0:
		return ShapeUpper
	}
	return shapeMixed
}
