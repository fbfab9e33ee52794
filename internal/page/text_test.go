package page

import (
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
)

func TestReadText(t *testing.T) {
	t.Parallel()
	type line struct {
		Text   string
		Breaks int32
	}
	for _, c := range []struct {
		name, in string
		want     []line
	}{
		{"empty", "", nil},
		{"only white space", " \t\r\n\u00a0\u3000\n", nil},
		{"no line end at the end", "a b\nc", []line{{"a b", 0}, {"c", 0}}},
		{"blank lines are counted", "\n\na\n\n \nb\n", []line{{"a", 2}, {"b", 2}}},
		{"CR LF is one end", "a\r\nb\r\n\r\nc", []line{{"a", 0}, {"b", 0}, {"c", 1}}},
		{"CR alone", "a\rb", []line{{"a", 0}, {"b", 0}}},
		{"separators of Unicode", "a\u2028b\u2029c\u0085d\fe\vf", []line{{"a", 0}, {"b", 0}, {"c", 0}, {"d", 0}, {"e", 0}, {"f", 0}}},
		{"other marks of the same block", "a\u2026 \u201cb\u201d \u00e0", []line{{"a\u2026 \u201cb\u201d \u00e0", 0}}},
		{"white space collapses", " a  b\t c\u00a0d ", []line{{"a b c d", 0}}},
		{"single spaces, 8 bytes at a time", "a port was shut  by a storm", []line{{"a port was shut by a storm", 0}}},
		{"a space at the end of 8 bytes", "harbour of the  town. \nits end ", []line{{"harbour of the town.", 0}, {"its end", 0}}},
		{"zero-width characters stay", "Ba\u200bku\u00ad", []line{{"Ba\u200bku\u00ad", 0}}},
		{"NUL stays", "a\x00b", []line{{"a\x00b", 0}}},
		{"no UTF-8", "\xff\xfe  \x80", []line{{"\xff\xfe \x80", 0}}},
		{"combining marks", "e\u0301te\u0301 हिन्दी", []line{{"e\u0301te\u0301 हिन्दी", 0}}},
		{"digits", "1,000 km²", []line{{"1,000 km²", 0}}},
	} {
		var got []line
		for _, b := range ReadText(c.in).Blocks {
			got = append(got, line{b.Text, b.Breaks})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// checkText holds what is true of the blocks of any text: they lie in order,
// touch no line end, and no byte outside them is anything but white space.
func checkText(t *testing.T, in string) {
	t.Helper()
	at := 0
	gap := func(s string) {
		if strings.TrimFunc(s, unicode.IsSpace) != "" {
			t.Fatalf("%q: lost %q", in, s)
		}
	}
	for _, b := range ReadText(in).Blocks {
		if b.Start < at || b.End <= b.Start || b.End > len(in) {
			t.Fatalf("%q: span [%d:%d] after %d", in, b.Start, b.End, at)
		}
		gap(in[at:b.Start])
		if got := strings.Join(strings.Fields(in[b.Start:b.End]), " "); got != b.Text {
			t.Fatalf("%q: text %q of span %q", in, b.Text, in[b.Start:b.End])
		}
		at = b.End
	}
	gap(in[at:])
}

func FuzzReadText(f *testing.F) {
	f.Add("a  b\r\n\u2028c\u0085\xff\x00 \n\n d")
	f.Add("\ufeffTitle\n\u200b\nBody \u00a0text.\f")
	f.Fuzz(checkText)
}

func TestReadTextLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("50 MB")
	}
	t.Parallel()
	for _, in := range []string{strings.Repeat("word ", 10<<20), strings.Repeat("w\n", 5<<20)} {
		n := 0
		for _, b := range ReadText(in).Blocks {
			n += strings.Count(b.Text, "w")
		}
		if want := strings.Count(in, "w"); n != want {
			t.Errorf("%d words, want %d", n, want)
		}
	}
}

func BenchmarkReadText(b *testing.B) {
	in := strings.Repeat("Share\nBAKU, July 21 — The ministers met on Monday, officials said, and “agreed” to meet again.\n\n", 1000)
	b.SetBytes(int64(len(in)))
	b.ReportAllocs()
	for b.Loop() {
		ReadText(in)
	}
}
