// Command train fits the models by which package chrome tells the lines of a
// scraped text apart, and measures them.
//
//	go run ./internal/chrome/train -data ../shared/data/pages            # cross-validation: what to believe
//	go run ./internal/chrome/train -data ../shared/data/pages -o internal/chrome/model   # and the models
//
// The data are the development pages and texts: each page goes through a naive
// scraper, which gives the same kind of lines as the texts, in every language,
// and its gold body or segments label them. Variants are cut out of the pages:
// the article with a few lines around it, with teasers of other stories, with
// and without blank lines (synth.go). All figures are of folds that part the
// sites. The same data give the same bytes.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsfact/newsfact/internal/chrome"
	"github.com/newsfact/newsfact/internal/forest"
	"github.com/newsfact/newsfact/internal/page"
)

// A doc is one text to learn from.
type doc struct {
	gold     *gold
	kind     string // "text", "html", "synthetic"
	group    string
	page     *page.Page
	lines    *chrome.Lines
	y, w     []float32
	row      int   // its first row in the data of the lines
	storyRow []int // the row of each prose line in the data of the stories
	fieldRow []int // the row of each line in the data of the fields, or -1
}

func newDoc(g *gold, kind, text string) *doc {
	d := &doc{gold: g, kind: kind, group: g.Site, page: page.ReadText(text)}
	d.lines = chrome.Measure(d.page)
	return d
}

func (d *doc) texts() []string {
	out := make([]string, len(d.page.Blocks))
	for i, b := range d.page.Blocks {
		out[i] = b.Text
	}
	return out
}

func main() {
	log.SetFlags(0)
	dir := flag.String("data", "../shared/data/pages", "directory of the development data")
	out := flag.String("o", "", "directory to write the models to; without it only the cross-validation runs")
	dump := flag.String("dump", "", "directory to write out-of-fold predictions to")
	quick := flag.Bool("quick", false, "leave out the pages that have only segments and no text beside them: a third of the time")
	flag.Parse()
	docs, err := load(*dir, *quick)
	if err != nil {
		log.Fatal(err)
	}
	run := crossFit(docs)
	report(os.Stdout, run)
	if *dump != "" {
		if err := dumpAll(*dump, run); err != nil {
			log.Fatal(err)
		}
	}
	if *out != "" {
		if err := run.write(*out); err != nil {
			log.Fatal(err)
		}
	}
}

// load reads the texts, and the pages through the scraper.
func load(dir string, quick bool) ([]*doc, error) {
	golds, err := readGold(dir)
	if err != nil {
		return nil, err
	}
	var docs []*doc
	var stories []story
	pages := map[string]*gold{} // the gold of a text's page has its fields
	for i := range golds {
		if golds[i].As == "html" {
			pages[stem(golds[i].Source)] = &golds[i]
		}
	}
	have := map[string]bool{} // texts whose page would be the same again
	for i := range golds {
		g := &golds[i]
		if g.As != "text" {
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, g.Source))
		if err != nil {
			return nil, err
		}
		have[stem(g.Source)] = true
		if p := pages[stem(g.Source)]; p != nil {
			g.Title, g.Titles, g.Authors = p.Title, p.Titles, p.Authors
		}
		docs = append(docs, newDoc(g, "text", string(b)))
	}
	for i := range golds {
		g := &golds[i]
		if g.As != "html" {
			continue
		}
		source, err := readPage(filepath.Join(dir, g.Source))
		if err != nil {
			return nil, err
		}
		title, lead, lang := tease(source)
		if g.Lang != "" {
			lang = g.Lang
		}
		if len(title) > 20 && len(lead) > 50 {
			stories = append(stories, story{g.Site, lang, title, lead})
		}
		if have[stem(g.Source)] || quick && g.Body == "" {
			continue
		}
		text, err := scrape(source)
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", g.Source, err)
			continue
		}
		docs = append(docs, newDoc(g, "html", text))
	}
	for _, d := range docs {
		d.y, d.w = d.gold.label(d.texts())
	}
	return append(docs, variants(docs, stories)...), nil
}

func stem(source string) string {
	return strings.TrimSuffix(strings.TrimSuffix(filepath.Base(source), ".gz"), filepath.Ext(strings.TrimSuffix(source, ".gz")))
}

// A fitted is the documents with what models that have not seen their sites
// think of their lines.
type fitted struct {
	docs          []*doc
	first, second *forest.Data
	story         *forest.Data // the prose lines: the article's, or another story's
	title, byline *forest.Data
	z1, z2, zs    []float32 // log odds by row; of stories by the rows of their data
	zt, zb        []float32 // of title and byline, by the rows of their data
}

const folds = 5

