package chrome

import (
	"math/bits"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// stopLanguages are the languages with stop words; the bit of a language in a
// mask is its place here. stopMasks gives the languages that a word, by its
// hash, is a stop word of.
var (
	stopLanguages = sync.OnceValue(func() []string {
		l := lexicon.StopLanguages()
		if len(l) > 64 {
			panic("chrome: more than 64 languages have stop words: a mask of 64 bits holds no more")
		}
		return l
	})
	stopMasks = sync.OnceValue(func() map[uint64]uint64 {
		m := map[uint64]uint64{}
		for bit, lang := range stopLanguages() {
			for w := range lexicon.StopWords(lang).All() {
				m[hashWord(w)] |= 1 << bit
			}
		}
		return m
	})
)

// addressMasks is the same for the words by which a site speaks to its reader.
var addressMasks = sync.OnceValue(func() map[uint64]uint64 {
	m := map[uint64]uint64{}
	for bit, lang := range stopLanguages() {
		for w := range lexicon.AddressWords(lang).All() {
			m[hashWord(w)] |= 1 << bit
		}
	}
	return m
})

// hashWord is the hash that measure gives a word.
func hashWord(w string) uint64 {
	h := uint64(fnvOffset)
	for _, r := range w {
		c := classOf(r)
		if c == cMark || c == cApostrophe {
			continue
		}
		if r < utf8.RuneSelf {
			if c == cUpper {
				r |= 0x20
			}
		} else {
			r = unicode.ToLower(r)
		}
		h = (h ^ uint64(r)) * fnvPrime
	}
	return h
}

// A vocabulary numbers the distinct words of one text.
type vocabulary struct {
	slots       []int32 // open addressing; index into words plus one
	words       []wordInfo
	stops, yous map[uint64]uint64
}

type wordInfo struct {
	hash  uint64
	stop  uint64 // the languages that it is a stop word of
	you   uint64 // the languages that it speaks to the reader in
	count int32  // occurrences
	lines int32  // content lines that it stands in
	last  int32  // the last of them so far, plus one
}

func newVocabulary(n int) *vocabulary {
	return &vocabulary{slots: make([]int32, 1<<bits.Len(uint(max(n, 64)))), stops: stopMasks(), yous: addressMasks()}
}

// id returns the number of a word.
func (v *vocabulary) id(hash uint64) int32 {
	mask := uint64(len(v.slots) - 1)
	for i := (hash ^ hash>>29) & mask; ; i = (i + 1) & mask {
		k := v.slots[i]
		if k == 0 {
			v.words = append(v.words, wordInfo{hash: hash, stop: v.stops[hash], you: v.yous[hash]})
			v.slots[i] = int32(len(v.words))
			if len(v.words)*2 > len(v.slots) {
				v.grow()
			}
			return int32(len(v.words) - 1)
		}
		if v.words[k-1].hash == hash {
			return k - 1
		}
	}
}

func (v *vocabulary) grow() {
	v.slots = make([]int32, 2*len(v.slots))
	mask := uint64(len(v.slots) - 1)
	for k, w := range v.words {
		i := (w.hash ^ w.hash>>29) & mask
		for v.slots[i] != 0 {
			i = (i + 1) & mask
		}
		v.slots[i] = int32(k + 1)
	}
}

// language returns the bit of the language that the text has most stop words
// of, or 0 where it has none.
func (v *vocabulary) language() uint64 {
	var sums [64]int32
	for _, w := range v.words {
		for m := w.stop; m != 0; m &= m - 1 {
			sums[bits.TrailingZeros64(m)] += w.count
		}
	}
	best := slices.Max(sums[:])
	if best < 3 {
		return 0
	}
	return 1 << slices.Index(sums[:], best)
}

// A word is an occurrence in a line.
type word struct {
	id      int32
	capital bool
}
