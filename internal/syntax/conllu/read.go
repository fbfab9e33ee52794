package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

// A word is one syntactic word of a CoNLL-U file.
type word struct {
	form, lemma, upos, xpos, feats, rel string
	head                                int // 0 is the root
	misc                                string
	span                                string // the row of the multiword token that starts here
	surface                             string // the text of that token
	spanLen                             int
	spaceAfter                          bool // false inside a multiword token
}

// A sentence is a run of words with the comments that stand before it.
type sentence struct {
	comments []string
	words    []word
	newDoc   string
	newPar   bool
}

// read reads a CoNLL-U file; empty nodes are left out.
func read(path string) ([]sentence, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []sentence
	var cur sentence
	spanEnd, spanSpace := 0, true
	blocks := map[int]bool{} // the sentences that follow a block of GUM's
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<24)
	for line := 1; sc.Scan(); line++ {
		l := sc.Text()
		switch {
		case l == "":
			if len(cur.words) > 0 {
				cur.newPar = cur.newPar || blocks[len(out)]
				out = append(out, cur)
			}
			cur, spanEnd = sentence{}, 0
		case l[0] == '#':
			cur.comments = append(cur.comments, l)
			if d, ok := strings.CutPrefix(l, "# newdoc"); ok {
				cur.newDoc = strings.TrimPrefix(d, " id = ")
				cur.newPar = true
			}
			cur.newPar = cur.newPar || strings.HasPrefix(l, "# newpar")
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
				if err1 != nil || err2 != nil || first != len(cur.words)+1 || last < first {
					return nil, fmt.Errorf("%s:%d: bad range %q", path, line, c[0])
				}
				spanEnd, spanSpace = last, space
				cur.words = append(cur.words, word{span: l, surface: c[1], spanLen: last - first + 1})
				continue
			}
			if strings.Contains(c[0], ".") {
				continue
			}
			w := word{}
			if n := len(cur.words); n > 0 && cur.words[n-1].form == "" {
				w = cur.words[n-1] // what its multiword token left
				cur.words = cur.words[:n-1]
			}
			id := len(cur.words) + 1
			head, err := strconv.Atoi(c[6])
			if c[6] == "_" {
				head, err = 0, nil
			}
			if err != nil || c[0] != strconv.Itoa(id) {
				return nil, fmt.Errorf("%s:%d: bad id %q or head %q", path, line, c[0], c[6])
			}
			w.form, w.lemma, w.upos, w.xpos, w.feats, w.head, w.rel, w.misc = c[1], c[2], c[3], c[4], c[5], head, c[7], c[9]
			switch {
			case id < spanEnd:
			case id == spanEnd:
				w.spaceAfter = spanSpace
			default:
				w.spaceAfter = space
			}
			cur.words = append(cur.words, w)
		}
	}
	if len(cur.words) > 0 {
		out = append(out, cur)
	}
	return out, sc.Err()
}

// rawText writes the text of a document's sentences, paragraphs parted by an
// empty line, and the byte offset of the end of each word.
func rawText(sents []sentence) (text string, ends []int) {
	var b strings.Builder
	for i, s := range sents {
		if i > 0 {
			if s.newPar {
				b.WriteString("\n\n")
			} else if p := sents[i-1].words; p[len(p)-1].spaceAfter {
				b.WriteByte(' ')
			}
		}
		for k := 0; k < len(s.words); {
			w := s.words[k]
			n := 1
			if w.surface != "" {
				n = w.spanLen
			}
			if w.surface == "" {
				b.WriteString(w.form)
				ends = append(ends, b.Len())
			} else {
				// The parts of a multiword token follow one another in it.
				start := b.Len()
				b.WriteString(w.surface)
				at := 0
				for j := range n {
					at = min(at+len(s.words[k+j].form), len(w.surface))
					if j == n-1 {
						at = len(w.surface)
					}
					ends = append(ends, start+at)
				}
			}
			k += n
			if s.words[k-1].spaceAfter && k < len(s.words) {
				b.WriteByte(' ')
			}
		}
	}
	return b.String(), ends
}

// documents cuts the sentences of a file at its documents.
func documents(sents []sentence) [][]sentence {
	var out [][]sentence
	first := 0
	for i := range sents {
		if i+1 == len(sents) || sents[i+1].newDoc != "" {
			out = append(out, sents[first:i+1])
			first = i + 1
		}
	}
	return out
}
