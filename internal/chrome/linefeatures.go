package chrome

import (
	"slices"
)

// The features of a line for the first model. What a tree asks is only
// whether a number is greater than another, so none is scaled.
const (
	fBytes = iota
	fWords
	fLettersPerWord
	fLongest
	fUpperShare
	fCapShare
	fAllCapsShare
	fDigitShare
	fNumbers
	fYears
	fJoins
	fJoinShare
	fSentences
	fWordsPerSentence
	fCommas
	fCommaShare
	fColons
	fQuotes
	fParens
	fSeparators
	fLinks
	fClocks
	fSymbols
	fStops
	fStopShare
	fWideShare
	fFirst
	fFirstUpper
	fFirstQuote
	fFirstBullet
	fLast
	fLastTerminal
	fLastLetter
	fLastQuote
	fRepeats
	fBreaksBefore
	fBreaksAfter
	fProse

	fLineShare
	fByteShare
	fFromStart
	fFromEnd
	fProseBefore
	fProseAfter
	fCoreOffset
	fInCore
	fIntoCore
	fOutOfCore
	fProseGapBefore
	fProseGapAfter
	fRun
	fRunWords
	fWordsNear2
	fWordsNear5
	fProseNear2
	fProseNear5
	fProseNear10

	fContent
	fSupport
	fSupportOfCore
	fSupportCapital
	fPrior
	fPriorNear
	fNextNear
	fFirstLines

	fDocLines
	fDocProse
	fDocCoreShare
	fDocStops
	fDocBlank
	fDocMedian
	fLengthToMedian

	fPhrases
	fTiled
	fDates
	fFirstStop
	fYous
	fYouShare
	fYousNear5
	fPhrasesNear3
	fPhrasesNear8
	fPhraseGapBefore
	fPhraseGapAfter
	fPhrasesToCore
	fPhraseFirst // one feature a reason
	fNear        = fPhraseFirst + numReasons
	fSince       = fNear + len(nearOffsets)*numNear
	numFirst     = fSince + numReasons
)

// nearOffsets are the neighbours whose looks count, and numNear the number of
// features of each.
var nearOffsets = [...]int{-2, -1, 1, 2}

const (
	nWords = iota
	nStopShare
	nLast
	nCapShare
	nJoins
	nPhrases
	nDates
	numNear
)

// FirstNames names the features of First, in order. A new name makes Load
// refuse a model of the old ones.
func FirstNames() []string { return featureNames("first", numFirst) }

// featureNames stands for the features by their number: what they mean is in
// the constants, whose edition it carries.
func featureNames(stage string, n int) []string {
	const edition = "1"
	names := make([]string, n)
	for i := range names {
		names[i] = stage + edition + "." + string(rune('0'+i/100)) + string(rune('0'+i/10%10)) + string(rune('0'+i%10))
	}
	return names
}

// A context holds what the features of all lines of a text share.
type context struct {
	*Lines
	proseBytes             []int32   // prose bytes before each line, and the total last
	wordsTo, proseTo       []int32   // words and prose lines before each line, and the total last
	yousTo, phrasesTo      []int32   // words of address and lines with phrases, likewise
	phraseBefore           []int32   // lines to the next line with a phrase, above
	phraseAfter            []int32   // and below
	gapBefore, gapAfter    []int32   // lines to the next prose line above and below
	run, runWords          []int32   // lines and words of the run of lines of the same kind, prose or not
	support                []support // how far a line's words recur
	meanSupport            float32   // of the prose lines of the core
	median                 float32   // words of the prose lines of the core
	stopShare, blankShares float32
	inCore                 []int32   // by word: in how many content lines of the core
	looks                  []float32 // by line: what its neighbours see of it
	since                  []float32 // by line and reason: lines since a phrase of that reason, at most farAway
}

const farAway = 99

// A support says what share of a line's content words recur elsewhere.
type support struct {
	core, capital, prior, priorNear, nextNear, firstLines float32
}

func newContext(t *Lines) *context {
	n := len(t.lines)
	c := &context{Lines: t}
	c.proseBytes, c.wordsTo, c.proseTo = c.mem.ints.take(n+1), c.mem.ints.take(n+1), c.mem.ints.take(n+1)
	c.run, c.runWords = c.mem.ints.take(n), c.mem.ints.take(n)
	c.yousTo, c.phrasesTo = c.mem.ints.take(n+1), c.mem.ints.take(n+1)
	var stops, words, blank int32
	for i := range t.lines {
		l := &t.lines[i]
		c.wordsTo[i+1] = c.wordsTo[i] + l.words
		c.yousTo[i+1], c.phrasesTo[i+1] = c.yousTo[i]+l.yous, c.phrasesTo[i]
		if l.furniture > 0 {
			c.phrasesTo[i+1]++
		}
		c.proseTo[i+1], c.proseBytes[i+1] = c.proseTo[i], c.proseBytes[i]
		if t.prose[i] {
			c.proseTo[i+1]++
			c.proseBytes[i+1] += l.bytes
		}
		stops += l.stops
		words += l.words
		if t.page.Blocks[i].Breaks > 0 {
			blank++
		}
	}
	c.stopShare = quotient(stops, words)
	c.blankShares = quotient(blank, int32(n))
	c.measureGaps()
	c.measureRuns()
	c.measureSupport()
	c.measureSince()
	c.measureLooks()
	return c
}

