package lexicon

import (
	"testing"
	"unicode"
)

func TestInAlphabet(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		lang          string
		r             rune
		writes, known bool
	}{
		{"ru", 'и', true, true}, {"be", 'и', false, true}, {"be", 'ў', true, true}, {"uk", 'ы', false, true}, {"uk", 'ї', true, true},
		{"bg", 'ъ', true, true}, {"bg", 'ы', false, true}, {"fr", 'è', true, true}, {"es", 'è', false, true}, {"es", 'ñ', true, true},
		{"de", 'ß', true, true}, {"en", 'a', true, true}, {"sw", 'é', false, false}, {"ja", 'の', false, false},
	} {
		if writes, known := InAlphabet(c.lang, c.r); writes != c.writes || known != c.known {
			t.Errorf("InAlphabet(%q, %q) = %v, %v, want %v, %v", c.lang, c.r, writes, known, c.writes, c.known)
		}
	}
	for lang := range alphabets() {
		if StopWords(lang).Len() == 0 {
			t.Errorf("%s has an alphabet and no stop words", lang)
		}
		for w := range StopWords(lang).All() {
			for _, r := range w {
				if in, _ := InAlphabet(lang, r); !in && unicode.IsLetter(r) {
					t.Errorf("%s: %q of the stop word %q is not in the alphabet", lang, r, w)
				}
			}
		}
	}
}
