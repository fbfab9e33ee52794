package train

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/newsfact/newsfact/internal/syntax/model"
)

// lossOf is the loss of an example under the weights as they are.
func lossOf(n *network, ex *example) float64 {
	w := newWorker(n, 1)
	w.train(ex)
	return w.loss[0] + w.loss[1] + w.loss[2]
}

// TestGradients holds the way back to the slope of the loss.
func TestGradients(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(5, 6))
	n := newNetwork(sizes{embed: 16, hidden: 16, arc: 16, label: 16, tags: 16, rels: 16}, model.FirstRow+5, rng)
	vec := make([]float32, vectorLen)
	for i := range vec {
		vec[i] = rng.Float32() - 0.5
	}
	ex := &example{
		feats: [][]int32{{model.RowRoot}, {4, 5}, {6, 7, 5}, {0, 8}, {4, 7}},
		vecs:  [][]float32{nil, vec, nil, vec, nil},
		form:  make([]float32, 5),
		tags:  []int32{-1, 3, 1, -1, 2},
		heads: []int32{0, 2, 0, 2, -1},
		rels:  []int32{-1, 5, 0, 1, -1},
	}
	w := newWorker(n, 1)
	w.train(ex)
	check := func(name string, p *float32, got float32) {
		t.Helper()
		const step = 4e-3
		old := *p
		*p = old + step
		up := lossOf(n, ex)
		*p = old - step
		down := lossOf(n, ex)
		*p = old
		want := (up - down) / (2 * step)
		if d := math.Abs(want - float64(got)); d > 0.02*(math.Abs(want)+0.4) {
			t.Errorf("%s: gradient %.5f, slope %.5f", name, got, want)
		}
	}
	names := [params]string{"in", "in bias", "forward", "backward", "root", "tag", "tag bias", "arc dep", "arc dep bias", "arc head", "arc head bias",
		"U", "U bias", "dist", "label dep", "label head", "label bias", "label dist", "relation", "relation bias", "vectors"}
	for k, p := range n.p {
		for range 12 {
			i := rng.IntN(len(p.w))
			check(names[k], &p.w[i], w.g[k][i])
		}
	}
	for row := range int32(n.embed.rows) {
		k := rng.IntN(16)
		var got float32
		for _, g := range w.emb {
			if g.row == row {
				got += g.grad[k]
			}
		}
		check("embedding", &n.embed.w[int(row)*16+k], got)
	}
}

// TestKernels holds the kernels to plain loops, so that the vector unit and
// the processor write the same model.
func TestKernels(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	random := func(n int) []float32 {
		s := make([]float32, n)
		for i := range s {
			s[i] = float32(rng.NormFloat64())
		}
		return s
	}
	for _, n := range []int{16, 64, 80, 208} {
		x, w, y := random(33), random(33*n), random(n)
		want := append([]float32(nil), y...)
		for i, v := range x {
			for o := range want {
				want[o] += v * w[i*n+o]
			}
		}
		gemv(y, x, w)
		for o := range y {
			if y[o] != want[o] {
				t.Fatalf("gemv of %d: output %d is %v, want %v, bit for bit", n, o, y[o], want[o])
			}
		}
		a, b := random(n), random(n)
		var s [16]float32
		for i := range a {
			s[i%16] += a[i] * b[i]
		}
		if got, want := dot(a, b), sum16(&s); got != want {
			t.Fatalf("dot of %d is %v, want %v, bit for bit", n, got, want)
		}
		g, m, v := random(n), random(n), random(n)
		for i := range v {
			v[i] *= v[i]
		}
		w1 := append([]float32(nil), a...)
		i := rng.IntN(n)
		d := g[i] * 0.5
		m1 := beta1*m[i] + (1-beta1)*d
		v1 := beta2*v[i] + (1-beta2)*(d*d)
		wantW := w1[i] - 0.01*m1/(float32(math.Sqrt(float64(v1)))+1e-8)
		adam(w1, g, m, v, 0.01, 0.5)
		if w1[i] != wantW {
			t.Fatalf("adam: weight %d is %v, want %v, bit for bit", i, w1[i], wantW)
		}
	}
}
