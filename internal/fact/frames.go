package fact

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// maxGap is how many words may stand between two words of a phrase.
const maxGap = 4

// frames finds the facts that a verb, a noun, an adjective or a phrase of the
// frames lexicon calls up.
func (f *finder) frames() {
	x := compiled()
	for s := range f.Sentences {
		for i := int(f.Sentences[s].First); i < int(f.Sentences[s].Last); i++ {
			switch f.Words[i].Class {
			case syntax.VERB, syntax.ADJ, syntax.ADP:
				f.trigger(s, i, x.first[f.lemma(i)], nil)
			case syntax.NOUN, syntax.PROPN:
				l := f.lemma(i)
				f.trigger(s, i, x.first[l], x.last[l])
			}
		}
	}
}

// trigger adds the best fact that one of the frames finds at token i.
func (f *finder) trigger(s, i int, first, last []*frame) {
	var best candidate
	for _, fr := range first {
		if c, ok := f.match(fr, i); ok && (best.frame == nil || c.score > best.score) {
			best = c
		}
	}
	for _, fr := range last {
		if c, ok := f.match(fr, i); ok && (best.frame == nil || c.score > best.score) {
			best = c
		}
	}
	if best.frame != nil {
		f.add(s, &best)
	}
}

// A candidate is a frame that fits a trigger.
type candidate struct {
	frame *frame
	trigger
	args  []Argument
	score int
	core  int // how many of its core roles are filled
}

// match tries a frame at token i.
func (f *finder) match(fr *frame, i int) (candidate, bool) {
	c := candidate{frame: fr}
	t, ok := f.locate(fr, i)
	if !ok {
		return c, false
	}
	c.trigger = t
	c.score = fr.weight + 4*(len(fr.words)-1)
	core, _ := fr.kind.Roles()
	var buf [8]filler
	filled := uint32(0)
	for k := range fr.items {
		it := &fr.items[k]
		found := false
		for _, x := range f.follow(buf[:0], &t, it.path) {
			if it.words != nil && f.meets(x, it.words) == it.not || !x.clause && f.temporal(x.head) {
				continue
			}
			if it.forbidden {
				return c, false
			}
			found = true
			if it.role == NoRole {
				continue
			}
			if hasWord(f.classes(x.head), "generic") { // "you can buy"
				return c, false
			}
			if filled&(1<<it.role) != 0 && !it.more || c.uses(x.head) || t.First <= int32(x.head) && int32(x.head) < t.Last {
				continue
			}
			a := f.argument(it.role, x.head)
			if x.clause {
				a = f.clause(it.role, x.head)
			}
			c.args = append(c.args, a)
		}
		if it.required {
			if !found {
				return c, false
			}
			c.score += 2
			if it.words != nil {
				c.score++
			}
		}
		for _, a := range c.args {
			filled |= 1 << a.Role
		}
	}
	n := 0
	for _, r := range core {
		if filled&(1<<r) != 0 {
			n++
		}
	}
	c.core = n
	f.trim(c.args)
	f.bind(c.args)
	c.score += n
	if n == 0 && !fr.bare && (fr.class == 'n' || filled&^minor == 0) {
		return c, false
	}
	return c, true
}

// trim cuts an argument where the agent begins that a parser put into it: "the
// expulsion of [its consul] by Mali".
func (f *finder) trim(args []Argument) {
	for _, b := range args {
		if b.Role != Actor || b.First == 0 || !f.is(int(b.First)-1, "by") {
			continue
		}
		for k := range args {
			if a := &args[k]; a.Head < b.First-1 && b.First < a.Last {
				a.Last = b.First - 1
			}
		}
	}
}

// minor are the roles that do not tell what a fact is about.
const minor = 1<<Topic | 1<<Document | 1<<Amount | 1<<PlaceRole | 1<<Instrument | 1<<NoRole

func (c *candidate) uses(head int) bool {
	for _, a := range c.args {
		if a.Head == int32(head) {
			return true
		}
	}
	return false
}

