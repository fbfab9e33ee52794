package speech

import (
	"github.com/newsfact/newsfact/internal/syntax"
)

// inserted finds the sentence that the cue is put into or stands at the end of:
// "The ship sank, she said", "The ship, she said, sank", "as she said, …". The
// parser calls that sentence the content of the cue or hangs the cue into it;
// where it does neither, the order of the words decides.
func (f *finder) inserted(r *report, s *Statement, c int) bool {
	if r.takes&takesClause == 0 || r.takes&weak != 0 || !f.closed(r) {
		return false
	}
	from, to := r.first, r.last
	if q := f.in[r.verb]; q >= 0 {
		from, to = max(from, int(f.quotes[q].first)), min(to, int(f.quotes[q].last))
	}
	left := r.left
	as := left > from && f.is(left-1, "as") && (left-2 < from || f.punct(left-2) || f.Words[left-2].Class == syntax.CCONJ || f.Words[left-2].Class == syntax.ADV && left-3 < from)
	if as {
		left--
	}
	for j := left - 1; j >= from; j-- {
		if f.Word(j) == ";" {
			from = j + 1
			break
		}
	}
	lead := true // nothing of the sentence stands before the cue
	for j := from; j < left; j++ {
		lead = lead && (f.punct(j) || f.Words[j].Class == syntax.CCONJ || f.Words[j].Class == syntax.ADV)
	}
	if as && lead { // "As she said, the ship sank."
		for k := r.right; k < to; k++ {
			if f.Words[k].Tag == syntax.Comma && f.asserted(k+1, to) {
				s.Rule = Before
				s.Content = append(s.Content, f.whole(k+1, to))
				return true
			}
		}
		return false
	}
	if r.verb > from && f.Words[r.verb-1].Tag == syntax.WRB { // "when asked"
		return false
	}
	if left-1 <= from || f.Words[left-1].Tag != syntax.Comma || f.in[left-1] != f.in[r.verb] {
		return false
	}
	pasted := c >= from && c < r.verb
	if f.Passive(r.verb) && r.source < 0 || f.afterQuotation(r) || !pasted && (!f.reports(r) || f.in[r.verb] >= 0) {
		return false
	}
	whole := f.asserted(from, left) && f.Words[left-2].Class != syntax.AUX
	s.Rule = Before
	s.Content = append(s.Content, Span{int32(from), int32(left)})
	n := len(s.Content)
	if whole {
		f.rest(r, s, c)
		return true
	}
	// "The ship, she said, sank": neither side is a sentence alone.
	if k := f.past(r, to); k < to && f.Words[k].Tag == syntax.Comma && (f.predicate(k+1, to) || f.Words[left-2].Class == syntax.AUX) {
		s.Content = append(s.Content, f.whole(k+1, to))
		return true
	}
	f.rest(r, s, c)
	if len(s.Content) == n && !pasted {
		s.Content = s.Content[:0]
		return false
	}
	return true
}

// reports reports whether the cue is a finite verb beside its subject.
func (f *finder) reports(r *report) bool {
	if r.source < 0 || f.Form(r.verb) != syntax.Finite && f.Words[r.verb].Class != syntax.NOUN {
		return false
	}
	t := f.Words[r.source].Tag
	return t != syntax.WP && t != syntax.WDT && t != syntax.EX
}

// closed reports whether no content follows the cue in its own clause: nothing
// but when, where and to whom it was said.
func (f *finder) closed(r *report) bool {
	object := -1
	if r.takes&takesAddressee == 0 {
		object = f.Object(r.verb)
	}
	for k := r.right; k < r.last; k++ {
		switch w := &f.Words[k]; {
		case w.Class == syntax.PUNCT:
			return f.in[k] < 0 || f.in[k] == f.in[r.verb]
		case k == object, w.Class == syntax.SCONJ && !f.relative(k):
			return false
		case f.finite(k) && !f.relative(k):
			return false
		}
	}
	return true
}

