package mention

import "github.com/newsfact/newsfact/internal/syntax"

// An evidence is what a document shows of a word in all the places where it
// stands, as a set of bits. A name is judged by all of them: "Gordon" alone is
// a person where "Dmytro Gordon" stands elsewhere.
type evidence uint32

const (
	seenSmall     evidence = 1 << iota // in small letters
	seenInside                         // with a capital inside a sentence
	seenAfterName                      // after a given name
	seenAfterRole                      // after a title
	seenLocated                        // after a preposition of place
	seenThe                            // after a determiner
	seenSpeaking                       // before or after a verb of speech
	seenOwner                          // before 's
	seenFirst                          // before another capital
	seenLast                           // after another capital
	seenSubject                        // as a subject
	seenRole                           // with an apposition that is a title
	seenAcronym                        // in brackets after the name that it shortens
	evidences     = iota
)

// A table holds the evidence by the hashes of folded words, in open addressing.
type table struct {
	slots []int32 // into what, plus one; 0 is free
	hash  []uint64
	seen  []evidence
	named [][kindsLearned]uint8 // how often it was in a name of each kind
}

func newTable(n int) table {
	size := 16
	for size < 2*n {
		size *= 2
	}
	return table{slots: make([]int32, size)}
}

// find returns the entry of a hash, or -1.
func (t *table) find(h uint64) int32 {
	for k := h; ; k++ {
		switch e := t.slots[k&uint64(len(t.slots)-1)] - 1; {
		case e < 0:
			return -1
		case t.hash[e] == h:
			return e
		}
	}
}

// add returns the entry of a hash, a new one where there is none.
func (t *table) add(h uint64) int32 {
	k := h
	for {
		e := &t.slots[k&uint64(len(t.slots)-1)]
		if *e == 0 {
			t.hash = append(t.hash, h)
			t.seen = append(t.seen, 0)
			*e = int32(len(t.hash))
		}
		if t.hash[*e-1] == h {
			return *e - 1
		}
		k++
	}
}

// gather reads the evidence of the whole text.
func (f *finder) gather() {
	n := 0
	for i := range f.words {
		if f.words[i].upper {
			n++
		}
	}
	f.table = newTable(n)
	for i := range f.words {
		if f.words[i].upper {
			f.words[i].entry = f.table.add(f.words[i].hash)
		}
	}
	for _, s := range f.Sentences {
		for i := int(s.First); i < int(s.Last); i++ {
			w := &f.words[i]
			switch {
			case w.upper:
				f.table.seen[w.entry] |= f.look(i, int(s.First), int(s.Last))
			case w.shape == small:
				if e := f.table.find(w.hash); e >= 0 {
					f.table.seen[e] |= seenSmall
				}
			}
		}
	}
	f.table.named = make([][kindsLearned]uint8, len(f.table.hash))
	f.acronyms()
}

// look returns the evidence at token i of the sentence first ≤ i < last.
func (f *finder) look(i, first, last int) (e evidence) {
	if w := &f.words[i]; !w.start && !w.loud {
		e |= seenInside
	}
	if i > first {
		p := &f.words[i-1]
		switch {
		case p.upper && p.traits&isGiven != 0 && p.traits&(isCalendar|isStarter|isPronoun) == 0:
			e |= seenAfterName
		case p.traits&(isTitle|isHonor) != 0:
			e |= seenAfterRole
		case p.traits&isLocative != 0:
			e |= seenLocated
		case f.Words[i-1].Class == syntax.DET:
			e |= seenThe
		case p.traits&isSpeech != 0:
			e |= seenSpeaking
		}
		if f.nameable(i-1) && !p.start {
			e |= seenLast
		}
	}
	if i+1 < last {
		n := &f.words[i+1]
		if n.traits&isSpeech != 0 && n.shape == small {
			e |= seenSpeaking
		}
		if f.Words[i+1].Tag == syntax.POS {
			e |= seenOwner
		}
		if n.upper && f.nameable(i+1) {
			e |= seenFirst
		}
	}
	if f.Words[i].Rel.Base() == syntax.Nsubj {
		e |= seenSubject
	}
	if a := f.Child(i, syntax.Appos); a >= 0 && f.words[a].traits&(isTitle|headPerson) != 0 {
		e |= seenRole
	}
	return e
}

// acronyms marks those that stand in brackets behind what they shorten.
func (f *finder) acronyms() {
	for i := 2; i+1 < len(f.words); i++ {
		w := &f.words[i]
		if w.shape != capitals || f.Word(i-1) != "(" || f.Word(i+1) != ")" {
			continue
		}
		a := f.Word(i)
		for j := i - 2; j >= 0 && i-j < maxName+2 && len(a) > 0 && f.words[j].shape != mark; j-- {
			if c := f.Word(j)[0]; c == a[len(a)-1] {
				a = a[:len(a)-1]
			} else if f.words[j].upper && f.words[j].traits&isInner == 0 {
				break
			}
		}
		if a == "" {
			f.table.seen[w.entry] |= seenAcronym
		}
	}
}
