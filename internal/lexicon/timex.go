package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// A TimexClass is a set of word classes of the grammar of time expressions:
// what a word can do in one. Data files name the classes as in timexClasses.
type TimexClass uint64

// The classes. A value stands with a word where the comment names one.
const (
	TimexUnit     TimexClass = 1 << iota // a unit of time: Y M W D H MI S DE CE ML Q HY WE FN
	TimexPlural                          // a unit in the plural
	TimexPart                            // a part of the day: MO AF EV NI DT
	TimexParts                           // parts of the day in the plural, which make a set: MO AF EV NI
	TimexClock                           // a named time of the day: 12:00
	TimexSeason                          // SP SU FA WI
	TimexNumber                          // a cardinal number
	TimexScale                           // hundred, thousand
	TimexOrdinal                         // an ordinal number
	TimexSuffix                          // what follows the digits of an ordinal number
	TimexDir                             // direction before its noun: last past this next coming following preceding that same latest recent
	TimexDirAfter                        // direction after its noun; values as for TimexDir
	TimexShift                           // after an amount: ago earlier later hence
	TimexAhead                           // before an amount: ago later hence
	TimexDay                             // a day by its distance from today, with a part of the day or without: 0 -1 2 0NI
	TimexRef                             // PRESENT_REF PAST_REF FUTURE_REF
	TimexWeakRef                         // a reference only where it qualifies an event; values as for TimexRef
	TimexMod                             // START MID END, before its noun
	TimexModNoun                         // START MID END, with a preposition between it and its noun
	TimexQuant                           // TIMEX3 modifiers of amounts: APPROX LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE; with TimexOr behind the amount: "or so"
	TimexFew                             // an amount without a number
	TimexSome                            // as TimexFew, and a modifier before a number: "some"
	TimexCouple                          // an amount of about the value
	TimexArticle                         // the definite article; with a value where it is melted with a preposition: "im", "au"
	TimexOne                             // the indefinite article: one of a unit
	TimexPoss                            // possessive pronouns
	TimexOf                              // between a part and its whole
	TimexTo                              // between the ends of a range
	TimexGenitive                        // "'s"
	TimexAnd                             // and
	TimexOr                              // or
	TimexAt                              // between a day and its hour
	TimexOn                              // between an hour and its day
	TimexIn                              // prepositions that a bare year may follow
	TimexEvery                           // each, every
	TimexOther                           // every other
	TimexSet                             // adverbs of repetition: P1D
	TimexOnce                            // once, twice
	TimexTimes                           // three times
	TimexPer                             // per
	TimexHoliday                         // a named day, by its rule
	TimexMeridiem                        // am, pm
	TimexZone                            // a time zone by its distance from Greenwich, - where that varies; us for those of America
	TimexTense                           // past present future prospect: words that show the tense of their clause, prospect where it is ahead of the past; clause: words that begin one
	TimexTenseEnd                        // the same for endings
	TimexDecade                          // a decade by name: 9 for the nineties; without a value, what makes a decade of its first year: 1990s, 1990er
	TimexAdj                             // may stand between a determiner and a unit: fiscal, full
	TimexMore                            // another, more, additional
	TimexHalf                            // half
	TimexPeriod                          // a stretch whose length only the context tells
	TimexPast                            // minutes past the hour; value 1 or -1
	TimexName                            // what goes before a person's name: a month after it is a name
	TimexCounted                         // what is numbered: no year follows
	TimexMeasure                         // what is measured: no year stands before it
	TimexVerb                            // helps to tell "may" and "march" as verbs: pronouns and auxiliaries
	TimexYearWord                        // the word for a year after its number: 2025 года
	TimexOld                             // after a unit and a dash: "old", "long"
	TimexPerson                          // who has an age
	TimexLocal                           // what goes with the number of an hour: o'clock, Uhr, h
	TimexStretch                         // verbs and prepositions after which "a year" is a duration and no rate
	TimexRefNoun                         // a reference after an article: "the past"; values as for TimexRef
	TimexWithin                          // "in": before an amount it may lead ahead
	TimexDeadline                        // "by": what follows lies ahead
	TimexGiven                           // a month that is a given name too
)

