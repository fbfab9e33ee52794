package fact

import "testing"

// TestVoid finds in each text the statements that it makes, by their sources,
// and no others.
func TestVoid(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		text string
		want []string
	}{
		{"The rebels agreed to lay down their arms, officials said.", []string{"officials"}},
		{"Norway has agreed to open a research centre in Bodo, officials said on Thursday.", []string{"officials"}},
		{"Serbs demonstrated on Tuesday in Serbia, where a bridge fell in March, the radio said.", []string{"the radio"}},
		{"The rebels said that the army agreed.", []string{"The rebels"}},
	} {
		text, facts := find(c.text)
		got := []string{}
		for _, x := range facts {
			for _, a := range x.Arguments {
				if x.Kind == Statement && a.Role == Source {
					got = append(got, text.S[text.Tokens[a.First].Start:text.Tokens[a.Last-1].End])
				}
			}
		}
		if len(got) != len(c.want) || len(got) > 0 && got[0] != c.want[0] {
			t.Errorf("%q has statements of %q, want %q", c.text, got, c.want)
		}
	}
}

// TestAttribution finds whose word the fact on a trigger is.
func TestAttribution(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, trigger, want string }{
		{"According to the Saudi Interior Ministry over 345 pilgrims have been killed near Mecca, Saudi Arabia.", "killed", "the Saudi Interior Ministry"},
		{"Niroula said that an engine had caught fire, and the port had arrested two men.", "arrested", "Niroula"},
		{"The rebels agreed to lay down their arms, officials said.", "agreed", "officials"},
		{"The rebels agreed to lay down their arms, officials said.", "said", ""},
	} {
		text, facts := find(c.text)
		got := "no fact"
		for _, x := range facts {
			if text.S[text.Tokens[x.Trigger.First].Start:text.Tokens[x.Trigger.Last-1].End] != c.trigger {
				continue
			}
			got = ""
			if a := x.Attribution; a != nil {
				got = text.S[text.Tokens[a.First].Start:text.Tokens[a.Last-1].End]
			}
		}
		if got != c.want {
			t.Errorf("%q: %q is by %q, want %q", c.text, c.trigger, got, c.want)
		}
	}
}
