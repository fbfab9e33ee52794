package lexicon

import (
	"slices"
	"strings"
	"sync"
)

// VerbOf returns the verb that a form in lower case belongs to, among the verbs
// that the lists of this package know: those of saying, and those that call up
// facts. Past says that the form is a past tense or a participle, which "found"
// and "fell" may be of another verb.
func VerbOf(form string, past bool) (lemma string, ok bool) {
	if past {
		if cols := irregularVerbs().Get(form); cols != nil {
			return cols[0], true
		}
	}
	lemma, ok = inflected().verbs[form]
	return lemma, ok
}

// NounOf returns the noun that a plural in lower case belongs to, among those
// that the frames know.
func NounOf(plural string) (lemma string, ok bool) {
	lemma, ok = inflected().nouns[plural]
	return lemma, ok
}

// forms are the regular forms of words, with the words. A model that guesses
// lemmas takes "freed" for a form of "fre", and "troops" for one of "troops".
type forms struct{ verbs, nouns map[string]string }

var inflected = sync.OnceValue(func() *forms {
	x := &forms{make(map[string]string), make(map[string]string)}
	var verbs, nouns []string
	for v := range SayingVerbs().All() {
		verbs = append(verbs, v)
	}
	for n := range FrameNouns().All() {
		nouns = append(nouns, n)
	}
	for _, f := range Frames() {
		switch f.Class {
		case "v":
			verbs = append(verbs, f.Words[0])
		case "n":
			nouns = append(nouns, f.Words[len(f.Words)-1])
		}
		for _, item := range f.Items {
			nouns = append(nouns, fillers(item)...)
		}
	}
	slices.Sort(verbs)
	slices.Sort(nouns)
	for _, v := range slices.Compact(verbs) {
		x.inflect(v)
	}
	for _, n := range slices.Compact(nouns) {
		x.pluralise(n)
	}
	return x
})

// fillers returns the words that an item of a valency asks for:
// "obj:deal|pact=topic!".
func fillers(item string) []string {
	_, words, ok := strings.Cut(strings.TrimRight(item, "!"), ":")
	if !ok {
		return nil
	}
	words, _, _ = strings.Cut(words, "=")
	return slices.DeleteFunc(strings.Split(words, "|"), func(w string) bool { return w == "" || w[0] == '@' })
}

// pluralise notes the regular plural of a noun.
func (x *forms) pluralise(w string) {
	n := len(w)
	if n < 3 {
		return
	}
	switch {
	case strings.HasSuffix(w, "man"):
		x.nouns[w[:n-2]+"en"] = w
	case w[n-1] == 'y' && !vowel(w[n-2]):
		x.nouns[w[:n-1]+"ies"] = w
	case w[n-1] == 's' || w[n-1] == 'x' || w[n-1] == 'z' || strings.HasSuffix(w, "ch") || strings.HasSuffix(w, "sh"):
		x.nouns[w+"es"] = w
	default:
		x.nouns[w+"s"] = w
	}
}

// inflect notes the regular forms of a verb.
func (x *forms) inflect(v string) {
	n := len(v)
	if n < 3 {
		return
	}
	stem := v
	switch last := v[n-1]; {
	case last == 'e' && v[n-2] == 'e':
		x.verb(v+"d", v)
	case last == 'e':
		stem = v[:n-1]
	case last == 'y' && !vowel(v[n-2]):
		x.verb(v[:n-1]+"ied", v)
		x.verb(v[:n-1]+"ies", v)
	case strings.IndexByte("bdfglmnprtvz", last) >= 0 && vowel(v[n-2]):
		x.verb(v+string(last)+"ed", v)
		x.verb(v+string(last)+"ing", v)
	}
	for _, form := range [...]string{v, v + "s", v + "es", stem + "ed", stem + "ing"} {
		x.verb(form, v)
	}
}

// verb notes a form. "Hoped" is of "hope", not of "hop", which doubles its
// consonant.
func (x *forms) verb(form, v string) {
	if old, ok := x.verbs[form]; ok && strings.HasSuffix(old, "e") && !strings.HasSuffix(v, "e") || old == form {
		return
	}
	x.verbs[form] = v
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }
