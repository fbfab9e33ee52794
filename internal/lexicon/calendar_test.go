package lexicon

import "testing"

func TestCalendarNameIn(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		lang, word     string
		month, weekday int
	}{
		{"en", "January", 1, 0},
		{"en", "SEPT", 9, 0},
		{"en", "Thurs", 0, 4},
		{"en", "Mai", 0, 0},
		{"es", "mar", 3, 2},
		{"fr", "FÉVRIER", 2, 0},
		{"fr", "fevrier", 2, 0},
		{"de", "Jänner", 1, 0},
		{"tr", "KASIM", 11, 0},
		{"tr", "Kasım", 11, 0},
		{"az", "İyul", 7, 0},
		{"az", "cümə axşamı", 0, 4},
		{"ru", "мая", 5, 0},
		{"ru", "маи\u0306", 5, 0}, // й as two characters
		{"uk", "П’ятниця", 0, 5},
		{"pl", "listopada", 11, 0},
		{"hr", "listopada", 10, 0},
		{"zh", "週五", 0, 5},
		{"ja", "土曜日", 0, 6},
		{"ko", "일요일", 0, 7},
		{"ar", "كانون الثاني", 1, 0},
		{"xx", "May", 0, 0},
		{"en", "", 0, 0},
	} {
		m, d := CalendarNameIn(tt.lang, tt.word)
		if m != tt.month || d != tt.weekday {
			t.Errorf("CalendarNameIn(%q, %q) = %d, %d, want %d, %d", tt.lang, tt.word, m, d, tt.month, tt.weekday)
		}
	}
}

// TestCalendarComplete: every language names all months, and each weekday.
func TestCalendarComplete(t *testing.T) {
	t.Parallel()
	type key struct {
		lang           string
		month, weekday int8
	}
	have := map[key]bool{}
	for _, ns := range calendar().names {
		for _, n := range ns {
			have[key{n.Lang, n.Month, 0}] = true
			have[key{n.Lang, 0, n.Weekday}] = true
		}
	}
	for _, l := range CalendarLanguages() {
		for m := int8(1); m <= 12; m++ {
			if !have[key{l, m, 0}] {
				t.Errorf("%s: no month %d", l, m)
			}
		}
		for d := int8(1); d <= 7; d++ {
			if !have[key{l, 0, d}] {
				t.Errorf("%s: no weekday %d", l, d)
			}
		}
	}
}

func TestFold(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"":                "",
		"plain":           "plain",
		"ÉTÉ":             "ete",
		"e\u0301te\u0301": "ete",
		"İstanbul":        "istanbul",
		"ISPARTA":         "isparta",
		"Łódź":            "lodz",
		"Ёлка й":          "елка и",
		"Ιούλιος":         "ιουλιοσ",
		"thứ":             "thu",
		"हिन्दी":          "हिन्दी",
		"п’ять":           "п'ять",
		"\xff":            "\uFFFD",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
	}
}

func BenchmarkFold(b *testing.B) {
	const s = "Le 21 FÉVRIER 2024 à 18 h 30, mis à jour le 3 août"
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	var dst []byte
	for b.Loop() {
		dst = AppendFold(dst[:0], s)
	}
}
