package forest

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
)

// Data are the examples that a model is trained on. Rows are added in order,
// and the order is part of what decides the model's bytes.
type Data struct {
	Names []string  // the features, in order; at most MaxFeatures
	X     []float32 // the rows, one after the other
	Y     []float32 // 1 for yes, 0 for no, or a probability between them
	W     []float32 // weights; a row of weight 0 is predicted by CrossFit but never trained on
	Group []string  // what may not be on both sides of a fold: the site
}

// Add appends one row.
func (d *Data) Add(x []float32, y, w float32, group string) {
	if len(x) != len(d.Names) {
		panic("forest: a row has another number of features than the data have names")
	}
	d.X = append(d.X, x...)
	d.Y = append(d.Y, y)
	d.W = append(d.W, w)
	d.Group = append(d.Group, group)
}

// Len is the number of rows.
func (d *Data) Len() int { return len(d.Y) }

// Row returns the features of row i.
func (d *Data) Row(i int) []float32 {
	n := len(d.Names)
	return d.X[i*n : (i+1)*n : (i+1)*n]
}

// A Config says how to train. The zero Config is a sound start: fields that
// are zero have the defaults named.
type Config struct {
	Trees  int     // 80
	Depth  int     // 5; at most 8
	Bins   int     // 96, bins that the values of a feature fall into; at most 256
	Rate   float64 // 0.15, the share of each tree's answer that is taken
	L2     float64 // 5, weight of nothing in each leaf
	Rows   float64 // 0.7, share of the rows that each tree sees
	Cols   float64 // 0.5, share of the features that each tree sees
	MinSum float64 // 3, least hessian on both sides of a split, summed over a level
	Seed   uint64
}

func (c Config) withDefaults() Config {
	def := func(v *float64, d float64) {
		if *v == 0 {
			*v = d
		}
	}
	if c.Trees == 0 {
		c.Trees = 80
	}
	if c.Depth == 0 {
		c.Depth = 5
	}
	if c.Bins == 0 {
		c.Bins = 96
	}
	def(&c.Rate, 0.15)
	def(&c.L2, 5)
	def(&c.Rows, 0.7)
	def(&c.Cols, 0.5)
	def(&c.MinSum, 3)
	return c
}

// Train fits a model to the rows of d whose weight is above 0.
func Train(d *Data, c Config) *Forest {
	return train(d, c, func(row int) bool { return d.W[row] > 0 })
}

// CrossFit returns for each row, those of weight 0 too, the log odds that a
// model gives it that has seen no row of the same group: what a later stage
// may be trained on, and the honest measure of this one.
func CrossFit(d *Data, c Config, folds int) []float32 {
	fold := foldsOf(d, folds)
	out := make([]float32, d.Len())
	for k := range folds {
		f := train(d, c, func(row int) bool { return d.W[row] > 0 && fold[row] != k })
		for i := range out {
			if fold[i] == k {
				out[i] = f.Logit(d.Row(i))
			}
		}
	}
	return out
}

// foldsOf deals the groups out to the folds in the order of their first rows,
// each to the fold that has the least weight so far.
func foldsOf(d *Data, folds int) []int {
	weight := map[string]float64{}
	var order []string
	for i, g := range d.Group {
		if _, ok := weight[g]; !ok {
			order = append(order, g)
		}
		weight[g] += float64(d.W[i])
	}
	sum := make([]float64, folds)
	at := make(map[string]int, len(order))
	for _, g := range order {
		least := 0
		for k := range sum {
			if sum[k] < sum[least] {
				least = k
			}
		}
		at[g] = least
		sum[least] += weight[g] + 1e-6
	}
	out := make([]int, d.Len())
	for i, g := range d.Group {
		out[i] = at[g]
	}
	return out
}

