package lexicon

import (
	"strings"
	"testing"
)

func TestAddressWords(t *testing.T) {
	t.Parallel()
	for lang, text := range map[string]string{
		"en": "We value your privacy, and you can change our settings",
		"de": "Wir und unsere Partner brauchen Ihre Zustimmung",
		"tr": "Siz ve bizim için önemli",
		"uk": "Ми цінуємо вашу думку",
	} {
		n := 0
		for w := range strings.FieldsSeq(strings.ToLower(text)) {
			if AddressWords(lang).Has(w) {
				n++
			}
		}
		if n < 2 {
			t.Errorf("%s: %d words of address in %q, want two or more", lang, n, text)
		}
	}
	for _, l := range AddressLanguages() {
		if StopWords(l).Len() == 0 {
			t.Errorf("%s has words of address but no stop words, by which its texts are told", l)
		}
	}
	if n := AddressWords("xx").Len(); n != 0 {
		t.Errorf("an unknown language has %d words of address", n)
	}
}
