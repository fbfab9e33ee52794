package timex

import (
	"slices"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/token"
)

// parser finds expressions, a sentence at a time. Its methods that read a
// piece of grammar take the index of an atom and return the index after the
// piece, or the same index where there is none.
type parser struct {
	t     *token.Text
	words *lexicon.TimexWords
	atoms []atom
	buf   []byte
	sent  int32
	out   []expr

	refYear   int    // the century of '25 is the one near it
	votes     [2]int // numeric dates that can only be day-first, month-first
	inRange   int    // the atom that may be glued to the dash of a range, 0 for none
	zoneVotes int    // zones of countries that put the month first, less others
}

var noAtom atom

// a returns the atom at i, an empty one outside the sentence.
func (p *parser) a(i int) *atom {
	if i < 0 || i >= len(p.atoms) {
		return &noAtom
	}
	return &p.atoms[i]
}

func (p *parser) text(i int) string {
	a := p.a(i)
	return p.t.S[a.start:a.end]
}

// hyphen reports whether a dash joins the atoms before and after i.
func (p *parser) hyphen(i int) bool {
	a := p.a(i)
	return a.mark == '-' && a.glued && p.a(i+1).glued
}

// find reads the whole text.
func (p *parser) find() {
	ss := p.t.Sentences
	for i := 0; i < len(ss); i++ {
		p.sent = int32(i)
		p.atoms = p.atoms[:0]
		p.cut(ss[i].First, ss[i].Last)
		for n := 0; n < mostJoined && i+1 < len(ss) && p.splitDate(ss[i+1]); n++ {
			i++
			p.cut(ss[i].First, ss[i].Last)
		}
		p.fuse()
		p.scan()
	}
}

// mostJoined bounds how many sentences a run of "1. 2. 3." can make one.
const mostJoined = 3

// longestAbbreviation of a month, in bytes: "Sept", "сент".
const longestAbbreviation = 8

// splitDate reports whether the sentence ends in the middle of a date, with
// the point of an ordinal or of an abbreviated month: "21." and "Juli", "Oct."
// and "3".
func (p *parser) splitDate(next token.Sentence) bool {
	n := len(p.atoms)
	if p.a(n-1).mark != '.' || !p.a(n-1).glued || next.First >= next.Last {
		return false
	}
	k := p.t.Tokens[next.First]
	if strings.ContainsRune(p.t.S[p.a(n-1).end:k.Start], '\n') {
		return false
	}
	a, b := p.a(n-2), p.next(k.Start, k.End)
	if a.kind == number && a.digits() <= 2 && b.kind == word {
		return b.w != nil && b.w.Month != 0 || b.is(lexicon.TimexUnit) || p.anyMonth(&b)
	}
	return a.w != nil && a.w.Month != 0 && a.end-a.start <= longestAbbreviation && b.kind == number && (b.digits() <= 2 || b.digits() == 4 && p.a(n-3).kind == number)
}

// fuse makes one atom of each phrase of the word list, the longest first.
func (p *parser) fuse() {
	w := 0
	for i := 0; i < len(p.atoms); w++ {
		a := p.atoms[i]
		n := 1
		if a.w != nil && len(a.w.Phrases) > 0 {
			for _, ph := range a.w.Phrases {
				if p.rest(i+1, ph.Rest) {
					n += len(ph.Rest)
					a.w, a.kind, a.mark = ph.Word, word, 0
					a.end = p.atoms[i+n-1].end
					break
				}
			}
		}
		p.atoms[w] = a
		i += n
	}
	p.atoms = p.atoms[:w]
}

func (p *parser) rest(i int, words []*lexicon.TimexWord) bool {
	if i+len(words) > len(p.atoms) {
		return false
	}
	for k, w := range words {
		if p.atoms[i+k].w != w {
			return false
		}
	}
	return true
}

// scan tries each atom as the beginning of an expression.
func (p *parser) scan() {
	first := len(p.out)
	for i := 0; i < len(p.atoms); {
		next := i
		if p.begins(i) {
			next = p.expression(i)
		}
		i = max(next, i+1)
	}
	if len(p.out) > first {
		p.setTenses(p.out[first:])
	}
}

