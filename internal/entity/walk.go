package entity

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// recent is a list of referents, those that were mentioned last first.
type recent struct{ head int32 }

// side is the list that a referent belongs to: 0 for people.
func (r *referent) side() int {
	if r.kind == mention.Person {
		return 0
	}
	return 1
}

// touch notes that token i mentions r.
func (l *linker) touch(r int32, i int) {
	x := &l.refs[r]
	list := &l.recent[x.side()]
	if x.in && list.head != r {
		if x.prev >= 0 {
			l.refs[x.prev].next = x.next
		}
		if x.next >= 0 {
			l.refs[x.next].prev = x.prev
		}
	}
	if !x.in || list.head != r {
		x.prev, x.next = -1, list.head
		if list.head >= 0 {
			l.refs[list.head].prev = r
		}
		list.head = r
		x.in = true
	}
	x.count++
	l.tok[i] = r
	x.last = int32(i)
	if l.Words[i].Rel.Base() == syntax.Nsubj {
		x.subj = int32(i)
		if x.named || x.kind == mention.Person {
			l.lastSubject = int32(i)
		}
	}
	for _, n := range x.nouns {
		l.latest[n] = r
	}
}

// walk goes through the text and finds what each description and pronoun
// stands for.
func (l *linker) walk() {
	l.recent[0].head, l.recent[1].head = -1, -1
	l.latest = make(map[string]int32)
	l.tok = make([]int32, len(l.Tokens))
	for i := range l.tok {
		l.tok[i] = -1
	}
	l.quotes()
	for s := range l.Sentences {
		l.sentence = int32(s)
		for i := int(l.Sentences[s].First); i < int(l.Sentences[s].Last); i++ {
			l.token(i)
		}
	}
	for k, m := range l.Mentions { // a longer mention with the same head
		if h := l.at[m.Head]; int(h) != k && l.of[k] < 0 && m.Level == mention.Nominal {
			l.of[k] = l.of[h]
		}
	}
}

// token finds what token i stands for, if it heads a noun phrase.
func (l *linker) token(i int) {
	k := l.at[i]
	switch {
	case k < 0:
		if l.Words[i].Class == syntax.NOUN && !l.within(i) {
			l.touch(l.nominal(i), i)
		}
	case l.Mentions[k].Level == mention.Name:
		l.touch(l.of[k], i)
	case l.Mentions[k].Level == mention.Nominal:
		l.of[k] = l.nominal(i)
		l.touch(l.of[k], i)
	default:
		if r := l.pronoun(i); r >= 0 {
			l.of[k] = r
			l.touch(r, i)
		}
	}
}

// within reports a noun that is a part of a phrase with another head.
func (l *linker) within(i int) bool {
	switch l.Words[i].Rel {
	case syntax.Compound, syntax.Flat, syntax.Fixed, syntax.Goeswith, syntax.NmodUnmarked:
		return true
	}
	return false
}

// beside reports whether token i names the same as what it depends on.
func (l *linker) beside(i int) bool {
	r := l.Words[i].Rel
	return r == syntax.Flat || r == syntax.Appos || r == syntax.NmodDesc
}

// nominal returns what the noun i stands for: whom a name beside it names,
// something that was mentioned before, or something new.
func (l *linker) nominal(i int) int32 {
	kind, gender := l.nounKind(i)
	if r := l.sameAs(i, kind); r >= 0 {
		return r
	}
	if !l.Plural(i) {
		if r := l.again(i, kind, gender); r >= 0 {
			return r
		}
	}
	r := l.newRef(kind, false)
	x := &l.refs[r]
	x.gender = gender
	x.plural = l.Plural(i)
	x.addNoun(l.office(i))
	return r
}

// nounKind is the kind of what a noun stands for, with the gender it tells.
func (l *linker) nounKind(i int) (mention.Kind, Gender) {
	if k := l.at[i]; k >= 0 && l.Mentions[k].Kind != mention.None {
		return l.Mentions[k].Kind, nounGender(l.noun(i))
	}
	n := l.noun(i)
	if cols := lexicon.ReferentNouns().Get(n); cols != nil {
		return kindNamed(cols[0]), nounGender(n)
	}
	if lexicon.Titles().Get(n) != nil {
		return mention.Person, nounGender(n)
	}
	return mention.None, Unknown
}

