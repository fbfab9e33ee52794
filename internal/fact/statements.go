package fact

// statements makes facts of the statements of the text.
func (f *finder) statements() {}