// How each model is trained.
var (
	cfgFirst  = forest.Config{Trees: 90, Bins: 48, Seed: 1}
	cfgSecond = forest.Config{Trees: 90, Bins: 48, Seed: 2}
	cfgStory  = forest.Config{Trees: 50, Depth: 4, Bins: 48, Seed: 4}
	cfgField  = forest.Config{Trees: 50, Depth: 4, Bins: 48, Seed: 3}
)

func crossFit(docs []*doc) *fitted {
	r := &fitted{docs: docs, first: &forest.Data{Names: chrome.FirstNames()}, second: &forest.Data{Names: chrome.SecondNames()}}
	for _, d := range docs {
		d.row = r.first.Len()
		for i, x := range d.lines.First() {
			r.first.Add(x, d.y[i], d.w[i], d.group)
		}
	}
	quick := cfgFirst
	quick.Trees = 30
	r.z1 = forest.CrossFit(r.first, quick, folds)
	r.addPseudo()
	r.z1 = plainly(forest.CrossFit(r.first, cfgFirst, folds))
	for _, d := range docs {
		for i, x := range d.lines.Second(r.z1[d.row : d.row+len(d.y)]) {
			r.second.Add(x, d.y[i], r.first.W[d.row+i], d.group)
		}
	}
	r.z2 = plainly(forest.CrossFit(r.second, cfgSecond, folds))
	r.crossFitStories()
	r.crossFitFields()
	return r
}

// plainly holds log odds within what the judge asks for.
func plainly(z []float32) []float32 {
	for i := range z {
		z[i] = min(max(z[i], -chrome.Plainly), chrome.Plainly)
	}
	return z
}

// crossFitStories learns from the variants which prose is another story's.
func (r *fitted) crossFitStories() {
	r.story = &forest.Data{Names: chrome.SecondNames()}
	for _, d := range r.docs {
		d.storyRow = make([]int, len(d.y))
		for i := range d.y {
			d.storyRow[i] = r.story.Len()
			if !d.lines.Prose(i) {
				continue
			}
			w := float32(0)
			if d.y[i] == 1 && d.gold.Body != "" || d.kind == "synthetic" && d.w[i] > bodyWeight {
				w = d.w[i]
			}
			r.story.Add(r.second.Row(d.row+i), d.y[i], w, d.group)
		}
	}
	r.zs = forest.CrossFit(r.story, cfgStory, folds)
}

// decide is what the models say of d that have not seen its site.
func (r *fitted) decide(d *doc) []bool {
	return d.lines.Decide(r.z2[d.row:d.row+len(d.y)], func(i int) float32 { return r.zs[d.storyRow[i]] })
}

func (r *fitted) crossFitFields() {
	r.title, r.byline = &forest.Data{Names: chrome.DetailNames()}, &forest.Data{Names: chrome.DetailNames()}
	for _, d := range r.docs {
		z := r.z2[d.row : d.row+len(d.y)]
		title, byline := d.gold.labelFields(d.texts())
		d.fieldRow = make([]int, len(d.y))
		for i, x := range d.lines.Details(r.decide(d), z) {
			d.fieldRow[i] = -1
			if x == nil {
				continue
			}
			d.fieldRow[i] = r.title.Len()
			wt, wb := float32(1), float32(1)
			if d.gold.Title == "" {
				wt = 0
			}
			if len(d.gold.Authors) == 0 {
				wb = 0
			}
			r.title.Add(x, float32(btoi(title[i])), wt, d.group)
			r.byline.Add(x, float32(btoi(byline[i])), wb, d.group)
		}
	}
	r.zt = forest.CrossFit(r.title, cfgField, folds)
	r.zb = forest.CrossFit(r.byline, cfgField, folds)
}

// addPseudo gives lines without a label in texts that have only segments the
// answer that the model is sure of, at a small weight: it teaches what other
// sites' menus and paragraphs look like. One line in eight is enough.
func (r *fitted) addPseudo() {
	const weight, sure = 0.3, 2.5
	for _, d := range r.docs {
		if d.gold.Body != "" {
			continue
		}
		for i := range d.y {
			z := r.z1[d.row+i]
			if d.w[i] == 0 && (i*7+d.row)%8 == 0 && (z > sure || z < -sure) {
				r.first.W[d.row+i] = weight
				if z > 0 {
					d.y[i] = 1
				}
				r.first.Y[d.row+i] = d.y[i]
			}
		}
	}
}

func (r *fitted) write(dir string) error {
	for _, m := range []struct {
		name string
		data *forest.Data
		cfg  forest.Config
	}{
		{"text1.bin", r.first, cfgFirst}, {"text2.bin", r.second, cfgSecond},
		{"story.bin", r.story, cfgStory},
		{"title.bin", r.title, cfgField}, {"byline.bin", r.byline, cfgField},
	} {
		b := forest.Train(m.data, m.cfg).Encode(m.data.Names)
		if err := os.WriteFile(filepath.Join(dir, m.name), b, 0o666); err != nil {
			return err
		}
	}
	return nil
}