// Words that can begin an expression: by themselves, or with a word of time
// after them.
const (
	beginners = lexicon.TimexUnit | lexicon.TimexPart | lexicon.TimexParts | lexicon.TimexClock | lexicon.TimexSeason |
		lexicon.TimexNumber | lexicon.TimexScale | lexicon.TimexOrdinal | lexicon.TimexAhead | lexicon.TimexDay | lexicon.TimexRef |
		lexicon.TimexWeakRef | lexicon.TimexSet | lexicon.TimexOnce | lexicon.TimexHoliday | lexicon.TimexDecade | lexicon.TimexPeriod
	openers = lexicon.TimexDir | lexicon.TimexMod | lexicon.TimexModNoun | lexicon.TimexQuant | lexicon.TimexFew | lexicon.TimexSome |
		lexicon.TimexCouple | lexicon.TimexArticle | lexicon.TimexOne | lexicon.TimexPoss | lexicon.TimexEvery | lexicon.TimexHalf |
		lexicon.TimexMore | lexicon.TimexAdj | lexicon.TimexPast
)

// begins reports whether an expression can begin at i. It is asked of every
// atom, and most have to be turned away here: without it the speed is half.
func (p *parser) begins(i int) bool {
	a := &p.atoms[i]
	switch {
	case a.kind == number || a.mark == 'h' || a.mark == '\'':
		return true
	case a.w == nil:
		return p.foreignMonth(i) != 0
	case a.w.Month != 0 || a.w.Weekday != 0 || a.w.Class&beginners != 0:
		return true
	case a.w.Class&openers != 0:
		b := p.a(i + 1)
		return b.w != nil || b.kind != word || p.foreignMonth(i+1) != 0
	}
	return false
}

// emit records what was read from atom i up to atom j.
func (p *parser) emit(e expr, i, j int) {
	e.start, e.end = p.a(i).start, p.a(j-1).end
	if e.trim > 0 {
		e.end = p.a(j-1).start + e.trim
	}
	e.at, e.sent = int32(i), p.sent
	e.within = p.a(i - 1).is(lexicon.TimexWithin)
	e.noun = p.a(i-1).is(lexicon.TimexArticle|lexicon.TimexPoss) && p.a(j).kind == word
	if len(p.out) == cap(p.out) {
		p.out = slices.Grow(p.out, len(p.out)+8)
	}
	p.out = append(p.out, e)
}

// expression reads the expression at i, records it, and the second end of a
// range with it.
func (p *parser) expression(i int) int {
	if p.atoms[i].kind == number {
		if j := p.dayRange(i); j > i {
			return j
		}
		if j := p.yearRange(i); j > i {
			return j
		}
		if j := p.hourRange(i); j > i {
			return j
		}
	}
	e, j := p.phrase(i)
	if e.kind == noExpr {
		return j // nothing, or a date that does not exist
	}
	if j == i || !p.plausible(&e, int(e.at), j) {
		return i
	}
	if e.clockOnly() && e.clock != 0 {
		p.dayBehind(&e, j)
	}
	p.emit(e, int(e.at), j)
	return p.rangeEnd(j)
}

// dayBehind gives a time the day of the expression behind the name of its
// clock or behind the time of another, "8 a.m. local time on Friday", "2 p.m.
// (1800 GMT) Thursday", which is an expression of its own.
func (p *parser) dayBehind(e *expr, j int) {
	const most = 8 // atoms in parentheses
	switch {
	case p.a(j).is(lexicon.TimexPer):
		j++
	case p.a(j).mark == '(' && p.a(j+1).kind == number:
		k := j + 2
		for k < j+most && p.a(k).mark != ')' && p.a(k).kind != none {
			k++
		}
		if p.a(k).mark != ')' {
			return
		}
		j = k + 1
	default:
		return
	}
	k, l := p.link(j)
	if l != linkNone && l != linkOn && l != linkComma {
		return
	}
	f, end := p.component(k)
	if end > k && f.kind == calendar && f.dayLevel() && f.clock == 0 && f.part == "" && f.mod == "" {
		joinDay(e, &f)
	}
}

// phrase reads one expression with all that belongs to it.
func (p *parser) phrase(i int) (expr, int) {
	e, j := p.component(i)
	if e.kind == noExpr {
		return e, j
	}
	return p.chain(e, i, j)
}

// component reads one piece that can stand alone: a date, a clock time, a
// noun phrase about time.
func (p *parser) component(i int) (expr, int) {
	a := p.a(i)
	if a.kind == number {
		if e, j := p.numericDate(i); j > i {
			e.at = int32(i)
			return e, j
		}
	}
	if a.kind == number || a.is(lexicon.TimexClock|lexicon.TimexNumber|lexicon.TimexHalf|lexicon.TimexPast|lexicon.TimexQuant|lexicon.TimexUnit) {
		if e, j := p.clock(i, false); j > i {
			e.at = int32(i)
			return e, j
		}
	}
	return p.nounPhrase(i)
}

