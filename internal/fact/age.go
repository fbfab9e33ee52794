package fact

import (
	"strconv"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// The ages that a person in the news may have.
const minAge, maxAge = 1, 119

// years reads the age that token k is, "" where it cannot be one.
func (f *finder) years(k int) string {
	w := f.Word(k)
	n, err := strconv.Atoi(w)
	if err != nil {
		if cols := lexicon.Numbers().Get(f.low(k)); cols == nil || cols[0] != "number" {
			return ""
		} else if n, err = strconv.Atoi(cols[1]); err != nil {
			return ""
		}
	} else if len(w) > 3 || w[0] == '0' || w[0] == '+' || w[0] == '-' {
		return ""
	}
	if n < minAge || n > maxAge {
		return ""
	}
	return strconv.Itoa(n)
}

// ageFact adds the age of a person: the words first ≤ k < last.
func (f *finder) ageFact(who Argument, at, first, last int, years string) {
	span := Span{int32(first), int32(last)}
	number := Span{int32(at), int32(at + 1)}
	f.tell(Age, at, span, who, Argument{Role: Amount, Span: number, Head: int32(at), Entity: -1, Value: years})
}

// ageBeside finds the age after a name: "X, 49,", "X (49)", "X, also 19,".
func (f *finder) ageBeside(p person) {
	_, high := f.bounds(p.first)
	k := p.last
	if k >= high || f.Word(k) != "," && f.Words[k].Tag != syntax.OpenBracket {
		return
	}
	if k++; k+1 < high && f.Words[k].Class == syntax.ADV {
		k++
	}
	if k >= high {
		return
	}
	y := f.years(k)
	if y == "" {
		return
	}
	if k+1 < high {
		switch f.Words[k+1].Tag {
		case syntax.Comma, syntax.Stop, syntax.CloseBracket, syntax.Colon, syntax.CC, syntax.CloseQuote:
		default:
			return
		}
		if k+2 < high && f.Words[k+1].Tag != syntax.CloseBracket && f.years(k+2) != "" { // a row of numbers: scores, votes
			return
		}
	}
	f.ageFact(f.arg(Person, p), k, k, k+1, y)
}

// aged finds the age that the word i gives: "14-year-old", "aged 14", "at the age
// of 17", "she was six".
func (f *finder) aged(i int) {
	low, high := f.bounds(i)
	y := f.years(i)
	switch {
	case y == "":
		return
	case i+4 < high && f.Word(i+1) == "-" && f.Word(i+3) == "-" && lexicon.AgeWords().Get(f.low(i+4)) != nil: // 14 - year - old
		f.yearOld(i, i+5, y)
		return
	case i+2 < high && lexicon.AgeWords().Get(f.low(i+2)) != nil && f.Words[i+1].Class == syntax.NOUN && f.Head(i+1) == i+2: // "45 years old"
		if who, ok := f.who(f.RealSubject(i + 2)); ok {
			f.ageFact(who, i, i, i+3, y)
		}
		return
	}
	if v := f.Head(i); v >= 0 && v < i && f.Words[i].Rel.Base() != syntax.Nummod { // "turned 80"
		if cols := lexicon.AgeWords().Get(f.low(v)); cols != nil && cols[0] == "verb" && (i+1 >= high || !f.nominal(i+1)) {
			if who, ok := f.who(f.RealSubject(v)); ok {
				f.ageFact(who, i, i, i+1, y)
			}
			return
		}
	}
	k := i - 1
	if k >= low && lexicon.AgeWords().Get(f.low(k)) == nil && f.Words[k].Class == syntax.ADP { // "at the age of 17"
		k--
	}
	switch cols := []string(nil); {
	case k < low:
	default:
		if cols = lexicon.AgeWords().Get(f.low(k)); cols == nil || cols[0] != "before" || i-k > 1 && f.Words[k].Class != syntax.NOUN {
			break
		}
		if who, ok := f.ofAge(k); ok {
			f.ageFact(who, i, i, i+1, y)
		}
		return
	}
	if f.Copula(i) < 0 || f.negates(i) {
		return
	}
	if i+1 < high && (f.nominal(i+1) && f.Words[i+1].Class != syntax.ADV || f.Words[i+1].Class == syntax.ADP || f.unit(i+1) != "") {
		return
	}
	if s := f.Subject(i); s >= 0 {
		if who, ok := f.who(s); ok {
			f.ageFact(who, i, i, i+1, y)
		}
	}
}

// yearOld adds the age that the words first ≤ k < last, "14-year-old", give: of
// the name beside the noun that they describe, or of the noun.
func (f *finder) yearOld(first, last int, y string) {
	_, high := f.bounds(first)
	low, _ := f.bounds(first)
	n := last
	for n < high && n < last+6 && f.nominal(n) && f.nameAt(n, mention.Person) < 0 {
		n++
	}
	var who Argument
	begin := first
	for begin > low && f.nominal(begin-1) && begin > first-4 {
		begin--
	}
	switch m := -1; {
	case n < high && f.nameAt(n, mention.Person) >= 0: // "19-year-old student X"
		who = f.arg(Person, f.person(f.nameAt(n, mention.Person)))
	case begin > low && f.Word(begin-1) == "," && f.endingAt(begin-1, mention.Person) >= 0: // "X, a 14-year-old boy"
		who = f.arg(Person, f.person(f.endingAt(begin-1, mention.Person)))
	default:
		h := last - 1
		if g := f.Head(h); g >= 0 && g > h && f.Words[g].Class == syntax.NOUN {
			h = g
		}
		if m = f.MentionAt(h); m >= 0 && f.Mentions[m].Kind != mention.Person && f.Mentions[m].Kind != mention.None {
			return
		}
		if h == last-1 && f.Words[h].Class == syntax.ADJ && n > last {
			return
		}
		who = Argument{Role: Person, Span: Span{int32(begin), int32(max(h+1, last))}, Head: int32(h), Entity: int32(f.At(h))}
	}
	f.ageFact(who, first, first, last, y)
}

// ofAge returns whom the word of age k, "aged" or "age", describes.
func (f *finder) ofAge(k int) (Argument, bool) {
	low, _ := f.bounds(k)
	j := k - 1
	if j >= low && f.Word(j) == "," {
		j--
	}
	if m := f.endingAt(j+1, mention.Person); m >= 0 && j < k-1 {
		return f.arg(Person, f.person(m)), true
	}
	h := k
	for range 4 {
		g, rel := f.Head(h), f.Words[h].Rel
		if g < 0 {
			break
		}
		if who, ok := f.who(g); ok && (rel.Base() == syntax.Acl || rel == syntax.Amod || rel.Base() == syntax.Nmod) {
			return who, true
		}
		if f.Words[g].Class == syntax.VERB {
			return f.who(f.RealSubject(g))
		}
		h = g
	}
	return Argument{}, false
}

// who makes an argument of a person, named or a pronoun, whose head is i.
func (f *finder) who(i int) (a Argument, ok bool) {
	if i < 0 {
		return a, false
	}
	m := f.MentionAt(i)
	if m < 0 || f.Mentions[m].Kind != mention.Person {
		return a, false
	}
	switch f.Mentions[m].Level {
	case mention.Name:
		return f.arg(Person, f.person(m)), true
	case mention.Nominal:
		return f.argument(Person, i), true
	}
	return f.mentioned(Person, m), true
}
