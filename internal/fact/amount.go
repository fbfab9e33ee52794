package fact

// amount reads the number that the noun phrase or number with head i holds: its
// span, value and unit.
func (f *finder) amount(i int) (a Argument, ok bool) { return }
