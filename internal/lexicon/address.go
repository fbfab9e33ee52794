package lexicon

// AddressWords returns the words of a language (ISO 639-1) by which a writer
// speaks to the reader or for the house: "you", "your", "we", "our", each in
// lower case. An unknown language has the empty list.
func AddressWords(lang string) *Set {
	for _, l := range languages("address") {
		if l == lang {
			return newSet("address/" + l + ".txt")
		}
	}
	return &Set{}
}

// AddressLanguages lists the languages that have such words, sorted.
func AddressLanguages() []string { return languages("address") }
