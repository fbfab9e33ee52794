package translit

import "strings"

// arabicPress writes an Arabic or Persian word that the list does not know:
// the article apart, then consonants with the vowels that are most often
// between them. The script leaves those out, so this is a guess.
func (p *spelling) arabicPress(w string, first bool) string {
	t := semiticFor(p.lang, Press)
	if !strings.ContainsFunc(w, isArabic) {
		return w
	}
	if p.lang == "fa" {
		if rest, ok := strings.CutPrefix(w, "عبدال"); ok && len(rest) >= 4 {
			return "Abdol" + strings.ToLower(p.stem(t, rest))
		}
	}
	if p.lang == "ar" {
		if rest, ok := strings.CutPrefix(w, "ال"); ok && len(rest) >= 4 {
			return "al-" + p.stem(t, rest)
		}
		if rest, ok := strings.CutPrefix(w, "عبدال"); ok && len(rest) >= 4 {
			return "Abdul" + strings.ToLower(p.stem(t, rest))
		}
		if w == "بن" && first {
			return "Ben"
		}
	}
	return t.guess(w)
}

// stem writes a word without its article.
func (p *spelling) stem(t *semitic, w string) string {
	if out, ok := p.find(w); ok && !strings.HasPrefix(out, "al-") {
		return out
	}
	return t.guess(w)
}

// guess puts vowels between consonants: a after the first of a group at the
// start, e before the last of a group at the end.
func (t *semitic) guess(w string) string {
	us := units(w)
	var b strings.Builder
	var run []string // consonants since the last vowel
	atStart := true
	flush := func(end bool) {
		b.WriteString(cluster(run, atStart, end))
		atStart = atStart && len(run) == 0
		run = run[:0]
	}
	vowel := func(v string, end bool) {
		flush(false)
		b.WriteString(v)
		atStart = false
	}
	for i, u := range us {
		last := i == len(us)-1
		switch {
		case u.c == 'ا' || u.c == 'أ' || u.c == 'آ' || u.c == 'ى' || u.c == 'ع' && (i == 0 || i+1 < len(us) && us[i+1].c != 'ا'):
			vowel(t.m["A"], last)
		case u.c == 'إ':
			vowel("i", last)
		case (u.c == 'و' || u.c == 'ي') && i > 0 && !(i+1 < len(us) && strings.ContainsRune("اىةآ", us[i+1].c)):
			vowel(map[rune]string{'و': t.m["U"], 'ي': t.m["I"]}[u.c], last)
		case u.c == 'ة':
			vowel(t.m["ة"], last)
		case u.c == 'ه' && last && t.persian && len(run) > 0:
			vowel(t.m["ة"], last)
		default:
			if c := t.m[string(u.c)]; c != "" {
				run = append(run, c)
			}
		}
	}
	flush(true)
	return capitalize(b.String())
}

// cluster joins consonants that stand together.
func cluster(run []string, start, end bool) string {
	switch n := len(run); {
	case n == 0:
		return ""
	case start && end:
		return strings.Join(run, "a")
	case start && n >= 2:
		return run[0] + "a" + strings.Join(run[1:], "")
	case end && n >= 2:
		return strings.Join(run[:n-1], "") + "e" + run[n-1]
	case n >= 3:
		return strings.Join(run[:2], "") + "a" + strings.Join(run[2:], "")
	}
	return strings.Join(run, "")
}

// hebrewPress writes a Hebrew word that the list does not know, with the
// vowels that are most often between its consonants.
func (p *spelling) hebrewPress(w string) string {
	if !strings.ContainsFunc(w, isHebrew) {
		return w
	}
	t := semiticFor("he", Press)
	ps := points(strings.ReplaceAll(w, "'", string(geresh)))
	for _, u := range ps {
		if u.vowel != 0 {
			return capitalize(t.hebrewWord(ps))
		}
	}
	var b strings.Builder
	var run []string
	atStart := true
	flush := func(end bool) {
		b.WriteString(cluster(run, atStart, end))
		atStart = atStart && len(run) == 0
		run = run[:0]
	}
	vowel := func(v string) {
		flush(false)
		b.WriteString(v)
		atStart = false
	}
	for i, u := range ps {
		last := i == len(ps)-1
		switch {
		case u.c == 'א' || u.c == 'ע' || u.c == 'ה' && last:
			vowel("a")
		case u.c == 'ו' && i > 0 && i+1 < len(ps) && ps[i+1].c == 'ו':
			run = append(run, "v")
		case u.c == 'ו' && i > 0 && ps[i-1].c == 'ו':
		case u.c == 'ו' && i > 0:
			vowel([]string{"o", "u"}[btoi(last)])
		case u.c == 'י' && i > 0 && ps[i-1].c != 'י':
			vowel("i")
		default:
			if c := t.hebrewConsonant(u, i, last, false); c != "" {
				run = append(run, c)
			}
		}
	}
	flush(true)
	return capitalize(b.String())
}
