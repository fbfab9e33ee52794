package timex

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// unit returns the unit that the atom at j names.
func (p *parser) unit(j int) unit {
	a := p.a(j)
	if !a.is(lexicon.TimexUnit) {
		return noUnit
	}
	return units[a.w.Value(lexicon.TimexUnit)]
}

// unitHead reads a phrase whose noun is a unit: the widest class, from "last
// week" to "more than 20 years ago".
func (p *parser) unitHead(m *modifiers, j int) (expr, int) {
	a := p.a(j)
	u := p.unit(j)
	plural := a.is(lexicon.TimexPlural) || m.plural
	if p.words.Has("lowernouns") && a.upper && a.lower && j > m.first && !p.a(j-1).upper && j-m.first <= 1 && !m.number {
		return expr{}, j // "Person of the Year", "a Century speedboat"
	}
	k := j + 1
	if v := a.w.Value(lexicon.TimexModNoun); v != "" && m.mod == "" { // "year-end"
		m.mod = v
		if m.dir == noDir {
			m.dir = definite
		}
		if m.poss {
			m.first = j
		}
	}
	// "year-earlier", "the year-ago quarter"
	if p.hyphen(k) && !m.number && p.a(k+1).is(lexicon.TimexShift) {
		return p.yearAgo(m, j, u, k)
	}
	if e, n := p.romanCentury(m, j, u); n > j {
		return e, n
	}
	switch {
	case m.every != 0:
		return p.everyUnit(m, u, k)
	case m.ordinal != 0 && !m.number:
		return p.ordinalUnit(m, j, u, plural)
	case m.number && m.dirAfter && !plural && p.hasPlurals(), m.number && (u == quarter || u == half) && m.hyphened:
		return expr{}, j // "only 3 next week", "three-quarters"
	case m.number || m.half:
		return p.countedUnit(m, j, u, plural)
	case m.dir != noDir && plural:
		return p.vagueStretch(m, u, k)
	case m.poss && (m.dir == last || m.dir == next || m.dir == same):
		return expr{}, j // "his last year in office"
	case m.dir != noDir:
		return p.relativeUnit(m, j, u)
	case m.one || m.more:
		return p.oneUnit(m, j, u)
	case m.shiftAdj != noShift: // "the year-earlier quarter" reached through its modifiers
		return expr{}, j
	case (m.article || m.poss || m.mod != "") && !plural:
		m.dir = definite
		return p.relativeUnit(m, j, u)
	case plural && !m.hyphened:
		if e, n := p.decadeAfter(m, j, u); n > j {
			return e, n
		}
		return p.bareUnit(m, j, u)
	case u == quarter && m.year != 0:
		return expr{kind: calendar, period: true, year: m.year}, k
	}
	return p.numberAfterUnit(m, j, u)
}

// yearAgo reads "a year-earlier", "the year-ago quarter", "the year-earlier
// nine months". k is the index of the dash after the unit.
func (p *parser) yearAgo(m *modifiers, j int, u unit, k int) (expr, int) {
	if u != year {
		return expr{}, j
	}
	sh := shiftings[p.a(k+1).w.Value(lexicon.TimexShift)]
	k += 2
	if m.one {
		m.first = j
	}
	if q := p.unit(k); q == quarter || p.a(k).is(lexicon.TimexPeriod) {
		return expr{kind: shift, shift: sh, amounts: [3]amount{{n: 1, unit: year}}, count: 1, finance: true}, k + 1
	}
	if q, n := p.quantity(k); n > k && p.unit(n) != noUnit {
		return expr{kind: duration, amounts: [3]amount{{n: q.n, unit: p.unit(n)}}, count: 1}, n + 1
	}
	return expr{kind: shift, shift: sh, amounts: [3]amount{{n: 1, unit: year}}, count: 1, finance: true}, k
}

func (p *parser) everyUnit(m *modifiers, u unit, k int) (expr, int) {
	n := float64(m.every)
	if m.dayOf > 0 && m.dayOf <= 31 && u == monthUnit {
		return expr{kind: set, nth: int8(m.dayOf), nthUnit: dayUnit}, k
	}
	if m.number && !m.q.vague {
		n = m.q.n
	}
	if m.ordinal > 0 {
		n = float64(m.ordinal)
	}
	return expr{kind: set, amounts: [3]amount{{n: n, unit: u, vague: m.q.vague}}, count: 1}, k
}

