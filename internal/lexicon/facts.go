package lexicon

import "sync"

// FactGovernors lists verbs, nouns and adjectives that say of what depends on
// them whether and how it holds, as lemmas, each with slot:reading parted by
// spaces ("plan": inf:planned).
func FactGovernors() *Table { return factGovernors() }

// FactModifiers lists adjectives and adverbs that say whether and how what they
// stand with holds, in lower case: planned, possible, requested or failed.
func FactModifiers() *Table { return factModifiers() }

// BeforeTo lists the words that say so of an infinitive when they stand right
// before its "to", in lower case.
func BeforeTo() *Table { return beforeTo() }

// NotOnly lists the words after which a negator negates nothing, in lower case.
func NotOnly() *Set { return notOnly() }

// Excluders lists the words before a noun or an -ing form that say that it did
// not happen ("without"), in lower case.
func Excluders() *Set { return excluders() }

// NotWhen lists the words before a time that is not that of what it stands with
// ("until"), in lower case, each with all or, before a year alone, years.
func NotWhen() *Table { return notWhen() }

// PlacePrepositions lists the prepositions before the place where something
// happens, in lower case.
func PlacePrepositions() *Set { return placePrepositions() }

// Occasions lists the nouns for what happens at a time of its own, as lemmas.
func Occasions() *Set { return occasions() }

// Ranks lists the words that pick one out by its rank ("first", "only"), in
// lower case.
func Ranks() *Set { return ranks() }

// Abilities lists the auxiliary verbs that, negated, say that something did not
// happen ("could not"), in lower case.
func Abilities() *Set { return abilities() }

// AfterNames lists the prepositions with which a phrase behind a name says which
// one it is ("Jan Holm of Oslo"), in lower case.
func AfterNames() *Set { return afterNames() }

// AtBodies lists the prepositions that make the seat of a body of it, in lower
// case.
func AtBodies() *Set { return atBodies() }

// OccasionPrepositions lists the prepositions before an occasion whose time is
// that of what happens then, in lower case.
func OccasionPrepositions() *Set { return occasionPrepositions() }

// Currencies returns the sign of a currency by its signs, codes and names,
// names as lemmas in lower case.
func Currencies() *Table { return currencies() }

// Numbers lists words of numbers, in lower case, each with its class (number,
// scale, part or many) and its value.
func Numbers() *Table { return numbers() }

// Approximators lists the words before a number that belong to it ("about"), in
// lower case, each with number, or word where it stands before another of them.
func Approximators() *Table { return approximators() }

// Offices lists the nouns that head the title of an office, job or function, in
// lower case, each with office (always one), body (one where a body is named
// with it) or second (one after another noun: "secretary general").
func Offices() *Table { return offices() }

// TitlePast lists the words before a title that are no part of it, in lower case.
func TitlePast() *Set { return titlePast() }

// AgeWords lists the words that make a number an age, in lower case, each with
// where it stands to the number: before, after, or verb.
func AgeWords() *Table { return ageWords() }

// Births lists the verbs that say that somebody is born, in lower case.
func Births() *Set { return births() }

// Measures lists the verbs that predicate a number of something, as lemmas, each
// with where the number stands.
func Measures() *Table { return measures() }

// Owners lists the verbs by which a body has a number of something, as lemmas.
func Owners() *Set { return owners() }

// Quantities lists nouns of quantities, as lemmas.
func Quantities() *Set { return quantities() }

// Harms lists the nouns that count people who come to harm, as lemmas, each with
// the harm and with count or toll.
func Harms() *Table { return harms() }

// SameTime lists the words that open a clause whose time is that of the main one,
// in lower case.
func SameTime() *Set { return sameTime() }

// Late lists the adjectives that say that somebody is dead, in lower case.
func Late() *Set { return late() }

// Kin lists words of kinship, in lower case, each with its relation.
func Kin() *Table { return kin() }

// Dying lists verbs and nouns of death, as lemmas, each with the word that has
// to follow or "-", and verb or noun.
func Dying() *Table { return dying() }

// Killers lists nouns for what kills people, as lemmas.
func Killers() *Set { return killers() }

var (
	factGovernors        = sync.OnceValue(func() *Table { return newTable("facts/governors.txt") })
	factModifiers        = sync.OnceValue(func() *Table { return newTable("facts/modifiers.txt") })
	beforeTo             = sync.OnceValue(func() *Table { return newTable("facts/before_to.txt") })
	notOnly              = sync.OnceValue(func() *Set { return newSet("facts/not_only.txt") })
	excluders            = sync.OnceValue(func() *Set { return newSet("facts/excluders.txt") })
	notWhen              = sync.OnceValue(func() *Table { return newTable("facts/not_when.txt") })
	placePrepositions    = sync.OnceValue(func() *Set { return newSet("facts/place_prepositions.txt") })
	ranks                = sync.OnceValue(func() *Set { return newSet("facts/ranks.txt") })
	abilities            = sync.OnceValue(func() *Set { return newSet("facts/abilities.txt") })
	afterNames           = sync.OnceValue(func() *Set { return newSet("facts/after_names.txt") })
	atBodies             = sync.OnceValue(func() *Set { return newSet("facts/at_bodies.txt") })
	occasionPrepositions = sync.OnceValue(func() *Set { return newSet("facts/occasion_prepositions.txt") })
	currencies           = sync.OnceValue(func() *Table { return newTable("facts/currencies.txt") })
	numbers              = sync.OnceValue(func() *Table { return newTable("facts/numbers.txt") })
	approximators        = sync.OnceValue(func() *Table { return newTable("facts/approximators.txt") })
	offices              = sync.OnceValue(func() *Table { return newTable("facts/offices.txt") })
	ageWords             = sync.OnceValue(func() *Table { return newTable("facts/age_words.txt") })
	births               = sync.OnceValue(func() *Set { return newSet("facts/births.txt") })
	measures             = sync.OnceValue(func() *Table { return newTable("facts/measures.txt") })
	quantities           = sync.OnceValue(func() *Set { return newSet("facts/quantities.txt") })
	harms                = sync.OnceValue(func() *Table { return newTable("facts/harms.txt") })
	owners               = sync.OnceValue(func() *Set { return newSet("facts/owners.txt") })
	sameTime             = sync.OnceValue(func() *Set { return newSet("facts/same_time.txt") })
	late                 = sync.OnceValue(func() *Set { return newSet("facts/late.txt") })
	titlePast            = sync.OnceValue(func() *Set { return newSet("facts/title_past.txt") })
	kin                  = sync.OnceValue(func() *Table { return newTable("facts/kin.txt") })
	dying                = sync.OnceValue(func() *Table { return newTable("facts/dying.txt") })
	killers              = sync.OnceValue(func() *Set { return newSet("facts/killers.txt") })
	occasions            = sync.OnceValue(func() *Set { return newSet("facts/occasions.txt") })
)
