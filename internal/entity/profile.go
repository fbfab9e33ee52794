package entity

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// profiles fills in what the text says of each bearer of a name where it names
// him: gender, office, country.
func (l *linker) profiles() {
	l.votes()
	for f := range l.forms {
		m := &l.forms[f]
		if m.ref < 0 {
			continue
		}
		r := &l.refs[m.ref]
		if m.kind != mention.Person {
			l.thingProfile(r, m)
		}
	}
	for k, m := range l.Mentions {
		if l.formOf[k] < 0 {
			continue
		}
		r := l.of[k]
		switch l.refs[r].kind {
		case mention.Person:
			if g := l.titleGender(k); g != Unknown && (l.refs[r].gender == Unknown || l.refs[r].guessed) {
				l.refs[r].gender, l.refs[r].guessed = g, false
			}
			l.personProfile(r, m)
		case mention.Organization, mention.Facility:
			if l.refs[r].country == "" {
				l.refs[r].country = l.modifierCountry(int(m.Head))
			}
			l.thingNouns(r, m)
		}
	}
	l.hear()
}

// hear lets the pronouns of the text say the gender of people whose names do
// not: a pronoun mostly stands for the subject before it. A given name alone
// is overruled where many pronouns say otherwise.
func (l *linker) hear() {
	type votes struct{ m, f int32 }
	heard := make([]votes, len(l.refs))
	last, at := int32(-1), int32(-1)
	for k, m := range l.Mentions {
		if l.formOf[k] >= 0 {
			if r := l.of[k]; l.refs[r].kind == mention.Person && (last < 0 || roleOf(l.Words[m.Head].Rel) == subject || at < m.First-40) {
				last, at = r, m.Head
			}
			continue
		}
		if m.Level != mention.Pronoun || last < 0 || at < m.First-40 {
			continue
		}
		switch l.readPronoun(int(m.Head)).gender {
		case Male:
			heard[last].m++
		case Female:
			heard[last].f++
		}
	}
	for r, v := range heard {
		x := &l.refs[r]
		g, more, less := Male, v.m, v.f
		if v.f > v.m {
			g, more, less = Female, v.f, v.m
		}
		if x.gender == Unknown && more > 3*less || x.guessed && x.gender != g && more > 3 && more > 4*less {
			x.gender = g
		}
	}
}

// votes gives each referent the kind of most of its names.
func (l *linker) votes() {
	votes := make([][mention.Group + 1]int32, len(l.refs))
	for k := range l.Mentions {
		if f := l.formOf[k]; f >= 0 {
			votes[l.of[k]][l.forms[f].kind]++
		}
	}
	for r := range l.refs {
		x := &l.refs[r]
		for k, n := range votes[r] {
			if n > votes[r][x.kind] {
				x.kind = mention.Kind(k)
			}
		}
	}
}

// thingProfile reads the country of a place, a group or an organisation from
// its name.
func (l *linker) thingProfile(r *referent, m *form) {
	if cols := lexicon.CountryNames().Get(m.text); cols != nil && r.kind != mention.Organization {
		if r.country = cols[0]; cols[1] != "part" {
			r.state = true
			r.kind = mention.Place
		}
		return
	}
	if r.state || r.country != "" {
		return
	}
	switch r.kind {
	case mention.Group:
		if cols := lexicon.Demonyms().Get(m.text); cols != nil {
			r.country = cols[0]
		}
	case mention.Place, mention.Facility:
		r.country, _ = lexicon.CountryOf(m.text)
		if r.country == "" {
			if at := strings.LastIndex(m.text, ", "); at > 0 {
				r.country, _ = lexicon.CountryOf(m.text[at+2:])
			}
		}
	case mention.Organization, mention.Event, mention.Work, mention.Product:
		r.country = orgCountry(m.text)
	}
	if r.kind == mention.Organization {
		for w := range strings.FieldsSeq(m.key) {
			if cols := lexicon.ReferentNouns().Get(w); cols != nil && cols[0] == "organization" {
				r.addNoun(w)
			}
		}
		if cols, ok := lexicon.Organizations().Find(m.text); ok {
			f := strings.Split(cols, "\t")
			r.addNoun(f[len(f)-1]) // the class is a noun
		}
	}
}

