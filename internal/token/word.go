package token

import (
	"strings"
	"unicode/utf8"
)

// plain emits s[p:q], letters of ASCII only, cut where it is a contraction.
func (sc *scanner) plain(p, q int) {
	start := p
	a, z := sc.s[p]|0x20, sc.s[q-1]|0x20
	if sc.contractionEnds[a-'a']&(1<<(z-'a')) != 0 {
		var buf [maxListed]byte
		for _, c := range sc.contraction[string(fold(&buf, sc.s[p:q]))] {
			sc.emit(start, p+int(c))
			start = p + int(c)
		}
	}
	sc.emit(start, q)
}

// word cuts a word, number or address that starts at p, with its clitics and
// its full stop where it is an abbreviation.
func (sc *scanner) word(p, e int) int {
	s := sc.s
	if q := sc.address(p, e); q > p {
		sc.emit(p, q)
		return q
	}
	q := sc.wordEnd(p, e)
	// "shouldn't've" has two clitics; more are none.
	var cuts [3]int
	n, w := 0, q
	for n < len(cuts) {
		c := sc.clitic(p, w)
		if c <= p {
			break
		}
		cuts[n], w = c, c
		n++
	}
	switch {
	case n > 0:
		sc.emit(p, w)
		for i := n - 1; i >= 0; i-- {
			end := q
			if i > 0 {
				end = cuts[i-1]
			}
			sc.emit(cuts[i], end)
		}
	case sc.keepsStop(p, q, e):
		q++
		sc.emit(p, q)
	case sc.isPlain(p, q):
		sc.plain(p, q)
	default:
		end := q
		for end > p { // format characters at the end are no part of the word
			r, m := utf8.DecodeLastRuneInString(s[p:end])
			if !isIgnorable(r) {
				break
			}
			end -= m
		}
		if end > p {
			sc.emit(p, end)
		}
	}
	return q
}

func (sc *scanner) isPlain(p, q int) bool {
	for ; p < q; p++ {
		if kinds[sc.s[p]] != letter {
			return false
		}
	}
	return true
}

// wordEnd finds where the word at p ends, before clitics are cut off. A mark
// inside a word belongs to it or ends it, by what stands on both sides.
func (sc *scanner) wordEnd(p, e int) int {
	s := sc.s
	q := p
	part := p // where the part after the last joining mark starts
	for q < e {
		if n := wordAt(s, q); n > 0 {
			if kinds[s[q]] == letter && q > p && isDigit(s[q-1]) && sc.unit(p, q, e) {
				return q
			}
			q += n
			continue
		}
		if q == p { // ".5"
			q++
			continue
		}
		if n := apostropheAt(s, q); n > 0 {
			if wordAt(s, q+n) == 0 {
				return q
			}
			q += n
			continue
		}
		if q+1 >= e || wordAt(s, q+1) == 0 {
			if s[q] == '-' && (q+1 == e || s[q+1] == ',') && q-p <= 4 && sc.isPlain(p, q) {
				return q + 1 // "mid- to late", "th- they"
			}
			if s[q] == '$' && q-p <= 3 && sc.allUpper(p, q) {
				return q + 1 // US$
			}
			return q
		}
		if !sc.joins(p, part, q, e) {
			if s[q] == '$' && q-p <= 3 && sc.allUpper(p, q) {
				return q + 1
			}
			return q
		}
		q++
		part = q
	}
	return q
}

// joins reports whether the mark at q, between two word characters, belongs
// to the word that starts at p; the part before the mark starts at part.
func (sc *scanner) joins(p, part, q, e int) bool {
	s := sc.s
	digits := isDigit(s[q-1]) && isDigit(s[q+1])
	switch s[q] {
	case '.':
		if digits {
			return true
		}
		if sc.acronym(p, part, q, e) || sc.listed(p, q, e) {
			return true
		}
		return sc.host(p, q, e)
	case ',':
		return digits && digitsAt(s, q+1, e) == 3
	case ':':
		return digits && q-part <= 2 && digitsAt(s, q+1, e) == 2
	case '/':
		return digits && sc.date(p, q, e)
	case '-':
		if digits {
			return sc.grouped(p, part, q, e)
		}
		var buf [maxListed]byte
		low := fold(&buf, s[part:q])
		return low != nil && sc.prefixes.HasBytes(low)
	case '&':
		n := 0
		for q+1+n < e && n < 4 && isUpper(s[q+1+n]) {
			n++
		}
		return q-part <= 3 && n > 0 && n <= 3 && sc.allUpper(part, q) && wordAt(s, q+1+n) == 0
	case '*':
		return kinds[s[q-1]] == letter && kinds[s[q+1]] == letter
	}
	return false
}

func (sc *scanner) allUpper(p, q int) bool {
	for i := p; i < q; i++ {
		if !isUpper(sc.s[i]) {
			return false
		}
	}
	return q > p
}

// digitsAt counts the digits at s[i], up to five.
func digitsAt(s string, i, e int) int {
	n := 0
	for i+n < e && n < 5 && isDigit(s[i+n]) {
		n++
	}
	return n
}

