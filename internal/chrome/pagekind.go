package chrome

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/page"
)

// pageKind is the contract's kind of the page as a whole. A page is an
// article unless much speaks against it: to call a story a listing loses it
// whole.
func (d *decision) pageKind() string {
	words := 0
	for i, k := range d.keep {
		if k {
			words += int(d.b[i].text.words)
		}
	}
	switch said := d.saidKind(); {
	case d.lo < 0:
		if said == "" && d.teasers() >= 8 {
			return "listing"
		}
		if said == "" && d.walled() {
			return "wall"
		}
		return orElse(said, "other")
	case said != "" && said != "listing" && words < 80:
		return said
	case words < 80 && d.walled():
		return "wall"
	case words < 40 && d.teasers() >= 15, said == "listing" && words < 80 && d.teasers() >= 8:
		return "listing"
	case d.f.Type == "LiveBlogPosting" || d.live():
		return "live_blog"
	case d.asks != nil && (d.f.Type == "FAQPage" || d.f.Type == "QAPage"):
		return "topic_page"
	}
	return "article"
}

// walled reports whether most of the page's words are a demand: to agree to
// cookies or to pay.
func (d *decision) walled() bool {
	demand := 0
	for i := range d.b {
		n := &d.b[i]
		if !d.p.Blocks[i].Hidden && (n.consent() || n.hits.part == "cookie_notice" || n.hits.part == "paywall_prompt" || n.near.Has(page.HintPaywall)) {
			demand += int(n.text.words)
		}
	}
	return demand*2 > d.words
}

func orElse(s, or string) string {
	if s == "" {
		return or
	}
	return s
}

// saidKind is what phrases in the title, the headings and the first lines say
// that the page is: an error page, a wall, a listing; or "".
func (d *decision) saidKind() string {
	var scratch lexicon.Scratch
	kinds := lexicon.PageKinds()
	count := make(map[string]int)
	for _, h := range kinds.Match(d.p.Head.Title, &scratch) {
		count[h.Reason] += 2
	}
	seen := 0
	for i := range d.b {
		n := &d.b[i]
		if seen > 40 || n.text.words > 60 || d.p.Blocks[i].Hidden || n.far.Has(page.HintNav|page.HintFooter|page.HintCookie|page.HintNewsletter) {
			continue
		}
		seen++
		for _, h := range kinds.Match(d.p.Blocks[i].Text, &scratch) {
			switch {
			case headingLevel(n.tag) > 0:
				count[h.Reason] += 2
			case h.Whole || h.Mode == lexicon.ModeIn:
				count[h.Reason]++
			}
		}
	}
	for _, k := range [...]string{"error_page", "wall", "listing"} {
		if count[k] >= 2 {
			return k
		}
	}
	return ""
}

// teasers counts the headings and lines that are a link to another story.
func (d *decision) teasers() int {
	n := 0
	for i := range d.b {
		b := &d.p.Blocks[i]
		if d.b[i].text.words >= 5 && int(b.LinkBytes)*10 > len(b.Text)*8 && !d.b[i].far.Has(page.HintNav|page.HintFooter) {
			n++
		}
	}
	return n
}

// live reports whether the article is a row of dated entries: four or more
// kept blocks stand in elements of one kind that are named live and begin
// with a time.
func (d *decision) live() bool {
	entries := make(map[int32]bool)
	for _, m := range d.p.Head.Marks {
		if m.Field == "time" && m.Block >= 0 && int(m.Block) < len(d.b) && d.b[m.Block].far.Has(page.HintLive) && d.b[m.Block].inMain {
			entries[m.Elem] = true
		}
	}
	return len(entries) >= 4
}

// interview finds the questions of an article that is made of questions and
// answers: three or more of its headings, or of its bold lines, and most of
// them, end in a question mark.
func (d *decision) interview() {
	asks := make([]bool, len(d.keep))
	headings, questions := 0, 0
	for i, k := range d.keep {
		b, n := &d.p.Blocks[i], &d.b[i]
		if !k || n.text.words == 0 {
			continue
		}
		if headingLevel(n.tag) > 0 || int(b.BoldBytes)*10 > len(b.Text)*9 || n.near.Has(page.HintFAQ) && n.text.question && n.text.words < 40 {
			headings++
			if n.text.question {
				questions++
				asks[i] = true
			}
		}
	}
	if questions >= 3 && questions*5 >= headings*3 {
		d.asks = asks
	}
}

// kindNow is kind, with questions and answers told apart.
func (d *decision) kindNow(i int) string {
	kind := d.kind(i)
	if d.asks == nil {
		return kind
	}
	if d.asks[i] {
		return "question"
	}
	if kind == "paragraph" {
		for j := i - 1; j >= 0; j-- {
			if d.asks[j] {
				return "answer"
			}
			if d.keep[j] && d.kind(j) == "heading" {
				break
			}
		}
	}
	return kind
}

// truncated reports whether the article breaks off. No sign is enough alone:
// papers ask for a subscription below whole stories too, and declare stories
// paid that they show. Two strong signs, or one with two weak ones, are.
func (d *decision) truncated() bool {
	if d.hi < 0 {
		return false
	}
	words := 0
	for i, k := range d.keep {
		if k {
			words += int(d.b[i].text.words)
		}
	}
	signs := 0
	if d.f.Free == "false" {
		signs += 2
	}
	last := &d.b[d.hi].text
	switch {
	case last.dots || strings.HasSuffix(d.p.Blocks[d.hi].Text, "..."):
		signs += 2
	case !last.ends:
		signs++
	}
	if words < 200 {
		signs++
	}
	if d.paywall() {
		signs++
	}
	if d.readMore() {
		signs++
	}
	return signs >= 4 || signs == 3 && words < 400
}

// paywall reports whether a demand for payment stands right below the text.
func (d *decision) paywall() bool {
	for i := d.hi + 1; i < len(d.b) && i <= d.hi+4; i++ {
		n := &d.b[i]
		if n.hits.whole == "paywall_prompt" || n.near.Has(page.HintPaywall) && n.text.words > 3 {
			return true
		}
	}
	return false
}

// readMore reports whether a link to the rest of the story stands below it.
func (d *decision) readMore() bool {
	for i := d.hi; i < len(d.b) && i <= d.hi+3; i++ {
		b := &d.p.Blocks[i]
		if b.Links > 0 && d.b[i].hits.whole == "related_teaser" && d.b[i].text.words <= 6 {
			return true
		}
	}
	return false
}
