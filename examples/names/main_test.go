package main

import (
	"errors"
	"strings"
	"testing"
)

func TestRun(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ args, in, out string }{
		{"romanize -lang uk", "Київ\n\nОдеса\r\nЛьвів", "Kyiv\n\nOdesa\nLviv\n"},
		{"romanize -lang be -system national", "Гаўя\n", "Haŭja\n"},
		{"match", "person\tDmytro Gordon\tDmitry Gordon\nperson\tAnn Lee\tBob Lee\n", "true\nfalse\n"},
		{"match", "", ""},
	} {
		var out, stderr strings.Builder
		if err := run(strings.Fields(c.args), strings.NewReader(c.in), &out, &stderr); err != nil {
			t.Errorf("%s: %v", c.args, err)
		}
		got := out.String()
		if c.args == "match" { // the verdicts only
			var b strings.Builder
			for line := range strings.Lines(got) {
				_, verdict, _ := strings.Cut(line, "\t")
				b.WriteString(verdict)
			}
			got = b.String()
		}
		if got != c.out {
			t.Errorf("%s: %q, want %q", c.args, got, c.out)
		}
	}
}

func TestRunErrors(t *testing.T) {
	t.Parallel()
	for args, want := range map[string]error{
		"": errUsage, "fly": errUsage, "romanize -x": errUsage, "match more": errUsage, "romanize -lang xx": errors.ErrUnsupported,
	} {
		var out, stderr strings.Builder
		if err := run(strings.Fields(args), strings.NewReader("a\n"), &out, &stderr); !errors.Is(err, want) {
			t.Errorf("%q: %v, want %v", args, err, want)
		}
	}
	var out strings.Builder
	if err := run([]string{"match"}, strings.NewReader("person\tone\n"), &out, &out); err == nil {
		t.Error("match took a line of two columns")
	}
}
