package names

func MatchOrganizations(a, b string) (float64, bool) { return 0, false }
