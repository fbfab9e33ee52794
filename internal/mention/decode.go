package mention

// A found is a name of a learned kind.
type found struct {
	first, last int32
	kind        int8
}

// A lattice is what a decoder works in for one run.
type lattice struct {
	score [][labels]int32       // of each token
	sum   [][kindsLearned]int32 // of the tokens before each one as the inside of a name
	best  []int32               // of all ways to cut the tokens before each one
	back  []found               // the last step of the best way; of kind -1 outside of names
	rows  []uint32
}

// maxRun is how much of a run is decoded at once: a run of ten thousand
// capitals comes in pieces.
const maxRun = 256

// decode appends the best names of the run from ≤ i < to of the sentence
// first ≤ i < last.
func (f *finder) decode(out []found, l *lattice, from, to, first, last int) []found {
	n := to - from
	l.score = grow(l.score, n)
	l.sum = grow(l.sum, n+1)
	l.best = grow(l.best, n+1)
	l.back = grow(l.back, n+1)
	f.listPhrases(from, to)
	l.sum[0] = [kindsLearned]int32{}
	for i := range n {
		l.rows = f.tokenFeatures(l.rows[:0], from+i, from, to, first, last, true)
		f.model.tokens(&l.score[i], l.rows)
		for k := range kindsLearned {
			l.sum[i+1][k] = l.sum[i][k] + l.score[i][label(k, inside)]
		}
		f.recall(&l.score[i], from+i)
	}
	l.best[0] = 0
	for j := 1; j <= n; j++ {
		l.best[j] = l.best[j-1] + l.score[j-1][0]
		l.back[j] = found{int32(j - 1), int32(j), -1}
		if !f.ends(from + j - 1) {
			continue
		}
		for i := j - 1; i >= 0 && j-i <= maxName; i-- {
			if !f.begins(from + i) {
				continue
			}
			var s [kindsLearned]int32
			l.rows = f.spanFeatures(l.rows[:0], from+i, from+j, from, to, first, last, true)
			f.model.spans(&s, l.rows)
			f.favour(&s, from+i, from+j)
			for k := range s {
				v := l.best[i] + s[k]
				if j-i == 1 {
					v += l.score[i][label(k, single)]
				} else {
					v += l.score[i][label(k, opening)] + l.score[j-1][label(k, closing)] + l.sum[j-1][k] - l.sum[i+1][k]
				}
				if v > l.best[j] {
					l.best[j] = v
					l.back[j] = found{int32(i), int32(j), int8(k)}
				}
			}
		}
	}
	at := len(out)
	for j := int32(n); j > 0; j = l.back[j].first {
		if b := l.back[j]; b.kind >= 0 {
			out = append(out, found{int32(from) + b.first, int32(from) + b.last, b.kind})
		}
	}
	for a, b := at, len(out)-1; a < b; a, b = a+1, b-1 {
		out[a], out[b] = out[b], out[a]
	}
	return out
}

// listed is what a name of the lists weighs beside the model, in its unit: the
// corpora hold too few of them for it to trust the lists of their own.
const listed = 96

// favour speaks for a span that is in the lists as a whole, where the lists
// leave no doubt: several words, an acronym, an adjective of nationality.
func (f *finder) favour(s *[kindsLearned]int32, first, last int) {
	w := &f.words[first]
	t := f.traitsOf(first, last)
	if last-first == 1 {
		if w.loud {
			return
		}
		if t&(isDemonym|isPeople) != 0 && t&(isGiven|isSurname|isCity|isRegion|isCountry) == 0 && w.shape == capital {
			s[learnedGroup] += listed
		}
		if t&isOrg != 0 && w.shape == capitals {
			s[learnedOrganization] += listed
		}
		return
	}
	switch {
	case t&isCountry != 0:
		s[learnedPlace] += listed
	case t&isOrg != 0:
		s[learnedOrganization] += listed
	case t == 0 && f.particled(first, last):
		s[learnedPerson] += 2 * listed
	}
}

// particled reports whether a span is a given name or a title, particles in small
// letters and a last word: "Ursula von der Leyen". They are too rare in the corpora
// for the model to learn that the particles hold the name together.
func (f *finder) particled(first, last int) bool {
	i := first
	for i < last && f.words[i].upper && f.words[i].traits&(isGiven|isHonor) != 0 {
		i++
	}
	if i == first || first > 0 && f.nameable(first-1) && f.words[first-1].traits&(isTitle|isHonor) == 0 {
		return false // "San Juan de la Maguana"
	}
	k := i
	for k < last && f.words[k].shape == small && f.words[k].traits&isParticle != 0 {
		k++
	}
	return k > i && k == last-1 && f.nameable(k)
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, 2*n)
	}
	return s[:n]
}

// begins reports whether a name may begin with token i of a run, ends whether
// one may end with it.
func (f *finder) begins(i int) bool {
	return f.nameable(i) || f.words[i].shape == small && f.words[i].traits&isParticle != 0
}

func (f *finder) ends(i int) bool { return f.nameable(i) || f.words[i].shape == digits }

// listPhrases marks the tokens of a run with what the lists know of the longest
// phrases there.
func (f *finder) listPhrases(from, to int) {
	for i := from; i < to; i++ {
		f.phrases[i] = 0
	}
	for i := from; i < to; {
		j := min(to, i+maxPhrase)
		if f.words[i].traits&starts == 0 {
			i++
			continue
		}
		for ; j > i+1; j-- {
			if t := f.traitsOf(i, j); t&^starts != 0 {
				for k := i; k < j; k++ {
					f.phrases[k] = t
				}
				break
			}
		}
		i = max(j, i+1)
	}
}

// memory is what one name more of the same kind in the document weighs for a
// word, and memoryMost how many count; in the unit of the model's weights.
const (
	memory     = 20
	memoryMost = 3
)

// remember counts for each word the names that it is in: of people any of
// their words, of the rest those that are a name on their own.
func (f *finder) remember(all []found) {
	for _, n := range all {
		if n.last-n.first > 1 && n.kind != learnedPerson {
			continue
		}
		for i := n.first; i < n.last; i++ {
			if e := f.words[i].entry; e >= 0 && f.words[i].traits&isInner == 0 && f.table.named[e][n.kind] < memoryMost {
				f.table.named[e][n.kind]++
			}
		}
	}
}

// recall lets the names that were found in the first pass speak for their words
// in the second.
func (f *finder) recall(score *[labels]int32, i int) {
	e := f.words[i].entry
	if e < 0 || memory == 0 {
		return
	}
	for k, n := range f.table.named[e] {
		if n == 0 {
			continue
		}
		b := int32(memory) * int32(min(n, memoryMost))
		for p := range positions {
			score[label(k, p)] += b
		}
	}
}
