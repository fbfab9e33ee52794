package lexicon

import (
	"encoding/binary"
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"
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
	humps      bool // a capital stands after what is none
	flags      wordFlags
}

type wordKind uint8

const (
	plainWord wordKind = iota
	numberWord
	handleWord
)

// A wordScanner cuts a line into words. It goes forward only: each byte is
// looked at a bounded number of times.
type wordScanner struct {
	s     string
	pos   int
	brk   bool
	colon bool
	vocab *vocabulary
	buf   foldBuffer
	known [1 << knownBits]knownWord // what was looked up of late
}

// A knownWord is a word of at most 8 bytes, with its id and what it may begin.
// Most words that a text says it says again, and the vocabulary does not fit
// into the nearest cache.
type knownWord struct {
	key   uint64 // 0 where free
	id    int32
	flags wordFlags
}

const knownBits = 9 // 8 kB

// next fills w with the next word of the line, and reports whether there is
// one. It fills in place: to return the word by value, in single bytes that are
// read again as a whole, took a third of the time.
func (sc *wordScanner) next(w *word) bool {
	sc.brk, sc.colon = false, false
	for sc.pos < len(sc.s) {
		c := sc.s[sc.pos]
		if isASCIILetter(c) {
			sc.letters(w)
			return true
		}
		if c >= utf8.RuneSelf {
			r, n := decodeRune(sc.s[sc.pos:])
			switch class := classOf(r); {
			case class == 0:
			case class&digitRune != 0:
				sc.number(w)
				return true
			case class&aloneRune != 0:
				sc.take(w, n, plainWord)
				return true
			case class&letterRune != 0:
				sc.letters(w)
				return true
			case class&colonRune != 0:
				sc.colon = true
			case class&fieldRune != 0:
				sc.brk = true
			}
			sc.pos += n
			continue
		}
		if isDigit(c) {
			sc.number(w)
			return true
		}
		switch c {
		case '@', '#':
			if n := handleLen(sc.s[sc.pos+1:]); n > 0 {
				sc.take(w, 1+n, handleWord)
				return true
			}
		case '.', '!', '?', ';', '|', '\n':
			sc.brk = true
		case ':':
			sc.colon = true
		}
		sc.pos++
	}
	return false
}

// take makes w of the next n bytes.
func (sc *wordScanner) take(w *word, n int, kind wordKind) {
	id := int32(0)
	if kind != handleWord {
		id = sc.lookup(sc.s[sc.pos : sc.pos+n])
	}
	sc.fill(w, n, id, kind, sc.vocab.flags(id), false)
}

func (sc *wordScanner) fill(w *word, n int, id int32, kind wordKind, flags wordFlags, humps bool) {
	w.start, w.end, w.id = int32(sc.pos), int32(sc.pos+n), id
	w.kind, w.brk, w.colon, w.humps, w.flags = kind, sc.brk, sc.colon, humps, flags
	sc.pos += n
}

// use lets the scanner look words up in v.
func (sc *wordScanner) use(v *vocabulary) {
	if sc.vocab != v {
		sc.vocab = v
		clear(sc.known[:])
	}
}

func (sc *wordScanner) slot(key uint64) *knownWord {
	return &sc.known[key*0x9e3779b97f4a7c15>>(64-knownBits)]
}

// find is vocabulary.find, with the flags of the word.
func (sc *wordScanner) find(key uint64, n int) (int32, wordFlags) {
	if n > 8 {
		id := sc.vocab.find(key, n, &sc.buf)
		return id, sc.vocab.flags(id)
	}
	k := sc.slot(key)
	if k.key != key {
		id := sc.vocab.find(key, n, &sc.buf)
		*k = knownWord{key, id, sc.vocab.flags(id)}
	}
	return k.id, k.flags
}

// lookup returns the vocabulary's id of the word s, or 0.
func (sc *wordScanner) lookup(s string) int32 {
	n, ok := sc.fold(s)
	if !ok {
		return 0
	}
	return sc.vocab.find(sc.buf.foldedKey(n), n, &sc.buf)
}

// fold folds s into the buffer and returns its length there.
func (sc *wordScanner) fold(s string) (n int, ok bool) {
	key, ok := appendFolded(sc.buf[:0], s)
	return len(key), ok
}

// letters takes the word, or the address, that begins with the next letter.
func (sc *wordScanner) letters(w *word) {
	s := sc.s[sc.pos:]
	end, key, humps := sc.foldASCII(s)
	n := end
	if end < len(s) && (s[end] >= utf8.RuneSelf || s[end] == '\'') {
		run := end
		var more bool
		if end, n, more = sc.foldLetters(s, run); end > run && n <= maxFolded {
			key = sc.buf.foldedKey(n)
		}
		humps = humps || more
	}
	if end < len(s) && mayBeAddress(s[end:]) {
		if m := addressLen(s); m > 0 {
			sc.take(w, m, handleWord)
			return
		}
	}
	id, flags := int32(0), wordFlags(0)
	if n <= maxFolded {
		id, flags = sc.find(key, n)
	}
	sc.fill(w, end, id, plainWord, flags, humps)
}

const (
	lowBits  = 0x0101010101010101
	highBits = 0x8080808080808080
)

