package chrome

import (
	_ "embed"
	"sync"

	"github.com/newsfact/newsfact/internal/forest"
)

// pageModel holds the two stages that rate the blocks of a page: the first
// sees a block and its surroundings, the second what the first said of them.
type pageModel struct{ first, second *forest.Forest }

//go:embed model/pages1.bin
var pages1 []byte

//go:embed model/pages2.bin
var pages2 []byte

// pages is the model that ships. That it fits the features is held by a test;
// a model that does not is a bug of this package.
var pages = sync.OnceValue(func() *pageModel {
	load := func(b []byte, fs []feature) *forest.Forest {
		f, err := forest.Load(b, names(fs))
		if err != nil {
			panic("chrome: " + err.Error())
		}
		return f
	}
	return &pageModel{load(pages1, blockFeatures()), load(pages2, stageFeatures())}
})

// rate returns the probability of each block of v to be the article's. The
// features of the first stage are the first of the second, and are computed
// once.
func (m *pageModel) rate(v *view) []float32 {
	n := len(v.b)
	own, all := blockFeatures(), stageFeatures()
	rows := make([]float32, n*len(all), n*len(all)+forest.MaxFeatures)
	prob := make([]float32, n)
	for i := range n {
		prob[i] = forest.Sigmoid(m.first.LogitOrLess(fill(rows[i*len(all):][:len(own)], own, v, i), noChance))
	}
	v.stage(prob)
	second := make([]float32, n)
	least := forest.Sigmoid(noChance)
	for i := range n {
		if prob[i] < least {
			second[i] = prob[i]
			continue
		}
		row := rows[i*len(all):][:len(all)]
		fill(row[len(own):], all[len(own):], v, i)
		second[i] = m.second.Prob(row)
	}
	return second
}

// noChance is the log odds under which the first stage stops asking and the
// second is not asked: two thirds of the blocks of a page. On the development
// pages, each rated by a model that had not seen the site, 46 of 137,137
// ratings crossed a half, and no figure fell.
const noChance = -4

// fill computes the features of block i into x.
func fill(x []float32, fs []feature, v *view, i int) []float32 {
	for k := range fs {
		x[k] = fs[k].of(v, i)
	}
	return x
}

// stage keeps what the first stage said, summed over places.
func (v *view) stage(prob []float32) {
	v.prob = prob
	v.mass = make([]float32, len(v.b)+1)
	v.elemMass = make([][2]float32, len(v.e))
	v.lo, v.hi = -1, -1
	for i, q := range prob {
		w := float32(v.b[i].text.words) + 1
		v.mass[i+1] = v.mass[i] + q*w
		s := v.b[i].sig
		s.yes += q * w
		s.all += w
		for k, at := 0, v.p.Blocks[i].Elem; k < 4 && at >= 0; k++ {
			v.elemMass[at][0] += q * w
			v.elemMass[at][1] += w
			at = v.p.Elems[at].Parent
		}
		if q > 0.5 && v.b[i].prose {
			if v.lo < 0 {
				v.lo = i
			}
			v.hi = i
		}
	}
}

// stageFeatures are what the second stage sees.
var stageFeatures = sync.OnceValue(func() []feature {
	fs := append([]feature(nil), blockFeatures()...)
	for _, d := range []int{0, -1, 1, -2, 2, -3, 3} {
		fs = append(fs, feature{"prob" + string("mmm0ppp"[d+3]) + string("3210123"[d+3]), func(v *view, i int) float32 {
			if i += d; i < 0 || i >= len(v.prob) {
				return -1
			}
			return v.prob[i]
		}})
	}
	return append(fs,
		feature{"sigprob", func(v *view, i int) float32 { return v.b[i].sig.yes / v.b[i].sig.all }},
		feature{"elemprob0", func(v *view, i int) float32 { return v.elemProb(i, 0) }},
		feature{"elemprob1", func(v *view, i int) float32 { return v.elemProb(i, 1) }},
		feature{"elemprob2", func(v *view, i int) float32 { return v.elemProb(i, 2) }},
		feature{"elemprob3", func(v *view, i int) float32 { return v.elemProb(i, 3) }},
		feature{"massbefore", func(v *view, i int) float32 { return ratio(v.mass[i], v.mass[len(v.mass)-1]) }},
		feature{"massafter", func(v *view, i int) float32 {
			all := v.mass[len(v.mass)-1]
			return ratio(all-v.mass[i+1], all)
		}},
		feature{"mass", func(v *view, i int) float32 { return log(int32(v.mass[len(v.mass)-1])) }},
		feature{"window", func(v *view, i int) float32 {
			from, to := max(0, i-6), min(len(v.prob), i+7)
			return v.mass[to] - v.mass[from]
		}},
		feature{"fromlo", func(v *view, i int) float32 { return slog(i - v.lo) }},
		feature{"fromhi", func(v *view, i int) float32 { return slog(i - v.hi) }},
	)
})

func (v *view) elemProb(i, n int) float32 {
	at := v.p.Blocks[i].Elem
	for ; n > 0 && v.p.Elems[at].Parent >= 0; n-- {
		at = v.p.Elems[at].Parent
	}
	return ratio(v.elemMass[at][0], v.elemMass[at][1])
}

func ratio(a, b float32) float32 {
	if b <= 0 {
		return 0
	}
	return a / b
}
