package names

import (
	"strings"
	"unicode"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// Parts are the parts of a person's name, as written, in the order of the
// West whatever order they came in.
type Parts struct {
	Title      string // honorifics and offices before the name
	Given      string
	Middle     string // middle names and initials
	Patronymic string
	Family     string // with its particles: von der Leyen, bin Salman
	Suffix     string // Jr., III
}

// Split takes a person's name in Latin letters apart. The family name comes
// last, unless a comma or the culture (Chinese, Korean, Vietnamese, Hungarian)
// puts it first. One word alone is a family name, unless it is known as a
// given name only.
func Split(s string) Parts {
	var p Parts
	head, tail, comma := strings.Cut(s, ",")
	words := strings.Fields(head)
	if comma {
		if rest := strings.Fields(tail); len(rest) > 0 {
			if isSuffix(rest[0]) {
				p.Suffix = strings.Join(rest, " ")
				comma = false
			} else {
				rest = takeTitles(&p, rest)
				family := takeTitles(&p, words)
				rest = takeSuffix(&p, rest)
				p.Family = strings.Join(family, " ")
				p.given(rest)
				return p
			}
		}
	}
	words = takeTitles(&p, words)
	words = takeSuffix(&p, words)
	switch {
	case len(words) == 0:
		return p
	case len(words) == 1:
		if _, ok := lexicon.GivenNames().Find(Fold(words[0])); ok {
			p.Given = words[0]
		} else {
			p.Family = words[0]
		}
		return p
	case familyFirst(words):
		p.Family = words[0]
		p.given(words[1:])
		return p
	}
	at := familyStart(words)
	p.Family = strings.Join(words[at:], " ")
	p.given(words[:at])
	return p
}

// given fills in the given and middle names and the patronymic.
func (p *Parts) given(words []string) {
	var middle []string
	for i := 0; i < len(words); i++ {
		w := words[i]
		switch {
		case i > 0 && patronymic(w) != "":
			p.Patronymic = w
		case i > 0 && i+1 < len(words) && sonAfter(words[i+1]):
			p.Patronymic = w + " " + words[i+1] // Heydar oglu
			i++
		case i == 0:
			p.Given = w
		default:
			middle = append(middle, w)
		}
	}
	p.Middle = strings.Join(middle, " ")
}

func takeTitles(p *Parts, words []string) []string {
	n := 0
	for n < len(words)-1 && lexicon.TitleWords().Has(Fold(words[n])) {
		n++
	}
	if n > 0 {
		p.Title = strings.TrimSpace(p.Title + " " + strings.Join(words[:n], " "))
	}
	return words[n:]
}

func isSuffix(w string) bool {
	f := Fold(w)
	return generation([]byte(f)) != 0 || lexicon.NameSuffixes().Has(f)
}

func takeSuffix(p *Parts, words []string) []string {
	for len(words) > 1 && isSuffix(words[len(words)-1]) {
		p.Suffix = strings.TrimSpace(words[len(words)-1] + " " + p.Suffix)
		words = words[:len(words)-1]
	}
	return words
}

// familyStart is where the family name begins: the last word, with the
// particles before it, and in Spanish and Portuguese the word before it too
// where that is no given name.
func familyStart(words []string) int {
	at := len(words) - 1
	for at > 1 && !sonAfter(words[at-1]) && (sonBefore(words[at-1]) || lexicon.NameParticles().Has(Fold(words[at-1]))) {
		at--
	}
	if at == len(words)-1 && at >= 2 && iberian(words[0]) {
		if _, ok := lexicon.GivenNames().Find(Fold(words[at-1])); !ok && len([]rune(words[at-1])) > 2 {
			at--
		}
	}
	return at
}

// sonAfter and sonBefore report the words for son of by where they stand to
// the father's name.
func sonAfter(w string) bool  { return sonWord(w, "after") }
func sonBefore(w string) bool { return sonWord(w, "before") }

func sonWord(w, where string) bool {
	cols := lexicon.SonParticles().Get(Fold(w))
	return cols != nil && cols[0] == where
}

func iberian(w string) bool {
	cols, ok := lexicon.GivenNames().Find(Fold(w))
	if !ok {
		return false
	}
	_, cultures, _ := strings.Cut(cols, "\t")
	for c := range strings.FieldsSeq(cultures) {
		if c == "es" || c == "pt" {
			return true
		}
	}
	return false
}

// familyFirst reports a Chinese, Korean, Vietnamese or Hungarian name.
func familyFirst(words []string) bool {
	if len(words) > 4 {
		return false
	}
	first := Fold(words[0])
	if cols := lexicon.FamilyFirst().Get(first); cols != nil {
		for lang := range strings.FieldsSeq(cols[0]) {
			if givenIn(words[1:], lang) {
				return true
			}
		}
	}
	last := Fold(words[len(words)-1])
	cols, ok := lexicon.GivenNames().Find(last)
	_, firstGiven := lexicon.GivenNames().Find(first)
	return ok && !firstGiven && len(words) == 2 && has(cols, "hu") && strings.ContainsFunc(words[0], hungarianMark)
}

// hungarianMark reports the letters that tell a Hungarian surname.
func hungarianMark(r rune) bool {
	switch unicode.ToLower(r) {
	case 'á', 'ő', 'ű':
		return true
	}
	return false
}

// givenIn reports whether all words may be given names in the language: known
// ones, hyphenated syllables, or pinyin.
func givenIn(words []string, lang string) bool {
	for _, w := range words {
		f := Fold(w)
		cols, known := lexicon.GivenNames().Find(f)
		switch {
		case known && has(cols, lang):
		case known && !strings.Contains(f, "-"):
			return false
		case lang == "ko" && strings.Count(f, "-") == 1:
		case lang == "zh" && mandarin(f):
		case lang == "vi" && len(f) <= 6 && len(words) >= 2:
		default:
			return false
		}
	}
	return true
}

func has(cols, lang string) bool {
	_, cultures, _ := strings.Cut(cols, "\t")
	for c := range strings.FieldsSeq(cultures) {
		if c == lang {
			return true
		}
	}
	return false
}

// mandarin reports one or two syllables of pinyin.
func mandarin(w string) bool {
	w = strings.ReplaceAll(w, "-", "")
	set := lexicon.Pinyin()
	if set.Has(w) {
		return true
	}
	for i := 1; i < len(w); i++ {
		if set.Has(w[:i]) && set.Has(w[i:]) {
			return true
		}
	}
	return false
}

func patronymic(w string) (gender string) { return ending(lexicon.Patronymics(), Fold(w)) }

// ending returns the column of the longest ending of w in t, where more of a
// word stands before it.
func ending(t *lexicon.Table, w string) string {
	for i := 2; i < len(w)-1; i++ {
		if cols := t.Get(w[i:]); cols != nil {
			return cols[0]
		}
	}
	return ""
}

// Gender guesses the gender of a person from the parts of the name: m, f, or
// nothing. The title tells most, then the patronymic, the given name, and the
// ending of the surname.
func (p Parts) Gender() string {
	for w := range strings.FieldsSeq(strings.ToLower(p.Title)) {
		if cols := lexicon.Titles().Get(w); cols != nil && cols[1] != "u" {
			return cols[1]
		}
	}
	if g := patronymic(p.Patronymic); g != "" {
		return g
	}
	if cols, ok := lexicon.GivenNames().Find(Fold(p.Given)); ok && cols[0] != 'u' {
		return cols[:1]
	}
	return ending(lexicon.SurnameEndings(), Fold(p.Family))
}

// Fold writes s in small ASCII letters as the lists of names have them:
// without marks, apostrophes and points. Hyphens stay; letters of other
// scripts are dropped.
func Fold(s string) string {
	table := foldTable()
	var b strings.Builder
	for _, r := range s {
		switch {
		case r >= 'A' && r <= 'Z':
			b.WriteByte(byte(r) + 'a' - 'A')
		case r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-':
			b.WriteByte(byte(r))
		case table[r] != "":
			b.WriteString(table[r])
		}
	}
	return b.String()
}
