// Package linear holds the cost of a function to the length of its input. It
// is imported by tests only and knows nothing of what they measure.
//
// On a shared machine a measurement tells how long a thing takes at most, and
// the longer it takes, the more is added to it. So one input of ten times the
// length is held against ten inputs in a row, the best times of several rounds
// count, and a round that shows the cost to be linear is the last.
package linear

import (
	"testing"
	"time"
)

const (
	tenfold = 10
	most    = 6 // what is quadratic takes ten times as long; caches too small for the long input take two or three
	least   = time.Millisecond
	rounds  = 12
	limit   = 20 * time.Second // for one check
)

// Check reports an error of t if the work for 10*n units takes more than six
// times as long as that for n units, done ten times. The function prepare makes
// the work, anew for each measurement; only the work is timed.
func Check(t testing.TB, name string, n int, prepare func(n int) (work func())) {
	t.Helper()
	once := func(n, times int) time.Duration {
		works := make([]func(), times)
		for i := range works {
			works[i] = prepare(n)
		}
		start := time.Now()
		for _, work := range works {
			work()
		}
		return time.Since(start)
	}
	once(n, 1) // what is made at first use is made
	small, large := time.Duration(1<<62), time.Duration(1<<62)
	begin := time.Now()
	for range rounds {
		small, large = min(small, once(n, tenfold)), min(large, once(tenfold*n, 1))
		if large <= most*max(small, least) {
			return
		}
		if time.Since(begin) > limit {
			break
		}
	}
	t.Errorf("%s: an input of ten times the length takes %v, ten inputs %v", name, large, small)
}
