package chrome

// How Decide weighs what the models say, fitted on the out-of-fold log odds of
// the development texts: against a bare threshold of 0 the body's F1 goes from
// 0.953 to 0.960, the lines kept from 0.949 to 0.954.
const (
	sureOutside   = 0.3  // log odds of a line that may open or close the article
	sureInside    = -0.4 // log odds of a line that stands between two such
	sureFurniture = 1    // of one that is no sentence and holds a phrase of furniture: "READ MORE: …"
	maxGap        = 8    // lines without one that an article may have in it
	leastShare    = 0.1  // words of a cluster of such lines, to the largest's
	minRepeat     = 6    // words of a line that is kept but once
)

// Decide returns which lines are the article, given the log odds of the
// second model: an article is mostly one stretch with short interruptions, so
// that what stands far from it must hold a good deal more, and what stands
// inside it a little less, to stay.
func (t *Lines) Decide(logits []float32) []bool {
	keep := make([]bool, len(t.lines))
	clusters := t.clusters(logits, sureOutside)
	if len(clusters) == 0 {
		clusters = t.clusters(logits, 0)
	}
	most := int32(0)
	for _, c := range clusters {
		most = max(most, c.words)
	}
	first, last := -1, -1
	for _, c := range clusters {
		if float32(c.words) < leastShare*float32(most) {
			continue
		}
		if first < 0 {
			first = c.from
		}
		last = c.until - 1
	}
	for i := max(first, 0); i <= last; i++ {
		sure := float32(sureInside)
		if l := &t.lines[i]; !t.prose[i] && l.furniture() > 0 {
			sure = sureFurniture
		}
		keep[i] = i == first || i == last || logits[i] > sure
	}
	t.dropRepeats(keep)
	return keep
}

// A cluster is a run of lines that begins and ends with a likely one and has
// no long gap in it.
type cluster struct {
	span
	words int32 // of the likely lines
}

func (t *Lines) clusters(logits []float32, sure float32) []cluster {
	var out []cluster
	for i, z := range logits {
		if z <= sure {
			continue
		}
		if n := len(out); n == 0 || i-out[n-1].until > maxGap {
			out = append(out, cluster{span: span{i, i}})
		}
		c := &out[len(out)-1]
		c.until = i + 1
		c.words += t.lines[i].words
	}
	return out
}

// dropRepeats keeps a line once that the text says again: a caption under the
// thumbnail and the picture, a pull quote.
func (t *Lines) dropRepeats(keep []bool) {
	kept := make(map[uint64]bool)
	for i, k := range keep {
		l := &t.lines[i]
		if !k || l.words < minRepeat {
			continue
		}
		keep[i] = !kept[l.key]
		kept[l.key] = true
	}
}
