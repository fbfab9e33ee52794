package model

// A row holds one weight a tag, as bytes around 128, eight to a number, so
// that one addition adds four of them to the sums.
const (
	MaxTags  = 56
	rowWords = MaxTags / 8
)

type row [rowWords]uint64

// A Tagger is an averaged perceptron that reads from left to right. It is for
// those who want tags alone: five times faster than the network, and less
// exact by one word in a hundred.
type Tagger struct {
	tags  int
	index table
	rows  []row
	dict  table // forms that have one tag: its number is the row
}

// Tag fills out, a tag a word.
func (t *Tagger) Tag(words []Word, out []uint8) {
	var edge Word
	at := func(i int) *Word {
		if i < 0 || i >= len(words) {
			return &edge
		}
		return &words[i]
	}
	var f [TagFeatures]uint64
	var t1, t2 uint64
	w2, w1, w0, n1, n2 := &edge, &edge, at(0), at(1), at(2)
	for i := range words {
		k := t.dict.find(DictKey(w0))
		if k < 0 {
			tagFeatures(&f, w2, w1, w0, n1, n2, t1, t2)
			k = t.best(&f)
		}
		out[i] = uint8(k)
		t1, t2 = uint64(k)+1, t1
		w2, w1, w0, n1, n2 = w1, w0, n1, n2, at(i+3)
	}
}

// DictKey is the hash of a form for the list of those with one tag.
func DictKey(w *Word) uint64 { return mix(w.Lower, uint64(w.Shape)+77) }

// best adds the rows of the features up. Even and odd tags have sums of their
// own, 16 bits each: no sum of TagFeatures bytes is longer.
func (t *Tagger) best(f *[TagFeatures]uint64) int32 {
	const even = 0x00FF00FF00FF00FF
	var a, b [rowWords]uint64
	found := 0
	for _, h := range f {
		k := t.index.find(h)
		if k < 0 {
			continue
		}
		found++
		r := &t.rows[k]
		for i, v := range r {
			a[i] += v & even
			b[i] += v >> 8 & even
		}
	}
	best, top := int32(0), uint64(0)
	for k := range t.tags {
		s := a[k>>3]
		if k&1 == 1 {
			s = b[k>>3]
		}
		if v := s >> (k >> 1 & 3 * 16) & 0xFFFF; v > top {
			best, top = int32(k), v
		}
	}
	return best
}

// TaggerParts is a tagger as training has it: for each feature its weights, as
// bytes around 128, and the forms that have one tag.
type TaggerParts struct {
	Keys     []uint32
	Weights  [][]int8
	DictKeys []uint32
	DictTags []uint8
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
	dict := r.keys()
	t.dict = newTable(dict, 0)
	one := r.take(len(dict))
	for i := range t.dict.slots {
		if s := &t.dict.slots[i]; s.key != 0 && int(s.row) < len(one) {
			s.row = int32(one[s.row])
		}
	}
}

// TagFeatures is how many rows are added for a token.
const TagFeatures = 29

// tagFeatures writes the hashes of the features of word i into f.
// Words beyond the sentence are the zero Word.
func tagFeatures(f *[TagFeatures]uint64, w2, w1, w0, n1, n2 *Word, t1, t2 uint64) {
	const k = prime
	s0, s1, sn := uint64(w0.Shape), uint64(w1.Shape), uint64(n1.Shape)
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
}

// A Context gives the features of a sentence's words, one after another.
type Context struct {
	words []Word // with two empty ones on both sides
	tags  []uint64
	f     [TagFeatures]uint64
}

// NewContext starts at the first word.
func NewContext(words []Word) *Context {
	c := &Context{words: make([]Word, len(words)+4), tags: make([]uint64, len(words)+2)}
	copy(c.words[2:], words)
	return c
}

// Features hashes the features of word i; the words before it have their tags.
// The slice is valid until the next call.
func (c *Context) Features(i int) []uint64 {
	w := c.words[i : i+5]
	tagFeatures(&c.f, &w[0], &w[1], &w[2], &w[3], &w[4], c.tags[i+1], c.tags[i])
	return c.f[:]
}

// Set gives word i its tag.
func (c *Context) Set(i int, tag uint8) { c.tags[i+2] = uint64(tag) + 1 }
