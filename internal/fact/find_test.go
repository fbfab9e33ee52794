package fact

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsfact/newsfact/internal/entity"
	"github.com/newsfact/newsfact/internal/linear"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/timex"
	"github.com/newsfact/newsfact/internal/token"
)

// FuzzFind checks that any text gives facts whose spans are in the text, whose
// order is that of their triggers, and which a second run gives again.
func FuzzFind(f *testing.F) {
	b, err := os.ReadFile("testdata/frames.txt")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(b)) {
		f.Add(line)
	}
	f.Add("\xff said \xfe")
	f.Add("He met met met, and, and (by with the of.")
	f.Fuzz(func(t *testing.T, s string) {
		text, facts := find(s)
		last := int32(-1)
		for _, x := range facts {
			if x.Trigger.First < last {
				t.Errorf("%q: a trigger at %d after one at %d", s, x.Trigger.First, last)
			}
			last = x.Trigger.First
			if x.Confidence <= 0 || x.Confidence > 1 {
				t.Errorf("%q: confidence %v", s, x.Confidence)
			}
			if int(x.Sentence) >= len(text.Sentences) || int(x.Sentence) != text.SentenceOf(int(x.Trigger.First)) {
				t.Errorf("%q: trigger %v is not in sentence %d", s, x.Trigger, x.Sentence)
			}
			for _, a := range append([]Argument{{Span: x.Trigger, Entity: -1}}, x.Arguments...) {
				if a.First < 0 || a.Last <= a.First || int(a.Last) > len(text.Tokens) || int(a.Entity) >= len(text.Entities) {
					t.Errorf("%q: %s has %v", s, x.Kind, a)
				}
			}
		}
		if _, again := find(s); !cmp.Equal(facts, again, cmp.AllowUnexported(Fact{}, found{})) {
			t.Errorf("%q: two runs differ", s)
		}
	})
}

// sample is a text of some length in which most frames have a part.
func sample(tb testing.TB, times int) *entity.Text {
	tb.Helper()
	b, err := os.ReadFile("testdata/frames.txt")
	if err != nil {
		tb.Fatal(err)
	}
	var s strings.Builder
	for line := range strings.Lines(string(b)) {
		if line[0] != '#' && line[0] != '\n' {
			for part := range strings.SplitSeq(line, "[") {
				words, rest, _ := strings.Cut(part, "|")
				_, after, ok := strings.Cut(rest, "]")
				if !ok {
					after = rest
				}
				s.WriteString(words + after)
			}
		}
	}
	tree := syntax.Parse(token.New(strings.Repeat(s.String(), times)))
	ms := mention.Find(tree)
	return entity.Link(tree, ms, speech.Find(tree, ms))
}

// TestLinear holds the time to the length of the text.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	linear.Check(t, "the sample", 4, func(n int) func() {
		text := sample(t, n)
		return func() { Find(text, nil) }
	})
}

func BenchmarkFind(b *testing.B) {
	text := sample(b, 10)
	dates := timex.Find(text.Text.Text, timex.Ref{})
	b.SetBytes(int64(len(text.S)))
	b.ReportAllocs()
	for b.Loop() {
		Find(text, dates)
	}
	b.ReportMetric(float64(len(text.Tokens)*b.N)/b.Elapsed().Seconds(), "words/s")
}
