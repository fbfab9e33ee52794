package newsfact_test

import (
	"testing"

	"github.com/newsfact/newsfact"
)

func BenchmarkMatchNames(b *testing.B) {
	pairs := []struct {
		name string
		kind newsfact.EntityKind
		a, b string
	}{
		{"variant", newsfact.Person, "Dmytro Gordon", "Dmitry Gordon"},
		{"relative", newsfact.Person, "Ilham Aliyev", "Heydar Aliyev"},
		{"long", newsfact.Person, "Sheikh Mohammed bin Rashid Al Maktoum", "Muhammad ibn Rashid al-Maktum"},
		{"ministry", newsfact.Organization, "Russian Defense Ministry", "Ministry of Defence of Russia"},
		{"acronym", newsfact.Organization, "OSCE", "Organization for Security and Co-operation in Europe"},
	}
	for _, p := range pairs {
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(p.a) + len(p.b)))
			for b.Loop() {
				newsfact.MatchNames(p.kind, p.a, p.b)
			}
		})
	}
}

func BenchmarkRomanize(b *testing.B) {
	const s = "Володимир Зеленський прибув до Києва"
	b.ReportAllocs()
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		if _, err := newsfact.Romanize(s, "uk", newsfact.Press); err != nil {
			b.Fatal(err)
		}
	}
}
