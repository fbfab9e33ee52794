package newsfact

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// pagesDir is the development data, which is no part of the module.
const pagesDir = "../shared/data/pages"

// BenchmarkParse reads pages and reports how many times the processor time and
// the allocations of html.Parse on the same bytes that takes. What the garbage
// collector does is in it.
func BenchmarkParse(b *testing.B) {
	b.Run("pages", func(b *testing.B) {
		pages := readPages(b, "html/fundus/*.html.gz", 1)
		pages = append(pages, readPages(b, "html/trafilatura/*.html.gz", 4)...)
		benchParse(b, pages)
	})
	b.Run("own", func(b *testing.B) {
		benchParse(b, [][]byte{samplePage(1), samplePage(4), samplePage(10)})
	})
}

func benchParse(b *testing.B, pages [][]byte) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // idle workers of the collector spin
	size := 0
	for _, p := range pages {
		size += len(p)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var ours, theirs work
	for b.Loop() {
		b.StopTimer()
		theirs.do(func() {
			for _, p := range pages {
				html.Parse(bytes.NewReader(p)) // an error where elements are nested too deep
			}
		})
		ours.do(func() {
			b.StartTimer()
			parseAll(b, pages, HTML)
			b.StopTimer()
		})
		b.StartTimer()
	}
	b.ReportMetric(float64(ours.took)/float64(theirs.took), "x-time")
	b.ReportMetric(float64(ours.allocs)/float64(theirs.allocs), "x-allocs")
}

// BenchmarkText reads scraped text and reports which part of the time of its
// page that takes.
func BenchmarkText(b *testing.B) {
	b.Run("pages", func(b *testing.B) {
		texts, pages := readPairs(b)
		benchText(b, texts, pages)
	})
	b.Run("own", func(b *testing.B) {
		benchText(b, [][]byte{sampleText(4)}, [][]byte{samplePage(4)})
	})
}

func benchText(b *testing.B, texts, pages [][]byte) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // idle workers of the collector spin
	size := 0
	for _, t := range texts {
		size += len(t)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var ours, theirs work
	for b.Loop() {
		b.StopTimer()
		theirs.do(func() { parseAll(b, pages, HTML) })
		ours.do(func() {
			b.StartTimer()
			parseAll(b, texts, Text)
			b.StopTimer()
		})
		b.StartTimer()
	}
	b.ReportMetric(float64(ours.took)/float64(theirs.took), "x-page-time")
}

// BenchmarkLinear reads the same page, and the same text, 1, 10 and 100 times
// over: the bytes a second stay the same where the cost is linear.
func BenchmarkLinear(b *testing.B) {
	for _, n := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("page/%d", n), func(b *testing.B) { benchOne(b, samplePage(n), HTML) })
	}
	for _, n := range []int{1, 10, 100} {
		b.Run(fmt.Sprintf("text/%d", n), func(b *testing.B) { benchOne(b, sampleText(n), Text) })
	}
}

func benchOne(b *testing.B, doc []byte, as Format) {
	b.SetBytes(int64(len(doc)))
	b.ReportAllocs()
	for b.Loop() {
		parseAll(b, [][]byte{doc}, as)
	}
}

func parseAll(tb testing.TB, docs [][]byte, as Format) {
	for _, d := range docs {
		if _, err := Parse(bytes.NewReader(d), &Options{As: as}); err != nil {
			tb.Fatal(err)
		}
	}
}

// work adds up what something costs.
type work struct {
	took   time.Duration
	allocs uint64
}

func (w *work) do(f func()) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := cpuTime()
	f()
	w.took += cpuTime() - start
	runtime.ReadMemStats(&after)
	w.allocs += after.Mallocs - before.Mallocs
}

// readPages reads every nth of the development pages that match.
func readPages(b *testing.B, pattern string, nth int) [][]byte {
	b.Helper()
	paths, err := filepath.Glob(filepath.Join(pagesDir, pattern))
	if err != nil {
		b.Fatal(err)
	}
	if len(paths) == 0 {
		b.Skipf("no development data in %s", pagesDir)
	}
	var out [][]byte
	for i := 0; i < len(paths); i += nth {
		out = append(out, gunzip(b, paths[i]))
	}
	return out
}

