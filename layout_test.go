package newsfact

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const module = "github.com/newsfact/newsfact"

// arrows are the rooms of internal and what each may import. It may also
// import what those may.
var arrows = map[string][]string{
	"forest":   nil,
	"lexicon":  nil,
	"page":     {"lexicon"},
	"stamp":    {"lexicon"},
	"token":    {"lexicon"},
	"translit": {"lexicon"},
	"meta":     {"page", "stamp"},
	"timex":    {"token"},
	"chrome":   {"meta", "timex", "forest"},
	"syntax":   {"token"},
	"mention":  {"syntax"},
	"names":    {"translit"},
	"speech":   {"mention"},
	"entity":   {"speech", "names"},
	"fact":     {"entity", "timex"},
}

// support are the rooms that only tests import.
var support = []string{"golden", "linear"}

// mayImport reports whether room a may import room b, over any number of
// arrows.
func mayImport(a, b string) bool {
	if a == b {
		return true
	}
	return slices.ContainsFunc(arrows[a], func(c string) bool { return mayImport(c, b) })
}

// outside are the packages of other modules, and who may import them.
var outside = []struct {
	prefix string
	may    func(dir string, test bool) bool
}{
	{"golang.org/x/net/html/atom", func(dir string, _ bool) bool { return mayImport(room(dir), "page") }}, // names of elements
	// The only room that knows HTML; the trainer of the model for texts scrapes pages as naively as others do.
	{"golang.org/x/net/html", func(dir string, test bool) bool {
		return test || room(dir) == "page" || filepath.ToSlash(dir) == "internal/chrome/train"
	}},
	{"golang.org/x/text", func(string, bool) bool { return true }},
	{"github.com/google/go-cmp", func(_ string, test bool) bool { return test }},
}

// forbidden are packages of the standard library that a library for untrusted
// text has no business with. Commands may import them.
var forbidden = []string{"C", "log", "log/slog", "net", "net/http", "os", "os/exec", "plugin", "unsafe"}

// workshops are packages that commands alone may import: they make models and
// read files.
var workshops = []string{"internal/syntax/train", "internal/syntax/treebank"}

func workshop(dir string) bool { return slices.Contains(workshops, filepath.ToSlash(dir)) }

// room returns the room that the package in dir belongs to, or "".
func room(dir string) string {
	rest, ok := strings.CutPrefix(filepath.ToSlash(dir), "internal/")
	if !ok {
		return ""
	}
	name, _, _ := strings.Cut(rest, "/")
	return name
}

