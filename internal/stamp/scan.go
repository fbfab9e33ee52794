package stamp

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A tok is a number, a word or a mark.
type tok struct {
	start, end int32
	kind       byte // 'n', 'w' or 'p'
	sp         bool // white space before it
	cjk        bool // of a script that writes no spaces
	c          byte // of a mark: its ASCII likeness
	nd         uint8
	n          int64  // of a number: its value; -1 with more than 14 digits
	e          *entry // of a word: what it says, or nil
}

// An entry is all that a word can say in a date line.
type entry struct {
	names []lexicon.CalendarName
	roles lexicon.DateRole
	era   int // the year before an era's first, or 0
}

const (
	publishedRole = lexicon.DatePublished
	modifiedRole  = lexicon.DateModified
)

type index struct {
	words  map[string]*entry
	leads  map[string]bool               // words that begin a phrase of several
	filter [1 << (filterBits - 6)]uint64 // bits by the hashes of both
}

const filterBits = 16 // 8 kB; of the words that a date line cannot use 1 in 19 passes

// mayKnow reports whether the folded word key can be one of words or leads.
// Most words near a date are neither, and two maps were asked for each.
func (x *index) mayKnow(key []byte) bool {
	h := filterBit(key)
	return x.filter[h>>6]&(1<<(h&63)) != 0
}

func filterBit[T string | []byte](key T) uint32 {
	h := uint32(fnvOffset)
	for i := range len(key) {
		h = (h ^ uint32(key[i])) * fnvPrime
	}
	return foldHash(h)
}

const (
	fnvOffset = 2166136261
	fnvPrime  = 16777619
)

func foldHash(h uint32) uint32 { return (h ^ h>>filterBits) & (1<<filterBits - 1) }

// words is the index of the words of all languages. Built at first use: 3500
// words, under 2 ms.
var words = sync.OnceValue(func() *index {
	x := &index{words: make(map[string]*entry, 4096), leads: make(map[string]bool)}
	get := func(k string) *entry {
		e := x.words[k]
		if e == nil {
			e = new(entry)
			x.words[k] = e
			for i := 0; i < len(k); i++ {
				if k[i] == ' ' {
					x.leads[k[:i]] = true
				}
			}
		}
		return e
	}
	for k, ns := range lexicon.CalendarWords() {
		get(k).names = ns
	}
	for k, r := range lexicon.DatelineWords() {
		get(k).roles |= r
	}
	for k, n := range lexicon.Eras() {
		get(k).era = n
	}
	for k := range x.words {
		h := filterBit(k)
		x.filter[h>>6] |= 1 << (h & 63)
	}
	for k := range x.leads {
		h := filterBit(k)
		x.filter[h>>6] |= 1 << (h & 63)
	}
	return x
})

// scan cuts the text into tokens.
func (p *parser) scan() {
	s, x := p.s, words()
	var buf [64]byte
	sp := true
	for i := 0; i < len(s); {
		if c := s[i]; c == ' ' {
			sp = true
			i++
			continue
		} else if isASCIILetter(c) {
			if end := plainWord(s, i, x); end > 0 {
				p.toks = append(p.toks, tok{start: int32(i), end: int32(end), sp: sp, kind: 'w'})
				sp = false
				i = end
				continue
			}
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		t := tok{start: int32(i), sp: sp}
		sp = false
		switch {
		case isSpace(r):
			sp = true
			i += n
			continue
		case isInvisible(r):
			i += n
			sp = t.sp
			continue
		case digit(r) >= 0:
			i = scanNumber(s, i, &t)
		case isDense(r):
			i = scanDense(s, i, &t, x, buf[:0])
		case unicode.IsLetter(r):
			i = scanWord(s, i, &t, x, buf[:0])
		default:
			t.kind, t.c = 'p', likeness(r)
			i += n
		}
		t.end = int32(i)
		p.toks = append(p.toks, t)
	}
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\r', '\v', '\f', 0x85, 0xA0, 0x202F, 0x3000, 0x2007:
		return true
	}
	return r >= 0x2000 && r <= 0x200A || r == 0x2028 || r == 0x2029
}

