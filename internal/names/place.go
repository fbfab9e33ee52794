package names

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// MatchPlaces scores two names of places: countries by their codes, others by
// the list of variants, and the rest word by word as organisations are.
func MatchPlaces(a, b string) (score float64, same bool) {
	a, b = trimThe(a), trimThe(b)
	countryA, countryB := countryCode(a), countryCode(b)
	if countryA != "" && countryB != "" {
		if countryA == countryB {
			return 0.98, true
		}
		return 0.02, false
	}
	nowA, nowB := placeNow(a), placeNow(b)
	if nowA != "" && nowB != "" && nowA != nowB {
		return 0.03, false
	}
	if nowA != "" && (nowA == nowB || nowA == b) || nowB != "" && nowB == a {
		return 0.97, true
	}
	score, same = MatchOrganizations(a, b)
	if same && score < 0.99 && listed(a) && listed(b) {
		return 0.1, false // two places that are merely alike
	}
	return score, same
}

// listed reports a city or region of the lists.
func listed(s string) bool {
	_, ok := lexicon.Cities().Find(s)
	if !ok {
		_, ok = lexicon.Regions().Find(s)
	}
	return ok
}

func trimThe(s string) string {
	s = strings.TrimSpace(s)
	if rest, ok := strings.CutPrefix(s, "the "); ok {
		return rest
	}
	return strings.TrimPrefix(s, "The ")
}

// countryCode is the code of a whole country that s names; England is a part.
func countryCode(s string) string {
	if cols := lexicon.CountryNames().Get(s); cols != nil && cols[1] != "part" {
		return cols[0]
	}
	return ""
}

func placeNow(s string) string {
	if cols := lexicon.PlaceVariants().Get(s); cols != nil {
		return cols[0]
	}
	return ""
}
