package meta

import (
	"math/bits"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// How much text the language is told from: 250 words tell any two languages
// apart that stop words tell apart at all.
const (
	sampleWords = 250
	sampleBytes = 8000
)

// A sample is running text of a document: the letters by script and the
// words in lower case.
type sample struct {
	scripts [numScripts]int
	letters int
	words   []string
	beyond  map[rune]int // the small letters beyond ASCII, see countLetters
	counted bool
}

// The scripts that name a language, or narrow it down.
const (
	latin = iota
	cyrillic
	greek
	arabic
	hebrew
	devanagari
	bengali
	thai
	georgian
	armenian
	hangul
	kana
	han
	numScripts
)

// candidates are the languages that a script is written for, where stop words
// have to choose, the first where they do not; a single one is the answer.
var candidates = [numScripts][]string{
	cyrillic:   {"ru", "uk", "be", "bg", "sr", "mk", "kk"},
	greek:      {"el"},
	arabic:     {"ar", "fa", "ur"},
	hebrew:     {"he"},
	devanagari: {"hi"},
	bengali:    {"bn"},
	thai:       {"th"},
	georgian:   {"ka"},
	armenian:   {"hy"},
	hangul:     {"ko"},
	kana:       {"ja"},
	han:        {"zh"},
}

func scriptOf(r rune) int {
	switch {
	case r < 0x250 || r >= 0x1E00 && r < 0x1F00:
		return latin
	case r >= 0x370 && r < 0x400 || r >= 0x1F00 && r < 0x2000:
		return greek
	case r >= 0x400 && r < 0x530:
		return cyrillic
	case r >= 0x530 && r < 0x590:
		return armenian
	case r >= 0x590 && r < 0x600:
		return hebrew
	case r >= 0x600 && r < 0x780 || r >= 0xFB50 && r < 0xFE00:
		return arabic
	case r >= 0x900 && r < 0x980:
		return devanagari
	case r >= 0x980 && r < 0xA00:
		return bengali
	case r >= 0xE00 && r < 0xE80:
		return thai
	case r >= 0x10A0 && r < 0x1100:
		return georgian
	case r >= 0x3040 && r < 0x3100:
		return kana
	case r >= 0x1100 && r < 0x1200 || r >= 0xAC00 && r < 0xD7B0:
		return hangul
	case r >= 0x3400 && r < 0xA000:
		return han
	}
	return -1
}

// add reads a piece of text, up to the sample's size.
func (s *sample) add(text string) {
	from := -1 // of the word that is open
	for i := 0; i < len(text) && len(s.words) < sampleWords; {
		r, n, letter := rune(text[i]), 1, false
		if r < utf8.RuneSelf {
			letter = 'a' <= r|0x20 && r|0x20 <= 'z' || r == '\''
		} else {
			r, n = utf8.DecodeRuneInString(text[i:])
			letter = unicode.IsLetter(r) || unicode.IsMark(r) || r == '’'
		}
		switch {
		case letter && from < 0:
			from = i
		case !letter && from >= 0:
			s.addWord(text[from:i])
			from = -1
		}
		i += n
	}
	if from >= 0 && len(s.words) < sampleWords {
		s.addWord(text[from:])
	}
}

func (s *sample) addWord(w string) {
	if isASCII(w) {
		s.scripts[latin] += len(w)
		s.letters += len(w)
		s.words = append(s.words, w)
		return
	}
	for _, r := range w {
		if sc := scriptOf(r); sc >= 0 {
			s.scripts[sc]++
			s.letters++
		}
	}
	s.words = append(s.words, w)
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// script returns the script of most letters, -1 without any. Japanese mixes
// its own letters with Han: a few of them are enough.
func (s *sample) script() int {
	const some = 10 // one in ten
	best := -1
	for sc, n := range s.scripts {
		if n > 0 && (best < 0 || n > s.scripts[best]) {
			best = sc
		}
	}
	if best == han && s.scripts[kana]*some > s.scripts[han] {
		return kana
	}
	return best
}

// shares counts for each language, by its place in lexicon.StopLanguages, the
// words that are stop words of it.
func (s *sample) shares() [64]float64 {
	var n [64]float64
	var buf [64]byte
	for _, w := range s.words {
		if len(w) > 20 {
			continue // no stop word
		}
		low := buf[:0]
		for _, r := range w {
			if r < utf8.RuneSelf {
				if 'A' <= r && r <= 'Z' {
					r |= 0x20
				}
				low = append(low, byte(r))
				continue
			}
			low = utf8.AppendRune(low, unicode.ToLower(r))
		}
		for m := lexicon.StopMask(low); m != 0; m &= m - 1 {
			n[bits.TrailingZeros64(m)]++
		}
	}
	for i := range n {
		n[i] /= float64(max(len(s.words), 1))
	}
	return n
}

// tell returns the language of the sample: the declared one, unless the text
// is plainly in another. Languages without a list of stop words are believed.
func (s *sample) tell(declared string) string {
	const (
		few   = 30   // words under which nothing is told from stop words
		plain = 0.25 // in prose a third of the words are stop words, in names and menus few
		clear = 0.15
		times = 1.5 // as many as the declared language has, to overrule it
		// A language that does not write some of the text's letters needs as
		// many times the stop words; a name or two may be written so.
		unlike = 0.6
	)
	sc := s.script()
	if sc < 0 {
		return declared
	}
	cands := candidates[sc]
	if len(cands) == 1 && s.scripts[sc]*2 > s.letters || sc == kana {
		if sameScript(declared, sc) {
			return declared
		}
		return cands[0]
	}
	if len(s.words) < few && (declared != "" || len(s.words) < few/3) {
		if declared == "" && len(cands) > 0 {
			return s.inAlphabet(cands)
		}
		return declared
	}
	langs, shares := stopLanguages(), s.shares()
	own, at := 0.0, slices.Index(langs, declared)
	known := at >= 0
	if known {
		if own = shares[at]; own >= plain && (cands == nil || sameScript(declared, sc)) {
			return declared
		}
	}
	best, most, likely := "", 0.0, 0.0
	for i, l := range langs {
		place := slices.Index(cands, l)
		if z := shares[i]; z > 0 && z >= likely && (cands == nil || place >= 0) {
			if s.isForeign(l) {
				z *= unlike
			}
			if z > likely || z == likely && place < slices.Index(cands, best) { // more people write it
				best, most, likely = l, shares[i], z
			}
		}
	}
	if best != "" && most >= clear && (declared == "" || known && most >= own*times || !known && !sameScript(declared, sc) && sc != latin) {
		return best
	}
	return first(declared, best)
}

// isForeign reports whether the text has letters that a language does not
// write: of Latin letters two or more, and more than a name in a long sentence
// brings with it; other scripts write names in their own letters.
func (s *sample) isForeign(lang string) bool {
	least, share := 2, 60 // one letter in so many
	if s.script() != latin {
		least, share = 1, 200
	}
	if !s.counted {
		s.countLetters()
	}
	foreign := 0
	for r, n := range s.beyond {
		if writes, known := lexicon.InAlphabet(lang, r); known && !writes {
			foreign += n
		}
	}
	return foreign >= least && foreign*share > s.letters
}

// countLetters counts the letters beyond ASCII.
func (s *sample) countLetters() {
	s.counted = true
	for _, w := range s.words {
		if isASCII(w) {
			continue
		}
		for _, r := range w {
			if r >= utf8.RuneSelf && unicode.IsLetter(r) {
				if s.beyond == nil {
					s.beyond = make(map[rune]int)
				}
				s.beyond[unicode.ToLower(r)]++
			}
		}
	}
}

// inAlphabet returns the first of some languages that writes all letters of
// the text, or the first.
func (s *sample) inAlphabet(langs []string) string {
	for _, l := range langs {
		if !s.isForeign(l) {
			return l
		}
	}
	return langs[0]
}

// stopLanguages reads the list's directory once.
var stopLanguages = sync.OnceValue(lexicon.StopLanguages)

// sameScript reports whether a language is written in a script, as far as the
// table of scripts knows the language; an unknown one may be.
func sameScript(lang string, sc int) bool {
	if lang == "" {
		return false
	}
	known := false
	for i, cs := range candidates {
		for _, c := range cs {
			if c == lang {
				if i == sc {
					return true
				}
				known = true
			}
		}
	}
	return !known && lexicon.StopWords(lang).Len() == 0 && sc != latin
}
