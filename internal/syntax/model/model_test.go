package model

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

func TestNewWord(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Senate", "SENATE", true},
		{"1987", "2024", true},
		{"it’s", "it's", true},
		{"naïve", "NAÏVE", true},
		{"Azer\u00adbaijan", "Azerbaijan", true},
		{"Senate", "senates", false},
		{"19", "187", false},
	} {
		a, b := NewWord(c.a), NewWord(c.b)
		if (a.Lower == b.Lower) != c.same {
			t.Errorf("%q and %q have one hash: %t, want %t", c.a, c.b, !c.same, c.same)
		}
	}
	for form, want := range map[string]uint8{
		"senate": ShapeLower, "Senate": ShapeTitle, "NATO": ShapeUpper, "J.": shapeInitial, "McCain": shapeMixed, "iPhone": shapeMixed,
		"1,500": shapeNumber, "M5S": shapeAlnum, "—": shapeMark, "东京": shapeOther, "Élysée": ShapeTitle,
	} {
		if got := NewWord(form).Shape; got != want {
			t.Errorf("shape of %q is %d, want %d", form, got, want)
		}
	}
	if a, b := NewWord("running"), NewWord("sitting"); a.Suf[2] != b.Suf[2] || a.Pre[0] == b.Pre[0] {
		t.Error("running and sitting: want the same last three bytes and another first one")
	}
}

func none(*Word) uint64 { return 0 }

// slowTags adds up the rows tag by tag.
func slowTags(p *TaggerParts, tags int, words []Word) []uint8 {
	rows := map[uint32][]int8{}
	for i, k := range p.Keys {
		rows[k] = p.Weights[i]
	}
	c := NewContext(words, none, 0)
	var out []uint8
	for i := range words {
		sum := make([]int, tags)
		for _, h := range c.Features(i) {
			for k, v := range rows[Key(h)] {
				sum[k] += int(v)
			}
		}
		best := 0
		for k, v := range sum {
			if v > sum[best] {
				best = k
			}
		}
		c.Set(i, uint8(best))
		out = append(out, uint8(best))
	}
	return out
}

// TestTagger holds the packed sums to plain ones.
func TestTagger(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(1, 2))
	const tags = 49
	var words []Word
	for i := range 40 {
		words = append(words, NewWord(fmt.Sprint("w", i%17)))
	}
	p := &TaggerParts{}
	seen := map[uint32]bool{}
	c := NewContext(words, none, 0)
	for i := range words {
		for _, h := range c.Features(i) {
			if k := Key(h); !seen[k] {
				seen[k] = true
				ws := make([]int8, tags)
				for j := range ws {
					ws[j] = int8(rng.IntN(255) - 127)
				}
				p.Keys, p.Weights = append(p.Keys, k), append(p.Weights, ws)
			}
		}
		c.Set(i, uint8(rng.IntN(tags)))
	}
	w := &writer{}
	p.encode(w)
	var tg Tagger
	tg.decode(&reader{b: w.b}, make([]string, tags))
	got := make([]uint8, len(words))
	tg.Tag(words, got)
	for i, want := range slowTags(p, tags, words) {
		if got[i] != want {
			t.Fatalf("tag of word %d is %d, want %d", i, got[i], want)
		}
	}
}

// TestElect holds the vote to its rule: the tagger may overturn a small lead of
// the network's, and is not asked where the lead is large.
func TestElect(t *testing.T) {
	t.Parallel()
	words := []Word{NewWord("leaves")}
	p := TaggerParts{}
	for _, h := range NewContext(words, none, 0).Features(0) {
		p.Keys, p.Weights = append(p.Keys, Key(h)), append(p.Weights, []int8{0, 127, 0})
	}
	m := &Model{Tagger: *NewTagger(p, 3)}
	for _, c := range []struct {
		lead float32
		want int32
	}{{0, 1}, {sureTag - 1, 1}, {sureTag + 1, 0}} {
		if got := m.elect(NewContext(words, none, 0), 0, []float32{c.lead, 0, -50}); got != c.want {
			t.Errorf("a lead of %v: tag %d, want %d", c.lead, got, c.want)
		}
	}
}

func TestDecodeErrors(t *testing.T) {
	t.Parallel()
	b := randomParts(16, 16, 16).Encode()
	if _, err := Decode(b); err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{0, 5, len(magic), 100, len(b) / 2, len(b) - 9} {
		if _, err := Decode(b[:n]); err == nil || !strings.Contains(err.Error(), "train") {
			t.Errorf("%d bytes of %d: error %v, want one that says what to do", n, len(b), err)
		}
	}
}

// TestSize holds the embedded model to its budget.
func TestSize(t *testing.T) {
	if n := len(english); n > 8<<20 {
		t.Errorf("the model has %d bytes, want at most 8 MB", n)
	}
	start := time.Now()
	if _, err := Decode([]byte(english)); err != nil {
		t.Fatal(err)
	}
	if d := time.Since(start); d > 2*time.Second { // 60 ms on an idle machine
		t.Errorf("the model took %v to load", d)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	b.SetBytes(int64(len(english)))
	for b.Loop() {
		if _, err := Decode([]byte(english)); err != nil {
			b.Fatal(err)
		}
	}
}

func TestLemmaRules(t *testing.T) {
	t.Parallel()
	var l Lemmas
	l.decode(EncodeLemmas([]LemmaRule{
		{"VBD", "", 0, "", false}, {"VBD", "ed", 2, "", false}, {"VBD", "^said", 2, "y", false}, {"NNP", "", 0, "", true},
	}))
	for _, c := range []struct{ form, tag, want string }{
		{"walked", "VBD", "walk"}, {"SAID", "VBD", "say"}, {"unsaid", "VBD", "unsaid"}, {"NATO", "NNP", "NATO"},
		{"Boats", "NNS", "boats"}, {"ed", "VBD", "ed"}, {strings.Repeat("ed", 100), "VBD", strings.Repeat("ed", 100)},
	} {
		if got := l.Lemma(c.form, c.tag); got != c.want {
			t.Errorf("Lemma(%q, %s) is %q, want %q", c.form, c.tag, got, c.want)
		}
	}
}
