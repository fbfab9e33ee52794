package lexicon

import (
	"fmt"
	"strconv"
	"sync"
)

// A CalendarName is what a word says in the calendar of one language: "mar"
// is March in English, March or Tuesday in Spanish.
type CalendarName struct {
	Lang    string // ISO 639-1
	Month   int8   // 1 to 12; 0 where the word is no month
	Weekday int8   // ISO: 1 is Monday, 7 is Sunday; 0 where it is no weekday
}

// CalendarNames returns what a folded word (see Fold) says in each language
// that has it as a month or a weekday, ordered by language; nil where none
// has. Words of two and more parts ("cümə axşamı") are keys with one space.
// The result is shared: do not modify it.
func CalendarNames(folded []byte) []CalendarName { return calendar().names[string(folded)] }

// CalendarNameIn returns the month and the weekday that a word, folded or not,
// names in a language; 0 where it names none.
func CalendarNameIn(lang, word string) (month, weekday int) {
	for _, n := range calendar().names[Fold(word)] {
		if n.Lang == lang {
			return int(n.Month), int(n.Weekday)
		}
	}
	return 0, 0
}

// CalendarLanguages lists the languages that have a calendar, by their ISO
// 639-1 codes, in order.
func CalendarLanguages() []string { return calendar().langs }

type calendarIndex struct {
	names map[string][]CalendarName
	langs []string
}

var calendar = sync.OnceValue(func() *calendarIndex {
	c := &calendarIndex{
		names: make(map[string][]CalendarName, 2000),
		langs: languages("calendar"),
	}
	for _, lang := range c.langs {
		file := "calendar/" + lang + ".txt"
		for _, r := range rows(file) {
			n := CalendarName{
				Lang:    lang,
				Month:   smallNumber(file, r, 1, 12),
				Weekday: smallNumber(file, r, 2, 7),
			}
			k := Fold(r.Cols[0])
			ns := c.names[k]
			if i := len(ns) - 1; i >= 0 && ns[i].Lang == lang { // "fév" and "fev" are one key
				if clash(ns[i].Month, n.Month) || clash(ns[i].Weekday, n.Weekday) {
					panic(fmt.Sprintf("lexicon: %s:%d: %q, folded, is another word too", file, r.Line, r.Cols[0]))
				}
				ns[i].Month |= n.Month
				ns[i].Weekday |= n.Weekday
				continue
			}
			c.names[k] = append(ns, n)
		}
	}
	return c
})

// clash reports whether two numbers that a word has are both given and differ.
func clash(a, b int8) bool { return a != 0 && b != 0 && a != b }

func smallNumber(file string, r Row, col, most int) int8 {
	s := r.Cols[col]
	if s == "-" {
		return 0
	}
	n, err := strconv.Atoi(s)
	if err != nil || n < 1 || n > most {
		panic(fmt.Sprintf("lexicon: %s:%d: no number from 1 to %d: %q", file, r.Line, most, s))
	}
	return int8(n)
}
