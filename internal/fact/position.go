package fact

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// A holding is a person with an office: reported once a text.
type holding struct {
	of    int32 // entity, or -1
	name  string
	title string
}

// A title is what an office is called: the words first ≤ k < last with the head
// i, and end after its complements.
type title struct{ first, last, i, end int }

// maxTitle is how many tokens a title with its complements may have.
const maxTitle = 14

// positions finds the offices of a person that stand beside the name.
func (f *finder) positions(held map[holding]bool, p person) {
	f.titleBefore(held, p)
	f.titleAfter(held, p)
}

// titleBefore finds "Danish Prime Minister X", "the president of Y, X,", "director
// of Y X".
func (f *finder) titleBefore(held map[holding]bool, p person) {
	low, high := f.bounds(p.first)
	k, comma := p.first-1, false
	for k >= low && f.honorific(k) {
		k--
	}
	if k < low {
		return
	}
	switch {
	case f.Word(k) == ",":
		if comma = true; p.last < high && !f.closes(p.last) {
			return
		}
		k--
	case f.Words[k].Tag == syntax.OpenBracket:
		k--
	case f.Words[k].Class == syntax.DET || f.Words[k].Class == syntax.ADP || f.Words[k].Class == syntax.PRON:
		return
	}
	for i, n := k, 0; i >= low && n < maxTitle; i, n = i-1, n+1 {
		if f.isOffice(i) {
			t := f.title(i)
			switch {
			case t.end != k+1 || !f.noPerson(t.last, p.first):
			case comma && f.taken(t): // "X, the head of Y, Z said": it is X's
			case !comma && t.end > t.last && f.Words[k].Class == syntax.NOUN: // "director of the think tank Y"
			default:
				if !f.hold(held, p, t) {
					continue // "minister of justice"
				}
			}
			return
		}
		switch f.Words[i].Class {
		case syntax.VERB:
			if f.Words[i].Tag != syntax.VBN && f.Words[i].Tag != syntax.VBG {
				return
			}
		case syntax.PUNCT:
			if tag := f.Words[i].Tag; tag != syntax.HYPH && tag != syntax.OpenBracket && tag != syntax.CloseBracket {
				return
			}
		}
	}
}

// taken reports whether the title t stands beside a name before it.
func (f *finder) taken(t title) bool {
	low, _ := f.bounds(t.i)
	k := t.first - 1
	for k >= low && f.nominal(k) {
		k--
	}
	return k >= low && f.Word(k) == "," && f.endingAt(k, mention.Person) >= 0
}

// honorific reports whether token k stands between a title and a name.
func (f *finder) honorific(k int) bool {
	w := f.low(k)
	cols := lexicon.Titles().Get(w)
	return cols != nil && cols[0] != "office" && cols[0] != "job" && !f.isOffice(k) || w == "." && k > 0 && lexicon.Titles().Get(f.low(k-1)) != nil
}

// closes reports whether token k can follow an apposition.
func (f *finder) closes(k int) bool {
	switch f.Words[k].Tag {
	case syntax.Comma, syntax.Stop, syntax.CloseBracket, syntax.POS, syntax.VBD, syntax.VBZ, syntax.VBP, syntax.MD, syntax.IN, syntax.WP, syntax.Colon, syntax.CloseQuote:
		return true
	}
	return false
}

// noPerson reports whether no person's name begins at tokens first ≤ k < last.
func (f *finder) noPerson(first, last int) bool {
	for k := f.mentionsFrom(first); k < len(f.Mentions) && int(f.Mentions[k].First) < last; k++ {
		if m := &f.Mentions[k]; m.Kind == mention.Person && m.Level == mention.Name && int(m.Last) < last {
			return false
		}
	}
	return true
}

// titleAfter finds "X, 49, the former mayor of Y and head of Z,".
func (f *finder) titleAfter(held map[holding]bool, p person) {
	_, high := f.bounds(p.first)
	k := p.last
	if k >= high || f.Word(k) != "," && f.Words[k].Tag != syntax.OpenBracket {
		return
	}
	if k++; k+1 < high && f.Words[k].Class == syntax.NUM && f.Word(k+1) == "," {
		k += 2
	}
	for more := true; more; {
		more = false
		for n := 0; k < high && n < 9; k, n = k+1, n+1 {
			if f.isOffice(k) {
				t := f.title(k)
				if t.last < high && f.nameAt(t.last, mention.Person) >= 0 || f.nameAt(k, mention.Person) >= 0 {
					return
				}
				f.hold(held, p, t)
				if k = t.end; k+1 < high && f.Words[k].Tag == syntax.CC { // "curator and director of exhibits"
					k++
					more = true
				}
				break
			}
			if !f.nominal(k) {
				return
			}
		}
	}
}

