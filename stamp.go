package newsfact

import "time"

// A Stamp is a date of the document and where it was found.
type Stamp struct {
	// Value is ISO 8601, as precise as the document is and with the zone as
	// written: "2025", "2025-07-21", "2025-07-21T09:10+02:00".
	Value string `json:"value,omitempty"`

	// Source is "meta", "jsonld", "visible", "url", "inferred" (the year was
	// missing and the text fixes it) or "reference" (Options.Date).
	Source string `json:"source,omitempty"`

	Place string `json:"place,omitempty"` // of a dateline

	// Rivals are the other values that the document offers, the best first.
	Rivals []Stamp `json:"rivals,omitzero"`
}

// layouts are the forms of a Value, the longest first.
var layouts = [...]string{
	"2006-01-02T15:04:05Z0700", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05",
	"2006-01-02T15:04Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04",
	"2006-01-02", "2006-01", "2006",
}

// Time returns the first instant that s covers, in UTC where s has no zone. It
// is not ok where s has no value, or one that is no day of the calendar.
func (s Stamp) Time() (t time.Time, ok bool) {
	for _, l := range layouts {
		if t, err := time.Parse(l, s.Value); err == nil {
			return t, true
		}
	}
	return time.Time{}, false
}
