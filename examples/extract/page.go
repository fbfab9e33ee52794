package main

import (
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/newsfact/newsfact"
)

// A style is how the text format looks.
type style struct {
	width int  // columns
	bold  bool // the terminal can
	many  bool // several documents: each says which it is
}

// maxWidth is as far as a line is easy to read.
const maxWidth = 100

func newStyle(w io.Writer, many bool) style {
	term := isTerminal(w) && os.Getenv("TERM") != "dumb" && os.Getenv("NO_COLOR") == ""
	return style{width: max(20, min(width(w), maxWidth)), bold: term, many: many}
}

// render lays out a document or a failure for people to read.
func (s style) render(v any) []byte {
	p := &sheet{style: s}
	switch v := v.(type) {
	case failure:
		p.source(v.Source)
		p.wrap("Could not be read: "+v.Error, "", "")
		p.line("")
	case *newsfact.Document:
		p.source(v.Source)
		p.head(v.Article)
		p.body(v.Article)
		p.facts(v)
		p.dates(v.Dates)
		p.removed(v.Article.Removed)
	}
	return []byte(p.b.String())
}

// A sheet is a document being laid out.
type sheet struct {
	style
	b strings.Builder
}

func (p *sheet) line(s string) { p.b.WriteString(s + "\n") }

func (p *sheet) source(name string) {
	if p.many {
		name = plain(name)
		p.line("── " + name + " " + strings.Repeat("─", max(3, p.width-4-columnsOf(name))))
		p.line("")
	}
}

// strong writes a paragraph in bold type.
func (p *sheet) strong(s string) {
	if p.bold {
		p.b.WriteString("\x1b[1m")
	}
	p.wrap(s, "", "")
	if p.bold {
		p.b.WriteString("\x1b[0m")
	}
}

func (p *sheet) head(a *newsfact.Article) {
	if a.Title != "" {
		p.strong(a.Title)
	}
	if a.Subtitle != "" {
		p.wrap(a.Subtitle, "", "")
	}
	var facts []string
	if n := len(a.Authors); n > 0 {
		by := a.Authors[n-1]
		if n > 1 {
			by = strings.Join(a.Authors[:n-1], ", ") + " and " + by
		}
		facts = append(facts, "By "+by)
	}
	if a.Published.Value != "" {
		facts = append(facts, dateForPeople(a.Published))
	}
	if a.Modified.Value != "" && a.Modified.Value != a.Published.Value {
		facts = append(facts, "updated "+dateForPeople(a.Modified))
	}
	for _, f := range []string{a.Dateline.Place, a.SiteName, a.Section} {
		if f != "" {
			facts = append(facts, f)
		}
	}
	if len(facts) > 0 {
		p.wrap(strings.Join(facts, " · "), "", "")
	}
	if p.b.Len() > 0 {
		p.line("")
	}
}

// dateForPeople writes a date as a newspaper would, and says so where the
// document did not.
func dateForPeople(s newsfact.Stamp) string {
	out := s.Value
	if t, ok := s.Time(); ok {
		switch {
		case len(s.Value) > len("2006-01-02"):
			out = t.Format("2 January 2006, 15:04")
			if strings.HasSuffix(s.Value, "Z") {
				out += " UTC"
			} else if zone := strings.LastIndexAny(s.Value, "+-"); zone > len("2006-01-02") {
				out += " UTC" + s.Value[zone:]
			}
		case len(s.Value) == len("2006-01-02"):
			out = t.Format("2 January 2006")
		case len(s.Value) == len("2006-01"):
			out = t.Format("January 2006")
		}
	}
	if s.Source == "inferred" || s.Source == "reference" {
		out += " (" + s.Source + ")"
	}
	return out
}

// notes say what a document is that is no article.
var notes = map[newsfact.PageKind]string{
	newsfact.PageListing: "This page lists other pages: it is no article.",
	newsfact.PageError:   "This is an error page: it is no article.",
	newsfact.PageWall:    "A login, a consent or a payment stands before the text: there is no article.",
	newsfact.PageOther:   "There is no article here.",
}