// ordinalUnit reads "the third quarter", "the first half", "the 20th century",
// "the first nine months", "the 15th day of next month".
func (p *parser) ordinalUnit(m *modifiers, j int, u unit, plural bool) (expr, int) {
	e := expr{kind: calendar, dir: m.dir, mod: m.mod, year: m.year}
	if e.mod == "" {
		e.mod = m.quant
	}
	n := m.ordinal
	k := j + 1
	if m.hyphened && m.mod == "" && m.quant == "" && m.dir == noDir && m.year == 0 {
		m.first = m.qAt // "the third-quarter results"
		if p.a(m.first - 1).is(lexicon.TimexAdj) {
			m.first--
		}
	}
	switch {
	case u == quarter && n >= 1 && n <= 4 && !plural:
		e.quarter = int8(n)
		return p.withYear(e, k)
	case u == half && (n == 1 || n == 2) && !plural && !(p.a(k).mark == '-' && p.a(k).glued && p.a(k+1).glued):
		e.half = int8(n)
		return p.withYear(e, k)
	case u == century && n >= 1 && n <= 30:
		e.year, e.precision = (n-1)*100, centuryPrecision
		if n == 1 {
			return expr{}, j
		}
		return e, k
	case plural && n == 1: // "the first days", "in the early years"
		return expr{kind: duration, amounts: [3]amount{{unit: u, vague: true}}, count: 1}, k
	case (u == dayUnit || u == monthUnit || u == week) && !plural && p.a(k).is(lexicon.TimexOf):
		e.nth, e.nthUnit = int8(min(n, 100)), u
		l := k + 1
		if mo := p.month(l); mo != 0 && u != monthUnit {
			f, end := p.monthHead(&modifiers{first: l}, l, mo)
			if end > l && f.day == 0 {
				e.month, e.year = f.month, f.year
				return e, end
			}
		}
		if b := p.a(l); b.digits() == 4 && b.num >= 1000 && b.num < 2200 && u != dayUnit {
			e.year = int(b.num)
			return e, l + 1
		}
		f, end := p.nounPhrase(l)
		if end > l && f.kind == calendar && f.rel != noDir && f.relUnit > u {
			e.rel, e.relUnit = f.rel, f.relUnit
			return e, end
		}
	}
	return expr{}, j
}

// countedUnit reads a number of units and what makes a date of them: "three
// years", "2 weeks and 2 days ago", "nearly two years later", "four-day".
func (p *parser) countedUnit(m *modifiers, j int, u unit, plural bool) (expr, int) {
	if m.ordinal == 1 && m.q.n == 2 && u == quarter && p.a(j+1).is(lexicon.TimexOf) { // "the first two quarters of 1990"
		if e, n := p.withYear(expr{kind: calendar, half: 1}, j+1); e.year != 0 {
			return e, n
		}
	}
	e := expr{kind: duration, mod: m.quant}
	if e.mod == "" {
		e.mod = m.q.mod
	}
	if p.singleLetter(j) && !p.a(j).glued || m.number && m.q.n == 0 && !m.q.vague {
		return expr{}, j
	}
	n := m.q.n
	if m.half {
		n += 0.5
		if !m.number {
			n = 0.5
		}
	}
	e.amounts[0] = amount{n: n, unit: u, vague: m.q.vague || m.from != nil && m.q.n > 3*m.from.n}
	if m.from != nil && !e.amounts[0].vague {
		e.amounts[0].n = m.from.n
	}
	e.count = 1
	k := j + 1
	if p.hyphen(k) && p.a(k+1).is(lexicon.TimexOld) || p.a(k).is(lexicon.TimexOld) {
		return p.age(m, j, u, e, k)
	}
	if m.hyphened && !plural {
		switch {
		case p.a(k).is(lexicon.TimexPeriod):
			if m.poss {
				m.first = m.qAt
			}
			k++
		case m.one || m.article || m.poss:
			m.first = m.qAt // "a four-day visit": the article belongs to the visit
		}
		return e, k
	}
	if (m.one || m.article) && !plural && m.number && m.dir == noDir && !m.half && p.a(k).kind == word && p.hasPlurals() && !p.a(k).is(lexicon.TimexShift|lexicon.TimexPeriod) {
		m.first = m.qAt // "a three hour meeting"
	}
	if !plural && m.q.n > 1 && m.q.width != 0 && p.hasPlurals() && (u == second || u == quarter) && !p.symbol(j) {
		return expr{}, j // "the 5 second rule", "a 3 quarter majority"
	}
	k = p.moreAmounts(&e, k)
	if p.a(k).is(lexicon.TimexAnd) && u != noUnit {
		l := k + 1
		if p.a(l).is(lexicon.TimexOne) {
			l++
		}
		if p.a(l).is(lexicon.TimexHalf) && !p.a(l+1).is(lexicon.TimexOf) {
			e.amounts[0].n += 0.5
			k = l + 1
		}
	}
	if m.dir != noDir && m.dir != this && m.dir != that && m.dir != same || m.more {
		return e, k
	}
	if b := p.a(k); b.is(lexicon.TimexDirAfter) && !b.is(lexicon.TimexShift) { // "los tres meses pasados"
		return e, k + 1
	}
	return p.shiftTail(m, e, k)
}

