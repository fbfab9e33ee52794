package newsfact

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"

	"github.com/newsfact/newsfact/internal/chrome"
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// TestAssembleLaws joins parts at random and holds what comes out to the laws
// that every article keeps.
func TestAssembleLaws(t *testing.T) {
	t.Parallel()
	for seed := range uint64(500) {
		p, v := randomParts(rand.New(rand.NewPCG(seed, 1)))
		a := assemble(p, v, &meta.Fields{})
		if err := checkLaws(a, p.Source, p.Format == page.Text); err != nil {
			t.Fatalf("seed %d: %v\nparts: %+v\narticle: %+v", seed, err, v.Parts, a)
		}
	}
}

// randomParts cuts a text of random lines into parts with random verdicts.
func randomParts(r *rand.Rand) (*page.Page, *chrome.Verdict) {
	words := strings.Fields("Kyiv, Bakı — 42 “да” e\u0301 \u200b ﷺ a and\u00a0b")
	kinds := []string{"paragraph", "heading", "list_item"}
	var src strings.Builder
	v := &chrome.Verdict{PageKind: "article"}
	p := &page.Page{Format: page.Text}
	for block := range r.IntN(8) {
		for range 1 + r.IntN(4) {
			start := src.Len()
			for i := range 1 + r.IntN(5) {
				if i > 0 {
					src.WriteString([]string{" ", "  ", "\t"}[r.IntN(3)])
				}
				src.WriteString(words[r.IntN(len(words))])
			}
			text := src.String()[start:]
			q := chrome.Part{Block: block, Start: start, End: src.Len(), Text: strings.Join(strings.Fields(text), " ")}
			if r.IntN(2) == 0 {
				q.Kind = kinds[r.IntN(len(kinds))]
			} else {
				q.Reason = "navigation"
			}
			v.Parts = append(v.Parts, q)
			src.WriteString(" ")
		}
		src.WriteString("\n\n")
	}
	p.Source = src.String()
	return p, v
}

// checkLaws holds an article to what the contract says of its text, its blocks
// and its removals. With all, every byte of input that is no space must be
// accounted for.
func checkLaws(a *Article, input string, all bool) error {
	var joined []string
	for i, b := range a.Blocks {
		switch {
		case b.Start < 0 || b.End > len(a.Text) || b.Start >= b.End:
			return fmt.Errorf("block %d has the span [%d:%d] of %d bytes", i, b.Start, b.End, len(a.Text))
		case a.Text[b.Start:b.End] != b.Text:
			return fmt.Errorf("block %d is %q, but text[%d:%d] is %q", i, b.Text, b.Start, b.End, a.Text[b.Start:b.End])
		case i > 0 && b.Start < a.Blocks[i-1].End:
			return fmt.Errorf("block %d begins before block %d ends", i, i-1)
		case !known(b.Kind, blockKinds):
			return fmt.Errorf("block %d has the kind %q", i, b.Kind)
		}
		joined = append(joined, b.Text)
	}
	if s := strings.Join(joined, "\n\n"); s != a.Text {
		return fmt.Errorf("text is not its blocks joined by blank lines:\n%q\n%q", a.Text, s)
	}
	for i, r := range a.Removed {
		switch {
		case r.Start < 0 || r.End > len(input) || r.Start >= r.End:
			return fmt.Errorf("removal %d has the span [%d:%d] of %d bytes", i, r.Start, r.End, len(input))
		case i > 0 && r.Start < a.Removed[i-1].End && (all || !sameSpan(r, a.Removed[i-1])):
			return fmt.Errorf("removal %d begins before removal %d ends", i, i-1)
		case !known(r.Reason, reasons):
			return fmt.Errorf("removal %d has the reason %q", i, r.Reason)
		case all && input[r.Start:r.End] != r.Text:
			return fmt.Errorf("removal %d is %q, but input[%d:%d] is %q", i, r.Text, r.Start, r.End, input[r.Start:r.End])
		}
	}
	if !known(a.PageKind, pageKinds) {
		return fmt.Errorf("page kind %q", a.PageKind)
	}
	if all {
		return checkAccount(a, input)
	}
	return nil
}

// sameSpan reports whether two removals come from the same script, whose data
// hold the article.
func sameSpan(a, b Removal) bool { return a.Start == b.Start && a.End == b.End }

// checkAccount walks the input of a scraped text: what no removal covers must
// be the article's text, letter by letter, in order.
func checkAccount(a *Article, input string) error {
	var kept strings.Builder
	pos := 0
	for _, r := range a.Removed {
		kept.WriteString(input[pos:r.Start])
		pos = r.End
	}
	kept.WriteString(input[pos:])
	got, want := noSpace(a.Text), noSpace(kept.String())
	if got != want {
		return fmt.Errorf("what is not removed is not what is in the text (-removed +text):\n%s", cmp.Diff(want, got))
	}
	return nil
}