// follow appends what stands at the end of a path of slots.
func (f *finder) follow(buf []filler, t *trigger, path []string) []filler {
	buf = f.fill(buf, t, path[0])
	for _, slot := range path[1:] {
		var next []filler
		for _, x := range buf {
			if x.clause {
				u := trigger{head: x.head, verb: true, light: -1, last: x.head}
				next = f.verbSlot(next, &u, slot)
			} else {
				next = f.nounSlot(next, x.head, slot)
			}
		}
		buf = next
	}
	return buf
}

// locate finds the words of a frame at token i.
func (f *finder) locate(fr *frame, i int) (t trigger, ok bool) {
	t = trigger{Span: Span{int32(i), int32(i + 1)}, head: i, light: -1, last: i}
	w := f.Words[i]
	switch fr.class {
	case 'v':
		if w.Class != syntax.VERB || w.Rel == syntax.Amod && !f.finite(i) || w.Rel == syntax.Compound {
			return t, false
		}
		t.verb = true
		if len(fr.words) == 1 {
			return t, true
		}
		p := f.particle(i, fr.words[1])
		if p < 0 {
			return t, false
		}
		if p == i+1 {
			t.Last++
		}
		return t, true
	case 'a':
		return t, w.Class == syntax.ADJ && w.Rel != syntax.Amod
	case 'n':
		if w.Class != syntax.NOUN && w.Class != syntax.PROPN || w.Rel == syntax.Compound || w.Rel == syntax.Flat || f.insideName(i) {
			return t, false
		}
		k := i
		for n := len(fr.words) - 2; n >= 0; n-- {
			k = f.back(k, fr.words[n])
			if k < 0 {
				return t, false
			}
		}
		t.First = int32(k)
		t.light, t.does = f.carrier(i)
		return t, true
	}
	k := i // a phrase: its words in order, with small words between
	for _, word := range fr.words[1:] {
		if k = f.forth(k, word); k < 0 {
			return t, false
		}
	}
	if k-i < 2*len(fr.words) {
		t.Last = int32(k + 1)
	}
	t.last = k
	if w.Class == syntax.VERB {
		t.verb = w.Rel != syntax.Amod
		return t, t.verb
	}
	t.head, t.verb = k, true
	return t, true
}

// insideName reports whether token i is a part of a name: "the Water Forum".
func (f *finder) insideName(i int) bool {
	if f.Words[i].Class != syntax.PROPN {
		return false
	}
	k := f.MentionAt(i)
	return k >= 0 && f.Mentions[k].Level == mention.Name || i > 0 && f.Words[i-1].Class == syntax.PROPN
}

// particle returns the particle w of the verb i.
func (f *finder) particle(i int, w string) int {
	for c := range f.Children(i) {
		if c > i && f.is(c, w) {
			switch f.Words[c].Rel {
			case syntax.CompoundPrt, syntax.Advmod, syntax.Obl, syntax.Case, syntax.Mark:
				return c
			}
		}
	}
	if i+1 < len(f.Words) && f.is(i+1, w) {
		return i + 1
	}
	return -1
}

// back finds the word before token k that belongs to the same noun phrase.
func (f *finder) back(k int, word string) int {
	for j := k - 1; j >= 0 && j >= k-maxGap && f.Words[j].Head >= 0; j-- {
		if f.lemma(j) == word || f.is(j, word) {
			return j
		}
		switch f.Words[j].Class {
		case syntax.ADJ, syntax.NOUN, syntax.PROPN, syntax.PUNCT, syntax.NUM, syntax.PART:
		default:
			return -1
		}
	}
	return -1
}

// forth finds the next word of a phrase after token k.
func (f *finder) forth(k int, word string) int {
	for j := k + 1; j < len(f.Words) && j <= k+maxGap; j++ {
		if f.is(j, word) || f.lemma(j) == word {
			return j
		}
		switch f.Words[j].Class {
		case syntax.DET, syntax.ADJ, syntax.ADV, syntax.PRON, syntax.NUM, syntax.PROPN, syntax.PART, syntax.NOUN:
		default:
			return -1
		}
	}
	return -1
}

