package names

import (
	"bytes"
	"strings"
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// MatchOrganizations scores two names of organisations, or of anything else
// that is not a person.
func MatchOrganizations(a, b string) (score float64, same bool) {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if a > b {
		a, b = b, a // the same answer for either order
	}
	fullA, fullB := known(a), known(b)
	if fullA != "" && fullB != "" {
		if fullA == fullB {
			return 0.98, true
		}
		return 0.03, false
	}
	var x, y organization
	x.parse(a)
	y.parse(b)
	if x.alien || y.alien {
		return matchScripts(a, b, x.alien, y.alien, MatchOrganizations)
	}
	if x.over || y.over {
		if x.n > 0 && wholeEqual(a, b) {
			return 1, true
		}
		return 0, false
	}
	if x.n == 0 || y.n == 0 {
		return 0, false
	}
	raw := compareOrganizations(&x, &y)
	if full := fullA + fullB; full != "" {
		// One is known: try its full name too.
		var z organization
		z.parse(full)
		if fullA != "" {
			raw = max(raw, 0.98*compareOrganizations(&z, &y))
		} else {
			raw = max(raw, 0.98*compareOrganizations(&x, &z))
		}
	}
	return calibrate(raw), raw >= 0.5
}

// known returns the full name of an organisation that the list has, or "".
func known(s string) string {
	g := lexicon.Organizations()
	cols, ok := g.Find(s)
	if rest, found := strings.CutPrefix(s, "The "); !ok && found {
		s = rest
		cols, ok = g.Find(s)
	}
	if !ok {
		cols, ok = knownOf(s)
	}
	for !ok { // without its legal form
		at := strings.LastIndexByte(s, ' ')
		if at < 0 || !legalForm(s[at+1:]) {
			return ""
		}
		s = strings.TrimRight(s[:at], ", ")
		cols, ok = g.Find(s)
	}
	full, _, _ := strings.Cut(cols, "\t")
	return full
}

// knownOf finds an organisation whose country is put before its name: Iran's
// Revolutionary Guards, the Israeli Knesset.
func knownOf(s string) (cols string, ok bool) {
	first, rest, found := strings.Cut(s, " ")
	if !found {
		return "", false
	}
	first = strings.TrimSuffix(strings.TrimSuffix(first, "'s"), "’s")
	country := lexicon.Demonyms().Get(first)
	if country == nil {
		country = lexicon.CountryNames().Get(first)
	}
	if country == nil {
		return "", false
	}
	cols, ok = lexicon.Organizations().Find(rest)
	if !ok {
		return "", false
	}
	_, tail, _ := strings.Cut(cols, "\t")
	code, _, _ := strings.Cut(tail, "\t")
	return cols, code == country[0]
}

// legalForm reports a word of a legal form, in any case and with points.
func legalForm(w string) bool {
	var buf [16]byte
	k := buf[:0]
	for i := range len(w) {
		c := w[i]
		if c == '.' {
			continue
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		if len(k) == len(buf) {
			return false
		}
		k = append(k, c)
	}
	return len(k) > 0 && lexicon.LegalForms().HasBytes(k)
}

// An organization is a name of one in parts: common words in one spelling,
// countries as codes, words without a meaning and legal forms dropped.
type organization struct {
	name
	initials [maxWords]byte // of all words but those without a meaning
	nInit    int
	spelled  [maxWords]word // the words before those without a meaning were dropped
	nSpelled int
	generic  [maxWords]bool
	country  [maxWords]bool
	number   [maxWords]bool
}

func (o *organization) parse(s string) {
	o.split(s, true)
	o.joinPoints()
	o.oneSpelling()
	o.countries()
	o.snapshot()
	o.drop(lexicon.OrgFunctionWords())
	for i := range o.n {
		o.initials[i] = o.at(i)[0]
	}
	o.nInit = o.n
	o.drop(lexicon.LegalForms())
	generic := lexicon.OrgGeneric()
	for i := range o.n {
		w := o.at(i)
		o.generic[i] = generic.HasBytes(w)
		o.country[i] = w[0] == '@'
		o.number[i] = w[0] >= '0' && w[0] <= '9'
		o.words[i].sFrom = uint8(o.heard)
		o.heard += sounds(o.sound[o.heard:], w)
		o.words[i].sTo = uint8(o.heard)
	}
}

// joinPoints reads U.N. and L.L.C. as one word.
func (o *organization) joinPoints() {
	for i := 0; i+1 < o.n; i++ {
		for i+1 < o.n && o.words[i].dotted && o.initial(i+1) && o.words[i].to == o.words[i+1].from && (o.initial(i) || o.words[i].capitals) {
			o.words[i].to = o.words[i+1].to
			o.words[i].dotted = o.words[i+1].dotted
			o.words[i].capitals = true
			o.remove(i+1, i+2)
		}
	}
}

// oneSpelling replaces the words that have several, and adds tens to units.
func (o *organization) oneSpelling() {
	t := lexicon.OrgWords()
	for i := range o.n {
		if cols := t.GetBytes(o.at(i)); cols != nil {
			o.replace(i, cols[0])
		}
	}
	for i := 0; i+1 < o.n; i++ {
		tens, unit := o.at(i), o.at(i+1)
		if len(tens) == 2 && len(unit) == 1 && tens[1] == '0' && tens[0] >= '2' && tens[0] <= '9' && unit[0] >= '1' && unit[0] <= '9' {
			o.replace(i, string([]byte{tens[0], unit[0]}))
			o.remove(i+1, i+2)
		}
	}
}

// replace writes another text for the word at i.
func (o *organization) replace(i int, s string) {
	if o.used+len(s) > len(o.text) {
		o.over = true
		return
	}
	from := o.used
	o.used += copy(o.text[o.used:], s)
	o.words[i].from, o.words[i].to = uint8(from), uint8(o.used)
}

// countryWords maps folded names of countries and demonyms to @ and the code.
var countryWords = sync.OnceValue(func() map[string]string {
	m := make(map[string]string)
	add := func(word, code string) {
		var n name
		n.split(word, true)
		if k := string(n.key(nil)); k != "" && m[k] == "" {
			m[k] = "@" + strings.ToLower(code)
		}
		if flat := strings.ReplaceAll(string(n.key(nil)), " ", ""); len(flat) <= 4 && flat != "" && m[flat] == "" {
			m[flat] = "@" + strings.ToLower(code) // U.S.
		}
	}
	for name, cols := range lexicon.CountryNames().All() {
		if cols[1] != "part" && cols[1] != "former" { // the Bank of Scotland is not that of Britain
			add(name, cols[0])
		}
	}
	for word, cols := range lexicon.Demonyms().All() {
		if cols[2] == "nation" {
			add(word, cols[0])
		}
	}
	return m
})

// countries replaces the names of countries, of up to three words, and
// demonyms.
func (o *organization) countries() {
	m := countryWords()
	var buf [3*maxWords + maxBytes]byte
	for i := 0; i < o.n; i++ {
		for n := min(3, o.n-i); n > 0; n-- {
			k := buf[:0]
			for j := i; j < i+n; j++ {
				if j > i {
					k = append(k, ' ')
				}
				k = append(k, o.at(j)...)
			}
			if code, ok := m[string(k)]; ok {
				o.replace(i, code)
				o.remove(i+1, i+n)
				break
			}
		}
	}
}

// snapshot keeps the words without the legal form, for names that differ in
// spaces only.
func (o *organization) snapshot() {
	legal := lexicon.LegalForms()
	for i := range o.n {
		if !legal.HasBytes(o.at(i)) {
			o.spelled[o.nSpelled] = o.words[i]
			o.nSpelled++
		}
	}
}

// drop takes the words of a list out, unless nothing would be left.
func (o *organization) drop(list *lexicon.Set) {
	keep := 0
	for i := range o.n {
		if !list.HasBytes(o.at(i)) {
			keep++
		}
	}
	if keep == 0 {
		return
	}
	for i := 0; i < o.n; {
		if list.HasBytes(o.at(i)) {
			o.remove(i, i+1)
		} else {
			i++
		}
	}
}

// compareOrganizations is the score before calibration.
func compareOrganizations(x, y *organization) float64 {
	if sameLetters(x, y) {
		return 1
	}
	if acronym(x, y) || acronym(y, x) {
		return 0.88
	}
	var ofX, ofY [maxWords]int8
	q, near := pairOrganizations(x, y, &ofX, &ofY)
	joinOrganizations(x, y, &ofX, &ofY)
	joinOrganizations(y, x, &ofY, &ofX)
	restX, genX := unpaired(x, &ofX)
	restY, genY := unpaired(y, &ofY)
	meaning := 0 // paired words that tell
	paired := 0
	for i := range x.n {
		if ofX[i] >= 0 {
			paired++
			if !x.generic[i] && !x.country[i] && !x.number[i] {
				meaning++
			}
		}
	}
	share := float64(paired) / float64(max(x.n, y.n))
	switch {
	case paired == 0:
		return 0.15 * near
	case restX > 0 && restY > 0:
		return min(0.45, 0.04+0.28*share*q+0.25*near*share)
	case restX+restY > 0:
		return min(0.45, 0.10+0.35*share*q)
	case genX > 0 && genY > 0:
		return 0.45 * q
	case meaning == 0 && genX+genY > 0:
		return 0.40 * q
	case genX+genY > 0:
		return 0.5 + 0.42*q
	}
	return 0.5 + 0.5*q
}

// pairOrganizations pairs the words and says how alike they are together.
func pairOrganizations(x, y *organization, ofX, ofY *[maxWords]int8) (quality, near float64) {
	var like matrix
	for i := range x.n {
		for j := range y.n {
			like[i][j] = float32(orgWordLikeness(x, y, i, j))
		}
	}
	near = like.assign(x.n, y.n, ofX, ofY)
	quality = 1
	for i := range x.n {
		if j := ofX[i]; j >= 0 {
			quality *= float64(like[i][j])
		}
	}
	return quality, near
}

// orgWordLikeness compares two words. Countries, numbers and short words are
// the same or not; what is common to many names has only one spelling.
func orgWordLikeness(x, y *organization, i, j int) float64 {
	a, b := x.at(i), y.at(j)
	switch {
	case bytes.Equal(a, b):
		return 1
	case x.country[i] || y.country[j] || x.number[i] || y.number[j]:
		return 0
	case min(len(a), len(b)) <= 3 || x.words[i].capitals && len(a) <= 4 && y.words[j].capitals:
		return 0
	}
	sa, sb := x.soundOf(i), y.soundOf(j)
	if bytes.Equal(sa, sb) {
		return likeSound
	}
	n := max(len(sa), len(sb))
	share := float64(distance(sa, sb, n*costEdit/2)) / float64(n*costEdit)
	if share <= editsSpelling {
		return 1 - 1.8*share
	}
	return max(0, 0.58-share)
}

// joinOrganizations tries neighbours without a partner as one word.
func joinOrganizations(long, short *organization, ofL, ofS *[maxWords]int8) {
	var buf [maxBytes]byte
	for j := range short.n {
		if ofS[j] >= 0 || len(short.at(j)) < 4 {
			continue
		}
		for i := 0; i+1 < long.n; i++ {
			n := 0
			for k := i; k < long.n && k < i+4 && ofL[k] < 0; k++ {
				n += copy(buf[n:], long.at(k))
				if k > i && bytes.Equal(buf[:n], short.at(j)) {
					for q := i; q <= k; q++ {
						ofL[q] = int8(j)
					}
					ofS[j] = int8(i)
					break
				}
			}
		}
	}
}

// unpaired counts words without a partner: those that tell organisations
// apart, and those that may be left out.
func unpaired(o *organization, of *[maxWords]int8) (rest, generic int) {
	for i := range o.n {
		switch {
		case of[i] >= 0:
		case o.generic[i]:
			generic++
		default:
			rest++
		}
	}
	return rest, generic
}

// sameLetters reports the same words with other spaces.
func sameLetters(x, y *organization) bool {
	i, j := 0, 0
	var a, b []byte
	for {
		for len(a) == 0 && i < x.nSpelled {
			a = x.text[x.spelled[i].from:x.spelled[i].to]
			i++
		}
		for len(b) == 0 && j < y.nSpelled {
			b = y.text[y.spelled[j].from:y.spelled[j].to]
			j++
		}
		if len(a) == 0 || len(b) == 0 {
			return len(a) == len(b) && i > 0
		}
		n := min(len(a), len(b))
		if !bytes.Equal(a[:n], b[:n]) {
			return false
		}
		a, b = a[n:], b[n:]
	}
}

// acronym reports whether the one word of short is the initials of long.
func acronym(short, long *organization) bool {
	if short.n != 1 || long.nInit < 2 || !short.words[0].capitals {
		return false
	}
	w := short.at(0)
	if len(w) < 2 || len(w) > 8 {
		return false
	}
	return bytes.Equal(w, long.initials[:long.nInit])
}
