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

// European reports whether the columns of a given name have a culture of
// Europe and its daughters, where the given name comes first.
func European(cols string) bool {
	_, cultures, _ := strings.Cut(cols, "\t")
	for c := range strings.FieldsSeq(cultures) {
		switch c {
		case "en", "de", "fr", "es", "pt", "it", "nl", "sv", "fi", "pl", "cs", "ro", "ru", "uk", "be", "bg", "sr", "el", "lt", "lv", "et":
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

// SonParticles returns the words for son or daughter of between a name and
// the name of a parent.
func SonParticles() *Set { return sonParticles() }

// Aliases returns names under which a person is known beside the usual one.
func Aliases() *Table { return aliases() }

var (
	givenVariants = sync.OnceValue(func() *Table { return newTable("names/given_variants.txt") })
	titles        = sync.OnceValue(func() *Table { return newTable("names/titles.txt") })
	nameSuffixes  = sync.OnceValue(func() *Set { return newSet("names/suffixes.txt") })
	nameParticles = sync.OnceValue(func() *Set { return newSet("names/particles.txt") })
	sonParticles  = sync.OnceValue(func() *Set { return newSet("names/sons.txt") })
	aliases       = sync.OnceValue(func() *Table { return newTable("names/aliases.txt") })
)

var titleWords = sync.OnceValue(func() *Set {
	s := &Set{m: make(map[string]struct{})}
	for t, cols := range Titles().All() {
		if cols[0] == "job" {
			continue
		}
		for w := range strings.FieldsFuncSeq(t, func(r rune) bool { return r == ' ' || r == '-' || r == '.' || r == '\'' }) {
			s.m[w] = struct{}{}
		}
	}
	return s
})
