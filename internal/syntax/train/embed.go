package train

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"

	"github.com/newsfact/newsfact/internal/syntax/model"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
	"github.com/newsfact/newsfact/internal/token"
)

// The vectors learned from raw text: structured skip-gram (Ling et al. 2015)
// with negative sampling, two words to both sides, each place with its own
// context vectors. Words that stand in the same places get like vectors, and a
// word that the treebanks lack is not unknown.
const (
	vectorLen   = 48
	vectorMin   = 3 // rarer words get no vector
	places      = 4
	negatives   = 5
	vectorRuns  = 6
	vectorStart = 0.05 // learning rate
)

// Vectors maps the hash of a form to its vector.
type vectors map[uint64][]float32

// rawSentences returns the words of each sentence of the text files in dir.
func rawSentences(dir string) ([][]model.Word, error) {
	var out [][]model.Word
	paths, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil {
		return nil, err
	}
	slices.Sort(paths)
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			return nil, err
		}
		t := token.New(string(b))
		for _, s := range t.Sentences {
			ws := make([]model.Word, 0, s.Last-s.First)
			for i := s.First; i < s.Last; i++ {
				ws = append(ws, model.NewWord(t.Word(int(i))))
			}
			out = append(out, ws)
		}
	}
	return out, nil
}

// forms returns the hashed forms of raw sentences and of a treebank's.
func forms(raw [][]model.Word, bank []treebank.Sentence) [][]uint64 {
	var out [][]uint64
	for _, s := range raw {
		ws := make([]uint64, len(s))
		for i := range s {
			ws[i] = s[i].Lower
		}
		out = append(out, ws)
	}
	for _, s := range bank {
		ws := make([]uint64, len(s.Words))
		for i, x := range s.Words {
			ws[i] = model.NewWord(x.Form).Lower
		}
		out = append(out, ws)
	}
	return out
}

// learnVectors is deterministic: one thread, one seed.
func learnVectors(sents [][]uint64) vectors {
	count := map[uint64]int{}
	for _, s := range sents {
		for _, w := range s {
			count[w]++
		}
	}
	var vocab []uint64
	for w, c := range count {
		if c >= vectorMin {
			vocab = append(vocab, w)
		}
	}
	slices.SortFunc(vocab, func(a, b uint64) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	id := make(map[uint64]int32, len(vocab))
	for i, w := range vocab {
		id[w] = int32(i)
	}
	rng := rand.New(rand.NewPCG(11, 13))
	n := len(vocab)
	in := make([]float32, n*vectorLen)
	outv := make([]float32, places*n*vectorLen)
	for i := range in {
		in[i] = (rng.Float32() - 0.5) / vectorLen
	}
	// negatives are drawn by count^0.75
	var table []int32
	for i, w := range vocab {
		for range 1 + int(math.Pow(float64(count[w]), 0.75)) {
			table = append(table, int32(i))
		}
	}
	total := 0
	for _, s := range sents {
		total += len(s)
	}
	keep := make([]float32, n) // frequent words are skipped at times
	for i, w := range vocab {
		f := float64(count[w]) / float64(total) / 1e-3
		keep[i] = float32(min(1, math.Sqrt(1/f)+1/f))
	}
	seen := 0
	grad := make([]float32, vectorLen)
	ids := []int32{}
	for range vectorRuns {
		for _, s := range sents {
			lr := float32(vectorStart * max(0.02, 1-float64(seen)/float64(total*vectorRuns)))
			seen += len(s)
			ids = ids[:0]
			for _, w := range s {
				if k, ok := id[w]; ok {
					ids = append(ids, k)
				} else {
					ids = append(ids, -1)
				}
			}
			for i, a := range ids {
				if a < 0 || rng.Float32() > keep[a] {
					continue
				}
				va := in[int(a)*vectorLen:][:vectorLen]
				for p, off := range [places]int{-2, -1, 1, 2} {
					j := i + off
					if j < 0 || j >= len(ids) || ids[j] < 0 {
						continue
					}
					clear(grad)
					for k := range negatives + 1 {
						b, y := ids[j], float32(1)
						if k > 0 {
							b, y = table[rng.IntN(len(table))], 0
							if b == ids[j] {
								continue
							}
						}
						vb := outv[(p*n+int(b))*vectorLen:][:vectorLen]
						g := lr * (y - model.Sigmoid(dot(va, vb)))
						axpy(grad, vb, g)
						axpy(vb, va, g)
					}
					axpy(va, grad, 1)
				}
			}
		}
	}
	// unit variance, so that the network sees numbers of one size
	var sq float64
	for _, v := range in {
		sq += float64(v) * float64(v)
	}
	scale := float32(1 / math.Sqrt(sq/float64(len(in))))
	vs := make(vectors, n)
	for i, w := range vocab {
		v := in[i*vectorLen:][:vectorLen:vectorLen]
		for k := range v {
			v[k] = max(-3, min(3, v[k]*scale))
		}
		vs[w] = v
	}
	return vs
}

func sortedKeys(vs vectors) []uint64 {
	return slices.Sorted(maps.Keys(vs))
}

// keptVectors reads the vectors of an earlier run, or learns and keeps them.
func keptVectors(path string, sents func() [][]uint64) (vectors, error) {
	if path != "" {
		if b, err := os.ReadFile(path); err == nil {
			var vs vectors
			err := gob.NewDecoder(bytes.NewReader(b)).Decode(&vs)
			return vs, err
		}
	}
	vs := learnVectors(sents())
	if path == "" {
		return vs, nil
	}
	var b bytes.Buffer
	if err := gob.NewEncoder(&b).Encode(vs); err != nil {
		return nil, err
	}
	return vs, os.WriteFile(path, b.Bytes(), 0o666)
}

// clusters is how many clusters of words the tagger sees.
const clusters = 255

// clusterVectors sorts the words into clusters of like vectors (k-means on
// their directions), so that the tagger knows what words do that the treebanks
// lack. The first clusters are those of words spread over the vocabulary.
func clusterVectors(vs vectors) map[uint64]uint8 {
	keys := sortedKeys(vs)
	n := len(keys)
	unit := make([]float32, n*vectorLen)
	for i, h := range keys {
		u := unit[i*vectorLen:][:vectorLen]
		axpy(u, vs[h], 1/float32(math.Sqrt(1e-9+float64(dot(vs[h], vs[h])))))
	}
	k := min(clusters, n)
	centre := make([]float32, k*vectorLen)
	for c := range k {
		copy(centre[c*vectorLen:][:vectorLen], unit[c*n/k*vectorLen:])
	}
	of := make([]uint8, n)
	for range 12 {
		sum := make([]float32, k*vectorLen)
		for i := range n {
			u := unit[i*vectorLen:][:vectorLen]
			best, top := 0, float32(-2)
			for c := range k {
				if s := dot(u, centre[c*vectorLen:][:vectorLen]); s > top {
					best, top = c, s
				}
			}
			of[i] = uint8(best)
			axpy(sum[best*vectorLen:][:vectorLen], u, 1)
		}
		for c := range k {
			s := sum[c*vectorLen:][:vectorLen]
			if d := dot(s, s); d > 0 {
				clear(centre[c*vectorLen:][:vectorLen])
				axpy(centre[c*vectorLen:][:vectorLen], s, 1/float32(math.Sqrt(float64(d))))
			}
		}
	}
	out := make(map[uint64]uint8, n)
	for i, h := range keys {
		out[h] = of[i] + 1
	}
	return out
}