// orgCountry is the country of an organisation by the lists, or by the country
// that its name holds.
func orgCountry(s string) string {
	if cols, ok := lexicon.Organizations().Find(s); ok {
		if f := strings.Split(cols, "\t"); f[1] != "INT" {
			return f[1]
		}
		return ""
	}
	if cols := lexicon.Metonyms().Get(s); cols != nil {
		return cols[0]
	}
	ws := strings.Fields(s)
	if len(ws) > 12 {
		return ""
	}
	for n := min(4, len(ws)); n > 0; n-- { // "of the United States", "of Azerbaijan"
		if n < len(ws) {
			if c := countryWord(strings.Join(ws[len(ws)-n:], " ")); c != "" {
				return c
			}
		}
		if n < len(ws) {
			if c := countryWord(strings.TrimSuffix(strings.Join(ws[:n], " "), "'s")); c != "" {
				return c
			}
		}
	}
	return ""
}

// countryWord is the country that a name or an adjective stands for.
func countryWord(s string) string {
	if cols := lexicon.CountryNames().Get(s); cols != nil {
		return cols[0]
	}
	if cols := lexicon.Demonyms().Get(s); cols != nil && cols[2] == "nation" {
		return cols[0]
	}
	return ""
}

func (r *referent) addNoun(n string) {
	for _, o := range r.nouns {
		if o == n {
			return
		}
	}
	if len(r.nouns) < 8 {
		r.nouns = append(r.nouns, n)
	}
}

// personProfile reads the office, the gender and the country of a person from
// what stands around one mention of the name.
func (l *linker) personProfile(r int32, m mention.Mention) {
	l.describe(r, l.titleHead(m))
	for _, a := range l.Appositions(int(m.Head)) {
		if l.Words[a].Class == syntax.NOUN || l.Words[a].Class == syntax.PROPN {
			if a < int(m.First) || a >= int(m.Last) {
				l.describe(r, a)
			}
		}
	}
	if h := l.Head(int(m.Head)); h >= 0 {
		switch w := l.Words[m.Head].Rel; {
		case w == syntax.Appos && l.Words[h].Class == syntax.NOUN:
			l.describe(r, h)
		case w.Base() == syntax.Nsubj && l.Copula(h) >= 0 && l.Words[h].Class == syntax.NOUN && !l.Negated(h):
			l.describe(r, h)
		}
	}
}

// thingNouns notes the common nouns beside the name of an organisation:
// "newspaper" in "the newspaper Dagens Nyheter", "company" in "Acme, a company".
func (l *linker) thingNouns(r int32, m mention.Mention) {
	note := func(i int) {
		if l.Words[i].Class == syntax.NOUN && !l.Plural(i) {
			if cols := lexicon.ReferentNouns().Get(l.noun(i)); cols != nil && cols[0] == "organization" {
				l.refs[r].addNoun(l.noun(i))
			}
		}
	}
	if i := int(m.First) - 1; i >= 0 {
		note(i)
	}
	if i := int(m.Last); i < len(l.Tokens) { // "the Deseret News paper"
		note(i)
	}
	for _, a := range l.Appositions(int(m.Head)) {
		note(a)
	}
	if h := l.Head(int(m.Head)); h >= 0 && (l.beside(int(m.Head)) || l.Words[m.Head].Rel.Base() == syntax.Nsubj && l.Copula(h) >= 0 && !l.Negated(h)) {
		note(h)
	}
}

// titleHead returns the last word of the title before a name: "minister" in
// "foreign minister Jan Holm", or -1.
func (l *linker) titleHead(m mention.Mention) int {
	i := int(m.First) - 1
	if i < 0 || l.SentenceOf(i) != l.SentenceOf(int(m.First)) {
		return -1
	}
	switch l.Words[i].Class {
	case syntax.NOUN, syntax.PROPN:
		if l.isPersonNoun(i) {
			return i
		}
	}
	return -1
}

