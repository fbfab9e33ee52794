package entity

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// A pronoun is what is known of one before it is linked.
type pronoun struct {
	i         int
	person    byte // '1', '2', '3', or 0 for a relative or other one
	plural    bool
	gender    Gender
	neuter    bool
	poss      bool
	reflexive bool
}

// readPronoun reads the features of the pronoun at token i.
func (l *linker) readPronoun(i int) pronoun {
	p := pronoun{i: i}
	cols := lexicon.Pronouns().Get(strings.ToLower(l.Word(i)))
	if cols == nil {
		return p
	}
	for f := range strings.SplitSeq(cols[0], "|") {
		switch f {
		case "Person=1", "Person=2", "Person=3":
			p.person = f[len(f)-1]
		case "Number=Plur":
			p.plural = true
		case "Gender=Masc":
			p.gender = Male
		case "Gender=Fem":
			p.gender = Female
		case "Gender=Neut":
			p.neuter = true
		case "Poss=Yes":
			p.poss = true
		case "Reflex=Yes":
			p.reflexive = true
		}
	}
	if l.Words[i].Rel == syntax.NmodPoss {
		p.poss = true // her
	}
	return p
}

// pronoun returns what the pronoun i stands for, or -1.
func (l *linker) pronoun(i int) int32 {
	p := l.readPronoun(i)
	switch {
	case p.person == '3':
	case p.person == 0:
		if a := l.Antecedent(i); a >= 0 && a < i {
			return l.referentAt(a)
		}
		return -1
	default:
		return -1
	}
	if l.Words[i].Rel.Base() == syntax.Expl || p.neuter && l.idle(i) {
		return -1
	}
	if p.reflexive {
		if c := l.Clause(i); c >= 0 {
			if s := l.RealSubject(c); s >= 0 && s < i {
				return l.referentAt(s)
			}
		}
	}
	return l.best(p)
}

// referentAt returns what token j stands for as far as the walk has come, or
// -1.
func (l *linker) referentAt(j int) int32 {
	if k := l.at[j]; k >= 0 {
		return l.of[k]
	}
	return l.tok[j]
}

// idle reports an "it" that stands for nothing: of an adjective or a verb with
// a clause as its real subject.
func (l *linker) idle(i int) bool {
	h := l.Head(i)
	if h < 0 || l.Words[i].Rel.Base() != syntax.Nsubj {
		return false
	}
	if l.Child(h, syntax.Csubj, syntax.CsubjPass) >= 0 {
		return true
	}
	if l.Words[h].Class == syntax.ADJ && l.Child(h, syntax.Ccomp, syntax.Xcomp, syntax.Advcl) >= 0 {
		return true
	}
	return l.Passive(h) && l.Child(h, syntax.Ccomp) >= 0
}

// A candidate is a referent that a pronoun may stand for, with the features
// that speak for and against it. Nothing (r is -1) is one, too.
type candidate struct {
	r     int32
	n     int
	feats [16]feature
}

func (c *candidate) add(f feature) {
	if c.n < len(c.feats) {
		c.feats[c.n] = f
		c.n++
	}
}

// reach is how many referents of a list are looked at for one pronoun, and
// window how many sentences back; people are spoken of over longer stretches.
const reach = 16

var window = [...]int{heShe: 9, itself: 2, they: 2}

// best returns the referent that p most likely stands for, or -1.
func (l *linker) best(p pronoun) int32 {
	l.cands = l.cands[:0]
	none := candidate{r: -1}
	none.add(nothing)
	none.add(nothingRole + feature(roleOf(l.Words[p.i].Rel)))
	l.cands = append(l.cands, none)
	lists := l.recent[:]
	if p.gender != Unknown {
		lists = lists[:1]
	}
	top := int32(0)
	for _, list := range lists {
		n := 0
		for r := list.head; r >= 0 && n < reach; r = l.refs[r].next {
			n++
			if l.distance(&l.refs[r]) > window[p.class()] {
				break
			}
			if l.may(p, r) {
				l.cands = append(l.cands, candidate{r: r})
				top = max(top, l.refs[r].count)
			}
		}
	}
	// Ranks go by recency over both lists.
	for c := 1; c < len(l.cands); c++ {
		rank := 0
		x := &l.refs[l.cands[c].r]
		for o := 1; o < len(l.cands); o++ {
			if l.refs[l.cands[o].r].last > x.last {
				rank++
			}
		}
		l.features(p, &l.cands[c], rank, x.count == top)
	}
	if r := l.ahead(p); r >= 0 {
		c := candidate{r: r}
		c.add(cataphor)
		l.cands = append(l.cands, c)
	}
	best := 0
	if l.teach != nil {
		best = l.teach(p, l.cands)
	} else {
		w := weights()
		for c := range l.cands {
			if c == 0 || l.cands[c].score(w, p.class()) > l.cands[best].score(w, p.class()) {
				best = c
			}
		}
	}
	r := l.cands[best].r
	if r >= 0 && p.gender != Unknown && l.refs[r].gender == Unknown {
		l.refs[r].gender = p.gender
	}
	return r
}

