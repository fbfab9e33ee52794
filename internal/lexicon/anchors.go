package lexicon

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// An Anchor is a word, or two that follow each other.
type Anchor struct{ First, Second string } // Second is empty for one word

var chromeAnchors = sync.OnceValue(func() []Anchor {
	seen := make(map[Anchor]bool)
	for _, lang := range languages("chrome") {
		stop := StopWords(lang)
		b, err := data.ReadFile("data/chrome/" + lang + ".txt")
		if err != nil {
			panic("lexicon: " + err.Error())
		}
		for row := range strings.Lines(string(b)) {
			// Most rows are phrases that are short lines: they are not cut up.
			pattern, rest, ok := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
			if !ok || row[0] == '#' || strings.HasSuffix(rest, "\tline") && strings.Count(pattern, " ") < 8 && !strings.Contains(pattern, "…") {
				continue
			}
			for _, a := range anchorsOf(strings.Fields(pattern), stop) {
				seen[a] = true
			}
		}
	}
	function := make(map[string]bool) // words that every paragraph of some language has
	for _, lang := range languages("chrome") {
		for w := range StopWords(lang).All() {
			function[w] = true
		}
	}
	out := make([]Anchor, 0, len(seen))
	for a := range seen {
		if a.Second != "" || !function[a.First] {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b Anchor) int {
		return strings.Compare(a.First+" "+a.Second, b.First+" "+b.Second)
	})
	return out
})

// ChromeAnchors returns words and pairs of words of which a longer line holds
// at least one where a phrase of Chrome counts in it, sorted; but for phrases
// that hold a handle and function words only. A reader that knows a line's
// words already need not look for phrases in a paragraph that holds none.
func ChromeAnchors() []Anchor { return chromeAnchors() }

// anchorsOf returns the anchors of one pattern: of the pairs of words that
// stand together in it the one with the fewest stop words, or a single word
// where none do.
func anchorsOf(fields []string, stop *Set) []Anchor {
	words := make([][]string, len(fields))
	for i, f := range fields {
		words[i] = literal(f)
	}
	stops := func(ws []string) int {
		for _, w := range ws {
			if stop.Has(w) {
				return 1
			}
		}
		return 0
	}
	first, n, least := -1, 0, 9
	for i, ws := range words {
		switch {
		case ws == nil:
		case i+1 < len(words) && words[i+1] != nil:
			if s := stops(ws) + stops(words[i+1]); n < 2 || s < least {
				first, n, least = i, 2, s
			}
		case n < 2:
			if s := stops(ws); n == 0 || s < least {
				first, n, least = i, 1, s
			}
		}
	}
	var out []Anchor
	switch n {
	case 1:
		for _, w := range words[first] {
			out = append(out, Anchor{First: w})
		}
	case 2:
		for _, v := range words[first] {
			for _, w := range words[first+1] {
				out = append(out, Anchor{v, w})
			}
		}
	}
	return out
}

// literal returns the words that a field of a pattern stands for, or none
// where it may be missing, stand for any word, or for several.
func literal(field string) []string {
	if wildcard(field) != 0 || strings.HasSuffix(field, "?") {
		return nil
	}
	var out []string
	for a := range strings.SplitSeq(field, "/") {
		ws := strings.FieldsFunc(a, func(r rune) bool {
			return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
		})
		if wildcard(a) != 0 || len(ws) != 1 {
			return nil
		}
		out = append(out, ws[0])
	}
	return out
}
