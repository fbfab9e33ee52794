package page

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/newsfact/newsfact/internal/linear"
)

// A seen token is what two tokenizers must agree on.
type seen struct {
	Type  tokenType
	Len   int // of the token in the source
	Tag   atom.Atom
	Name  string // of a tag
	Attrs []html.Attribute
	Text  string // of text
}

// tokenize is the tokenizer under test.
func tokenize(src string) []seen {
	var out []seen
	z := newTokenizer(src)
	at := 0
	for {
		t := seen{Type: z.next(), Len: z.end - z.start}
		if z.start != at || z.end < z.start {
			panic(fmt.Sprintf("token %d: [%d, %d) does not follow %d", len(out), z.start, z.end, at))
		}
		at = z.end
		switch t.Type {
		case textToken:
			t.Text = z.text()
		case startTagToken:
			t.Tag, t.Name = z.tag, z.name()
			double := false
			t.Attrs, double = keys(z)
			if z.selfClosing && !double {
				t.Name += "/"
			}
		case endTagToken:
			t.Tag, t.Name = z.tag, z.name()
		}
		out = append(out, t)
		if t.Type == endOfInput {
			return out
		}
	}
}

// keys returns the attributes of a tag, each name once.
func keys(z *tokenizer) (attrs []html.Attribute, double bool) {
	have := map[string]bool{}
	for _, a := range z.attrs {
		k := strings.ReplaceAll(z.key(a), "\x00", "\ufffd")
		if k = asciiLower(k); have[asciiLower(z.key(a))] {
			double = true
			continue
		}
		have[asciiLower(z.key(a))] = true
		attrs = append(attrs, html.Attribute{Key: k, Val: z.value(a)})
	}
	return attrs, double
}

// reference is the tokenizer of x/net/html.
func reference(src string) []seen {
	var out []seen
	z := html.NewTokenizer(strings.NewReader(src))
	for {
		tt := z.Next()
		raw := string(z.Raw())
		t := seen{Len: len(raw)}
		switch tok := z.Token(); tt {
		case html.ErrorToken:
			return append(out, t)
		case html.TextToken:
			t.Type, t.Text = textToken, tok.Data
		case html.StartTagToken, html.SelfClosingTagToken:
			t.Type, t.Tag, t.Name, t.Attrs = startTagToken, tok.DataAtom, tok.Data, tok.Attr
			if tt == html.SelfClosingTagToken && !repeats(raw) {
				t.Name += "/"
			}
			if tok.DataAtom == atom.Noscript {
				z.NextIsNotRawText()
			}
		case html.EndTagToken:
			t.Type, t.Tag, t.Name = endTagToken, tok.DataAtom, tok.Data
		case html.CommentToken:
			t.Type = commentToken
		case html.DoctypeToken:
			t.Type = doctypeToken
		}
		out = append(out, t)
	}
}

// repeats reports whether an attribute comes twice in a tag: x/net/html then
// misreads a last value that ends with "/".
func repeats(tag string) bool {
	z := newTokenizer(tag)
	z.next()
	_, double := keys(z)
	return double
}

// leavesEscape finds what x/net/html takes for the end of the escaped part of
// a script, against the standard.
func leavesEscape() *regexp.Regexp {
	return regexp.MustCompile(`(?is)<script.*<!--.*<[^a-z/]`)
}

