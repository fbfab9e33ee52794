package timex

import (
	"strconv"

	"github.com/newsfact/newsfact/internal/lexicon"
)

func (e *expr) copyClock(t *expr) {
	e.hour, e.min, e.sec, e.clock, e.meridiem, e.zone = t.hour, t.min, t.sec, t.clock, t.meridiem, t.zone
	if e.part == "" {
		e.part = t.part
	}
}

// clock reads a time of day: "3:14 p.m. ET", "1900 GMT", "16h40", "noon",
// "half past nine". After a day (beside) shorter forms count too: "Monday at
// 2.30", "friday at 4".
func (p *parser) clock(i int, beside bool) (expr, int) {
	j := i
	e := expr{kind: calendar}
	if a := p.a(j); a.is(lexicon.TimexQuant) && p.timeAfter(j+1) {
		e.mod = a.w.Value(lexicon.TimexQuant)
		j++
	}
	a := p.a(j)
	switch {
	case a.kind == number:
		t, n := p.numberTime(j, beside)
		if n == j {
			return expr{}, i
		}
		e.copyClock(&t)
		return p.timeTail(e, n)
	case a.is(lexicon.TimexClock):
		v := a.w.Value(lexicon.TimexClock)
		h, _, _ := leadingNumber(v)
		e.hour, e.clock, e.meridiem = int8(h), 2, true
		return p.timeTail(e, j+1)
	case a.is(lexicon.TimexNumber | lexicon.TimexHalf | lexicon.TimexPast | lexicon.TimexUnit):
		t, n := p.spokenTime(j, beside)
		if n == j {
			return expr{}, i
		}
		e.copyClock(&t)
		return p.timeTail(e, n)
	}
	return expr{}, i
}

func (p *parser) timeAfter(j int) bool {
	a := p.a(j)
	return a.kind == number || a.is(lexicon.TimexClock|lexicon.TimexNumber)
}

// numberTime reads a time that begins with digits.
func (p *parser) numberTime(i int, beside bool) (expr, int) {
	a := p.a(i)
	if a.num < 0 || p.isCode(i) && !(beside && p.a(i-1).mark == '-') {
		return expr{}, i
	}
	if e, j := p.colonTime(i); j > i {
		return e, j
	}
	e := expr{kind: calendar}
	b, c := p.a(i+1), p.a(i+2)
	switch {
	case a.digits() <= 2 && a.num <= 24 && b.is(lexicon.TimexLocal) && b.is(lexicon.TimexUnit) && b.glued && (c.digits() == 2 && c.glued && c.num < 60 || c.kind != number && p.hourLetter()):
		e.hour, e.clock = int8(a.num), 2
		if c.digits() == 2 && c.glued {
			e.min = int8(c.num)
			return e, i + 3
		}
		if a.num > 23 {
			return expr{}, i
		}
		return e, i + 2
	case a.digits() <= 2 && (b.mark == '.') && b.glued && c.glued && c.digits() == 2 && c.num < 60 && a.num < 25:
		e.hour, e.min, e.clock = int8(a.num), int8(c.num), 2
		if t, n := p.meridiem(e, i+3); n > i+3 {
			return t, n
		}
		if d := p.a(i + 3); d.is(lexicon.TimexZone|lexicon.TimexLocal) || beside && a.num < 24 && !d.is(lexicon.TimexMeasure) && d.mark != '%' && (d.mark != '.' || !p.a(i+4).glued) {
			return e, i + 3
		}
		return expr{}, i
	case a.digits() == 4 && b.is(lexicon.TimexZone) && b.upper && a.num/100 < 24 && a.num%100 < 60:
		e.hour, e.min, e.clock = int8(a.num/100), int8(a.num%100), 2
		return e, i + 1
	case a.digits() == 4 && p.unit(i+1) == hour && p.a(i-1).is(lexicon.TimexAt) && a.num/100 < 24 && a.num%100 < 60: // "at 1500 hours"
		e.hour, e.min, e.clock = int8(a.num/100), int8(a.num%100), 2
		return e, i + 2
	case a.digits() <= 2 && a.num >= 0 && a.num < 24:
		e.hour, e.clock = int8(a.num), 1
		if t, n := p.meridiem(e, i+1); n > i+1 {
			return t, n
		}
		if b.is(lexicon.TimexLocal) && !b.is(lexicon.TimexUnit) {
			return e, i + 2
		}
		if t, n := p.pastTime(i); n > i {
			return t, n
		}
		if p.bareHour(i, i+1, beside) {
			return e, i + 1
		}
	}
	return expr{}, i
}

