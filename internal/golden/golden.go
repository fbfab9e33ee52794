// Package golden reads and writes test cases in the txtar form: a comment
// that says why the case exists, then files, each under a line "-- name --".
// It is imported by tests only; an archive costs its size in memory.
//
// It knows nothing of what the cases hold. The form is that of
// golang.org/x/tools/txtar, which is not imported because what only tests
// need is still a requirement that importers of the module see.
package golden

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the expected sections of golden cases")

// A Case is one golden file.
type Case struct {
	Path    string
	Comment string // why the case exists; never empty
	files   []file
	changed bool
}

type file struct{ name, data string }

// Run calls fn as a parallel subtest for each case that matches the pattern,
// and with -update writes back the sections that Check found different.
func Run(t *testing.T, pattern string, fn func(t *testing.T, c *Case)) {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	if len(paths) == 0 {
		t.Fatalf("no golden cases match %s", pattern)
	}
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".txtar")
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b, err := os.ReadFile(p)
			if err != nil {
				t.Fatal(err)
			}
			c := Parse(b)
			c.Path = p
			if strings.TrimSpace(c.Comment) == "" {
				t.Fatalf("%s: a case must say in its comment why it exists", p)
			}
			fn(t, c)
			if c.changed && *update {
				if err := os.WriteFile(p, c.format(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// Parse reads an archive.
func Parse(b []byte) *Case {
	c := &Case{}
	var cur *strings.Builder = new(strings.Builder)
	name := ""
	flush := func() {
		if name == "" {
			c.Comment = cur.String()
		} else {
			c.files = append(c.files, file{name, cur.String()})
		}
		cur = new(strings.Builder)
	}
	for line := range bytes.Lines(b) {
		if n, ok := marker(line); ok {
			flush()
			name = n
			continue
		}
		cur.Write(line)
	}
	flush()
	return c
}

func marker(line []byte) (string, bool) {
	s := strings.TrimRight(string(line), "\r\n")
	if len(s) < 7 || !strings.HasPrefix(s, "-- ") || !strings.HasSuffix(s, " --") {
		return "", false
	}
	return strings.TrimSpace(s[3 : len(s)-3]), true
}

func (c *Case) format() []byte {
	var b bytes.Buffer
	b.WriteString(c.Comment)
	for _, f := range c.files {
		b.WriteString("-- " + f.name + " --\n" + f.data)
		if f.data != "" && !strings.HasSuffix(f.data, "\n") {
			b.WriteByte('\n')
		}
	}
	return b.Bytes()
}

// File returns the section of that name.
func (c *Case) File(name string) (data string, ok bool) {
	for _, f := range c.files {
		if f.name == name {
			return f.data, true
		}
	}
	return "", false
}

// Check compares got with the section of that name, if the case has it: a
// case holds only the sections that it is about. With -update the section is
// rewritten instead.
func (c *Case) Check(t *testing.T, name, got string) {
	t.Helper()
	if got != "" && !strings.HasSuffix(got, "\n") {
		got += "\n"
	}
	for i, f := range c.files {
		if f.name != name || f.data == got {
			continue
		}
		if *update {
			c.files[i].data = got
			c.changed = true
			continue
		}
		t.Errorf("%s: section %s (-want +got); -update rewrites it:\n%s", c.Path, name, cmp.Diff(lines(f.data), lines(got)))
	}
}

func lines(s string) []string { return strings.Split(strings.TrimSuffix(s, "\n"), "\n") }
