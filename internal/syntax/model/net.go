package model

import (
	"sync"
	"sync/atomic"
)

// Sizes of the network: of the embeddings, the vectors from raw text, the
// recurrent state of each direction, the space that arcs are scored in, and
// the one of their labels.
type Sizes struct {
	Embed, Vector, Hidden, Arc, Label int
}

// A Network reads a sentence with a recurrent layer in both directions and
// gives each word its tag, its head and the label of that arc (Kiperwasser and
// Goldberg 2016; Dozat and Manning 2017). The layer sees a word with its
// neighbours in a window. What a form adds to it is the product of the
// embeddings of its parts and a matrix; the products of the forms last seen are
// kept, so that what the layer reads costs an addition for each place of the
// window.
type Network struct {
	Sizes
	embed   []int8 // a row a feature, times its scale
	scale   []float32
	index   table // features to rows
	vectors []int8
	vscale  []float32
	vindex  table

	in         packed                // Embed -> Window 6 Hidden, for a word's place
	vec        linear                // Vector -> Embed
	recF, recB packed                // Hidden -> 3 Hidden
	rootAdd    [Window / 2][]float32 // what the root adds to the first words, by its place
	none       []float32             // what no word adds
	// top is the layers on the recurrent one, side by side: the scores of the
	// tags, then the word as a dependent and as a head, for arcs and for labels.
	top     packed
	rootTop []float32 // what they say of the root
	u, rel  linear
	dist    []float32
	labDist []float32 // Buckets x Label
	tags    int

	kept    []atomic.Pointer[keptForm]
	scratch sync.Pool
}

// Window is how many words the recurrent layer sees at a time: a word with its
// neighbours to both sides.
const Window = 3

// A keptForm is what a form adds to the recurrent layer's inputs, by its place
// in the window.
type keptForm struct {
	key uint64
	add [Window][]float32
}

// keep is how many forms are kept, at most: 18 MB with 64 hidden units.
const keep = 1 << 12

// A linear layer holds its weights a row an output, and its bias.
type linear struct {
	in, out int
	w, b    []float32
}

// apply writes the outputs for x into y, onto its bias.
func (l *linear) apply(y, x []float32) {
	copy(y, l.b)
	l.add(y, x)
}

// add adds the outputs for x to y. Four rows at a time keep the adder busy:
// 1.9 times the speed of one.
func (l *linear) add(y, x []float32) {
	n := l.in
	x = x[:n]
	r := 0
	for ; r+4 <= l.out; r += 4 {
		w0, w1 := l.w[r*n:][:n], l.w[(r+1)*n:][:n]
		w2, w3 := l.w[(r+2)*n:][:n], l.w[(r+3)*n:][:n]
		a0, a1, a2, a3 := y[r], y[r+1], y[r+2], y[r+3]
		for i, v := range x {
			a0 += w0[i] * v
			a1 += w1[i] * v
			a2 += w2[i] * v
			a3 += w3[i] * v
		}
		y[r], y[r+1], y[r+2], y[r+3] = a0, a1, a2, a3
	}
	for ; r < l.out; r++ {
		a := y[r]
		for i, v := range l.w[r*n:][:n] {
			a += v * x[i]
		}
		y[r] = a
	}
}

// Buckets are the classes of the distance between a word and its head, with
// its direction; the last is for the root.
const Buckets = 24

// Bucket is the class of an arc. Words count from 1; head 0 is the root.
func Bucket(dep, head int) int {
	if head == 0 {
		return Buckets - 1
	}
	d, k := dep-head, 0
	if d < 0 {
		d, k = -d, 11
	}
	switch {
	case d <= 6:
		return k + d - 1
	case d <= 8:
		return k + 6
	case d <= 12:
		return k + 7
	case d <= 18:
		return k + 8
	case d <= 28:
		return k + 9
	}
	return k + 10
}

// Tanh is a rational approximation, within 1e-4 of the function.
func Tanh(x float32) float32 {
	if x > 4.97 {
		return 1
	}
	if x < -4.97 {
		return -1
	}
	y := x * x
	return x * (135135 + y*(17325+y*(378+y))) / (135135 + y*(62370+y*(3150+y*28)))
}

// Sigmoid is the logistic function, by Tanh.
func Sigmoid(x float32) float32 { return 0.5 + 0.5*Tanh(0.5*x) }