// checkWeight holds the article of a page to being made of all that is to be
// seen there: what stays and what goes weigh as much as the blocks do. Hidden
// blocks may be told of or not.
func checkWeight(a *Article, p *page.Page) error {
	var seen, hidden int
	for _, b := range p.Blocks {
		if b.Hidden {
			hidden += len(noSpace(b.Text))
		} else {
			seen += len(noSpace(b.Text))
		}
	}
	told := len(noSpace(a.Text))
	for _, r := range a.Removed {
		told += len(noSpace(r.Text))
	}
	if told < seen || told > seen+hidden {
		return fmt.Errorf("of %d bytes to be seen, and %d hidden, %d are told of", seen, hidden, told)
	}
	return nil
}

// checkClean holds a clean text to being its input.
func checkClean(a *Article, source string) error {
	if a.Text != source {
		return fmt.Errorf("the text %q is not the input %q", a.Text, source)
	}
	pos := 0
	for i, b := range a.Blocks {
		if b.Start < pos || b.End > len(source) || source[b.Start:b.End] != b.Text {
			return fmt.Errorf("block %d is %q at [%d:%d], after %d", i, b.Text, b.Start, b.End, pos)
		}
		if gap := strings.TrimSpace(source[pos:b.Start]); gap != "" {
			return fmt.Errorf("%q before block %d is in no block", gap, i)
		}
		pos = b.End
	}
	if gap := strings.TrimSpace(source[pos:]); gap != "" {
		return fmt.Errorf("%q at the end is in no block", gap)
	}
	return nil
}

