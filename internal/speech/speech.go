// Package speech finds who says what: parsed sentences and their mentions go
// in; quotations and reported clauses come out as statements, each with its
// source, cue and content (the terms of PARC), as spans of tokens. It favours
// precision over recall where a quotation has no verb of saying.
//
// It resolves no one: a source is the noun phrase that stands in the text.
// Package entity says whom a pronoun means, and package fact makes facts of
// statements.
package speech

import (
	"slices"
	"sort"
	"strings"

	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
)

// A Span is a run of tokens, First ≤ i < Last; an empty one is none.
type Span struct{ First, Last int32 }

// Empty reports whether s is none.
func (s Span) Empty() bool { return s.First >= s.Last }

// Holds reports whether token i is in s.
func (s Span) Holds(i int) bool { return int(s.First) <= i && i < int(s.Last) }

// A Quotation says how a statement gives the words of its source.
type Quotation uint8

// The ways.
const (
	Indirect Quotation = iota // in the writer's words
	Direct                    // in quotation marks
	Mixed                     // partly so
)

func (q Quotation) String() string { return [...]string{"indirect", "direct", "mixed"}[q] }

// A Statement is one report of somebody's words.
type Statement struct {
	Cue       Span // empty where a label or the running exchange tells the speaker
	Source    Span
	Addressee Span
	Topic     Span
	Content   []Span // in the order of the text, without quotation marks

	// SourceHead and AddresseeHead are the heads of those noun phrases, or -1.
	// A source may stand in an earlier sentence where the quotation has none of
	// its own and the text makes the speaker certain; then Implied is true and
	// Source is that noun phrase.
	SourceHead, AddresseeHead int32
	Implied                   bool

	// Speaker is the head of the noun phrase that names whoever a label stands
	// for ("Answer:"), or -1.
	Speaker int32

	Quotation Quotation
	Parent    int // the statement whose content this one stands in, or -1
	Rule      Rule
}

// A Rule names the mechanism that found a statement; confidence is fitted for
// each.
type Rule uint8

// The rules.
const (
	Before     Rule = iota // the content stands before the cue: "…, she said"
	After                  // a quotation stands after the cue
	Clause                 // a clause of content after the cue
	Naming                 // "called it …", "described it as …"
	According              // "according to"
	Noun                   // "his remark that …"
	Transcript             // "Roe: …"
	Running                // a quotation without a cue
	Headline               // "Mayor: The bridge stays closed"
	Told                   // a noun phrase that is told of: "announced a plan"
	NumRules   = iota
)

// finder holds what Find works on.
type finder struct {
	*syntax.Text
	ms     []mention.Mention
	quotes []quote
	inner  []quote // those that stand in one of quotes
	in     []int32 // the quotation that each token stands in, its marks included, or -1
	held   []int32 // the statement that each quotation is content of, or -1
	out    []Statement
	cued   int // how many of them were found by cues, in the order of those
}

// Find returns the statements of t in the order of their first token.
func Find(t *syntax.Text, ms []mention.Mention) []Statement {
	f := &finder{Text: t, ms: ms}
	f.quotes, f.inner = quotes(t)
	f.in = make([]int32, len(t.Tokens))
	for i := range f.in {
		f.in[i] = -1
	}
	f.held = make([]int32, len(f.quotes))
	for q, x := range f.quotes {
		f.held[q] = -1
		for i := x.open; i < max(x.last, x.close+1); i++ {
			f.in[i] = int32(q)
		}
	}
	for i := range t.Tokens {
		f.cue(i)
	}
	f.cued = len(f.out)
	f.transcripts()
	f.headline()
	f.signed()
	f.introduced()
	f.running()
	f.classify()
	f.nest()
	slices.SortStableFunc(f.out, func(a, b Statement) int { return int(a.first() - b.first()) })
	return f.out
}

func (s *Statement) first() int32 {
	first := int32(1<<31 - 1)
	for _, x := range []Span{s.Cue, s.Source, s.Content[0]} {
		if !x.Empty() && !(s.Implied && x == s.Source) {
			first = min(first, x.First)
		}
	}
	return first
}

// add adds a statement unless it has no content.
func (f *finder) add(s Statement) {
	s.Content = slices.DeleteFunc(s.Content, func(x Span) bool { return f.trim(x).Empty() })
	if len(s.Content) == 0 {
		return
	}
	for i, x := range s.Content {
		x.First = f.pastDateline(x.First, x.Last)
		s.Content[i] = f.trim(x)
	}
	s.Parent = -1
	n := int32(len(f.out))
	for _, x := range s.Content {
		for i := x.First; i < x.Last; i++ {
			if q := f.in[i]; q >= 0 {
				// What is reported within a quotation does not say who speaks it.
				if s.Cue.Empty() || f.in[s.Cue.First] != q {
					f.held[q] = n
				}
				i = max(i, f.quotes[q].last-1)
			}
		}
	}
	f.out = append(f.out, s)
}