var timexClasses = map[string]TimexClass{
	"unit": TimexUnit, "plural": TimexPlural, "part": TimexPart, "parts": TimexParts, "clock": TimexClock,
	"season": TimexSeason, "num": TimexNumber, "scale": TimexScale, "ord": TimexOrdinal, "suffix": TimexSuffix,
	"dir": TimexDir, "dirafter": TimexDirAfter, "shift": TimexShift, "ahead": TimexAhead, "day": TimexDay,
	"ref": TimexRef, "weakref": TimexWeakRef, "mod": TimexMod, "modnoun": TimexModNoun, "quant": TimexQuant,
	"few": TimexFew, "some": TimexSome, "couple": TimexCouple, "the": TimexArticle, "one": TimexOne, "poss": TimexPoss,
	"of": TimexOf, "to": TimexTo, "genitive": TimexGenitive, "and": TimexAnd, "or": TimexOr, "at": TimexAt, "on": TimexOn,
	"in": TimexIn, "every": TimexEvery, "other": TimexOther, "set": TimexSet, "once": TimexOnce, "times": TimexTimes,
	"per": TimexPer, "holiday": TimexHoliday, "meridiem": TimexMeridiem, "zone": TimexZone, "tense": TimexTense,
	"tenseend": TimexTenseEnd, "decade": TimexDecade, "adj": TimexAdj, "more": TimexMore, "half": TimexHalf,
	"period": TimexPeriod, "past": TimexPast, "name": TimexName, "counted": TimexCounted, "measure": TimexMeasure,
	"verb": TimexVerb, "yearword": TimexYearWord, "old": TimexOld, "person": TimexPerson, "local": TimexLocal,
	"stretch": TimexStretch, "refnoun": TimexRefNoun, "given": TimexGiven, "deadline": TimexDeadline, "within": TimexWithin,
}

// A TimexWord is a word of the grammar of time expressions, or the first word
// of phrases that are.
type TimexWord struct {
	Class   TimexClass
	Month   int8          // 1 to 12, where the word is a month
	Weekday int8          // 1 to 7, where it is a weekday
	Phrases []TimexPhrase // longest first
	senses  []timexSense
}

// A TimexPhrase is an entry of several words: Rest are those after the first.
type TimexPhrase struct {
	Rest []*TimexWord
	Word *TimexWord
}

type timexSense struct {
	class TimexClass
	value string
}

// Is reports whether the word has any of the classes.
func (w *TimexWord) Is(c TimexClass) bool { return w != nil && w.Class&c != 0 }

// Value is what the data say of the word in one class.
func (w *TimexWord) Value(c TimexClass) string {
	if w == nil {
		return ""
	}
	for _, s := range w.senses {
		if s.class == c {
			return s.value
		}
	}
	return ""
}

// TimexWords are the words with which one language speaks of time.
type TimexWords struct {
	Lang  string
	words map[string]*TimexWord
	marks [utf8.RuneSelf]*TimexWord
	ends  map[string]string
	most  int // bytes of the longest ending
	is    map[string]bool
}

// Has reports whether the language has a trait, such as "capitals" for the
// names of its months.
func (t *TimexWords) Has(trait string) bool { return t.is[trait] }

// Get returns a word by its folded form (see Fold), or nil.
func (t *TimexWords) Get(folded []byte) *TimexWord { return t.words[string(folded)] }

// Mark returns the entry of a single mark that is part of phrases, or nil.
func (t *TimexWords) Mark(b byte) *TimexWord {
	if b >= utf8.RuneSelf {
		return nil
	}
	return t.marks[b]
}

// Tense returns the tense that the ending of a folded word shows, or "".
func (t *TimexWords) Tense(folded []byte) string {
	for n := min(t.most, len(folded)-2); n > 0; n-- {
		if v, ok := t.ends[string(folded[len(folded)-n:])]; ok {
			return v
		}
	}
	return ""
}

// Timex returns the time words of a language by its ISO 639-1 code; "" is
// English. A language without a list of its own has its months and weekdays,
// and what any date line may hold.
func Timex(lang string) *TimexWords {
	if lang == "" {
		lang = "en"
	}
	if f, ok := timexTables()[lang]; ok {
		return f()
	}
	return timexTables()[undetermined]()
}

const undetermined = "und" // ISO 639-2

