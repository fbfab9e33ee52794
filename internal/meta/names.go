package meta

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/stamp"
)

// A namer tells the people of a byline from all else that stands in one:
// jobs, agencies, newsrooms, places, dates, addresses.
type namer struct {
	lang  string
	site  []string // keys of the site's own names, see nameKey
	buf   []byte
	words []word
}

// A word of a byline.
type word struct {
	text  string
	roles lexicon.BylineRole
}

const (
	maxByline = 400 // bytes; a longer one is prose
	maxName   = 70  // bytes of one name
)

// byline returns the people and the agencies that s names. In strict mode,
// for text that only might be a byline, a name is one that looks like a
// person's or is known for an agency's.
func (n *namer) byline(s string, strict bool) (people, agencies []string) {
	s = plain(s)
	if len(s) > maxByline {
		if strict {
			return nil, nil
		}
		s = clip(s, maxByline)
	}
	if n.isAgency(s) {
		return nil, []string{s}
	}
	// What is long says more than a name, whoever marked it.
	const long = 80
	strict = strict || len(s) > long && !strings.ContainsAny(s, ",;&")
	s = n.cutDates(n.unglue(cutAddresses(s)))
	for piece := range splitSeq(s, ";|•·●▪\n/") {
		if name, ok := n.inverted(piece); ok {
			people = append(people, name)
			continue
		}
		p, a := n.piece(piece, strict)
		people, agencies = append(people, p...), append(agencies, a...)
	}
	people, agencies = unique(people), unique(agencies)
	if len(people)+len(agencies) > 1 {
		// Beside a full name or an agency one word is a place: "Anna Roe, Paris".
		full := len(agencies) > 0 || slices.ContainsFunc(people, hasSpace)
		people = slices.DeleteFunc(people, func(s string) bool { return full && !hasSpace(s) && !isDense(firstRune(s)) })
	}
	return people, agencies
}

// begins reports whether a line is a byline's label, or begins with one.
func (n *namer) begins(s string) (whole, begins bool) {
	const most = 60 // bytes that are looked at
	fields := strings.Fields(n.unglue(clip(s, most)))
	if len(fields) == 0 {
		return false, false
	}
	k, roles := n.phrase(fields)
	if roles&lexicon.BylineBy == 0 {
		return false, false
	}
	return k == len(fields) && strings.HasSuffix(s, ":"), k < len(fields)
}

// unglue parts "ByJane Roe" at the hump.
func (n *namer) unglue(s string) string {
	const longest = 12
	for i, r := range s {
		if i > longest || r == ' ' {
			break
		}
		if i > 1 && unicode.IsUpper(r) {
			if before := s[:i]; !allCaps(before) && n.roles(before)&lexicon.BylineBy != 0 {
				return before + " " + s[i:]
			}
			break
		}
	}
	return s
}

// cutAddresses puts a bar where an address stands.
func cutAddresses(s string) string {
	if !strings.ContainsAny(s, "@:.") {
		return s
	}
	fields := strings.Fields(s)
	for i, f := range fields {
		if isAddress(f) {
			fields[i] = "|"
		}
	}
	return strings.Join(fields, " ")
}

// cutDates blanks the dates in a byline, and what tells them.
func (n *namer) cutDates(s string) string {
	fs := stamp.Find(s, stamp.Hints{Lang: n.lang})
	if len(fs) == 0 {
		return s
	}
	var b strings.Builder
	at := 0
	for _, f := range fs {
		b.WriteString(s[at:f.Start])
		b.WriteString(" | ")
		at = f.End
	}
	b.WriteString(s[at:])
	return b.String()
}

// inverted reads "Smith, John".
func (n *namer) inverted(s string) (string, bool) {
	last, rest, ok := strings.Cut(strings.TrimSpace(s), ", ")
	if !ok || strings.ContainsAny(last, " ,") || strings.ContainsAny(rest, " ,") || !isCapital(last) || !isCapital(rest) {
		return "", false
	}
	for _, w := range [...]string{last, rest} {
		if n.roles(w)&(lexicon.BylineTitle|lexicon.BylineStaff|lexicon.BylineBy) != 0 || n.isAgency(w) || allCaps(w) {
			return "", false
		}
	}
	return n.recase(rest + " " + last), true
}

