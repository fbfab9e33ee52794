package lexicon

import (
	"fmt"
	"math/bits"
	"strings"
)

// A Mode says where in a line a phrase counts.
type Mode uint8

// The modes, as the third column of a phrase file names them.
const (
	ModeLine  Mode = 1 + iota // the phrase is the line, but for punctuation and symbols at its edges
	ModeStart                 // the line begins with it
	ModeEnd                   // the line ends with it
	ModeIn                    // it stands anywhere in the line
)

var modeNames = [...]string{ModeLine: "line", ModeStart: "start", ModeEnd: "end", ModeIn: "in"}

func (m Mode) String() string {
	if int(m) < len(modeNames) && m > 0 {
		return modeNames[m]
	}
	return "?"
}

// Langs is a set of the languages that a list of phrases knows. Two phrase
// lists number their languages differently: ask each for its own.
type Langs uint64

// Has reports whether l and x have a language in common.
func (l Langs) Has(x Langs) bool { return l&x != 0 }

// A Hit is a phrase found in a line: line[Start:End] is the phrase.
type Hit struct {
	Reason     string // the label of the phrase: a reason for removal, or a page kind
	Mode       Mode   // where the phrase counts
	Start, End int    // bytes of the line
	Langs      Langs  // the languages that the phrase stands in
	Whole      bool   // nothing is around it but punctuation and symbols
}

// Phrases is a matcher for lists of phrases, one a language, compiled into one
// trie over words. It folds case, accents and apostrophes, and sees neither
// punctuation nor zero-width characters, but for marks that end a sentence:
// a phrase of mode end or in lies in one sentence, unless the list says that
// it does not. Cost is linear in the line, whatever stands in it.
//
// Phrases is read-only and safe for concurrent use; a Scratch is not.
type Phrases struct {
	langs   []string
	vocab   map[string]int32
	nodes   []node // nodes[0] is nil; headRoot and freeRoot follow
	edges   edgeTable
	words   []wordFlags       // by word id
	pairs   map[[2]int32]bool // names of networks that are two words
	clashes []phraseClash     // what two patterns say differently, for the tests
}

type wordFlags struct {
	first   bool // a free phrase begins with it
	network bool // it names a social network
}

type phraseClash struct{ key, was, is string }

// Phrases of modes line and start hang on head, which is tried at the first
// word only, the others on free, which is tried at each.
const (
	headRoot int32 = 1
	freeRoot int32 = 2
)

// The ids of what stands for many words; those of words follow.
const (
	idNumber  int32 = 1 + iota // N
	idHandle                   // H
	idNetwork                  // S
	idAny                      // _
	idGap                      // …
	idBreak                    // . (the mark between two sentences)
	idColon                    // : (which must stand there)
	firstWordID
)

// maxGap is the number of words that … stands for at most. A phrase has at
// most two, so that a start costs at most maxGap² walks.
const maxGap = 6

func wildcard(f string) int32 {
	switch f {
	case "N":
		return idNumber
	case "H":
		return idHandle
	case "S":
		return idNetwork
	case "_":
		return idAny
	case "…":
		return idGap
	case ".":
		return idBreak
	case ":":
		return idColon
	}
	return 0
}

type node struct {
	reason string
	mode   Mode
	langs  Langs
	wild   uint8 // 1<<id for each wildcard edge
}

// A Scratch is the memory that a match works in. The zero Scratch is ready; one
// that is kept makes the matches after the first free of allocations. Hits are
// valid until its next use.
type Scratch struct {
	words []word
	hits  []Hit
	sc    wordScanner
}

// newPhrases compiles the files dir/xx.txt.
func newPhrases(dir string) *Phrases {
	p := &Phrases{
		langs: languages(dir),
		vocab: make(map[string]int32, 1<<13),
		nodes: make([]node, 3, 1<<14),
		pairs: make(map[[2]int32]bool),
		words: make([]wordFlags, firstWordID),
	}
	if len(p.langs) > 64 {
		panic("lexicon: " + dir + ": more than 64 languages")
	}
	for _, r := range rows("classes/networks.txt") {
		switch ids := p.appendIDs(nil, r.Cols[0]); len(ids) {
		case 1:
			p.words[ids[0]].network = true
		case 2:
			p.pairs[[2]int32(ids)] = true
		default:
			panic(fmt.Sprintf("lexicon: classes/networks.txt:%d: %q is not one or two words", r.Line, r.Cols[0]))
		}
	}
	var c compiler
	for i, l := range p.langs {
		name := dir + "/" + l + ".txt"
		for _, r := range rows(name) {
			if err := c.add(p, r.Cols, 1<<i); err != nil {
				panic(fmt.Sprintf("lexicon: %s:%d: %v", name, r.Line, err))
			}
		}
	}
	opening := p.edges.get(freeRoot, idBreak)
	for id := range p.words {
		p.words[id].first = p.edges.get(freeRoot, int32(id)) != 0 || p.edges.get(opening, int32(id)) != 0
	}
	return p
}