// bareHour reports whether a number alone, from i to before j, is an hour:
// after "at" and before the end of its phrase.
func (p *parser) bareHour(i, j int, beside bool) bool {
	b, before := p.a(j), p.a(i-1)
	ends := b.kind == none || (b.mark == '.' || b.mark == ',' || b.mark == '!' || b.mark == '?' || b.mark == ';' || b.mark == ')') && !p.a(j+1).glued || b.is(lexicon.TimexDay) || b.mark == ',' && p.a(j+1).is(lexicon.TimexDay)
	if !ends || !p.bareHours() {
		return false
	}
	return beside && (before.is(lexicon.TimexAt) || before.is(lexicon.TimexQuant)) ||
		b.mark == ',' && p.a(j+1).is(lexicon.TimexDay)
}

// colonTime reads 14:05, 17:30:00, 22:10:00.5+04:00.
func (p *parser) colonTime(i int) (expr, int) {
	a, b, c := p.a(i), p.a(i+1), p.a(i+2)
	if a.digits() > 2 || a.num > 24 || b.mark != ':' || !b.glued || !c.glued || c.digits() != 2 || c.num > 59 {
		return expr{}, i
	}
	e := expr{kind: calendar, hour: int8(a.num), min: int8(c.num), clock: 2}
	j := i + 3
	if s, d := p.a(j), p.a(j+1); s.mark == ':' && s.glued && d.kind == number && d.glued {
		if d.digits() != 2 || d.num > 60 {
			return expr{}, i
		}
		e.sec, e.clock = int8(d.num), 3
		j += 2
		if s, d := p.a(j), p.a(j+1); s.mark == '.' && s.glued && d.kind == number && d.glued {
			j += 2
		}
	}
	if a.num == 24 && (c.num != 0 || e.sec != 0) {
		return expr{}, i
	}
	if s := p.a(j); s.glued && (s.kind == number || s.mark == ':') {
		return expr{}, i
	}
	if t, n := p.meridiem(e, j); n > j {
		return t, n
	}
	return e, j
}

// meridiem reads am and pm in their spellings.
func (p *parser) meridiem(e expr, j int) (expr, int) {
	a := p.a(j)
	if a.is(lexicon.TimexOne) && a.glued && a.end-a.start == 1 && !a.upper { // 9:00a
		if e.hour == 12 {
			e.hour = 0
		}
		e.meridiem = true
		return e, j + 1
	}
	if !a.is(lexicon.TimexMeridiem) {
		return e, j
	}
	if a.end-a.start == 1 && (!a.glued || a.upper) {
		return e, j
	}
	v := a.w.Value(lexicon.TimexMeridiem)
	switch {
	case e.hour > 12 && v == "AM", e.hour == 0 && v == "PM":
		return e, j
	case v == "PM" && e.hour < 12:
		e.hour += 12
	case v == "AM" && e.hour == 12:
		e.hour = 0
	}
	e.meridiem = true
	return e, j + 1
}

// spokenTime reads "seven p.m.", "one thirty p m", "half past nine", "ten past
// 9", "five-thirty tomorrow evening".
func (p *parser) spokenTime(i int, beside bool) (expr, int) {
	a := p.a(i)
	if t, n := p.pastTime(i); n > i {
		return t, n
	}
	if !a.is(lexicon.TimexNumber) {
		return expr{}, i
	}
	h, _ := strconv.Atoi(a.w.Value(lexicon.TimexNumber))
	if h < 1 || h > 12 {
		return expr{}, i
	}
	e := expr{kind: calendar, hour: int8(h), clock: 1}
	if t, n := p.meridiem(e, i+1); n > i+1 {
		return t, n
	}
	if p.a(i + 1).is(lexicon.TimexLocal) {
		return e, i + 2
	}
	k := i + 1
	if p.hyphen(k) {
		k++
	}
	if q, n := p.wordQuantity(k); n > k && !q.ordinal && q.whole() && q.n >= 10 && q.n < 60 {
		e.min, e.clock = int8(q.n), 2
		if t, l := p.meridiem(e, n); l > n {
			return t, l
		}
		if beside || p.a(n).is(lexicon.TimexDay) && p.a(i-1).is(lexicon.TimexAt) {
			return e, n
		}
	}
	if p.bareHour(i, i+1, beside) && beside {
		return e, i + 1
	}
	return expr{}, i
}

