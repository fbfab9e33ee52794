package mention

import (
	"math/bits"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// The kinds that are learned; the others follow from the words of a name.
const (
	learnedPerson = iota
	learnedOrganization
	learnedPlace
	learnedGroup
	learnedOther // events, works, products
	kindsLearned
)

// The places of a token in a name.
const (
	single = iota
	opening
	inside
	closing
	positions
)

const (
	labels = 1 + kindsLearned*positions // of a token: 0 is outside of names
)

func label(kind, position int) int { return 1 + kind*positions + position }

// A class is the first thing that one would say of a word, in few bits, so that
// pairs and triples of words can be features.
func (f *finder) class(i, first, last int) uint64 {
	if i < first || i >= last {
		return 256
	}
	w := &f.words[i]
	t := w.traits
	c := uint64(0)
	switch {
	case w.shape == mark || w.shape == digits:
		return 32 + uint64(w.shape)
	case t&isCalendar != 0:
		c = 1
	case t&isHonor != 0:
		c = 2
	case t&isTitle != 0:
		c = 3
	case t&isCountry != 0:
		c = 4
	case t&(isDemonym|isPeople) != 0:
		c = 5
	case t&isGiven != 0 && t&(isCity|isRegion) != 0:
		c = 6
	case t&isGiven != 0:
		c = 7
	case t&(isCity|isRegion|isFeature|isSeat) != 0 && t&isSurname != 0:
		c = 15
	case t&(isCity|isRegion|isFeature|isSeat) != 0:
		c = 8
	case t&isSurname != 0:
		c = 9
	case t&isTeam != 0:
		c = 21
	case t&(isOrg|isInstitution) != 0:
		c = 10
	case t&isFacility != 0:
		c = 12
	case t&(isEvent|isWork|isProduct) != 0:
		c = 13
	case t&(isLegal|lastOrganization|isOrgWord) != 0:
		c = 11
	case t&(lastPlace|lastFacility) != 0:
		c = 12
	case t&(lastEvent|lastWork|lastProduct) != 0:
		c = 13
	case t&isParticle != 0:
		c = 14
	}
	switch w.shape {
	case small:
		c += 64
	case capitals:
		c += 128
	case letter:
		c += 192
	}
	return c
}

// loudTemplates is added to the templates of sentences in which capitals tell
// nothing, so that what is learned of the others is not watered down by them:
// that costs three points of typed F1 on the dev fold.
const loudTemplates = 100

// feature is the hash of what a template says.
func feature(template, value uint64) uint32 {
	return uint32(stir(value*0x9e3779b97f4a7c15^template*0xc2b2ae3d27d4eb4f) >> 32)
}

// tokenFeatures appends the features of token i, which lies in the run from ≤ i < to of
// the sentence first ≤ i < last.
func (f *finder) tokenFeatures(out []uint32, i, from, to, first, last int, lexical bool) []uint32 {
	w := &f.words[i]
	loudly := uint64(0)
	if w.loud {
		loudly = loudTemplates
	}
	add := func(template, value uint64) { out = append(out, feature(template+loudly, value)) }
	hash := func(k int) uint64 {
		if k < first || k >= last {
			return 1
		}
		return f.words[k].hash
	}
	tag := func(k int) uint64 {
		if k < first || k >= last {
			return 99
		}
		return uint64(f.Words[k].Tag)
	}
	sh := func(k int) uint64 {
		if k < first || k >= last {
			return 15
		}
		return uint64(f.words[k].shape)
	}
	start, loud := uint64(0), uint64(0)
	if w.start {
		start = 1
	}
	if w.loud {
		loud = 1
	}
	add(1, 0)
	if lexical {
		add(2, w.hash)
		add(3, w.hash^tag(i))
		f.key = lexicon.AppendFold(f.key[:0], f.Word(i))
		n := len(f.key)
		for k := 2; k <= 4 && k < n; k++ {
			add(uint64(3+k), hashBytes(f.key[n-k:]))
		}
		for k := 3; k <= 4 && k < n; k++ {
			add(uint64(7+k), hashBytes(f.key[:k]))
		}
	}
	add(12, hash(i-1))
	add(13, hash(i+1))
	add(14, hash(i-1)^tag(i)<<3)
	add(15, hash(i+1)^tag(i)<<3)
	add(16, sh(i)<<4|start<<2|loud)
	add(17, sh(i-1)<<8|sh(i)<<4|sh(i+1))
	add(18, tag(i))
	add(19, tag(i-1)<<8|tag(i))
	add(20, tag(i)<<8|tag(i+1))
	add(21, uint64(f.Words[i].Rel)<<8|tag(i))
	if h := f.Head(i); h >= 0 && (h < from || h >= to) {
		add(22, f.words[h].hash)
		add(23, f.words[h].hash^uint64(f.Words[i].Rel))
		add(24, uint64(f.Words[i].Rel)<<8|tag(h))
		f.bits(&out, loudly+25, f.words[h].traits)
	}
	c := f.class(i, first, last)
	add(26, f.class(i-1, first, last)<<10|c)
	add(27, c<<10|f.class(i+1, first, last))
	add(28, f.class(i-1, first, last)<<12|c<<10|f.class(i+1, first, last))
	add(29, c<<8|sh(i)<<4|start<<1|loud)
	f.bits(&out, loudly+30, w.traits)
	if i > first {
		f.bits(&out, loudly+31, f.words[i-1].traits)
	}
	if i+1 < last {
		f.bits(&out, loudly+32, f.words[i+1].traits)
	}
	// What surrounds the run.
	add(33, hash(from-1))
	add(34, hash(to))
	add(35, hash(from-2)+hash(from-1)*3)
	add(36, hash(to)*3+hash(to+1))
	if w.entry >= 0 {
		e := f.table.seen[w.entry]
		if !lexical {
			add(38, 1) // so that an unknown word is told from one without evidence
		}
		for ; e != 0; e &= e - 1 {
			add(37, uint64(bits.TrailingZeros32(uint32(e))))
		}
		add(39, uint64(f.table.seen[w.entry]&(seenSmall|seenInside))<<10|c)
		add(40, uint64(f.table.seen[w.entry]&(seenAfterName|seenAfterRole|seenLocated|seenAcronym|seenSpeaking)))
	}
	if p := f.phrases[i]; p != 0 {
		f.bits(&out, loudly+41, p)
	}
	return out
}

// core returns the last word of the name i ≤ k < j before a small word in it:
// what it is by its form, whatever the parser makes its head.
func (f *finder) core(i, j int) int {
	for k := i + 1; k < j; k++ {
		if f.words[k].shape == small && f.words[k].traits&isInner != 0 {
			return k - 1
		}
	}
	return j - 1
}

// bits appends a feature for each bit of a set.
func (f *finder) bits(out *[]uint32, template uint64, t trait) {
	for t &^= starts; t != 0; t &= t - 1 {
		*out = append(*out, feature(template, uint64(bits.TrailingZeros64(uint64(t)))))
	}
}

// spanFeatures appends the features of the span i ≤ k < j as a whole.
func (f *finder) spanFeatures(out []uint32, i, j, from, to, first, last int, lexical bool) []uint32 {
	loudly := uint64(0)
	if f.words[i].loud {
		loudly = loudTemplates
	}
	add := func(template, value uint64) { out = append(out, feature(template+loudly, value)) }
	n := j - i
	add(1, uint64(min(n, 6)))
	var classes, shapes, inner uint64
	for k := i; k < j; k++ {
		classes = classes*1009 + f.class(k, i, j) + 1
		shapes = shapes*11 + uint64(f.words[k].shape) + 1
		if !f.nameable(k) {
			inner = inner*3 + f.words[k].hash
		}
	}
	add(2, classes)
	if n < 5 {
		add(3, shapes)
	}
	if inner != 0 {
		add(4, inner)
		add(5, 0)
		add(18, inner^f.class(i, first, last))
	}
	t := f.traitsOf(i, j)
	for b := t &^ starts; b != 0; b &= b - 1 {
		add(6, uint64(bits.TrailingZeros64(uint64(b))))
	}
	if n > 1 {
		for b := f.words[j-1].traits &^ starts; b != 0; b &= b - 1 {
			add(7, uint64(bits.TrailingZeros64(uint64(b))))
		}
		add(8, f.class(i, first, last)<<10|f.class(j-1, first, last))
		if lexical {
			add(9, f.words[j-1].hash)
			add(10, f.words[i].hash)
		}
	}
	// Its opening and its head noun: "Fort", "Lake"; "University" in "University of
	// Turku", "school district".
	if n > 1 {
		core := f.core(i, j)
		f.bits(&out, loudly+22, f.words[i].traits)
		f.bits(&out, loudly+23, f.words[core].traits)
		if core < j-1 && lexical {
			add(24, f.words[core].hash)
		}
		if core > i {
			f.bits(&out, loudly+25, f.traitsOf(core-1, core+1))
		}
	}
	// Its edges: what it leaves of the run.
	left, right := f.class(i-1, first, last), f.class(j, first, last)
	edge := uint64(0)
	if i > from {
		edge |= 1
	}
	if j < to {
		edge |= 2
	}
	add(11, edge)
	add(12, edge<<10|left)
	add(13, edge<<10|right)
	add(14, edge<<12|left<<10|f.class(i, first, last))
	add(15, edge<<20|f.class(j-1, first, last)<<10|right)
	if i > first {
		add(16, f.words[i-1].hash)
	}
	if j < last {
		add(17, f.words[j].hash)
	}
	head := f.head(i, j)
	add(19, uint64(f.Words[head].Rel)<<8|uint64(min(n, 3)))
	if h := f.Head(head); h >= 0 {
		add(20, f.words[h].hash^uint64(f.Words[head].Rel))
	}
	for k := f.Child(head, syntax.Case); k >= 0; k = -1 {
		add(21, f.words[k].hash)
	}
	return out
}