// LogLoss is the weighted mean of the negative log likelihood of d under the
// log odds given.
func LogLoss(d *Data, logits []float32) float64 {
	var sum, n float64
	for i, z := range logits {
		w, y, z := float64(d.W[i]), float64(d.Y[i]), float64(z)
		sum += w * (math.Log1p(math.Exp(-math.Abs(z))) + max(z, 0) - z*y)
		n += w
	}
	return sum / max(n, 1e-9)
}

// A trainer grows one forest.
type trainer struct {
	Config
	rows  []int32     // the rows of the data that are trained on
	edges [][]float32 // per feature, the thresholds between bins
	bins  [][]uint8   // per feature, the bin of each training row
	y, w  []float32
	score []float64 // log odds so far
	g, h  []float64 // gradient and hessian of the rows that the tree sees
	leaf  []uint8   // the leaf that each row has reached
	seen  []int32   // the rows that the tree sees
	rnd   *rand.Rand
}

func train(d *Data, c Config, use func(row int) bool) *Forest {
	t := newTrainer(d, c.withDefaults(), use)
	f := &Forest{features: len(d.Names), depth: t.Depth}
	if len(t.rows) == 0 {
		return f
	}
	var yes, all float64
	for i := range t.rows {
		yes += float64(t.w[i]) * float64(t.y[i])
		all += float64(t.w[i])
	}
	p := min(max(yes/all, 1e-4), 1-1e-4)
	f.base = float32(math.Log(p / (1 - p)))
	for i := range t.score {
		t.score[i] = float64(f.base)
	}
	for range t.Trees {
		conds, leaves := t.tree()
		f.conds = append(f.conds, conds...)
		f.leaves = append(f.leaves, leaves...)
	}
	return f
}

func newTrainer(d *Data, c Config, use func(row int) bool) *trainer {
	if len(d.Names) > MaxFeatures || c.Depth > maxDepth || c.Bins > 256 {
		panic("forest: too many features or bins, or too deep")
	}
	t := &trainer{Config: c, rnd: rand.New(rand.NewPCG(c.Seed, 0x6e66))}
	for i := range d.Len() {
		if use(i) {
			t.rows = append(t.rows, int32(i))
		}
	}
	n := len(t.rows)
	t.y, t.w = make([]float32, n), make([]float32, n)
	t.score, t.g, t.h, t.leaf = make([]float64, n), make([]float64, n), make([]float64, n), make([]uint8, n)
	for i, r := range t.rows {
		t.y[i], t.w[i] = d.Y[r], d.W[r]
	}
	t.edges, t.bins = make([][]float32, len(d.Names)), make([][]uint8, len(d.Names))
	parallel(len(d.Names), func(k int) {
		col := make([]float32, n)
		for i, r := range t.rows {
			col[i] = d.X[int(r)*len(d.Names)+k]
		}
		t.edges[k] = edgesOf(col, c.Bins)
		t.bins[k] = make([]uint8, n)
		for i, v := range col {
			b, _ := slices.BinarySearch(t.edges[k], v) // edges below v: v is greater than those
			t.bins[k][i] = uint8(b)
		}
	})
	return t
}

// edgesOf returns at most bins-1 thresholds that part the values into runs
// of about the same number, halfway between neighbours.
func edgesOf(col []float32, bins int) []float32 {
	s := slices.Clone(col)
	slices.Sort(s)
	var edges []float32
	step := max(len(s)/bins, 1)
	last := -step
	for i := 1; i < len(s); i++ {
		if s[i] == s[i-1] || i-last < step {
			continue
		}
		e := s[i-1] + (s[i]-s[i-1])/2
		if e >= s[i] { // neighbours without a float between them
			e = s[i-1]
		}
		edges = append(edges, e)
		last = i
	}
	if len(edges) > bins-1 {
		edges = edges[:bins-1]
	}
	return edges
}

