package model

import (
	"fmt"
	"math/rand/v2"
	"syscall"
	"testing"
)

// randomParts is a network of some size that knows nothing.
func randomParts(h, a, l int) *Parts {
	rng := rand.New(rand.NewPCG(1, 1))
	m := func(r, c int) Matrix {
		x := Matrix{Rows: r, Cols: c, W: make([]float32, r*c)}
		for i := range x.W {
			x.W[i] = float32(rng.NormFloat64() * 0.1)
		}
		return x
	}
	p := &Parts{Embed: m(FirstRow+2000, 96), Vectors: m(1000, 48), In: m(Window*96, 6*h), InB: m(1, 6*h), Vec: m(48, 96), RecF: m(h, 3*h), RecB: m(h, 3*h),
		Root: m(1, 2*h), Tag: m(2*h, 64), TagB: m(1, 64), ArcD: m(2*h, a), ArcDB: m(1, a), ArcH: m(2*h, a), ArcHB: m(1, a),
		U: m(a, a), UB: m(1, a), Dist: m(1, 32), LabD: m(2*h, l), LabB: m(1, l), LabH: m(2*h, l), LabDist: m(Buckets, l), Rel: m(l, 64), RelB: m(1, 64)}
	for i := range 49 {
		p.Tags = append(p.Tags, fmt.Sprint("t", i))
		p.Rels = append(p.Rels, fmt.Sprint("r", i))
	}
	for i := range 2000 {
		w := NewWord(fmt.Sprint("word", i))
		p.Keys = append(p.Keys, Key(w.Keys()[0]))
	}
	for i := range 1000 {
		p.VectorKeys = append(p.VectorKeys, uint32(i))
	}
	return p
}

func BenchmarkParse(b *testing.B) {
	for _, c := range [][3]int{{64, 64, 48}, {48, 64, 48}} {
		b.Run(fmt.Sprint(c), func(b *testing.B) {
			m, err := Decode(randomParts(c[0], c[1], c[2]).Encode())
			if err != nil {
				b.Fatal(err)
			}
			var words []Word
			for i := range 20 {
				words = append(words, NewWord(fmt.Sprint("word", i*50)))
			}
			out := make([]Arc, len(words))
			b.ReportAllocs()
			start := cpu()
			for b.Loop() {
				m.Parse(words, out)
			}
			b.ReportMetric(20*float64(b.N)/(cpu()-start), "tokens/cpu-s")
		})
	}
}

// cpu is the time that the process has run, which other processes on the
// machine change less than the time that has passed.
func cpu() float64 {
	var u syscall.Rusage
	syscall.Getrusage(syscall.RUSAGE_SELF, &u)
	return float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9
}
