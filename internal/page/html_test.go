package page

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"
)

// show writes blocks a "|" apart: "~" for hidden words, "/" for each <br>
// before, ">" for a block that goes on.
func show(p *Page) string {
	var b strings.Builder
	for i := range p.Blocks {
		if i > 0 {
			b.WriteByte('|')
		}
		k := &p.Blocks[i]
		if k.Hidden {
			b.WriteByte('~')
		}
		if k.Breaks < 0 {
			b.WriteByte('>')
		} else {
			b.WriteString(strings.Repeat("/", int(k.Breaks)))
		}
		b.WriteString(k.Text)
	}
	return b.String()
}

func TestReadHTML(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, src, want string }{
		{"nothing", "", ""},
		{"no markup", "just words", "just words"},
		{"paragraphs", "<p>One.<p>Two.</p>Three.", "One.|Two.|Three."},
		{"white space", "<p>\n a  b\t\nc </p>", "a b c"},
		{"inline tags glue", "<p>un<b>believ</b>able <i>x</i>,<span> y</span></p>", "unbelievable x, y"},
		{"br", "<p>a<br>b<br><br>c<br/></p><p>d</p>", "a|/b|//c|d"},
		{"br as an end tag", "a</br>b", "a|/b"},
		{"br before all", "<p><br>a</p>", "/a"},
		{"rule", "a<hr>b", "a|b"},
		{"hidden", "<div hidden>a</div><p>b</p><p style='color:red; DISPLAY : none'>c</p><p style='visibility:hidden'>d</p>", "~a|b|~c|~d"},
		{"hidden until found", "<div hidden=until-found>a</div>", "a"},
		{"hidden words in a paragraph", "<p>a <span hidden>b</span> c</p>", "a|~>b|>c"},
		{"hidden ends with its element", "<div hidden><p>a</div>b", "~a|b"},
		{"noscript", "<noscript><p>a</p></noscript>b", "~a|b"},
		{"template", "<template><p>a</p></template>b", "~a|b"},
		{"declarative shadow root", "<x-y><template shadowrootmode=open><p>a</p></template></x-y>", "a"},
		{"list without end tags", "<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "a|b|c|d"},
		{"list item without a list", "<li>a<li>b", "a|b"},
		{"definitions", "<dl><dt>a<dd>b<dt>c<dd>d</dl>", "a|b|c|d"},
		{"table without end tags", "<table><tr><th>a<td>b<tr><td>c<table><tr><td>d</table>e</table>f", "a|b|c|d|e|f"},
		{"paragraph in a cell stays open for none", "<p>a<table><tr><td>b</p>c</table>d", "a|b|c|d"},
		{"options", "<select><option>a<option>b</select>", "a|b"},
		{"heading closed by another", "<h2>a</h3>b", "a|b"},
		{"inline across blocks", "<b>a<p>b</b>c</p>d", "a|bc|d"},
		{"misnested inline", "<p>a<b>b<i>c</b>d</i>e</p>", "abcde"},
		{"end tag of nothing", "<p>a</section></b>b</p>", "ab"},
		{"stray end of a paragraph", "a</p>b", "a|b"},
		{"anchor in an anchor", "<a>a<a>b</a>c", "a bc"},
		{"links side by side", "<a>a</a><a>b</a>", "a b"},
		{"link then word", "<a>a</a>b", "ab"},
		{"custom element glues", "a<x-tip>b</x-tip>c", "abc"},
		{"custom element holds blocks", "<x-card><p>a</p></x-card>b", "a|b"},
		{"pre", "<pre>a\nb\r\n\r\nc</pre>", "a b|c"},
		{"xmp", "<xmp><b>a</b>\n\nb &amp;</xmp>c", "<b>a</b>|b &amp;|c"},
		{"plaintext", "a<plaintext><b>b", "a|<b>b"},
		{"raw text", "a<script>b</script><style>c</style><iframe>d</iframe><textarea>e</textarea>f", "af"},
		{"title", "<title>a</title>b", "b"},
		{"svg", "a<svg><title>b</title><text>c</text></svg>d", "ad"},
		{"math", "a<math><mi>x</mi></math>b", "ab"},
		{"unclosed comment", "a<!-- b <p>c", "a"},
		{"unfinished tag", "a<p class='b", "a"},
		{"repeated roots", strings.Repeat("<html><body>", 1000) + "a", "a"},
		{"words after the end", "<html><body>a</body></html>b", "ab"},
		{"references", "<p>caf&eacute; &amp; &lt;b&gt; &#8211; &nbsp;x&NBSP; &notit;", "café & <b> – x&NBSP; ¬it;"},
		{"reference cut by a tag", "&am<b>p;</b>", "&amp;"},
		{"NUL", "a\x00b <p\x00>c", "ab c"},
		{"CR LF", "<p>a\r\nb\rc</p>", "a b c"},
		{"invisible", "ex\u00adam\u200bple\u2060s \ufeffof", "examples of"},
		{"invisible by reference", "ex&shy;ample &#8203;", "example"},
		{"joiners stay", "می\u200cخواهم \u200fx", "می\u200cخواهم \u200fx"},
		{"white space of other scripts", "a\u2003b\u3000c\u00a0d\u2028e", "a b c d e"},
		{"controls", "a\x01b\x7fc", "abc"},
		{"button", "a<button>b</button>c", "a|b|c"},
		{"tags in capitals", "<P>a</P><DIV>b</DIV>", "a|b"},
		{"first of two attributes", "<p style='x:y' style='display:none'>a</p>", "a"},
	} {
		p := ReadHTML(tt.src)
		if got := show(p); got != tt.want {
			t.Errorf("%s: %q: got %s, want %s", tt.name, tt.src, got, tt.want)
		}
		if err := lawful(p); err != nil {
			t.Errorf("%s: %q: %v", tt.name, tt.src, err)
		}
	}
}

