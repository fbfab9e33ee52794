package entity

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/names"
)

// shortOrg reports a name that is looked up after the full names of others: an
// acronym, one word, or the common words of organisations alone ("Foreign
// Ministry").
func shortOrg(m *form) bool {
	if acronym(m.text) {
		return true
	}
	n := 0
	for w := range strings.FieldsSeq(m.key) {
		if !lexicon.OrgFunctionWords().Has(w) {
			n++
		}
	}
	return n <= 2 && m.kind != mention.Place
}

// acronym reports two to eight capitals, with full stops or without.
func acronym(s string) bool {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case 'A' <= c && c <= 'Z':
			n++
		case c != '.' && c != '&' && c != '-':
			return false
		}
	}
	return 2 <= n && n <= 8
}

// initials are the first letters of the words with a capital, and of all words.
func initials(s string) (capitals, all string) {
	var a, b []byte
	start := true
	for i := range len(s) {
		c := s[i]
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
	return string(a), string(b)
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
	return strings.Map(func(r rune) rune {
		switch r {
		case '.', ',', '"', '“', '”', '\'', '’':
			return -1
		case '-', '–':
			return ' '
		}
		return r
	}, m.key)
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
	if r := l.alike(x, m); r >= 0 {
		m.ref = r
	} else {
		m.ref = l.newRef(m.kind, true)
	}
	x.exact[key] = m.ref
	for w := range strings.FieldsSeq(key) {
		if !lexicon.OrgFunctionWords().Has(w) {
			add(x.word, w, int32(f))
		}
	}
	a, b := initials(m.text)
	if len(a) > 1 {
		add(x.initial, a, int32(f))
	}
	if len(b) > 1 && b != a {
		add(x.initial, b, int32(f))
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

// nameShort finds whose short name or acronym a name is.
func (l *linker) nameShort(x *index, f int) {
	m := &l.forms[f]
	key := thingKey(m)
	if r, ok := x.exact[key]; ok {
		m.ref = r
		return
	}
	if r := l.beforeBracket(m); r >= 0 {
		m.ref = r
		x.exact[key] = r
		return
	}
	if acronym(m.text) {
		plain := strings.Map(func(r rune) rune {
			if r < 'A' || r > 'Z' {
				return -1
			}
			return r
		}, m.text)
		for _, o := range tail(x.initial[plain]) {
			if l.forms[o].kind == m.kind || l.forms[o].kind == mention.Organization {
				m.ref = l.forms[o].ref
				x.exact[key] = m.ref
				return
			}
		}
	}
	if r := l.longer(x, m, key); r >= 0 {
		m.ref = r
		x.exact[key] = r
		return
	}
	if p := x.part[key]; len(distinct(p)) == 1 && !strings.Contains(key, " ") && !listed(m.text) {
		m.ref = p[0] // a surname that the finder took for something else once
		return
	}
	l.nameThing(x, f)
}

// listed reports a place or an organisation of the lists.
func listed(s string) bool {
	if _, ok := lexicon.CountryOf(s); ok {
		return true
	}
	_, ok := lexicon.Organizations().Find(s)
	return ok
}

// beforeBracket returns the referent of the name before the bracket that m
// stands in at its first mention: "the International Monetary Fund (IMF)".
func (l *linker) beforeBracket(m *form) int32 {
	k := int(m.first)
	i := int(l.Mentions[k].First)
	if k == 0 || i < 2 || l.Word(i-1) != "(" || int(l.Mentions[k].Last) >= len(l.Tokens) || l.Word(int(l.Mentions[k].Last)) != ")" {
		return -1
	}
	for o := k - 1; o >= max(0, k-4); o-- {
		b := l.Mentions[o]
		if int(b.Last) != i-1 || b.Level != mention.Name || b.Kind == mention.Person {
			continue
		}
		if f := l.formOf[o]; f >= 0 && l.forms[f].ref >= 0 && abbreviates(m.text, l.forms[f].text) {
			return l.forms[f].ref
		}
	}
	return -1
}

// abbreviates reports whether the letters of an acronym come in a name in this
// order, the first letter first, or whether the name is in another language.
func abbreviates(short, long string) bool {
	if !acronym(short) {
		return false
	}
	s, n := strings.ToLower(strings.ReplaceAll(short, ".", "")), lexicon.Fold(long)
	i := 0
	for j := 0; j < len(n) && i < len(s); j++ {
		if n[j] == s[i] {
			i++
		}
	}
	return i == len(s) && n[0] == s[0] || i*2 < len(s) // the letters of the name in its own language
}

// longer returns what has a name that m is a short form of: "Supreme Court" of
// "Supreme Court of Canada", "Foreign Ministry" of "Russian Foreign Ministry".
// Where several have, it is none of them.
func (l *linker) longer(x *index, m *form, key string) int32 {
	if m.kind == mention.Place {
		return -1
	}
	first, _, _ := strings.Cut(key, " ")
	found := int32(-1)
	for _, o := range tail(x.word[first]) {
		other := &l.forms[o]
		if !compatible(m.kind, other.kind) || !l.extends(thingKey(other), other.text, key) {
			continue
		}
		if found >= 0 && found != other.ref {
			return -1
		}
		found = other.ref
	}
	return found
}

// extends reports whether long is key with an "of" phrase after it or the name
// or adjective of a country before it.
func (l *linker) extends(long, text, key string) bool {
	several := strings.Contains(key, " ")
	if rest, ok := strings.CutPrefix(long, key+" "); ok {
		w, _, _ := strings.Cut(rest, " ")
		return (several || institution(key)) && (w == "of" || w == "for" || w == "in" || w == "on")
	}
	if rest, ok := strings.CutSuffix(long, " "+key); ok && (several || institution(key)) {
		at := len(text) - len(key) - 1
		if at <= 0 || at > len(text) {
			return false
		}
		_, country := lexicon.CountryOf(strings.TrimSuffix(strings.TrimSpace(text[:at]), "'s"))
		return country || institution(key) && strings.Contains(rest, " ")
	}
	return false
}

// institution reports a common noun for organisations, which stands for the
// one that was named last: "the Ministry", "the Court".
func institution(folded string) bool {
	return lexicon.ReferentNouns().Get(folded) != nil && lexicon.ReferentNouns().Get(folded)[0] == "organization"
}
