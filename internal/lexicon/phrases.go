package lexicon

import "slices"

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
	vocab   vocabulary
	nodes   []node // nodes[0] is nil; headRoot and freeRoot follow
	edges   edgeTable
	ends    []phraseEnd   // what phrases end in, each once; ends[0] is no end
	pairs   [][2]int32    // names of networks that are two words
	clashes []phraseClash // what two patterns say differently, for the tests

	opensAll bool // a phrase that begins with _ or … may go on with what is no word
}

// A node of the trie. Three of four that have children have
// one, which stands in the node;
// the children of the roots, and of the mark that begins a sentence, stand
// with the words in the vocabulary, the others in the table of edges.
type node struct {
	to    int32
	first uint16 // the id that leads to the node to, 0 where there is none
	end   uint16 // in Phrases.ends, 0 where no phrase ends here
	more  uint16 // 1<<(id%16) for each child that is in the table of edges
	wild  uint8  // 1<<id for each wildcard edge
}

// hasEdge reports whether the table of edges may hold the child that id leads
// to. The table does not fit into the nearest cache, and most words that are
// asked for are not there.
func (n *node) hasEdge(id int32) bool { return n.more>>(id&15)&1 != 0 }

type phraseEnd struct {
	reason string
	mode   Mode
	langs  Langs
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

// A Scratch is the memory that a match works in. The zero Scratch is ready; one
// that is kept makes the matches after the first free of allocations, and a
// line that is matched twice in a row, by Match and by Tiles, is cut into words
// once. It keeps the last line alive. Hits are valid until its next use.
type Scratch struct {
	line  string // that words was cut from, by the vocabulary of p
	p     *Phrases
	words []word
	tiles []word // words with those that were glued together cut apart
	hits  []Hit
	sc    wordScanner
}

// Forget lets go of the last line.
func (b *Scratch) Forget() { b.line, b.p, b.sc.s = "", nil, "" }

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

// Whole returns the phrase that is all of the line, as Match would, and whether
// there is one, without a look at what stands behind the first word.
func (p *Phrases) Whole(line string, b *Scratch) (Hit, bool) {
	b.cut(line, p)
	if len(b.words) == 0 {
		return Hit{}, false
	}
	m := walker{p: p, words: b.words}
	m.walkHead(0)
	m.walkFree(0)
	if m.end < len(m.words) {
		return Hit{}, false
	}
	b.hits = b.hits[:0]
	b.hit(&m)
	return b.hits[0], true
}

func (p *Phrases) match(line string, b *Scratch, one bool) []Hit {
	b.cut(line, p)
	b.hits = b.hits[:0]
	end := 0
	m := walker{p: p, words: b.words}
	for i := range b.words {
		w := &b.words[i]
		if i > 0 && w.kind == plainWord && w.flags&beginsFree == 0 {
			continue // as most words of running text
		}
		m.first, m.end = i, i
		if i == 0 {
			m.walkHead(0)
		}
		m.walkFree(i)
		if m.end <= max(i, end) {
			continue
		}
		end = m.end
		b.hit(&m)
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
	b.cut(line, p)
	b.hits = b.hits[:0]
	m := walker{p: p, words: b.splitHumps(), tile: true}
	for i := 0; i < len(m.words); {
		w := &m.words[i]
		plain := w.kind == plainWord && !w.colon
		if plain && w.flags&beginsAny == 0 {
			i++
			continue
		}
		m.first, m.end = i, i
		m.walkHead(i)
		if !plain || w.flags&beginsFree != 0 {
			m.walkFree(i)
		}
		if m.end == i {
			i++
			continue
		}
		b.hit(&m)
		i = m.end
	}
	return b.hits
}

// cut fills b.words with the words of the line.
func (b *Scratch) cut(line string, p *Phrases) {
	if b.p == p && b.line == line {
		return
	}
	b.line, b.p = line, p
	b.words = b.words[:0]
	sc := &b.sc
	sc.s, sc.pos = line, 0
	sc.use(&p.vocab)
	for {
		n := len(b.words)
		b.words = append(b.words, word{})
		if !sc.next(&b.words[n]) {
			b.words = b.words[:n]
			return
		}
	}
}

// hit adds what the walker found.
func (b *Scratch) hit(m *walker) {
	e := &m.p.ends[m.found]
	b.hits = append(b.hits, Hit{
		Reason: e.reason,
		Mode:   e.mode,
		Langs:  e.langs,
		Start:  int(m.words[m.first].start),
		End:    int(m.words[m.end-1].end),
		Whole:  m.first == 0 && m.end == len(m.words),
	})
}

// A walker looks for the longest phrase that begins at one word.
type walker struct {
	p     *Phrases
	words []word
	first int
	free  bool   // walking from freeRoot
	tile  bool   // modes do not matter
	end   int    // one past the last word of the longest phrase so far
	found uint16 // what that phrase ends in
}

// walkHead walks the phrases of modes line and start.
func (m *walker) walkHead(i int) {
	m.free = false
	m.walkRoot(headRoot, m.p.vocab.words[m.words[i].id].head, i, m.p.headWild(m.words[i:]))
}

// walkFree walks the phrases of modes end and in, and those of them that must
// begin a sentence where one begins.
func (m *walker) walkFree(i int) {
	m.free = true
	e := &m.p.vocab.words[m.words[i].id]
	m.walkRoot(freeRoot, e.free, i, m.p.nodes[freeRoot].wild)
	if i > 0 && !m.words[i].brk {
		return
	}
	if opening := m.p.opening(); opening != 0 {
		m.walkRoot(opening, e.opening, i, m.p.nodes[opening].wild)
	}
}

// opening is the node of the mark that begins a sentence.
func (p *Phrases) opening() int32 { return p.vocab.words[idBreak].free }

// headWild is the wildcards that a phrase of mode line or start may begin with
// at the first of the words. Only some hundred begin with _ or …, which stand
// for any word: where none of the next words can follow those, they are not
// tried.
func (p *Phrases) headWild(words []word) uint8 {
	const open = 1<<idAny | 1<<idGap
	wild := p.nodes[headRoot].wild
	if wild&open == 0 || p.opensAll {
		return wild
	}
	for i := 1; i < len(words) && i <= maxGap; i++ {
		if words[i].flags&followsOpen != 0 {
			return wild
		}
	}
	return wild &^ open
}

// walkRoot walks from a root at word i, which leads from there to a node, and
// by the wildcards wild.
func (m *walker) walkRoot(at, to int32, i int, wild uint8) {
	if to != 0 {
		m.walk(to, i+1)
	}
	if wild != 0 {
		m.wild(at, wild, i)
	}
}

func (m *walker) walk(at int32, i int) {
	for {
		n := &m.p.nodes[at]
		if n.end != 0 && i > m.end && m.counts(m.p.ends[n.end].mode, i) {
			m.end, m.found = i, n.end
		}
		if i == len(m.words) {
			return
		}
		w := &m.words[i]
		if m.free && w.brk && i > m.first {
			if n.wild&(1<<idBreak) == 0 {
				return
			}
			at = m.p.next(at, idBreak)
			n = &m.p.nodes[at]
		}
		to := int32(0)
		switch {
		case w.id == 0:
		case n.first == uint16(w.id):
			to = n.to
		case n.hasEdge(w.id):
			to = m.p.edges.get(at, w.id)
		}
		if n.wild == 0 {
			if to == 0 {
				return
			}
			at = to
			i++
			continue
		}
		if to != 0 {
			m.walk(to, i+1)
		}
		m.wild(at, n.wild, i)
		return
	}
}

// wild walks the edges that stand for many words.
func (m *walker) wild(at int32, wild uint8, i int) {
	w := &m.words[i]
	if w.colon && wild&(1<<idColon) != 0 {
		m.walk(m.p.next(at, idColon), i)
	}
	if w.kind == numberWord && wild&(1<<idNumber) != 0 {
		m.walk(m.p.next(at, idNumber), i+1)
	}
	if w.kind == handleWord && wild&(1<<idHandle) != 0 {
		m.walk(m.p.next(at, idHandle), i+1)
	}
	if wild&(1<<idNetwork) != 0 && w.id != 0 {
		if w.flags&isNetwork != 0 {
			m.walk(m.p.next(at, idNetwork), i+1)
		}
		if w.flags&beginsPair != 0 && i+1 < len(m.words) && slices.Contains(m.p.pairs, [2]int32{w.id, m.words[i+1].id}) {
			m.walk(m.p.next(at, idNetwork), i+2)
		}
	}
	if m.tile {
		return
	}
	if wild&(1<<idAny) != 0 {
		m.walk(m.p.next(at, idAny), i+1)
	}
	if wild&(1<<idGap) != 0 {
		to := m.p.next(at, idGap)
		for j := i + 1; j <= min(len(m.words), i+maxGap); j++ {
			if m.free && j > i+1 && m.words[j-1].brk {
				break
			}
			m.walk(to, j)
		}
	}
}

// next returns the node that id leads to from a node, or 0.
func (p *Phrases) next(at, id int32) int32 {
	switch n := &p.nodes[at]; {
	case at == headRoot:
		return p.vocab.words[id].head
	case at == freeRoot:
		return p.vocab.words[id].free
	case at == p.opening():
		return p.vocab.words[id].opening
	case n.first == uint16(id):
		return n.to
	case n.hasEdge(id):
		return p.edges.get(at, id)
	}
	return 0
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