// pastTime reads minutes before or after an hour.
func (p *parser) pastTime(i int) (expr, int) {
	a := p.a(i)
	minutes := 0
	switch {
	case a.is(lexicon.TimexHalf):
		minutes = 30
	case a.is(lexicon.TimexUnit) && p.unit(i) == quarter:
		minutes = 15
	default:
		q, n := p.quantity(i)
		if n != i+1 || !q.whole() || q.n < 1 || q.n > 59 || q.ordinal {
			return expr{}, i
		}
		minutes = int(q.n)
	}
	b := p.a(i + 1)
	if !b.is(lexicon.TimexPast) || b.is(lexicon.TimexTo) && !a.is(lexicon.TimexUnit) && !p.a(i-1).is(lexicon.TimexAt) {
		return expr{}, i
	}
	q, n := p.quantity(i + 2)
	if n != i+3 || !q.whole() || q.n < 1 || q.n > 12 || q.ordinal || p.a(n).is(lexicon.TimexUnit|lexicon.TimexMeasure) {
		return expr{}, i
	}
	e := expr{kind: calendar, hour: int8(q.n), min: int8(minutes), clock: 2}
	if b.w.Value(lexicon.TimexPast) == "-1" {
		e.hour, e.min = e.hour-1, int8(60-minutes)
	}
	if p.a(n).is(lexicon.TimexLocal) {
		n++
	}
	return e, n
}

// timeTail reads the zone and the words around a time: "GMT", "o'clock", "in
// the morning".
func (p *parser) timeTail(e expr, j int) (expr, int) {
	if p.a(j).is(lexicon.TimexLocal) {
		j++
	}
	if t, n := p.meridiem(e, j); n > j && !e.meridiem {
		e, j = t, n
	}
	a := p.a(j)
	switch {
	case a.is(lexicon.TimexZone) && a.upper:
		e.zone = a.w.Value(lexicon.TimexZone)
		j++
		switch {
		case e.zone == "us" || e.zone[0] == '-' && len(e.zone) > 1:
			p.zoneVotes++
		case e.zone[0] == '+':
			p.zoneVotes--
		}
		if e.zone == "-" || e.zone == "us" {
			e.zone = ""
		}
		if off, n := p.zoneOffset(j); n > j && e.zone == "Z" && p.a(j).glued {
			e.zone, j = off, n
		}
	case a.kind == word && a.glued && p.text(j) == "Z":
		e.zone = "Z"
		j++
	case e.clock >= 2 && (a.glued || p.a(j+1).digits() == 4):
		if off, n := p.zoneOffset(j); n > j {
			e.zone, j = off, n
		}
	}
	return e, j
}

// zoneOffset reads +04:00, +0400 and +4. No zone is further than 14 hours
// from Greenwich.
func (p *parser) zoneOffset(j int) (string, int) {
	a, b := p.a(j), p.a(j+1)
	if a.mark != '+' && a.mark != '-' || b.kind != number || !b.glued {
		return "", j
	}
	h, m := int(b.num), 0
	n := j + 2
	if b.digits() == 4 {
		h, m = h/100, h%100
	} else if b.digits() > 2 {
		return "", j
	} else if c, d := p.a(n), p.a(n+1); c.mark == ':' && c.glued && d.digits() == 2 && d.glued {
		m = int(d.num)
		n += 2
	}
	if h > 14 || m > 59 {
		return "", j
	}
	s := digits(digits([]byte{a.mark}, h, 2), m, 2)
	return string(s[:3]) + ":" + string(s[3:]), n
}
