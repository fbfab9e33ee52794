package timex

import (
	"cmp"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// modifiers are what stands before the noun of a time expression. Languages
// order them differently ("the past seven months", "los últimos siete meses",
// "les sept derniers mois"), so that each is taken wherever it comes.
type modifiers struct {
	quant    string
	mod      string
	article  bool
	one      bool
	poss     bool
	dir      direction
	ordinal  int
	written  bool // the ordinal is in digits
	number   bool
	q        quantity
	from     *quantity // "two to three weeks"
	every    int8
	adj      bool
	more     bool
	year     int
	half     bool
	hyphened bool // the noun is joined with a dash: "four-day"
	ahead    shifting
	first    int // index of the first atom
	qAt      int // index of the number
	shiftAdj shifting
	dayOf    int  // the ordinal before "of every": "the 19th of every month"
	of       bool // the mod is a noun: "the end of"
	plural   bool // the direction is in the plural: "derniers mois"
	dirAfter bool // the direction stands after the number
}

const mostModifiers = 10

// nounPhrase reads modifiers and the noun that they need, then what follows
// the noun.
func (p *parser) nounPhrase(i int) (expr, int) {
	m := modifiers{first: i, qAt: -1}
	j := i
	for steps := 0; steps < mostModifiers; steps++ {
		if e, k := p.head(&m, j); k > j {
			if a := p.a(m.first); m.first < j && a.is(lexicon.TimexArticle) && a.w.Value(lexicon.TimexArticle) != "" {
				m.first++ // a preposition melted with its article: "im", "au", "del"
			}
			e.at = int32(m.first)
			if m.first > i && p.title(m.first) || m.first == i && p.title(i) {
				return expr{}, i
			}
			return e, k
		}
		k := p.modifier(&m, j)
		if k == j {
			break
		}
		m.hyphened = false
		if p.hyphen(k) {
			m.hyphened = true
			k++
		}
		j = k
	}
	return p.loneDay(&m, j)
}

// title reports whether a direction and its noun are a title: ”This Week”,
// "CBS This Morning".
func (p *parser) title(i int) bool {
	a, b, c := p.a(i), p.a(i+1), p.a(i-1)
	return p.words.Has("lowernouns") && a.is(lexicon.TimexDir) && a.upper && b.upper && b.lower && b.is(lexicon.TimexUnit|lexicon.TimexPart) &&
		(c.mark == '"' || c.mark == '\'' || c.kind == mark && c.mark == 0 || c.upper)
}

// modifier takes one modifier at j.
func (p *parser) modifier(m *modifiers, j int) int {
	a := p.a(j)
	if a.kind == number || a.mark == 'h' {
		return p.numberModifier(m, j)
	}
	switch {
	case a.w == nil && a.mark == 0:
		return j
	case a.is(lexicon.TimexQuant) && m.quant == "" && !m.number:
		if a.is(lexicon.TimexIn) && !(p.a(j-1).is(lexicon.TimexStretch) && p.a(j+1).kind == number) {
			return j // "over the next days", against "for over 20 years"
		}
		m.quant = a.w.Value(lexicon.TimexQuant)
	case a.is(lexicon.TimexSome) && !m.number && !m.article && j == m.first:
		// "some" is a modifier before a number, an amount before a unit.
		if p.a(j + 1).is(lexicon.TimexUnit) {
			m.number, m.q, m.qAt = true, quantity{vague: true}, j
		} else {
			m.quant = "APPROX"
		}
	case a.is(lexicon.TimexModNoun) && m.mod == "" && !a.is(lexicon.TimexUnit):
		return p.modNoun(m, j)
	case a.is(lexicon.TimexMod) && m.mod == "" && !m.number && m.ordinal == 0:
		m.mod = a.w.Value(lexicon.TimexMod)
		if p.a(j + 1).is(lexicon.TimexOn | lexicon.TimexIn) { // "late on Friday", "later in the year"
			if b := p.a(j + 2); b.is(lexicon.TimexArticle|lexicon.TimexDay|lexicon.TimexDir) || p.weekday(j+2) != 0 || b.is(lexicon.TimexPart) {
				return j + 2
			}
		}
	case a.is(lexicon.TimexAhead) && m.ahead == noShift && j == m.first:
		if b := p.a(j + 1); b.kind != number && !b.is(lexicon.TimexNumber|lexicon.TimexOne|lexicon.TimexFew|lexicon.TimexCouple|lexicon.TimexQuant|lexicon.TimexHalf|lexicon.TimexSome|lexicon.TimexUnit) {
			return j // "in den nächsten Tagen"
		}
		m.ahead = shiftings[a.w.Value(lexicon.TimexAhead)]
	case a.is(lexicon.TimexArticle) && !m.article && m.dir == noDir:
		m.article = true
		if a.is(lexicon.TimexOne) {
			m.one = true
		}
	case a.is(lexicon.TimexEvery) && m.every == 0:
		m.every = 1
		m.dayOf = m.ordinal
		m.ordinal = 0
	case a.is(lexicon.TimexOther) && m.every == 1:
		m.every = 2
	case a.is(lexicon.TimexMore) && !m.more:
		m.more = true
	case a.is(lexicon.TimexDir) && m.ordinal == 0:
		return p.direction(m, j)
	case a.is(lexicon.TimexPoss) && !m.poss && !m.article:
		m.poss = true
	case a.is(lexicon.TimexHalf) && !m.half && !m.number && !p.a(j+1).is(lexicon.TimexPast):
		m.half, m.qAt = true, j
	case a.is(lexicon.TimexNumber | lexicon.TimexScale | lexicon.TimexOrdinal | lexicon.TimexFew | lexicon.TimexCouple):
		return p.numberModifier(m, j)
	case a.is(lexicon.TimexOne) && !m.one && !m.number:
		m.one = true
	case a.is(lexicon.TimexOf) && (m.ordinal != 0 || m.number && m.q.written) && p.ofMonth(j+1):
	case (m.number && m.q.width > 0 || m.ordinal != 0) && a.mark == '.' && a.glued && p.month(j+1) != 0:
	case a.is(lexicon.TimexAdj) && !m.adj:
		m.adj = true
	case a.is(lexicon.TimexShift) && m.hyphened && m.shiftAdj == noShift:
		m.shiftAdj = shiftings[a.w.Value(lexicon.TimexShift)]
	default:
		return j
	}
	return j + 1
}

// direction takes "last", "this", "this coming".
func (p *parser) direction(m *modifiers, j int) int {
	a := p.a(j)
	d := directions[a.w.Value(lexicon.TimexDir)]
	switch {
	case d == last && j == m.first && a.is(lexicon.TimexStretch) && (p.timeAfter(j+1) || p.a(j+1).is(lexicon.TimexOne|lexicon.TimexQuant|lexicon.TimexFew)) && p.verbBefore(j):
		return j // "may last ten days"
	case m.dir == this && d == past:
		d = last // "this past week"
	case m.dir == this && d == coming:
	case m.dir != noDir, d == that && !p.a(j+1).is(lexicon.TimexUnit|lexicon.TimexPart|lexicon.TimexSeason|lexicon.TimexPeriod):
		return j // "that" the conjunction
	}
	m.dir, m.dirAfter, m.plural = d, m.number, a.is(lexicon.TimexPlural)
	return j + 1
}

// verbBefore reports whether an auxiliary or "to" before j makes a verb of it.
func (p *parser) verbBefore(j int) bool {
	b := p.a(j - 1)
	return b.is(lexicon.TimexTo) || b.is(lexicon.TimexTense) && tenses[b.w.Value(lexicon.TimexTense)] != pastTense
}

// modNoun reads "the end of", "end of" and the like.
func (p *parser) modNoun(m *modifiers, j int) int {
	k := j + 1
	if !p.a(k).is(lexicon.TimexOf) {
		if p.a(j).is(lexicon.TimexMod) {
			if b := p.a(k); b.digits() == 4 || b.is(lexicon.TimexUnit|lexicon.TimexDir|lexicon.TimexSeason|lexicon.TimexArticle|lexicon.TimexDecade) || b.mark == '-' || p.month(k) != 0 {
				m.mod = p.a(j).w.Value(lexicon.TimexMod)
				return k
			}
			return j
		}
		if p.a(j).is(lexicon.TimexArticle | lexicon.TimexOne) {
			return j
		}
		if !p.bareModNouns() {
			return j
		}
		k--
	}
	m.mod = p.a(j).w.Value(lexicon.TimexModNoun)
	m.of = true
	m.article = p.a(k).is(lexicon.TimexArticle)
	m.poss, m.number, m.ordinal = false, false, 0
	return k + 1
}

// ofMonth reports whether a month, perhaps with its article, follows: "the
// 4th of July", "le 14 du mois de juillet".
func (p *parser) ofMonth(j int) bool {
	if p.month(j) != 0 {
		return true
	}
	b := p.a(j)
	return b.is(lexicon.TimexArticle|lexicon.TimexDir|lexicon.TimexEvery|lexicon.TimexUnit) && !b.is(lexicon.TimexOne)
}

// numberModifier takes a number: a count, an ordinal, or a year before its
// quarter.
func (p *parser) numberModifier(m *modifiers, j int) int {
	if m.year == 0 && !m.number && p.reportYear(j) {
		m.year = int(p.a(j).num)
		return j + 1
	}
	q, k := p.quantity(j)
	if k == j {
		return j
	}
	if q.ordinal {
		if m.ordinal != 0 {
			return j
		}
		m.ordinal, m.written, m.qAt = int(q.n), q.written, j
		return k
	}
	if m.number || m.ordinal != 0 && q.width == 4 || isCurrency(p.a(j-1)) {
		return j
	}
	if p.hyphen(k) && p.a(k+1).is(lexicon.TimexOrdinal) {
		return j // "one-third"
	}
	m.number, m.q, m.qAt = true, q, j
	// "two to three weeks", "12 to 18 months", "10- to 20-year"
	n := k
	if p.hyphen(n) && p.a(n+1).is(lexicon.TimexTo) {
		n++
	}
	if b := p.a(n); b.is(lexicon.TimexTo) || b.is(lexicon.TimexOr) || b.mark == '-' && b.glued {
		r, l := p.quantity(n + 1)
		if l > n+1 && !r.ordinal && !r.vague && r.n > q.n && !q.vague {
			u := l
			if p.hyphen(u) {
				u++
			}
			if p.a(u).is(lexicon.TimexUnit) {
				m.from = &q
				m.q = r
				if b.mark == '-' || b.is(lexicon.TimexTo|lexicon.TimexOr) {
					return l
				}
			}
		}
	}
	return k
}

// reportYear reports whether a year stands before its quarter: "the 1988 third
// quarter", "the 1988 period".
func (p *parser) reportYear(j int) bool {
	a := p.a(j)
	if a.digits() != 4 || a.num < 1900 || a.num >= 2100 {
		return false
	}
	k := j + 1
	if p.a(k).is(lexicon.TimexAdj) {
		k++
	}
	q, n := p.quantity(k)
	if n == k {
		return p.unit(k) == quarter && !p.symbol(k) || p.a(k).is(lexicon.TimexPeriod)
	}
	if p.hyphen(n) {
		n++
	}
	return q.ordinal && (p.unit(n) == quarter || p.unit(n) == half)
}

// refNoun reports whether "the past" and its like stand alone, and not before
// a stretch of time.
func (p *parser) refNoun(j int) bool {
	b := p.a(j + 1)
	return !b.is(lexicon.TimexUnit|lexicon.TimexNumber|lexicon.TimexFew|lexicon.TimexCouple|lexicon.TimexAdj|lexicon.TimexOrdinal|lexicon.TimexSome|lexicon.TimexHalf|lexicon.TimexSeason|lexicon.TimexDir) &&
		b.kind != number && !b.is(lexicon.TimexOf) && p.weekday(j+1) == 0 && p.month(j+1) == 0 && !(b.kind == word && b.w == nil && p.a(j).is(lexicon.TimexDir))
}

// loneDay reads a phrase without a noun: "the 4th", "the 21st this month",
// and amounts that name a reference by themselves.
func (p *parser) loneDay(m *modifiers, j int) (expr, int) {
	if m.ordinal < 1 || m.ordinal > 31 || !m.written || m.number || m.mod != "" || p.pointOrdinals() {
		return expr{}, m.first
	}
	b := p.a(j)
	e := expr{kind: calendar, day: int8(m.ordinal), mod: m.quant, loose: true, at: int32(m.first)}
	if !m.article && j-m.first > 1 {
		return expr{}, m.first
	}
	ends := b.kind == none || b.mark != 0 && !(b.mark == '-' && b.glued) && b.mark != '%' && b.mark != '$' && b.mark != '\'' && b.mark != '"' || b.is(lexicon.TimexAt) || b.w.Is(lexicon.TimexDir) || p.quantAt(j)
	if !ends {
		return expr{}, m.first
	}
	return e, j
}

func (p *parser) quantAt(j int) bool {
	return p.a(j).is(lexicon.TimexQuant) && p.a(j+1).kind == number
}

// head reads the noun at j and what follows it.
func (p *parser) head(m *modifiers, j int) (expr, int) {
	a := p.a(j)
	if mo := p.month(j); mo != 0 {
		return p.monthHead(m, j, mo)
	}
	if wd := p.weekday(j); wd != 0 && m.ordinal == 0 {
		return p.weekdayHead(m, j, wd)
	}
	if a.kind == number || a.mark == '\'' {
		if p.reportYear(j) {
			return expr{}, j
		}
		return p.yearHead(m, j)
	}
	if a.w == nil {
		return expr{}, j
	}
	switch {
	case a.is(lexicon.TimexUnit):
		return p.unitHead(m, j)
	case a.is(lexicon.TimexPart|lexicon.TimexParts) && m.number && m.dir == noDir && (a.w.Value(lexicon.TimexPart) == "NI" || a.w.Value(lexicon.TimexParts) == "NI"):
		return p.countedUnit(m, j, dayUnit, true) // "two nights"
	case a.is(lexicon.TimexRefNoun) && m.article && m.dir == noDir && !m.number && p.refNoun(j):
		if m.quant != "" {
			m.first++ // "optimistic about the future"
		}
		return expr{kind: reference, ref: a.w.Value(lexicon.TimexRefNoun)}, j + 1
	case a.is(lexicon.TimexSet) && (m.first == j || m.every != 0):
		return p.setAdverb(j)
	case a.is(lexicon.TimexOnce) || m.number && a.is(lexicon.TimexTimes):
		return p.frequency(m, j)
	case a.is(lexicon.TimexRef) && m.plain(j):
		m.first = j
		return expr{kind: reference, ref: a.w.Value(lexicon.TimexRef)}, j + 1
	case a.is(lexicon.TimexWeakRef) && m.first == j && p.weakReference(j):
		return expr{kind: reference, ref: a.w.Value(lexicon.TimexWeakRef)}, j + 1
	case a.is(lexicon.TimexDay) && !p.morning(m, j) && !m.number && m.dir == noDir && !m.one && !m.adj:
		return p.dayHead(m, j)
	case a.is(lexicon.TimexPart|lexicon.TimexParts) && !m.number && m.ordinal == 0:
		return p.partHead(m, j)
	case a.is(lexicon.TimexSeason) && !m.number:
		return p.seasonHead(m, j)
	case a.is(lexicon.TimexHoliday) && !m.number && m.ordinal == 0 && !(j == m.first && p.surname(j)):
		e := expr{kind: calendar, holiday: a.w.Value(lexicon.TimexHoliday), dir: m.dir, mod: cmp.Or(m.mod, m.quant)}
		if m.dir == noDir && m.mod == "" && m.quant == "" {
			m.first = j
		}
		if p.unit(j+1) == weekend {
			e.weekend = true
			return e, j + 2
		}
		return p.withYear(e, j+1)
	case a.is(lexicon.TimexDecade) && (m.article || m.mod != ""):
		n, _, ok := leadingNumber(a.w.Value(lexicon.TimexDecade))
		if !ok {
			return expr{}, j
		}
		return expr{kind: calendar, year: 1900 + n*10, precision: decadePrecision, mod: m.mod}, j + 1
	case a.is(lexicon.TimexPeriod):
		return p.periodHead(m, j)
	case a.is(lexicon.TimexNumber) && !m.number && m.ordinal == 0:
		return p.yearHead(m, j)
	}
	return expr{}, j
}

// surname reports whether a name stands right before the holiday at j, so that
// it is the rest of that: "Johnnie Christmas".
func (p *parser) surname(j int) bool {
	b := p.a(j - 1)
	return p.capitalMonths() && b.kind == word && b.w == nil && b.upper && b.lower && b.start != p.a(0).start
}

// morning reports whether a word for "tomorrow" means the morning here: "am
// Morgen", "por la mañana".
func (p *parser) morning(m *modifiers, j int) bool {
	a := p.a(j)
	if !a.is(lexicon.TimexPart) {
		return false
	}
	return m.article || m.dir != noDir || m.every != 0 || a.upper && a.start != p.a(0).start
}

// plain reports whether nothing but an article stands before the noun at j.
func (m *modifiers) plain(j int) bool {
	return m.first == j || m.first == j-1 && (m.article || m.mod != "")
}

// weakReference reports whether "recent" qualifies an event, and no stretch of
// time.
func (p *parser) weakReference(j int) bool {
	b := p.a(j + 1)
	if v := p.a(j).w.Value(lexicon.TimexWeakRef); v == "FUTURE_REF" { // "will one day be"
		c := p.a(j - 1)
		return c.is(lexicon.TimexTense) && !c.is(lexicon.TimexUnit) && c.w.Value(lexicon.TimexTense) != "past"
	}
	return !b.is(lexicon.TimexUnit) && !p.hyphen(j+1) && !p.hyphen(j-1)
}
