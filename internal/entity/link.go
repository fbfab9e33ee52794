package entity

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/names"
	"github.com/newsfact/newsfact/internal/translit"
)

// A linker holds what Link works on.
type linker struct {
	*Text
	forms       []form
	formOf      []int32    // of each mention: its form, -1 for what is no name
	refs        []referent // what the text speaks of, named or not
	of          []int32    // of each mention: its referent, or -1
	recent      [2]recent  // people, and all else
	latest      map[string]int32
	quoted      []int32                             // of each token: the statement whose quoted words it is part of, or -1; nil without quotations
	cands       []candidate                         // of one pronoun
	teach       func(p pronoun, cs []candidate) int // in training: which is right
	lastSubject int32                               // the latest subject that is a person or a name
	tok         []int32                             // what each head of a noun phrase that the walk has passed stands for, or -1
	lang        map[string]string                   // of the text, by script; for names
	sentence    int32                               // where the walk is
}

// A referent is what one or more mentions refer to.
type referent struct {
	kind    mention.Kind
	named   bool
	plural  bool
	state   bool // a country
	gender  Gender
	guessed bool // the gender, from the given name alone
	country string
	nouns   []string // what it was called: "president", "bank"

	// As of the place that the walk has reached:
	count int32 // mentions
	last  int32 // head of the latest mention, or -1
	subj  int32 // head of the latest mention that was a subject, or -1
	seen  int32 // the mention before the latest one
	prev  int32 // neighbours by recency
	next  int32
	in    bool // is in the list
}

// newRef makes a referent.
func (l *linker) newRef(k mention.Kind, named bool) int32 {
	l.refs = append(l.refs, referent{kind: k, named: named, last: -1, subj: -1, seen: -1, prev: -1, next: -1})
	return int32(len(l.refs) - 1)
}

// entities writes the referents that have a name into the result.
func (l *linker) entities() {
	of := make([]int32, len(l.refs))
	for r := range of {
		of[r] = -1
	}
	t := l.Text
	for k, r := range l.of {
		t.Of[k] = -1
		if r < 0 || !l.refs[r].named {
			continue
		}
		if of[r] < 0 {
			of[r] = int32(len(t.Entities))
			x := &l.refs[r]
			t.Entities = append(t.Entities, Entity{Kind: x.kind, Country: x.country, Gender: x.gender, Plural: x.plural})
		}
		t.Of[k] = of[r]
		e := &t.Entities[of[r]]
		e.Mentions = append(e.Mentions, int32(k))
	}
	t.states = make(map[string]int32)
	for r, e := range of {
		if e < 0 {
			continue
		}
		l.name(&t.Entities[e])
		if x := &l.refs[r]; x.state {
			if _, ok := t.states[x.country]; !ok {
				t.states[x.country] = e
			}
		}
	}
	l.standing()
}

// standing fills in what each token stands for: the head of a mention its
// entity; a title, and the noun that a name is in apposition to, that of the name.
func (l *linker) standing() {
	t := l.Text
	t.stands = make([]int32, len(t.Tokens))
	for i := range t.stands {
		t.stands[i] = -1
		if k := t.at[i]; k >= 0 {
			t.stands[i] = t.Of[k]
		}
	}
	for k, m := range t.Mentions {
		e := t.Of[k]
		if e < 0 || m.Level != mention.Name {
			continue
		}
		// Up from the name: "President" in "President Jan Holm", whichever of
		// them the parser makes the head.
		h := int(m.Head)
		for range 4 {
			if !l.beside(h) {
				break
			}
			if h = t.Head(h); h < 0 || t.stands[h] >= 0 {
				break
			}
			if h < int(m.First) || h >= int(m.Last) {
				t.stands[h] = e
			}
		}
		if h := l.titleHead(m); h >= 0 && t.stands[h] < 0 && t.at[h] < 0 {
			t.stands[h] = e // the parser's title depends on the name
		}
		for i := m.First; i < m.Last; i++ { // a wrong head within the name
			if t.stands[i] < 0 && t.at[i] < 0 {
				t.stands[i] = e
			}
		}
		// Down from it: "the envoy" in "Jan Holm, the envoy".
		for _, a := range t.Appositions(int(m.Head)) {
			if t.stands[a] < 0 && (t.at[a] < 0 || t.Mentions[t.at[a]].Level == mention.Nominal) {
				t.stands[a] = e
			}
		}
	}
}

