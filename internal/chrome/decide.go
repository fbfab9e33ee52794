package chrome

// How Decide weighs what the models say, fitted on the out-of-fold log odds of
// the development texts: against a bare threshold of 0 the body's F1 goes from
// 0.953 to 0.960, the lines kept from 0.949 to 0.954.
const (
	sureLast      = -2.2 // log odds that the paragraph right below the stretch must have
	sureOutside   = 0.3  // log odds of a line that may open or close the article
	sureInside    = -0.4 // log odds of a line that stands between two such
	sureFurniture = 1    // of one that is no sentence and holds a phrase of furniture: "READ MORE: …"
	sureSection   = 3    // of one that goes on with the furniture above it
	sureSubhead   = -2   // of one that is built like a subhead
	sureBeside    = 2    // where both its neighbours are as sure as that
	maxGap        = 8    // lines without one that an article may have in it
	leastShare    = 0.1  // words of a cluster of such lines, to the largest's
	minRepeat     = 6    // words of a line that is kept but once
)

// How the stories around the article are told from it, by the log odds of the
// model that knows teasers. At the bottom they are a list: what tells them is
// how far the mean falls from the paragraphs before a place to the lines after
// it, in units of its error. At 4 none of the 2159 paragraphs of the
// development texts that end an article is lost.
const (
	sureStories  = 4
	leastStories = 2  // lines at the bottom that are a list
	leastArticle = 3  // paragraphs that must be left
	before       = 15 // paragraphs before the place that count
	mostOdds     = 7  // log odds that count of one line, and least
	leastOdds    = -3
	sureTurn     = 2 // sharpness of a change of words that moves the place up
	maxTurn      = 3 // and by how many lines at most
	sureHead     = 1 // log odds against a line at the top
)

// Decide returns which lines are the article, given the log odds of the
// second model, and of the model that tells it from other stories.
func (t *Lines) Decide(logits []float32, story func(i int) float32) []bool {
	keep := t.stretch(logits)
	t.keepLists(keep)
	t.dropRepeats(keep)
	t.dropStories(keep, story)
	t.keepCounted(keep)
	t.keepAnswers(keep, logits)
	t.keepLast(keep, logits)
	return keep
}

// dropStories drops other stories' teasers at the bottom and at the top: lines
// which each could be the article's, and together are not.
func (t *Lines) dropStories(keep []bool, story func(i int) float32) {
	at := make([]int, 0, t.core.len()) // the prose lines that stay
	for i, k := range keep {
		if k && t.prose[i] {
			at = append(at, i)
		}
	}
	odds := t.mem.floats.take(len(at))
	for k, i := range at {
		odds[k] = min(max(story(i), leastOdds), mostOdds)
	}
	if cut := t.storiesFrom(at, odds); cut < len(at) {
		from := at[cut]
		for from-1 > at[cut-1] && !t.prose[from-1] {
			from-- // their headlines
		}
		clear(keep[from:])
		odds = odds[:cut]
	}
	head := 0
	for head < len(odds)-leastArticle && odds[head] < -sureHead {
		head++
	}
	if head > 0 {
		clear(keep[:at[head-1]+1])
	}
}

// storiesFrom returns the place in the prose lines at, whose odds are given,
// from which on they are teasers of other stories, or their number.
func (t *Lines) storiesFrom(at []int, odds []float32) int {
	sums := t.mem.floats.take(len(odds) + 1)
	for k, z := range odds {
		sums[k+1] = sums[k] + z
	}
	n := len(at)
	cut, best := n, float32(sureStories)
	for k := n - 1; k >= leastArticle && t.isLead(at[k]); k-- {
		from := max(k-before, 0)
		above, below := float32(k-from), float32(n-k)
		fall := (sums[k]-sums[from])/above - (sums[n]-sums[k])/below
		if sharp := fall * sqrt(above*below/(above+below)); sharp > best && n-k >= leastStories {
			cut, best = k, sharp
		}
	}
	if cut == n {
		return n
	}
	// The place may be a little higher: where the words change.
	prior := t.mem.floats.take(n)
	for k, i := range at {
		prior[k] = t.outlook.prior[i]
	}
	turn := t.mem.sharpest(prior, leastStories)[n-1]
	if place := n - 1 - int(turn.lines); turn.sharp > sureTurn && place < cut && place >= cut-maxTurn {
		for k := place; k < cut; k++ {
			if !t.isLead(at[k]) {
				return cut
			}
		}
		return place
	}
	return cut
}

// isLead reports whether line i is built like the lead of a story: a sentence
// or two that nobody says.
func (t *Lines) isLead(i int) bool {
	l := &t.lines[i]
	return l.words <= 60 && l.sentences <= 2 && l.first != endQuote
}

// stretch returns the lines of the article as the second model sees it: an article is mostly one stretch with short interruptions, so
// that what stands far from it must hold a good deal more, and what stands
// inside it a little less, to stay.
func (t *Lines) stretch(logits []float32) []bool {
	keep := t.mem.flags.take(len(t.lines))
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
	if t.isLastParagraph(last+1, logits) {
		last++
	}
	for i := max(first, 0); i <= last; i++ {
		sure := float32(sureInside)
		switch {
		case t.lines[i].phrases[photoCredit] == 1 && t.lines[i].strength == 1:
			continue // the article's picture is not its text
		case t.belongsAbove(i):
			sure = sureSection
		case i > first && i < last && t.isSubhead(i) && logits[i-1] > sureBeside && logits[i+1] > sureBeside:
			sure = sureSubhead
		case !t.prose[i] && t.lines[i].furniture > 0:
			sure = sureFurniture
		}
		keep[i] = i == first || i == last || logits[i] > sure
	}
	return keep
}

// isLastParagraph reports whether line i, right below the stretch, is one more
// paragraph of it: it stands alone there, while teasers come in twos and
// threes, and it is a whole sentence. Of a short article the model is not sure
// what its words are.
func (t *Lines) isLastParagraph(i int, logits []float32) bool {
	if i < 1 || i >= len(t.lines) || !t.prose[i] || i+1 < len(t.lines) && t.prose[i+1] {
		return false
	}
	l := &t.lines[i]
	return l.last == endTerminal && l.first != endLower && l.furniture == 0 && logits[i] > sureLast
}

// isSubhead reports whether line i is built like a heading and stands alone
// between two paragraphs.
func (t *Lines) isSubhead(i int) bool {
	l := &t.lines[i]
	if r, strength := l.reason(); strength > 0 && (r != navigation || l.words < 2) {
		return false // menus name subjects too: "European Union"
	}
	return !t.prose[i] && t.prose[i-1] && t.prose[i+1] && l.words >= 1 && l.words <= 8 && l.first == endUpper &&
		(l.last == endLower || l.last == endQuestion) && l.dates == 0 && l.digits == 0 &&
		l.separators+l.links+l.joins == 0 && t.repeats(i) == 1
}

// belongsAbove reports whether line i holds a phrase of the reason that the
// line above it is of: the sentence below "Sign up for our newsletter".
func (t *Lines) belongsAbove(i int) bool {
	if i == 0 || t.lines[i].furniture == 0 {
		return false
	}
	r, strength := t.lines[i-1].reason()
	return strength == 1 && t.lines[i].phrases[r] > 0
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
	kept := t.mem.flags.take(len(t.lines)) // by the first line that reads so
	for i, k := range keep {
		l := &t.lines[i]
		if !k || l.words < minRepeat {
			continue
		}
		keep[i] = !kept[l.same]
		kept[l.same] = true
	}
}
