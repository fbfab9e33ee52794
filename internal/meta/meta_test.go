package meta

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/newsfact/newsfact/internal/golden"
	"github.com/newsfact/newsfact/internal/page"
)

// TestFields reads a page or a text, the pieces that chrome would have taken
// for fields, and a reference date, and checks the fields that come of them.
func TestFields(t *testing.T) {
	t.Parallel()
	golden.Run(t, "testdata/fields/*.txtar", func(t *testing.T, c *golden.Case) {
		p := page.ReadHTML(section(c, "input.html"))
		if src, ok := c.File("input.txt"); ok {
			p = text(src)
		}
		var ref time.Time
		if s := strings.TrimSpace(section(c, "ref")); s != "" {
			var err error
			if ref, err = time.Parse(time.DateOnly, s); err != nil {
				t.Fatal(err)
			}
		}
		var seen []Visible
		for l := range strings.Lines(section(c, "seen")) {
			field, text, _ := strings.Cut(strings.TrimSuffix(l, "\n"), "\t")
			seen = append(seen, Visible{Field: field, Text: text})
		}
		d := Declared(p, strings.TrimSpace(section(c, "url")))
		c.Check(t, "fields", describe(Resolve(p, d, seen, ref)))
	})
}

// text is a text as package page reads it, its lines the blocks.
func text(src string) *page.Page {
	p := &page.Page{Format: page.Text, Source: src}
	at := 0
	for l := range strings.Lines(src) {
		p.Blocks = append(p.Blocks, page.Block{Text: strings.TrimSpace(l), Start: at, End: at + len(l)})
		at += len(l)
	}
	return p
}

func section(c *golden.Case, name string) string {
	s, _ := c.File(name)
	return s
}

// describe writes the fields that are set, a line each.
func describe(f *Fields) string {
	var b strings.Builder
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	line("url", f.URL)
	line("site", f.SiteName)
	line("language", f.Language)
	line("section", f.Section)
	line("tags", strings.Join(f.Tags, "; "))
	line("image", f.Image)
	line("title", f.Title)
	line("subtitle", f.Subtitle)
	line("authors", strings.Join(f.Authors, "; "))
	line("agencies", strings.Join(f.Agencies, "; "))
	line("published", describeStamp(f.Published))
	line("modified", describeStamp(f.Modified))
	line("dateline", describeStamp(f.Dateline))
	line("type", f.Type)
	line("free", f.Free)
	return b.String()
}

func describeStamp(s Stamp) string {
	parts := []string{}
	for _, p := range [...]string{s.Place, s.Value} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if s.Source != "" {
		parts = append(parts, "("+s.Source+")")
	}
	for _, r := range s.Rivals {
		parts = append(parts, "not "+r.Value+" ("+r.Source+")")
	}
	return strings.Join(parts, " ")
}

// TestBombs: hostile heads cost no more than their size.
func TestBombs(t *testing.T) {
	t.Parallel()
	const n = 20000
	many := func(s string) string { return strings.Repeat(s, n) }
	for name, src := range map[string]string{
		"headings":   many("<h1>Lanes in Lyon grow wide and wider</h1>"),
		"metas":      many(`<meta name="author" content="Jane Roe"><meta property="og:title" content="Lanes - Lyon"><meta name="date" content="2024-05-02">`),
		"times":      many(`<time datetime="2024-05-02">2 May 2024</time>`),
		"articles":   `<h1>a</h1><script type="application/ld+json">[` + many(`{"@type":"NewsArticle","headline":"a","author":"b"},`) + `]</script>`,
		"headlines":  `<script type="application/ld+json">{"@type":"NewsArticle",` + many(`"headline":"a b c","name":"d e f",`) + `"x":1}</script>`,
		"authors":    `<script type="application/ld+json">{"@type":"NewsArticle","author":[` + many(`"Jane Roe",`) + `]}</script>`,
		"separators": "<title>" + many("a - b | c: ") + "</title>" + many("<p>a - b</p>"),
		"digits":     "<title>a</title><h1>a</h1><p>" + many("1 2.3/4-5 ") + "</p>",
		"dates":      "<title>a b</title><h1>a b</h1>" + many("<p>2 May 2024</p>"),
		"names":      "<title>a b</title><h1>a b</h1>" + many("<p>By Jane Roe</p>"),
		"one name":   `<meta name="author" content="` + many("By and ") + `">`,
		"lang":       `<html lang="` + many("en-") + `">`,
	} {
		t.Run(name, func(t *testing.T) {
			p := page.ReadHTML(src)
			start := time.Now()
			Resolve(p, Declared(p, "https://example.org/"), nil, time.Time{})
			if took := time.Since(start); took > 2*time.Second { // under 100 ms each on the author's machine
				t.Errorf("%d kB took %v", len(src)/1000, took)
			}
		})
	}
}

func FuzzFields(f *testing.F) {
	f.Add(`<html lang="en"><title>A b - c</title><h1>A b</h1><script type="application/ld+json">{"@type":"Article"`, "https://example.org/2024/05/02/a", "By A B, 2 May")
	f.Add("", "", "")
	f.Fuzz(func(t *testing.T, src, url, line string) {
		p := page.ReadHTML(src)
		var seen []Visible
		for _, field := range [...]string{"title", "byline", "date", "dateline", "modified", "tags"} {
			seen = append(seen, Visible{Field: field, Text: line})
		}
		d := Declared(p, url)
		a, b := Resolve(p, d, seen, time.Unix(0, 0)), Resolve(text(src), &Fields{}, seen, time.Time{})
		for _, f := range []*Fields{d, a, b} {
			for _, s := range []Stamp{f.Published, f.Modified} {
				checkStamp(t, s)
			}
		}
	})
}

// checkStamp: a value is ISO 8601 and a day that exists, or has no year.
func checkStamp(t *testing.T, s Stamp) {
	v := s.Value
	if v == "" || strings.HasPrefix(v, "XXXX-") {
		return
	}
	layout := "2006-01"
	if len(v) >= len(time.DateOnly) {
		v, layout = v[:len(time.DateOnly)], time.DateOnly
	}
	if _, err := time.Parse(layout, v); err != nil {
		t.Errorf("value %q: %v", s.Value, err)
	}
}

// BenchmarkDeclared weighs the head of a page that is built like the press's.
func BenchmarkDeclared(b *testing.B) {
	const src = `<html lang="en-GB"><title>Lyon widens its cycle lanes | Example Daily</title>
<meta property="og:site_name" content="Example Daily"><meta property="og:title" content="Lyon widens its cycle lanes">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Lyon widens its cycle lanes","datePublished":"2024-05-02T10:30:00Z","author":{"name":"Jane Roe"}}</script>
<h1>Lyon widens its cycle lanes</h1><div>By Jane Roe</div><time datetime="2024-05-02T10:30:00Z">2 May 2024</time>`
	page := page.ReadHTML(src + strings.Repeat("<p>The council of Lyon voted on Tuesday to widen the cycle lanes along the Rhone, and the mayor said that the trees would stay where they are.</p>", 40))
	b.SetBytes(int64(len(page.Source)))
	b.ReportAllocs()
	for b.Loop() {
		Declared(page, "https://example.org/2024/05/02/lanes")
	}
}
