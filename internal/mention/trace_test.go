package mention

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

var trace = flag.String("text", "", "print the mentions of this file")

// TestTrace prints mentions for developers: go test ./internal/mention -run Trace
// -text FILE. A flag of the name trace would be the go command's own, which
// writes to its file.
func TestTrace(t *testing.T) {
	if *trace == "" {
		t.Skip("no -text FILE")
	}
	b, err := os.ReadFile(*trace)
	if err != nil {
		t.Fatal(err)
	}
	x := syntax.Parse(token.New(string(b)))
	for _, m := range Find(x) {
		fmt.Printf("%6d %-8s %-13s %s\n", x.Tokens[m.First].Start, m.Level, m.Kind, x.S[x.Tokens[m.First].Start:x.Tokens[m.Last-1].End])
	}
}
