package timex

import (
	"cmp"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// month returns the month that the atom at j names, 0 where it names none or
// where its spelling needs a number beside it that is not there: "Mar", "may".
func (p *parser) month(j int) int {
	a := p.a(j)
	if a.kind != word {
		return 0
	}
	if a.w == nil || a.w.Month == 0 {
		return p.foreignMonth(j)
	}
	if a.is(lexicon.TimexNumber) && p.a(j-1).kind != number { // "sept" is seven and September
		return 0
	}
	if short := utf8.RuneCountInString(p.text(j)) <= 3; short && !p.besideNumber(j) {
		if !p.capitalMonths() && !a.is(lexicon.TimexVerb) && p.a(j-1).is(lexicon.TimexIn) {
			return int(a.w.Month) // "en mai", "в мае"
		}
		if !a.upper || !a.lower {
			return 0
		}
	}
	if p.capitalMonths() && !a.upper && a.is(lexicon.TimexVerb) && !p.besideNumber(j) {
		return 0
	}
	return int(a.w.Month)
}

// besideNumber reports whether a number, an ordinal or a year stands right
// before or after the atom at j, as in a date.
func (p *parser) besideNumber(j int) bool {
	b, c := p.a(j-1), p.a(j+1)
	if c.mark == '.' && c.glued || c.mark == '/' && c.glued || c.mark == '-' && c.glued {
		c = p.a(j + 2)
	}
	if b.mark == '/' || b.mark == '-' || b.is(lexicon.TimexSuffix|lexicon.TimexOf) || b.mark == '.' {
		b = p.a(j - 2)
	}
	return b.kind == number && b.digits() <= 4 || c.kind == number && c.digits() <= 4 ||
		c.is(lexicon.TimexOrdinal) || b.is(lexicon.TimexOrdinal)
}

// foreignMonth returns the month that a word names in whatever language, when
// a day and a year stand beside it: scraped date lines are not always in the
// language of their article.
func (p *parser) foreignMonth(j int) int {
	a := p.a(j)
	if a.kind != word || a.end-a.start > longest {
		return 0
	}
	b, c := p.a(j-1), p.a(j+1)
	if b.mark == '.' || b.is(lexicon.TimexOf) {
		b = p.a(j - 2)
	}
	if b.kind != number && c.kind != number {
		return 0
	}
	if c.is(lexicon.TimexOf) || c.mark == '.' {
		c = p.a(j + 2)
	}
	day := b.kind == number && b.digits() <= 2 || c.kind == number && c.digits() <= 2
	year := b.digits() == 4 || c.digits() == 4 || (p.a(j+2).mark == ',' || p.a(j+2).mark == '.') && p.a(j+3).digits() == 4
	if !day || !year {
		return 0
	}
	p.buf = lexicon.AppendFold(p.buf[:0], p.text(j))
	m := int8(0)
	for _, n := range lexicon.CalendarNames(p.buf) {
		if n.Month != 0 {
			if m != 0 && n.Month != m {
				return 0
			}
			m = n.Month
		}
	}
	return int(m)
}

// anyMonth reports whether a word is a month in some language.
func (p *parser) anyMonth(a *atom) bool {
	if a.end-a.start > longest {
		return false
	}
	p.buf = lexicon.AppendFold(p.buf[:0], p.t.S[a.start:a.end])
	for _, n := range lexicon.CalendarNames(p.buf) {
		if n.Month != 0 {
			return true
		}
	}
	return false
}

// weekday returns the weekday that the atom at j names.
func (p *parser) weekday(j int) int {
	a := p.a(j)
	if a.kind != word || a.w == nil || a.w.Weekday == 0 {
		return 0
	}
	short := 3 // "salı" is a full name, "Thur" is not
	if p.capitalMonths() {
		short = 4
	}
	if utf8.RuneCountInString(p.text(j)) > short {
		return int(a.w.Weekday)
	}
	if a.w.Class&^(lexicon.TimexVerb|lexicon.TimexGiven) != 0 {
		return 0 // "die" is an article before it is Tuesday
	}
	b, c := p.a(j-1), p.a(j+1)
	if c.mark == '.' || c.mark == ',' || c.mark == '-' {
		c = p.a(j + 2)
	}
	beside := c.kind == number || c.is(lexicon.TimexAt) && p.a(j+2).kind == number || c.w.Is(lexicon.TimexArticle) || c.w != nil && c.w.Month != 0
	switch {
	case beside && (a.upper || !p.capitalMonths()), beside && b.kind != none && !a.is(lexicon.TimexVerb):
		return int(a.w.Weekday)
	case a.is(lexicon.TimexVerb) || !a.upper:
		return 0
	}
	if b.is(lexicon.TimexOn|lexicon.TimexDir|lexicon.TimexOr|lexicon.TimexUnit|lexicon.TimexAt) || c.is(lexicon.TimexAt) {
		return int(a.w.Weekday)
	}
	return 0
}

// monthHead reads what belongs to a month: the day before or after it, the
// year.
func (p *parser) monthHead(m *modifiers, j, month int) (expr, int) {
	e := expr{kind: calendar, month: int8(month), dir: m.dir, mod: m.mod}
	if m.dir == noDir && m.mod == "" && m.quant == "" && m.every == 0 && m.ordinal == 0 {
		m.first = j // the article is that of a noun behind: "the May 9 events"
		if m.number {
			m.first = m.qAt
		}
	} else if m.article && m.dir == noDir && p.a(j-1).mark == '-' {
		m.first = j - 2
	}
	if w := p.a(j).w; w == nil || w.Month == 0 {
		e.foreign = true
	}
	if m.every != 0 {
		e.kind, e.every = set, m.every
	}
	if e.mod == "" {
		e.mod = m.quant
	}
	k := j + 1
	switch {
	case m.one || m.half || m.q.vague || m.from != nil:
		return expr{}, j
	case m.ordinal != 0 && m.number:
		return expr{}, j
	case m.ordinal != 0:
		e.day = int8(min(m.ordinal, 99))
	case m.number:
		if !m.q.whole() || m.q.n < 1 || m.q.n > 99 || m.q.width > 2 {
			return expr{}, j
		}
		e.day = int8(m.q.n)
	}
	if k2 := p.point(k); k2 > k && (e.day != 0 || p.a(k2).kind == number || p.a(k2).is(lexicon.TimexOrdinal) || p.a(k2).mark == ',' && p.a(k2+1).kind == number) {
		k = k2
	}
	dayless := e.day == 0
	if dayless {
		if b := p.a(k); (b.mark == '/' || b.mark == '-') && b.glued && p.a(k+1).glued && p.a(k+1).kind == number && !p.a(k+2).is(lexicon.TimexPlural) {
			k++ // Oct/2, Dec/2018
		}
		k = p.dayAfterMonth(&e, k)
	}
	y, n := p.yearTail(k)
	if n > k {
		e.year, k = y, n
	}
	if e.day != 0 && int(e.day) > monthDays(y, month) {
		return expr{}, k // no such day: neither a date nor a month
	}
	if e.day != 0 && !dayless && e.year == 0 && m.q.width == 0 && m.number && m.ordinal == 0 {
		return expr{}, j // "two May", without a year
	}
	return e, k
}

// point skips the point of an abbreviation.
func (p *parser) point(k int) int {
	if b := p.a(k); b.mark == '.' && b.glued && p.a(k+1).kind != none {
		return k + 1
	}
	return k
}

// dayAfterMonth reads the "21" of "July 21", the "21st", "twenty-first".
func (p *parser) dayAfterMonth(e *expr, k int) int {
	b := p.a(k)
	l := k
	if b.is(lexicon.TimexArticle) && !b.is(lexicon.TimexOne) {
		l++
	}
	q, n := p.quantity(l)
	if n == l || q.vague || !q.whole() || q.n < 1 || q.n > 99 {
		return k
	}
	if b = p.a(l); b.kind == number {
		if b.digits() > 2 || q.width == 0 || l > k && !q.ordinal {
			return k
		}
		c := p.a(n)
		switch {
		case c.is(lexicon.TimexUnit | lexicon.TimexMeasure | lexicon.TimexMeridiem | lexicon.TimexScale), c.mark == '%', c.mark == ':' && c.glued && p.a(n+1).kind == number:
			return k
		case c.mark == '-' && c.glued && p.unit(n+1) != noUnit:
			return k
		case p.month(n) != 0 && p.a(n+1).kind != number:
			return k
		case !q.ordinal && p.a(n-3).is(lexicon.TimexWithin) && p.countNoun(n):
			return k // "In May 30 people"
		}
	} else if !q.ordinal {
		if y, z := p.spelledYear(n); z == n || y == 0 {
			return k
		}
	}
	e.day = int8(q.n)
	return n
}

// countNoun reports whether the atom looks like a noun in the plural.
func (p *parser) countNoun(j int) bool {
	a := p.a(j)
	if a.is(lexicon.TimexPerson) {
		return true
	}
	s := p.text(j)
	return a.kind == word && a.w == nil && len(s) > 2 && s[len(s)-1] == 's'
}

// yearTail reads a year after a day or a month: "2025", ", 2025", "of 2025",
// "'25", "nineteen eighty-six".
func (p *parser) yearTail(k int) (y, next int) {
	l := k
	comma := false
	switch b := p.a(l); {
	case b.mark == ',':
		comma = true
		l++
	case b.is(lexicon.TimexOf), b.mark == '-' && b.glued && p.a(l+1).glued, b.mark == '/' && b.glued:
		l++
	}
	b := p.a(l)
	if b.is(lexicon.TimexYearWord|lexicon.TimexArticle) && p.a(l+1).digits() == 4 {
		l++
		b = p.a(l)
	}
	switch {
	case b.digits() == 4 && b.num >= 1000 && b.num < 2200:
		if n := p.yearWord(l + 1); n > l+1 {
			return int(b.num), n
		}
		if p.isDecimal(l) || p.a(l+1).mark == ':' && p.a(l+1).glued && p.a(l+2).glued && p.a(l+2).kind == number || comma && (b.num < 1400 || p.measured(l+1)) || p.measured(l+1) {
			return 0, k
		}
		return int(b.num), l + 1
	case b.mark == '\'' && p.a(l+1).digits() == 2 && p.a(l+1).glued:
		return p.pivot(int(p.a(l + 1).num)), l + 2
	case b.digits() == 2 && !comma && l > k && p.a(k).is(lexicon.TimexOf):
		return p.pivot(int(b.num)), l + 1
	case b.is(lexicon.TimexNumber) && !comma:
		if y, n := p.spelledYear(l); n > l && y >= 1000 {
			return y, n
		}
	}
	return 0, k
}

// yearWord skips the word for "year" that some languages put after its
// number: "2025 року", "2025 г.", "2020-ci il".
func (p *parser) yearWord(k int) int {
	n := k
	if p.hyphen(n) && p.a(n+1).is(lexicon.TimexSuffix) {
		n += 2
	}
	if !p.a(n).is(lexicon.TimexYearWord) {
		return k
	}
	return n + 1
}

// pivot makes a year of two digits: the last such year up to twenty years
// ahead, as printers of dates mean it.
func (p *parser) pivot(n int) int { return p.pivotUpTo(n, 20) }

func (p *parser) pivotUpTo(n, ahead int) int {
	y := p.refYear/100*100 + n
	switch {
	case y > p.refYear+ahead:
		return y - 100
	case y+100 <= p.refYear+ahead:
		return y + 100
	}
	return y
}

// weekdayHead reads what belongs to a weekday: "the 26th", "31".
func (p *parser) weekdayHead(m *modifiers, j, wd int) (expr, int) {
	if m.one && !m.article || m.number || m.half || m.more {
		return expr{}, j
	}
	e := expr{kind: calendar, wday: int8(wd), dir: m.dir, mod: m.mod}
	if m.dir == noDir && m.mod == "" && m.quant == "" && m.every == 0 {
		m.first = j
	}
	if m.every != 0 {
		e.kind, e.every = set, m.every
	}
	switch {
	case m.quant == "APPROX":
		e.mod = cmp.Or(e.mod, m.quant)
	case m.quant != "":
		m.first = j // "up to Monday's vote"
	}
	k := j + 1
	if b := p.a(k); b.mark == '.' && b.glued && utf8.RuneCountInString(p.text(j)) <= 5 && (p.a(k+1).kind == number || p.month(k+1) != 0) {
		k++
	}
	if p.modifiersAfter() && p.unit(k) == dayUnit && !p.a(k).is(lexicon.TimexPlural) {
		return e, k + 1 // "cuma günü"
	}
	l := k
	if p.a(l).is(lexicon.TimexArticle) && !p.a(l).is(lexicon.TimexOne) {
		l++
	}
	q, n := p.quantity(l)
	if n == l || q.vague || !q.whole() || q.n < 1 || q.n > 31 || q.width == 0 && !q.ordinal || q.width > 2 || p.month(n) != 0 || p.a(n).is(lexicon.TimexOf|lexicon.TimexUnit) {
		return e, k
	}
	if b := p.a(n); !q.ordinal && b.kind != none && (b.mark == 0 || b.mark == '/' || b.mark == ':' || b.mark == '-' || b.mark == '%' || (b.mark == '.' || b.mark == ',') && b.glued && p.a(n+1).glued && p.a(n+1).kind == number) || l > k && !q.ordinal {
		return e, k
	}
	e.day = int8(q.n)
	return e, n
}

// dayHead reads a deictic day: "early today", "the day before yesterday".
func (p *parser) dayHead(m *modifiers, j int) (expr, int) {
	v := p.a(j).w.Value(lexicon.TimexDay)
	n, part, _ := leadingInt(v)
	e := expr{kind: calendar, deictic: true, offset: int16(n), part: part, mod: m.mod}
	switch {
	case m.quant != "" && p.timeAfter(j+1): // "around tomorrow 10am"
		e.mod = cmp.Or(e.mod, m.quant)
	case m.quant != "":
		m.first = j // "what is talked about today"
	}
	return e, j + 1
}

func leadingInt(s string) (n int, rest string, ok bool) {
	neg := len(s) > 0 && s[0] == '-'
	if neg {
		s = s[1:]
	}
	n, rest, ok = leadingNumber(s)
	if neg {
		n = -n
	}
	return n, rest, ok
}

// partHead reads a part of the day as a noun: "this morning", "the early
// evening", "mornings".
func (p *parser) partHead(m *modifiers, j int) (expr, int) {
	a := p.a(j)
	if m.one && m.dir == noDir || m.more || m.poss {
		return expr{}, j
	}
	if a.is(lexicon.TimexParts) {
		v := a.w.Value(lexicon.TimexParts)
		if m.article {
			return expr{kind: calendar, part: v}, j + 1
		}
		if b := p.a(j - 1); b.kind == word && b.w == nil {
			return expr{}, j // "open-mike nights"
		}
		return expr{kind: set, part: v}, j + 1
	}
	v := a.w.Value(lexicon.TimexPart)
	e := expr{kind: calendar, part: v, mod: m.mod}
	if e.mod == "" {
		e.mod = m.quant
	}
	switch {
	case m.every != 0:
		e.kind, e.every, e.mod = set, m.every, ""
	case m.dir == this:
		e.deictic = true
	case m.dir == last && v == "NI":
		e.deictic, e.offset = true, -1
	case m.dir == last:
		e.deictic, e.offset = true, -1
	case m.dir == next || m.dir == following || m.dir == coming:
		e.rel, e.relUnit = following, dayUnit
	case m.dir == that || m.dir == same:
		e.rel, e.relUnit = that, dayUnit
	case m.dir == preceding && m.article:
		e.rel, e.relUnit = preceding, dayUnit
	case m.dir != noDir:
		return expr{}, j
	case m.mod == "" && !m.article:
		return expr{}, j
	}
	return e, j + 1
}

// seasonHead reads a season and its year.
func (p *parser) seasonHead(m *modifiers, j int) (expr, int) {
	if m.one && m.dir == noDir || m.ordinal != 0 || m.more {
		return expr{}, j
	}
	e := expr{kind: calendar, season: p.a(j).w.Value(lexicon.TimexSeason), dir: m.dir, mod: m.mod, year: m.year}
	if e.mod == "" {
		e.mod = m.quant
	}
	if m.every != 0 {
		e.kind, e.every = set, m.every
		return e, j + 1
	}
	k := j + 1
	if p.a(k).is(lexicon.TimexOf) && p.a(k+1).digits() != 4 && !p.a(k+1).is(lexicon.TimexNumber|lexicon.TimexDir) {
		if p.a(j).is(lexicon.TimexVerb) {
			return expr{}, j // "the fall of the city"
		}
		return e, k
	}
	return p.withYear(e, k)
}

// withYear reads the year after a season, a quarter or a holiday.
func (p *parser) withYear(e expr, k int) (expr, int) {
	if e.year == 0 {
		if y, n := p.yearTail(k); n > k {
			e.year = y
			return e, n
		}
	}
	return e, k
}
