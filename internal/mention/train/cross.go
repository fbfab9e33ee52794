package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"

	"github.com/newsfact/newsfact/internal/mention"
)

// cross learns as many models as there are parts, each from all documents but
// those of one part, and writes what each finds in those that it has not seen,
// in the form of the predictions that ../shared/eval/score_entities.py reads.
// The dev fold is too small to choose between mechanisms by.
func cross(w io.Writer, lessons []mention.Lesson, o mention.Options, parts int) error {
	part := make([]int, len(lessons)) // copies of a document in other cases follow it
	docs := 0
	for i, l := range lessons {
		part[i] = -1
		if l.Source != "" {
			if i == 0 || lessons[i-1].Source != l.Source {
				docs++
			}
			part[i] = docs % parts
		}
	}
	enc := json.NewEncoder(w)
	for p := range parts {
		var some []mention.Lesson
		for i, l := range lessons {
			if part[i] != p {
				some = append(some, l)
			}
		}
		model := mention.Learn(some, o)
		for i, l := range lessons {
			if part[i] != p || i > 0 && lessons[i-1].Source == l.Source {
				continue
			}
			found, err := mention.FindWith(model, l.Text)
			if err != nil {
				return err
			}
			if err := enc.Encode(predict(l, found)); err != nil {
				return err
			}
		}
		fmt.Fprintf(os.Stderr, "train: part %d of %d\n", p+1, parts)
	}
	return nil
}

// A prediction is what a line of the output holds for the scorer: each name as
// an entity of its own.
type prediction struct {
	Source   string   `json:"source"`
	Entities []bearer `json:"entities"`
}

type bearer struct {
	Kind     string   `json:"kind"`
	Mentions [1]place `json:"mentions"`
}

type place struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

func predict(l mention.Lesson, found []mention.Mention) prediction {
	out := prediction{Source: l.Source}
	for _, m := range found {
		if m.Level == mention.Name {
			p := place{int(l.Text.Tokens[m.First].Start), int(l.Text.Tokens[m.Last-1].End)}
			out.Entities = append(out.Entities, bearer{m.Kind.String(), [1]place{p}})
		}
	}
	return out
}
