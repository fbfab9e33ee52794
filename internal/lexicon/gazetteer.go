package lexicon

import (
	"iter"
	"strings"
)

// A Gazetteer is a large list that is not compiled: a search runs on the text
// of the file itself, whose lines are sorted by their first column. It costs
// some comparisons a search and no memory beyond the file. The zero Gazetteer
// is empty.
type Gazetteer struct {
	text string // without the head comment
}

// newGazetteer takes the head comment off.
func newGazetteer(file string) *Gazetteer {
	for strings.HasPrefix(file, "#") {
		_, file, _ = strings.Cut(file, "\n")
	}
	return &Gazetteer{text: file}
}

// Find returns the columns after the key as one string, parted by tabs, and
// whether the list has the key.
func (g *Gazetteer) Find(key string) (cols string, ok bool) {
	var buf [64]byte // on the stack for all but odd keys
	return g.FindBytes(append(buf[:0], key...))
}

// FindBytes is Find without an allocation.
func (g *Gazetteer) FindBytes(key []byte) (cols string, ok bool) {
	line := g.text[g.search(key):]
	if len(line) <= len(key) || line[:len(key)] != string(key) {
		return "", false
	}
	switch line[len(key)] {
	case '\n':
		return "", true
	case '\t':
		return line[len(key)+1 : strings.IndexByte(line, '\n')], true
	}
	return "", false
}

// HasPrefix reports whether an entry begins with prefix, so that a caller who
// reads on word by word knows when to stop.
func (g *Gazetteer) HasPrefix(prefix string) bool {
	var buf [64]byte
	at := g.search(append(buf[:0], prefix...))
	return strings.HasPrefix(g.text[at:], prefix)
}

// All yields the keys and the columns after them.
func (g *Gazetteer) All() iter.Seq2[string, string] {
	return func(yield func(key, cols string) bool) {
		for line := range strings.Lines(g.text) {
			key, cols, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
			if !yield(key, cols) {
				return
			}
		}
	}
}

// search returns the offset of the first line whose key is not less than key.
func (g *Gazetteer) search(key []byte) int {
	text := g.text
	lo, hi := 0, len(text) // starts of lines
	for lo < hi {
		mid := lo + (hi-lo)/2
		start := strings.LastIndexByte(text[lo:mid], '\n') + 1 + lo
		end := start + strings.IndexByte(text[start:], '\n')
		k := text[start:end]
		if tab := strings.IndexByte(k, '\t'); tab >= 0 {
			k = k[:tab]
		}
		if k < string(key) {
			lo = end + 1
		} else {
			hi = start
		}
	}
	return lo
}
