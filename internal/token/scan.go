package token

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A scanner cuts s from left to right into chunks between spaces, and each
// chunk into tokens.
type scanner struct {
	s string
	*lists
	out   []Token
	first int // where the chunk starts
	line  int // where the line starts
	// What a search has already ruled out, so that each byte is searched once.
	noHost, noMail int
	at             int // the next @, if not before the word
}

func (sc *scanner) emit(start, end int) {
	sc.out = append(sc.out, Token{int32(start), int32(end)})
}

func (sc *scanner) scan() {
	s := sc.s
	for i := 0; i < len(s); {
		if kinds[s[i]] == space {
			if s[i] == '\n' {
				sc.line = i + 1
			}
			i++
			continue
		}
		j, flags := i, uint8(0)
		for j < len(s) {
			k := kinds[s[j]]
			if k == space {
				break
			}
			if k == nonASCII {
				r, n := utf8.DecodeRuneInString(s[j:])
				if isSpace(r) {
					break
				}
				flags |= nonASCII
				j += n
				continue
			}
			flags |= k
			j++
		}
		switch {
		case j == i: // a space beyond ASCII
			_, n := utf8.DecodeRuneInString(s[i:])
			j += n
		case flags == letter:
			sc.plain(i, j)
		default:
			sc.first = i
			sc.chunk(i, j)
		}
		i = j
	}
}

// chunk cuts s[p:e], which holds no space.
func (sc *scanner) chunk(p, e int) {
	for p < e {
		q := sc.next(p, e)
		if q <= p {
			panic("token: the scanner stands still") // better than a quiet infinite loop
		}
		p = q
	}
}

// next cuts what starts at p and returns where it ends.
func (sc *scanner) next(p, e int) int {
	s := sc.s
	if e-p <= 4 && e-p > 1 && sc.emoticons.Has(s[p:e]) {
		sc.emit(p, e)
		return e
	}
	switch c := s[p]; {
	case c >= utf8.RuneSelf:
		return sc.beyondASCII(p, e)
	case kinds[c] != mark:
		return sc.word(p, e)
	case c == '\'':
		return sc.apostrophe(p, e, 1)
	case c == '.' && p == sc.first && p+1 < e && isDigit(s[p+1]):
		return sc.word(p, e)
	case (c == '@' || c == '#') && p == sc.first && p+1 < e && kinds[s[p+1]] != mark && !isDigit(s[p+1]):
		// A handle or hashtag: the words in it are one token with the mark.
		n := len(sc.out)
		q := sc.word(p+1, e)
		end := p + 1
		if k := len(sc.out); k > n {
			end = int(sc.out[k-1].End)
		}
		sc.out = append(sc.out[:n], Token{int32(p), int32(end)})
		return q
	case c == '!' || c == '?':
		return sc.run(p, e, func(c byte) bool { return c == '!' || c == '?' })
	case strings.IndexByte(".-`=*~_#+<>|", c) >= 0:
		return sc.run(p, e, func(d byte) bool { return d == c })
	}
	sc.emit(p, p+1)
	return p + 1
}

func (sc *scanner) run(p, e int, in func(byte) bool) int {
	q := p + 1
	for q < e && in(sc.s[q]) {
		q++
	}
	sc.emit(p, q)
	return q
}

// beyondASCII cuts what starts with a character of two bytes or more, or with
// a byte that is not UTF-8.
func (sc *scanner) beyondASCII(p, e int) int {
	s := sc.s
	r, n := utf8.DecodeRuneInString(s[p:])
	switch {
	case r == utf8.RuneError && n == 1:
		q := p + 1
		for q < e {
			if r, n := utf8.DecodeRuneInString(s[q:]); r != utf8.RuneError || n != 1 {
				break
			}
			q++
		}
		sc.emit(p, q)
		return q
	case isIgnorable(r):
		return p + n
	case isWordRune(r):
		return sc.word(p, e)
	case r == '’':
		return sc.apostrophe(p, e, n)
	}
	q := p + n
	if r == '…' || r == '—' || r == '–' || r == '―' {
		for strings.HasPrefix(s[q:e], s[p:p+n]) {
			q += n
		}
	} else if unicode.IsSymbol(r) {
		// an emoji with its modifiers: variation selectors, skin tones, joiners
		for q < e {
			r, m := utf8.DecodeRuneInString(s[q:])
			if !unicode.IsMark(r) && !isIgnorable(r) && !(0x1F3FB <= r && r <= 0x1F3FF) {
				break
			}
			q += m
			if r == '\u200d' && q < e { // joins the next one on
				r, m := utf8.DecodeRuneInString(s[q:])
				if unicode.IsSymbol(r) {
					q += m
				}
			}
		}
	}
	sc.emit(p, q)
	return q
}

// apostrophe cuts a clitic, an elided word or the mark alone; n is its width.
func (sc *scanner) apostrophe(p, e, n int) int {
	s := sc.s
	q := p + n
	if n == 1 && q < e && s[q] == '\'' { // '' as a quotation mark
		sc.emit(p, q+1)
		return q + 1
	}
	w := q
	for w < e && w-q <= maxListed {
		m := wordAt(s, w)
		if m == 0 {
			break
		}
		w += m
	}
	if w > q {
		var buf [maxListed]byte
		low := fold(&buf, s[q:w])
		decade := w-q == 3 && isDigit(s[q]) && isDigit(s[q+1]) && s[q+2] == 's'
		if low != nil && (decade || sc.clitics.HasBytes(low) || sc.elisions.HasBytes(low)) {
			sc.emit(p, w)
			return w
		}
	}
	sc.emit(p, q)
	return q
}
