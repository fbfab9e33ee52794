// Package train learns the model of package model from treebanks: word vectors
// from raw text, the tagger, the network, the list of lemmas and the classes.
// It favours repeatability over speed: the same input gives the same bytes,
// whatever the machine and the number of its processors. It is imported by the
// workbench only, never by the library.
package train

import (
	"fmt"
	"io"
	"math"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/newsfact/newsfact/internal/syntax/model"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
)

// Options are the inputs of a training and its size.
type Options struct {
	News    []treebank.Sentence // in the conventions that the model is to follow
	Other   []treebank.Sentence // in those of another treebank
	Raw     string              // a directory of *.txt, for the vectors
	Vectors string              // a file to keep the vectors in from one run to the next, or ""
	Dev     []treebank.Sentence // scored after each epoch, for the log only
	Log     io.Writer

	Epochs, TaggerEpochs   int
	Embed, Hidden          int
	Arc, Label             int
	Teacher, TeacherEpochs int // the hidden size of the network that labels the raw text, below 0 for none
	Rate, Drop             float64
}

// Default sizes and rates; each was chosen on gum_dev.
func (o *Options) Defaults() {
	set := func(p *int, v int) {
		if *p == 0 {
			*p = v
		}
	}
	set(&o.Epochs, 10)
	set(&o.TaggerEpochs, 6)
	set(&o.Embed, 64)
	set(&o.Hidden, 64)
	set(&o.Arc, 64)
	set(&o.Label, 48)
	set(&o.Teacher, 128)
	set(&o.TeacherEpochs, 8)
	if o.Rate == 0 {
		o.Rate = 0.003
	}
	if o.Drop == 0 {
		o.Drop = 0.2
	}
}

// batchWords is how many words a step learns from.
const batchWords = 500

// Train learns a model and returns its file.
func Train(o Options) ([]byte, error) {
	o.Defaults()
	start := time.Now()
	logf := func(format string, args ...any) {
		if o.Log != nil {
			fmt.Fprintf(o.Log, "%6.0fs ", time.Since(start).Seconds())
			fmt.Fprintf(o.Log, format+"\n", args...)
		}
	}
	all := append(append([]treebank.Sentence(nil), o.News...), o.Other...)
	raw, err := rawSentences(o.Raw)
	if err != nil {
		return nil, err
	}
	vs, err := keptVectors(o.Vectors, func() [][]uint64 { return forms(raw, all) })
	if err != nil {
		return nil, err
	}
	logf("%d vectors", len(vs))
	l := newLabels(all)
	parts := &model.Parts{Tags: l.tags, Rels: l.rels, Lemmas: model.EncodeLemmas(lemmaRules(all)), Classes: model.EncodeClasses(classRules(all))}
	parts.Tagger = taggerParts(o, l, vs, logf)
	v := newVocabulary(all)
	logf("%d features, %d tags, %d relations", len(v.keys), len(l.tags), len(l.rels))
	c := &course{Options: o, v: v, l: l, vs: vs, logf: logf}
	gold := c.gold()
	var silver []*example
	if o.Teacher > 0 {
		logf("the teacher")
		teacher := c.train(sizes{embed: o.Embed, hidden: o.Teacher, arc: 96, label: 64}, o.TeacherEpochs, teacherDrop, gold, nil)
		silver = c.labelled(teacher, raw)
		logf("%d sentences labelled by the teacher", len(silver))
	}
	net := c.train(sizes{embed: o.Embed, hidden: o.Hidden, arc: o.Arc, label: o.Label}, o.Epochs, o.Drop, gold, silver)
	net.export(parts, v, vs)
	return parts.Encode(), nil
}

// A course is what both networks are trained with.
type course struct {
	Options
	v    *vocabulary
	l    *labels
	vs   vectors
	logf func(string, ...any)
}

// gold returns the treebanks' examples; the news count twice.
func (c *course) gold() []*example {
	news := c.v.examples(c.News, c.l, c.vs, model.RowStyle)
	return append(append(news[:len(news):len(news)], news...), c.v.examples(c.Other, c.l, c.vs, model.RowOther)...)
}

// train trains a network. Of the silver examples each epoch takes the next
// part, so that the last epochs, which count most, have seen them all.
func (c *course) train(s sizes, epochs int, drop float64, gold, silver []*example) *network {
	s.tags, s.rels = 64, 64
	rng := rand.New(rand.NewPCG(1, 2))
	net := newNetwork(s, len(c.v.keys)+model.FirstRow, rng)
	dev := c.v.examples(c.Dev, c.l, c.vs, model.RowStyle)
	opt := newOptimizer(net, 2, 3)
	for _, w := range opt.workers {
		w.drop.x, w.drop.v, w.drop.m = float32(drop), float32(drop), float32(drop)
		w.shapes, w.small = c.v.shapes(), c.v.small(c.News)
	}
	rng.Shuffle(len(silver), func(i, j int) { silver[i], silver[j] = silver[j], silver[i] })
	words := 0
	for _, ex := range gold {
		words += len(ex.tags) * epochs
	}
	share := len(silver) * silverRounds / epochs // of an epoch
	for _, ex := range silver {
		words += len(ex.tags) * silverRounds
	}
	steps := float64(words) / batchWords
	for ep := range epochs {
		exs := append([]*example(nil), gold...)
		for i := range share {
			exs = append(exs, silver[(ep*share+i)%len(silver)])
		}
		rng.Shuffle(len(exs), func(i, j int) { exs[i], exs[j] = exs[j], exs[i] })
		for i := 0; i < len(exs); {
			var b []*example
			for n := 0; i < len(exs) && n < batchWords; i++ {
				if len(exs[i].tags) <= maxTrained {
					b = append(b, exs[i])
					n += len(exs[i].tags)
				}
			}
			opt.batch(b, c.Rate*max(0.02, 1-float64(opt.step)/steps)*min(1, float64(opt.step+1)/200))
		}
		if len(dev) > 0 {
			net.swap()
			tag, uas, las := net.evaluate(dev, c.l.rels)
			net.swap()
			c.logf("epoch %d: XPOS %.4f UAS %.4f LAS %.4f", ep+1, tag, uas, las)
		}
	}
	net.swap()
	return net
}

