package token

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/linear"
)

// show writes a text's tokens, a space between two and a bar between
// sentences.
func show(t *Text) string {
	var b strings.Builder
	for i, s := range t.Sentences {
		if i > 0 {
			b.WriteString(" | ")
		}
		for k := s.First; k < s.Last; k++ {
			if k > s.First {
				b.WriteByte(' ')
			}
			b.WriteString(t.Word(int(k)))
		}
	}
	return b.String()
}

func TestNew(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, in, want string }{
		{"clitics", "She's sure they'd've said we can't, won't and don’t.", "She 's sure they 'd 've said we ca n't , wo n't and do n’t ."},
		{"possessives", "Poland's and the players' names; Moses' law", "Poland 's and the players ' names ; Moses ' law"},
		{"apostrophes inside names stay", "O'Brien met Sha'lan at ten o'clock.", "O'Brien met Sha'lan at ten o'clock ."},
		{"decades", "the 1990s, the '60s and the 60's", "the 1990s , the '60s and the 60's"},
		{"elisions", "Get 'em.", "Get 'em ."},
		{"contractions without a mark", "We cannot and Cannot gonna.", "We can not and Can not gon na ."},
		{"hyphens cut", "a well-known Kyiv-based 35-year-old", "a well - known Kyiv - based 35 - year - old"},
		{"bound prefixes stay", "the co-founder of an anti-war, non-profit group", "the co-founder of an anti-war , non-profit group"},
		{"suspended hyphens stay", "mid- to late May", "mid- to late May"},
		{"spans of numbers cut", "from 10-12 and 2018-19", "from 10 - 12 and 2018 - 19"},
		{"telephone numbers and dates stay", "555-0123, 11-20-2000, 2025-07-19, 9/11", "555-0123 , 11-20-2000 , 2025-07-19 , 9/11"},
		{"fractions and alternatives cut", "1/2 and/or north/south", "1 / 2 and / or north / south"},
		{"numbers", "$1,500.50, €3 and 4.5% at 10:30, 1,2", "$ 1,500.50 , € 3 and 4.5 % at 10:30 , 1 , 2"},
		{"units", "at 5pm, 35mm, $3bn, but the 20th and M5S", "at 5 pm , 35 mm , $ 3 bn , but the 20th and M5S"},
		{"currency with a letter", "US$500 and C$20", "US$ 500 and C$ 20"},
		{"companies", "AT&T and R&D", "AT&T and R&D"},
		{"addresses", "See https://example.org/a?b=1, www.example.com or mail a.b@example.org.", "See https://example.org/a?b=1 , www.example.com or mail a.b@example.org ."},
		{"host names", "He founded Example.com in Bonn.", "He founded Example.com in Bonn ."},
		{"handles", "@newsfact wrote #Baku", "@newsfact wrote #Baku"},
		{"dots and dashes", "Well... no — not -- quite…", "Well ... no — not -- quite …"},
		{"initials", "J. K. Rowling met George W. Bush.", "J. K. Rowling met George W. Bush ."},
		{"acronyms", "The U.S. and the U.K. agreed at 5 p.m. on Friday.", "The U.S. and the U.K. agreed at 5 p.m. on Friday ."},
		{"titles", "Gen. Valery Gerasimov met Lt. Col. Smith.", "Gen. Valery Gerasimov met Lt. Col. Smith ."},
		{"titles in capitals", "GEN. GERASIMOV SPOKE.", "GEN. GERASIMOV SPOKE ."},
		{"numbers after No.", "He lives at No. 10. No. He does not.", "He lives at No. 10 . | No . | He does not ."},
		{"months", "On Jan. 5 he left. The 5 Sept. vote", "On Jan. 5 he left . | The 5 Sept. vote"},
		{"etc.", "Bread, milk, etc. are sold. Bread, etc. They", "Bread , milk , etc. are sold . | Bread , etc . | They"},

		{"two sentences", "He left. She stayed!  Why? Nobody knows.", "He left . | She stayed ! | Why ? | Nobody knows ."},
		{"quotation marks after the full stop", "“It is over.” He left. “Good.”", "“ It is over . ” | He left . | “ Good . ”"},
		{"doubled apostrophes", "''It is over.'' ''They lost,'' he said. ''Good.''", "'' It is over . '' | '' They lost , '' he said . | '' Good . ''"},
		{"straight quotation marks", "\"It is over.\" He left.", "\" It is over . \" | He left ."},
		{"the speaker goes on", "“Why now?” he asked. “Why?” Mr. Adam Smith asked.", "“ Why now ? ” he asked . | “ Why ? ” Mr. Adam Smith asked ."},
		{"a quotation over several sentences", "She said: “We won. They lost. It is done.”", "She said : “ We won . | They lost . | It is done . ”"},
		{"headings", "Talks resume\nIran and Oman met\n\nBy Jane Roe", "Talks resume | Iran and Oman met | By Jane Roe"},
		{"an acronym at the end", "He moved to the U.S. The year was 1990.", "He moved to the U.S. | The year was 1990 ."},
		{"an acronym inside", "The U.S. Senate met.", "The U.S. Senate met ."},
		{"a time at the end", "It began at 5 p.m. Police came at 6 p.m. Monday.", "It began at 5 p.m. | Police came at 6 p.m. Monday ."},
		{"companies at the end", "He left Acme Inc. But Acme Inc. stayed.", "He left Acme Inc. | But Acme Inc. stayed ."},
		{"brackets", "He left (in May.) She stayed.", "He left ( in May . ) | She stayed ."},
		{"notes", "He was born there.[2] [3] He left.", "He was born there . [ 2 ] [ 3 ] | He left ."},
		{"no space", "He left.She stayed.", "He left . | She stayed ."},
		{"decimals do not end", "It rose 3.5 percent.", "It rose 3.5 percent ."},
		{"an ellipsis inside", "He was ... not there.", "He was ... not there ."},
		{"list numbers", "1. Open the door.\n2. Leave.", "1. Open the door . | 2. Leave ."},

		{"empty", "", ""},
		{"only space", " \n\t \u00a0\u2028", ""},
		{"soft hyphens and zero width spaces stay inside", "Azer\u00adbaijan\u200b is", "Azer\u00adbaijan is"},
		{"other scripts", "Президент приехал. Он уехал.", "Президент приехал . | Он уехал ."},
		{"bytes that are no text", "a\xff\xfeb \x00c", "a \xff\xfe b c"},
		{"emoji", "Good 👍🏽 👨‍👩‍👧 :-)", "Good 👍🏽 👨‍👩‍👧 :-)"},
	} {
		if got := show(New(c.in)); got != c.want {
			t.Errorf("%s: New(%q)\n got %s\nwant %s", c.name, c.in, got, c.want)
		}
	}
}

