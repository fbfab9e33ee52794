package page

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// newsPage is a page as newsrooms make them: about 100 kB, a twentieth of it
// the article.
func newsPage() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>Harbour bridge reopens &#8211; The Example</title>\n")
	for _, name := range []string{"og:title", "og:type", "og:url", "article:published_time", "twitter:card"} {
		b.WriteString("<meta property=\"" + name + "\" content=\"A value of some thirty characters\">\n")
	}
	b.WriteString("<script>window.dataLayer=window.dataLayer||[];")
	for range 400 {
		b.WriteString("function f(a,b){return a<b?a:b}var x={\"k\":[1,2,3]};\n")
	}
	b.WriteString("</script><style>")
	for range 200 {
		b.WriteString(".card__title--large{margin:0 auto;font:700 1.2rem/1.3 serif}\n")
	}
	b.WriteString("</style></head><body class=\"page page--article\"><header class=\"site-header\"><nav aria-label=\"Main\"><ul>")
	for range 60 {
		b.WriteString("<li class=\"nav-item\"><a class=\"nav-link\" href=\"/section/city?src=nav&amp;pos=3\">City</a></li>\n")
	}
	b.WriteString("</ul></nav></header><main><article class=\"article\"><h1 itemprop=\"headline\">Harbour bridge reopens</h1>\n<p class=\"byline\">By <a rel=\"author\" href=\"/by\">Jane Roe</a></p><time datetime=\"2026-11-24\">24 November</time>\n")
	for range 25 {
		b.WriteString("<p>The bridge over the old harbour opened to traffic on Monday, the city&rsquo;s works office said, after <a href=\"/b\">two years</a> of repairs that cost 40&nbsp;million.</p>\n")
	}
	b.WriteString("</article><aside class=\"related\">")
	for i := range 120 {
		b.WriteString("<div class=\"card card--teaser\" data-testid=\"card\" id=\"card-" + string(rune('a'+i%26)) + "\"><a href=\"https://news.example/a/2026/11/24/story\"><img src=\"/i.jpg\" alt=\"\"><span class=\"card__title\">Another story</span></a></div>\n")
	}
	b.WriteString("</aside></main><footer>&copy; The Example</footer></body></html>\n")
	return b.String()
}

func BenchmarkRead(b *testing.B) {
	page := newsPage()
	for _, bb := range []struct {
		name string
		src  string
	}{
		{"page", page},
		{"pages_10", strings.Repeat(page, 10)},
		{"pages_100", strings.Repeat(page, 100)},
	} {
		b.Run(bb.name, func(b *testing.B) { benchmarkRead(b, [][]byte{[]byte(bb.src)}) })
	}
}

// BenchmarkReadShared reads the development pages, where they are.
func BenchmarkReadShared(b *testing.B) {
	paths, _ := filepath.Glob("../../../shared/data/pages/html/*/*.gz")
	if len(paths) == 0 {
		b.Skip("no pages in ../shared/data/pages")
	}
	var docs [][]byte
	for _, p := range paths {
		docs = append(docs, gunzip(b, p))
	}
	benchmarkRead(b, docs)
}

func gunzip(tb testing.TB, path string) []byte {
	f, err := os.Open(path)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(path, err)
	}
	doc, err := io.ReadAll(z)
	if err != nil {
		tb.Fatal(path, err)
	}
	return doc
}

func benchmarkRead(b *testing.B, docs [][]byte) {
	n := 0
	for _, d := range docs {
		n += len(d)
	}
	b.SetBytes(int64(n))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			if _, err := Read(bytes.NewReader(d), HTML, 1<<40); err != nil {
				b.Fatal(err)
			}
		}
	}
}