// singleLetter reports whether a unit is written as "h" or "Y".
func (p *parser) singleLetter(j int) bool { return p.a(j).end-p.a(j).start == 1 }

// symbol reports whether a unit is written as its symbol, which has no
// plural.
func (p *parser) symbol(j int) bool { return p.a(j).end-p.a(j).start <= 3 }

// moreAmounts reads further, smaller units: "ten years and six months", "1
// hour 30 minutes".
func (p *parser) moreAmounts(e *expr, k int) int {
	for int(e.count) < len(e.amounts) {
		l := k
		if b := p.a(l); b.is(lexicon.TimexAnd) || b.mark == ',' {
			l++
		}
		q, n := p.quantity(l)
		if n == l || q.ordinal || q.vague || p.unit(n) == noUnit || p.unit(n) >= e.amounts[e.count-1].unit {
			break
		}
		e.amounts[e.count] = amount{n: q.n, unit: p.unit(n)}
		e.count++
		k = n + 1
	}
	return k
}

// shiftTail makes a shift of an amount that "ago", "later" or a preposition
// moves from a day.
func (p *parser) shiftTail(m *modifiers, e expr, k int) (expr, int) {
	l := k
	if p.a(l).mark == '\'' && p.a(l).glued || p.a(l).is(lexicon.TimexGenitive) {
		l++ // "two years' time"
	}
	if b := p.a(l); b.is(lexicon.TimexShift) {
		sh := shiftings[b.w.Value(lexicon.TimexShift)]
		if b.is(lexicon.TimexMod) && p.a(l+1).is(lexicon.TimexDir|lexicon.TimexDay) {
			return p.unshifted(m, e, k) // "30 minutes later this week"
		}
		if m.ahead != noShift || sh != noShift {
			if weak := sh == earlier && b.is(lexicon.TimexIn); weak && !p.narrative(l) {
				return p.unshifted(m, e, k)
			}
			e.kind, e.shift = shift, sh
			return e, l + 1
		}
	}
	return p.unshifted(m, e, k)
}

func (p *parser) unshifted(m *modifiers, e expr, k int) (expr, int) {
	if m.ahead != noShift {
		e.kind, e.shift = shift, m.ahead
	} else if p.a(m.first-1).is(lexicon.TimexWithin) && !m.article && !m.more && m.from == nil && !e.amounts[0].vague && e.kind == duration && e.amounts[0].unit >= dayUnit {
		e.ahead = true
	}
	return e, k
}

// narrative reports whether "before" or "after" at l ends its phrase, so that
// it counts from the narrative's day and not from what follows it.
func (p *parser) narrative(l int) bool {
	b := p.a(l + 1)
	return b.kind == none || b.mark != 0 && b.mark != '\'' && b.mark != '$'
}

// age tells the age of a thing, which is a duration, from the age of a
// person, which TimeML does not mark.
func (p *parser) age(m *modifiers, j int, u unit, e expr, k int) (expr, int) {
	if !p.hyphen(k) || u >= year {
		return expr{}, j
	}
	k += 2
	b := p.a(k)
	if b.kind != word || b.is(lexicon.TimexPerson) || b.upper {
		return expr{}, j
	}
	if m.one || m.article {
		m.first = m.qAt
	}
	return e, k
}