// isPersonNoun reports a noun that says what a person is.
func (l *linker) isPersonNoun(i int) bool {
	n := l.noun(i)
	if cols := lexicon.ReferentNouns().Get(n); cols != nil {
		return cols[0] == "person"
	}
	return lexicon.Titles().Get(n) != nil
}

// noun is the word that token i is looked up by: its lemma in small letters.
func (l *linker) noun(i int) string { return strings.ToLower(l.Lemma(i)) }

// office is the longest title that ends with token i: "prime minister"; else
// the noun itself.
func (l *linker) office(i int) string {
	n := l.noun(i)
	out := n
	for j := i - 1; j >= max(0, i-2) && l.Words[j].Class != syntax.PUNCT; j-- {
		n = strings.ToLower(l.Word(j)) + " " + n
		if lexicon.Titles().Get(n) != nil {
			out = n
		}
	}
	return out
}

// describe notes that a referent is called what the noun i says.
func (l *linker) describe(r int32, i int) {
	if i < 0 {
		return
	}
	x := &l.refs[r]
	o := l.office(i)
	x.addNoun(o)
	if x.kind == mention.Person && (x.gender == Unknown || x.guessed) {
		g := nounGender(o)
		if g == Unknown {
			g = nounGender(l.noun(i))
		}
		if g != Unknown {
			x.gender, x.guessed = g, false
		}
	}
	if x.country == "" && x.kind != mention.Place {
		x.country = l.modifierCountry(i)
	}
}

// nounGender is the gender that a noun or a title tells.
func nounGender(n string) Gender {
	if cols := lexicon.ReferentNouns().Get(n); cols != nil && cols[0] == "person" {
		return genderOf(cols[1])
	}
	if cols := lexicon.Titles().Get(n); cols != nil {
		return genderOf(cols[1])
	}
	return Unknown
}

// modifierCountry is the country in what modifies the noun i: French, of
// Azerbaijan, Turkey's.
func (l *linker) modifierCountry(i int) string {
	n := 0
	for j := range l.Children(i) {
		if n++; n > 16 {
			break
		}
		switch l.Words[j].Rel {
		case syntax.Amod, syntax.Compound, syntax.NmodPoss, syntax.Nmod, syntax.NmodDesc, syntax.Flat:
			if c := l.countryAt(j); c != "" {
				return c
			}
		}
	}
	// The words before it, whatever the tree says.
	for j := i - 1; j >= max(0, i-4); j-- {
		if c := l.Words[j].Class; c != syntax.ADJ && c != syntax.NOUN && c != syntax.PROPN && c != syntax.PART {
			break
		}
		if c := l.countryAt(j); c != "" {
			return c
		}
	}
	return ""
}

// countryAt is the country that the mention at token j is or belongs to by its
// name, or the word itself does.
func (l *linker) countryAt(j int) string {
	if k := l.at[j]; k >= 0 && l.formOf[k] >= 0 {
		if r := &l.refs[l.of[k]]; r.state || r.kind == mention.Group || r.kind == mention.Place {
			return r.country
		}
		if r := &l.refs[l.of[k]]; r.kind == mention.Organization {
			return r.country
		}
		return ""
	}
	switch l.Words[j].Class {
	case syntax.ADJ, syntax.PROPN:
		return countryWord(l.Word(j))
	}
	return ""
}

// titleGender is the gender that the title of mention k tells: in it, or right
// before it.
func (l *linker) titleGender(k int) Gender {
	m := l.Mentions[k]
	if f := l.formOf[k]; f >= 0 && l.forms[f].parts.Title != "" {
		if g := genderOf(l.forms[f].parts.Gender()); g != Unknown {
			return g
		}
	}
	for i := int(m.First) - 1; i >= max(0, int(m.First)-2); i-- {
		if c := l.Words[i].Class; c != syntax.NOUN && c != syntax.PROPN {
			break
		}
		w := strings.ToLower(l.Word(i))
		if cols := lexicon.Titles().Get(w); cols != nil && cols[1] != "u" {
			return genderOf(cols[1])
		}
		if cols := lexicon.Titles().Get(w + "."); cols != nil && cols[1] != "u" {
			return genderOf(cols[1])
		}
	}
	return Unknown
}
