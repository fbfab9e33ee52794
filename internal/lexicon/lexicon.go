// Package lexicon holds the words that newsfact knows and the matchers that
// find them: lists, tables and phrases, each compiled from an embedded text
// file at its first use. It trades a little memory for speed: a compiled list
// stays for the life of the process, read-only and shared by all goroutines.
//
// It knows words, not news: no dates, no entities, no input text, no rules
// that decide anything. Each list is reached by one documented function, so
// go doc of this package is the catalogue. The format of the files is
// described in data/README.md and held by TestData.
package lexicon

import (
	"embed"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
)

//go:embed data
var data embed.FS

// A Row is one entry of a data file: its columns and the line it stands on.
type Row struct {
	Cols []string
	Line int
}

// rows reads a data file. The data ship with the code, so that a file that
// cannot be read is a bug in this package, and panics with its name and line.
func rows(name string) []Row { return parseRows(text(name)) }

// text is what a data file says, copied once.
func text(name string) string {
	f, err := data.Open("data/" + name)
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	var b strings.Builder
	if info, err := f.Stat(); err == nil {
		b.Grow(int(info.Size()))
	}
	var buf [4 << 10]byte
	if _, err := io.CopyBuffer(&b, f, buf[:]); err != nil {
		panic("lexicon: " + err.Error())
	}
	return b.String()
}

// parseRows keeps the columns of all rows in one array: a list has tens of
// thousands.
func parseRows(s string) []Row {
	out := make([]Row, 0, strings.Count(s, "\n")+1)
	cols := make([]string, 0, cap(out)+strings.Count(s, "\t"))
	for line := 1; s != ""; line++ {
		l, rest, _ := strings.Cut(s, "\n")
		s = rest
		if l == "" || l[0] == '#' {
			continue
		}
		from := len(cols)
		for more := true; more; {
			var c string
			c, l, more = strings.Cut(l, "\t")
			cols = append(cols, c)
		}
		out = append(out, Row{Cols: cols[from:len(cols):len(cols)], Line: line})
	}
	return out
}

// A Set is a list of words or phrases, one an entry. The zero Set is empty.
type Set struct {
	m map[string]struct{}
}

// newSet compiles the first column of a data file.
func newSet(name string) *Set {
	rs := rows(name)
	s := &Set{m: make(map[string]struct{}, len(rs))}
	for _, r := range rs {
		if _, ok := s.m[r.Cols[0]]; ok {
			panic(fmt.Sprintf("lexicon: %s:%d: duplicate %q", name, r.Line, r.Cols[0]))
		}
		s.m[r.Cols[0]] = struct{}{}
	}
	return s
}

// Has reports whether the list holds w, letter by letter.
func (s *Set) Has(w string) bool {
	_, ok := s.m[w]
	return ok
}

// HasBytes is Has without an allocation.
func (s *Set) HasBytes(w []byte) bool {
	_, ok := s.m[string(w)]
	return ok
}

// Len is the number of entries.
func (s *Set) Len() int { return len(s.m) }

// All yields the entries in byte order.
func (s *Set) All() iter.Seq[string] {
	keys := make([]string, 0, len(s.m))
	for k := range s.m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return slices.Values(keys)
}

// A Table is a list whose entries carry further columns. The zero Table is
// empty.
type Table struct {
	m map[string][]string
}

// newTable compiles a data file; the first column is the key.
func newTable(name string) *Table {
	rs := rows(name)
	t := &Table{m: make(map[string][]string, len(rs))}
	for _, r := range rs {
		if _, ok := t.m[r.Cols[0]]; ok {
			panic(fmt.Sprintf("lexicon: %s:%d: duplicate %q", name, r.Line, r.Cols[0]))
		}
		t.m[r.Cols[0]] = r.Cols[1:]
	}
	return t
}

// Get returns the columns after the key, or nil where the list has no such key.
func (t *Table) Get(key string) []string { return t.m[key] }

// GetBytes is Get without an allocation.
func (t *Table) GetBytes(key []byte) []string { return t.m[string(key)] }

// Len is the number of entries.
func (t *Table) Len() int { return len(t.m) }

// All yields keys and columns in the byte order of the keys.
func (t *Table) All() iter.Seq2[string, []string] {
	keys := make([]string, 0, len(t.m))
	for k := range t.m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return func(yield func(string, []string) bool) {
		for _, k := range keys {
			if !yield(k, t.m[k]) {
				return
			}
		}
	}
}

// languages lists the data files dir/xx.txt by their language code.
func languages(dir string) []string {
	es, err := data.ReadDir("data/" + dir)
	if err != nil {
		panic("lexicon: " + err.Error())
	}
	var out []string
	for _, e := range es {
		if l, ok := strings.CutSuffix(e.Name(), ".txt"); ok {
			out = append(out, l)
		}
	}
	return out
}