// past returns the first mark after the cue and what says when and where.
func (f *finder) past(r *report, to int) int {
	k := r.right
	for k < to && !f.punct(k) {
		k++
	}
	return k
}

// finite reports whether token k is a verb with a tense.
func (f *finder) finite(k int) bool {
	switch f.Words[k].Tag {
	case syntax.VBD, syntax.VBZ, syntax.VBP, syntax.MD:
		return true
	}
	return false
}

// main returns the predicate that the verb k belongs to: of an auxiliary what it
// helps.
func (f *finder) main(k int) int {
	if f.Words[k].Class == syntax.AUX && f.Head(k) >= 0 {
		return f.Head(k)
	}
	return k
}

// asserted reports whether a sentence of its own stands between two tokens.
func (f *finder) asserted(first, last int) bool {
	for k := first; k < last; k++ {
		if !f.finite(k) && !(f.Words[k].Tag == syntax.VBN && f.Words[k].Rel == syntax.Root) || f.relative(k) {
			continue
		}
		h := f.main(k)
		if s := f.Subject(h); s >= first && s < last && f.Child(h, syntax.Mark) < 0 && f.Words[h].Rel.Base() != syntax.Csubj {
			return true
		}
	}
	return false
}

// predicate reports whether what stands between two tokens goes on with the
// verb of a subject before it.
func (f *finder) predicate(first, last int) bool {
	for first < last && f.Words[first].Class == syntax.ADV {
		first++
	}
	return first < last && f.finite(first)
}

// clause finds a clause of content after the cue: said (that) ….
func (f *finder) clause(r *report, s *Statement) bool {
	i := r.verb
	s.Rule = Clause
	c := f.Child(i, syntax.Ccomp, syntax.Csubj)
	if c >= 0 && c < i && f.Passive(i) { // "That they met was confirmed by …"
		first, last := f.Span(c)
		s.Content = append(s.Content, f.whole(max(first, r.first), min(last, i)))
		return true
	}
	if f.Passive(i) && f.is(r.first, "that") && f.Words[r.first].Class == syntax.SCONJ && r.left > r.first+3 && r.source > i {
		s.Content = append(s.Content, f.whole(r.first, r.left))
		return true
	}
	if c < i {
		c = f.Child(i, syntax.Parataxis)
		if c >= 0 && f.Subject(c) < 0 {
			c = -1
		}
	}
	if c < i && f.Passive(i) {
		c = f.Child(i, syntax.Csubj, syntax.Xcomp)
	}
	if c < i {
		c = f.recipientClause(r)
	}
	first, last := -1, r.last
	open, marked := f.opens(r)
	if c > i {
		first, last = f.Span(c)
		if first <= i {
			first = i + 1
		}
		first = max(first, min(r.right, c))
		if m := f.Child(c, syntax.Mark); m > i {
			first = min(first, m)
		}
		if open >= 0 && (marked || open < first || r.addressee >= first && r.addressee < open) {
			first = open
		}
		last = f.further(i, c, min(last, r.last), r.last)
	} else if open >= 0 && f.Words[i].Tag == syntax.VBG {
		first, last = open, f.further(i, open, r.last, r.last)
	} else if open >= 0 {
		first = open
	}
	if first < 0 || first >= last {
		return false
	}
	last = min(last, r.last)
	if marked && f.predicateOf(first, last, -1) < 0 {
		last = r.last // what the parser cut off has the verb
	}
	// The parser often cuts off the second of two clauses: "…, and that …".
	if k := last; f.in[i] < 0 {
		if k < r.last && f.Words[k].Tag == syntax.Comma {
			k++
		}
		if k+2 < r.last && f.Words[k].Class == syntax.CCONJ && f.is(k+1, "that") && f.Words[k+1].Class == syntax.SCONJ {
			last = r.last
		}
	}
	last = f.onward(r, last, f.predicateOf(first, last, c))
	if q := f.in[i]; q >= 0 {
		last = min(last, int(f.quotes[q].last))
	}
	s.Content = append(s.Content, f.whole(first, f.bound(r, first, last, c)))
	return true
}

