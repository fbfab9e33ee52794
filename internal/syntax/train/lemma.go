package train

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/syntax/model"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
)

// lemmaRules learns the list of decisions: at each end of a form, longer and
// longer, the commonest edit is listed where it differs from that of the
// longest end listed so far. An end seen once is listed only where it is a
// whole form.
func lemmaRules(sents []treebank.Sentence) []model.LemmaRule {
	type edit struct {
		strip int
		put   string
		keep  bool
	}
	type key struct{ tag, end string }
	counts := map[key]map[edit]int{}
	for _, s := range sents {
		for _, w := range s.Words {
			low := model.Lower(w.Form)
			if w.Lemma == "" || len(low) > 40 || strings.ContainsAny(w.Lemma, " _") {
				continue
			}
			e := edit{keep: w.XPOS == "NNP" || w.XPOS == "NNPS" || w.XPOS == "ADD" || w.XPOS == "FW" || w.XPOS == "GW"}
			from := low
			if e.keep {
				from = strings.ReplaceAll(w.Form, "’", "'")
			}
			n := 0
			for n < len(from) && n < len(w.Lemma) && from[n] == w.Lemma[n] {
				n++
			}
			for n > 0 && n < len(from) && !utf8.RuneStart(from[n]) || n > 0 && n < len(w.Lemma) && !utf8.RuneStart(w.Lemma[n]) {
				n--
			}
			e.strip, e.put = len(from)-n, w.Lemma[n:]
			whole := "^" + low
			for i := len(whole); i >= 0; i-- {
				k := key{w.XPOS, whole[i:]}
				if counts[k] == nil {
					counts[k] = map[edit]int{}
				}
				counts[k][e]++
			}
		}
	}
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b key) int {
		return cmp.Or(strings.Compare(a.tag, b.tag), len(a.end)-len(b.end), strings.Compare(a.end, b.end))
	})
	listed := map[key]edit{}
	var out []model.LemmaRule
	for _, k := range keys {
		var best edit
		n := 0
		for e, c := range counts[k] {
			if c > n || c == n && (e.strip < best.strip || e.strip == best.strip && e.put < best.put) {
				best, n = e, c
			}
		}
		if n < 2 && len(k.end) > 0 && k.end[0] != '^' {
			continue
		}
		found, ok := edit{}, false
		for i := range k.end {
			if found, ok = listed[key{k.tag, k.end[i+1:]}]; ok {
				break
			}
		}
		if ok && found == best {
			continue
		}
		listed[k] = best
		out = append(out, model.LemmaRule{Tag: k.tag, End: k.end, Strip: best.strip, Put: best.put, Keep: best.keep})
	}
	return out
}

// classRules learns the universal class of a tag, of a tag with a label, and
// of both with a form, each listed where it differs from the shorter one.
func classRules(sents []treebank.Sentence) []model.ClassRule {
	type key struct{ tag, rel, form string }
	counts := map[key]map[string]int{}
	for _, s := range sents {
		for _, w := range s.Words {
			for _, k := range []key{{tag: w.XPOS}, {tag: w.XPOS, rel: w.Rel}, {w.XPOS, w.Rel, model.Lower(w.Form)}} {
				if counts[k] == nil {
					counts[k] = map[string]int{}
				}
				counts[k][w.UPOS]++
			}
		}
	}
	best := func(k key) (string, int) {
		b := ""
		for u, c := range counts[k] {
			if c > counts[k][b] || c == counts[k][b] && (b == "" || u < b) {
				b = u
			}
		}
		return b, counts[k][b]
	}
	keys := slices.SortedFunc(maps.Keys(counts), func(a, b key) int {
		return cmp.Or(strings.Compare(a.tag, b.tag), strings.Compare(a.rel, b.rel), strings.Compare(a.form, b.form))
	})
	var out []model.ClassRule
	for _, k := range keys {
		u, n := best(k)
		short := ""
		switch {
		case k.form != "":
			short, _ = best(key{tag: k.tag, rel: k.rel})
			if n < 2 {
				continue
			}
		case k.rel != "":
			short, _ = best(key{tag: k.tag})
		}
		if u != short {
			out = append(out, model.ClassRule{Tag: k.tag, Rel: k.rel, Form: k.form, UPOS: u})
		}
	}
	return out
}