func noSpace(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

func known[T comparable](x T, all []T) bool {
	for _, y := range all {
		if x == y {
			return true
		}
	}
	return false
}

var blockKinds = []BlockKind{BlockHeading, BlockParagraph, BlockListItem, BlockQuote, BlockCaption, BlockQuestion, BlockAnswer, BlockTable}

var pageKinds = []PageKind{PageArticle, PageLiveBlog, PageTopic, PageListing, PageError, PageWall, PageOther}

var reasons = []Reason{
	ReasonVisitorCounter, ReasonViewCounter, ReasonReadingTime, ReasonCommentPrompt, ReasonComment, ReasonShareBar,
	ReasonFollowPrompt, ReasonAppPromo, ReasonNewsletterPrompt, ReasonPaywallPrompt, ReasonCookieNotice,
	ReasonNavigation, ReasonRelatedTeaser, ReasonLiveTicker, ReasonAdvertisement, ReasonLegalNotice,
	ReasonPhotoCredit, ReasonToggle, ReasonTagList, ReasonAuthorBio, ReasonDuplicate, ReasonMetadata,
}

func TestBody(t *testing.T) {
	t.Parallel()
	stays := func(block int, kind, text string) chrome.Part {
		return chrome.Part{Block: block, Kind: kind, Text: text}
	}
	goes := func(block int, text string) chrome.Part {
		return chrome.Part{Block: block, Reason: "view_counter", Text: text}
	}
	for _, c := range []struct {
		name  string
		parts []chrome.Part
		want  []string
	}{
		{"nothing", nil, nil},
		{"two blocks", []chrome.Part{stays(0, "heading", "A"), stays(1, "paragraph", "B")}, []string{"heading: A", "paragraph: B"}},
		{"a removal between blocks", []chrome.Part{stays(0, "paragraph", "A"), goes(1, "x"), stays(2, "paragraph", "B")}, []string{"paragraph: A", "paragraph: B"}},
		{"a removal within a paragraph", []chrome.Part{stays(0, "paragraph", "A"), goes(0, "x"), stays(0, "paragraph", "B")}, []string{"paragraph: A B"}},
		{"a removal between a heading and its paragraph", []chrome.Part{stays(0, "heading", "A"), goes(0, "x"), stays(0, "paragraph", "B")}, []string{"heading: A", "paragraph: B"}},
		{"paragraphs run together in one block", []chrome.Part{stays(0, "paragraph", "A"), stays(0, "paragraph", "B")}, []string{"paragraph: A", "paragraph: B"}},
		{"nothing to see", []chrome.Part{stays(0, "paragraph", ""), stays(1, "paragraph", "B")}, []string{"paragraph: B"}},
	} {
		_, blocks := body(c.parts)
		var got []string
		for _, b := range blocks {
			got = append(got, string(b.Kind)+": "+b.Text)
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

func TestParagraphs(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("word ", 40) + "end."
	for _, c := range []struct {
		name, in string
		want     []string
	}{
		{"empty", "", nil},
		{"white space", " \n\t\n", nil},
		{"one line", "A line.", []string{"A line."}},
		{"a line each", "One.\nTwo.\r\nThree.", []string{"One.", "Two.", "Three."}},
		{"blank lines", "One.\n\nTwo.\n \nThree.\n", []string{"One.", "Two.", "Three."}},
		{"wrapped", "One goes\non here.\n\nTwo goes\non here.", []string{"One goes\non here.", "Two goes\non here."}},
		{"long lines are not wrapped", "One.\n\nTwo.\n" + long, []string{"One.", "Two.", long}},
		{"space around", "\n  One. \n", []string{"One."}},
	} {
		var got []string
		for _, p := range paragraphs(c.in) {
			got = append(got, p.Text)
			if c.in[p.Start:p.End] != p.Text {
				t.Errorf("%s: input[%d:%d] is %q, want %q", c.name, p.Start, p.End, c.in[p.Start:p.End], p.Text)
			}
		}
		if d := cmp.Diff(c.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

func TestRemovals(t *testing.T) {
	t.Parallel()
	parts := []chrome.Part{{Start: 0, End: 9, Text: "a b", Reason: "share_bar"}, {Start: 9, End: 12, Reason: "navigation"}}
	for _, c := range []struct {
		format page.Format
		source string
		want   string
	}{
		{page.Text, "a      b \n\n ", "a      b "}, // what stands there
		{page.HTML, "<b>a</b>b<p>", "a b"},         // what is seen there
	} {
		got := removals(&page.Page{Format: c.format, Source: c.source}, parts)
		want := []Removal{{ReasonShareBar, Span{0, 9, c.want}}}
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.format, d)
		}
	}
}

// TestArticleJSON pins the JSON to the contract's: lists are there when
// empty, other absent values are not.
func TestArticleJSON(t *testing.T) {
	t.Parallel()
	full := assemble(
		&page.Page{Format: page.Text, Source: "BAKU — One.\n3 views"},
		&chrome.Verdict{PageKind: "article", Parts: []chrome.Part{
			{Block: 0, Start: 0, End: 13, Text: "BAKU — One.", Kind: "paragraph"},
			{Block: 1, Start: 14, End: 21, Text: "3 views", Reason: "view_counter"},
		}},
		&meta.Fields{
			URL: "u", SiteName: "s", Language: "en", Section: "x", Tags: []string{"t"}, Image: "i", Title: "T", Subtitle: "S", Authors: []string{"Jane Roe"},
			Published: meta.Stamp{Value: "2025-07-21", Source: "meta", Rivals: []meta.Stamp{{Value: "2025-07-22", Source: "url"}}},
			Modified:  meta.Stamp{Value: "2025-07-22T09:10:00Z", Source: "jsonld"},
			Dateline:  meta.Stamp{Value: "2025-07-21", Place: "BAKU", Source: "visible"},
		})
	empty := assemble(&page.Page{Format: page.HTML}, &chrome.Verdict{PageKind: "other"}, &meta.Fields{})
	for _, c := range []struct {
		name string
		a    *Article
		want string
	}{
		{"full", full, `{"url":"u","site_name":"s","language":"en","section":"x","tags":["t"],"image":"i","page_kind":"article","truncated":false,` +
			`"title":"T","subtitle":"S","authors":["Jane Roe"],` +
			`"published":{"value":"2025-07-21","source":"meta","rivals":[{"value":"2025-07-22","source":"url"}]},` +
			`"modified":{"value":"2025-07-22T09:10:00Z","source":"jsonld","rivals":[]},` +
			`"dateline":{"value":"2025-07-21","place":"BAKU"},` +
			`"text":"BAKU — One.","blocks":[{"kind":"paragraph","start":0,"end":13}],` +
			`"removed":[{"reason":"view_counter","start":14,"end":21,"text":"3 views"}]}`},
		{"empty", empty, `{"tags":[],"page_kind":"other","truncated":false,"authors":[],"text":"","blocks":[],"removed":[]}`},
	} {
		got, err := json.Marshal(c.a)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(c.want, string(got)); d != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, d)
		}
	}
}

// TestBridge sees that no field of package meta is forgotten on the way: those
// that an article has no place for are named here.
func TestBridge(t *testing.T) {
	t.Parallel()
	noPlace := map[string]bool{"Agencies": true, "Titles": true, "Body": true, "Type": true, "Free": true}
	a := reflect.TypeFor[Article]()
	for f := range fieldNames(reflect.TypeFor[meta.Fields]()) {
		if _, ok := a.FieldByName(f); ok == noPlace[f] {
			t.Errorf("meta.Fields.%s: in Article: %v, expected the opposite", f, ok)
		}
	}
}

func fieldNames(t reflect.Type) map[string]bool {
	out := make(map[string]bool)
	for i := range t.NumField() {
		out[t.Field(i).Name] = true
	}
	return out
}
