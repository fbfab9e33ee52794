package timex

import (
	"slices"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// How far from an expression a verb may stand and still tell its time.
const (
	reachBack    = 40
	reachForward = 25
)

// setTenses gives each expression of a sentence the tense of the clause that
// it stands in: that of the nearest verb form before it, else after it. The
// forms are told by auxiliaries and endings alone; a participle that is read
// as a past tense is past in meaning too, mostly.
func (p *parser) setTenses(es []expr) {
	for n := range es {
		e := &es[n]
		if e.kind != calendar && !e.ahead || e.deictic {
			continue
		}
		e.tense = p.tenseAt(int(e.at), e.end)
		if e.tense != pastTense && p.a(int(e.at)-1).is(lexicon.TimexDeadline) {
			e.tense = futureTense // "wants a deal by March"
		}
		if e.tense == pastTense && p.a(int(e.at)-1).is(lexicon.TimexTo) {
			e.tense = noTense // "renewed the loan through January": the end lies ahead of the verb
		}
		if e.wday != 0 && e.day == 0 && e.tense != futureTense && e.tense != prospect {
			before := p.precedes(int(e.at))
			e.noun = !before && p.genitive(e.end)
			if before || e.noun && e.tense != pastTense {
				e.tense = prospect // "leads before Monday's vote"
			}
		}
	}
}

// precedes reports whether the phrase that the expression at i ends begins
// with "before".
func (p *parser) precedes(i int) bool {
	const most = 6 // atoms of "before the last debate of the campaign on"
	for k := i - 1; k >= 0 && k >= i-most; k-- {
		a := p.a(k)
		if a.is(lexicon.TimexShift) && a.is(lexicon.TimexIn) && shiftings[a.w.Value(lexicon.TimexShift)] == earlier {
			return true
		}
		if a.mark != 0 && a.mark != '\'' && a.mark != '-' || p.tense(k) != noTense {
			return false
		}
	}
	return false
}

// genitive reports whether the expression that ends at a place is that of a
// noun: "Tuesday's primary".
func (p *parser) genitive(end int32) bool {
	j, _ := slices.BinarySearchFunc(p.atoms, end, func(a atom, end int32) int { return int(a.start - end) })
	b := p.a(j)
	return b.is(lexicon.TimexGenitive) && b.glued || b.mark == '\'' && b.glued && p.a(j+1).is(lexicon.TimexGenitive)
}

func (p *parser) tenseAt(i int, end int32) tense {
	if p.opensClause(i) {
		if t := p.tenseAfter(i, end); t != noTense {
			return t
		}
	}
	if t := p.tenseBefore(i); t != noTense {
		return t
	}
	t := p.tenseAfter(i, end)
	if t == futureTense && !p.verbFinal() {
		t = prospect // "her victories on Tuesday will help": the verb is not that of the expression
	}
	return t
}

// opensClause reports whether nothing but a preposition stands between the
// expression at i and the beginning of its clause: "…, but on Thursday the
// party announced".
func (p *parser) opensClause(i int) bool {
	if p.a(i - 1).is(lexicon.TimexOn | lexicon.TimexIn | lexicon.TimexAt) {
		i--
	}
	b := p.a(i - 1)
	return b.kind == none || b.mark != 0 && b.mark != '-' && b.mark != '$' && b.mark != '%' && b.mark != '.' && b.mark != '\'' || p.tense(i-1) == clauseEnd
}

func (p *parser) tenseBefore(i int) tense {
	for j := i - 1; j >= 0 && j > i-reachBack; j-- {
		t := p.tense(j)
		if t == noTense && p.a(j).mark != ';' {
			continue
		}
		if t == clauseEnd || t == noTense {
			return noTense
		}
		// "will be held": an auxiliary before the nearest form decides.
		for k := j - 1; k >= 0 && k > j-4 && p.a(k).mark == 0 && p.tense(k) != clauseEnd; k-- {
			u := p.tense(k)
			if u == futureTense || u == prospect {
				return u
			}
			if u != noTense {
				break // "could have been held"
			}
		}
		return t
	}
	return noTense
}

func (p *parser) tenseAfter(i int, end int32) tense {
	j := i
	for j < len(p.atoms) && p.atoms[j].start < end {
		j++
	}
	for n := 0; j < len(p.atoms) && n < reachForward; j, n = j+1, n+1 {
		if t := p.tense(j); t != noTense {
			if t == clauseEnd {
				return noTense
			}
			if t == presentTense {
				for k := j + 1; k < j+4; k++ {
					if u := p.tense(k); u == pastTense && p.a(j).is(lexicon.TimexVerb) || u == futureTense {
						return u
					}
				}
			}
			return t
		}
	}
	return noTense
}

// tense returns the tense that one word shows.
func (p *parser) tense(j int) tense {
	a := p.a(j)
	if a.kind != word {
		return noTense
	}
	if a.w != nil {
		if a.is(lexicon.TimexTense) && (a.w.Month == 0 || !a.upper || a.start == p.a(0).start) { // not "May 13"
			return tenses[a.w.Value(lexicon.TimexTense)]
		}
		return noTense
	}
	if a.upper && a.start != p.a(0).start || a.end-a.start > longest { // but "Asked on Monday, she"
		return noTense
	}
	p.buf = lexicon.AppendFold(p.buf[:0], p.text(j))
	return tenses[p.words.Tense(p.buf)]
}
