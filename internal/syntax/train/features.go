package train

import (
	"slices"
	"strings"

	"github.com/newsfact/newsfact/internal/syntax/model"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
)

// A vocabulary numbers the features that are embedded.
type vocabulary struct {
	ids   map[uint64]int32
	keys  []uint64 // by id, from model.FirstRow on
	forms map[uint64]int
}

const (
	formMin = 2 // rarer forms are unknown
	partMin = 3 // so are rarer ends
)

func newVocabulary(sents []treebank.Sentence) *vocabulary {
	v := &vocabulary{ids: map[uint64]int32{}, forms: map[uint64]int{}}
	parts := map[uint64]int{}
	for _, s := range sents {
		for _, x := range s.Words {
			w := model.NewWord(x.Form)
			ks := w.Keys()
			v.forms[ks[0]]++
			for _, k := range ks[1:] {
				parts[k]++
			}
		}
	}
	for k, c := range v.forms {
		if c >= formMin {
			v.keys = append(v.keys, k)
		}
	}
	for k, c := range parts {
		if c >= partMin {
			v.keys = append(v.keys, k)
		}
	}
	slices.Sort(v.keys)
	for i, k := range v.keys {
		v.ids[k] = int32(i + model.FirstRow)
	}
	return v
}

// features returns the rows of a form, that of the form first, and the chance
// that training hides the form, so that the row of unknown ones is trained.
func (v *vocabulary) features(w *model.Word, style int32) ([]int32, float32) {
	ks := w.Keys()
	f := make([]int32, 1, len(ks)+1)
	f[0] = model.RowUnknown
	if id, ok := v.ids[ks[0]]; ok {
		f[0] = id
	}
	for _, k := range ks[1:] {
		if id, ok := v.ids[k]; ok {
			f = append(f, id)
		}
	}
	return append(f, style), float32(0.25 / (0.25 + float64(v.forms[ks[0]])))
}

// An example is one sentence. Word 0 is the root.
type example struct {
	feats [][]int32   // the features of each word; the first is its form
	vecs  [][]float32 // the vector of each form, or nil
	form  []float32   // the chance that the form is hidden
	tags  []int32     // -1 is not known, here and below
	heads []int32
	rels  []int32
}

// labels numbers the tags and the relations.
type labels struct {
	tags, rels []string
	tag, rel   map[string]int32
}

func newLabels(sents []treebank.Sentence) *labels {
	l := &labels{tag: map[string]int32{}, rel: map[string]int32{}}
	for _, s := range sents {
		for _, w := range s.Words {
			l.tag[w.XPOS], l.rel[w.Rel] = 0, 0
		}
	}
	for t := range l.tag {
		l.tags = append(l.tags, t)
	}
	for r := range l.rel {
		l.rels = append(l.rels, r)
	}
	slices.Sort(l.tags)
	slices.Sort(l.rels)
	for i, t := range l.tags {
		l.tag[t] = int32(i)
	}
	for i, r := range l.rels {
		l.rel[r] = int32(i)
	}
	return l
}

func find(m map[string]int32, k string) int32 {
	if i, ok := m[k]; ok {
		return i
	}
	return -1
}

// examples turns sentences into examples; style is the row of their treebank.
func (v *vocabulary) examples(sents []treebank.Sentence, l *labels, vs vectors, style int32) []*example {
	var out []*example
	for _, s := range sents {
		ex := &example{feats: [][]int32{{model.RowRoot}}, vecs: [][]float32{nil}, form: []float32{0},
			tags: []int32{-1}, heads: []int32{0}, rels: []int32{-1}}
		for _, x := range s.Words {
			w := model.NewWord(x.Form)
			f, p := v.features(&w, style)
			ex.feats = append(ex.feats, f)
			ex.form = append(ex.form, p)
			ex.vecs = append(ex.vecs, vs[w.Lower])
			ex.tags = append(ex.tags, find(l.tag, x.XPOS))
			ex.heads = append(ex.heads, int32(x.Head))
			ex.rels = append(ex.rels, find(l.rel, x.Rel))
		}
		out = append(out, ex)
	}
	return out
}

// base is a relation without its subtype.
func base(rel string) string {
	b, _, _ := strings.Cut(rel, ":")
	return b
}

// shapes returns the rows of the shapes.
func (v *vocabulary) shapes() map[uint8]int32 {
	m := map[uint8]int32{}
	for s := range uint8(16) {
		if id, ok := v.ids[model.ShapeKey(s)]; ok {
			m[s] = id
		}
	}
	return m
}

// small returns the rows of prepositions, articles and conjunctions, which
// headlines write in lower case.
func (v *vocabulary) small(sents []treebank.Sentence) map[int32]bool {
	m := map[int32]bool{}
	for _, s := range sents {
		for _, x := range s.Words {
			switch x.XPOS {
			case "IN", "DT", "CC", "TO":
				if len(x.Form) < 5 {
					w := model.NewWord(x.Form)
					if id, ok := v.ids[w.Keys()[0]]; ok {
						m[id] = true
					}
				}
			}
		}
	}
	return m
}
