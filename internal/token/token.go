// Package token cuts clean text into sentences and tokens, each with its byte
// offsets into the text. Offsets are born here and never guessed again. It
// favours the tokenisation of English Universal Dependencies, since the
// parser is trained on it.
//
// It knows no word classes, no names and no dates.
package token

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

// Word returns the text of token i.
func (t *Text) Word(i int) string {
	k := t.Tokens[i]
	return t.S[k.Start:k.End]
}
