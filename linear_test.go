package newsfact

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// hostile are pieces of input that made parsers in this field quadratic or
// worse when repeated, or that look as if they could. %d counts the repeats.
var hostile = []struct {
	name         string
	as           Format
	before, each string
	after        string
}{
	{"html elements with new attributes", HTML, "", "<html a%d>", "text"},
	{"body elements with new attributes", HTML, "", "<body a%d>", "text"},
	{"nested divs", HTML, "", "<div>", "text"},
	{"nested custom elements", HTML, "", "<x-y>", "text"},
	{"nested links", HTML, "", "<a href=/>", "text"},
	{"formatting elements left open", HTML, "", "<p><b><i>word", ""},
	{"misnested formatting elements", HTML, "", "<b><p>word</b></p>", ""},
	{"end tags without elements", HTML, "", "</p></x>", "text"},
	{"sibling paragraphs", HTML, "", "<p>A word, or two.", ""},
	{"sibling links", HTML, "", "<a href=/%d>word</a> ", ""},
	{"list items", HTML, "<ul>", "<li>word", ""},
	{"table cells", HTML, "<table>", "<tr><td colspan=9007199254740991>word", ""},
	{"options", HTML, "<select>", "<option>word", ""},
	{"line breaks", HTML, "", "word<br>", ""},
	{"attributes of one element", HTML, "<p", " a%d=b", ">text"},
	{"classes of one element", HTML, `<p class="`, " story-%d", `">text`},
	{"marked elements", HTML, "", `<time datetime="2024-02-29">29 February</time><span class=byline>By Ann Poe</span>`, ""},
	{"nested marked elements", HTML, "", `<div class=byline itemprop=author>By Ann`, ""},
	{"meta elements", HTML, "<head>", `<meta property="article:tag" content="a%d">`, ""},
	{"headlines", HTML, "", "<h1>Harbour closed</h1>", ""},
	{"an open comment", HTML, "<!--", "<p>word", ""},
	{"comments", HTML, "", "<!-->", ""},
	{"an open script", HTML, "<script>", "<!--<script>", ""},
	{"an open textarea", HTML, "<textarea>", "<p>word", ""},
	{"scripts", HTML, "", "<script>a<b</script>", ""},
	{"nested JSON-LD", HTML, `<script type="application/ld+json">`, `[{"a":`, "</script>"},
	{"broken JSON-LD", HTML, `<script type="application/ld+json">`, `{"headline":"a`, "</script>"},
	{"JSON-LD blocks", HTML, "", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"a%d"}</script>`, ""},
	{"authors", HTML, `<script type="application/ld+json">{"@type":"NewsArticle","author":[`, `{"name":"Ann Poe %d"},`, "0]}</script>"},
	{"references", HTML, "", "&amp&#x26;&notit;", ""},
	{"open references", HTML, "", "&", ""},
	{"a language", HTML, `<html lang="`, "en-", `">text`},
	{"NUL", HTML, "<p>", "\x00", ""},
	{"bad bytes", Text, "", "\xff", ""},
	{"lines of one word", Text, "", "word%d\n", ""},
	{"the same line", Text, "", "Leave a comment\n", ""},
	{"blank lines", Text, "", "\n\r\n", "text"},
	{"one line of words", Text, "", "word ", ""},
	{"one word", Text, "", "w", ""},
	{"digits", Text, "", "1", ""},
	{"digits and spaces", Text, "", "12 ", ""},
	{"lines of digits", Text, "", "12 34\n", ""},
	{"capitals", Text, "", "Ab", ""},
	{"capitalised words", Text, "", "Ann Poe ", ""},
	{"bylines", Text, "", "By Ann Poe and ", ""},
	{"dates", Text, "", "29 February 2024 ", ""},
	{"date lines", Text, "", "29 February 1204 10 minutes\n", ""},
	{"question marks", Text, "", "?", ""},
	{"questions", Text, "", "Why?\nBecause.\n", ""},
	{"opening quotation marks", Text, "", "“", ""},
	{"quotation marks", Text, "", `"`, ""},
	{"brackets", Text, "", "([{", ""},
	{"combining marks", Text, "a", "\u0301", ""},
	{"letters that change length in lower case", Text, "", "İȺ", ""},
	{"zero-width characters", Text, "a", "\u200b\u00ad", "b"},
	{"bidirectional embeddings", Text, "", "\u202a", "b"},
	{"spaces", Text, "a", " \u00a0", "b"},
	{"clean lines", Clean, "", "word\n\n", ""},
}

// TestLinear gives ten times the input: it must not take much more than ten
// times as long. Four times that is the allowance for the collector and the
// caches; what is quadratic takes a hundred times.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("measures time")
	}
	const size, allowance, slack = 30 << 10, 4, 10 * time.Millisecond
	for _, c := range hostile {
		doc := func(size int) string {
			var b strings.Builder
			b.WriteString(c.before)
			for i := 0; b.Len() < size; i++ {
				if strings.Contains(c.each, "%d") {
					fmt.Fprintf(&b, c.each, i)
				} else {
					b.WriteString(c.each)
				}
			}
			return b.String() + c.after
		}
		short, long := doc(size), doc(10*size)
		var once, tenfold time.Duration
		for range 4 { // a busy machine gets another chance; what is quadratic fails each
			once, tenfold = parseTime(t, short, c.as), parseTime(t, long, c.as)
			if tenfold <= once*10*allowance+slack {
				break
			}
		}
		if tenfold > once*10*allowance+slack {
			t.Errorf("%s: %v for %d kB, %v for ten times that", c.name, once, size>>10, tenfold)
		}
		if err := checkParse(short, c.as); err != nil {
			t.Errorf("%s: %.2000v", c.name, err)
		}
	}
}

// parseTime is the processor time of Parse, the least of three runs.
func parseTime(t *testing.T, doc string, as Format) time.Duration {
	t.Helper()
	best := time.Hour
	for range 3 {
		start := cpuTime()
		if _, err := Parse(strings.NewReader(doc), &Options{As: as}); err != nil && !strings.Contains(err.Error(), ErrNotText.Error()) {
			t.Fatalf("%.200q…: %v", doc, err)
		}
		best = min(best, cpuTime()-start)
	}
	return best
}
