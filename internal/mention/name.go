package mention

import "github.com/newsfact/newsfact/internal/lexicon"

// names appends the names of t.
func (f *finder) names(out []Mention) []Mention {
	f.runs(func(first, last int) {
		for i := first; i < last; {
			j := i + 1
			k := None
			// The longest phrase of the lists, else all up to a small word.
			for n := min(last, i+maxPhrase); n > i; n-- {
				if k = f.listed(f.traitsOf(i, n)); k != None && (n > i+1 || n == last || !f.nameable(n)) {
					j = n
					break
				}
				k = None
			}
			if k == None {
				for j < last && (f.nameable(j) || f.words[j].shape == mark) {
					j++
				}
				for j > i+1 && !f.nameable(j-1) {
					j--
				}
				k = f.guess(i, j)
			}
			if k != None && f.nameable(i) {
				out = append(out, Mention{First: int32(i), Last: int32(j), Head: int32(f.head(i, j)), Kind: k})
			}
			i = j
		}
	})
	return out
}

// traitsOf returns what the lists know of the phrase first ≤ i < last.
func (f *finder) traitsOf(first, last int) trait {
	if last == first+1 {
		return f.words[first].traits
	}
	if f.words[first].traits&starts == 0 {
		return 0
	}
	f.key = f.key[:0]
	for i := first; i < last; i++ {
		if i > first && f.Tokens[i-1].End < f.Tokens[i].Start {
			f.key = append(f.key, ' ')
		}
		f.key = lexicon.AppendFold(f.key, f.Word(i))
	}
	return f.vocab[string(f.key)]
}

// listed returns the kind of a name that the lists know.
func (f *finder) listed(t trait) Kind {
	switch {
	case t&isCalendar != 0 && t&(isCountry|isOrg) == 0:
		return None
	case t&isCountry != 0:
		return Place
	case t&(isDemonym|isPeople) != 0:
		return Group
	case t&isOrg != 0:
		return Organization
	case t&isSeat != 0:
		return Place
	case t&(isCity|isRegion|isFeature) != 0 && t&(isGiven|isSurname) == 0:
		return Place
	}
	return None
}

// guess returns the kind of a name that the lists do not know.
func (f *finder) guess(first, last int) Kind {
	end := f.words[last-1].traits
	for k, b := range lastTraits {
		if b != 0 && end&b != 0 && last > first+1 {
			return Kind(k)
		}
	}
	switch {
	case end&isCalendar != 0:
		return None
	case end&(isOrgWord|isLegal) != 0:
		return Organization
	case f.words[first].shape == capitals && last == first+1:
		return Organization
	case f.words[first].traits&isGiven != 0, last > first+1:
		return Person
	case f.words[first].start && f.words[first].traits == 0:
		return None
	}
	return Person
}
