package fact

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// measures finds numbers that are predicated of something, and casualties that a
// noun counts.
func (f *finder) measures() {
	for i := range f.Words {
		switch f.Words[i].Class {
		case syntax.VERB:
			f.measured(i)
		case syntax.NOUN, syntax.NUM, syntax.SYM, syntax.ADJ, syntax.PROPN:
			if f.Copula(i) >= 0 {
				f.equals(i)
			}
			if f.Words[i].Class == syntax.NOUN || f.Words[i].Class == syntax.ADJ {
				f.quantity(i)
				f.harmed(i)
			}
		}
	}
}

// measured finds what the verb i measures: "stood at 9%", "rose by a fifth to
// 300", "has 300 staff".
func (f *finder) measured(i int) {
	lemma := f.lemma(i)
	cols := lexicon.Measures().Get(lemma)
	if cols == nil {
		f.owned(i, lemma)
		f.portion(i)
		return
	}
	var amounts []Argument
	at := ""
	for slot := range strings.FieldsSeq(cols[0]) {
		if amounts = f.amountsAt(i, slot); len(amounts) > 0 {
			at = slot
			break
		}
	}
	if len(amounts) == 0 {
		for slot := range strings.FieldsSeq(cols[0]) {
			if a, ok := f.amountAfter(i, slot); ok {
				amounts, at = append(amounts, a), slot
				break
			}
		}
	}
	if len(amounts) == 0 || at == "obj" && cols[0] != "obj" && amounts[0].Unit == "" { // "fell 250 metres"
		f.portion(i)
		return
	}
	topic := f.nearSubject(i)
	if topic < 0 && f.Words[i].Rel.Base() == syntax.Acl { // "prices rose by 2 percent, the office said", taken for risen prices
		topic = f.Head(i)
	}
	if o := f.Object(i); at != "obj" && o >= 0 && !f.Passive(i) {
		if _, ok := f.quantified(o); !ok { // "fell 12 percent to $4"
			topic = o
		}
	}
	if f.measurable(topic) {
		f.measure(i, i, topic, amounts)
	}
}

// nearSubject returns the subject of the predicate i, as it stands in its clause, or
// wherever it stands.
func (f *finder) nearSubject(i int) int {
	if s := f.Subject(i); s >= 0 {
		return s
	}
	return f.subject(i)
}

// amountsAt returns the amounts in a slot of the verb i, coordinated ones too.
func (f *finder) amountsAt(i int, slot string) (out []Argument) {
	for c := range f.Children(i) {
		switch f.Words[c].Rel.Base() {
		case syntax.Obj:
			if slot != "obj" {
				continue
			}
		case syntax.Obl, syntax.Nmod, syntax.Advmod:
			if p := f.Preposition(c); p < 0 && (slot != "obj" || c < i) || p >= 0 && !f.leads(p, slot) {
				continue
			}
		default:
			continue
		}
		for _, k := range append([]int{c}, f.Conjuncts(c)...) {
			if a, ok := f.quantified(k); ok && k >= c {
				out = append(out, a)
			}
		}
	}
	return out
}

// amountAfter finds the amount of a slot of the verb i where the tree has lost it:
// the first number right after the preposition, before the next verb or mark.
func (f *finder) amountAfter(i int, slot string) (a Argument, ok bool) {
	_, high := f.bounds(i)
	for k := i + 1; k < high && k < i+9; k++ {
		switch f.Words[k].Class {
		case syntax.VERB, syntax.AUX, syntax.PUNCT:
			return a, false
		}
		if f.low(k) != slot {
			continue
		}
		for k++; k < high && lexicon.Approximators().Get(f.low(k)) != nil; k++ {
		}
		if k < high && (f.numeral(k) || f.sign(k) != "") && !f.dated(k) {
			a = f.amountAt(k)
			return a, a.Value != ""
		}
		return a, false
	}
	return a, false
}

// leads reports whether the preposition p is that of a slot, or one of degree
// before it: "to over 300".
func (f *finder) leads(p int, slot string) bool {
	return f.low(p) == slot || slot == "obj" && lexicon.Approximators().Get(f.low(p)) != nil || p > 0 && f.low(p-1) == slot
}

// quantified reads the amount that the noun or number i is or counts; times,
// dates and ages are none.
func (f *finder) quantified(i int) (a Argument, ok bool) {
	a, ok = f.amount(i)
	if !ok || a.Value == "" || f.dated(int(a.Head)) || f.dated(i) {
		return a, false
	}
	if _, _, number := digits(f.Word(i)); f.Words[i].Class == syntax.PROPN && !number {
		return a, false
	}
	return a, true
}

