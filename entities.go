package newsfact

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/newsfact/newsfact/internal/entity"
	"github.com/newsfact/newsfact/internal/names"
	"github.com/newsfact/newsfact/internal/token"
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

// An Entity is a person, an organisation, a place or another thing that the
// text names, with all of its mentions.
type Entity struct {
	ID       string     `json:"id"` // "e1", "e2", … in the order of their first mention
	Kind     EntityKind `json:"kind"`
	Name     string     `json:"name"`              // the fullest of its names, in the spelling of English-language news
	Aliases  []string   `json:"aliases"`           // its other names in the text
	Country  string     `json:"country,omitempty"` // ISO 3166-1 alpha-2: of a country, and of what belongs to one
	Mentions []Mention  `json:"mentions"`
}

// A Mention is a place in the text that names an entity, describes it or
// stands for it.
type Mention struct {
	Span
	Kind MentionKind `json:"kind"`
}

// A MentionKind says how an entity is mentioned.
type MentionKind string

// The kinds of mentions.
const (
	NameMention    MentionKind = "name"    // "Ilham Aliyev", "Aliyev"
	NominalMention MentionKind = "nominal" // "the prime minister"
	PronounMention MentionKind = "pronoun" // "he"
)

// entities bridges from package entity.
func entities(t *entity.Text) []Entity {
	es := make([]Entity, len(t.Entities))
	for i, e := range t.Entities {
		es[i] = Entity{
			ID: entityID(i), Kind: EntityKind(e.Kind.String()), Name: e.Name, Aliases: e.Aliases, Country: e.Country,
			Mentions: make([]Mention, len(e.Mentions)),
		}
		if e.Aliases == nil {
			es[i].Aliases = []string{}
		}
		for k, n := range e.Mentions {
			m := t.Mentions[n]
			es[i].Mentions[k] = Mention{tokens(t.Text.Text, m.First, m.Last), MentionKind(m.Level.String())}
		}
	}
	return es
}

func entityID(i int) string { return "e" + strconv.Itoa(i+1) }

// tokens is the text of a run of tokens.
func tokens(t *token.Text, first, last int32) Span {
	s := Span{Start: int(t.Tokens[first].Start), End: int(t.Tokens[last-1].End)}
	s.Text = t.S[s.Start:s.End]
	return s
}

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
