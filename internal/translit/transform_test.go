package translit

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/transform"
)

// TestTransformer reads through the transformer by single bytes and expects
// what Romanize says of each line.
func TestTransformer(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ lang, system, in string }{
		{"uk", National, "Згурський\nЮрій Єщенко\r\n\n  Київ \nбез кінця"},
		{"el", BGNPCGN, "Αυλίδα\nΜαΐου"},
		{"ar", ALALC, "مَدِينَة الكُوَيت\nقَاضٍ\n"},
		{"ru", ISO, ""},
		{"ru", Press, strings.Repeat("Слово ", 5000) + "\nкратко"},
		{"ru", Press, strings.Repeat("ы", 30000)},
	} {
		tr, ok := NewTransformer(c.lang, c.system)
		if !ok {
			t.Fatalf("%s %s: unknown", c.lang, c.system)
		}
		got, err := io.ReadAll(transform.NewReader(iotest.OneByteReader(strings.NewReader(c.in)), tr))
		if err != nil {
			t.Fatalf("%s %s: %v", c.lang, c.system, err)
		}
		var want strings.Builder
		for line := range strings.Lines(c.in) {
			text := strings.TrimRight(line, "\r\n \t")
			out, _ := Romanize(text, c.lang, c.system)
			want.WriteString(out + line[len(text):])
		}
		if string(got) != want.String() {
			t.Errorf("%s %s: %.60q, want %.60q", c.lang, c.system, got, want.String())
		}
		tr.Reset()
	}
	if _, ok := NewTransformer("uk", "morse"); ok {
		t.Error("a transformer for an unknown system")
	}
}
