package train

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/syntax/model"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
)

// bank is a small treebank: every subject with every verb and object.
func bank() []treebank.Sentence {
	var out []treebank.Sentence
	for _, s := range []string{"Ships", "Men", "Women", "Pilots"} {
		for _, v := range []string{"see", "meet", "leave"} {
			for _, o := range []string{"ports", "towns", "friends"} {
				out = append(out, treebank.Sentence{Words: []treebank.Word{
					{Form: s, Lemma: strings.ToLower(s[:len(s)-1]), UPOS: "NOUN", XPOS: "NNS", Head: 2, Rel: "nsubj"},
					{Form: v, Lemma: v, UPOS: "VERB", XPOS: "VBP", Head: 0, Rel: "root"},
					{Form: o, Lemma: o[:len(o)-1], UPOS: "NOUN", XPOS: "NNS", Head: 2, Rel: "obj"},
					{Form: ".", Lemma: ".", UPOS: "PUNCT", XPOS: ".", Head: 2, Rel: "punct"},
				}})
			}
		}
	}
	return out
}

// TestTrain learns a small treebank twice: the bytes are the same, and the
// model knows what it was taught.
func TestTrain(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.txt"), []byte(strings.Repeat("Men meet friends in towns. Ships leave ports.\n", 5)), 0o666); err != nil {
		t.Fatal(err)
	}
	run := func() []byte {
		b, err := Train(Options{News: bank(), Other: bank(), Raw: dir, Epochs: 120, TaggerEpochs: 3, Embed: 16, Hidden: 16, Arc: 16, Label: 16,
			Teacher: 16, TeacherEpochs: 30, Rate: 0.04})
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	b := run()
	if !bytes.Equal(b, run()) {
		t.Error("two runs wrote different models")
	}
	m, err := model.Decode(b)
	if err != nil {
		t.Fatal(err)
	}
	words := []model.Word{model.NewWord("Women"), model.NewWord("leave"), model.NewWord("towns"), model.NewWord(".")}
	arcs := make([]model.Arc, len(words))
	m.Parse(words, arcs)
	var got []string
	for _, a := range arcs {
		head := "root"
		if a.Head >= 0 {
			head = [...]string{"Women", "leave", "towns", "."}[a.Head]
		}
		got = append(got, m.Tags[a.Tag]+" "+m.Rels[a.Rel]+" "+head)
	}
	if g, want := strings.Join(got, ", "), "NNS nsubj leave, VBP root root, NNS obj leave, . punct leave"; g != want {
		t.Errorf("learned %s, want %s", g, want)
	}
	if got := m.Lemmas.Lemma("towns", "NNS"); got != "town" {
		t.Errorf("lemma of towns is %q", got)
	}
	if got := m.Classes.UPOS("leave", "VBP", "root"); got != "VERB" {
		t.Errorf("class of leave is %q", got)
	}
}
