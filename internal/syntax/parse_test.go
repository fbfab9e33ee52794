package syntax

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/linear"
	"github.com/newsfact/newsfact/internal/token"
)

var trace = flag.String("tree", "", "a text file whose trees TestTrace prints")

// TestTrace prints the trees of a file: go test -run Trace -v -tree FILE.
func TestTrace(t *testing.T) {
	if *trace == "" {
		t.Skip("no -tree FILE")
	}
	b, err := os.ReadFile(*trace)
	if err != nil {
		t.Fatal(err)
	}
	x := Parse(token.New(string(b)))
	for k := range x.Sentences {
		fmt.Println(x.Dump(k))
	}
}

// laws checks what holds for the analysis of every text.
func laws(t *testing.T, s string) {
	t.Helper()
	x := Parse(token.New(s))
	if len(x.Words) != len(x.Tokens) {
		t.Fatalf("%d words for %d tokens", len(x.Words), len(x.Tokens))
	}
	for k, st := range x.Sentences {
		roots := 0
		depth := make([]int, st.Last-st.First) // 0 is not known
		for i := st.First; i < st.Last; i++ {
			w := x.Words[i]
			if w.Head < 0 {
				roots++
				if w.Rel != Root {
					t.Fatalf("sentence %d: the root %q is %v", k, x.Word(int(i)), w.Rel)
				}
			} else if w.Head < st.First || w.Head >= st.Last || w.Rel == Root {
				t.Fatalf("sentence %d: %q has the head %d by %v, outside [%d,%d) or a root", k, x.Word(int(i)), w.Head, w.Rel, st.First, st.Last)
			}
			if w.Tag == NoTag {
				t.Fatalf("sentence %d: %q has no tag", k, x.Word(int(i)))
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d of %q has %d roots", k, x.S[st.Start:min(st.End, st.Start+80)], roots)
		}
		for i := st.First; i < st.Last; i++ {
			steps := 0
			j := i
			for j >= 0 && depth[j-st.First] == 0 {
				if steps++; steps > len(depth) {
					t.Fatalf("sentence %d: a cycle through %q", k, x.Word(int(i)))
				}
				j = x.Words[j].Head
			}
			d := 1
			if j >= 0 {
				d = depth[j-st.First] + 1
			}
			for n, j := steps, i; n > 0; n, j = n-1, x.Words[j].Head {
				depth[j-st.First] = d + n - 1
			}
		}
	}
	// The queries answer on any tree.
	for i := range min(len(x.Words), 300) {
		x.RealSubject(i)
		x.Obliques(i)
		x.Governor(i)
		x.Conjuncts(i)
		x.Content(i)
		x.Reporters(i)
		x.Antecedent(i)
		x.Passive(i)
		x.Negated(i)
		x.Mood(i)
		x.Form(i)
		x.Lemma(i)
		x.Features(i)
		if first, last := x.Span(i); first > i || last <= i {
			t.Fatalf("Span(%d) is [%d,%d)", i, first, last)
		}
	}
	if tags := Tags(x.Text); len(tags) != len(x.Tokens) {
		t.Fatalf("%d tags for %d tokens", len(tags), len(x.Tokens))
	}
}

const story = "President Ilham Aliyev met Turkey's foreign minister, Hakan Fidan, in Baku on July 19, 2025. " +
	"“We can't wait any longer,” he said after the talks, which were not open to the press.\n\n" +
	"Three men who had been arrested by police in Kyiv were released, the ministry announced, and asked to leave."

var hostile = map[string]string{
	"empty":          "",
	"space":          " \n\n\t",
	"story":          story,
	"capitals":       strings.ToUpper(story),
	"lower case":     strings.ToLower(story),
	"no marks":       strings.NewReplacer(",", "", ".", "", "“", "", "”", "").Replace(story),
	"Ukrainian":      "Президент прибув до Києва. Він зустрівся з послами, а потім поїхав.",
	"Arabic":         "وصل الرئيس إلى باكو. التقى الوزير.",
	"Chinese":        "总统抵达巴库。他会见了部长。",
	"control":        "a\x00b\x01 c\x7f\ufffd\u200b.\x1b[31m",
	"not UTF-8":      "\xff\xfe\xfd said \xc3 \xe2\x80",
	"only marks":     strings.Repeat("?! , ; ” ", 200),
	"only numbers":   strings.Repeat("12,345 ", 500),
	"long sentence":  strings.Repeat("and the ship sank ", 25000),
	"long token":     strings.Repeat("a", 1<<20),
	"long token two": "He said " + strings.Repeat("é", 1<<19) + " was.",
	"quotes":         strings.Repeat("“\"'", 2000),
}

func TestLaws(t *testing.T) {
	t.Parallel()
	for name, s := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			laws(t, s)
		})
	}
}

