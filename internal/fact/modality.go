package fact

// holds says whether the text affirms what the predicate i says (a verb, or a
// noun or adjective that is a trigger), and how.
func (f *finder) holds(i int) (negative bool, m Modality) { return false, Actual }
