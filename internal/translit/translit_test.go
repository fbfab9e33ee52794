package translit

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/golden"
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/linear"
)

// TestGolden writes the words of each language by all its systems. A case is
// named by its language.
func TestGolden(t *testing.T) {
	t.Parallel()
	golden.Run(t, "testdata/*.txtar", func(t *testing.T, c *golden.Case) {
		lang := strings.TrimSuffix(filepath.Base(c.Path), ".txtar")
		in, ok := c.File("input")
		if !ok {
			t.Fatal("no input")
		}
		for _, system := range []string{BGNPCGN, National, ISO, ALALC, Press} {
			var got strings.Builder
			for line := range strings.Lines(in) {
				out, ok := Romanize(strings.TrimSuffix(line, "\n"), lang, system)
				if _, listed := c.File(system); ok != listed {
					t.Fatalf("system %s: known %t, in the case %t", system, ok, listed)
				}
				got.WriteString(out + "\n")
			}
			c.Check(t, system, got.String())
		}
	})
}

func TestGoldenCoversLanguages(t *testing.T) {
	t.Parallel()
	for _, l := range Languages() {
		if m, _ := filepath.Glob("testdata/" + l + ".txtar"); len(m) == 0 {
			t.Errorf("no golden case for %q", l)
		}
	}
}

func TestUnknown(t *testing.T) {
	t.Parallel()
	for _, c := range [][2]string{{"xx", Press}, {"", Press}, {"uk", "morse"}, {"tr", ISO}, {"iso9", ISO}, {"../ru", Press}} {
		if out, ok := Romanize("слово", c[0], c[1]); ok {
			t.Errorf("Romanize(%q, %q) = %q, want unknown", c[0], c[1], out)
		}
	}
}

// TestSigns holds what no reader sees, and what only looks like a letter of
// the script, to have no effect.
func TestSigns(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, system, in, want string }{
		{"ru", BGNPCGN, "Мо\u200bск\u00adва", "Moskva"},
		{"ru", BGNPCGN, "Москва\u0301", "Moskva"}, // a stress mark
		{"ru", BGNPCGN, "Mоcквa", "Moskva"},       // Latin M, c, a
		{"uk", National, "Kиїв i Львiв", "Kyiv i Lviv"},
		{"ru", ISO, "Moscow", "Moscow"},
		{"el", ISO, "Aθήνα", "Athī́na"}, // Latin A
		{"ar", Press, "محـــمود\u200f", "Mahmoud"},
		{"fa", Press, "محمود احمدي\u200cنژاد", "Mahmoud Ahmadinejad"}, // an Arabic ya
		{"he", Press, "תל־אביב", "Tel Aviv"},
	} {
		if got, _ := Romanize(c.in, c.lang, c.system); got != c.want {
			t.Errorf("Romanize(%q, %s, %s) = %q, want %q", c.in, c.lang, c.system, got, c.want)
		}
	}
}

// TestTables holds every rule of every table to be one that can be read and
// can hold: no set of nothing, no letters of nothing.
func TestTables(t *testing.T) {
	t.Parallel()
	for _, lang := range append(Languages(), "iso9") {
		systems, rows := lexicon.Romanization(lang)
		if languages[lang].script == hangul {
			continue
		}
		if len(systems) == 0 {
			t.Errorf("%s: no table", lang)
		}
		for _, row := range rows {
			r := parseRule(row.Cols[0])
			if len(r.src) == 0 {
				t.Errorf("%s:%d: rule %q rewrites nothing", lang, row.Line, row.Cols[0])
			}
			if r.left != nil && len(r.left) == 0 || r.right != nil && len(r.right) == 0 {
				t.Errorf("%s:%d: rule %q has an empty set", lang, row.Line, row.Cols[0])
			}
			if slices.Index(row.Cols[1:], "") >= 0 {
				t.Errorf("%s:%d: empty column", lang, row.Line)
			}
		}
	}
}

// TestReversible holds ISO 9 to its promise of one sign for one letter.
func TestReversible(t *testing.T) {
	t.Parallel()
	_, rows := lexicon.Romanization("iso9")
	seen := make(map[string]string)
	for _, r := range rows {
		letter, latin := r.Cols[0], r.Cols[1]
		if strings.ContainsAny(letter, "'’ʼъѐѝ") {
			continue // apostrophes, and letters with a grave that only tells words apart
		}
		if other, ok := seen[latin]; ok {
			t.Errorf("%q and %q are both %q", other, letter, latin)
		}
		seen[latin] = letter
	}
}

func TestLinear(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, unit string }{
		{"ru", "Щёлково "}, {"el", "Ευάγγελος "}, {"ar", "مُحَمَّد بن "}, {"he", "יְרוּשָׁלַיִם "},
		{"ko", "대한민국"}, {"fa", "محمد"}, {"uk", "'"}, {"ru", "-"}, {"ru", "ааааaaaa"}, {"ru", "слово."},
	} {
		for _, system := range []string{BGNPCGN, Press} {
			linear.Check(t, c.lang+" "+system+" "+c.unit, 500, func(n int) func() {
				s := strings.Repeat(c.unit, n)
				return func() { Romanize(s, c.lang, system) }
			})
		}
	}
}

func FuzzRomanize(f *testing.F) {
	for _, s := range []string{"Володимир", "Тайип Эрдоган", "Ευάγγελος", "مُحَمَّد", "בְּאֵר שֶׁבַע", "한라산", "Oʻzbekiston", "\xff\xfe", "а\u0301\u0301", "-", "ب", "ـ", "(", "Щ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, lang := range Languages() {
			for _, system := range []string{BGNPCGN, National, ISO, ALALC, Press} {
				out, ok := Romanize(s, lang, system)
				if again, _ := Romanize(s, lang, system); again != out {
					t.Fatalf("%s %s %q: %q, then %q", lang, system, s, out, again)
				}
				if ok && utf8.ValidString(s) && !utf8.ValidString(out) {
					t.Fatalf("%s %s %q: not UTF-8: %q", lang, system, s, out)
				}
			}
		}
	})
}
