// Package syntax analyses sentences: the tokens of a text go in; each gets its
// class, its lemma on demand, and its place in a tree of who depends on whom,
// in the terms of Universal Dependencies v2 for English. It favours speed and
// a small model over the last points of accuracy; package model says how good
// it is.
//
// The queries (Subject, Object, Obliques, Governor, …) answer what facts ask
// of a tree, so that no rule elsewhere walks it by hand. All take and return
// indexes into Text.Tokens; -1 is "none". They hold on any tree, also on a
// wrong one: none panics or loops.
//
// It knows words only as classes of words (package lexicon's syntax
// directory), and no names, dates or events.
package syntax

import (
	"strings"
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax/model"
	"github.com/newsfact/newsfact/internal/token"
)

// A Word is what is known of a token.
type Word struct {
	Head  int32 // the token that it depends on, or -1 for the root of a sentence
	Rel   Rel   // how
	Tag   Tag   // Penn tag
	Class Class // universal class

	first, next int32 // its first dependent, and the next one of its head, or -1
}

// A Text is a token.Text with its analysis: one Word a token. It is read-only
// after Parse and safe for concurrent use.
type Text struct {
	*token.Text
	Words []Word
}

// maxSentence is how many tokens are parsed at once. A longer sentence is cut
// after the last mark of punctuation among the cutBack last tokens of each
// piece, or at its end; the roots of the later pieces depend on the first
// one's by parataxis. So time and memory are linear in the text, whatever it
// is. Of GUM's sentences 1 in 2,000 is longer.
const (
	maxSentence = 128
	cutBack     = 48
)

// english is the model with its labels as this package numbers them.
type english struct {
	*model.Model
	tags []Tag
	rels []Rel
}

var loaded = sync.OnceValue(func() *english { return newEnglish(model.English()) })

func newEnglish(m *model.Model) *english {
	e := &english{Model: m, tags: make([]Tag, len(m.Tags)), rels: make([]Rel, len(m.Rels))}
	for i, n := range m.Tags {
		for k, t := range tagNames {
			if t == n {
				e.tags[i] = Tag(k)
			}
		}
	}
	for i, n := range m.Rels {
		for k, r := range relNames {
			if r == n {
				e.rels[i] = Rel(k)
			}
		}
	}
	return e
}

// Parse analyses every sentence of t.
func Parse(t *token.Text) *Text { return loaded().parse(t) }

func (e *english) parse(t *token.Text) *Text {
	x := &Text{Text: t, Words: make([]Word, len(t.Tokens))}
	var words [maxSentence]model.Word
	var arcs [maxSentence]model.Arc
	for _, s := range t.Sentences {
		root := int32(-1)
		for first := s.First; first < s.Last; {
			last := x.cut(first, s.Last)
			n := int(last - first)
			for i := range n {
				words[i] = model.NewWord(t.Word(int(first) + i))
			}
			e.Parse(words[:n], arcs[:n])
			for i, a := range arcs[:n] {
				w := &x.Words[int(first)+i]
				w.Tag, w.Rel, w.Head = e.tags[a.Tag], e.rels[a.Rel], first+a.Head
				switch {
				case a.Head >= 0:
					if w.Rel == Root {
						w.Rel = Dep
					}
				case root < 0:
					w.Head, w.Rel = -1, Root
					root = first + int32(i)
				default:
					w.Head, w.Rel = root, Parataxis
				}
			}
			first = last
		}
		for i := s.First; i < s.Last; i++ {
			w := &x.Words[i]
			w.Class = classOf(e.Classes.UPOS(t.Word(int(i)), w.Tag.String(), w.Rel.String()))
		}
	}
	x.link()
	for _, s := range t.Sentences {
		x.pairMarks(s.First, s.Last)
		x.bareDays(s.First, s.Last)
	}
	x.link()
	return x
}

// cut returns the end of the piece that starts at first.
func (t *Text) cut(first, last int32) int32 {
	if last-first <= maxSentence {
		return last
	}
	end := first + maxSentence
	for i := end - 1; i >= end-cutBack; i-- {
		w := t.Word(int(i))
		if w == "," || w == ";" || w == ":" || w == "." || w == "—" || w == "–" {
			return i + 1
		}
	}
	return end
}

func classOf(name string) Class {
	for i, n := range classNames {
		if n == name {
			return Class(i)
		}
	}
	return X
}

// link writes the lists of dependents.
func (t *Text) link() {
	for i := range t.Words {
		t.Words[i].first, t.Words[i].next = -1, -1
	}
	for i := len(t.Words) - 1; i >= 0; i-- {
		if h := t.Words[i].Head; h >= 0 {
			t.Words[i].next = t.Words[h].first
			t.Words[h].first = int32(i)
		}
	}
}

// Tags returns the Penn tag of every token: thirty times faster than Parse, and
// less exact by one word in two hundred.
func Tags(t *token.Text) []Tag {
	e := loaded()
	out := make([]Tag, 0, len(t.Tokens))
	var words [maxSentence]model.Word
	var tags [maxSentence]uint8
	for _, s := range t.Sentences {
		for first := int(s.First); first < int(s.Last); {
			n := min(int(s.Last)-first, maxSentence)
			for i := range n {
				words[i] = model.NewWord(t.Word(first + i))
			}
			e.Tagger.Tag(words[:n], tags[:n])
			for _, k := range tags[:n] {
				out = append(out, e.tags[k])
			}
			first += n
		}
	}
	return out
}

// Lemma returns the dictionary form of token i. Names keep their case.
// The lists decide where they know the word, the model elsewhere.
func (t *Text) Lemma(i int) string {
	switch tag := t.Words[i].Tag; tag {
	case NNS:
		if l, ok := lexicon.NounOf(strings.ToLower(t.Word(i))); ok {
			return l
		}
	case VB, VBD, VBG, VBN, VBP, VBZ:
		if l, ok := lexicon.VerbOf(strings.ToLower(t.Word(i)), tag == VBD || tag == VBN || tag == VBP); ok {
			return l
		}
	}
	return loaded().Lemmas.Lemma(t.Word(i), t.Words[i].Tag.String())
}
