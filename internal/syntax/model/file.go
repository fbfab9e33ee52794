package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"
	"sync/atomic"
)

// A Model is what training writes and the library reads.
type Model struct {
	Tags, Rels []string
	Network
	Tagger  Tagger
	Lemmas  Lemmas
	Classes Classes
}

const magic = "newsfact syntax 1\n"

// A Matrix is a parameter on its way into a file: a row an input, as training
// holds it.
type Matrix struct {
	Rows, Cols int
	W          []float32
}

// writer and reader are the two halves of the file's format: numbers are
// little-endian, lists start with their length. A matrix of weights is
// 16-bit with one scale; embeddings are 8-bit with a scale a row.
type writer struct{ b []byte }

func (w *writer) u32(v uint32)  { w.b = binary.LittleEndian.AppendUint32(w.b, v) }
func (w *writer) f32(v float32) { w.u32(math.Float32bits(v)) }

func (w *writer) strings(s []string) {
	j := strings.Join(s, "\n")
	w.u32(uint32(len(j)))
	w.b = append(w.b, j...)
}

func (w *writer) keys(k []uint32) {
	w.u32(uint32(len(k)))
	for _, v := range k {
		w.u32(v)
	}
}

func (w *writer) matrix(m Matrix) {
	w.u32(uint32(m.Rows))
	w.u32(uint32(m.Cols))
	s := scaleOf(m.W, 32767)
	w.f32(s)
	for _, v := range m.W {
		w.b = binary.LittleEndian.AppendUint16(w.b, uint16(int16(math.Round(float64(v/s)))))
	}
}

func (w *writer) rows(m Matrix) {
	w.u32(uint32(m.Rows))
	w.u32(uint32(m.Cols))
	for i := range m.Rows {
		r := m.W[i*m.Cols:][:m.Cols]
		s := scaleOf(r, 127)
		w.f32(s)
		for _, v := range r {
			w.b = append(w.b, byte(int8(math.Round(float64(v/s)))))
		}
	}
}

// scaleOf is the size of one step where the largest number gets the last.
func scaleOf(w []float32, steps float32) float32 {
	var m float32
	for _, v := range w {
		m = max(m, v, -v)
	}
	if m == 0 {
		return 1
	}
	return m / steps
}

type reader struct {
	b   []byte
	err error
}

var errShort = errors.New("model: the file is cut short or not a model; train it again with go run ./internal/syntax/conllu train")

func (r *reader) take(n int) []byte {
	if r.err != nil || n < 0 || n > len(r.b) {
		r.err = errShort
		return make([]byte, 0)
	}
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}

func (r *reader) u32() uint32 {
	b := r.take(4)
	if len(b) < 4 {
		return 0
	}
	return binary.LittleEndian.Uint32(b)
}

func (r *reader) f32() float32 { return math.Float32frombits(r.u32()) }

func (r *reader) strings() []string {
	s := string(r.take(int(r.u32())))
	if s == "" {
		return nil
	}
	return strings.Split(s, "\n")
}

func (r *reader) keys() []uint32 {
	b := r.take(4 * int(r.u32()))
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return out
}

func (r *reader) matrix() Matrix {
	m := Matrix{Rows: int(r.u32()), Cols: int(r.u32())}
	s := r.f32()
	b := r.take(2 * m.Rows * m.Cols)
	m.W = make([]float32, len(b)/2)
	for i := range m.W {
		m.W[i] = float32(int16(binary.LittleEndian.Uint16(b[2*i:]))) * s
	}
	return m
}

// linear reads a matrix and turns it, a row an output.
func (r *reader) linear() linear {
	m := r.matrix()
	l := linear{in: m.Rows, out: m.Cols, w: make([]float32, len(m.W))}
	if r.err != nil {
		return l
	}
	for i := range m.Rows {
		for o := range m.Cols {
			l.w[o*m.Rows+i] = m.W[i*m.Cols+o]
		}
	}
	return l
}

// layer reads a matrix and its bias.
func (r *reader) layer() linear {
	l := r.linear()
	l.b = r.matrix().W
	if len(l.b) != l.out && r.err == nil {
		r.err = errShort
	}
	return l
}

func (r *reader) rows() (v []int8, scale []float32, cols int) {
	n, c := int(r.u32()), int(r.u32())
	b := r.take(n * (c + 4))
	if r.err != nil {
		return nil, nil, c
	}
	v, scale = make([]int8, n*c), make([]float32, n)
	for i := range n {
		scale[i] = math.Float32frombits(binary.LittleEndian.Uint32(b))
		for k, x := range b[4 : 4+c] {
			v[i*c+k] = int8(x)
		}
		b = b[4+c:]
	}
	return v, scale, c
}