// silverRounds is how often each sentence that the teacher labelled is seen,
// and sure how sure the teacher must be of a tag, a head or a label that
// counts.
const (
	silverRounds = 4
	teacherDrop  = 0.3 // a larger network needs more
	sure         = 0.6
)

// labelled returns examples of raw sentences as the teacher analyses them.
func (c *course) labelled(teacher *network, raw [][]model.Word) []*example {
	var exs []*example
	for _, s := range raw {
		if len(s) < 4 || len(s) > 60 {
			continue
		}
		ex := &example{feats: [][]int32{{model.RowRoot}}, vecs: [][]float32{nil}, form: []float32{0},
			tags: []int32{-1}, heads: []int32{0}, rels: []int32{-1}}
		for i := range s {
			f, p := c.v.features(&s[i], model.RowStyle)
			ex.feats = append(ex.feats, f)
			ex.form = append(ex.form, p)
			ex.vecs = append(ex.vecs, c.vs[s[i].Lower])
			ex.tags = append(ex.tags, -1)
			ex.heads = append(ex.heads, -1)
			ex.rels = append(ex.rels, -1)
		}
		exs = append(exs, ex)
	}
	var wg sync.WaitGroup
	for t := range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			w := newWorker(teacher, 0)
			for i := t; i < len(exs); i += 2 {
				w.label(exs[i], len(c.l.tags), len(c.l.rels))
			}
		}()
	}
	wg.Wait()
	return exs
}

// label fills in what the network is sure of.
func (w *worker) label(ex *example, tags, rels int) {
	n := w.net
	w.mem = w.arena
	var st state
	w.forward(ex, &st)
	r, out := make([]float32, n.label), make([]float32, n.rels)
	choose := func(s []float32) int32 {
		k := argmax(s)
		var z float64
		for _, v := range s {
			z += math.Exp(float64(v - s[k]))
		}
		if 1/z < sure {
			return -1
		}
		return int32(k)
	}
	for i := 1; i < st.n; i++ {
		ex.tags[i] = choose(st.tagP[i*n.tags:][:tags])
		ex.heads[i] = choose(st.score[i*st.n:][:st.n])
		if h := ex.heads[i]; h >= 0 {
			w.relation(&st, i, int(h), r, out)
			ex.rels[i] = choose(out[:rels])
		}
	}
}

// maxTrained is the length of the longest sentence that is trained on.
const maxTrained = 150

// swap changes the weights for their mean, and back.
func (n *network) swap() {
	for _, p := range n.p {
		p.w, p.mean = p.mean, p.w
	}
}

// evaluate scores tags, and arcs and labels without their subtypes, each word
// for itself.
func (n *network) evaluate(dev []*example, rels []string) (tag, uas, las float64) {
	w := newWorker(n, 0)
	total := 0.0
	r, out := make([]float32, n.label), make([]float32, n.rels)
	for _, ex := range dev {
		w.mem = w.arena
		var st state
		w.forward(ex, &st)
		for i := 1; i < st.n; i++ {
			total++
			if argmax(st.tagP[i*n.tags:][:n.tags]) == int(ex.tags[i]) {
				tag++
			}
			h := argmax(st.score[i*st.n:][:st.n])
			if h != int(ex.heads[i]) {
				continue
			}
			uas++
			w.relation(&st, i, h, r, out)
			if k := argmax(out[:len(rels)]); ex.rels[i] >= 0 && base(rels[k]) == base(rels[ex.rels[i]]) {
				las++
			}
		}
	}
	return tag / total, uas / total, las / total
}

func argmax(s []float32) int {
	b := 0
	for i, v := range s {
		if v > s[b] {
			b = i
		}
	}
	return b
}

// export writes the network's parameters into a model's parts.
func (n *network) export(p *model.Parts, v *vocabulary, vs vectors) {
	mat := func(k int) model.Matrix { return model.Matrix{Rows: n.p[k].rows, Cols: n.p[k].cols, W: n.p[k].w} }
	for _, k := range v.keys {
		p.Keys = append(p.Keys, model.Key(k))
	}
	p.Embed = model.Matrix{Rows: n.embed.rows, Cols: n.embed.cols, W: n.embed.w}
	p.Vectors.Cols = vectorLen
	for _, h := range sortedKeys(vs) {
		p.VectorKeys = append(p.VectorKeys, model.Key(h))
		p.Vectors.W = append(p.Vectors.W, vs[h]...)
		p.Vectors.Rows++
	}
	p.In, p.InB, p.Vec, p.RecF, p.RecB = mat(pIn), mat(pInB), mat(pVec), mat(pRecF), mat(pRecB)
	p.Root, p.Tag, p.TagB = mat(pRoot), mat(pTag), mat(pTagB)
	p.ArcD, p.ArcDB, p.ArcH, p.ArcHB = mat(pArcD), mat(pArcDB), mat(pArcH), mat(pArcHB)
	p.U, p.UB, p.Dist = mat(pU), mat(pUB), mat(pDist)
	p.LabD, p.LabB, p.LabH, p.LabDist = mat(pLabD), mat(pLabB), mat(pLabH), mat(pLabDist)
	p.Rel, p.RelB = mat(pRel), mat(pRelB)
}
