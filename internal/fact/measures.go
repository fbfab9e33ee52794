package fact

// measures finds numbers that are predicated of something.
func (f *finder) measures() {}
