package entity

import (
	"slices"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/names"
)

// A form is one spelling of a name in the text.
type form struct {
	text   string
	key    string // folded
	kind   mention.Kind
	kinds  [mention.Group + 1]int32 // mentions by kind
	n      int32
	words  int   // how many, an acronym none
	first  int32 // the first mention that has it
	ref    int32 // whose name it is, -1 while unknown
	parts  names.Parts
	gender Gender   // of a full name of a person
	sounds []string // of its words, that of the family name first
	rivals []int32  // whose name it may be, where several bear it; each mention decides
}

// most is how many names one is compared with that share a word with it: time
// stays linear where 100,000 people are called Kim.
const most = 12

// names finds out which names are of one bearer.
func (l *linker) names() {
	l.findForms()
	l.correct()
	x := newIndex()
	var things, surnames []int32
	for f := range l.forms {
		switch m := &l.forms[f]; {
		case m.kind == mention.Group:
			l.nameGroup(x, f)
		case m.kind != mention.Person:
			things = append(things, int32(f))
		case m.parts.Given != "" && m.parts.Family != "" || strings.Contains(m.key, " ") && m.parts.Title == "" && !particle(m.parts.Family):
			l.namePerson(x, f)
		default:
			surnames = append(surnames, int32(f))
		}
	}
	// Short names after full ones: a headline has "Aliyev" before the text has
	// his given name.
	for _, f := range surnames {
		l.nameSurname(x, int(f))
	}
	slices.SortStableFunc(things, func(a, b int32) int { return l.forms[b].words - l.forms[a].words })
	for _, f := range things {
		l.nameThing(x, int(f))
	}
	l.home()
	l.nameMentions()
}

// particle reports a surname that begins with a particle and may stand alone.
func particle(family string) bool {
	first, _, more := strings.Cut(family, " ")
	return more && lexicon.NameParticles().Has(lexicon.Fold(first))
}

// findForms fills in the forms of the text and which mention has which.
func (l *linker) findForms() {
	type id struct {
		text   string
		person bool
	}
	l.formOf = make([]int32, len(l.Mentions))
	ids := make(map[id]int32)
	for k, m := range l.Mentions {
		l.formOf[k] = -1
		l.of[k] = -1
		if m.Level != mention.Name {
			continue
		}
		i := id{trim(l.Surface(k)), m.Kind == mention.Person}
		f, ok := ids[i]
		if !ok {
			f = int32(len(l.forms))
			ids[i] = f
			l.forms = append(l.forms, form{text: i.text, first: int32(k), ref: -1})
		}
		l.formOf[k] = f
		l.forms[f].n++
		l.forms[f].kinds[m.Kind]++
	}
	for f := range l.forms {
		m := &l.forms[f]
		for k, n := range m.kinds {
			if n > m.kinds[m.kind] {
				m.kind = mention.Kind(k)
			}
		}
		m.key = lexicon.Fold(m.text)
		if m.words = words(m.text); acronym(m.text) {
			m.words = 0
		}
		if m.kind == mention.Person {
			m.parts = names.Split(l.press(m.text))
			if lexicon.NameParticles().Has(lexicon.Fold(m.parts.Given)) { // von der Leyen
				m.parts.Family = strings.TrimSpace(m.parts.Given + " " + m.parts.Middle + " " + m.parts.Family)
				m.parts.Given, m.parts.Middle = "", ""
			}
		}
	}
}

// correct gives names of one word the kind that the lists know where nothing in
// the text speaks for the kind that was found: "Turkey" alone is no person.
func (l *linker) correct() {
	inFull := make(map[string]bool) // words of full names of people
	for f := range l.forms {
		if m := &l.forms[f]; m.kind == mention.Person && m.words > 1 {
			for w := range strings.FieldsSeq(m.key) {
				inFull[w] = true
			}
		}
	}
	for f := range l.forms {
		m := &l.forms[f]
		if m.words != 1 || inFull[m.key] {
			continue
		}
		switch m.kind {
		case mention.Person:
			if _, given := lexicon.GivenNames().Find(m.key); given || l.titleHead(l.Mentions[m.first]) >= 0 || l.titleGender(int(m.first)) != Unknown {
				continue
			}
			if lexicon.CountryNames().Get(m.text) != nil { // towns are surnames too often
				m.kind = mention.Place
			}
		case mention.Work, mention.Product, mention.Event, mention.Facility:
			if cols := lexicon.Demonyms().Get(m.text); cols != nil && cols[2] == "nation" {
				m.kind = mention.Group
			}
		}
	}
}

