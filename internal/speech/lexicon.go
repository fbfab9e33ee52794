package speech

import (
	"strings"
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A takes is a set of what a verb of saying takes.
type takes uint16

const (
	takesClause takes = 1 << iota
	takesQuote
	takesAddressee
	takesName // call X Y
	takesAs   // describe X as Y
	takesInfinitive
	takesNoun
	takesPaper // of reports and polls too
	weak       // says what is thought as often as what is said
)

// verbs compiles the list of verbs of saying.
var verbs = sync.OnceValue(func() map[string]takes {
	names := map[string]takes{"clause": takesClause, "quote": takesQuote, "to": takesAddressee, "name": takesName, "as": takesAs,
		"inf": takesInfinitive, "noun": takesNoun, "show": takesPaper, "weak": weak}
	out := make(map[string]takes)
	for lemma, cols := range lexicon.SayingVerbs().All() {
		var v takes
		for f := range strings.SplitSeq(cols[0], ",") {
			if names[f] == 0 {
				panic("lexicon: speech/verbs.txt: " + lemma + ": no verb takes " + f)
			}
			v |= names[f]
		}
		out[lemma] = v
	}
	return out
})
