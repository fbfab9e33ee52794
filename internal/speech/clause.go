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
	if left-1 <= from || f.Words[left-1].Tag != syntax.Comma || f.in[left-1] != f.in[r.verb] {
		return false
	}
	pasted := c >= from && c < r.verb
	if f.Passive(r.verb) && r.source < 0 || f.afterQuotation(r) || !pasted && (!f.told(r) || f.in[r.verb] >= 0) {
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

// told reports whether the cue is a finite verb beside its subject.
func (f *finder) told(r *report) bool {
	if r.source < 0 || f.Form(r.verb) != syntax.Finite {
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

// asserted reports whether a sentence of its own stands between two tokens.
func (f *finder) asserted(first, last int) bool {
	for k := first; k < last; k++ {
		if !f.finite(k) && !(f.Words[k].Tag == syntax.VBN && f.Words[k].Rel == syntax.Root) || f.relative(k) {
			continue
		}
		h := k
		if f.Words[k].Class == syntax.AUX && f.Head(k) >= 0 {
			h = f.Head(k)
		}
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
	if c < i {
		c = f.Child(i, syntax.Parataxis)
		if c >= 0 && f.Subject(c) < 0 {
			c = -1
		}
	}
	if c < i && f.Passive(i) {
		c = f.Child(i, syntax.Csubj, syntax.Xcomp)
	}
	first, last := -1, r.last
	if c > i {
		first, last = f.Span(c)
		if first <= i {
			first = i + 1
		}
		first = max(first, min(r.right, c))
		if m := f.Child(c, syntax.Mark); m > i {
			first = min(first, m)
		}
		last = f.further(i, c, min(last, r.last), r.last)
	} else if first = f.surface(r); first >= 0 && f.Words[i].Tag == syntax.VBG {
		last = f.further(i, first, r.last, r.last)
	}
	if first < 0 || first >= last {
		return false
	}
	last = min(last, r.last)
	// The parser often cuts off the second of two clauses: "…, and that …".
	if k := last; f.in[i] < 0 {
		if k < r.last && f.Words[k].Tag == syntax.Comma {
			k++
		}
		if k+2 < r.last && f.Words[k].Class == syntax.CCONJ && f.is(k+1, "that") && f.Words[k+1].Class == syntax.SCONJ {
			last = r.last
		}
	}
	if q := f.in[i]; q >= 0 {
		last = min(last, int(f.quotes[q].last))
	}
	s.Content = append(s.Content, f.whole(first, last))
	return true
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

// surface returns where a clause of content begins that the parser did not see:
// at "that" or "whether", or at a subject close after the cue.
func (f *finder) surface(r *report) int {
	i := r.verb
	for k := r.right; k < min(r.last, r.right+8); k++ {
		if t := f.Words[k].Tag; f.in[k] != f.in[i] || t == syntax.VBD || t == syntax.VBZ || t == syntax.VBP || t == syntax.MD {
			return -1 // beyond another verb "that" is the other's
		}
		if f.is(k, "that") && f.Words[k].Class == syntax.SCONJ || k == r.right && f.Words[k].Class == syntax.SCONJ && f.is(k, "whether") {
			return k
		}
	}
	k := r.right
	if k >= r.last || f.in[k] != f.in[i] {
		return -1
	}
	for h, n := k, 0; n < 8 && h >= r.right; n++ {
		if rel := f.Words[h].Rel.Base(); rel == syntax.Nsubj || rel == syntax.Expl {
			if v := f.Head(h); v > h && f.Form(v) == syntax.Finite && f.Words[v].Rel != syntax.AclRelcl {
				return k
			}
			return -1
		}
		h = f.Head(h)
	}
	return -1
}
