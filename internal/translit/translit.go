// Package translit writes names and short texts in Latin letters, by a named
// standard: BGN/PCGN, a national system, ISO, ALA-LC, or the spelling that
// English-language news uses. In comes a string in any script, with its
// language; out comes a string. Letters of other scripts pass through.
//
// It trades completeness for honesty: an unvocalised Arabic or Hebrew word is
// written with the vowels that it has, and only the press system, which is a
// matter of habit, looks words up. It does not know what a name is, and holds
// no word of its own: rules and words are in lexicon/data/translit and
// lexicon/data/press.
//
// Departures from the standards: BGN/PCGN's sentence-long rules for Russian ё
// in unmarked text and for place-name generics are left out; ISO 9 is its
// system A; ALA-LC Arabic, Persian and Hebrew depend on vowel signs that are
// written; the ezafe is seen only where its sign is.
package translit

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The systems by the names that the tables use.
const (
	BGNPCGN  = "bgnpcgn"
	National = "national"
	ISO      = "iso"
	ALALC    = "alalc"
	Press    = "press"
)

// A script says how the text of a language is treated.
type script int

const (
	alphabet script = iota // rules in a table
	greek                  // rules in a table, marks moved by code
	georgian               // no capitals
	arabic                 // vowel signs
	hebrew                 // vowel points
	hangul                 // syllable blocks
)

// languages lists what is known; iso9 marks the Cyrillic alphabets.
var languages = map[string]struct {
	script script
	iso9   bool
}{
	"ar": {arabic, false}, "az": {alphabet, true}, "be": {alphabet, true}, "bg": {alphabet, true},
	"el": {greek, false}, "fa": {arabic, false}, "he": {hebrew, false}, "hy": {alphabet, false},
	"ka": {georgian, false}, "kk": {alphabet, true}, "ko": {hangul, false}, "ky": {alphabet, true},
	"mk": {alphabet, true}, "mn": {alphabet, true}, "ru": {alphabet, true}, "sr": {alphabet, true},
	"tg": {alphabet, true}, "tk": {alphabet, true}, "tr": {alphabet, false}, "uk": {alphabet, true},
	"uz": {alphabet, true},
}

// Languages returns the codes of the languages that Romanize knows, sorted.
func Languages() []string {
	out := make([]string, 0, len(languages))
	for l := range languages {
		out = append(out, l)
	}
	slices.Sort(out)
	return out
}

// Romanize writes s, which is in the language with that ISO 639-1 code, in
// Latin letters. It reports false where the language is unknown or has no such
// system.
func Romanize(s, lang, system string) (string, bool) {
	l, ok := languages[lang]
	if !ok {
		return "", false
	}
	if system == Press {
		return press(s, lang), true
	}
	return romanize(s, lang, l.script, system, l.iso9)
}

func romanize(s, lang string, sc script, system string, iso9 bool) (string, bool) {
	if iso9 && system == ISO {
		lang = "iso9"
	}
	switch sc {
	case arabic:
		return romanizeArabic(s, lang, system)
	case hebrew:
		return romanizeHebrew(s, system)
	case hangul:
		return romanizeHangul(s, system)
	}
	t := tableFor(lang, system)
	if t == nil {
		return "", false
	}
	if sc == greek {
		return romanizeGreek(s, t), true
	}
	return t.apply(clean(s)), true
}

// clean drops the signs that no reader sees and composes the rest. U+0301
// over a Cyrillic letter marks the stress and is no part of the spelling.
func clean(s string) string {
	if isASCII(s) {
		return s
	}
	s = norm.NFC.String(s)
	if !strings.ContainsFunc(s, invisible) && !strings.ContainsRune(s, stress) {
		return s
	}
	var b strings.Builder
	prev := rune(0)
	for _, r := range s {
		if invisible(r) || r == stress && unicode.Is(unicode.Cyrillic, prev) {
			continue
		}
		b.WriteRune(r)
		prev = r
	}
	return b.String()
}

const stress = '\u0301'

// invisible reports the zero-width and direction signs, the soft hyphen and
// the variation selectors. The zero-width non-joiner is not one of them where
// it parts Persian words; the Arabic room handles it before.
func invisible(r rune) bool {
	switch {
	case r < 0xAD:
		return false
	case r == 0xAD, r == 0x34F, r == 0x61C, r == 0x180E, r == 0xFEFF:
		return true
	case r >= 0x200B && r <= 0x200F, r >= 0x202A && r <= 0x202E, r >= 0x2060 && r <= 0x206F:
		return true
	case r >= 0xFE00 && r <= 0xFE0F, r >= 0xE0000 && r <= 0xE01EF:
		return true
	}
	return false
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// tables holds each compiled table once; it only grows, by one entry for each
// language and system that someone asked for.
var tables sync.Map // "lang.system" -> *table

func tableFor(lang, system string) *table {
	key := lang + "." + system
	if t, ok := tables.Load(key); ok {
		return t.(*table)
	}
	t := compile(lang, system)
	if t == nil {
		return nil
	}
	got, _ := tables.LoadOrStore(key, t)
	return got.(*table)
}
