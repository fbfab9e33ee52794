package translit

import (
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A spelling is the compiled list of press spellings of one language.
type spelling struct {
	words   map[string]string // folded as key folds
	longest map[string]int    // words of the longest key that begins with this one
	lang    string
}

var spellings sync.Map // lang -> *spelling

func spellingFor(lang string) *spelling {
	if p, ok := spellings.Load(lang); ok {
		return p.(*spelling)
	}
	p := &spelling{words: make(map[string]string), longest: make(map[string]int), lang: lang}
	for k, cols := range lexicon.PressSpellings(lang).All() {
		k = p.key(k)
		p.words[k] = cols[0]
		first, _, _ := strings.Cut(k, " ")
		p.longest[first] = max(p.longest[first], strings.Count(k, " ")+1)
	}
	got, _ := spellings.LoadOrStore(lang, p)
	return got.(*spelling)
}

// key folds what the press does not see: vowel signs, and the variants of
// letters that keyboards of neighbouring languages give.
func (p *spelling) key(s string) string {
	switch p.lang {
	case "ar", "fa":
		return strings.Map(func(r rune) rune {
			if r >= fathatan && r <= sukun || r == daggerAlif {
				return -1
			}
			return arabicLetter(r)
		}, s)
	case "he":
		return strings.Map(func(r rune) rune {
			switch {
			case r >= 0x0591 && r <= 0x05C7 && r != '־':
				return -1
			case r == '־':
				return '-'
			case r == geresh, r == '’':
				return '\''
			case r == '״', r == '”':
				return '"'
			}
			return r
		}, s)
	}
	return strings.Map(func(r rune) rune {
		if r == '’' || r == 'ʼ' || r == 'ʻ' || r == '‘' {
			return '\''
		}
		return r
	}, s)
}

// press writes s as English-language news does: the longest phrases that the
// list knows first, then words, then letters.
func press(s, lang string) string {
	p := spellingFor(lang)
	if languages[lang].script != arabic { // where the zero-width non-joiner parts words
		s = clean(s)
	}
	raw := norm.NFC.String(s)
	s = p.key(raw)
	if t := tableFor(lang, Press); t != nil {
		in := []rune(s)
		t.unmask(in)
		s = string(in)
	}
	if out, ok := p.words[s]; ok {
		return out
	}
	if lang == "ko" {
		return koreanPress(p, s)
	}
	words := strings.Fields(s)
	signed := p.signed(raw, words)
	var out []string
	for i := 0; i < len(words); {
		n, w := p.phrase(words[i:])
		if n == 0 {
			n, w = 1, p.word(words[i], i == 0)
			if signed != nil && signed[i] != "" {
				w, _ = romanizeArabic(signed[i], lang, Press)
			}
		}
		if w != "" {
			out = append(out, w)
		}
		i += n
	}
	return norm.NFC.String(strings.Join(out, " "))
}

// signed returns the words of an Arabic or Persian text that have their vowel
// signs, each in the place of its bare form, or nil if there is none.
func (p *spelling) signed(raw string, words []string) []string {
	if languages[p.lang].script != arabic {
		return nil
	}
	full := strings.Fields(strings.Map(arabicLetter, raw))
	if len(full) != len(words) {
		return nil
	}
	any := false
	for i, w := range full {
		if w == words[i] {
			full[i] = ""
		} else {
			any = true
		}
	}
	if !any {
		return nil
	}
	return full
}

// phrase finds the longest run of words, from the first, that is in the list.
func (p *spelling) phrase(words []string) (n int, out string) {
	longest := p.longest[words[0]]
	if low := strings.ToLower(words[0]); low != words[0] {
		longest = max(longest, p.longest[titled(low)])
	}
	for n := min(longest, len(words)); n > 0; n-- {
		if w, ok := p.find(strings.Join(words[:n], " ")); ok {
			return n, w
		}
	}
	return 0, ""
}

// find looks a phrase up, and in capitals its form with one capital a word.
func (p *spelling) find(s string) (string, bool) {
	if w, ok := p.words[s]; ok {
		return w, true
	}
	if low := strings.ToLower(s); low != s && strings.ToUpper(s) == s {
		if w, ok := p.words[titled(low)]; ok {
			return strings.ToUpper(w), true
		}
	}
	return "", false
}

func titled(s string) string {
	start := true
	return strings.Map(func(r rune) rune {
		if start && unicode.IsLetter(r) {
			start = false
			return unicode.ToTitle(r)
		}
		start = start || r == ' ' || r == '-'
		return r
	}, s)
}

// word writes a word that no phrase held, part by part where a hyphen or a
// mark of punctuation joins or ends it.
func (p *spelling) word(w string, first bool) string {
	core := strings.TrimFunc(w, unicode.IsPunct)
	if core != w && core != "" {
		at := strings.Index(w, core)
		out, ok := p.find(core)
		if !ok {
			out = p.word(core, first)
		}
		return w[:at] + out + w[at+len(core):]
	}
	if head, tail, ok := strings.Cut(w, "-"); ok && head != "" && tail != "" {
		h, ok := p.find(head)
		if !ok {
			h = p.word(head, first)
		}
		t, ok := p.find(tail)
		if !ok {
			t = p.word(tail, false)
		}
		return h + "-" + t
	}
	switch languages[p.lang].script {
	case arabic:
		return p.arabicPress(w, first)
	case hebrew:
		return p.hebrewPress(w)
	case greek:
		return romanizeGreek(w, tableFor(p.lang, Press))
	case georgian:
		return capitalize(tableFor(p.lang, Press).apply(w))
	}
	return tableFor(p.lang, Press).apply(w)
}
