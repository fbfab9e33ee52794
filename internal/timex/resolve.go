package timex

import (
	"strconv"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// resolver turns what is written into values, in the order of the text: each
// date may be the anchor of the next.
type resolver struct {
	p        *parser
	ref      day // zero where unknown
	monthDay bool
	ordered  bool          // the order of day and month is known
	anchor   day           // the narrative's day; d or m is 0 where it is a month or a year
	lastDay  day           // the last day that the narrative named, for "that day"
	years    [13][32]int16 // the years of the days of months named so far: a text means one by "May 9"
	sent     int32
	explicit bool // the anchor's year was written
	qYear, q int  // the quarter that the report is about
	yearly   bool // the period named last is longer than a quarter
	buf      []byte
}

func newResolver(p *parser, ref Ref) *resolver {
	r := &resolver{p: p, sent: -1}
	if !ref.Date.IsZero() {
		r.ref = dayOf(ref.Date)
	}
	r.monthDay, r.ordered = order(ref, p)
	return r
}

// order tells whether the document puts the month before the day in numbers.
func order(ref Ref, p *parser) (monthFirst, known bool) {
	switch {
	case p.votes[1] > p.votes[0]:
		return true, true
	case p.votes[0] > p.votes[1]:
		return false, true
	case ref.Country != "":
		return lexicon.MonthFirst(ref.Country), true
	case p.zoneVotes != 0:
		return p.zoneVotes > 0, true
	case ref.Lang != "" && ref.Lang != "en":
		return false, true
	}
	return true, false
}

func (r *resolver) known() bool { return r.ref.y != 0 }

// resolve gives an expression its value. It is not ok where the words have
// none after all.
func (r *resolver) resolve(e *expr) (Expr, bool) {
	x := Expr{Start: int(e.start), End: int(e.end), Mod: e.mod}
	switch {
	case e.kind == calendar && (e.quarter != 0 || e.relUnit == quarter || e.period):
		r.yearly = false
	case e.kind == duration && e.amounts[0].unit == monthUnit && e.amounts[0].n > 3, e.kind == calendar && e.half != 0:
		r.yearly = true
	}
	switch e.kind {
	case reference:
		x.Type, x.Value = Date, e.ref
	case anaphor:
		x.Type, x.Value = Date, "PAST_REF"
		if r.anchor.y != 0 && r.anchor != r.ref {
			x.Value = r.anchor.partial()
		}
	case duration:
		x.Type, x.Value = Duration, e.period3()
		if e.ahead && e.tense == futureTense && r.known() {
			e.shift = hence
			x.Type, x.Value = r.shifted(e)
		}
	case set:
		x.Type, x.Value = Set, r.setValue(e)
	case shift:
		x.Type, x.Value = r.shifted(e)
	case calendar:
		x.Type, x.Value = r.calendar(e, &x)
	}
	if x.Value == "" {
		return x, false
	}
	if x.Type == Date || x.Type == Time {
		if b, u, ok := bounds(x.Value); ok {
			x.Begin, x.Until = b.String(), u.String()
		}
	}
	return x, true
}

// ---- durations and sets ----

// period3 writes an amount as TIMEX3 does: P3D, PT2H30M, PXY.
func (e *expr) period3() string {
	b := append(make([]byte, 0, 12), 'P')
	timed := false
	for _, a := range e.amounts[:e.count] {
		n, u := a.n, a.unit
		switch {
		case u == fortnight:
			n *= 2
		case u == half:
			n *= 6
		case u == quarter && !a.vague:
			n *= 3
			u = monthUnit
		case u == decade && !a.vague && n != 1:
			n *= 10
			u = year
		case u == year && n == 0.5:
			n, u = 6, monthUnit
		case u == decade && n == 0.5:
			n, u = 5, year
		case u == century && n != float64(int(n)):
			n, u = n*100, year // "half a century"
		}
		if u < dayUnit && !timed {
			timed = true
			b = append(b, 'T')
		}
		if a.vague {
			b = append(b, 'X')
		} else {
			b = strconv.AppendFloat(b, n, 'f', -1, 64)
		}
		b = append(b, unitCodes[u]...)
	}
	return string(b)
}

func (r *resolver) setValue(e *expr) string {
	b := r.buf[:0]
	switch {
	case e.ref != "":
		b = append(b, e.ref...)
		if e.clock != 0 && b[0] == 'P' {
			b = append(b[:0], "XXXX-XX-XX"...)
		}
	case e.nth != 0 && e.nthUnit == dayUnit:
		b = append(b, "XXXX-XX-"...)
		b = digits(b, int(e.nth), 2)
	case e.wday != 0:
		b = append(b, "XXXX-WXX-"...)
		b = digits(b, int(e.wday), 1)
	case e.month != 0:
		b = day{0, int(e.month), int(e.day)}.append(b)
	case e.season != "":
		b = append(append(b, "XXXX-"...), e.season...)
	case e.quarter != 0:
		b = digits(append(b, "XXXX-Q"...), int(e.quarter), 1)
	case e.count != 0 && e.clock == 0 && e.part == "":
		return e.period3()
	default:
		b = append(b, "XXXX-XX-XX"...)
	}
	r.buf = e.appendTime(b)
	return string(r.buf)
}

// appendTime adds the time of day.
func (e *expr) appendTime(b []byte) []byte {
	if e.clock == 0 {
		if e.part != "" {
			b = append(append(b, 'T'), e.part...)
		}
		return b
	}
	h := int(e.hour)
	if !e.meridiem && h < 12 && (e.part == "AF" || e.part == "EV" || e.part == "NI" && h >= 6) {
		h += 12
	}
	b = digits(append(b, 'T'), h, 2)
	b = digits(append(b, ':'), int(e.min), 2)
	if e.clock > 2 {
		b = digits(append(b, ':'), int(e.sec), 2)
	}
	if e.zone != "" {
		b = append(b, e.zone...)
	}
	return b
}

// ---- shifts ----

// shifted gives "two years ago", "a week later" the day, month or year that
// they lead to.
func (r *resolver) shifted(e *expr) (typ, value string) {
	small := e.amounts[e.count-1]
	back := e.shift == ago || e.shift == earlier
	base := r.ref
	if (e.shift == earlier || e.shift == later) && r.anchor.y != 0 {
		base = r.anchor
	}
	if small.vague {
		if e.shift == ago {
			return Date, "PAST_REF"
		}
		if e.shift == hence {
			return Date, "FUTURE_REF"
		}
		return Duration, e.period3()
	}
	if base.y == 0 {
		if back {
			return Date, "PAST_REF"
		}
		return Date, "FUTURE_REF"
	}
	if e.finance && r.q != 0 {
		n := int(small.n)
		if r.yearly {
			return Date, dayValue(day{y: r.qYear - n}, year)
		}
		return Date, quarterValue(r.qYear-n, r.q)
	}
	if small.unit < dayUnit {
		if base.d == 0 {
			base = r.ref
		}
		if base.y == 0 {
			return Time, "PAST_REF"
		}
		return Time, "XXXX-XX-XXTXX:XX"
	}
	d, ok := r.move(base, e, back)
	if !ok {
		return Date, ""
	}
	if e.shift == later && r.known() && small.unit >= year && base.y <= r.ref.y && d.y > r.ref.y {
		return Duration, e.period3() // from a day that the text does not name
	}
	precise := small.unit
	if precise == week || precise == fortnight {
		if base.d != 0 && (e.shift == later || e.shift == earlier || precise == fortnight || small.n != float64(int(small.n))) {
			precise = dayUnit
		}
	}
	if e.mod == "" || e.mod != "APPROX" {
		r.setAnchor(e, d, precise)
	}
	return Date, dayValue(d, precise)
}

// move adds the amounts to a day.
func (r *resolver) move(base day, e *expr, back bool) (day, bool) {
	sign := 1
	if back {
		sign = -1
	}
	d := base
	if d.m == 0 {
		d.m = 1
	}
	if d.d == 0 {
		d.d = 1
	}
	for _, a := range e.amounts[:e.count] {
		if a.n > 20000 {
			return day{}, false
		}
		n := a.n * float64(sign)
		switch a.unit {
		case dayUnit:
			d = d.add(int(n))
		case week, weekend:
			d = d.add(int(n * 7))
		case fortnight:
			d = d.add(int(n * 14))
		case monthUnit:
			d = d.addMonths(int(n))
		case quarter:
			d = d.addMonths(int(n * 3))
		case half:
			d = d.addMonths(int(n * 6))
		case year:
			d = d.addMonths(int(n * 12))
		case decade:
			d = d.addMonths(int(n * 120))
		case century:
			d = d.addMonths(int(n * 1200))
		case millennium:
			d = d.addMonths(int(n * 12000))
		}
		if !d.ok() {
			return day{}, false
		}
	}
	return d, true
}

// dayValue writes a day as precisely as a unit allows.
func dayValue(d day, u unit) string {
	switch u {
	case week, fortnight:
		y, w := d.week()
		return string(digits(append(digits(nil, y, 4), "-W"...), w, 2))
	case weekend:
		return dayValue(d, week) + "-WE"
	case monthUnit:
		return day{d.y, d.m, 0}.String()
	case quarter:
		return quarterValue(d.y, (d.m+2)/3)
	case half:
		return string(digits(append(digits(nil, d.y, 4), "-H"...), (d.m+5)/6, 1))
	case year, millennium:
		return string(digits(nil, d.y, 4))
	case decade:
		return string(digits(nil, d.y, 4))
	case century:
		return string(digits(nil, d.y, 4))
	}
	return d.String()
}

func quarterValue(y, q int) string {
	if y <= 0 {
		return "XXXX-Q" + strconv.Itoa(q)
	}
	return string(digits(append(digits(nil, y, 4), "-Q"...), q, 1))
}

// setAnchor makes a date the narrative's: what "the next day" counts from.
func (r *resolver) setAnchor(e *expr, d day, precise unit) {
	if d.y == 0 {
		return
	}
	switch {
	case precise >= year:
		d.m, d.d = 0, 0
	case precise >= monthUnit:
		d.d = 0
	}
	r.anchor, r.sent = d, e.sent
	if d.d != 0 && !e.deictic {
		r.lastDay = d
	}
	r.explicit = e.year != 0
}
