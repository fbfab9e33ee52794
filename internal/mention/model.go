package mention

import (
	_ "embed"
	"errors"
	"sync"
)

// A model scores the tokens and spans of a run: for each row of a token a
// weight for each label, for each row of a span a weight for each kind. The
// file holds the weights as bytes.
type model struct {
	token []int8 // labels to a row
	span  []int8 // spanWidth to a row
}

const (
	spanWidth = 8 // kindsLearned and three to spare
	magic     = "mention1"
)

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
	const nt, ns = labels << tokenBits, spanWidth << spanBits
	if len(b) != len(magic)+nt+ns || string(b[:len(magic)]) != magic {
		return nil, errors.New("not of this program's form; retrain it (go run ./internal/mention/train)")
	}
	b = b[len(magic):]
	m := &model{token: make([]int8, nt), span: make([]int8, ns)}
	for i := range m.token {
		m.token[i] = int8(b[i])
	}
	for i := range m.span {
		m.span[i] = int8(b[nt+i])
	}
	return m, nil
}

// tokens adds up the weights of rows into one score a label.
func (m *model) tokens(out *[labels]int32, rows []uint32) {
	*out = [labels]int32{}
	for _, r := range rows {
		w := m.token[int(r)*labels:][:labels]
		for k := range out {
			out[k] += int32(w[k])
		}
	}
}

// spans is the same for the kinds of a span.
func (m *model) spans(out *[kindsLearned]int32, rows []uint32) {
	*out = [kindsLearned]int32{}
	for _, r := range rows {
		w := m.span[int(r)*spanWidth:][:kindsLearned]
		for k := range out {
			out[k] += int32(w[k])
		}
	}
}