// unit reports whether the letters at q, after a digit, are a unit that is
// written together with its number.
func (sc *scanner) unit(p, q, e int) bool {
	s := sc.s
	for i := p; i < q; i++ {
		if c := s[i]; !isDigit(c) && c != '.' && c != ',' && c != ':' {
			return false
		}
	}
	w := q
	for w < e && w-q <= 8 && (kinds[s[w]] == letter || s[w] == '.' && w+1 < e && kinds[s[w+1]] == letter) {
		w++
	}
	return w-q <= 8 && wordAt(s, w) == 0 && sc.units.Has(s[q:w])
}

// acronym reports whether the full stop at q stands in "U.S", "a.m", "J.K":
// one letter before it, one after it, and so on back to p.
func (sc *scanner) acronym(p, part, q, e int) bool {
	s := sc.s
	if q-part != wordAt(s, part) || kinds[s[part]]&digit != 0 {
		return false
	}
	if part > p && s[part-1] != '.' {
		return false
	}
	n := wordAt(s, q+1)
	return n > 0 && !isDigit(s[q+1]) && (q+1+n >= e || wordAt(s, q+1+n) == 0)
}

// listed reports whether an abbreviation with a full stop inside ("Ph.D")
// spans the mark at q.
func (sc *scanner) listed(p, q, e int) bool {
	s := sc.s
	w := q + 1
	for w < e && w-p <= maxListed && (kinds[s[w]] == letter || s[w] == '.' && w+1 < e && kinds[s[w+1]] == letter) {
		w++
	}
	return w-p <= maxListed && sc.abbrev[s[p:w]] != none
}

// date reports whether the numbers around the slash at q are a date: three of
// them, or two that are no fraction.
func (sc *scanner) date(p, q, e int) bool {
	s := sc.s
	a, n := q-p, digitsAt(s, q+1, e)
	if strings.IndexByte(s[p:min(q, p+3)], '/') >= 0 || a > 4 {
		return a <= 5 // the second slash
	}
	if n > 2 || a > 2 {
		return false
	}
	if q+1+n < e && s[q+1+n] == '/' && digitsAt(s, q+2+n, e) > 0 {
		return true
	}
	return a+n >= 3 || s[q+1] >= '5'
}

// grouped reports whether the hyphen at q joins the digits of a telephone
// number or a date; a span of numbers it cuts.
func (sc *scanner) grouped(p, part, q, e int) bool {
	s := sc.s
	if part > p && s[part-1] == '-' {
		return true // not the first hyphen
	}
	n := digitsAt(s, q+1, e)
	if w := q + 1 + n; w+1 < e && s[w] == '-' && isDigit(s[w+1]) {
		return true
	}
	return q-part == 3 && n == 4
}

// maxHost is the length of the longest host name.
const maxHost = 253

// host reports whether the full stop at q stands in a host or file name whose
// last label is listed.
func (sc *scanner) host(p, q, e int) bool {
	s := sc.s
	if q < sc.noHost {
		return false
	}
	w, last := q+1, q+1
	for w < e && w-q <= maxHost {
		c := s[w]
		switch {
		case kinds[c]&(letter|digit) != 0 || c == '-':
		case c == '.' && w+1 < e && kinds[s[w+1]]&(letter|digit) != 0:
			last = w + 1
		default:
			goto end
		}
		w++
	}
end:
	var buf [maxListed]byte
	if low := fold(&buf, s[last:w]); low != nil && sc.hosts.HasBytes(low) && isLower(s[last]) {
		return true
	}
	sc.noHost = w
	return false
}

// address returns the end of an URL or e-mail address at p, or 0.
func (sc *scanner) address(p, e int) int {
	s := sc.s
	w := p
	for w < e && w-p < 12 && kinds[s[w]] == letter {
		w++
	}
	if w > p && (strings.HasPrefix(s[w:e], "://") || w-p == 3 && w+1 < e && s[w] == '.' && strings.EqualFold(s[p:w], "www")) {
		return trimAddress(s, p, e)
	}
	if p < sc.noMail || w == e {
		return 0
	}
	if sc.at < p {
		if n := strings.IndexByte(s[p:e], '@'); n >= 0 {
			sc.at = p + n
		} else {
			sc.noMail = e
			return 0
		}
	}
	at := sc.at
	for i := p; i < at; i++ {
		if c := s[i]; kinds[c]&(letter|digit|nonASCII) == 0 && strings.IndexByte("._%+-'", c) < 0 {
			sc.noMail = i + 1
			return 0
		}
	}
	w = at + 1
	for w < e && (kinds[s[w]]&(letter|digit|nonASCII) != 0 || strings.IndexByte(".-_", s[w]) >= 0) {
		w++
	}
	sc.noMail = at + 1
	if w == at+1 {
		return 0
	}
	for s[w-1] == '.' || s[w-1] == '-' {
		w--
	}
	return w
}