// Keys are the hashes of the features of a word that are embedded. The first
// is the form's.
func (w *Word) Keys() [9]uint64 {
	return [9]uint64{
		mix(w.Lower, 101),
		mix(w.Suf[0], 102), mix(w.Suf[1], 103), mix(w.Suf[2], 104), mix(w.Suf[3], 105),
		mix(w.Pre[0], 106), mix(w.Pre[1], 107), mix(w.Pre[2], 108),
		ShapeKey(w.Shape),
	}
}

// ShapeKey is the hash of a shape.
func ShapeKey(shape uint8) uint64 { return mix(uint64(shape), 109) }

// Rows of embeddings that are no feature's.
const (
	RowUnknown = iota // a form that is not known
	RowStyle          // the treebank whose conventions are asked for
	RowOther          // the other treebank
	RowRoot
	FirstRow
)

// A parse is the scratch space for one sentence.
type parse struct {
	x        []float32
	xs       []int32 // x in steps
	gates, c []float32
	v        []int32 // the recurrent layer's states, in steps
	top, q   []float32
	a        []float32 // the words as heads of arcs, a row a word
	r, out   []float32
	score    []float32
	forms    []*keptForm
	context  Context
	tree     tree
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n+n/2)[:n]
	}
	return s[:n]
}

// form returns what a word adds to the recurrent layer's inputs.
func (n *Network) form(x []float32, q []int32, w *Word) *keptForm {
	key := mix(w.Lower, uint64(w.Shape)+1)
	at := &n.kept[key>>32&(keep-1)]
	if k := at.Load(); k != nil && k.key == key {
		return k
	}
	clear(x)
	keys := w.Keys()
	row := n.index.find(keys[0])
	if row < 0 {
		row = RowUnknown
	}
	n.embedding(x, row)
	for _, k := range keys[1:] {
		if r := n.index.find(k); r >= 0 {
			n.embedding(x, r)
		}
	}
	n.embedding(x, RowStyle)
	if r := n.vindex.find(w.Lower); r >= 0 {
		v := n.vectors[int(r)*n.Vector:][:n.Vector]
		s := n.vscale[r]
		for o := range x {
			var sum float32
			for i, b := range n.vec.w[o*n.Vector:][:n.Vector] {
				sum += b * float32(v[i])
			}
			x[o] += sum * s
		}
	}
	g := 6 * n.Hidden
	all := make([]float32, Window*g)
	n.in.apply(all, q, steps(q, x))
	k := &keptForm{key: key}
	for i := range k.add {
		k.add[i] = all[i*g:][:g:g]
	}
	at.Store(k)
	return k
}

func (n *Network) embedding(x []float32, row int32) {
	s := n.scale[row]
	for i, v := range n.embed[int(row)*n.Embed:][:n.Embed] {
		x[i] += float32(v) * s
	}
}

// read runs the recurrent layer. Word 0 is the root.
func (n *Network) read(p *parse, words []Word) {
	h := n.Hidden
	m := len(words) + 1
	p.x, p.xs, p.v = grow(p.x, n.Embed), grow(p.xs, n.Embed), grow(p.v, m*2*h)
	p.gates, p.c = grow(p.gates, m*6*h), grow(p.c, h)
	p.forms = p.forms[:0]
	for i := range words {
		p.forms = append(p.forms, n.form(p.x, p.xs, &words[i]))
	}
	for i := range p.forms {
		var in [Window][]float32
		for k := range in {
			switch at := i + k - Window/2; {
			case at == -1:
				in[k] = n.rootAdd[k]
			case at < 0 || at >= len(p.forms):
				in[k] = n.none
			default:
				in[k] = p.forms[at].add[k]
			}
		}
		g := p.gates[(i+1)*6*h:][:6*h]
		a, b, c := in[0][:len(g)], in[1][:len(g)], in[2][:len(g)]
		for k := range g {
			g[k] = a[k] + b[k] + c[k]
		}
	}
	clear(p.forms) // they may be many megabytes that others have dropped
	for dir, rec := range [2]*packed{&n.recF, &n.recB} {
		at, next := 1, 1
		if dir == 1 {
			at, next = m-1, -1
		}
		var prev []int32
		c := p.c[:h]
		clear(c)
		for range words {
			g := p.gates[at*6*h+dir*3*h:][:3*h]
			if prev != nil {
				rec.add(g, prev, 1)
			}
			prev = p.v[at*2*h+dir*h:][:h]
			gf, gu, g0 := g[:h], g[h:2*h], g[2*h:3*h]
			for j := range prev {
				f := Sigmoid(gf[j])
				c[j] = f*c[j] + (1-f)*Tanh(gu[j])
				prev[j] = step(Sigmoid(g0[j]) * Tanh(c[j]))
			}
			at += next
		}
	}
}
