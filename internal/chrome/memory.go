package chrome

import "sync"

// A memory lends the slices that a text is judged in. All are given back at
// once, when the verdict is written, and lent for the next text: a short text
// took 30 times its size, and to make and collect that a sixth of its time.
// The zero memory is ready.
type memory struct {
	ints        slab[int32]
	floats      slab[float32]
	flags       slab[bool]
	strings     slab[string]
	reasons     slab[reason]
	measured    slab[line]
	covers      slab[shares]
	supports    slab[support]
	turns       slab[turn]
	occurrences []word
	spoken      []spoken
	infos       []wordInfo
	phrases     *phraseReader
}

// A slab lends pieces of one slice.
type slab[T any] struct {
	free []T // what is not lent, all zeros
	all  []T
}

// take lends n zeros.
func (s *slab[T]) take(n int) []T {
	if n > len(s.free) {
		s.all = make([]T, max(n, 2*len(s.all)))
		s.free = s.all
	}
	out := s.free[:n:n]
	s.free = s.free[n:]
	return out
}

// reset takes back what is lent. What a text needed more than keep of is let
// go of: one long text must not hold its memory for good.
func (s *slab[T]) reset(keep int) {
	if len(s.all) > keep {
		s.all = nil
	}
	clear(s.all[:len(s.all)-min(len(s.free), len(s.all))])
	s.free = s.all
}

// memories are those that no text is judged in.
var memories = sync.Pool{New: func() any { return new(memory) }}

// reader lends the reader of phrases.
func (m *memory) reader() *phraseReader {
	if m.phrases == nil {
		m.phrases = newPhraseReader()
	}
	return m.phrases
}

// release takes all back. Nothing of the text is kept.
func (m *memory) release() {
	const keep = 1 << 18 // pieces of each kind, what a text of 5000 lines needs
	m.ints.reset(keep)
	m.floats.reset(keep)
	m.flags.reset(keep)
	m.strings.reset(keep)
	m.reasons.reset(keep)
	m.measured.reset(keep)
	m.covers.reset(keep)
	m.supports.reset(keep)
	m.turns.reset(keep)
	m.reader().scratch.Forget()
	if cap(m.occurrences) > keep {
		m.occurrences = nil
	}
	if cap(m.infos) > keep {
		m.infos = nil
	}
	memories.Put(m)
}
