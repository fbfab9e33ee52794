package lexicon

import (
	"fmt"
	"iter"
	"strconv"
	"strings"
	"sync"
)

// A DateRole is a set of the parts that a word can play in a date line. One
// word plays several: Russian "год" counts a year or marks one, and the place
// in the line decides.
type DateRole uint32

// The roles, by their names in data/dateline/xx.txt.
const (
	DatePublished DateRole = 1 << iota // "published", "posted": labels the date of publication
	DateModified                       // "updated": labels the date of a change
	DateOther                          // "registered", "born": labels a date of something else
	DateCopyright                      // "copyright": the year after it is no date of the text
	DateLink                           // stands inside a date or before it and says nothing: "of", "den"
	DateAt                             // introduces a clock time: "at", "um"
	DateAM
	DatePM
	DateOrdinal   // ends a day's number: "st", "er"
	DateSecond    // units; hour, day, month and year also mark a number as one: "18 Uhr", "7月"
	DateMinute    //
	DateHour      //
	DateDay       //
	DateWeek      //
	DateMonth     //
	DateYear      //
	DateAgo       // after a length of time: "ago"
	DateSince     // before a length of time, saying the same: "vor", "il y a"
	DateOne       // the article that means one: "an hour ago"
	DateToday     //
	DateYesterday //
)

var dateRoles = map[string]DateRole{
	"published": DatePublished, "modified": DateModified, "other": DateOther, "copyright": DateCopyright,
	"link": DateLink, "at": DateAt, "am": DateAM, "pm": DatePM, "ordinal": DateOrdinal,
	"second": DateSecond, "minute": DateMinute, "hour": DateHour, "day": DateDay,
	"week": DateWeek, "month": DateMonth, "year": DateYear,
	"ago": DateAgo, "since": DateSince, "one": DateOne,
	"today": DateToday, "yesterday": DateYesterday,
}

// DatelineWords yields the words and phrases of date lines, folded (see
// Fold), with the roles that they play in any language. A word may come more
// than once.
func DatelineWords() iter.Seq2[string, DateRole] {
	return func(yield func(string, DateRole) bool) {
		for _, lang := range languages("dateline") {
			file := "dateline/" + lang + ".txt"
			for _, r := range rows(file) {
				var roles DateRole
				for name := range strings.SplitSeq(r.Cols[1], ",") {
					role, ok := dateRoles[name]
					if !ok {
						panic(fmt.Sprintf("lexicon: %s:%d: unknown role %q", file, r.Line, name))
					}
					roles |= role
				}
				if !yield(Fold(r.Cols[0]), roles) {
					return
				}
			}
		}
	}
}

// CalendarWords yields the folded words that name a month or a weekday, with
// what they say in each language, as CalendarNames does.
func CalendarWords() iter.Seq2[string, []CalendarName] {
	return func(yield func(string, []CalendarName) bool) {
		for k, ns := range calendar().names {
			if !yield(k, ns) {
				return
			}
		}
	}
}

// A Zone is a time zone as the press names it.
type Zone struct {
	Minutes int    // east of UTC
	Summer  string // the rule that adds an hour in summer: "us", or ""
	Known   bool   // false where several zones have the name
}

// ZoneNamed returns the zone that a name in capitals ("EST", "MESZ") stands for.
func ZoneNamed(name string) (Zone, bool) {
	z, ok := zones()[name]
	return z, ok
}

var zones = sync.OnceValue(func() map[string]Zone {
	m := make(map[string]Zone)
	for _, r := range rows("zones.txt") {
		var z Zone
		if r.Cols[2] != "-" {
			z.Summer = r.Cols[2]
		}
		if o := r.Cols[1]; o != "-" {
			h, err1 := strconv.Atoi(o[1:3])
			min, err2 := strconv.Atoi(o[4:])
			if err1 != nil || err2 != nil || len(o) != 6 {
				panic(fmt.Sprintf("lexicon: zones.txt:%d: no offset: %q", r.Line, o))
			}
			z.Minutes, z.Known = h*60+min, true
			if o[0] == '-' {
				z.Minutes = -z.Minutes
			}
		}
		m[r.Cols[0]] = z
	}
	return m
})

// Eras yields the names of eras ("令和") with the year before their first, in
// the common era: add it to a year of the era.
func Eras() iter.Seq2[string, int] {
	return func(yield func(string, int) bool) {
		for _, r := range rows("eras.txt") {
			n, err := strconv.Atoi(r.Cols[1])
			if err != nil {
				panic(fmt.Sprintf("lexicon: eras.txt:%d: no number: %q", r.Line, r.Cols[1]))
			}
			if !yield(r.Cols[0], n) {
				return
			}
		}
	}
}