func (p *sheet) body(a *newsfact.Article) {
	if note := notes[a.PageKind]; note != "" {
		p.wrap("["+note+"]", "", "")
		p.line("")
	}
	for i, b := range a.Blocks {
		switch b.Kind {
		case newsfact.BlockHeading, newsfact.BlockQuestion:
			p.strong(b.Text)
			if b.Kind == newsfact.BlockQuestion {
				continue
			}
		case newsfact.BlockListItem:
			p.wrap(b.Text, "  • ", "    ")
			if i+1 < len(a.Blocks) && a.Blocks[i+1].Kind == newsfact.BlockListItem {
				continue
			}
		case newsfact.BlockQuote:
			p.wrap(b.Text, "  │ ", "  │ ")
		case newsfact.BlockCaption:
			p.wrap("["+b.Text+"]", "    ", "    ")
		case newsfact.BlockTable:
			for _, row := range strings.Split(b.Text, "\n") {
				p.wrap(row, "  ", "    ")
			}
		default:
			for _, para := range strings.Split(b.Text, "\n") {
				p.wrap(para, "", "")
			}
		}
		p.line("")
	}
	if a.Truncated {
		p.wrap("[The text breaks off here.]", "", "")
		p.line("")
	}
}

// perReason is how many texts are shown of those removed for one reason.
const perReason = 5

// removed tells what is not in the text: the reasons in the order in which
// they first come up, and under each the different texts.
func (p *sheet) removed(rs []newsfact.Removal) {
	if len(rs) == 0 {
		return
	}
	p.line(strings.Repeat("─", min(p.width, 40)))
	p.line("Removed: " + count(len(rs), "piece"))
	for _, g := range group(rs) {
		p.line("")
		p.line(fmt.Sprintf("%s (%d)", strings.ReplaceAll(string(g.reason), "_", " "), g.n))
		for _, t := range g.texts[:min(len(g.texts), perReason)] {
			times := ""
			if n := g.times[t]; n > 1 {
				times = fmt.Sprintf(" ×%d", n)
			}
			p.line("    " + cut(t, p.width-4-columnsOf(times)) + times)
		}
		if more := len(g.texts) - perReason; more > 0 {
			p.line(fmt.Sprintf("    … and %d more", more))
		}
	}
	p.line("")
}

// A removedGroup is what was removed for one reason.
type removedGroup struct {
	reason newsfact.Reason
	n      int
	texts  []string // without repeats
	times  map[string]int
}

func group(rs []newsfact.Removal) []*removedGroup {
	var out []*removedGroup
	of := make(map[newsfact.Reason]*removedGroup)
	for _, r := range rs {
		g := of[r.Reason]
		if g == nil {
			g = &removedGroup{reason: r.Reason, times: make(map[string]int)}
			of[r.Reason] = g
			out = append(out, g)
		}
		t := strings.Join(strings.Fields(plain(r.Text)), " ")
		if g.times[t] == 0 {
			g.texts = append(g.texts, t)
		}
		g.times[t]++
		g.n++
	}
	return out
}

func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// dates lists the expressions of time, each once, with what they mean.
func (p *sheet) dates(ds []newsfact.Date) {
	var list []string
	seen := make(map[string]bool)
	for _, d := range ds {
		value := d.Value
		if d.Mod != "" {
			value += " " + d.Mod
		}
		if d.Conflict != "" {
			value += " (conflict: " + d.Conflict + ")"
		}
		if item := plain(d.Text) + " = " + plain(value); !seen[item] {
			seen[item] = true
			list = append(list, item)
		}
	}
	if len(list) == 0 {
		return
	}
	p.strong("Dates")
	p.wrap(strings.Join(list, "; "), "  ", "  ")
	p.line("")
}
