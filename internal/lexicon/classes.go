package lexicon

import "sync"

// ClassHints returns the words of class names.
var classHints = sync.OnceValue(func() *Table { return newTable("classes/classes.txt") })

func ClassHints() *Table { return classHints() }
