package lexicon

import (
	"io/fs"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestData holds every data file to the format of data/README.md.
func TestData(t *testing.T) {
	t.Parallel()
	err := fs.WalkDir(data, "data", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".txt") {
			return err
		}
		b, err := fs.ReadFile(data, path)
		if err != nil {
			return err
		}
		checkFile(t, path, string(b))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkFile(t *testing.T, path, s string) {
	t.Helper()
	if !norm.NFC.IsNormalString(s) {
		t.Errorf("%s: not in NFC", path)
	}
	if !strings.HasPrefix(s, "#") {
		t.Errorf("%s: no head comment", path)
	}
	if s != "" && !strings.HasSuffix(s, "\n") {
		t.Errorf("%s: no line end at the end of the file", path)
	}
	for i, l := range strings.Split(strings.TrimSuffix(s, "\n"), "\n") {
		if strings.TrimRight(l, " \t\r") != l || l == "" {
			t.Errorf("%s:%d: blank line, or space at the line's end", path, i+1)
		}
	}
	rs := parseRows(s)
	for i, r := range rs {
		for _, c := range r.Cols {
			if c == "" || strings.TrimSpace(c) != c {
				t.Errorf("%s:%d: blank column, or space around one", path, r.Line)
			}
		}
		if len(r.Cols) != len(rs[0].Cols) {
			t.Errorf("%s:%d: %d columns, the first entry has %d", path, r.Line, len(r.Cols), len(rs[0].Cols))
		}
		if i > 0 && rs[i-1].Cols[0] >= r.Cols[0] {
			t.Errorf("%s:%d: %q does not sort after %q", path, r.Line, r.Cols[0], rs[i-1].Cols[0])
		}
	}
}
