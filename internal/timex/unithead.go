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
	if e, n := p.numberedYear(m, j, u); n > j && !plural && !m.number && m.ordinal == 0 && m.every == 0 {
		return e, n
	}
	if u == quarter && p.hyphen(k) && p.unit(k+1) == century && !m.number && m.ordinal == 0 { // "a quarter-century ago"
		return p.shiftTail(m, expr{kind: duration, mod: m.quant, amounts: [3]amount{{n: 25, unit: year}}, count: 1}, k+2)
	}
	if a.is(lexicon.TimexOld) { // "weeklong"
		m.first = j
		return expr{kind: duration, amounts: [3]amount{{n: 1, unit: u, vague: plural}}, count: 1}, k
	}
	if b := p.a(k + 1); p.hyphen(k) && !p.hyphen(j-1) && b.is(lexicon.TimexOld) && !m.number && m.ordinal == 0 && m.dir == noDir { // "hour-long", "decade-old"
		m.first = j
		return expr{kind: duration, amounts: [3]amount{{n: 1, unit: u, vague: plural}}, count: 1}, k + 2
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

// lastOne is the ordinal of "last".
const lastOne = 100

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
		e.nth, e.nthUnit = int8(min(n, lastOne)), u
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
	if u < dayUnit || m.dir == recent {
		return expr{}, j
	}
	k := j + 1
	large := u == half || u == fortnight || u >= decade
	switch {
	case m.dir == definite && m.mod == "" && (large || u < year && p.a(m.first).w.Value(lexicon.TimexArticle) != ""):
		return expr{}, j // "2000 Euro im Monat"
	case (m.dir == past || (m.dir == last || m.dir == next || m.dir == coming) && large && u != half) && !m.poss:
		e := stretchNow(m, u)
		return e, p.quantAfter(&e, k)
	}
	e := expr{kind: calendar, rel: m.dir, relUnit: u, mod: m.mod, year: m.year}
	if e.mod == "" {
		e.mod = m.quant
	}
	if m.year != 0 && u == quarter {
		e.period, e.rel = true, noDir
	}
	if m.dir == last && (u == dayUnit || u == week || u == monthUnit) && p.a(k).is(lexicon.TimexOf) {
		l := *m // "the last week of May"
		l.dir, l.ordinal = noDir, lastOne
		if f, n := p.ordinalUnit(&l, j, u, false); n > j {
			return f, n
		}
	}
	if m.dir == last && (u == half || u == quarter) && p.a(k).is(lexicon.TimexOf) && (p.a(k+1).digits() == 4 || p.a(k+1).is(lexicon.TimexDir)) {
		e.rel, e.relUnit = noDir, noUnit // "the last half of 1989"
		e.half = 2
		if u == quarter {
			e.quarter, e.half = 4, 0
		}
		return p.withYear(e, k)
	}
	if p.stretchAfter(m, u) {
		e := stretchNow(m, u)
		return e, p.quantAfter(&e, k)
	}
	if v := p.a(j).w.Value(lexicon.TimexDirAfter); v != "" { // "the week after next"
		e.rel, e.offset = directions[strings.TrimSuffix(v, "2")], 1
		return e, k
	}
	if m.dir == definite || m.dir == this {
		k = p.directionAfter(&e, k)
	}
	if u == year && p.a(k).is(lexicon.TimexGenitive) {
		return p.partOfYear(e, k)
	}
	return e, k
}

// numberedYear reads "the year 2008" and "the year two thousand".
func (p *parser) numberedYear(m *modifiers, j int, u unit) (expr, int) {
	if u != year || m.dir != definite && m.dir != noDir || m.mod != "" {
		return expr{}, j
	}
	if b := p.a(j + 1); b.digits() == 4 && b.num >= 1000 && b.num < 2200 && !p.isDecimal(j+1) {
		return expr{kind: calendar, year: int(b.num)}, j + 2
	}
	if y, n := p.spelledYear(j + 1); n > j+1 && y >= 1000 {
		return expr{kind: calendar, year: y}, n
	}
	return expr{}, j
}

// stretchAfter tells "over the last year", a stretch that ends today, from
// "last year", the calendar's.
func (p *parser) stretchAfter(m *modifiers, u unit) bool {
	if !p.lastStretch() || u != week && u != monthUnit && u != year || m.mod != "" || m.poss || !p.a(m.first).is(lexicon.TimexArticle) {
		return false
	}
	b := p.a(m.first - 1)
	return m.dir == last || m.dir == next && b.is(lexicon.TimexStretch) && !b.is(lexicon.TimexTo)
}

// stretchNow makes an amount of a stretch that ends or begins today: "the past
// year", "the next decade".
func stretchNow(m *modifiers, u unit) expr {
	e := expr{kind: duration, amounts: [3]amount{{n: 1, unit: u}}, count: 1, mod: m.quant}
	if u >= decade && m.dir != past {
		e.amounts[0] = amount{n: 10, unit: year}
		if u == century {
			e.amounts[0].n = 100
		}
	}
	return e
}

// directionAfter reads a direction that follows its unit: "el año pasado",
// "the year before".
func (p *parser) directionAfter(e *expr, k int) int {
	b := p.a(k)
	if !b.is(lexicon.TimexDirAfter) {
		return k
	}
	d := directions[b.w.Value(lexicon.TimexDirAfter)]
	if d == preceding && b.is(lexicon.TimexShift) && !p.narrative(k) {
		return k // "the year before the war"
	}
	if d == past {
		d = last
	}
	e.rel = d
	return k + 1
}

// partOfYear reads the quarter of "this year's third quarter" and "last year's
// quarter". k is the index of the genitive.
func (p *parser) partOfYear(e expr, k int) (expr, int) {
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
	return e, k
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
	case b.digits() == 2 && b.num%10 == 0 && b.num >= 20 && !p.isDecimal(j+1) && !p.a(j+2).is(lexicon.TimexUnit):
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
	if u < dayUnit && !p.a(m.first-1).is(lexicon.TimexStretch|lexicon.TimexIn) && !(p.a(j+1).is(lexicon.TimexShift) && p.a(m.first-1).kind != word) || u == weekend || u == quarter || u == half {
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
	a, b, c := p.a(j), p.a(m.first-1), p.a(j+1)
	ends := c.kind == none || c.mark != 0 && c.mark != '-'
	switch {
	case a.is(lexicon.TimexDir) && j == m.first && b.is(lexicon.TimexIn|lexicon.TimexTo): // "until then"
		return expr{kind: anaphor}, j + 1
	case !a.is(lexicon.TimexShift) || !b.is(lexicon.TimexAt):
	case m.dir == this && ends:
		return expr{kind: reference, ref: "PRESENT_REF"}, j + 1
	case m.dir == that || m.article && m.dir == noDir && m.mod == "" && ends: // "was a senator at the time"
		return expr{kind: reference, ref: "PAST_REF"}, j + 1
	}
	return expr{}, j
}
