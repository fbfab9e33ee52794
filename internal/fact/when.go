package fact

// when returns the time argument of the predicate i and its value in TIMEX3: the
// expression that governs it, in its own sentence.
func (f *finder) when(i int) (a Argument, value string, ok bool) { return }

// where returns the place arguments of the predicate i.
func (f *finder) where(i int) []Argument { return nil }
