package lexicon

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"
)

// TestCodes holds every country code in the lists of places and organisations
// to the table of countries, and that table to ISO 3166-1.
func TestCodes(t *testing.T) {
	t.Parallel()
	for code, cols := range Countries().All() {
		r, err := language.ParseRegion(code)
		if err != nil || !r.IsCountry() {
			t.Errorf("%s: not a country of ISO 3166-1", code)
			continue
		}
		if r.ISO3() != cols[0] {
			t.Errorf("%s: alpha-3 %s, want %s", code, cols[0], r.ISO3())
		}
		if got := CountryNames().Get(cols[1]); got == nil || got[0] != code {
			t.Errorf("%s: country_names.txt gives %q to %v", code, cols[1], got)
		}
	}
	if n := Countries().Len(); n != 250 {
		t.Errorf("%d countries, want the 249 of ISO 3166-1 and Kosovo", n)
	}
	check := func(list, key, codes string) {
		for code := range strings.FieldsSeq(codes) {
			if Countries().Get(code) == nil && code != "INT" {
				t.Errorf("%s: %s: unknown country %s", list, key, code)
			}
		}
	}
	for list, table := range map[string]*Table{"country_names": CountryNames(), "demonyms": Demonyms(), "metonyms": Metonyms()} {
		for key, cols := range table.All() {
			check(list, key, cols[0])
		}
	}
	for list, g := range map[string]*Gazetteer{"cities": Cities(), "regions": Regions()} {
		for key, codes := range g.All() {
			check(list, key, codes)
		}
	}
	for key, cols := range Organizations().All() {
		check("organizations", key, strings.Split(cols, "\t")[1])
	}
}

// TestClasses holds the columns of classes to the words that the head
// comments name.
func TestClasses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		list  string
		table *Table
		col   int
		want  string
	}{
		{"country_names", CountryNames(), 1, "name official alias abbreviation former part"},
		{"demonyms", Demonyms(), 1, "both person people"},
		{"demonyms", Demonyms(), 2, "nation part"},
		{"metonyms", Metonyms(), 1, "capital seat institution"},
		{"features", Features(), 0, "continent region sea strait canal river lake mountain island"},
		{"titles", Titles(), 0, "honorific royal religious military police office job"},
		{"titles", Titles(), 1, "m f u"},
		{"traps", NameTraps(), 0, "month day abbreviation season holiday word"},
		{"sons", SonParticles(), 0, "before after"},
		{"patronymics", Patronymics(), 0, "m f"},
		{"surname_endings", SurnameEndings(), 0, "m f"},
	} {
		want := strings.Fields(c.want)
		for key, cols := range c.table.All() {
			if !slices.Contains(want, cols[c.col]) {
				t.Errorf("%s: %s: class %q", c.list, key, cols[c.col])
			}
		}
	}
	classes := strings.Split("international,ministry,agency,government,parliament,military,armed group,party,company,university,outlet,think tank,charity,union,sport,religious", ",")
	for key, cols := range Organizations().All() {
		f := strings.Split(cols, "\t")
		if !slices.Contains(classes, f[2]) {
			t.Errorf("organizations: %s: class %q", key, f[2])
		}
		if full, ok := Organizations().Find(f[0]); !ok || !strings.HasPrefix(full, f[0]+"\t") {
			t.Errorf("organizations: %s: the full name %q is not its own", key, f[0])
		}
	}
	for key, cols := range GivenNames().All() {
		if g, cultures, _ := strings.Cut(cols, "\t"); g != "m" && g != "f" && g != "u" || cultures == "" {
			t.Errorf("given: %s: %q", key, cols)
		}
	}
}

// TestVariantGroups holds a group to be called by a form that belongs to it.
func TestVariantGroups(t *testing.T) {
	t.Parallel()
	for form, cols := range GivenVariants().All() {
		for g := range strings.FieldsSeq(cols[0]) {
			own := GivenVariants().Get(strings.ReplaceAll(g, "-", ""))
			if own == nil || !slices.Contains(strings.Fields(own[0]), g) {
				t.Errorf("%s: the form %s is not in its group", form, g)
			}
		}
	}
}

