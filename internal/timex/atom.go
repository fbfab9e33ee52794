package timex

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// An atom is a run of letters, a run of digits or a single mark. Tokens are
// cut further here, because what is one token depends on the tokeniser
// ("21.07.2025", "four-day", "mar4"), while dates are made of these pieces.
type atom struct {
	w          *lexicon.TimexWord // the word in the language's list, or nil
	start, end int32
	num        int32 // value of a run of up to nine digits, -1 of a longer one
	kind       atomKind
	mark       byte // the mark; '-' for every dash, '\'' for every apostrophe, 0 for a rare one
	glued      bool // no space before it
	upper      bool // begins with a capital letter
	lower      bool // has a small letter
}

type atomKind uint8

const (
	none atomKind = iota
	word
	number
	mark
)

func (a *atom) is(c lexicon.TimexClass) bool { return a.w != nil && a.w.Class&c != 0 }

func (a *atom) digits() int {
	if a.kind != number {
		return 0
	}
	return int(a.end - a.start)
}

// cut appends the atoms of the tokens first to last-1.
func (p *parser) cut(first, last int32) {
	prev := int32(-1)
	for _, k := range p.t.Tokens[first:last] {
		for at := k.Start; at < k.End; {
			a := p.next(at, k.End)
			if a.kind != none {
				a.glued = a.start == prev
				prev = a.end
				if len(p.atoms) == cap(p.atoms) {
					p.atoms = slices.Grow(p.atoms, len(p.atoms)+64) // twice as many: append grows long slices by a quarter
				}
				p.atoms = append(p.atoms, a)
			}
			at = a.end
		}
	}
}

// next reads the atom at a place. Space, control characters and soft hyphens
// give an atom of kind none.
func (p *parser) next(at, end int32) atom {
	s := p.t.S
	a := atom{start: at, end: at + 1}
	c := s[at]
	switch class := asciiClass[c]; {
	case class == letter || c >= utf8.RuneSelf:
		p.nextWord(&a, end)
	case class == digit:
		a.kind = number
		for a.end < end && asciiClass[s[a.end]] == digit {
			a.end++
		}
		a.num = -1
		if a.end-at <= 9 {
			a.num = 0
			for _, d := range []byte(s[at:a.end]) {
				a.num = a.num*10 + int32(d-'0')
			}
			if a.end-at <= 2 { // "9/11"
				p.buf = append(p.buf[:0], s[at:a.end]...)
				a.w = p.words.Get(p.buf)
			}
		}
	case class == punct:
		a.kind, a.mark = mark, c
		a.w = p.words.Mark(c)
	}
	return a
}

const longest = 40 // bytes; no word of the lists is longer

func (p *parser) nextWord(a *atom, end int32) {
	s := p.t.S
	ascii := true
	i := a.start
	for i < end {
		c := s[i]
		if c < utf8.RuneSelf {
			if asciiClass[c] != letter {
				break
			}
			if c >= 'a' {
				a.lower = true
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:end])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			if i == a.start {
				a.end = i + int32(n)
				p.foreignMark(a, r)
				return
			}
			break
		}
		ascii = false
		a.lower = a.lower || !unicode.IsUpper(r)
		i += int32(n)
	}
	a.end = i
	a.kind = word
	if c := s[a.start]; c < utf8.RuneSelf {
		a.upper = c < 'a'
	} else {
		r, _ := utf8.DecodeRuneInString(s[a.start:i])
		a.upper = unicode.IsUpper(r)
	}
	if i-a.start > longest {
		return
	}
	p.buf = p.buf[:0]
	if ascii {
		for _, c := range []byte(s[a.start:i]) {
			p.buf = append(p.buf, c|0x20)
		}
	} else {
		p.buf = lexicon.AppendFold(p.buf, s[a.start:i])
	}
	a.w = p.words.Get(p.buf)
}

func (p *parser) foreignMark(a *atom, r rune) {
	switch r {
	case '–', '—', '‑', '‐', '−':
		a.kind, a.mark = mark, '-'
		a.w = p.words.Mark('-')
	case '’', '‘', 'ʼ':
		a.kind, a.mark = mark, '\''
		a.w = p.words.Mark('\'')
	case '€', '£', '¥', '₽', '₴', '₼', '₺':
		a.kind, a.mark = mark, '$'
	case '½', '¼', '¾':
		a.kind, a.mark = mark, 'h'
	case '\u00a0', '\u2009', '\u202f', '\u00ad', '\u200b', '\ufeff':
	default:
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return
		}
		a.kind = mark
	}
}

const (
	other = iota
	letter
	digit
	punct
)

// asciiClass tells what a byte begins.
var asciiClass = [256]uint8{
	'A': letter, 'B': letter, 'C': letter, 'D': letter, 'E': letter, 'F': letter,
	'G': letter, 'H': letter, 'I': letter, 'J': letter, 'K': letter, 'L': letter,
	'M': letter, 'N': letter, 'O': letter, 'P': letter, 'Q': letter, 'R': letter,
	'S': letter, 'T': letter, 'U': letter, 'V': letter, 'W': letter, 'X': letter,
	'Y': letter, 'Z': letter, 'a': letter, 'b': letter, 'c': letter, 'd': letter,
	'e': letter, 'f': letter, 'g': letter, 'h': letter, 'i': letter, 'j': letter,
	'k': letter, 'l': letter, 'm': letter, 'n': letter, 'o': letter, 'p': letter,
	'q': letter, 'r': letter, 's': letter, 't': letter, 'u': letter, 'v': letter,
	'w': letter, 'x': letter, 'y': letter, 'z': letter,
	'0': digit, '1': digit, '2': digit, '3': digit, '4': digit, '5': digit,
	'6': digit, '7': digit, '8': digit, '9': digit,
	'!': punct, '"': punct, '#': punct, '$': punct, '%': punct, '&': punct,
	'\'': punct, '(': punct, ')': punct, '*': punct, '+': punct, ',': punct,
	'-': punct, '.': punct, '/': punct, ':': punct, ';': punct, '<': punct,
	'=': punct, '>': punct, '?': punct, '@': punct, '[': punct, '\\': punct,
	']': punct, '^': punct, '_': punct, '`': punct, '{': punct, '|': punct,
	'}': punct, '~': punct,
}
