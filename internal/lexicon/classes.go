package lexicon

import "sync"

var classHints = sync.OnceValue(func() *Table { return newTable("classes/classes.txt") })

// ClassHints returns what the words in an element's class, id, role, itemprop
// and data attributes hint at. A key is one word in lower case, or two parted
// by a space that follow one another in the attribute; two words come before
// one. The only column is the name of the hint, as in the constants of package
// page without their prefix and in lower case, or "none" where the two words
// together hint at nothing.
func ClassHints() *Table { return classHints() }
