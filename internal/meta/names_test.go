package meta

import (
	"strings"
	"testing"
)

func TestByline(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		lang, in         string
		people, agencies string // joined by "; "
	}{
		{"en", "Jane Roe", "Jane Roe", ""},
		{"en", "By Jane Roe", "Jane Roe", ""},
		{"en", "ByJane Roe", "Jane Roe", ""},
		{"en", "by Jane Roe and John Doe", "Jane Roe; John Doe", ""},
		{"en", "By Jane Roe, John Doe & Ann Poe | Reuters", "Jane Roe; John Doe; Ann Poe", "Reuters"},
		{"en", "Jane Roe, Political Correspondent", "Jane Roe", ""},
		{"en", "Senior Reporter Jane Roe", "Jane Roe", ""},
		{"en", "Jane Roe in Paris", "Jane Roe", ""},
		{"en", "Jane Roe, Paris", "Jane Roe", ""},
		{"en", "Jane Roe (AP)", "Jane Roe", "AP"},
		{"en", "JANE ROE", "Jane Roe", ""},
		{"en", "Jane DOYLE", "Jane Doyle", ""},
		{"en", "J.R. Stone", "J.R. Stone", ""},
		{"en", "SEAN O'NEILL", "Sean O'Neill", ""},
		{"en", "Roe, Jane", "Jane Roe", ""},
		{"en", "Roe, Jane; Doe, John", "Jane Roe; John Doe", ""},
		{"en", "Jane Roe jane@example.org @janeroe", "Jane Roe", ""},
		{"en", "Jane Roe | Published 2 May 2024", "Jane Roe", ""},
		{"en", "Jane Roe for Example Daily", "Jane Roe", ""},
		{"en", "Photo by John Doe", "", ""},
		{"en", "Associated Press", "", "Associated Press"},
		{"en", "Our Newsroom", "", "Our Newsroom"},
		{"en", "Example Daily", "", "Example Daily"}, // the site
		{"en", "https://example.org/jane", "", ""},
		{"en", "", "", ""},
		{"de", "Von Jane Roe und Max Muster, dpa", "Jane Roe; Max Muster", "dpa"},
		{"de", "Jane von Roe", "Jane von Roe", ""},
		{"de", "Von Jane Roe, Berlin", "Jane Roe", ""},
		{"de", "Onlineredaktion", "", "Onlineredaktion"},
		{"fr", "Par Jane Roe et Jean Untel", "Jane Roe; Jean Untel", ""},
		{"es", "José Ortega y Gasset", "José Ortega y Gasset", ""},
		{"es", "Ana Pérez y Juan García", "Ana Pérez; Juan García", ""},
		{"it", "di Anna Rossi", "Anna Rossi", ""},
		{"nl", "Door Jan van der Berg", "Jan van der Berg", ""},
		{"tr", "Yazan: Ayşe Yılmaz", "Ayşe Yılmaz", ""},
		{"ru", "Автор: Иван Петров", "Иван Петров", ""},
		{"uk", "Іван Петренко та Олена Коваль", "Іван Петренко; Олена Коваль", ""},
		{"ja", "山田太郎記者", "山田太郎", ""},
		{"ko", "홍길동 기자", "홍길동", ""},
		{"zh", "记者 王小明", "王小明", ""},
	} {
		n := &namer{lang: tt.lang, site: []string{nameKey("Example Daily")}}
		p, a := n.byline(tt.in, false)
		if got := strings.Join(p, "; "); got != tt.people {
			t.Errorf("%s %q: people %q, want %q", tt.lang, tt.in, got, tt.people)
		}
		if got := strings.Join(a, "; "); got != tt.agencies {
			t.Errorf("%s %q: agencies %q, want %q", tt.lang, tt.in, got, tt.agencies)
		}
	}
}

// TestBylineStrict: where a line only might be a byline, what is no name is
// no name.
func TestBylineStrict(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"By Jane Roe":                       "Jane Roe",
		"Jane Roe":                          "Jane Roe",
		"Share on Facebook":                 "",
		"Facebook Twitter":                  "",
		"3 min read":                        "",
		"Read more":                         "",
		"The minister said on Monday":       "",
		"Jane":                              "",
		"Jane Roe is a writer who lives in": "Jane Roe",
		strings.Repeat("Jane Roe ", 80):     "",
	} {
		n := &namer{lang: "en"}
		p, _ := n.byline(in, true)
		if got := strings.Join(p, "; "); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func FuzzByline(f *testing.F) {
	f.Add("By Jane Roe and John Doe | AP", "en")
	f.Add("山田太郎記者", "ja")
	f.Fuzz(func(t *testing.T, s, lang string) {
		n := &namer{lang: lang}
		for _, strict := range []bool{true, false} {
			p, a := n.byline(s, strict)
			for _, name := range append(p, a...) {
				if strings.TrimSpace(name) == "" || len(name) > maxByline+8 {
					t.Errorf("%q: a name %q", s, name)
				}
			}
		}
	})
}
