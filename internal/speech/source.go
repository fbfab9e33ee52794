package speech

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// people finds the source and the addressee of a verb, and where its clause
// begins and ends without its content.
func (f *finder) people(r *report) {
	i := r.verb
	r.left, r.right = i, r.end
	for _, a := range f.Auxiliaries(i) {
		if a < i && f.in[a] == f.in[i] {
			r.left = min(r.left, a)
		}
	}
	for r.left-1 >= r.first && f.Words[r.left-1].Class == syntax.ADV && f.Head(r.left-1) == i {
		r.left--
	}
	// "She likes to say" is one report.
	if up := f.Head(i); f.Words[i].Rel == syntax.Xcomp && f.Form(i) == syntax.Infinitive && up >= r.first && up < i && i-up <= 4 && f.Form(up) == syntax.Finite {
		r.left = min(r.left, up)
		if s := f.Subject(up); s >= r.first && s < up && f.in[s] == f.in[i] {
			r.left = s
		}
	}
	r.fronted = f.begins(r)
	passive := f.Passive(i) || r.fronted || f.Words[i].Tag == syntax.VBN && f.Form(i) == syntax.Participle
	subject := f.subject(r)
	if r.fronted {
		subject = -1
	}
	if subject >= 0 && f.between(subject, i) {
		subject = -1
	}
	f.parties(r, subject, passive)
	if r.source >= 0 && (r.source < r.first || r.source >= r.last) {
		r.source = -1
	}
	if r.addressee == r.source {
		r.addressee = -1
	}
	if s := subject; s >= 0 && s < i {
		first, _ := f.Span(s)
		for first < s && f.in[first] != f.in[i] {
			first++
		}
		if first >= r.first {
			r.left = min(r.left, first)
		}
		if !r.region.Empty() && int(r.region.First) < i {
			r.left = int(r.region.First)
		}
	}
	for r.left < i && f.punct(r.left) {
		r.left++
	}
	f.late(r)
	f.full(r)
	for _, h := range []int{r.source, r.addressee} {
		if h > i && !passive {
			p := f.phrase(h, r)
			r.right = max(r.right, int(p.Last))
		}
	}
	if p := f.Particle(i); p > i {
		r.right = max(r.right, p+1)
	}
}

// parties finds who says it and to whom, given the subject of the cue.
func (f *finder) parties(r *report, subject int, passive bool) {
	i := r.verb
	switch {
	case passive && r.takes&takesSaying != 0:
		r.source = subject
	case f.relayed(r):
	case passive:
		if r.source = f.Agent(i); r.source < 0 {
			r.source = f.by(r)
		}
		if r.takes&takesAddressee != 0 && subject >= 0 && f.Words[subject].Rel != syntax.Expl {
			r.addressee = subject
		}
	default:
		r.source = subject
		if subject < 0 && f.Words[i].Tag != syntax.VBG {
			r.source = f.inverted(r)
		}
		if r.source < 0 && f.Words[i].Tag == syntax.VBG && r.left > r.first && f.punct(r.left-1) {
			r.source = f.mainSubject(r)
		}
		if r.source < 0 {
			if r.source = f.RealSubject(i); r.source >= 0 && f.between(r.source, i) {
				r.source = -1
			}
			if s := f.issuer(r); s >= 0 {
				r.source = s
			}
		}
		if r.source < 0 && f.Words[i].Tag == syntax.VBG {
			r.source = f.mainSubject(r)
		}
		if r.takes&takesAddressee != 0 {
			r.addressee = f.Child(i, syntax.Iobj, syntax.Obj)
			if r.addressee >= 0 && (r.addressee < i || r.addressee >= r.last || f.in[r.addressee] != f.in[i]) {
				r.addressee = -1
			}
		}
	}
}

// subject returns the subject of the cue, or -1. Where a sentence is pasted
// before it the parser often gives the cue the subject of that sentence as well
// ("The port, he said, is closed"): the one beside the cue is its own.
func (f *finder) subject(r *report) int {
	i := r.verb
	subject := f.Subject(i)
	left, right, n := -1, -1, 0
	for c := range f.Children(i) {
		if f.Words[c].Rel.Base() != syntax.Nsubj {
			continue
		}
		n++
		if c < i {
			left = c
		} else if right < 0 {
			right = c
		}
	}
	switch {
	case n == 0 && subject < 0:
		return f.beginning(r)
	case n < 2:
		return subject
	case right == i+1 && r.left == i && i > r.first && f.punct(i-1), left < 0:
		return right
	}
	if first, _ := f.Span(left); first > r.first && !f.punct(first-1) {
		f.beginning(r) // the parser cut one noun phrase in two
	}
	return left
}

