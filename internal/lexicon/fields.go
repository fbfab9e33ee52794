package lexicon

import (
	"fmt"
	"strings"
	"sync"
)

// SchemaClass returns what a type of schema.org is: "article", "work" (another
// thing that can be a page's main one), "page", "person", "organization", or
// empty for any other.
func SchemaClass(typ string) string {
	if c := schemaTypes().Get(typ); c != nil {
		return c[0]
	}
	return ""
}

var schemaTypes = sync.OnceValue(func() *Table { return newTable("fields/schema.txt") })

// A BylineRole is a set of the parts that a word or phrase can play in a
// byline.
type BylineRole uint8

// The roles, by their names in data/byline/xx.txt.
const (
	BylineBy    BylineRole = 1 << iota // stands before the name: "By", "Text:"
	BylineAnd                          // joins two names
	BylineCut                          // what follows is no author: "for", "Photo by"
	BylineTitle                        // a job, beside or instead of a name: "correspondent" ("role" in the data)
	BylineStaff                        // makes the name one of a newsroom or a firm: "desk", "Redaktion"
)

var bylineRoles = map[string]BylineRole{
	"by": BylineBy, "and": BylineAnd, "cut": BylineCut, "role": BylineTitle, "staff": BylineStaff,
}

// BylineWord returns the roles that a folded word or phrase (see Fold) plays
// in bylines of a language, or of English, which bylines borrow from
// everywhere. An empty language asks for what it is in any.
func BylineWord(lang string, folded []byte) BylineRole {
	ws := bylineWords()
	if lang == "" {
		return ws[""][string(folded)]
	}
	return ws[lang][string(folded)] | ws["en"][string(folded)]
}

var bylineWords = sync.OnceValue(func() map[string]map[string]BylineRole {
	any := make(map[string]BylineRole)
	out := map[string]map[string]BylineRole{"": any}
	for _, lang := range languages("byline") {
		file := "byline/" + lang + ".txt"
		m := make(map[string]BylineRole)
		for _, r := range rows(file) {
			var roles BylineRole
			for name := range strings.SplitSeq(r.Cols[1], ",") {
				role, ok := bylineRoles[name]
				if !ok {
					panic(fmt.Sprintf("lexicon: %s:%d: unknown role %q", file, r.Line, name))
				}
				roles |= role
			}
			k := Fold(r.Cols[0])
			m[k] |= roles
			any[k] |= roles
		}
		out[lang] = m
	}
	return out
})

// Agency reports whether a folded name is a news agency's or a newsroom's.
func Agency(folded string) bool {
	_, ok := agencies()[folded]
	return ok
}

var agencies = sync.OnceValue(func() map[string]struct{} {
	m := make(map[string]struct{})
	for _, r := range rows("fields/agencies.txt") {
		m[Fold(r.Cols[0])] = struct{}{}
	}
	return m
})

// BylineParticles returns the words that stand in small letters inside a
// person's name: "van", "de", "al".
func BylineParticles() *Set { return bylineParticles() }

var bylineParticles = sync.OnceValue(func() *Set { return newSet("fields/particles.txt") })

// A MetaField says what a meta element's name means.
type MetaField struct {
	Field string // "published", "author", …
	Trust int8   // 1 (a standard's name for just that) to 4 (a last resort)
}

// MetaName returns what the name of a meta element, in lower case, means.
func MetaName(name string) (MetaField, bool) {
	f, ok := metaNames()[name]
	return f, ok
}

var metaNames = sync.OnceValue(func() map[string]MetaField {
	m := make(map[string]MetaField)
	for _, r := range rows("fields/metas.txt") {
		m[r.Cols[0]] = MetaField{Field: r.Cols[1], Trust: smallNumber("fields/metas.txt", r, 2, 4)}
	}
	return m
})
