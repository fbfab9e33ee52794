package main

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const figures = `{"area": "pages", "metrics": {
 "body f1": 0.97,
 "n": null
}}
{"area": "facts", "metrics": {"strict": {"f1": 0.5}}}
`

const bench = "goos: linux\nBenchmarkParse/pages-2 \t 3\t 81 ns/op\t 53.9 MB/s\t 0.95 x-time\nPASS\n"

func TestGate(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, quality string
		err           string // "": passes
		raised        string // the file after -raise
	}{
		{"as before", `{"pages/body f1": {"floor": 0.97, "noise": 0.002}}`, "",
			"{\n  \"pages/body f1\": {\"floor\":0.97,\"noise\":0.002}\n}\n"},
		{"within the noise", `{"pages/body f1": {"floor": 0.972, "noise": 0.002}}`, "",
			"{\n  \"pages/body f1\": {\"floor\":0.972,\"noise\":0.002}\n}\n"},
		{"better", `{"facts/strict.f1": {"floor": 0.4, "noise": 0.01}, "bench/Parse/pages x-time": {"floor": 1.6, "noise": 0.1, "lower": true}}`, "",
			"{\n  \"bench/Parse/pages x-time\": {\"floor\":0.95,\"noise\":0.1,\"lower\":true},\n  \"facts/strict.f1\": {\"floor\":0.5,\"noise\":0.01}\n}\n"},
		{"worse", `{"pages/body f1": {"floor": 0.9721, "noise": 0.002}}`, "1 of 1", ""},
		{"slower", `{"bench/Parse/pages x-time": {"floor": 0.8, "noise": 0.1, "lower": true}}`, "1 of 1", ""},
		{"missing", `{"pages/title": {"floor": 0, "noise": 0}}`, "1 of 1", ""},
		{"null is missing", `{"pages/n": {"floor": 0, "noise": 0}}`, "1 of 1", ""},
		{"misspelt", `{"pages/body f1": {"flor": 0}}`, "unknown field", ""},
	} {
		dir := t.TempDir()
		write := func(name, s string) string {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(s), 0o666); err != nil {
				t.Fatal(err)
			}
			return path
		}
		q, f, b := write("quality.json", c.quality), write("figures", figures), write("bench", bench)
		err := run(io.Discard, q, f, b, true)
		if (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.err)
		}
		want := c.raised
		if want == "" {
			want = c.quality
		}
		if got, err := os.ReadFile(q); err != nil || string(got) != want {
			t.Errorf("%s: the file is now\n%s\nwant\n%s", c.name, got, want)
		}
	}
}
