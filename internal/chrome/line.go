package chrome

import (
	"unicode"
	"unicode/utf8"
)

// A line is what can be said of one line of scraped text by looking at it
// alone: how long it is and how it is built.
type line struct {
	bytes, words        int32
	letters, upper      int32
	digits, symbols     int32 // symbols: what is neither letter, digit, mark, space nor common punctuation
	capWords, allCaps   int32 // words with a capital first; words of two and more letters in capitals
	numbers, years      int32 // words of digits; of them those between 1900 and 2099
	joins               int32 // places where two words seem to have run together: "BidenCongress", "ago.The", "28GMT"
	sentences           int32 // ends of sentences, that of the line included
	ends                int32 // marks that may end a sentence, closing quotation marks among them
	commas, colons      int32
	quotes, parens      int32   // opening quotation marks, brackets
	separators          int32   // | • · › » / and their like
	links               int32   // "@", "#", "www.", "://"
	clocks              int32   // a colon between digits
	longest             int32   // letters of the longest word
	wide                int32   // characters of scripts that put no space between words
	stops               int32   // words that are stop words of the text's language
	yous                int32   // of them words that speak to the reader
	opener              int32   // number of the first word in the vocabulary, or -1
	first, last         uint8   // classes of the first and last characters, below
	lastQuote           bool    // a closing quotation mark or bracket ends the line
	wordFrom, wordUntil int32   // its content words: text.words[wordFrom:wordUntil]
	same                int32   // the first line of the text that reads the same, which may be this one
	repeats             int32   // of that line: how many read the same
	phrases             *shares // share of the line that phrases of each reason cover; never nil
	furniture           float32 // the greatest of them, but for credits and fields
	why                 reason  // that most of the line is covered by phrases of
	strength            float32 // the share; 0 where there is none
	tiled               float32 // share that phrases cover, wherever they are said to stand
	dates               float32 // share that dates cover, of lines that may be date lines
}

// shares are shares of a line, by reason.
type shares [numReasons]float32

// noShares is what most lines have, all of them the same one.
var noShares shares

// Classes of the character that a line begins or ends with.
const (
	endNone     = iota
	endLower    // a lower-case letter, or one of a script without case
	endUpper    // a capital
	endDigit    //
	endTerminal // . ! ? and their like in other scripts
	endQuestion // ?
	endEllipsis // … or ...
	endColon    //
	endComma    // , ;
	endQuote    // a quotation mark (of the first character only)
	endBullet   // - – — * • › » > (of the first character only)
	endBracket  // ( [ (of the first character only)
	endOther    //
	numEndClasses
)

// Classes of runes for measuring.
const (
	cOther = iota
	cSpace
	cLower // lower case, and letters of scripts without case
	cUpper
	cDigit
	cWide // Han, Kana, Thai and their like: no spaces between words
	cMark // combining marks, zero-width characters, soft hyphen
	cTerminal
	cQuestion
	cEllipsis
	cComma
	cColon
	cApostrophe
	cQuoteOpen
	cQuoteClose
	cQuoteBoth
	cOpen
	cClose
	cDash
	cSeparator
	cAt
	cSlash
)

// asciiClass classes the first 128 characters.
var asciiClass = func() (t [128]uint8) {
	for c := range t {
		switch {
		case c == ' ' || c >= '\t' && c <= '\r':
			t[c] = cSpace
		case 'a' <= c && c <= 'z':
			t[c] = cLower
		case 'A' <= c && c <= 'Z':
			t[c] = cUpper
		case '0' <= c && c <= '9':
			t[c] = cDigit
		}
	}
	for class, chars := range map[uint8]string{
		cTerminal: ".!", cQuestion: "?", cComma: ",;", cColon: ":", cApostrophe: "'", cQuoteBoth: "\"",
		cOpen: "([{", cClose: ")]}", cDash: "-", cSeparator: "|>*", cAt: "@#", cSlash: "/",
	} {
		for i := range len(chars) {
			t[chars[i]] = class
		}
	}
	return t
}()

// classOf classes any character.
func classOf(r rune) uint8 {
	if r < utf8.RuneSelf {
		return asciiClass[r]
	}
	switch r {
	case '…':
		return cEllipsis
	case '。', '！', '।', '॥', '۔', '።', '．', '։', '｡':
		return cTerminal
	case '？', '؟', ';', '՞':
		return cQuestion
	case '、', '，', '،', '؛', '；':
		return cComma
	case '：':
		return cColon
	case '’', 'ʼ', 'ʻ', '‘':
		return cApostrophe
	case '“', '„', '«', '「', '『', '‚', '‹', '《':
		return cQuoteOpen
	case '”', '»', '」', '』', '›', '》':
		return cQuoteClose
	case '（', '【', '［':
		return cOpen
	case '）', '】', '］':
		return cClose
	case '–', '—', '−', '‐', '‑', '―':
		return cDash
	case '•', '·', '‣', '▪', '■', '►', '▶', '→', '‧', '｜', '・', '●', '◆', '★':
		return cSeparator
	case '\u00ad', '\u200b', '\u200c', '\u200d', '\u200e', '\u200f', '\u2060', '\ufeff':
		return cMark
	}
	switch {
	case isWide(r):
		return cWide
	case unicode.IsUpper(r) || unicode.IsTitle(r):
		return cUpper
	case unicode.IsLetter(r):
		return cLower
	case unicode.IsDigit(r):
		return cDigit
	case unicode.IsMark(r):
		return cMark
	case unicode.IsSpace(r):
		return cSpace
	}
	return cOther
}

