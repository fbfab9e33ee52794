package names

import (
	"strings"
	"unicode"

	"github.com/newsfact/newsfact/internal/translit"
)

// matchScripts compares names of which one at least is not in Latin letters:
// letter by letter where they are of one script, else as the press would
// write them.
func matchScripts(a, b string, alienA, alienB bool, match func(a, b string) (float64, bool)) (float64, bool) {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if alienA && alienB && strings.EqualFold(a, b) {
		return 1, true
	}
	if alienA {
		a = latin(a)
	}
	if alienB {
		b = latin(b)
	}
	if alienLetters(a) || alienLetters(b) {
		return 0, false // a script that no table reads
	}
	return match(a, b)
}

func latin(s string) string {
	lang := language(s)
	if lang == "" {
		return s
	}
	out, ok := translit.Romanize(s, lang, translit.Press)
	if !ok {
		return s
	}
	return out
}

func alienLetters(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) {
			return true
		}
	}
	return false
}

// language guesses the language of a name by its script and the letters that
// only some languages have.
func language(s string) string {
	for _, r := range s {
		switch {
		case strings.ContainsRune("іїєґІЇЄҐ", r):
			if strings.ContainsAny(s, "әғқңұүөһӘҒҚҢҰҮӨҺ") {
				return "kk"
			}
			if strings.ContainsAny(s, "ўЎыэё") {
				return "be"
			}
			return "uk"
		case strings.ContainsRune("ђћЂЋ", r):
			return "sr"
		case strings.ContainsRune("ѓќѕЃЌЅ", r):
			return "mk"
		case strings.ContainsRune("јЈљњЉЊ", r):
			if strings.ContainsAny(s, "әҝҹҺһӘҜҸ") {
				return "az"
			}
			return "sr"
		case strings.ContainsRune("ўЎ", r):
			if strings.ContainsAny(s, "қғҳҚҒҲ") {
				return "uz"
			}
			return "be"
		case strings.ContainsRune("ҳӣҷӯҲӢҶӮ", r):
			return "tg"
		case strings.ContainsRune("әғқұӘҒҚҰ", r):
			return "kk"
		case strings.ContainsRune("үөҮӨ", r):
			if strings.ContainsAny(s, "ңҢ") {
				return "ky"
			}
			return "mn"
		case strings.ContainsRune("پچژگیکۀ", r):
			return "fa"
		}
	}
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Cyrillic, r):
			return "ru"
		case unicode.Is(unicode.Greek, r):
			return "el"
		case unicode.Is(unicode.Arabic, r):
			return "ar"
		case unicode.Is(unicode.Hebrew, r):
			return "he"
		case unicode.Is(unicode.Georgian, r):
			return "ka"
		case unicode.Is(unicode.Armenian, r):
			return "hy"
		case unicode.Is(unicode.Hangul, r):
			return "ko"
		}
	}
	return ""
}
