package train

import (
	"math"
	"math/rand/v2"

	"github.com/newsfact/newsfact/internal/syntax/model"
)

// sum16 adds up in the order that leaves the adder no wait.
func sum16(s *[16]float32) float32 {
	a, b, c, d := s[0]+s[8], s[1]+s[9], s[2]+s[10], s[3]+s[11]
	e, f, g, h := s[4]+s[12], s[5]+s[13], s[6]+s[14], s[7]+s[15]
	return ((a + e) + (c + g)) + ((b + f) + (d + h))
}

// Sizes of the network. All are multiples of 16, the width of a vector.
type sizes struct {
	embed, hidden, arc, label, tags, rels int
}

// A matrix is a parameter with its gradient and Adam's moments.
type matrix struct {
	rows, cols    int
	w, m, v, mean []float32
}

func newMatrix(rows, cols int, scale float64, rng *rand.Rand) *matrix {
	p := &matrix{rows: rows, cols: cols, w: make([]float32, rows*cols), m: make([]float32, rows*cols), v: make([]float32, rows*cols), mean: make([]float32, rows*cols)}
	for i := range p.w {
		p.w[i] = float32(rng.NormFloat64() * scale)
	}
	return p
}

// Parameters of the network by name.
const (
	pIn = iota // 3 embed (the word before, the word, the one after) x 6 hidden
	pInB
	pRecF
	pRecB
	pRoot
	pTag
	pTagB
	pArcD
	pArcDB
	pArcH
	pArcHB
	pU
	pUB
	pDist
	pLabD
	pLabH
	pLabB
	pLabDist
	pRel
	pRelB
	pVec
	params
)

type network struct {
	sizes
	embed *matrix // a row a feature
	p     [params]*matrix
}

func newNetwork(s sizes, features int, rng *rand.Rand) *network {
	n := &network{sizes: s}
	h := s.hidden
	glorot := func(a, b int) float64 { return math.Sqrt(2 / float64(a+b)) }
	mat := func(a, b int) *matrix { return newMatrix(a, b, glorot(a, b), rng) }
	bias := func(b int) *matrix { return newMatrix(1, b, 0, rng) }
	n.embed = newMatrix(features, s.embed, 0.3/math.Sqrt(8)*1.0, rng)
	n.p = [params]*matrix{
		pIn: mat(3*s.embed, 6*h), pInB: bias(6 * h), pRecF: mat(h, 3*h), pRecB: mat(h, 3*h), pRoot: newMatrix(1, 2*h, 0.1, rng),
		pTag: mat(2*h, s.tags), pTagB: bias(s.tags),
		pArcD: mat(2*h, s.arc), pArcDB: bias(s.arc), pArcH: mat(2*h, s.arc), pArcHB: bias(s.arc),
		pU: mat(s.arc, s.arc), pUB: bias(s.arc), pDist: bias(32),
		pLabD: mat(2*h, s.label), pLabH: mat(2*h, s.label), pLabB: bias(s.label), pLabDist: newMatrix(model.Buckets, s.label, 0.1, rng),
		pRel: mat(s.label, s.rels), pRelB: bias(s.rels),
		pVec: newMatrix(vectorLen, s.embed, 0.1, rng),
	}
	for i := range h { // remember at first
		n.p[pInB].w[i] = 1
		n.p[pInB].w[3*h+i] = 1
	}
	return n
}

// A worker holds one thread's gradients and the values of its sentence.
type worker struct {
	net     *network
	g       [params][]float32
	emb     []embGrad
	embdAll []float32
	embd    []float32 // backing of the embeddings' gradients
	rng     *rand.Rand
	loss    [3]float64
	n       int
	mem     []float32 // what is left of arena for the sentence at hand
	arena   []float32
	shapes  map[uint8]int32           // the rows of the shapes
	small   map[int32]bool            // the rows of words that headlines write in lower case
	drop    struct{ x, v, m float32 } // dropout rates, 0 when not training
	tagW    float32
}

type embGrad struct {
	row  int32
	grad []float32
}

