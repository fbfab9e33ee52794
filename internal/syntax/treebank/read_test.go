package treebank

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const sample = `# newdoc id = T_news_one
# newpar
# sent_id = 1
1-2	don't	_	_	_	_	_	_	_	_
1	do	do	AUX	VBP	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
3.1	x	x	X	X	_	_	_	_	_
4	.	.	PUNCT	.	_	3	punct	_	_

# sent_id = 2
1	Why	why	ADV	WRB	_	0	root	_	SpaceAfter=No
2	?	?	PUNCT	.	_	1	punct	_	_

# newdoc id = T_news_two
1	Yes	yes	INTJ	UH	_	0	root	_	_

`

func TestRead(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "sample.conllu")
	if err := os.WriteFile(path, []byte(sample), 0o666); err != nil {
		t.Fatal(err)
	}
	sents, err := Read(path)
	if err != nil {
		t.Fatal(err)
	}
	docs := Documents(sents)
	if len(docs) != 2 || len(docs[0]) != 2 {
		t.Fatalf("%d documents, the first of %d sentences; want 2 and 2", len(docs), len(docs[0]))
	}
	text, ends := RawText(docs[0])
	if want := "don't go. Why?"; text != want {
		t.Errorf("raw text %q, want %q", text, want)
	}
	if diff := cmp.Diff([]int{2, 5, 8, 9, 13, 14}, ends); diff != "" {
		t.Errorf("ends of the words (-want +got):\n%s", diff)
	}
}

func TestReadErrors(t *testing.T) {
	t.Parallel()
	for name, s := range map[string]string{
		"columns": "1\ta\n\n",
		"head":    "1\ta\ta\tX\tX\t_\tone\troot\t_\t_\n\n",
		"id":      "2\ta\ta\tX\tX\t_\t0\troot\t_\t_\n\n",
		"range":   "3-4\ta" + strings.Repeat("\t_", 8) + "\n\n",
	} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, []byte(s), 0o666); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(path); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
