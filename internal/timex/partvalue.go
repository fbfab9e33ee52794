package timex

import (
	"strconv"
	"strings"
)

// quarterOrHalf resolves quarters and halves of a year, which reports name
// after they end more often than before.
func (r *resolver) quarterOrHalf(e *expr) string {
	y := e.year
	if y == 0 && e.rel != noDir {
		if s, ok := r.stretch(e.rel, year, e.tense); ok {
			y = s.y
		}
	}
	if y == 0 && r.known() {
		y = r.ref.y
		n, of := int(e.quarter), (r.ref.m+2)/3
		if e.half != 0 {
			n, of = int(e.half), (r.ref.m+5)/6
		}
		switch {
		case e.dir == last && n >= of, e.quarter != 0 && e.tense != futureTense && n-of >= 2 && of == 1, e.half == 2 && of == 1 && e.tense == pastTense:
			y--
		case e.dir == next && n <= of, e.tense == futureTense && of-n >= 2:
			y++
		}
	}
	if e.half != 0 {
		if y == 0 {
			return "XXXX-H" + strconv.Itoa(int(e.half))
		}
		return string(digits(append(digits(nil, y, 4), "-H"...), int(e.half), 1))
	}
	if r.q == 0 {
		r.qYear, r.q = y, int(e.quarter)
	}
	return quarterValue(y, int(e.quarter))
}

// reportPeriod resolves "the 1988 period", "last year's quarter".
func (r *resolver) reportPeriod(e *expr) string {
	y := e.year
	if y == 0 {
		s, ok := r.stretch(e.rel, year, e.tense)
		if !ok {
			return ""
		}
		y = s.y
	}
	if r.q != 0 {
		return quarterValue(y, r.q)
	}
	return string(digits(nil, y, 4))
}

// seasonMonths are the first months of the seasons of the northern
// hemisphere, where most of the press is.
var seasonMonths = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 12}

func (r *resolver) season(e *expr) string {
	y := e.year
	if y == 0 && e.rel != noDir {
		if s, ok := r.stretch(e.rel, year, e.tense); ok {
			y = s.y
		}
	}
	if y == 0 && r.known() {
		if m := seasonMonths[e.season]; m != 12 {
			y = r.yearOf(e, day{0, m + 1, 0})
		} else { // winter is named after the year of its January, or is the current one
			y = r.ref.y
			switch {
			case e.dir == last && r.ref.m <= 3:
				y--
			case e.dir == next && r.ref.m > 3, e.tense == futureTense && r.ref.m > 3 && e.dir == noDir:
				if r.ref.m < 9 && e.dir == noDir {
					y = r.ref.y
				}
			}
		}
	}
	if y == 0 {
		return "XXXX-" + e.season
	}
	return string(append(digits(nil, y, 4), "-"+e.season...))
}

// holiday resolves a named day by its rule: a date (12-25), a date of one year
// (2001-09-11), an nth weekday (11:4:4, the fourth Thursday of November), a
// distance from Easter (e-2).
func (r *resolver) holiday(e *expr, typ string) (string, string) {
	if len(e.holiday) == 10 && e.year == 0 {
		r.buf = e.appendTime(append(r.buf[:0], e.holiday...))
		return typ, string(r.buf)
	}
	y := e.year
	if y == 0 && e.rel != noDir && e.relUnit == year {
		if s, ok := r.stretch(e.rel, year, e.tense); ok {
			y = s.y
		}
	}
	if y == 0 {
		if !r.known() {
			if d := holidayIn(0, e.holiday); d.m != 0 {
				return typ, d.String()
			}
			return typ, ""
		}
		y = r.yearOf(e, holidayIn(r.ref.y, e.holiday))
	}
	d := holidayIn(y, e.holiday)
	if !d.ok() {
		return typ, ""
	}
	if e.weekend {
		return typ, dayValue(d.add(-((d.weekday() + 1) % 7)), weekend)
	}
	r.setAnchor(e, d, dayUnit)
	return typ, r.withTime(e, d)
}

// holidayIn returns the day of a holiday in a year; year 0 gives fixed days
// alone.
func holidayIn(y int, rule string) day {
	if off, ok := strings.CutPrefix(rule, "e"); ok {
		n, _, _ := leadingInt(strings.TrimPrefix(off, "+"))
		if y == 0 {
			return day{}
		}
		return easter(y).add(n)
	}
	if f := strings.Split(rule, ":"); len(f) == 3 {
		m, _ := strconv.Atoi(f[0])
		wd, _ := strconv.Atoi(f[1])
		n, rest, _ := leadingInt(f[2])
		after, _, _ := leadingNumber(strings.TrimPrefix(rest, "+"))
		if y == 0 {
			return day{}
		}
		return nthWeekday(y, m, wd, n).add(after)
	}
	m, rest, _ := leadingNumber(rule)
	d, _, _ := leadingNumber(strings.TrimPrefix(rest, "-"))
	return day{y, m, d}
}
