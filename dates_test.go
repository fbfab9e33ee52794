package newsfact

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestDates(t *testing.T) {
	t.Parallel()
	a := &Article{
		Text:      "The port closed on 14 March last year, on Friday a ship sank there; since then nothing has moved for weeks.",
		Published: Stamp{Value: "2025-07-21T09:10+02:00", Source: "meta"},
	}
	got := Extract(a).Dates
	var values []string
	for _, d := range got {
		if a.Text[d.Start:d.End] != d.Text {
			t.Errorf("%q is not at %d-%d", d.Text, d.Start, d.End)
		}
		if d.Alternatives == nil {
			t.Errorf("%q: alternatives are nil, which is no list in JSON", d.Text)
		}
		values = append(values, d.Text+" "+d.Type+" "+d.Value)
	}
	want := []string{"14 March last year DATE 2024-03-14", "Friday DATE 2025-07-18", "then DATE 2025-07-18", "weeks DURATION PXW"}
	if d := cmp.Diff(want, values); d != "" {
		t.Errorf("-want +got\n%s", d)
	}
}

func TestReference(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a             Article
		day, lang, cc string
	}{
		{Article{}, "0001-01-01", "", ""},
		{Article{Published: Stamp{Value: "2025-07-21"}, Language: "en"}, "2025-07-21", "en", ""},
		{Article{Published: Stamp{Value: "2025"}, Dateline: Stamp{Value: "2025-07-20"}}, "2025-07-20", "", ""},
		{Article{Language: "de-AT"}, "0001-01-01", "de", "AT"},
		{Article{Language: "en", URL: "https://news.example.co.uk/a"}, "0001-01-01", "en", "GB"},
		{Article{URL: "https://example.com/de"}, "0001-01-01", "", ""},
		{Article{URL: "https://example.az"}, "0001-01-01", "", "AZ"},
		{Article{URL: "%"}, "0001-01-01", "", ""},
	} {
		r := reference(&c.a)
		if got := r.Date.Format(time.DateOnly); got != c.day || r.Lang != c.lang || r.Country != c.cc {
			t.Errorf("reference(%+v) = %s %q %q, want %s %q %q", c.a, got, r.Lang, r.Country, c.day, c.lang, c.cc)
		}
	}
}

func TestInterval(t *testing.T) {
	t.Parallel()
	d := Date{Begin: "2025-07-01", Until: "2025-08-01"}
	b, u, ok := d.Interval()
	if !ok || b != time.Date(2025, 7, 1, 0, 0, 0, 0, time.UTC) || u != time.Date(2025, 8, 1, 0, 0, 0, 0, time.UTC) {
		t.Errorf("Interval of July = %v, %v, %v", b, u, ok)
	}
	if _, _, ok := (Date{Value: "P3D"}).Interval(); ok {
		t.Error("an amount has bounds")
	}
}
