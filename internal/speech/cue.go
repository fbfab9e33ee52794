package speech

import (
	"strings"

	"github.com/newsfact/newsfact/internal/syntax"
)

// cue adds the statement that token i is the cue of, if it is one.
func (f *finder) cue(i int) {
	switch w := f.Words[i]; {
	case w.Class == syntax.VERB:
		v, end := f.cueAt(i)
		f.verb(i, end, v)
	case w.Class == syntax.NOUN && w.Tag != syntax.VBG:
		if f.mistaken(i) {
			v, end := f.cueAt(i)
			f.verb(i, end, v)
			break
		}
		f.noun(i)
	}
	if n := f.accordingAt(i); n > 0 {
		f.according(i, n)
	}
}

// is reports whether token i is a word, given in lower case.
func (f *finder) is(i int, word string) bool {
	return 0 <= i && i < len(f.Tokens) && strings.EqualFold(f.Word(i), word)
}

// sentence returns the tokens of the sentence of token i, as far as maxReach on
// either side: one cue costs no more in a text that never ends a sentence.
func (f *finder) sentence(i int) (first, last int) {
	s := f.Sentences[f.SentenceOf(i)]
	return max(int(s.First), i-maxReach), min(int(s.Last), i+maxReach)
}

// maxReach is how far in tokens a cue looks: further than a sentence of news goes.
const maxReach = 300

// A report is a cue with what stands about it.
type report struct {
	verb, end   int // the cue begins with the verb and ends before end
	takes       takes
	first, last int  // the sentence
	left, right int  // the cue with its subject and auxiliaries: left ≤ k < right
	fronted     bool // a participle that begins the sentence: "Asked whether …, she …"
	source      int  // head, or -1
	addressee   int  // head, or -1
	region      Span // the source where the parser did not see it as one phrase
}

// verb adds the statement whose cue is the verb i with what follows it to end.
func (f *finder) verb(i, end int, v takes) {
	r := report{verb: i, end: end, takes: v, source: -1, addressee: -1}
	r.first, r.last = f.sentence(i)
	if v == 0 && !f.beside(&r) || i > r.first && f.is(i-1, "-") { // "so-called"
		return
	}
	if v&takesSaying != 0 && f.quotesSaying(&r) {
		return
	}
	f.people(&r)
	if v == 0 { // any verb may stand between a quotation and its speaker
		if r.source < i || f.Words[i].Tag != syntax.VBD && f.Words[i].Tag != syntax.VBZ {
			return
		}
		r.takes = takesQuote
	}
	if !f.speaks(&r) || v&(takesName|takesAs) != 0 && r.source < 0 && f.Words[i].Tag == syntax.VBN { // whatever has that name
		return
	}
	s := Statement{Cue: Span{int32(i), int32(end)}, SourceHead: int32(r.source), AddresseeHead: int32(r.addressee), Speaker: -1}
	switch {
	case f.nested(&r, &s), f.before(&r, &s), f.after(&r, &s):
	case v&(takesClause|takesPaper) != 0 && v&weak == 0 && f.clause(&r, &s):
	case v&(takesName|takesAs) != 0 && f.naming(&r, &s):
	case v&takesNoun != 0 && f.told(&r, &s):
	default:
		return
	}
	if r.source >= 0 {
		s.Source = f.phrase(r.source, &r)
		if r.region.Holds(r.source) {
			s.Source = r.region
		}
	}
	if r.addressee >= 0 {
		s.Addressee = f.phrase(r.addressee, &r)
	}
	f.add(s)
}

// begins reports whether the cue is a participle of asking or telling that the
// sentence begins with, whatever the tagger calls it.
func (f *finder) begins(r *report) bool {
	i := r.verb
	if t := f.Words[i].Tag; t != syntax.VBN && t != syntax.VBD || r.takes&takesAddressee == 0 || r.end >= r.last {
		return false
	}
	for k := i - 1; k >= r.first; k-- {
		if c := f.Words[k].Class; c != syntax.SCONJ && c != syntax.ADV && c != syntax.CCONJ && c != syntax.PUNCT {
			return false
		}
	}
	switch w := f.Words[r.end]; w.Class {
	case syntax.ADP, syntax.SCONJ, syntax.ADV, syntax.PART:
		return true
	default:
		return w.Tag == syntax.WP || w.Tag == syntax.WDT
	}
}

// quotesSaying reports whether "as saying" follows the verb, which is then the
// cue.
func (f *finder) quotesSaying(r *report) bool {
	const longest = 12
	for k := r.end; k < min(r.last-1, r.end+longest) && f.in[k] == f.in[r.verb]; k++ {
		if f.is(k, "as") && f.Words[k+1].Tag == syntax.VBG && f.saying(k+1) {
			return true
		}
	}
	return false
}

// beside reports whether the verb stands close after a quotation.
func (f *finder) beside(r *report) bool {
	i := r.verb
	if i == r.first || f.in[i] >= 0 || f.in[i-1] < 0 || i+1 >= r.last {
		return false
	}
	x := f.quotes[f.in[i-1]]
	return int(x.close) == i-1 && f.ended(x) && x.last-x.first > 1
}

// mistaken reports whether the noun i is the verb of saying after a quotation:
// “…,” the leaders state in a paper.
func (f *finder) mistaken(i int) bool {
	first, last := f.sentence(i)
	if f.in[i] >= 0 || i+1 < last && !f.punct(i+1) && f.Words[i+1].Class != syntax.ADP || i-1 <= first {
		return false
	}
	third := f.Words[i].Tag == syntax.NNS // "the suit reads", "the leaders state"
	switch f.Words[i-1].Tag {
	case syntax.NN, syntax.NNP:
		if !third {
			return false
		}
	case syntax.NNS, syntax.NNPS:
		if third {
			return false
		}
	default:
		return false
	}
	const longest = 6
	for k := i - 1; k > max(first, i-longest); k-- {
		if q := f.in[k]; q >= 0 {
			x := f.quotes[q]
			v, _ := f.cueAt(i)
			return int(x.close) == k && f.ended(x) && v&takesQuote != 0
		}
		if f.Words[k].Tag == syntax.Comma { // "…, Anna Berg notes."
			v, _ := f.cueAt(i)
			return v&takesClause != 0 && v&weak == 0 && f.Words[i-1].Class == syntax.PROPN && f.Words[k+1].Class == syntax.PROPN && f.asserted(first, k)
		}
		if f.finite(k) || f.Words[k].Class == syntax.ADP {
			return false
		}
	}
	return false
}

// relative reports whether the verb k stands in a relative clause.
func (f *finder) relative(k int) bool {
	for n := 0; n < 8 && k >= 0; n++ {
		if r := f.Words[k].Rel; r == syntax.AclRelcl || r == syntax.Acl {
			return true
		} else if r != syntax.Aux && r != syntax.Cop && r != syntax.AuxPass && r != syntax.Conj {
			return false
		}
		k = f.Head(k)
	}
	return false
}

// speaks reports whether the verb may report speech here: neither an order nor
// a thing that cannot speak as its source.
func (f *finder) speaks(r *report) bool {
	if r.source < 0 {
		return true
	}
	w := f.Words[r.source]
	if f.in[r.verb] >= 0 && w.Class == syntax.PRON {
		switch strings.ToLower(f.Word(r.source)) {
		case "i", "you", "we":
			return false // the speaker's own talk of talking
		}
	}
	return w.Class != syntax.PUNCT
}
