package timex

import "github.com/newsfact/newsfact/internal/lexicon"

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
	}
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
			if u := p.tense(k); u == futureTense || u == prospect {
				return u
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
		if a.is(lexicon.TimexTense) {
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
