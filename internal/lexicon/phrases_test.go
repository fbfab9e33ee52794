package lexicon

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/newsfact/newsfact/internal/linear"
)

// chromeReasons are the contract's reasons for removal that a phrase can show.
var chromeReasons = strings.Fields(`
	visitor_counter view_counter reading_time comment_prompt comment share_bar
	follow_prompt app_promo newsletter_prompt paywall_prompt cookie_notice
	navigation related_teaser live_ticker advertisement legal_notice
	photo_credit toggle tag_list author_bio metadata`)

// coreLanguages are those that the package promises to know well.
var coreLanguages = strings.Fields("en de fr es it pt nl tr az ru uk")

func TestPhraseLists(t *testing.T) {
	t.Parallel()
	for dir, labels := range map[string][]string{
		"chrome":       chromeReasons,
		"chrome_pages": {"error_page", "wall", "listing"},
	} {
		for _, l := range languages(dir) {
			name := dir + "/" + l + ".txt"
			for _, r := range rows(name) {
				if err := checkPhrase(r.Cols, labels); err != nil {
					t.Errorf("%s:%d: %q: %v", name, r.Line, r.Cols[0], err)
				}
			}
		}
		for _, l := range coreLanguages {
			if !slices.Contains(languages(dir), l) {
				t.Errorf("no %s/%s.txt", dir, l)
			}
		}
	}
}

func checkPhrase(cols, labels []string) error {
	if len(cols) != 3 {
		return fmt.Errorf("%d columns, want pattern, label, mode", len(cols))
	}
	if !slices.Contains(labels, cols[1]) {
		return fmt.Errorf("unknown label %q", cols[1])
	}
	fs := strings.Split(cols[0], " ")
	words, gaps := 0, 0
	for _, f := range fs {
		wild := wildcard(f) != 0
		switch {
		case f == "…":
			gaps++
		case wild || strings.HasSuffix(f, "?"):
		default:
			words++
			if f != strings.ToLower(f) && strings.Trim(f, "NHS/") == f {
				return fmt.Errorf("%q is not in lower case", f)
			}
		}
	}
	first, last := fs[0], fs[len(fs)-1]
	switch mode := cols[2]; {
	case !slices.Contains(modeNames[1:], mode):
		return fmt.Errorf("unknown mode %q", mode)
	case gaps > 2:
		return fmt.Errorf("more than two …")
	case last == "." || first == "." && (mode == "line" || mode == "start"):
		return fmt.Errorf("a sentence's end at the edge says nothing in mode %s", mode)
	case words < 2 && mode != "line" && !enough(fs):
		return fmt.Errorf("one word is too little for mode %s", mode)
	case first == "S" && (mode == "in" || mode == "end"):
		return fmt.Errorf("a name of two words cannot begin a phrase of mode end or in")
	case first == "_" && mode != "line" && mode != "start", last == "_" && mode == "in":
		return fmt.Errorf("_ at the edge says nothing in mode %s", mode)
	case first == "…" && mode != "line", last == "…" && mode != "line":
		return fmt.Errorf("… at the edge says nothing in mode %s", mode)
	case words == 0 && !slices.Contains(fs, "S") && cols[0] != "N N N":
		return fmt.Errorf("no word in it")
	}
	return nil
}

// enough reports whether a phrase of one word, or of a script that parts no
// words, says enough for a part of a line.
func enough(fields []string) bool {
	for _, f := range fields {
		if wildcard(f) != 0 && f != "_" && f != "…" || strings.ContainsFunc(f, standsAlone) || f == "icymi" {
			return true
		}
	}
	return false
}

// Two lists, or two patterns of one, may not say different things of the same
// words.
func TestPhraseClashes(t *testing.T) {
	t.Parallel()
	for _, p := range []*Phrases{Chrome(), PageKinds()} {
		for _, c := range p.clashes {
			t.Errorf("%q is %s, elsewhere %s", c.key, c.is, c.was)
		}
	}
}

