package newsfact

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/golden"
)

// FuzzParse reads any bytes as each kind of input. Whatever they are, they
// give an article that keeps the contract's laws, or an error that Parse
// promises; and the same article twice.
func FuzzParse(f *testing.F) {
	for _, s := range seeds(f) {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, as := range []Format{Sniff, HTML, Text, Clean} {
			if err := checkParse(string(b), as); err != nil {
				t.Errorf("as %q: %v", as, err)
			}
		}
	})
}

// seeds are the inputs of the golden cases and some that no case needs.
func seeds(tb testing.TB) []string {
	out := []string{"", " \n", "\xff\xfe<\x00p\x00>\x00", "\x00", "a\xffb\n\n\xc3", "%PDF-1.7", "<p>a<br><br>b<p hidden>c", "3 views\nA line.\nA line.\n"}
	paths, err := filepath.Glob("testdata/parse/*.txtar")
	if err != nil {
		tb.Fatal(err)
	}
	for _, p := range paths {
		b, err := os.ReadFile(p)
		if err != nil {
			tb.Fatal(err)
		}
		c := golden.Parse(b)
		for _, name := range []string{"input.html", "input.txt"} {
			if s, ok := c.File(name); ok {
				out = append(out, s)
			}
		}
	}
	return out
}

func checkParse(input string, as Format) error {
	a, err := Parse(strings.NewReader(input), &Options{As: as})
	if err != nil {
		if errors.Is(err, ErrNotText) {
			return nil
		}
		return err
	}
	if err := checkArticle(a, input, as); err != nil {
		return err
	}
	again, err := Parse(strings.NewReader(input), &Options{As: as})
	if err != nil {
		return err
	}
	j1, err1 := json.Marshal(a)
	j2, err2 := json.Marshal(again)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	if !slices.Equal(j1, j2) {
		return fmt.Errorf("two runs differ:\n%s\n%s", j1, j2)
	}
	return nil
}

// TestLawsOnPages holds the development data to the laws, where it is there.
func TestLawsOnPages(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pattern string
		as      Format
	}{
		{"html/*/*.html.gz", HTML},
		{"text/*/*.txt", Text},
	} {
		paths, err := filepath.Glob(filepath.Join(pagesDir, c.pattern))
		if err != nil {
			t.Fatal(err)
		}
		if len(paths) == 0 {
			t.Skipf("no development data in %s", pagesDir)
		}
		for i, p := range paths {
			if testing.Short() && i%20 > 0 {
				continue
			}
			if err := checkParse(string(gunzip(t, p)), c.as); err != nil {
				t.Errorf("%s: %v", p, err)
			}
		}
	}
}
