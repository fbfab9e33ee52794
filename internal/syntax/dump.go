package syntax

import (
	"fmt"
	"strings"
)

// Dump writes the tree of sentence k for developers: a line a token, each
// indented below what it depends on, in the order of the text.
func (t *Text) Dump(k int) string {
	s := t.Sentences[k]
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n", t.S[s.Start:s.End])
	for i := int(s.First); i < int(s.Last); i++ {
		w := t.Words[i]
		depth := 0
		for h := w.Head; h >= 0 && depth < 40; h = t.Words[h].Head {
			depth++
		}
		head := "-"
		if w.Head >= 0 {
			head = t.Word(int(w.Head))
		}
		fmt.Fprintf(&b, "%4d %-5s %-6s %s%s  %s ← %s\n", i, w.Tag, w.Class, strings.Repeat("  ", depth), t.Word(i), w.Rel, head)
	}
	return b.String()
}