func TestChromeMatch(t *testing.T) {
	t.Parallel()
	// A hit is [reason mode: words]; a * after the mode says that it is whole.
	for _, tt := range []string{
		"8394 visitors online => [visitor_counter line*: 8394 visitors online]",
		"12.5K views => [view_counter line*: 12.5K views]",
		"15 133 views => [view_counter line*: 15 133 views]",
		"5 min read => [reading_time in*: 5 min read]",
		"5min read => [reading_time in*: 5min read]",
		"Reading Time: 4 mins => [reading_time line*: Reading Time: 4 mins]",
		"Share this article! => [share_bar start*: Share this article]",
		"»  SHARE ON FACEBOOK  « => [share_bar start*: SHARE ON FACEBOOK]",
		"Share on Google News => [share_bar start*: Share on Google News]",
		"Be the first to comment => [comment_prompt start*: Be the first to comment]",
		"Already a subscriber? Log in => [paywall_prompt in*: Already a subscriber? Log in]",
		"We use cookies to give you the best experience. => [cookie_notice line*: We use cookies to give you the best experience]",
		"Advertisement => [advertisement line*: Advertisement]",
		"© 2024 The Daily Example. All rights reserved. => [legal_notice line*: 2024 The Daily Example. All rights reserved]",
		"Photo: Jane Roe => [photo_credit line*: Photo: Jane Roe]",
		"Home => [navigation line*: Home]",
		"At home he has three dogs. =>",
		"He likes to read. More people than ever do. =>",
		"She wrote to the council. Also read out was a letter. =>",
		"The minister said that the views of 300 residents had been heard. =>",
		"They live in a small town by the sea. =>",
		"S\u00adhare th\u200bis art\u200bicle => [share_bar start*: S\u00adhare th\u200bis art\u200bicle]",
		"  =>",
		"12345 =>",
		"\xff\xfeHome\x80 => [navigation line*: Home]",
	} {
		line, want, ok := strings.Cut(tt, " =>")
		if !ok {
			t.Fatalf("no => in %q", tt)
		}
		want = strings.TrimSpace(want)
		var got []string
		for _, h := range Chrome().Match(line, new(Scratch)) {
			star := ""
			if h.Whole {
				star = "*"
			}
			got = append(got, fmt.Sprintf("[%s %s%s: %s]", h.Reason, h.Mode, star, line[h.Start:h.End]))
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("Match(%q) (-want +got):\n%s", line, diff)
		}
	}
}

func TestChromeTiles(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ line, want string }{
		{"Share Tweet Print", "Share Tweet|Print"},
		{"ShareTweetPrintWhatsApp", "ShareTweet|Print|WhatsApp"},
		{"PoliticsBusinessSport", "Politics|Business|Sport"},
		{"21 July 15133 10 minutes", "July|10 minutes"},
		{"Nothing of this is known as furniture", ""},
	} {
		var got []string
		for _, h := range Chrome().Tiles(tt.line, new(Scratch)) {
			got = append(got, tt.line[h.Start:h.End])
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "|")); diff != "" {
			t.Errorf("Tiles(%q) (-want +got):\n%s", tt.line, diff)
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	// Words are parted by /, a number has # before it, a handle @.
	for _, tt := range []struct{ line, want string }{
		{"It's 1,234.5 km", "It's/#1,234.5/km"},
		{"15 133 and 10 20", "#15 133/and/#10/#20"},
		{"25 2024", "#25/#2024"},
		{"2025-07-21, 10:30", "#2025-07-21/#10:30"},
		{"1.2k 3M 5min", "#1.2k/#3M/#5/min"},
		{"mail jane.roe@example.org now", "mail/@jane.roe@example.org/now"},
		{"see www.example.org/a?b=c.", "see/@www.example.org/a?b=c."},
		{"see example.org or a.m. u.s.", "see/@example.org/or/a/m/u/s"},
		{"by @jane_roe #news", "by/@@jane_roe/@#news"},
		{"l’article d'hier '90s", "l’article/d'hier/#90/s"},
		{"日本の新聞", "日/本/の/新/聞"},
		{"뉴스 보기", "뉴스/보기"},
		{"a\u200bb \u200b c\u0301\u00add\u200b", "a\u200bb/c\u0301\u00add"},
		{"e-mail", "e/mail"},
		{"", ""},
	} {
		var b Scratch
		b.cut(tt.line, Chrome())
		var got []string
		for _, w := range b.words {
			s := tt.line[w.start:w.end]
			switch w.kind {
			case numberWord:
				s = "#" + s
			case handleWord:
				s = "@" + s
			}
			got = append(got, s)
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "/")); diff != "" {
			t.Errorf("words of %q (-want +got):\n%s", tt.line, diff)
		}
	}
}

