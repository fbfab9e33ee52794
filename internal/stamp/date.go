package stamp

import "github.com/newsfact/newsfact/internal/lexicon"

// A core is the calendar part of a date: tokens [i, j).
type core struct {
	i, j       int
	y, m, d    int
	altM, altD int  // the other reading, or 0
	timed      bool // the clock time stands inside, before the year
	clk        clock
}

// date reads the date that begins at or near token i, with all that belongs
// to it, and returns the token after it.
func (p *parser) date(i int) (Found, int, bool) {
	if f, j, ok := p.relative(i); ok {
		return f, j, true
	}
	if f, j, ok := p.copyright(i); ok {
		return f, j, true
	}
	c, ok := p.core(i)
	if !ok {
		return Found{}, i, false
	}
	first, end := c.i, c.j
	weekday := 0
	if k, d := p.weekdayLeft(first); d > 0 {
		first, weekday = k, d
	}
	clk, hasClock := c.clk, c.timed
	if !hasClock {
		if k, t, ok := p.clockLeft(first); ok {
			first, clk, hasClock = k, t, true
			if k, d := p.weekdayLeft(first); d > 0 && weekday == 0 {
				first, weekday = k, d
			}
		}
	}
	if k, d := p.weekdayRight(end); d > 0 && weekday == 0 {
		end, weekday = k, d
	}
	if !hasClock {
		if k, t, ok := p.clockRight(end); ok {
			end, clk, hasClock = k, t, true
			if k, d := p.weekdayRight(end); d > 0 && weekday == 0 && p.is(end, '(') {
				end, weekday = k, d
			}
		}
	}
	f, ok := p.value(c, clk, hasClock, weekday)
	if !ok {
		return Found{}, i, false
	}
	f.Start, f.End = int(p.toks[first].start), int(p.toks[end-1].end)
	return f, end, true
}

// core tries each form that a calendar date is written in.
func (p *parser) core(i int) (core, bool) {
	switch t := &p.toks[i]; {
	case t.kind == 'n':
		if t.n < 0 || !p.freeLeft(i) {
			return core{}, false
		}
		if c, ok := p.compact(i); ok {
			return c, true
		}
		if c, ok := p.yearFirst(i); ok {
			return c, true
		}
		if c, ok := p.numeric(i); ok {
			return c, true
		}
		return p.dayFirst(i)
	case t.e == nil:
		return core{}, false
	case t.e.era != 0:
		return p.era(i)
	case p.month(i) > 0:
		return p.monthFirst(i)
	}
	return core{}, false
}

// freeLeft reports whether the number at i begins there: it is no part of an
// id, a version, a decimal or a clock time.
func (p *parser) freeLeft(i int) bool {
	if i == 0 || p.toks[i].sp {
		return true
	}
	t := &p.toks[i-1]
	switch t.kind {
	case 'w':
		if t.cjk || t.e != nil {
			return true
		}
		c := p.s[t.end-1]
		return c >= 0x80 || p.toks[i].nd < 4 && i >= 2 // "Author21 July"
	case 'p':
		switch t.c {
		case '/', '-', '.', ':', '_', '+', '#', '@', '&', '%', '~', '=', '$', '\\':
			return i < 2 || t.sp || p.toks[i-2].kind == 'w' && (t.c == ':' || t.c == '.' || t.c == '-') || p.toks[i-2].kind == 'p'
		}
	}
	return true
}

// freeRight reports whether a date in numbers ends before token j.
func (p *parser) freeRight(j int) bool {
	if j >= len(p.toks) || p.toks[j].sp {
		return true
	}
	t := &p.toks[j]
	switch t.kind {
	case 'w':
		if t.cjk || t.e != nil {
			return true
		}
		switch p.s[t.start:t.end] {
		case "T", "t", "Z", "z":
			return true
		}
		c := p.s[t.start]
		return c >= 0x80 || 'A' <= c && c <= 'Z' && t.end-t.start > 1 // "21.07.2025Author"
	case 'p':
		switch t.c {
		case '/', '-', '.':
			return j+1 >= len(p.toks) || p.toks[j+1].sp || p.toks[j+1].kind != 'n'
		case '_', '%', '@', '=':
			return false
		}
	}
	return true
}

