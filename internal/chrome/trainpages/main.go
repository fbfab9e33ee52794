// Command trainpages trains the model that tells the blocks of a page apart,
// from ../shared/data/pages, and measures it on sites that it has not seen.
//
//	go run ./internal/chrome/trainpages -out internal/chrome/model    (train and write)
//	go run ./internal/chrome/trainpages -eval out.jsonl               (cross-validate; score with score_pages.py)
//
// The same data give the same bytes.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync"

	"github.com/newsfact/newsfact/internal/chrome"
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

func main() {
	log.SetFlags(0)
	data := flag.String("data", "../shared/data/pages", "the development data")
	out := flag.String("out", "", "directory to write the model to")
	eval := flag.String("eval", "", "file to write predictions to, each by a model that has not seen the site")
	rated := flag.String("rated", "", "with -eval: a file of ratings, read where it exists, else written: to try decisions without training")
	folds := flag.Int("folds", 5, "number of parts for -eval")
	flag.Parse()
	docs, err := load(*data)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("%d pages", len(docs))
	if *eval != "" {
		if err := evaluate(docs, *folds, *eval, *rated); err != nil {
			log.Fatal(err)
		}
	}
	if *out != "" {
		ex := make([]chrome.Example, len(docs))
		for i, d := range docs {
			ex[i] = d.ex
		}
		first, second := chrome.TrainPages(ex).Encode()
		if err := os.WriteFile(filepath.Join(*out, "pages1.bin"), first, 0o666); err != nil {
			log.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*out, "pages2.bin"), second, 0o666); err != nil {
			log.Fatal(err)
		}
	}
}

// A gold is one row of gold.jsonl; data/pages/README.md explains it.
type gold struct {
	Source, As, Set, Site, Lang, Body string
	Optional, With, Without           []string
}

type doc struct {
	gold gold
	ex   chrome.Example
}

func load(dir string) ([]doc, error) {
	urls := make(map[string]string)
	if err := lines(filepath.Join(dir, "manifest.jsonl"), func(b []byte) error {
		var m struct{ Path, URL string }
		err := json.Unmarshal(b, &m)
		urls[m.Path] = m.URL
		return err
	}); err != nil {
		return nil, err
	}
	var docs []doc
	err := lines(filepath.Join(dir, "gold.jsonl"), func(b []byte) error {
		var g gold
		if err := json.Unmarshal(b, &g); err != nil {
			return err
		}
		if g.As == "html" {
			docs = append(docs, doc{gold: g})
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	for i := range docs {
		d := &docs[i]
		f, err := os.Open(filepath.Join(dir, d.gold.Source))
		if err != nil {
			return nil, err
		}
		z, err := gzip.NewReader(f)
		if err != nil {
			return nil, err
		}
		p, err := page.Read(z, page.HTML, 0)
		f.Close()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", d.gold.Source, err)
		}
		d.ex = chrome.Example{Page: p, Fields: meta.Declared(p, urls[d.gold.Source]), Group: d.gold.Site}
		d.ex.Label = label(p, &d.gold)
	}
	return docs, nil
}

func lines(name string, fn func([]byte) error) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	s := bufio.NewScanner(f)
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		if err := fn(s.Bytes()); err != nil {
			return err
		}
	}
	return s.Err()
}

// evaluate deals the sites out to folds and lets each be judged by a model
// trained on the others.
func evaluate(docs []doc, folds int, name, rated string) error {
	ratings, err := rate(docs, folds, rated)
	if err != nil {
		return err
	}
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	for i, d := range docs {
		if _, err := f.Write(append(row(d, chrome.JudgeRated(d.ex.Page, d.ex.Fields, ratings[i])), '\n')); err != nil {
			return err
		}
	}
	return f.Close()
}

func rate(docs []doc, folds int, file string) ([][]float32, error) {
	ratings := make([][]float32, len(docs))
	if b, err := os.ReadFile(file); err == nil {
		return ratings, json.Unmarshal(b, &ratings)
	}
	fold := make(map[string]int)
	for _, d := range docs {
		if _, ok := fold[d.gold.Site]; !ok {
			fold[d.gold.Site] = len(fold) % folds
		}
	}
	var wg sync.WaitGroup
	for k := range folds {
		wg.Go(func() {
			var ex []chrome.Example
			for _, d := range docs {
				if fold[d.gold.Site] != k {
					ex = append(ex, d.ex)
				}
			}
			m := chrome.TrainPages(ex)
			for i, d := range docs {
				if fold[d.gold.Site] == k {
					ratings[i] = m.Rate(d.ex.Page, d.ex.Fields)
				}
			}
		})
	}
	wg.Wait()
	if file == "" {
		return ratings, nil
	}
	b, err := json.Marshal(ratings)
	if err != nil {
		return nil, err
	}
	return ratings, os.WriteFile(file, b, 0o666)
}

// row is as much of the contract's JSON as the scorer reads.
func row(d doc, v *chrome.Verdict) []byte {
	type block struct {
		Kind  string `json:"kind"`
		Start int    `json:"start"`
		End   int    `json:"end"`
	}
	var art struct {
		Text      string            `json:"text"`
		Title     string            `json:"title"`
		Language  string            `json:"language"`
		Authors   []string          `json:"authors"`
		Published map[string]string `json:"published"`
		Blocks    []block           `json:"blocks"`
	}
	art.Blocks = []block{}
	for _, p := range v.Parts {
		if p.Kind == "" {
			continue
		}
		sep := "\n\n"
		if p.Glue != "" && len(art.Blocks) > 0 {
			sep = p.Glue
		}
		if art.Text != "" {
			art.Text += sep
		}
		start := len(art.Text)
		art.Text += p.Text
		if p.Glue != "" && len(art.Blocks) > 0 {
			art.Blocks[len(art.Blocks)-1].End = len(art.Text)
		} else {
			art.Blocks = append(art.Blocks, block{p.Kind, start, len(art.Text)})
		}
	}
	art.Title, art.Language, art.Authors = d.ex.Fields.Title, d.ex.Fields.Language, d.ex.Fields.Authors
	art.Published = map[string]string{"value": d.ex.Fields.Published.Value}
	b, err := json.Marshal(map[string]any{"source": d.gold.Source, "article": art})
	if err != nil {
		panic(err)
	}
	return b
}
