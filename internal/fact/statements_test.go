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
