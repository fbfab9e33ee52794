package entity

import (
	"bufio"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
)

var (
	goldDir  = flag.String("gold", "", "directory of annotated entities; its names are linked and written to -pred")
	predFile = flag.String("pred", "", "where to write what is linked, in the form of the output contract")
)

// TestGold links the names of an annotated corpus and writes the result for
// its scorer: coreference alone, whatever package mention finds.
func TestGold(t *testing.T) {
	if *goldDir == "" {
		t.Skip("no -gold")
	}
	f, err := os.Open(filepath.Join(*goldDir, "gold.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	out, err := os.Create(*predFile)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<24)
	for in.Scan() {
		var g goldText
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		tree, ms := g.read(t)
		x := Link(tree, ms, speech.Find(tree, ms))
		if err := json.NewEncoder(out).Encode(contract(g.Source, x)); err != nil {
			t.Fatal(err)
		}
	}
}

// nameAt makes a mention of the bytes from start to end.
func nameAt(t *syntax.Text, start, end int, k mention.Kind) mention.Mention {
	first, last := t.TokenAt(start), t.TokenAt(end-1)+1
	m := mention.Mention{First: int32(first), Last: int32(last), Head: int32(last - 1), Kind: k}
	for i := first; i < last; i++ {
		if h := t.Head(i); h < first || h >= last {
			m.Head = int32(i)
			break
		}
	}
	return m
}

// complete adds the pronouns and the nouns of a text to its names, as package
// mention does: a plain twin, to test this package alone.
func complete(t *syntax.Text, names []mention.Mention) []mention.Mention {
	ms := slices.Clone(names)
	inName := make([]bool, len(t.Tokens))
	for _, m := range names {
		for i := m.First; i < m.Last; i++ {
			inName[i] = true
		}
	}
	for i := range t.Tokens {
		if inName[i] {
			continue
		}
		w := strings.ToLower(t.Word(i))
		switch f := lexicon.Pronouns().Get(w); {
		case f != nil && (strings.Contains(f[0], "Person=") || strings.Contains(f[0], "Rel")) && t.Words[i].Class == syntax.PRON:
			ms = append(ms, mention.Mention{First: int32(i), Last: int32(i) + 1, Head: int32(i), Level: mention.Pronoun})
		case t.Words[i].Class == syntax.NOUN && t.Words[i].Rel != syntax.Compound:
			first := i
			for first > 0 && t.Head(first-1) == i && !inName[first-1] {
				first--
			}
			m := mention.Mention{First: int32(first), Last: int32(i) + 1, Head: int32(i), Level: mention.Nominal}
			if c := lexicon.ReferentNouns().Get(w); c != nil {
				m.Kind = kindNamed(c[0])
				ms = append(ms, m)
			} else if lexicon.Titles().Get(w) != nil {
				m.Kind = mention.Person
				ms = append(ms, m)
			}
		}
	}
	slices.SortStableFunc(ms, func(a, b mention.Mention) int {
		if a.First != b.First {
			return int(a.First - b.First)
		}
		return int(b.Last - a.Last)
	})
	return ms
}

// contract writes entities as the output contract has them.
func contract(source string, x *Text) any {
	type span struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Text  string `json:"text"`
		Kind  string `json:"kind"`
	}
	type entity struct {
		Name     string `json:"name"`
		Kind     string `json:"kind"`
		Country  string `json:"country"`
		Mentions []span `json:"mentions"`
	}
	doc := struct {
		Source   string   `json:"source"`
		Entities []entity `json:"entities"`
	}{Source: source}
	for _, e := range x.Entities {
		o := entity{Name: e.Name, Kind: e.Kind.String(), Country: e.Country}
		for _, k := range e.Mentions {
			m := x.Mentions[k]
			s, end := int(x.Tokens[m.First].Start), int(x.Tokens[m.Last-1].End)
			o.Mentions = append(o.Mentions, span{s, end, x.S[s:end], m.Level.String()})
		}
		doc.Entities = append(doc.Entities, o)
	}
	return doc
}