// appendIDs cuts s into words and appends their ids; new words get one.
func (p *Phrases) appendIDs(ids []int32, s string) []int32 {
	sc := wordScanner{s: s, vocab: p.vocab}
	for w, ok := sc.next(); ok; w, ok = sc.next() {
		if w.id == 0 {
			w.id = int32(len(p.words))
			key, _ := appendFolded(nil, s[w.start:w.end])
			p.vocab[string(key)] = w.id
			p.words = append(p.words, wordFlags{})
		}
		ids = append(ids, w.id)
	}
	return ids
}

// A compiler enters patterns into the trie, field by field: front holds the
// nodes that the fields so far lead to, one for each choice among them.
type compiler struct {
	front, next, ids []int32
}

// add enters one row of a phrase file: pattern, reason, mode.
func (c *compiler) add(p *Phrases, cols []string, lang Langs) error {
	n := node{reason: cols[1], langs: lang}
	for m := ModeLine; m <= ModeIn; m++ {
		if modeNames[m] == cols[2] {
			n.mode = m
		}
	}
	root := freeRoot
	switch n.mode {
	case 0:
		return fmt.Errorf("unknown mode %q", cols[2])
	case ModeLine, ModeStart:
		root = headRoot
	}
	c.front = append(c.front[:0], root)
	for f := range strings.SplitSeq(cols[0], " ") {
		c.field(p, f)
	}
	for _, at := range c.front {
		if at == root {
			return fmt.Errorf("%q can be empty", cols[0])
		}
		p.mark(at, n, cols[0])
	}
	return nil
}

// field reads a field of a pattern: a wildcard, or words parted by "/", with a
// "?" at its end where it may be missing.
func (c *compiler) field(p *Phrases, f string) {
	c.next = c.next[:0]
	words, optional := strings.CutSuffix(f, "?")
	if optional || f == "." && c.front[0] != freeRoot {
		c.next = append(c.next, c.front...)
	}
	for a := range strings.SplitSeq(words, "/") {
		c.ids = c.ids[:0]
		if id := wildcard(a); id != 0 {
			c.ids = append(c.ids, id)
		} else {
			c.ids = p.appendIDs(c.ids, a)
		}
		for _, at := range c.front {
			for _, id := range c.ids {
				at = p.child(at, id)
			}
			c.next = append(c.next, at)
		}
	}
	c.front, c.next = c.next, c.front
}

// child returns the node that id leads to from a node, a new one if need be.
func (p *Phrases) child(at, id int32) int32 {
	if to := p.edges.get(at, id); to != 0 {
		return to
	}
	to := int32(len(p.nodes))
	p.nodes = append(p.nodes, node{})
	p.edges.put(at, id, to)
	if id < firstWordID {
		p.nodes[at].wild |= 1 << id
	}
	return to
}

// mark makes a node the end of a phrase.
func (p *Phrases) mark(at int32, n node, pattern string) {
	switch old := &p.nodes[at]; {
	case old.mode == 0:
		n.wild = old.wild
		*old = n
	case old.reason == n.reason:
		// What counts at the start counts as the line, and in counts at the end.
		old.mode = max(old.mode, n.mode)
		old.langs |= n.langs
	default:
		p.clashes = append(p.clashes, phraseClash{pattern, old.reason + " " + old.mode.String(), n.reason + " " + n.mode.String()})
	}
}

// An edgeTable maps a node and a word to the node that the word leads to: a
// hash table with linear probing, which takes half the time of a map and of
// its construction.
type edgeTable struct {
	slots []edge
	n     int
	shift uint
}

type edge struct{ from, id, to int32 }

// slot is the place of the edge, or the free one where it would be put.
func (t *edgeTable) slot(from, id int32) int {
	h := (uint64(uint32(from))<<32 | uint64(uint32(id))) * 0x9e3779b97f4a7c15
	i := int(h >> t.shift)
	for t.slots[i].to != 0 && (t.slots[i].from != from || t.slots[i].id != id) {
		i = (i + 1) & (len(t.slots) - 1)
	}
	return i
}

func (t *edgeTable) get(from, id int32) int32 {
	if t.n == 0 {
		return 0
	}
	return t.slots[t.slot(from, id)].to
}

// put enters an edge that is not there yet.
func (t *edgeTable) put(from, id, to int32) {
	if 2*(t.n+1) > len(t.slots) {
		old := t.slots
		t.slots = make([]edge, max(1<<12, 2*len(old)))
		t.shift = uint(64 - bits.TrailingZeros(uint(len(t.slots))))
		for _, e := range old {
			if e.to != 0 {
				t.slots[t.slot(e.from, e.id)] = e
			}
		}
	}
	t.slots[t.slot(from, id)] = edge{from, id, to}
	t.n++
}

// Langs returns the set that holds the language alone (ISO 639-1), or the
// empty set where there is no list for it.
func (p *Phrases) Langs(code string) Langs {
	for i, l := range p.langs {
		if l == code {
			return 1 << i
		}
	}
	return 0
}

// Languages lists the languages that have phrases, sorted.
func (p *Phrases) Languages() []string { return append([]string(nil), p.langs...) }

// Match returns the phrases that count where they stand in the line, in order:
// the longest at each place, none inside another.
func (p *Phrases) Match(line string, b *Scratch) []Hit {
	return p.match(line, b, false)
}

