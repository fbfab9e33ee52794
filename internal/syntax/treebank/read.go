// Package treebank reads CoNLL-U files and writes out the text behind them. It
// favours the two treebanks that the parser is trained on: it keeps what their
// comments say of paragraphs, and leaves empty nodes out. It is imported by
// the training and the workbench only, never by the library.
package treebank

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// A Word is one syntactic word of a CoNLL-U file.
type Word struct {
	Form, Lemma, UPOS, XPOS, Feats, Rel string
	Head                                int // 0 is the root
	Misc                                string
	Span                                string // the row of the multiword token that starts here
	Surface                             string // the text of that token
	SpanLen                             int    // how many words it has
	SpaceAfter                          bool   // false inside a multiword token
}

// A Sentence is a run of words with the comments that stand before it.
type Sentence struct {
	Comments []string
	Words    []Word
	NewDoc   string // the name of the document that starts here
	NewPar   bool   // a paragraph starts here
}

// Read reads a CoNLL-U file; empty nodes are left out.
func Read(path string) ([]Sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []Sentence
	var cur Sentence
	spanEnd, spanSpace := 0, true
	blocks := map[int]bool{} // the sentences that follow a block of GUM's
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for line := 1; sc.Scan(); line++ {
		l := sc.Text()
		switch {
		case l == "":
			if len(cur.Words) > 0 {
				cur.NewPar = cur.NewPar || blocks[len(out)]
				out = append(out, cur)
			}
			cur, spanEnd = Sentence{}, 0
		case l[0] == '#':
			cur.Comments = append(cur.Comments, l)
			if d, ok := strings.CutPrefix(l, "# newdoc"); ok {
				cur.NewDoc = strings.TrimPrefix(d, " id = ")
				cur.NewPar = true
			}
			cur.NewPar = cur.NewPar || strings.HasPrefix(l, "# newpar")
			if b, ok := strings.CutPrefix(l, "# newpar_block = "); ok { // "head (1 s)"
				_, b, _ = strings.Cut(b, "(")
				b, _, _ = strings.Cut(b, " ")
				if n, err := strconv.Atoi(b); err == nil {
					blocks[len(out)+n] = true
				}
			}
		default:
			c := strings.Split(l, "\t")
			if len(c) != 10 {
				return nil, fmt.Errorf("%s:%d: %d columns, want 10", path, line, len(c))
			}
			space := !strings.Contains(c[9], "SpaceAfter=No")
			if a, b, ok := strings.Cut(c[0], "-"); ok {
				first, err1 := strconv.Atoi(a)
				last, err2 := strconv.Atoi(b)
				if err1 != nil || err2 != nil || first != len(cur.Words)+1 || last < first {
					return nil, fmt.Errorf("%s:%d: bad range %q", path, line, c[0])
				}
				spanEnd, spanSpace = last, space
				cur.Words = append(cur.Words, Word{Span: l, Surface: c[1], SpanLen: last - first + 1})
				continue
			}
			if strings.Contains(c[0], ".") {
				continue
			}
			w := Word{}
			if n := len(cur.Words); n > 0 && cur.Words[n-1].Form == "" {
				w = cur.Words[n-1] // what its multiword token left
				cur.Words = cur.Words[:n-1]
			}
			id := len(cur.Words) + 1
			head, err := strconv.Atoi(c[6])
			if c[6] == "_" {
				head, err = 0, nil
			}
			if err != nil || c[0] != strconv.Itoa(id) {
				return nil, fmt.Errorf("%s:%d: bad id %q or head %q", path, line, c[0], c[6])
			}
			w.Form, w.Lemma, w.UPOS, w.XPOS, w.Feats, w.Head, w.Rel, w.Misc = c[1], c[2], c[3], c[4], c[5], head, c[7], c[9]
			switch {
			case id < spanEnd:
			case id == spanEnd:
				w.SpaceAfter = spanSpace
			default:
				w.SpaceAfter = space
			}
			cur.Words = append(cur.Words, w)
		}
	}
	if len(cur.Words) > 0 {
		out = append(out, cur)
	}
	return out, sc.Err()
}

// RawText writes the text of a document's sentences, paragraphs parted by an
// empty line, and the byte offset of the end of each word.
func RawText(sents []Sentence) (text string, ends []int) {
	var b strings.Builder
	for i, s := range sents {
		if i > 0 {
			if s.NewPar {
				b.WriteString("\n\n")
			} else if p := sents[i-1].Words; p[len(p)-1].SpaceAfter {
				b.WriteByte(' ')
			}
		}
		for k := 0; k < len(s.Words); {
			w := s.Words[k]
			n := 1
			if w.Surface != "" {
				n = w.SpanLen
			}
			if w.Surface == "" {
				b.WriteString(w.Form)
				ends = append(ends, b.Len())
			} else {
				// The parts of a multiword token follow one another in it.
				start := b.Len()
				b.WriteString(w.Surface)
				at := 0
				for j := range n {
					at = min(at+len(s.Words[k+j].Form), len(w.Surface))
					if j == n-1 {
						at = len(w.Surface)
					}
					ends = append(ends, start+at)
				}
			}
			k += n
			if s.Words[k-1].SpaceAfter && k < len(s.Words) {
				b.WriteByte(' ')
			}
		}
	}
	return b.String(), ends
}

// Documents cuts the sentences of a file at its documents.
func Documents(sents []Sentence) [][]Sentence {
	var out [][]Sentence
	first := 0
	for i := range sents {
		if i+1 == len(sents) || sents[i+1].NewDoc != "" {
			out = append(out, sents[first:i+1])
			first = i + 1
		}
	}
	return out
}
