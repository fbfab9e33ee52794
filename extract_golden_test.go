package newsfact

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/golden"
)

// TestExtract holds Extract to the cases of testdata/extract;
// testdata/README.md says how one is built.
func TestExtract(t *testing.T) {
	t.Parallel()
	golden.Run(t, "testdata/extract/*.txtar", func(t *testing.T, c *golden.Case) {
		input, ok := c.File("input")
		if !ok {
			t.Fatalf("%s: no input", c.Path)
		}
		opts := caseOptions(t, c)
		opts.As = Clean
		a, err := Parse(strings.NewReader(strings.TrimSuffix(input, "\n")), opts)
		if err != nil {
			t.Fatal(err)
		}
		d := Extract(a)
		c.Check(t, "dates", renderDates(d))
		c.Check(t, "entities", renderEntities(d))
		c.Check(t, "facts", renderFacts(d))
		checkDocument(t, d)
	})
}

// renderDates writes an expression a line: the text, its type, its value.
func renderDates(d *Document) string {
	var b strings.Builder
	for _, x := range d.Dates {
		fmt.Fprintf(&b, "%q %s\n", x.Text, strings.Join(strings.Fields(strings.Join([]string{x.Type, x.Value, x.Mod, x.Conflict}, " ")), " "))
	}
	return b.String()
}

// renderEntities writes an entity a line: its kind, its name, its country, and
// its mentions as they stand in the text.
func renderEntities(d *Document) string {
	var b strings.Builder
	for _, e := range d.Entities {
		fmt.Fprintf(&b, "%s %s", e.Kind, e.Name)
		if e.Country != "" {
			fmt.Fprintf(&b, " (%s)", e.Country)
		}
		for i, m := range e.Mentions {
			fmt.Fprintf(&b, "%c %q", ":,"[min(i, 1)], m.Text)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// renderFacts writes a fact a line: its kind, its trigger, and its arguments,
// each with the entity that it refers to where that has another name.
func renderFacts(d *Document) string {
	var b strings.Builder
	for _, f := range d.Facts {
		fmt.Fprintf(&b, "%s %q", f.Kind, f.Trigger.Text)
		for _, a := range f.Arguments {
			fmt.Fprintf(&b, " %s", renderArgument(d, a))
		}
		for _, s := range []string{string(f.Polarity), string(f.Modality), f.Time, f.Quotation, f.Harm, f.Relation} {
			if s != "" && s != string(Positive) && s != string(Actual) {
				fmt.Fprintf(&b, " %s", s)
			}
		}
		if f.Attribution != nil {
			fmt.Fprintf(&b, " attribution%s", renderArgument(d, *f.Attribution))
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// renderArgument writes `role="text" (entity) value unit`.
func renderArgument(d *Document, a Argument) string {
	s := fmt.Sprintf("%s=%q", a.Role, a.Text)
	if e := d.Entity(a.Entity); e != nil && e.Name != a.Text {
		s += " (" + e.Name + ")"
	}
	for _, x := range []string{string(a.Value), a.Unit} {
		if x != "" {
			s += " " + x
		}
	}
	return s
}

// checkEntities holds the entities of a document to their laws: spans are in
// place, ids resolve, and each has a name that the text has.
func checkEntities(t *testing.T, d *Document) {
	t.Helper()
	first := -1
	for _, e := range d.Entities {
		if d.Entity(e.ID) == nil || e.Name == "" || len(e.Mentions) == 0 {
			t.Fatalf("entity %+v is not whole", e)
		}
		if e.Mentions[0].Start < first {
			t.Errorf("entity %s is out of order", e.ID)
		}
		first = e.Mentions[0].Start
		named := false
		for _, m := range e.Mentions {
			if m.Start < 0 || m.End > len(d.Article.Text) || d.Article.Text[m.Start:m.End] != m.Text {
				t.Fatalf("mention %+v is not in its place", m)
			}
			named = named || m.Kind == NameMention
		}
		if !named {
			t.Errorf("entity %s has no name in the text", e.ID)
		}
	}
}