// compact reads 20240502, 20240502103000 and 202405021030.
func (p *parser) compact(i int) (core, bool) {
	t := &p.toks[i]
	if t.nd != 8 && t.nd != 12 && t.nd != 14 || !p.freeRight(i+1) {
		return core{}, false
	}
	n := t.n
	c := core{i: i, j: i + 1}
	if t.nd > 8 {
		c.timed = true
		if t.nd == 14 {
			c.clk.s, c.clk.hasS = int(n%100), true
			n /= 100
		}
		c.clk.h, c.clk.m = int(n/100%100), int(n%100)
		n /= 10000
		if !c.clk.valid() {
			return core{}, false
		}
	}
	c.y, c.m, c.d = int(n/10000), int(n/100%100), int(n%100)
	return c, c.y >= 1900 && validDay(c.y, c.m, c.d)
}

// yearFirst reads 2024-05-02, 2024/5/2, "2024. 5. 2.", 2024年5月2日, "2024.
// május 2.", "2024 May 2", "2024-May-02", "2024 m. gegužės 2 d.", and 2024-05
// where it is all there is.
func (p *parser) yearFirst(i int) (core, bool) {
	y := int(p.toks[i].n)
	if p.toks[i].nd != 4 || !validYear(y) {
		return core{}, false
	}
	c := core{i: i, y: y}
	j := i + 1
	if p.role(j, lexicon.DateYear) {
		if j++; p.is(j, '.') || p.is(j, ',') {
			j++
		}
		if c.m, _ = p.number(j, 2); c.m > 0 && p.role(j+1, lexicon.DateMonth) {
			return p.dayAfterMonth(c, j+2)
		}
	} else if s := p.sep(j); s != 0 {
		if c.m, _ = p.number(j+1, 2); c.m > 0 {
			if p.sep(j+2) == s {
				if d, ok := p.number(j+3, 2); ok {
					c.d, c.j = d, j+4
					if s == '.' && p.is(c.j, '.') {
						c.j++
					}
					return c, validDay(c.y, c.m, c.d) && p.freeRight(j+4)
				}
			}
			c.j = j + 2
			return c, i == 0 && c.j == len(p.toks) && c.m <= 12 && s != '.'
		}
		j++
	}
	for p.is(j, ',') || p.is(j, '.') {
		j++
	}
	if c.m = p.month(j); c.m == 0 {
		return core{}, false
	}
	if j++; p.is(j, '.') || p.is(j, '-') || p.is(j, '/') {
		j++
	}
	d, ok := p.number(j, 2)
	if !ok || !validDay(c.y, c.m, d) || p.is(j+1, ':') {
		return core{}, false
	}
	c.d, c.j = d, j+1
	if p.is(c.j, '.') {
		c.j++
	} else if p.role(c.j, lexicon.DateDay) {
		if c.j++; p.is(c.j, '.') {
			c.j++
		}
	}
	return c, true
}

// dayAfterMonth ends a date whose year and month were numbers with units.
func (p *parser) dayAfterMonth(c core, j int) (core, bool) {
	c.j = j
	if c.m > 12 {
		return c, false
	}
	d, ok := p.number(j, 2)
	if !ok || !p.role(j+1, lexicon.DateDay) {
		return c, c.y != 0
	}
	c.d, c.j = d, j+2
	y := c.y
	if y == 0 {
		y = leapYear
	}
	return c, validDay(y, c.m, c.d)
}