// piece reads a part of a byline without hard separators.
func (n *namer) piece(s string, strict bool) (people, agencies []string) {
	n.words = n.words[:0]
	cut := false
	end := func() {
		if len(n.words) > 0 && !cut {
			name, agency := n.name(strict)
			switch {
			case name == "":
			case agency:
				agencies = append(agencies, name)
			default:
				people = append(people, name)
			}
		}
		n.words, cut = n.words[:0], false
	}
	fields := n.humps(strings.Fields(s))
	for i := 0; i < len(fields); {
		f := fields[i]
		bare := strings.Trim(f, ",()[]{}:\"“”„«»*–—-")
		opens := f != "" && strings.ContainsRune("([{–—-", firstRune(f)) && (bare == "" || firstRune(f) != '-')
		closes := bare == "" || strings.ContainsRune(",)]}:–—", lastRune(f))
		if opens {
			end()
		}
		if bare == "" {
			i++
			continue
		}
		k, roles := n.phrase(fields[i:])
		switch {
		case roles&lexicon.BylineBy != 0 && len(n.words) == 0 && (i+k < len(fields) || closes):
			i += k
			continue
		case roles&lexicon.BylineAnd != 0 && i > 0 && i+k < len(fields) && n.splits(fields, i, k):
			end()
			i += k
			continue
		case roles&lexicon.BylineBy != 0 && !isCapital(bare) && !lexicon.BylineParticles().Has(strings.ToLower(bare)):
			end()
			i += k
			continue
		case roles&lexicon.BylineCut != 0 && (!isCapital(bare) || k > 1 || len(n.words) > 1) && !lexicon.BylineParticles().Has(strings.ToLower(bare)):
			if len(n.words) > 0 {
				end()
			}
			cut = true
			i += k
			continue
		}
		for _, w := range fields[i : i+k] {
			t := strings.Trim(w, ",()[]{}:\"“”„«»*–—")
			if t != "" {
				n.words = append(n.words, word{t, roles})
			}
		}
		i += k
		if l := fields[i-1]; strings.ContainsRune(",)]}:–—", lastRune(l)) {
			end()
		}
	}
	end()
	return people, agencies
}

// humps parts words that a scraper ran together, where the second is known to
// bylines: "RoePublished".
func (n *namer) humps(fields []string) []string {
	const least, shortest = 2, 3 // bytes before the hump, and of a preposition: "LinkedIn"
	for i := 0; i < len(fields); i++ {
		f := fields[i]
		for j := least; j < len(f); j++ {
			if f[j] < 'A' || f[j] > 'Z' || f[j-1] < 'a' || f[j-1] > 'z' {
				continue
			}
			if len(f[j:]) > shortest && n.roles(f[j:])&(lexicon.BylineCut|lexicon.BylineTitle) != 0 {
				fields = slices.Insert(fields, i+1, f[j:])
				fields[i] = f[:j]
				i++
			}
			break
		}
	}
	return fields
}

// splits reports whether the joining word at fields[i:i+k] joins two names,
// not the halves of one ("Ortega y Gasset").
func (n *namer) splits(fields []string, i, k int) bool {
	left, right := 0, 0
	for j := i - 1; j >= 0 && !strings.ContainsRune(",)", lastRune(fields[j])); j-- {
		left++
	}
	for j := i + k; j < len(fields); j++ {
		right++
		if strings.ContainsRune(",(", lastRune(fields[j])) {
			break
		}
	}
	return left == 0 || left == 1 && right == 1 || left > 1 && right > 1 ||
		n.isAgency(fields[i-1]) || n.isAgency(strings.Join(fields[i+k:], " ")) || utf8.RuneCountInString(fields[i]) > 2
}

