package mention

import (
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// newFinder reads what is known of a text before its names.
func newFinder(t *syntax.Text) *finder {
	f := &finder{Text: t, vocab: words()}
	f.read()
	f.gather()
	f.phrases = make([]trait, len(t.Tokens))
	return f
}

// names appends the names of t.
func (f *finder) names(out []Mention) []Mention {
	var l lattice
	var all []found
	for pass := range 2 {
		all = all[:0]
		f.runs(func(from, to int) {
			s := f.Sentences[f.SentenceOf(from)]
			for from < to {
				cut := min(to, from+maxRun)
				all = f.decode(all, &l, from, cut, int(s.First), int(s.Last))
				from = cut
			}
		})
		f.agree(all)
		if pass == 0 {
			f.remember(all)
		}
	}
	f.sides(all)
	for _, n := range all {
		n = f.untitled(n)
		first, last := int(n.first), int(n.last)
		out = append(out, Mention{First: n.first, Last: n.last, Head: int32(f.head(first, last)), Kind: f.kindOf(n)})
	}
	return out
}

// untitled takes the titles off the front of a person's name.
func (f *finder) untitled(n found) found {
	if n.kind != learnedPerson {
		return n
	}
	for n.last-n.first > 1 {
		k := min(n.first+maxPhrase, n.last-1)
		for ; k > n.first; k-- { // "Vice-President", "Chief of Staff"
			if t := f.traitsOf(int(n.first), int(k)); t&(isTitle|isHonor) != 0 && t&(isGiven|isSurname) == 0 && f.nameable(int(k)) {
				break
			}
		}
		if k == n.first {
			break
		}
		n.first = k
	}
	return n
}

// kindOf returns the kind of a name: the learned one or, where its words tell
// more, one that is not learned.
func (f *finder) kindOf(n found) Kind {
	end := f.words[n.last-1].traits
	whole := f.traitsOf(int(n.first), int(n.last))
	switch n.kind {
	case learnedPerson:
		return Person
	case learnedOrganization:
		if whole&isCountry != 0 && whole&isTeam == 0 && !n.plays {
			return Place
		}
		return Organization
	case learnedPlace:
		if whole&isFacility != 0 || end&lastFacility != 0 && n.last-n.first > 1 && whole&(isCountry|isCity|isRegion|isFeature) == 0 {
			return Facility
		}
		return Place
	case learnedGroup:
		return Group
	}
	switch {
	case whole&(isDemonym|isPeople) != 0:
		return Group
	case whole&isEvent != 0:
		return Event
	case whole&isProduct != 0:
		return Product
	case whole&isWork != 0:
		return Work
	}
	for _, k := range [...]Kind{Event, Work, Product} {
		for i := n.last - 1; i >= n.first; i-- {
			if f.words[i].traits&lastTraits[k] != 0 {
				return k
			}
		}
	}
	return Work
}

// traitsOf returns what the lists know of the phrase first ≤ i < last.
func (f *finder) traitsOf(first, last int) trait {
	if last == first+1 {
		return f.words[first].traits
	}
	if f.words[first].traits&starts == 0 || last-first > maxPhrase {
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
