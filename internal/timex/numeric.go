package timex

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// numericDate reads a date that begins with a number and names its month, if
// at all, between separators: 2025-07-21, 21.07.2025, 7/21/25, 20161016,
// 05-Aug-2016, 2025年7月21日, with the time of day that ISO 8601 glues to it.
func (p *parser) numericDate(i int) (expr, int) {
	if e, j := p.eastAsian(i); j > i {
		return e, j
	}
	if p.isCode(i) {
		return expr{}, i
	}
	if e, j := p.yearFirst(i); j > i {
		return e, j
	}
	a, sep, b := p.a(i), p.a(i+1), p.a(i+2)
	if a.digits() == 8 && !p.isDecimal(i) {
		d := day{int(a.num) / 10000, int(a.num) / 100 % 100, int(a.num) % 100}
		if d.ok() && d.y >= 1900 && d.y < 2100 {
			return expr{kind: calendar, year: d.y, month: int8(d.m), day: int8(d.d)}, i + 1
		}
		return expr{}, i
	}
	if !isSeparator(sep.mark) || !sep.glued || !b.glued || a.digits() > 4 {
		return p.yearQuarter(i)
	}
	if b.kind == word {
		return p.namedBetween(i)
	}
	if b.kind != number || b.digits() > 4 {
		return expr{}, i
	}
	sep2, c := p.a(i+3), p.a(i+4)
	if sep2.mark != sep.mark || !sep2.glued || !c.glued || c.kind != number {
		return p.numericPair(i)
	}
	if c.digits() > 4 || p.joined(i+5, sep.mark) {
		return expr{}, i
	}
	e := expr{kind: calendar}
	switch {
	case a.digits() == 4 && b.digits() <= 2 && c.digits() <= 2: // year first
		d := day{int(a.num), int(b.num), int(c.num)}
		if !d.ok() {
			return expr{}, i
		}
		e.year, e.month, e.day = d.y, int8(d.m), int8(d.d)
	case a.digits() <= 2 && b.digits() <= 2 && (c.digits() == 4 || c.digits() == 2):
		y := int(c.num)
		if c.digits() == 2 {
			if sep.mark == '-' && !p.a(i-1).is(lexicon.TimexOn) || a.num == 0 || b.num == 0 {
				return expr{}, i
			}
			y = p.pivot(y)
		}
		if !p.pair(&e, i, y) {
			return expr{}, i
		}
	default:
		return expr{}, i
	}
	return p.isoTime(e, i+5)
}

func isSeparator(c byte) bool { return c == '-' || c == '/' || c == '.' }

// joined reports whether the text goes on with a separator and more digits,
// so that what was read is part of a longer number.
func (p *parser) joined(k int, sep byte) bool {
	a := p.a(k)
	return isSeparator(a.mark) && a.glued && p.a(k+1).glued && p.a(k+1).kind == number && a.mark == sep || a.glued && a.kind == number
}

// isCode reports whether the number at i is glued to what makes it a part of
// a code, an amount or a longer number.
func (p *parser) isCode(i int) bool {
	a, b := p.a(i), p.a(i-1)
	if i == p.inRange && i > 0 {
		return false
	}
	if b.kind == none || !a.glued {
		return isCurrency(b) || b.mark == '#'
	}
	switch {
	case b.kind == word:
		return !(b.is(lexicon.TimexAdj) && b.end-b.start == 2) // FY2024
	case b.kind == number, isCurrency(b), b.mark == '#', b.mark == '@', b.mark == '+', b.mark == ':' && p.a(i-2).kind == number && b.glued:
		return true
	case b.mark == '.' || b.mark == ',':
		return p.a(i-2).kind == number && b.glued
	case isSeparator(b.mark):
		return b.glued && (p.a(i-2).kind == number || b.mark == '-' && p.a(i-2).kind == word && p.a(i).digits() < 4 && p.month(i-2) == 0)
	}
	return false
}

func isCurrency(a *atom) bool { return a.mark == '$' }

// isDecimal reports whether digits go on behind a point or a comma.
func (p *parser) isDecimal(i int) bool {
	b, c := p.a(i+1), p.a(i+2)
	return (b.mark == '.' || b.mark == ',') && b.glued && c.glued && c.kind == number || b.glued && (b.kind == word || b.mark == 'h')
}