// lawful checks what holds for every page.
func lawful(p *Page) error {
	last := 0
	for i := range p.Blocks {
		b := &p.Blocks[i]
		if b.Text == "" || b.Text != strings.TrimSpace(b.Text) || strings.Contains(b.Text, "  ") {
			return fmt.Errorf("block %d: %q is empty or loose", i, b.Text)
		}
		if b.Start < 0 || b.Start >= b.End || b.End > len(p.Source) {
			return fmt.Errorf("block %d: [%d, %d) of %d", i, b.Start, b.End, len(p.Source))
		}
		if !b.Script {
			if b.Start < last {
				return fmt.Errorf("block %d begins at %d, before %d where the last ends", i, b.Start, last)
			}
			last = b.End
			// A character reference spells its letter otherwise.
			if w, src := firstWord(b.Text), p.Source[b.Start:b.End]; !strings.Contains(src, w) && !strings.Contains(src, "&") {
				return fmt.Errorf("block %d: %q is not in %q", i, w, p.Source[b.Start:b.End])
			}
		}
		if len(p.Elems) > 0 && (b.Elem < 0 || int(b.Elem) >= len(p.Elems)) {
			return fmt.Errorf("block %d: element %d of %d", i, b.Elem, len(p.Elems))
		}
		if n := int32(len(b.Text)); b.LinkBytes > n || b.BoldBytes > n || b.EmBytes > n {
			return fmt.Errorf("block %d: more bytes in links, bold or italics than the %d of its text", i, n)
		}
	}
	for i, e := range p.Elems {
		if e.Parent >= int32(i) || (e.Parent < 0) != (i == 0) || e.Start < 0 || e.Start > e.End || e.End > len(p.Source) {
			return fmt.Errorf("element %d: %+v of %d bytes", i, e, len(p.Source))
		}
		if i > 0 && e.Depth != p.Elems[e.Parent].Depth+1 {
			return fmt.Errorf("element %d: depth %d under %d", i, e.Depth, p.Elems[e.Parent].Depth)
		}
	}
	for i, m := range p.Head.Marks {
		if m.Start < 0 || m.Start > m.End || m.End > len(p.Source) || int(m.Block) >= len(p.Blocks) || int(m.Elem) >= len(p.Elems) || len(m.Text) > maxMarkText {
			return fmt.Errorf("mark %d: %+v", i, m)
		}
	}
	return nil
}

// firstWord is the plain letters that a text begins with, which stand in the
// source as they are.
func firstWord(s string) string {
	n := 0
	for n < len(s) && isAlnum(s[n]) {
		n++
	}
	if n < len(s) && s[n] != ' ' || n == 0 || n > 1 {
		return s[:min(n, 1)] // what follows may be markup in the source
	}
	return s[:n]
}

func TestReadHTMLFigures(t *testing.T) {
	t.Parallel()
	p := ReadHTML(`<p>See <a href="/x">two words</a> and <b>bold <i>both</i></b> <a>x</a></p>`)
	if len(p.Blocks) != 1 {
		t.Fatal(show(p))
	}
	b := p.Blocks[0]
	if b.Words != 7 || b.Links != 2 || b.BoldBytes != 10 || b.EmBytes != 5 || b.LinkBytes != 12 {
		t.Errorf("got %+v", b)
	}
}

