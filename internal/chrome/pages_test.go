package chrome

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsfact/newsfact/internal/forest"
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// TestModelFits loads the shipped model: it must have been trained on the
// features that the code computes, in their order.
func TestModelFits(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		data []byte
		fs   []feature
	}{"pages1.bin": {pages1, blockFeatures()}, "pages2.bin": {pages2, stageFeatures()}} {
		if _, err := forest.Load(c.data, names(c.fs)); err != nil {
			t.Errorf("model/%s: %v; train again with go run ./internal/chrome/trainpages -out internal/chrome/model", name, err)
		}
		if len(c.fs) > forest.MaxFeatures {
			t.Errorf("%s: %d features, a forest takes %d", name, len(c.fs), forest.MaxFeatures)
		}
		seen := make(map[string]bool)
		for _, f := range c.fs {
			if seen[f.name] {
				t.Errorf("%s: two features are called %s", name, f.name)
			}
			seen[f.name] = true
		}
	}
}

// story is a page with what surrounds an article on most sites.
func story(paragraphs int) string {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><title>Harbour wall gives way at Tema | Coast Courier</title>
<meta property="og:title" content="Harbour wall gives way at Tema"><meta property="og:site_name" content="Coast Courier"></head><body>
<nav class="main-nav"><ul><li><a href="/n">News</a></li><li><a href="/s">Sport</a></li><li><a href="/b">Business</a></li></ul></nav>
<main><article class="story"><h1>Harbour wall gives way at Tema</h1><div class="byline">By Ama Boateng</div><time datetime="2025-03-04">4 March 2025</time>
<div class="story-body">`)
	for i := range paragraphs {
		fmt.Fprintf(&b, "<p>Engineers who inspected the wall in bay %d said that the storm had washed out its foundations, and that ships would have to wait at anchor until divers had looked at the rest.</p>\n", i+1)
		if i == 2 {
			b.WriteString(`<h2>What happens next</h2>`)
		}
	}
	b.WriteString(`</div><div class="share-bar"><a href="#">Share on Facebook</a></div></article>
<aside class="related-stories"><h3>Read more</h3><ul><li><a href="/1">Ferry timetable to change in the new year</a></li><li><a href="/2">Fishermen ask for lower port fees again</a></li></ul></aside>
</main><footer class="site-footer"><p>© 2025 Coast Courier. All rights reserved.</p></footer></body></html>`)
	return b.String()
}

func TestJudgePage(t *testing.T) {
	t.Parallel()
	p := page.ReadHTML(story(6))
	v := Judge(p, meta.Declared(p, ""))
	if v.PageKind != "article" || v.Truncated {
		t.Errorf("page kind %q, truncated %v", v.PageKind, v.Truncated)
	}
	var got []string
	for _, x := range v.Parts {
		if x.Kind == "paragraph" && strings.HasPrefix(x.Text, "Engineers") {
			got = append(got, "body")
			continue
		}
		got = append(got, fmt.Sprintf("%s%s%s: %s", x.Kind, x.Reason, x.Field, x.Text))
	}
	want := []string{"navigation: News", "navigation: Sport", "navigation: Business",
		"metadatatitle: Harbour wall gives way at Tema", "metadatabyline: By Ama Boateng", "metadatadate: 4 March 2025",
		"body", "body", "body", "heading: What happens next", "body", "body", "body",
		"share_bar: Share on Facebook", "related_teaser: Read more", "related_teaser: Ferry timetable to change in the new year",
		"related_teaser: Fishermen ask for lower port fees again", "legal_notice: © 2025 Coast Courier. All rights reserved."}
	if d := cmp.Diff(want, got); d != "" {
		t.Error("parts (-want +got):", d)
	}
}

// TestPartsCover holds that the parts of a page are in order and leave no
// visible block out.
func TestPartsCover(t *testing.T) {
	t.Parallel()
	for _, src := range []string{"", "<p>", "word", story(1), story(40), strings.Repeat("<div>x</div>", 300), strings.Repeat("<p>One two three four five six seven eight nine ten eleven twelve thirteen.", 50)} {
		p := page.ReadHTML(src)
		v := Judge(p, meta.Declared(p, ""))
		next := 0
		for _, x := range v.Parts {
			if x.Block != next {
				t.Fatalf("part of block %d where %d is next: %.60q", x.Block, next, src)
			}
			if b := &p.Blocks[x.Block]; x.Start != b.Start || x.End != b.End || x.Text != b.Text {
				t.Errorf("part %+v is not block %+v", x, b)
			}
			if (x.Kind == "") == (x.Reason == "") {
				t.Errorf("part %+v must have a kind or a reason", x)
			}
			next++
		}
		if next != len(p.Blocks) {
			t.Errorf("%d parts of %d blocks: %.60q", next, len(p.Blocks), src)
		}
	}
}

// TestWalls holds that a demand is never made an article of, and that a story
// about one is.
func TestWalls(t *testing.T) {
	t.Parallel()
	const demand = "We use cookies and similar technologies to improve your experience and to show you advertising that fits your interests. You can change your choice at any time."
	const about = "The regulator told the paper to stop asking its readers for consent on every page, and gave it until Easter to find another way of earning money with them."
	page1 := func(class, text string) string {
		return `<html lang="en"><head><title>Daily</title></head><body class="has-cookie-banner"><div class="` + class + `"><p>` + text + `</p><button>Accept all</button></div></body></html>`
	}
	for _, c := range []struct{ name, src, kind string }{
		{"named", page1("cookie-banner", demand), "wall"},
		{"unnamed", page1("x", demand), "wall"},
		{"before a story", strings.Replace(story(5), "<nav", `<div class="cookie-banner"><p>`+demand+`</p></div><nav`, 1), "article"},
		{"about cookies", page1("article-body", strings.Repeat("<p>"+about, 4)), "article"},
	} {
		p := page.ReadHTML(c.src)
		v := Judge(p, meta.Declared(p, ""))
		if v.PageKind != c.kind {
			t.Errorf("%s: %s, want %s", c.name, v.PageKind, c.kind)
		}
		for _, x := range v.Parts {
			if x.Kind != "" && x.Text == demand {
				t.Errorf("%s: the demand stays", c.name)
			}
		}
	}
}

func TestShapeOf(t *testing.T) {
	t.Parallel()
	stop := lexicon.StopWords("en")
	for _, c := range []struct {
		s    string
		want shape
	}{
		{"The port is open.", shape{words: 4, letters: 13, upper: 1, stops: 2, caps: 1, ends: true, starts: true, sentences: 1}},
		{"PoliticsPresident BidenCongress", shape{words: 2, letters: 30, upper: 4, caps: 2, joins: 2, starts: true}},
		{"“Who?” he asked", shape{words: 3, letters: 10, upper: 1, stops: 2, quotes: 2, caps: 1, starts: true, sentences: 1}},
		{"14 dead:", shape{words: 2, letters: 4, digits: 2, colon: true, starts: true}},
		{"«Кто там?»", shape{words: 2, letters: 6, upper: 1, quotes: 2, caps: 1, ends: true, question: true, starts: true, sentences: 1}},
		{"", shape{}},
	} {
		if got := shapeOf(c.s, stop); got != c.want {
			t.Errorf("%q:\n got %+v\nwant %+v", c.s, got, c.want)
		}
	}
}

func TestPlaceholder(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{"$$ADVERT$$": true, "{{teaser}}": true, "__END__": true, "$500 and $700": false, "((aside))": false, "": false, "####": false} {
		if got := placeholder(s); got != want {
			t.Errorf("%q: %v", s, got)
		}
	}
}

func BenchmarkJudgePage(b *testing.B) {
	src := story(30)
	p := page.ReadHTML(src)
	f := meta.Declared(p, "")
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Judge(p, f)
	}
}
