package lexicon

import "sync"

// MentionNouns returns nouns that tell the kind of what they head, with the
// kind of mention and where they head one: name (as its last word), noun (a
// description) or both.
func MentionNouns() *Table { return mentionNouns() }

var mentionNouns = sync.OnceValue(func() *Table { return newTable("mention/nouns.txt") })
