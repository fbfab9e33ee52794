package chrome

import (
	"hash/maphash"
	"math/bits"
	"slices"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/page"
)

// stopLanguages are the languages with stop words; the bit of a language in a
// mask is its place here.
var stopLanguages = sync.OnceValue(func() []string {
	l := lexicon.StopLanguages()
	if len(l) > 64 {
		panic("chrome: more than 64 languages have stop words: a mask of 64 bits holds no more")
	}
	return l
})

// A known is what the lexicon says of a word.
type known struct {
	stop   uint64 // the languages that it is a stop word of
	you    uint64 // the languages that it speaks to the reader in
	anchor bool   // one of the words, or pairs of them, without which no phrase counts in a longer line
	first  bool   // the first of a pair of such words
	second bool   // the second
}

// A knownTable holds what the lexicon says of words, by their hashes: open
// addressing behind a filter of bits, since most words of a text are unknown
// and a miss in a map of this size costs more than all else that is done with
// the word.
type knownTable struct {
	filter [1 << (filterBits - 6)]uint64 // the top bits of each hash, spread
	slots  []uint16                      // index into hashes and words; 0 where free
	hashes []uint64
	words  []known // words[0] stands for all that are not known
}

const filterBits = 18 // 32 kB; of the words that are not known 1 in 16 passes

func spread(hash uint64) uint64 { return hash * 0x9e3779b97f4a7c15 }

// find returns where a word stands in words.
func (t *knownTable) find(hash uint64) uint16 {
	h := spread(hash)
	f := h >> (64 - filterBits)
	if t.filter[f>>6]&(1<<(f&63)) == 0 {
		return 0
	}
	mask := uint64(len(t.slots) - 1)
	for i := h >> 32 & mask; ; i = (i + 1) & mask {
		if k := t.slots[i]; k == 0 || t.hashes[k] == hash {
			return k
		}
	}
}

// isPair reports whether two words that follow each other are an anchor.
func (t *knownTable) isPair(first, second uint64) bool {
	return t.words[t.find(pairHash(first, second))].anchor
}

// pairHash is what a pair stands for among the words.
func pairHash(first, second uint64) uint64 { return spread(first) ^ second }

// knownWords are the words that the lexicon knows.
var knownWords = sync.OnceValue(func() *knownTable {
	m := make(map[uint64]known, 1<<14)
	for bit, lang := range stopLanguages() {
		for w := range lexicon.StopWords(lang).All() {
			k := m[hashWord(w)]
			k.stop |= 1 << bit
			m[hashWord(w)] = k
		}
		for w := range lexicon.AddressWords(lang).All() {
			k := m[hashWord(w)]
			k.you |= 1 << bit
			m[hashWord(w)] = k
		}
	}
	t := &knownTable{hashes: make([]uint64, 1), words: make([]known, 1)}
	for _, a := range lexicon.ChromeAnchors() {
		h := hashWord(a.First)
		if a.Second != "" {
			second := hashWord(a.Second)
			k := m[h]
			k.first = true
			m[h] = k
			k = m[second]
			k.second = true
			m[second] = k
			h = pairHash(h, second)
		}
		k := m[h]
		k.anchor = true
		m[h] = k
	}
	if len(m) >= 1<<16 {
		panic("chrome: the lexicon knows more words than a slot has room for")
	}
	t.slots = make([]uint16, 1<<bits.Len(uint(2*len(m))))
	mask := uint64(len(t.slots) - 1)
	for hash, k := range m {
		h := spread(hash)
		f := h >> (64 - filterBits)
		t.filter[f>>6] |= 1 << (f & 63)
		i := h >> 32 & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = uint16(len(t.words))
		t.hashes, t.words = append(t.hashes, hash), append(t.words, k)
	}
	return t
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
	slots []int32 // open addressing; index into words plus one
	words []wordInfo
	known *knownTable
}

type wordInfo struct {
	hash   uint64
	count  int32  // occurrences
	last   int32  // the last content line so far that it stands in, plus one
	known  uint16 // place in the known words
	isStop bool   // of the text's language; see settle
	isYou  bool
	anchor bool // what the known word is; of a word that occurs again it is at hand here
	first  bool
	second bool
}

// newVocabulary makes room for n distinct words.
func newVocabulary(n int, m *memory) *vocabulary {
	return &vocabulary{slots: m.ints.take(1 << bits.Len(uint(2*max(n, 64)))), words: m.infos[:0], known: knownWords()}
}

// id returns the number of a word.
func (v *vocabulary) id(hash uint64) int32 {
	mask := uint64(len(v.slots) - 1)
	for i := (hash ^ hash>>29) & mask; ; i = (i + 1) & mask {
		k := v.slots[i]
		if k == 0 {
			n := v.known.find(hash)
			w := &v.known.words[n]
			v.words = append(v.words, wordInfo{hash: hash, known: n, anchor: w.anchor, first: w.first, second: w.second})
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
		for m := v.known.words[w.known].stop; m != 0; m &= m - 1 {
			sums[bits.TrailingZeros64(m)] += w.count
		}
	}
	best := slices.Max(sums[:])
	if best < 3 {
		return 0
	}
	return 1 << slices.Index(sums[:], best)
}

// settle notes of each word what it is in the language lang, or in none.
func (v *vocabulary) settle(lang uint64) {
	for i := range v.words {
		w := &v.words[i]
		if w.known != 0 {
			k := &v.known.words[w.known]
			w.isStop, w.isYou = k.stop&lang != 0, k.you&lang != 0
		}
	}
}

// A word is an occurrence in a line.
type word struct {
	id      int32
	letters uint8 // at most 255
	capital bool
}

// sameLines finds lines that stand in a text before: a fifth of the lines of a
// scraped page do, and need not be read again.
type sameLines struct {
	seed  maphash.Seed
	slots []int32 // open addressing; index of the line plus one
}

func newSameLines(n int, m *memory) *sameLines {
	return &sameLines{maphash.MakeSeed(), m.ints.take(1 << bits.Len(uint(2*n)))}
}

// first returns the first of the blocks that reads as block i does, which may
// be that one. Blocks must be asked for in order.
func (t *sameLines) first(blocks []page.Block, i int) int {
	mask := uint64(len(t.slots) - 1)
	for h := maphash.String(t.seed, blocks[i].Text) & mask; ; h = (h + 1) & mask {
		switch k := int(t.slots[h]) - 1; {
		case k < 0:
			t.slots[h] = int32(i + 1)
			return i
		case blocks[k].Text == blocks[i].Text:
			return k
		}
	}
}