// readPairs reads the scraped texts among the development data and the pages
// that they were scraped from.
func readPairs(b *testing.B) (texts, pages [][]byte) {
	b.Helper()
	texts = readPages(b, "text/fundus/*.txt", 1)
	paths, err := filepath.Glob(filepath.Join(pagesDir, "text/fundus/*.txt"))
	if err != nil {
		b.Fatal(err)
	}
	for _, p := range paths {
		name := strings.TrimSuffix(filepath.Base(p), ".txt")
		pages = append(pages, gunzip(b, filepath.Join(pagesDir, "html/fundus", name+".html.gz")))
	}
	return texts, pages
}

func gunzip(b testing.TB, path string) []byte {
	b.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		b.Fatal(err)
	}
	if !strings.HasSuffix(path, ".gz") {
		return raw
	}
	z, err := gzip.NewReader(bytes.NewReader(raw))
	if err != nil {
		b.Fatal(err)
	}
	out, err := io.ReadAll(z)
	if err != nil {
		b.Fatal(err)
	}
	return out
}

// samplePage makes a page whose article has n sections, with about as much
// markup around each as news sites have.
func samplePage(n int) []byte {
	var b strings.Builder
	b.WriteString(`<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Harbour works | The Quay</title>
<meta property="og:title" content="Harbour works"><meta property="og:type" content="article">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Harbour works","datePublished":"2024-02-29T09:05:00+01:00","author":{"@type":"Person","name":"Ann Poe"}}</script>
<script>window.dataLayer=window.dataLayer||[];function g(){dataLayer.push(arguments)}</script></head><body class="single">
<header class="site-header"><nav class="menu"><ul>`)
	for _, s := range []string{"Home", "News", "Sport", "Weather", "Culture", "Opinion"} {
		fmt.Fprintf(&b, `<li class="menu-item"><a href="/%s">%s</a></li>`, strings.ToLower(s), s)
	}
	b.WriteString(`</ul></nav></header><main><article class="post"><h1 class="headline">Harbour works</h1><p class="byline">By <a href="/ann">Ann Poe</a></p><div class="article-body">`)
	for i := range n {
		fmt.Fprintf(&b, `<h2>Section %d</h2>`, i)
		for _, p := range sampleParagraphs {
			fmt.Fprintf(&b, "<p data-n=\"%d\">%s</p>\n", i, strings.Replace(p, "harbour", `<a href="/harbour">harbour</a>`, 1))
		}
		fmt.Fprintf(&b, `<figure class="image"><img src="/i/%d.jpg" alt="A quay" srcset="/i/%d.jpg 1x, /i/%d@2.jpg 2x"><figcaption>The east pier, seen from the lighthouse</figcaption></figure>
<aside class="related-stories"><h3>Read more</h3><ul><li><a href="/s/%d">Fishermen wait for a new crane</a></li><li><a href="/t/%d">Ferry to the islands is late again</a></li></ul></aside>
<div class="share-bar"><button>Share</button><a href="https://example.org/share?u=%d">Post</a></div>`, i, i, i, i, i, i)
	}
	b.WriteString(`</div></article></main><footer class="footer"><p>© 2024 The Quay. All rights reserved.</p></footer></body></html>`)
	return []byte(b.String())
}

// sampleText is what a scraper would store of samplePage(n).
func sampleText(n int) []byte {
	var b strings.Builder
	b.WriteString("HomeNewsSportWeatherCultureOpinion\nHarbour works\nBy Ann Poe\n")
	for i := range n {
		fmt.Fprintf(&b, "Section %d\n%s\nThe east pier, seen from the lighthouse\nRead more\nFishermen wait for a new crane\nFerry to the islands is late again\nSharePost\n",
			i, strings.Join(sampleParagraphs, "\n"))
	}
	b.WriteString("© 2024 The Quay. All rights reserved.\n")
	return []byte(b.String())
}

var sampleParagraphs = []string{
	"The harbour was closed on Monday after a crane fell into the water, and it will not open before the end of the week, the port authority said.",
	"“We heard a bang, and then the whole quay shook under our feet,” said a deckhand who was mending nets on the pier at the time.",
	"Divers found the jib in eleven metres of water. Nobody was hurt, but two boats were damaged and a third had to be towed to the yard.",
	"The crane was built in 1974 and had been inspected in the spring. Its owner, a family firm with 40 workers, did not answer questions.",
}
