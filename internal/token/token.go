// Package token cuts clean text into sentences and tokens, each with its byte
// offsets into the text. Offsets are born here and never guessed again. It
// favours the tokenisation of English Universal Dependencies, since the
// parser is trained on it, over that of other languages, whose words and
// sentences come out right where they are written with spaces and full stops.
//
// Every byte that is neither white space nor a control or format character is
// in exactly one token; tokens do not overlap and stand in order. A line break
// ends a sentence. The time is linear in the text, and nothing is allocated
// for a token beyond its place in the slice.
//
// It knows no word classes, no names and no dates. The lists it reads are
// those of lexicon's abbrev directory.
package token

import (
	"math"
	"sort"
)

// A Token is a word, a number, a mark or a part of one. Text[Start:End] of
// the text that it was cut from is the token; there is no copy.
type Token struct {
	Start, End int32
}

// A Sentence is a run of tokens: Text.Tokens[First:Last].
type Sentence struct {
	First, Last int32 // indexes into Text.Tokens
	Start, End  int32 // byte offsets
}

// A Text is a clean text with its tokens and sentences. It is read-only after
// New and safe for concurrent use.
type Text struct {
	S         string
	Tokens    []Token
	Sentences []Sentence
}

// New cuts s. Any bytes give a result; what lies beyond 2 GB is not cut.
func New(s string) *Text {
	t := &Text{S: s}
	if len(s) > math.MaxInt32 {
		s = s[:math.MaxInt32]
	}
	sc := scanner{s: s, lists: compiled(), at: -1, out: make([]Token, 0, len(s)/5+4)}
	sc.scan()
	t.Tokens = sc.out
	t.Sentences = split(t, sc.lists)
	return t
}

// Word returns the text of token i.
func (t *Text) Word(i int) string {
	k := t.Tokens[i]
	return t.S[k.Start:k.End]
}

// SpaceAfter reports whether something stands between token i and the next
// one, or the end of the text after the last.
func (t *Text) SpaceAfter(i int) bool {
	if i+1 < len(t.Tokens) {
		return t.Tokens[i].End < t.Tokens[i+1].Start
	}
	return int(t.Tokens[i].End) < len(t.S)
}

// SentenceOf returns the index of the sentence that token i stands in.
func (t *Text) SentenceOf(i int) int {
	return sort.Search(len(t.Sentences), func(k int) bool { return int(t.Sentences[k].Last) > i })
}

// TokenAt returns the index of the first token that ends after the byte
// offset off: the token that holds off or, in a gap, the next one. It is
// len(t.Tokens) past the last token.
func (t *Text) TokenAt(off int) int {
	return sort.Search(len(t.Tokens), func(k int) bool { return int(t.Tokens[k].End) > off })
}
