package newsfact

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/golden"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

// BenchmarkExtract takes clean text to facts and reports the words a second,
// and how many times the time of the parser alone that takes: a figure that
// other work on the machine does not move.
func BenchmarkExtract(b *testing.B) {
	b.Run("articles", func(b *testing.B) {
		files, _ := filepath.Glob("../shared/data/facts/docs/*.txt")
		if len(files) == 0 {
			b.Skip("the development data is not beside the module")
		}
		var docs []string
		for _, name := range files {
			s, err := os.ReadFile(name)
			if err != nil {
				b.Fatal(err)
			}
			docs = append(docs, string(s))
		}
		benchExtract(b, docs)
	})
	b.Run("own", func(b *testing.B) { benchExtract(b, ownArticles(b)) })
}

func benchExtract(b *testing.B, docs []string) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1)) // idle workers of the collector spin
	size, words := 0, 0
	for _, d := range docs {
		size, words = size+len(d), words+len(strings.Fields(d))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	var ours, parser work
	for b.Loop() {
		b.StopTimer()
		parser.do(func() {
			for _, d := range docs {
				syntax.Parse(token.New(d))
			}
		})
		ours.do(func() {
			b.StartTimer()
			for _, d := range docs {
				Extract(&Article{Text: d})
			}
			b.StopTimer()
		})
		b.StartTimer()
	}
	b.ReportMetric(float64(words)*float64(b.N)/ours.took.Seconds(), "words/s")
	b.ReportMetric(float64(ours.took)/float64(parser.took), "x-parser")
}

// ownArticles are the texts of the golden cases, several to an article.
func ownArticles(tb testing.TB) []string {
	tb.Helper()
	files, err := filepath.Glob("testdata/extract/*.txtar")
	if err != nil || len(files) == 0 {
		tb.Fatal("no golden cases", err)
	}
	var docs []string
	var text strings.Builder
	for i, name := range files {
		s, err := os.ReadFile(name)
		if err != nil {
			tb.Fatal(err)
		}
		input, _ := golden.Parse(s).File("input")
		text.WriteString(input + "\n")
		if i%8 == 7 || i == len(files)-1 {
			docs = append(docs, text.String())
			text.Reset()
		}
	}
	return docs
}

// TestMemory holds the memory that any number of articles in sequence take, the
// models included, to 150 MB.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("extracts a hundred articles")
	}
	docs := ownArticles(t)
	runtime.GC()
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	most := uint64(0)
	for range 12 {
		for _, d := range docs {
			Extract(&Article{Text: d})
		}
		runtime.ReadMemStats(&after)
		most = max(most, after.HeapAlloc)
	}
	if most > before.HeapAlloc+150<<20 {
		t.Errorf("%d MB in use, %d before", most>>20, before.HeapAlloc>>20)
	}
	t.Logf("heap %d MB at most, %d MB of it before; %d MB from the system", most>>20, before.HeapAlloc>>20, after.Sys>>20)
}