// isInvisible: marks of direction and joining, which say nothing of a date.
func isInvisible(r rune) bool {
	return r == 0xAD || r == 0xFEFF || r >= 0x200B && r <= 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2060 && r <= 0x2069
}

// digit returns the value of a decimal digit of any script, or -1.
func digit(r rune) int {
	if r < 0x660 {
		if '0' <= r && r <= '9' {
			return int(r - '0')
		}
		return -1
	}
	if !unicode.Is(unicode.Nd, r) {
		return -1
	}
	// Decimal digits stand in runs of ten, zero first.
	for _, g := range unicode.Nd.R16 {
		if lo, hi := rune(g.Lo), rune(g.Hi); lo <= r && r <= hi {
			return int(r-lo) % 10
		}
	}
	for _, g := range unicode.Nd.R32 {
		if lo, hi := rune(g.Lo), rune(g.Hi); lo <= r && r <= hi {
			return int(r-lo) % 10
		}
	}
	return -1
}

func scanNumber(s string, i int, t *tok) int {
	t.kind = 'n'
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		d := digit(r)
		if d < 0 {
			break
		}
		i += n
		if t.nd < 15 {
			t.nd++
			t.n = t.n*10 + int64(d)
		}
	}
	if t.nd == 15 {
		t.n = -1
	}
	return i
}

// isDense: a letter of a script that runs words together, or to which a
// number and its unit are joined.
func isDense(r rune) bool {
	return r >= 0x2E80 && r < 0xA000 || r >= 0xAC00 && r < 0xD7B0 || r >= 0xF900 && r < 0xFB00 || r >= 0x0E00 && r < 0x0E80
}

// scanDense reads the longest known word from i on, a number written in Han
// digits before its unit, or else one letter.
func scanDense(s string, i int, t *tok, x *index, key []byte) int {
	t.cjk = true
	if j := hanNumber(s, i, t); j > i {
		return j
	}
	t.kind = 'w'
	_, n := utf8.DecodeRuneInString(s[i:])
	best := i + n
	const longest = 12 // letters of Thai "พฤศจิกายน"
	for j, k := i, 0; j < len(s) && k < longest; k++ {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !isDense(r) {
			break
		}
		key = append(key, s[j:j+n]...)
		j += n
		if e := x.words[string(key)]; e != nil {
			t.e, best = e, j
		}
	}
	return best
}

// hanNumber reads a number in Han digits, up to 9999, if a unit of the
// calendar or the clock follows.
func hanNumber(s string, i int, t *tok) int {
	total, last, digits := 0, 0, 0
	for j := i; j < len(s); {
		r, n := utf8.DecodeRuneInString(s[j:])
		switch d := hanDigit(r); {
		case d >= 0:
			last = last*10 + d
			digits++
		case r == '十':
			if last == 0 {
				last = 1
			}
			total, last = last*10, 0
			digits++
		case r == '廿':
			total, last = 20, 0
			digits++
		case j > i && isHanUnit(r):
			t.kind, t.n, t.nd = 'n', int64(total+last), 2
			if t.n > 99 {
				t.nd = 4
			}
			return j
		default:
			return i
		}
		if j += n; digits > 4 {
			return i
		}
	}
	return i
}

func hanDigit(r rune) int {
	switch r {
	case '〇', '零', '○':
		return 0
	case '一', '元': // 元: the first year of an era, the first month
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	}
	return -1
}

func isHanUnit(r rune) bool {
	switch r {
	case '年', '月', '日', '号', '號', '时', '時', '点', '點', '分':
		return true
	}
	return false
}