func TestFolding(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ word, want string }{
		{"PUBLICITÉ", "publicite"},
		{"publicite\u0301", "publicite"},
		{"DİĞER", "diger"},
		{"yazıları", "yazilari"},
		{"Straße", "strasse"},
		{"Ещё", "еще"},
		{"Ο∆ΟΣ", "ο∆οσ"},
		{"it’s", "it's"},
		{"so\u00adcial", "social"},
	} {
		got, ok := appendFolded(nil, tt.word)
		if !ok || string(got) != tt.want {
			t.Errorf("appendFolded(%q) = %q, %t, want %q", tt.word, got, ok, tt.want)
		}
	}
}

// The short ways to the class and the fold of a character lead where the long
// ones do.
func TestRuneClasses(t *testing.T) {
	t.Parallel()
	for r := range rune(unicode.MaxRune + 1) {
		if got, want := classOf(r), slowClassOf(r); got != want {
			t.Errorf("classOf(%U) = %b, want %b", r, got, want)
		}
		if (isHan(r) || isSyllable(r)) && phraseFoldRune(r) != r {
			t.Errorf("%U has another form", r)
		}
	}
}

// Words are folded as they are scanned; folded afterwards they are the same.
func TestScanFolds(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		"a", "Harbour", "harbours", "Harbourside", "rock'n'roll", "PUBLICITÉ", "naïve", "Straße", "d’été", "ПОДЕЛИТЬСЯ",
		"so\u00adcial", "ISTANBUL", "İSTANBUL", "WhatsApp", "ΟΔΟΣ", "뉴스", strings.Repeat("abcDEF", 10),
	} {
		for _, line := range []string{s, s + " and more", s + "’ and more", s + "\u200b"} {
			v := new(vocabulary)
			sc := wordScanner{s: line, vocab: v}
			n, ok := sc.fold(s)
			if !ok {
				t.Fatalf("%q is too long", s)
			}
			v.words = make([]entry, firstWordID)
			id := v.add(sc.buf.foldedKey(n), n, &sc.buf)
			var w word
			if !sc.next(&w) || w.id != id {
				t.Errorf("the first word of %q has the id %d, want %d", line, w.id, id)
			}
		}
	}
}

// A scratch that is kept knows when the line, or the list, is another.
func TestScratchIsNotStale(t *testing.T) {
	t.Parallel()
	var b Scratch
	for _, line := range []string{"Share on Facebook", "Page not found", "", "Share on Facebook"} {
		for range 2 {
			for _, p := range []*Phrases{Chrome(), PageKinds()} {
				for _, match := range []func(string, *Scratch) []Hit{p.Match, p.Tiles} {
					if diff := cmp.Diff(match(line, new(Scratch)), match(line, &b), cmpopts.EquateEmpty()); diff != "" {
						t.Errorf("%q with a scratch that was used (-new +used):\n%s", line, diff)
					}
				}
			}
		}
	}
}

