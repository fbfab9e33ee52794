package translit

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A table is the rules of one system for one language, by the first letter of
// what they rewrite, the most special first.
type table struct {
	rules map[rune][]rule
	alike map[rune]rune // Latin look-alikes of the table's letters

	unmarked bool // Greek: the system writes no accents
}

type rule struct {
	left, src, right []rune // left and right are sets; nil holds anywhere
	dst              string
	capital          bool // src has a capital, which must be there
}

// The edges of a word in a context set.
const (
	wordStart = '^'
	wordEnd   = '$'
)

// compile reads the column of a system, or returns nil where there is none.
func compile(lang, system string) *table {
	systems, rows := lexicon.Romanization(lang)
	col := slices.Index(systems, system)
	if col < 0 {
		return nil
	}
	t := &table{rules: make(map[rune][]rule), alike: make(map[rune]rune)}
	t.unmarked = system == ALALC || system == Press
	for _, row := range rows {
		dst := row.Cols[col+1]
		if dst == "-" {
			continue
		}
		r := parseRule(row.Cols[0])
		if dst != "∅" {
			r.dst = dst
		}
		t.rules[r.src[0]] = append(t.rules[r.src[0]], r)
	}
	for first, rs := range t.rules {
		slices.SortStableFunc(rs, func(a, b rule) int { return cmp.Compare(b.weight(), a.weight()) })
		if l := lookAlike(first); l != 0 && len(t.rules[l]) == 0 {
			t.alike[l] = first
			t.alike[unicode.ToUpper(l)] = unicode.ToUpper(first)
		}
	}
	return t
}

// weight orders rules: longer text first, then the more context.
func (r *rule) weight() int {
	w := 8 * len(r.src)
	if r.left != nil {
		w += 2
	}
	if r.right != nil {
		w += 2
	}
	if r.capital {
		w++
	}
	return w
}

// parseRule reads "(left)src(right)".
func parseRule(key string) rule {
	var r rule
	if rest, ok := strings.CutPrefix(key, "("); ok {
		set, src, _ := strings.Cut(rest, ")")
		r.left, key = []rune(set), src
	}
	if src, set, ok := strings.Cut(key, "("); ok {
		key, r.right = src, []rune(strings.TrimSuffix(set, ")"))
	}
	r.src = []rune(key)
	r.capital = strings.ContainsFunc(key, unicode.IsUpper)
	return r
}

// lookAlike returns the Latin letter that a Cyrillic or Greek one is drawn
// like. People mix them, by accident and in order to escape a filter.
func lookAlike(r rune) rune {
	switch r {
	case 'а':
		return 'a'
	case 'е':
		return 'e'
	case 'о', 'ο':
		return 'o'
	case 'р':
		return 'p'
	case 'с':
		return 'c'
	case 'х':
		return 'x'
	case 'у':
		return 'y'
	case 'і':
		return 'i'
	case 'ј':
		return 'j'
	case 'ѕ':
		return 's'
	case 'ё':
		return 'ë'
	case 'ї':
		return 'ï'
	case 'ә':
		return 'ə'
	case 'һ':
		return 'h'
	}
	return 0
}

// apply rewrites s, rune by rune, by the first rule that holds.
func (t *table) apply(s string) string {
	in := []rune(s)
	t.unmask(in)
	var b strings.Builder
	b.Grow(len(s) + len(s)/4)
	for i := 0; i < len(in); {
		r := t.match(in, i)
		if r == nil {
			b.WriteRune(in[i])
			i++
			continue
		}
		writeCased(&b, r.dst, in, i, len(r.src), r.capital)
		i += len(r.src)
	}
	return b.String()
}

// unmask replaces Latin look-alikes in words that hold a letter of the table.
func (t *table) unmask(in []rune) {
	for i := 0; i < len(in); {
		j := i
		own, alien := false, false
		for j < len(in) && isLetter(in[j]) {
			if t.alike[in[j]] != 0 {
				alien = true
			} else if in[j] >= 0x370 {
				own = true
			}
			j++
		}
		if own && alien {
			for k := i; k < j; k++ {
				if r := t.alike[in[k]]; r != 0 {
					in[k] = r
				}
			}
		}
		i = max(j, i+1)
	}
}

func (t *table) match(in []rune, i int) *rule {
	if rs := t.rules[in[i]]; unicode.IsUpper(in[i]) {
		for k := range rs {
			if rs[k].holds(in, i) {
				return &rs[k]
			}
		}
	}
	rs := t.rules[unicode.ToLower(in[i])]
	for k := range rs {
		if rs[k].holds(in, i) {
			return &rs[k]
		}
	}
	return nil
}

func (r *rule) holds(in []rune, i int) bool {
	if len(in)-i < len(r.src) {
		return false
	}
	for k, c := range r.src {
		if in[i+k] != c && (r.capital || unicode.ToLower(in[i+k]) != c) {
			return false
		}
	}
	return (r.left == nil || inSet(r.left, in, i-1, wordStart)) &&
		(r.right == nil || inSet(r.right, in, i+len(r.src), wordEnd))
}

// inSet reports whether the rune at i, or the edge of a word there, is in the
// set.
func inSet(set []rune, in []rune, i int, edge rune) bool {
	if i < 0 || i >= len(in) || !isLetter(in[i]) && !slices.Contains(set, in[i]) || openingQuote(in, i) {
		return slices.Contains(set, edge)
	}
	return slices.Contains(set, unicode.ToLower(in[i]))
}

func isLetter(r rune) bool {
	return unicode.IsLetter(r) || unicode.Is(unicode.Mn, r) || r == '\'' || r == '’' || r == 'ʼ'
}

// openingQuote reports an apostrophe that no letter stands before.
func openingQuote(in []rune, i int) bool {
	return (in[i] == '\'' || in[i] == '’') && (i == 0 || !unicode.IsLetter(in[i-1]))
}

// writeCased writes dst in the case of in[i:i+n]: as it is for a small letter,
// in capitals among capitals, else with one capital.
func writeCased(b *strings.Builder, dst string, in []rune, i, n int, capital bool) {
	if capital && amongCapitals(in, i, n) {
		dst = strings.ToUpper(dst)
	}
	if capital || !unicode.IsUpper(in[i]) && !(n > 1 && unicode.IsUpper(in[i+n-1])) {
		b.WriteString(dst)
		return
	}
	if !unicode.IsUpper(in[i]) { // тС
		head := strings.TrimRightFunc(dst, unicode.IsLetter)
		last, size := utf8.DecodeRuneInString(dst[len(head):])
		b.WriteString(head)
		b.WriteRune(unicode.ToUpper(last))
		b.WriteString(dst[len(head)+size:])
		return
	}
	if n > 1 && unicode.IsUpper(in[i+n-1]) || n == 1 && amongCapitals(in, i, n) {
		b.WriteString(strings.ToUpper(dst))
		return
	}
	done := false
	for _, r := range dst {
		if !done && unicode.IsLetter(r) {
			r, done = unicode.ToUpper(r), true
		}
		b.WriteRune(r)
	}
}

// amongCapitals reports whether the next letter is a capital too, or, at the
// end of a word, the one before.
func amongCapitals(in []rune, i, n int) bool {
	j := i + n
	for j < len(in) && isLetter(in[j]) && !unicode.IsUpper(in[j]) && !unicode.IsLower(in[j]) {
		j++
	}
	if j < len(in) && unicode.IsLetter(in[j]) {
		return unicode.IsUpper(in[j])
	}
	return i > 0 && unicode.IsUpper(in[i-1])
}
