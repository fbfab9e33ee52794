package model

import (
	"math/rand/v2"
	"testing"
)

// slowTree tries every assignment of heads.
func slowTree(score []float32, n int) (best float32) {
	best = -1e30
	heads := make([]int, n)
	var try func(d int, sum float32)
	try = func(d int, sum float32) {
		if d == n {
			roots := 0
			for i := 1; i < n; i++ {
				if heads[i] == 0 {
					roots++
				}
				v := i
				for k := 0; v != 0; k++ {
					if k > n {
						return
					}
					v = heads[v]
				}
			}
			if roots == 1 {
				best = max(best, sum)
			}
			return
		}
		for h := range n {
			if h != d {
				heads[d] = h
				try(d+1, sum+score[d*n+h])
			}
		}
	}
	try(1, 0)
	return best
}

// TestDecode holds the fast decoder to the slow one on small random trees.
func TestDecode(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	var tr tree
	for range 400 {
		n := 2 + rng.IntN(5)
		score := make([]float32, n*n)
		for i := range score {
			score[i] = float32(rng.NormFloat64())
		}
		want := slowTree(score, n)
		heads := tr.decode(append([]float32(nil), score...), n)
		var got float32
		for d := 1; d < n; d++ {
			got += score[d*n+int(heads[d])]
		}
		if got < want-1e-3 || got > want+1e-3 {
			t.Fatalf("n %d: heads %v score %v, want a tree of %v", n, heads[1:], got, want)
		}
	}
}
