package translit

import (
	"strings"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// koreanPress writes Korean as the press does. A word of two to four
// syllables that begins with a surname is a person: the surname in its
// customary spelling, then the given name with a hyphen. Anything else is a
// place or a thing, by the Revised Romanization.
func koreanPress(p *spelling, s string) string {
	words := strings.Fields(s)
	for i, w := range words {
		if out, ok := p.find(w); ok {
			words[i] = out
			continue
		}
		if out, ok := koreanPerson([]rune(w)); ok {
			words[i] = out
			continue
		}
		words[i], _ = romanizeHangul(w, National)
	}
	return strings.Join(words, " ")
}

func koreanPerson(w []rune) (string, bool) {
	for _, r := range w {
		if !isHangul(r) {
			return "", false
		}
	}
	surnames, given := lexicon.KoreanSurnames(), lexicon.KoreanGivenSyllables()
	for n := 2; n >= 1; n-- { // the long surnames first
		if len(w) <= n || len(w)-n > 2 || len(w) < 3 {
			continue
		}
		cols := surnames.Get(string(w[:n]))
		if cols == nil || utf8.RuneCountInString(string(w[:n])) != n {
			continue
		}
		parts := make([]string, 0, 2)
		for _, r := range w[n:] {
			syllable := revised([]rune{r})
			if g := given.Get(string(r)); g != nil {
				syllable = g[0]
			}
			parts = append(parts, syllable)
		}
		return cols[0] + " " + capitalize(strings.Join(parts, "-")), true
	}
	return "", false
}
