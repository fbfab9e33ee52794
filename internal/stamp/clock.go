package stamp

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A clock is a time of the day as written.
type clock struct {
	h, m, s int
	hasS    bool
	zone    string // "Z", "+02:00", or empty
	summer  string // the rule by which the zone gains an hour in summer
}

func (c clock) valid() bool {
	return c.h >= 0 && c.h <= 23 && c.m >= 0 && c.m <= 59 && c.s >= 0 && c.s <= 60
}

// connects reports whether token i may stand between a date and its time.
func (p *parser) connects(i int) bool {
	t := p.tok(i)
	if t == nil {
		return false
	}
	switch t.kind {
	case 'p':
		switch t.c {
		case ',', '-', '|', '@', '/', ';', '(', '?', '~':
			return true
		case '.': // "kl.", "2024."
			return !t.sp && i > 0 && (p.role(i-1, lexicon.DateAt) || p.toks[i-1].nd == 4)
		}
	case 'w':
		if w := p.s[t.start:t.end]; w == "T" || w == "t" {
			return true
		}
		return p.role(i, lexicon.DateAt|lexicon.DateLink)
	}
	return false
}

// clockRight reads the time after a date that ends before token j.
func (p *parser) clockRight(j int) (int, clock, bool) {
	said := false
	for n := 0; n < 4; n++ {
		if k, c, ok := p.clock(j, said); ok {
			if p.is(j-1, '(') && p.is(k, ')') {
				k++
			}
			return k, c, true
		}
		if !p.connects(j) {
			break
		}
		said = said || p.role(j, lexicon.DateAt)
		j++
	}
	return 0, clock{}, false
}

// clockLeft reads the time that ends before token i: it tries the few places
// where one could begin.
func (p *parser) clockLeft(i int) (int, clock, bool) {
	end := i
	for n := 0; n < 3 && end-1 >= p.done && p.connects(end-1); n++ {
		end--
	}
	const longest = 12 // tokens of "10 : 30 : 00 a.m. GMT + 02 : 00"
	for k := max(p.done, end-longest); k < end; k++ {
		if t := &p.toks[k]; t.kind != 'n' && !t.cjk || k > p.done && !t.sp && p.toks[k-1].kind == 'n' {
			continue
		}
		if j, c, ok := p.clock(k, p.role(k-1, lexicon.DateAt)); ok && j >= end && j <= i {
			return k, c, true
		}
	}
	return 0, clock{}, false
}

// clock reads a time at token k; said tells that a word for "at" stands
// before it, so that "10.30" is one.
func (p *parser) clock(k int, said bool) (int, clock, bool) {
	var c clock
	half := lexicon.DateRole(0)
	if t := p.tok(k); t != nil && t.cjk && p.role(k, lexicon.DateAM|lexicon.DatePM) { // 午後2時
		half = t.e.roles
		k++
	}
	t := p.tok(k)
	if t == nil || t.kind != 'n' {
		return 0, c, false
	}
	j := k + 1
	switch m, two := p.minutes(k + 2); {
	case t.nd == 4 && (p.zoned(j) || p.afterT(k)):
		c.h, c.m = int(t.n/100), int(t.n%100)
	case t.nd == 6 && p.afterT(k):
		c.h, c.m, c.s, c.hasS = int(t.n/10000), int(t.n/100%100), int(t.n%100), true
	case t.nd > 2:
		return 0, c, false
	case p.is(j, ':') && two:
		c.h, c.m = int(t.n), m
		j = p.seconds(&c, k+3)
	case p.is(j, '.') && two && !p.toks[k+2].sp && (said || p.role(k+3, lexicon.DateHour|lexicon.DateAM|lexicon.DatePM) && p.month(k+3) == 0):
		c.h, c.m = int(t.n), m
		j = k + 3
	case p.role(j, lexicon.DateHour) && !p.role(j+1, lexicon.DateAgo):
		c.h = int(t.n)
		j = p.afterHour(&c, j+1)
	case p.role(j, lexicon.DateAM|lexicon.DatePM) && t.n <= 12:
		c.h = int(t.n)
	default:
		return 0, c, false
	}
	if half == 0 && p.role(j, lexicon.DateAM|lexicon.DatePM) && p.month(j) == 0 {
		half = p.toks[j].e.roles
		if j++; p.is(j, '.') && !p.tok(j).sp {
			j++
		}
	}
	switch {
	case half&lexicon.DatePM != 0 && c.h < 12:
		c.h += 12
	case half&lexicon.DatePM == 0 && half&lexicon.DateAM != 0 && c.h == 12:
		c.h = 0
	}
	if p.role(j, lexicon.DateHour) && p.weekday(j) == 0 { // 10:30 Uhr
		j++
	}
	if p.role(j-1, lexicon.DateHour) && p.is(j, '.') && !p.toks[j].sp { // 10:30 h.
		j++
	}
	if !c.valid() {
		return 0, c, false
	}
	return p.zone(&c, j), c, true
}

