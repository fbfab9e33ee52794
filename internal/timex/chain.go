package timex

import "github.com/newsfact/newsfact/internal/lexicon"

// link is what stands between two pieces of one expression.
type link uint8

const (
	linkNone  link = iota // a space
	linkComma             // "Friday, July 25"
	linkAt                // "Friday at 4"
	linkOn                // "noon on Thursday"
	linkOf                // "September of the same year"
	linkParen             // "Wednesday (4 February)"
	linkDash              // "Friday-Jun-15"
)

const longestChain = 5

// chain adds the pieces that follow e, which was read from i up to j, as long
// as each names a part that is still missing.
func (p *parser) chain(e expr, i, j int) (expr, int) {
	for range longestChain {
		k, l := p.link(j)
		if l == linkNone && e.foreign && e.clock == 0 && p.a(j).end-p.a(j).start <= 3 && p.a(j).kind == word && p.a(j+1).kind == number {
			k, l = j+1, linkAt // "à 16h40", "um 16.40"
		}
		if k == j && l != linkNone {
			break
		}
		beside := e.dayLevel() || e.kind == set
		f, n := p.piece(&e, k, beside, l)
		if n == k || l == linkParen && p.a(n).mark != ')' || l == linkOf && e.part != "" && p.joinsRange(n) && p.a(n+1).kind == number || !join(&e, &f, l) { // "the night of May 4-5" is a range
			break
		}
		j = n
		if l == linkParen {
			j++
		}
	}
	if a := p.a(j); p.modifiersAfter() && e.mod == "" && e.day == 0 && e.kind == calendar && (e.month != 0 || e.year != 0) && a.is(lexicon.TimexModNoun) && !a.is(lexicon.TimexUnit) {
		e.mod = a.w.Value(lexicon.TimexModNoun) // "temmuz sonunda"
		j++
	}
	return e, j
}

func (p *parser) link(j int) (int, link) {
	a := p.a(j)
	switch {
	case a.mark == ',':
		if p.a(j + 1).is(lexicon.TimexAt) {
			return j + 2, linkAt
		}
		return j + 1, linkComma
	case a.mark == '(':
		return j + 1, linkParen
	case a.mark == '-' || a.mark == '|':
		return j + 1, linkDash
	case a.is(lexicon.TimexAt):
		return j + 1, linkAt
	case a.is(lexicon.TimexOn) && !a.is(lexicon.TimexOf):
		return j + 1, linkOn
	case a.is(lexicon.TimexOf):
		return j + 1, linkOf
	}
	return j, linkNone
}

// piece reads what may follow e at k.
func (p *parser) piece(e *expr, k int, beside bool, l link) (expr, int) {
	a := p.a(k)
	// A part of the day without its article: "Saturday night", "2:30 in the
	// morning".
	if a.is(lexicon.TimexPart) && (l == linkNone || l == linkOn && a.upper) {
		return expr{kind: calendar, part: a.w.Value(lexicon.TimexPart)}, k + 1
	}
	if a.is(lexicon.TimexParts) && l == linkNone && e.wday != 0 {
		return expr{kind: set, part: a.w.Value(lexicon.TimexParts)}, k + 1
	}
	if l == linkNone && a.is(lexicon.TimexMod) && p.a(k+1).is(lexicon.TimexPart) && beside {
		return expr{kind: calendar, part: p.a(k + 1).w.Value(lexicon.TimexPart)}, k + 2
	}
	if l == linkNone && e.clock != 0 && a.is(lexicon.TimexMod) && p.a(k+1).is(lexicon.TimexPart) {
		return expr{kind: calendar, part: p.a(k + 1).w.Value(lexicon.TimexPart)}, k + 2
	}
	if l == linkNone && beside && a.is(lexicon.TimexMeridiem) && e.deictic && e.clock == 0 { // "today pm"
		part := "MO"
		if a.w.Value(lexicon.TimexMeridiem) == "PM" {
			part = "AF"
		}
		return expr{kind: calendar, part: part}, k + 1
	}
	if a.is(lexicon.TimexIn) && p.a(k+1).is(lexicon.TimexArticle) && p.a(k+2).is(lexicon.TimexPart) && l == linkNone {
		if e.clock != 0 || e.dayLevel() {
			return expr{kind: calendar, part: p.a(k + 2).w.Value(lexicon.TimexPart)}, k + 3
		}
		return expr{}, k
	}
	if beside || e.part != "" && e.clock == 0 {
		if f, n := p.clock(k, beside && l != linkDash && l != linkParen && l != linkOf || e.part != "" && l == linkAt || l == linkNone && a.is(lexicon.TimexQuant)); n > k {
			return f, n
		}
	}
	if a.kind == number {
		if f, n := p.numericDate(k); n > k {
			return f, n
		}
		if a.digits() == 4 && e.quarter+e.half == 0 && e.season == "" {
			return expr{}, k
		}
	}
	return p.nounPhrase(k)
}