// isOffice reports whether token i can head a title.
func (f *finder) isOffice(i int) bool {
	if c := f.Words[i].Class; c != syntax.NOUN && c != syntax.PROPN && c != syntax.ADJ && c != syntax.VERB {
		return false
	}
	cols := lexicon.Offices().Get(f.low(i))
	if cols == nil {
		return false
	}
	if cols[0] == "second" {
		k := i - 1
		if k > 0 && f.Word(k) == "-" {
			k--
		}
		return k >= 0 && (lexicon.Offices().Get(f.low(k)) != nil || f.low(k) != "" && lexicon.Titles().Get(f.low(k)+" "+f.low(i)) != nil)
	}
	return true
}

// title reads the title of the office i.
func (f *finder) title(i int) title {
	low, high := f.bounds(i)
	t := title{first: i, last: i + 1, i: i}
	for k := t.last; k < high && k < t.last+3; k++ { // "secretary-general", "chief financial officer"
		if f.isOffice(k) {
			t.i, t.last = k, k+1
		} else if w := &f.Words[k]; w.Class != syntax.ADJ && w.Class != syntax.NOUN && w.Class != syntax.PROPN && w.Tag != syntax.HYPH {
			break
		}
	}
	for t.first > low && f.second(t.first) && t.i-t.first < 3 { // "secretary", whatever it is a part of
		if t.first--; f.Word(t.first) != "-" {
			break
		}
	}
	for t.first > low && t.i-t.first < 6 && f.inTitle(t.first-1) {
		t.first--
	}
	for f.Words[t.first].Tag == syntax.HYPH && t.first < t.i { // "editor-in-chief" is one word
		if k := t.first - 1; k < low || f.Tokens[k].End != f.Tokens[t.first].Start || f.Tokens[t.first].End != f.Tokens[t.first+1].Start || lexicon.TitlePast().Has(f.low(k)) {
			t.first++
			break
		}
		if t.first--; t.first > low && f.Words[t.first-1].Tag == syntax.HYPH && f.Tokens[t.first-1].End == f.Tokens[t.first].Start {
			t.first--
		}
	}
	t.end = t.last
	for t.end < high && t.end-t.last < maxTitle { // complements
		k := t.end
		if f.Words[k].Class == syntax.ADP && k+1 < high {
			k++
		} else if t.end == t.last {
			break
		}
		if !f.nominal(k) && f.Words[k].Tag != syntax.OpenBracket && f.Words[k].Tag != syntax.CloseBracket || f.nameAt(k, mention.Person) >= 0 && k > t.last+1 || f.Words[k].Tag == syntax.RB || k > t.last && f.honorific(k) {
			break
		}
		t.end = k + 1
	}
	return t
}

// inTitle reports whether token k, before a title, is a part of it: "prime",
// "foreign", "Communications"; not "former", and no name.
func (f *finder) inTitle(k int) bool {
	w := f.Word(k)
	switch f.Words[k].Tag {
	case syntax.HYPH:
		return true
	case syntax.JJ, syntax.VBG:
		if !lexicon.TitleWords().Has(strings.ToLower(w)) || lexicon.TitlePast().Has(strings.ToLower(w)) {
			return false
		}
	case syntax.NN, syntax.NNS, syntax.NNP, syntax.NNPS, syntax.AFX:
		if lexicon.TitlePast().Has(strings.ToLower(w)) {
			return false
		}
	default:
		return false
	}
	if lexicon.Demonyms().Get(w) != nil {
		return false
	}
	for j, n := f.mentionsFrom(k+1)-1, 0; j >= 0 && n < 6; j, n = j-1, n+1 {
		m := &f.Mentions[j]
		if int(m.First) <= k && k < int(m.Last) && m.Level == mention.Name {
			switch m.Kind {
			case mention.Organization, mention.Place, mention.Group, mention.Facility, mention.Work, mention.Event, mention.Product:
				return false
			case mention.Person:
				if int(m.Head) <= k {
					return false
				}
			}
		}
	}
	return true
}

// hold adds the position of a person; it reports whether t is one.
func (f *finder) hold(held map[holding]bool, p person, t title) bool {
	bare := t.last
	body, ok := f.body(&t)
	if !ok && t.last == bare && lexicon.Offices().Get(f.low(t.i))[0] == "body" {
		return false
	}
	h := holding{of: f.Of[p.of], title: f.low(t.i)}
	if h.of < 0 {
		h.name = f.Surface(p.of)
	}
	if held[h] {
		return true
	}
	held[h] = true
	span := Span{int32(t.first), int32(t.last)}
	args := []Argument{f.arg(Person, p), {Role: Title, Span: span, Head: int32(t.i), Entity: -1}}
	if ok {
		args = append(args, body)
	}
	f.tell(Position, t.i, span, args...)
	return true
}

