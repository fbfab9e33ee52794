package meta

import (
	"strconv"
	"time"

	"github.com/newsfact/newsfact/internal/stamp"
)

// complete adds the year to a date that has none, where the document fixes
// it: a weekday that fits one year near the document's other dates, the
// latest full date in the text, the copyright line, the reference date.
func (r *resolver) complete(d stamp.Found) (string, bool) {
	m, day, ok := monthDay(d.Value)
	if !ok {
		return "", false
	}
	latest, copyright := r.evidence()
	with := func(y int) (string, bool) { return strconv.Itoa(y) + d.Value[4:], true }
	if d.Weekday > 0 {
		// The same day falls on the same weekday every five or six years: one
		// year in a window of four.
		base := 0
		switch {
		case !latest.IsZero():
			base = latest.Year()
		case copyright > 0:
			base = copyright
		case !r.ref.IsZero():
			base = r.ref.Year()
		}
		for _, y := range [...]int{base, base + 1, base - 1, base - 2} {
			if base > 0 && exists(y, m, day) && stamp.Weekday(y, m, day) == d.Weekday {
				return with(y)
			}
		}
	}
	if !latest.IsZero() {
		// A story is published after what it tells, but for what it announces.
		const ahead = 45 * 24 * time.Hour
		for y := latest.Year() - 1; y <= latest.Year()+1; y++ {
			if exists(y, m, day) && !time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC).Before(latest.Add(-ahead)) {
				return with(y)
			}
		}
	}
	if copyright > 0 && exists(copyright, m, day) {
		return with(copyright)
	}
	if !r.ref.IsZero() {
		// Read on the reference day or some time after it was published.
		for _, y := range [...]int{r.ref.Year(), r.ref.Year() - 1} {
			if exists(y, m, day) && !time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC).After(r.ref.AddDate(0, 0, 2)) {
				return with(y)
			}
		}
	}
	return "", false
}

// yearNear returns the year in which a date without one lies nearest to the
// day of publication.
func (r *resolver) yearNear(d stamp.Found) (string, bool) {
	m, day, ok := monthDay(d.Value)
	v := r.f.Published.Value
	if !ok || len(v) < len(time.DateOnly) {
		return "", false
	}
	at, err := time.Parse(time.DateOnly, v[:len(time.DateOnly)])
	if err != nil {
		return "", false
	}
	best, least := 0, 400*24*time.Hour
	for y := at.Year() - 1; y <= at.Year()+1; y++ {
		if !exists(y, m, day) {
			continue
		}
		if diff := at.Sub(time.Date(y, time.Month(m), day, 0, 0, 0, 0, time.UTC)).Abs(); diff < least {
			best, least = y, diff
		}
	}
	return strconv.Itoa(best), best > 0
}

// evidence returns the latest full date, or month with its year, in the
// document's text and the year of its copyright line. It reads the blocks once, and only where it is asked.
func (r *resolver) evidence() (latest time.Time, copyright int) {
	if r.read {
		return r.latest, r.copyright
	}
	r.read = true
	for i := range r.p.Blocks {
		for _, d := range stamp.Find(r.p.Blocks[i].Text, r.hints) {
			switch d.Kind {
			case stamp.Day:
				if at, err := time.Parse(time.DateOnly, day(d.Value)); err == nil && at.After(r.latest) && d.Label != stamp.Other {
					r.latest = at
				}
			case stamp.Month:
				// "in December 2024": its first day, for what is told of it
				// is mostly past.
				if at, err := time.Parse("2006-01", d.Value); err == nil && at.After(r.latest) && d.Label != stamp.Other {
					r.latest = at
				}
			case stamp.Copyright:
				if y, err := strconv.Atoi(d.Value); err == nil {
					r.copyright = max(r.copyright, y)
				}
			}
		}
	}
	return r.latest, r.copyright
}

// monthDay reads XXXX-07-21.
func monthDay(v string) (m, d int, ok bool) {
	if len(v) < len(time.DateOnly) {
		return 0, 0, false
	}
	m, err1 := strconv.Atoi(v[5:7])
	d, err2 := strconv.Atoi(v[8:10])
	return m, d, err1 == nil && err2 == nil
}

func exists(y, m, d int) bool {
	return time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Day() == d
}
