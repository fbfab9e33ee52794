package syntax

import "testing"

func TestBareDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		tree, form string
		want       Rel
	}{
		{"Officials|NNS|2|nsubj said|VBD|0|root Saturday|NNP|2|obj", "Saturday", OblUnmarked},
		{"Officials|NNS|3|nsubj Saturday|NNP|3|nsubj spoke|VBD|0|root", "Saturday", OblUnmarked},
		{"Saturday|NNP|2|nsubj came|VBD|0|root", "Saturday", Nsubj},
		{"They|PRP|2|nsubj fixed|VBD|0|root on|IN|4|case Monday|NNP|2|obj", "Monday", Obj},
		{"They|PRP|2|nsubj met|VBD|0|root May|NNP|2|obj", "May", Obj},
		{"They|PRP|2|nsubj met|VBD|0|root Petrov|NNP|2|obj", "Petrov", Obj},
	} {
		x := tree(t, c.tree)
		for i := range x.Words {
			if x.Words[i].Tag == VBD {
				x.Words[i].Class = VERB
			}
		}
		x.bareDays(0, int32(len(x.Words)))
		if got := x.Words[at(t, x, c.form)].Rel; got != c.want {
			t.Errorf("%s: %s is %v, want %v", c.tree, c.form, got, c.want)
		}
	}
}
