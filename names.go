package newsfact

import (
	"errors"
	"fmt"

	"github.com/newsfact/newsfact/internal/names"
	"github.com/newsfact/newsfact/internal/translit"
)

// An EntityKind says what kind of thing an entity is.
type EntityKind string

// The kinds of entities.
const (
	Person       EntityKind = "person"
	Organization EntityKind = "organization"
	Place        EntityKind = "place"    // geographic or political: countries, cities, regions, waters
	Facility     EntityKind = "facility" // buildings, airports, routes
	Event        EntityKind = "event"    // named events: forums, wars, elections
	Work         EntityKind = "work"     // named documents, laws, declarations, books
	Product      EntityKind = "product"  // named vehicles, weapons, devices
	Group        EntityKind = "group"    // nationalities, peoples, religions, parties' followers
)

// A System is a way of writing names in Latin letters.
type System string

// The systems of romanisation.
const (
	BGNPCGN  System = "bgnpcgn"  // the US and British boards on geographic names
	National System = "national" // the official system of the language's country
	ISO      System = "iso"      // ISO 9, 233, 259, 843, 9984, 9985
	ALALC    System = "alalc"    // the American Library Association and the Library of Congress
	Press    System = "press"    // what English-language news writes, with exonyms of places
)

// Romanize writes a name in Latin letters. The language is an ISO 639-1 code,
// and letters of other scripts pass through. For an unknown language, and for
// one that has no such system, the error wraps [errors.ErrUnsupported].
func Romanize(s, lang string, system System) (string, error) {
	out, ok := translit.Romanize(s, lang, string(system))
	if !ok {
		return "", fmt.Errorf("newsfact: romanisation of %q by system %q: %w", lang, system, errors.ErrUnsupported)
	}
	return out, nil
}

// MatchNames scores how likely a and b name the same person, organisation or
// other entity, from 0 to 1, with a verdict. It compares names, not what is
// known of their bearers: two people may share one. It is made for news, where
// different given names with one surname are different people. Strings with
// nothing to compare do not match.
func MatchNames(kind EntityKind, a, b string) (score float64, same bool) {
	switch kind {
	case Person:
		return names.MatchPersons(a, b)
	case Place:
		return names.MatchPlaces(a, b)
	}
	return names.MatchOrganizations(a, b)
}