var tokenizerInputs = []string{
	"",
	"a",
	"a<b>c</b>d",
	"<p>one<p>two</P\n>",
	"a < b <3 <- <é <",
	"</",
	"text</",
	"</>",
	"a</>b",
	"</ x>y",
	"</1>y",
	"<",
	"<<<a>>>",
	"<a",
	"<a ",
	"<a b",
	"<a b=",
	"<a b='",
	"<a b='c",
	"<a b='c'",
	"x<a b='c'/",
	"</a",
	"</a x=y>z",
	"</a/>",
	"<?xml version='1.0'?><x>",
	"<?",
	"<?php echo '>' ?>",
	"<!",
	"<!>",
	"<!-",
	"<!->x",
	"<!--",
	"<!-->x",
	"<!--->x",
	"<!---->x",
	"<!----->x",
	"<!--a-->x",
	"<!--a--!>x",
	"<!--a--!x-->y",
	"<!--a--!-->y",
	"<!--a--!->-->y",
	"<!--a-- >-->y",
	"<!--!>-->y",
	"<!---!>-->y",
	"<!----!>y",
	"<!--a->b>c-->y",
	"<!--a<!--b-->c-->d",
	"<!-- unclosed <p>x</p>",
	"<!--a--",
	"<!--a--!",
	"<!x y>z",
	"<!DOCTYPE html>x",
	"<!doctype html PUBLIC \"a>b\" 'c'>x",
	"<!doctype",
	"<!doctypehtml>",
	"<!docty",
	"<!DOC TYPE>x",
	"<![CDATA[a<b>]]>c",
	"<![CDATA[",
	"<a n m=q p='z' k=\"u\" x = w v= 'r'>",
	"<a b='c'd=\"e\"f>",
	"<a =b==c>",
	"<a ==>",
	"<a b=c/>",
	"<a b=/>",
	"<a b= / >",
	"<a b= />",
	"<a/b/c/>",
	"<a / >",
	"<a//>",
	"<br/><br /><br/ ><br / >",
	"<a b='/'/>",
	"<a b='c'/>",
	"<a b/ c/>",
	"<a b /=c>",
	"<a b=>c",
	"<a b=<c>d",
	"<a b=c\"d'e`f=g>",
	"<a b\"c'd<e=f>",
	"<a A=1 a=2 B=3 b=4 a>",
	"<a x=1 x=2/>",
	"<A B\x00C=d\x00e F='\x00'>g\x00h",
	"<a\x00b\x00C \x00=x>",
	"<a b='\r\nc\rd\n'>e\r\nf\rg\r\r\nh",
	"<a\rb\r=\rc\r>",
	"<a\fb\fc\v=d>",
	"<a b='c\n\n'>",
	"<é>x</é><x-é É=Ü>",
	"<İ><K>", // letters that fold to ASCII in Unicode
	"<x-Card Data-ID=7>",
	"<a b=&amp;>&amp</a>",
	"<a b='&amp &ampx &amp= &amp;= &copy2 &copy; &copy=1 &notit; &notin; &notin &not;x'>",
	"<a b='?a=1&lt=2&gt&quot;&#x41&#66;&#x&#;&#xZ'>",
	"&amp &ampx &amp= &amp;= &copy2 &copy; &copy=1 &notit; &notin; &notin &not;x",
	"&;&&&#&#;&#x;&#x41&#66;&#0;&#128;&#x9f;&#xd800;&#x110000;&#99999999999999999999;&#13;&#10;",
	"&CounterClockwiseContourIntegral;&fjlig;&NotEqualTilde;&semi;&semi&acE;&AMP;&AMP&Amp;",
	"&" + strings.Repeat("x", 50) + ";&amp" + strings.Repeat("x", 50) + "&#" + strings.Repeat("0", 50) + "65;",
	"a&", "a&a", "a&#", "a&#x", "a&#x1", "&nbsp", "&eacute;t&eacute", "&É;",
	"<title>a<b>&amp;</b>c</title>d",
	"<title></title>d",
	"<title>a</titlex>b</title x=y>c",
	"<title>a</TITLE\n>b",
	"<title>\x00\r\n</title>",
	"<title",
	"<title>",
	"<title>unclosed &lt;",
	"<textarea><p>x</textarea><p>",
	"<style>a>b{}<!-- </style> --></style>",
	"<style></style></style>",
	"<style>&amp;\x00\r</style>",
	"<xmp><b>&amp;</b></xmp>",
	"<iframe><p>&amp;</iframe><noembed><p></noembed><noframes><p></noframes>",
	"<noscript><p>x</p></noscript>",
	"<plaintext><p></plaintext>",
	"<script/>a<b></script>c",
	"<SCRIPT type=x>a</ScRiPt >b",
	"<script>if (a</b/.test(c)) d<e</script>f",
	"<script>'<!-- <script> </script> --></script>x",
	"<script><!-- <script> </script> </script>x",
	"<script><!--<script></script></script>x",
	"<script><!--<script></script>--></script>x",
	"<script><!--<script><script></script></script>x",
	"<script><!--><script></script>x",
	"<script><!---><script></script>x",
	"<script><!-- --><script></script>x",
	"<script><!--<scriptx></script>x",
	"<script><!--<script/</script></script>x",
	"<script><!--<SCRIPT\n-->--</script>x",
	"<script><!-- a--b-></script>x",
	"<script><!-- </scriptx></script>x",
	"<script><!--<script",
	"<script><!-",
	"<script><!--",
	"<script><!-- </script",
	"<script></script",
	"<script><",
	"<script></",
	"<script></ſcript></script>x",
	"<style></ſtyle></style>x",
	"<svg><title>a<b></title><style>a</style><![CDATA[x]]></svg>",
	"<p>\xff\xfe<a b='\xff'>\xc3</a>",
}

