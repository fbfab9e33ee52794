// Train learns the model of package mention and writes its file:
//
//	go run ./internal/mention/train -data ../shared/data
//
// It learns from the training fold of the entities and of the treebank; the
// same command gives the same bytes.
package main

import (
	"flag"
	"fmt"
	"os"

	"github.com/newsfact/newsfact/internal/mention"
)

func main() {
	data := flag.String("data", "../shared/data", "the directory of entities and treebank")
	out := flag.String("o", "internal/mention/names.model", "where to write the model")
	o := mention.Options{}
	flag.IntVar(&o.Epochs, "epochs", 8, "epochs")
	flag.Float64Var(&o.Rate, "rate", 0.1, "the step")
	flag.Float64Var(&o.Decay, "decay", 1e-3, "pull of the weights to zero")
	flag.Float64Var(&o.Hide, "hide", 0.3, "share of runs that are learned without their letters")
	flag.IntVar(&o.Least, "least", 2, "how often a feature must be seen")
	every := flag.Int("cases", 1, "learn one document in so many in other cases, too")
	fold := flag.String("fold", "train", "the fold to learn from: train, or all to learn from dev, too")
	parts := flag.Int("cross", 0, "write no model, but what models of all parts but one find in that one, for the scorer")
	flag.Parse()
	lessons, err := read(*data, *fold, *every)
	if err == nil && *parts > 1 {
		err = cross(os.Stdout, lessons, o, *parts)
	} else if err == nil {
		err = os.WriteFile(*out, mention.Learn(lessons, o), 0o666)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}
