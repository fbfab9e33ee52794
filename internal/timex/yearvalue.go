package timex

// cost is the distance of a reading from the text's day, which counts factor
// times where the tense speaks against it.
func (r *resolver) cost(e *expr, days, factor int) int {
	c := abs(days)
	switch {
	case e.tense == futureTense && days < 0:
		return c * (factor + 2)
	case e.tense == pastTense && days > 0:
		return c * factor
	}
	return c
}

// Weights of the wrong direction: a past tense beside a date of the next weeks
// is mostly that of another clause ("shareholders of record Nov. 8"), beside a
// month less often.
const (
	dayFactor   = 4
	monthFactor = 6
	nounFactor  = 2 // "the party's July convention"
)

// yearOf guesses the year of a month or a day of one.
func (r *resolver) yearOf(e *expr, d day) int {
	if !r.known() && r.anchor.y == 0 {
		return 0
	}
	a := r.anchor
	switch e.dir {
	case following:
		if a.y != 0 {
			if a.m != 0 && d.m > a.m {
				return a.y
			}
			return a.y + 1
		}
	case preceding:
		if a.y != 0 {
			if a.m != 0 && d.m < a.m {
				return a.y
			}
			return a.y - 1
		}
	case that, same:
		if a.y != 0 {
			return a.y
		}
	}
	if !r.known() {
		// A year lends itself to the sentence after it, not to a whole text.
		if e.sent-r.sent > 1 {
			return 0
		}
		return a.y
	}
	if near := e.sent-r.sent <= 1 && r.sent >= 0; near && r.explicit && a.d != 0 && e.tense != futureTense && abs(a.y-r.ref.y) > 0 && e.dir == noDir && d.d != 0 {
		return a.y
	}
	if e.sent == r.sent && a.m != 0 && d.d == 0 && a.y == r.ref.y+1 && e.dir == noDir && e.tense != pastTense && d.m >= a.m {
		return a.y // "in March in Rome, in April in Paris": a list goes on
	}
	first := day{r.ref.y, d.m, max(d.d, 1)}
	dist := func(y int) int {
		if d.d == 0 {
			return ((y-r.ref.y)*12 + d.m - r.ref.m) * 30
		}
		return day{y, first.m, first.d}.num() - r.ref.num()
	}
	switch e.dir {
	case last, past:
		if n := dist(r.ref.y); n < 0 && (d.d != 0 || n < -30) {
			return r.ref.y // "last February" said in March is the year before's
		}
		return r.ref.y - 1
	case next, coming:
		if dist(r.ref.y) > 0 {
			return r.ref.y
		}
		return r.ref.y + 1
	case this:
		return r.ref.y
	}
	factor := dayFactor
	switch {
	case d.d != 0 && e.noun:
		factor = nounFactor
	case d.d == 0:
		factor = monthFactor
		if !e.within {
			factor = nounFactor
		}
	}
	best := r.ref.y
	for _, y := range [...]int{r.ref.y - 1, r.ref.y + 1} {
		if r.cost(e, dist(y), factor) < r.cost(e, dist(best), factor) {
			best = y
		}
	}
	return best
}