func (c *context) measureGaps() {
	c.gapBefore, c.gapAfter = c.mem.gaps(len(c.lines), func(i int) bool { return c.prose[i] })
	c.phraseBefore, c.phraseAfter = c.mem.gaps(len(c.lines), func(i int) bool { return c.phrasesTo[i+1] > c.phrasesTo[i] })
}

// gaps returns for each of n lines how far the nearest others are that are
// so, above and below, at most farAway.
func (m *memory) gaps(n int, so func(i int) bool) (before, after []int32) {
	before, after = m.ints.take(n), m.ints.take(n)
	gap := int32(farAway)
	for i := range n {
		before[i] = gap
		gap = min(gap+1, farAway)
		if so(i) {
			gap = 1
		}
	}
	gap = farAway
	for i := n - 1; i >= 0; i-- {
		after[i] = gap
		gap = min(gap+1, farAway)
		if so(i) {
			gap = 1
		}
	}
	return before, after
}

func (c *context) measureRuns() {
	for from := 0; from < len(c.lines); {
		until := from
		for until < len(c.lines) && c.prose[until] == c.prose[from] {
			until++
		}
		for i := from; i < until; i++ {
			c.run[i] = int32(until - from)
			c.runWords[i] = c.wordsTo[until] - c.wordsTo[from]
		}
		from = until
	}
}

// measureSince counts for each line and reason the lines since the last that
// a phrase of that reason is most of: "Related articles" opens a section,
// "Also read: …" between two paragraphs does not.
func (c *context) measureSince() {
	const half = 0.5
	c.since = c.mem.floats.take(len(c.lines) * numReasons)
	var last [numReasons]float32
	for k := range last {
		last[k] = farAway
	}
	for i := range c.lines {
		l := &c.lines[i]
		for k := range last {
			last[k] = min(last[k]+1, farAway)
		}
		if l.strength > half {
			for k, v := range l.phrases {
				if v > half {
					last[k] = 0
				}
			}
		}
		copy(c.since[i*numReasons:], last[:])
	}
}

// nearWords is how many lines up or down count as near for recurring words.
const nearWords = 6

// measureSupport looks up where else each line's content words stand.
func (c *context) measureSupport() {
	c.support = c.mem.supports.take(len(c.lines))
	c.inCore = c.mem.ints.take(len(c.vocab.words))
	for i := c.core.from; i < c.core.until; i++ {
		if c.prose[i] {
			for _, w := range c.content(i) {
				c.inCore[w.id]++
			}
		}
	}
	first := c.mem.flags.take(len(c.vocab.words)) // in the first three prose lines of the core
	for i, k := c.core.from, 0; i < c.core.until && k < 3; i++ {
		if c.prose[i] {
			k++
			for _, w := range c.content(i) {
				first[w.id] = true
			}
		}
	}
	lengths := c.mem.ints.take(len(c.lines))[:0]
	var sum float32
	last := c.mem.ints.take(len(c.vocab.words)) // the last line of the core, plus one, that a word stood in
	for i := range c.lines {
		s := &c.support[i]
		ws := c.content(i)
		mine := int32(0)
		inside := i >= c.core.from && i < c.core.until && c.prose[i]
		if inside {
			mine = 1
		}
		var capitals, caps float32
		for _, w := range ws {
			sup := c.inCore[w.id] > mine
			s.core += flag(sup)
			if w.capital {
				capitals++
				caps += flag(sup)
			}
			s.firstLines += flag(first[w.id])
			if at := last[w.id]; at > 0 {
				s.prior++
				s.priorNear += flag(i-int(at)+1 <= nearWords)
			}
			if inside {
				last[w.id] = int32(i + 1)
			}
		}
		n := float32(max(len(ws), 1))
		s.core, s.firstLines, s.prior, s.priorNear = s.core/n, s.firstLines/n, s.prior/n, s.priorNear/n
		s.capital = (caps + 0.5) / (capitals + 1)
		if inside {
			sum += s.core
			lengths = append(lengths, c.lines[i].words)
		}
	}
	clear(last)
	for i := len(c.lines) - 1; i >= 0; i-- {
		ws := c.content(i)
		near := float32(0)
		for _, w := range ws {
			if at := int(last[w.id]); at > 0 && at-1-i <= nearWords {
				near++
			}
			if c.prose[i] {
				last[w.id] = int32(i + 1)
			}
		}
		c.support[i].nextNear = near / float32(max(len(ws), 1))
	}
	if len(lengths) > 0 {
		slices.Sort(lengths)
		c.median = float32(lengths[len(lengths)/2])
		c.meanSupport = sum / float32(len(lengths))
	}
}