// trimAddress leaves off the marks after an address that belong to the
// sentence.
func trimAddress(s string, p, e int) int {
	q := e
	for q > p {
		c := s[q-1]
		if c == ')' && strings.IndexByte(s[p:min(q, p+2048)], '(') >= 0 {
			break
		}
		if c < utf8.RuneSelf {
			if strings.IndexByte(".,;:!?'\")]}>*", c) < 0 {
				break
			}
			q--
			continue
		}
		r, n := utf8.DecodeLastRuneInString(s[p:q])
		if strings.IndexRune("”’»…", r) < 0 {
			break
		}
		q -= n
	}
	return q
}

// clitic returns where the clitic at the end of s[p:q] starts, or 0.
func (sc *scanner) clitic(p, q int) int {
	s := sc.s
	a := q - 1
	for a > p && q-a <= 3 && kinds[s[a]] == letter {
		a--
	}
	// s[a] is the apostrophe, or its last byte
	if a > p+1 && s[a] == 0x99 {
		a -= 2
	}
	n := apostropheAt(s, a)
	if n == 0 || a <= p || a+n >= q {
		return 0
	}
	var buf [maxListed]byte
	low := fold(&buf, s[a+n:q])
	if len(low) == 1 && low[0] == 't' {
		if a-1 > p && sc.clitics.HasBytes(append(buf[:0], s[a-1]|0x20, '\'', 't')) {
			return a - 1
		}
		return 0
	}
	if isDigit(s[a-1]) || !sc.clitics.HasBytes(low) { // "the 60's"
		return 0
	}
	return a
}

// keepsStop reports whether the full stop at q belongs to the word s[p:q].
func (sc *scanner) keepsStop(p, q, e int) bool {
	s := sc.s
	if q >= e || s[q] != '.' || q+1 < e && s[q+1] == '.' || q == p {
		return false
	}
	w := s[p:q]
	next := q + 1
	for next < len(s) && next < q+4 && s[next] == ' ' {
		next++
	}
	after := byte('\n')
	if next < len(s) {
		after = s[next]
	}
	if q+1 < e && (after == ',' || after == ';' || after == ':') && kinds[s[q-1]] == letter {
		return true // a full stop that another mark follows ends an abbreviation
	}
	if isDigit(s[p]) {
		// the number of a list item, or of a section
		return (p == sc.lineStart() || sc.afterStop()) && q+1 == e && next > q+1 && len(w) <= 4 && kinds[after]&(letter|nonASCII|mark) != 0
	}
	c, known := sc.abbrev[w]
	if !known && len(w) > 1 && len(w) <= maxListed && sc.allUpper(p, q) {
		var buf [maxListed]byte
		if c = sc.abbrev[w[:1]+string(fold(&buf, w[1:]))]; c != title { // "GEN."
			c = none
		}
	}
	switch c {
	case title, inner, final, end:
		return true
	case common:
		return after != '\n' && !isUpper(after)
	case number:
		return isDigit(after) || after == '#' || isRoman(s, next)
	case month:
		return isDigit(after) || after == ',' || sc.afterNumber()
	case weekday:
		return isDigit(after) || after == ','
	case place:
		return after == ',' || sc.afterCapitalOrComma()
	}
	if len(w) >= 3 && (w[1] == '.' || strings.IndexByte(w[:min(len(w), 4)], '.') > 0) {
		return sc.allInitials(w)
	}
	return len(w) == wordAt(s, p) && isCapital(w) && sc.initial(w, after)
}

// initial reports whether a single capital is one of a name, by the character
// after its full stop.
func (sc *scanner) initial(w string, after byte) bool {
	if !isUpper(after) && after < utf8.RuneSelf {
		return after == ',' || after == '-'
	}
	return w != "I" || len(sc.out) == 0 || isCapital(sc.last())
}

// allInitials reports whether w is single letters between full stops.
func (sc *scanner) allInitials(w string) bool {
	for i := 0; i < len(w); {
		n := wordAt(w, i)
		if n == 0 || isDigit(w[i]) {
			return false
		}
		i += n
		if i < len(w) && w[i] != '.' {
			return false
		}
		i++
	}
	return true
}

// last is the token before the one that is being cut.
func (sc *scanner) last() string {
	k := sc.out[len(sc.out)-1]
	return sc.s[k.Start:k.End]
}

func (sc *scanner) lineStart() int {
	i := sc.line
	for i < sc.first && isSpaceByte(sc.s[i]) {
		i++
	}
	return i
}

// afterStop reports whether the token before is a full stop.
func (sc *scanner) afterStop() bool { return len(sc.out) > 0 && sc.last() == "." }

func isSpaceByte(c byte) bool { return kinds[c] == space }

func (sc *scanner) afterNumber() bool {
	return len(sc.out) > 0 && isDigit(sc.last()[0])
}

func (sc *scanner) afterCapitalOrComma() bool {
	return len(sc.out) > 0 && (sc.last() == "," || isCapital(sc.last()))
}

// isRoman reports whether a Roman numeral stands at s[i].
func isRoman(s string, i int) bool {
	n := 0
	for i+n < len(s) && n < 8 && strings.IndexByte("IVXLC", s[i+n]) >= 0 {
		n++
	}
	return n > 0 && wordAt(s, i+n) == 0
}