// numeric reads 2.5.2024, 02/05/2024, 5-2-24, "2. 5. 2024" and, for scripts
// of numbers only, "02.05. 18:30".
func (p *parser) numeric(i int) (core, bool) {
	a, ok := p.number(i, 2)
	s := p.sep(i + 1)
	if p.is(i+1, '|') { // 26 | 01 | 2022
		s = '|'
	}
	if !ok || s == 0 {
		return core{}, false
	}
	b, ok := p.number(i+2, 2)
	if !ok || !p.is(i+3, s) {
		return core{}, false
	}
	c := core{i: i, j: i + 5}
	t := p.tok(i + 4)
	switch {
	case t == nil || t.kind != 'n' || s == '.' && t.sp && t.nd != 4:
		// no year: both numbers of two digits, and a time behind them
		if s != '.' || p.toks[i].nd != 2 || p.toks[i+2].nd != 2 || p.h.Order == MDY {
			return core{}, false
		}
		c.m, c.d, c.j = b, a, i+4
		_, _, timed := p.clockRight(c.j)
		return c, validDay(leapYear, c.m, c.d) && (timed || c.j == len(p.toks) && i == 0)
	case t.nd == 4 && validYear(int(t.n)):
		c.y = int(t.n)
	case t.nd == 2 && !t.sp && s != '|':
		if p.h.Order == YMD {
			if y := century(a); p.toks[i].nd == 2 && validDay(y, b, int(t.n)) {
				c.y, c.m, c.d = y, b, int(t.n)
				return c, p.freeRight(c.j)
			}
		}
		c.y = century(int(t.n))
	default:
		return core{}, false
	}
	if !p.freeRight(c.j) {
		return core{}, false
	}
	dmy, mdy := validDay(c.y, b, a), validDay(c.y, a, b)
	switch {
	case !dmy && !mdy:
		return core{}, false
	case !mdy:
		c.m, c.d = b, a
	case !dmy:
		c.m, c.d = a, b
	case p.h.Order == MDY && s != '.':
		c.m, c.d = a, b
	default:
		c.m, c.d = b, a
		if a != b && s != '.' && p.h.Order == Unknown {
			c.altM, c.altD = a, b
		}
	}
	return c, true
}

// dayFirst reads "2 May 2024", "2nd of May, 2024", "2. Mai 2024", "2 de mayo
// de 2024", 02-May-24, "2 мая", 5月2日, "2 tháng 5, 2024".
func (p *parser) dayFirst(i int) (core, bool) {
	d, ok := p.number(i, 2)
	if !ok || d < 1 || d > 31 {
		return core{}, false
	}
	if i >= 2 && p.is(i-1, ':') && !p.toks[i].sp && p.toks[i-2].kind == 'n' {
		return core{}, false // the minutes of a clock time
	}
	c := core{i: i, d: d}
	j := i + 1
	if t := p.tok(j); t != nil && t.kind == 'w' && p.role(j, lexicon.DateMonth) && p.month(j) == 0 || t != nil && t.cjk && p.role(j, lexicon.DateMonth) {
		if t.cjk { // 5月2日
			c.m, c.d = d, 0
			c, ok := p.dayAfterMonth(c, j+1)
			return c, ok && c.d > 0
		}
		return p.numberedMonth(c, j+1)
	}
	if t := p.tok(j); t != nil && !t.sp && p.role(j, lexicon.DateOrdinal) || p.is(j, 'o') {
		j++
	} else if t != nil && t.c == '-' && !t.sp && p.role(j+1, lexicon.DateOrdinal) && p.month(j+1) == 0 && !p.tok(j+1).sp { // 2-го
		j += 2
	}
	if p.is(j, '.') {
		j++
	}
	links := 0
	for ; links < 3 && (p.is(j, ',') || p.role(j, lexicon.DateLink) && p.month(j) == 0); links++ {
		j++
	}
	if s := p.sep(j); s != 0 && links == 0 {
		j++
	}
	if c.m = p.month(j); c.m == 0 || !validDay(leapYear, c.m, d) {
		return core{}, false
	}
	sepAt := j - 1
	j++
	if p.is(j, '/') && p.month(j+1) == c.m { // نيسان / أبريل
		j += 2
	}
	return p.yearAfter(c, j, sepAt > i && p.sep(sepAt) != 0 && !p.toks[j-1].sp)
}

