package model

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestPacked holds packed layers to plain ones, also where every sum is as
// large as it can be.
func TestPacked(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 4))
	for _, c := range []struct {
		in, out int
		weight  func() float32
		input   func() float32
	}{
		{64, 192, func() float32 { return float32(rng.NormFloat64()) }, func() float32 { return rng.Float32()*2 - 1 }},
		{128, 53, func() float32 { return float32(rng.NormFloat64()) }, func() float32 { return rng.Float32()*2 - 1 }},
		{128, 12, func() float32 { return 3 }, func() float32 { return 1 }},
		{128, 12, func() float32 { return -3 }, func() float32 { return 1 }},
		{64, 13, func() float32 { return 3 }, func() float32 { return -1 }},
		{64, 384, func() float32 { return rng.Float32() - 0.5 }, func() float32 { return rng.Float32()*8 - 4 }},
		{16, 1, func() float32 { return 0 }, func() float32 { return 1 }},
	} {
		l := linear{in: c.in, out: c.out, w: make([]float32, c.in*c.out), b: make([]float32, c.out)}
		for i := range l.w {
			l.w[i] = c.weight()
		}
		for i := range l.b {
			l.b[i] = rng.Float32()
		}
		x, xs := make([]float32, c.in), make([]int32, c.in)
		for i := range x {
			x[i] = c.input()
		}
		one := steps(xs, x)
		got, want := make([]float32, c.out), make([]float32, c.out)
		l.apply(want, x)
		p := pack(l)
		p.apply(got, xs, one)
		for r := range want {
			if d := math.Abs(float64(got[r] - want[r])); d > 0.25 { // of sums around ten
				t.Errorf("%d inputs: output %d of %d is %.3f, want %.3f", c.in, r, c.out, got[r], want[r])
			}
		}
	}
}
