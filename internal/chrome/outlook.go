package chrome

import (
	"math"

	"github.com/newsfact/newsfact/internal/forest"
)

// The features of a line for the second model, after those of the first: what
// the first model thinks of the line, of its neighbours, and of the text that
// its words recur in.
const (
	sOwn = numFirst + iota
	sMean3
	sMean8
	sBefore3
	sAfter3
	sMassBefore
	sMassAfter
	sMainOffset
	sInMain
	sIntoMain
	sOutOfMain
	sMainShare
	sGapBefore
	sGapAfter
	sLikelyBefore5
	sLikelyAfter5
	sLikelyBefore12
	sLikelyAfter12
	sSupport
	sSupportToMean
	sPrior
	sPriorToMean
	sNext
	sNextToMean
	sSupportTail
	sSupportHead
	sRest
	sTailBreak // how sharply the words change at the sharpest place above, to the end
	sTailLines // likely prose lines since that place
	sHeadBreak // the same from the start to the sharpest place below
	sHeadLines
	sNear     // logits of the neighbours
	numSecond = sNear + 2*reach
)

// reach is how far, in lines, the second model sees its neighbours one by one.
const reach = 4

// SecondNames names the features of the second model.
func SecondNames() []string { return featureNames("second", numSecond) }

// An outlook is what the first model thinks of a text, summed up.
type outlook struct {
	*context
	logits                    []float32
	probs                     []float32
	probTo                    []float32 // sums of probs before each line, the total last
	massTo                    []float32 // the same times words
	main                      span      // the run of lines with the greatest mass
	likelyBefore, likelyAfter []int32   // lines to the next likely line
	support, prior, next      []float32 // share of a line's words that likely lines elsewhere, above, below speak of
	mean, meanPrior, meanNext float32   // of the likely lines
	supportTo                 []float32 // sums of (support - mean) over prose lines before each line
	tail, head                []turn    // the sharpest change of subject above and below each line
}

func newOutlook(c *context, logits []float32) *outlook {
	n := len(c.lines)
	probs := c.mem.floats.take(n)
	for i, z := range logits {
		probs[i] = forest.Sigmoid(z)
	}
	o := &outlook{context: c, logits: logits, probs: probs}
	o.probTo, o.massTo = c.mem.floats.take(n+1), c.mem.floats.take(n+1)
	for i, p := range probs {
		o.probTo[i+1] = o.probTo[i] + p
		o.massTo[i+1] = o.massTo[i] + p*float32(c.lines[i].words)
	}
	o.main = mainRun(c.Lines, probs)
	o.likelyBefore, o.likelyAfter = c.mem.gaps(n, func(i int) bool { return probs[i] > 0.5 })
	o.measureSupport()
	o.measureTurns()
	return o
}

// mainRun finds the run of lines with the greatest sum of words that are
// likely body, less those that are likely not and a toll for each such line.
func mainRun(t *Lines, probs []float32) span {
	var best, sum float32
	var main span
	from := 0
	for i, p := range probs {
		words := float32(min(t.lines[i].words, 60))
		gain := (p - 0.5) * (words + 6)
		if sum <= 0 {
			sum, from = 0, i
		}
		sum += gain
		if sum > best {
			best, main = sum, span{from, i + 1}
		}
	}
	return main
}

// measureSupport weighs where the words of each line recur by how likely body
// the lines are that they recur in.
func (o *outlook) measureSupport() {
	n := len(o.lines)
	o.support, o.prior, o.next = o.mem.floats.take(n), o.mem.floats.take(n), o.mem.floats.take(n)
	o.supportTo = o.mem.floats.take(n + 1)
	total := o.mem.floats.take(len(o.vocab.words))
	for i, p := range o.probs {
		for _, w := range o.content(i) {
			total[w.id] += p
		}
	}
	above := o.mem.floats.take(len(o.vocab.words))
	var weight float32
	for i, p := range o.probs {
		ws := o.content(i)
		for _, w := range ws {
			a := above[w.id]
			o.support[i] += min(1, max(total[w.id]-p, 0))
			o.prior[i] += min(1, a)
			o.next[i] += min(1, max(total[w.id]-p-a, 0))
			above[w.id] += p
		}
		k := float32(max(len(ws), 1))
		o.support[i] /= k
		o.prior[i] /= k
		o.next[i] /= k
		if o.prose[i] {
			o.mean += p * o.support[i]
			o.meanPrior += p * o.prior[i]
			o.meanNext += p * o.next[i]
			weight += p
		}
	}
	if weight > 0 {
		o.mean, o.meanPrior, o.meanNext = o.mean/weight, o.meanPrior/weight, o.meanNext/weight
	}
	for i := range o.lines {
		o.supportTo[i+1] = o.supportTo[i]
		if o.prose[i] {
			o.supportTo[i+1] += o.support[i] - o.mean
		}
	}
}

// A turn is a change of subject: how sharp it is, in standard errors of the
// difference of means, and how many likely prose lines lie between.
type turn struct {
	sharp float32
	lines int32
}

