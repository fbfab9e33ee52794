package names

func MatchPersons(a, b string) (float64, bool)       { return 0, false }
func MatchOrganizations(a, b string) (float64, bool) { return 0, false }