func newWorker(n *network, seed uint64) *worker {
	w := &worker{net: n, rng: rand.New(rand.NewPCG(seed, 7))}
	for i, p := range n.p {
		w.g[i] = make([]float32, len(p.w))
	}
	return w
}

func (w *worker) alloc(n int) []float32 {
	if len(w.mem) < n {
		w.arena = make([]float32, max(n, 2*len(w.arena), 1<<18))
		w.mem = w.arena
	}
	s := w.mem[:n:n]
	w.mem = w.mem[n:]
	clear(s)
	return s
}

func (w *worker) mask(n int, p float32) []float32 {
	m := w.alloc(n)
	if p == 0 {
		for i := range m {
			m[i] = 1
		}
		return m
	}
	k := 1 / (1 - p)
	lim := uint32(p * 65536)
	for i := 0; i < n; i += 4 {
		r := w.rng.Uint64()
		for j := 0; j < 4 && i+j < n; j++ {
			if uint32(r&0xFFFF) >= lim {
				m[i+j] = k
			}
			r >>= 16
		}
	}
	return m
}

func mul(y, m []float32) {
	for i := range y {
		y[i] *= m[i]
	}
}

func lrelu(y []float32) {
	for i, v := range y {
		if v < 0 {
			y[i] = 0.1 * v
		}
	}
}

func dlrelu(dy, y []float32) {
	for i, v := range y {
		if v < 0 {
			dy[i] *= 0.1
		}
	}
}

// state is the values of a sentence in the forward pass.
type state struct {
	n                         int // words with the root
	win                       []float32
	x, gates, c, tc, v, clean []float32
	mx, mv                    []float32
	tagP                      []float32
	d, a, q, md, ma           []float32
	score                     []float32
	ld, lh, r, mr, relP       []float32
	ids                       [][]int32
	pred                      []int32
}

