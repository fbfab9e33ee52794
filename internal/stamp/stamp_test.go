package stamp

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/newsfact/newsfact/internal/linear"
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

// TestRoundTrip: a date printed in each layout of machines and of the English
// press comes back as itself.
func TestRoundTrip(t *testing.T) {
	t.Parallel()
	days := []string{
		"2006-01-02", "2006/01/02", "2006.01.02", "20060102", "2 January 2006", "2 Jan 2006", "02 Jan 2006", "January 2, 2006",
		"Jan 2, 2006", "Jan. 2, 2006", "Monday, January 2, 2006", "Monday, 2 January 2006", "Mon 2 Jan 2006", "Mon, Jan 2 2006",
		"2006 January 2", "2-Jan-2006", "02-Jan-06", "2006年1月2日", "2006년 1월 2일", "02.01.2006", "2.1.2006",
	}
	times := []string{
		"2006-01-02T15:04:05Z07:00", "2006-01-02 15:04:05-07:00", "2006-01-02T15:04:05-0700", time.RFC1123Z, time.RFC1123, time.RFC822Z,
		"Mon Jan 02 2006 15:04:05 GMT-0700 (MST)", "Mon Jan _2 15:04:05 -0700 2006",
	}
	clocks := []string{"2 January 2006, 15:04", "January 2, 2006 3:04 PM", "3:04 pm, January 2, 2006", "15:04, 2 Jan 2006", "2006-01-02 15:04", "2006年1月2日 15時04分"}
	zones := []*time.Location{time.UTC, time.FixedZone("", 2*3600), time.FixedZone("", -5*3600-1800)}
	at := time.Date(1971, 3, 28, 6, 7, 8, 0, time.UTC)
	check := func(layout, want string, t0 time.Time) {
		s := t0.Format(layout)
		f, ok := Parse(s, Hints{})
		if !ok || f.Value != want || f.Conflict {
			t.Errorf("%q: %q, want %q", s, f.Value, want)
		}
	}
	for i := range 3000 {
		for _, l := range days {
			if l == "02-Jan-06" && at.Year() >= 2070 {
				continue
			}
			check(l, at.Format(time.DateOnly), at)
		}
		for _, l := range clocks {
			check(l, at.Format("2006-01-02T15:04"), at)
		}
		z := at.In(zones[i%len(zones)])
		for _, l := range times {
			if l == time.RFC1123 {
				z = at
			}
			want := z.Format("2006-01-02T15:04:05Z07:00")
			if l == time.RFC822Z {
				if at.Year() >= 2069 {
					continue
				}
				want = z.Format("2006-01-02T15:04Z07:00")
			}
			got, ok := Parse(z.Format(l), Hints{})
			if norm := strings.Replace(got.Value, "+00:00", "Z", 1); !ok || norm != want {
				t.Errorf("%q: %q, want %q", z.Format(l), got.Value, want)
			}
		}
		at = at.Add(17*24*time.Hour + 5*time.Hour + 13*time.Minute)
	}
}

func TestFromURL(t *testing.T) {
	t.Parallel()
	for u, want := range map[string]string{
		"https://example.org/2024/05/02/lanes.html":      "2024-05-02",
		"https://example.org/2024/5/2/lanes":             "2024-05-02",
		"https://example.org/2024/may/02/lanes":          "2024-05-02",
		"https://example.org/news/20240502/lanes":        "2024-05-02",
		"https://example.org/news/lanes-2024-05-02":      "2024-05-02",
		"https://example.org/news/lanes-20240502.html":   "2024-05-02",
		"https://example.org/202405/02/c_123.htm":        "2024-05-02",
		"https://example.org/2024-05/02/c_123.htm":       "2024-05-02",
		"https://example.org/2024/0502/c1.html":          "2024-05-02",
		"https://example.org/2024/05/lanes":              "2024-05",
		"https://example.org/2024/05/":                   "2024-05",
		"https://example.org/article/20249999":           "",
		"https://example.org/article/1234567890":         "",
		"https://example.org/article/202405021":          "",
		"https://example.org/2024/lanes":                 "",
		"https://example.org/2024/13/40/lanes":           "",
		"https://example.org/lanes?d=2024-05-02":         "",
		"https://20240502.example.org/":                  "",
		"https://example.org/1850/05/02/":                "",
		"example.org":                                    "",
		"":                                               "",
		"https://example.org/a-2024-05-02-b-2023-01-01/": "2024-05-02",
	} {
		f, ok := FromURL(u)
		if f.Value != want || ok != (want != "") {
			t.Errorf("FromURL(%q) = %q, want %q", u, f.Value, want)
		}
		if ok && f.End > len(u) {
			t.Errorf("FromURL(%q): span %d-%d", u, f.Start, f.End)
		}
	}
}

