package fact

import (
	"math"
	"strconv"
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// Rule names how the fact was found: by a verb, a noun, a noun that a light
// verb carries, an adjective, a phrase; or by what is made for its kind.
func (x *Fact) Rule() string {
	switch x.found.rule {
	case 'v':
		return "verb"
	case 'n':
		if x.found.light >= 0 {
			return "light"
		}
		return "noun"
	case 'a':
		return "adjective"
	case 'p':
		return "phrase"
	}
	return "own"
}

// Features returns what the confidence of the fact depends on: its kind, its
// rule, whether its core is whole, and whether it is said to have happened.
func (x *Fact) Features() []string {
	core, _ := x.Kind.Roles()
	missing := 0
	for _, r := range core {
		has := false
		for _, a := range x.Arguments {
			has = has || a.Role == r
		}
		if !has {
			missing++
		}
	}
	out := []string{"bias", "kind " + x.Kind.String(), "rule " + x.Rule(), "missing " + strconv.Itoa(min(missing, 2))}
	if x.Modality != Actual {
		out = append(out, "not actual")
	}
	if x.Negative {
		out = append(out, "negative")
	}
	return out
}

// confidence is the share of facts with these features that are right, by a
// logistic model. Its weights are in the lexicon, its fit in package fit.
func confidence(x *Fact) float64 {
	w := weights()
	z := 0.0
	for _, f := range x.Features() {
		z += w[f]
	}
	return math.Round(100/(1+math.Exp(-z))) / 100
}

var weights = sync.OnceValue(func() map[string]float64 {
	out := make(map[string]float64)
	for f, cols := range lexicon.FactConfidence().All() {
		w, err := strconv.ParseFloat(cols[0], 64)
		if err != nil {
			panic("fact: confidence: " + err.Error())
		}
		out[f] = w
	}
	return out
})
