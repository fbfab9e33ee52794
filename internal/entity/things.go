package entity

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/names"
)

// acronym reports two to eight capitals and digits, with full stops or without.
func acronym(s string) bool {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z' || '0' <= c && c <= '9' && i > 0:
			n++
		case c != '.' && c != '&' && c != '-':
			return false
		}
	}
	return 2 <= n && n <= 8
}

// initials are the first letters of the words with a capital, those of all
// words, and all capitals.
func initials(s string) (capitals, all, inner string) {
	var a, b, in []byte
	start := true
	for i := range len(s) {
		c := s[i]
		if 'A' <= c && c <= 'Z' {
			in = append(in, c)
		}
		if start {
			if 'A' <= c && c <= 'Z' {
				a = append(a, c)
			}
			if c|0x20 >= 'a' && c|0x20 <= 'z' {
				b = append(b, c&^0x20)
			}
		}
		start = c == ' ' || c == '-' || c == '/'
	}
	return string(a), string(b), string(in)
}

// thingKey is what two mentions of one thing share in any case: the code of a
// country, or the folded name as news writes it now.
func thingKey(m *form) string {
	if m.kind == mention.Place || m.kind == mention.Organization || m.kind == mention.None {
		if cols := lexicon.CountryNames().Get(m.text); cols != nil && cols[1] != "part" {
			return "\x01" + cols[0]
		}
		if cols := lexicon.PlaceVariants().Get(m.text); cols != nil {
			return lexicon.Fold(cols[0])
		}
	}
	return plain(m.key)
}

// plain leaves out the marks within a folded name.
func plain(folded string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '.', ',', '"', '“', '”', '\'', '’':
			return -1
		case '-', '–':
			return ' '
		}
		return r
	}, folded)
}

// nameThing finds what a name of an organisation, a place or another thing
// names, or makes it.
func (l *linker) nameThing(x *index, f int) {
	m := &l.forms[f]
	key := thingKey(m)
	if r, ok := x.exact[key]; ok {
		m.ref = r
		return
	}
	if m.ref = l.known(x, m, key); m.ref < 0 {
		m.ref = l.newRef(m.kind, true)
		if code, ok := strings.CutPrefix(key, "\x01"); ok {
			l.refs[m.ref].state, l.refs[m.ref].country = true, code
		}
	}
	x.exact[key] = m.ref
	for w := range strings.FieldsSeq(plain(m.key)) {
		if !lexicon.OrgFunctionWords().Has(w) {
			add(x.word, w, int32(f))
		}
	}
	if m.words > 0 {
		a, b, c := initials(m.text)
		for _, s := range []string{a, b, c} {
			if len(s) > 1 {
				add(x.initial, s, int32(f))
			}
		}
	}
}

// alike returns the referent of a name that shares a word with m and that
// package names takes for the same, or -1.
func (l *linker) alike(x *index, m *form) int32 {
	match := names.MatchOrganizations
	if m.kind == mention.Place || m.kind == mention.Facility {
		match = names.MatchPlaces
	}
	for w := range strings.FieldsSeq(m.key) {
		if lexicon.OrgFunctionWords().Has(w) {
			continue
		}
		for _, o := range tail(x.word[w]) {
			other := &l.forms[o]
			if !compatible(m.kind, other.kind) {
				continue
			}
			if _, same := match(m.text, other.text); same {
				return other.ref
			}
		}
	}
	return -1
}

// compatible reports whether a name that is mostly of one kind may be one of
// another: a city's name is not an organisation's that has it in its own.
func compatible(a, b mention.Kind) bool {
	return a == b || a == mention.Facility && b == mention.Organization || b == mention.Facility && a == mention.Organization
}

// known returns the referent with another name of the thing that m names, or
// -1.
func (l *linker) known(x *index, m *form, key string) int32 {
	if m.words == 0 {
		if r := l.beforeBracket(m); r >= 0 {
			return r
		}
		for _, o := range tail(x.initial[strings.Map(capital, m.text)]) {
			if k := l.forms[o].kind; k == m.kind || k == mention.Organization {
				return l.forms[o].ref
			}
		}
	}
	if r := l.alike(x, m); r >= 0 {
		return r
	}
	if r := l.longer(x, m, key); r >= 0 {
		return r
	}
	if p := distinct(tail(x.part[key])); len(p) == 1 && m.words == 1 && m.n == 1 && m.kind != mention.Place && !listed(m.text) {
		return p[0] // a surname that the finder took for something else once
	}
	return -1
}

