package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/names/given.txt
var givenFile string

var givenNames = sync.OnceValue(func() *Gazetteer { return newGazetteer(givenFile) })

// GivenNames returns given names in Latin letters, folded to small letters
// without marks. The columns are the gender (f, m, or u for both) and the
// languages or cultures that use the name, parted by spaces.
func GivenNames() *Gazetteer { return givenNames() }

// GivenFirst reports whether the columns of a given name have a culture in
// which it stands before the family name.
func GivenFirst(cols string) bool {
	_, cultures, _ := strings.Cut(cols, "\t")
	for c := range strings.FieldsSeq(cultures) {
		switch c {
		case "zh", "ja", "ko", "vi", "hu":
		default:
			return true
		}
	}
	return false
}

// GivenVariants returns forms of given names in different languages and
// romanisations, and short forms, with the groups that each belongs to, parted
// by spaces. Two forms that share a group may be one name; two that are listed
// and share none are different names, however alike.
func GivenVariants() *Table { return givenVariants() }

// Titles returns titles, offices, ranks and jobs as they stand beside a
// person's name, in small letters, with their class (honorific, royal,
// religious, military, police, office, job) and the gender they tell (m, f, u).
func Titles() *Table { return titles() }

// TitleWords returns the words that the titles before a name are made of,
// without points; jobs are not among them.
func TitleWords() *Set { return titleWords() }

// NameSuffixes returns what may follow a name: degrees, orders.
func NameSuffixes() *Set { return nameSuffixes() }

// NameParticles returns the particles of surnames (al, de, van) that spellings
// write, join or leave out.
func NameParticles() *Set { return nameParticles() }

// SonParticles returns the words for son or daughter of, with before or after,
// which is where each stands to the name of the parent.
func SonParticles() *Table { return sonParticles() }

// Generations returns what after a name tells a bearer from another of the
// same name: junior, senior, or a number.
func Generations() *Table { return generations() }

// Servants returns first halves of names that govern what follows (Abdul),
// with their form without the article that may end them.
func Servants() *Table { return servants() }

// Aliases returns names under which a person is known beside the usual one.
func Aliases() *Table { return aliases() }

var (
	givenVariants = sync.OnceValue(func() *Table { return newTable("names/given_variants.txt") })
	titles        = sync.OnceValue(func() *Table { return newTable("names/titles.txt") })
	nameSuffixes  = sync.OnceValue(func() *Set { return newSet("names/suffixes.txt") })
	nameParticles = sync.OnceValue(func() *Set { return newSet("names/particles.txt") })
	sonParticles  = sync.OnceValue(func() *Table { return newTable("names/sons.txt") })
	generations   = sync.OnceValue(func() *Table { return newTable("names/generations.txt") })
	servants      = sync.OnceValue(func() *Table { return newTable("names/servants.txt") })
	aliases       = sync.OnceValue(func() *Table { return newTable("names/aliases.txt") })
)

var titleWords = sync.OnceValue(func() *Set {
	s := &Set{m: make(map[string]struct{})}
	for t, cols := range Titles().All() {
		if cols[0] == "job" {
			continue
		}
		for w := range strings.FieldsFuncSeq(t, func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == '\'' }) {
			if len(w) > 1 { // M. is an initial more often than Monsieur
				s.m[w] = struct{}{}
			}
		}
	}
	return s
})

// FamilyFirst returns surnames of cultures that put the family name first,
// folded, with the languages (zh, ko, vi) parted by spaces.
func FamilyFirst() *Table { return familyFirst() }

// Pinyin returns the syllables of Mandarin.
func Pinyin() *Set { return pinyin() }

// Patronymics returns endings of patronymics, folded, with the gender (m, f).
func Patronymics() *Table { return patronymics() }

// SurnameEndings returns endings of surnames that tell the gender (m, f).
func SurnameEndings() *Table { return surnameEndings() }

var (
	familyFirst    = sync.OnceValue(func() *Table { return newTable("names/family_first.txt") })
	pinyin         = sync.OnceValue(func() *Set { return newSet("names/pinyin.txt") })
	patronymics    = sync.OnceValue(func() *Table { return newTable("names/patronymics.txt") })
	surnameEndings = sync.OnceValue(func() *Table { return newTable("names/surname_endings.txt") })
)