// tree grows one tree, adds it to the scores and returns it.
func (t *trainer) tree() ([]cond, []float32) {
	t.seen = t.seen[:0]
	for i := range t.rows {
		t.leaf[i] = 0
		if t.rnd.Float64() < t.Rows {
			p := 1 / (1 + math.Exp(-t.score[i]))
			w := float64(t.w[i])
			t.g[i] = w * (float64(t.y[i]) - p)
			t.h[i] = w * max(p*(1-p), 1e-6)
			t.seen = append(t.seen, int32(i))
		}
	}
	var cols []int
	for k := range t.edges {
		if t.rnd.Float64() < t.Cols && len(t.edges[k]) > 0 {
			cols = append(cols, k)
		}
	}
	conds := make([]cond, t.Depth)
	for level := range t.Depth {
		k, bin, ok := t.bestSplit(cols, level)
		if !ok { // nothing left to ask: a question that all answer with no
			conds[level] = cond{threshold: math.MaxFloat32}
			continue
		}
		conds[level] = cond{feature: uint8(k), threshold: t.edges[k][bin]}
		for i, b := range t.bins[k] {
			if int(b) > bin {
				t.leaf[i] |= 1 << level
			}
		}
	}
	return conds, t.settle()
}

// settle computes the values of the leaves and adds them to the scores.
func (t *trainer) settle() []float32 {
	n := 1 << t.Depth
	g, h := make([]float64, n), make([]float64, n)
	for _, i := range t.seen {
		g[t.leaf[i]] += t.g[i]
		h[t.leaf[i]] += t.h[i]
	}
	leaves := make([]float32, n)
	for l := range leaves {
		leaves[l] = float32(t.Rate * g[l] / (h[l] + t.L2))
	}
	for i, l := range t.leaf {
		t.score[i] += float64(leaves[l])
	}
	return leaves
}

// bestSplit returns the feature and bin whose question gains most, summed
// over all leaves of the level.
func (t *trainer) bestSplit(cols []int, level int) (feature, bin int, ok bool) {
	type split struct {
		bin  int
		gain float64
	}
	best := make([]split, len(cols))
	parallel(len(cols), func(j int) {
		k := cols[j]
		hist := make([][2]float64, t.Bins<<level)
		bins := t.bins[k]
		for _, i := range t.seen {
			c := &hist[int(t.leaf[i])*t.Bins+int(bins[i])]
			c[0] += t.g[i]
			c[1] += t.h[i]
		}
		b, gain := t.scan(hist, len(t.edges[k]), 1<<level)
		best[j] = split{b, gain}
	})
	gain := 1e-9
	for j, s := range best {
		if s.gain > gain {
			feature, bin, gain, ok = cols[j], s.bin, s.gain, true
		}
	}
	return feature, bin, ok
}

// scan finds the best of the thresholds of one feature, given the sums of
// gradient and hessian by leaf and bin.
func (t *trainer) scan(hist [][2]float64, edges, leaves int) (bin int, gain float64) {
	gains := make([]float64, edges)
	left, right := make([]float64, edges), make([]float64, edges)
	for l := range leaves {
		row := hist[l*t.Bins : (l+1)*t.Bins]
		var g, h float64
		for _, c := range row[:edges+1] {
			g += c[0]
			h += c[1]
		}
		if h == 0 {
			continue
		}
		whole := g * g / (h + t.L2)
		var gl, hl float64
		for b := range edges {
			gl += row[b][0]
			hl += row[b][1]
			gr, hr := g-gl, h-hl
			gains[b] += gl*gl/(hl+t.L2) + gr*gr/(hr+t.L2) - whole
			left[b] += hl
			right[b] += hr
		}
	}
	bin = -1
	for b, v := range gains {
		if v > gain && left[b] >= t.MinSum && right[b] >= t.MinSum {
			bin, gain = b, v
		}
	}
	return bin, gain
}

// parallel calls fn for 0 to n-1, which must not depend on each other.
func parallel(n int, fn func(i int)) {
	var wg sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), n)
	for w := range workers {
		wg.Go(func() {
			for i := w; i < n; i += workers {
				fn(i)
			}
		})
	}
	wg.Wait()
}