// pastDateline returns the first token of a report after the line that says where
// it is from: "MEXICO CITY (AP) — ", "VIENNA, March 15 - ". It is first where
// there is none.
func (f *finder) pastDateline(first, last int32) int32 {
	const longest = 16
	if first != f.Sentences[f.SentenceOf(int(first))].First || f.Words[first].Class != syntax.PROPN {
		return first
	}
	w := f.Word(int(first))
	sure := len(w) > 2 && w == strings.ToUpper(w) // capitals, or an agency in brackets
	for k := first; k < min(last, first+longest); k++ {
		switch t, c := f.Word(int(k)), f.Words[k].Class; {
		case c == syntax.PROPN, c == syntax.NUM:
		case c != syntax.PUNCT && c != syntax.SYM:
			if t != strings.ToUpper(t) { // "THE HAGUE"
				return first
			}
		case k+1 < last && (t == "—" || t == "–" || t == "-" || t == "--") && f.SpaceAfter(int(k)):
			if sure && k > first {
				return k + 1
			}
			return first
		case t == ")":
			sure = true
		case t != "," && t != "." && t != "/" && t != "(" && t != "-":
			return first
		}
	}
	return first
}

// trim drops marks and a comma or full stop at the ends of a span.
func (f *finder) trim(s Span) Span {
	for s.First < s.Last && (f.punct(int(s.First)) || f.Words[s.First].Class == syntax.SYM) {
		s.First++
	}
	for s.First < s.Last && f.punct(int(s.Last-1)) && f.Word(int(s.Last-1)) != "?" && f.Word(int(s.Last-1)) != "!" && f.Word(int(s.Last-1)) != ")" {
		s.Last--
	}
	return s
}

// innerOf returns the quotation within a quotation that token i stands in, its
// marks included, or -1.
func (f *finder) innerOf(i int) int {
	n := sort.Search(len(f.inner), func(n int) bool { return int(f.inner[n].close) >= i })
	if n < len(f.inner) && int(f.inner[n].open) <= i {
		return n
	}
	return -1
}

func (f *finder) punct(i int) bool { return f.Words[i].Class == syntax.PUNCT }

// classify says how each statement gives the words: direct where nine words of
// ten stand in quotation marks.
func (f *finder) classify() {
	for n := range f.out {
		s := &f.out[n]
		if s.Rule == Transcript {
			s.Quotation = Direct
			continue
		}
		words, quoted := 0, 0
		for _, x := range s.Content {
			for i := int(x.First); i < int(x.Last); i++ {
				if f.punct(i) {
					continue
				}
				words++
				// Inside another's quotation what is said is in the marks of that one.
				if q := f.in[i]; q >= 0 && (s.Cue.Empty() || f.in[s.Cue.First] != q || f.innerOf(i) != f.innerOf(int(s.Cue.First))) {
					quoted++
				}
			}
		}
		switch {
		case quoted*10 >= words*9:
			s.Quotation = Direct
		case quoted > 0:
			s.Quotation = Mixed
		default:
			s.Quotation = Indirect
		}
	}
}

// nest finds the statement whose content each cue stands in: the innermost one.
func (f *finder) nest() {
	slices.SortStableFunc(f.out, func(a, b Statement) int { return int(a.first() - b.first()) })
	type open struct {
		end int32
		n   int
	}
	type piece struct {
		Span
		n   int
		cue bool
	}
	var all []piece
	for n, s := range f.out {
		for _, c := range s.Content {
			all = append(all, piece{c, n, false})
		}
		if at := s.Cue; !at.Empty() {
			all = append(all, piece{at, n, true})
		}
	}
	slices.SortStableFunc(all, func(a, b piece) int {
		if a.First != b.First {
			return int(a.First - b.First)
		}
		return int(b.Last - a.Last)
	})
	var stack []open
	for _, p := range all {
		for len(stack) > 0 && stack[len(stack)-1].end <= p.First {
			stack = stack[:len(stack)-1]
		}
		if !p.cue {
			stack = append(stack, open{p.Last, p.n})
			continue
		}
		for k := len(stack) - 1; k >= max(0, len(stack)-maxNested); k-- {
			if stack[k].n != p.n && stack[k].end >= p.Last {
				f.out[p.n].Parent = stack[k].n
				break
			}
		}
	}
}
