package timex

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/newsfact/newsfact/internal/linear"
	"github.com/newsfact/newsfact/internal/token"
)

// TestSentences runs the cases of testdata: sentences that hold their answers,
// "He left on [July 19 => 2025-07-19]." A line "@ 2025-07-21 de AT" sets the
// day, the language and the country of those after it. A sentence without an
// answer has no time expression.
func TestSentences(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txt"), func(t *testing.T) {
			t.Parallel()
			b, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			ref := Ref{}
			for i, line := range strings.Split(string(b), "\n") {
				switch {
				case line == "" || line[0] == '#':
				case line[0] == '@':
					ref = parseRef(t, line)
				default:
					text, want := readCase(t, line)
					if d := cmp.Diff(want, answers(text, ref)); d != "" {
						t.Errorf("%s:%d: %s\n-want +got\n%s", f, i+1, text, d)
					}
				}
			}
		})
	}
}

func parseRef(t *testing.T, line string) Ref {
	t.Helper()
	var r Ref
	for i, f := range strings.Fields(line)[1:] {
		switch {
		case f == "-":
		case i == 0:
			r.Date = mustDay(t, f)
		case i == 1:
			r.Lang = f
		default:
			r.Country = f
		}
	}
	return r
}

func mustDay(t testing.TB, s string) time.Time {
	t.Helper()
	d, err := time.Parse(time.DateOnly, s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// readCase takes the answers out of a sentence.
func readCase(t *testing.T, line string) (text string, want []string) {
	t.Helper()
	var b strings.Builder
	for {
		before, rest, ok := strings.Cut(line, "[")
		b.WriteString(before)
		if !ok {
			return b.String(), want
		}
		in, after, ok := strings.Cut(rest, "]")
		words, value, ok2 := strings.Cut(in, " => ")
		if !ok || !ok2 {
			t.Fatalf("no answer in %q", rest)
		}
		want = append(want, words+" => "+value)
		b.WriteString(words)
		line = after
	}
}

// answers writes what Find finds as the cases do: the value, then the type
// where it is not a date, and whatever else there is.
func answers(text string, ref Ref) []string {
	var out []string
	for _, x := range Find(token.New(text), ref) {
		s := text[x.Start:x.End] + " => " + x.Value
		if x.Type != Date {
			s += " " + x.Type
		}
		for _, f := range []string{x.Mod, strings.Join(x.Alternatives, " ")} {
			if f != "" {
				s += " " + f
			}
		}
		if x.Conflict != "" {
			s += " conflict:" + x.Conflict
		}
		out = append(out, s)
	}
	return out
}

func TestBounds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ value, want string }{
		{"2025", "2025-01-01 2026-01-01"},
		{"2025-07", "2025-07-01 2025-08-01"},
		{"2025-12", "2025-12-01 2026-01-01"},
		{"2024-02-29", "2024-02-29 2024-03-01"},
		{"2025-02-29", ""},
		{"2025-W30", "2025-07-21 2025-07-28"},
		{"2025-W30-WE", "2025-07-26 2025-07-28"},
		{"2020-W53", "2020-12-28 2021-01-04"},
		{"2021-W53", ""},
		{"2025-Q3", "2025-07-01 2025-10-01"},
		{"2025-H2", "2025-07-01 2026-01-01"},
		{"199X", "1990-01-01 2000-01-01"},
		{"19XX", "1900-01-01 2000-01-01"},
		{"2025-07-21T22:10", "2025-07-21 2025-07-22"},
		{"2025-SU", ""},
		{"XXXX-07-21", ""},
		{"P3D", ""},
		{"PAST_REF", ""},
		{"", ""},
		{"2025-13", ""},
		{"0000-01-01", ""},
	} {
		got := ""
		if b, u, ok := Bounds(c.value); ok {
			got = b.Format(time.DateOnly) + " " + u.Format(time.DateOnly)
		}
		if got != c.want {
			t.Errorf("Bounds(%q) = %q, want %q", c.value, got, c.want)
		}
	}
}