// slowFind is the obvious twin of the trie: it tries a pattern, field by
// field, at words[i:], and returns where the longest match ends, or -1.
func slowFind(fields []string, words []slowWord, i, first int, free bool) int {
	if len(fields) == 0 {
		return i
	}
	best := -1
	try := func(rest []string, at int) {
		best = max(best, slowFind(rest, words, at, first, free))
	}
	f := fields[0]
	if f == ":" {
		if i < len(words) && words[i].colon {
			try(fields[1:], i)
		}
		return best
	}
	if f == "." && i == first {
		if i == 0 || words[i].brk {
			try(fields[1:], i)
		}
		return best
	}
	if f == "." {
		if i < len(words) && words[i].brk && free {
			words = slices.Clone(words)
			words[i].brk = false
		}
		try(fields[1:], i)
		return best
	}
	var alts []string
	base, optional := strings.CutSuffix(f, "?")
	if optional && f != "?" {
		try(fields[1:], i)
	}
	alts = strings.Split(base, "/")
	if len(alts) == 1 && wildcard(base) == 0 || len(alts) > 1 {
		for _, a := range alts {
			if wildcard(a) != 0 {
				try(append([]string{a}, fields[1:]...), i)
				continue
			}
			sub := slowWords(a)
			if i+len(sub) > len(words) {
				continue
			}
			ok := true
			for k, w := range sub {
				if words[i+k].key != w.key || free && words[i+k].brk && i+k > first {
					ok = false
				}
			}
			if ok {
				try(fields[1:], i+len(sub))
			}
		}
		return best
	}
	if i >= len(words) || free && words[i].brk && i > first {
		return best
	}
	switch base {
	case "N":
		if words[i].kind == numberWord {
			try(fields[1:], i+1)
		}
	case "H":
		if words[i].kind == handleWord {
			try(fields[1:], i+1)
		}
	case "_":
		try(fields[1:], i+1)
	case "…":
		for j := i + 1; j <= len(words) && j <= i+maxGap; j++ {
			if free && j > i+1 && words[j-1].brk {
				break
			}
			try(fields[1:], j)
		}
	case "S":
		for _, r := range rows("classes/networks.txt") {
			sub := slowWords(r.Cols[0])
			if i+len(sub) <= len(words) && words[i].key == sub[0].key &&
				(len(sub) == 1 || words[i+1].key == sub[1].key) {
				try(fields[1:], i+len(sub))
			}
		}
	}
	return best
}

type slowWord struct {
	key        string
	kind       wordKind
	brk, colon bool
	start, end int
}

func slowWords(s string) []slowWord {
	var out []slowWord
	sc := wordScanner{s: s}
	var w word
	for sc.next(&w) {
		key, _ := appendFolded(nil, s[w.start:w.end])
		if w.kind == handleWord {
			key = nil
		}
		out = append(out, slowWord{string(key), w.kind, w.brk, w.colon, int(w.start), int(w.end)})
	}
	return out
}

// slowMatch finds where the hits of a line are by trying each pattern at each
// word.
func slowMatch(pats []Row, line string) (spans [][2]int) {
	words := slowWords(line)
	end := 0
	for i := range words {
		best := 0
		for _, r := range pats {
			fields := strings.Fields(r.Cols[0])
			free := r.Cols[2] == "end" || r.Cols[2] == "in"
			if !free && i > 0 {
				continue
			}
			ends := r.Cols[2] == "end" || r.Cols[2] == "line"
			e := slowFind(fields, words, i, i, free)
			if ends && e != len(words) {
				// A shorter gap may not reach the end, a longer one does: the
				// longest match is the one that counts.
				continue
			}
			best = max(best, e)
		}
		if best > max(i, end) {
			end = best
			spans = append(spans, [2]int{words[i].start, words[best-1].end})
		}
	}
	return spans
}

func TestMatchAgainstSlowTwin(t *testing.T) {
	t.Parallel()
	var all []Row
	for _, l := range languages("chrome") {
		all = append(all, rows("chrome/"+l+".txt")...)
	}
	p := Chrome()
	rnd := rand.New(rand.NewPCG(1, 2))
	fill := strings.Fields("the city said 12 on facebook @roe home share read 2024 more Google News . ? it")
	var b Scratch
	for range 60 {
		// A phrase or two, its wildcards filled, among other words.
		var parts []string
		for range 1 + rnd.IntN(2) {
			for range rnd.IntN(3) {
				parts = append(parts, fill[rnd.IntN(len(fill))])
			}
			for _, f := range strings.Fields(all[rnd.IntN(len(all))].Cols[0]) {
				f, _, _ = strings.Cut(strings.TrimSuffix(f, "?"), "/")
				switch f {
				case "N":
					f = "1,250"
				case "H":
					f = "@roe"
				case "S":
					f = "Facebook"
				case "_":
					f = "thing"
				case "…":
					f = "some other thing"
				}
				parts = append(parts, f)
			}
		}
		line := strings.Join(parts, " ")
		var got [][2]int
		for _, h := range p.Match(line, &b) {
			got = append(got, [2]int{h.Start, h.End})
		}
		if diff := cmp.Diff(slowMatch(all, line), got); diff != "" {
			t.Errorf("Match(%q) against the slow twin (-slow +got):\n%s", line, diff)
		}
		if any := p.Any(line, &b); any != (len(got) > 0) {
			t.Errorf("Any(%q) = %t with %d hits", line, any, len(got))
		}
	}
}