// join merges f into e where the two name parts of one time.
func join(e, f *expr, l link) bool {
	if f.kind == set && e.kind == calendar && f.part != "" && e.wday != 0 && l == linkNone {
		e.kind, e.part = set, f.part
		return true
	}
	if f.kind == set && e.clockOnly() && e.clock != 0 && f.clock == 0 && l == linkNone { // "3pm each day"
		f.copyClock(e)
		f.at = e.at
		*e = *f
		return true
	}
	if f.kind != calendar || e.kind != calendar && e.kind != set {
		return false
	}
	if f.mod != "" && !(f.clock != 0 || f.part != "") && !(e.clock != 0) {
		return false
	}
	fDay, eDay := f.dayLevel(), e.dayLevel()
	fTime, eTime := f.clock != 0, e.clock != 0
	switch {
	case f.clockOnly():
		if !eDay && e.part == "" && !eTime && e.kind != set {
			return false
		}
		return joinTime(e, f, l)
	case e.clockOnly() && fDay && e.kind == calendar:
		if l != linkNone && l != linkComma && l != linkOn && l != linkOf || f.loose || fTime && eTime || f.part != "" && e.part != "" {
			return false
		}
		if l == linkComma && f.wday != 0 && f.month == 0 && !f.numeric && e.clock == 0 {
			return false
		}
		return joinDay(e, f)
	}
	return joinParts(e, f, l)
}

// joinParts merges a weekday with its date, a day with its week, a month or a
// quarter with its year.
func joinParts(e, f *expr, l link) bool {
	fDay, eDay := f.dayLevel(), e.dayLevel()
	switch {
	case f.every != 0 || e.kind == set:
		return false
	case f.clock != 0 && e.clock != 0 || f.part != "" && e.part != "":
		return false
	// Friday + July 25
	case e.wday != 0 && e.day == 0 && !e.numeric && (f.day != 0 && f.month != 0 || f.numeric) && f.wday == 0 && !f.deictic:
		return l != linkAt && l != linkOf && joinDay(e, f)
	// monday + the twenty seventh
	case e.wday != 0 && e.day == 0 && f.loose && f.day != 0 && f.month == 0:
		return (l == linkNone || l == linkComma) && joinDay(e, f)
	// 23 July + (Wednesday)
	case l == linkParen && e.day != 0 && f.wday != 0 && f.day == 0 && e.wday == 0:
		e.wday = f.wday
		return true
	// Wednesday evening + next week
	case eDay && e.rel == noDir && e.month == 0 && !e.deictic && !e.numeric && f.rel != noDir && f.relUnit == week && !fDay:
		return (l == linkNone || l == linkOf) && joinRel(e, f)
	// the 1st week of October + on Friday
	case f.wday != 0 && e.nthUnit == week && f.day == 0 && f.rel == noDir && f.month == 0:
		e.wday = f.wday
		return l == linkOn || l == linkNone || l == linkComma
	// next week + Monday 9 am
	case e.rel != noDir && e.relUnit == week && !eDay && f.wday != 0 && f.day == 0 && f.rel == noDir && f.dir == noDir && !f.loose:
		if l != linkNone && l != linkDash && l != linkOn {
			return false
		}
		e.wday = f.wday
		return fTimeInto(e, f)
	// tomorrow + 13/04/21
	case e.deictic && f.numeric && f.year != 0 && l == linkComma:
		return joinDay(e, f)
	// the 21st + of next month
	case e.loose && e.day != 0 && e.month == 0 && f.rel != noDir && f.relUnit == monthUnit && !fDay:
		e.loose = false
		return (l == linkNone || l == linkOf) && joinRel(e, f)
	// September + of the same year
	case (e.month != 0 || e.quarter != 0 || e.half != 0 || e.season != "" || e.holiday != "") && e.year == 0 && e.rel == noDir && !e.numeric:
		if f.rel != noDir && f.relUnit == year && !fDay && f.quarter == 0 && f.half == 0 && !f.period && (f.rel != definite || e.half != 0) {
			return (l == linkNone || l == linkOf) && e.dir == noDir && joinRel(e, f)
		}
		return false
	}
	return false
}

func joinTime(e, f *expr, l link) bool {
	switch {
	case e.clock != 0 && f.clock != 0, e.part != "" && f.part != "" && f.clock == 0, l == linkParen, l == linkOf:
		return false
	case l == linkDash && !(e.year != 0 && f.clock >= 2):
		return false
	case l == linkComma && f.clock == 1 && !f.meridiem:
		return false
	}
	if f.clock != 0 {
		e.hour, e.min, e.sec, e.clock, e.meridiem, e.zone = f.hour, f.min, f.sec, f.clock, f.meridiem, f.zone
	}
	if f.part != "" {
		e.part = f.part
	}
	if f.mod != "" && e.mod == "" {
		e.mod = f.mod
	}
	return true
}

func fTimeInto(e, f *expr) bool {
	if f.clock != 0 {
		e.copyClock(f)
	}
	if f.part != "" {
		e.part = f.part
	}
	return true
}

func joinDay(e, f *expr) bool {
	if f.wday != 0 {
		e.wday = f.wday
	}
	if f.day != 0 {
		e.day = f.day
	}
	if f.month != 0 {
		e.month = f.month
	}
	if f.year != 0 {
		e.year = f.year
	}
	if f.numeric {
		e.numeric, e.first, e.second = true, f.first, f.second
	}
	if f.deictic {
		e.deictic, e.offset = true, f.offset
	}
	if f.dir != noDir || f.day != 0 || f.numeric {
		e.dir = f.dir
	}
	if f.rel != noDir {
		e.rel, e.relUnit = f.rel, f.relUnit
	}
	if f.kind == set {
		e.kind, e.every = set, f.every
	}
	if f.mod != "" && e.mod == "" {
		e.mod = f.mod
	}
	e.loose = false
	return fTimeInto(e, f)
}

func joinRel(e, f *expr) bool {
	e.rel, e.relUnit, e.offset = f.rel, f.relUnit, f.offset
	return fTimeInto(e, f)
}
