package fact

import "testing"

// TestBinding finds whom the pronoun among the arguments of a fact means.
func TestBinding(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text    string
		kind    Kind
		pronoun string
		want    string
	}{
		{"Moscow neither fought beside Yerevan nor supplied it with weapons.", Aid, "it", "Yerevan"},
		{"Jan Holm met Ole Berg in Riga and thanked him for the visit.", Support, "him", "Ole Berg"},
		{"The Latvian Union of Bakers (LUB) announced on Friday that it has called off a two-week strike.", Concession, "it", "Latvian Union of Bakers"},
	} {
		text, facts := find(c.text)
		found := false
		for _, x := range facts {
			for _, a := range x.Arguments {
				if x.Kind != c.kind || text.S[text.Tokens[a.First].Start:text.Tokens[a.Last-1].End] != c.pronoun {
					continue
				}
				found = true
				got := ""
				if a.Entity >= 0 {
					got = text.Entities[a.Entity].Name
				}
				if got != c.want {
					t.Errorf("%q: %q is %q, want %q", c.text, c.pronoun, got, c.want)
				}
			}
		}
		if !found {
			t.Errorf("%q: no %s with %q", c.text, c.kind, c.pronoun)
		}
	}
}