// TestLayouts prints days in every layout that the press uses and reads them
// back.
func TestLayouts(t *testing.T) {
	t.Parallel()
	layouts := []struct{ layout, country string }{
		{"2006-01-02", ""}, {"2006/01/02", ""}, {"2006.01.02", ""}, {"20060102", ""}, {"2006-1-2", ""},
		{"02.01.2006", "DE"}, {"2.1.2006", "DE"}, {"02/01/2006", "GB"}, {"2/1/06", "GB"}, {"02-01-2006", "GB"}, {"02.01.06", "DE"},
		{"01/02/2006", "US"}, {"1/2/06", "US"}, {"01-02-2006", "US"}, {"01.02.06", "US"},
		{"2 January 2006", ""}, {"2 January, 2006", ""}, {"02 Jan 2006", ""}, {"2 Jan. 2006", ""}, {"2-Jan-2006", ""}, {"02/Jan/2006", ""},
		{"January 2, 2006", ""}, {"January 2 2006", ""}, {"Jan. 2, 2006", ""}, {"Jan 2, 2006", ""}, {"Jan/2/2006", ""},
		{"Monday, January 2, 2006", ""}, {"Monday, 2 January 2006", ""}, {"Mon, 02 Jan 2006", ""}, {"Mon Jan 2, 2006", ""}, {"Monday 2 January 2006", ""},
		{"2006 January 2", ""}, {"2006-Jan-02", ""}, {"2006年1月2日", ""}, {"2006년 1월 2일", ""},
		{"2 January '06", ""}, {"January 2 (Monday), 2006", "skip"},
		{"2006-01-02T15:04:05", ""}, {"2006-01-02T15:04:05Z", ""}, {"2006-01-02 15:04", ""}, {"2 January 2006, 15:04", ""},
		{"January 2, 2006 3:04 pm", ""}, {"3:04 p.m., January 2, 2006", "skip"}, {"January 2, 2006, 3:04 PM EST", ""},
		{"Mon, 02 Jan 2006 15:04:05 GMT", ""}, {"Mon, 02 Jan 2006 15:04:05 +0400", ""}, {"15:04 on 2 January 2006", ""},
	}
	for day := time.Date(1999, 12, 28, 15, 4, 5, 0, time.UTC); day.Year() < 2031; day = day.AddDate(0, 1, 9) {
		for _, l := range layouts {
			if l.country == "skip" {
				continue
			}
			printed := day.Format(l.layout)
			text := "Published " + printed + " by the desk"
			got := Find(token.New(text), Ref{Date: time.Date(2020, 6, 15, 0, 0, 0, 0, time.UTC), Country: l.country})
			want := day.Format(time.DateOnly)
			if len(got) != 1 || !strings.HasPrefix(got[0].Value, want) || got[0].Conflict != "" {
				t.Errorf("%q in %q: got %+v, want %s", printed, text, got, want)
				continue
			}
			if s := text[got[0].Start:got[0].End]; s != printed {
				t.Errorf("%q: span %q", printed, s)
			}
			if strings.Contains(l.layout, "04") && strings.Contains(l.layout, ":") && !strings.Contains(got[0].Value, "T15:04") {
				t.Errorf("%q: value %q has another time", printed, got[0].Value)
			}
		}
	}
}

// TestHostile holds what no input may bring about: a panic, a date that does
// not exist, work that grows faster than the text.
func TestHostile(t *testing.T) {
	t.Parallel()
	ref := Ref{Date: time.Date(2025, 7, 21, 0, 0, 0, 0, time.UTC)}
	for _, s := range []string{
		"31 February 2025", "February 31, 2025", "29 February 2023", "2023-02-29", "30/02/2024", "2025-13-01", "13/13/2025", "00/00/0000",
		"0000-00-00", "0000-01-01", "year 0", "99999-12-31", "2025-07-32", "July 32", "32 July", "31 June", "24:61", "25:00", "24:01",
		"٢١ يوليو ٢٠٢٥", "२१ जुलाई", "1e9 days", "99999999999 years ago",
	} {
		for _, x := range Find(token.New(s), ref) {
			if _, _, ok := Bounds(x.Value); ok {
				t.Errorf("%q: %q is %s, which the text does not say", s, s[x.Start:x.End], x.Value)
			}
		}
	}
	if x := Find(token.New("at 24:00 on 20 July 2025"), ref); len(x) != 1 || x[0].Value != "2025-07-20T24:00" {
		t.Errorf("24:00 is %v", x)
	}
	if x := Find(token.New("2025-07-21T10:00:00+99:00"), ref); len(x) != 1 || x[0].Value != "2025-07-21T10:00:00" {
		t.Errorf("a zone that does not exist: %v", x)
	}
}

