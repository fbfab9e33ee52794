package newsfact

import (
	"strings"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/chrome"
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// assemble makes the article of what the rooms found. It decides nothing but
// how the pieces go together.
func assemble(p *page.Page, v *chrome.Verdict, f *meta.Fields) *Article {
	// The fields are pieces of the source: copies let go of a page that is a
	// hundred times as long.
	c := strings.Clone
	a := &Article{
		URL: c(f.URL), SiteName: c(f.SiteName), Language: c(f.Language), Section: c(f.Section),
		Tags: list(f.Tags), Image: c(f.Image),
		PageKind: PageKind(v.PageKind), Truncated: v.Truncated,
		Title: c(f.Title), Subtitle: c(f.Subtitle), Authors: list(f.Authors),
		Published: stamp(f.Published), Modified: stamp(f.Modified),
		Dateline: Stamp{Value: c(f.Dateline.Value), Place: c(f.Dateline.Place)},
		Removed:  removals(p, v.Parts),
	}
	if p.Format == page.Clean {
		a.Text, a.Blocks = p.Source, verbatim(v.Parts)
	} else {
		a.Text, a.Blocks = body(v.Parts)
	}
	return a
}

// wrapColumns is the longest line of a text that an editor has wrapped.
const wrapColumns = 100

// paragraphs cuts a clean text: every line is a paragraph, but where lines are
// short and some are blank, the text is taken for wrapped, and blank lines
// part its paragraphs.
func paragraphs(s string) []chrome.Part {
	var out []chrome.Part
	wrapped := isWrapped(s)
	pos, blank := 0, true
	for line := range strings.Lines(s) {
		start, end := pos, pos+len(line)
		pos = end
		text := strings.TrimSpace(line)
		if text == "" {
			blank = true
			continue
		}
		start += strings.Index(line, text)
		end = start + len(text)
		if wrapped && !blank {
			last := &out[len(out)-1]
			last.End, last.Text = end, s[last.Start:end]
			continue
		}
		blank = false
		out = append(out, chrome.Part{Start: start, End: end, Text: text, Kind: string(BlockParagraph)})
	}
	return out
}

func isWrapped(s string) bool {
	blank := false
	for line := range strings.Lines(strings.TrimSpace(s)) {
		line = strings.TrimSpace(line)
		if utf8.RuneCountInString(line) > wrapColumns {
			return false
		}
		blank = blank || line == ""
	}
	return blank
}

// verbatim gives the parts of a clean text, which keep their places.
func verbatim(parts []chrome.Part) []Block {
	out := make([]Block, len(parts))
	for i, p := range parts {
		out[i] = Block{BlockKind(p.Kind), Span{p.Start, p.End, p.Text}}
	}
	return out
}

// body joins the parts that stay into the article's text.
//
// Where a piece was taken out of the middle of a paragraph, what stood before
// it and behind it is one paragraph still; so are the lines of a verse and the
// cells of a row, which chrome glues.
func body(parts []chrome.Part) (string, []Block) {
	var n, size int
	for _, p := range parts {
		if p.Kind != "" {
			n, size = n+1, size+len(p.Text)+len(blockSep)
		}
	}
	var text strings.Builder
	text.Grow(size)
	blocks := make([]Block, 0, n)
	last := -1 // index into parts of the last one that stayed
	for i, p := range parts {
		if p.Kind == "" || p.Text == "" {
			continue
		}
		switch {
		case last >= 0 && p.Glue != "":
			text.WriteString(p.Glue)
		case last >= 0 && sameParagraph(parts[last], p, i-last):
			text.WriteByte(' ')
		default:
			if len(blocks) > 0 {
				text.WriteString(blockSep)
			}
			blocks = append(blocks, Block{BlockKind(p.Kind), Span{Start: text.Len()}})
		}
		text.WriteString(p.Text)
		blocks[len(blocks)-1].End = text.Len()
		last = i
	}
	s := text.String()
	for i := range blocks {
		blocks[i].Text = s[blocks[i].Start:blocks[i].End]
	}
	return s, blocks
}

const blockSep = "\n\n"

// sameParagraph reports whether b goes on with the paragraph that a began,
// dist parts before.
func sameParagraph(a, b chrome.Part, dist int) bool {
	return dist > 1 && a.Block == b.Block && a.Kind == b.Kind
}

// removals lists the parts that do not stay, in the order of the input. In
// scraped text the span is all there is to see; in a page it holds markup too.
func removals(p *page.Page, parts []chrome.Part) []Removal {
	n := 0
	for _, q := range parts {
		if q.Kind == "" && q.Text != "" {
			n++
		}
	}
	out := make([]Removal, 0, n)
	for _, q := range parts {
		if q.Kind != "" || q.Text == "" {
			continue
		}
		s := Span{q.Start, q.End, q.Text}
		if p.Format == page.Text {
			s.Text = p.Source[q.Start:q.End]
		}
		out = append(out, Removal{Reason(q.Reason), s})
	}
	return out
}

// stamp turns a date of package meta into one of the article.
func stamp(s meta.Stamp) Stamp {
	if s.Value == "" {
		return Stamp{}
	}
	out := Stamp{Value: strings.Clone(s.Value), Source: s.Source, Place: strings.Clone(s.Place), Rivals: []Stamp{}}
	for _, r := range s.Rivals {
		out.Rivals = append(out.Rivals, Stamp{Value: strings.Clone(r.Value), Source: r.Source})
	}
	return out
}

// list copies s; the copy of nil is empty, since JSON tells the two apart.
func list(s []string) []string {
	out := make([]string, len(s))
	for i := range s {
		out[i] = strings.Clone(s[i])
	}
	return out
}
