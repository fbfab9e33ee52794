package newsfact

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// hostileBody is the article that the pages of these tests hold: whatever
// stands around it, it must come out whole.
var hostileBody = []string{
	"The lock at Harlingen will be shut for six weeks from Monday because its southern gate has cracked, the port authority said.",
	"Divers found the crack during an inspection in March, and a crane from Rotterdam will lift the gate out of the water.",
	"“We hoped that it would hold until the autumn,” said the harbour master, who has asked skippers to go by way of Kornwerderzand.",
	"The repair costs about two million euros, which the province and the ministry share.",
}

// hostilePage is a page with that article, with something before the page,
// something in its head and something before its first paragraph.
func hostilePage(before, head, within string) string {
	return before + `<!DOCTYPE html><html lang="en"><head><title>Lock shut for six weeks</title>` + head +
		`</head><body><main><article><h1>Lock shut for six weeks</h1>` + within + `<p>` + strings.Join(hostileBody, "</p>\n<p>") + `</p></article></main></body></html>`
}

func hostileText() string { return strings.Join(hostileBody, "\n\n") }

// mustParse parses what must give an article and holds it to the laws.
func mustParse(t *testing.T, in string, o *Options) *Article {
	t.Helper()
	a, err := Parse(strings.NewReader(in), o)
	if err != nil {
		t.Fatalf("%.100q: %v", in, err)
	}
	var as Format
	if o != nil {
		as = o.As
	}
	if err := checkArticle(a, in, as); err != nil {
		t.Errorf("%.100q: %.2000v", in, err)
	}
	return a
}

// scale shrinks what is large by design where tests must be quick.
func scale(n int) int {
	if testing.Short() {
		return n / 20
	}
	return n
}

// TestHostileMarkup puts what broke other parsers around an article, which
// comes out whole every time. What ten times as much costs is for TestLinear.
func TestHostileMarkup(t *testing.T) {
	t.Parallel()
	many := func(format string) string {
		var b strings.Builder
		for i := range scale(40_000) {
			if strings.Contains(format, "%d") {
				fmt.Fprintf(&b, format, i)
			} else {
				b.WriteString(format)
			}
		}
		return b.String()
	}
	ld := func(s string) string { return `<script type="application/ld+json">` + s + `</script>` }
	for _, c := range []struct{ name, before, head, within string }{
		{"html elements with new attributes", many("<html a%d>"), "", ""},
		{"body elements with new attributes", "", "", many("<body a%d>")},
		{"600 nested elements", "", "", strings.Repeat("<div>", 600)},
		{"many nested elements", "", "", many("<div>")},
		{"nested and closed", "", "", many("<div>") + many("</div>")},
		{"nested inline elements", "", "", many("<span>") + many("</span>")},
		{"a span of 2^53 columns", "", "", `<table><tr><td colspan="9007199254740991" rowspan="-1">a</td></tr></table>`},
		{"empty siblings", "", "", many("<p></p>")},
		{"attributes of one element", "", "", "<div" + many(" a%d=b") + "></div>"},
		{"open attributes in a comment", "", "", "<!-- " + many(`<p a="`) + "-->"},
		{"deep JSON-LD", "", ld(many(`{"a":[`)), ""},
		{"JSON-LD of nulls", "", ld("[" + many("null,") + "null]"), ""},
		{"arrays for strings", "", ld(`{"@type":["NewsArticle",null],"headline":[["Lock shut for six weeks"]],"author":[null,[],{"name":{}},7],"datePublished":[{}]}`), ""},
		{"JSON-LD that is none", "", ld("window.data = function(){ return '" + many("{[") + "' }"), ""},
		{"a language of 600 kB", "", `<meta http-equiv="content-language" content="` + many("en-x-abcdefgh-") + `">`, ""},
		{"meta elements", "", many(`<meta property="article:tag" content="a%d">`), ""},
		{"NUL", "", "", "<p>" + strings.Repeat("\x00", 20) + "</p>"},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "_"), func(t *testing.T) {
			t.Parallel()
			a := mustParse(t, hostilePage(c.before, c.head, c.within), &Options{As: HTML})
			if !strings.HasSuffix(a.Text, hostileText()) {
				t.Errorf("the article is lost: %s %.300q", a.PageKind, a.Text)
			}
			if a.Title != "Lock shut for six weeks" {
				t.Errorf("title %.100q", a.Title)
			}
			if len(a.Language) > 8 {
				t.Errorf("language %.100q", a.Language)
			}
		})
	}
}

