package chrome

import "slices"

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
	f := newFieldRows(t, keep, logits)
	out := make([][]float32, len(t.lines))
	for i := range out {
		if f.has(i) {
			out[i] = slices.Clone(f.row(i))
		}
	}
	return out
}

// fieldRows are the features of lines that may be fields.
type fieldRows struct {
	*Lines
	keep        []bool
	logits      []float32
	head, tail  span // where fields may stand
	first, last int  // of the lines that stay
	places      []fieldPlace
}

// A fieldPlace is what stands between a line of the head or the tail and the
// article.
type fieldPlace struct {
	longest, short int32
	support        float32
}

func newFieldRows(t *Lines, keep []bool, logits []float32) *fieldRows {
	f := &fieldRows{Lines: t, keep: keep, logits: logits}
	var ok bool
	if f.head, f.tail, ok = t.fieldWindow(keep); !ok {
		return f
	}
	f.first, f.last = firstAndLast(keep)
	f.places = make([]fieldPlace, f.head.len()+f.tail.len())
	for _, s := range []span{f.head, f.tail} {
		var p fieldPlace
		for i := s.until - 1; i >= s.from; i-- {
			l := &t.lines[i]
			if i < f.first {
				p.short++
			}
			if l.words > maxFieldWords {
				p.longest = l.words
				continue
			}
			*f.place(i) = p
			if i < f.first {
				p.longest = max(p.longest, l.words)
				if l.words >= 3 {
					p.support = max(p.support, t.outlook.support[i])
				}
			}
		}
	}
	return f
}

func (f *fieldRows) place(i int) *fieldPlace {
	if i < f.head.until {
		return &f.places[i-f.head.from]
	}
	return &f.places[f.head.len()+i-f.tail.from]
}

// has reports whether line i may be a field.
func (f *fieldRows) has(i int) bool {
	return (i >= f.head.from && i < f.head.until || i >= f.tail.from && i < f.tail.until) && f.lines[i].words <= maxFieldWords
}

// row returns the features of a line that may be a field, valid until the next
// call.
func (f *fieldRows) row(i int) []float32 {
	f.Lines.row(i)
	x, p := f.x[:numDetail], f.place(i)
	x[dFromFirst], x[dFromLast] = float32(i-f.first), float32(i-f.last)
	x[dKept], x[dLogit] = flag(f.keep[i]), f.logits[i]
	x[dLongestSince], x[dShortSince] = float32(p.longest), float32(p.short)
	x[dSupportRank] = x[sSupport] - p.support
	return x
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
