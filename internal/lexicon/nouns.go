package lexicon

import "sync"

// ReferentNouns returns the common nouns by which news speaks again of what it
// has named ("the woman", "the company"), each with the kind of what it stands
// for, and the gender (m, f, u) of a person or the class of anything else.
func ReferentNouns() *Table { return referentNouns() }

var referentNouns = sync.OnceValue(func() *Table { return newTable("nouns/referents.txt") })
