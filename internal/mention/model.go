package mention

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"sync"
)

// A model scores the tokens and spans of a run: a feature of a token has a
// weight for each label, one of a span for each kind. The file lists the
// features by their hashes, sorted, and then their weights as bytes; a feature
// that is not listed weighs nothing.
type model struct {
	token, span weights
}

// weights are rows of width weights, found by hash in open addressing.
type weights struct {
	width int
	slots []slot
	rows  []int8
}

type slot struct {
	hash uint32
	row  int32 // plus one; 0 is free
}

const magic = "mention2"

//go:embed names.model
var modelFile []byte

var loaded = sync.OnceValue(func() *model {
	m, err := readModel(modelFile)
	if err != nil {
		panic("mention: names.model: " + err.Error())
	}
	return m
})

func readModel(b []byte) (*model, error) {
	bad := errors.New("not of this program's form; retrain it (go run ./internal/mention/train)")
	if len(b) < len(magic) || string(b[:len(magic)]) != magic {
		return nil, bad
	}
	b = b[len(magic):]
	m := &model{}
	for _, x := range []struct {
		*weights
		width int
	}{{&m.token, labels}, {&m.span, kindsLearned}} {
		if len(b) < 4 {
			return nil, bad
		}
		n := int(binary.LittleEndian.Uint32(b))
		if b = b[4:]; n < 0 || len(b) < n*(4+x.width) {
			return nil, bad
		}
		x.weights.width = x.width
		x.fill(b[:4*n], b[4*n:n*(4+x.width)])
		b = b[n*(4+x.width):]
	}
	return m, nil
}

func (w *weights) fill(hashes, rows []byte) {
	n := len(hashes) / 4
	size := 16
	for size < 2*n {
		size *= 2
	}
	w.slots = make([]slot, size)
	for i := range n {
		h := binary.LittleEndian.Uint32(hashes[4*i:])
		k := h
		for w.slots[k&uint32(size-1)].row != 0 {
			k++
		}
		w.slots[k&uint32(size-1)] = slot{h, int32(i + 1)}
	}
	w.rows = make([]int8, len(rows))
	for i, c := range rows {
		w.rows[i] = int8(c)
	}
}

// row returns the weights of a feature, or nil.
func (w *weights) row(h uint32) []int8 {
	for k := h; ; k++ {
		switch s := w.slots[k&uint32(len(w.slots)-1)]; {
		case s.row == 0:
			return nil
		case s.hash == h:
			return w.rows[int(s.row-1)*w.width:][:w.width]
		}
	}
}

// tokens adds up the weights of the features of a token.
func (m *model) tokens(out *[labels]int32, features []uint32) {
	*out = [labels]int32{}
	for _, h := range features {
		if w := m.token.row(h); w != nil {
			w = w[:labels]
			for k := range out {
				out[k] += int32(w[k])
			}
		}
	}
}

// spans does the same for a span.
func (m *model) spans(out *[kindsLearned]int32, features []uint32) {
	*out = [kindsLearned]int32{}
	for _, h := range features {
		if w := m.span.row(h); w != nil {
			w = w[:kindsLearned]
			for k := range out {
				out[k] += int32(w[k])
			}
		}
	}
}
