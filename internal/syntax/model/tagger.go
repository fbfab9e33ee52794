package model

import (
	"maps"
	"slices"
)

// A row holds one weight a tag, as bytes around 128, eight to a number, so
// that one addition adds four of them to the sums.
const (
	MaxTags  = 56
	rowWords = MaxTags / 8
)

type row [rowWords]uint64

// A Tagger is an averaged perceptron that reads from left to right. It is for
// those who want tags alone, and it has a vote on the network's: the two err on
// different words, and together on a twentieth fewer.
type Tagger struct {
	tags    int
	index   table
	rows    []row
	dict    table // forms that have one tag: its number is the row
	cluster table // forms by their vectors: the number of the cluster is the row
}

// Tag fills out, a tag a word.
func (t *Tagger) Tag(words []Word, out []uint8) {
	var c Context
	c.start(words, t.Cluster)
	for i := range words {
		k := t.dict.find(DictKey(&words[i]))
		if k < 0 {
			c.Features(i)
			k = t.best(&c.f)
		}
		out[i] = uint8(k)
		c.Set(i, uint8(k))
	}
}

// Cluster returns the cluster of a word by its vector, 0 for none.
func (t *Tagger) Cluster(w *Word) uint64 {
	if k := t.cluster.find(w.Lower); k >= 0 {
		return uint64(k)
	}
	return 0
}

// DictKey is the hash of a form for the list of those with one tag.
func DictKey(w *Word) uint64 { return mix(w.Lower, uint64(w.Shape)+77) }

// sums holds the sums of rows: those of the even tags and those of the odd
// ones, 16 bits each, which no sum of TagFeatures bytes exceeds.
type sums struct {
	lanes [2][rowWords]uint64
	rows  int
}

// of is the score of a tag.
func (s *sums) of(k int) int32 {
	return int32(s.lanes[k&1][k>>3]>>(k>>1&3*16)&0xFFFF) - 128*int32(s.rows)
}

// add adds the rows of the features up.
func (t *Tagger) add(f *[TagFeatures]uint64) (s sums) {
	const even = 0x00FF00FF00FF00FF
	a, b := &s.lanes[0], &s.lanes[1]
	for _, h := range f {
		k := t.index.find(h)
		if k < 0 {
			continue
		}
		s.rows++
		for i, v := range &t.rows[k] {
			a[i] += v & even
			b[i] += v >> 8 & even
		}
	}
	return s
}

func (t *Tagger) best(f *[TagFeatures]uint64) int32 {
	s := t.add(f)
	best, top := 0, s.of(0)
	for k := 1; k < t.tags; k++ {
		if v := s.of(k); v > top {
			best, top = k, v
		}
	}
	return int32(best)
}

// TaggerParts is a tagger as training has it: for each feature its weights, as
// bytes around 128, and the forms that have one tag.
type TaggerParts struct {
	Keys     []uint32
	Weights  [][]int8
	DictKeys []uint32
	DictTags []uint8
	Cluster  map[uint64]uint8 // by the hash of a form, from 1 on
}

// encode writes the weights that are not zero, each after the number of its
// tag.
func (p *TaggerParts) encode(w *writer) {
	w.keys(p.Keys)
	for _, ws := range p.Weights {
		at := len(w.b)
		w.b = append(w.b, 0)
		for k, v := range ws {
			if v != 0 {
				w.b = append(w.b, uint8(k), uint8(v))
				w.b[at]++
			}
		}
	}
	w.keys(p.DictKeys)
	w.b = append(w.b, p.DictTags...)
	var keys []uint32
	var ids []uint8
	for _, h := range slices.Sorted(maps.Keys(p.Cluster)) {
		keys, ids = append(keys, Key(h)), append(ids, p.Cluster[h])
	}
	w.keys(keys)
	w.b = append(w.b, ids...)
}

func (t *Tagger) decode(r *reader, tags []string) {
	t.tags = len(tags)
	keys := r.keys()
	t.index = newTable(keys, 0)
	t.rows = make([]row, len(keys))
	for i := range t.rows {
		for k := range t.rows[i] {
			t.rows[i][k] = 0x8080808080808080
		}
		n := r.take(1)
		if len(n) == 0 {
			return
		}
		b := r.take(2 * int(n[0]))
		for j := 0; j+1 < len(b); j += 2 {
			k := b[j] % MaxTags
			t.rows[i][k>>3] += uint64(int64(int8(b[j+1]))) << (k & 7 * 8)
		}
	}
	t.dict, t.cluster = r.bytes(), r.bytes()
}

// bytes reads a table from hashes to bytes.
func (r *reader) bytes() table {
	keys := r.keys()
	t := newTable(keys, 0)
	v := r.take(len(keys))
	for i := range t.slots {
		if s := &t.slots[i]; s.key != 0 && int(s.row) < len(v) {
			s.row = int32(v[s.row])
		}
	}
	return t
}

