package entity

import (
	"math/bits"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
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

// best returns the referent that p most likely stands for, or -1.
func (l *linker) best(p pronoun) int32 {
	best, score := int32(-1), 0.0
	consider := func(r int32, rank int) {
		if s := l.score(p, r, rank); best < 0 || s > score {
			best, score = r, s
		}
	}
	ahead := l.ahead(p)
	if p.gender != Unknown {
		rank := 0
		n := 0
		for r := l.recent[0].head; r >= 0 && n < 20; r = l.refs[r].next {
			n++
			if l.may(p, r) {
				consider(r, rank)
				rank++
			}
		}
		if ahead >= 0 && (best < 0 || score < 1.2) {
			best = ahead
		}
	} else {
		rank := 0
		for side := range l.recent {
			n := 0
			for r := l.recent[side].head; r >= 0 && n < 20; r = l.refs[r].next {
				n++
				if l.distance(&l.refs[r]) > 2 {
					break
				}
				if l.may(p, r) {
					consider(r, rank)
					rank++
				}
			}
		}
		if best >= 0 && score < 0.8 {
			return -1
		}
	}
	if best >= 0 && p.gender != Unknown && l.refs[best].gender == Unknown {
		l.refs[best].gender = p.gender
	}
	return best
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
	}
	for n := 0; h >= 0 && n < 6; n++ {
		if h == j {
			return true
		}
		if l.IsClause(h) {
			return false
		}
		if l.beside(h) && l.Head(h) == j {
			return true
		}
		h = l.Head(h)
	}
	return false
}

// speaks reports whether r is the speaker of the quotation that a pronoun of
// the third person stands in, or is spoken of in the quotation whose source the
// pronoun is.
func (l *linker) speaks(p pronoun, r int32) bool {
	if q := l.quotedIn(p.i); q >= 0 {
		if h := l.Statements[q].SourceHead; h >= 0 && l.referentAt(int(h)) == r {
			return true
		}
	}
	if q := l.quotedIn(int(l.refs[r].last)); q >= 0 && int(l.Statements[q].SourceHead) == p.i && !l.first(int(l.refs[r].last)) {
		return true
	}
	return false
}

func (l *linker) first(i int) bool { return l.readPronoun(i).person == '1' }

// score says how likely p stands for r, which is the rank-th latest of those
// that may be meant.
func (l *linker) score(p pronoun, r int32, rank int) float64 {
	x := &l.refs[r]
	d := l.distance(x)
	s := [...]float64{1.0, 0.7, 0, -0.7, -1.2, -1.6, -2, -2.4, -2.8, -3.2, -3.6}[d]
	s -= 0.25 * float64(min(rank, 4))
	j := int(x.last)
	role := l.Words[j].Rel.Base()
	switch {
	case role == syntax.Nsubj:
		s += 0.5
	case x.subj >= 0 && int(l.sentence)-d >= 0 && x.subj >= l.Sentences[int(l.sentence)-d].First:
		s += 0.35
	}
	if role == l.Words[p.i].Rel.Base() {
		s += 0.2
	}
	if x.named {
		s += 0.4
	}
	if p.gender != Unknown && x.gender == p.gender {
		s += 0.6
	}
	if k := l.at[j]; k >= 0 && l.Mentions[k].Level == mention.Pronoun {
		s += 0.3
	}
	s += 0.15 * float64(bits.Len32(uint32(x.count)))
	if p.gender == Unknown {
		if x.kind == mention.None {
			s -= 0.3
		}
	}
	return s
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

// quotes fills in the statement in whose quoted words each token stands, the
// innermost one.
func (l *linker) quotes() {
	direct := false
	for _, s := range l.Statements {
		direct = direct || s.Quotation != speech.Indirect
	}
	if !direct {
		return
	}
	l.quoted = make([]int32, len(l.Tokens))
	for i := range l.quoted {
		l.quoted[i] = -1
	}
	depth := make([]int, len(l.Statements))
	for n, s := range l.Statements {
		if s.Parent >= 0 && s.Parent < n {
			depth[n] = depth[s.Parent] + 1
		}
		if s.Quotation == speech.Indirect || depth[n] > 8 {
			continue
		}
		for _, c := range s.Content {
			for i := max(0, c.First); i < min(c.Last, int32(len(l.Tokens))); i++ {
				l.quoted[i] = int32(n)
			}
		}
	}
}

// quotedIn returns the statement in whose quoted words token i stands, or -1.
func (l *linker) quotedIn(i int) int {
	if l.quoted == nil || i < 0 {
		return -1
	}
	return int(l.quoted[i])
}

// speakers links the pronouns of the first person in a quotation to whose
// words it gives.
func (l *linker) speakers() {
	for k, m := range l.Mentions {
		if m.Level != mention.Pronoun || l.of[k] >= 0 {
			continue
		}
		q := l.quotedIn(int(m.Head))
		if q < 0 {
			continue
		}
		h := int(l.Statements[q].SourceHead)
		if h < 0 || !l.first(int(m.Head)) {
			continue
		}
		l.of[k] = l.referentAt(h)
	}
}