// packages yields the packages of the module by their directories.
func packages(t *testing.T) map[string]*build.Package {
	t.Helper()
	out := make(map[string]*build.Package)
	err := filepath.WalkDir(".", func(dir string, d fs.DirEntry, err error) error {
		if err != nil || !d.IsDir() {
			return err
		}
		if name := d.Name(); dir != "." && (strings.HasPrefix(name, ".") || strings.HasPrefix(name, "_") || name == "testdata") {
			return filepath.SkipDir
		}
		p, err := build.ImportDir(dir, 0)
		if _, none := err.(*build.NoGoError); none {
			return nil
		}
		if err != nil {
			return err
		}
		out[dir] = p
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestImports(t *testing.T) {
	t.Parallel()
	for dir, p := range packages(t) {
		if r := room(dir); r != "" {
			if _, ok := arrows[r]; !ok && !slices.Contains(support, r) {
				t.Errorf("%s: no such room; draw its arrows in layout_test.go", dir)
			}
		}
		for _, i := range p.Imports {
			checkImport(t, p, dir, i, false)
		}
		for _, i := range slices.Concat(p.TestImports, p.XTestImports) {
			checkImport(t, p, dir, i, true)
		}
	}
}

func checkImport(t *testing.T, p *build.Package, dir, imported string, test bool) {
	t.Helper()
	first, _, _ := strings.Cut(imported, "/")
	switch to := strings.TrimPrefix(imported, module+"/"); {
	case imported == module:
		if room(dir) != "" && !p.IsCommand() {
			t.Errorf("%s imports the public package", dir)
		}
	case to != imported:
		b := room(to)
		switch {
		case strings.HasPrefix(dir, "examples") && b != "":
			t.Errorf("%s imports %s: an example uses the public package only", dir, to)
		case workshop(to) && !test && !p.IsCommand() && !workshop(dir):
			t.Errorf("%s imports %s, which is for commands", dir, to)
		case slices.Contains(support, b):
			if !test && room(dir) != b {
				t.Errorf("%s imports %s outside its tests", dir, b)
			}
		case room(dir) != "" && !mayImport(room(dir), b):
			t.Errorf("%s imports %s: there is no arrow %s < %s", dir, to, b, room(dir))
		}
	case strings.Contains(first, "."):
		for _, o := range outside {
			if imported == o.prefix || strings.HasPrefix(imported, o.prefix+"/") {
				if !o.may(dir, test) && !slices.Contains(support, room(dir)) {
					t.Errorf("%s may not import %s", dir, imported)
				}
				return
			}
		}
		t.Errorf("%s imports %s, which is no dependency of this module", dir, imported)
	case !test && !p.IsCommand() && !workshop(dir) && !slices.Contains(support, room(dir)) && slices.Contains(forbidden, imported):
		t.Errorf("%s imports %s", dir, imported)
	}
}

// TestNoInit keeps work out of an import: no func init, no regular expression
// in a package-level variable; and the library from reading the clock.
func TestNoInit(t *testing.T) {
	t.Parallel()
	fset := token.NewFileSet()
	for dir, p := range packages(t) {
		if p.IsCommand() || workshop(dir) || slices.Contains(support, room(dir)) {
			continue
		}
		for _, name := range p.GoFiles {
			f, err := parser.ParseFile(fset, filepath.Join(dir, name), nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range f.Decls {
				switch d := d.(type) {
				case *ast.FuncDecl:
					if d.Name.Name == "init" && d.Recv == nil {
						t.Errorf("%v: func init: compile at first use, with sync.OnceValue", fset.Position(d.Pos()))
					}
				case *ast.GenDecl:
					ast.Inspect(d, func(n ast.Node) bool {
						if _, ok := n.(*ast.FuncLit); ok {
							return false // runs when it is called
						}
						if calls(n, "regexp", "Compile", "MustCompile", "CompilePOSIX", "MustCompilePOSIX") {
							t.Errorf("%v: compiled at import; do it at first use, with sync.OnceValue", fset.Position(n.Pos()))
						}
						return true
					})
				}
			}
			ast.Inspect(f, func(n ast.Node) bool {
				if calls(n, "time", "Now", "Since", "Until") {
					t.Errorf("%v: reads the clock: two runs must agree", fset.Position(n.Pos()))
				}
				return true
			})
		}
	}
}

// calls reports whether n is a call of one of the package's functions.
func calls(n ast.Node, pkg string, funcs ...string) bool {
	c, ok := n.(*ast.CallExpr)
	if !ok {
		return false
	}
	s, ok := c.Fun.(*ast.SelectorExpr)
	if !ok {
		return false
	}
	x, ok := s.X.(*ast.Ident)
	return ok && x.Name == pkg && slices.Contains(funcs, s.Sel.Name)
}

// Limits on what an import costs before main begins.
const (
	maxInitBytes = 100_000
	maxInitMS    = 1.0
)

// TestImportCost builds a program that imports the package and one that does
// not, and adds up what the runtime says of the initialisation of the packages
// that only the first has.
func TestImportCost(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("builds two programs")
	}
	const program = "package main\n\nimport _ \"fmt\"\n"
	without := initCosts(t, "without", program+"func main() {}\n")
	with := initCosts(t, "with", program+"import _ \""+module+"\"\nfunc main() {}\n")
	var all initCost
	var dear []string
	for name, c := range with {
		if _, ok := without[name]; ok {
			continue
		}
		all.bytes += c.bytes
		all.ms += c.ms
		if c.bytes >= maxInitBytes/10 || c.ms >= maxInitMS/10 {
			dear = append(dear, fmt.Sprintf("%s %d bytes, %.3f ms", name, c.bytes, c.ms))
		}
	}
	t.Logf("an import costs %d bytes and %.3f ms", all.bytes, all.ms)
	if all.bytes > maxInitBytes || all.ms > maxInitMS {
		slices.Sort(dear)
		t.Errorf("an import costs %d bytes and %.3f ms, more than %d and %g; the dearest packages:\n%s",
			all.bytes, all.ms, maxInitBytes, maxInitMS, strings.Join(dear, "\n"))
	}
}

type initCost struct {
	bytes int
	ms    float64
}

// initCosts builds a program and returns what each of its packages costs: the
// least of several runs, since the machine may be busy.
func initCosts(t *testing.T, name, source string) map[string]initCost {
	t.Helper()
	dir := t.TempDir()
	file, bin := filepath.Join(dir, name+".go"), filepath.Join(dir, name+".exe")
	if err := os.WriteFile(file, []byte(source), 0o666); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("go", "build", "-o", bin, file).CombinedOutput(); err != nil {
		t.Fatalf("building %s: %v\n%s", name, err, out)
	}
	costs := make(map[string]initCost)
	for range 10 {
		cmd := exec.Command(bin)
		cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
		out, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%v\n%s", err, out)
		}
		for line := range strings.Lines(string(out)) {
			// init golang.org/x/text/language @0.5 ms, 0.013 ms clock, 33928 bytes, 21 allocs
			f := strings.Fields(line)
			if len(f) != 11 || f[0] != "init" {
				continue
			}
			n, err1 := strconv.Atoi(f[7])
			ms, err2 := strconv.ParseFloat(f[4], 64)
			if err1 != nil || err2 != nil {
				t.Fatalf("the trace has another form: %s", line)
			}
			if c, ok := costs[f[1]]; !ok || ms < c.ms {
				costs[f[1]] = initCost{n, ms}
			}
		}
	}
	if len(costs) == 0 {
		t.Fatal("GODEBUG=inittrace=1 traced nothing")
	}
	return costs
}

// TestMayImport holds the table to being a table: every room that an arrow
// points at exists, and no room may import itself over others.
func TestMayImport(t *testing.T) {
	t.Parallel()
	for a, bs := range arrows {
		for _, b := range bs {
			if _, ok := arrows[b]; !ok {
				t.Errorf("%s < %s: no room %s", b, a, b)
			} else if mayImport(b, a) {
				t.Errorf("%s and %s may import each other", a, b)
			}
		}
	}
	if !mayImport("fact", "lexicon") || mayImport("page", "chrome") {
		t.Error("arrows do not add up")
	}
}
