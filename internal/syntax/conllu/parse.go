package main

import (
	"bufio"
	"fmt"
	"io"
	"strings"

	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
	"github.com/newsfact/newsfact/internal/token"
)

// parse prints the words of a CoNLL-U file with predicted columns. Its
// sentences are the file's or, with resplit, those that the library finds in
// the raw text.
func parse(out io.Writer, path string, resplit bool) error {
	sents, err := treebank.Read(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(out)
	for _, doc := range treebank.Documents(sents) {
		t := words(doc)
		if resplit {
			t.Sentences = resplitted(doc, t)
		}
		write(w, doc, syntax.Parse(t), resplit)
	}
	return w.Flush()
}

// words makes a text of a document's words as they are.
func words(doc []treebank.Sentence) *token.Text {
	t := &token.Text{}
	var b strings.Builder
	for _, s := range doc {
		first := int32(len(t.Tokens))
		for _, w := range s.Words {
			start := b.Len()
			b.WriteString(w.Form)
			t.Tokens = append(t.Tokens, token.Token{Start: int32(start), End: int32(b.Len())})
			if w.SpaceAfter {
				b.WriteByte(' ')
			}
		}
		t.Sentences = append(t.Sentences, sentence(t, first))
		b.WriteByte('\n')
	}
	t.S = b.String()
	return t
}

// sentence is the one of the tokens from first on.
func sentence(t *token.Text, first int32) token.Sentence {
	last := int32(len(t.Tokens))
	return token.Sentence{First: first, Last: last, Start: t.Tokens[first].Start, End: t.Tokens[last-1].End}
}

// resplitted finds the sentences in the raw text of a document and moves their
// ends to the words of t.
func resplitted(doc []treebank.Sentence, t *token.Text) []token.Sentence {
	raw, ends := treebank.RawText(doc)
	var out []token.Sentence
	first, k := 0, 0
	cut := func(last int) {
		if last > first {
			out = append(out, token.Sentence{First: int32(first), Last: int32(last),
				Start: t.Tokens[first].Start, End: t.Tokens[last-1].End})
			first = last
		}
	}
	for _, s := range token.New(raw).Sentences {
		for k < len(ends) && ends[k] < int(s.End) {
			k++
		}
		cut(min(k+1, len(ends)))
	}
	cut(len(ends))
	return out
}

func write(w io.Writer, doc []treebank.Sentence, x *syntax.Text, resplit bool) {
	i := 0
	sent := 0
	for _, s := range doc {
		for _, c := range s.Comments {
			if !resplit || strings.HasPrefix(c, "# newdoc") {
				fmt.Fprintln(w, c)
			}
		}
		for _, word := range s.Words {
			base := int(x.Sentences[sent].First)
			id := i - base + 1
			// A multiword token's row holds its ids, which are the file's.
			if word.Span != "" && !resplit {
				fmt.Fprintln(w, word.Span)
			}
			head := 0
			if h := x.Head(i); h >= 0 {
				head = h - base + 1
			}
			k := &x.Words[i]
			misc := "_"
			if !word.SpaceAfter {
				misc = "SpaceAfter=No"
			}
			fmt.Fprintf(w, "%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s\t_\t%s\n", id, word.Form, x.Lemma(i), k.Class, k.Tag, x.Features(i), head, k.Rel, misc)
			i++
			if i == int(x.Sentences[sent].Last) {
				fmt.Fprintln(w)
				sent++
			}
		}
	}
}
