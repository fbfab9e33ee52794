package fact

import (
	"cmp"
	"slices"

	"github.com/newsfact/newsfact/internal/speech"
)

// attribution returns whose word the clause of the predicate i is: the source
// of the innermost statement whose content it stands in, nil for the writer. Who
// does in the same breath what i says is no source of it ("told reporters so and
// accused him").
func (f *finder) attribution(i int) *Argument {
	does := int32(f.RealSubject(i))
	for k, n := int32(f.told(i)), 0; k >= 0 && n < maxClimb; n++ {
		s := &f.Statements[k]
		if !f.void(int(k)) && !s.Source.Empty() && s.SourceHead >= 0 && s.SourceHead != does && !within(s.Source, i) && !within(s.Cue, i) {
			return &Argument{
				Span: Span{s.Source.First, s.Source.Last}, Head: s.SourceHead, Entity: int32(f.At(int(s.SourceHead))),
			}
		}
		k = int32(s.Parent)
	}
	return nil
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