// pair sets day and month from the two numbers at i whose order the document decides.
func (p *parser) pair(e *expr, i int, y int) bool {
	a, b := p.a(i).num, p.a(i+2).num
	e.dotted = p.a(i+1).mark == '.'
	e.year, e.numeric, e.first, e.second = y, true, int8(min(a, 99)), int8(min(b, 99))
	dmy := a >= 1 && b >= 1 && b <= 12 && int(a) <= monthDays(y, int(b))
	mdy := b >= 1 && a >= 1 && a <= 12 && int(b) <= monthDays(y, int(a))
	if dmy && !mdy {
		p.votes[0]++
	}
	if mdy && !dmy {
		p.votes[1]++
	}
	return dmy || mdy
}

// isoTime reads the "T22:10:00+04:00" that is glued to a date.
func (p *parser) isoTime(e expr, k int) (expr, int) {
	a := p.a(k)
	if a.kind == word && a.glued && p.text(k) == "T" && p.a(k+1).kind == number && p.a(k+1).glued {
		if t, n := p.colonTime(k + 1); n > k+1 {
			t, n = p.timeTail(t, n)
			e.copyClock(&t)
			return e, n
		}
	}
	if a.kind == word && a.glued && p.text(k) != "T" && !e.numeric {
		return expr{}, 0
	}
	return e, k
}

// numericPair reads 2015-12, 12/2018 and, where something beside it says that
// it is a date, 7/21 and 7.6.
func (p *parser) numericPair(i int) (expr, int) {
	a, sep, b := p.a(i), p.a(i+1), p.a(i+2)
	if p.joined(i+3, sep.mark) || p.joined(i+3, '.') || p.joined(i+3, ':') || p.a(i+3).mark == '%' || p.a(i+3).is(lexicon.TimexMeridiem) {
		return expr{}, i
	}
	e := expr{kind: calendar}
	switch {
	case a.digits() == 4 && b.digits() == 2 && sep.mark == '-' && a.num >= 1900 && a.num < 2100 && b.num >= 1 && b.num <= 12 && b.num != (a.num+1)%100:
		e.year, e.month = int(a.num), int8(b.num)
		return e, i + 3
	case a.digits() <= 2 && b.digits() == 4 && sep.mark != '-' && b.num >= 1900 && b.num < 2100 && a.num >= 1 && a.num <= 12:
		e.year, e.month = int(b.num), int8(a.num)
		return e, i + 3
	case a.digits() > 2 || b.digits() > 2 || a.digits() == 0:
		return expr{}, i
	}
	if !p.pair(&e, i, 0) {
		return expr{}, i
	}
	e.loose = true
	// A preposition of days, or nothing else in the sentence, makes a date of
	// "5/12" and "5.12"; a weekday beside it does in the chain.
	before, after := p.a(i-1), p.a(i+3)
	on := before.is(lexicon.TimexOn) && !before.is(lexicon.TimexOf)
	switch ends := after.kind == none || after.mark != 0 && after.mark != '-'; {
	case on && sep.mark == '/', on && sep.mark == '.' && ends && p.dayBeforePoint(b):
		e.loose = false
	case sep.mark == '/' && ends && (before.kind == none || before.mark == '?' || before.mark == ':') && b.num > 9:
		e.loose = false
	}
	return e, i + 3
}

func (p *parser) dayBeforePoint(b *atom) bool { return b.digits() == 2 }

// namedBetween reads 05-Aug-2016, 2020/Sep/23, 2019-aug-1, and 2017-q1.
func (p *parser) namedBetween(i int) (expr, int) {
	a, sep := p.a(i), p.a(i+1)
	m := 0
	if w := p.a(i + 2).w; w != nil {
		m = int(w.Month)
	}
	sep2, c := p.a(i+3), p.a(i+4)
	if m == 0 {
		return p.yearQuarter(i)
	}
	if sep2.mark != sep.mark || !sep2.glued || !c.glued || c.kind != number {
		if a.digits() <= 2 && a.num >= 1 && int(a.num) <= monthDays(0, m) && !sep2.glued && sep.mark != '.' {
			return expr{kind: calendar, month: int8(m), day: int8(a.num)}, i + 3
		}
		return expr{}, i
	}
	d := day{int(a.num), m, int(c.num)}
	if a.digits() <= 2 {
		d.y, d.d = int(c.num), int(a.num)
		if c.digits() == 2 {
			d.y = p.pivot(d.y)
		}
	}
	if !d.ok() || p.joined(i+5, sep.mark) {
		return expr{}, i
	}
	return expr{kind: calendar, year: d.y, month: int8(d.m), day: int8(d.d)}, i + 5
}

