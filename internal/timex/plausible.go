package timex

import "github.com/newsfact/newsfact/internal/lexicon"

// plausible tells dates from words and numbers that only look like them, once
// all that belongs to the expression is known.
func (p *parser) plausible(e *expr, i, j int) bool {
	if e.loose {
		return p.looseDay(e, i)
	}
	if e.kind == calendar && e.month != 0 && e.day == 0 && e.nth == 0 && e.year == 0 && e.rel == noDir && e.dir == noDir && e.mod == "" {
		return p.bareMonth(e, i, j)
	}
	if e.kind == calendar && e.wday != 0 && e.day == 0 && e.clock == 0 && e.part == "" && e.rel == noDir && e.dir == noDir && e.mod == "" {
		return p.bareWeekday(i, j)
	}
	if e.kind == calendar && e.season != "" && e.year == 0 && e.rel == noDir && e.dir == noDir && e.mod == "" {
		return p.bareSeason(i, j)
	}
	if e.clockOnly() && e.clock == 0 && !e.deictic && e.mod == "" && e.rel == noDir {
		return p.a(i-1).is(lexicon.TimexIn) && !p.a(j).is(lexicon.TimexOf)
	}
	if e.kind == calendar && e.half != 0 && e.year == 0 && e.rel == noDir {
		return false // a half of a match, more often than of a year
	}
	if e.kind == calendar && e.rel == definite && e.relUnit == dayUnit && e.mod == "" && e.clock == 0 && e.part == "" {
		return false // "the day" is mostly that of something
	}
	if e.clockOnly() && e.clock == 2 && !e.meridiem && e.zone == "" && e.part == "" {
		// "Romans 8:31"; a name before a time is that of a book.
		b := p.a(i - 1)
		return !(p.a(j).mark == ':' && p.a(j).glued) && !(b.upper && b.lower && b.w == nil && b.start != p.a(0).start)
	}
	return true
}

// looseDay accepts "the 4th" after a preposition of days.
func (p *parser) looseDay(e *expr, i int) bool {
	if e.numeric {
		return false
	}
	return p.a(i - 1).is(lexicon.TimexOn | lexicon.TimexIn | lexicon.TimexTo | lexicon.TimexQuant)
}

// bareMonth tells the month from the verb, the name and the adjective: "may",
// "March on", "Justice August", "April Jones".
func (p *parser) bareMonth(e *expr, i, j int) bool {
	a, b, c := p.a(i), p.a(i-1), p.a(j)
	if a.upper && !p.capitalMonths() && !p.modifiersAfter() && (b.kind != none || c.upper && c.w == nil) {
		return false // Julio Pérez, Rio de Janeiro
	}
	if a.is(lexicon.TimexGiven) && a.upper && (b.is(lexicon.TimexName) || c.upper && c.kind == word && c.w == nil && !b.is(lexicon.TimexIn|lexicon.TimexOf|lexicon.TimexTo|lexicon.TimexArticle)) {
		return false
	}
	if !a.is(lexicon.TimexVerb) {
		return !(a.end-a.start <= 3 && b.kind == none)
	}
	switch {
	case b.is(lexicon.TimexName):
		return false
	case b.is(lexicon.TimexIn | lexicon.TimexOf | lexicon.TimexTo):
		return !c.upper || c.w != nil
	case b.mark == '-' && p.month(i-2) != 0, b.is(lexicon.TimexAnd) && p.month(i-2) != 0, c.mark == '-' && p.month(j+1) != 0, c.is(lexicon.TimexAnd|lexicon.TimexTo) && p.month(j+1) != 0 && p.a(j+1).upper:
		return true
	case c.upper && c.kind == word, b.upper && b.kind == word, b.kind == none, b.mark == '"', c.is(lexicon.TimexTense):
		return false
	}
	return b.kind == word && c.kind != word || b.mark == ',' && c.mark == ','
}

// bareWeekday tells the day from a newspaper's name.
func (p *parser) bareWeekday(i, j int) bool {
	c := p.a(j)
	return !(p.a(i-1).is(lexicon.TimexArticle) && c.kind == word && c.upper && p.month(j) == 0)
}

// bareSeason tells the season from "the fall of", "Winter Olympics", "in
// spring water".
func (p *parser) bareSeason(i, j int) bool {
	b, c := p.a(i-1), p.a(j)
	last := p.a(j - 1)
	switch {
	case c.kind == word && c.upper && last.upper:
		return false
	case p.a(i).is(lexicon.TimexArticle):
		return !(last.is(lexicon.TimexVerb) && c.kind == word && (c.w == nil || c.is(lexicon.TimexOf|lexicon.TimexIn)))
	case last.is(lexicon.TimexVerb):
		return b.is(lexicon.TimexIn) && c.kind != word
	}
	return b.is(lexicon.TimexIn|lexicon.TimexOn|lexicon.TimexTo|lexicon.TimexOf) || p.a(j-1).start == p.a(i).start
}