// forward computes all but the labels' scores.
func (w *worker) forward(ex *example, st *state) {
	net := w.net
	p := &net.p
	n := len(ex.tags)
	st.n = n
	e, h := net.sizes.embed, net.hidden
	// One place more at both ends, so that three in a row are a word with its
	// neighbours.
	pad := w.alloc((n + 2) * e)
	st.win = pad
	st.x = pad[e : (n+1)*e]
	st.mx = w.mask(n*e, w.drop.x)
	st.ids = st.ids[:0]
	up := w.recase()
	for i := range n {
		f := ex.feats[i]
		if up != nil && i > 0 {
			f = up(f)
		}
		if w.drop.x > 0 && i > 0 && w.rng.Float32() < ex.form[i] {
			f = append([]int32{model.RowUnknown}, f[1:]...)
		}
		st.ids = append(st.ids, f)
		x := st.x[i*e:][:e]
		for _, id := range f {
			axpy(x, net.embed.w[int(id)*e:][:e], 1)
		}
		if v := ex.vecs[i]; v != nil {
			gemv(x, v, p[pVec].w)
		}
		mul(x, st.mx[i*e:][:e])
	}
	st.gates = w.alloc(n * 6 * h)
	for i := 1; i < n; i++ {
		copy(st.gates[i*6*h:][:6*h], p[pInB].w)
	}
	forward(n-1, st.gates[6*h:], 6*h, 6*h, st.win[e:], e, 3*e, p[pIn].w)
	st.c, st.tc, st.v = w.alloc(n*2*h), w.alloc(n*2*h), w.alloc(n*2*h)
	zero := w.alloc(2 * h)
	for dir := range 2 {
		prev, step, at := 0, 1, 1
		rec := p[pRecF].w
		if dir == 1 {
			step, at = -1, n-1
			rec = p[pRecB].w
		}
		hp, cp := zero[:h], zero[:h]
		_ = prev
		for k := 1; k < n; k++ {
			g := st.gates[at*6*h+dir*3*h:][:3*h]
			gemv(g, hp, rec)
			c := st.c[at*2*h+dir*h:][:h]
			tc := st.tc[at*2*h+dir*h:][:h]
			hh := st.v[at*2*h+dir*h:][:h]
			for j := range h {
				f := model.Sigmoid(g[j])
				u := model.Tanh(g[h+j])
				o := model.Sigmoid(g[2*h+j])
				g[j], g[h+j], g[2*h+j] = f, u, o
				c[j] = f*cp[j] + (1-f)*u
				tc[j] = model.Tanh(c[j])
				hh[j] = o * tc[j]
			}
			hp, cp = hh, c
			at += step
		}
	}
	copy(st.v[:2*h], p[pRoot].w)
	// The recurrence reads the clean values; what is above reads masked ones.
	st.mv = w.mask(n*2*h, w.drop.v)
	vm := w.alloc(n * 2 * h)
	copy(vm, st.v)
	mul(vm, st.mv)
	st.v, vm = vm, st.v
	st.clean = vm
	T := net.tags
	st.tagP = w.alloc(n * T)
	A := net.arc
	st.d, st.a, st.q = w.alloc(n*A), w.alloc(n*A), w.alloc(n*A)
	st.md, st.ma = w.mask(n*A, w.drop.m), w.mask(n*A, w.drop.m)
	L := net.label
	st.ld, st.lh = w.alloc(n*L), w.alloc(n*L)
	H := 2 * h
	for i := range n {
		copy(st.a[i*A:][:A], p[pArcHB].w)
		copy(st.d[i*A:][:A], p[pArcDB].w)
		copy(st.q[i*A:][:A], p[pUB].w)
		copy(st.tagP[i*T:][:T], p[pTagB].w)
	}
	forward(n, st.a, A, A, st.v, H, H, p[pArcH].w)
	forward(n, st.d, A, A, st.v, H, H, p[pArcD].w)
	forward(n, st.tagP, T, T, st.v, H, H, p[pTag].w)
	forward(n, st.lh, L, L, st.v, H, H, p[pLabH].w)
	forward(n, st.ld, L, L, st.v, H, H, p[pLabD].w)
	lrelu(st.a)
	mul(st.a, st.ma)
	lrelu(st.d)
	mul(st.d, st.md)
	forward(n, st.q, A, A, st.d, A, A, p[pU].w)
	st.score = w.alloc(n * n)
	for i := 1; i < n; i++ {
		for j := range n {
			if i == j {
				st.score[i*n+j] = -1e9
				continue
			}
			st.score[i*n+j] = dot(st.q[i*A:][:A], st.a[j*A:][:A]) + p[pDist].w[model.Bucket(i, j)]
		}
	}
}

// Some sentences are trained on as headlines are written, and some in capitals.
const (
	headlines = 0.06
	capitals  = 0.02
)

// recase returns what changes the case of a sentence's words, or nil.
func (w *worker) recase() func([]int32) []int32 {
	if w.drop.x == 0 || w.shapes == nil {
		return nil
	}
	r := w.rng.Float32()
	if r > headlines+capitals {
		return nil
	}
	title, upper, lower := w.shapes[model.ShapeTitle], w.shapes[model.ShapeUpper], w.shapes[model.ShapeLower]
	return func(f []int32) []int32 {
		out := append([]int32(nil), f...)
		for i, id := range out {
			switch {
			case r < capitals && (id == lower || id == title):
				out[i] = upper
			case r >= capitals && id == lower && w.small[f[0]] == false:
				out[i] = title
			}
		}
		return out
	}
}

// relation computes the scores of the labels of word i under head j.
func (w *worker) relation(st *state, i, j int, r, out []float32) {
	p := &w.net.p
	L := w.net.label
	copy(r, p[pLabB].w)
	axpy(r, st.ld[i*L:][:L], 1)
	axpy(r, st.lh[j*L:][:L], 1)
	axpy(r, p[pLabDist].w[model.Bucket(i, j)*L:][:L], 1)
	lrelu(r)
	copy(out, p[pRelB].w)
	gemv(out, r, p[pRel].w)
}

