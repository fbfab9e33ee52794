package lexicon

import (
	"fmt"
	"slices"
	"sync"
)

// Romanization returns the rules by which text of a language is written in
// Latin letters: the systems that the file translit/LANG.txt has columns for,
// and its rows, whose first column is what is written (with its context, as
// the head of each file says) and whose others hold one system each. It
// returns nil for a language without a file. The language "iso9" is ISO 9,
// which treats all Cyrillic alike.
func Romanization(lang string) (systems []string, rules []Row) {
	if !slices.Contains(languages("translit"), lang) {
		return nil, nil
	}
	rs := rows("translit/" + lang + ".txt")
	if len(rs) == 0 || rs[0].Cols[0] != "!" {
		panic(fmt.Sprintf("lexicon: translit/%s.txt: the first row must be ! and the systems", lang))
	}
	return rs[0].Cols[1:], rs[1:]
}

// PressSpellings returns, for a language, how English-language news writes a
// word, a name or several words in that language's own script: exonyms of
// places, and given names, surnames and parts of both that do not follow from
// the letters. It returns the empty table for a language without such a file.
func PressSpellings(lang string) *Table {
	if !slices.Contains(languages("press"), lang) {
		return &Table{}
	}
	return newTable("press/" + lang + ".txt")
}

// KoreanSurnames returns Korean surnames with the spelling that their bearers
// mostly use.
func KoreanSurnames() *Table { return koreanSurnames() }

// KoreanGivenSyllables returns the syllables of Korean given names that the
// press does not write by the Revised Romanization.
func KoreanGivenSyllables() *Table { return koreanGivenSyllables() }

var (
	koreanSurnames       = sync.OnceValue(func() *Table { return newTable("names/korean_surnames.txt") })
	koreanGivenSyllables = sync.OnceValue(func() *Table { return newTable("names/korean_given.txt") })
)
