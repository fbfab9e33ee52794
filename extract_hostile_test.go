package newsfact

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// TestLargeArticles extracts from articles of megabytes: the result holds the
// laws, and ten times the text takes about ten times the time. Three times that
// is the allowance for the collector and the caches; what is quadratic takes a
// hundred times.
func TestLargeArticles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes a minute")
	}
	const allowance, slack = 3, 50 * time.Millisecond
	for _, c := range []struct {
		name, language string
		each           string // one paragraph
		size           int    // in bytes
		facts          bool   // there are some
	}{
		{"5 MB", "en", "The minister, Jan Holm, met Iran’s envoy in Riga on Monday and accused %d rebels of an attack. " +
			"“We will not sign it,” he said.\n\n", 5 << 20, true},
		{"100,000 lines of one word", "en", "word%d\n\n", 1 << 20, false},
		{"headings", "en", "Minister Meets Envoy After Attack on Port %d\n\n", 1 << 20, false},
		{"names without sentences", "en", "Jan Holm %d, ", 300 << 10, false},
		{"another language", "de", "Der Minister Jan Holm sagte am 3. März 20%02d in Berlin, die Regierung habe den Botschafter ausgewiesen.\n\n", 1 << 20, false},
	} {
		article := func(size int) *Article {
			var b strings.Builder
			for i := 0; b.Len() < size; i++ {
				fmt.Fprintf(&b, c.each, i%90+10)
			}
			a := &Article{Text: strings.TrimSpace(b.String()), Language: c.language, Published: Stamp{Value: "2025-07-21"}}
			return a
		}
		took := func(a *Article) (*Document, time.Duration) {
			start := cpuTime()
			d := Extract(a)
			return d, cpuTime() - start
		}
		_, tenth := took(article(c.size / 10))
		d, whole := took(article(c.size))
		t.Logf("%s: %v for %d kB, %d facts, %d entities", c.name, whole, c.size>>10, len(d.Facts), len(d.Entities))
		if whole > tenth*10*allowance+slack {
			t.Errorf("%s: %v, a tenth of it %v", c.name, whole, tenth)
		}
		if (len(d.Facts) > 0) != c.facts && c.name != "headings" {
			t.Errorf("%s: %d facts", c.name, len(d.Facts))
		}
		checkEntities(t, d)
		checkFacts(t, d)
	}
}
