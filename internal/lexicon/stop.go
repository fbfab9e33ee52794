package lexicon

import "sync"

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
func StopMask(w []byte) uint64 { return stopMasks()[string(w)] }

var stopMasks = sync.OnceValue(func() map[string]uint64 {
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
	return m
})