// Parts is a model as training has it.
type Parts struct {
	Tags, Rels               []string
	Keys, VectorKeys         []uint32 // of the features from row FirstRow on, and of the vectors
	Embed, Vectors           Matrix
	In, InB, Vec, RecF, RecB Matrix
	Root                     Matrix
	Tag, TagB                Matrix
	ArcD, ArcDB, ArcH, ArcHB Matrix
	U, UB, Dist              Matrix
	LabD, LabB, LabH         Matrix
	LabDist, Rel, RelB       Matrix
	Tagger                   TaggerParts
	Lemmas                   []byte
	Classes                  []byte
}

// Encode writes a model's file.
func (p *Parts) Encode() []byte {
	w := &writer{b: []byte(magic)}
	w.strings(p.Tags)
	w.strings(p.Rels)
	w.keys(p.Keys)
	w.rows(p.Embed)
	w.keys(p.VectorKeys)
	w.rows(p.Vectors)
	for _, m := range []Matrix{p.In, p.InB, p.Vec, p.RecF, p.RecB, p.Root, p.Tag, p.TagB, p.ArcD, p.ArcDB, p.ArcH, p.ArcHB,
		p.U, p.UB, p.LabD, p.LabB, p.LabH, p.Rel, p.RelB, p.Dist, p.LabDist} {
		w.matrix(m)
	}
	p.Tagger.encode(w)
	w.u32(uint32(len(p.Lemmas)))
	w.b = append(w.b, p.Lemmas...)
	w.u32(uint32(len(p.Classes)))
	w.b = append(w.b, p.Classes...)
	return w.b
}

// Decode reads a model's file.
func Decode(b []byte) (*Model, error) {
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, errShort
	}
	r := &reader{b: b[len(magic):]}
	m := &Model{Tags: r.strings(), Rels: r.strings()}
	n := &m.Network
	n.index = newTable(r.keys(), FirstRow)
	n.embed, n.scale, n.Embed = r.rows()
	n.vindex = newTable(r.keys(), 0)
	n.vectors, n.vscale, n.Vector = r.rows()
	in := r.layer()
	n.vec = r.linear()
	recF, recB := r.linear(), r.linear()
	root := r.matrix().W
	tag, arcD, arcH := r.layer(), r.layer(), r.layer()
	n.u = r.layer()
	labD, labH := r.layer(), r.linear()
	n.rel = r.layer()
	n.dist, n.labDist = r.matrix().W, r.matrix().W
	m.Tagger.decode(r, m.Tags)
	m.Lemmas.decode(r.take(int(r.u32())))
	m.Classes.decode(r.take(int(r.u32())))
	if r.err != nil {
		return nil, r.err
	}
	n.Hidden, n.Arc, n.Label, n.tags = recF.in, arcD.out, labD.out, len(m.Tags)
	if tag.out < n.tags || n.rel.out < len(m.Rels) || len(root) != 2*n.Hidden || max(2*n.Hidden, n.Embed) > maxPacked ||
		in.out != 6*n.Hidden || in.in != Window*n.Embed || len(n.scale) < FirstRow ||
		len(n.dist) < Buckets || len(n.labDist) != Buckets*n.Label || n.u.in != n.Arc || n.rel.in != n.Label {
		return nil, fmt.Errorf("model: the sizes do not fit together: %+v", n.Sizes)
	}
	// What training pads to the width of a vector is no tag and no label.
	tag.out, n.rel.out = n.tags, len(m.Rels)
	labH.b = make([]float32, n.Label)
	n.recF, n.recB = pack(recF), pack(recB)
	top := beside(tag, arcD, arcH, labD, labH)
	n.top = pack(top)
	n.rootTop = make([]float32, top.out)
	top.apply(n.rootTop, root)
	n.bend(n.rootTop)
	places := byPlace(in)
	n.in = pack(places)
	x, all := make([]float32, n.Embed), make([]float32, places.out)
	n.embedding(x, RowRoot)
	places.add(all, x)
	for k := range n.rootAdd {
		n.rootAdd[k] = all[k*in.out:][:in.out]
	}
	n.none = make([]float32, in.out)
	n.kept = make([]atomic.Pointer[keptForm], keep)
	return m, nil
}

// beside puts layers with the same inputs into one.
func beside(ls ...linear) linear {
	out := linear{in: ls[0].in}
	for _, l := range ls {
		out.w = append(out.w, l.w[:l.out*l.in]...)
		out.b = append(out.b, l.b[:l.out]...)
		out.out += l.out
	}
	return out
}

// byPlace puts the parts of a layer that read the places of the window one by
// one side by side. The bias is that of the word in the middle.
func byPlace(l linear) linear {
	var parts [Window]linear
	n := l.in / Window
	for k := range parts {
		p := &parts[k]
		p.in, p.out, p.b = n, l.out, make([]float32, l.out)
		for o := range l.out {
			p.w = append(p.w, l.w[o*l.in+k*n:][:n]...)
		}
	}
	parts[Window/2].b = l.b
	return beside(parts[:]...)
}