func kindNamed(s string) mention.Kind {
	for k := mention.None; k <= mention.Group; k++ {
		if k.String() == s {
			return k
		}
	}
	return mention.None
}

// sameAs returns the referent of the name that the noun i stands beside, or is
// said to be, or -1.
func (l *linker) sameAs(i int, kind mention.Kind) int32 {
	if p := l.Possessor(i); p >= 0 && l.Words[p].Tag == syntax.WPS {
		return -1 // "whose father" is not who it stands beside
	}
	if kind == mention.Person && i+1 < len(l.Tokens) { // a title, whatever the tree says
		if k := l.starts(i + 1); k >= 0 && l.isPersonNoun(i) {
			if r := l.of[k]; l.refs[r].kind == mention.Person {
				return r
			}
		}
	}
	n := 0
	for j := range l.Children(i) {
		if n++; n > 24 {
			break
		}
		if l.beside(j) {
			if r := l.namedAt(j, kind); r >= 0 {
				return r
			}
		}
	}
	h := l.Head(i)
	if h >= 0 && l.beside(i) {
		if r := l.namedAt(h, kind); r >= 0 {
			return r
		}
	}
	if h >= 0 && l.Words[i].Rel == syntax.Compound && h > i { // "President Holm" with the name as head
		if r := l.namedAt(h, kind); r >= 0 && kind == mention.Person && l.Word(i) != l.noun(i) {
			return r
		}
	}
	if !l.Plural(i) && l.Copula(i) >= 0 && !l.Negated(i) {
		if s := l.Subject(i); s >= 0 && s < i && l.at[s] >= 0 {
			if r := l.of[l.at[s]]; r >= 0 && l.fits(r, kind) && len(l.Conjuncts(s)) == 0 {
				l.describe(r, i)
				return r
			}
		}
	}
	return -1
}

// starts returns the name that begins with token i, or -1. Its head is its first
// or its last token, whichever the parser prefers.
func (l *linker) starts(i int) int {
	for j := i; j < min(i+4, len(l.Tokens)); j++ {
		if k := l.at[j]; k >= 0 && l.formOf[k] >= 0 {
			if int(l.Mentions[k].First) == i {
				return int(k)
			}
			return -1
		}
	}
	return -1
}

// namedAt returns the referent of the name at token j, if a noun of the kind
// may be said of it.
func (l *linker) namedAt(j int, kind mention.Kind) int32 {
	if k := l.at[j]; k >= 0 && l.formOf[k] >= 0 && l.fits(l.of[k], kind) {
		return l.of[k]
	}
	return -1
}

// fits reports whether a noun of a kind may be said of a referent.
func (l *linker) fits(r int32, kind mention.Kind) bool {
	x := &l.refs[r]
	if x.kind == mention.Group {
		return false
	}
	return kind == mention.None && x.kind != mention.Person || x.kind == kind
}

// definite reports whether the noun i points at something known, and whether by
// its possessor.
func (l *linker) definite(i int) (the, poss bool) {
	if l.Possessor(i) >= 0 {
		return true, true
	}
	d := l.Child(i, syntax.Det)
	if d < 0 {
		d = l.article(i)
	}
	if d < 0 {
		return false, false
	}
	switch l.Lemma(d) {
	case "the", "this", "that":
		return true, false
	}
	return false, false
}

// article returns the determiner that opens the phrase which ends with the noun
// i by the order of the words, or -1: that of "the 19-year-old's death" may
// depend on "death".
func (l *linker) article(i int) int {
	for j := i - 1; j >= max(0, i-6); j-- {
		switch w := &l.Words[j]; {
		case w.Class == syntax.DET:
			return j
		case w.Class != syntax.ADJ && w.Class != syntax.NUM && w.Class != syntax.NOUN && w.Class != syntax.PROPN && w.Tag != syntax.HYPH:
			return -1
		}
	}
	return -1
}

