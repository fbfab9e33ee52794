package lexicon

import "sync"

var alphabets = sync.OnceValue(func() map[string]map[rune]bool {
	m := make(map[string]map[rune]bool)
	for _, r := range rows("alphabets.txt") {
		letters := make(map[rune]bool)
		for _, c := range r.Cols[1] {
			letters[c] = true
		}
		m[r.Cols[0]] = letters
	}
	return m
})

// InAlphabet reports whether a language (ISO 639-1) writes the small letter r,
// and whether that is known: each writes the letters of ASCII that its script
// has, and some languages have no alphabet here.
func InAlphabet(lang string, r rune) (writes, known bool) {
	letters, ok := alphabets()[lang]
	return r < 0x80 || letters[r], ok
}
