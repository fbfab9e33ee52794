package mention

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

// TestKnown holds that of other languages the names of the lists come out, and
// no other word with a capital.
func TestKnown(t *testing.T) {
	t.Parallel()
	for text, want := range map[string][]string{
		"Kanzler Olaf Lindner traf am Montag in Berlin den Gast aus Kenia. Die Gespräche mit der NATO gehen weiter.": {"person Olaf Lindner", "place Berlin", "organization NATO"},
		"El presidente Pedro Vidal viajó el lunes a Bogotá con una delegación.":                                      {"person Pedro Vidal", "place Bogotá"},
		"Президент прибыл в город.":                                                                                  nil,
	} {
		x := syntax.Parse(token.New(text))
		var got []string
		for _, m := range Known(x) {
			got = append(got, m.Kind.String()+" "+x.S[x.Tokens[m.First].Start:x.Tokens[m.Last-1].End])
		}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", text, d)
		}
	}
}