// beginning returns the head of the noun phrase that stands between a comma, or
// the beginning of the sentence, and a finite cue, or -1.
func (f *finder) beginning(r *report) int {
	i := r.verb
	final := r.end >= r.last || f.punct(r.end)
	if f.Form(i) != syntax.Finite || f.Words[i].Rel == syntax.Conj && !final {
		return -1
	}
	const longest = 16
	j := r.left
	for j > max(r.first, r.left-longest) && !f.punct(j-1) {
		if j--; f.finite(j) || f.in[j] != f.in[i] || f.Words[j].Class == syntax.CCONJ && !(final && f.Words[j+1].Class == syntax.PROPN) || f.Words[j].Class == syntax.SCONJ {
			return -1
		}
	}
	if j == r.left || j > r.first && f.Words[j-1].Tag != syntax.Comma {
		return -1
	}
	h := j
	for n := 0; n < maxClimb; n++ {
		up := f.Head(h)
		switch f.Words[h].Class {
		case syntax.NOUN, syntax.PROPN, syntax.PRON, syntax.NUM:
			switch f.Words[h].Rel.Base() {
			case syntax.Compound, syntax.Flat, syntax.Nmod, syntax.Nummod, syntax.Amod:
			default:
				up = -1
			}
		case syntax.DET, syntax.ADJ:
		default:
			return -1
		}
		if up < j || up >= r.left {
			break
		}
		h = up
	}
	if c := f.Words[h].Class; c == syntax.NOUN || c == syntax.PROPN || c == syntax.PRON {
		r.region = Span{int32(j), int32(r.left)}
		return h
	}
	return -1
}

// relayed finds the source of "X was quoted as saying …" and "they quoted X as
// saying …": the object of the verb that relays, or its subject in the passive.
func (f *finder) relayed(r *report) bool {
	i := r.verb
	if f.Words[i].Tag != syntax.VBG || i-1 <= r.first || !f.is(i-1, "as") {
		return false
	}
	up := f.Head(i)
	for n := 0; n < maxClimb && up >= r.first && f.Words[up].Class != syntax.VERB; n++ {
		up = f.Head(up)
	}
	if up < r.first || up > i {
		return false
	}
	if v, _ := f.cueAt(up); v&takesSaying == 0 {
		return false
	}
	s := f.Subject(up)
	if f.Passive(up) {
		r.source = s
	} else {
		r.source = f.Child(up, syntax.Obj, syntax.Iobj)
	}
	r.left = up
	if s >= r.first && s < up && !f.between(s, up) {
		first, _ := f.Span(s)
		r.left = max(r.first, min(first, up))
	}
	return r.source >= 0
}

// issuer returns who issued the paper that a participle says something of: "she
// released a statement saying …".
func (f *finder) issuer(r *report) int {
	p := r.source
	if p < r.first || p > r.verb || f.Words[r.verb].Tag != syntax.VBG || f.Words[p].Rel.Base() != syntax.Obj || !lexicon.Papers().Has(strings.ToLower(f.Lemma(p))) {
		return -1
	}
	if s := f.Subject(f.Head(p)); s >= r.first && s < p {
		return s
	}
	return -1
}

// by returns who did what a passive cue says where the parser took "by" for
// another's.
func (f *finder) by(r *report) int {
	const longest = 6
	for k := r.end; k < min(r.last, r.end+longest); k++ {
		switch {
		case f.is(k, "by"):
			if h := f.Head(k); h > k && h < r.last {
				return h
			}
			return -1
		case f.punct(k), f.finite(k), f.Words[k].Class == syntax.SCONJ:
			return -1
		}
	}
	return -1
}