// softmaxGrad turns scores into the gradient of the cross entropy.
func softmaxGrad(s []float32, gold int32, scale float32) float64 {
	m := s[0]
	for _, v := range s {
		m = max(m, v)
	}
	var z float64
	for i, v := range s {
		if v < m-16 {
			s[i] = 0
			continue
		}
		e := math.Exp(float64(v - m))
		z += e
		s[i] = float32(e)
	}
	k := float32(1 / z)
	for i := range s {
		s[i] *= k
	}
	l := -math.Log(float64(s[gold]) + 1e-12)
	s[gold]--
	for i := range s {
		s[i] *= scale
	}
	return l
}

// train adds the gradients of one example.
func (w *worker) train(ex *example) {
	w.mem = w.arena
	net := w.net
	p := &net.p
	var st state
	w.forward(ex, &st)
	n := st.n
	e, h, A, L, T, R := net.sizes.embed, net.hidden, net.arc, net.label, net.tags, net.rels
	dv := w.alloc(n * 2 * h)
	H := 2 * h
	// tags
	for i := range n {
		t := st.tagP[i*T:][:T]
		if ex.tags[i] < 0 {
			clear(t)
			continue
		}
		w.loss[0] += softmaxGrad(t, ex.tags[i], 1)
		axpy(w.g[pTagB], t, 1)
	}
	backward(n, dv, H, H, st.tagP, T, T, p[pTag].w, w.g[pTag], st.v)
	// labels
	r, rel := w.alloc(L), w.alloc(R)
	dlh, dld := w.alloc(n*L), w.alloc(n*L)
	for i := 1; i < n; i++ {
		if ex.rels[i] < 0 {
			continue
		}
		j := int(ex.heads[i])
		w.relation(&st, i, j, r, rel)
		mr := w.mask(L, w.drop.m)
		pre := w.alloc(L)
		copy(pre, r)
		if w.drop.m > 0 { // the scores again, with the mask
			mul(r, mr)
			copy(rel, p[pRelB].w)
			gemv(rel, r, p[pRel].w)
		}
		w.loss[2] += softmaxGrad(rel, ex.rels[i], 1)
		axpy(w.g[pRelB], rel, 1)
		ger(w.g[pRel], r, rel)
		dr := dld[i*L:][:L]
		back(dr, rel, p[pRel].w)
		mul(dr, mr)
		dlrelu(dr, pre)
		axpy(w.g[pLabB], dr, 1)
		axpy(w.g[pLabDist][model.Bucket(i, j)*L:][:L], dr, 1)
		axpy(dlh[j*L:][:L], dr, 1)
	}
	backward(n, dv, H, H, dld, L, L, p[pLabD].w, w.g[pLabD], st.v)
	backward(n, dv, H, H, dlh, L, L, p[pLabH].w, w.g[pLabH], st.v)
	// arcs
	dd, da, dq := w.alloc(n*A), w.alloc(n*A), w.alloc(n*A)
	for i := 1; i < n; i++ {
		s := st.score[i*n:][:n]
		if ex.heads[i] < 0 {
			continue
		}
		w.loss[1] += softmaxGrad(s, ex.heads[i], 1)
		for j, ds := range s {
			if ds > -1e-5 && ds < 1e-5 {
				continue
			}
			axpy(dq[i*A:][:A], st.a[j*A:][:A], ds)
			axpy(da[j*A:][:A], st.q[i*A:][:A], ds)
			w.g[pDist][model.Bucket(i, j)] += ds
		}
		axpy(w.g[pUB], dq[i*A:][:A], 1)
	}
	backward(n, dd, A, A, dq, A, A, p[pU].w, w.g[pU], st.d)
	mul(dd, st.md)
	dlrelu(dd, st.d)
	clear(dd[:A]) // the root is no dependent
	mul(da, st.ma)
	dlrelu(da, st.a)
	for i := range n {
		axpy(w.g[pArcDB], dd[i*A:][:A], 1)
		axpy(w.g[pArcHB], da[i*A:][:A], 1)
	}
	backward(n, dv, H, H, dd, A, A, p[pArcD].w, w.g[pArcD], st.v)
	backward(n, dv, H, H, da, A, A, p[pArcH].w, w.g[pArcH], st.v)
	mul(dv, st.mv)
	axpy(w.g[pRoot], dv[:2*h], 1)
	// the recurrence, backwards
	clean := st.clean
	dh, dc, dg := w.alloc(h), w.alloc(h), w.alloc(3*h)
	dgs := w.alloc(n * 6 * h)
	for dir := range 2 {
		step, at := -1, n-1
		rec, grec := p[pRecF].w, w.g[pRecF]
		if dir == 1 {
			step, at = 1, 1
			rec, grec = p[pRecB].w, w.g[pRecB]
		}
		clear(dh)
		clear(dc)
		for k := 1; k < n; k++ {
			g := st.gates[at*6*h+dir*3*h:][:3*h]
			tc := st.tc[at*2*h+dir*h:][:h]
			pv := at + step
			var cp, hp []float32
			if k < n-1 {
				cp, hp = st.c[pv*2*h+dir*h:][:h], clean[pv*2*h+dir*h:][:h]
			}
			up := dv[at*2*h+dir*h:][:h]
			for j := range h {
				f, u, o := g[j], g[h+j], g[2*h+j]
				x := dh[j] + up[j]
				t := tc[j]
				dcj := dc[j] + x*o*(1-t*t)
				c0 := float32(0)
				if cp != nil {
					c0 = cp[j]
				}
				dg[2*h+j] = x * t * o * (1 - o)
				dg[j] = dcj * (c0 - u) * f * (1 - f)
				dg[h+j] = dcj * (1 - f) * (1 - u*u)
				dc[j] = dcj * f
			}
			copy(dgs[at*6*h+dir*3*h:], dg)
			clear(dh)
			if hp != nil {
				ger(grec, hp, dg)
				back(dh, dg, rec)
			}
			at = pv
		}
	}
	dwin := w.alloc((n + 2) * e)
	for i := 1; i < n; i++ {
		axpy(w.g[pInB], dgs[i*6*h:][:6*h], 1)
	}
	backward(n-1, dwin[e:], e, 3*e, dgs[6*h:], 6*h, 6*h, p[pIn].w, w.g[pIn], st.win[e:])
	for i := range n {
		dx := dwin[(i+1)*e:][:e:e]
		mul(dx, st.mx[i*e:][:e])
		if v := ex.vecs[i]; v != nil {
			ger(w.g[pVec], v, dx)
		}
		if len(w.embd) < e {
			w.embdAll = make([]float32, max(1<<18, 2*len(w.embdAll)))
			w.embd = w.embdAll
		}
		g := w.embd[:e:e]
		w.embd = w.embd[e:]
		copy(g, dx)
		for _, id := range st.ids[i] {
			w.emb = append(w.emb, embGrad{id, g})
		}
	}
	w.n += n - 1
}