// numberedMonth ends a Vietnamese date after its word for month.
func (p *parser) numberedMonth(c core, j int) (core, bool) {
	m, ok := p.number(j, 2)
	if !ok || !validDay(leapYear, m, c.d) {
		return core{}, false
	}
	c.m, c.j = m, j+1
	k := c.j
	if p.is(k, ',') || p.is(k, '/') || p.is(k, '-') {
		k++
	}
	if p.role(k, lexicon.DateYear) {
		k++
	}
	if y, ok := p.year(k, false); ok {
		c.y, c.j = y, k+1
	}
	return c, c.y == 0 || validDay(c.y, c.m, c.d)
}

// yearAfter reads the year after day and month, if there is one; glued tells
// that the day was joined to the month by a mark, as in 02-May-24, where two
// digits will do.
func (p *parser) yearAfter(c core, j int, glued bool) (core, bool) {
	c.j = j
	for k, n := j, 0; n < 4; k, n = k+1, n+1 {
		if y, ok := p.year(k, glued); ok {
			if y, ok = p.thaiYear(c, y); !ok || !validDay(y, c.m, c.d) {
				return c, false
			}
			c.y, c.j = y, p.yearMark(k+1)
			return c, true
		}
		if !p.is(k, '.') && !p.is(k, ',') && !p.is(k, '\'') && p.sep(k) == 0 && (!p.role(k, lexicon.DateLink) || p.month(k) > 0) {
			break
		}
	}
	if p.is(j, '.') {
		c.j++
	}
	return c, c.d > 0
}

// yearMark skips the word after a year that says it is one: "г.", "року",
// "-cü il".
func (p *parser) yearMark(j int) int {
	k := j
	if p.is(k, '-') && !p.toks[k].sp {
		k++
	}
	if !p.role(k, lexicon.DateYear) {
		return j
	}
	if k++; p.is(k, '.') {
		k++
	}
	return k
}

// monthFirst reads "May 2, 2024", "May 2nd 2024", "May 2", "May 2024", and
// "May  2 10:00:00 UTC 2024", as Unix prints it.
func (p *parser) monthFirst(i int) (core, bool) {
	c := core{i: i, m: p.month(i)}
	j := i + 1
	glued := false
	for n := 0; n < 2 && (p.is(j, '.') || p.is(j, ',') || p.sep(j) != 0 || p.role(j, lexicon.DateLink) && p.month(j) == 0); n++ {
		glued = p.sep(j) != 0
		j++
	}
	if y, ok := p.year(j, false); ok {
		if y, ok = p.thaiYear(c, y); !ok {
			return c, false
		}
		c.y, c.j = y, j+1
		return c, !p.dayBefore(i)
	}
	d, ok := p.number(j, 2)
	if !ok || !validDay(leapYear, c.m, d) || p.is(j+1, ':') {
		return core{}, false
	}
	c.d = d
	j++
	if t := p.tok(j); t != nil && !t.sp && p.role(j, lexicon.DateOrdinal) {
		j++
	}
	if k, t, ok := p.clockRight(j); ok {
		if p.is(k, ',') {
			k++
		}
		if y, ok := p.year(k, false); ok && validDay(y, c.m, d) {
			c.y, c.j, c.clk, c.timed = y, k+1, t, true
			return c, true
		}
	}
	return p.yearAfter(c, j, glued)
}

// dayBefore reports whether a day stands before token i: "31 February 2024"
// is no date, and no month either.
func (p *parser) dayBefore(i int) bool {
	i--
	for n := 0; n < 2 && (p.is(i, '.') || p.role(i, lexicon.DateLink|lexicon.DateOrdinal)); n++ {
		i--
	}
	d, ok := p.number(i, 2)
	return ok && d > 0 && d < 32
}

