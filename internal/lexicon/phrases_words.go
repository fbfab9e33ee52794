package lexicon

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// A word is a unit of a line that a phrase can ask for: a word, a number, or a
// handle (@name, #tag, e-mail address, URL). Chinese, Japanese and Thai have
// no spaces, so that there each character is a word.
type word struct {
	start, end int32 // in the line, zero-width characters at the edges left out
	id         int32 // in the vocabulary, 0 where no phrase knows the word
	kind       wordKind
	brk        bool // a mark that ends a sentence or a field stands before it
	colon      bool // a colon stands before it
}

type wordKind uint8

const (
	plainWord wordKind = iota
	numberWord
	handleWord
)

// maxFolded is longer than any word of a phrase; a longer word is known to no
// phrase and need not be folded to its end.
const maxFolded = 64

// A wordScanner cuts a line into words. It goes forward only: each byte is
// looked at a bounded number of times.
type wordScanner struct {
	s     string
	pos   int
	brk   bool
	colon bool
	vocab map[string]int32
	key   [maxFolded]byte
}

// next returns the next word of the line.
func (sc *wordScanner) next() (w word, ok bool) {
	sc.brk, sc.colon = false, false
	for sc.pos < len(sc.s) {
		c := sc.s[sc.pos]
		switch {
		case c == '@' || c == '#':
			if n := handleLen(sc.s[sc.pos+1:]); n > 0 {
				return sc.take(1+n, handleWord), true
			}
			sc.pos++
			continue
		case c == '.' || c == '!' || c == '?' || c == ';' || c == '|' || c == '\n':
			sc.brk = true
			sc.pos++
			continue
		case c == ':':
			sc.colon = true
			sc.pos++
			continue
		case c < utf8.RuneSelf && !isASCIILetter(c) && !isDigit(c):
			sc.pos++
			continue
		}
		r, n := utf8.DecodeRuneInString(sc.s[sc.pos:])
		switch {
		case unicode.IsDigit(r):
			return sc.number(), true
		case standsAlone(r):
			return sc.take(n, plainWord), true
		case unicode.IsLetter(r):
			n := lettersLen(sc.s[sc.pos:])
			if mayBeAddress(sc.s[sc.pos+n:]) {
				if m := addressLen(sc.s[sc.pos:]); m > 0 {
					return sc.take(m, handleWord), true
				}
			}
			return sc.take(n, plainWord), true
		case r == '：':
			sc.colon = true
		case isFieldMark(r):
			sc.brk = true
		}
		sc.pos += n
	}
	return word{}, false
}

// take makes a word of the next n bytes.
func (sc *wordScanner) take(n int, kind wordKind) word {
	w := word{start: int32(sc.pos), end: int32(sc.pos + n), kind: kind, brk: sc.brk, colon: sc.colon}
	if kind != handleWord {
		w.id = sc.lookup(sc.s[sc.pos : sc.pos+n])
	}
	sc.pos += n
	return w
}

// lookup returns the vocabulary's id of the word s, or 0.
func (sc *wordScanner) lookup(s string) int32 {
	key, ok := appendFolded(sc.key[:0], s)
	if !ok {
		return 0
	}
	return sc.vocab[string(key)]
}

