package train

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/newsfact/newsfact/internal/syntax/model"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
)

// A taggedSentence is what the tagger is trained on.
type taggedSentence struct {
	words []model.Word
	tags  []uint8
	style uint64
}

// A perceptron is an averaged perceptron in training.
type perceptron struct {
	tags     int
	index    map[uint64]int32
	rows     []prow
	step     int32
	clusters map[uint64]uint8
}

func (p *perceptron) clusterOf(w *model.Word) uint64 { return uint64(p.clusters[w.Lower]) }

// A prow is a row of weights with what is needed to average them.
type prow struct {
	w     [model.MaxTags]int32
	total [model.MaxTags]int64
	at    [model.MaxTags]int32
}

func (p *perceptron) scores(f []uint64, rows []int32, s *[model.MaxTags]int32) {
	*s = [model.MaxTags]int32{}
	for i, h := range f {
		r, ok := p.index[h]
		if !ok {
			rows[i] = -1
			continue
		}
		rows[i] = r
		w := &p.rows[r].w
		for k := range p.tags {
			s[k] += w[k]
		}
	}
}

func (p *perceptron) update(f []uint64, rows []int32, gold, guess uint8) {
	for i, h := range f {
		r := rows[i]
		if r < 0 {
			if q, ok := p.index[h]; ok { // twice in one token
				r = q
			} else {
				r = int32(len(p.rows))
				p.index[h] = r
				p.rows = append(p.rows, prow{})
			}
		}
		p.rows[r].add(gold, 1, p.step)
		p.rows[r].add(guess, -1, p.step)
	}
}

func (r *prow) add(k uint8, d, step int32) {
	r.total[k] += int64(step-r.at[k]) * int64(r.w[k])
	r.at[k] = step
	r.w[k] += d
}

// trainTagger trains for some epochs.
func trainTagger(sents []taggedSentence, tags, epochs int, clusters map[uint64]uint8, seed uint64) *perceptron {
	p := &perceptron{tags: tags, clusters: clusters, index: map[uint64]int32{}}
	order := make([]int, len(sents))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(seed, 1))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, k := range order {
			p.train(&sents[k])
		}
	}
	for i := range p.rows {
		for k := range p.tags {
			p.rows[i].add(uint8(k), 0, p.step)
		}
	}
	return p
}

func (p *perceptron) train(s *taggedSentence) {
	var rows [model.TagFeatures]int32
	var sc [model.MaxTags]int32
	c := model.NewContext(s.words, p.clusterOf, s.style)
	for i := range s.words {
		p.step++
		f := c.Features(i)
		p.scores(f, rows[:], &sc)
		guess := best(sc[:p.tags])
		if guess != s.tags[i] {
			p.update(f, rows[:], s.tags[i], guess)
		}
		c.Set(i, guess)
	}
}

func best(s []int32) uint8 {
	b := 0
	for k, v := range s {
		if v > s[b] {
			b = k
		}
	}
	return uint8(b)
}

// prune is how large the largest weight of a feature must be, and step how
// much one step of a byte is worth, in updates per averaged epoch.
const (
	pruneBelow = 0.9
	byteStep   = 0.25
	dictMin    = 20 // how often a form is seen before it has one tag for good
)

// taggerParts trains the tagger; o.News counts twice.
func taggerParts(o Options, l *labels, vs vectors, logf func(string, ...any)) model.TaggerParts {
	sents := append(append(append([]treebank.Sentence(nil), o.News...), o.News...), o.Other...)
	ex := tagged(sents, l)
	for i := 2 * len(o.News); i < len(ex); i++ {
		ex[i].style = 1
	}
	clusters := clusterVectors(vs)
	p := trainTagger(ex, len(l.tags), o.TaggerEpochs, clusters, 1)
	out := model.TaggerParts{Cluster: clusters}
	for _, h := range slices.Sorted(maps.Keys(p.index)) {
		r := &p.rows[p.index[h]]
		ws := make([]int8, p.tags)
		top := 0.0
		for k := range ws {
			v := float64(r.total[k]) / float64(p.step)
			top = max(top, v, -v)
			ws[k] = int8(max(-127, min(127, math.Round(v/byteStep))))
		}
		if top >= pruneBelow {
			out.Keys = append(out.Keys, model.Key(h))
			out.Weights = append(out.Weights, ws)
		}
	}
	counts := map[uint64]map[int32]int{}
	for _, s := range sents {
		for _, x := range s.Words {
			w := model.NewWord(x.Form)
			h := model.DictKey(&w)
			if counts[h] == nil {
				counts[h] = map[int32]int{}
			}
			counts[h][l.tag[x.XPOS]]++
		}
	}
	for _, h := range slices.Sorted(maps.Keys(counts)) {
		for t, n := range counts[h] {
			if n >= dictMin && len(counts[h]) == 1 {
				out.DictKeys = append(out.DictKeys, model.Key(h))
				out.DictTags = append(out.DictTags, uint8(t))
			}
		}
	}
	logf("tagger: %d features of %d, %d forms of one tag", len(out.Keys), len(p.rows), len(out.DictKeys))
	return out
}

func tagged(sents []treebank.Sentence, l *labels) []taggedSentence {
	out := make([]taggedSentence, len(sents))
	for i, s := range sents {
		for _, w := range s.Words {
			out[i].words = append(out[i].words, model.NewWord(w.Form))
			out[i].tags = append(out[i].tags, uint8(find(l.tag, w.XPOS)))
		}
	}
	return out
}
