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
	if len(w) > t.longest {
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

// A stopTable is a hash table with linear probing, whose slots hold a part of
// the hash beside the index. It takes a fraction of the time of a map, and the
// language of every document is told from 250 words.
type stopTable struct {
	slots   []uint32 // 16 bits of the hash and the index into words; 0 where free
	words   []stopWord
	longest int // bytes
}

type stopWord struct {
	word string
	mask uint64
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
	t := &stopTable{slots: make([]uint32, 1<<bits.Len(uint(2*len(m)))), words: make([]stopWord, 1, len(m)+1)}
	for w, mask := range m {
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