// lettersLen is the length of the run of letters at the start of s, with marks,
// zero-width characters and apostrophes between them.
func lettersLen(s string) int {
	i, end := 0, 0
	for i < len(s) {
		c := s[i]
		if isASCIILetter(c) {
			i++
			end = i
			continue
		}
		if c < utf8.RuneSelf {
			if c != '\'' || !startsWithLetter(s[i+1:]) {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r < foldedRunes && phraseFoldTable().letter[r], unicode.IsLetter(r) && !standsAlone(r), unicode.Is(unicode.M, r):
			i += n
			end = i
		case isZeroWidth(r), isApostrophe(r) && startsWithLetter(s[i+n:]):
			i += n
		default:
			return end
		}
	}
	return end
}

// mayBeAddress reports whether what follows a run of letters makes it worth a
// look whether they begin a host name, an e-mail address or a URL.
func mayBeAddress(s string) bool {
	if len(s) < 2 {
		return false
	}
	switch c := s[0]; {
	case c == '.' || c == '@' || c == '-' || c == '_' || isDigit(c):
		return isASCIILetter(s[1]) || isDigit(s[1]) || s[1] == '.' || s[1] == '@'
	case c == ':':
		return s[1] == '/'
	}
	return false
}

// number takes digits with separators between them: 1,234.5 or 10:30 or
// 2025-07-21 or 15 133, and 1.2k.
func (sc *wordScanner) number() word {
	i := sc.pos
	digits := 0 // in the first group
	plain := true
	for i < len(sc.s) {
		r, n := utf8.DecodeRuneInString(sc.s[i:])
		if unicode.IsDigit(r) {
			i += n
			if plain {
				digits++
			}
			continue
		}
		if m := separatorLen(sc.s[i:]); m > 0 && startsWithDigit(sc.s[i+m:]) {
			i += m
			plain = false
			continue
		}
		break
	}
	for plain && digits <= 3 {
		m := groupLen(sc.s[i:])
		if m == 0 {
			break
		}
		i += m
	}
	if i < len(sc.s) && isMagnitude(sc.s[i]) && !startsWithLetter(sc.s[i+1:]) {
		i++
	}
	return sc.take(i-sc.pos, numberWord)
}

func isMagnitude(c byte) bool {
	switch c {
	case 'k', 'K', 'm', 'M', 'b', 'B':
		return true
	}
	return false
}

// separatorLen is the length of the mark that may part two digits.
func separatorLen(s string) int {
	switch s[0] {
	case '.', ',', ':', '\'', '/', '-':
		return 1
	}
	if r, n := utf8.DecodeRuneInString(s); r == '’' {
		return n
	}
	return 0
}

// groupLen is the length of a space and the three digits after it.
func groupLen(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	if r != ' ' && r != '\u00a0' && r != '\u2009' && r != '\u202f' || len(s) < n+3 {
		return 0
	}
	for _, c := range []byte(s[n : n+3]) {
		if !isDigit(c) {
			return 0
		}
	}
	if startsWithDigit(s[n+3:]) {
		return 0
	}
	return n + 3
}

// maxLabel bounds a label of a host name, and maxLabels their number, so that
// no byte is looked at more often than that.
const (
	maxLabel  = 63
	maxLabels = 5
)

// addressLen is the length of the URL, host name or e-mail address at the
// start of s, or 0.
func addressLen(s string) int {
	if c := s[0]; c == 'h' || c == 'H' || c == 'w' || c == 'W' {
		for _, p := range [...]string{"http://", "https://", "www."} {
			if hasPrefixFold(s, p) {
				return urlLen(s)
			}
		}
	}
	i := 0
	for range maxLabels {
		n := labelLen(s[i:])
		if n == 0 || i+n >= len(s) {
			break
		}
		i += n
		if s[i] == '@' {
			if n := labelLen(s[i+1:]); n > 0 {
				return i + 1 + handleLen(s[i+1:])
			}
			return 0
		}
		if s[i] != '.' {
			return 0
		}
		if n := topDomainLen(s[i+1:]); n > 0 && i > 1 {
			return i + 1 + pathEnd(s[i+1:], n)
		}
		i++
	}
	return 0
}

// labelLen is the length of the run of letters, digits, "-" and "_" of ASCII.
func labelLen(s string) int {
	i := 0
	for i < len(s) && i < maxLabel && (isASCIILetter(s[i]) || isDigit(s[i]) || s[i] == '-' || s[i] == '_') {
		i++
	}
	return i
}

// topDomainLen is the length of what looks like the last label of a host name:
// two to four small letters that nothing of a word or a host name follows.
func topDomainLen(s string) int {
	n := 0
	for n < len(s) && 'a' <= s[n] && s[n] <= 'z' {
		n++
		if n > 4 {
			return 0
		}
	}
	if n < 2 || n < len(s) && (s[n] >= utf8.RuneSelf || s[n] == '@' || labelLen(s[n:n+1]) > 0) {
		return 0
	}
	if n+1 < len(s) && s[n] == '.' && labelLen(s[n+1:n+2]) > 0 {
		return 0
	}
	return n
}

// pathEnd is n, or the end of the path that begins there.
func pathEnd(s string, n int) int {
	if n < len(s) && s[n] == '/' {
		return urlLen(s)
	}
	return n
}

// urlLen is the length of s up to white space.
func urlLen(s string) int {
	for i, r := range s {
		if unicode.IsSpace(r) {
			return i
		}
	}
	return len(s)
}

// handleLen is the length of a name after "@" or "#".
func handleLen(s string) int {
	end := 0
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r), r == '_':
			end = i + utf8.RuneLen(r)
		case r == '.' || r == '-':
			if end != i {
				return end
			}
		default:
			return end
		}
	}
	return end
}

