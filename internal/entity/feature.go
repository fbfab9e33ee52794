package entity

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// A feature is something that speaks for or against a candidate.
type feature uint8

// The features. Those that end in a number of cases take up that many ids.
const (
	nothing       feature = iota
	nothingRole           // role of the pronoun
	distance      = nothingRole + feature(numRoles)
	rank          = distance + 6
	lastRole      = rank + 4
	lastLevel     = lastRole + feature(numRoles)
	parallel      = lastLevel + 4
	mentions      = parallel + feature(numRoles)
	named         = mentions + 5
	sexed         = named + 1
	subjectNear   = sexed + 1
	subjectLast   = subjectNear + 1
	sameClause    = subjectLast + 1
	ownSubject    = sameClause + 1
	quoteIn       = ownSubject + 1
	quoteOut      = quoteIn + 1
	mostMentioned = quoteOut + 1
	plural        = mostMentioned + 1
	cataphor      = plural + 1
	kindOf        = cataphor + 1
	numFeatures   = kindOf + feature(mention.Group) + 1
)

// A role is what a noun phrase is in its clause, as salience sees it.
type role uint8

const (
	otherRole role = iota
	subject
	object
	oblique
	possessor
	modifier
	numRoles
)

func roleOf(r syntax.Rel) role {
	switch r.Base() {
	case syntax.Nsubj:
		return subject
	case syntax.Obj, syntax.Iobj:
		return object
	case syntax.Obl:
		return oblique
	case syntax.Nmod:
		if r == syntax.NmodPoss {
			return possessor
		}
		return modifier
	}
	return otherRole
}

// Classes of pronouns, each with weights of its own.
const (
	heShe = iota
	itself
	they
	numClasses
)

func (p pronoun) class() int {
	switch {
	case p.gender != Unknown:
		return heShe
	case p.plural:
		return they
	}
	return itself
}

// features fills in what speaks for and against a candidate.
func (l *linker) features(p pronoun, c *candidate, after int, top bool) {
	x := &l.refs[c.r]
	d := l.distance(x)
	c.add(distance + feature([...]int{0, 1, 2, 3, 4, 4, 5, 5, 5, 5, 5}[d]))
	c.add(rank + feature(min(after, 3)))
	j := int(x.last)
	is, was := roleOf(l.Words[p.i].Rel), roleOf(l.Words[j].Rel)
	c.add(lastRole + feature(was))
	level := 3 // a noun that is no mention
	if k := l.at[j]; k >= 0 {
		level = int(l.Mentions[k].Level)
	}
	c.add(lastLevel + feature(level))
	if is == was {
		c.add(parallel + feature(is))
	}
	c.add(mentions + feature([...]int{0, 0, 1, 2, 2, 3, 3, 3, 3, 4}[min(x.count, 9)]))
	if x.named {
		c.add(named)
	}
	if x.gender != Unknown {
		c.add(sexed)
	}
	if x.subj >= 0 && x.subj >= l.Sentences[max(0, int(l.sentence)-1)].First {
		c.add(subjectNear)
	}
	if x.subj >= 0 && x.subj == l.lastSubject {
		c.add(subjectLast)
	}
	if d == 0 {
		clause := l.Clause(p.i)
		if clause >= 0 && clause == l.Clause(j) {
			c.add(sameClause)
		}
		if clause >= 0 && l.RealSubject(clause) == j {
			c.add(ownSubject)
		}
	}
	switch in, was := l.quotedIn(p.i) >= 0, l.quotedIn(j) >= 0; {
	case in && !was:
		c.add(quoteIn)
	case !in && was:
		c.add(quoteOut)
	}
	if top {
		c.add(mostMentioned)
	}
	if x.plural {
		c.add(plural)
	}
	if p.gender == Unknown {
		c.add(kindOf + feature(x.kind))
	}
}

//go:embed model/pronouns.txt
var weightsFile string

// weights are those of the features for each class of pronouns. The file has a
// line a feature, a column a class.
var weights = sync.OnceValue(func() *[numFeatures][numClasses]float64 {
	var w [numFeatures][numClasses]float64
	n := 0
	for line := range strings.Lines(weightsFile) {
		if strings.HasPrefix(line, "#") {
			continue
		}
		for c, s := range strings.Fields(line)[1:] {
			v, err := strconv.ParseFloat(s, 64)
			if err != nil || c >= numClasses || n >= int(numFeatures) {
				panic(fmt.Sprintf("entity: model/pronouns.txt: bad line %q; train anew as model/README.md says", line))
			}
			w[n][c] = v
		}
		n++
	}
	if n != int(numFeatures) {
		panic(fmt.Sprintf("entity: model/pronouns.txt has %d features, not %d; train anew as model/README.md says", n, numFeatures))
	}
	return &w
})

// score is how much speaks for a candidate.
func (c *candidate) score(w *[numFeatures][numClasses]float64, class int) float64 {
	s := 0.0
	for _, f := range c.feats[:c.n] {
		s += w[f][class]
	}
	return s
}
