package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// The file's second sentence is two in truth, and its last two are one.
const sample = `# newdoc id = T_news_one
# newpar
1	The	the	DET	DT	_	2	det	_	_
2	ship	ship	NOUN	NN	_	3	nsubj	_	_
3	sailed	sail	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

1-2	He's	_	_	_	_	_	_	_	_
1	He	he	PRON	PRP	_	3	nsubj	_	_
2	's	be	AUX	VBZ	_	3	cop	_	_
3	here	here	ADV	RB	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_
5	She	she	PRON	PRP	_	6	nsubj	_	_
6	left	leave	VERB	VBD	_	3	parataxis	_	SpaceAfter=No
7	.	.	PUNCT	.	_	3	punct	_	_

1	They	they	PRON	PRP	_	2	nsubj	_	_
2	won	win	VERB	VBD	_	0	root	_	_

1	easily	easily	ADV	RB	_	0	root	_	SpaceAfter=No
2	.	.	PUNCT	.	_	1	punct	_	_

`

func TestParse(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "sample.conllu")
	if err := os.WriteFile(path, []byte(sample), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		resplit bool
		want    []string
	}{
		{false, []string{"The ship sailed .", "He 's here . She left .", "They won", "easily ."}},
		{true, []string{"The ship sailed .", "He 's here .", "She left .", "They won easily ."}},
	} {
		var b bytes.Buffer
		if err := parse(&b, path, c.resplit); err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(b.String(), "# newdoc id = T_news_one\n") {
			t.Error("the document's name is lost")
		}
		var got []string
		for s := range strings.SplitSeq(strings.TrimSpace(b.String()), "\n\n") {
			var forms []string
			for l := range strings.Lines(s) {
				f := strings.Split(strings.TrimSpace(l), "\t")
				if l[0] == '#' || strings.Contains(f[0], "-") {
					continue
				}
				if len(f) != 10 || f[4] == "_" || f[7] == "_" {
					t.Errorf("a row without its columns: %q", l)
				}
				forms = append(forms, f[1])
			}
			got = append(got, strings.Join(forms, " "))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("resplit %t (-want +got):\n%s", c.resplit, diff)
		}
	}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "sample.conllu")
	if err := os.WriteFile(path, []byte(sample), 0o666); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := tokens(&b, path, 0); err != nil {
		t.Fatal(err)
	}
	// One sentence of four found is right as it stands.
	if want := "all            tokens 100.00  sentences  25.00\nnews           tokens 100.00  sentences  25.00\n"; b.String() != want {
		t.Errorf("scores:\n%swant\n%s", b.String(), want)
	}
}
