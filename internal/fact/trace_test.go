package fact

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/entity"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/timex"
	"github.com/newsfact/newsfact/internal/token"
)

var trace = flag.String("sentences", "", "print the trees and facts of this file")

// find runs the pipeline up to facts.
func find(s string) (*entity.Text, []Fact) {
	t := token.New(s)
	tree := syntax.Parse(t)
	ms := mention.Find(tree)
	linked := entity.Link(tree, ms, speech.Find(tree, ms))
	return linked, Find(linked, timex.Find(t, timex.Ref{}))
}

// show writes a fact on one line.
func show(t *entity.Text, x Fact) string {
	text := func(s Span) string { return t.S[t.Tokens[s.First].Start:t.Tokens[s.Last-1].End] }
	var b strings.Builder
	fmt.Fprintf(&b, "%s %q", x.Kind, text(x.Trigger))
	for _, a := range x.Arguments {
		fmt.Fprintf(&b, " %s=%q", a.Role, text(a.Span))
	}
	if x.Attribution != nil {
		fmt.Fprintf(&b, " by=%q", text(x.Attribution.Span))
	}
	return b.String()
}

func TestTrace(t *testing.T) {
	if *trace == "" {
		t.Skip("no -sentences file")
	}
	b, err := os.ReadFile(*trace)
	if err != nil {
		t.Fatal(err)
	}
	text, facts := find(string(b))
	for k := range text.Sentences {
		t.Log("\n" + text.Dump(k))
	}
	for _, x := range facts {
		t.Log(show(text, x))
	}
}
