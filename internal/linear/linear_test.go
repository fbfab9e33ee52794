package linear

import (
	"sync/atomic"
	"testing"
)

// reports counts the errors of a check.
type reports struct {
	testing.TB
	errors int
}

func (r *reports) Helper()               {}
func (r *reports) Errorf(string, ...any) { r.errors++ }

// spin counts to ten thousand n times.
func spin(n int) {
	for range n {
		for i := range 10_000 {
			sink.Store(int64(i))
		}
	}
}

var sink atomic.Int64

func TestCheck(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		cost   func(n int) int
		errors int
	}{
		{"linear", func(n int) int { return 10 * n }, 0},
		{"cubic", func(n int) int { return n * n * n / 100 }, 1},
	} {
		r := reports{TB: t}
		Check(&r, c.name, 10, func(n int) func() { return func() { spin(c.cost(n)) } })
		if r.errors != c.errors {
			t.Errorf("%s: %d errors, want %d", c.name, r.errors, c.errors)
		}
	}
}