// Each language is compiled at its first use: a run over English news never
// pays for the others.
var timexTables = sync.OnceValue(func() map[string]func() *TimexWords {
	m := map[string]func() *TimexWords{}
	add := func(lang, list string) {
		if _, ok := m[lang]; !ok {
			m[lang] = sync.OnceValue(func() *TimexWords { return newTimexWords(lang, "timex/"+list+".txt") })
		}
	}
	for _, l := range languages("timex") {
		add(l, l)
	}
	for _, l := range CalendarLanguages() {
		add(l, undetermined)
	}
	return m
})

// TimexLanguages lists the languages that have time words of their own, in
// order.
func TimexLanguages() []string {
	return slices.DeleteFunc(languages("timex"), func(l string) bool { return l == undetermined })
}

func newTimexWords(lang, file string) *TimexWords {
	t := &TimexWords{Lang: lang, words: map[string]*TimexWord{}, ends: map[string]string{}, is: map[string]bool{}}
	for k, ns := range calendar().names {
		if strings.ContainsAny(k, "0123456789") {
			continue // 7月: the grammar reads the number
		}
		for _, n := range ns {
			if n.Lang == lang {
				w := t.entry(timexPieces(k))
				w.Month, w.Weekday = n.Month, n.Weekday
			}
		}
	}
	for _, r := range rows(file) {
		if r.Cols[0] == ".traits" {
			for _, s := range strings.Fields(r.Cols[1]) {
				t.is[s] = true
			}
			continue
		}
		if k, ok := strings.CutPrefix(r.Cols[0], "-"); ok {
			k = Fold(k)
			t.ends[k] = strings.TrimPrefix(r.Cols[1], "tenseend=")
			t.most = max(t.most, len(k))
			continue
		}
		w := t.entry(timexPieces(Fold(r.Cols[0])))
		for _, s := range strings.Fields(r.Cols[1]) {
			name, value, _ := strings.Cut(s, "=")
			if name == "month" { // an inflected form
				w.Month = smallNumber(file, Row{Cols: []string{value}, Line: r.Line}, 0, 12)
				continue
			}
			c, ok := timexClasses[name]
			if !ok {
				panic(fmt.Sprintf("lexicon: %s:%d: no class %q", file, r.Line, name))
			}
			w.Class |= c
			w.senses = append(w.senses, timexSense{c, value})
		}
	}
	return t
}

// entry returns the word at the end of a chain of pieces and makes what is
// missing on the way.
func (t *TimexWords) entry(pieces []string) *TimexWord {
	first := t.word(pieces[0])
	if len(pieces) == 1 {
		return first
	}
	rest := make([]*TimexWord, len(pieces)-1)
	for i, p := range pieces[1:] {
		rest[i] = t.word(p)
	}
	for _, p := range first.Phrases {
		if equalWords(p.Rest, rest) {
			return p.Word
		}
	}
	w := new(TimexWord)
	at := 0
	for at < len(first.Phrases) && len(first.Phrases[at].Rest) >= len(rest) {
		at++
	}
	first.Phrases = append(first.Phrases, TimexPhrase{})
	copy(first.Phrases[at+1:], first.Phrases[at:])
	first.Phrases[at] = TimexPhrase{Rest: rest, Word: w}
	return w
}

func equalWords(a, b []*TimexWord) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func (t *TimexWords) word(s string) *TimexWord {
	if len(s) == 1 && (s[0] < '0' || s[0] > '9') && (s[0] < 'a' || s[0] > 'z') {
		if t.marks[s[0]] == nil {
			t.marks[s[0]] = new(TimexWord)
		}
		return t.marks[s[0]]
	}
	w := t.words[s]
	if w == nil {
		w = new(TimexWord)
		t.words[s] = w
	}
	return w
}

// timexPieces cuts an entry as package timex cuts a text: runs of letters,
// runs of digits, single marks.
func timexPieces(s string) []string {
	var out []string
	kind := 0
	for _, r := range s {
		k := 3
		switch {
		case r == ' ':
			kind = 0
			continue
		case r >= '0' && r <= '9':
			k = 1
		case r >= 'a' && r <= 'z' || r >= utf8.RuneSelf:
			k = 2
		}
		if k == kind && k != 3 {
			out[len(out)-1] += string(r)
		} else {
			out = append(out, string(r))
		}
		kind = k
	}
	return out
}

// MonthFirst reports whether a country writes the month before the day in
// numbers: 7/21/2025.
func MonthFirst(country string) bool {
	switch country {
	case "US", "PH", "FM", "MH", "PW", "GU", "PR", "BZ":
		return true
	}
	return false
}
