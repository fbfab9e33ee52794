package lexicon

import (
	"fmt"
	"math/bits"
	"strings"
)

// A compiler enters patterns into the trie, field by field: front holds the
// nodes that the fields so far lead to, one for each choice among them.
type compiler struct {
	p                *Phrases
	front, next, ids []int32
	sc               wordScanner
	ends             map[phraseEnd]uint16 // where an end stands in Phrases.ends
}

// newPhrases compiles the files dir/xx.txt.
func newPhrases(dir string) *Phrases {
	p := &Phrases{langs: languages(dir), ends: make([]phraseEnd, 1, 1<<10)}
	if len(p.langs) > 64 {
		panic("lexicon: " + dir + ": more than 64 languages")
	}
	texts := make([]string, len(p.langs))
	size := 0
	for i, l := range p.langs {
		texts[i] = text(dir + "/" + l + ".txt")
		size += len(texts[i])
	}
	// A node takes 20 bytes of text or more, a word 60.
	p.nodes = make([]node, 3, size/20)
	p.vocab.long = make([]byte, 0, size/10)
	p.vocab.words = make([]entry, firstWordID, size/60)
	p.vocab.grow(2 * cap(p.vocab.words))
	p.edges.grow(size / 30)
	c := compiler{p: p, ends: make(map[phraseEnd]uint16, 1<<10)}
	c.sc.vocab = &p.vocab
	c.networks("classes/networks.txt")
	for i, s := range texts {
		c.file(dir+"/"+p.langs[i]+".txt", s, 1<<i)
	}
	p.markOpen()
	for i := range p.vocab.words {
		e := &p.vocab.words[i]
		if e.free != 0 || e.opening != 0 || e.flags&isNetwork != 0 && p.nodes[freeRoot].wild&(1<<idNetwork) != 0 {
			e.flags |= beginsFree | beginsAny
		}
		if e.head != 0 || e.flags&(isNetwork|beginsPair) != 0 {
			e.flags |= beginsAny
		}
	}
	return p
}

// markOpen finds the words that may follow what a phrase of mode line or start
// begins with where that is … or a few of _.
func (p *Phrases) markOpen() {
	for _, wild := range [...]int32{idAny, idGap} {
		at := headRoot
		for n := 0; p.nodes[at].wild&(1<<wild) != 0; n++ {
			at = p.next(at, wild)
			p.opensAll = p.opensAll || p.nodes[at].end != 0 || p.nodes[at].wild&^(1<<idAny) != 0 || n == maxGap
			p.markFollowers(at)
			wild = idAny
		}
	}
}

func (p *Phrases) markFollowers(at int32) {
	n := &p.nodes[at]
	if n.first != 0 {
		p.vocab.words[n.first].flags |= followsOpen
	}
	for id := range p.vocab.words {
		if n.hasEdge(int32(id)) && p.edges.get(at, int32(id)) != 0 {
			p.vocab.words[id].flags |= followsOpen
		}
	}
}

// networks reads what S stands for.
func (c *compiler) networks(name string) {
	p := c.p
	for _, r := range rows(name) {
		switch ids := c.appendIDs(nil, r.Cols[0]); len(ids) {
		case 1:
			p.vocab.words[ids[0]].flags |= isNetwork
		case 2:
			p.vocab.words[ids[0]].flags |= beginsPair
			p.pairs = append(p.pairs, [2]int32(ids))
		default:
			panic(fmt.Sprintf("lexicon: %s:%d: %q is not one or two words", name, r.Line, r.Cols[0]))
		}
	}
}

// file enters the rows of a phrase file.
func (c *compiler) file(name, s string, lang Langs) {
	for line := 1; s != ""; line++ {
		l, rest, _ := strings.Cut(s, "\n")
		s = rest
		if l == "" || l[0] == '#' {
			continue
		}
		pattern, l, _ := strings.Cut(l, "\t")
		reason, mode, _ := strings.Cut(l, "\t")
		if err := c.add(pattern, reason, mode, lang); err != nil {
			panic(fmt.Sprintf("lexicon: %s:%d: %v", name, line, err))
		}
	}
}

// add enters one row.
func (c *compiler) add(pattern, reason, mode string, lang Langs) error {
	end := phraseEnd{reason: reason, langs: lang}
	for m := ModeLine; m <= ModeIn; m++ {
		if modeNames[m] == mode {
			end.mode = m
		}
	}
	root := freeRoot
	switch end.mode {
	case 0:
		return fmt.Errorf("unknown mode %q", mode)
	case ModeLine, ModeStart:
		root = headRoot
	}
	c.front = append(c.front[:0], root)
	for f, rest, more := "", pattern, true; more; {
		f, rest, more = strings.Cut(rest, " ")
		c.field(f)
	}
	for _, at := range c.front {
		if at == root {
			return fmt.Errorf("%q can be empty", pattern)
		}
		c.mark(at, end, pattern)
	}
	return nil
}

