package translit

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// The letters of the Revised Romanization of 2000, in the order of Unicode.
var (
	hangulInitials = [...]string{"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"}
	hangulVowels   = [...]string{"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"}
	hangulFinals   = [...]string{"", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"}
	// liaison is a final before a vowel.
	hangulLiaison = [...]string{"", "g", "kk", "ks", "n", "nj", "n", "d", "r", "lg", "lm", "lb", "ls", "lt", "lp", "r", "m", "b", "ps", "s", "ss", "ng", "j", "ch", "k", "t", "p", ""}
)

const (
	hangulFirst = 0xAC00
	hangulLast  = 0xD7A3
	silent      = 11 // the initial that has no sound
	rieul       = 5
	hieut       = 18
)

func isHangul(r rune) bool { return r >= hangulFirst && r <= hangulLast }

// romanizeHangul writes Korean by the Revised Romanization, which the national
// system of South Korea and BGN/PCGN (2011) are, with the sounds as they meet.
func romanizeHangul(s, system string) (string, bool) {
	if system != National && system != BGNPCGN {
		return "", false
	}
	var b strings.Builder
	for _, w := range splitScript(clean(norm.NFC.String(s)), isHangul) {
		if w.own {
			b.WriteString(capitalize(revised([]rune(w.text))))
		} else {
			b.WriteString(w.text)
		}
	}
	return b.String(), true
}

// revised writes a word of syllable blocks.
func revised(w []rune) string {
	var b strings.Builder
	carried := "" // an initial that the final before has settled
	for i, r := range w {
		n := int(r) - hangulFirst
		initial, vowel, final := n/588, n%588/28, n%28
		if carried != "" {
			b.WriteString(strings.TrimPrefix(carried, "-"))
		} else {
			b.WriteString(hangulInitials[initial])
		}
		b.WriteString(hangulVowels[vowel])
		carried = ""
		if i == len(w)-1 {
			b.WriteString(hangulFinals[final])
			break
		}
		next := (int(w[i+1]) - hangulFirst) / 588
		end, start := meet(final, next)
		b.WriteString(end)
		carried = "-" + start
	}
	return b.String()
}

// meet writes a final and the initial after it as they sound together.
func meet(final, next int) (end, start string) {
	end, start = hangulFinals[final], hangulInitials[next]
	if final == 0 {
		return "", start
	}
	switch {
	case next == silent:
		if final == 21 { // ng stays
			return "ng", ""
		}
		return "", hangulLiaison[final]
	case next == 2 || next == 6: // n, m
		switch end {
		case "k":
			end = "ng"
		case "t":
			end = "n"
		case "p":
			end = "m"
		case "l":
			if next == 2 {
				start = "l"
			}
		}
	case next == rieul:
		switch end {
		case "l", "n", "t":
			return "l", "l"
		case "m":
			return "m", "n"
		case "ng":
			return "ng", "n"
		case "k":
			return "ng", "n"
		case "p":
			return "m", "n"
		}
	case next == hieut && (end == "k" || end == "t" || end == "p"):
		return end, "h"
	}
	return end, start
}