// back adds w times dy to dx: the way back through gemv.
func back(dx, dy, w []float32) {
	n := len(dy)
	for i := range dx {
		dx[i] += dot(w[i*n:i*n+n], dy)
	}
}

// forward adds w times each of n inputs to n outputs. The inputs and outputs
// stand a step from one another; windows may overlap.
func forward(n int, y []float32, ystep, out int, x []float32, xstep, in int, w []float32) {
	t := 0
	for ; t+4 <= n; t += 4 {
		gemv4(y[t*ystep:], ystep, x[t*xstep:], xstep, in, out, w)
	}
	for ; t < n; t++ {
		gemv(y[t*ystep:][:out], x[t*xstep:][:in], w)
	}
}

// backward is the way back through forward: it adds to the inputs' gradients
// dx and to the matrix's g.
func backward(n int, dx []float32, xstep, in int, dy []float32, ystep, out int, w, g, x []float32) {
	t := 0
	for ; t+4 <= n; t += 4 {
		ger4(g, x[t*xstep:], xstep, in, dy[t*ystep:], ystep, out)
		back4(dx[t*xstep:], xstep, in, dy[t*ystep:], ystep, out, w)
	}
	for ; t < n; t++ {
		ger(g, x[t*xstep:][:in], dy[t*ystep:][:out])
		back(dx[t*xstep:][:in], dy[t*ystep:][:out], w)
	}
}
