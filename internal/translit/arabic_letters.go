package translit

import "strings"

// letter writes the unit at i with its vowel and returns how many units that
// took.
func (w *arabicWord) letter(i int) int {
	u := w.us[i]
	switch u.c {
	case 'ا':
		return w.alif(i)
	case 'آ':
		w.hamza(i)
		w.longVowel("A")
		return 1
	case 'أ', 'إ', 'ؤ', 'ئ', 'ء':
		return w.onHamza(i)
	case 'و', 'ي':
		return w.glide(i)
	case 'ى':
		w.maqsura(i)
		return 1
	case 'ة':
		w.marbuta(i)
		return 1
	case 'ه':
		if w.mutedHeh(i) {
			w.b.WriteString(w.t.m["ة"])
			return 1
		}
	}
	w.consonant(u.c, u.double)
	w.vowel(i)
	return 1
}

// consonant writes a letter, twice where it is doubled. A letter that the
// table does not have passes through.
func (w *arabicWord) consonant(c rune, double bool) {
	latin, ok := w.t.m[string(c)]
	if !ok {
		latin = string(c)
	}
	w.b.WriteString(latin)
	if double {
		w.b.WriteString(latin)
	}
	w.long = false
}

// vowel writes the sign on the unit at i, unless the next letter makes it
// long or the system drops it at the end.
func (w *arabicWord) vowel(i int) {
	u := w.us[i]
	last := i == len(w.us)-1
	next := unit{}
	if !last {
		next = w.us[i+1]
	}
	switch u.vowel {
	case fatha:
		if next.c == 'ا' && next.vowel == 0 || next.c == 'ى' || next.c == 'ة' {
			return // written with that letter
		}
		if w.silent(i) {
			return
		}
		w.short("a")
	case kasra:
		if w.silent(i) || w.mutedHeh(i+1) || next.c == 'ي' && next.vowel == 0 && !next.double && !w.beforeAlif(i+1) {
			return
		}
		w.short("i")
	case damma:
		if w.silent(i) || next.c == 'و' && next.vowel == 0 && !next.double && !w.beforeAlif(i+1) {
			return
		}
		w.short("u")
	case fathatan:
		w.tanwin("a")
	case dammatan:
		w.tanwin("u")
	case kasratan:
		w.tanwin("i")
	case daggerAlif:
		w.longVowel("A")
	}
}

// silent reports a short vowel at the end that is not written: in pause, and
// where it is the ezafe.
func (w *arabicWord) silent(i int) bool {
	if i != len(w.us)-1 {
		return false
	}
	return w.t.pausal || w.t.persian && w.us[i].vowel == kasra && w.next != nil
}

// mutedHeh reports the Persian heh at the end of a word that is only the seat
// of a vowel.
func (w *arabicWord) mutedHeh(i int) bool {
	if !w.t.persian || i != len(w.us)-1 || i == 0 || w.us[i].c != 'ه' || w.us[i].vowel != 0 {
		return false
	}
	before := w.us[i-1]
	return (before.vowel == kasra || before.vowel == 0) && !strings.ContainsRune("اآوي", before.c)
}

func (w *arabicWord) short(v string) {
	w.b.WriteString(w.t.m[v])
	w.long = false
}

func (w *arabicWord) longVowel(v string) {
	w.b.WriteString(w.t.m[v])
	w.long = true
}

func (w *arabicWord) tanwin(v string) {
	if !w.t.pausal {
		w.b.WriteString(w.t.m[v] + "n")
	}
}

func (w *arabicWord) beforeAlif(i int) bool {
	return i+1 < len(w.us) && (w.us[i+1].c == 'ا' || w.us[i+1].c == 'ة' || w.us[i+1].c == 'آ')
}

// alif is a long vowel after a consonant, a short one's seat at the start.
func (w *arabicWord) alif(i int) int {
	u := w.us[i]
	if i == 0 {
		return w.initial(i, u.vowel)
	}
	if god := w.t.m["اللهX"]; god != "" && w.t.m[bare(w.us[i:])] != "" && bare(w.us[i:]) == "الله" {
		w.b.WriteString(god)
		return len(w.us) - i
	}
	prev := w.us[i-1]
	switch {
	case u.vowel == fathatan:
		w.tanwin("a")
	case prev.vowel == fathatan || prev.vowel == kasratan:
		// its seat
	case prev.c == 'و' && i == len(w.us)-1 && w.long && prev.vowel == 0:
		// the silent alif of plural verbs
	case prev.vowel == fatha:
		w.longVowel("A")
	default:
		w.longVowel("B")
	}
	return 1
}

// initial writes a vowel at the start of a word, with the letter that makes
// it long.
func (w *arabicWord) initial(i int, vowel rune) int {
	var next unit
	if i+1 < len(w.us) {
		next = w.us[i+1]
	}
	plain := next.vowel == 0 && !next.double && !w.beforeAlif(i+1)
	switch {
	case next.c == 'ي' && plain && (vowel == kasra || vowel == 0 && w.us[i].c != 'أ'):
		w.longVowel("I")
		return 2
	case next.c == 'و' && plain && (vowel == damma || vowel == 0 && w.us[i].c == 'ا'):
		w.longVowel("U")
		return 2
	case vowel == kasra || vowel == 0 && w.us[i].c == 'إ':
		w.short("i")
	case vowel == damma:
		w.short("u")
	default:
		w.us[i].vowel = fatha
		w.vowel(i)
	}
	return 1
}