// capital drops what is no capital letter.
func capital(r rune) rune {
	if r < 'A' || r > 'Z' {
		return -1
	}
	return r
}

// listed reports a place or an organisation of the lists.
func listed(s string) bool {
	if _, ok := lexicon.CountryOf(s); ok {
		return true
	}
	_, ok := lexicon.Organizations().Find(s)
	return ok
}

// beforeBracket returns the referent of the name before the bracket that the
// acronym m stands in at its first mention: "the International Monetary Fund
// (IMF)". Its letters need not agree, since they may be those of the name in
// another language.
func (l *linker) beforeBracket(m *form) int32 {
	k := int(m.first)
	a := l.Mentions[k]
	if a.First < 2 || int(a.Last) >= len(l.Tokens) || l.Word(int(a.First)-1) != "(" || l.Word(int(a.Last)) != ")" {
		return -1
	}
	for o := k - 1; o >= max(0, k-4); o-- {
		b := l.Mentions[o]
		f := l.formOf[o]
		if b.Last != a.First-1 || f < 0 || l.forms[f].ref < 0 || !strings.Contains(l.forms[f].text, " ") {
			continue
		}
		if b.Kind == a.Kind || b.Kind == mention.Organization || a.Kind == mention.Organization && b.Kind != mention.Person {
			return l.forms[f].ref
		}
	}
	return -1
}

// longer returns what has a name that m is a short form of: "Supreme Court" of
// "Supreme Court of Canada", "Foreign Ministry" of "Russian Foreign Ministry".
// Where several have, it is none of them.
func (l *linker) longer(x *index, m *form, key string) int32 {
	word := key
	if at := strings.IndexByte(key, ' '); at > 0 {
		word = key[:at]
	}
	found := int32(-1)
	for _, o := range tail(x.word[word]) {
		other := &l.forms[o]
		if m.kind == mention.Place {
			if !l.refs[other.ref].state || listed(m.text) || !edge(other.key, key) {
				continue
			}
		} else if !compatible(m.kind, other.kind) || !extends(other, key) {
			continue
		}
		if found >= 0 && found != other.ref {
			return -1
		}
		found = other.ref
	}
	return found
}

// edge reports whether a word is the first or the last one of a name: the North
// of North Korea, the States.
func edge(long, word string) bool {
	return strings.HasPrefix(long, word+" ") || strings.HasSuffix(long, " "+word)
}

// extends reports whether a name is the short one key with a phrase after it
// ("of", "for"), the name or adjective of a country before it, or as what a
// body is of: "Church of Scientology".
func extends(m *form, key string) bool {
	long := plain(m.key)
	common := strings.Contains(key, " ") || institution(key)
	if rest, ok := strings.CutPrefix(long, key+" "); ok {
		w, _, _ := strings.Cut(rest, " ")
		return w == "of" || common && (w == "for" || w == "in" || w == "on")
	}
	rest, ok := strings.CutSuffix(long, " "+key)
	if !ok {
		return false
	}
	if first, of, _ := strings.Cut(rest, " "); of == "of" {
		return institution(first)
	}
	if institution(key) {
		return true
	}
	at := strings.LastIndexByte(m.text, ' ') // of a team: Pittsburgh Pirates
	for n := strings.Count(key, " "); n > 0 && at > 0; n-- {
		at = strings.LastIndexByte(m.text[:at], ' ')
	}
	if at <= 0 {
		return false
	}
	_, place := lexicon.CountryOf(strings.TrimSuffix(m.text[:at], "'s"))
	return place && !listed(m.text[at+1:])
}

// institution reports a common noun for organisations, which stands for one
// that has it in its name: "the Ministry", "the Court".
func institution(folded string) bool {
	cols := lexicon.ReferentNouns().Get(folded)
	return cols != nil && cols[0] == "organization"
}
