package lexicon

import "testing"

func TestVerbOf(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		form string
		past bool
		want string
	}{
		{"freed", true, "free"},
		{"shouted", true, "shout"},
		{"denies", false, "deny"},
		{"admitted", true, "admit"},
		{"insisting", false, "insist"},
		{"struck", true, "strike"},
		{"found", true, "find"},
		{"zzyzxed", true, ""},
	} {
		if got, ok := VerbOf(c.form, c.past); got != c.want || ok != (c.want != "") {
			t.Errorf("VerbOf(%q, %v) = %q, %v; want %q", c.form, c.past, got, ok, c.want)
		}
	}
	for plural, want := range map[string]string{"troops": "troop", "countries": "country", "hostages": "hostage"} {
		if got, _ := NounOf(plural); got != want {
			t.Errorf("NounOf(%q) = %q, want %q", plural, got, want)
		}
	}
}
