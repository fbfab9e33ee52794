package lexicon

import (
	"slices"
	"strings"
	"testing"
)

// The names of the hints in internal/page/hints.go, and "none".
var hintNames = strings.Fields(`
	ad article aside author bio body caption comment cookie credit date embed
	faq figure footer form header hidden lead legal list live main nav
	newsletter none paywall popup promo quote related search section share
	table tags title tool trending`)

func TestClassHints(t *testing.T) {
	t.Parallel()
	used := make(map[string]bool)
	for k, cols := range ClassHints().All() {
		if !slices.Contains(hintNames, cols[0]) {
			t.Errorf("%q: no hint is named %q", k, cols[0])
		}
		used[cols[0]] = true
		words := strings.Split(k, " ")
		if len(words) > 2 {
			t.Errorf("%q: more than two words", k)
		}
		for _, w := range words {
			if w == "" || strings.Trim(w, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
				t.Errorf("%q: words are a-z and digits in lower case", k)
			}
		}
	}
	for _, h := range hintNames {
		if !used[h] {
			t.Errorf("no words hint at %q", h)
		}
	}
}

func TestClassHintsOfSites(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ words, want string }{
		{"article", "article"},
		{"article body", "body"},
		{"related articles", "related"},
		{"author bio", "bio"},
		{"publication date", "date"},
		{"sr only", "hidden"},
		{"has sidebar", "none"},
		{"cuerpo noticia", "body"},
		{"noticias relacionadas", "related"},
		{"werbung", "ad"},
		{"kommentare", "comment"},
		{"brevkasse", "newsletter"},
		{"cok okunan", "trending"},
		{"chapo", "lead"},
	} {
		if got := ClassHints().Get(c.words); len(got) != 1 || got[0] != c.want {
			t.Errorf("ClassHints().Get(%q) = %q, want %q", c.words, got, c.want)
		}
	}
}
