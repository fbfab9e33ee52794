// Package stamp reads date lines: a short text such as "Updated: Fri, 2 May
// 2024 10:30 BST", a machine's date, a URL; and returns the dates in it as
// ISO 8601 values, each with its span. It favours saying less over guessing:
// an impossible date has no value, a missing year stays missing, a day and
// month that could change places give both readings.
//
// It reads the words of all languages at once, since a date line is read
// before its language is sure. It knows nothing of pages, of sentences or of
// the clock, and does not judge which of several dates is the right one.
package stamp

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A Kind says how much of a date was written.
type Kind uint8

const (
	Day       Kind = iota // a full date, with or without a clock time
	Month                 // a year and a month
	NoYear                // a month and a day
	Relative              // "3 hours ago", "yesterday"
	Copyright             // the year or years of a copyright line; Value is the last
)

// A Label says what the words around a date say of it.
type Label uint8

const (
	None      Label = iota
	Published       // "Published", "Posted"
	Modified        // "Updated", "Stand"
	Other           // "Registered", "Born": a date of something else
)

// An Order is the order in which numbers name day, month and year where
// nothing else decides.
type Order uint8

const (
	Unknown Order = iota
	DMY
	MDY
	YMD // matters for years of two digits: 25/05/15
)

// Hints are what is known of a text before its dates are read. The zero Hints
// know nothing.
type Hints struct {
	Lang  string // ISO 639-1, chooses where a word is a month in several languages
	Order Order
}

// A Found is a date in a text.
type Found struct {
	Start, End int // s[Start:End] is the date, with its weekday, time and zone

	Kind  Kind
	Label Label

	// Value is ISO 8601, as precise as written: "2024-05-02",
	// "2024-05-02T10:30+01:00", "2024-05"; "XXXX-05-02" without a year; a
	// year for a copyright; empty for a relative date. A zone that was named
	// is given as its offset, fractions of seconds are left out.
	Value string
	// Alt is the other reading where day and month could change places and
	// neither the hints nor the weekday decide.
	Alt string

	Weekday  int  // as written, ISO: 1 is Monday; 0 without one
	Conflict bool // the weekday is not the date's

	// N and Unit say how far back a relative date lies: 3 and 'h'. Unit is
	// s, m (minutes), h, d, w, M (months) or y.
	N    int
	Unit byte
}

// HasTime reports whether the value has a clock time.
func (f Found) HasTime() bool { return len(f.Value) > len("2006-01-02") }

// Find returns the dates in s, in order, without overlap. It is linear in the
// length of s, and its memory does not grow with it: a long text is read in
// pieces, cut at white space.
func Find(s string, h Hints) []Found {
	if !hasDate(s) {
		return nil
	}
	p := newParser(h)
	for at := 0; at < len(s); {
		end := at + pieceEnd(s[at:])
		p.s, p.toks, p.done = s[at:end], p.toks[:0], 0
		first := len(p.out)
		p.scan()
		p.find()
		for i := first; i < len(p.out); i++ {
			p.out[i].Start += at
			p.out[i].End += at
		}
		at = end
	}
	out := p.out
	p.free()
	return out
}

// pieceEnd returns where the first piece of a text ends: after a line or a
// sentence if one ends in its second half, else at its last white space.
func pieceEnd(s string) int {
	const most = 8 << 10
	if len(s) <= most {
		return len(s)
	}
	half := s[most/2 : most]
	for _, mark := range [...]string{"\n", ". ", " "} {
		if i := strings.LastIndex(half, mark); i >= 0 {
			return most/2 + i + len(mark)
		}
	}
	end := most
	for end > most-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return end
}

// hasDate rules out what cannot hold a date: most strings have no digit, in
// any script. What has none and could be a date ("yesterday") is worth little.
func hasDate(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; '0' <= c && c <= '9' || c >= 0xD9 && c != 0xE2 { // Arabic digits begin with D9 or DB, punctuation with E2
			return true
		}
	}
	return false
}