// field reads a field of a pattern: a wildcard, or words parted by "/", with a
// "?" at its end where it may be missing.
func (c *compiler) field(f string) {
	c.next = c.next[:0]
	words, optional := strings.CutSuffix(f, "?")
	if optional || f == "." && c.front[0] != freeRoot {
		c.next = append(c.next, c.front...)
	}
	for a, more := "", true; more; {
		a, words, more = strings.Cut(words, "/")
		c.ids = c.ids[:0]
		if id := wildcard(a); id != 0 {
			c.ids = append(c.ids, id)
		} else {
			c.ids = c.appendIDs(c.ids, a)
		}
		for _, at := range c.front {
			for _, id := range c.ids {
				at = c.p.child(at, id)
			}
			c.next = append(c.next, at)
		}
	}
	c.front, c.next = c.next, c.front
}

// appendIDs cuts s into words and appends their ids; new words get one.
func (c *compiler) appendIDs(ids []int32, s string) []int32 {
	sc := &c.sc
	sc.s, sc.pos = s, 0
	var w word
	for sc.next(&w) {
		if w.id == 0 {
			n, ok := sc.fold(s[w.start:w.end])
			if !ok {
				panic(fmt.Sprintf("lexicon: %q is too long for a word", s))
			}
			key := sc.buf.foldedKey(n)
			w.id = sc.vocab.add(key, n, &sc.buf)
			*sc.slot(key) = knownWord{} // where it is unknown
		}
		ids = append(ids, w.id)
	}
	return ids
}

// child returns the node that id leads to from a node, a new one if need be.
func (p *Phrases) child(at, id int32) int32 {
	if to := p.next(at, id); to != 0 {
		return to
	}
	to := int32(len(p.nodes))
	n := &p.nodes[at]
	if id < firstWordID {
		n.wild |= 1 << id
	}
	switch e := &p.vocab.words[id]; {
	case at == headRoot:
		e.head = to
	case at == freeRoot:
		e.free = to
	case at == p.opening():
		e.opening = to
	case n.first == 0:
		n.first, n.to = uint16(id), to
	default:
		n.more |= 1 << (id & 15)
		p.edges.put(at, id, to)
	}
	p.nodes = append(p.nodes, node{})
	return to
}

// mark makes a node the end of a phrase.
func (c *compiler) mark(at int32, end phraseEnd, pattern string) {
	p := c.p
	n := &p.nodes[at]
	if n.end != 0 {
		old := p.ends[n.end]
		if old.reason != end.reason {
			p.clashes = append(p.clashes, phraseClash{pattern, old.reason + " " + old.mode.String(), end.reason + " " + end.mode.String()})
			return
		}
		// What counts at the start counts as the line, and in counts at the end.
		end.mode = max(old.mode, end.mode)
		end.langs |= old.langs
	}
	i, ok := c.ends[end]
	if !ok {
		if len(p.ends) == 1<<16 {
			panic("lexicon: phrases have more ends than a node has room for")
		}
		i = uint16(len(p.ends))
		c.ends[end] = i
		p.ends = append(p.ends, end)
	}
	n.end = i
}

// An edgeTable maps a node and a word to the node that the word leads to: a
// hash table with linear probing, for the edges of a node after its first.
type edgeTable struct {
	slots []uint64 // from, id and to in 24, 16 and 24 bits; 0 where free
	n     int
	shift uint
}

const edgeToBits = 24

// slot is the place of the edge, or the free one where it would be put.
func (t *edgeTable) slot(key uint64) uint64 {
	last := uint64(len(t.slots) - 1)
	i := key * 0x9e3779b97f4a7c15 >> t.shift
	for t.slots[i&last] != 0 && t.slots[i&last]>>edgeToBits != key {
		i++
	}
	return i & last
}

func (t *edgeTable) get(from, id int32) int32 {
	if t.n == 0 {
		return 0
	}
	return int32(t.slots[t.slot(uint64(from)<<16|uint64(id))] & (1<<edgeToBits - 1))
}

// put enters an edge that is not there yet.
func (t *edgeTable) put(from, id, to int32) {
	if 2*(t.n+1) > len(t.slots) {
		t.grow(2 * (t.n + 1))
	}
	key := uint64(from)<<16 | uint64(id)
	t.slots[t.slot(key)] = key<<edgeToBits | uint64(to)
	t.n++
}

// grow makes room for n slots or more.
func (t *edgeTable) grow(n int) {
	old := t.slots
	t.slots = make([]uint64, 1<<bits.Len(uint(max(n-1, 255))))
	t.shift = uint(64 - bits.TrailingZeros(uint(len(t.slots))))
	for _, e := range old {
		if e != 0 {
			t.slots[t.slot(e>>edgeToBits)] = e
		}
	}
}
