package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"

	"github.com/newsfact/newsfact/internal/forest"
)

// A tally sums what the scorer counts, for one kind of documents.
type tally struct {
	docs       int
	rows       map[string][2][]float64 // by metric, precisions and recalls of the documents that have any
	tp, fp, fn int                     // segments
}

func (t *tally) add(metric string, tp, fp, fn float64) {
	if t.rows == nil {
		t.rows = map[string][2][]float64{}
	}
	r := t.rows[metric]
	if tp+fp > 0 {
		r[0] = append(r[0], tp/(tp+fp))
	}
	if tp+fn > 0 {
		r[1] = append(r[1], tp/(tp+fn))
	}
	t.rows[metric] = r
}

func mean(v []float64) float64 {
	var s float64
	for _, x := range v {
		s += x
	}
	return s / max(float64(len(v)), 1)
}

func f1(p, r float64) float64 {
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// report prints the scorer's measures of the out-of-fold predictions.
func report(w io.Writer, r *fitted) {
	fmt.Fprintf(w, "%d documents, %d lines; log loss %.4f, then %.4f\n", len(r.docs), r.first.Len(),
		r.loss(r.z1), r.loss(r.z2))
	tallies := map[string]*tally{}
	for _, d := range r.docs {
		name := d.kind + " " + d.gold.Set
		if d.kind == "html" && d.gold.Lang != "en" {
			name += " other languages"
		}
		t := tallies[name]
		if t == nil {
			t = &tally{}
			tallies[name] = t
		}
		t.docs++
		score(t, d, r.decide(d))
	}
	r.reportFields(w)
	var names []string
	for n := range tallies {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		t := tallies[n]
		fmt.Fprintf(w, "%-36s %4d", n, t.docs)
		for _, m := range []string{"body", "removed", "kept", "teasers gone"} {
			if v, ok := t.rows[m]; ok {
				p, r := mean(v[0]), mean(v[1])
				fmt.Fprintf(w, "  %s %.4f (%.3f %.3f)", m, f1(p, r), p, r)
			}
		}
		if t.tp > 0 {
			p, r := float64(t.tp)/float64(t.tp+t.fp), float64(t.tp)/float64(t.tp+t.fn)
			fmt.Fprintf(w, "  segments %.4f (%.3f %.3f)", f1(p, r), p, r)
		}
		fmt.Fprintln(w)
	}
}

// reportFields prints how often the likeliest line is the title, and the
// same of bylines.
func (r *fitted) reportFields(w io.Writer) {
	kinds := map[string]*[6]int{}
	for _, d := range r.docs {
		name := d.kind + " " + d.gold.Set
		if kinds[name] == nil {
			kinds[name] = new([6]int)
		}
		k := kinds[name]
		for f, z := range [][]float32{r.zt, r.zb} {
			data := []*forest.Data{r.title, r.byline}[f]
			if f == 0 && d.gold.Title == "" || f == 1 && len(d.gold.Authors) == 0 {
				continue
			}
			best, have := -1, false
			for _, row := range d.fieldRow {
				if row < 0 {
					continue
				}
				have = have || data.Y[row] == 1
				if z[row] > 0 && (best < 0 || z[row] > z[best]) {
					best = row
				}
			}
			switch {
			case have && best >= 0 && data.Y[best] == 1:
				k[3*f]++
			case have:
				k[3*f+1]++
			case best >= 0:
				k[3*f+2]++
			}
		}
	}
	for _, n := range slices.Sorted(maps.Keys(kinds)) {
		k := kinds[n]
		fmt.Fprintf(w, "%-36s title: %d found, %d not, %d where none stands; byline: %d, %d, %d\n", n, k[0], k[1], k[2], k[3], k[4], k[5])
	}
}

// loss is the log loss on the lines that the gold decides.
func (r *fitted) loss(z []float32) float64 {
	d := &forest.Data{Y: r.first.Y, W: make([]float32, r.first.Len())}
	for _, doc := range r.docs {
		for i, w := range doc.w {
			d.W[doc.row+i] = w
		}
	}
	return forest.LogLoss(d, z)
}

// score counts one document.
func score(t *tally, d *doc, keep []bool) {
	if d.gold.Body == "" {
		var text []string
		for i, b := range d.page.Blocks {
			if keep[i] {
				text = append(text, b.Text)
			}
		}
		flat := strings.Join(text, " ")
		for _, s := range d.gold.With {
			if strings.Contains(flat, strings.Join(strings.Fields(s), " ")) {
				t.tp++
			} else {
				t.fn++
			}
		}
		for _, s := range d.gold.Without {
			if strings.Contains(flat, strings.Join(strings.Fields(s), " ")) {
				t.fp++
			}
		}
		return
	}
	var n [2][2]float64 // gold, prediction
	grams := map[string]int{}
	for _, g := range shingles(tokens(d.gold.Body)) {
		grams[g]++
	}
	var mine []string
	for i, k := range keep {
		if d.w[i] == 1 || d.kind == "synthetic" && d.w[i] >= bodyWeight {
			n[int(d.y[i])][btoi(k)]++
			if k {
				mine = append(mine, tokens(d.page.Blocks[i].Text)...)
			}
		}
	}
	if d.kind == "synthetic" {
		t.teasers(d, keep)
	}
	t.add("removed", n[0][0], n[1][0], n[0][1])
	t.add("kept", n[1][1], n[0][1], n[1][0])
	var tp, fp float64
	for _, g := range shingles(mine) {
		if grams[g] > 0 {
			grams[g]--
			tp++
		} else {
			fp++
		}
	}
	var fn float64
	for _, k := range grams {
		fn += float64(k)
	}
	t.add("body", tp, fp, fn)
}

// teasers counts by itself how teasers of other stories fare.
func (t *tally) teasers(d *doc, keep []bool) {
	var n [2]float64
	for i, k := range keep {
		if d.y[i] == 0 && d.w[i] > bodyWeight {
			n[btoi(k)]++
		}
	}
	t.add("teasers gone", n[0], 0, n[1])
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

// dumpAll writes for each document a file of its lines: what the gold says,
// what is decided, the two log odds, the line; and the documents as
// predictions for the scorer.
func dumpAll(dir string, r *fitted) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	preds, err := os.Create(filepath.Join(dir, "pred.jsonl"))
	if err != nil {
		return err
	}
	defer preds.Close()
	for k, d := range r.docs {
		keep := r.decide(d)
		var b strings.Builder
		var text []string
		for i, bl := range d.page.Blocks {
			mark := " "
			if d.w[i] > 0 && (d.y[i] > 0.5) != keep[i] {
				mark = "!"
			}
			field := ""
			if d.lines.Prose(i) {
				field = fmt.Sprintf("{S %.1f} ", r.zs[d.storyRow[i]])
			}
			if row := d.fieldRow[i]; row >= 0 && (r.zt[row] > 0 || r.zb[row] > 0 || r.title.Y[row]+r.byline.Y[row] > 0) {
				field += fmt.Sprintf("{T%.0f %.1f B%.0f %.1f} ", r.title.Y[row], r.zt[row], r.byline.Y[row], r.zb[row])
			}
			fmt.Fprintf(&b, "%s y%.0f w%.1f k%d %5.1f %5.1f %s%s\n", mark, d.y[i], d.w[i], btoi(keep[i]), r.z1[d.row+i], r.z2[d.row+i], field, bl.Text)
			if keep[i] {
				text = append(text, bl.Text)
			}
		}
		name := strings.ReplaceAll(d.gold.Source, "/", "_")
		if d.kind == "synthetic" {
			name = fmt.Sprintf("synthetic_%d_%s", k, name)
		} else {
			err := json.NewEncoder(preds).Encode(map[string]any{"source": d.gold.Source, "article": map[string]any{"text": strings.Join(text, "\n\n")}})
			if err != nil {
				return err
			}
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(b.String()), 0o666); err != nil {
			return err
		}
	}
	return nil
}