// era reads 令和6年5月2日.
func (p *parser) era(i int) (core, bool) {
	n, ok := p.number(i+1, 3)
	if !ok || !p.role(i+2, lexicon.DateYear) {
		return core{}, false
	}
	c := core{i: i, y: p.toks[i].e.era + n}
	if c.m, ok = p.number(i+3, 2); !ok || !p.role(i+4, lexicon.DateMonth) || !validYear(c.y) {
		return core{}, false
	}
	return p.dayAfterMonth(c, i+5)
}

// thaiYear turns a Buddhist year after a Thai month into one of the common era.
func (p *parser) thaiYear(c core, y int) (int, bool) {
	if y < 2400 {
		return y, true
	}
	return y - 543, y < 2700
}

// Primitives.

func (p *parser) tok(i int) *tok {
	if i < 0 || i >= len(p.toks) {
		return nil
	}
	return &p.toks[i]
}

// is reports whether token i is the mark c.
func (p *parser) is(i int, c byte) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].c == c
}

// sep returns the mark at i if it parts the numbers of a date.
func (p *parser) sep(i int) byte {
	if i >= 0 && i < len(p.toks) {
		switch c := p.toks[i].c; c {
		case '-', '/', '.':
			return c
		}
	}
	return 0
}

func (p *parser) role(i int, r lexicon.DateRole) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].e != nil && p.toks[i].e.roles&r != 0
}

// number returns the number at i if it has at most nd digits.
func (p *parser) number(i int, nd uint8) (int, bool) {
	if t := p.tok(i); t != nil && t.kind == 'n' && t.nd <= nd {
		return int(t.n), true
	}
	return 0, false
}

// year returns the year at i: four digits, or two where short allows it, after
// an apostrophe, or before a time with a zone, as old mail has it.
func (p *parser) year(i int, short bool) (int, bool) {
	t := p.tok(i)
	if t == nil || t.kind != 'n' {
		return 0, false
	}
	if t.nd == 2 && (short && !t.sp || p.is(i-1, '\'') || p.is(i+2, ':') && p.zoned(i+4)) && !p.is(i+1, ':') {
		return century(int(t.n)), true
	}
	if t.nd != 4 || p.is(i+1, ':') {
		return 0, false
	}
	if t.n >= 2400 && t.n < 2700 && p.thai(i) {
		return int(t.n), true
	}
	return int(t.n), validYear(int(t.n))
}

// thai reports whether the token before i is Thai.
func (p *parser) thai(i int) bool {
	t := p.tok(i - 1)
	return t != nil && t.cjk && t.e != nil && len(t.e.names) > 0 && t.e.names[0].Lang == "th"
}

// month returns the month that token i names, or 0.
func (p *parser) month(i int) int {
	t := p.tok(i)
	if t == nil || t.e == nil {
		return 0
	}
	return choose(t.e.names, p.h.Lang, func(n lexicon.CalendarName) int8 { return n.Month })
}

// weekday returns the weekday that token i names, or 0.
func (p *parser) weekday(i int) int {
	t := p.tok(i)
	if t == nil || t.e == nil {
		return 0
	}
	return choose(t.e.names, p.h.Lang, func(n lexicon.CalendarName) int8 { return n.Weekday })
}

// choose picks among what a word says in several languages: the hinted
// language, else English, else what most of them say.
func choose(ns []lexicon.CalendarName, lang string, of func(lexicon.CalendarName) int8) int {
	var votes [13]int8
	best := int8(0)
	for _, n := range ns {
		v := of(n)
		if v == 0 {
			continue
		}
		if n.Lang == lang {
			return int(v)
		}
		votes[v]++
		if n.Lang == "en" {
			votes[v] += 100
		}
		if votes[v] > votes[best] {
			best = v
		}
	}
	return int(best)
}