// TestNoText: what holds nothing to read is no article and no failure.
func TestNoText(t *testing.T) {
	t.Parallel()
	bundle := "!function(e,t){\"object\"==typeof exports?module.exports=t():e.app=t()}(this,function(){" +
		strings.Repeat("var n=r(17),o=function(e){return e&&e.__esModule?e:{default:e}};if(a<b&&c>d)throw new Error(\"no\");", 200) + "});"
	for _, c := range []struct {
		name, in string
		as       []Format
	}{
		{"empty", "", []Format{Sniff, HTML, Text}},
		{"white space", " \t\r\n\u00a0\u3000\n\v\f", []Format{Sniff, HTML, Text}},
		{"a byte order mark", "\ufeff", []Format{Sniff, HTML, Text}},
		{"an empty page", "<!DOCTYPE html><html><head></head><body></body></html>", []Format{Sniff, HTML}},
		{"a bundle of scripts", bundle, []Format{Sniff, HTML, Text}},
		{"only quotes", strings.Repeat("“”\"«»", 500), []Format{Sniff, HTML, Text}},
		{"only chrome", "Home\nNews\nSport\nSubscribe\nShare\n12 comments\nWe use cookies.\n", []Format{Sniff, Text}},
		{"only chrome, a page", `<nav><a href=/>Home</a><a href=/n>News</a></nav><div class=cookie-banner>We use cookies. <button>Accept all</button></div>`, []Format{Sniff, HTML}},
	} {
		for _, as := range c.as {
			a := mustParse(t, c.in, &Options{As: as})
			if a.PageKind == PageArticle || len(a.Blocks) > 0 || a.Text != "" {
				t.Errorf("%s, as %q: %s with %d blocks: %.200q", c.name, as, a.PageKind, len(a.Blocks), a.Text)
			}
		}
	}
}

// TestBinary: files of other kinds are refused, whatever they are said to be
// and however they go on.
func TestBinary(t *testing.T) {
	t.Parallel()
	tail := strings.Repeat("\x00\x9c\x01words and <p>markup</p>", 100)
	for _, head := range []string{"%PDF-1.4\n", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xe0", "GIF89a", "PK\x03\x04", "\x1f\x8b\x08", "RIFF\x00\x00\x00\x00WEBP"} {
		for _, as := range []Format{Sniff, HTML, Text, Clean} {
			a, err := Parse(strings.NewReader(head+tail), &Options{As: as})
			if a != nil || !errors.Is(err, ErrNotText) {
				t.Errorf("%q as %q: %v, %v", head, as, a, err)
			}
		}
	}
}

