package timex

import "github.com/newsfact/newsfact/internal/lexicon"

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
	switch b := p.a(k + 1); {
	case p.hyphen(k) && b.w.Value(lexicon.TimexOld) == "long": // "three-hour-long"
		if m.one || m.article || m.poss {
			m.first = m.qAt
		}
		return e, k + 2
	case p.hyphen(k) && b.is(lexicon.TimexOld), p.a(k).is(lexicon.TimexOld) && p.a(k).w.Value(lexicon.TimexOld) == "":
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
	k = p.quantAfter(&e, k)
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
	if b := p.a(l); b.is(lexicon.TimexShift) && (l > k || !b.is(lexicon.TimexPeriod)) {
		sh := shiftings[b.w.Value(lexicon.TimexShift)]
		if b.is(lexicon.TimexMod) && p.a(l+1).is(lexicon.TimexDir|lexicon.TimexDay) {
			return p.unshifted(m, e, k) // "30 minutes later this week"
		}
		if m.ahead != noShift || sh != noShift {
			if b.is(lexicon.TimexIn) && !p.narrative(l) || p.a(l+1).is(lexicon.TimexOf) {
				return p.unshifted(m, e, k)
			}
			e.kind, e.shift = shift, sh
			if p.a(m.first).is(lexicon.TimexDir) && (m.dir == this || m.dir == that) {
				m.first++ // "you said this 30 years ago"
			}
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

// quantAfter reads a modifier behind its amount: "a year or so", "ten days or
// more".
func (p *parser) quantAfter(e *expr, k int) int {
	b, c := p.a(k), p.a(k+1)
	switch {
	case e.mod != "" && e.mod != "APPROX":
	case b.is(lexicon.TimexOr) && b.is(lexicon.TimexQuant):
		e.mod = b.w.Value(lexicon.TimexQuant)
		return k + 1
	case b.is(lexicon.TimexOr) && c.is(lexicon.TimexMore) && !p.timeAfter(k+2) && !p.a(k+2).is(lexicon.TimexUnit):
		e.mod = "EQUAL_OR_MORE"
		return k + 2
	}
	return k
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
	k = p.quantAfter(&e, k)
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
		f.finance = u == year && f.mod == "" && (f.shift == ago || f.shift == earlier)
		return f, n
	}
	if m.more || m.quant != "" || e.mod != "" || p.a(k).is(lexicon.TimexShift) {
		return e, k
	}
	b := p.a(m.first - 1)
	after := p.a(k).is(lexicon.TimexIn) && p.a(k).is(lexicon.TimexStretch) && !p.a(k).is(lexicon.TimexWithin)
	switch {
	case u == second || u == minute && p.a(k).kind == word && p.a(k).w == nil:
		return expr{}, j
	case b.is(lexicon.TimexStretch | lexicon.TimexIn | lexicon.TimexQuant | lexicon.TimexOf | lexicon.TimexShift | lexicon.TimexTo):
		return e, n
	case after && u >= hour && !p.countNoun(m.first-1) && b.kind != number:
		return e, n // "a day after he resigned"
	case b.kind == none || b.mark == ',' || b.mark == '-':
		return expr{}, j
	case p.countNoun(m.first-1) && u >= hour && u != weekend || b.kind == number || b.is(lexicon.TimexMeasure|lexicon.TimexTimes|lexicon.TimexOnce):
		return expr{kind: set, amounts: [3]amount{{n: 1, unit: u}}, count: 1}, k
	}
	return expr{}, j
}