// phrase returns the roles of the longest phrase that fields begin with, and
// its number of words; 1 where they begin none.
func (n *namer) phrase(fields []string) (int, lexicon.BylineRole) {
	best, roles := 1, lexicon.BylineRole(0)
	n.buf = n.buf[:0]
	for k := 0; k < 3 && k < len(fields); k++ {
		if k > 0 {
			n.buf = append(n.buf, ' ')
		}
		n.buf = lexicon.AppendFold(n.buf, strings.Trim(fields[k], ",().:|–—\"“”"))
		if r := lexicon.BylineWord(n.lang, n.buf); r != 0 {
			best, roles = k+1, r
		}
		if strings.ContainsRune(",)", lastRune(fields[k])) {
			break
		}
	}
	return best, roles
}

func (n *namer) roles(s string) lexicon.BylineRole {
	n.buf = lexicon.AppendFold(n.buf[:0], strings.Trim(s, ".,"))
	return lexicon.BylineWord(n.lang, n.buf)
}

// name makes a name of n.words, and tells whether it is an agency's.
func (n *namer) name(strict bool) (string, bool) {
	ws := n.words
	whole := join(ws)
	if n.isAgency(whole) || len(ws) > 1 && len(ws) <= 4 && allCaps(ws[0].text) && n.isAgency(ws[0].text) {
		return whole, true
	}
	staff := false
	for _, w := range ws {
		staff = staff || w.roles&lexicon.BylineStaff != 0
	}
	if staff && len(ws) <= 6 && !strict {
		return whole, true
	}
	for len(ws) > 0 && ws[0].roles&lexicon.BylineTitle != 0 {
		ws = ws[1:]
	}
	for len(ws) > 0 && ws[len(ws)-1].roles&lexicon.BylineTitle != 0 {
		ws = ws[:len(ws)-1]
	}
	s := n.cutSuffix(join(ws))
	if s == "" || len(s) > maxName {
		return "", false
	}
	if n.isAgency(s) {
		return s, true
	}
	if !looksLikeName(s, strict) || strict && staff {
		return "", false
	}
	return n.recase(s), false
}

// cutSuffix takes a job off a name of a script without spaces: 山田太郎記者.
func (n *namer) cutSuffix(s string) string {
	if s == "" || !isDense(lastRune(s)) {
		return s
	}
	const longest = 6
	at := len(s)
	cut := len(s)
	for range longest {
		_, k := utf8.DecodeLastRuneInString(s[:at])
		if at -= k; at <= 0 {
			break
		}
		if n.roles(s[at:])&lexicon.BylineTitle != 0 {
			cut = at
		}
	}
	return strings.TrimSpace(s[:cut])
}

// isAgency reports whether s names an agency, or the site itself.
func (n *namer) isAgency(s string) bool {
	if s == "" {
		return false
	}
	s = strings.Trim(s, " .,()")
	if lexicon.Agency(lexicon.Fold(s)) {
		return true
	}
	k := nameKey(s)
	return k != "" && slices.Contains(n.site, k)
}

// isOrganization reports whether a name that byline returned is an agency's
// or a newsroom's.
func (n *namer) isOrganization(s string) bool {
	if n.isAgency(s) {
		return true
	}
	fields := strings.Fields(s)
	for i, f := range fields {
		if i == 0 && len(fields) > 1 && allCaps(f) && n.isAgency(f) || n.roles(f)&lexicon.BylineStaff != 0 {
			return true
		}
	}
	return false
}

