package syntax

import "github.com/newsfact/newsfact/internal/lexicon"

// bareDays makes a day of the week without a preposition the time of its verb
// where the network took it for an object, or for a second subject: "officials
// said Saturday", "the president Saturday rejected". Of 28 bare days that hang
// on a verb, no subjects, in the treebanks two are objects.
func (t *Text) bareDays(first, last int32) {
	for i := first; i < last; i++ {
		w := &t.Words[i]
		if w.Tag != NNP || w.Rel != Obj && w.Rel != Iobj && w.Rel != Nsubj || !t.weekday(int(i)) || t.Child(int(i), Case) >= 0 {
			continue
		}
		h := int(w.Head)
		if t.Words[h].Class != VERB || w.Rel == Nsubj && !t.otherSubject(h, int(i)) {
			continue
		}
		w.Rel = OblUnmarked
	}
}

// weekday reports whether token i is the name of a day in full.
func (t *Text) weekday(i int) bool {
	w := t.Word(i)
	if len(w) < len("Monday") || len(w) > len("Wednesday") {
		return false
	}
	_, day := lexicon.CalendarNameIn("en", t.low(i))
	return day > 0
}

// otherSubject reports whether verb h has a subject but i.
func (t *Text) otherSubject(h, i int) bool {
	for c := t.Words[h].first; c >= 0; c = t.Words[c].next {
		if r := t.Words[c].Rel; int(c) != i && (r == Nsubj || r == NsubjPass) {
			return true
		}
	}
	return false
}
