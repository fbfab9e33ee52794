package train

import (
	"math"
	"sync"
)

// An optimizer is Adam with a mean of the weights of the last steps.
type optimizer struct {
	net     *network
	workers []*worker
	step    int
	sums    [params][]float32
	touched map[int32][]float32
	order   []int32
	last    []int32 // the step that an embedding was last touched at
}

const (
	beta1 = 0.9
	beta2 = 0.98
	decay = 0.9985 // of the mean of the weights
)

func newOptimizer(n *network, threads int, seed uint64) *optimizer {
	o := &optimizer{net: n, touched: map[int32][]float32{}}
	for t := range threads {
		o.workers = append(o.workers, newWorker(n, seed+uint64(t)))
	}
	for _, p := range append(n.p[:], n.embed) {
		copy(p.mean, p.w)
	}
	return o
}

// batch learns from some examples.
func (o *optimizer) batch(exs []*example, lr float64) {
	var wg sync.WaitGroup
	for t, w := range o.workers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := t; i < len(exs); i += len(o.workers) {
				w.train(exs[i])
			}
		}()
	}
	wg.Wait()
	words := 0
	for _, w := range o.workers {
		words += w.n
		w.n = 0
	}
	scale := 1 / float32(words)
	o.step++
	lr *= math.Sqrt(1-math.Pow(beta2, float64(o.step))) / (1 - math.Pow(beta1, float64(o.step)))
	var norm float64
	for i := range o.net.p {
		g := o.workers[0].g[i]
		for _, w := range o.workers[1:] {
			axpyAny(g, w.g[i], 1)
			clear(w.g[i])
		}
		for j := range g {
			g[j] *= scale
			norm += float64(g[j]) * float64(g[j])
		}
	}
	clip := float32(1)
	if n := math.Sqrt(norm); n > 2 {
		clip = float32(2 / n)
	}
	d := float32(min(decay, float64(o.step)/(float64(o.step)+10)))
	for i, p := range o.net.p {
		g := o.workers[0].g[i]
		adam(p.w, g, p.m, p.v, float32(lr), clip)
		average(p.mean, p.w, d)
		clear(g)
	}
	o.embeddings(float32(lr), scale)
}

// embeddings updates the rows that the batch touched.
func (o *optimizer) embeddings(lr, scale float32) {
	e := o.net.sizes.embed
	o.order = o.order[:0]
	for _, w := range o.workers {
		for _, g := range w.emb {
			s := o.touched[g.row]
			if s == nil {
				s = make([]float32, e)
				o.touched[g.row] = s
				o.order = append(o.order, g.row)
			}
			axpy(s, g.grad, scale)
		}
		w.emb = w.emb[:0]
		w.embd = w.embdAll
	}
	p := o.net.embed
	for _, r := range o.order {
		k := int(r) * e
		adam(p.w[k:k+e], o.touched[r], p.m[k:k+e], p.v[k:k+e], lr, 1)
	}
	clear(o.touched)
}

func axpyAny(y, x []float32, a float32) {
	for i := range y {
		y[i] += a * x[i]
	}
}