// minutes returns the number at i if it is one of two digits.
func (p *parser) minutes(i int) (int, bool) {
	t := p.tok(i)
	if t == nil || t.kind != 'n' || t.nd != 2 {
		return 0, false
	}
	return int(t.n), true
}

// seconds reads ":30.123" at token j.
func (p *parser) seconds(c *clock, j int) int {
	s, ok := p.minutes(j + 1)
	if !ok || !p.is(j, ':') && !(p.is(j, '.') && !p.toks[j+1].sp) {
		return j
	}
	c.s, c.hasS = s, true
	j += 2
	if (p.is(j, '.') || p.is(j, ',') || p.is(j, ':')) && j+1 < len(p.toks) && p.toks[j+1].kind == 'n' && !p.toks[j+1].sp {
		j += 2 // the fraction
	}
	return j
}

// afterHour reads the minutes after "10h", "10 Uhr" or 10時.
func (p *parser) afterHour(c *clock, j int) int {
	m, ok := p.number(j, 2)
	if !ok || m > 59 || p.role(j+1, lexicon.DateOrdinal) && !p.toks[j+1].sp {
		return j
	}
	dense := p.toks[j-1].cjk
	if dense && !p.role(j+1, lexicon.DateMinute) || !dense && (p.toks[j].nd != 2 || p.month(j+1) > 0) {
		return j
	}
	c.m = m
	if j++; p.role(j, lexicon.DateMinute) && (dense || !p.role(j, lexicon.DateAgo)) {
		j++
	}
	if s, ok := p.number(j, 2); ok && dense && p.role(j+1, lexicon.DateSecond) {
		c.s, c.hasS = s, true
		j += 2
	}
	return j
}

// afterT reports whether the number at k is joined to the T of ISO 8601's
// basic form.
func (p *parser) afterT(k int) bool {
	t := p.tok(k - 1)
	return t != nil && t.kind == 'w' && !t.sp && !p.toks[k].sp && p.s[t.start:t.end] == "T"
}

// zoned reports whether token j is a time zone, or says that the number
// before it is a time in four digits.
func (p *parser) zoned(j int) bool {
	t := p.tok(j)
	if t == nil {
		return false
	}
	if t.c == '+' || t.c == '-' {
		n := p.tok(j + 1)
		return t.sp && n != nil && !n.sp && n.nd == 4
	}
	w := p.s[t.start:t.end]
	_, ok := lexicon.ZoneNamed(w)
	return ok || w == "hrs" || w == "hours"
}

// zone reads the time zone at token j, if there is one.
func (p *parser) zone(c *clock, j int) int {
	open := p.is(j, '(')
	k := j
	if open {
		k++
	}
	t := p.tok(k)
	if t == nil {
		return j
	}
	if t.kind == 'p' && (t.c == '+' || t.c == '-') && !open {
		end, zone := p.offset(k, false)
		if zone == "" {
			return j
		}
		c.zone = zone
		return p.zoneInParentheses(end)
	}
	if t.kind != 'w' {
		return j
	}
	switch w := p.s[t.start:t.end]; {
	case (w == "Z" || w == "z") && !t.sp:
		c.zone = "Z"
		return k + 1
	case t.end-t.start > 8:
		return j
	default:
		z, ok := lexicon.ZoneNamed(w)
		if !ok {
			return j
		}
		k++
		if z.Known && z.Minutes == 0 {
			if end, zone := p.offset(k, true); zone != "" { // GMT+0200 (CEST)
				c.zone = zone
				if open && p.is(end, ')') {
					return end + 1
				}
				return p.zoneInParentheses(end)
			}
		}
		if z.Known {
			c.zone, c.summer = isoOffset(z.Minutes), z.Summer
		}
		if open && p.is(k, ')') {
			k++
		}
		return k
	}
}