// vagueStretch reads "recent years", "the coming weeks".
func (p *parser) vagueStretch(m *modifiers, u unit, k int) (expr, int) {
	switch m.dir {
	case that, same, this, definite, latest:
		return expr{}, k - 1
	}
	e := expr{kind: duration, amounts: [3]amount{{unit: u, vague: true}}, count: 1, mod: m.quant}
	if p.a(k).is(lexicon.TimexAnd|lexicon.TimexOr) && p.a(k+1).is(lexicon.TimexPlural) {
		k += 2 // "recent weeks and months"
	}
	return e, k
}

// relativeUnit reads "last week", "this year's third quarter", "the latest
// quarter", "the end of the month".
func (p *parser) relativeUnit(m *modifiers, j int, u unit) (expr, int) {
	if u < dayUnit && !(m.dir == definite && u == minute) || m.dir == recent {
		return expr{}, j
	}
	if u == year && (m.dir == definite || m.dir == noDir) && m.mod == "" { // "the year 2008", "the year two thousand"
		if b := p.a(j + 1); b.digits() == 4 && b.num >= 1000 && b.num < 2200 && !p.isDecimal(j+1) {
			return expr{kind: calendar, year: int(b.num)}, j + 2
		}
		if y, n := p.spelledYear(j + 1); n > j+1 && y >= 1000 {
			return expr{kind: calendar, year: y}, n
		}
	}
	if m.dir == definite && (u == half || u == decade || u == century || u == millennium || u == fortnight) && m.mod == "" {
		return expr{}, j
	}
	e := expr{kind: calendar, rel: m.dir, relUnit: u, mod: m.mod, year: m.year}
	if m.year != 0 && u == quarter {
		e.period = true
		e.rel = noDir
	}
	if e.mod == "" {
		e.mod = m.quant
	}
	k := j + 1
	if (m.dir == past || (m.dir == last || m.dir == next || m.dir == coming) && (u >= decade || u == fortnight)) && !m.poss {
		n := 1.0
		e = expr{kind: duration, amounts: [3]amount{{n: n, unit: u}}, count: 1, mod: m.quant}
		if u >= decade && m.dir != past {
			e.amounts[0] = amount{n: 10, unit: year}
			if u == century {
				e.amounts[0].n = 100
			}
		}
		return e, k
	}
	if m.dir == last && (u == half || u == quarter) && p.a(k).is(lexicon.TimexOf) && (p.a(k+1).digits() == 4 || p.a(k+1).is(lexicon.TimexDir)) {
		e.rel, e.relUnit = noDir, noUnit // "the last half of 1989"
		e.half = 2
		if u == quarter {
			e.quarter, e.half = 4, 0
		}
		return p.withYear(e, k)
	}
	if v := p.a(j).w.Value(lexicon.TimexDirAfter); v != "" { // "the week after next"
		e.rel, e.offset = directions[strings.TrimSuffix(v, "2")], 1
		return e, k
	}
	if m.dir == definite || m.dir == this {
		if b := p.a(k); b.is(lexicon.TimexDirAfter) { // "el año pasado", "the week after next", "the year before"
			d := directions[b.w.Value(lexicon.TimexDirAfter)]
			if d == preceding && !p.narrative(k) && b.is(lexicon.TimexShift) {
				return e, k
			}
			e.rel = d
			if d == past {
				e.rel = last
			}
			k++
		}
	}
	// "this year's third quarter", "last year's quarter"
	if u == year && p.a(k).is(lexicon.TimexGenitive) {
		l := k + 1
		if p.a(l).is(lexicon.TimexAdj) {
			l++
		}
		q, n := p.quantity(l)
		if p.hyphen(n) {
			n++
		}
		switch v := p.unit(n); {
		case n > l && q.ordinal && v == quarter && q.n <= 4:
			e.quarter = int8(q.n)
			return e, n + 1
		case n > l && q.ordinal && v == half && q.n <= 2:
			e.half = int8(q.n)
			return e, n + 1
		case n == l && (v == quarter || p.a(l).is(lexicon.TimexPeriod)):
			e.period = true
			return e, n + 1
		}
	}
	return e, k
}