func TestCountWords(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]int32{
		"": 0, "one": 1, "one two": 2, "it's 3.5": 4, "été à Paris": 3, "نيويورك تايمز": 2, "e\u0301te\u0301": 1, "東京": 1, "東京都庁": 2, "a東": 1, "— …": 0,
	} {
		if got := countWords([]byte(s)); got != want {
			t.Errorf("countWords(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestHead(t *testing.T) {
	t.Parallel()
	p := ReadHTML(`<html lang="en-GB" amp><head><title> A &amp; B </title><title>C</title>
<META Property="og:title" CONTENT="D&quot;E"><meta name="" content="x"><meta name=author content=""><link rel="Canonical" href="/x?a=1&copy=2">
<script type="application/ld+json">{"a":"</b>"}</script><script id="__NEXT_DATA__">{}</script><script>var x</script></head>
<body><h1 class="headline">One <b>two</b></h1><p class="byline">By <a rel=author href=/me title="x>y">Ann</a>, <time datetime=2026-01-02>today</time></p>`)
	h := p.Head
	if h.Title != "A & B" || h.Lang != "en-GB" || !h.AMP {
		t.Errorf("title %q, lang %q, amp %v", h.Title, h.Lang, h.AMP)
	}
	if got := fmt.Sprint(h.Metas, h.Links); got != `[{og:title D"E}] [{canonical /x?a=1&copy=2 }]` {
		t.Errorf("metas and links: %s", got)
	}
	if len(h.JSONLD) != 1 || h.JSONLD[0].Text != `{"a":"</b>"}` || !strings.HasPrefix(p.Source[h.JSONLD[0].Start:], h.JSONLD[0].Text) || len(h.Data) != 1 {
		t.Errorf("scripts: %v, %v", h.JSONLD, h.Data)
	}
	var marks []string
	for _, m := range h.Marks {
		marks = append(marks, fmt.Sprintf("%s/%s=%q %q", m.Field, m.How, m.Text, m.Value))
	}
	want := `h1/tag="One two" "" byline/class="By Ann, today" "" author/rel="Ann" "/me" time/tag="today" "2026-01-02"`
	if got := strings.Join(marks, " "); got != want {
		t.Errorf("marks:\ngot  %s\nwant %s", got, want)
	}
}

// TestScriptText: a page that shows no article gives that of its data.
func TestScriptText(t *testing.T) {
	t.Parallel()
	para := strings.Repeat("The council met on Monday and voted for the new bridge over the river. ", 6)
	src := `<div id=root>Menu</div><script type="application/json">{"id":"x","articleBody":"<p>` + para + `<\/p><p>` + para + `\u00e9nd.<\/p>","n":1}</script>`
	p := ReadHTML(src)
	if len(p.Blocks) != 3 || !p.Blocks[1].Script || !strings.HasSuffix(p.Blocks[2].Text, "énd.") {
		t.Errorf("got %d blocks: %.300s", len(p.Blocks), show(p))
	}
	if err := lawful(p); err != nil {
		t.Error(err)
	}
	shown := ReadHTML(strings.Repeat("<p>"+para+"</p>", 3) + src)
	for _, b := range shown.Blocks {
		if b.Script {
			t.Errorf("a page that shows an article took text from its data: %.80q", b.Text)
		}
	}
}

// TestReadHTMLHostile: shapes that broke parsers (FIELD.md H1 to H6) keep
// their text, and ten times as much takes about ten times as long.
func TestReadHTMLHostile(t *testing.T) {
	attrs := strings.Builder{}
	for i := range 100_000 {
		fmt.Fprintf(&attrs, " a%d=%d class=x%d", i, i, i)
	}
	for _, tt := range []struct{ name, src, want string }{
		{"600 nested", strings.Repeat("<div>", 600) + "end", "end"},
		{"a million nested", strings.Repeat("<div>", 1_000_000) + "end", "end"},
		{"nested and closed", strings.Repeat("<div>", 100_000) + "a" + strings.Repeat("</div>", 100_000) + "<p>end", "end"},
		{"inline nested", strings.Repeat("<b>", 100_000) + "end", "end"},
		{"custom nested", strings.Repeat("<x-y>", 100_000) + "end", "end"},
		{"100000 attributes", "<p" + attrs.String() + ">end", "end"},
		{"siblings", strings.Repeat("<p>a</p>", 100_000) + "end", "end"},
		{"links", strings.Repeat("<a href=x>a</a>", 100_000) + "<p>end", "end"},
		{"end tags", strings.Repeat("<div>", 490) + strings.Repeat("</section>", 100_000) + "end", "end"},
		{"marks", strings.Repeat("<span class=byline>a", 100_000) + "<p>end", "end"},
		{"references", strings.Repeat("&amp;&#65;&x", 100_000) + "<p>end", "end"},
		{"tables", strings.Repeat("<table><tr><td>", 50_000) + "end", "end"},
	} {
		t0 := time.Now()
		p := ReadHTML(tt.src)
		if d := time.Since(t0); d > 5*time.Second {
			t.Errorf("%s: %d bytes took %v", tt.name, len(tt.src), d)
		}
		if len(p.Blocks) == 0 || p.Blocks[len(p.Blocks)-1].Text != tt.want {
			t.Errorf("%s: %d blocks, the last is not %q", tt.name, len(p.Blocks), tt.want)
		}
		if err := lawful(p); err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, src := range tokenizerInputs {
		f.Add([]byte(src))
	}
	f.Add([]byte(newsPage()))
	f.Fuzz(func(t *testing.T, in []byte) {
		p, err := Read(bytes.NewReader(in), HTML, 1<<20)
		if err != nil {
			if !errors.Is(err, ErrNotText) && !errors.Is(err, ErrTooLarge) {
				t.Fatal(err)
			}
			return
		}
		if !utf8.ValidString(p.Source) {
			t.Errorf("%q: the source is not UTF-8", in)
		}
		if err := lawful(p); err != nil {
			t.Errorf("%q: %v", in, err)
		}
	})
}