// A match takes time in proportion to the line, whatever stands in it.
func TestMatchLinear(t *testing.T) {
	for _, unit := range []string{
		"a", "1", "1 ", "123 ", "a.", "a.b@", "@", "#a", "'", "a'", "aB", "share ", "share on ", "reporting by ",
		"photo by a ", "by ", "\u200b", "a\u0301", "日", "(", "http://", "www.", "a-", "more from ", "1 min ", "x x ",
	} {
		linear.Check(t, unit, 10_000, func(n int) func() {
			var b Scratch // anew: it remembers the last line
			line := strings.Repeat(unit, n)
			return func() {
				Chrome().Match(line, &b)
				Chrome().Tiles(line, &b)
			}
		})
	}
}

func TestMatchAllocatesNothing(t *testing.T) {
	var b Scratch
	line := "Sign up for our newsletter, follow us on Facebook and share this article with 12 friends. Teşekkürler"
	Chrome().Match(line, &b)
	Chrome().Tiles(line, &b)
	if n := testing.AllocsPerRun(100, func() {
		Chrome().Match(line, &b)
		Chrome().Tiles(line, &b)
		Chrome().Any(line, &b)
	}); n != 0 {
		t.Errorf("%v allocations a line, want none", n)
	}
}

func TestLangs(t *testing.T) {
	t.Parallel()
	p := Chrome()
	h := p.Match("Home", new(Scratch))
	if len(h) != 1 || !h[0].Langs.Has(p.Langs("en")) {
		t.Errorf("Match(%q) = %v, want a hit in English", "Home", h)
	}
	if p.Langs("xx") != 0 {
		t.Error("an unknown language has a bit")
	}
}

func FuzzPhrases(f *testing.F) {
	f.Add("Share on Facebook · 1.2K views")
	f.Add("ShareTweet\xff\u200b日本 @a.b http://")
	f.Fuzz(func(t *testing.T, line string) {
		var b Scratch
		for _, hits := range [][]Hit{
			slices.Clone(Chrome().Match(line, &b)),
			slices.Clone(Chrome().Tiles(line, &b)),
			slices.Clone(PageKinds().Match(line, &b)),
		} {
			last := 0
			for _, h := range hits {
				if h.Start < last || h.End <= h.Start || h.End > len(line) || h.Reason == "" {
					t.Fatalf("bad hit %+v in %q", h, line)
				}
				last = h.Start
			}
		}
	})
}

const benchText = "The council met on Tuesday to decide on the plan for the old harbour, and 12 of its 21 members " +
	"voted for it after four hours of debate, said Jane Roe, who has led the works since 2019. "

func BenchmarkMatch(b *testing.B) {
	benchLines(b, []string{strings.Repeat(benchText, 3)}, func(line string, s *Scratch) { Chrome().Match(line, s) })
}

// BenchmarkFurniture matches and tiles the phrases themselves, which is as much
// walking as a line can ask for.
func BenchmarkFurniture(b *testing.B) {
	for _, l := range []string{"en", "de", "ru"} {
		var lines []string
		for _, r := range rows("chrome/" + l + ".txt") {
			lines = append(lines, r.Cols[0])
		}
		b.Run(l, func(b *testing.B) {
			benchLines(b, lines, func(line string, s *Scratch) {
				Chrome().Match(line, s)
				Chrome().Tiles(line, s)
			})
		})
	}
}

func benchLines(b *testing.B, lines []string, do func(string, *Scratch)) {
	var s Scratch
	size := 0
	for _, l := range lines {
		do(l, &s)
		size += len(l)
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, l := range lines {
			s.p = nil // cut into words again
			do(l, &s)
		}
	}
}

func BenchmarkCompile(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		newPhrases("chrome")
	}
}