// TagFeatures is how many rows are added for a token.
const TagFeatures = 38

// A seen is a word as the tagger's features see it.
type seen struct {
	*Word
	cluster uint64
}

// A Context gives the features of a sentence's words, one after another. It
// holds the five words around the one at hand.
type Context struct {
	words   []Word
	cluster func(*Word) uint64
	w       [5]seen
	at      int
	t1, t2  uint64
	style   uint64
	f       [TagFeatures]uint64
}

var noWord Word

// NewContext starts at the first word. Style is that of the treebank whose
// conventions are asked for, 0, or of another.
func NewContext(words []Word, cluster func(*Word) uint64, style uint64) *Context {
	c := new(Context)
	c.start(words, cluster)
	c.style = style
	return c
}

func (c *Context) start(words []Word, cluster func(*Word) uint64) {
	c.words, c.cluster = words, cluster
	c.w = [5]seen{{&noWord, 0}, {&noWord, 0}, c.see(0), c.see(1), c.see(2)}
}

func (c *Context) see(i int) seen {
	if i >= len(c.words) {
		return seen{&noWord, 0}
	}
	return seen{&c.words[i], c.cluster(&c.words[i])}
}

// Set gives word i, the last one that Features was asked for or could have
// been, its tag, and goes on to the next.
func (c *Context) Set(i int, tag uint8) {
	c.t1, c.t2 = uint64(tag)+1, c.t1
	copy(c.w[:], c.w[1:])
	c.w[4] = c.see(i + 3)
	c.at = i + 1
}

// Features hashes the features of word i, which is the first one without a
// tag. The slice is valid until the next call.
func (c *Context) Features(i int) []uint64 {
	if i != c.at {
		panic("model: the tagger reads from left to right")
	}
	const k = prime
	w2, w1, w0, n1, n2 := c.w[0].Word, c.w[1].Word, c.w[2].Word, c.w[3].Word, c.w[4].Word
	c0, c1, cn := c.w[2].cluster, c.w[1].cluster, c.w[3].cluster
	s0, s1, sn := uint64(w0.Shape), uint64(w1.Shape), uint64(n1.Shape)
	t1, t2 := c.t1, c.t2
	f := &c.f
	f[0] = mix(1, w0.Lower)
	f[1] = mix(2, w0.Suf[0])
	f[2] = mix(3, w0.Suf[1])
	f[3] = mix(4, w0.Suf[2])
	f[4] = mix(5, w0.Suf[3])
	f[5] = mix(6, w0.Pre[0])
	f[6] = mix(7, w0.Pre[1])
	f[7] = mix(8, w0.Pre[2])
	f[8] = mix(9, s0<<16|s1<<8|sn)
	f[9] = mix(10, w1.Lower)
	f[10] = mix(11, n1.Lower)
	f[11] = mix(12, w2.Lower)
	f[12] = mix(13, n2.Lower)
	f[13] = mix(14, w1.Suf[2])
	f[14] = mix(15, n1.Suf[2])
	f[15] = mix(16, w0.Lower^s0*k)
	f[16] = mix(17, w1.Lower+w0.Lower*3)
	f[17] = mix(18, w0.Lower+n1.Lower*3)
	f[18] = mix(19, w1.Lower+n1.Lower*3)
	f[19] = mix(20, t1)
	f[20] = mix(21, t1<<8|t2)
	f[21] = mix(22, w0.Lower+t1*k)
	f[22] = mix(23, n1.Lower+t1*k)
	f[23] = mix(24, w0.Suf[2]+t1*k)
	f[24] = mix(25, t1<<16|s0<<8|sn)
	f[25] = mix(26, n1.Suf[1]+w0.Suf[1]*3)
	f[26] = mix(27, w0.Suf[1]+t1*k+t2*k*k)
	f[27] = mix(28, n1.Lower+n2.Lower*3)
	f[28] = mix(29, n1.Suf[1]+(t1<<8|s0)*k)
	f[29] = mix(30, c0)
	f[30] = mix(31, c1)
	f[31] = mix(32, cn)
	f[32] = mix(33, c0<<24|t1<<8|s0)
	f[33] = mix(34, cn<<32|c0<<16|s0)
	f[34] = mix(35, cn<<16|t1)
	f[35] = mix(36, w0.Suf[1]+c0*k)
	f[36] = mix(37, w0.Lower+c.style*k)
	f[37] = mix(38, c.style<<16|t1<<8|s0)
	return f[:]
}

// NewTagger makes a tagger of its parts.
func NewTagger(p TaggerParts, tags int) *Tagger {
	w := &writer{}
	p.encode(w)
	t := &Tagger{}
	t.decode(&reader{b: w.b}, make([]string, tags))
	return t
}
