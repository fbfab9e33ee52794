package lexicon

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// timexValues says which values each class may have; a class that is not here
// has none.
var timexValues = map[TimexClass]string{
	TimexUnit:     `S|MI|H|D|W|WE|FN|M|Q|HY|Y|DE|CE|ML`,
	TimexPart:     `MO|MI|AF|EV|NI|DT`,
	TimexParts:    `MO|AF|EV|NI`,
	TimexClock:    `\d\d:\d\d`,
	TimexSeason:   `SP|SU|FA|WI`,
	TimexNumber:   `\d+`,
	TimexScale:    `100|1000`,
	TimexOrdinal:  `\d+`,
	TimexDir:      `last|past|this|next|coming|following|preceding|that|same|latest|recent`,
	TimexDirAfter: `last|past|this|next|coming|following|preceding|next2|last2`,
	TimexShift:    `ago|earlier|later|hence`,
	TimexAhead:    `ago|later|hence`,
	TimexDay:      `-?\d(MO|AF|EV|NI)?`,
	TimexRef:      `(PAST|PRESENT|FUTURE)_REF`,
	TimexWeakRef:  `(PAST|PRESENT|FUTURE)_REF`,
	TimexRefNoun:  `(PAST|PRESENT|FUTURE)_REF`,
	TimexMod:      `START|MID|END`,
	TimexModNoun:  `START|MID|END`,
	TimexQuant:    `APPROX|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE`,
	TimexCouple:   `\d+`,
	TimexArticle:  `(melted)?`,
	TimexSet:      `PT?\d+[HDWMY]|XXXX-WXX(-\d)?`,
	TimexHoliday:  `\d\d-\d\d|\d{4}-\d\d-\d\d|\d+:\d:-?\d(\+\d)?|e-?\d+`,
	TimexMeridiem: `AM|PM`,
	TimexZone:     `Z|-|us|[+-]\d\d:\d\d`,
	TimexTense:    `past|present|future|prospect|clause`,
	TimexDecade:   `\d?`,
	TimexPast:     `-?1`,
	TimexOld:      `(long)?`,
}

// TestTimexWords holds the lists to the values that the grammar knows.
func TestTimexWords(t *testing.T) {
	t.Parallel()
	re := make(map[TimexClass]*regexp.Regexp)
	for c, s := range timexValues {
		re[c] = regexp.MustCompile("^(" + s + ")$")
	}
	for _, lang := range append(TimexLanguages(), undetermined) {
		for _, r := range rows("timex/" + lang + ".txt") {
			for _, s := range strings.Fields(r.Cols[1]) {
				name, value, _ := strings.Cut(s, "=")
				switch c := timexClasses[name]; {
				case r.Cols[0] == ".traits", strings.HasPrefix(r.Cols[0], "-") && name == "tenseend":
				case name == "month":
					if n, err := strconv.Atoi(value); err != nil || n < 1 || n > 12 {
						t.Errorf("%s.txt:%d: no month: %q", lang, r.Line, value)
					}
				case re[c] == nil && value != "", re[c] != nil && !re[c].MatchString(value):
					t.Errorf("%s.txt:%d: %s has no value %q", lang, r.Line, name, value)
				}
			}
		}
	}
}

// TestTimexLanguages asks of each language what no grammar of time does
// without.
func TestTimexLanguages(t *testing.T) {
	t.Parallel()
	langs := TimexLanguages()
	if want := []string{"az", "de", "en", "es", "fr", "ru", "tr", "uk"}; !slices.Equal(langs, want) {
		t.Errorf("TimexLanguages() = %q, want %q", langs, want)
	}
	for _, lang := range langs {
		w := Timex(lang)
		var have TimexClass
		months, days := 0, 0
		for _, x := range w.words {
			have |= x.Class
			for _, p := range x.Phrases {
				have |= p.Word.Class
				if p.Word.Weekday != 0 {
					days |= 1 << p.Word.Weekday
				}
			}
			if x.Month != 0 {
				months |= 1 << x.Month
			}
			if x.Weekday != 0 {
				days |= 1 << x.Weekday
			}
		}
		if months != 0x1FFE || days != 0xFE {
			t.Errorf("%s: months %b, weekdays %b", lang, months, days)
		}
		for name, c := range timexClasses {
			need := c & (TimexUnit | TimexPart | TimexSeason | TimexNumber | TimexOrdinal | TimexDir | TimexShift | TimexDay | TimexRef |
				TimexModNoun | TimexQuant | TimexFew | TimexIn | TimexEvery | TimexSet | TimexTense)
			if need&^have != 0 {
				t.Errorf("%s: no word of the class %s", lang, name)
			}
		}
	}
}

func TestTimexPhrases(t *testing.T) {
	t.Parallel()
	w := Timex("en")
	more := w.Get([]byte("more"))
	if more == nil || len(more.Phrases) == 0 {
		t.Fatal(`no phrase begins with "more"`)
	}
	for i := 1; i < len(more.Phrases); i++ {
		if len(more.Phrases[i].Rest) > len(more.Phrases[i-1].Rest) {
			t.Error("a longer phrase stands after a shorter one")
		}
	}
	if v := w.Get([]byte("last")).Value(TimexDir); v != "last" {
		t.Errorf(`"last" has direction %q`, v)
	}
	if v := w.Tense([]byte("visited")); v != "past" {
		t.Errorf(`"visited" is %q`, v)
	}
	if Timex("xx").Lang != undetermined || Timex("it").Get([]byte("luglio")).Month != 7 || Timex("").Lang != "en" {
		t.Error("languages without a list are not served")
	}
}
