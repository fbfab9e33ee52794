package names

import (
	"strings"
	"sync"
)

// Words are compared in sounds: small letters as they are, and S for sh, C for
// ch, Z for zh, J for dzh, H for kh.

// A spelling is letters that are one sound, or two: take of them are used up,
// where the others only have to follow.
type spelling struct {
	letters, sound string
	take           int
}

// consonants lists the spellings of consonants that are not their letter, the
// longest of each first letter first.
var consonants = [...]spelling{
	{"bh", "b", 2},
	{"ch", "C", 2}, {"ck", "k", 2}, {"cz", "C", 2}, {"ca", "k", 1}, {"co", "k", 1}, {"cu", "k", 1},
	{"cl", "k", 1}, {"cr", "k", 1}, {"cc", "k", 1}, {"ct", "k", 1},
	{"dzh", "J", 3}, {"dj", "J", 2}, {"dh", "d", 2},
	{"gh", "g", 2},
	{"j", "J", 1},
	{"kh", "H", 2},
	{"ph", "f", 2},
	{"qua", "k", 2}, {"que", "k", 2}, {"qui", "k", 2}, {"quo", "k", 2}, {"q", "k", 1},
	{"shch", "S", 4}, {"sch", "S", 3}, {"sh", "S", 2}, {"sz", "S", 2},
	{"tsch", "C", 4}, {"tch", "C", 3}, {"ts", "c", 2}, {"tz", "c", 2}, {"th", "t", 2},
	{"w", "v", 1},
	{"x", "ks", 1},
	{"zh", "Z", 2},
}

// byLetter is consonants by their first letter.
var byLetter = sync.OnceValue(func() *[128][]spelling {
	var t [128][]spelling
	for _, c := range consonants {
		t[c.letters[0]] = append(t[c.letters[0]], c)
	}
	return &t
})

// sounds rewrites a folded word (small ASCII letters) into dst and returns its
// length: digraphs become one sound, double letters one, and the many ways to
// write Slavic, Arabic and Korean vowels one.
func sounds(dst []byte, w []byte) int {
	table := byLetter()
	n := 0
	put := func(c byte) {
		if n < len(dst) && (n == 0 || dst[n-1] != c) {
			dst[n] = c
			n++
		}
	}
	i := 0
	if len(w) > 1 && w[0] == 'x' {
		put('H') // Xədicə, Xi: ks does not begin a word
		i = 1
	}
next:
	for i < len(w) {
		if isVowel(w[i]) || w[i] == 'y' {
			i += vowels(put, w, i)
			continue
		}
		for _, c := range table[w[i]&0x7F] {
			if len(w)-i >= len(c.letters) && string(w[i:i+len(c.letters)]) == c.letters {
				for k := range len(c.sound) {
					put(c.sound[k])
				}
				i += c.take
				continue next
			}
		}
		put(w[i])
		i++
	}
	if n > 2 && dst[n-1] == 'h' && isVowel(dst[n-2]) {
		n-- // Haniyeh, Haniya
	}
	return n
}

func isVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// vowels writes the vowels from i on and returns how many letters they were.
// A y before a vowel is dropped, as romanisations disagree about it.
func vowels(put func(byte), w []byte, i int) int {
	at := func(i int) byte {
		if i < len(w) {
			return w[i]
		}
		return 0
	}
	c, d := w[i], at(i+1)
	switch {
	case c == 'y' && d == 'i', c == 'i' && d == 'y', c == 'y' && d == 'y', c == 'i' && d == 'j', c == 'y' && d == 'j':
		if isVowel(at(i + 2)) {
			return 1 // iya, iye
		}
		put('i')
		return 2
	case c == 'y' && isVowel(d):
		if i == 0 {
			put('y')
		} else if at(i-1) != 'i' && d != 'e' {
			put('i')
		}
		return 1
	case c == 'y':
		put('i')
		return 1
	case c == 'i' && d == 'e' && i > 0 && at(i+2) != 0:
		put('e')
		return 2
	case c == 'o' && (d == 'u' || d == 'o'):
		put('u')
		return 2
	case c == 'o' && d == 'e', c == 'e' && d == 'o' && i > 0:
		put('o')
		return 2
	case c == 'u' && d == 'e' && at(i+2) != 0:
		put('u')
		return 2
	case c == 'e' && d == 'u':
		put('u')
		return 2
	case c == 'a' && d == 'e':
		put('a')
		return 2
	case c == 'e' && d == 'e':
		put('i')
		return 2
	case c == 'e' && (d == 'y' || d == 'i'):
		if isVowel(at(i + 2)) {
			put('e')
			return 1
		}
		put('e')
		put('i')
		return 2
	}
	put(c)
	return 1
}

// Costs of changing one sound into another, in twentieths of an edit. They
// follow which sounds the romanisations of one name exchange.
const (
	costEdit   = 20
	costInsert = 16
	costSwap   = 10
	costVowel  = 6
	costHush   = 5 // h, y
)

// exchanges lists the pairs of sounds that cost less than an edit.
var exchanges = [...]struct {
	cost  uint8
	pairs string
}{
	{2, "Hh"},
	{3, "ei ou JZ iy"},
	{4, "ae ao"},
	{5, "Cc Jc Jy Ji Ss Zz"},
	{7, "gk cs ck sz fv uv Hk cz dt Ck CH"},
	{9, "CS Jg CJ Jd Hg dz ct SZ Jz Zg gh HJ Jh"},
	{13, "bp bv hk fp mn st"},
}

// costs holds the cost of a substitution by the two sounds.
var costs = sync.OnceValue(func() *[128][128]uint8 {
	var t [128][128]uint8
	for a := range t {
		for b := range t {
			switch {
			case a == b:
			case isVowel(byte(a)) && isVowel(byte(b)):
				t[a][b] = costVowel
			default:
				t[a][b] = costEdit
			}
		}
	}
	for _, e := range exchanges {
		for pair := range strings.FieldsSeq(e.pairs) {
			t[pair[0]][pair[1]], t[pair[1]][pair[0]] = e.cost, e.cost
		}
	}
	return &t
})

func costOne(c byte) int {
	switch {
	case c == 'h' || c == 'y':
		return costHush
	case isVowel(c):
		return costVowel
	}
	return costInsert
}

// maxSounds bounds a word; what is longer is cut, and only compared so far.
const maxSounds = 32

// distance is the least cost of turning a into b, in twentieths of an edit,
// with neighbours that changed places. It stops at what is over limit.
func distance(a, b []byte, limit int) int {
	a, b = a[:min(len(a), maxSounds)], b[:min(len(b), maxSounds)]
	if (max(len(a), len(b))-min(len(a), len(b)))*costHush > limit {
		return limit + 1
	}
	sub := costs()
	var rows [3][maxSounds + 1]int
	var insert [maxSounds]int
	cur, prev, prev2 := &rows[0], &rows[1], &rows[2]
	for j := range b {
		insert[j] = costOne(b[j])
		cur[j+1] = cur[j] + insert[j]
	}
	for i := range a {
		cur, prev, prev2 = prev2, cur, prev
		remove := costOne(a[i])
		cur[0] = prev[0] + remove
		least := cur[0]
		row := &sub[a[i]&0x7F]
		for j := range b {
			best := min(prev[j]+int(row[b[j]&0x7F]), prev[j+1]+remove, cur[j]+insert[j])
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				best = min(best, prev2[j-1]+costSwap)
			}
			cur[j+1] = best
			least = min(least, best)
		}
		if least > limit+costSwap {
			return limit + 1
		}
	}
	return cur[len(b)]
}
