package fact

import "testing"

func TestFrames(t *testing.T) {
	t.Parallel()
	if x := compiled(); len(x.first) < 500 || len(x.last) < 200 {
		t.Errorf("%d and %d words call up facts", len(x.first), len(x.last))
	}
}
