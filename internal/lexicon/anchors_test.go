package lexicon

import (
	"slices"
	"strings"
	"testing"
)

func TestAnchorsOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		pattern string
		want    []Anchor
	}{
		{"in your inbox", []Anchor{{"your", "inbox"}}},
		{"photo by _ _ getty images", []Anchor{{"getty", "images"}}},
		{"N downloads", []Anchor{{"downloads", ""}}},
		{"sign up here/now", []Anchor{{"sign", "up"}}},
		{"subscribe/donate today", []Anchor{{"subscribe", "today"}, {"donate", "today"}}},
		{"H on S", []Anchor{{"on", ""}}},
	} {
		if got := anchorsOf(strings.Fields(c.pattern), StopWords("en")); !slices.Equal(got, c.want) {
			t.Errorf("%q: anchors %v, want %v", c.pattern, got, c.want)
		}
	}
}

// TestChromeAnchors holds that a longer line in which a phrase counts has an
// anchor: the sentences are of the kinds that footers and dialogs have.
func TestChromeAnchors(t *testing.T) {
	t.Parallel()
	anchors := ChromeAnchors()
	has := func(line string) bool {
		ws := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool { return strings.ContainsRune(" .,()", r) })
		for i, w := range ws {
			if slices.Contains(anchors, Anchor{First: w}) || i > 0 && slices.Contains(anchors, Anchor{ws[i-1], w}) {
				return true
			}
		}
		return false
	}
	var scratch Scratch
	for _, line := range []string{
		"Every Sunday the best of our reporting from the port and the old town comes to your inbox",
		"These cookies are set so that the page remembers what you chose when you last came here",
		"The bridge at dusk after the repairs had come to their end in the spring (Getty Images)",
		"All content on this page is protected, and all rights reserved, wherever it may be shown or read",
	} {
		if !Chrome().Any(line, &scratch) {
			t.Errorf("%q: no phrase counts in it, so that the test shows nothing", line)
		}
		if !has(line) {
			t.Errorf("%q has no anchor", line)
		}
	}
}