func TestLookup(t *testing.T) {
	t.Parallel()
	x := New("Ann left. Bob, too, left.")
	if got := x.Word(x.TokenAt(4)); got != "left" {
		t.Errorf("TokenAt(4) is %q, want left", got)
	}
	if got := x.Word(x.TokenAt(3)); got != "left" {
		t.Errorf("TokenAt(3), a space, is %q, want the next token", got)
	}
	if got := x.TokenAt(len(x.S)); got != len(x.Tokens) {
		t.Errorf("TokenAt past the end is %d, want %d", got, len(x.Tokens))
	}
	if got := x.SentenceOf(x.TokenAt(10)); got != 1 {
		t.Errorf("SentenceOf(Bob) is %d, want 1", got)
	}
	if x.SpaceAfter(1) || !x.SpaceAfter(2) {
		t.Error("SpaceAfter: want none after left, one after the full stop")
	}
}

// laws checks what holds for every text: offsets are in bounds and in order,
// each printing byte is in a token, and the sentences partition the tokens.
func laws(t *testing.T, s string) {
	t.Helper()
	x := New(s)
	at := 0
	for i, k := range x.Tokens {
		if int(k.Start) < at || k.End <= k.Start || int(k.End) > len(s) {
			t.Fatalf("token %d is [%d,%d) after %d in %q", i, k.Start, k.End, at, s)
		}
		for off, r := range s[at:k.Start] {
			_, n := utf8.DecodeRuneInString(s[at+off:])
			if r == utf8.RuneError && n == 1 || !isSpace(r) && !isIgnorable(r) {
				t.Fatalf("%q at %d is in no token of %q", r, at+off, s)
			}
		}
		at = int(k.End)
	}
	for _, r := range s[at:] {
		if !unicode.IsSpace(r) && !unicode.IsControl(r) && !isIgnorable(r) {
			t.Fatalf("%q is in no token of %q", r, s)
		}
	}
	next := int32(0)
	for i, st := range x.Sentences {
		if st.First != next || st.Last <= st.First || st.Start != x.Tokens[st.First].Start || st.End != x.Tokens[st.Last-1].End {
			t.Fatalf("sentence %d is %+v, want it to start at token %d of %q", i, st, next, s)
		}
		if strings.Contains(s[st.Start:st.End], "\n") {
			t.Fatalf("sentence %d of %q spans a line break", i, s)
		}
		next = st.Last
	}
	if int(next) != len(x.Tokens) {
		t.Fatalf("the sentences end at token %d of %d in %q", next, len(x.Tokens), s)
	}
}

var hostile = []string{
	"a", ".", "'", "-", "@", "a@", "a.", "a.a.", "1,", "1a", "/", "a/b", "http://", "www.a", "(", ")", "a'", "''", "n't",
	"…", "’", "a’s", "\xff", "\x00", "é", "\u0301", "\u200b", "A.", "Mr. ", "No. ", "?! ", "” ", "&", "A&B", "$", "* a", "[1]",
	"a,@", "a.com", "a-", "e-", "1-1", "1/1", "👍🏽", "\u200d", "語", "a \n", " ", "< @\u0601",
}

func TestLaws(t *testing.T) {
	t.Parallel()
	for _, a := range hostile {
		for _, b := range hostile {
			laws(t, a+b+a)
			laws(t, strings.Repeat(a+b, 30))
		}
	}
}

// TestLinear holds each repeated pattern to a time that grows no faster than
// the text: 10 times the text, at most 30 times the time (a small text is
// timed badly), and a floor of speed for the long one.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("times long texts")
	}
	for _, p := range hostile {
		linear.Check(t, p, 20_000/len(p), func(n int) func() {
			s := strings.Repeat(p, n)
			return func() { New(s) }
		})
	}
}

func FuzzNew(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("“Gen. J. K. Smith's U.S. visit,” he said—see www.example.com/a_(b)—cost $1.5m.[3]\n\nIt can't…")
	f.Fuzz(laws)
}

func BenchmarkNew(b *testing.B) {
	s := strings.Repeat("President Ilham Aliyev met Turkey's foreign minister, Hakan Fidan, in Baku on July 19, 2025, at 10:30 a.m. "+
		"“We can't wait,” he said. The $1.5 billion, well-known project isn't finished.\n\n", 1000)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		New(s)
	}
}
