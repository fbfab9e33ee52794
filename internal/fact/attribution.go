package fact

// attribution returns whose word the clause of the predicate i is: the source
// of the innermost statement whose content it stands in, nil for the writer.
func (f *finder) attribution(i int) *Argument { return nil }
