// Package forest holds small learned models: sums of gradient-boosted trees
// over a vector of float32 features. A vector goes in, the log odds of "yes"
// come out. It trades a little accuracy for size and speed: all nodes of one
// level of a tree ask the same question (an oblivious tree), so a tree is a
// handful of comparisons without a branch and one look-up, a model is tens of
// kilobytes, and a score takes some hundred nanoseconds and no memory.
//
// The trainer is here too, so that a model can be made again: the same data
// give the same bytes, on any number of processors. Nothing in this package
// knows what a feature means.
package forest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
)

// MaxFeatures is the greatest length of a feature vector.
const MaxFeatures = 256

// A Forest is a trained model. The zero Forest answers 0, even odds, to
// everything. It is read-only and safe for concurrent use.
type Forest struct {
	features int
	depth    int
	base     float32
	conds    []cond    // depth to a tree
	leaves   []float32 // 1<<depth to a tree
}

// A cond is the question of one level of a tree: is the feature greater?
type cond struct {
	threshold float32
	feature   uint8
}

// Logit returns the log odds of "yes" for the features x, which must be at
// least as many as the model was trained on. It is fastest where the array
// behind x has room for MaxFeatures.
func (f *Forest) Logit(x []float32) float32 {
	return f.base + f.sum(f.vector(x), 0, f.Trees())
}

// LogitWithin is Logit held between least and most. It stops after an eighth,
// a quarter or half of the trees where the sum is outside by then: most things
// that are asked about are plainly it or not, and the later trees only make
// that plainer.
func (f *Forest) LogitWithin(x []float32, least, most float32) float32 {
	v := f.vector(x)
	z := f.base
	from, trees := 0, f.Trees()
	for _, until := range [...]int{trees / 8, trees / 4, trees / 2, trees} {
		z += f.sum(v, from, until)
		if z < least || z > most {
			break
		}
		from = until
	}
	return min(max(z, least), most)
}

// LogitOrLess is Logit, but it stops after a quarter or half of the trees
// where the sum is below less by then.
func (f *Forest) LogitOrLess(x []float32, less float32) float32 {
	v := f.vector(x)
	z := f.base
	from, trees := 0, f.Trees()
	for _, until := range [...]int{trees / 4, trees / 2, trees} {
		z += f.sum(v, from, until)
		if z < less {
			break
		}
		from = until
	}
	return z
}

// A vector is a row of features with room for every number that a cond can
// name, so that the look-up needs no check.
type vector = [MaxFeatures]float32

// vector returns x as one. What stands behind the features is never looked at.
func (f *Forest) vector(x []float32) *vector {
	if cap(x) >= MaxFeatures {
		return (*vector)(x[:f.features][:MaxFeatures])
	}
	v := new(vector)
	copy(v[:], x[:f.features])
	return v
}

// sum adds up what the trees say from one to before another.
func (f *Forest) sum(x *vector, from, until int) (sum float32) {
	conds, leaves := f.conds[from*f.depth:until*f.depth], f.leaves[from<<f.depth:until<<f.depth]
	switch f.depth { // the depths in use unrolled: half the time
	case 4:
		for ; len(conds) >= 4 && len(leaves) >= 16; conds, leaves = conds[4:], leaves[16:] {
			c := (*[4]cond)(conds)
			sum += leaves[c[0].bit(x)|c[1].bit(x)<<1|c[2].bit(x)<<2|c[3].bit(x)<<3]
		}
	case 5:
		for ; len(conds) >= 5 && len(leaves) >= 32; conds, leaves = conds[5:], leaves[32:] {
			c := (*[5]cond)(conds)
			sum += leaves[c[0].bit(x)|c[1].bit(x)<<1|c[2].bit(x)<<2|c[3].bit(x)<<3|c[4].bit(x)<<4]
		}
	case 6:
		for ; len(conds) >= 6 && len(leaves) >= 64; conds, leaves = conds[6:], leaves[64:] {
			c := (*[6]cond)(conds)
			sum += leaves[c[0].bit(x)|c[1].bit(x)<<1|c[2].bit(x)<<2|c[3].bit(x)<<3|c[4].bit(x)<<4|c[5].bit(x)<<5]
		}
	default:
		for ; len(conds) > 0; conds, leaves = conds[f.depth:], leaves[1<<f.depth:] {
			leaf := uint(0)
			for k := range conds[:f.depth] {
				leaf |= conds[k].bit(x) << (k & 7)
			}
			sum += leaves[leaf]
		}
	}
	return sum
}

