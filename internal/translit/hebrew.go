package translit

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// The Hebrew points.
const (
	sheva      = '\u05B0'
	hatafSegol = '\u05B1'
	hatafPatah = '\u05B2'
	hatafQamat = '\u05B3'
	hiriq      = '\u05B4'
	tsere      = '\u05B5'
	segol      = '\u05B6'
	patah      = '\u05B7'
	qamats     = '\u05B8'
	holam      = '\u05B9'
	holamHaser = '\u05BA'
	qubuts     = '\u05BB'
	dagesh     = '\u05BC'
	shinDot    = '\u05C1'
	sinDot     = '\u05C2'
	qamatsQat  = '\u05C7'
	geresh     = '׳'
)

// A point is a Hebrew letter with what stands on it.
type point struct {
	c      rune // with final forms folded
	vowel  rune
	mark   rune // dagesh, shinDot, sinDot, geresh; 0 for none
	dotted bool // a dagesh beside a shin or sin dot
}

// romanizeHebrew writes pointed Hebrew. In unpointed words vav and yod between
// consonants are vowels, and bet, kaf and pe are stops at the start of a word.
func romanizeHebrew(s, system string) (string, bool) {
	t := semiticFor("he", system)
	if t == nil {
		return "", false
	}
	s = strings.Map(func(r rune) rune {
		if invisible(r) || r >= 0x0591 && r <= 0x05AF || r == 0x05BD || r == 0x05BF {
			return -1 // cantillation, meteg, rafe
		}
		return r
	}, norm.NFD.String(s))
	var b strings.Builder
	for _, w := range splitScript(s, isHebrew) {
		if w.own {
			b.WriteString(capitalize(t.hebrewWord(points(w.text))))
		} else {
			b.WriteString(strings.ReplaceAll(w.text, "־", "-"))
		}
	}
	return norm.NFC.String(b.String()), true
}

func isHebrew(r rune) bool {
	return r >= 0x05B0 && r <= 0x05F4 && r != '־' && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r == geresh)
}

func points(s string) []point {
	var ps []point
	for _, r := range s {
		n := len(ps)
		switch {
		case r >= 'א' && r <= 'ת':
			ps = append(ps, point{c: medial(r)})
		case n == 0:
		case r == dagesh && ps[n-1].mark == 0:
			ps[n-1].mark = dagesh
		case r == dagesh:
			ps[n-1].dotted = true
		case r == shinDot || r == sinDot || r == geresh:
			ps[n-1].dotted = ps[n-1].mark == dagesh
			ps[n-1].mark = r
		case r >= sheva && r <= qubuts || r == qamatsQat:
			ps[n-1].vowel = r
		}
	}
	return ps
}

// medial folds the five final forms.
func medial(r rune) rune {
	switch r {
	case 'ך', 'ם', 'ן', 'ף', 'ץ':
		return r + 1
	}
	return r
}

func (t *semitic) hebrewWord(ps []point) string {
	pointed := false
	for _, p := range ps {
		pointed = pointed || p.vowel != 0
	}
	var b strings.Builder
	for i, p := range ps {
		last := i == len(ps)-1
		switch {
		case p.c == 'ו' && (p.vowel == holam || p.vowel == holamHaser) && (i > 0 && ps[i-1].vowel == 0):
			b.WriteString(t.m["o"])
			continue
		case p.c == 'ו' && p.mark == dagesh && p.vowel == 0:
			b.WriteString(t.m["u"])
			continue
		case p.c == 'ו' && !pointed && i > 0:
			b.WriteString(t.m[[]string{"o", "u"}[btoi(last)]])
			continue
		case p.c == 'י' && p.vowel == 0 && i > 0 && (!pointed || isE(ps[i-1].vowel)):
			if !pointed {
				b.WriteString(t.m["i"])
			}
			continue // hiriq male, tsere male
		case (p.c == 'ה' || p.c == 'א') && last && i > 0 && p.vowel == 0 && p.mark == 0:
			if !pointed {
				b.WriteString(t.m["a"])
			} else if p.c == 'ה' && !t.mute {
				b.WriteString(t.m["ה"])
			}
			continue
		}
		b.WriteString(t.hebrewConsonant(p, i, last, pointed))
		b.WriteString(t.hebrewVowel(p, i, ps))
	}
	return b.String()
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func isE(v rune) bool { return v == hiriq || v == tsere || v == segol }

// hebrewConsonant writes a letter without its vowel. Alef is silent at the
// edges of a word, and so is ayin where a system writes both alike.
func (t *semitic) hebrewConsonant(p point, i int, last, pointed bool) string {
	if (i == 0 || last) && t.m["א"] != "ʾ" && (p.c == 'א' || p.c == 'ע' && t.m["ע"] == t.m["א"]) {
		return ""
	}
	key := string(p.c)
	if p.mark != 0 {
		key += string(p.mark)
	} else if !pointed && i == 0 && strings.ContainsRune("בכפ", p.c) {
		key += string(dagesh)
	}
	if c, ok := t.m[key]; ok {
		return c
	}
	return t.m[string(p.c)]
}

func (t *semitic) hebrewVowel(p point, i int, ps []point) string {
	switch p.vowel {
	case patah, qamats, hatafPatah:
		return t.m["a"]
	case tsere, segol, hatafSegol:
		return t.m["e"]
	case hiriq:
		return t.m["i"]
	case holam, holamHaser, hatafQamat, qamatsQat:
		return t.m["o"]
	case qubuts:
		return t.m["u"]
	case sheva:
		// Sounded after the first letter and after another sheva.
		if i == 0 || i > 1 && ps[i-1].vowel == sheva && i < len(ps)-1 {
			return t.m["e"]
		}
	}
	return ""
}