// trim cuts the article before a name and the possessive after it, and makes
// one space of any.
func trim(s string) string {
	if len(s) > 4 && (s[:4] == "the " || s[:4] == "The " || s[:4] == "THE ") {
		s = s[4:]
	}
	for _, p := range []string{"'s", "’s", "'", "’"} {
		if rest, ok := strings.CutSuffix(s, p); ok && rest != "" {
			s = rest
			break
		}
	}
	if strings.ContainsAny(s, "\n\t\r") || strings.Contains(s, "  ") {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// An index finds the referents that a name may be of.
type index struct {
	exact   map[string]int32   // folded names of things
	word    map[string][]int32 // forms of things, by each telling word
	initial map[string][]int32 // forms of things, by their initials
	family  map[string][]int32 // forms of people, by the sound of the family name
	part    map[string][]int32 // referents of people, by every word of a name
	given   map[string][]int32 // the same by given names
}

func newIndex() *index {
	return &index{make(map[string]int32), make(map[string][]int32), make(map[string][]int32), make(map[string][]int32),
		make(map[string][]int32), make(map[string][]int32)}
}

// add appends r to a list, once in a row.
func add(m map[string][]int32, key string, r int32) {
	if key == "" {
		return
	}
	if s := m[key]; len(s) == 0 || s[len(s)-1] != r {
		m[key] = append(s, r)
	}
}

// tail is the last few of s.
func tail(s []int32) []int32 {
	if len(s) > most {
		return s[len(s)-most:]
	}
	return s
}

// namePerson finds the bearer of a full name, or makes one.
func (l *linker) namePerson(x *index, f int) {
	m := &l.forms[f]
	m.gender = genderOf(m.parts.Gender())
	m.sounds = skeletons(m)
	// All names of the bearer must agree: John Smith and Jane Smith are not one
	// because there is a J. Smith.
	var yes, no []int32
	for i, sound := range m.sounds {
		for _, o := range tail(x.family[sound]) {
			other := &l.forms[o]
			if slices.Contains(no, other.ref) || i > 0 && shared(m.sounds, other.sounds) < 2 {
				continue
			}
			if other.key == m.key {
				yes = append(yes[:0], other.ref)
				break
			}
			_, same := names.MatchPersons(m.text, other.text)
			if same && (m.gender == Unknown || other.gender == Unknown || m.gender == other.gender) {
				yes = append(yes, other.ref)
			} else if i == 0 {
				no = append(no, other.ref)
			}
		}
	}
	for _, r := range yes {
		if !slices.Contains(no, r) {
			m.ref = r
			break
		}
	}
	if m.ref < 0 {
		m.ref = l.newRef(mention.Person, true)
	}
	if r := &l.refs[m.ref]; r.gender == Unknown {
		r.gender = m.gender
		r.guessed = m.parts.Title == ""
	}
	for _, sound := range m.sounds {
		add(x.family, sound, int32(f))
	}
	l.addParts(x, m)
}

// skeletons are those of the words of a name: of the family name first, then of
// at most three others.
func skeletons(m *form) []string {
	family := m.parts.Family
	if family == "" {
		family = m.text
	}
	out := []string{skeleton(family)}
	for w := range strings.FieldsSeq(m.text) {
		if s := skeleton(w); len(out) < 4 && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

// shared counts the words that two names have in common by their sound.
func shared(a, b []string) (n int) {
	for _, s := range a {
		if slices.Contains(b, s) {
			n++
		}
	}
	return n
}

// addParts files the words of a person's name.
func (l *linker) addParts(x *index, m *form) {
	family := lexicon.Fold(m.parts.Family)
	add(x.part, family, m.ref)
	for w := range strings.FieldsSeq(family) {
		add(x.part, w, m.ref)
	}
	for _, s := range []string{m.parts.Given, m.parts.Middle, m.parts.Patronymic} {
		for w := range strings.FieldsSeq(lexicon.Fold(s)) {
			add(x.given, w, m.ref)
		}
	}
	if at := strings.IndexByte(m.key, ' '); at > 0 {
		add(x.part, m.key[at+1:], m.ref) // all but the first word
		add(x.part, m.key[strings.LastIndexByte(m.key, ' ')+1:], m.ref)
	}
}

// nameSurname finds those whose name a surname, or a given name alone, is.
func (l *linker) nameSurname(x *index, f int) {
	m := &l.forms[f]
	bare := m.parts.Family
	if bare == "" {
		bare = m.parts.Given
	}
	key := lexicon.Fold(bare)
	found := x.part[key]
	if len(found) == 0 {
		found = x.given[key]
	}
	if len(found) == 0 { // another spelling of the surname
		for _, o := range tail(x.family[skeleton(bare)]) {
			p := l.forms[o].parts
			if _, same := names.MatchPersons("A. "+bare, "A. "+p.Family); same {
				found = append(found, l.forms[o].ref)
			}
		}
	}
	found = distinct(tail(found))
	switch len(found) {
	case 0:
		m.ref = l.newRef(mention.Person, true)
		add(x.part, key, m.ref)
		add(x.family, skeleton(bare), int32(f))
		l.refs[m.ref].gender = genderOf(m.parts.Gender())
		l.refs[m.ref].guessed = m.parts.Title == ""
	case 1:
		m.ref = found[0]
	default:
		m.rivals = found
	}
}

func distinct(s []int32) []int32 {
	var out []int32
	for _, r := range s {
		dup := false
		for _, o := range out {
			dup = dup || o == r
		}
		if !dup {
			out = append(out, r)
		}
	}
	return out
}

// skeleton is a key that spellings of one surname share in most
// romanisations: the first consonants, voiced and voiceless as one.
func skeleton(s string) string {
	var b [4]byte
	n := 0
	var prev byte
	folded := names.Fold(s)
	if at := strings.LastIndexByte(folded, ' '); at >= 0 {
		folded = folded[at+1:]
	}
	for i := 0; i < len(folded) && n < len(b); i++ {
		c := folded[i]
		switch c {
		case 'a', 'e', 'i', 'o', 'u', 'y', 'h', 'j', 'w', '-', '\'', '.':
			if i > 0 {
				prev = 0
				continue
			}
			c = 'a'
		case 'q', 'c', 'g', 'x':
			c = 'k'
		case 'b':
			c = 'p'
		case 'd':
			c = 't'
		case 'z':
			c = 's'
		case 'v':
			c = 'f'
		}
		if c != prev {
			b[n] = c
			n++
		}
		prev = c
	}
	if n == 0 {
		return s
	}
	return string(b[:n])
}

// nameGroup finds the people or nationality that a word names: Turkish, Turks.
func (l *linker) nameGroup(x *index, f int) {
	m := &l.forms[f]
	key := "\x00" + strings.TrimSuffix(m.key, "s")
	if cols := lexicon.Demonyms().Get(m.text); cols != nil && cols[2] == "nation" {
		key = "\x00" + cols[0]
	}
	r, ok := x.exact[key]
	if !ok {
		r = l.newRef(mention.Group, true)
		l.refs[r].plural = true
		x.exact[key] = r
	}
	m.ref = r
}

// nameMentions says of each mention of a name whose it is.
func (l *linker) nameMentions() {
	b := bearers{count: make([]int32, len(l.refs)), subject: make([]int32, len(l.refs))}
	for k, m := range l.Mentions {
		f := l.formOf[k]
		if f < 0 {
			continue
		}
		if l.of[k] = l.forms[f].ref; l.of[k] < 0 {
			l.of[k] = l.choose(k, l.forms[f].rivals, &b)
		}
		if roleOf(l.Words[m.Head].Rel) == subject {
			b.subject[l.of[k]] = m.Head + 1
		}
		b.count[l.of[k]]++
	}
}

// bearers is what is known of the bearers of names up to a place in the text.
type bearers struct {
	count   []int32 // mentions by name
	subject []int32 // one more than the head of the latest one that was a subject
}

// choose picks among those who share a surname: whom the title fits, then who
// was named most often so far, then who was a subject last. A relative who comes in by his full name does
// not take the bare surname over from the person whom the text is about.
func (l *linker) choose(k int, rivals []int32, b *bearers) int32 {
	g := l.titleGender(k)
	best, score := rivals[0], -1<<30
	for _, r := range rivals {
		s := 2 * int(b.count[r])
		if rg := l.refs[r].gender; g != Unknown && rg != Unknown && rg != g {
			s -= 1 << 20
		}
		if s > score || s == score && b.subject[r] > b.subject[best] {
			best, score = r, s
		}
	}
	return best
}
