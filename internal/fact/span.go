package fact

// argument makes an argument of the noun phrase with head i: its span without
// appositions, relative clauses and what does not restrict it, and its entity.
func (f *finder) argument(r Role, i int) Argument {
	first, last := f.Span(i)
	return Argument{Role: r, Span: Span{int32(first), int32(last)}, Head: int32(i), Entity: int32(f.At(i))}
}