func flag(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func quotient(a, b int32) float32 { return float32(a) / float32(max(b, 1)) }

// first writes the features of line i into x.
func (c *context) first(i int, x []float32) {
	l := &c.lines[i]
	b := &c.page.Blocks[i]
	x[fBytes], x[fWords] = float32(l.bytes), float32(l.words)
	x[fLettersPerWord] = quotient(l.letters, l.words)
	x[fLongest] = float32(l.longest)
	x[fUpperShare] = quotient(l.upper, l.letters)
	x[fCapShare] = quotient(l.capWords, l.words)
	x[fAllCapsShare] = quotient(l.allCaps, l.words)
	x[fDigitShare] = quotient(l.digits, l.letters+l.digits)
	x[fNumbers], x[fYears] = float32(l.numbers), float32(l.years)
	x[fJoins], x[fJoinShare] = float32(l.joins), quotient(l.joins, l.words)
	x[fSentences], x[fWordsPerSentence] = float32(l.sentences), quotient(l.words, l.sentences)
	x[fCommas], x[fCommaShare] = float32(l.commas), quotient(l.commas, l.words)
	x[fColons], x[fQuotes], x[fParens] = float32(l.colons), float32(l.quotes), float32(l.parens)
	x[fSeparators], x[fLinks] = float32(l.separators), float32(l.links)
	x[fClocks], x[fSymbols] = float32(l.clocks), float32(l.symbols)
	x[fStops], x[fStopShare] = float32(l.stops), quotient(l.stops, l.words)
	x[fWideShare] = quotient(l.wide, l.letters)
	x[fFirst], x[fLast] = float32(l.first), float32(l.last)
	x[fFirstUpper], x[fFirstQuote], x[fFirstBullet] = flag(l.first == endUpper), flag(l.first == endQuote), flag(l.first == endBullet)
	x[fLastTerminal] = flag(l.last == endTerminal || l.last == endQuestion)
	x[fLastLetter] = flag(l.last == endLower || l.last == endUpper || l.last == endDigit)
	x[fLastQuote] = flag(l.lastQuote)
	x[fRepeats] = float32(c.repeats(i))
	x[fBreaksBefore] = float32(b.Breaks)
	x[fBreaksAfter] = 0
	if i+1 < len(c.lines) {
		x[fBreaksAfter] = float32(c.page.Blocks[i+1].Breaks)
	}
	x[fProse] = flag(c.prose[i])
	c.place(i, x)
	c.words(i, x)
	x[fFirstStop] = flag(l.opener >= 0 && c.vocab.words[l.opener].isStop)
	x[fYous], x[fYouShare] = float32(l.yous), quotient(l.yous, l.words)
	x[fTiled], x[fDates] = l.tiled, l.dates
	x[fPhrases] = l.strength
	copy(x[fPhraseFirst:], l.phrases[:])
	copy(x[fSince:], c.since[i*numReasons:][:numReasons])
	for k, o := range nearOffsets {
		to := x[fNear+k*numNear : fNear+(k+1)*numNear]
		if i+o < 0 || i+o >= len(c.lines) {
			clear(to)
			to[nWords], to[nLast] = -1, -1
			continue
		}
		copy(to, c.looks[(i+o)*numNear:])
	}
}

// place writes where the line stands.
func (c *context) place(i int, x []float32) {
	n := len(c.lines)
	l := &c.lines[i]
	x[fLineShare] = float32(i) / float32(n)
	x[fByteShare] = float32(c.page.Blocks[i].Start) / float32(max(len(c.page.Source), 1))
	x[fFromStart], x[fFromEnd] = float32(min(i, farAway)), float32(min(n-1-i, farAway))
	all := c.proseBytes[n]
	x[fProseBefore], x[fProseAfter] = quotient(c.proseBytes[i], all), quotient(all-c.proseBytes[i+1], all)
	x[fCoreOffset] = float32(offset(c.core, i))
	x[fInCore] = flag(i >= c.core.from && i < c.core.until)
	x[fIntoCore], x[fOutOfCore] = float32(i-c.core.from), float32(c.core.until-1-i)
	x[fProseGapBefore], x[fProseGapAfter] = float32(c.gapBefore[i]), float32(c.gapAfter[i])
	x[fRun], x[fRunWords] = float32(c.run[i]), float32(c.runWords[i])
	around := func(sums []int32, k int) float32 {
		return float32(sums[min(i+k+1, n)] - sums[max(i-k, 0)])
	}
	x[fWordsNear2], x[fWordsNear5] = around(c.wordsTo, 2), around(c.wordsTo, 5)
	x[fProseNear2], x[fProseNear5], x[fProseNear10] = around(c.proseTo, 2), around(c.proseTo, 5), around(c.proseTo, 10)
	x[fYousNear5] = around(c.yousTo, 5)
	x[fPhrasesNear3], x[fPhrasesNear8] = around(c.phrasesTo, 3), around(c.phrasesTo, 8)
	x[fPhraseGapBefore], x[fPhraseGapAfter] = float32(c.phraseBefore[i]), float32(c.phraseAfter[i])
	x[fPhrasesToCore] = 0
	switch {
	case i < c.core.from:
		x[fPhrasesToCore] = float32(c.phrasesTo[c.core.from] - c.phrasesTo[i])
	case i >= c.core.until:
		x[fPhrasesToCore] = float32(c.phrasesTo[i+1] - c.phrasesTo[c.core.until])
	}
	x[fDocLines], x[fDocProse] = float32(n), float32(c.proseTo[n])
	x[fDocCoreShare] = quotient(c.proseBytes[c.core.until]-c.proseBytes[c.core.from], int32(len(c.page.Source)))
	x[fDocStops], x[fDocBlank], x[fDocMedian] = c.stopShare, c.blankShares, c.median
	x[fLengthToMedian] = float32(l.words) / max(c.median, 1)
}

// offset is how many lines i stands before (negative) or after s; 0 inside.
func offset(s span, i int) int {
	switch {
	case i < s.from:
		return max(i-s.from, -farAway)
	case i >= s.until:
		return min(i-s.until+1, farAway)
	}
	return 0
}

// words writes how far the line speaks of what the core speaks of.
func (c *context) words(i int, x []float32) {
	s := &c.support[i]
	x[fContent] = float32(len(c.content(i)))
	x[fSupport] = s.core
	x[fSupportOfCore] = s.core - c.meanSupport
	x[fSupportCapital] = s.capital
	x[fPrior], x[fPriorNear], x[fNextNear], x[fFirstLines] = s.prior, s.priorNear, s.nextNear, s.firstLines
}

// measureLooks notes of each line what its neighbours see of it.
func (c *context) measureLooks() {
	c.looks = c.mem.floats.take(len(c.lines) * numNear)
	for i := range c.lines {
		l := &c.lines[i]
		x := c.looks[i*numNear : (i+1)*numNear]
		x[nWords], x[nStopShare], x[nLast] = float32(l.words), quotient(l.stops, l.words), float32(l.last)
		x[nDates], x[nCapShare], x[nJoins] = l.dates, quotient(l.capWords, l.words), float32(l.joins)
		x[nPhrases] = l.strength
	}
}

// First returns the features of all lines for the first model, a row each.
func (t *Lines) First() [][]float32 {
	t.context = newContext(t)
	return t.table(numFirst, t.context.first)
}

// Second returns the features of all lines for the second model, given the
// log odds of the first. First must have been called before.
func (t *Lines) Second(logits []float32) [][]float32 {
	t.outlook = newOutlook(t.context, logits)
	return t.table(numSecond, func(i int, x []float32) { copy(x, t.row(i)) })
}

func (t *Lines) table(columns int, fill func(i int, x []float32)) [][]float32 {
	flat := make([]float32, len(t.lines)*columns)
	rows := make([][]float32, len(t.lines))
	for i := range rows {
		rows[i] = flat[i*columns : (i+1)*columns : (i+1)*columns]
		fill(i, rows[i])
	}
	return rows
}

// row returns the features of line i for the second model, valid until the
// next call. To compute a row again for the third of the lines that it is
// asked for costs less than the memory for all.
func (t *Lines) row(i int) []float32 {
	x := t.x[:numSecond]
	t.context.first(i, x)
	t.outlook.second(i, x)
	return x
}

// hopeless reports whether line i stands so deep among lines that the first
// model takes for chrome that the second need not be asked. Two lines of
// three on a naively scraped page do.
func hopeless(logits []float32, i int) bool {
	const (
		deep = -4 // log odds of the line
		low  = -2 // and of those around it
		near = 3
	)
	if logits[i] > deep {
		return false
	}
	for _, z := range logits[max(i-near, 0):min(i+near+1, len(logits))] {
		if z > low {
			return false
		}
	}
	return true
}
