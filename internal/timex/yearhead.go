package timex

import (
	"github.com/newsfact/newsfact/internal/lexicon"
)

// yearHead reads a year or a decade as a noun: "1998", "early 1990", "the
// mid-1990s", "the '80s", "nineteen ninety-one".
func (p *parser) yearHead(m *modifiers, j int) (expr, int) {
	a := p.a(j)
	if m.number || m.ordinal != 0 || m.one || m.more || m.half || m.dir != noDir && m.dir != same || m.poss {
		return expr{}, j
	}
	e := expr{kind: calendar, mod: m.mod}
	switch {
	case m.quant != "" && m.quant != "APPROX", m.quant != "" && p.countNoun(j+1):
		return expr{}, j
	case m.quant != "" && m.article && m.mod == "" && a.digits() == 4 && p.decadeEnd(j+1) == j+1:
		m.quant = "" // "talk about the 2016 election": a topic, no guess
	case e.mod == "":
		e.mod = m.quant
	}
	switch {
	case a.kind == mark: // '80s
		b := p.a(j + 1)
		if n := p.decadeEnd(j + 2); b.digits() == 2 && b.glued && b.num%10 == 0 && n > j+2 {
			e.year, e.precision = p.pivotDecade(int(b.num)), decadePrecision
			return e, n
		}
	case a.digits() == 2 && a.num%10 == 0 && (m.article || m.mod != ""):
		if n := p.decadeEnd(j + 1); n > j+1 && p.a(j+1).glued {
			e.year, e.precision = p.pivotDecade(int(a.num)), decadePrecision
			return e, n
		}
	case a.digits() == 2 && a.glued && m.adj && p.a(j-1).is(lexicon.TimexAdj) && p.a(j-1).end-p.a(j-1).start == 2: // FY24
		e.year = p.pivot(int(a.num))
		return e, j + 1
	case a.digits() == 4 && !p.isCode(j):
		if n := p.decadeEnd(j + 1); n > j+1 && p.yearWord(j+1) == j+1 && a.num%10 == 0 && a.num >= 1000 && a.num < 2200 {
			e.year, e.precision = int(a.num), decadePrecision
			if a.num%100 == 0 && a.num < 2000 {
				e.precision = centuryPrecision
			}
			return e, n
		}
		if p.bareYear(m, j) {
			e.year = int(a.num)
			if m.mod == "" && m.quant == "" {
				m.first = j // "the 2020 war"
				if m.adj {
					m.first-- // "fiscal 2024"
				}
			}
			return e, p.yearWord(j + 1)
		}
	case a.is(lexicon.TimexNumber):
		y, n := p.spelledYear(j)
		if n == j || y < 1000 || y > 2100 {
			break
		}
		b := p.a(m.first - 1)
		if b.is(lexicon.TimexIn|lexicon.TimexOf) || m.mod != "" || y%1000 != 0 && y < 2000 && y >= 1700 && !p.countNoun(n) {
			e.year = y
			return e, n
		}
	}
	return expr{}, j
}

// decadeEnd reads what makes a decade of a year: "1990s", "1990's", "1990 s",
// "1990er Jahre", "1990-е годы", "1990'larda".
func (p *parser) decadeEnd(k int) int {
	n := k
	if b := p.a(n); (b.mark == '\'' || b.mark == '-') && b.glued && p.a(n+1).glued {
		n++
	}
	b := p.a(n)
	if !b.is(lexicon.TimexDecade) || b.w.Value(lexicon.TimexDecade) != "" || n > k && !b.glued {
		return k
	}
	if n++; p.unit(n) == year {
		n++
	}
	return n
}

func (p *parser) pivotDecade(n int) int {
	return p.pivotUpTo(n, 5)
}

// bareYear decides whether four digits alone are a year. What stands before
// and after them decides: "in 1865", "the 2020 war", "Resolution 2231",
// "2024 metres", "stand 1990".
func (p *parser) bareYear(m *modifiers, j int) bool {
	a := p.a(j)
	if a.num < 1000 || a.num > 2999 {
		return false
	}
	if p.yearWord(j+1) > j+1 {
		return true
	}
	if p.isDecimal(j) {
		return false
	}
	b, c := p.a(m.first-1), p.a(j+1)
	if p.counted(m.first) || p.measured(j+1) {
		return false
	}
	switch {
	case c.mark == '-' && c.glued && p.a(j+2).glued && p.a(j+2).kind == number:
		return false // "2015-32"
	case c.mark == ':' && c.glued && p.a(j+2).glued && p.a(j+2).kind == number || c.mark == '/' && c.glued || c.mark == '_' && c.glued:
		return false
	}
	near := a.num >= 1900 && a.num <= 2100
	if int(a.num) > p.refYear+farAhead && c.kind == word && c.w == nil && !c.upper {
		return false // "a poll of 2047 registered voters"
	}
	switch {
	case m.mod != "" && b.kind == none && j == m.first+1:
		return near
	case b.is(lexicon.TimexIn|lexicon.TimexOf|lexicon.TimexTo) || m.mod != "":
		return near && !b.is(lexicon.TimexCounted) || a.num < 2100 && !p.countNoun(j+1) && (c.kind != word || c.w != nil)
	case !near:
		return false
	case b.kind == number, b.mark == '/', b.mark == '%', b.mark == '*', b.mark == '+':
		return false
	case b.kind == word && b.is(lexicon.TimexUnit|lexicon.TimexTimes):
		return false
	}
	return true
}

// farAhead is how many years after the text's a number is more often a count
// than a year, if a noun follows.
const farAhead = 15

// counted reports whether what stands before i numbers things: "Resolution",
// "Flight", "page", "No.".
func (p *parser) counted(i int) bool {
	b := p.a(i - 1)
	if b.mark == '.' {
		b = p.a(i - 2)
	}
	return b.is(lexicon.TimexCounted) || isCurrency(b) || b.mark == '#'
}

// measured reports whether what stands at k is counted or measured by the
// number before it: "metres", "%", "people".
func (p *parser) measured(k int) bool {
	c := p.a(k)
	if p.hyphen(k) {
		c = p.a(k + 1)
	}
	return c.is(lexicon.TimexMeasure|lexicon.TimexScale) || c.mark == '%' || c.is(lexicon.TimexUnit) && (c.is(lexicon.TimexPlural) || p.hyphen(k)) || c.glued && c.kind == word
}
