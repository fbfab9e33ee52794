package stamp

import (
	"strconv"
	"time"
)

// leapYear stands in where the year is not known, so that 29 February is a day.
const leapYear = 2000

// validYear: no page is older than the press, and numbers beyond are counts.
func validYear(y int) bool { return y >= 1800 && y < 2200 }

func validDay(y, m, d int) bool {
	return validYear(y) && m >= 1 && m <= 12 && d >= 1 && d <= daysIn(y, m)
}

func daysIn(y, m int) int {
	switch m {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// century completes a year of two digits.
func century(yy int) int {
	if yy < 70 {
		return 2000 + yy
	}
	return 1900 + yy
}

// Weekday returns the ISO weekday of a date, 1 for Monday.
func Weekday(y, m, d int) int {
	// Zeller's rule, with March as the first month.
	if m < 3 {
		m += 12
		y--
	}
	h := (d + 13*(m+1)/5 + y + y/4 - y/100 + y/400) % 7 // 0 is Saturday
	return (h+5)%7 + 1
}

// value turns the parts of a date into a Found without its span.
func (p *parser) value(c core, clk clock, hasClock bool, weekday int) (Found, bool) {
	f := Found{Weekday: weekday}
	switch {
	case c.y == 0:
		f.Kind = NoYear
	case c.d == 0:
		f.Kind = Month
		hasClock = false
	case !validDay(c.y, c.m, c.d):
		return f, false
	}
	if f.Kind == Day && weekday > 0 {
		fits := Weekday(c.y, c.m, c.d) == weekday
		other := c.altM > 0 && Weekday(c.y, c.altM, c.altD) == weekday
		switch {
		case !fits && other:
			c.m, c.d, c.altM = c.altM, c.altD, 0
		case fits && !other:
			c.altM = 0
		case !fits:
			f.Conflict = true
		}
	}
	f.Value = iso(c.y, c.m, c.d, clk, hasClock)
	if c.altM > 0 {
		f.Alt = iso(c.y, c.altM, c.altD, clk, hasClock)
	}
	return f, true
}

// iso writes a date as ISO 8601.
func iso(y, m, d int, c clock, hasClock bool) string {
	b := make([]byte, 0, 25)
	if y == 0 {
		b = append(b, "XXXX"...)
	} else {
		b = append(b, two(y/100)...)
		b = append(b, two(y%100)...)
	}
	b = append(append(b, '-'), two(m)...)
	if d == 0 {
		return string(b)
	}
	b = append(append(b, '-'), two(d)...)
	if !hasClock {
		return string(b)
	}
	b = append(append(b, 'T'), two(c.h)...)
	b = append(append(b, ':'), two(c.m)...)
	if c.hasS {
		b = append(append(b, ':'), two(min(c.s, 59))...) // a leap second is no time.Time
	}
	if c.summer == "us" && c.zone != "" && usSummer(y, m, d) {
		h, err := strconv.Atoi(c.zone[1:3])
		if err == nil {
			return string(append(b, isoOffset((1-h)*60)...))
		}
	}
	return string(append(b, c.zone...))
}

// usSummer reports whether American clocks show summer time on a day: from
// the second Sunday of March to the first of November, by the law of 2007,
// to which the zones' short names ("ET") are younger.
func usSummer(y, m, d int) bool {
	switch {
	case y == 0:
		return m > 3 && m < 11
	case m == 3:
		return d >= firstSunday(y, 3)+7
	case m == 11:
		return d < firstSunday(y, 11)
	}
	return m > 3 && m < 11
}

func firstSunday(y, m int) int { return 1 + (7-Weekday(y, m, 1))%7 }

func unixISO(sec int64) string { return time.Unix(sec, 0).UTC().Format("2006-01-02T15:04:05Z") }