// ---- ranges ----

// dayRange reads the first day of "8 and 10 August 2025", "4-6 July", "from 8
// to 10 August", whose month stands with the second, and the second too.
func (p *parser) dayRange(i int) int {
	a := p.a(i)
	if a.kind != number || a.digits() > 2 || a.num < 1 || a.num > 31 {
		return i
	}
	j := i + 1
	if b := p.a(j); b.is(lexicon.TimexSuffix) && b.glued || b.mark == '.' && b.glued && p.pointOrdinals() {
		j++
	}
	if p.month(j) != 0 || !p.joinsRange(j) {
		return i
	}
	k := j + 1
	if p.a(k).is(lexicon.TimexArticle) {
		k++
	}
	b := p.a(k)
	if b.kind != number || b.digits() > 2 {
		return i
	}
	e, end := p.phrase(k)
	if end == k || e.kind != calendar || e.month == 0 || e.day == 0 || e.numeric || e.clock != 0 && !p.monthAfterDay(k) {
		return i
	}
	if e.mod != "" || int(a.num) > monthDays(0, int(e.month)) {
		return i
	}
	if !p.monthAfterDay(k) {
		return i
	}
	d := expr{kind: calendar, day: int8(a.num), month: e.month, year: e.year, rel: e.rel, relUnit: e.relUnit, dir: e.dir}
	p.emit(d, i, j)
	p.emit(e, k, end)
	return p.rangeEnd(end)
}

// monthAfterDay reports whether the number at k is followed by its month, so
// that a number before it can share it.
func (p *parser) monthAfterDay(k int) bool {
	k++
	for n := 0; n < 2; n++ {
		if b := p.a(k); b.is(lexicon.TimexSuffix|lexicon.TimexOf) || b.mark == '.' {
			k++
		}
	}
	return p.month(k) != 0
}

// joinsRange reports whether the atom at j joins two ends of a range.
func (p *parser) joinsRange(j int) bool {
	b := p.a(j)
	return b.mark == '-' || b.is(lexicon.TimexTo|lexicon.TimexAnd)
}

// rangeEnd reads what is left of a range after its first end was recorded:
// "July 4 [to 6]", "January 19[-20, 1990]", "2023[/24]", "May[-June 2025]".
func (p *parser) rangeEnd(j int) int {
	e := &p.out[len(p.out)-1]
	if e.kind != calendar || e.mod == "END" {
		return j
	}
	k := j + 1
	if p.a(j).mark == ',' && e.month != 0 && e.day == 0 && p.month(k) != 0 {
		return p.secondMonth(j, k) // "July, August and September of 2023"
	}
	if !p.joinsRange(j) || e.part != "" {
		return j
	}
	if e.clock != 0 {
		return p.secondHour(j, k)
	}
	if e.wday != 0 && e.day == 0 && !p.a(j).is(lexicon.TimexAnd) && p.weekday(k) != 0 {
		if f, end := p.phrase(k); end > k && f.kind == calendar && f.wday != 0 && f.day == 0 && f.dir == noDir && f.rel == noDir {
			f.dir = following // "from Monday to Friday"
			p.emit(f, k, end)
			return end
		}
	}
	if e.day != 0 && e.month != 0 && !e.numeric && e.nthUnit == noUnit {
		return p.secondDay(e, j, k)
	}
	if e.month != 0 && e.day == 0 && p.month(k) != 0 {
		return p.secondMonth(j, k)
	}
	return j
}

// secondMonth reads the next month of a list or a range, which may bring the
// year of those before it.
func (p *parser) secondMonth(j, k int) int {
	f, end := p.phrase(k)
	if end == k || f.kind != calendar || f.month == 0 || f.day != 0 || !p.plausibleInList(k, end) {
		return j
	}
	p.out[len(p.out)-1].listed = true
	p.emit(f, k, end)
	for i := len(p.out) - 2; i >= 0 && p.out[i].listed && f.mod == ""; i-- {
		if e := &p.out[i]; e.year == 0 && e.rel == noDir {
			e.year2, e.rel, e.relUnit = f.year, f.rel, f.relUnit
		}
	}
	return p.rangeEnd(end)
}

// plausibleInList keeps names of people out of lists of months.
func (p *parser) plausibleInList(k, end int) bool {
	return !(p.a(k).is(lexicon.TimexGiven|lexicon.TimexVerb) && p.a(end).upper && p.a(end).w == nil)
}