// hamza writes the sign, which no system writes at the start.
func (w *arabicWord) hamza(i int) {
	if i > 0 {
		w.consonant('ء', w.us[i].double)
	}
}

func (w *arabicWord) onHamza(i int) int {
	u := w.us[i]
	if i == 0 && u.c != 'ء' {
		return w.initial(i, u.vowel)
	}
	w.hamza(i)
	last := i == len(w.us)-1
	if last && u.vowel == 0 && w.t.lower && u.c != 'ء' && i > 0 && (w.us[i-1].vowel == fatha || w.us[i-1].vowel == kasra) {
		w.short("a") // a verb's ending: mala’a, khaṭi’a
		return 1
	}
	if u.vowel == 0 && u.c == 'إ' {
		w.us[i].vowel = kasra
	}
	w.vowel(i)
	return 1
}

// glide writes waw and ya: a consonant with a vowel of its own, else a long
// vowel or the second half of a diphthong.
func (w *arabicWord) glide(i int) int {
	u := w.us[i]
	long, short, diphthong := "U", rune(damma), "aw"
	if u.c == 'ي' {
		long, short, diphthong = "I", kasra, "ay"
	}
	before := unit{}
	if i > 0 {
		before = w.us[i-1]
	}
	switch {
	case u.double && before.vowel == short:
		w.lengthen(long)
		if u.c == 'و' || i < len(w.us)-1 || u.vowel != 0 && !w.t.pausal {
			w.consonant(u.c, false)
			w.long = false
			w.vowel(i)
		}
	case u.vowel != 0 && u.vowel != sukun || u.double || i == 0 || w.beforeAlif(i):
		w.consonant(u.c, u.double)
		w.vowel(i)
	case before.vowel == short:
		w.longVowel(long)
	case before.vowel == fatha:
		w.diphthong(diphthong)
	case before.vowel == 0 && !w.long && u.vowel != sukun && !w.closes(i):
		w.longVowel(long)
	default:
		w.consonant(u.c, false)
	}
	return 1
}

// closes reports a glide that ends a word after a consonant whose syllable a
// written vowel opened: sarv, ṭahy.
func (w *arabicWord) closes(i int) bool {
	return i == len(w.us)-1 && i >= 2 && w.us[i-1].vowel == 0 && w.us[i-2].vowel == fatha
}

// lengthen turns the short vowel that was just written into a long one.
func (w *arabicWord) lengthen(long string) {
	short := map[string]string{"I": w.t.m["i"], "U": w.t.m["u"]}[long]
	s := w.b.String()
	if n := len(s) - len(short); n >= 0 && s[n:] == short {
		w.b.Reset()
		w.b.WriteString(s[:n])
	}
	w.longVowel(long)
}

// diphthong writes aw or ay over the a that was just written.
func (w *arabicWord) diphthong(d string) {
	a := w.t.m["a"]
	s := w.b.String()
	if n := len(s) - len(a); n >= 0 && s[n:] == a {
		w.b.Reset()
		w.b.WriteString(s[:n])
	}
	w.b.WriteString(w.t.m[d])
	w.long = false
}

// maqsura is the ya without dots at the end.
func (w *arabicWord) maqsura(i int) {
	switch {
	case i > 0 && w.us[i-1].vowel == kasra:
		w.longVowel("I")
	case i > 0 && (w.us[i-1].vowel == fathatan || w.us[i].vowel == fathatan):
		if w.us[i].vowel == fathatan {
			w.tanwin("a")
		}
	default:
		w.longVowel("ى")
	}
}

// marbuta is ah, or at before a genitive. An adjective that agrees, and a
// word with an article, keep the ah.
func (w *arabicWord) marbuta(i int) {
	long := w.long
	form := w.t.m["ة"]
	if len(w.next) > 0 && !w.t.persian && i == len(w.us)-1 && w.construct() {
		form = w.t.m["ةX"]
	}
	switch w.us[i].vowel {
	case fathatan, dammatan, kasratan, fatha, kasra, damma:
		if !w.t.pausal {
			form = w.t.m["ةX"]
		}
	}
	if long && len(form) > 1 {
		form = form[1:] // mir’āh
	}
	w.b.WriteString(form)
	w.long = false
	w.vowel(i)
}

// construct reports whether the next word is the owner of this one. The
// article was taken off before, and a word with it is never owned.
func (w *arabicWord) construct() bool {
	if w.hadArticle {
		return false
	}
	n := w.next
	definite := len(n) >= 4 && n[0].c == 'ا' && n[1].c == 'ل'
	return definite || n[len(n)-1].c != 'ة'
}
