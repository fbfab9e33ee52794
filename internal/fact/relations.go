package fact

// relations finds what holds of people: position, kinship, age, birth and
// death.
func (f *finder) relations() {}
