package chrome

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/newsfact/newsfact/internal/golden"
	"github.com/newsfact/newsfact/internal/linear"
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

func judgeSource(s string) (*page.Page, *Verdict) {
	p := page.ReadText(s)
	return p, Judge(p, &meta.Fields{})
}

// format writes a verdict as people read it: "[kind] text" for what stays,
// "reason: text" or "metadata/field: text" for what does not.
func format(v *Verdict) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s", v.PageKind)
	if v.Truncated {
		b.WriteString(", truncated")
	}
	b.WriteString("\n")
	for _, p := range v.Parts {
		switch {
		case p.Kind != "" && p.Field != "":
			fmt.Fprintf(&b, "[%s/%s] %s\n", p.Kind, p.Field, p.Text)
		case p.Kind != "":
			fmt.Fprintf(&b, "[%s] %s\n", p.Kind, p.Text)
		case p.Field != "":
			fmt.Fprintf(&b, "%s/%s: %s\n", p.Reason, p.Field, p.Text)
		default:
			fmt.Fprintf(&b, "%s: %s\n", p.Reason, p.Text)
		}
	}
	return b.String()
}

func TestText(t *testing.T) {
	golden.Run(t, "testdata/text/*.txtar", func(t *testing.T, c *golden.Case) {
		in, ok := c.File("input.txt")
		if !ok {
			t.Fatal("no section input.txt")
		}
		checkParts(t, in)
		_, v := judgeSource(in)
		c.Check(t, "want", format(v))
	})
}

// checkParts holds what is true of the verdict on any text: the parts lie in
// order inside their blocks, each has a kind or a reason of the contract, and
// what is outside of them is white space.
func checkParts(t *testing.T, in string) {
	t.Helper()
	p, v := judgeSource(in)
	at := 0
	gap := func(s string) {
		if strings.TrimFunc(s, unicode.IsSpace) != "" {
			t.Fatalf("%q: lost %q", in, s)
		}
	}
	for _, q := range v.Parts {
		b := p.Blocks[q.Block]
		if q.Start < at || q.End <= q.Start || q.Start < b.Start || q.End > b.End {
			t.Fatalf("%q: part [%d:%d] after %d, in block [%d:%d]", in, q.Start, q.End, at, b.Start, b.End)
		}
		gap(in[at:q.Start])
		at = q.End
		if got := strings.Join(strings.Fields(in[q.Start:q.End]), " "); got != q.Text {
			t.Fatalf("%q: text %q of span %q", in, q.Text, in[q.Start:q.End])
		}
		if (q.Kind == "") == (q.Reason == "") {
			t.Fatalf("%q: part %+v has both a kind and a reason, or neither", in, q)
		}
		if _, ok := reasonOf()[q.Reason]; !ok && q.Kind == "" {
			t.Fatalf("%q: reason %q is not the contract's", in, q.Reason)
		}
	}
	gap(in[at:])
}

func FuzzText(f *testing.F) {
	f.Add("Title\r\n21 July 15133 10 minutes\n\u2028Body text of a line, it is said, that goes on. 12 views\n\n\xff\x00\nBy Jane Roe")
	f.Add("8394 visitors online\nWhy?\nBecause it is so that the  text\u00a0goes \u200b on. Photo: Reuters\nshow details")
	f.Fuzz(func(t *testing.T, in string) {
		if len(in) > 1<<16 {
			t.Skip()
		}
		checkParts(t, in)
		_, a := judgeSource(in)
		_, b := judgeSource(in)
		if diff := cmp.Diff(a, b); diff != "" {
			t.Fatalf("two runs differ: %s", diff)
		}
	})
}

// article is one of the golden inputs, for tests of size and speed.
func article(t testing.TB) string {
	t.Helper()
	b, err := os.ReadFile("testdata/text/menus_and_footer.txtar")
	if err != nil {
		t.Fatal(err)
	}
	in, _ := golden.Parse(b).File("input.txt")
	return in
}

// TestTextLinear holds that ten times the text takes about ten times as long,
// whatever it is made of.
func TestTextLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for name, in := range map[string]string{
		"an article":        article(t),
		"one word a line":   strings.Repeat("word\n", 600),
		"one line":          strings.Repeat("The port was closed. ", 200),
		"a date a line":     strings.Repeat("21 July 15133 10 minutes\n", 100),
		"credits at an end": strings.Repeat("A port, it is said, at dawn. Photo: Agency ", 50),
		"dashes":            strings.Repeat("a − Advertisement − b ", 100),
		"brackets":          strings.Repeat("(", 3000) + strings.Repeat(")", 3000),
		"distinct words":    distinctWords(1500),
	} {
		linear.Check(t, name, 2, func(n int) func() {
			s := strings.Repeat(in, n)
			return func() { judgeSource(s) }
		})
	}
}

func distinctWords(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "w%dx ", i)
		if i%12 == 0 {
			b.WriteByte('\n')
		}
	}
	return b.String()
}

func TestTextTooLong(t *testing.T) {
	t.Parallel()
	in := strings.Repeat("word\n", maxTextLines+1)
	p, v := judgeSource(in)
	if v.PageKind != "other" || len(v.Parts) != len(p.Blocks) {
		t.Errorf("%d lines: %s with %d parts, want other with a part for each", len(p.Blocks), v.PageKind, len(v.Parts))
	}
}

func TestTextEmpty(t *testing.T) {
	t.Parallel()
	for _, in := range []string{"", "\n \t\n", "\u00a0"} {
		if _, v := judgeSource(in); v.PageKind != "other" || len(v.Parts) > 0 {
			t.Errorf("%q: %+v, want other without parts", in, v)
		}
	}
}

func BenchmarkText(b *testing.B) {
	in := article(b)
	for _, n := range []int{1, 10, 100} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := strings.Repeat(in, n)
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				judgeSource(s)
			}
		})
	}
}
