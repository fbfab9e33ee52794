package mention

import (
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// A shape says how a word is written.
type shape uint8

const (
	other    shape = iota // marks and all that has no letters
	small                 // in small letters
	capital               // First
	capitals              // ALL, of two letters and more
	letter                // one capital, with a full stop or without
	mixed                 // McCain, iPhone, YouTube
	digits                // 370
	coded                 // letters and digits: G20, F-16
	caseless              // letters of a script without capitals
	mark                  // punctuation
)

// A word is what is known of a token before any name is.
type word struct {
	traits trait
	hash   uint64 // of its folded form
	entry  int32  // into the document's table of evidence, or -1
	shape  shape
	upper  bool // written with a capital, or in a script that has none
	start  bool // opens a sentence, but for marks
	loud   bool // its sentence is written in capitals or in Title Case, so that capitals tell nothing
}

// A finder works on one text.
type finder struct {
	*syntax.Text
	vocab   vocabulary
	model   *model
	words   []word
	table   table
	phrases []trait // of the longest listed phrase that each token is in
	key     []byte  // for look-ups
}

// read looks at each token on its own.
func (f *finder) read() {
	f.words = make([]word, len(f.Tokens))
	for _, s := range f.Sentences {
		start := true
		capital, lower := 0, 0
		for i := s.First; i < s.Last; i++ {
			w := &f.words[i]
			s := f.S[f.Tokens[i].Start:f.Tokens[i].End]
			w.shape, w.upper = shapeOf(s)
			f.key = lexicon.AppendFold(f.key[:0], s)
			w.hash = hashBytes(f.key)
			w.entry = -1
			if w.shape == mark {
				if i > 0 && f.Tokens[i-1].End < f.Tokens[i].Start && f.SpaceAfter(int(i)) {
					w.hash++ // a dash that parts is none that joins
				}
				continue
			}
			w.traits = f.vocab.get(f.key)
			w.start = start
			start = false
			if w.shape == small && len(s) > 3 {
				lower++
			} else if w.upper && w.shape != caseless {
				capital++
			}
		}
		if capital > 2 && lower*4 < capital {
			for i := s.First; i < s.Last; i++ {
				f.words[i].loud = true
			}
		}
	}
}

// hashBytes is FNV-1a, with its bits stirred so that all are of use.
func hashBytes(s []byte) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range s {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return stir(h)
}

func stir(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>29
}

// shapeOf tells how s is written and whether it may be a word of a name by
// that.
func shapeOf(s string) (shape, bool) {
	var first rune
	var uppers, lowers, nums, none, n int
	for i := 0; i < len(s); {
		c := rune(s[i])
		size := 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(s[i:])
		}
		i += size
		n++
		switch {
		case 'a' <= c && c <= 'z':
			lowers++
		case 'A' <= c && c <= 'Z':
			uppers++
		case '0' <= c && c <= '9':
			nums++
		case c < utf8.RuneSelf:
			continue
		case unicode.IsUpper(c):
			uppers++
		case unicode.IsLower(c):
			lowers++
		case unicode.IsLetter(c):
			none++
		case unicode.IsDigit(c):
			nums++
		default:
			continue
		}
		if first == 0 {
			first = c
		}
	}
	letters := uppers + lowers + none
	switch {
	case letters == 0 && nums == 0:
		return mark, false
	case letters == 0:
		return digits, false
	case nums > 0 && uppers > 0:
		return coded, true
	case none > 0 && uppers == 0:
		return caseless, true
	case uppers == 0:
		return small, false
	case lowers == 0 && uppers == 1:
		return letter, true
	case lowers == 0:
		return capitals, true
	case uppers == 1 && unicode.IsUpper(first):
		return capital, true
	}
	return mixed, true
}