// zoneInParentheses skips the name after an offset: "(Central European
// Summer Time)".
func (p *parser) zoneInParentheses(j int) int {
	if !p.is(j, '(') {
		return j
	}
	for k := j + 1; k < len(p.toks) && k < j+6; k++ {
		if p.is(k, ')') {
			return k + 1
		}
		if p.toks[k].kind != 'w' {
			break
		}
	}
	return j
}

// offset reads +0200, +02:00, +02 and, after GMT, +2. A minus is a dash
// unless digits are joined to it.
func (p *parser) offset(k int, named bool) (int, string) {
	if !p.is(k, '+') && !p.is(k, '-') {
		return k, ""
	}
	t := p.tok(k + 1)
	if t == nil || t.kind != 'n' || t.sp {
		return k, ""
	}
	end, h, m := k+2, 0, 0
	switch {
	case t.nd == 4 && (p.toks[k].c == '+' || !p.toks[k].sp || t.n%100 == 0 || t.n%100 == 30 || t.n%100 == 45):
		h, m = int(t.n/100), int(t.n%100)
	case t.nd == 2 || t.nd == 1 && named:
		h = int(t.n)
		if n, ok := p.minutes(k + 3); ok && p.is(k+2, ':') && !p.toks[k+3].sp {
			m, end = n, k+4
		} else if !named && p.toks[k].sp {
			return k, ""
		}
	default:
		return k, ""
	}
	if h > 14 || m > 59 {
		return k, ""
	}
	mins := h*60 + m
	if mins == 0 {
		return end, "+00:00"
	}
	if p.toks[k].c == '-' {
		mins = -mins
	}
	return end, isoOffset(mins)
}

// isoOffset writes minutes east of UTC as ISO 8601 does.
func isoOffset(mins int) string {
	if mins == 0 {
		return "Z"
	}
	sign := byte('+')
	if mins < 0 {
		sign, mins = '-', -mins
	}
	var b strings.Builder
	b.WriteByte(sign)
	b.Write(two(mins / 60))
	b.WriteByte(':')
	b.Write(two(mins % 60))
	return b.String()
}

func two(n int) []byte { return []byte{byte('0' + n/10), byte('0' + n%10)} }

// weekdayLeft returns the weekday before token i, with the first token of
// the date that it begins.
func (p *parser) weekdayLeft(i int) (int, int) {
	k := i - 1
	for n := 0; n < 4 && k >= p.done; n++ {
		if d := p.weekday(k); d > 0 {
			return k, d
		}
		if !p.is(k, ',') && !p.is(k, '.') && !p.is(k, '(') && !p.is(k, '-') && !p.role(k, lexicon.DateLink) {
			break
		}
		k--
	}
	return i, 0
}

// weekdayRight returns the weekday after token j-1, with the token after it.
func (p *parser) weekdayRight(j int) (int, int) {
	k := j
	open := p.is(k, '(')
	if open || p.is(k, ',') || p.is(k, '-') {
		k++
	}
	d := p.weekday(k)
	if d == 0 {
		return j, 0
	}
	k++
	if open {
		if p.is(k, '.') {
			k++
		}
		if !p.is(k, ')') {
			return j, 0
		}
		return k + 1, d
	}
	// Not the weekday of the next date: "2 May 2024, Fri 3 May".
	if t := p.tok(k); t != nil && (t.kind == 'n' && !p.is(k+1, ':') || p.month(k) > 0) {
		return j, 0
	}
	return k, d
}
