package lexicon

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// maxFolded is longer than any word of a phrase; a longer word is known to no
// phrase and need not be folded to its end.
const maxFolded = 64

// A runeClass says what a character may do in a line.
type runeClass uint16

const (
	digitRune      runeClass = 1 << iota
	aloneRune                // a word by itself
	letterRune               // begins a word
	wordRune                 // goes on with a word: a letter or a mark
	upperRune                // a capital
	zeroRune                 // not seen
	apostropheRune           // goes on with a word where a letter follows
	colonRune
	fieldRune // ends a sentence, or parts two fields
)

// classOf is slowClassOf, with short ways to what is common.
func classOf(r rune) runeClass { return phraseFoldTable().classOf(r) }

func (t *foldedTable) classOf(r rune) runeClass {
	switch {
	case r < foldedRunes:
		return t.class[r]
	case 0x2010 <= r && r <= 0x2027: // dashes, quotes, bullets
		return markClassOf(r)
	case isHan(r):
		return aloneRune | letterRune
	case isSyllable(r):
		return letterRune | wordRune
	}
	return slowClassOf(r)
}

func slowClassOf(r rune) runeClass {
	c := markClassOf(r)
	letter, alone := unicode.IsLetter(r), standsAlone(r)
	for _, is := range [...]struct {
		bit runeClass
		yes bool
	}{
		{digitRune, unicode.IsDigit(r)},
		{aloneRune, alone},
		{letterRune, letter},
		{wordRune, letter && !alone || unicode.Is(unicode.M, r)},
		{upperRune, unicode.IsUpper(r)},
		{zeroRune, isZeroWidth(r)},
	} {
		if is.yes {
			c |= is.bit
		}
	}
	return c
}

// markClassOf is the class of a punctuation mark.
func markClassOf(r rune) (c runeClass) {
	switch {
	case isApostrophe(r):
		return apostropheRune
	case r == '：':
		return colonRune
	case isFieldMark(r):
		return fieldRune
	}
	return 0
}

// isHan reports whether r is of the block that holds nearly all characters of
// Chinese; there, nothing has two forms.
func isHan(r rune) bool { return 0x4e00 <= r && r <= 0x9fff }

// isSyllable reports the same of Korean.
func isSyllable(r rune) bool { return 0xac00 <= r && r <= 0xd7a3 }

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == '＇'
}

// isFieldMark reports whether r ends a sentence or parts two fields of a line.
func isFieldMark(r rune) bool {
	switch r {
	case '…', '•', '·', '。', '！', '？', '；', '｜', '؟', '۔', '।', '»', '›', '▪', '●', '│':
		return true
	}
	return false
}

func isZeroWidth(r rune) bool { return r >= 0xad && unicode.Is(unicode.Cf, r) }

// standsAlone reports whether r is of a script that parts no words.
func standsAlone(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) || r == 'ー'
}

// appendFolded appends the key of a word: small letters without accents, since
// pages write PUBLICITÉ and PUBLICITE, İ and ı, е and ё. It reports false
// where the key grows longer than maxFolded.
func appendFolded(key []byte, s string) ([]byte, bool) {
	for i := 0; i < len(s); {
		if len(key) > maxFolded-utf8.UTFMax {
			return key, false
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			key = append(key, c)
			i++
			continue
		}
		r, n := decodeRune(s[i:])
		key = appendFoldedRune(key, r)
		i += n
	}
	return key, true
}

func appendFoldedRune(key []byte, r rune) []byte {
	switch {
	case r < foldedRunes:
		if r == 'ß' {
			return append(key, "ss"...)
		}
		r = phraseFoldTable().fold[r]
	case isHan(r), isSyllable(r):
	case isApostrophe(r):
		r = '\''
	default:
		r = phraseFoldRune(r)
	}
	if r < 0 {
		return key
	}
	return utf8.AppendRune(key, r)
}

// foldedRunes bounds the table of phraseFoldRune: Latin, Greek, Cyrillic, Armenian,
// Hebrew.
const foldedRunes = 0x600

type foldedTable struct {
	fold  [foldedRunes]rune
	class [foldedRunes]runeClass
}

var phraseFoldTable = sync.OnceValue(func() *foldedTable {
	t := new(foldedTable)
	for r := range rune(foldedRunes) {
		t.fold[r] = phraseFoldRune(r)
		t.class[r] = slowClassOf(r)
	}
	return t
})

// phraseFoldRune is r without accents and in lower case, or -1 where nothing is left.
func phraseFoldRune(r rune) rune {
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	if isApostrophe(r) {
		return '\''
	}
	if !unicode.Is(unicode.Hangul, r) {
		var b [utf8.UTFMax]byte
		n := utf8.EncodeRune(b[:], r)
		if d := norm.NFD.Properties(b[:n]).Decomposition(); len(d) > 0 {
			r, _ = utf8.DecodeRune(d)
		}
	}
	switch r = unicode.ToLower(r); r {
	case 'ı':
		return 'i'
	case 'ς':
		return 'σ'
	}
	return r
}