// splitHumps cuts a word that was glued together from several, as scrapers
// leave menus: "ShareTweetPrint". Each piece is the longest run of humps that
// the vocabulary knows ("WhatsApp" is one word), or one hump.
func (sc *wordScanner) splitHumps(w word, buf []word) []word {
	if w.kind != plainWord || w.id != 0 {
		return append(buf, w)
	}
	// cuts[i] is where a hump begins. A name has few; what has more is no word.
	var cuts [24]int32
	n := 0
	prev := rune(-1)
	for i, r := range sc.s[w.start:w.end] {
		if prev == -1 || unicode.IsUpper(r) && !unicode.IsUpper(prev) {
			if n == len(cuts)-1 {
				return append(buf, w)
			}
			cuts[n] = w.start + int32(i)
			n++
		}
		prev = r
	}
	cuts[n] = w.end
	for i := 0; i < n; {
		piece := word{start: cuts[i], end: cuts[i+1], brk: w.brk && i == 0, colon: w.colon && i == 0}
		next := i + 1
		for j := min(n, i+3); j > i; j-- {
			if id := sc.lookup(sc.s[cuts[i]:cuts[j]]); id != 0 {
				piece.end, piece.id, next = cuts[j], id, j
				break
			}
		}
		buf = append(buf, piece)
		i = next
	}
	return buf
}

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool       { return '0' <= c && c <= '9' }

func startsWithLetter(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return r != utf8.RuneError && unicode.IsLetter(r)
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsDigit(r)
}

func hasPrefixFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if c := s[i]; c != prefix[i] && !(isASCIILetter(c) && c|0x20 == prefix[i]) {
			return false
		}
	}
	return true
}

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' || r == 'ʻ' || r == '＇'
}

// isFieldMark reports whether r ends a sentence or parts two fields of a line.
func isFieldMark(r rune) bool {
	switch r {
	case '…', '•', '·', '。', '！', '？', '；', '｜', '؟', '۔', '।', '»', '›', '▪', '●', '│':
		return true
	}
	return false
}

func isZeroWidth(r rune) bool { return r >= 0xad && unicode.Is(unicode.Cf, r) }

// standsAlone reports whether r is of a script that parts no words.
func standsAlone(r rune) bool {
	return r >= 0xe00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana,
		unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar) || r == 'ー'
}

// appendFolded appends the key of a word: small letters without accents, since
// pages write PUBLICITÉ and PUBLICITE, İ and ı, е and ё. It reports false
// where the key grows longer than maxFolded.
func appendFolded(key []byte, s string) ([]byte, bool) {
	for i := 0; i < len(s); {
		if len(key) > maxFolded-utf8.UTFMax {
			return key, false
		}
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c |= 0x20
			}
			key = append(key, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		key = appendFoldedRune(key, r)
		i += n
	}
	return key, true
}

func appendFoldedRune(key []byte, r rune) []byte {
	switch {
	case r < foldedRunes:
		if r == 'ß' {
			return append(key, "ss"...)
		}
		r = phraseFoldTable().fold[r]
	case isApostrophe(r):
		r = '\''
	default:
		r = phraseFoldRune(r)
	}
	if r < 0 {
		return key
	}
	return utf8.AppendRune(key, r)
}

// foldedRunes bounds the table of phraseFoldRune: Latin, Greek, Cyrillic, Armenian,
// Hebrew.
const foldedRunes = 0x600

type foldedTable struct {
	fold   [foldedRunes]rune
	letter [foldedRunes]bool
}

var phraseFoldTable = sync.OnceValue(func() *foldedTable {
	t := new(foldedTable)
	for r := range rune(foldedRunes) {
		t.fold[r] = phraseFoldRune(r)
		t.letter[r] = unicode.IsLetter(r) && !isApostrophe(r)
	}
	return t
})

// phraseFoldRune is r without accents and in lower case, or -1 where nothing is left.
func phraseFoldRune(r rune) rune {
	if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
		return -1
	}
	if isApostrophe(r) {
		return '\''
	}
	if !unicode.Is(unicode.Hangul, r) {
		var b [utf8.UTFMax]byte
		n := utf8.EncodeRune(b[:], r)
		if d := norm.NFD.Properties(b[:n]).Decomposition(); len(d) > 0 {
			r, _ = utf8.DecodeRune(d)
		}
	}
	switch r = unicode.ToLower(r); r {
	case 'ı':
		return 'i'
	case 'ς':
		return 'σ'
	}
	return r
}