// yearQuarter reads "2017-q1", "2019 H2", "2019 q3".
func (p *parser) yearQuarter(i int) (expr, int) {
	a := p.a(i)
	if a.digits() != 4 || a.num < 1900 || a.num >= 2100 {
		return expr{}, i
	}
	k := i + 1
	if p.hyphen(k) {
		k++
	}
	if u := p.unit(k); u != quarter && u != half && u != hour || !p.symbol(k) {
		return expr{}, i
	}
	e, n := p.numberAfterUnit(&modifiers{year: int(a.num)}, k, p.unit(k))
	if n == k {
		return expr{}, i
	}
	return e, n
}

// yearFirst reads "2025. július 21.", "2020 Sep 23": the year, the month by
// name, the day.
func (p *parser) yearFirst(i int) (expr, int) {
	a := p.a(i)
	if a.digits() != 4 || a.num < 1000 || a.num > 2199 {
		return expr{}, i
	}
	j := i + 1
	if p.a(j).mark == '.' && p.a(j).glued {
		j++
	}
	m, b := p.month(j), p.a(j+1)
	if m == 0 || b.kind != number || b.digits() > 2 || b.num < 1 || int(b.num) > monthDays(int(a.num), m) || p.a(j+2).digits() == 4 || p.a(j+2).mark == ',' && p.a(j+3).digits() == 4 {
		return expr{}, i
	}
	e := expr{kind: calendar, year: int(a.num), month: int8(m), day: int8(b.num)}
	if c := p.a(j + 2); c.mark == '.' && c.glued && p.a(i+1).mark == '.' {
		return e, j + 3
	}
	return e, j + 2
}

// eastAsian reads 2025年7月21日 and 2025년 7월 21일.
func (p *parser) eastAsian(i int) (expr, int) {
	a := p.a(i)
	if n := a.digits(); n != 4 && n != 2 && n != 1 {
		return expr{}, i
	}
	e := expr{kind: calendar}
	j := i
	if a.digits() == 4 {
		if !p.mark(j+1, "年", "년") {
			return expr{}, i
		}
		e.year = int(a.num)
		j += 2
	}
	if b := p.a(j); b.kind == number && b.digits() <= 2 && p.mark(j+1, "月", "월") && b.num >= 1 && b.num <= 12 && (j == i || p.exact(j-1)) {
		e.month = int8(b.num)
		j += 2
		if b := p.a(j); b.kind == number && b.digits() <= 2 && p.exact(j-1) && p.mark(j+1, "日", "일", "号", "號") && b.num >= 1 && int(b.num) <= monthDays(e.year, int(e.month)) {
			e.day = int8(b.num)
			j += 2
		}
	}
	if j == i || e.month == 0 && e.year == 0 || e.year == 0 && e.day == 0 {
		return expr{}, i
	}
	for _, c := range counters {
		if strings.HasPrefix(p.text(j-1), c) {
			e.trim = int32(len(c))
		}
	}
	return e, j
}

var counters = [...]string{"年", "년", "月", "월", "日", "일", "号", "號"}

// mark reports whether the atom at k begins with one of the counters, glued
// to its number.
func (p *parser) mark(k int, counters ...string) bool {
	a := p.a(k)
	if a.kind != word || !a.glued {
		return false
	}
	for _, c := range counters {
		if strings.HasPrefix(p.text(k), c) {
			return true
		}
	}
	return false
}

// exact reports whether a counter stands alone, not run together with the
// next word.
func (p *parser) exact(k int) bool { return p.a(k).end-p.a(k).start == 3 }