// mainSubject returns the subject that a participle after a comma shares with
// the clause before it: "He said the port was closed, adding that …" is his
// addition, since what governs the clause of content speaks on.
func (f *finder) mainSubject(r *report) int {
	k := f.Head(r.verb)
	source := -1
	for n := 0; n < maxClimb && k >= r.first && k < r.verb; n++ {
		if s := f.Subject(k); s >= 0 && s < r.verb && f.in[s] == f.in[r.verb] && f.Form(k) == syntax.Finite {
			source = s
			if f.Words[k].Rel != syntax.Ccomp {
				break
			}
		}
		k = f.Head(k)
	}
	for k := r.verb - 1; source < 0 && k >= r.first; k-- { // the participle hangs elsewhere
		if f.Words[k].Rel == syntax.Root {
			if s := f.Subject(k); s >= r.first && s < r.verb && f.in[s] == f.in[r.verb] {
				source = s
			}
			break
		}
	}
	return source
}

// late looks for the subject where the parser lost it: between the end of a
// quotation and the verb, with no other verb there.
func (f *finder) late(r *report) {
	if f.in[r.verb] >= 0 || r.takes == 0 {
		return
	}
	const longest = 40
	k := r.left - 1
	for ; k >= max(r.first, r.left-longest) && f.in[k] < 0; k-- {
		if f.finite(k) && !f.relative(k) || f.Word(k) == ";" {
			return
		}
	}
	if k < r.first || f.in[k] < 0 {
		return
	}
	x := f.quotes[f.in[k]]
	if int(x.close) != k || !f.ended(x) || k+1 >= r.left {
		return
	}
	j := k + 1
	for j < r.left && (f.punct(j) || f.Words[j].Class == syntax.ADV) {
		j++
	}
	if j >= r.left {
		return
	}
	switch f.Words[j].Class {
	case syntax.NOUN, syntax.PROPN, syntax.PRON, syntax.DET, syntax.ADJ, syntax.NUM:
	default:
		return
	}
	if r.source < 0 || r.source < j || r.source > r.verb {
		h := j
		for n := 0; n < maxClimb; n++ {
			up := f.Head(h)
			if up < j || up >= r.left || f.Words[up].Class == syntax.VERB {
				break
			}
			h = up
		}
		for k := r.left; k > j && !f.nominal(h); k-- {
			h = k - 1
		}
		if !f.nominal(h) {
			return
		}
		r.source = h
		if f.mistaken(r.verb) {
			r.region = Span{int32(j), int32(r.left)}
		}
	}
	r.left = j
}

// full takes the whole name of a source after its cue: "said EU envoy Jan Holm",
// of which the parser often sees the first words alone.
func (f *finder) full(r *report) {
	i := r.verb
	if r.source < r.end || r.left != i || i == r.first && f.in[max(0, i-1)] < 0 || i > r.first && !f.punct(i-1) {
		return
	}
	const longest = 10
	k := r.end
	for k < min(r.last, r.end+longest) && f.in[k] == f.in[i] {
		c := f.Words[k].Class
		if c == syntax.PUNCT || c == syntax.ADP || c == syntax.PRON || c == syntax.SCONJ || c == syntax.CCONJ || c == syntax.AUX || c == syntax.ADV {
			break
		}
		k++
	}
	if k-1 <= r.source || f.Words[k-1].Class != syntax.PROPN || k < r.last && !f.punct(k) && f.Words[k].Tag != syntax.WP {
		return
	}
	if p := f.phrase(r.source, r); int(p.Last) >= k {
		return
	}
	h := k - 1
	for h > r.end && f.Words[h-1].Class == syntax.PROPN {
		h--
	}
	r.source, r.region = h, Span{int32(r.end), int32(k)}
}

// nominal reports whether token k may be the head of a noun phrase.
func (f *finder) nominal(k int) bool {
	c := f.Words[k].Class
	return c == syntax.NOUN || c == syntax.PROPN || c == syntax.PRON
}

// between reports whether a quotation stands between a supposed subject and its
// verb: then it is the subject of something in the quotation.
func (f *finder) between(subject, i int) bool {
	return f.in[subject] >= 0 && f.in[subject] != f.in[i]
}

