package fact

// frames finds the facts that a verb, a noun, an adjective or a phrase of the
// frames lexicon calls up.
func (f *finder) frames() {}