// name gives an entity its names.
func (l *linker) name(e *Entity) {
	var best string
	var seen []string
	have := make(map[string]bool)
	for _, k := range e.Mentions {
		f := l.formOf[k]
		if f < 0 || have[l.forms[f].text] {
			continue
		}
		s := l.forms[f].text
		have[s] = true
		seen = append(seen, s)
		if best == "" || l.fuller(e.Kind, s, best) {
			best = s
		}
	}
	e.Name = best
	if e.Kind == mention.Place {
		if cols := lexicon.CountryNames().Get(best); cols != nil && cols[1] != "part" {
			if c, ok := lexicon.CountryByCode(cols[0]); ok && cols[1] != "former" {
				e.Name = c.Name
			}
		}
	}
	if e.Kind == mention.Person { // "Mr John Key" where he is called nothing fuller
		if p := names.Split(e.Name); p.Given != "" && p.Family != "" && strings.HasPrefix(e.Name, p.Title+" ") {
			e.Name = e.Name[len(p.Title)+1:]
		}
	}
	e.Name = l.press(e.Name)
	for _, s := range seen {
		if s != e.Name {
			e.Aliases = append(e.Aliases, s)
		}
	}
}

// fuller reports whether a is a fuller name than b.
func (l *linker) fuller(k mention.Kind, a, b string) bool {
	na, nb := words(a), words(b)
	if k == mention.Person {
		pa, pb := names.Split(a), names.Split(b)
		wa, wb := pa.Given != "" && pa.Family != "", pb.Given != "" && pb.Family != ""
		switch {
		case wa != wb:
			return wa
		case wa && (pa.Title == "") != (pb.Title == ""):
			return pa.Title == ""
		case wa && initial(pa.Given) != initial(pb.Given):
			return initial(pb.Given)
		}
	}
	if shouted(a) != shouted(b) && na == nb {
		return shouted(b)
	}
	return na > nb || na == nb && len(a) > len(b) && k != mention.Person && !(na == 1 && k == mention.Group)
}

func words(s string) int {
	n := 1
	for i := range len(s) {
		if s[i] == ' ' {
			n++
		}
	}
	return n
}

// initial reports whether s is one letter with a full stop or without.
func initial(s string) bool { return len(s) == 1 || len(s) == 2 && s[1] == '.' }

// shouted reports whether s is in capitals from end to end.
func shouted(s string) bool {
	letters := 0
	for _, r := range s {
		if 'a' <= r && r <= 'z' {
			return false
		}
		if 'A' <= r && r <= 'Z' {
			letters++
		}
	}
	return letters > 1
}

// scripts are languages, one a script, by which a name in it is romanised
// where no letter tells the language.
var scripts = []struct {
	from, to rune
	lang     string
}{
	{0x370, 0x3FF, "el"},
	{0x400, 0x52F, "ru"},
	{0x530, 0x58F, "hy"},
	{0x590, 0x5FF, "he"},
	{0x600, 0x6FF, "ar"},
	{0x10A0, 0x10FF, "ka"},
}

// letters tell the language within a script, those of the whole text where the
// name has none.
var letters = []struct{ chars, lang, script string }{
	{"ўЎ", "be", "ru"},
	{"ґєїіҐЄЇІ", "uk", "ru"},
	{"әғқңұһӘҒҚҢҰҺ", "kk", "ru"},
	{"ђћџЂЋЏ", "sr", "ru"},
	{"ыэёЫЭЁ", "ru", "ru"},
	{"əƏ", "az", ""},
	{"پچژگ", "fa", "ar"},
}

// press writes a name as English-language news does.
func (l *linker) press(s string) string {
	script := ""
	for _, r := range s {
		for _, x := range scripts {
			if script == "" && x.from <= r && r <= x.to {
				script = x.lang
			}
		}
	}
	lang := script
	if tell := language(s, script); tell != "" {
		lang = tell
	} else if script != "" {
		if l.lang == nil {
			l.lang = make(map[string]string)
		}
		whole, ok := l.lang[script]
		if !ok {
			whole = language(l.S, script)
			l.lang[script] = whole
		}
		if whole != "" {
			lang = whole
		}
	}
	if lang == "" {
		return s
	}
	if out, ok := translit.Romanize(s, lang, translit.Press); ok {
		return out
	}
	return s
}

// language returns the language that the letters of s in a script tell, or "".
func language(s, script string) string {
	for _, x := range letters {
		if x.script == script && strings.ContainsAny(s, x.chars) {
			return x.lang
		}
	}
	return ""
}