func TestCountryOf(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]string{
		"Azerbaijan": "AZ", "Azerbaijanis": "AZ", "Baku": "AZ", "Shusha": "AZ", "SOCAR": "AZ", "Nagorno-Karabakh": "AZ",
		"Burma": "MM", "Swiss Confederation": "CH", "Kremlin": "RU", "Downing Street": "GB", "Quai d'Orsay": "FR",
		"Crimea": "UA", "Abkhazia": "GE", "Northern Cyprus": "CY", "Tbilisi": "GE", "Batumi": "GE", "Kosovars": "XK",
		"Nigerien": "NE", "Nigerian": "NG", "Tatarstan": "RU", "Kashgar": "CN", "Lagos": "NG", "Hezbollah": "LB",
		"Riksdag": "SE", "Petrobras": "BR", "Falklands": "FK", "U.S.": "US", "Côte d'Ivoire": "CI", "Cote d'Ivoire": "CI",
	} {
		if got, ok := CountryOf(name); !ok || got != want {
			t.Errorf("CountryOf(%q) = %q, %t, want %s", name, got, ok, want)
		}
	}
	for _, name := range []string{"", "United Nations", "Black Sea", "Xyzzy", "baku"} {
		if got, ok := CountryOf(name); ok {
			t.Errorf("CountryOf(%q) = %q, want none", name, got)
		}
	}
}

// TestGazetteer checks the search on the text against a scan of its lines.
func TestGazetteer(t *testing.T) {
	t.Parallel()
	for name, g := range map[string]*Gazetteer{
		"given": GivenNames(), "cities": Cities(), "regions": Regions(), "organizations": Organizations(),
		"small": newGazetteer("# head\na\t1\nab\t2\nb\t3\n"), "one": newGazetteer("# head\nx\n"), "empty": newGazetteer("# head\n"), "zero": {},
	} {
		all := maps.Collect(g.All())
		for key, want := range all {
			if got, ok := g.Find(key); !ok || got != want {
				t.Fatalf("%s: Find(%q) = %q, %t, want %q", name, key, got, ok, want)
			}
			for _, other := range []string{key + "x", key + "\t", key + "\n", key[1:], "\x00" + key, strings.ToUpper(key)} {
				_, in := all[other]
				if _, ok := g.FindBytes([]byte(other)); ok != in {
					t.Fatalf("%s: Find(%q) = %t", name, other, ok)
				}
			}
		}
		for _, p := range []string{"", "a", "New ", "zz", "\xff", strings.Repeat("long ", 50)} {
			want := false
			for key := range all {
				want = want || strings.HasPrefix(key, p)
			}
			if got := g.HasPrefix(p); got != want && len(all) > 0 {
				t.Errorf("%s: HasPrefix(%q) = %t", name, p, got)
			}
		}
	}
}

// TestCoverage holds the lists to the size that finding names in news needs.
func TestCoverage(t *testing.T) {
	t.Parallel()
	count := func(g *Gazetteer) (n int) {
		for range g.All() {
			n++
		}
		return n
	}
	for name, c := range map[string][2]int{
		"given names": {count(GivenNames()), 6000}, "cities": {count(Cities()), 2000},
		"organisations": {count(Organizations()), 500}, "regions": {count(Regions()), 900},
	} {
		if c[0] < c[1] {
			t.Errorf("%d %s, want %d", c[0], name, c[1])
		}
	}
}

func BenchmarkGazetteer(b *testing.B) {
	keys := []string{"ilham", "volodymyr", "zzz", "aleksandr"}
	b.ReportAllocs()
	for b.Loop() {
		for _, k := range keys {
			GivenNames().Find(k)
		}
	}
}
