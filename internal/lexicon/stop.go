package lexicon

import (
	"math/bits"
	"sync"
)

var stopSets = sync.OnceValue(func() map[string]*lazySet {
	m := make(map[string]*lazySet)
	for _, l := range languages("stop") {
		m[l] = &lazySet{get: sync.OnceValue(func() *Set { return newSet("stop/" + l + ".txt") })}
	}
	return m
})

// A lazySet is a list that is compiled when somebody asks for it: a document
// in one language does not pay for the fifty others.
type lazySet struct{ get func() *Set }

// StopWords returns the most frequent function words of a language (ISO 639-1,
// lower case), each in lower case as the language writes it. An unknown
// language has the empty list.
func StopWords(lang string) *Set {
	s, ok := stopSets()[lang]
	if !ok {
		return &Set{}
	}
	return s.get()
}

// StopLanguages lists the languages that have stop words, sorted.
func StopLanguages() []string { return languages("stop") }

// StopMask returns the languages that have w, in lower case, as a stop word:
// bit i stands for StopLanguages()[i]. One look-up asks all languages.
func StopMask(w []byte) uint64 {
	t := stopMasks()
	switch n := len(w); {
	case n == 0, w[n-1] == 0: // no word ends so, but its key would be that of a shorter one
		return 0
	case n <= 8:
		return t.slot(shortKey(w)).mask
	case n > t.longest:
		return 0
	}
	h := stopHash(w)
	for i := h; ; i++ {
		switch s := t.slots[i&uint32(len(t.slots)-1)]; {
		case s == 0:
			return 0
		case s>>16 == h>>16 && t.words[s&0xffff].word == string(w):
			return t.words[s&0xffff].mask
		}
	}
}

// A stopTable is two hash tables with linear probing. Most stop words have no
// more than 8 bytes, which are their own key: one look finds word and mask.
// The slots for longer ones hold a part of the hash beside the index. The
// language of every document is told from 250 words.
type stopTable struct {
	short   []stopKey
	shift   uint
	slots   []uint32 // 16 bits of the hash and the index into words; 0 where free
	words   []stopWord
	longest int // bytes
}

type stopKey struct{ key, mask uint64 } // key 0 where free

type stopWord struct {
	word string
	mask uint64
}

// shortKey is the bytes of a word of at most 8.
func shortKey[T string | []byte](w T) (key uint64) {
	for i := len(w) - 1; i >= 0; i-- {
		key = key<<8 | uint64(w[i])
	}
	return key
}

// slot is the place of a short word, or the free one where it would be put.
func (t *stopTable) slot(key uint64) *stopKey {
	for i := key * 0x9e3779b97f4a7c15 >> t.shift; ; i++ {
		if s := &t.short[i&uint64(len(t.short)-1)]; s.key == key || s.key == 0 {
			return s
		}
	}
}

func stopHash[T string | []byte](w T) uint32 {
	h := uint32(2166136261)
	for i := range len(w) {
		h = (h ^ uint32(w[i])) * 16777619
	}
	return h ^ h>>15
}

var stopMasks = sync.OnceValue(func() *stopTable {
	langs := StopLanguages()
	if len(langs) > 64 {
		panic("lexicon: more than 64 languages have stop words: a mask of 64 bits holds no more")
	}
	m := make(map[string]uint64, 8<<10)
	for bit, l := range langs {
		for w := range StopWords(l).m {
			m[w] |= 1 << bit
		}
	}
	if len(m) >= 1<<16 {
		panic("lexicon: more stop words than a slot has room for")
	}
	size := 1 << bits.Len(uint(2*len(m)))
	t := &stopTable{short: make([]stopKey, size), shift: uint(64 - bits.TrailingZeros(uint(size)))}
	t.slots, t.words = make([]uint32, size/4), make([]stopWord, 1, len(m)/4)
	for w, mask := range m {
		if len(w) <= 8 {
			key := shortKey(w)
			*t.slot(key) = stopKey{key, mask}
			continue
		}
		if 2*len(t.words) > len(t.slots) {
			panic("lexicon: more long stop words than their table has room for")
		}
		h := stopHash(w)
		i := h
		for t.slots[i&uint32(len(t.slots)-1)] != 0 {
			i++
		}
		t.slots[i&uint32(len(t.slots)-1)] = h&^0xffff | uint32(len(t.words))
		t.words = append(t.words, stopWord{w, mask})
		t.longest = max(t.longest, len(w))
	}
	return t
})