// Any reports whether Match would return a hit.
func (p *Phrases) Any(line string, b *Scratch) bool {
	return len(p.match(line, b, true)) > 0
}

func (p *Phrases) match(line string, b *Scratch, one bool) []Hit {
	b.cut(line, p, false)
	b.hits = b.hits[:0]
	end := 0
	for i := range b.words {
		w := &b.words[i]
		f := p.words[w.id]
		if i > 0 && !f.first && !f.network && w.kind == plainWord {
			continue // as most words of running text
		}
		m := walker{p: p, words: b.words, first: i, end: i}
		if i == 0 {
			m.walk(headRoot, 0)
		}
		m.walkFree(i)
		if m.end <= max(i, end) {
			continue
		}
		end = m.end
		b.hit(p, i, end, m.node)
		if one {
			break
		}
	}
	return b.hits
}

// Tiles covers the line with phrases from left to right, the longest at each
// place, wherever they are said to count, but those with … or _ in them. It
// sees through words that were glued together ("ShareTweetPrint"). A line that
// is tiled from end to end is chrome even where no phrase is the line.
func (p *Phrases) Tiles(line string, b *Scratch) []Hit {
	b.cut(line, p, true)
	b.hits = b.hits[:0]
	for i := 0; i < len(b.words); {
		m := walker{p: p, words: b.words, first: i, end: i, tile: true}
		m.walk(headRoot, i)
		m.walkFree(i)
		if m.end == i {
			i++
			continue
		}
		b.hit(p, i, m.end, m.node)
		i = m.end
	}
	return b.hits
}

// cut fills b.words with the words of the line.
func (b *Scratch) cut(line string, p *Phrases, humps bool) {
	b.words = b.words[:0]
	b.sc.s, b.sc.pos, b.sc.vocab = line, 0, p.vocab
	for {
		w, ok := b.sc.next()
		if !ok {
			break
		}
		if humps {
			b.words = b.sc.splitHumps(w, b.words)
		} else {
			b.words = append(b.words, w)
		}
	}
	b.sc.s = "" // keep no line alive
}

func (b *Scratch) hit(p *Phrases, first, end int, at int32) {
	n := &p.nodes[at]
	b.hits = append(b.hits, Hit{
		Reason: n.reason,
		Mode:   n.mode,
		Langs:  n.langs,
		Start:  int(b.words[first].start),
		End:    int(b.words[end-1].end),
		Whole:  first == 0 && end == len(b.words),
	})
}

// A walker looks for the longest phrase that begins at one word.
type walker struct {
	p     *Phrases
	words []word
	first int
	free  bool  // walking from freeRoot
	tile  bool  // modes do not matter
	end   int   // one past the last word of the longest phrase so far
	node  int32 // where that phrase ends in the trie
}

// walkFree walks the phrases of modes end and in, and those of them that must
// begin a sentence where one begins.
func (m *walker) walkFree(i int) {
	m.free = true
	m.walk(freeRoot, i)
	if i == 0 || m.words[i].brk {
		m.step(freeRoot, idBreak, i)
	}
}

func (m *walker) walk(at int32, i int) {
	n := &m.p.nodes[at]
	if i > m.end && m.counts(n.mode, i) {
		m.end, m.node = i, at
	}
	if i == len(m.words) {
		return
	}
	w := &m.words[i]
	if m.free && w.brk && i > m.first {
		at = m.p.edges.get(at, idBreak)
		if at == 0 {
			return
		}
		n = &m.p.nodes[at]
	}
	if w.id != 0 {
		m.step(at, w.id, i+1)
	}
	if n.wild == 0 {
		return
	}
	if w.colon && n.wild&(1<<idColon) != 0 {
		m.step(at, idColon, i)
	}
	if w.kind == numberWord {
		m.step(at, idNumber, i+1)
	}
	if w.kind == handleWord {
		m.step(at, idHandle, i+1)
	}
	if n.wild&(1<<idNetwork) != 0 {
		if m.p.words[w.id].network {
			m.step(at, idNetwork, i+1)
		}
		if i+1 < len(m.words) && m.p.pairs[[2]int32{w.id, m.words[i+1].id}] {
			m.step(at, idNetwork, i+2)
		}
	}
	if m.tile {
		return
	}
	if n.wild&(1<<idAny) != 0 {
		m.step(at, idAny, i+1)
	}
	if n.wild&(1<<idGap) != 0 {
		for j := i + 1; j <= min(len(m.words), i+maxGap); j++ {
			if m.free && j > i+1 && m.words[j-1].brk {
				break
			}
			m.step(at, idGap, j)
		}
	}
}

func (m *walker) step(at, id int32, i int) {
	if to := m.p.edges.get(at, id); to != 0 {
		m.walk(to, i)
	}
}

// counts reports whether a phrase of the mode may end before word i.
func (m *walker) counts(mode Mode, i int) bool {
	switch mode {
	case ModeLine, ModeEnd:
		return m.tile || i == len(m.words)
	case ModeStart, ModeIn:
		return true
	}
	return false
}