// may reports whether the words and the syntax let p stand for r.
func (l *linker) may(p pronoun, r int32) bool {
	x := &l.refs[r]
	if x.last < 0 {
		return false
	}
	switch {
	case p.gender != Unknown:
		if x.plural || x.kind != mention.Person || x.gender != Unknown && x.gender != p.gender {
			return false
		}
	case p.plural:
		if !x.plural && x.kind != mention.Organization {
			return false
		}
	default:
		if x.plural || x.kind == mention.Person || x.kind == mention.Group {
			return false
		}
	}
	return !l.bound(p, int(x.last)) && !l.speaks(p, r)
}

// bound reports whether syntax keeps the pronoun from standing for what token j
// mentions: both depend on one predicate, or j is what the pronoun is a part of.
func (l *linker) bound(p pronoun, j int) bool {
	if p.reflexive {
		return false
	}
	h := l.Head(p.i)
	if h < 0 {
		return false
	}
	if !p.poss {
		if g, _ := l.Governor(j); g >= 0 && (g == h || l.Head(j) == h) {
			return true
		}
		if j < p.i && l.Words[p.i].Rel == syntax.Nsubj && l.fronted(j, h) {
			return true
		}
	}
	for n := 0; h >= 0 && n < 6; n++ {
		if l.Words[h].Rel == syntax.Conj {
			h = l.Head(l.First(h)) // "Lind and her father": she is no part of him
			continue
		}
		if h == j {
			return true
		}
		if l.IsClause(h) {
			return false
		}
		h = l.Head(h)
	}
	return false
}

// fronted reports whether token j is the other party of a phrase before the
// predicate h whose subject is understood in it: in "Responding to a question from
// Jan Holm, he said" and "After talks with Jan Holm, he left" he is not Holm.
func (l *linker) fronted(j, h int) bool {
	for r := l.Words[j].Rel.Base(); (r == syntax.Appos || r == syntax.Flat || r == syntax.Conj) && l.Head(j) >= 0; r = l.Words[j].Rel.Base() {
		j = l.Head(j)
	}
	if p := l.Preposition(j); p < 0 || !lexicon.PartyPrepositions().Has(strings.ToLower(l.Word(p))) {
		return false
	}
	for range 6 {
		up := l.Head(j)
		switch rel := l.Words[j].Rel.Base(); {
		case up < 0:
			return false
		case up == h:
			return rel == syntax.Obl || rel == syntax.Advcl && l.Subject(j) < 0
		case rel == syntax.Advcl || rel == syntax.Acl || rel == syntax.Parataxis || rel == syntax.Ccomp:
			return false
		}
		j = up
	}
	return false
}

// ahead returns the person whom a pronoun stands before: "In his speech, Holm
// said". It must be the subject of the clause that the phrase of the pronoun
// opens.
func (l *linker) ahead(p pronoun) int32 {
	first := int(l.Sentences[l.sentence].First)
	if p.i-first > 12 {
		return -1
	}
	h := p.i
	for range 6 {
		g := l.Head(h)
		if g < 0 {
			return -1
		}
		rel := l.Words[h].Rel.Base()
		h = g
		if g < p.i || rel != syntax.Advcl && rel != syntax.Obl {
			continue
		}
		s := l.Subject(g)
		if s <= p.i || l.at[s] < 0 || l.formOf[l.at[s]] < 0 {
			continue
		}
		r := l.of[l.at[s]]
		if x := &l.refs[r]; x.kind == mention.Person && (x.gender == Unknown || x.gender == p.gender) {
			return r
		}
	}
	return -1
}