// dated reports whether token k is a part of a time expression.
func (f *finder) dated(k int) bool {
	at := int(f.Tokens[k].Start)
	lo, hi := 0, len(f.dates)
	for lo < hi {
		if mid := (lo + hi) / 2; f.dates[mid].End <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(f.dates) && f.dates[lo].Start <= at
}

// measurable reports whether the noun i may be measured: no person, and not
// nothing.
func (f *finder) measurable(i int) bool {
	if i < 0 || f.Words[i].Tag == syntax.EX {
		return false
	}
	if m := f.MentionAt(i); m >= 0 && f.Mentions[m].Kind == mention.Person && (f.Mentions[m].Level != mention.Nominal || !f.Plural(i)) {
		return false
	}
	switch f.Words[i].Class {
	case syntax.NOUN, syntax.PROPN, syntax.NUM, syntax.SYM:
		return true
	case syntax.PRON:
		return f.Words[i].Tag == syntax.PRP && f.At(i) < 0 || f.Words[i].Tag == syntax.WDT || f.Words[i].Tag == syntax.DT || f.low(i) == "it"
	}
	return false
}

// measure adds measures of a topic, one for each amount; a toll is a casualty.
func (f *finder) measure(i, trigger, topic int, amounts []Argument) {
	kind, harm := Measure, f.toll(topic)
	if harm != "" {
		kind = Casualty
	}
	for _, a := range amounts {
		x := Fact{Kind: kind, Sentence: int32(f.SentenceOf(i)), Trigger: Span{int32(trigger), int32(trigger + 1)}, Harm: harm}
		x.Negative, x.Modality = f.holds(i)
		x.Attribution = f.attribution(i)
		if kind == Measure {
			t := f.argument(Topic, topic)
			if t.First <= a.First && a.First < t.Last {
				continue
			}
			x.Arguments = append(x.Arguments, t)
		}
		x.Arguments = append(x.Arguments, a)
		if w, v, ok := f.when(i); ok {
			x.Arguments, x.Time = append(x.Arguments, w), v
		}
		f.facts = append(f.facts, x)
	}
}

// toll returns the harm whose victims the noun i counts: "death toll", "the number
// of injured".
func (f *finder) toll(i int) string {
	if cols := lexicon.Harms().Get(f.lemma(i)); cols != nil {
		if cols[1] == "toll" {
			return cols[0]
		}
		return ""
	}
	for _, o := range f.Obliques(i) {
		if cols := lexicon.Harms().Get(f.low(o.Head)); cols != nil && cols[1] == "toll" {
			return cols[0]
		}
	}
	return ""
}

// equals finds what be equates with the amount i: "the cost is $2 million".
func (f *finder) equals(i int) {
	s := f.Subject(i)
	for h := i; s < 0 && h-i < 3; { // "which is 27 per cent", whose parts the parser may mix up
		if h = f.Head(h); h < i {
			break
		}
		s = f.Subject(h)
	}
	if f.Words[i].Class == syntax.ADJ { // "the number is closer to 40,000"
		if cols := lexicon.Measures().Get(f.lemma(i)); cols != nil && f.measurable(s) {
			if as := f.amountsAt(i, "to"); len(as) > 0 {
				f.measure(i, f.Copula(i), s, as)
			}
		}
		return
	}
	if _, _, number := digits(f.Word(i)); !number && f.Words[i].Class == syntax.NOUN && f.unit(i) == "" {
		return
	}
	if s < 0 || !f.measurable(s) || f.Words[s].Tag == syntax.DT {
		return
	}
	if a, ok := f.quantified(i); ok && (a.Unit != "" || a.Value != "1") {
		f.measure(i, f.Copula(i), s, []Argument{a})
	}
}

// owned finds what a body or a thing has: "the firm has 300 staff".
func (f *finder) owned(i int, lemma string) {
	if !lexicon.Owners().Has(lemma) {
		return
	}
	o, s := f.Object(i), f.nearSubject(i)
	if o < 0 || !f.measurable(s) || f.Words[o].Class != syntax.NOUN {
		return
	}
	if n := f.Child(o, syntax.Nummod); n >= 0 {
		if a, ok := f.quantified(o); ok {
			f.measure(i, i, s, []Argument{a})
		}
	}
}

// portion finds the share that does what the verb i says: "a quarter of voters
// backed it".
func (f *finder) portion(i int) {
	s := f.Subject(i)
	if s < 0 || s > i || f.unit(s) != "%" && !f.part(s) {
		return
	}
	for _, o := range f.Obliques(s) {
		if o.Prep < 0 || f.low(o.Prep) != "of" {
			continue
		}
		if a, ok := f.quantified(s); ok {
			f.measure(i, i, o.Head, []Argument{a})
		}
		return
	}
}

// part reports whether token i is a fraction.
func (f *finder) part(i int) bool {
	cols := lexicon.Numbers().Get(f.low(i))
	return cols != nil && cols[0] == "part"
}

// quantity finds the number that follows the noun of a quantity i: "at a cost of
// $26 million".
func (f *finder) quantity(i int) {
	if f.Words[i].Class != syntax.NOUN || !lexicon.Quantities().Has(f.lemma(i)) {
		return
	}
	for _, o := range f.Obliques(i) {
		if o.Prep < 0 || f.low(o.Prep) != "of" || o.Head < i {
			continue
		}
		if a, ok := f.quantified(o.Head); ok && a.Unit != "" && (f.sign(o.Head) != "" || f.unit(o.Head) != "" || f.numeral(o.Head)) {
			x := Fact{Kind: Measure, Sentence: int32(f.SentenceOf(i)), Trigger: Span{int32(i), int32(i + 1)}, Attribution: f.attribution(i)}
			first := i
			for c := range f.Children(i) {
				if r := f.Words[c].Rel; c < first && (r == syntax.Compound || r == syntax.Amod) && c >= i-4 {
					first = c
				}
			}
			x.Arguments = []Argument{{Role: Topic, Span: Span{int32(first), int32(i + 1)}, Head: int32(i), Entity: int32(f.At(i))}, a}
			x.Negative, x.Modality = f.holds(i)
			f.facts = append(f.facts, x)
		}
		return
	}
}
