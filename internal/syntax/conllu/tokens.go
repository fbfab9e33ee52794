package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/newsfact/newsfact/internal/syntax/treebank"
	"github.com/newsfact/newsfact/internal/token"
)

// A tally counts tokens and sentences found, wanted and right.
type tally struct{ tokens, sentences [3]int }

func f1(c [3]int) float64 { return 200 * float64(c[2]) / float64(max(1, c[0]+c[1])) }

// tokens scores the library's own tokens and sentences, from raw text, against
// those of a CoNLL-U file, by genre, and prints the commonest errors.
func tokens(out io.Writer, path string, worst int) error {
	sents, err := treebank.Read(path)
	if err != nil {
		return err
	}
	sums := map[string]*tally{"all": {}}
	wrong := map[string]int{}
	for _, doc := range treebank.Documents(sents) {
		g := genre(doc[0].NewDoc)
		if sums[g] == nil {
			sums[g] = &tally{}
		}
		var c tally
		text, ends := treebank.RawText(doc)
		t := token.New(text)
		spans := map[[2]int]bool{}
		i := 0
		sentEnds := map[[2]int]bool{}
		sentStart := 0
		for _, s := range doc {
			for range s.Words {
				start := 0
				if i > 0 {
					start = ends[i-1]
				}
				for start < ends[i] && strings.IndexByte(" \n", text[start]) >= 0 {
					start++
				}
				spans[[2]int{start, ends[i]}] = true
				i++
			}
			for sentStart < len(text) && strings.IndexByte(" \n", text[sentStart]) >= 0 {
				sentStart++
			}
			sentEnds[[2]int{sentStart, ends[i-1]}] = true
			sentStart = ends[i-1]
		}
		c.tokens = [3]int{len(t.Tokens), len(spans), 0}
		for k, tok := range t.Tokens {
			if spans[[2]int{int(tok.Start), int(tok.End)}] {
				c.tokens[2]++
			} else {
				lo, hi := tok.Start, tok.End
				for lo > 0 && strings.IndexByte(" \n", text[lo-1]) < 0 {
					lo--
				}
				for int(hi) < len(text) && strings.IndexByte(" \n", text[hi]) < 0 {
					hi++
				}
				wrong[fmt.Sprintf("token %q in %q", t.Word(k), text[lo:min(hi, lo+60)])]++
			}
		}
		c.sentences = [3]int{len(t.Sentences), len(sentEnds), 0}
		found := map[int32]bool{}
		for _, s := range t.Sentences {
			found[s.End] = true
			if sentEnds[[2]int{int(s.Start), int(s.End)}] {
				c.sentences[2]++
			}
		}
		want := map[int]bool{}
		for e := range sentEnds {
			want[e[1]] = true
			if !found[int32(e[1])] {
				wrong["missed "+g+" …"+around(text, e[1])]++
			}
		}
		for e := range found {
			if !want[int(e)] {
				wrong["broken "+g+" …"+around(text, int(e))]++
			}
		}
		for _, k := range []string{"all", g} {
			for j := range 3 {
				sums[k].tokens[j] += c.tokens[j]
				sums[k].sentences[j] += c.sentences[j]
			}
		}
	}
	for _, k := range slices.Sorted(maps.Keys(sums)) {
		fmt.Fprintf(out, "%-14s tokens %6.2f  sentences %6.2f\n", k, f1(sums[k].tokens), f1(sums[k].sentences))
	}
	keys := slices.Collect(maps.Keys(wrong))
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(wrong[b]-wrong[a], strings.Compare(a, b)) })
	for _, k := range keys[:min(worst, len(keys))] {
		fmt.Fprintf(out, "%4d %s\n", wrong[k], k)
	}
	return nil
}

func around(text string, i int) string {
	return fmt.Sprintf("%q ‖ %q", text[max(0, i-40):i], text[i:min(len(text), i+30)])
}

// genre is the part of a document's name that says its genre, as the scorer
// reads it.
func genre(doc string) string {
	doc, _, _ = strings.Cut(doc, "-")
	if p := strings.Split(doc, "_"); len(p) > 1 {
		return p[1]
	}
	return doc
}
