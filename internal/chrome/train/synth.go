package main

import (
	"math/rand/v2"
	"strings"
)

// A story is how other pages tease a page: its headline and its lead.
type story struct {
	site, lang, title, lead string
}

// How much the lines of a variant count, to those of a real text: the same
// article comes in several variants, but each time with other teasers.
const (
	bodyWeight   = 0.3
	teaserWeight = 0.6
)

// variants cuts further texts out of the pages whose whole body is known:
// what other scrapers store, more article and less chrome than the naive one.
// Their shapes are those of the seeds' class: the bare article; the article
// with a few lines of the page around it; the article with headlines and
// leads of other stories above or below; each with and without blank lines.
func variants(docs []*doc, stories []story) []*doc {
	var out []*doc
	for i, d := range docs {
		if d.gold.Body == "" || d.lang() == "" {
			continue
		}
		r := rand.New(rand.NewPCG(uint64(i), 7))
		for k := range 5 {
			if v := d.variant(r, k, stories); v != nil {
				out = append(out, v)
			}
		}
	}
	return out
}

func (d *doc) lang() string { return d.gold.Lang }

// A mixer writes a variant, line by line, with the lines' labels.
type mixer struct {
	r     *rand.Rand
	blank bool
	text  strings.Builder
	y, w  []float32
}

func (m *mixer) add(line string, y, w float32) {
	if line = strings.Join(strings.Fields(line), " "); line == "" {
		return
	}
	m.text.WriteString(line)
	m.text.WriteByte('\n')
	if m.blank {
		m.text.WriteByte('\n')
	}
	m.y = append(m.y, y)
	m.w = append(m.w, w*bodyWeight)
}

// teaser writes another story: headline and lead, or one of them, the lead
// sometimes cut short as teasers are.
func (m *mixer) teaser(s story, form int) {
	if form != 1 {
		m.add(s.title, 0, teaserWeight/bodyWeight)
	}
	if form == 2 || s.lead == "" {
		return
	}
	lead := s.lead
	if ws := strings.Fields(lead); len(ws) > 14 && m.r.IntN(5) == 0 {
		lead = strings.Join(ws[:10+m.r.IntN(len(ws)-12)], " ") + "..."
	}
	m.add(lead, 0, teaserWeight/bodyWeight)
}

// variant builds variant k of d.
func (d *doc) variant(r *rand.Rand, k int, stories []story) *doc {
	lines := d.texts()
	first, last := len(lines), -1
	for i := range lines {
		if d.y[i] > 0.5 && d.w[i] == 1 {
			first, last = min(first, i), i
		}
	}
	if last-first < 3 {
		return nil
	}
	m := &mixer{r: r, blank: r.IntN(2) == 0}
	others := func(n int) []story {
		var s []story
		used := map[int]bool{}
		for range 200 {
			i := r.IntN(len(stories))
			if o := stories[i]; o.lang == d.lang() && o.site != d.gold.Site && !used[i] && len(s) < n {
				used[i] = true
				s = append(s, o)
			}
		}
		return s
	}
	page := func(i int) { // a line as the page has it, optional ones without a label
		if i >= 0 && i < len(lines) && d.y[i] < 0.5 {
			m.add(lines[i], 0, d.w[i])
		}
	}
	title := r.IntN(2) == 0
	if k >= 2 && r.IntN(3) > 0 {
		for _, s := range others(1 + r.IntN(2)) {
			m.teaser(s, 0)
		}
		title = title && r.IntN(2) == 0
	}
	if title && len(d.gold.Titles) > 0 {
		m.add(d.gold.Titles[0], 0, 0)
	}
	if k == 1 || k == 3 {
		for i := first - r.IntN(6); i < first; i++ {
			page(i)
		}
	}
	for i := first; i <= last; i++ {
		if d.y[i] > 0.5 {
			m.add(lines[i], 1, d.w[i])
		} else if k == 1 || k == 3 {
			m.add(lines[i], 0, d.w[i])
		}
	}
	if k == 1 || k == 3 && r.IntN(2) == 0 {
		for i := last + 1; i <= last+r.IntN(8); i++ {
			page(i)
		}
	}
	if k >= 2 {
		form, n := r.IntN(3), r.IntN(12)
		if k == 4 {
			form, n = 1, 2+r.IntN(10)
		}
		for _, s := range others(n) {
			m.teaser(s, form)
		}
		for range r.IntN(4) {
			page(last + 1 + r.IntN(len(lines)-last))
		}
	}
	v := newDoc(d.gold, "synthetic", m.text.String())
	if len(v.page.Blocks) != len(m.y) {
		panic("train: a line of a variant is not a line of its text")
	}
	v.y, v.w = m.y, m.w
	return v
}
