package translit

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// The Arabic vowel signs.
const (
	fathatan   = '\u064B'
	dammatan   = '\u064C'
	kasratan   = '\u064D'
	fatha      = '\u064E'
	damma      = '\u064F'
	kasra      = '\u0650'
	shadda     = '\u0651'
	sukun      = '\u0652'
	daggerAlif = '\u0670'
	highHamza  = '\u0674'
	zwnj       = '\u200C'
	tatweel    = '\u0640'
)

// A unit is a letter with its vowel sign.
type unit struct {
	c      rune
	vowel  rune // fatha, damma, kasra, sukun, a tanwin, daggerAlif; 0 where none is written
	double bool
	ezafe  bool // Persian: a hamza over a final heh
}

// A semitic is the compiled table of one system for a consonantal script.
type semitic struct {
	persian    bool
	lower      bool // no capitals
	assimilate bool // the article before sun letters
	pausal     bool // no short vowels at the end
	mute       bool // Hebrew: no h at the end

	m map[string]string
}

var semitics sync.Map // "lang.system" -> *semitic

// semiticFor compiles the column of a system, or returns nil.
func semiticFor(lang, system string) *semitic {
	key := lang + "." + system
	if t, ok := semitics.Load(key); ok {
		return t.(*semitic)
	}
	systems, rows := lexicon.Romanization(lang)
	col := slices.Index(systems, system)
	if col < 0 {
		return nil
	}
	t := &semitic{
		persian:    lang == "fa",
		lower:      lang == "ar" && system == ALALC,
		assimilate: lang == "ar" && system == BGNPCGN,
		pausal:     lang == "ar" && (system == ISO || system == Press),
		mute:       lang == "he" && (system == BGNPCGN || system == National || system == Press),
		m:          make(map[string]string, len(rows)),
	}
	for _, r := range rows {
		t.m[r.Cols[0]] = strings.TrimPrefix(r.Cols[col+1], "∅")
	}
	got, _ := semitics.LoadOrStore(key, t)
	return got.(*semitic)
}

// romanizeArabic writes vocalised Arabic or Persian. Where a sign is missing,
// alif, waw and ya after a consonant are long vowels, and a consonant has no
// vowel.
func romanizeArabic(s, lang, system string) (string, bool) {
	t := semiticFor(lang, system)
	if t == nil {
		return "", false
	}
	s = strings.Map(arabicLetter, norm.NFC.String(s))
	var b strings.Builder
	first := true
	words := splitScript(s, isArabic)
	for i, w := range words {
		if !w.own {
			b.WriteString(w.text)
			continue
		}
		us := units(w.text)
		if len(us) == 0 {
			continue
		}
		var next []unit
		if i+2 < len(words) && strings.TrimSpace(words[i+1].text) == "" {
			next = units(words[i+2].text)
		}
		aw := &arabicWord{t: t, us: us, next: next, first: first}
		out, glued := aw.write()
		if glued {
			joined := strings.TrimRight(b.String(), " ")
			b.Reset()
			b.WriteString(joined)
		}
		b.WriteString(out)
		first = false
	}
	return norm.NFC.String(b.String()), true
}

// A piece is a run of letters of the script, or a run of anything else.
type piece struct {
	text string
	own  bool
}

func splitScript(s string, own func(rune) bool) []piece {
	var out []piece
	start := 0
	was := false
	for i, r := range s {
		if is := own(r); i == 0 {
			was = is
		} else if is != was {
			out = append(out, piece{s[start:i], was})
			start, was = i, is
		}
	}
	if start < len(s) {
		out = append(out, piece{s[start:], was})
	}
	return out
}

func isArabic(r rune) bool {
	return r >= 0x600 && r <= 0x6FF && (unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r == highHamza)
}

// arabicLetter folds the Persian and presentation variants of letters that
// the standards write alike, and drops what is not seen.
func arabicLetter(r rune) rune {
	switch r {
	case 'ک':
		return 'ك'
	case 'ی', 'ې', 'ۍ':
		return 'ي'
	case 'ہ', 'ھ', 'ە':
		return 'ه'
	case 'ٱ':
		return 'ا'
	case zwnj:
		return ' '
	case tatweel:
		return -1
	}
	if r >= '٠' && r <= '٩' {
		return '0' + r - '٠'
	}
	if r >= '۰' && r <= '۹' {
		return '0' + r - '۰'
	}
	if invisible(r) {
		return -1
	}
	return r
}

func units(s string) []unit {
	var us []unit
	for _, r := range s {
		switch {
		case r == 'ۀ':
			us = append(us, unit{c: 'ه', ezafe: true})
		case len(us) > 0 && (r == highHamza || r == '\u0654'):
			us[len(us)-1].ezafe = true
		case len(us) > 0 && r == shadda:
			us[len(us)-1].double = true
		case len(us) > 0 && (r >= fathatan && r <= sukun || r == daggerAlif):
			us[len(us)-1].vowel = r
		case unicode.IsLetter(r):
			us = append(us, unit{c: r})
		}
	}
	return us
}

