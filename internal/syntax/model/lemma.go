package model

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Lemmas is a list of decisions: for a tag and the longest end of a form that
// it lists, how many bytes go and what comes in their place. "^" stands before
// the first letter, so that a whole form is an end, too.
type Lemmas struct {
	rules table
	edits []edit
}

type edit struct {
	strip int
	put   string
	keep  bool // the case
}

// A LemmaRule is one line of the list.
type LemmaRule struct {
	Tag, End string
	Strip    int
	Put      string
	Keep     bool // the form's case is the lemma's
}

// EncodeLemmas writes rules, a line each.
func EncodeLemmas(rules []LemmaRule) []byte {
	var b strings.Builder
	for _, r := range rules {
		fmt.Fprintf(&b, "%s\t%s\t%d\t%s\t%t\n", r.Tag, r.End, r.Strip, r.Put, r.Keep)
	}
	return []byte(b.String())
}

func (l *Lemmas) decode(b []byte) {
	var keys []uint32
	for line := range strings.Lines(string(b)) {
		c := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(c) != 5 {
			continue
		}
		h := lemmaSeed(c[0])
		for i := len(c[1]) - 1; i >= 0; i-- {
			h = mix(h, uint64(c[1][i]))
		}
		n, _ := strconv.Atoi(c[2])
		keys = append(keys, Key(h))
		l.edits = append(l.edits, edit{n, c[3], c[4] == "true"})
	}
	l.rules = newTable(keys, 0)
}

func lemmaSeed(tag string) uint64 {
	h := uint64(seed)
	for i := range len(tag) {
		h = mix(h, uint64(tag[i]))
	}
	return h
}

// maxLemma is the length of the longest form that is looked at; a longer one
// is its own lemma.
const maxLemma = 64

// Lemma returns the lemma of a form with its tag.
func (l *Lemmas) Lemma(form, tag string) string {
	if len(form) > maxLemma {
		return form
	}
	low := Lower(form)
	h := lemmaSeed(tag)
	best := l.rules.find(h)
	for i := len(low) - 1; i >= -1; i-- {
		c := byte('^')
		if i >= 0 {
			c = low[i]
		}
		h = mix(h, uint64(c))
		if r := l.rules.find(h); r >= 0 {
			best = r
		}
	}
	if best < 0 {
		return low
	}
	e := &l.edits[best]
	if e.keep {
		low = strings.ReplaceAll(form, "’", "'")
	}
	// Rules that were learned from other forms may cut into a letter, or all
	// there is.
	if n := len(low) - e.strip; n < 0 || n+len(e.put) == 0 || n < len(low) && !utf8.RuneStart(low[n]) {
		return low
	}
	return low[:len(low)-e.strip] + e.put
}

// Lower is the form in lower case with a plain apostrophe, as rules see it.
func Lower(form string) string {
	for i := range len(form) {
		if c := form[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return strings.ReplaceAll(strings.ToLower(form), "’", "'")
		}
	}
	return form
}

// Classes tells the universal word class from the tag, the label of the arc
// and, for some words, the form.
type Classes struct {
	rules table
	upos  []string
}

// A ClassRule is one decision: an empty Rel or Form fits all.
type ClassRule struct{ Tag, Rel, Form, UPOS string }

// EncodeClasses writes rules, a line each.
func EncodeClasses(rules []ClassRule) []byte {
	var b strings.Builder
	for _, r := range rules {
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", r.Tag, r.Rel, r.Form, r.UPOS)
	}
	return []byte(b.String())
}

func (c *Classes) decode(b []byte) {
	var keys []uint32
	for line := range strings.Lines(string(b)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 {
			continue
		}
		keys = append(keys, Key(classKey(f[0], f[1], f[2])))
		c.upos = append(c.upos, f[3])
	}
	c.rules = newTable(keys, 0)
}

func classKey(tag, rel, form string) uint64 {
	h := lemmaSeed(tag)
	for _, s := range [2]string{rel, form} {
		h = mix(h, 31)
		for i := range len(s) {
			h = mix(h, uint64(s[i]))
		}
	}
	return h
}

// UPOS returns the universal word class, "X" where nothing is known.
func (c *Classes) UPOS(form, tag, rel string) string {
	if len(form) <= maxLemma {
		if r := c.rules.find(classKey(tag, rel, Lower(form))); r >= 0 {
			return c.upos[r]
		}
	}
	if r := c.rules.find(classKey(tag, rel, "")); r >= 0 {
		return c.upos[r]
	}
	if r := c.rules.find(classKey(tag, "", "")); r >= 0 {
		return c.upos[r]
	}
	return "X"
}
