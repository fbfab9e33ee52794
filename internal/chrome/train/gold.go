package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"unicode"
)

// A gold is one line of gold.jsonl.
type gold struct {
	Source   string   `json:"source"`
	As       string   `json:"as"`
	Set      string   `json:"set"`
	Site     string   `json:"site"`
	Lang     string   `json:"lang"`
	Body     string   `json:"body"`
	Optional []string `json:"optional"`
	Titles   []string `json:"titles"`
	Title    string   `json:"title"`
	Authors  []string `json:"authors"`
	With     []string `json:"with"`
	Without  []string `json:"without"`
}

func readGold(dir string) ([]gold, error) {
	f, err := os.Open(filepath.Join(dir, "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []gold
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 64<<20)
	for sc.Scan() {
		var g gold
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			return nil, err
		}
		out = append(out, g)
	}
	return out, sc.Err()
}

// tokens are the words that the scorer sees.
func tokens(s string) []string {
	return strings.FieldsFunc(strings.ReplaceAll(s, "\u00ad", ""), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsNumber(r) && r != '_'
	})
}

func key(toks []string) string { return " " + strings.Join(toks, " ") + " " }

func shingles(toks []string) []string {
	const n = 4
	var out []string
	for i := 0; i < max(1, len(toks)-n+1); i++ {
		out = append(out, key(toks[i:min(i+n, len(toks))]))
	}
	return out
}

// keptLines reports for each line whether a text holds it, as the scorer's
// kept_lines does: as a line of it, as most of its shingles, or as a fragment
// joined to a neighbour.
func keptLines(lines []string, text string) []bool {
	toks := make([][]string, len(lines))
	keys := make([]string, len(lines))
	for i, l := range lines {
		toks[i] = tokens(l)
		keys[i] = key(toks[i])
	}
	var wanted []string
	var all []string
	for l := range strings.SplitSeq(text, "\n") {
		if t := tokens(l); len(t) > 0 {
			wanted = append(wanted, key(t))
			all = append(all, t...)
		}
	}
	out := make([]bool, len(lines))
	for _, i := range common(keys, wanted) {
		out[i] = true
	}
	grams := map[string]bool{}
	for _, g := range shingles(all) {
		grams[g] = true
	}
	for i, t := range toks {
		if out[i] || len(t) < 4 {
			continue
		}
		n, mine := 0, shingles(t)
		for _, g := range mine {
			if grams[g] {
				n++
			}
		}
		out[i] = float64(n) >= 0.6*float64(len(mine))
	}
	return out
}

// common returns the places in a of a longest common subsequence of a and b.
func common(a, b []string) []int {
	// Only lines that b has at all matter; that keeps the table small.
	in := map[string]bool{}
	for _, s := range b {
		in[s] = true
	}
	var idx []int
	for i, s := range a {
		if in[s] {
			idx = append(idx, i)
		}
	}
	table := make([][]int32, len(idx)+1)
	for i := range table {
		table[i] = make([]int32, len(b)+1)
	}
	for i := len(idx) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[idx[i]] == b[j] {
				table[i][j] = table[i+1][j+1] + 1
			} else {
				table[i][j] = max(table[i+1][j], table[i][j+1])
			}
		}
	}
	var out []int
	for i, j := 0, 0; i < len(idx) && j < len(b); {
		switch {
		case a[idx[i]] == b[j]:
			out = append(out, idx[i])
			i++
			j++
		case table[i+1][j] >= table[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// An optional is the text that the scorer neither rewards nor punishes.
type optional struct {
	items []string
	sizes []int
	body  string
}

func newOptional(items []string, body string) *optional {
	o := &optional{body: key(tokens(body))}
	for _, it := range items {
		if t := tokens(it); len(t) > 0 {
			o.items = append(o.items, key(t))
			o.sizes = append(o.sizes, len(t))
		}
	}
	return o
}

func (o *optional) covers(line string) bool {
	t := tokens(line)
	s := key(t)
	if len(t) == 0 || strings.Contains(o.body, s) {
		return false
	}
	for i, it := range o.items {
		if s == it || len(t) >= 4 && strings.Contains(it, s) {
			return true
		}
		if o.sizes[i] >= 4 && strings.Contains(s, it) && float64(o.sizes[i]) >= 0.6*float64(len(t)) {
			return true
		}
	}
	return false
}

// label gives each line an answer and a weight.
func (g *gold) label(lines []string) (y, w []float32) {
	y, w = make([]float32, len(lines)), make([]float32, len(lines))
	if g.Body != "" {
		g.labelBody(lines, y, w)
		return y, w
	}
	g.labelSegments(lines, y, w)
	return y, w
}

// labelBody labels by the whole body. What is optional counts little: inside
// the article it is mostly subheads, captions and lists, which belong to it.
func (g *gold) labelBody(lines []string, y, w []float32) {
	kept := keptLines(lines, g.Body)
	o := newOptional(g.Optional, g.Body)
	first, last := len(lines), -1
	for i, k := range kept {
		if k {
			first, last = min(first, i), i
		}
	}
	titles := map[string]bool{}
	for _, t := range g.Titles {
		titles[key(tokens(t))] = true
	}
	for i, k := range kept {
		switch {
		case k:
			y[i], w[i] = 1, 1
		case len(tokens(lines[i])) == 0:
		case o.covers(lines[i]):
			if first < i && i < last && !titles[key(tokens(lines[i]))] {
				y[i], w[i] = 1, 0.3
			}
		default:
			w[i] = 1
		}
	}
}

// labelSegments labels the lines that a segment touches.
func (g *gold) labelSegments(lines []string, y, w []float32) {
	flat := strings.Join(lines, " ")
	mark := func(seg string, answer float32) {
		seg = strings.Join(strings.Fields(seg), " ")
		if seg == "" {
			return
		}
		weight := float32(1)
		if n := strings.Count(flat, seg); n > 1 && answer == 1 {
			weight = 1 / float32(n*n) // one of them is the article's, nobody says which
		}
		for at := 0; ; {
			k := strings.Index(flat[at:], seg)
			if k < 0 {
				return
			}
			from, until := at+k, at+k+len(seg)
			pos := 0
			for i, l := range lines {
				if pos < until && from < pos+len(l) {
					if w[i] > 0 && y[i] != answer {
						w[i] = 0 // both: the line falls apart
					} else {
						y[i], w[i] = answer, weight
					}
				}
				pos += len(l) + 1
			}
			at = until
		}
	}
	for _, s := range g.With {
		mark(s, 1)
	}
	for _, s := range g.Without {
		mark(s, 0)
	}
}

// labelFields says which lines are the title and which name an author.
func (g *gold) labelFields(lines []string) (title, byline []bool) {
	title, byline = make([]bool, len(lines)), make([]bool, len(lines))
	titles := map[string]bool{}
	for _, t := range append([]string{g.Title}, g.Titles...) {
		if t != "" {
			titles[strings.ToLower(key(tokens(t)))] = true
		}
	}
	for i, l := range lines {
		toks := tokens(l)
		k := strings.ToLower(key(toks))
		title[i] = titles[k]
		for _, a := range g.Authors {
			name := tokens(a)
			if len(name) > 0 && len(toks) <= 3*len(name)*max(len(g.Authors), 1)+10 && strings.Contains(k, strings.ToLower(key(name))) {
				byline[i] = true
			}
		}
	}
	return title, byline
}
