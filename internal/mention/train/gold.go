package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

// A document is a line of gold.jsonl.
type document struct {
	Source, Fold, Corpus, Doc string
	Mentions                  []struct {
		Kind   string
		Accept [][2]int
	}
	Ignore [][2]int
}

// read returns the lessons of a fold; of one document in so many once more as
// headlines are written.
func read(dir, fold string, every int) ([]mention.Lesson, error) {
	file, err := os.Open(filepath.Join(dir, "entities", "gold.jsonl"))
	if err != nil {
		return nil, err
	}
	defer file.Close()
	bank := map[string]*gum{}
	var names []string // in the order of the files
	files := []string{"gum_train.conllu"}
	if fold == "all" {
		files = append(files, "gum_dev.conllu")
	}
	for _, name := range files {
		docs, err := readGUM(filepath.Join(dir, "treebank", name))
		if err != nil {
			return nil, err
		}
		for _, g := range docs {
			bank[g.name] = g
			names = append(names, g.name)
		}
	}
	var out []mention.Lesson
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 64<<20)
	for lines.Scan() {
		var d document
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			return nil, err
		}
		if fold != "all" && d.Fold != fold {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, "entities", d.Source))
		if err != nil {
			return nil, err
		}
		g := bank[d.Doc]
		delete(bank, d.Doc)
		if g != nil && !g.moveTo(string(text)) {
			fmt.Fprintf(os.Stderr, "train: %s: the treebank has another text\n", d.Doc)
			g = nil
		}
		out = append(out, d.lesson(string(text), g))
		if every > 0 && len(out)%every == 0 {
			out = append(out, d.lesson(recase(string(text), len(out)), g))
		}
	}
	for _, n := range names {
		if g := bank[n]; g != nil && openLicence[g.genre] {
			out = append(out, g.lesson())
		}
	}
	return out, lines.Err()
}

// openLicence are the genres whose texts may be learned from for a model that
// ships; of gum_train all are, of gum_dev not.
var openLicence = map[string]bool{"academic": true, "court": true, "textbook": true, "vlog": true, "conversation": true,
	"news": true, "interview": true, "speech": true, "bio": true, "voyage": true}

var kinds = map[string]mention.Kind{"person": mention.Person, "organization": mention.Organization, "place": mention.Place}

func (d *document) lesson(text string, g *gum) mention.Lesson {
	t := syntax.Parse(token.New(text))
	l := mention.Lesson{Source: d.Source, Text: t}
	for _, m := range d.Mentions {
		n := mention.LessonName{Kind: kinds[m.Kind]}
		for _, a := range m.Accept {
			if first, last, ok := tokens(t, a[0], a[1]); ok {
				n.Accept = append(n.Accept, [2]int{first, last})
			}
		}
		l.Names = append(l.Names, n)
	}
	for _, s := range d.Ignore {
		first := t.TokenAt(s[0])
		last := first
		for last < len(t.Tokens) && int(t.Tokens[last].Start) < s[1] {
			last++
		}
		l.Free = append(l.Free, [2]int{first, last})
	}
	if g != nil {
		g.others(&l, d.Ignore)
	}
	return l
}

// tokens returns the tokens of the bytes start ≤ b < end without a leading
// article and a final possessive, or false where they end inside of tokens.
func tokens(t *syntax.Text, start, end int) (first, last int, ok bool) {
	first = t.TokenAt(start)
	last = first
	for last < len(t.Tokens) && int(t.Tokens[last].Start) < end {
		last++
	}
	if first == last || int(t.Tokens[first].Start) != start || int(t.Tokens[last-1].End) != end {
		return 0, 0, false
	}
	switch strings.ToLower(t.Word(first)) {
	case "the", "a", "an":
		if last > first+1 {
			first++
		}
	}
	switch t.Word(last - 1) {
	case "'s", "’s", "'", "’":
		if last > first+1 {
			last--
		}
	}
	return first, last, true
}