// carrier returns the light verb that the event noun i depends on, and what the
// subject of that verb is to the event.
func (f *finder) carrier(i int) (verb int, does string) {
	n := i
	if h := f.Words[i].Head; h >= 0 && f.Words[i].Rel == syntax.Nmod && hasWord(f.classes(int(h)), "quantity") {
		n = int(h) // "a round of talks"
	}
	if v, rel := f.Governor(n); v >= 0 && f.Words[v].Class == syntax.VERB {
		if cols := lexicon.LightVerbs().Get(f.lemma(v)); cols != nil {
			slot := "obj"
			switch {
			case rel == syntax.Obj, rel == syntax.NsubjPass:
			case rel.Base() == syntax.Obl: // "came under attack"
				if slot = ""; f.Preposition(f.First(n)) >= 0 {
					slot = f.Word(f.Preposition(f.First(n)))
				}
			default:
				slot = ""
			}
			if d := lookup(cols[0], slot); slot != "" && d != "" {
				return v, d
			}
		}
	}
	for c := range f.Children(i) { // "talks held in Oslo"
		if f.Words[c].Rel == syntax.Acl && f.Words[c].Class == syntax.VERB && f.Passive(c) {
			if cols := lexicon.LightVerbs().Get(f.lemma(c)); cols != nil {
				if d := lookup(cols[0], "obj"); d != "" {
					return c, d
				}
			}
		}
	}
	return -1, ""
}

// lookup returns the value of a key in "key:value key:value".
func lookup(s, key string) string {
	for x := range strings.FieldsSeq(s) {
		if k, v, _ := strings.Cut(x, ":"); k == key {
			return v
		}
	}
	return ""
}

// add makes a fact of a candidate.
func (f *finder) add(s int, c *candidate) {
	predicate := c.head
	if c.light >= 0 {
		predicate = c.light
	}
	out := Fact{Kind: c.frame.kind, Sentence: int32(s), Trigger: c.Span, Arguments: c.args, Harm: c.frame.harm}
	out.found = found{head: int32(c.head), rule: c.frame.class, core: uint8(c.core), light: int32(c.light)}
	if c.frame.modal {
		for _, a := range c.args {
			if aux := f.Auxiliaries(int(a.Head)); a.Role == Topic && len(aux) > 0 {
				out.Trigger = Span{int32(aux[0]), int32(aux[0] + 1)}
			}
		}
	}
	negative, m := f.holds(c.head) // a light verb passes on how it holds itself
	out.Negative, out.Modality = negative != c.frame.negative, m
	out.Attribution = f.attribution(predicate)
	if out.Kind == Casualty {
		f.byWhom(&out, predicate)
	}
	f.quantify(&out)
	f.situate(&out, predicate, c.head)
	f.facts = append(f.facts, out)
}

// quantify gives the amount of a fact that has one: of the people hit, or of the
// sum that an argument is.
func (f *finder) quantify(x *Fact) {
	for k := range x.Arguments {
		if a := &x.Arguments[k]; a.Role == Amount {
			if n, ok := f.amount(int(a.Head)); ok {
				n.Role = Amount
				*a = n
			}
			return
		}
	}
	if x.Kind != Casualty {
		return
	}
	for _, a := range x.Arguments {
		if a.Role == Recipient {
			if n, ok := f.amount(int(a.Head)); ok {
				n.Role = Amount
				x.Arguments = append(x.Arguments, n)
				return
			}
		}
	}
}

// situate gives the time and place of a fact whose predicate is the first of
// the two words that says them.
func (f *finder) situate(x *Fact, words ...int) {
	hasPlace, hasTime := false, false
	for _, a := range x.Arguments {
		hasPlace = hasPlace || a.Role == PlaceRole
	}
	for k, w := range words {
		if k > 0 && w == words[k-1] {
			continue
		}
		if a, v, ok := f.when(w); ok && !hasTime {
			x.Arguments, x.Time, hasTime = append(x.Arguments, a), v, true
		}
		if hasPlace {
			continue
		}
		for _, a := range f.where(w) {
			taken := false
			for _, b := range x.Arguments {
				taken = taken || b.Head == a.Head
			}
			if !taken {
				x.Arguments, hasPlace = append(x.Arguments, a), true
			}
		}
	}
}
