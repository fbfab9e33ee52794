package mention

import (
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// sporty is how many words of a text have one of sport among them in a report of
// sport: those of GUM have one in 15 to 25, other news one in 200 and less.
const sporty = 40

// playing is what the words of sport tell of a token.
type playing uint8

const (
	playNoun   playing = 1 << iota // few other texts have it: midfielder
	playVerb                       // what a team does, or what is done to it: beat
	playOf                         // follows the name of a team: Panama's first goal
	playBefore                     // stands before it: against
)

// sides makes organisations of the countries and towns that play in a report of
// sport: Sweden beat South Korea, the lead for Belgium; not those in which
// others do ("in Sweden").
func (f *finder) sides(all []found) {
	play := f.playing()
	if play == nil {
		return
	}
	plays := make(map[uint64]bool)
	for i := range all {
		if n := &all[i]; f.mayPlay(n) && f.atPlay(n, play) {
			plays[f.sense(n)] = true
		}
	}
	for i := range all {
		n := &all[i]
		if f.mayPlay(n) && plays[f.sense(n)] && !f.located(n) {
			n.kind, n.plays = learnedOrganization, true
		}
	}
}

// playing returns what the words of sport tell of each token, or nil in a text
// that is no report of sport.
func (f *finder) playing() []playing {
	play := make([]playing, len(f.words))
	n, of := 0, 0
	for i := range f.words {
		if f.words[i].shape != small {
			continue
		}
		of++
		f.key = lexicon.AppendFold(f.key[:0], f.Word(i))
		cols := lexicon.Sports().GetBytes(f.key)
		if cols == nil {
			continue
		}
		switch cols[0] {
		case "noun":
			play[i] = playNoun | playOf
		case "verb":
			play[i] = playVerb
		case "both":
			play[i] = playNoun | playVerb
		case "of":
			play[i] = playOf
		case "before":
			play[i] = playBefore
		}
		if play[i]&playNoun != 0 {
			n++
		}
	}
	if n*sporty < of || n < 3 {
		return nil
	}
	return play
}

// mayPlay reports whether a name is a country's, a town's or a region's.
func (f *finder) mayPlay(n *found) bool {
	return (n.kind == learnedPlace || n.kind == learnedOrganization) && f.traitsOf(int(n.first), int(n.last))&(isCountry|isCity|isRegion) != 0
}

// located reports whether a name says where something is.
func (f *finder) located(n *found) bool {
	i, k := int(n.first)-1, int(n.last)
	if i >= 0 && f.words[i].shape == small && f.words[i].traits&isLocative != 0 && (k == len(f.words) || f.Words[k].Tag != syntax.POS) {
		return true
	}
	return k < len(f.words) && f.Word(k) == "," && k+1 < len(f.words) && f.words[k+1].traits&(isCountry|isRegion) != 0
}

// atPlay reports whether a name plays where it stands.
func (f *finder) atPlay(n *found, play []playing) bool {
	if f.located(n) {
		return false
	}
	head := f.head(int(n.first), int(n.last))
	if h := f.Head(head); h >= 0 {
		switch f.Words[head].Rel.Base() {
		case syntax.Nsubj, syntax.Obj, syntax.Obl:
			if play[h]&playVerb != 0 {
				return true
			}
		case syntax.Nmod, syntax.Compound:
			if play[h]&playOf != 0 {
				return true
			}
		}
	}
	k := int(n.last)
	if k < len(f.words) && f.Words[k].Tag == syntax.POS { // Panama's first goal
		for j := k + 1; j < min(k+4, len(f.words)); j++ {
			if play[j]&playOf != 0 {
				return true
			}
		}
	}
	if k < len(f.words) && play[k] != 0 || k+1 < len(f.words) && f.words[k].shape == digits && f.Tokens[k].End-f.Tokens[k].Start < 4 {
		return true // Panama coach Gomez; Belgium 3 - 0
	}
	i := int(n.first) - 1
	return i >= 0 && (play[i]&playBefore != 0 || f.words[i].shape == digits && f.Tokens[i].End-f.Tokens[i].Start < 4)
}