// recipientClause returns the clause that the parser took for a relative one of
// whoever is told, though it has no place for that one: "told the station they
// had heard it".
func (f *finder) recipientClause(r *report) int {
	if r.takes&takesAddressee == 0 || r.addressee < 0 || r.addressee < r.verb {
		return -1
	}
	c := f.Child(r.addressee, syntax.AclRelcl)
	if c < 0 || c >= r.last || f.Form(c) != syntax.Finite {
		return -1
	}
	s := f.Subject(c)
	if s <= r.addressee || s >= c {
		return -1
	}
	for k := r.addressee + 1; k <= s; k++ {
		switch f.Words[k].Tag {
		case syntax.WP, syntax.WDT, syntax.WPS, syntax.WRB:
			return -1
		}
	}
	if f.Object(c) < 0 && f.Copula(c) < 0 && f.Child(c, syntax.Xcomp, syntax.Ccomp, syntax.Obl, syntax.Nsubj) < 0 {
		return -1
	}
	return c
}

// further returns where the content ends that the parser ended at last: what
// follows belongs to it unless it depends on the cue as something else, or on
// what governs the cue.
func (f *finder) further(i, c, last, end int) int {
	for last < end {
		k := last
		for k < end && f.punct(k) {
			k++
		}
		if k >= end {
			break
		}
		h := k
		for n := 0; n < maxClimb && f.Head(h) >= 0 && f.Head(h) != i; n++ {
			h = f.Head(h)
		}
		if f.Head(h) != i || h < last {
			break
		}
		if rel := f.Words[h].Rel.Base(); rel != syntax.Ccomp && rel != syntax.Dep && rel != syntax.Parataxis {
			break
		}
		_, to := f.Span(h)
		if to <= last {
			break
		}
		last = min(to, end)
	}
	return last
}

// opens returns where a clause of content begins after the cue, and whether a
// word says so: at "that" or "whether", past whoever is told and what says when
// and where; else at a subject close after the cue. It is -1 where neither stands.
func (f *finder) opens(r *report) (at int, marked bool) {
	i := r.verb
	const furthest = 30
	asks := r.takes&takesQuestion != 0
	loose := r.takes&takesAddressee != 0 // nouns may stand before the content
	for k := r.right; k < min(r.last, r.right+furthest); k++ {
		w := &f.Words[k]
		if f.in[k] != f.in[i] {
			break
		}
		switch {
		case f.is(k, "that") && (w.Class == syntax.SCONJ || w.Tag == syntax.IN || loose && k+1 < r.last && !f.finite(k+1)):
			return k, true
		case f.is(k, "whether"), asks && f.is(k, "if"):
			return k, true
		case (asks || r.takes&takesAddressee != 0 && f.Head(k) > k && f.Words[f.Head(k)].Rel.Base() != syntax.Advcl) && (w.Tag == syntax.WRB || w.Tag == syntax.WP || asks && w.Tag == syntax.WDT):
			return k, true
		}
		if f.finite(k) || w.Class == syntax.CCONJ && !loose || w.Class == syntax.SCONJ || w.Class == syntax.PUNCT && w.Tag != syntax.Comma {
			break
		}
		if w.Class == syntax.ADP || w.Class == syntax.ADV || w.Tag == syntax.Comma {
			loose = true
		} else if !loose && w.Rel != syntax.OblUnmarked && w.Rel.Base() != syntax.Obl {
			break
		}
	}
	k := f.whenSaid(r)
	if r.takes&takesAddressee != 0 && r.addressee < 0 {
		k = f.toldName(r, k)
	}
	if k >= r.last || f.in[k] != f.in[i] {
		return -1, false
	}
	switch f.Words[k].Class {
	case syntax.NOUN, syntax.PROPN, syntax.PRON, syntax.DET, syntax.ADJ, syntax.NUM, syntax.ADV, syntax.ADP:
	default:
		return -1, false
	}
	if f.governs(r, k) {
		return k, false
	}
	return -1, false
}