// TestLinear holds a sentence of ten times the length to about ten times the
// time.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("times long texts")
	}
	for _, p := range []string{"and the ship sank ", "a ", ", ", "1,1 ", "xyzzy-"} {
		linear.Check(t, p, 1000, func(n int) func() {
			s := token.New(strings.Repeat(p, n))
			return func() { Parse(s) }
		})
	}
}

// TestParse holds some easy sentences, which any retrained model must get
// right, too.
func TestParse(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, pred, subject, object, tags string }{
		{"Aliyev met Putin in Moscow.", "met", "Aliyev", "Putin", "NNP VBD NNP IN NNP ."},
		{"The ministry said the minister left.", "left", "minister", "", "DT NN VBD DT NN VBD ."},
		{"She did not sign the agreement.", "sign", "She", "agreement", "PRP VBD RB VB DT NN ."},
		{"Police arrested three men on Monday.", "arrested", "Police", "men", "NNS VBD CD NNS IN NNP ."},
	} {
		x := Parse(token.New(c.text))
		var tags []string
		for _, w := range x.Words {
			tags = append(tags, w.Tag.String())
		}
		if got := strings.Join(tags, " "); got != c.tags {
			t.Errorf("%q: tags %s, want %s", c.text, got, c.tags)
		}
		i := at(t, x, c.pred)
		if s, o := word(x, x.Subject(i)), word(x, x.Object(i)); s != c.subject || o != c.object {
			t.Errorf("%q: subject %q, object %q of %s, want %q and %q\n%s", c.text, s, o, c.pred, c.subject, c.object, x.Dump(0))
		}
	}
}

func TestLemma(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, lemmas string }{
		{"The men were leaving.", "the man be leave ."},
		{"She said they've gone to bigger cities.", "she say they have go to big city ."},
		{"He isn't making promises.", "he be not make promise ."},
	} {
		x := Parse(token.New(c.text))
		var got []string
		for i := range x.Words {
			got = append(got, x.Lemma(i))
		}
		if g := strings.Join(got, " "); g != c.lemmas {
			t.Errorf("%q: lemmas %s, want %s", c.text, g, c.lemmas)
		}
	}
}

// TestConcurrent runs the shared model in many goroutines; with -race it is
// the race test.
func TestConcurrent(t *testing.T) {
	t.Parallel()
	want := Parse(token.New(story)).Dump(0)
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			for range 20 {
				if got := Parse(token.New(story)).Dump(0); got != want {
					t.Fatalf("two runs differ:\n%s\n%s", got, want)
				}
			}
		})
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range hostile {
		if len(s) < 1000 {
			f.Add(s)
		}
	}
	f.Fuzz(laws)
}

func BenchmarkParse(b *testing.B) {
	t := token.New(strings.Repeat(story+"\n\n", 50))
	Parse(t)
	b.SetBytes(int64(len(t.S)))
	b.ReportAllocs()
	for b.Loop() {
		Parse(t)
	}
	b.ReportMetric(float64(len(t.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkTags(b *testing.B) {
	t := token.New(strings.Repeat(story+"\n\n", 50))
	b.SetBytes(int64(len(t.S)))
	b.ReportAllocs()
	for b.Loop() {
		Tags(t)
	}
	b.ReportMetric(float64(len(t.Tokens))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}
