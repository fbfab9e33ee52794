package chrome

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestMeasure(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in   string
		what string
		got  func(l *line) int32
		want int32
	}{
		{"PoliticsPresident BidenCongress", "joins", func(l *line) int32 { return l.joins }, 2},
		{"PoliticsPresident BidenCongress", "words", func(l *line) int32 { return l.words }, 4},
		{"it ended.The next one", "joins", func(l *line) int32 { return l.joins }, 1},
		{"the U.S. and the E.U.", "joins", func(l *line) int32 { return l.joins }, 0},
		{"3 hours agoWorld", "joins", func(l *line) int32 { return l.joins }, 1},
		{"It rained. It stopped. Why? Nobody knows!", "sentences", func(l *line) int32 { return l.sentences }, 4},
		{"at 3.5 percent, e.g. here", "sentences", func(l *line) int32 { return l.sentences }, 0},
		{"“It rained.”", "sentences", func(l *line) int32 { return l.sentences }, 1},
		{"don't we'll", "words", func(l *line) int32 { return l.words }, 2},
		{"Anna MARIA b NATO 3D", "capitals", func(l *line) int32 { return l.capWords }, 3},
		{"Anna MARIA b NATO 3D", "all capitals", func(l *line) int32 { return l.allCaps }, 2},
		{"in 1999 and 2150 and 30", "numbers", func(l *line) int32 { return l.numbers }, 3},
		{"in 1999 and 2150 and 30", "years", func(l *line) int32 { return l.years }, 1},
		{"at 12:30 and 9:05", "clocks", func(l *line) int32 { return l.clocks }, 2},
		{"see https://example.org or @me", "links", func(l *line) int32 { return l.links }, 2},
		{"A | B • C - D", "separators", func(l *line) int32 { return l.separators }, 3},
		{"東京で会談した", "words", func(l *line) int32 { return l.words }, 3},
		{"“Go”, he said", "quotes", func(l *line) int32 { return l.quotes }, 1},
	} {
		l, _ := measure(c.in, nil)
		if got := c.got(&l); got != c.want {
			t.Errorf("%q has %d %s, want %d", c.in, got, c.what, c.want)
		}
	}
}

func TestMeasureEnds(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		in          string
		first, last uint8
	}{
		{"", endNone, endNone},
		{"Go on", endUpper, endLower},
		{"go on.", endLower, endTerminal},
		{"“Go on.”", endQuote, endTerminal},
		{"(Go on)", endBracket, endBracket},
		{"Go on (he said).", endUpper, endTerminal},
		{"• go on…", endBullet, endEllipsis},
		{"go on...", endLower, endEllipsis},
		{"Who?", endUpper, endQuestion},
		{"12:", endDigit, endColon},
		{"終わり。", endLower, endTerminal},
		{"go\u200b", endLower, endLower},
	} {
		l, _ := measure(c.in, nil)
		if l.first != c.first || l.last != c.last {
			t.Errorf("%q begins with class %d and ends with %d, want %d and %d", c.in, l.first, l.last, c.first, c.last)
		}
	}
}

// TestHashWord holds that the words of a list and the words of a line have
// the same hashes, or no stop word would be found.
func TestHashWord(t *testing.T) {
	t.Parallel()
	for _, w := range []string{"the", "der", "größe", "что", "qu'il", "için", "ещё", "і", "που"} {
		_, n := utf8.DecodeRuneInString(w)
		_, got := measure(strings.ToUpper(w[:n])+w[n:]+"!", nil)
		if len(got) != 1 || got[0].hash != hashWord(w) {
			t.Errorf("%q: words %v in a line, %x in a list", w, got, hashWord(w))
		}
	}
}

func TestSentencesAtEdges(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, last, first string }{
		{"One sentence only", "", ""},
		{"It ended. 12 views", " 12 views", "It ended."},
		{"A view of the port (Photo: Agency)", "(Photo: Agency)", ""},
		{"The World CupCredit: PA", "Credit: PA", "The World Cup"},
		{"Advertisement. The talks went on.", " The talks went on.", "Advertisement."},
		{"“He came.” Photo: Agency", " Photo: Agency", ""},
	} {
		last := c.in[len(c.in)-lastSentence(c.in):]
		first := c.in[:firstSentence(c.in)]
		if last != c.last || first != c.first {
			t.Errorf("%q: last sentence %q and first %q, want %q and %q", c.in, last, first, c.last, c.first)
		}
	}
}

func TestLabelStart(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ in, want string }{
		{"Published on ", "Published on "},
		{"By Jane Roe | Updated: ", "Updated: "},
		{"By Jane Roe, ", ""},
		{"", ""},
	} {
		if got := c.in[labelStart(c.in):]; got != c.want {
			t.Errorf("%q: label %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSourceOffsets(t *testing.T) {
	t.Parallel()
	source, text := "a \t b\u00a0\u00a0c  d", "a b c d"
	o := newSourceOffsets(source, text)
	for k, want := range map[int]byte{0: 'a', 2: 'b', 4: 'c', 6: 'd'} {
		if got := newSourceOffsets(source, text).start(k); source[got] != want {
			t.Errorf("offset %d is %q of the source, want %q", k, source[got:], want)
		}
	}
	if a, b := o.start(2), o.start(6); source[a] != 'b' || source[b] != 'd' {
		t.Errorf("in order: %d and %d", a, b)
	}
}