// governs reports whether a clause of content begins at token k: a verb with a
// tense follows, with nothing before it that ends the clause of the cue.
func (f *finder) governs(r *report, k int) bool {
	i := r.verb
	object := f.Object(i)
	for j := k; j < r.last; j++ {
		w := &f.Words[j]
		// A participle with an object is no passive: the tagger missed the tense.
		past := w.Tag == syntax.VBN && w.Rel == syntax.Acl && f.Object(j) > j && !f.joined(j)
		h := f.main(j)
		// What the parser hangs on something before the cue is no relative clause here.
		own := f.Words[h].Rel.Base() == syntax.Acl && f.Head(h) < i && f.Subject(h) >= k && f.Words[f.Subject(h)].Tag != syntax.WP && f.Words[f.Subject(h)].Tag != syntax.WDT
		switch {
		case w.Tag == syntax.Comma && (r.fronted || f.Words[k].Class == syntax.ADP):
			return false
		case f.relative(j) && !past && !own:
		case f.finite(j) || past:
			rel := f.Words[h].Rel.Base()
			switch {
			case past:
				return j > k
			case j == k, rel == syntax.Advcl && f.Child(h, syntax.Mark) >= 0:
				return false
			case rel == syntax.Conj && f.Head(h) <= i: // what nobody says as a thing is the subject: "said four of them and a dog will come"
				return object >= k && r.takes&takesNoun == 0 && f.Subject(h) >= k
			}
			return own || f.Subject(h) >= 0 || rel == syntax.Ccomp || rel == syntax.Conj
		case w.Class == syntax.SCONJ, w.Class == syntax.CCONJ && j > k && f.Words[j-1].Tag == syntax.Comma, w.Class == syntax.PUNCT && w.Tag != syntax.Comma && w.Tag != syntax.HYPH && f.in[j] == f.in[i]:
			return false
		}
	}
	return false
}

// toldName returns the first token after a name at k that the content begins
// beside, where the parser made that name a part of the content: "told the
// Herald his firm …".
func (f *finder) toldName(r *report, k int) int {
	j := k
	if j < r.last && f.Words[j].Class == syntax.DET {
		j++
	}
	head := j
	for j < r.last && f.Words[j].Class == syntax.PROPN && f.in[j] == f.in[r.verb] {
		j++
	}
	if j == head || j >= r.last {
		return k
	}
	switch f.Words[j].Class {
	case syntax.PRON, syntax.DET:
		r.addressee = head
		return j
	}
	return k
}

// whenSaid returns the first token after the cue and the day that it is said on
// ("said late on Tuesday").
func (f *finder) whenSaid(r *report) int {
	k := r.right
	j := k
	for j < r.last && (f.Words[j].Class == syntax.ADV || f.is(j, "on")) {
		j++
	}
	if j < r.last && weekday(f.Word(j)) {
		for k = j + 1; k < r.last && dayPart(f.Word(k)); k++ {
		}
	}
	return k
}

// onward returns the end of the content that the parser ended before "and" and
// a second verb: where that has the tense of the first, c, and says nothing
// itself, it is content too.
func (f *finder) onward(r *report, last, c int) int {
	k := last
	for k < r.last && f.Words[k].Tag == syntax.Comma {
		k++
	}
	if k+1 >= r.last || f.Words[k].Class != syntax.CCONJ || f.in[k] != f.in[r.verb] {
		return last
	}
	for k++; k < r.last && f.Words[k].Class == syntax.ADV; k++ {
	}
	if k >= r.last || !f.finite(k) || f.tensed(c) == syntax.NoTag {
		return last
	}
	h := f.main(k)
	// A participle leaves the choice to the tense: "saying he was ill but would come".
	up, t := f.Head(h), f.tensed(h)
	if f.Words[h].Rel != syntax.Conj || f.saying(h) || up != r.verb && (f.Words[r.verb].Tag != syntax.VBG || up > r.verb) || t == f.tensed(up) && up != r.verb ||
		t != f.tensed(c) && (t != syntax.MD || f.tensed(up) == syntax.MD) {
		return last
	}
	_, to := f.Span(h)
	return max(last, min(to, r.last))
}