// isWide reports whether r is of a script that parts no words.
func isWide(r rune) bool {
	switch {
	case r < 0x0E00:
		return false
	case r <= 0x0E7F, // Thai
		0x0E80 <= r && r <= 0x0EFF, // Lao
		0x1000 <= r && r <= 0x109F, // Myanmar
		0x1780 <= r && r <= 0x17FF, // Khmer
		0x3040 <= r && r <= 0x30FF, // Kana
		0x3400 <= r && r <= 0x9FFF, // Han
		0xF900 <= r && r <= 0xFAFF,
		0x20000 <= r && r <= 0x3FFFF:
		return unicode.IsLetter(r) || unicode.IsMark(r)
	}
	return false
}

// endClass folds the class of a line's first or last character into one of
// the few that tell lines apart.
func endClass(c uint8) uint8 {
	switch c {
	case cLower, cWide:
		return endLower
	case cUpper:
		return endUpper
	case cDigit:
		return endDigit
	case cTerminal:
		return endTerminal
	case cQuestion:
		return endQuestion
	case cEllipsis:
		return endEllipsis
	case cColon:
		return endColon
	case cComma:
		return endComma
	case cQuoteOpen, cQuoteClose, cQuoteBoth, cApostrophe:
		return endQuote
	case cDash, cSeparator:
		return endBullet
	case cOpen, cClose:
		return endBracket
	}
	return endOther
}

const (
	fnvOffset = 14695981039346656037
	fnvPrime  = 1099511628211
)

// A spoken is a word as it stands in a line: the hash of its letters in lower
// case, how many they are, and whether the first is a capital.
type spoken struct {
	hash    uint64
	letters int32
	capital bool
}

// A measurer reads the characters of one line.
type measurer struct {
	l     line
	words []spoken

	hash             uint64
	n, caps, figures int32 // letters and digits of the word so far
	value            int32 // of a number
	capital          bool
	prev, prev2      uint8 // classes of the characters before, marks left out
	dots             int32 // full stops in a row
	ended            bool  // a sentence may have ended: a terminal, then closing marks
	spaced           bool  // … then a space
}

// measure measures a line, whose words it appends to words.
func measure(s string, words []spoken) (line, []spoken) {
	m := measurer{words: words}
	m.l.bytes, m.l.phrases = int32(len(s)), &noShares
	for i := 0; i < len(s); {
		c := s[i]
		if c >= utf8.RuneSelf {
			r, n := utf8.DecodeRuneInString(s[i:])
			if class := classOf(r); class != cMark {
				m.rune(r, class)
			}
			i += n
			continue
		}
		class := asciiClass[c]
		switch {
		case m.prev == cSpace && !m.ended && (class == cLower || class == cUpper):
			m.begin(c|0x20, class)
			i = m.run(s, i+1)
		case class == cLower && m.n > 0 && (m.prev == cLower || m.prev == cUpper):
			i = m.run(s, i)
		case class == cSpace && m.n > 0:
			m.endWord() // no sentence has ended within it
			m.dots = 0
			m.prev2, m.prev = m.prev, cSpace
			i++
		default:
			m.rune(rune(c), class)
			i++
		}
	}
	m.endWord()
	m.end()
	return m.l, m.words
}

// begin is rune for a letter of ASCII after a space that ends no sentence, as
// nearly all words of a text begin.
func (m *measurer) begin(lower byte, class uint8) {
	m.hash = (fnvOffset ^ uint64(lower)) * fnvPrime
	m.n, m.caps, m.figures, m.value, m.dots = 1, 0, 0, 0, 0
	if m.capital = class == cUpper; m.capital {
		m.caps = 1
		m.l.upper++
	}
	m.l.letters++
	m.spaced = false
	m.prev2, m.prev = m.prev, class
}

// run is rune for the small letters of ASCII that go on with a word from i on,
// after a letter. It returns where they end.
func (m *measurer) run(s string, i int) int {
	from, h := i, m.hash
	for ; i < len(s) && s[i]-'a' < 26; i++ {
		h = (h ^ uint64(s[i])) * fnvPrime
	}
	if i > from {
		m.hash = h
		m.n += int32(i - from)
		m.l.letters += int32(i - from)
		if m.prev2 = m.prev; i > from+1 {
			m.prev2 = cLower
		}
		m.prev = cLower
	}
	return i
}

