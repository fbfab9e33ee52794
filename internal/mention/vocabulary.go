package mention

import (
	"strings"
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A trait is what the lists know of a word or of a phrase, as a set of bits.
type trait uint64

const (
	isGiven    trait = 1 << iota // a given name
	isFemale                     // of the given names, those of women alone
	isMale                       //
	isSurname                    // a family name
	isTitle                      // an office, a job
	isHonor                      // Mr., Lord, Gen.
	isParticle                   // van, bin
	isSuffix                     // Jr., MBE
	isCountry
	isAbbrev // of a country's name: U.S.
	isCity
	isRegion
	isFeature
	isDemonym // an adjective of nationality
	isPeople  // a noun for a people or its members
	isSeat    // the seat of a government
	isInstitution
	isOrg
	isOutlet // of the organisations, those of the press
	isParty
	isCompany
	isTeam
	isOrgWord
	isLegal    // Inc., GmbH
	isCalendar // a month, a weekday, a holiday, a season
	isTrap     // a word that is a name only sometimes
	isInner    // may stand in small letters inside a name
	isStarter  // opens sentences
	headPerson // nouns that head descriptions
	headOrganization
	headPlace
	headFacility
	headEvent
	headWork
	headProduct
	headGroup
	lastOrganization // nouns that end names
	lastPlace
	lastFacility
	lastEvent
	lastWork
	lastProduct
	isPronoun
	isFacility
	isEvent
	isWork
	isProduct
	isLocative // prepositions of place
	isSpeech   // verbs of speech
	isPersonal // of the pronouns, those that only people get
	traits     = iota
)

// starts marks a word that a phrase of two words and more begins with.
const starts trait = 1 << 63

// A vocabulary holds all lists that bear on names, by folded words and phrases;
// the words of a phrase are parted by one space.
type vocabulary map[string]trait

// maxPhrase is how many words a phrase of the lists has at most, as far as it
// is of use here.
const maxPhrase = 6

var words = sync.OnceValue(func() vocabulary {
	v := make(vocabulary, 32<<10)
	for w, cols := range lexicon.GivenNames().All() {
		b := isGiven
		switch cols[0] {
		case 'f':
			b |= isFemale
		case 'm':
			b |= isMale
		}
		v.add(w, b)
	}
	for w, cols := range lexicon.Titles().All() {
		if cols[0] == "honorific" || cols[0] == "military" || cols[0] == "royal" || cols[0] == "religious" {
			v.add(w, isHonor)
		}
		v.add(w, isTitle)
	}
	for w, cols := range lexicon.CountryNames().All() {
		v.add(w, isCountry)
		if cols[1] == "abbreviation" {
			v.add(w, isAbbrev)
		}
	}
	for w, cols := range lexicon.Demonyms().All() {
		if cols[1] == "both" {
			v.add(w, isDemonym|isPeople)
		} else {
			v.add(w, isPeople)
		}
	}
	for w, cols := range lexicon.Metonyms().All() {
		switch cols[1] {
		case "seat":
			v.add(w, isSeat)
		case "capital":
			v.add(w, isCity)
		case "institution":
			v.add(w, isInstitution)
		}
	}
	for w, cols := range lexicon.Organizations().All() {
		b := isOrg
		switch cols[strings.LastIndexByte(cols, '\t')+1:] {
		case "outlet":
			b |= isOutlet
		case "party", "armed group":
			b |= isParty
		case "company":
			b |= isCompany
		}
		v.add(w, b)
		full, _, _ := strings.Cut(cols, "\t")
		v.add(full, b)
	}
	v.addKeys(lexicon.PlaceVariants(), isCity)
	v.addKeys(lexicon.Features(), isFeature)
	v.addKeys(lexicon.Generations(), isSuffix)
	v.addKeys(lexicon.FamilyFirst(), isSurname)
	v.addKeys(lexicon.KoreanSurnames(), isSurname)
	v.addKeys(lexicon.OrgWords(), isOrgWord)
	for w, cols := range lexicon.Pronouns().All() {
		v.add(w, isPronoun)
		if f := cols[0]; strings.Contains(f, "Gender=Masc") || strings.Contains(f, "Gender=Fem") ||
			strings.Contains(f, "Number=Sing|Person=1") {
			v.add(w, isPersonal)
		}
	}
	for w, cols := range lexicon.NameTraps().All() {
		if cols[0] == "word" {
			v.add(w, isTrap)
		} else {
			v.add(w, isCalendar)
		}
	}
	for w := range lexicon.Cities().All() {
		v.add(w, isCity)
	}
	for w := range lexicon.Regions().All() {
		v.add(w, isRegion)
	}
	for _, l := range []struct {
		set *lexicon.Set
		trait
	}{
		{lexicon.LegalForms(), isLegal},
		{lexicon.OrgGeneric(), isOrgWord},
		{lexicon.OrgFunctionWords(), isInner},
		{lexicon.NameParticles(), isParticle | isInner},
		{lexicon.NameSuffixes(), isSuffix},
		{lexicon.SentenceStarters(), isStarter},
		{lexicon.Initials(), isTrap},
	} {
		for w := range l.set.All() {
			v.add(w, l.trait)
		}
	}
	for w := range lexicon.SpeechVerbs().All() {
		v.add(w, isSpeech)
	}
	for w := range lexicon.Locatives().All() {
		v.add(w, isLocative)
	}
	for w := range lexicon.Surnames().All() {
		v.add(w, isSurname)
	}
	for w, cols := range lexicon.NamedThings().All() {
		switch cols[1] {
		case "team":
			v.add(w, isTeam)
		case "company":
			v.add(w, isOrg|isCompany)
		case "institution":
			v.add(w, isOrg)
		case "facility":
			v.add(w, isFacility)
		case "event":
			v.add(w, isEvent)
		case "work":
			v.add(w, isWork)
		case "product":
			v.add(w, isProduct)
		}
	}
	for w, cols := range lexicon.MentionNouns().All() {
		v.add(w, nounTrait(cols[0], cols[1]))
	}
	return v
})

func nounTrait(kind, use string) (b trait) {
	for k, name := range kinds {
		if name != kind {
			continue
		}
		if use != "name" {
			b |= headTraits[k]
		}
		if use != "noun" {
			b |= lastTraits[k]
		}
	}
	return b
}

var headTraits = [...]trait{Person: headPerson, Organization: headOrganization, Place: headPlace, Facility: headFacility,
	Event: headEvent, Work: headWork, Product: headProduct, Group: headGroup}

var lastTraits = [...]trait{Organization: lastOrganization, Place: lastPlace, Facility: lastFacility,
	Event: lastEvent, Work: lastWork, Product: lastProduct, Group: 0}

func (v vocabulary) addKeys(t *lexicon.Table, b trait) {
	for w := range t.All() {
		v.add(w, b)
	}
}

// add enters a word or phrase of the lists.
func (v vocabulary) add(w string, b trait) {
	w = lexicon.Fold(w)
	n := 1
	for i := 0; i < len(w); i++ {
		if w[i] == ' ' || w[i] == '-' {
			n++
		}
	}
	v[w] |= b
	if n == 1 || n > maxPhrase {
		return
	}
	v[w[:strings.IndexAny(w, " -")]] |= starts
}

// get returns the traits of a folded word; of a plural, those of its singular
// as the head of a description.
func (v vocabulary) get(w []byte) trait {
	b, ok := v[string(w)]
	n := len(w)
	if ok || n < 4 || w[n-1] != 's' {
		return b
	}
	const plural = isTitle | headPerson | headOrganization | headPlace | headFacility | headEvent | headWork | headProduct | headGroup
	b = v[string(w[:n-1])]
	if b == 0 && w[n-2] == 'e' {
		b = v[string(w[:n-2])]
		if b == 0 && w[n-3] == 'i' { // parties
			w[n-3] = 'y'
			b = v[string(w[:n-2])]
			w[n-3] = 'i'
		}
	}
	return b & plural
}