// bound returns the end of the content that runs to last at most: what the
// source goes on to say or to do is no content.
func (f *finder) bound(r *report, first, last, c int) int {
	i := r.verb
	c = f.predicateOf(first, last, c)
	if fronted := r.fronted || f.Words[i].Rel.Base() == syntax.Advcl && f.Head(i) > i; fronted { // "Asked whether it was safe, he …"
		for k := first + 1; k < last; k++ {
			if f.Words[k].Tag == syntax.Comma && f.in[k] == f.in[i] && (r.fronted || f.Head(i) > k) && f.asserted(k+1, last) {
				last = k
				break
			}
		}
	}
	said, does := f.tensed(i), f.tensed(c)
	for k := first + 1; k < last; k++ {
		if f.in[k] != f.in[i] {
			continue
		}
		w := &f.Words[k]
		switch {
		case w.Tag == syntax.VBG && f.saying(k) && f.Words[k-1].Tag == syntax.Comma: // ", adding that …"
			return k - 1
		case w.Tag == syntax.VBG && f.saying(k) && f.in[k-1] >= 0 && f.Words[k-2].Tag == syntax.Comma: // “…,” adding that …
			return k
		case f.Word(k) == ";" && f.Words[k+1].Class != syntax.CCONJ && k+1 < last && f.asserted(k+1, last):
			return k
		case f.Words[k-1].Tag == syntax.Comma && (w.Class == syntax.SCONJ || w.Class == syntax.CCONJ) && f.contrasts(k, last): // ", while Rome said …"
			return k - 1
		case f.finite(k) && said != syntax.NoTag && f.joined(k) && f.tensed(k) == said && does != said && does != syntax.NoTag: // "said he will go and left"
			h := f.main(k)
			if f.Subject(h) < 0 || f.Subject(h) < first {
				for k--; f.Words[k].Class != syntax.CCONJ; k-- {
				}
				return k
			}
		}
	}
	return last
}

// contrasts reports whether the conjunction k begins another's statement: its
// clause has a subject and a verb of saying.
func (f *finder) contrasts(k, last int) bool {
	const longest = 12
	for j := k + 1; j < min(last, k+longest); j++ {
		if f.in[j] != f.in[k] {
			return false
		}
		if f.finite(j) {
			return j > k+1 && f.Words[j].Class == syntax.VERB && f.saying(j) && f.Words[k+1].Class != syntax.SCONJ
		}
	}
	return false
}

// predicateOf returns the predicate of the content: c, or where the parser did
// not see it the first verb with a tense.
func (f *finder) predicateOf(first, last, c int) int {
	if c >= first && c < last {
		return c
	}
	for k := first; k < last; k++ {
		if f.finite(k) && !f.relative(k) {
			return k
		}
	}
	return -1
}

// joined reports whether a conjunction stands before the verb k, with nothing
// but adverbs between.
func (f *finder) joined(k int) bool {
	for k--; k > 0 && f.Words[k].Class == syntax.ADV; k-- {
	}
	return k > 0 && f.Words[k].Class == syntax.CCONJ
}

// tensed returns the tag of the verb that gives the predicate i its tense, as
// VBD, VBZ or MD, or NoTag.
func (f *finder) tensed(i int) syntax.Tag {
	if i < 0 {
		return syntax.NoTag
	}
	tag := f.Words[i].Tag
	for c := range f.Children(i) {
		if r := f.Words[c].Rel.Base(); (r == syntax.Aux || r == syntax.Cop) && f.finite(c) {
			tag = f.Words[c].Tag
			break
		}
	}
	switch tag {
	case syntax.VBP:
		return syntax.VBZ
	case syntax.VBD, syntax.VBZ, syntax.MD:
		return tag
	}
	return syntax.NoTag
}

// saying reports whether token k is a verb that takes content.
func (f *finder) saying(k int) bool {
	v, _ := f.cueAt(k)
	return v&(takesClause|takesQuote) != 0 && v&weak == 0
}
