// Package names compares names and takes them apart: two strings in, a score
// and a verdict out; one string in, the parts of a person's name out. It is
// made for news, and prefers precision: what differs in one given name is two
// people, what differs in one telling word is two organisations, and a surname
// alone is nobody in particular.
//
// Names are folded to small letters without marks, and their words compared by
// sound, since romanisations of one name agree in sound more than in letters.
// It sees no sentences and knows no person; variants of given names, titles,
// particles and organisations are lists of package lexicon. What is not in
// Latin letters is romanised as the press would. A comparison in Latin letters
// allocates nothing and takes a few microseconds; what does not fit its fixed
// buffers is only compared for equality.
package names

import (
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// Bounds of a parsed name. They let a comparison live on the stack; of what
// is longer, only equality is seen.
const (
	maxWords = 16
	maxBytes = 240
)

// A word is a part of a name: bytes of name.text, and the sounds of them.
type word struct {
	from, to   uint8 // in text
	sFrom, sTo uint8 // in sound
	son        bool  // bin, ibn or the like stands before it
	capitals   bool  // written in capitals
	joined     bool  // a hyphen joins it to the next
	dotted     bool  // a point ends it
}

// A name is a person's name in parts. Titles are off, particles are dropped,
// and generational suffixes are apart.
type name struct {
	text, sound [maxBytes]byte
	words       [maxWords]word
	n           int
	used, heard int  // bytes of text and sound
	suffix      byte // 2 for II, …; junior, senior; 0 for none
	comma       bool // the family name was put first
	titled      bool // a title was dropped
	over        bool // did not fit
	alien       bool // letters that are not Latin
	mixed       bool // look-alikes of Latin letters among Latin ones
}

const (
	junior = 100
	senior = 101
)

func (n *name) at(i int) []byte      { return n.text[n.words[i].from:n.words[i].to] }
func (n *name) soundOf(i int) []byte { return n.sound[n.words[i].sFrom:n.words[i].sTo] }
func (n *name) initial(i int) bool   { return n.words[i].to-n.words[i].from == 1 }

// parse reads a name in Latin letters.
func (n *name) parse(s string) {
	n.split(s, false)
	n.dropTitles()
	n.takeSuffix()
	n.dropParticles()
	for i := range n.n {
		w := &n.words[i]
		w.sFrom = uint8(n.heard)
		n.heard += sounds(n.sound[n.heard:], n.at(i))
		w.sTo = uint8(n.heard)
	}
}

// A splitter cuts a string into the words of a name.
type splitter struct {
	n            *name
	org          bool
	start        int  // of the word that is open
	small        bool // its last letter is a small one
	upper, lower bool // it has capitals, small letters
	latin, alike bool // it has Latin letters, look-alikes of them
}

// split folds s and cuts it into words at spaces, hyphens and points, and
// where a capital follows a small letter. Of an organisation it takes the
// genitive 's off and reads &.
func (n *name) split(s string, org bool) {
	sp := splitter{n: n, org: org}
	for i, r := range s {
		if r < utf8.RuneSelf {
			sp.ascii(byte(r), s[i+1:])
		} else {
			sp.rune(r, s[i:])
		}
	}
	sp.end()
}

// end closes the open word.
func (sp *splitter) end() {
	n := sp.n
	if n.used > sp.start {
		if n.n == maxWords {
			n.over = true
			n.used = sp.start
		} else {
			n.words[n.n] = word{from: uint8(sp.start), to: uint8(n.used), capitals: sp.upper && !sp.lower}
			n.n++
		}
	}
	n.mixed = n.mixed || sp.latin && sp.alike
	n.alien = n.alien || sp.alike && !sp.latin // Тарас looks Latin, all of it
	sp.start, sp.small, sp.upper, sp.lower, sp.latin, sp.alike = n.used, false, false, false, false, false
}

func (sp *splitter) ascii(c byte, rest string) {
	switch {
	case c >= 'A' && c <= 'Z':
		if sp.small && rest != "" {
			sp.end()
		}
		sp.upper, sp.latin, sp.small = true, true, false
		sp.n.put(c + 'a' - 'A')
	case c >= 'a' && c <= 'z':
		sp.lower, sp.latin, sp.small = true, true, true
		sp.n.put(c)
	case c >= '0' && c <= '9':
		sp.latin, sp.small = true, false
		sp.n.put(c)
	case c == '\'' || c == '`':
		if sp.org && genitive(rest) {
			sp.end()
		}
	case c == '-':
		sp.end()
		if i := sp.n.n - 1; i >= 0 {
			sp.n.words[i].joined = true
		}
	case c == '.':
		sp.end()
		if i := sp.n.n - 1; i >= 0 {
			sp.n.words[i].dotted = true
		}
	case c == ',':
		sp.end()
		sp.n.comma = true
	case c == '&' && sp.org:
		sp.end()
		for _, l := range []byte("and") {
			sp.n.put(l)
		}
		sp.end()
	default:
		sp.end()
	}
}

func (sp *splitter) rune(r rune, from string) {
	if r == '’' && sp.org && genitive(from[len("’"):]) {
		sp.end()
		return
	}
	if silent(r) {
		return
	}
	folded := foldTable()[r]
	if folded == "" {
		if c := homoglyph(r); c != 0 {
			sp.alike = true
			sp.n.put(c)
			return
		}
		sp.n.alien = sp.n.alien || unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r)
		sp.end()
		return
	}
	capital := unicode.IsUpper(r)
	if capital && sp.small {
		sp.end()
	}
	sp.latin, sp.small = true, !capital
	sp.upper, sp.lower = sp.upper || capital, sp.lower || !capital
	for k := range len(folded) {
		sp.n.put(folded[k])
	}
}

