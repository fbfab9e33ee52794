package newsfact

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

const quayText = "A ferry struck the quay at Aktau on Friday, the port authority said.\n\n" +
	"It was the second accident since 2023; the first was in mid-May, two years ago. Repairs will take three weeks."

func ExampleExtract() {
	doc := Extract(&Article{Text: quayText, Published: Stamp{Value: "2025-07-21"}})
	for _, d := range doc.Dates {
		fmt.Println(d.Text, d.Type, d.Value)
	}
	// Output:
	// Friday DATE 2025-07-18
	// 2023 DATE 2023
	// mid-May DATE 2025-05
	// two years ago DATE 2023
	// three weeks DURATION P3W
}

func ExampleArticle_Sentences() {
	a := &Article{Text: "The U.S. envoy met Gen. Karim on Monday. Nobody else came."}
	for s := range a.Sentences() {
		fmt.Println(s.Start, s.End, s.Text)
	}
	// Output:
	// 0 40 The U.S. envoy met Gen. Karim on Monday.
	// 41 58 Nobody else came.
}

func ExampleDate_Interval() {
	d := Date{Value: "2025-Q3", Begin: "2025-07-01", Until: "2025-10-01"}
	begin, until, ok := d.Interval()
	fmt.Println(begin.Format(time.DateOnly), until.Format(time.DateOnly), ok)
	// Output: 2025-07-01 2025-10-01 true
}

// checkDocument holds a document to the laws that every one keeps.
func checkDocument(t *testing.T, d *Document) {
	t.Helper()
	last := 0
	for _, x := range d.Dates {
		if x.Start < last || x.End <= x.Start || x.End > len(d.Article.Text) || d.Article.Text[x.Start:x.End] != x.Text {
			t.Fatalf("date %+v is not in its place (the one before ends at %d)", x, last)
		}
		last = x.End
		if x.Begin != "" && x.Until != "" && x.Begin >= x.Until {
			t.Errorf("date %+v ends before it begins", x)
		}
	}
	checkEntities(t, d)
	checkFacts(t, d)
	for s := range d.Article.Sentences() {
		if d.Article.Text[s.Start:s.End] != s.Text || strings.TrimSpace(s.Text) == "" {
			t.Fatalf("sentence %+v is not in its place", s)
		}
	}
	b, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := json.Marshal(Extract(d.Article)); string(again) != string(b) {
		t.Error("a second run gives another result:", cmp.Diff(string(b), string(again)))
	}
}

// in reports whether s is where it says in the text of d, and not empty.
func (d *Document) in(s Span) bool {
	return 0 <= s.Start && s.Start < s.End && s.End <= len(d.Article.Text) && d.Article.Text[s.Start:s.End] == s.Text
}

// checkFacts holds facts to the order of their triggers, what they give to the
// text, and the entities that they name to those of the document.
func checkFacts(t *testing.T, d *Document) {
	t.Helper()
	last := 0
	for k, x := range d.Facts {
		core, other := x.Kind.Roles()
		if x.ID != fmt.Sprintf("f%d", k+1) || core == nil || !(x.Confidence > 0 && x.Confidence <= 1) {
			t.Fatalf("fact %d is %+v", k+1, x)
		}
		if !d.in(x.Span) || !d.in(x.Trigger) || x.Trigger.Start < x.Start || x.Trigger.End > x.End {
			t.Fatalf("%s: trigger %+v, evidence %+v", x.Kind, x.Trigger, x.Span)
		}
		if x.Trigger.Start < last {
			t.Fatalf("%s: trigger %+v stands before the one before it, at %d", x.Kind, x.Trigger, last)
		}
		last = x.Trigger.Start
		args := x.Arguments
		if x.Attribution != nil {
			args = append([]Argument{*x.Attribution}, args...)
		}
		for n, a := range args {
			if !d.in(a.Span) || a.Entity != "" && d.Entity(a.Entity) == nil {
				t.Fatalf("%s: %+v is not in the document", x.Kind, a)
			}
			if !(n == 0 && x.Attribution != nil) && !slices.Contains(core, a.Role) && !slices.Contains(other, a.Role) {
				t.Fatalf("%s has no role %q", x.Kind, a.Role)
			}
		}
	}
}

// FuzzExtract holds the laws on any text.
func FuzzExtract(f *testing.F) {
	for _, s := range []string{quayText, "", "31 February 2020, 24:00, 99/99/9999", "may may may", "\xff\xfe 3 Mai\x00",
		"On ١٩ يوليو", strings.Repeat("2020-", 30), "am Freitag, dem 3. März 2023",
		"“We will not sign it,” the minister, Jan Holm, 44, said on Monday; his father, Ole Holm, met Iran's envoy and thanked him for $3 million in aid.",
		"At least 30 people were killed, and and and, by (the of “said” that", strings.Repeat("he said that ", 20)} {
		f.Add(s, "en", "2025-07-21")
		f.Add(s, "de", "")
	}
	f.Fuzz(func(t *testing.T, s, lang, day string) {
		checkDocument(t, Extract(&Article{Text: s, Language: lang, Published: Stamp{Value: day}}))
	})
}

// TestOtherLanguages holds that the reader of English invents no facts in
// another language.
func TestOtherLanguages(t *testing.T) {
	t.Parallel()
	const text = "Der Minister Jan Holm sagte am Montag in Berlin, die Regierung habe den Botschafter ausgewiesen."
	if d := Extract(&Article{Text: text, Language: "de"}); len(d.Facts) > 0 {
		t.Errorf("facts in German: %v", d.Facts)
	}
	if d := Extract(&Article{Text: "The minister, Jan Holm, visited Berlin on Monday.", Language: "en-GB"}); len(d.Facts) == 0 {
		t.Error("no facts in English")
	}
	if d := Extract(&Article{Text: "The minister, Jan Holm, has been on a visit to Berlin since Monday; he met the mayor.", Language: "hr"}); len(d.Facts) == 0 {
		t.Error("no facts in English that is declared to be Croatian")
	}
}
