package lexicon

import (
	_ "embed"
	"strings"
	"sync"
)

// A Country is a country or territory of ISO 3166-1, or Kosovo (XK).
type Country struct {
	Code, Alpha3 string
	Name         string // as news writes it
	Official     string
	Capital      string // its own name where it has no other
}

// CountryByCode returns the country with an ISO 3166-1 alpha-2 code.
func CountryByCode(code string) (c Country, ok bool) {
	cols := Countries().Get(code)
	if cols == nil {
		return Country{}, false
	}
	return Country{Code: code, Alpha3: cols[0], Name: cols[1], Official: cols[2], Capital: cols[3]}, true
}

// Countries returns alpha-3 code, name, official name and capital by ISO
// 3166-1 alpha-2 code.
func Countries() *Table { return countries() }

// CountryNames returns the code of a country by its names in the news, with
// what the name is: name, official, alias, abbreviation, former, or part for
// what news treats as a country though it is a part of one.
func CountryNames() *Table { return countryNames() }

// Demonyms returns the code of a country by the adjectives and nouns for its
// people, and for peoples that live mostly in it, with both (adjective and
// person), person, or people for a plural, and with nation, or part for a
// people that is not the whole nation or no longer one.
func Demonyms() *Table { return demonyms() }

// Metonyms returns the code of a country by names that stand for its
// government or belong to it: capital, seat or institution.
func Metonyms() *Table { return metonyms() }

// Cities returns the codes, parted by spaces, of the countries that have a
// city or town of that name, the one news most often means first.
func Cities() *Gazetteer { return cities() }

// Regions returns the codes, parted by spaces, of the countries that have a
// state, province, historic region or island of that name.
func Regions() *Gazetteer { return regions() }

// PlaceVariants returns the name that news uses now by the other names of a
// place: former ones, and those of other languages and romanisations.
func PlaceVariants() *Table { return placeVariants() }

// Features returns continents, regions of the world, seas, straits, canals,
// rivers, lakes, mountains and islands that belong to no one country, with
// their class.
func Features() *Table { return features() }

//go:embed data/places/cities.txt
var citiesFile string

//go:embed data/places/regions.txt
var regionsFile string

var (
	countries     = sync.OnceValue(func() *Table { return newTable("places/countries.txt") })
	countryNames  = sync.OnceValue(func() *Table { return newTable("places/country_names.txt") })
	demonyms      = sync.OnceValue(func() *Table { return newTable("places/demonyms.txt") })
	metonyms      = sync.OnceValue(func() *Table { return newTable("places/metonyms.txt") })
	placeVariants = sync.OnceValue(func() *Table { return newTable("places/variants.txt") })
	features      = sync.OnceValue(func() *Table { return newTable("places/features.txt") })
	cities        = sync.OnceValue(func() *Gazetteer { return newGazetteer(citiesFile) })
	regions       = sync.OnceValue(func() *Gazetteer { return newGazetteer(regionsFile) })
)

// CountryOf returns the code of the country that a name belongs to, by all
// the lists of places: its own name, its demonym, its government's seat, a
// city, a region. Of a name that several countries have, it is the one that
// news most often means.
func CountryOf(name string) (code string, ok bool) {
	for _, t := range []*Table{CountryNames(), Demonyms(), Metonyms()} {
		if cols := t.Get(name); cols != nil {
			return cols[0], true
		}
	}
	for _, g := range []*Gazetteer{Regions(), Cities()} {
		if codes, ok := g.Find(name); ok {
			code, _, _ = strings.Cut(codes, " ")
			return code, true
		}
	}
	if cols, ok := Organizations().Find(name); ok {
		if f := strings.Split(cols, "\t"); f[1] != "INT" {
			return f[1], true
		}
	}
	return "", false
}
