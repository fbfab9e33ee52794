package chrome

// The features of a line for the models that find the title and the byline,
// after those of the second model: where it stands to the lines that stay.
const (
	dFromFirst = numSecond + iota
	dFromLast
	dKept
	dLogit
	dLongestSince // words of the longest line between it and the first that stays
	dShortSince   // lines between them
	dSupportRank  // lines nearer to the article with as much support
	numDetail
)

// DetailNames names the features of the models of fields.
func DetailNames() []string { return featureNames("detail", numDetail) }

// fieldWindow gives the lines that may be a field: those not far above the
// first line that stays, and those right below the last.
func (t *Lines) fieldWindow(keep []bool) (head, tail span, ok bool) {
	first, last := firstAndLast(keep)
	if first < 0 {
		return span{}, span{}, false
	}
	n := len(t.lines)
	return span{max(first-80, 0), min(first+6, n)}, span{max(last-1, min(first+6, n)), min(last+12, n)}, true
}

const maxFieldWords = 45

// Details returns the features by which fields are found, a row for each line
// that may be one, given what stays; rows of other lines are nil. Second must
// have been called before.
func (t *Lines) Details(keep []bool, logits []float32) [][]float32 {
	out := make([][]float32, len(t.lines))
	head, tail, ok := t.fieldWindow(keep)
	if !ok {
		return out
	}
	first, last := firstAndLast(keep)
	for _, s := range []span{head, tail} {
		longest, short, best := int32(0), 0, float32(0)
		for i := s.until - 1; i >= s.from; i-- {
			l := &t.lines[i]
			if i < first {
				short++
			}
			if l.words > maxFieldWords {
				longest = l.words
				continue
			}
			x := make([]float32, numDetail)
			t.outlook.second(i, t.rows[i])
			copy(x, t.rows[i])
			x[dFromFirst], x[dFromLast] = float32(i-first), float32(i-last)
			x[dKept], x[dLogit] = flag(keep[i]), logits[i]
			x[dLongestSince], x[dShortSince] = float32(longest), float32(short)
			x[dSupportRank] = x[sSupport] - best
			out[i] = x
			if i < first {
				longest = max(longest, l.words)
				if l.words >= 3 {
					best = max(best, x[sSupport])
				}
			}
		}
	}
	return out
}

// firstAndLast returns the first and the last line that stays, or -1.
func firstAndLast(keep []bool) (first, last int) {
	first, last = -1, -1
	for i, k := range keep {
		if k {
			if first < 0 {
				first = i
			}
			last = i
		}
	}
	return first, last
}