func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	for _, unit := range []string{"1", "may ", "May ", "1-", "1/", "the ", "the last ", "July 4 to ", "2 ", "10:", "January ", "Monday, ", "two ", "hundred ", "in 2020 ", "July 4, ", "late ", "1. ", "'", "21. Juli ", "1990-", "a year ", "日", "every ", "of ", "-"} {
		linear.Check(t, unit, 20_000/len(unit), func(n int) func() {
			text := token.New(strings.Repeat(unit, n))
			return func() { Find(text, Ref{}) }
		})
	}
}

// FuzzFind holds the laws of the result: spans in order and inside the text,
// values that are values, the same answer twice.
func FuzzFind(f *testing.F) {
	files, _ := filepath.Glob("testdata/*.txt")
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		for _, line := range strings.Split(string(b), "\n") {
			f.Add(line, "en", true)
		}
	}
	for _, lang := range []string{"de", "fr", "es", "tr", "az", "ru", "uk"} {
		f.Add("21. Juli 2025, 3 ans, il y a 2 jours, geçen yıl, через 3 дня", lang, false)
	}
	f.Fuzz(func(t *testing.T, s, lang string, dated bool) {
		ref := Ref{Lang: lang}
		if dated {
			ref.Date = time.Date(2025, 7, 21, 0, 0, 0, 0, time.UTC)
		}
		tt := token.New(s)
		got := Find(tt, ref)
		end := 0
		for _, x := range got {
			if x.Start < end || x.End <= x.Start || x.End > len(s) {
				t.Fatalf("span %d-%d after %d in %q", x.Start, x.End, end, s)
			}
			end = x.End
			if x.Value == "" || strings.ContainsAny(x.Value, " \n") || x.Type == "" {
				t.Fatalf("%q has value %q, type %q", s[x.Start:x.End], x.Value, x.Type)
			}
			if (x.Begin == "") != (x.Until == "") || x.Begin > x.Until {
				t.Fatalf("%q: bounds %s to %s", x.Value, x.Begin, x.Until)
			}
		}
		if again := Find(tt, ref); !cmp.Equal(got, again) {
			t.Fatalf("two runs differ:\n%s", cmp.Diff(got, again))
		}
	})
}

// news is a text with the density of dates of a news story: about one
// expression in 25 words.
var news = strings.Repeat(`The ministry said on Friday that the pipeline, which was closed in March 2019 after an accident,
would open again within two weeks. Exports grew by 12 percent over the past seven months, the fastest pace since the 1990s,
while prices in the capital rose more slowly than in any other large city of the region. Workers at the plant told
reporters that they had not been paid for months and that the owner, a company registered abroad, had promised to
settle all debts by the end of July. "We have heard this before," one of them said. The governor did not answer a request
for comment. A commission that was set up in early 2021 is expected to publish its report next year; its last meeting
ended at 4:30 p.m. on 12 June without an agreement on the wording of the preface and the list of recommendations.

`, 40)

func BenchmarkFind(b *testing.B) {
	tt := token.New(news)
	ref := Ref{Date: time.Date(2025, 7, 21, 0, 0, 0, 0, time.UTC)}
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		Find(tt, ref)
	}
}

func BenchmarkTokenAndFind(b *testing.B) {
	ref := Ref{Date: time.Date(2025, 7, 21, 0, 0, 0, 0, time.UTC)}
	b.SetBytes(int64(len(news)))
	b.ReportAllocs()
	for b.Loop() {
		Find(token.New(news), ref)
	}
}

func ExampleFind() {
	text := "The convoy left Tbilisi on July 14. Two days later it reached the border."
	ref := Ref{Date: time.Date(2025, 7, 21, 0, 0, 0, 0, time.UTC)}
	for _, x := range Find(token.New(text), ref) {
		fmt.Println(text[x.Start:x.End], x.Type, x.Value)
	}
	// Output:
	// July 14 DATE 2025-07-14
	// Two days later DATE 2025-07-16
}
