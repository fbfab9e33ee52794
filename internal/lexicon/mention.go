package lexicon

import "sync"

// MentionNouns returns nouns that tell the kind of what they head, with the
// kind of mention and where they head one: name (as its last word), noun (a
// description) or both.
func MentionNouns() *Table { return mentionNouns() }

// Locatives returns prepositions that a place follows more often than not.
func Locatives() *Set { return locatives() }

// PartyPrepositions returns prepositions before the other party of a talk, a
// question or a request.
func PartyPrepositions() *Set { return parties() }

// Surnames returns frequent family names of many countries, folded.
func Surnames() *Set { return surnames() }

// NamedThings returns the kind of mention of names that news uses often and that
// no other list has, and for organizations which: team, company, institution.
func NamedThings() *Table { return namedThings() }

// Sports returns words by which reports of sport are known, and what they tell: noun,
// verb, both, of (a noun that there follows the name of a team) or before.
func Sports() *Table { return sports() }

// Polities returns words for a state by which a text calls the one that it is
// about: "the Nation".
func Polities() *Set { return polities() }

// Initials returns words in capitals that are the name of no one: GDP, DNA.
func Initials() *Set { return initials() }

var (
	initials    = sync.OnceValue(func() *Set { return newSet("mention/initials.txt") })
	sports      = sync.OnceValue(func() *Table { return newTable("mention/sports.txt") })
	polities    = sync.OnceValue(func() *Set { return newSet("places/polities.txt") })
	namedThings = sync.OnceValue(func() *Table { return newTable("mention/named.txt") })
	locatives   = sync.OnceValue(func() *Set { return newSet("mention/locatives.txt") })
	parties     = sync.OnceValue(func() *Set { return newSet("mention/party_prepositions.txt") })
	surnames    = sync.OnceValue(func() *Set { return newSet("names/surnames.txt") })
)

var mentionNouns = sync.OnceValue(func() *Table { return newTable("mention/nouns.txt") })
