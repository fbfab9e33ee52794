package lexicon

import (
	"fmt"
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
	network map[int32]bool    // words that name a social network
	pairs   map[[2]int32]bool // names of networks that are two words
	edges   map[uint64]int32  // node<<32 | word id -> node
	nodes   []node            // nodes[0] is nil, head and free follow
	first   []bool            // first[id]: a free phrase begins with word id
	clashes []clash           // what two patterns say differently, for the tests
}

type clash struct{ key, was, is string }

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
	firstWordID
)

// maxGap is the number of words that … stands for at most. A phrase has at
// most two, so that a start costs at most maxGap² walks.
const maxGap = 6

var wildcards = map[string]int32{"N": idNumber, "H": idHandle, "S": idNetwork, "_": idAny, "…": idGap, ".": idBreak}

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
		langs:   languages(dir),
		vocab:   make(map[string]int32),
		network: make(map[int32]bool),
		pairs:   make(map[[2]int32]bool),
		edges:   make(map[uint64]int32),
		nodes:   make([]node, 3),
	}
	if len(p.langs) > 64 {
		panic("lexicon: " + dir + ": more than 64 languages")
	}
	for _, r := range rows("classes/networks.txt") {
		switch ids := p.wordIDs(r.Cols[0]); len(ids) {
		case 1:
			p.network[ids[0]] = true
		case 2:
			p.pairs[[2]int32(ids)] = true
		default:
			panic(fmt.Sprintf("lexicon: classes/networks.txt:%d: %q is not one or two words", r.Line, r.Cols[0]))
		}
	}
	for i, l := range p.langs {
		name := dir + "/" + l + ".txt"
		for _, r := range rows(name) {
			if err := p.add(r.Cols, 1<<i); err != nil {
				panic(fmt.Sprintf("lexicon: %s:%d: %v", name, r.Line, err))
			}
		}
	}
	p.first = make([]bool, int(firstWordID)+len(p.vocab))
	for id := range p.first {
		p.first[id] = p.edges[edge(freeRoot, int32(id))] != 0
	}
	return p
}

// wordIDs cuts s into words and gives new ones an id.
func (p *Phrases) wordIDs(s string) []int32 {
	var ids []int32
	sc := wordScanner{s: s}
	for w, ok := sc.next(); ok; w, ok = sc.next() {
		key, _ := appendFolded(nil, s[w.start:w.end])
		id, ok := p.vocab[string(key)]
		if !ok {
			id = firstWordID + int32(len(p.vocab))
			p.vocab[string(key)] = id
		}
		ids = append(ids, id)
	}
	return ids
}

// add enters one row of a phrase file: pattern, reason, mode.
func (p *Phrases) add(cols []string, lang Langs) error {
	n := node{reason: cols[1], langs: lang}
	for m, name := range modeNames {
		if name != "" && name == cols[2] {
			n.mode = Mode(m)
		}
	}
	if n.mode == 0 {
		return fmt.Errorf("unknown mode %q", cols[2])
	}
	seqs := [][]int32{nil}
	for _, f := range strings.Fields(cols[0]) {
		alts := p.alternatives(f)
		var next [][]int32
		for _, s := range seqs {
			for _, a := range alts {
				next = append(next, append(s[:len(s):len(s)], a...))
			}
		}
		seqs = next
	}
	for _, s := range seqs {
		if len(s) == 0 {
			return fmt.Errorf("%q can be empty", cols[0])
		}
		p.insert(s, n, cols[0])
	}
	return nil
}

// alternatives reads a field of a pattern: a wildcard, or words parted by "/",
// with a "?" at its end where it may be missing.
func (p *Phrases) alternatives(f string) [][]int32 {
	if id, ok := wildcards[f]; ok {
		if id == idBreak {
			return [][]int32{{id}, nil}
		}
		return [][]int32{{id}}
	}
	var alts [][]int32
	f, optional := strings.CutSuffix(f, "?")
	if optional {
		alts = append(alts, nil)
	}
	for a := range strings.SplitSeq(f, "/") {
		if id, ok := wildcards[a]; ok {
			alts = append(alts, []int32{id})
		} else {
			alts = append(alts, p.wordIDs(a))
		}
	}
	return alts
}

func edge(from, id int32) uint64 { return uint64(from)<<32 | uint64(id) }

func (p *Phrases) insert(seq []int32, n node, pattern string) {
	at := freeRoot
	if n.mode == ModeLine || n.mode == ModeStart {
		at = headRoot
	}
	for _, id := range seq {
		to, ok := p.edges[edge(at, id)]
		if !ok {
			to = int32(len(p.nodes))
			p.nodes = append(p.nodes, node{})
			p.edges[edge(at, id)] = to
			if id < firstWordID {
				p.nodes[at].wild |= 1 << id
			}
		}
		at = to
	}
	switch old := &p.nodes[at]; {
	case old.mode == 0:
		n.wild = old.wild
		*old = n
	case old.reason == n.reason:
		// What counts at the start counts as the line, and in counts at the end.
		old.mode = max(old.mode, n.mode)
		old.langs |= n.langs
	default:
		p.clashes = append(p.clashes, clash{pattern, old.reason + " " + old.mode.String(), n.reason + " " + n.mode.String()})
	}
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
		m := walker{p: p, words: b.words, first: i, end: i}
		if i == 0 {
			m.walk(headRoot, 0)
		}
		if w := b.words[i]; p.first[w.id] || w.kind != plainWord || p.nodes[freeRoot].wild != 0 {
			m.free = true
			m.walk(freeRoot, i)
		}
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
		m.free = true
		m.walk(freeRoot, i)
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
		at = m.p.edges[edge(at, idBreak)]
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
	if w.kind == numberWord {
		m.step(at, idNumber, i+1)
	}
	if w.kind == handleWord {
		m.step(at, idHandle, i+1)
	}
	if n.wild&(1<<idNetwork) != 0 {
		if m.p.network[w.id] {
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
	if to := m.p.edges[edge(at, id)]; to != 0 {
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