// foldASCII folds the run of letters of ASCII at the start of s into the
// buffer, 8 at a time, and returns its length, its key, and whether a capital
// stands in it after a small letter.
func (sc *wordScanner) foldASCII(s string) (n int, key uint64, humps bool) {
	upperBefore := uint64(0x80) // the first letter is no hump
	for {
		x := load8(s[n:])
		y := x | 0x20*lowBits
		low := y &^ highBits
		letters := (low + (0x80-'a')*lowBits) &^ (low + (0x7f-'z')*lowBits) &^ x & highBits
		k := bits.TrailingZeros64(^letters&highBits) / 8
		if k == 0 {
			return n, key, humps
		}
		mask := ^uint64(0) >> (64 - 8*k)
		y &= mask
		upper := letters &^ (x << 2) & mask
		humps = humps || upper&^(upper<<8|upperBefore) != 0
		upperBefore = upper >> 56
		if n < maxFolded {
			binary.LittleEndian.PutUint64(sc.buf[n:], y)
		}
		if n == 0 {
			key = y
		} else {
			key = mixKey(key, y)
		}
		n += k
		if k < 8 {
			return n, key, humps
		}
	}
}

// load8 returns the next 8 bytes of s, zeros after its end.
func load8(s string) (x uint64) {
	if len(s) >= 8 {
		return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
			uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	}
	for i := len(s) - 1; i >= 0; i-- {
		x = x<<8 | uint64(s[i])
	}
	return x
}

// foldLetters folds what follows the first i bytes of s, which are letters of
// ASCII that stand folded in the buffer: letters with marks, zero-width
// characters and apostrophes between them. It returns where that ends, in s
// and in the buffer, and whether a capital stands in it after what is none.
// Where the word is too long to be known, n is more than maxFolded.
func (sc *wordScanner) foldLetters(s string, i int) (end, n int, humps bool) {
	end, n = i, i
	size := i // of what is in the buffer, with an apostrophe that a letter may follow
	upper := i == 0 || s[i-1] <= 'Z'
	t := phraseFoldTable()
	for i < len(s) {
		if size > maxFolded-utf8.UTFMax {
			return end + lettersLen(s[end:]), maxFolded + 1, true // humps may follow
		}
		c := s[i]
		if c < utf8.RuneSelf {
			switch {
			case isASCIILetter(c):
				humps = humps || c <= 'Z' && !upper
				upper = c <= 'Z'
				sc.buf[size] = c | 0x20
				i++
				size++
				end, n = i, size
				continue
			case c == '\'' && startsWithLetter(s[i+1:]):
				upper = false
				sc.buf[size] = c
				i++
				size++
				continue
			}
			return end, n, humps
		}
		r, w := decodeRune(s[i:])
		class := t.classOf(r)
		switch {
		case class&wordRune != 0:
			humps = humps || class&upperRune != 0 && !upper
			upper = class&upperRune != 0
			size = len(appendFoldedRune(sc.buf[:size], r))
			i += w
			end, n = i, size
		case class&zeroRune != 0:
			upper = false
			i += w
		case class&apostropheRune != 0 && startsWithLetter(s[i+w:]):
			upper = false
			sc.buf[size] = '\''
			size++
			i += w
		default:
			return end, n, humps
		}
	}
	return end, n, humps
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
		switch class := classOf(r); {
		case class&wordRune != 0:
			i += n
			end = i
		case class&zeroRune != 0, class&apostropheRune != 0 && startsWithLetter(s[i+n:]):
			i += n
		default:
			return end
		}
	}
	return end
}

// number takes digits with separators between them: 1,234.5 or 10:30 or
// 2025-07-21 or 15 133, and 1.2k.
func (sc *wordScanner) number(w *word) {
	i := sc.pos
	digits := 0 // in the first group
	plain := true
	for i < len(sc.s) {
		if n := digitLen(sc.s[i:]); n > 0 {
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
	sc.take(w, i-sc.pos, numberWord)
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
	if strings.HasPrefix(s, "’") {
		return len("’")
	}
	return 0
}

// groupLen is the length of a space and the three digits after it.
func groupLen(s string) int {
	if s == "" || s[0] != ' ' && s[0] < utf8.RuneSelf {
		return 0
	}
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

func isASCIILetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
func isDigit(c byte) bool       { return '0' <= c && c <= '9' }

func startsWithLetter(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return isASCIILetter(s[0])
	}
	r, _ := utf8.DecodeRuneInString(s)
	return r != utf8.RuneError && unicode.IsLetter(r)
}

func startsWithDigit(s string) bool { return digitLen(s) > 0 }

// digitLen is the length of the digit at the start of s, or 0.
func digitLen(s string) int {
	if s != "" && s[0] < utf8.RuneSelf {
		if isDigit(s[0]) {
			return 1
		}
		return 0
	}
	if r, n := utf8.DecodeRuneInString(s); unicode.IsDigit(r) {
		return n
	}
	return 0
}

// decodeRune is utf8.DecodeRuneInString with a short way to what has two bytes:
// Cyrillic, Greek, Latin letters with accents.
func decodeRune(s string) (rune, int) {
	if len(s) >= 2 && 0xc2 <= s[0] && s[0] < 0xe0 && s[1]&0xc0 == 0x80 {
		return rune(s[0]&0x1f)<<6 | rune(s[1]&0x3f), 2
	}
	return utf8.DecodeRuneInString(s)
}
