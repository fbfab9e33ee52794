package main

import (
	"os"
	"strings"
	"testing"
	"time"

	"github.com/newsfact/newsfact"
)

// article is one with something of everything.
func article() *newsfact.Article {
	a := &newsfact.Article{
		Title: "Harbour closed after crane falls", Subtitle: "Nobody was hurt", Authors: []string{"Ann Poe", "Bo Li", "Cy Roe"},
		Published: newsfact.Stamp{Value: "2024-02-29T09:05:00+01:00", Source: "meta"},
		Modified:  newsfact.Stamp{Value: "2024-03-01", Source: "visible"},
		SiteName:  "The Quay", PageKind: newsfact.PageArticle, Truncated: true,
	}
	for _, b := range []newsfact.Block{
		{Kind: newsfact.BlockParagraph, Span: newsfact.Span{Text: "The harbour was closed on Monday after a crane fell into the water."}},
		{Kind: newsfact.BlockHeading, Span: newsfact.Span{Text: "What is known"}},
		{Kind: newsfact.BlockListItem, Span: newsfact.Span{Text: "The crane was built in 1974 and had been inspected in spring"}},
		{Kind: newsfact.BlockListItem, Span: newsfact.Span{Text: "Ferries leave from the east pier"}},
		{Kind: newsfact.BlockQuote, Span: newsfact.Span{Text: "We heard a bang, and then the whole quay shook under our feet."}},
		{Kind: newsfact.BlockCaption, Span: newsfact.Span{Text: "The crane on Sunday"}},
		{Kind: newsfact.BlockQuestion, Span: newsfact.Span{Text: "When will it open?"}},
		{Kind: newsfact.BlockAnswer, Span: newsfact.Span{Text: "Nobody knows."}},
	} {
		a.Blocks = append(a.Blocks, b)
	}
	for _, s := range strings.Split("Home\nNews  Sport|Search|Home News Sport|Log in|Help|Jobs|Contact|About us", "|") {
		a.Removed = append(a.Removed, newsfact.Removal{Reason: newsfact.ReasonNavigation, Span: newsfact.Span{Text: s}})
	}
	a.Removed = append(a.Removed, newsfact.Removal{Reason: newsfact.ReasonCookieNotice, Span: newsfact.Span{Text: "We use cookies to make this site better for everyone who visits it."}})
	return a
}

func TestPage(t *testing.T) {
	t.Parallel()
	const want = `Harbour closed after crane falls
Nobody was hurt
By Ann Poe, Bo Li and Cy Roe · 29 February
2024, 09:05 UTC+01:00 · updated 1 March 2024 ·
The Quay

The harbour was closed on Monday after a crane
fell into the water.

What is known

  • The crane was built in 1974 and had been
    inspected in spring
  • Ferries leave from the east pier

  │ We heard a bang, and then the whole quay
  │ shook under our feet.

    [The crane on Sunday]

When will it open?
Nobody knows.

[The text breaks off here.]

────────────────────────────────────────
Removed: 9 pieces

navigation (8)
    Home News Sport ×2
    Search
    Log in
    Help
    Jobs
    … and 2 more

cookie notice (1)
    We use cookies to make this site better f…

`
	got := string(style{width: 46}.render(&newsfact.Document{Article: article()}))
	if got != want {
		t.Errorf("got:\n%q\nwant:\n%q", got, want)
	}
	for line := range strings.Lines(got) {
		if n := columnsOf(strings.TrimSuffix(line, "\n")); n > 46 {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

func TestPageOfOthers(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		s    style
		v    any
		want string
	}{
		{"failure", style{width: 40, many: true}, failure{"a\x1b[2Jb.txt", "open b.txt: no such file"},
			"── a[2Jb.txt ───────────────────────────\n\nCould not be read: open b.txt: no such\nfile\n\n"},
		{"wall", style{width: 80}, &newsfact.Document{Article: &newsfact.Article{PageKind: newsfact.PageWall}},
			"[A login, a consent or a payment stands before the text: there is no article.]\n\n"},
		{"bold title", style{width: 40, bold: true}, &newsfact.Document{Article: &newsfact.Article{Title: "Crane \x1b[31mfalls"}},
			"\x1b[1mCrane [31mfalls\n\x1b[0m\n"},
	} {
		if got := string(c.s.render(c.v)); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestDateForPeople(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ value, source, want string }{
		{"2024-02-29", "meta", "29 February 2024"},
		{"2024-02", "url", "February 2024"},
		{"2024", "visible", "2024"},
		{"2024-02-29T09:05Z", "meta", "29 February 2024, 09:05 UTC"},
		{"2024-02-29T09:05:00-0500", "jsonld", "29 February 2024, 09:05 UTC-0500"},
		{"2024-02-29T09:05", "meta", "29 February 2024, 09:05"},
		{"2024-02-29", "inferred", "29 February 2024 (inferred)"},
		{"2024-W09", "visible", "2024-W09"},
	} {
		if got := dateForPeople(newsfact.Stamp{Value: c.value, Source: c.source}); got != c.want {
			t.Errorf("%s: got %q, want %q", c.value, got, c.want)
		}
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"", "> \n"},
		{"one two three", "> one two\n| three\n"},
		{"one\n\ttwo", "> one two\n"},
		{"aaaaaaaaaaaaaaaaaaaaa", "> aaaaaaaa\n| aaaaaaaa\n| aaaaa\n"},
		{"on aaaaaaaaa on", "> on\n| aaaaaaaa\n| a on\n"},
		{"港口于星期一关闭", "> 港口于星\n| 期一关闭\n"},
		{"e\u0301e\u0301e\u0301 abcd", "> e\u0301e\u0301e\u0301 abcd\n"},
		{"a\u202ebc\u200fd \x1b[1me\u009b2J\x00", "> abcd [1me2J\n"},
	} {
		p := &sheet{style: style{width: 10}}
		if p.wrap(c.in, "> ", "| "); p.b.String() != strings.ReplaceAll(c.want, "abcd [1me2J", "abcd\n| [1me2J") {
			t.Errorf("%q: got %q, want %q", c.in, p.b.String(), c.want)
		}
	}
}

func TestEscapeControls(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"{\n  \"a\": \"é\"\n}\n", "{\n  \"a\": \"é\"\n}\n"},
		{"\"a\u202eb\u009b2J\x7f\u2066\"", `"a\u202eb\u009b2J\u007f\u2066"`},
	} {
		if got := string(escapeControls([]byte(c.in))); got != c.want {
			t.Errorf("%q: got %q, want %q", c.in, got, c.want)
		}
	}
}

func TestProgressLine(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		done, failed, total int
		took                time.Duration
		want                string
	}{
		{1, 0, 100, time.Millisecond, "1 of 100 documents"},
		{50, 2, 100, 10 * time.Second, "50 of 100 documents, 2 failed, 5 a second, 10s left"},
	} {
		if got := progressLine(c.done, c.failed, c.total, c.took); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestIsTerminal(t *testing.T) {
	t.Parallel()
	null, err := os.Open(os.DevNull)
	if err != nil {
		t.Fatal(err)
	}
	defer null.Close()
	for _, f := range []any{null, strings.NewReader(""), (*os.File)(nil)} {
		if isTerminal(f) {
			t.Errorf("%T is no terminal", f)
		}
	}
}
