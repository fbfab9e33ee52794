package fact

import (
	"slices"
	"strings"
	"unicode"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// This file says whether a word is what a frame asks for in a slot.

// named reports whether token i is a name, or an adjective of one.
func (f *finder) named(i int) bool {
	if k := f.MentionAt(i); k >= 0 {
		switch f.Mentions[k].Kind {
		case mention.Person, mention.Organization, mention.Place, mention.Group:
			return true
		}
	}
	w := f.Word(i)
	if strings.Contains(w, "-") && f.Words[i].Class == syntax.ADJ {
		return false // "UN-brokered"
	}
	if f.Words[i].Class == syntax.ADJ {
		return lexicon.Demonyms().Get(w) != nil
	}
	return 'A' <= w[0] && w[0] <= 'Z' && f.Words[i].Class == syntax.PROPN
}

// meets reports whether the filler is one of the words or classes.
func (f *finder) meets(x filler, words []string) bool {
	lemma, classes := "", ""
	for _, w := range words {
		if w[0] != '@' {
			if lemma == "" {
				lemma = f.lemma(x.head)
			}
			if w == lemma {
				return true
			}
			continue
		}
		switch w {
		case "@clause":
			if x.clause {
				return true
			}
		case "@noun":
			if !x.clause {
				return true
			}
		case "@people":
			if f.people(x) {
				return true
			}
		case "@org":
			if k := f.MentionAt(x.head); k >= 0 && f.Mentions[k].Kind == mention.Organization {
				return true
			}
		case "@who":
			if f.somebody(x) {
				return true
			}
		case "@place":
			if f.isPlace(x.head) {
				return true
			}
		case "@money":
			if f.isMoney(x.head) {
				return true
			}
		case "@definite": // what the reader knows already, or a name
			if d := f.Child(x.head, syntax.Det); d >= 0 && f.is(d, "the") || f.Words[x.head].Class == syntax.PROPN {
				return true
			}
		default:
			if classes == "" {
				classes = f.classes(x.head)
			}
			if hasWord(classes, w[1:]) {
				return true
			}
		}
	}
	return false
}

// lemma returns the lemma of token i in lower case.
func (f *finder) lemma(i int) string {
	if f.lemmas == nil {
		f.lemmas = make([]string, len(f.Words))
	}
	if f.lemmas[i] == "" {
		f.lemmas[i] = strings.ToLower(f.Lemma(i))
	}
	return f.lemmas[i]
}

// classes is what the lexicon says of the noun i, or of the noun that it
// quantifies ("dozens of tanks").
func (f *finder) classes(i int) string {
	cols := lexicon.FrameNouns().Get(f.lemma(i))
	if cols == nil {
		return ""
	}
	if q := f.ofWhat(i, cols[0]); q >= 0 {
		return cols[0] + " " + f.classes(q)
	}
	return cols[0]
}

// ofWhat returns the noun that i, of these classes, only quantifies, or -1.
func (f *finder) ofWhat(i int, classes string) int {
	if hasWord(classes, "quantity") {
		for c := range f.Children(i) {
			if c > i && (f.Words[c].Rel == syntax.Nmod || f.Words[c].Rel == syntax.Obl) {
				return c
			}
		}
	}
	return -1
}

// hasWord reports whether w is one of the words of s.
func hasWord(s, w string) bool {
	for x := range strings.FieldsSeq(s) {
		if x == w {
			return true
		}
	}
	return false
}

// somebody reports whether the filler is somebody: a person, a group, a body, or a
// place as one.
func (f *finder) somebody(x filler) bool {
	if x.clause {
		return false
	}
	i := x.head
	if k := f.MentionAt(i); k >= 0 {
		switch f.Mentions[k].Kind {
		case mention.Person, mention.Organization, mention.Place, mention.Group:
			return true
		case mention.Facility, mention.Event: // works and products are mistaken for people, and people for them
			if f.Mentions[k].Level == mention.Name {
				return false
			}
		}
	}
	switch f.Words[i].Class {
	case syntax.PRON, syntax.DET:
		if e := f.At(i); e >= 0 {
			switch f.Entities[e].Kind {
			case mention.Facility, mention.Event, mention.Work, mention.Product:
				return false
			}
		}
		w := strings.ToLower(f.Word(i))
		return !slices.Contains([]string{"this", "that", "what", "which", "these", "those", "something", "nothing", "anything", "everything"}, w)
	case syntax.PROPN:
		return true
	}
	lemma := f.lemma(i)
	if cols := lexicon.FrameNouns().Get(lemma); cols != nil {
		c := f.classes(i)
		if q := f.ofWhat(i, cols[0]); q >= 0 && !hasWord(c, "people") {
			return f.somebody(filler{q, false}) // "thousands of Kurds"
		}
		return hasWord(c, "people") || hasWord(c, "body") // "er" and "or" end the names of things, too: those are listed
	}
	if lexicon.Titles().Get(lemma) != nil {
		return true
	}
	if f.Words[i].Class == syntax.NOUN {
		if w := f.Word(i); f.Plural(i) && 'A' <= w[0] && w[0] <= 'Z' && i > int(f.Sentences[f.SentenceOf(i)].First) {
			return true // "Basques", where no list has them
		}
		for _, s := range [...]string{"ist", "man", "men", "ian", "er", "or", "eer", "ant", "ee"} {
			if len(lemma) > len(s)+2 && strings.HasSuffix(lemma, s) {
				return true
			}
		}
	}
	if f.Words[i].Class == syntax.NUM || f.Words[i].Class == syntax.ADJ {
		return f.Child(i, syntax.Nmod) < 0 || f.Words[i].Class == syntax.ADJ
	}
	return false
}

// people reports whether the filler is a person or several.
func (f *finder) people(x filler) bool {
	if !f.somebody(x) {
		return false
	}
	if k := f.MentionAt(x.head); k >= 0 {
		switch f.Mentions[k].Kind {
		case mention.Organization, mention.Place:
			return false
		case mention.Person, mention.Group:
			return true
		}
	}
	c := f.classes(x.head)
	if q := f.ofWhat(x.head, c); q >= 0 && !hasWord(c, "people") {
		return f.people(filler{q, false})
	}
	return c == "" || hasWord(c, "people") || !hasWord(c, "body")
}

// isPlace reports whether the noun i names or describes a place.
func (f *finder) isPlace(i int) bool {
	if k := f.MentionAt(i); k >= 0 {
		switch f.Mentions[k].Kind {
		case mention.Place, mention.Facility:
			return true
		case mention.Person, mention.Organization, mention.Group:
			return false
		}
	}
	if f.Words[i].Class == syntax.PROPN {
		return true
	}
	return hasWord(f.classes(i), "place")
}

// isMoney reports whether the noun i is a sum.
func (f *finder) isMoney(i int) bool {
	if hasWord(f.classes(i), "currency") {
		return true
	}
	if a, ok := f.amount(i); ok && a.Unit != "" && a.Unit != "%" {
		return true
	}
	if f.Words[i].Tag == syntax.Dollar || sum(f.Word(i)) {
		return true
	}
	for c := range f.Children(i) {
		if f.Words[c].Tag == syntax.Dollar || sum(f.Word(c)) {
			return true
		}
	}
	return false
}

// sum reports whether a word is a number behind the sign or the letters of a
// currency: "R95bn".
func sum(w string) bool {
	k := strings.IndexAny(w, "0123456789")
	if k < 1 || k > 3 {
		return false
	}
	for _, r := range w[:k] {
		if !unicode.IsUpper(r) && !unicode.Is(unicode.Sc, r) {
			return false
		}
	}
	return unicode.Is(unicode.Sc, []rune(w)[0]) || len(w) > k+1 && strings.ContainsAny(w[k:], "bmn")
}
