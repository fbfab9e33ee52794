package fact

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestFrames finds in each sentence of testdata/frames.txt what its brackets say.
func TestFrames(t *testing.T) {
	t.Parallel()
	b, err := os.ReadFile("testdata/frames.txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(b), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		sentence, want := unbracket(t, line)
		text, facts := find(sentence)
		got := []string{}
		for _, x := range facts {
			if x.found.rule == 0 {
				continue
			}
			span := func(s Span) string { return text.S[text.Tokens[s.First].Start:text.Tokens[s.Last-1].End] }
			got = append(got, span(x.Trigger)+"|"+x.Kind.String())
			core, other := x.Kind.Roles()
			for _, a := range x.Arguments {
				if slices.Contains(core, a.Role) && a.Role != Amount || slices.Contains(other, a.Role) && a.Role != Amount {
					got = append(got, span(a.Span)+"|"+a.Role.String())
				}
			}
		}
		slices.Sort(got)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("testdata/frames.txt:%d: %s\n%s", n+1, sentence, d)
		}
	}
}

// unbracket returns a line without its brackets, and what they say.
func unbracket(t *testing.T, line string) (sentence string, labels []string) {
	t.Helper()
	labels = []string{}
	for {
		before, rest, ok := strings.Cut(line, "[")
		sentence += before
		if !ok {
			slices.Sort(labels)
			return sentence, labels
		}
		in, after, ok := strings.Cut(rest, "]")
		words, _, labelled := strings.Cut(in, "|")
		if !ok || !labelled {
			t.Fatalf("%q: a bracket is %q", line, in)
		}
		sentence += words
		labels = append(labels, in)
		line = after
	}
}

// TestValency holds the frames to what the mechanism can read: kinds, classes
// and roles that are known, and roles that the kind has.
func TestValency(t *testing.T) {
	t.Parallel()
	x := compiled() // panics on what it cannot read
	seen := make(map[Kind]int)
	for _, list := range []map[string][]*frame{x.first, x.last} {
		for _, frames := range list {
			for _, f := range frames {
				seen[f.kind]++
				core, other := f.kind.Roles()
				filled := NoRole
				for _, it := range f.items {
					if (it.role == Participant || it.role == Party) && it.role == filled && !it.more {
						t.Errorf("%s: %q never comes to %s=%s, which needs a +", f.kind, strings.Join(f.words, " "), it.path, it.role)
					}
					if it.required && it.role != NoRole {
						filled = it.role
					}
					if it.role != NoRole && it.role != PlaceRole && !slices.Contains(core, it.role) && !slices.Contains(other, it.role) {
						t.Errorf("%s: %q gives a role that the kind has not: %s", f.kind, strings.Join(f.words, " "), it.role)
					}
				}
				if f.kind == Casualty && f.harm == "" {
					t.Errorf("casualty: %q says no harm", strings.Join(f.words, " "))
				}
			}
		}
	}
	for k := Appointment; k <= Opening; k++ {
		if k != Statement && k != Position && seen[k] < 20 {
			t.Errorf("%s has %d frames", k, seen[k])
		}
	}
}
