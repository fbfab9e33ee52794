package entity

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

var trainFile = flag.String("train", "", "where to write the weights for pronouns that are trained on -gold; model/README.md has the command")

// A lesson is a pronoun with its candidates; those in right are right.
type lesson struct {
	class int
	cands []candidate
	right []bool
}

// TestTrain trains the ranker of pronouns.
func TestTrain(t *testing.T) {
	if *trainFile == "" {
		t.Skip("no -train")
	}
	ls := lessons(t, "train")
	w := train(ls)
	for _, fold := range []string{"train", "dev"} {
		for class := range numClasses {
			right, all := accuracy(w, lessons(t, fold), class)
			t.Logf("%s class %d: %d of %d", fold, class, right, all)
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "# Weights of the features for pronouns: he and she, it, they. README.md says how they were trained.\n")
	for f := range w {
		fmt.Fprintf(&b, "%d", f)
		for _, v := range w[f] {
			fmt.Fprintf(&b, " %.3f", v)
		}
		b.WriteByte('\n')
	}
	if err := os.WriteFile(*trainFile, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
}

// lessons are the pronouns of a fold of the annotated corpus, each as the walk
// meets it when all before were linked rightly.
func lessons(t *testing.T, fold string) []lesson {
	f, err := os.Open(filepath.Join(*goldDir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	var out []lesson
	for in.Scan() {
		var g goldText
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		if g.Fold == fold && g.Corpus == "gum" {
			out = append(out, g.lessons(t)...)
		}
	}
	return out
}

type goldText struct {
	Source, Fold, Corpus string
	Mentions             []struct {
		Start, End   int
		Kind, Entity string
	}
	Pronouns []struct {
		Start  int
		Entity string
	}
}

// read parses a gold text and returns it with its gold names, and the
// descriptions and pronouns that are found.
func (g *goldText) read(t *testing.T) (*syntax.Text, []mention.Mention) {
	b, err := os.ReadFile(filepath.Join(*goldDir, g.Source))
	if err != nil {
		t.Fatal(err)
	}
	tree := syntax.Parse(token.New(string(b)))
	var names []mention.Mention
	for _, m := range g.Mentions {
		names = append(names, nameAt(tree, m.Start, m.End, kindNamed(m.Kind)))
	}
	return tree, complete(tree, names)
}

func (g *goldText) lessons(t *testing.T) (out []lesson) {
	tree, ms := g.read(t)
	l := newLinker(tree, ms, speech.Find(tree, ms))
	l.names()
	l.profiles()
	entity := make(map[int32]string) // of the bearers of names
	for k, m := range l.Mentions {
		for _, n := range g.Mentions {
			if l.formOf[k] >= 0 && int(tree.Tokens[m.First].Start) == n.Start {
				entity[l.of[k]] = n.Entity
			}
		}
	}
	answers := make(map[int]string)
	for _, p := range g.Pronouns {
		answers[p.Start] = p.Entity
	}
	l.teach = func(p pronoun, cs []candidate) int {
		want, some := answers[int(tree.Tokens[p.i].Start)]
		x := lesson{class: p.class(), right: make([]bool, len(cs))}
		x.cands = append(x.cands, cs...)
		choice := -1
		for c := range cs {
			r := cs[c].r
			x.right[c] = some && r >= 0 && entity[r] == want || !some && (r < 0 || !l.refs[r].named || l.refs[r].kind == mention.Place && p.class() != heShe)
			if x.right[c] && choice < 0 {
				choice = c
			}
		}
		if choice < 0 {
			return 0 // out of reach: nothing to learn
		}
		out = append(out, x)
		if !some && len(cs) > 1 && p.class() == heShe {
			for c := range cs { // the latest without a name
				if x.right[c] && cs[c].r >= 0 && (choice == 0 || l.refs[cs[c].r].last > l.refs[cs[choice].r].last) {
					choice = c
				}
			}
		}
		return choice
	}
	l.walk()
	return out
}

// train fits the weights: the likelihood of the right candidates together,
// by gradient ascent over the lessons in a fixed shuffled order.
func train(ls []lesson) *[numFeatures][numClasses]float64 {
	var w [numFeatures][numClasses]float64
	rnd := rand.New(rand.NewPCG(1, 2))
	for epoch := range 60 {
		rate := 0.1 / (1 + float64(epoch)/10)
		for _, n := range rnd.Perm(len(ls)) {
			x := &ls[n]
			p := make([]float64, len(x.cands))
			top := math.Inf(-1)
			for c := range p {
				p[c] = x.cands[c].score(&w, x.class)
				top = max(top, p[c])
			}
			all, good := 0.0, 0.0
			for c := range p {
				p[c] = math.Exp(p[c] - top)
				all += p[c]
				if x.right[c] {
					good += p[c]
				}
			}
			for c := range p {
				d := -p[c] / all
				if x.right[c] {
					d += p[c] / good
				}
				for _, f := range x.cands[c].feats[:x.cands[c].n] {
					w[f][x.class] += rate * d
				}
			}
			for f := range w {
				w[f][x.class] *= 1 - rate*0.002
			}
		}
	}
	return &w
}

func accuracy(w *[numFeatures][numClasses]float64, ls []lesson, class int) (right, all int) {
	for _, x := range ls {
		if x.class != class {
			continue
		}
		best := 0
		for c := range x.cands {
			if x.cands[c].score(w, class) > x.cands[best].score(w, class) {
				best = c
			}
		}
		all++
		if x.right[best] {
			right++
		}
	}
	return
}
