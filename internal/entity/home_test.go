package entity

import (
	"testing"

	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

func TestHome(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, name, country string }{
		{"Kenya has changed. Kenyans work hard, and Kenya pays its debts. Our Nation will grow.", "Nation", "KE"},
		{"Kenya met Uganda. Kenya and Uganda agreed. The Nation will grow.", "Nation", ""}, // whose?
	} {
		tree := syntax.Parse(token.New(c.text))
		ms := mention.Find(tree)
		x := Link(tree, ms, speech.Find(tree, ms))
		got := "missing"
		for k := range x.Mentions {
			if x.Surface(k) == c.name && x.Of[k] >= 0 {
				got = x.Entities[x.Of[k]].Country
			}
		}
		if got != c.country {
			t.Errorf("%q: %s is of country %q, want %q", c.text, c.name, got, c.country)
		}
	}
}