// silent reports signs inside a word that do not count: apostrophes, marks,
// what nobody sees.
func silent(r rune) bool {
	switch r {
	case '’', 'ʼ', '‘', 'ʻ', 'ʿ', 'ʾ', '´', '′', 'ʹ':
		return true
	}
	return invisible(r) || unicode.Is(unicode.Mn, r)
}

// genitive reports an s that ends a word.
func genitive(s string) bool {
	return s != "" && (s[0] == 's' || s[0] == 'S') && (len(s) == 1 || s[1] == ' ')
}

func (n *name) put(c byte) {
	if n.used == len(n.text) {
		n.over = true
		return
	}
	n.text[n.used] = c
	n.used++
}

// remove takes words [i,j) out.
func (n *name) remove(i, j int) {
	copy(n.words[i:], n.words[j:n.n])
	n.n -= j - i
}

// dropTitles takes titles and offices off the front, as long as a name is
// left.
func (n *name) dropTitles() {
	titles := lexicon.TitleWords()
	i := 0
	for i < n.n-1 && titles.HasBytes(n.at(i)) {
		i++
	}
	n.titled = i > 0
	n.remove(0, i)
}

// takeSuffix takes Jr., Sr., III and what follows a name off the end.
func (n *name) takeSuffix() {
	for n.n > 1 {
		w := n.at(n.n - 1)
		if g := generation(w); g != 0 {
			n.suffix = g
		} else if !lexicon.NameSuffixes().HasBytes(w) {
			return
		}
		n.n--
	}
}

// generations holds what lexicon.Generations does, in numbers.
var generations = sync.OnceValue(func() map[string]byte {
	m := make(map[string]byte)
	for w, cols := range lexicon.Generations().All() {
		switch cols[0] {
		case "junior":
			m[w] = junior
		case "senior":
			m[w] = senior
		default:
			n, err := strconv.ParseUint(cols[0], 10, 8)
			if err != nil {
				panic("names: lexicon.Generations: " + err.Error())
			}
			m[w] = byte(n)
		}
	}
	return m
})

// generation reads a generational suffix.
func generation(w []byte) byte { return generations()[string(w)] }

// dropParticles takes al, de, van and the like out, which spellings write or
// leave out, joins Abdul and Abu to what they govern, notes whose son someone
// is, and reads two capitals without a vowel as initials (JC Juncker).
func (n *name) dropParticles() {
	particles, sons, servants := lexicon.NameParticles(), lexicon.SonParticles(), lexicon.Servants()
	son := false
	for i := 0; i < n.n; {
		w := n.at(i)
		switch {
		case i > 0 && i < n.n-1 && sons.GetBytes(w) != nil:
			son = true
			n.remove(i, i+1)
			continue
		case n.n > 1 && (i > 0 || n.words[i].joined) && particles.HasBytes(w):
			n.remove(i, i+1)
			continue
		case i < n.n-1 && servants.GetBytes(w) != nil:
			n.joinServant(i, servants.GetBytes(w)[0])
			continue
		case len(w) == 2 && n.words[i].capitals && !isVowel(w[0]) && !isVowel(w[1]) && n.n > 1 && n.n < maxWords:
			copy(n.words[i+1:], n.words[i:n.n])
			n.n++
			n.words[i].to = n.words[i].from + 1
			n.words[i+1].from++
			continue
		}
		n.shortenServant(i)
		n.words[i].son = son
		son = false
		i++
	}
}

// joinServant joins head, which is the word at i without the article that may
// end it, to the next word.
func (n *name) joinServant(i int, head string) {
	particles := lexicon.NameParticles()
	j := i + 1
	for j < n.n-1 && particles.HasBytes(n.at(j)) {
		j++
	}
	tail := n.at(j)
	if n.used+len(head)+len(tail) > len(n.text) {
		n.over = true
		n.remove(i, i+1)
		return
	}
	from := n.used
	n.used += copy(n.text[n.used:], head)
	n.used += copy(n.text[n.used:], tail)
	w := n.words[i]
	w.from, w.to = uint8(from), uint8(n.used)
	n.remove(i, j)
	n.words[i] = word{from: w.from, to: w.to, son: w.son, capitals: w.capitals}
}

// shortenServant writes Abdulrahman, Abdelrahman and Abdurrahman as
// joinServant writes Abd al-Rahman. Abdullah is a name of its own.
func (n *name) shortenServant(i int) {
	w := n.at(i)
	servants := lexicon.Servants()
	for k := 6; k >= 5; k-- {
		if len(w) < k+4 {
			continue
		}
		cols := servants.GetBytes(w[:k])
		if cols == nil || n.used+len(w) > len(n.text) {
			continue
		}
		from := n.used
		n.used += copy(n.text[n.used:], cols[0])
		n.used += copy(n.text[n.used:], w[k:])
		n.words[i].from, n.words[i].to = uint8(from), uint8(n.used)
		return
	}
}

// wholeEqual compares two names letter by letter, for those that do not fit.
func wholeEqual(a, b string) bool {
	return strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}
