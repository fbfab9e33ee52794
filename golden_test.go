package newsfact

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/newsfact/newsfact/internal/golden"
	"github.com/newsfact/newsfact/internal/page"
)

// TestParse holds Parse to the cases of testdata/parse; testdata/README.md
// says how one is built.
func TestParse(t *testing.T) {
	t.Parallel()
	golden.Run(t, "testdata/parse/*.txtar", func(t *testing.T, c *golden.Case) {
		input, as := caseInput(t, c)
		opts := caseOptions(t, c)
		if opts.As == Sniff {
			opts.As = as
		}
		a, err := Parse(strings.NewReader(input), opts)
		if err != nil {
			t.Fatal(err)
		}
		c.Check(t, "fields", renderFields(a))
		c.Check(t, "text", renderText(a))
		c.Check(t, "removed", renderRemoved(a))
		if err := checkArticle(a, input, opts.As); err != nil {
			t.Error(err)
		}
	})
}

// caseInput is the document of a case: "input.html" or "input.txt".
func caseInput(t *testing.T, c *golden.Case) (string, Format) {
	t.Helper()
	if s, ok := c.File("input.html"); ok {
		return s, HTML
	}
	s, ok := c.File("input.txt")
	if !ok {
		t.Fatalf("%s: no input.html and no input.txt", c.Path)
	}
	return s, Text
}

// caseOptions reads "options.json".
func caseOptions(t *testing.T, c *golden.Case) *Options {
	t.Helper()
	s, ok := c.File("options.json")
	if !ok {
		return &Options{}
	}
	var o struct {
		As   Format `json:"as"`
		URL  string `json:"url"`
		Date string `json:"date"`
	}
	if err := json.Unmarshal([]byte(s), &o); err != nil {
		t.Fatalf("%s: options.json: %v", c.Path, err)
	}
	out := &Options{As: o.As, URL: o.URL}
	if o.Date != "" {
		var err error
		if out.Date, err = time.Parse(time.DateOnly, o.Date); err != nil {
			t.Fatalf("%s: options.json: %v", c.Path, err)
		}
	}
	return out
}

// checkArticle holds an article to the laws of its kind of input.
func checkArticle(a *Article, input string, as Format) error {
	p, err := page.Read(strings.NewReader(input), page.Format(as), 0)
	if err != nil {
		return err
	}
	if p.Format == page.Clean {
		return checkClean(a, p.Source)
	}
	if err := checkLaws(a, p.Source, p.Format == page.Text); err != nil {
		return err
	}
	if p.Format == page.HTML {
		return checkWeight(a, p)
	}
	return nil
}

// renderFields writes a field a line, those that have a value.
func renderFields(a *Article) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("page_kind", string(a.PageKind))
	if a.Truncated {
		field("truncated", "true")
	}
	field("url", a.URL)
	field("site_name", a.SiteName)
	field("language", a.Language)
	field("section", a.Section)
	field("title", a.Title)
	field("subtitle", a.Subtitle)
	field("authors", strings.Join(a.Authors, "; "))
	field("published", renderStamp(a.Published))
	field("modified", renderStamp(a.Modified))
	field("dateline", renderStamp(a.Dateline))
	field("tags", strings.Join(a.Tags, "; "))
	field("image", a.Image)
	return b.String()
}

// renderStamp writes a date, its source and its rivals:
// "2024-02-29 meta; 2024-03-01 url".
func renderStamp(s Stamp) string {
	parts := []string{strings.Join(strings.Fields(s.Place+" "+s.Value+" "+s.Source), " ")}
	for _, r := range s.Rivals {
		parts = append(parts, renderStamp(r))
	}
	return strings.Join(parts, "; ")
}

// renderText writes each block under its kind.
func renderText(a *Article) string {
	var b strings.Builder
	for _, x := range a.Blocks {
		fmt.Fprintf(&b, "[%s]\n%s\n", x.Kind, x.Text)
	}
	return b.String()
}

// renderRemoved writes a removal a line: the reason, a tab, the text.
func renderRemoved(a *Article) string {
	var b strings.Builder
	for _, r := range a.Removed {
		fmt.Fprintf(&b, "%s\t%s\n", r.Reason, strings.Join(strings.Fields(r.Text), " "))
	}
	return b.String()
}