// bit is 1 where the answer is yes. It compiles to a comparison and a SETcc,
// no branch.
func (c *cond) bit(x *vector) uint {
	b := uint(0)
	if x[c.feature] > c.threshold {
		b = 1
	}
	return b
}

// Prob is Logit as a probability.
func (f *Forest) Prob(x []float32) float32 { return Sigmoid(f.Logit(x)) }

// Sigmoid turns log odds into a probability.
func Sigmoid(z float32) float32 { return float32(1 / (1 + math.Exp(-float64(z)))) }

// Trees is the number of trees.
func (f *Forest) Trees() int {
	if f.depth == 0 {
		return 0
	}
	return len(f.conds) / f.depth
}

// The encoding, little endian: magic, hash of the feature names (uint64),
// number of features (uint16), depth (uint8), trees (uint16), base (float32),
// then for each tree its conditions (uint8, float32) and leaves (float32).
const (
	magic      = "nff1"
	headerSize = len(magic) + 8 + 2 + 1 + 2 + 4
	maxDepth   = 8
)

// Load decodes a model and checks that it was trained on the features named,
// in their order. Its errors say how to mend that.
func Load(data []byte, names []string) (*Forest, error) {
	if len(data) < headerSize || string(data[:len(magic)]) != magic {
		return nil, errors.New("forest: not a model of this version: train it again")
	}
	b := data[len(magic):]
	le := binary.LittleEndian
	hash, n, depth, trees := le.Uint64(b), int(le.Uint16(b[8:])), int(b[10]), int(le.Uint16(b[11:]))
	f := &Forest{features: n, depth: depth, base: math.Float32frombits(le.Uint32(b[13:]))}
	b = b[17:]
	if n != len(names) || hash != hashNames(names) {
		return nil, fmt.Errorf("forest: the model's %d features are not the %d that the code computes: train it again", n, len(names))
	}
	if depth < 1 || depth > maxDepth || len(b) != trees*(depth*5+4<<depth) {
		return nil, errors.New("forest: the model is cut short or damaged: train it again")
	}
	f.conds = make([]cond, 0, trees*depth)
	f.leaves = make([]float32, 0, trees<<depth)
	for range trees {
		for range depth {
			if int(b[0]) >= n {
				return nil, errors.New("forest: the model asks for a feature that it does not have: train it again")
			}
			f.conds = append(f.conds, cond{feature: b[0], threshold: math.Float32frombits(le.Uint32(b[1:]))})
			b = b[5:]
		}
		for range 1 << depth {
			f.leaves = append(f.leaves, math.Float32frombits(le.Uint32(b)))
			b = b[4:]
		}
	}
	return f, nil
}

// Encode returns the model as bytes that Load understands.
func (f *Forest) Encode(names []string) []byte {
	le := binary.LittleEndian
	b := append([]byte(nil), magic...)
	b = le.AppendUint64(b, hashNames(names))
	b = le.AppendUint16(b, uint16(f.features))
	b = append(b, byte(f.depth))
	b = le.AppendUint16(b, uint16(f.Trees()))
	b = le.AppendUint32(b, math.Float32bits(f.base))
	for t := range f.Trees() {
		for _, c := range f.conds[t*f.depth : (t+1)*f.depth] {
			b = append(b, c.feature)
			b = le.AppendUint32(b, math.Float32bits(c.threshold))
		}
		for _, v := range f.leaves[t<<f.depth : (t+1)<<f.depth] {
			b = le.AppendUint32(b, math.Float32bits(v))
		}
	}
	return b
}

func hashNames(names []string) uint64 {
	h := fnv.New64a()
	for _, s := range names {
		h.Write([]byte(s))
		h.Write([]byte{0})
	}
	return h.Sum64()
}