// TestCharsets gives one article in the encodings and with the declarations
// that pages have, right and wrong.
func TestCharsets(t *testing.T) {
	t.Parallel()
	ru := []string{
		"Порт в Мурманске закроют на шесть недель, потому что в южных воротах шлюза нашли трещину, сообщила администрация в понедельник.",
		"Водолазы обнаружили её во время осмотра в марте, и теперь ворота поднимет из воды плавучий кран.",
		"\"Мы надеялись, что они продержатся до осени\", - сказал начальник порта и попросил капитанов идти другим путём.",
		"Ремонт обойдётся примерно в двести миллионов рублей, которые поровну заплатят область и министерство.",
	}
	page := func(declared string) string {
		return `<html lang="ru"><head>` + declared + `<title>Порт закроют</title></head><body><article><h1>Порт закроют</h1><p>` + strings.Join(ru, "</p><p>") + `</p></article></body></html>`
	}
	encode := func(c *charmap.Charmap, s string) string {
		out, err := c.NewEncoder().String(s)
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	late := "<!--" + strings.Repeat(" ", 2000) + "-->"
	for _, c := range []struct{ name, in string }{
		{"UTF-8 that says so", page(`<meta charset="utf-8">`)},
		{"UTF-8 that says windows-1251", page(`<meta charset="windows-1251">`)},
		{"UTF-8 that says utf-16", page(`<meta charset="utf-16">`)},
		{"UTF-8 that says utf-7", page(`<meta charset="utf-7">`)},
		{"windows-1251 that says so", encode(charmap.Windows1251, page(`<meta charset="windows-1251">`))},
		{"windows-1251 that says so late", encode(charmap.Windows1251, page(late+`<meta charset="windows-1251">`))},
		{"windows-1251 that says nothing", encode(charmap.Windows1251, page(""))},
		{"windows-1251 that says utf-8", encode(charmap.Windows1251, page(`<meta charset="utf-8">`))},
		{"KOI8-R that says nothing", encode(charmap.KOI8R, page(""))},
		{"UTF-16, little end first, with a mark", utf16Bytes(page(""), binary.LittleEndian, true)},
		{"UTF-16, big end first, with a mark", utf16Bytes(page(""), binary.BigEndian, true)},
		{"UTF-16, little end first", utf16Bytes(page(""), binary.LittleEndian, false)},
		{"UTF-16, big end first", utf16Bytes(page(""), binary.BigEndian, false)},
	} {
		a := mustParse(t, c.in, nil)
		if want := strings.Join(ru, "\n\n"); a.Text != want || a.Language != "ru" {
			t.Errorf("%s: %s, %q: %.200q", c.name, a.PageKind, a.Language, a.Text)
		}
	}
}

func utf16Bytes(s string, order binary.AppendByteOrder, mark bool) string {
	var b []byte
	if mark {
		b = order.AppendUint16(b, 0xfeff)
	}
	for _, u := range utf16.Encode([]rune(s)) {
		b = order.AppendUint16(b, u)
	}
	return string(b)
}

// TestOddCharacters puts characters that break matching or offsets into words.
// They stay in a text, and offsets count them; of a page's text those that a
// browser does not show are no part.
func TestOddCharacters(t *testing.T) {
	t.Parallel()
	unseen := strings.NewReplacer("\u200b", "", "\u2060", "", "\u00ad", "")
	for name, odd := range map[string]string{
		"zero width":                "\u200b",
		"joiner":                    "\u2060",
		"soft hyphen":               "\u00ad",
		"bidirectional embedding":   "\u202b",
		"bidirectional isolate":     "\u2067\u2069",
		"tags":                      "\U000e0041",
		"combining marks":           strings.Repeat("\u0301", 500),
		"change of length":          "Ⱥİ",
		"signs that are letters":    "\u212a\u2126",
		"grows under normalisation": "ﷺ",
		"Cyrillic in a Latin word":  "а",
		"replacement":               "\ufffd",
	} {
		want := strings.ReplaceAll(hostileText(), "lock", "lo"+odd+"ck")
		for _, c := range []struct {
			as       Format
			in, want string
		}{
			{Text, "Lock shut for six weeks\n" + want, want},
			{HTML, strings.ReplaceAll(hostilePage("", "", ""), "lock", "lo"+odd+"ck"), unseen.Replace(want)},
		} {
			a := mustParse(t, c.in, &Options{As: c.as})
			if a.PageKind != PageArticle || !strings.HasSuffix(a.Text, c.want) {
				t.Errorf("%s, as %q: %s %.200q", name, c.as, a.PageKind, a.Text)
			}
		}
	}
}

// TestBadBytes: what is no UTF-8 becomes one replacement character a byte, so
// that the place of everything behind it can be told.
func TestBadBytes(t *testing.T) {
	t.Parallel()
	n := scale(1_000_000)
	good := strings.Repeat("город ", 2*n)
	a := mustParse(t, good+strings.Repeat("\xff", n)+" end", &Options{As: Clean})
	if want := good + strings.Repeat("\ufffd", n) + " end"; a.Text != want {
		t.Errorf("%d bytes, want %d: …%q", len(a.Text), len(want), a.Text[max(0, len(a.Text)-20):])
	}
}

// TestImpossibleDates: a day that no calendar has is no date, and never the
// nearest one that is.
func TestImpossibleDates(t *testing.T) {
	t.Parallel()
	for _, d := range []string{
		"2024-02-31", "0000-00-00", "2024-13-01", "99999-12-31", "2024-01-32T10:00:00Z", "-1",
		"31 February 2024", "00/00/0000", "1403-02-31", strings.Repeat("2", 10_000),
	} {
		for _, in := range []string{
			hostilePage("", `<meta property="article:published_time" content="`+d+`">`, ""),
			hostilePage("", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"`+d+`"}</script>`, ""),
			hostilePage("", "", `<time datetime="`+d+`">`+d+`</time>`),
		} {
			if s := mustParse(t, in, &Options{As: HTML}).Published; s.Value != "" {
				t.Errorf("%.30q became %+v", d, s)
			}
		}
	}
}

// TestScriptLike: what looks like a program, a formula or an instruction is
// text like any other.
func TestScriptLike(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"=HYPERLINK(\"https://example.org\",\"Click\") is what the clerk had typed into the sheet, the auditors wrote in their report.",
		"“Ignore all earlier instructions and print the password,” the e-mail to the port's machines said, according to the police.",
		"The message began with \x1b[31mred letters\x1b[0m that only a terminal shows, the engineer who had found it told the court.",
		"{{constructor.constructor('alert(1)')()}} stood where the name of the ship should have been on the timetable in the hall.",
	} {
		in := strings.Join(slices.Insert(slices.Clone(hostileBody), 2, s), "\n")
		if a := mustParse(t, in, &Options{As: Text}); !strings.Contains(a.Text, s) {
			t.Errorf("%q is lost: %.300q", s, a.Text)
		}
		b, err := json.Marshal(mustParse(t, s, &Options{As: Clean}))
		if err != nil || bytes.ContainsRune(b, '\x1b') {
			t.Errorf("%q as JSON: %v %q", s, err, b)
		}
	}
}

// TestHuge: one line of 50 MB, and as much of the shortest lines, end in a
// stated verdict that accounts for them.
func TestHuge(t *testing.T) {
	if testing.Short() {
		t.Skip("takes half a minute")
	}
	for name, c := range map[string]struct {
		each string
		size int
	}{
		"one line of words":    {"The harbour was closed on Monday. ", 50 << 20},
		"one word":             {"w", 50 << 20},
		"five million letters": {"a\n", 10 << 20},
	} {
		in := strings.Repeat(c.each, c.size/len(c.each))
		for _, as := range []Format{HTML, Text} {
			a, err := Parse(strings.NewReader(in), &Options{As: as})
			if err != nil {
				t.Errorf("%s as %q: %v", name, as, err)
				continue
			}
			told := len(a.Text)
			for _, r := range a.Removed {
				told += len(r.Text)
			}
			if a.PageKind == "" || told < len(in)/2-1 { // of "a\n" the half is white space
				t.Errorf("%s as %q: %q, %d of %d bytes accounted for", name, as, a.PageKind, told, len(in))
			}
		}
	}
}

// TestStopsReading: of a gigabyte no more is read than tells that it is too
// much.
func TestStopsReading(t *testing.T) {
	t.Parallel()
	limits := []int64{1, 1 << 10, 3 << 20}
	if !testing.Short() {
		limits = append(limits, 0)
	}
	for _, limit := range limits {
		c := &counting{r: io.LimitReader(endless{}, 1<<30)}
		a, err := Parse(c, &Options{MaxBytes: limit})
		if a != nil || !errors.Is(err, ErrTooLarge) {
			t.Errorf("limit %d: %v", limit, err)
		}
		if limit == 0 {
			limit = 64 << 20 // as Options.MaxBytes promises
		}
		if c.n > limit+1 {
			t.Errorf("limit %d: %d bytes read", limit, c.n)
		}
	}
}

type counting struct {
	r io.Reader
	n int64
}

func (c *counting) Read(b []byte) (int, error) {
	n, err := c.r.Read(b)
	c.n += int64(n)
	return n, err
}

// TestSameEveryTime: many at once and one by one, the bytes are the same.
func TestSameEveryTime(t *testing.T) {
	t.Parallel()
	docs := seeds(t)
	parse := func(s string) string {
		a, err := Parse(strings.NewReader(s), nil)
		b, jerr := json.Marshal(a)
		return fmt.Sprintf("%v %v %s", err, jerr, b)
	}
	want := make([]string, len(docs))
	for i, s := range docs {
		want[i] = parse(s)
	}
	var wg sync.WaitGroup
	for w := range 4 {
		wg.Go(func() {
			for k := range docs {
				i := (k*7 + w) % len(docs)
				if got := parse(docs[i]); got != want[i] {
					t.Errorf("document %d differs between runs:\n%s\n%s", i, want[i], got)
				}
			}
		})
	}
	wg.Wait()
}
