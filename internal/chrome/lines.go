package chrome

import (
	"math/bits"

	"github.com/newsfact/newsfact/internal/forest"
	"github.com/newsfact/newsfact/internal/page"
	"github.com/newsfact/newsfact/internal/stamp"
)

// Lines is a scraped text as the model sees it: its lines measured, its words
// counted, and the stretch that most looks like running prose. It is exported
// for the training command only.
type Lines struct {
	mem   *memory
	page  *page.Page
	lines []line
	vocab *vocabulary
	words []word      // all words, then only the content words, line by line
	lang  uint64      // bit in stopLanguages, or 0
	prose []bool      // the line is a sentence or more
	core  span        // the lines that most look like one run of prose
	cuts  map[int]cut // furniture glued to lines, by line; what is left of the line is measured

	context *context  // of the first model's features
	outlook *outlook  // of the second's
	x       []float32 // the features of one line, with room for any model's
}

// A span is a run of lines, half open.
type span struct{ from, until int }

func (s span) len() int { return s.until - s.from }

// Measure reads the lines of p.
func Measure(p *page.Page) *Lines { return measureLines(p, new(memory)) }

// measureLines is Measure in m, which the lines keep until they are released.
func measureLines(p *page.Page, m *memory) *Lines {
	t := &Lines{mem: m, page: p, vocab: newVocabulary(len(p.Source)/16, m), x: m.floats.take(forest.MaxFeatures)}
	t.lines = m.measured.take(len(p.Blocks))
	t.words = m.occurrences[:0]
	phrases, same := m.reader(), newSameLines(len(p.Blocks), m)
	spoken := m.spoken[:0] // of one line
	for i := range p.Blocks {
		if k := same.first(p.Blocks, i); k < i {
			t.repeat(i, k)
			continue
		}
		text, l := p.Blocks[i].Text, &t.lines[i]
		*l, spoken = measure(text, spoken[:0])
		if l.mayBeGlued() {
			if c, ok := phrases.glued(text); ok {
				t.addCut(i, c)
				text = text[c.head : len(text)-c.tail]
				*l, spoken = measure(text, spoken[:0])
			}
		}
		l.opener, l.same, l.repeats = -1, int32(i), 1
		l.wordFrom = int32(len(t.words))
		hot := t.addWords(spoken)
		l.wordUntil = int32(len(t.words))
		if len(spoken) > 0 {
			l.opener = t.words[l.wordFrom].id
		}
		if phrases.read(text, l, hot, m) {
			l.weigh()
		}
		l.dates = datesIn(text, l)
	}
	m.spoken = spoken
	t.lang = t.vocab.language()
	t.keepContent()
	t.findCore()
	return t
}

// addWords adds the words of a line, and reports whether one is of a phrase
// that counts in longer lines.
func (t *Lines) addWords(ws []spoken) (hot bool) {
	before, first := uint64(0), false
	for _, w := range ws {
		id := t.vocab.id(w.hash)
		info := &t.vocab.words[id]
		info.count++
		hot = hot || info.anchor || first && info.second && t.vocab.known.isPair(before, w.hash)
		before, first = w.hash, info.first
		t.words = append(t.words, word{id, uint8(min(w.letters, 255)), w.capital})
	}
	return hot
}

// repeat lets line i be what line k is, which reads the same.
func (t *Lines) repeat(i, k int) {
	l := &t.lines[i]
	*l = t.lines[k]
	t.lines[k].repeats++
	from := len(t.words)
	t.words = append(t.words, t.words[l.wordFrom:l.wordUntil]...)
	for _, w := range t.words[from:] {
		t.vocab.words[w.id].count++
	}
	l.wordFrom, l.wordUntil = int32(from), int32(len(t.words))
	if c, ok := t.cuts[k]; ok {
		t.addCut(i, c)
	}
}

func (t *Lines) addCut(i int, c cut) {
	if t.cuts == nil {
		t.cuts = make(map[int]cut)
	}
	t.cuts[i] = c
}

// release gives the memory back that the lines stand in.
func (t *Lines) release() {
	t.mem.occurrences, t.mem.infos = t.words, t.vocab.words
	t.mem.release()
}

// repeats is how many lines of the text read as line i does.
func (t *Lines) repeats(i int) int32 { return t.lines[t.lines[i].same].repeats }

// keepContent counts the stop words of each line and drops them and very
// short words from the words of the text, and a second time the same word of
// a line.
func (t *Lines) keepContent() {
	t.vocab.settle(t.lang)
	n := 0
	for i := range t.lines {
		l := &t.lines[i]
		from := n
		for k := l.wordFrom; k < l.wordUntil; k++ {
			w := t.words[k]
			info := &t.vocab.words[w.id]
			if info.isYou {
				l.yous++
			}
			switch {
			case info.isStop:
				l.stops++
			case w.letters < 2 || w.letters < 3 && !w.capital && l.wide == 0:
			case info.last == int32(i+1):
			default:
				info.last = int32(i + 1)
				t.words[n] = w
				n++
			}
		}
		l.wordFrom, l.wordUntil = int32(from), int32(n)
	}
	t.words = t.words[:n]
}

func (t *Lines) content(i int) []word {
	l := &t.lines[i]
	return t.words[l.wordFrom:l.wordUntil]
}

// isProse reports whether a line reads like a sentence or more.
func (t *Lines) isProse(l *line) bool {
	if l.words < 9 || l.furniture > 0.3 || l.joins*6 > l.words || l.separators*5 > l.words {
		return false
	}
	if t.lang != 0 && l.stops*7 < l.words && l.wide*2 < l.letters {
		return false
	}
	switch l.last {
	case endTerminal, endQuestion, endEllipsis, endColon:
		return true
	}
	return l.words >= 25
}

// findCore finds the run of lines with the greatest sum of words in prose,
// less a toll for each line that is none.
func (t *Lines) findCore() {
	const toll = 12 // words; half a short paragraph
	t.prose = t.mem.flags.take(len(t.lines))
	best, sum, from := int32(0), int32(0), 0
	for i := range t.lines {
		l := &t.lines[i]
		t.prose[i] = t.isProse(l)
		gain := int32(-toll)
		if t.prose[i] {
			gain = min(l.words, 80)
			if l.furniture > 0 || l.quotes == 0 && l.yous*12 > l.words {
				gain = -toll // a site that speaks of itself
			}
		}
		if sum <= 0 {
			sum, from = 0, i
		}
		sum += gain
		if sum > best {
			best, t.core = sum, span{from, i + 1}
		}
	}
}

// maxDateWords is the longest line that is read as a date line.
const maxDateWords = 24

// datesIn returns the share of a short line that its dates cover.
func datesIn(s string, l *line) float32 {
	if l.digits == 0 || l.words > maxDateWords || l.words == 0 {
		return 0
	}
	n := 0
	for _, f := range stamp.Find(s, stamp.Hints{}) {
		if f.Kind != stamp.Copyright {
			n += f.End - f.Start
		}
	}
	return float32(n) / float32(len(s))
}

// Prose reports whether line i reads like a sentence or more.
func (t *Lines) Prose(i int) bool { return t.prose[i] }

// language is the text's language, or "".
func (t *Lines) language() string {
	if t.lang == 0 {
		return ""
	}
	return stopLanguages()[bits.TrailingZeros64(t.lang)]
}
