// Fit fits the confidence of facts on annotated articles:
//
//	go run ./internal/fact/fit DATA_DIR > internal/lexicon/data/frames/classes/confidence.txt
//
// DATA_DIR holds gold.jsonl and the texts, as the data of the facts area do. A
// fact is right if a gold fact of its kind has its trigger or, in the same
// sentence, one of its arguments. It is a logistic regression with a penalty
// on the squares of the weights; what it is off by on articles that it has not
// seen (leave one out, ten bins) goes to standard error.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sort"

	"github.com/newsfact/newsfact/internal/entity"
	"github.com/newsfact/newsfact/internal/fact"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/timex"
	"github.com/newsfact/newsfact/internal/token"
)

const (
	penalty = 1.0
	rounds  = 3000
	rate    = 0.5
)

type span struct{ Start, End int }

func (s span) meets(t span) bool { return s.Start < t.End && t.Start < s.End }

// doc is an annotated article.
type doc struct {
	Source    string
	Sentences [][2]int
	Skip      [][2]int
	Facts     []struct {
		Kind      string
		Alt       []string
		Optional  bool
		Trigger   span
		Arguments []span
	}
}

// example is a fact with the answer.
type example struct {
	doc      int
	features []string
	right    bool
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: fit DATA_DIR")
	}
	es, err := examples(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var p []float64
	for d := range es[len(es)-1].doc + 1 {
		w := fit(es, d)
		for _, e := range es {
			if e.doc == d {
				p = append(p, predict(w, e.features))
			}
		}
	}
	log.Printf("%d facts; calibration error %.3f on articles not seen", len(es), off(p, es))
	print(os.Stdout, fit(es, -1), len(es))
}

func print(w io.Writer, weights map[string]float64, n int) {
	fmt.Fprintf(w, `# The logistic model of the confidence of facts, by go run ./internal/fact/fit on %d facts of the development data.
# Columns: the feature (see Fact.Features); its weight.
# Written by that command, 2026-11; no licence attached.
`, n)
	keys := make([]string, 0, len(weights))
	for k := range weights {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(w, "%s\t%.2f\n", k, weights[k])
	}
}

// examples finds the facts of the articles and whether they are right; those
// that the gold leaves open are left out.
func examples(dir string) ([]example, error) {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []example
	for d, r := 0, bufio.NewReaderSize(f, 1<<20); ; d++ {
		line, err := r.ReadBytes('\n')
		if len(line) == 0 && err != nil {
			return out, nil
		}
		var g doc
		if err := json.Unmarshal(line, &g); err != nil {
			return nil, err
		}
		b, err := os.ReadFile(filepath.Join(dir, g.Source))
		if err != nil {
			return nil, err
		}
		t := token.New(string(b))
		tree := syntax.Parse(t)
		ms := mention.Find(tree)
		linked := entity.Link(tree, ms, speech.Find(tree, ms))
		for _, x := range fact.Find(linked, timex.Find(t, timex.Ref{})) {
			if right, open := judge(&g, t, &x); !open {
				out = append(out, example{d, x.Features(), right})
			}
		}
	}
}

func judge(g *doc, t *token.Text, x *fact.Fact) (right, open bool) {
	at := func(s fact.Span) span { return span{int(t.Tokens[s.First].Start), int(t.Tokens[s.Last-1].End)} }
	trigger := at(x.Trigger)
	for _, s := range g.Skip {
		open = open || trigger.meets(span{s[0], s[1]})
	}
	sentence := func(s span) int {
		return sort.Search(len(g.Sentences), func(k int) bool { return g.Sentences[k][0] > s.Start })
	}
	for _, y := range g.Facts {
		if y.Kind != x.Kind.String() && !slices.Contains(y.Alt, x.Kind.String()) {
			continue
		}
		hit := trigger.meets(y.Trigger)
		for _, a := range x.Arguments {
			for _, b := range y.Arguments {
				hit = hit || sentence(trigger) == sentence(y.Trigger) && at(a.Span).meets(b)
			}
		}
		if hit && y.Optional {
			open = true
		} else if hit {
			right = true
		}
	}
	return right, open && !right
}

// fit fits the weights on all documents but one.
func fit(es []example, without int) map[string]float64 {
	w := make(map[string]float64)
	grad := make(map[string]float64)
	n := 0.0
	for _, e := range es {
		for _, f := range e.features {
			w[f] = 0
		}
		n++
	}
	for range rounds {
		clear(grad)
		for _, e := range es {
			if e.doc == without {
				continue
			}
			y := 0.0
			if e.right {
				y = 1
			}
			for _, f := range e.features {
				grad[f] += y - predict(w, e.features)
			}
		}
		for f := range w {
			g := grad[f]
			if f != "bias" {
				g -= penalty * w[f]
			}
			w[f] += rate * g / math.Sqrt(n)
		}
	}
	return w
}

func predict(w map[string]float64, features []string) float64 {
	z := 0.0
	for _, f := range features {
		z += w[f]
	}
	return 1 / (1 + math.Exp(-z))
}

// off is the calibration error in ten bins.
func off(p []float64, es []example) float64 {
	var sum [10]float64
	for i, x := range p {
		y := 0.0
		if es[i].right {
			y = 1
		}
		sum[min(9, int(10*x))] += x - y
	}
	total := 0.0
	for _, s := range sum {
		total += math.Abs(s)
	}
	return total / float64(len(p))
}