// bare is the word without its signs.
func bare(us []unit) string {
	var b strings.Builder
	for _, u := range us {
		b.WriteRune(u.c)
	}
	return b.String()
}

// arabicWord writes one word.
type arabicWord struct {
	t     *semitic
	us    []unit
	next  []unit // the word after it, if a space parts them
	first bool
	b     strings.Builder
	long  bool // the last thing written was a long vowel

	hadArticle bool
}

// write returns the word, and whether it is glued to the one before.
func (w *arabicWord) write() (out string, glued bool) {
	whole := w.t.m[bare(w.us)]
	if whole != "" && utf8.RuneCountInString(bare(w.us)) > 1 {
		if g, ok := strings.CutPrefix(whole, "+"); ok {
			if !w.first {
				return g, true
			}
			whole = g
		}
		return w.cased("", whole), false
	}
	prefix := ""
	if art, rest, ok := w.article(); ok {
		prefix, w.us, w.hadArticle = art, rest, true
		if stem, ok := w.t.m[bare(rest)]; ok {
			return w.cased(prefix, stem), false
		}
	}
	ezafe := w.ezafe()
	if strings.HasPrefix(ezafe, "-y") && !w.us[len(w.us)-1].ezafe {
		w.us = w.us[:len(w.us)-1] // the ya that carries it
	}
	for i := 0; i < len(w.us); {
		i += w.letter(i)
	}
	return w.cased(prefix, w.b.String()) + ezafe, false
}

// ezafe is the vowel that joins a Persian noun to what follows, where its
// sign is written.
func (w *arabicWord) ezafe() string {
	e := w.t.m["ezafe"]
	last := w.us[len(w.us)-1]
	if e == "" || w.next == nil {
		return ""
	}
	switch {
	case last.ezafe:
		return "-y" + e
	case last.vowel == kasra && last.c == 'ي' && len(w.us) > 1 && w.us[len(w.us)-2].c == 'ا':
		return "-y" + e
	case last.vowel == kasra:
		return "-" + e
	}
	return ""
}

// article takes the article, and the prepositions that merge with it, off.
func (w *arabicWord) article() (prefix string, rest []unit, ok bool) {
	us := w.us
	art := w.t.m["article"]
	switch {
	case len(us) >= 4 && us[0].c == 'ا' && us[1].c == 'ل' && us[1].vowel != fatha && us[1].vowel != kasra && us[1].vowel != damma:
		rest = us[2:]
	case len(us) >= 4 && us[0].c == 'ل' && us[0].vowel == kasra && us[1].c == 'ل' && us[1].vowel == 0 && !us[1].double:
		rest, prefix, art = us[2:], "li-", strings.TrimPrefix(art, "a")
	case len(us) >= 5 && (us[0].c == 'و' && us[0].vowel == fatha || us[0].c == 'ب' && us[0].vowel == kasra) && us[1].c == 'ا' && us[1].vowel == 0 && us[2].c == 'ل' && us[2].vowel == 0:
		rest, prefix = us[3:], map[rune]string{'و': "wa-", 'ب': "bi-"}[us[0].c]
	default:
		return "", us, false
	}
	if w.t.persian {
		return "", us, false
	}
	rest = slices.Clone(rest)
	rest[0].double = false // the sign of assimilation
	if c := w.t.m[string(rest[0].c)]; w.t.assimilate && strings.ContainsRune("تثدذرزسشصضطظن", rest[0].c) {
		art = strings.Replace(art, "l", c, 1)
	}
	return prefix + strings.ReplaceAll(art, "·", " "), rest, true
}

// cased capitalises a word as the system does: ALA-LC leaves Arabic in small
// letters, ISO keeps the article small, BGN/PCGN only inside a name.
func (w *arabicWord) cased(prefix, s string) string {
	if w.t.lower {
		return prefix + s
	}
	if w.t.assimilate && w.first {
		prefix = capitalize(prefix)
	}
	return prefix + capitalize(s)
}

// capitalize raises the first letter, over the signs of hamza and ayn.
func capitalize(s string) string {
	for i, r := range s {
		if unicode.IsLetter(r) && r != 'ʻ' && r != 'ʼ' && r != 'ʾ' && r != 'ʿ' {
			up := string(unicode.ToUpper(r))
			if d := norm.NFD.String(up); up == string(r) && d != up { // ẖ has no capital of its own
				first, n := utf8.DecodeRuneInString(d)
				up = string(unicode.ToUpper(first)) + d[n:]
			}
			return s[:i] + up + s[i+utf8.RuneLen(r):]
		}
	}
	return s
}
