package lexicon

import (
	"strings"
	"testing"
	"unicode"
)

func TestStopWords(t *testing.T) {
	t.Parallel()
	// A sentence per core language: about half of the words are stop words of
	// its own language, and fewer of any other.
	for lang, text := range map[string]string{
		"en": "the minister said that they had been there before and that it was not the first time",
		"de": "der minister sagte dass sie nicht mehr in der stadt sind und dass es noch keine lösung gibt",
		"fr": "le ministre a dit que la ville n'a pas encore reçu les fonds qui lui étaient promis",
		"es": "el ministro dijo que la ciudad no ha recibido los fondos que se le prometieron para el puerto",
		"it": "il ministro ha detto che la città non ha ancora ricevuto i fondi che le erano stati promessi",
		"pt": "o ministro disse que a cidade ainda não recebeu as verbas que lhe foram prometidas",
		"nl": "de minister zei dat de stad het geld dat haar was beloofd nog niet heeft gekregen",
		"tr": "bakan bu şehir için söz verilen paranın henüz gelmediğini ve bunun çok geç olduğunu söyledi",
		"az": "nazir bildirdi ki bu şəhər üçün vəd edilən pul hələ gəlməyib və bu çox gec olub",
		"ru": "министр сказал что город ещё не получил денег которые ему были обещаны в прошлом году",
		"uk": "міністр сказав що місто ще не отримало грошей які йому були обіцяні та що це не все",
	} {
		words := strings.Fields(text)
		best, most := "", 0
		for _, l := range StopLanguages() {
			n := 0
			for _, w := range words {
				if StopWords(l).Has(w) {
					n++
				}
			}
			if n > most {
				best, most = l, n
			}
		}
		if best != lang || most*3 < len(words) {
			t.Errorf("%q: most stop words in %q (%d of %d), want %q", text, best, most, len(words), lang)
		}
	}
}

func TestStopWordsUnknown(t *testing.T) {
	t.Parallel()
	for _, l := range []string{"", "xx", "EN", "../chrome/en"} {
		if n := StopWords(l).Len(); n != 0 {
			t.Errorf("StopWords(%q) has %d words, want none", l, n)
		}
	}
}

func TestStopLists(t *testing.T) {
	t.Parallel()
	for _, l := range StopLanguages() {
		s := StopWords(l)
		if n := s.Len(); n < 80 || n > 260 {
			t.Errorf("stop/%s.txt: %d words, want 80 to 260", l, n)
		}
		for w := range s.All() {
			for _, r := range w {
				if unicode.IsUpper(r) || unicode.IsSpace(r) {
					t.Errorf("stop/%s.txt: %q is not one word in lower case", l, w)
				}
			}
		}
	}
}

// TestStopMask holds the table against the lists: each word, and words that are
// nearly one.
func TestStopMask(t *testing.T) {
	t.Parallel()
	mask := func(w string) (m uint64) {
		for bit, l := range StopLanguages() {
			if StopWords(l).Has(w) {
				m |= 1 << bit
			}
		}
		return m
	}
	for _, l := range StopLanguages() {
		for w := range StopWords(l).All() {
			for _, v := range []string{w, w + "x", w[1:], "", "a\x00", w + w} {
				if got, want := StopMask([]byte(v)), mask(v); got != want {
					t.Fatalf("StopMask(%q) = %b, want %b", v, got, want)
				}
			}
		}
	}
}