// looksLikeName: a few words, each of which begins like a name's. One word
// alone is enough where the page said that it is an author.
func looksLikeName(s string, strict bool) bool {
	words, capitals, letters := 0, 0, 0
	dense := false
	for f := range strings.FieldsSeq(s) {
		words++
		r := firstRune(f)
		switch {
		case isDense(r):
			dense = true
		case unicode.IsUpper(r) || unicode.IsTitle(r):
			capitals++
		case !unicode.IsLower(r) || lexicon.BylineParticles().Has(strings.ToLower(f)) || strings.ContainsAny(f, "'’"):
		default:
			if strict || words > 1 {
				return false
			}
		}
		for _, r := range f {
			if unicode.IsDigit(r) && strict || strings.ContainsRune("!?@#$%^*=<>{}[]_+©®™", r) {
				return false
			}
			if unicode.IsLetter(r) {
				letters++
			}
		}
	}
	if letters < 2 {
		return false
	}
	if dense {
		return letters <= 20 && words <= 4
	}
	if strict {
		return words >= 2 && words <= 5 && capitals != 1 || words >= 2 && words <= 5 && !hasCase(s)
	}
	return words <= 7
}

func hasCase(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsUpper(r) || unicode.IsLower(r) })
}

// recase writes a name that stands in capitals as names are written.
func (n *namer) recase(s string) string {
	fields := strings.Fields(s)
	if len(fields) < 2 {
		return s
	}
	short := true // a name of initials stays
	for _, f := range fields {
		short = short && len(f) <= 3
	}
	if short {
		return s
	}
	all := allCaps(s)
	for i, f := range fields {
		if !allCaps(f) || utf8.RuneCountInString(f) < 3 && !all || strings.Contains(f, ".") || initials(f, all) {
			continue
		}
		low := strings.ToLower(f)
		if i > 0 && lexicon.BylineParticles().Has(low) {
			fields[i] = low
			continue
		}
		fields[i] = capitalize(low)
	}
	return strings.Join(fields, " ")
}

// initials reports whether a word in capitals is no name in capitals: two
// letters, or letters without a vowel.
func initials(f string, all bool) bool {
	if utf8.RuneCountInString(f) == 2 && !strings.ContainsAny(f, "AEIOUY") {
		return true
	}
	return !all && len(f) <= 3
}

// capitalize raises the first letter and each after a hyphen or apostrophe.
func capitalize(low string) string {
	var b strings.Builder
	up := true
	for _, r := range low {
		if up {
			r = unicode.ToTitle(r)
		}
		b.WriteRune(r)
		up = r == '-' || r == '\'' || r == '’'
	}
	return b.String()
}

func allCaps(s string) bool {
	upper := false
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		upper = upper || unicode.IsUpper(r)
	}
	return upper
}

// isAddress: an e-mail address, a handle, a URL.
func isAddress(s string) bool {
	return strings.ContainsRune(s, '@') || strings.Contains(s, "://") || strings.HasPrefix(s, "www.")
}

// nameKey folds a name to its letters and digits, for comparing names of
// sites: "The Daily Example", "dailyexample".
func nameKey(s string) string {
	b := lexicon.AppendFold(nil, s)
	b = slices.DeleteFunc(b, func(c byte) bool {
		return c < utf8.RuneSelf && (c < '0' || c > '9') && (c < 'a' || c > 'z')
	})
	return strings.TrimPrefix(string(b), "the")
}

func hasSpace(s string) bool { return strings.IndexByte(s, ' ') >= 0 }

func join(ws []word) string {
	var b strings.Builder
	for i, w := range ws {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}

func isCapital(s string) bool {
	r := firstRune(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// isDense: a letter of a script that writes names without a space.
func isDense(r rune) bool {
	return r >= 0x2E80 && r < 0xA000 || r >= 0xAC00 && r < 0xD7B0 || r >= 0xF900 && r < 0xFB00
}

// unique drops repeats, compared without case and accents, and keeps order.
func unique(ss []string) []string {
	if len(ss) < 2 {
		return ss
	}
	out, keys := make([]string, 0, len(ss)), make([]string, 0, len(ss))
	for _, s := range ss {
		if k := lexicon.Fold(s); !slices.Contains(keys, k) {
			out, keys = append(out, s), append(keys, k)
		}
	}
	return out
}

// splitSeq yields the parts of s between any of the characters in seps.
func splitSeq(s, seps string) func(yield func(string) bool) {
	return strings.FieldsFuncSeq(s, func(r rune) bool { return strings.ContainsRune(seps, r) })
}