// secondHour reads the end of "8 a.m.-5 p.m.", "14:00-16:00".
func (p *parser) secondHour(j, k int) int {
	if p.a(j).is(lexicon.TimexAnd) {
		return j
	}
	p.inRange = k
	f, end := p.clock(k, false)
	p.inRange = 0
	if end == k || f.kind != calendar {
		return j
	}
	f, end = p.chain(f, k, end)
	if e := &p.out[len(p.out)-1]; e.clockOnly() && f.dayLevel() { // "from 2 p.m. to 4 p.m. on Wednesday"
		joinDay(e, &expr{kind: calendar, wday: f.wday, day: f.day, month: f.month, year: f.year, numeric: f.numeric, first: f.first,
			second: f.second, deictic: f.deictic, offset: f.offset, dir: f.dir, rel: f.rel, relUnit: f.relUnit})
	}
	p.emit(f, k, end)
	return end
}

// hourRange reads the first hour of "between 2 and 4 p.m.", which shares what
// follows the second, and the second too.
func (p *parser) hourRange(i int) int {
	a := p.a(i)
	if a.digits() > 2 || a.num < 1 || a.num > 12 || p.isCode(i) || !p.joinsRange(i+1) {
		return i
	}
	k := i + 2
	p.inRange = k
	f, end := p.clock(k, false)
	p.inRange = 0
	if end == k || f.clock != 1 || !f.meridiem || p.a(i+1).is(lexicon.TimexAnd) && !p.a(i-1).is(lexicon.TimexIn) {
		return i
	}
	f, end = p.chain(f, k, end)
	e := f
	e.hour, e.mod = int8(a.num)%12, ""
	if f.hour >= 12 {
		e.hour += 12
	}
	p.emit(e, i, i+1)
	p.emit(f, k, end)
	return end
}

// secondDay reads the "6" of "July 4 to 6" and the "20, 1990" of "January
// 19-20, 1990".
func (p *parser) secondDay(e *expr, j, k int) int {
	b := p.a(k)
	if b.is(lexicon.TimexArticle) {
		k++
		b = p.a(k)
	}
	if b.kind != number || b.digits() > 2 || b.num < 1 || b.num > 31 {
		return j
	}
	if p.a(j).is(lexicon.TimexAnd) && p.a(k+1).kind == word && !p.a(k+1).is(lexicon.TimexSuffix|lexicon.TimexIn|lexicon.TimexAnd|lexicon.TimexTense|lexicon.TimexAt|lexicon.TimexOn) {
		return j
	}
	end := k + 1
	if c := p.a(end); c.is(lexicon.TimexSuffix) && c.glued {
		end++
	}
	if p.month(end) != 0 || p.a(end).is(lexicon.TimexUnit) || p.a(end).mark == ':' || p.a(end).mark == '%' || p.a(end).is(lexicon.TimexOf) && p.month(end+1) != 0 {
		return j
	}
	f := expr{kind: calendar, day: int8(b.num), month: e.month, year: e.year, rel: e.rel, relUnit: e.relUnit}
	if int(b.num) > monthDays(0, int(e.month)) {
		return j
	}
	if y, n := p.yearTail(end); n > end && e.year == 0 {
		f.year, e.year = y, y
		end = n
	}
	e.year2 = f.year
	p.emit(f, k, end)
	return end
}

// yearRange reads "2020-2023", "1988–1994", "1985 and 1987" and "2000 - 2050",
// where one end makes the other a year.
func (p *parser) yearRange(i int) int {
	a := p.a(i)
	if a.digits() != 4 || a.num < 1000 || a.num > 2199 || p.a(i-1).mark == '-' && a.glued || p.isCode(i) {
		return i
	}
	b, c := p.a(i+1), p.a(i+2)
	if b.mark != '-' || c.kind != number || p.a(i+3).mark == '-' && p.a(i+3).glued && p.a(i+4).glued {
		return i
	}
	if c.digits() == 2 && b.glued && c.glued && c.num == (a.num+1)%100 && c.num != 0 {
		return i // a season, a school year
	}
	if c.digits() != 4 || c.num <= a.num || c.num > 2199 || p.counted(i) || p.measured(i+3) || p.a(i+3).mark == '/' {
		return i
	}
	p.emit(expr{kind: calendar, year: int(a.num)}, i, i+1)
	p.emit(expr{kind: calendar, year: int(c.num)}, i+2, i+3)
	return i + 3
}