// Parse returns the first full date or month of a machine's or a field's
// value, such as the content of a meta element.
func Parse(s string, h Hints) (Found, bool) {
	const most = 200 // a field that is longer is prose
	if len(s) > most {
		s = s[:most]
	}
	if f, ok := epoch(s); ok {
		return f, true
	}
	for _, f := range Find(s, h) {
		if f.Kind == Day || f.Kind == Month {
			return f, true
		}
	}
	return Found{}, false
}

// parser holds one call's text and tokens.
type parser struct {
	s    string
	h    Hints
	toks []tok
	out  []Found

	// done is the first token that no date has used yet: a clock time to the
	// left of a date must not be taken from the date before.
	done int
}

// parsers keeps the tokens of one call for the next: of a scraped text every
// line with a digit is read, and its tokens took a tenth of the memory that the
// text was read in.
var parsers = sync.Pool{New: func() any { return new(parser) }}

func newParser(h Hints) *parser {
	p := parsers.Get().(*parser)
	p.h, p.toks = h, p.toks[:0]
	return p
}

// free gives p back, without the text.
func (p *parser) free() {
	p.s, p.out = "", nil
	parsers.Put(p)
}

// find walks the tokens. A date is tried at each token that could begin one;
// every try looks at a bounded number of tokens.
func (p *parser) find() {
	first := len(p.out)
	label, labelAt := None, 0
	for i := 0; i < len(p.toks); {
		t := &p.toks[i]
		if t.kind != 'n' && t.e == nil && t.c != 'c' && t.c != '(' { // "©", "(c)"
			i++
			continue
		}
		if l := labelOf(t); l != None {
			if len(p.out) > first && p.labelsBefore(i, l) {
				l = None
			}
			label, labelAt = l, i
		}
		f, end, ok := p.date(i)
		if !ok {
			i++
			continue
		}
		// A label reaches as far as "Updated by Anna Maria Lopez and John
		// Smith on Monday, 3 May", no further.
		const reach = 14
		if label != None && i-labelAt <= reach {
			f.Label = label
		}
		label = None
		p.out = append(p.out, f)
		if end <= i {
			panic("stamp: a date without tokens") // better than a quiet endless loop
		}
		i, p.done = end, end
	}
}

// LabelOf returns what a short text that holds no date says of the date after
// it: "Published:", "Date of birth".
func LabelOf(s string) Label {
	const most = 60 // bytes; a longer text is no label
	if len(s) > most {
		return None
	}
	p := newParser(Hints{})
	defer p.free()
	p.s = s
	p.scan()
	for i := range p.toks {
		if l := labelOf(&p.toks[i]); l != None {
			return l
		}
	}
	return None
}

// OpeningLabel returns what the very first words of a text say of the date
// after them: "This entry was posted on Monday, June 4th, 2007 at …".
func OpeningLabel(s string) Label {
	const most = 60 // bytes
	p := &parser{s: s[:min(len(s), most)]}
	p.scan()
	if len(p.toks) == 0 {
		return None
	}
	return labelOf(&p.toks[0])
}

func labelOf(t *tok) Label {
	if t.e == nil {
		return None
	}
	switch r := t.e.roles; {
	case r&modifiedRole != 0:
		return Modified
	case r&publishedRole != 0:
		return Published
	case r&lexicon.DateOther != 0:
		return Other
	}
	return None
}

// labelsBefore gives the label at token i to the date that ended just before
// it, as Japanese and Chinese pages write it ("2024年5月2日 公開"): the date has
// none yet, and the label is no heading of what follows.
func (p *parser) labelsBefore(i int, l Label) bool {
	if len(p.out) == 0 || p.done != i || !p.toks[i].cjk || p.is(i+1, ':') {
		return false
	}
	f := &p.out[len(p.out)-1]
	if f.Label != None {
		return false
	}
	f.Label = l
	return true
}