// inverted returns the subject after a verb that follows a quotation, where the
// parser saw none: the head of the noun phrase that begins next to it.
func (f *finder) inverted(r *report) int {
	i := r.verb
	if i+1 >= r.last || !(i > r.first && (f.punct(i-1) || f.is(i-1, "so")) || i == r.first) {
		return -1
	}
	if f.Words[i+1].Class == syntax.ADP && i > 1 && (f.in[i-1] >= 0 || f.in[i-2] >= 0) {
		return f.afterPlace(r)
	}
	j := i + 1
	for j < r.last && f.Words[j].Class == syntax.ADV {
		j++
	}
	if j == r.last || f.in[j] != f.in[i] {
		return -1
	}
	switch f.Words[j].Class {
	case syntax.NOUN, syntax.PROPN, syntax.PRON, syntax.DET, syntax.ADJ, syntax.NUM:
	default:
		return -1
	}
	h := j
	for k := 0; k < maxClimb; k++ {
		up := f.Head(h)
		if up < j || up >= r.last || f.Words[up].Class == syntax.VERB || f.Words[up].Class == syntax.AUX {
			break
		}
		h = up
	}
	switch f.Words[h].Class {
	case syntax.NOUN, syntax.PROPN, syntax.PRON, syntax.NUM: // "one of them"
		return h
	}
	return -1
}

// afterPlace returns the person named after a cue and what says when or where:
// “…,” confirmed on Monday Anna Berg.
func (f *finder) afterPlace(r *report) int {
	const longest = 14
	k := r.end
	for k < min(r.last, r.end+longest) && !f.punct(k) {
		if f.finite(k) {
			return -1
		}
		k++
	}
	n := f.mentioned(k-1, mention.Person)
	if n < 0 || f.ms[n].Level != mention.Name || int(f.ms[n].First) <= r.end || f.Words[f.ms[n].First-1].Class == syntax.ADP {
		return -1
	}
	first := int(f.ms[n].First)
	if t := first - 1; t > r.end && f.nominal(t) && !weekday(f.Word(t)) && f.Words[t-1].Class != syntax.ADP && f.Words[t-1].Class != syntax.DET { // a title
		first--
	}
	r.region = Span{int32(first), f.ms[n].Last}
	return int(f.ms[n].Head)
}

// maxClimb bounds a climb towards the root.
const maxClimb = 64

// phrase returns the noun phrase with the head h: its appositions too, but no
// relative clause, nothing beyond the sentence, and nothing across a quotation
// mark.
func (f *finder) phrase(h int, r *report) Span {
	first, last := f.Span(h)
	first, last = max(first, r.first), min(last, r.last)
	if h < r.verb {
		last = min(last, r.verb)
	} else if h > r.verb {
		first = max(first, r.verb+1)
	}
	for c := range f.Children(h) {
		switch rel := f.Words[c].Rel; {
		case c > h && (rel == syntax.AclRelcl || rel == syntax.Parataxis || rel == syntax.Acl || rel == syntax.Conj && f.Words[c].Class == syntax.VERB):
			from, _ := f.Span(c)
			if from > h {
				last = min(last, from)
			}
		}
	}
	for first < h && f.in[first] != f.in[h] {
		first++
	}
	for k := h; k < last; k++ {
		if f.in[k] != f.in[h] && (k == int(f.quotesOpen(k)) && f.in[k-1] != f.in[k]) && f.punctBefore(k) {
			last = k
		}
	}
	for k := h + 1; k < last; k++ { // "told Anna Berg that …"
		if f.is(k, "that") && f.Words[k].Class == syntax.SCONJ || f.Words[k].Class == syntax.SCONJ && f.is(k, "whether") {
			last = k
		}
	}
	for last > h+1 && f.punct(last-1) && f.Word(last-1) != ")" {
		last--
	}
	for first < h && (f.punct(first) && f.Word(first) != "(" || f.Words[first].Class == syntax.CCONJ ||
		(f.Words[first].Class == syntax.ADP || f.Words[first].Class == syntax.SCONJ) && (f.Head(first) == h || f.Words[f.Head(first)].Class == syntax.VERB) ||
		f.Words[first].Class == syntax.ADV && f.Head(first) != h && f.Words[first].Tag != syntax.RBR) {
		first++
	}
	return Span{int32(first), int32(last)}
}

func (f *finder) quotesOpen(k int) int32 {
	if q := f.in[k]; q >= 0 {
		return f.quotes[q].open
	}
	return -1
}

func (f *finder) punctBefore(k int) bool {
	return k > 0 && (f.Words[k-1].Tag == syntax.Comma || f.Words[k-1].Tag == syntax.Colon)
}