// oneUnit reads "a year", which is a duration, a rate ("$20 a month") or a
// shift ("a week later").
func (p *parser) oneUnit(m *modifiers, j int, u unit) (expr, int) {
	e := expr{kind: duration, mod: m.quant, amounts: [3]amount{{n: 1, unit: u}}, count: 1}
	k := j + 1
	// "a week or two", "a year or so"
	if p.a(k).is(lexicon.TimexOr) {
		switch b := p.a(k + 1); {
		case b.is(lexicon.TimexNumber):
			e.mod = "APPROX"
			k += 2
			if p.a(k).is(lexicon.TimexShift) {
				break
			}
			return e, k
		}
	}
	if b := p.a(k); b.is(lexicon.TimexQuant) && b.w.Value(lexicon.TimexQuant) == "APPROX" { // "a year or so"
		e.mod = "APPROX"
		k++
	}
	if p.hyphen(k) || u == weekend || u == quarter && !p.a(k).is(lexicon.TimexShift) || u == half {
		return expr{}, j // "more than a quarter of the vote"
	}
	k = p.moreAmounts(&e, k)
	if p.a(k).is(lexicon.TimexAnd) {
		l := k + 1
		if p.a(l).is(lexicon.TimexOne) {
			l++
		}
		if p.a(l).is(lexicon.TimexHalf) {
			e.amounts[0].n += 0.5
			k = l + 1
		}
	}
	f, n := p.shiftTail(m, e, k)
	if f.kind == shift {
		f.finance = u == year && f.mod == ""
		return f, n
	}
	if m.more || m.quant != "" || e.mod != "" || p.a(k).is(lexicon.TimexShift) {
		return e, k
	}
	b := p.a(m.first - 1)
	switch {
	case u == second || u == minute && p.a(k).kind == word && p.a(k).w == nil:
		return expr{}, j
	case b.is(lexicon.TimexStretch | lexicon.TimexIn | lexicon.TimexQuant | lexicon.TimexOf | lexicon.TimexShift | lexicon.TimexTo):
		return e, n
	case b.kind == none || b.mark == ',' || b.mark == '-':
		return expr{}, j
	case p.countNoun(m.first-1) && u >= hour && u != weekend || b.kind == number || b.is(lexicon.TimexMeasure|lexicon.TimexTimes|lexicon.TimexOnce):
		return expr{kind: set, amounts: [3]amount{{n: 1, unit: u}}, count: 1}, k
	}
	return expr{}, j
}

// romanCentury reads a century with a Roman number before or after it: "XIIe
// siècle", "siglo XII", "XII век".
func (p *parser) romanCentury(m *modifiers, j int, u unit) (expr, int) {
	if u != century || m.number || m.ordinal != 0 {
		return expr{}, j
	}
	n, k := roman(p.text(j+1)), j+2
	if n == 0 {
		n, k = roman(p.text(j-1)), j+1
		if n == 0 {
			return expr{}, j
		}
		m.first = min(m.first, j-1)
	}
	return expr{kind: calendar, year: (n - 1) * 100, precision: centuryPrecision, mod: m.mod}, k
}

// roman returns the value of a Roman number in capitals from 2 to 39, with the
// small letters of an ordinal after it or without; 0 for anything else.
func roman(s string) int {
	n, i := 0, 0
	digit := func(c byte) int {
		switch c {
		case 'X':
			return 10
		case 'V':
			return 5
		case 'I':
			return 1
		}
		return 0
	}
	for ; i < len(s) && i < 7 && digit(s[i]) > 0; i++ {
		d := digit(s[i])
		if i+1 < len(s) && digit(s[i+1]) > d {
			d = -d
		}
		n += d
	}
	if i == 0 || len(s)-i > 3 || n < 2 || n > 39 {
		return 0
	}
	return n
}

// decadeAfter reads the decade that follows its noun: "les années 1990", "los
// años 90", "the years 1914".
func (p *parser) decadeAfter(m *modifiers, j int, u unit) (expr, int) {
	b := p.a(j + 1)
	if u != year || b.is(lexicon.TimexOf) {
		return expr{}, j
	}
	switch {
	case b.digits() == 4 && b.num%10 == 0 && b.num >= 1500 && b.num < 2100 && !p.isDecimal(j+1) && p.a(j+2).mark != '-':
		return expr{kind: calendar, year: int(b.num), precision: decadePrecision, mod: m.mod}, j + 2
	case b.digits() == 2 && b.num%10 == 0 && m.article && !p.isDecimal(j+1):
		return expr{kind: calendar, year: p.pivotDecade(int(b.num)), precision: decadePrecision, mod: m.mod}, j + 2
	case b.is(lexicon.TimexDecade) && m.article:
		n, _, ok := leadingNumber(b.w.Value(lexicon.TimexDecade))
		if ok {
			return expr{kind: calendar, year: 1900 + n*10, precision: decadePrecision, mod: m.mod}, j + 2
		}
	}
	return expr{}, j
}

