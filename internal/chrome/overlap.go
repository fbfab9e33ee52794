package chrome

import (
	"unicode"
	"unicode/utf8"
)

// eachWord calls fn with the hash of each word of s, case levelled. Words are
// runs of letters and digits; a character of a script without spaces is one.
func eachWord(s string, fn func(h uint64)) {
	const offset, prime = 14695981039346656037, 1099511628211
	h, in := uint64(offset), false
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		switch {
		case r >= 'A' && r <= 'Z':
			r += 'a' - 'A'
		case r >= utf8.RuneSelf:
			r, n = utf8.DecodeRuneInString(s[i:])
			r = unicode.ToLower(r)
		}
		i += n
		switch {
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			if r >= 0x2e80 && in { // no spaces between these
				fn(h)
				h = offset
			}
			h = (h ^ uint64(r)) * prime
			in = true
		case r == 0xad || unicode.IsMark(r):
		default:
			if in {
				fn(h)
				h, in = offset, false
			}
		}
	}
	if in {
		fn(h)
	}
}

// A bag is the set of words of a few short texts.
type bag struct{ m map[uint64]struct{} }

func newBag() *bag { return &bag{m: make(map[uint64]struct{})} }

func (b *bag) add(s string) { eachWord(s, func(h uint64) { b.m[h] = struct{}{} }) }

func (b *bag) len() int { return len(b.m) }

// hits counts the words of s, and those that the bag has.
func (b *bag) hits(s string) (hit, all int) {
	eachWord(s, func(h uint64) {
		all++
		if _, ok := b.m[h]; ok {
			hit++
		}
	})
	return hit, all
}

func countBag(s string) int {
	n := 0
	eachWord(s, func(uint64) { n++ })
	return n
}

// shingles are the runs of three words of a text.
type shingles struct{ m map[uint64]struct{} }

func newShingles(s string) *shingles {
	g := &shingles{m: make(map[uint64]struct{}, len(s)/6)}
	eachShingle(s, func(h uint64) { g.m[h] = struct{}{} })
	return g
}

func (g *shingles) len() int { return len(g.m) }

// share is the share of the runs of three words of s that g has; for a text
// of fewer words, 0.
func (g *shingles) share(s string) float32 {
	hit, all := 0, 0
	eachShingle(s, func(h uint64) {
		all++
		if _, ok := g.m[h]; ok {
			hit++
		}
	})
	if all == 0 {
		return 0
	}
	return float32(hit) / float32(all)
}

func eachShingle(s string, fn func(h uint64)) {
	var a, b uint64
	n := 0
	eachWord(s, func(h uint64) {
		n++
		if n >= 3 {
			fn(a*3 ^ b*5 ^ h*7)
		}
		a, b = b, h
	})
}

// hashFolded is one number for texts that differ only in case and marks.
func hashFolded(s string) uint64 {
	h := uint64(1)
	eachWord(s, func(w uint64) { h = h*31 + w })
	return h
}
