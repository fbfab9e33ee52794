package mention

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsfact/newsfact/internal/linear"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

// marked writes the mentions of a level into the text: "[Jan Holm]person left".
func marked(text string, level Level) string {
	x := syntax.Parse(token.New(text))
	var b strings.Builder
	at := 0
	for _, m := range Find(x) {
		start, end := int(x.Tokens[m.First].Start), int(x.Tokens[m.Last-1].End)
		if m.Level != level || start < at {
			continue
		}
		b.WriteString(text[at:start] + "[" + text[start:end] + "]" + m.Kind.String())
		at = end
	}
	return b.String() + text[at:]
}

// unmarked takes the marks out again.
func unmarked(s string) string {
	var b strings.Builder
	for s != "" {
		before, rest, ok := strings.Cut(s, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		name, after, _ := strings.Cut(rest, "]")
		b.WriteString(name)
		s = after
		for n := len(kinds) - 1; n > 0; n-- {
			if a, ok := strings.CutPrefix(after, kinds[n]); ok {
				s = a
				break
			}
		}
	}
	return b.String()
}

// TestCases holds the one-line cases of testdata: a line is a text with its
// mentions marked in it.
func TestCases(t *testing.T) {
	t.Parallel()
	for file, level := range map[string]Level{"names.txt": Name, "nominals.txt": Nominal, "pronouns.txt": Pronoun} {
		b, err := os.ReadFile("testdata/" + file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(b)) {
			want := strings.TrimSuffix(line, "\n")
			if want == "" || want[0] == '#' {
				continue
			}
			if d := cmp.Diff(want, marked(unmarked(want), level)); d != "" {
				t.Errorf("%s: -want +got\n%s", file, d)
			}
		}
	}
}

// check holds what must be true of the mentions of any text.
func check(t *testing.T, x *syntax.Text, ms []Mention) {
	t.Helper()
	for i, m := range ms {
		if m.First < 0 || m.First >= m.Last || int(m.Last) > len(x.Tokens) || m.Head < m.First || m.Head >= m.Last {
			t.Fatalf("mention %d is out of bounds: %+v of %d tokens", i, m, len(x.Tokens))
		}
		if i > 0 && (m.First < ms[i-1].First || m.First == ms[i-1].First && m.Last > ms[i-1].Last) {
			t.Fatalf("mention %d stands out of order", i)
		}
		if m.Level == Name && m.Kind == None {
			t.Fatalf("the name %d has no kind", i)
		}
	}
	last := int32(0) // names do not overlap
	for i, m := range ms {
		if m.Level == Name {
			if m.First < last {
				t.Fatalf("name %d overlaps the one before", i)
			}
			last = m.Last
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"Jan Holm met Ms. O'Neill of the Bank of Norway.", "A. B. C. D.", "of of The of", "ΑΒΓ Володимир 東京", "\xff\x00 Al-",
		"NATO (North Atlantic Treaty Organization) (NATO)", "the 63-year-old - - old"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		x := syntax.Parse(token.New(s))
		ms := Find(x)
		check(t, x, ms)
		if d := cmp.Diff(ms, Find(x)); d != "" {
			t.Fatalf("a second look differs:\n%s", d)
		}
		check(t, x, Known(x))
	})
}

// TestLinear holds the time of hostile texts to be linear: ten times the text,
// at most about ten times the work.
func TestLinear(t *testing.T) {
	for name, unit := range map[string]string{
		"capitals":    "Ab ",
		"letters":     "A ",
		"names of":    "Bank of the ",
		"acronyms":    "(AB) Ab Bb ",
		"particles":   "van der ",
		"all in one":  "Jan-",
		"nominals":    "minister's ",
		"new lines":   "Holm\n",
		"other marks": "« \" ( ",
	} {
		linear.Check(t, name, 1000, func(n int) func() {
			x := syntax.Parse(token.New(strings.Repeat(unit, n)))
			return func() { check(t, x, Find(x)) }
		})
	}
}

func BenchmarkFind(b *testing.B) {
	text := strings.Repeat("Foreign Minister Jan Holm met the president of Kenya, William Ruto, in Nairobi on Monday, the ministry said. "+
		"He had talks with officials of the World Bank, which lends the country money, and left for Addis Ababa. "+
		"The prices of bread and fuel rose again last month, while wages stayed where they had been a year ago.\n\n", 50)
	x := syntax.Parse(token.New(text))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(x)
	}
}
