package stamp

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
)

// TestFind reads testdata/lines.txt.
func TestFind(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for i, l := range strings.Split(strings.TrimSuffix(string(b), "\n"), "\n") {
		if strings.HasPrefix(l, "#") {
			continue
		}
		hint, marked, ok := strings.Cut(l, "\t")
		if !ok {
			t.Fatalf("line %d: no tab", i+1)
		}
		n++
		text, want := unmark(marked)
		if got := describe(text, Find(text, hints(hint))); got != want {
			t.Errorf("line %d: %q\n got %s\nwant %s", i+1, text, got, want)
		}
	}
	if n < 100 {
		t.Errorf("%d cases only", n)
	}
}

func hints(s string) Hints {
	lang, order, _ := strings.Cut(s, "-")
	return Hints{Lang: lang, Order: map[string]Order{"MDY": MDY, "DMY": DMY, "YMD": YMD}[order]}
}

// unmark takes the answers out of a line: it returns the bare text and one
// "text => answer" for each.
func unmark(s string) (text string, want string) {
	var b, w strings.Builder
	for {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			b.WriteString(s)
			return b.String(), w.String()
		}
		end := open + strings.IndexByte(s[open:], ']')
		b.WriteString(s[:open])
		span, answer, _ := strings.Cut(s[open+1:end], "=> ")
		span = strings.TrimSuffix(span, " ")
		b.WriteString(span)
		fmt.Fprintf(&w, "[%s => %s]", span, answer)
		s = s[end+1:]
	}
}

func describe(text string, fs []Found) string {
	var b strings.Builder
	for _, f := range fs {
		span := text[f.Start:f.End]
		switch f.Kind {
		case Relative:
			fmt.Fprintf(&b, "[ => rel%d%c]", f.N, f.Unit)
			continue
		case Copyright:
			fmt.Fprintf(&b, "[ => c%s]", f.Value)
			continue
		}
		fmt.Fprintf(&b, "[%s => %s", span, f.Value)
		switch f.Label {
		case Published:
			b.WriteString(" pub")
		case Modified:
			b.WriteString(" mod")
		case Other:
			b.WriteString(" other")
		}
		if f.Alt != "" {
			b.WriteString(" alt=" + f.Alt)
		}
		if f.Conflict {
			b.WriteString(" !weekday")
		}
		b.WriteString("]")
	}
	return b.String()
}

func TestWeekday(t *testing.T) {
	t.Parallel()
	d := time.Date(1899, 12, 25, 12, 0, 0, 0, time.UTC)
	for range 100000 {
		want := (int(d.Weekday())+6)%7 + 1
		if got := Weekday(d.Year(), int(d.Month()), d.Day()); got != want {
			t.Fatalf("Weekday(%s) = %d, want %d", d.Format(time.DateOnly), got, want)
		}
		d = d.AddDate(0, 0, 1)
	}
}
