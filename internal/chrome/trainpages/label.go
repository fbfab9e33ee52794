package main

import (
	"strings"
	"unicode"

	"github.com/newsfact/newsfact/internal/chrome"
	"github.com/newsfact/newsfact/internal/page"
)

// label says of each block whether the gold keeps it, by the scorer's own
// test (kept_lines in score_pages.py), weighted by its share in the score.
func label(p *page.Page, g *gold) []chrome.Label {
	if g.Set == "fundus" {
		return byBody(p, g)
	}
	return bySegments(p, g)
}

func byBody(p *page.Page, g *gold) []chrome.Label {
	grams := make(map[string]bool)
	whole := make(map[string]bool)
	total := 0
	var flat strings.Builder
	for l := range strings.SplitSeq(g.Body, "\n") {
		t := words(l)
		if len(t) == 0 {
			continue
		}
		whole[strings.Join(t, " ")] = true
		flat.WriteString(" " + strings.Join(t, " "))
		total += len(t)
	}
	flat.WriteString(" ")
	body := flat.String()
	all := strings.Fields(body)
	for i := 0; i+4 <= len(all); i++ {
		grams[strings.Join(all[i:i+4], " ")] = true
	}
	toks := make([][]string, len(p.Blocks))
	kept := make([]bool, len(p.Blocks))
	first, last := -1, -1
	for i, b := range p.Blocks {
		t := words(b.Text)
		toks[i] = t
		key := strings.Join(t, " ")
		switch {
		case len(t) == 0:
		case whole[key]:
			kept[i] = true
		case len(t) >= 4:
			hit := 0
			for k := 0; k+4 <= len(t); k++ {
				if grams[strings.Join(t[k:k+4], " ")] {
					hit++
				}
			}
			kept[i] = float64(hit) >= 0.6*float64(len(t)-3)
		}
		if kept[i] && len(t) >= 4 {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	optional := newOptional(g.Optional, body)
	out := make([]chrome.Label, len(p.Blocks))
	for i := range p.Blocks {
		n := len(toks[i])
		if n == 0 {
			continue
		}
		w := float32(0.3 + 25*float64(n)/float64(max(total, 150)))
		w = min(w, 6)
		switch {
		case kept[i]:
			out[i] = chrome.Label{Y: 1, Weight: w}
		case optional.covers(toks[i]):
			// Neither rewarded nor punished; inside the article it is better
			// kept than lost.
			if i > first && i < last {
				out[i] = chrome.Label{Y: 1, Weight: 0.15}
			}
		default:
			out[i] = chrome.Label{Y: 0, Weight: w}
		}
	}
	return out
}

// optional is the scorer's Optional.
type optional struct {
	items []string
	body  string
}

func newOptional(items []string, body string) *optional {
	o := &optional{body: body}
	for _, it := range items {
		if t := words(it); len(t) > 0 {
			o.items = append(o.items, " "+strings.Join(t, " ")+" ")
		}
	}
	return o
}

func (o *optional) covers(t []string) bool {
	s := " " + strings.Join(t, " ") + " "
	if strings.Contains(o.body, s) {
		return false
	}
	for _, it := range o.items {
		n := strings.Count(it, " ") - 1
		if it == s || len(t) >= 4 && strings.Contains(it, s) || n >= 4 && strings.Contains(s, it) && float64(n) >= 0.6*float64(len(t)) {
			return true
		}
	}
	return false
}

func bySegments(p *page.Page, g *gold) []chrome.Label {
	out := make([]chrome.Label, len(p.Blocks))
	mark := func(segments []string, y float32) {
		for _, s := range segments {
			s = squeeze(s)
			if s == "" {
				continue
			}
			for i, b := range p.Blocks {
				t := squeeze(b.Text)
				if strings.Contains(t, s) || len(words(t)) >= 5 && strings.Contains(s, t) {
					out[i] = chrome.Label{Y: y, Weight: 1.5}
				}
			}
		}
	}
	mark(g.With, 1)
	mark(g.Without, 0)
	return out
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

// words are the scorer's tokens: \w+, case kept.
func words(s string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(s, "\u00ad", ""), func(r rune) bool {
		return r != '_' && !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsNumber(r)
	})
}
