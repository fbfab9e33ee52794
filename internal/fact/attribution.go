package fact

import (
	"cmp"
	"slices"

	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
)

// attribution returns whose word the clause of the predicate i is: the source
// of the innermost statement whose content it stands in, nil for the writer. Who
// does in the same breath what i says is no source of it ("told reporters so and
// accused him").
func (f *finder) attribution(i int) *Argument {
	does := int32(f.RealSubject(i))
	own := f.cueAt(i)
	for k, n := int32(f.told(i)), 0; k >= 0 && n < maxClimb; n++ {
		s := &f.Statements[k]
		if !f.void(int(k)) && !(own != nil && reports(own, s)) && s.SourceHead != does &&
			!within(s.Source, i) && !within(s.Cue, i) {
			if a := f.sourceOf(s); a != nil {
				return a
			}
		}
		k = int32(s.Parent)
	}
	return f.loose(i)
}

// loose returns whose word the clause of i is where its statement ends too early:
// the source whose "according to" hangs on a verb above it, or the one who said
// what it goes on with in a tense that only reported speech has ("said that it
// burns, and the port had closed").
func (f *finder) loose(i int) *Argument {
	own := f.cueAt(i)
	for h, n := i, 0; h >= 0 && n < maxClimb; h, n = f.Head(h), n+1 {
		g := f.Head(h)
		if g >= 0 && f.Words[h].Rel == syntax.Conj && f.Subject(h) >= 0 && f.backshifted(h) && f.Words[g].Tag == syntax.VBD {
			if s := f.cueAt(g); s != nil && s.Quotation != speech.Direct {
				return f.sourceOf(s)
			}
		}
		for c := range f.Children(h) {
			if c < h && f.Words[c].Rel.Base() == syntax.Obl {
				p := f.Preposition(c)
				if p < 0 {
					continue
				}
				if s := f.cueAt(p); s != nil && s != own && s.Rule == speech.According && int(s.SourceHead) == c {
					return f.sourceOf(s)
				}
			}
		}
	}
	return nil
}

// backshifted reports whether the verb i is in a tense that goes with a past verb
// of saying: "had closed", "would close".
func (f *finder) backshifted(i int) bool {
	for c := range f.Children(i) {
		if f.Words[c].Rel == syntax.Aux && c < i && (f.Words[c].Tag == syntax.VBD || f.Words[c].Tag == syntax.MD && f.Mood(i) == syntax.Conditional) {
			return true
		}
	}
	return false
}

// cueAt returns the statement whose cue token i stands in, or nil.
func (f *finder) cueAt(i int) *speech.Statement {
	if f.cues == nil {
		f.cues = make([]int32, len(f.Tokens))
		for k, s := range f.Statements {
			for j := s.Cue.First; j < s.Cue.Last; j++ {
				f.cues[j] = int32(k) + 1
			}
		}
	}
	if k := int(f.cues[i]) - 1; k >= 0 && !f.void(k) {
		return &f.Statements[k]
	}
	return nil
}

// sourceOf makes an argument of the source of s.
func (f *finder) sourceOf(s *speech.Statement) *Argument {
	if s.Source.Empty() || s.SourceHead < 0 {
		return nil
	}
	return &Argument{Span: Span(s.Source), Head: s.SourceHead, Entity: int32(f.At(int(s.SourceHead)))}
}

// reports reports whether statement s tells of statement r, so that r cannot be what
// s is said by; of two that tell of each other the longer one does.
func reports(s, r *speech.Statement) bool {
	has := false
	for _, c := range s.Content {
		has = has || c.First <= r.Cue.First && r.Cue.Last <= c.Last
	}
	return has && (s.Rule == speech.According || length(s) >= length(r))
}

// length is how many tokens of content s has.
func length(s *speech.Statement) (n int32) {
	for _, c := range s.Content {
		n += c.Last - c.First
	}
	return n
}

// told returns the innermost statement in whose content token i stands, or -1.
func (f *finder) told(i int) int {
	if f.spoken == nil {
		f.spoken = innermost(f.Statements, len(f.Tokens))
	}
	return int(f.spoken[i])
}

func within(s speech.Span, i int) bool { return s.First <= int32(i) && int32(i) < s.Last }

// innermost returns for each of n tokens the statement with the shortest piece
// of content that it stands in, or -1.
func innermost(ss []speech.Statement, n int) []int32 {
	type piece struct {
		speech.Span
		of int32
	}
	var all []piece
	for k := range ss {
		for _, c := range ss[k].Content {
			all = append(all, piece{c, int32(k)})
		}
	}
	slices.Reverse(all) // of pieces as long as each other the later statement's, which is the inner one
	slices.SortStableFunc(all, func(a, b piece) int { return cmp.Compare(a.Last-a.First, b.Last-b.First) })
	out, next := make([]int32, n), make([]int32, n+1)
	for i := range next {
		next[i] = int32(i) // the first token from i on that no piece has, with short cuts
	}
	free := func(i int32) int32 {
		for next[i] != i {
			next[i] = next[next[i]]
			i = next[i]
		}
		return i
	}
	for i := range out {
		out[i] = -1
	}
	for _, p := range all {
		s := &ss[p.of]
		for i := free(min(max(p.First, 0), int32(n))); i < p.Last && int(i) < n; i = free(i + 1) {
			if !within(s.Cue, int(i)) && !within(s.Source, int(i)) {
				out[i], next[i] = p.of, i+1
			}
		}
	}
	return out
}
