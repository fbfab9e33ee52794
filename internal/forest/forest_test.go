package forest

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// xor is a problem that no single feature answers: yes where exactly one of
// the first two is above one half, with a column of noise beside them.
func xor(n int) *Data {
	d := &Data{Names: []string{"a", "b", "noise"}}
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		x := []float32{r.Float32(), r.Float32(), r.Float32()}
		y := float32(0)
		if (x[0] > 0.5) != (x[1] > 0.5) {
			y = 1
		}
		d.Add(x, y, 1, string(rune('a'+i%20)))
	}
	return d
}

func TestTrainLearnsXor(t *testing.T) {
	t.Parallel()
	d := xor(2000)
	f := Train(d, Config{Cols: 1})
	wrong := 0
	for range 1000 {
		x := []float32{rand.Float32(), rand.Float32(), rand.Float32()}
		if (f.Prob(x) > 0.5) != ((x[0] > 0.5) != (x[1] > 0.5)) {
			wrong++
		}
	}
	if wrong > 40 {
		t.Errorf("%d of 1000 wrong, want at most 40", wrong)
	}
}

func TestSameDataSameBytes(t *testing.T) {
	t.Parallel()
	a, b := xor(500), xor(500)
	if !bytes.Equal(Train(a, Config{}).Encode(a.Names), Train(b, Config{}).Encode(b.Names)) {
		t.Error("two trainings on the same data gave different bytes")
	}
}

func TestCrossFitIsHonest(t *testing.T) {
	t.Parallel()
	// Each group's answer is its own secret, and only the group's number is
	// known: a model that has seen the group is right, one that has not is lost.
	d := &Data{Names: []string{"group"}}
	for i := range 2000 {
		g := i % 40
		d.Add([]float32{float32(g)}, float32(g*7%3%2), 1, string(rune('a'+g)))
	}
	fit := make([]float32, d.Len())
	f := Train(d, Config{Cols: 1})
	for i := range fit {
		fit[i] = f.Logit(d.Row(i))
	}
	seen, unseen := LogLoss(d, fit), LogLoss(d, CrossFit(d, Config{Cols: 1}, 5))
	if seen > 0.2 || unseen < 0.6 {
		t.Errorf("loss %.3f on groups seen, %.3f on others; want below 0.2 and above 0.6", seen, unseen)
	}
}

func TestWeightZeroIsNotTrainedOn(t *testing.T) {
	t.Parallel()
	d := xor(500)
	want := Train(d, Config{}).Encode(d.Names)
	for range 200 {
		d.Add([]float32{0.9, 0.9, 0.9}, 1, 0, "z")
	}
	if !bytes.Equal(want, Train(d, Config{}).Encode(d.Names)) {
		t.Error("rows of weight 0 changed the model")
	}
	if got := CrossFit(d, Config{}, 3); len(got) != d.Len() {
		t.Errorf("CrossFit answers %d rows of %d", len(got), d.Len())
	}
}

func TestEncodeLoad(t *testing.T) {
	t.Parallel()
	d := xor(500)
	f := Train(d, Config{Trees: 10, Depth: 3})
	b := f.Encode(d.Names)
	g, err := Load(b, d.Names)
	if err != nil {
		t.Fatal(err)
	}
	for i := range d.Len() {
		if a, b := f.Logit(d.Row(i)), g.Logit(d.Row(i)); a != b {
			t.Fatalf("row %d: %v before, %v after", i, a, b)
		}
	}
	other := slices.Clone(d.Names)
	other[1] = "c"
	for _, c := range []struct {
		name  string
		data  []byte
		names []string
		want  string
	}{
		{"no model", []byte("hello"), d.Names, "not a model"},
		{"empty", nil, d.Names, "not a model"},
		{"renamed feature", b, other, "features"},
		{"cut short", b[:len(b)-3], d.Names, "cut short"},
	} {
		if _, err := Load(c.data, c.names); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: error %v, want one that says %q", c.name, err, c.want)
		}
	}
}

func TestZeroForest(t *testing.T) {
	t.Parallel()
	var f Forest
	if got := f.Prob(nil); got != 0.5 {
		t.Errorf("the zero Forest answers %v, want 0.5", got)
	}
}

func BenchmarkLogit(b *testing.B) {
	d := xor(1000)
	f := Train(d, Config{})
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		f.Logit(d.Row(i % d.Len()))
	}
}

func BenchmarkTrain(b *testing.B) {
	d := xor(20000)
	b.ReportAllocs()
	for b.Loop() {
		Train(d, Config{})
	}
}

// TestLogitOrLess holds that stopping early tells only what is below the
// bound apart from the whole answer.
func TestLogitOrLess(t *testing.T) {
	t.Parallel()
	d := xor(400)
	f := Train(d, Config{})
	early := 0
	for i := range d.Len() {
		x := d.Row(i)
		whole := f.Logit(x)
		got := f.LogitOrLess(x, -1)
		switch {
		case got >= -1 && got != whole:
			if diff := got - whole; diff > 1e-4 || diff < -1e-4 {
				t.Fatalf("row %d: %g, and %g of all trees", i, got, whole)
			}
		case got < -1 && got != whole:
			early++
		}
	}
	if early == 0 {
		t.Error("no row was settled early")
	}
	if got := new(Forest).LogitOrLess(nil, -1); got != 0 {
		t.Errorf("the zero forest answers %g", got)
	}
}
