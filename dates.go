package newsfact

import (
	"net/url"
	"strings"
	"time"

	"github.com/newsfact/newsfact/internal/timex"
)

// A Date is an expression of time in the text with its value in TIMEX3 (TimeML
// 1.2.1), resolved against the article's date and the dates before it.
type Date struct {
	Span
	Type  string `json:"type"`          // DATE, TIME, DURATION or SET
	Value string `json:"value"`         // 2025-07-19, 2025-W30, 2025-SU, 199X, P3D, PAST_REF, XXXX-07-19, …
	Mod   string `json:"mod,omitempty"` // APPROX, START, MID, END, LESS_THAN, …

	// Begin is the first day and Until the day after the last one, where the
	// value is a stretch of the calendar.
	Begin string `json:"begin,omitempty"`
	Until string `json:"until,omitempty"`

	// Alternatives are the values of the other reading, where day and month
	// could change places and nothing decides.
	Alternatives []string `json:"alternatives"`

	// Conflict names what does not fit: "weekday" where the date falls on
	// another one than the text says.
	Conflict string `json:"conflict,omitempty"`
}

// Interval returns the instants that bound d: the beginning of its first day
// and that of the day after its last, in UTC. It is not ok for durations, for
// sets and for dates without bounds on the calendar, such as "recently".
func (d Date) Interval() (begin, until time.Time, ok bool) {
	begin, err1 := time.Parse(time.DateOnly, d.Begin)
	until, err2 := time.Parse(time.DateOnly, d.Until)
	return begin, until, err1 == nil && err2 == nil
}

// bridgeDates bridges from package timex.
func bridgeDates(text string, xs []timex.Expr) []Date {
	ds := make([]Date, len(xs))
	for i, x := range xs {
		ds[i] = Date{
			Span: Span{Start: x.Start, End: x.End, Text: text[x.Start:x.End]},
			Type: x.Type, Value: x.Value, Mod: x.Mod, Begin: x.Begin, Until: x.Until,
			Alternatives: x.Alternatives, Conflict: x.Conflict,
		}
		if x.Alternatives == nil {
			ds[i].Alternatives = []string{}
		}
	}
	return ds
}

// reference is what an article says of the day and the place that its dates
// are to be read from.
func reference(a *Article) timex.Ref {
	var r timex.Ref
	for _, s := range []Stamp{a.Published, a.Dateline, a.Modified} {
		if t, ok := s.Time(); ok && len(s.Value) >= len(time.DateOnly) {
			r.Date = t
			break
		}
	}
	lang, region, _ := strings.Cut(a.Language, "-")
	r.Lang = strings.ToLower(lang)
	if r.Country = strings.ToUpper(region); len(r.Country) != 2 {
		r.Country = country(a.URL)
	}
	return r
}

// country is the country of a site by its top-level domain, "" for .com and
// its like.
func country(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := u.Hostname()
	switch tld := strings.ToUpper(host[strings.LastIndexByte(host, '.')+1:]); {
	case tld == "UK":
		return "GB"
	case tld == "GOV", tld == "MIL":
		return "US"
	case len(tld) == 2 && tld != "EU" && tld != "TV" && tld != "IO" && tld != "CO" && tld != "ME":
		return tld
	}
	return ""
}
