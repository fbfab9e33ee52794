package token

import (
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// An abbreviation's class says what its full stop means.
type class uint8

const (
	none    class = iota
	title         // stands before a name
	number        // only before a number
	month         // only beside a number
	weekday       // only before a number or a comma
	place         // only after a comma or a capitalised word
	common        // only inside a sentence
	inner         // never ends a sentence
	final         // ends a sentence before any capital
	end           // ends a sentence before a word that starts sentences
)

var classes = map[string]class{"title": title, "number": number, "month": month, "weekday": weekday,
	"place": place, "common": common, "inner": inner, "final": final, "end": end}

// lists is what the scanner asks of the lexicon, in the form it asks it in.
type lists struct {
	abbrev      map[string]class
	contraction map[string][]int8 // lower case -> cuts
	// contractionEnds holds, for each first letter, the last letters that a
	// contraction with it has: nearly all words fail here, without hashing.
	contractionEnds [26]uint32
	clitics         *lexicon.Set
	elisions        *lexicon.Set
	prefixes        *lexicon.Set
	units           *lexicon.Set
	emoticons       *lexicon.Set
	hosts           *lexicon.Set
	starters        *lexicon.Set
	afterTime       *lexicon.Set
	speech          *lexicon.Set
}

var compiled = sync.OnceValue(func() *lists {
	l := &lists{
		abbrev:      make(map[string]class),
		contraction: make(map[string][]int8),
		clitics:     lexicon.Clitics(),
		elisions:    lexicon.Elisions(),
		prefixes:    lexicon.HyphenPrefixes(),
		units:       lexicon.Units(),
		emoticons:   lexicon.Emoticons(),
		hosts:       lexicon.HostLabels(),
		starters:    lexicon.SentenceStarters(),
		afterTime:   lexicon.AfterTime(),
		speech:      lexicon.SpeechVerbs(),
	}
	for w, cols := range lexicon.Abbreviations().All() {
		c, ok := classes[cols[0]]
		if !ok {
			panic(fmt.Sprintf("token: abbreviation %q has the unknown class %q", w, cols[0]))
		}
		l.abbrev[w] = c
	}
	for w, cols := range lexicon.Contractions().All() {
		var cuts []int8
		for c := range strings.SplitSeq(cols[0], ",") {
			n, err := strconv.ParseInt(c, 10, 8)
			if err != nil || n <= 0 || int(n) >= len(w) {
				panic(fmt.Sprintf("token: contraction %q has the bad cut %q", w, c))
			}
			cuts = append(cuts, int8(n))
		}
		l.contraction[w] = cuts
		if a, z := w[0]-'a', w[len(w)-1]-'a'; a < 26 && z < 26 {
			l.contractionEnds[a] |= 1 << z
		}
	}
	return l
})

// maxListed is the length in bytes of the longest word that is looked up.
const maxListed = 24

// fold writes w in lower case (ASCII only; the lists hold no other capitals)
// into buf. It returns nil for what is too long to be listed.
func fold(buf *[maxListed]byte, w string) []byte {
	if len(w) > maxListed {
		return nil
	}
	for i := range len(w) {
		c := w[i]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		buf[i] = c
	}
	return buf[:len(w)]
}