func TestBack(t *testing.T) {
	t.Parallel()
	ref := time.Date(2024, 3, 1, 1, 0, 0, 0, time.UTC)
	for s, want := range map[string]string{
		"2 hours ago": "2024-02-29", "10 minutes ago": "2024-03-01", "3 days ago": "2024-02-27",
		"2 weeks ago": "2024-02-16", "1 month ago": "2024-02-01", "2 years ago": "2022-03-01", "vor 2 Stunden": "2024-02-29",
	} {
		fs := Find(s, Hints{})
		if len(fs) != 1 || fs[0].Back(ref) != want {
			t.Errorf("%q: %+v, want %s", s, fs, want)
		}
	}
}

// TestLinear: ten times the text costs about ten times as much. A quadratic
// scan of the longer one takes many seconds; what a busy machine adds does not.
func TestLinear(t *testing.T) {
	for name, s := range map[string]string{
		"digits": "1", "spaced digits": "1 ", "may": "may ", "dots": "1.2.", "colons": "10:30 ", "slashes": "1/2/", "dates": "2 May 2024 ",
		"parentheses": "(", "zones": "10:30 GMT+2 (a b c ", "il y a": "il y a ", "letters": "a", "initials": "a.", "han": "二〇", "dashes": "-",
		"combining": "e\u0301", "labels": "updated ", "invalid": "\xff1",
	} {
		linear.Check(t, name, 5000, func(n int) func() {
			text := strings.Repeat(s, n)
			return func() { Find(text, Hints{}) }
		})
	}
}

// FuzzFind: spans in bounds and in order, values that exist.
func FuzzFind(f *testing.F) {
	b, err := os.ReadFile("testdata/lines.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, l := range strings.Split(string(b), "\n") {
		if hint, text, ok := strings.Cut(l, "\t"); ok {
			text, _ = unmark(text)
			f.Add(text, hint)
		}
	}
	f.Fuzz(func(t *testing.T, s, hint string) {
		at := 0
		for _, d := range Find(s, hints(hint)) {
			if d.Start < at || d.End <= d.Start || d.End > len(s) {
				t.Fatalf("%q: span %d-%d after %d", s, d.Start, d.End, at)
			}
			at = d.End
			for _, v := range [...]string{d.Value, d.Alt} {
				if d.Kind != Day || v == "" {
					continue
				}
				if _, err := time.Parse(time.DateOnly, v[:10]); err != nil {
					t.Errorf("%q: %v", s, err)
				}
			}
		}
	})
}

// TestLongText: a long text is read in pieces, and nothing is lost between.
func TestLongText(t *testing.T) {
	t.Parallel()
	const line = "The council met on 2 May 2024 at 10:30 in Lyon. "
	const n = 5000
	s := strings.Repeat(line, n)
	fs := Find(s, Hints{})
	if len(fs) != n {
		t.Fatalf("%d dates, want %d", len(fs), n)
	}
	for _, f := range fs {
		if got := s[f.Start:f.End]; got != "2 May 2024 at 10:30" {
			t.Fatalf("span %q", got)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	for name, s := range map[string]string{
		"line":  "Published: Thursday, 2 May 2024 10:30 BST | Updated 3 May 2024",
		"prose": "The council of Lyon voted on Tuesday to widen the cycle lanes along the Rhone, after 2 years of talks.",
		"iso":   "2024-05-02T10:30:05+02:00",
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			b.ReportAllocs()
			for b.Loop() {
				Find(s, Hints{Lang: "en"})
			}
		})
	}
}