// body returns the body or country that the office t is of, and makes a bare
// complement ("of Justice", "to the president") a part of the title.
func (f *finder) body(t *title) (a Argument, ok bool) {
	low, _ := f.bounds(t.i)
	k := t.first
	for k > low && lexicon.TitlePast().Has(f.low(k-1)) {
		k--
	}
	if k > low && f.Words[k-1].Tag == syntax.POS {
		k--
	}
	if m := f.endingAt(k, mention.Organization, mention.Place, mention.Group, mention.Facility, mention.Person, mention.Event); m >= 0 && (k < t.first && f.Words[k].Tag == syntax.POS || f.Mentions[m].Kind != mention.Person) {
		a, ok = f.mentioned(Affiliation, m), true
	} else if k > low && lexicon.Demonyms().Get(f.Word(k-1)) != nil {
		a, ok = Argument{Role: Affiliation, Span: Span{int32(k - 1), int32(k)}, Head: int32(k - 1), Entity: int32(f.At(k - 1))}, true
	}
	if !ok { // "UN Secretary-General", where a name holds a part of the title
		for j, n := f.mentionsFrom(k)-1, 0; j >= 0 && n < 4; j, n = j-1, n+1 {
			m := &f.Mentions[j]
			if m.Level == mention.Name && int(m.First) < k && k < int(m.Last) && isOneOf(m.Kind, []mention.Kind{mention.Organization, mention.Place}) {
				a, ok = Argument{Role: Affiliation, Span: Span{m.First, int32(k)}, Head: int32(k - 1), Entity: f.Of[j]}, true
			}
		}
	}
	if t.end == t.last {
		return a, ok
	}
	p := f.low(t.last)
	end, head, definite := f.complement(t)
	if head < 0 {
		return a, ok
	}
	named := f.endingAt(end, mention.Organization, mention.Place, mention.Facility, mention.Event)
	if p == "to" || !definite && named < 0 {
		t.last = end
		if t.end > end && !ok { // "director of exhibits at the University of Arkansas"
			u := title{first: t.first, last: end, i: t.i, end: t.end}
			return f.rest(&u)
		}
		return a, ok
	}
	if ok { // "Sweden's head of the police": the nearer one
		return a, ok
	}
	b := Argument{Role: Affiliation, Span: Span{int32(t.last + 1), int32(end)}, Head: int32(head), Entity: int32(f.At(head))}
	return b, true
}

// complement returns where the noun phrase behind a title and its preposition
// ends, its last noun, and whether it is definite.
func (f *finder) complement(t *title) (end, head int, definite bool) {
	end, head = t.last+1, -1
	for end < t.end && f.Words[end].Class != syntax.ADP && f.Words[end].Tag != syntax.OpenBracket {
		switch f.Words[end].Tag {
		case syntax.DT, syntax.PRPS, syntax.POS:
			definite = true
		case syntax.NN, syntax.NNS, syntax.NNP, syntax.NNPS:
			head = end
		}
		end++
	}
	return end, head, definite
}

// rest is body for the complement after another one.
func (f *finder) rest(t *title) (a Argument, ok bool) {
	end, head, definite := f.complement(t)
	if head < 0 || !definite && f.endingAt(end, mention.Organization, mention.Place, mention.Facility) < 0 {
		return a, false
	}
	return Argument{Role: Affiliation, Span: Span{int32(t.last + 1), int32(end)}, Head: int32(head), Entity: int32(f.At(head))}, true
}

// office finds the office i that be, or "as", gives a person: "who is also the
// president of Y".
func (f *finder) office(held map[holding]bool, i int) {
	if f.Copula(i) < 0 || !f.isOffice(i) {
		return
	}
	if neg, m := f.holds(i); neg || m != Actual {
		return
	}
	s := f.Subject(i)
	if s < 0 {
		return
	}
	if f.Words[s].Tag == syntax.WP {
		k := s - 1
		if k >= 0 && f.Word(k) == "," {
			k--
		}
		if m := f.endingAt(k+1, mention.Person); m >= 0 {
			s = int(f.Mentions[m].Head)
		}
	}
	m := f.MentionAt(s)
	if m < 0 || f.Mentions[m].Kind != mention.Person || f.Mentions[m].Level == mention.Nominal {
		return
	}
	f.hold(held, f.person(m), f.title(i))
}

// second reports whether token k is the latter half of an office, or the mark
// before it.
func (f *finder) second(k int) bool {
	cols := lexicon.Offices().Get(f.low(k))
	return cols != nil && cols[0] == "second" || f.Words[k].Tag == syntax.HYPH
}
