package mention

import "github.com/newsfact/newsfact/internal/syntax"

// Known returns the names of a text in another language than English: those
// that the lists know, and a given name with the capitals after it. The model
// and the trees are of English and are not asked; a name that the lists do not
// know is left out rather than given a kind.
func Known(t *syntax.Text) []Mention {
	f := newFinder(t)
	var out []Mention
	for _, s := range f.Sentences {
		for i := int(s.First); i < int(s.Last); i++ {
			if !f.words[i].upper {
				continue
			}
			last, kind := f.known(i, int(s.Last))
			if last == i {
				continue
			}
			out = append(out, Mention{First: int32(i), Last: int32(last), Head: int32(last - 1), Kind: kind})
			i = last - 1
		}
	}
	return out
}

// known returns the end and the kind of the longest name that begins with token
// i; the end is i where none does.
func (f *finder) known(i, end int) (last int, k Kind) {
	if f.words[i].traits&isGiven != 0 {
		last = i + 1
		for n := 0; last+n < end && n < maxInner; {
			switch w := &f.words[last+n]; {
			case w.upper && w.traits&isCalendar == 0:
				last, n = last+n+1, 0
			case w.traits&isParticle != 0 || w.shape == mark && f.Word(last+n) == "-":
				n++
			default:
				n = maxInner
			}
		}
		if last > i+1 {
			return min(last, i+maxName), Person
		}
	}
	for j := min(end, i+maxPhrase); j > i; j-- {
		if j-1 > i && !f.words[j-1].upper {
			continue
		}
		switch t := f.traitsOf(i, j); {
		case t&(isTrap|isCalendar) != 0 && j == i+1:
		case t&(isCountry|isRegion|isFeature) != 0, t&isCity != 0 && t&(isGiven|isSurname) == 0:
			return j, Place
		case t&isOrg != 0 && (j > i+1 || f.words[i].shape == capitals):
			return j, Organization
		}
	}
	return i, None
}
