package lexicon

import (
	_ "embed"
	"sync"
)

// Organizations returns organisations under their names, short names and
// acronyms. The columns are the full name, the ISO 3166-1 alpha-2 code of the
// country or INT, and the class (international, ministry, agency, party,
// company, outlet, …).
func Organizations() *Gazetteer { return organizations() }

// LegalForms returns the words of legal forms of companies, folded.
func LegalForms() *Set { return legalForms() }

// OrgWords returns, for spellings, abbreviations and translations of the
// common words in names of organisations, the word that stands for them.
func OrgWords() *Table { return orgWords() }

// OrgGeneric returns words that names of organisations may have or leave out.
func OrgGeneric() *Set { return orgGeneric() }

// OrgFunctionWords returns the words without a meaning of their own in names
// of organisations.
func OrgFunctionWords() *Set { return orgFunctionWords() }

// NameTraps returns words with a capital that are names only sometimes, with
// what else they are: month, day, abbreviation, season, holiday or word.
func NameTraps() *Table { return nameTraps() }

//go:embed data/orgs/organizations.txt
var organizationsFile string

var (
	organizations    = sync.OnceValue(func() *Gazetteer { return newGazetteer(organizationsFile) })
	legalForms       = sync.OnceValue(func() *Set { return newSet("orgs/legal_forms.txt") })
	orgWords         = sync.OnceValue(func() *Table { return newTable("orgs/words.txt") })
	orgGeneric       = sync.OnceValue(func() *Set { return newSet("orgs/generic.txt") })
	orgFunctionWords = sync.OnceValue(func() *Set { return newSet("orgs/function_words.txt") })
	nameTraps        = sync.OnceValue(func() *Table { return newTable("names/traps.txt") })
)