// bareUnit reads units without a number: "for decades", "weeks or months".
func (p *parser) bareUnit(m *modifiers, j int, u unit) (expr, int) {
	if u < dayUnit && !p.a(m.first-1).is(lexicon.TimexStretch|lexicon.TimexIn) || u == weekend || u == quarter || u == half {
		return expr{}, j
	}
	if p.symbol(j) && u == minute {
		return expr{}, j
	}
	e := expr{kind: duration, mod: m.quant, amounts: [3]amount{{unit: u, vague: true}}, count: 1}
	if m.of || m.poss {
		m.first = j // "the end of decades of war"
	}
	k := j + 1
	if p.a(k).is(lexicon.TimexOr) && p.a(k+1).is(lexicon.TimexPlural) {
		k += 2
	}
	if p.a(k).is(lexicon.TimexOld) {
		return expr{}, j
	}
	if b := p.a(k); m.article && b.is(lexicon.TimexDirAfter) && !b.is(lexicon.TimexShift) { // "the weeks ahead"
		return e, k + 1
	}
	return p.shiftTail(m, e, k)
}

// numberAfterUnit reads Q3 and H1, where the unit's letter stands before its
// number. They are cut as a letter and a digit.
func (p *parser) numberAfterUnit(m *modifiers, j int, u unit) (expr, int) {
	b := p.a(j + 1)
	if u == hour && p.a(j).upper || u == hour && m.year != 0 {
		u = half
	}
	if u != quarter && u != half || b.kind != number || b.digits() != 1 || !b.glued || !p.symbol(j) {
		return expr{}, j
	}
	e := expr{kind: calendar, mod: m.mod, year: m.year}
	switch {
	case u == quarter && b.num >= 1 && b.num <= 4:
		e.quarter = int8(b.num)
	case u == half && (b.num == 1 || b.num == 2):
		e.half = int8(b.num)
	default:
		return expr{}, j
	}
	k := j + 2
	if c := p.a(k); c.kind == word && c.glued {
		return expr{}, j
	}
	return p.withYear(e, k)
}

// setAdverb reads "daily" and "mondays". As adjectives they qualify a noun and
// are left alone, as TimeBank does.
func (p *parser) setAdverb(j int) (expr, int) {
	a := p.a(j)
	v := a.w.Value(lexicon.TimexSet)
	b := p.a(j + 1)
	if len(v) > 0 && v[0] == 'P' && b.kind == word && b.w == nil {
		return expr{}, j
	}
	if p.hyphen(j+1) || p.hyphen(j-1) || a.upper && a.start != p.a(0).start && len(v) > 0 && v[0] == 'P' {
		return expr{}, j
	}
	return expr{kind: set, ref: v}, j + 1
}

// frequency reads "twice a year", "three times per week".
func (p *parser) frequency(m *modifiers, j int) (expr, int) {
	k := j + 1
	if b := p.a(k); !b.is(lexicon.TimexOne | lexicon.TimexPer | lexicon.TimexEvery) {
		if p.a(j).is(lexicon.TimexWeakRef) && m.first == j && p.weakReference(j) {
			return expr{kind: reference, ref: p.a(j).w.Value(lexicon.TimexWeakRef)}, j + 1
		}
		return expr{}, j
	}
	u := p.unit(k + 1)
	if u == noUnit {
		return expr{}, j
	}
	return expr{kind: set, amounts: [3]amount{{n: 1, unit: u}}, count: 1}, k + 2
}

// periodHead reads a stretch of the report that the text is about: "the
// latest period", "the 1988 period".
func (p *parser) periodHead(m *modifiers, j int) (expr, int) {
	switch {
	case m.year != 0:
		return expr{kind: calendar, year: m.year, period: true}, j + 1
	case m.dir == latest:
		return expr{kind: calendar, rel: latest, relUnit: quarter}, j + 1
	}
	return expr{}, j
}
