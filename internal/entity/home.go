package entity

import (
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
)

// home lets the words by which a text calls its own country ("our Nation", "the
// Kingdom") stand for the state that it names most, itself or its people. Where
// another is named half as often, they stay what they are.
func (l *linker) home() {
	var own []int32
	count := make(map[string]int32)
	state := make(map[string]int32) // referents
	for f := range l.forms {
		m := &l.forms[f]
		switch {
		case m.kind == mention.Person || m.ref < 0:
		case lexicon.Polities().Has(m.key):
			own = append(own, int32(f))
		case l.refs[m.ref].state:
			c := l.refs[m.ref].country
			count[c] += m.n
			state[c] = m.ref
		case m.kind == mention.Group:
			if cols := lexicon.Demonyms().Get(m.text); cols != nil && cols[2] == "nation" {
				count[cols[0]] += m.n
			}
		}
	}
	if len(own) == 0 {
		return
	}
	best, most, next := "", int32(0), int32(0)
	for c, n := range count {
		switch {
		case n > most:
			best, most, next = c, n, most
		case n > next:
			next = n
		}
	}
	if most < 2 || next*2 > most {
		return
	}
	r, ok := state[best]
	if !ok {
		r = l.newRef(mention.Place, true)
		l.refs[r].state, l.refs[r].country = true, best
	}
	for _, f := range own {
		l.forms[f].kind, l.forms[f].ref = mention.Place, r
	}
}
