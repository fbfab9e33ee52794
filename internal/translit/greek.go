package translit

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The Greek marks, as combining characters.
const (
	acute        = '\u0301'
	grave        = '\u0300'
	circumflex   = '\u0342' // perispomeni
	diaeresis    = '\u0308'
	smooth       = '\u0313'
	rough        = '\u0314'
	iotaSub      = '\u0345'
	greekOxia    = '\u0341'
	greekKoronis = '\u0343'
)

// A marked letter is a letter with the marks that stand on it.
type marked struct {
	r            rune
	acute, parts bool
}

// romanizeGreek rewrites the letters without their marks, since pairs such as
// ου are one sound wherever the accent is, and sets the marks anew: on the
// last vowel of what the pair became. A diaeresis, or an accent on the first
// letter of a pair, parts it. ALA-LC and the press write no marks.
func romanizeGreek(s string, t *table) string {
	letters := splitMarks(s)
	in := make([]rune, len(letters))
	for i, l := range letters {
		in[i] = l.r
	}
	t.unmask(in)
	var b strings.Builder
	for i := 0; i < len(in); {
		r := t.matchMarked(in, letters, i)
		if r == nil {
			b.WriteRune(in[i])
			i++
			continue
		}
		n := len(r.src)
		var one strings.Builder
		writeCased(&one, r.dst, in, i, n, r.capital)
		last := letters[i+n-1]
		b.WriteString(t.setMarks(one.String(), last))
		i += n
	}
	return norm.NFC.String(b.String())
}

// splitMarks parts letters from marks. All accents are one in modern Greek;
// breathings and the iota subscript are silent.
func splitMarks(s string) []marked {
	var out []marked
	for _, r := range norm.NFD.String(clean(s)) {
		if len(out) > 0 && unicode.Is(unicode.Greek, out[len(out)-1].r) {
			last := &out[len(out)-1]
			switch r {
			case acute, grave, circumflex, greekOxia:
				last.acute = true
				continue
			case diaeresis:
				last.parts = true
				continue
			case smooth, rough, iotaSub, greekKoronis:
				continue
			}
		}
		out = append(out, marked{r: r})
	}
	return out
}

// matchMarked is match with the pairs parted that marks part.
func (t *table) matchMarked(in []rune, letters []marked, i int) *rule {
	rs := t.rules[unicode.ToLower(in[i])]
	for k := range rs {
		r := &rs[k]
		if !r.holds(in, i) {
			continue
		}
		parted := false
		for j := range len(r.src) - 1 {
			parted = parted || letters[i+j].acute || letters[i+j+1].parts
		}
		if !parted {
			return r
		}
	}
	return nil
}

// setMarks puts the marks of l on the last vowel of s.
func (t *table) setMarks(s string, l marked) string {
	if t.unmarked || !l.acute && !l.parts {
		return s
	}
	rs := []rune(norm.NFD.String(s))
	at := -1
	for i, r := range rs {
		if strings.ContainsRune("aeiouyAEIOUY", r) {
			at = i
		}
	}
	if at < 0 {
		return s
	}
	for at+1 < len(rs) && unicode.Is(unicode.Mn, rs[at+1]) {
		at++
	}
	var b strings.Builder
	b.WriteString(string(rs[:at+1]))
	if l.parts {
		b.WriteRune(diaeresis)
	}
	if l.acute {
		b.WriteRune(acute)
	}
	b.WriteString(string(rs[at+1:]))
	return b.String()
}
