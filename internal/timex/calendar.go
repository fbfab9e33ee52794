package timex

import (
	"strconv"
	"time"
)

// A day is a date of the proleptic Gregorian calendar. The zero day is no
// date.
type day struct{ y, m, d int }

const (
	minYear = 1
	maxYear = 9999
)

func (d day) ok() bool {
	return d.y >= minYear && d.y <= maxYear && d.m >= 1 && d.m <= 12 && d.d >= 1 && d.d <= monthDays(d.y, d.m)
}

// monthDays is the length of a month; year 0 stands for an unknown one, in
// which February may have 29 days.
func monthDays(y, m int) int {
	switch m {
	case 2:
		if y == 0 || y%4 == 0 && (y%100 != 0 || y%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

func (d day) time() time.Time { return time.Date(d.y, time.Month(d.m), d.d, 0, 0, 0, 0, time.UTC) }

func dayOf(t time.Time) day {
	y, m, d := t.Date()
	return day{y, int(m), d}
}

// num counts days from a fixed day, so that differences are distances.
func (d day) num() int { return int(d.time().Unix() / 86400) }

func dayNum(n int) day { return dayOf(time.Unix(int64(n)*86400, 0).UTC()) }

// weekday is ISO: 1 is Monday, 7 is Sunday.
func (d day) weekday() int { return (int(d.time().Weekday())+6)%7 + 1 }

func (d day) week() (year, week int) { return d.time().ISOWeek() }

func (d day) add(days int) day { return dayNum(d.num() + days) }

// addMonths keeps the day of the month where the target month has it, and
// takes that month's last day where not.
func (d day) addMonths(n int) day {
	t := d.y*12 + d.m - 1 + n
	y, m := t/12, t%12+1
	if t < 0 {
		return day{}
	}
	return day{y, m, min(d.d, monthDays(y, m))}
}

// weekStart is the Monday of an ISO week.
func weekStart(year, week int) day {
	d := day{year, 1, 4}
	return d.add((week-1)*7 - (d.weekday() - 1))
}

// easter is Easter Sunday of the Western church (Butcher's algorithm).
func easter(y int) day {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	f := (b + 8) / 25
	g := (b - f + 1) / 3
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return day{y, n / 31, n%31 + 1}
}

// nthWeekday is the nth such weekday of a month, from its end where n < 0.
func nthWeekday(y, m, wd, n int) day {
	if n < 0 {
		d := day{y, m, monthDays(y, m)}
		return d.add(-((d.weekday() - wd + 7) % 7) + (n+1)*7)
	}
	d := day{y, m, 1}
	return d.add((wd-d.weekday()+7)%7 + (n-1)*7)
}

// ---- values ----

func digits(b []byte, n, width int) []byte {
	var a [20]byte
	s := strconv.AppendInt(a[:0], int64(n), 10)
	for i := len(s); i < width; i++ {
		b = append(b, '0')
	}
	return append(b, s...)
}

// partial writes a day, a month or a year.
func (d day) partial() string {
	switch {
	case d.m == 0:
		return dayValue(d, year)
	case d.d == 0:
		return dayValue(d, monthUnit)
	}
	return d.String()
}

func (d day) String() string { return string(d.append(make([]byte, 0, 10))) }

// append writes ISO 8601, XXXX for an unknown year.
func (d day) append(b []byte) []byte {
	if d.y == 0 {
		b = append(b, "XXXX"...)
	} else {
		b = digits(b, d.y, 4)
	}
	b = append(b, '-')
	b = digits(b, d.m, 2)
	if d.d != 0 {
		b = append(b, '-')
		b = digits(b, d.d, 2)
	}
	return b
}

// Bounds returns the first day of a plain calendar value and the day after
// its last one; ok is false for values without bounds (P3D, PAST_REF,
// XXXX-07, 2025-SU).
func Bounds(value string) (begin, until time.Time, ok bool) {
	b, u, ok := bounds(value)
	if !ok {
		return time.Time{}, time.Time{}, false
	}
	return b.time(), u.time(), true
}

func bounds(v string) (begin, until day, ok bool) {
	if i := indexByte(v, 'T'); i > 0 {
		v = v[:i] // a time of a day is bounded by its day here
	}
	n, rest, ok := leadingNumber(v)
	switch width := len(v) - len(rest); {
	case !ok:
		return
	case width == 2 && rest == "XX":
		return span(day{n * 100, 1, 1}, 1200)
	case width == 3 && rest == "X":
		return span(day{n * 10, 1, 1}, 120)
	case width != 4:
		return day{}, day{}, false
	case rest == "":
		return span(day{n, 1, 1}, 12)
	case len(rest) < 3 || rest[0] != '-':
		return day{}, day{}, false
	}
	rest = rest[1:]
	switch k, after, ok := leadingNumber(rest[1:]); {
	case rest[0] == 'Q' && ok && after == "" && k >= 1 && k <= 4:
		return span(day{n, k*3 - 2, 1}, 3)
	case rest[0] == 'H' && ok && after == "" && (k == 1 || k == 2):
		return span(day{n, k*6 - 5, 1}, 6)
	case rest[0] == 'W' && ok && k >= 1 && k <= 53:
		d := weekStart(n, k)
		if y, w := d.week(); y != n || w != k {
			return day{}, day{}, false
		}
		if after == "-WE" {
			return d.add(5), d.add(7), true
		}
		return d, d.add(7), after == ""
	}
	m, rest, ok := leadingNumber(rest)
	if !ok || m < 1 || m > 12 {
		return day{}, day{}, false
	}
	if rest == "" {
		return span(day{n, m, 1}, 1)
	}
	d, rest, ok := leadingNumber(rest[1:])
	if x := (day{n, m, d}); ok && rest == "" && x.ok() {
		return x, x.add(1), true
	}
	return day{}, day{}, false
}

func span(d day, months int) (begin, until day, ok bool) {
	if !d.ok() {
		return day{}, day{}, false
	}
	return d, d.addMonths(months), true
}

func indexByte(s string, c byte) int {
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			return i
		}
	}
	return -1
}

func leadingNumber(s string) (n int, rest string, ok bool) {
	i := 0
	for i < len(s) && i < 6 && s[i] >= '0' && s[i] <= '9' {
		n = n*10 + int(s[i]-'0')
		i++
	}
	return n, s[i:], i > 0
}