// scanWord reads a word of letters, and the words after it where they make a
// phrase. "a.m." is read as "am".
func scanWord(s string, i int, t *tok, x *index, key []byte) int {
	t.kind = 'w'
	end := wordEnd(s, i)
	if end-i > 60 {
		return end
	}
	if j, k := initials(s, i, end, key); j > 0 {
		if e := x.words[string(k)]; e != nil && e.roles&(lexicon.DateAM|lexicon.DatePM) != 0 {
			t.e = e
			return j
		}
	}
	key = lexicon.AppendFold(key, s[i:end])
	if !x.mayKnow(key) {
		return end
	}
	t.e = x.words[string(key)]
	best := end
	for k := 0; k < 3 && x.leads[string(key)]; k++ {
		j := end
		if j < len(s) && (s[j] == ' ' || s[j] == '-') {
			j++
		}
		next := wordEnd(s, j)
		if next == j || j == end || next-j > 60 {
			break
		}
		key = append(key, ' ')
		key = lexicon.AppendFold(key, s[j:next])
		end = next
		if e := x.words[string(key)]; e != nil {
			t.e, best = e, end
		}
	}
	return best
}

// wordEnd returns the end of the word at i: letters, marks, and an
// apostrophe between letters.
func wordEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r < utf8.RuneSelf && (r|0x20 >= 'a' && r|0x20 <= 'z'):
		case r == '\'' || r == '’':
			next, _ := utf8.DecodeRuneInString(s[i+n:])
			if !unicode.IsLetter(next) {
				return i
			}
		case r < utf8.RuneSelf, isDense(r):
			return i
		case !unicode.IsLetter(r) && !unicode.IsMark(r) && r != 0x200C:
			return i
		}
		i += n
	}
	return i
}

// plainWord returns the end of the word of ASCII at i, if that is one which a
// date line cannot use, as most words of running text are: it is folded and
// looked up as it is read. 0 leaves it to scanWord.
func plainWord(s string, i int, x *index) int {
	h, end := uint32(fnvOffset), i
	for end < len(s) && isASCIILetter(s[end]) {
		h = (h ^ uint32(s[end]|0x20)) * fnvPrime
		end++
	}
	if end < len(s) {
		if c := s[end]; c >= utf8.RuneSelf || c == '\'' || c == '.' && end-i <= 2 {
			return 0 // it goes on, or is an initial
		}
	}
	if h = foldHash(h); x.filter[h>>6]&(1<<(h&63)) != 0 {
		return 0
	}
	return end
}

func isASCIILetter(c byte) bool { return c|0x20-'a' < 26 }

// initials reads two single letters with points, "p.m." or "p. m.".
func initials(s string, i, end int, key []byte) (int, []byte) {
	if end-i > 2 || end >= len(s) || s[end] != '.' {
		return 0, nil
	}
	j := end + 1
	if j < len(s) && s[j] == ' ' {
		j++
	}
	k := wordEnd(s, j)
	if k == j || k-j > 2 {
		return 0, nil
	}
	key = lexicon.AppendFold(key, s[i:end])
	key = lexicon.AppendFold(key, s[j:k])
	if k < len(s) && s[k] == '.' {
		k++
	}
	return k, key
}

// likeness returns the ASCII mark that stands for a mark in date lines.
func likeness(r rune) byte {
	switch r {
	case '–', '—', '‑', '‐', '−', '－', '―', '‒':
		return '-'
	case '．', '。':
		return '.'
	case '：':
		return ':'
	case '，', '、', '،':
		return ','
	case '／', '⁄':
		return '/'
	case '（', '【', '[', '［':
		return '('
	case '）', '】', ']', '］':
		return ')'
	case '’', '‘', 'ʼ', '′':
		return '\''
	case '•', '·', '｜', '∙', '⋅', '●', '▪', '»', '‧', '┃', '│':
		return '|'
	case '©':
		return 'c'
	case '°':
		return 'o'
	}
	if r < utf8.RuneSelf {
		return byte(r)
	}
	return '?'
}