// rune takes one character that is no mark.
func (m *measurer) rune(r rune, c uint8) {
	l := &m.l
	if l.first == endNone && c != cSpace {
		l.first = endClass(c)
	}
	switch c {
	case cLower, cUpper, cWide, cDigit:
		m.letter(r, c)
	case cApostrophe:
		// inside a word it belongs to it, "don't"; else it is a quotation mark
		if m.n == 0 {
			l.quotes++
		}
	default:
		m.endWord()
		m.punctuation(c)
	}
	if c == cTerminal && r == '.' {
		m.dots++
	} else {
		m.dots = 0
	}
	m.prev2, m.prev = m.prev, c
}

// letter takes a letter or a digit.
func (m *measurer) letter(r rune, c uint8) {
	l := &m.l
	if m.ended && m.spaced && c != cLower { // "… end. The next"
		l.sentences++
	}
	switch {
	case m.prev == cLower && c == cUpper,
		m.prev == cDigit && c == cUpper,
		m.prev == cLower && c == cDigit,
		m.prev == cTerminal && c == cUpper && m.prev2 == cLower,
		m.prev == cQuestion && c == cUpper,
		m.prev == cClose && (c == cUpper || c == cLower):
		l.joins++
		if m.prev == cLower && c == cUpper {
			m.endWord()
		}
	}
	m.ended, m.spaced = false, false
	if c == cWide {
		m.wide(r)
		return
	}
	if m.n == 0 {
		m.hash = fnvOffset
		m.capital = c == cUpper
		m.caps, m.figures, m.value = 0, 0, 0
	}
	m.n++
	switch c {
	case cUpper:
		l.upper++
		l.letters++
		m.caps++
		if r < utf8.RuneSelf {
			r |= 0x20
		} else {
			r = unicode.ToLower(r)
		}
	case cLower:
		l.letters++
		if r >= utf8.RuneSelf {
			r = unicode.ToLower(r)
		}
	case cDigit:
		l.digits++
		m.figures++
		if m.value < 10000 && r < utf8.RuneSelf {
			m.value = m.value*10 + (r - '0')
		}
		if m.n == 1 && m.prev == cColon && m.prev2 == cDigit {
			l.clocks++
		}
	}
	m.hash = (m.hash ^ uint64(r)) * fnvPrime
}

// wide takes a letter of a script without spaces: two of them count as a
// word, and each pair of neighbours is one.
func (m *measurer) wide(r rune) {
	l := &m.l
	l.letters++
	l.wide++
	if m.prev == cWide {
		m.words = append(m.words, spoken{(m.hash ^ uint64(r)) * fnvPrime, 2, false})
	} else {
		m.endWord()
	}
	m.hash = (fnvOffset ^ uint64(r)) * fnvPrime
	if l.wide%2 == 0 {
		l.words++
	}
	m.n = 0
}

// endWord closes the word that is open, if one is.
func (m *measurer) endWord() {
	if m.n == 0 {
		return
	}
	l := &m.l
	l.words++
	l.longest = max(l.longest, m.n)
	switch {
	case m.figures == m.n:
		l.numbers++
		if m.n == 4 && 1900 <= m.value && m.value < 2100 {
			l.years++
		}
	case m.capital:
		l.capWords++
		if m.caps >= 2 && m.caps+m.figures == m.n {
			l.allCaps++
		}
	}
	if m.figures < m.n {
		m.words = append(m.words, spoken{m.hash, m.n, m.capital})
	}
	m.n = 0
}

// punctuation takes what is neither letter, digit nor mark.
func (m *measurer) punctuation(c uint8) {
	l := &m.l
	switch c {
	case cSpace:
		m.spaced = m.ended
		return
	case cTerminal, cQuestion, cEllipsis:
		l.ends++
		m.ended = true
		return
	case cQuoteOpen, cQuoteBoth:
		l.quotes++
		return
	case cQuoteClose:
		l.ends++
		return
	case cComma:
		l.commas++
	case cColon:
		l.colons++
	case cOpen:
		l.parens++
		return
	case cClose:
		return
	case cSeparator:
		l.separators++
	case cSlash:
		if m.prev == cSlash && m.prev2 == cColon {
			l.links++
		}
		if m.prev == cSpace {
			l.separators++
		}
	case cAt:
		l.links++
	case cDash:
		if m.prev == cSpace {
			l.separators++
		}
	case cOther:
		l.symbols++
	}
	m.ended, m.spaced = false, false
}

// end settles how the line ends.
func (m *measurer) end() {
	l := &m.l
	if m.ended {
		l.sentences++
	}
	c := m.prev
	switch c {
	case cQuoteClose, cQuoteBoth, cApostrophe, cClose:
		l.lastQuote = true
		if m.ended || m.prev2 == cTerminal || m.prev2 == cQuestion || m.prev2 == cEllipsis {
			c = m.prev2
			if c != cQuestion && c != cEllipsis {
				c = cTerminal
			}
		}
	}
	if c == 0 && l.first == endNone {
		return
	}
	l.last = endClass(c)
	if m.dots >= 2 {
		l.last = endEllipsis
	}
}
