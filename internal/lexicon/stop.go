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