// again returns what the definite noun i speaks of again, or -1.
func (l *linker) again(i int, kind mention.Kind, gender Gender) int32 {
	the, poss := l.definite(i)
	if !the {
		return -1
	}
	o := l.office(i)
	country := l.modifierCountry(i)
	if poss && country == "" {
		return -1 // his father: someone new, or too many to tell
	}
	of := l.Child(i, syntax.Nmod, syntax.AclRelcl, syntax.Acl)
	if of >= 0 && country == "" {
		return -1
	}
	side := 1
	if kind == mention.Person {
		side = 0
	}
	n := 0
	for r := l.recent[side].head; r >= 0 && n < 24; r = l.refs[r].next {
		n++
		x := &l.refs[r]
		if x.plural || gender != Unknown && x.gender != Unknown && gender != x.gender {
			continue
		}
		if x.called(o) && (country == "" || x.country == country) {
			return r
		}
	}
	if r, ok := l.latest[o]; ok && l.refs[r].named && (country == "" || l.refs[r].country == country) && l.fits(r, kind) {
		return r
	}
	if country != "" || of >= 0 {
		return -1
	}
	return l.byClass(i, kind, gender)
}

// called reports whether a referent was called o, or a longer title that ends
// with it: "minister" after "foreign minister".
func (r *referent) called(o string) bool {
	for _, n := range r.nouns {
		if n == o || len(n) > len(o) && n[len(n)-len(o)-1] == ' ' && strings.HasSuffix(n, o) {
			return true
		}
	}
	return false
}

// byClass returns the referent that a noun of a class alone speaks of: "the
// city", "the company", "the woman". It must have been mentioned in the last
// sentences, and be the latest that fits.
func (l *linker) byClass(i int, kind mention.Kind, gender Gender) int32 {
	cols := lexicon.ReferentNouns().Get(l.noun(i))
	age := kind == mention.Person && cols == nil && lexicon.Titles().Get(l.noun(i)) == nil // the 63-year-old, the accused
	if cols == nil && !age {
		return -1
	}
	side := 1
	switch kind {
	case mention.Person:
		if side = 0; gender == Unknown && !age {
			return l.alone(i)
		}
	case mention.Organization, mention.Place:
	default:
		return -1
	}
	n := 0
	for r := l.recent[side].head; r >= 0 && n < 24; r = l.refs[r].next {
		n++
		x := &l.refs[r]
		if l.distance(x) > 2 {
			break
		}
		if !x.named || x.plural || x.kind != kind {
			continue
		}
		switch kind {
		case mention.Person:
			if age || x.gender == gender {
				return r
			}
		case mention.Organization:
			if l.ofClass(x, cols[1]) {
				return r
			}
		case mention.Place:
			if x.state == (cols[1] == "country") {
				return r
			}
		}
	}
	return -1
}

// alone returns the only person whom the last sentences name, if a noun that
// says no office may be said of him: "the singer", "the student". Offices have
// other holders, so that "the judge" may be someone new.
func (l *linker) alone(i int) int32 {
	if cols := lexicon.Titles().Get(l.noun(i)); cols != nil && cols[0] != "job" {
		return -1
	}
	found := int32(-1)
	n := 0
	for r := l.recent[0].head; r >= 0 && n < 24; r = l.refs[r].next {
		n++
		x := &l.refs[r]
		if d := l.distance(x); d > 2 || found >= 0 && d > 1 {
			break
		}
		if !x.named || x.plural {
			continue
		}
		if found >= 0 {
			return -1
		}
		if l.distance(x) > 1 || x.subj < 0 || x.subj != l.lastSubject || x.count < 2 {
			return -1
		}
		found = r
	}
	return found
}

// ofClass reports whether an organisation may be of a class: by one of its
// nouns, or because nothing is known of it and companies bear any name.
func (l *linker) ofClass(x *referent, class string) bool {
	if class == "group" {
		return true // an organisation of any class
	}
	for _, n := range x.nouns {
		if cols := lexicon.ReferentNouns().Get(n); cols != nil && cols[1] == class {
			return true
		}
	}
	return len(x.nouns) == 0 && (class == "company" || class == "team" || class == "agency")
}

// distance is how many sentences ago a referent was mentioned.
func (l *linker) distance(x *referent) int {
	if x.last < 0 {
		return 1 << 20
	}
	d := 0
	s := l.sentence
	for s > 0 && l.Sentences[s].First > x.last && d < 10 {
		s--
		d++
	}
	return d
}