func TestTokenizer(t *testing.T) {
	t.Parallel()
	for _, src := range tokenizerInputs {
		if diff := cmp.Diff(reference(src), tokenize(src)); diff != "" {
			t.Errorf("%q: -x/net/html +tokenizer\n%s", src, diff)
		}
	}
}

// TestTokenizerStandard has the inputs on which x/net/html leaves the
// standard.
func TestTokenizerStandard(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ src, want string }{
		{"<script><!-- i<10; write('<script></script>') --></script>x", "[script]<!-- i<10; write('<script></script>') -->[/script]x"},
		{"<script><!-- <!-- <script></script> --></script>x", "[script]<!-- <!-- <script></script> -->[/script]x"},
		{"<script><!-- i<10 </script>x", "[script]<!-- i<10 [/script]x"},
		{"<a x=1 x=/>y", "[a]y"},
		{"<a x=1 x=2 />y", "[a/]y"},
		{"<noscript>a<b></noscript>", "[noscript]a[b][/noscript]"},
	} {
		var got strings.Builder
		z := newTokenizer(tt.src)
		for typ := z.next(); typ != endOfInput; typ = z.next() {
			switch {
			case typ == textToken:
				got.WriteString(z.text())
			case typ == endTagToken:
				got.WriteString("[/" + z.name() + "]")
			case z.selfClosing:
				got.WriteString("[" + z.name() + "/]")
			default:
				got.WriteString("[" + z.name() + "]")
			}
		}
		if got.String() != tt.want {
			t.Errorf("%q: got %s, want %s", tt.src, got.String(), tt.want)
		}
	}
}

// TestTokenizerLinear: what is opened and never closed costs no more, byte
// for byte, when there is ten times as much of it.
func TestTokenizerLinear(t *testing.T) {
	for _, unit := range []string{
		"<", "</", "<a ", "<a <a", "<!--", "<!-- >", "<script>", "<script><!--", "<script><!--<script>", "</script", "<title>", "<title></titl",
		"<a b='", "<a b=\"'", "&", "&#", "&amp", "&a", "<!", "<?", "-->", "<a b c d>", "\x00", "\r", "<a b='&\r\x00'>",
	} {
		linear.Check(t, unit, 100e3, func(n int) func() {
			src := strings.Repeat(unit, n/len(unit))
			return func() {
				z := newTokenizer(src)
				for typ := z.next(); typ != endOfInput; typ = z.next() {
					if typ == textToken {
						z.text()
					}
					for _, a := range z.attrs {
						z.value(a)
					}
				}
			}
		})
	}
}

func FuzzTokenizer(f *testing.F) {
	for _, src := range tokenizerInputs {
		f.Add(src)
	}
	differs := leavesEscape()
	f.Fuzz(func(t *testing.T, src string) {
		got := tokenize(src)
		if differs.MatchString(src) {
			return
		}
		if diff := cmp.Diff(reference(src), got); diff != "" {
			t.Errorf("%q: -x/net/html +tokenizer\n%s", src, diff)
		}
	})
}

func TestWhiteSpace(t *testing.T) {
	t.Parallel()
	for c := rune(0x80); c <= unicode.MaxRune; c++ {
		if whiteSpace(c) != unicode.IsSpace(c) {
			t.Errorf("whiteSpace(%U) = %v", c, whiteSpace(c))
		}
		if lead := byteClass[string(c)[0]] == lead; !lead && (whiteSpace(c) || invisible(c)) {
			t.Errorf("byteClass of %#x does not lead to %U", string(c)[0], c)
		}
	}
}