// measureTurns looks for the places where the article may end and teasers of
// other stories begin, and the other way round at the top: above the place the
// lines speak of what has been spoken of, below it they do not any more.
func (o *outlook) measureTurns() {
	n := len(o.lines)
	o.tail, o.head = o.mem.turns.take(n), o.mem.turns.take(n)
	at := o.mem.ints.take(n)[:0] // the likely prose lines
	for i := range n {
		if o.prose[i] && o.probs[i] > 0.4 {
			at = append(at, int32(i))
		}
	}
	prior, next := o.mem.floats.take(len(at)), o.mem.floats.take(len(at))
	for k, i := range at {
		prior[k], next[len(at)-1-k] = o.prior[i], o.next[i]
	}
	fill := func(turns []turn, sharp []turn, down bool) {
		k := 0
		for i := range n {
			line := i
			if !down {
				line = n - 1 - i
			}
			for k < len(at) {
				j := int(at[k])
				if !down {
					j = int(at[len(at)-1-k])
				}
				if down && j > line || !down && j < line {
					break
				}
				k++
			}
			if k > 0 {
				turns[line] = sharp[k-1]
			}
		}
	}
	fill(o.tail, o.mem.sharpest(prior, 3), true)
	fill(o.head, o.mem.sharpest(next, 1), false)
}

// sharpest returns for each place in a run of shares the sharpest fall at or
// before it, to the end of the run, least places at the least: teasers at the
// end are a list, and one or two last paragraphs may well speak of something
// else.
func (m *memory) sharpest(shares []float32, least int) []turn {
	const (
		window    = 15   // lines before the place that count
		deviation = 0.18 // of the share from line to line, in the development texts
	)
	n := len(shares)
	sums := m.floats.take(n + 1)
	for k, v := range shares {
		sums[k+1] = sums[k] + v
	}
	out := m.turns.take(n)
	best, from := float32(0), 0
	for k := range n {
		before, after := float32(min(k, window)), float32(n-k)
		if k >= 2 && n-k >= least {
			fall := (sums[k]-sums[max(k-window, 0)])/before - (sums[n]-sums[k])/after
			if t := fall / deviation * sqrt(before*after/(before+after)); t > best {
				best, from = t, k
			}
		}
		out[k] = turn{best, int32(k - from)}
	}
	return out
}

func sqrt(v float32) float32 { return float32(math.Sqrt(float64(v))) }

// second writes the features of line i into x, whose first part holds those
// of the first model already.
func (o *outlook) second(i int, x []float32) {
	n := len(o.lines)
	mean := func(from, until int) float32 {
		from, until = max(from, 0), min(until, n)
		if from >= until {
			return 0
		}
		return (o.probTo[until] - o.probTo[from]) / float32(until-from)
	}
	x[sOwn] = o.logits[i]
	x[sMean3], x[sMean8] = mean(i-3, i+4), mean(i-8, i+9)
	x[sBefore3], x[sAfter3] = mean(i-3, i), mean(i+1, i+4)
	all := max(o.massTo[n], 1)
	x[sMassBefore], x[sMassAfter] = o.massTo[i]/all, (o.massTo[n]-o.massTo[i+1])/all
	x[sMainOffset] = float32(offset(o.main, i))
	x[sInMain] = flag(i >= o.main.from && i < o.main.until)
	x[sIntoMain], x[sOutOfMain] = float32(i-o.main.from), float32(o.main.until-1-i)
	x[sMainShare] = (o.massTo[o.main.until] - o.massTo[o.main.from]) / all
	x[sGapBefore], x[sGapAfter] = float32(o.likelyBefore[i]), float32(o.likelyAfter[i])
	x[sLikelyBefore5], x[sLikelyAfter5] = mean(i-5, i), mean(i+1, i+6)
	x[sLikelyBefore12], x[sLikelyAfter12] = mean(i-12, i), mean(i+1, i+13)
	x[sSupport], x[sSupportToMean] = o.support[i], o.support[i]-o.mean
	x[sPrior], x[sPriorToMean] = o.prior[i], o.prior[i]-o.meanPrior
	x[sNext], x[sNextToMean] = o.next[i], o.next[i]-o.meanNext
	x[sSupportTail] = (o.supportTo[n] - o.supportTo[i]) / max(float32(o.proseTo[n]-o.proseTo[i]), 1)
	x[sSupportHead] = o.supportTo[i+1] / max(float32(o.proseTo[i+1]), 1)
	x[sRest] = o.probTo[n] - o.probTo[i+1]
	x[sTailBreak], x[sTailLines] = o.tail[i].sharp, float32(o.tail[i].lines)
	x[sHeadBreak], x[sHeadLines] = o.head[i].sharp, float32(o.head[i].lines)
	for k := range reach {
		x[sNear+2*k], x[sNear+2*k+1] = -9, -9
		if i-k-1 >= 0 {
			x[sNear+2*k] = o.logits[i-k-1]
		}
		if i+k+1 < n {
			x[sNear+2*k+1] = o.logits[i+k+1]
		}
	}
}
