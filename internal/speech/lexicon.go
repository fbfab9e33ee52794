package speech

import (
	"slices"
	"strings"
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
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
	takesQuestion
	takesSaying // its object, or its subject in the passive, is who speaks: "quoted X as saying"
	weak        // says what is thought as often as what is said
)

// A verb is a verb of saying, with the phrases that it begins ("point out").
type verb struct {
	takes   takes
	phrases []phrase // the longer before the shorter
}

// A phrase is what follows the verb in a fixed phrase.
type phrase struct {
	words []string
	takes takes
}

// verbs compiles the list of verbs of saying.
var verbs = sync.OnceValue(func() map[string]*verb {
	names := map[string]takes{"clause": takesClause, "quote": takesQuote, "to": takesAddressee, "name": takesName, "as": takesAs,
		"inf": takesInfinitive, "noun": takesNoun, "show": takesPaper, "ask": takesQuestion, "saying": takesSaying, "weak": weak}
	out := make(map[string]*verb)
	for entry, cols := range lexicon.SayingVerbs().All() {
		var t takes
		for f := range strings.SplitSeq(cols[0], ",") {
			if names[f] == 0 {
				panic("lexicon: speech/verbs.txt: " + entry + ": no verb takes " + f)
			}
			t |= names[f]
		}
		words := strings.Fields(entry)
		v := out[words[0]]
		if v == nil {
			v = &verb{}
			out[words[0]] = v
		}
		if len(words) == 1 {
			v.takes = t
		} else {
			v.phrases = append(v.phrases, phrase{words[1:], t})
		}
	}
	for _, v := range out {
		slices.SortFunc(v.phrases, func(a, b phrase) int {
			if n := len(b.words) - len(a.words); n != 0 {
				return n
			}
			return slices.Compare(a.words, b.words)
		})
	}
	return out
})

// cueAt returns what the verb i takes and where the cue that it begins ends.
func (f *finder) cueAt(i int) (takes, int) {
	v := verbs()[strings.ToLower(f.Lemma(i))]
	if v == nil {
		return 0, i + 1
	}
	for _, p := range v.phrases {
		n := 0
		for n < len(p.words) && f.is(i+1+n, p.words[n]) {
			n++
		}
		if n == len(p.words) {
			return p.takes, i + 1 + n
		}
	}
	return v.takes, i + 1
}

// weekday reports whether w names a day of the week.
func weekday(w string) bool {
	_, day := lexicon.CalendarNameIn("en", w)
	return day != 0
}

// dayPart reports whether w names a part of a day.
func dayPart(w string) bool { return lexicon.DayParts().Has(strings.ToLower(w)) }

// according holds the phrases of lexicon.AccordingTo by their first word.
var according = sync.OnceValue(func() map[string][][]string {
	out := make(map[string][][]string)
	for entry := range lexicon.AccordingTo().All() {
		words := strings.Fields(entry)
		out[words[0]] = append(out[words[0]], words)
	}
	for _, l := range out {
		slices.SortFunc(l, slices.Compare)
	}
	return out
})

// accordingAt returns how many tokens from i are such a phrase, or 0.
func (f *finder) accordingAt(i int) int {
	if c := f.Words[i].Class; c != syntax.VERB && c != syntax.ADP && c != syntax.ADV && c != syntax.SCONJ {
		return 0
	}
	for _, words := range according()[strings.ToLower(f.Word(i))] {
		n := 1
		for n < len(words) && f.is(i+n, words[n]) {
			n++
		}
		if n == len(words) {
			return n
		}
	}
	return 0
}
