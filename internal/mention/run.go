package mention

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// maxName is how many tokens a name has at most; one that is longer comes in
// pieces. Of the names of GUM 1 in 2,000 is longer.
const maxName = 14

// maxInner is how many words in small letters may stand between two words of
// a name: "Ministry of the Interior", "Trinidad and Tobago".
const maxInner = 3

// runs calls yield for each stretch of tokens in which names may lie. All of
// the names are in runs; most runs are a name or hold one.
func (f *finder) runs(yield func(first, last int)) {
	for _, s := range f.Sentences {
		for i := int(s.First); i < int(s.Last); i++ {
			if !f.nameable(i) {
				continue
			}
			first := i
			for first > int(s.First) && i-first < 2 && f.words[first-1].traits&isParticle != 0 && f.words[first-1].shape == small &&
				f.Words[first-1].Class != syntax.DET && f.Words[first-1].Class != syntax.ADP {
				first--
			}
			last := i + 1
			for n := 0; last+n < int(s.Last) && n <= maxInner; {
				if j := last + n; f.nameable(j) || n == 0 && f.words[j].shape == digits {
					last, n = j+1, 0
				} else if f.inner(j) {
					n++
				} else {
					break
				}
			}
			yield(first, last)
			i = last - 1
		}
	}
}

// nameable reports whether token i may begin or end a name by its look.
func (f *finder) nameable(i int) bool {
	w, t := &f.words[i], f.Words[i].Tag
	switch {
	case w.shape == mark || w.shape == digits:
		return false
	case !w.upper:
		return t == syntax.NNP || t == syntax.NNPS || w.shape == small && f.syllable(i)
	case w.shape == coded:
		return true
	}
	// A function word with a capital: it opens a sentence, or a title.
	if w.traits&(isPronoun|isStarter) != 0 && w.shape != capitals && t != syntax.NNP && t != syntax.NNPS {
		return false
	}
	switch t {
	case syntax.DT, syntax.PRP, syntax.PRPS, syntax.CC, syntax.IN, syntax.MD, syntax.TO, syntax.WDT, syntax.WP, syntax.WPS, syntax.WRB, syntax.EX, syntax.PDT:
		return false
	case syntax.ADD, syntax.Symbol, syntax.LS, syntax.NFP:
		return false
	}
	return true
}

// syllable reports whether token i is the second half of a given name as Korean
// and Chinese ones are written beside a surname: the in of Moon Jae-in.
func (f *finder) syllable(i int) bool {
	if i < 3 || f.Tokens[i-1].End != f.Tokens[i].Start || f.Word(i-1) != "-" || f.words[i-2].shape != capital || f.Tokens[i-2].End != f.Tokens[i-1].Start {
		return false
	}
	before := f.words[i-3].shape == capital && lexicon.FamilyFirst().GetBytes(lexicon.AppendFold(nil, f.Word(i-3))) != nil
	after := i+1 < len(f.words) && f.words[i+1].shape == capital && lexicon.FamilyFirst().GetBytes(lexicon.AppendFold(nil, f.Word(i+1))) != nil
	return (before || after) && monosyllable(f.Word(i)) && monosyllable(f.Word(i-2))
}

// monosyllable reports a word that is one syllable of Chinese or Korean in any of
// their romanisations: consonants, vowels, and at most a nasal, k, p, t, l or h. The
// participles that compounds end with ("-led", "-based") are none.
func monosyllable(s string) bool {
	i := 0
	skip := func(set string, most int) int {
		from := i
		for i < len(s) && i-from < most && strings.IndexByte(set, s[i]|0x20) >= 0 {
			i++
		}
		return i - from
	}
	skip("bcdfghjklmnpqrstvwxyz", 3)
	if skip("aeiouyw", 4) == 0 {
		return false
	}
	skip("nkptlhmr", 1)
	skip("gk", 1)
	return i == len(s)
}

// inner reports whether token i may stand between two words of a name.
func (f *finder) inner(i int) bool {
	w := &f.words[i]
	switch w.shape {
	case mark:
		switch f.Word(i) {
		case "-", "–", "'", "’", "&", "/", ".":
			return true
		}
		return false
	case digits:
		return true
	case other:
		return false
	}
	return w.traits&isInner != 0 || f.Words[i].Tag == syntax.POS
}
