package mention

import "github.com/newsfact/newsfact/internal/syntax"

// A found is a name of a learned kind.
type found struct {
	first, last int32
	kind        int8
	plays       bool                // a country or a town, for its team
	score       [kindsLearned]int32 // of the span as each kind
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
		l.back[j] = found{first: int32(j - 1), last: int32(j), kind: -1}
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
			top := 0
			for k := range s {
				if j-i == 1 {
					s[k] += l.score[i][label(k, single)]
				} else {
					s[k] += l.score[i][label(k, opening)] + l.score[j-1][label(k, closing)] + l.sum[j-1][k] - l.sum[i+1][k]
				}
				if s[k] > s[top] {
					top = k
				}
			}
			if d := s[learnedOther] - s[learnedOrganization]; top == learnedOther && d < untold && !f.telling(from+i, from+j) {
				top = learnedOrganization
				s[top] += d
			}
			if v := l.best[i] + s[top]; v > l.best[j] {
				l.best[j] = v
				l.back[j] = found{first: int32(i), last: int32(j), kind: int8(top), score: s}
			}
		}
	}
	at := len(out)
	for j := int32(n); j > 0; j = l.back[j].first {
		if b := l.back[j]; b.kind >= 0 {
			b.first, b.last = b.first+int32(from), b.last+int32(from)
			out = append(out, b)
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
			s[learnedGroup] += 2 * listed // the corpora leave adjectives unmarked
			if last < len(f.words) && f.words[last].shape == small && f.words[last].traits&isInner == 0 {
				s[learnedGroup] += 2 * listed // Iranian media: part of no longer name
			}
		}
		if t&isOrg != 0 && w.shape == capitals {
			s[learnedOrganization] += listed
		}
		switch {
		case t&isCountry != 0 && t&(isGiven|isSurname|isTrap|isTeam|isDemonym) == 0 && (w.shape == capital || w.shape == capitals):
			s[learnedPlace] += listed / 2
		case t&^(starts|isParticle) == isSurname && w.shape == capital && f.table.seen[w.entry]&seenSmall == 0:
			s[learnedPerson] += listed / 2
		case t&^starts == 0 && w.shape == capitals && last-first == 1 && f.Tokens[first].End-f.Tokens[first].Start > 2:
			s[learnedOrganization] += listed / 3 // an acronym that no list has
		}
		return
	}
	f.officer(s, first, last)
	switch {
	case t&isCountry != 0:
		s[learnedPlace] += listed
		for i := first + 1; i < last-1; i++ {
			if f.Words[i].Class == syntax.CCONJ { // Trinidad and Tobago, not two
				s[learnedPlace] += 8 * listed
			}
		}
	case t&isOrg != 0:
		s[learnedOrganization] += listed
	case t&isTeam != 0, t == 0 && f.team(first, last):
		s[learnedOrganization] += 2 * listed
	case f.words[last-1].shape == small && f.syllable(last-1):
		s[learnedPerson] += 4 * listed
	case t == 0 && f.particled(first, last):
		s[learnedPerson] += 2 * listed
	}
}

// untold is by how much more than for an organisation the model must be for an
// event, a work or a product whose name has no word that says so.
const untold = 64

// telling reports whether a word of a name, or all of it, is in the lists for an
// event, a work or a product.
func (f *finder) telling(first, last int) bool {
	const told = isEvent | isWork | isProduct | lastEvent | lastWork | lastProduct
	if f.traitsOf(first, last)&told != 0 {
		return true
	}
	for i := first; i < last; i++ {
		if f.words[i].traits&told != 0 {
			return true
		}
	}
	return false
}

// team reports whether a name is that of a place with the name of a team after
// it: "Pittsburgh Pirates", "Boston Red Sox".
func (f *finder) team(first, last int) bool {
	const town = isCity | isRegion | isCountry
	for k := last - 1; k > first && last-k < 3; k-- {
		if f.traitsOf(k, last)&isTeam != 0 {
			return f.traitsOf(first, k)&town != 0
		}
	}
	return false
}

// officer speaks against a span that has more than the name in "Minister of
// Education Ana Holm" and "Vice-President Ana Holm".
func (f *finder) officer(s *[kindsLearned]int32, first, last int) {
	const whose = isGiven | isSurname
	of := first > 1 && f.words[first-1].shape == small && f.words[first-1].traits&isInner != 0 && f.words[first-2].traits&isTitle != 0
	title, given, inner := -1, -1, of
	for i := first; i < last; i++ {
		switch w := &f.words[i]; {
		case w.shape == small && w.traits&isParticle == 0:
			inner = true
		case w.traits&isTitle != 0 && w.traits&whose == 0 && title < 0:
			title = i
		case w.traits&isGiven != 0 && i < last-1 && given < 0:
			given = i
		}
	}
	switch {
	case given < 0 || title > given || given == first || f.words[last-1].traits&(lastOrganization|lastPlace|lastFacility|lastEvent|lastWork|lastProduct) != 0:
		if title == first && inner {
			s[learnedPerson] -= 4 * listed
		}
		if title >= 0 && title < last-1 && !inner && f.words[title].traits&isHonor == 0 && f.words[last-1].traits&(lastPlace|lastFacility) == 0 {
			s[learnedPlace] -= 2 * listed
		}
	case title >= 0 || of:
		s[learnedOrganization] -= 4 * listed
		s[learnedPlace] -= 4 * listed
		s[learnedOther] -= 4 * listed
		if inner || of {
			s[learnedPerson] -= 4 * listed
		}
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
	for k < last && (f.words[k].shape == small && f.words[k].traits&isParticle != 0 || f.words[k].shape == mark && f.Word(k) == "-") {
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

// swayed is the most that one mention of a name counts against a kind, in the
// unit of the model's weights; firm is how much surer than that one must be of
// its own kind to keep it against the rest.
const (
	swayed = 160
	firm   = 256
)

// agree gives the mentions of one name the kind that all of them together speak
// for: a text has one sense of a name, and says somewhere what it is ("in Fort
// Lee", "Lee said").
func (f *finder) agree(all []found) {
	type votes struct {
		n     int32
		total [kindsLearned]int32
	}
	of := make([]int32, len(all)) // into senses
	index := make(map[uint64]int32, len(all))
	senses := make([]votes, 0, len(all))
	for i := range all {
		n := &all[i]
		h := f.sense(n)
		at, ok := index[h]
		if !ok {
			at = int32(len(senses))
			index[h] = at
			senses = append(senses, votes{})
		}
		of[i] = at
		x := &senses[at]
		x.n++
		for k, v := range n.score {
			x.total[k] += max(v-n.score[n.kind], -swayed)
		}
	}
	for i := range all {
		n := &all[i]
		x := &senses[of[i]]
		if x.n == 1 {
			continue
		}
		top := n.kind
		for k, v := range x.total {
			if v > x.total[top] {
				top = int8(k)
			}
		}
		if n.score[n.kind]-n.score[top] < firm {
			n.kind = top
		}
	}
}

// sense is the hash of a name, in any case.
func (f *finder) sense(n *found) uint64 {
	h := uint64(0)
	for i := n.first; i < n.last; i++ {
		h = stir(h*0x9e3779b97f4a7c15 + f.words[i].hash)
	}
	return h
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
