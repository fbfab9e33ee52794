package page

import (
	"bytes"
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	xunicode "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func encode(t *testing.T, enc encoding.Encoding, s string) string {
	t.Helper()
	out, err := enc.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

const (
	russian   = "Мэр города открыл новый мост через реку. На церемонии собрались жители, строители и журналисты."
	turkish   = "Belediye başkanı yeni köprüyü açtı. Törene yüzlerce kişi katıldı; ışıklar akşama kadar söndürülmedi."
	polish    = "Burmistrz otworzył nowy most nad rzeką. Na uroczystość przyszło wielu mieszkańców, było też święto muzyki."
	german    = "Der Bürgermeister eröffnete die neue Brücke über den Fluss. Für die Gäste gab es Musik, später auch Käse."
	french    = "Le maire a inauguré le nouveau pont. La cérémonie a été suivie d’un déjeuner à la préfecture."
	chinese   = "市长周一为新大桥剪彩。数百名市民参加了仪式，活动持续到晚上。"
	japanese_ = "市長は月曜日に新しい橋の開通を祝った。式典には数百人の市民が集まり、夜まで続いた。"
	korean_   = "시장은 월요일에 새 다리의 개통을 축하했다. 수백 명의 시민이 모였다."
)

func TestCharset(t *testing.T) {
	t.Parallel()
	filler := "<script>" + strings.Repeat("var a = 1;\n", 200) + "</script>"
	utf16le := xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM)
	utf16be := xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM)
	for _, tt := range []struct {
		name    string
		enc     encoding.Encoding
		prefix  string // as bytes
		head    string
		text    string
		charset string
	}{
		{"utf-8", encoding.Nop, "", "", russian, "utf-8"},
		{"utf-8 with a mark", encoding.Nop, "\xef\xbb\xbf", "", russian, "utf-8"},
		{"utf-8 declared as another", encoding.Nop, "", "<meta charset=windows-1251>", russian, "utf-8"},
		{"utf-16 with a mark", utf16le, "\xff\xfe", "", russian, "utf-16le"},
		{"utf-16 with a mark, big endian", utf16be, "\xfe\xff", "", chinese, "utf-16be"},
		{"utf-16 without a mark", utf16le, "", "", german, "utf-16le"},
		{"utf-16 without a mark, big endian", utf16be, "", "<div class=article>", german, "utf-16be"},
		{"utf-32 with a mark", utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "\xff\xfe\x00\x00", "", russian, "utf-32le"},
		{"utf-32 without a mark", utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "", "", german, "utf-32be"},
		{"declared", charmap.Windows1251, "", "<meta charset='windows-1251'>", russian, "windows-1251"},
		{"declared by http-equiv", charmap.KOI8R, "", `<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">`, russian, "koi8-r"},
		{"declared by xml", charmap.ISO8859_2, "", "", polish, "iso-8859-2"},
		{"declared after 1024 bytes", charmap.Windows1251, "", filler + "<meta charset=windows-1251>", russian, "windows-1251"},
		{"declared second", charmap.Windows1251, "", "<script charset=utf-8 src=x></script><meta charset=windows-1251>", russian, "windows-1251"},
		{"declared wrong", charmap.Windows1251, "", "<meta charset=utf-8>", russian, "windows-1251"},
		{"declared as utf-16", charmap.Windows1252, "", "<meta charset=utf-16>", german, "windows-1252"},
		{"declared as latin-1", charmap.Windows1252, "", "<meta charset=iso-8859-1>", french, "windows-1252"},
		{"declared as nothing known", charmap.Windows1251, "", "<meta charset=wibble>", russian, "windows-1251"},
		{"none, 1251", charmap.Windows1251, "", "", russian, "windows-1251"},
		{"none, koi8", charmap.KOI8R, "", "", russian, "koi8-u"},
		{"none, 866", charmap.CodePage866, "", "", russian, "ibm866"},
		{"none, 1254", charmap.Windows1254, "", "", turkish, "windows-1254"},
		{"none, 1250", charmap.Windows1250, "", "", polish, "windows-1250"},
		{"none, 1252", charmap.Windows1252, "", "", german, "windows-1252"},
		{"none, 1252 in French", charmap.Windows1252, "", "", french, "windows-1252"},
		{"none, gb18030", simplifiedchinese.GB18030, "", "", chinese, "gb18030"},
		{"none, shift_jis", japanese.ShiftJIS, "", "", japanese_, "shift_jis"},
		{"none, euc-jp", japanese.EUCJP, "", "", japanese_, "euc-jp"},
		{"none, euc-kr", korean.EUCKR, "", "", korean_, "euc-kr"},
		{"none, big5", traditionalchinese.Big5, "", "", "市長週一為新大橋剪綵。數百名市民參加了儀式，活動持續到晚上。", "big5"},
	} {
		src := tt.head + "<p>" + tt.text + "</p>"
		if tt.name == "declared by xml" {
			src = `<?xml version="1.0" encoding="iso-8859-2"?>` + src
		}
		p, err := Read(strings.NewReader(tt.prefix+encode(t, tt.enc, src)), HTML, 0)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if p.Charset != tt.charset {
			t.Errorf("%s: charset %s, want %s", tt.name, p.Charset, tt.charset)
		}
		if n := len(p.Blocks); n == 0 || p.Blocks[n-1].Text != tt.text {
			t.Errorf("%s: got %s", tt.name, show(p))
		}
	}
}

// TestInvalidUTF8: each byte that is no character becomes one U+FFFD.
func TestInvalidUTF8(t *testing.T) {
	t.Parallel()
	in := "<p>" + strings.Repeat("город ", 20) + "\xff\xff\xe2\x82 x</p>"
	p, err := Read(strings.NewReader(in), HTML, 0)
	if err != nil {
		t.Fatal(err)
	}
	if p.Charset != "utf-8" || !strings.HasSuffix(p.Blocks[0].Text, "город \ufffd\ufffd\ufffd\ufffd x") {
		t.Errorf("%s: %s", p.Charset, show(p))
	}
}

func TestReadErrors(t *testing.T) {
	t.Parallel()
	for _, in := range []string{
		"%PDF-1.7\n1 0 obj", "\x89PNG\r\n\x1a\n\x00\x00", "\xff\xd8\xff\xe0\x00\x10JFIF", "GIF89a\x01\x00", "PK\x03\x04\x14\x00", "\x1f\x8b\x08\x00",
		"BZh91AY&SY", "RIFF\x24\x00\x00\x00WEBPVP8 ", "\x00\x00\x00\x20ftypheic", "ID3\x04\x00", "\x7fELF\x02", "WARC/1.0\r\n",
		strings.Repeat("\x01\x02\x03\x04words", 100), strings.Repeat("word"+strings.Repeat("\x00", 9), 100),
	} {
		for _, format := range []Format{Sniff, HTML} {
			if _, err := Read(strings.NewReader(in), format, 0); !errors.Is(err, ErrNotText) {
				t.Errorf("%.20q as %q: %v, want ErrNotText", in, format, err)
			}
		}
	}
	for _, in := range []string{"", " ", "BZh was here", "ID3 tags are old", "\x00", "a\x00b", "\xff", strings.Repeat("The port\x00\x00 was", 50), strings.Repeat("\x1b[1mbold\x1b[0m ", 50)} {
		if _, err := Read(strings.NewReader(in), Sniff, 0); err != nil {
			t.Errorf("%q: %v", in, err)
		}
	}
	if _, err := Read(strings.NewReader("x"), "docx", 0); err == nil || !strings.Contains(err.Error(), `unknown format "docx"`) {
		t.Errorf("unknown format: %v", err)
	}
	failing := io.MultiReader(strings.NewReader("<p>a"), errReader{})
	if _, err := Read(failing, Sniff, 0); !errors.Is(err, io.ErrClosedPipe) {
		t.Errorf("a reader that fails: %v", err)
	}
}

type errReader struct{}

func (errReader) Read([]byte) (int, error) { return 0, io.ErrClosedPipe }

// endless gives "a" for ever.
type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

func TestReadTooLarge(t *testing.T) {
	if _, err := Read(strings.NewReader("12345"), HTML, 5); err != nil {
		t.Errorf("at the limit: %v", err)
	}
	if _, err := Read(strings.NewReader("123456"), HTML, 5); !errors.Is(err, ErrTooLarge) {
		t.Errorf("over the limit: %v", err)
	}
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	if _, err := Read(endless{}, Sniff, 1<<20); !errors.Is(err, ErrTooLarge) {
		t.Errorf("an endless reader: %v", err)
	}
	runtime.ReadMemStats(&after)
	if got := after.TotalAlloc - before.TotalAlloc; got > 16<<20 {
		t.Errorf("a limit of 1 MB took %d bytes", got)
	}
}

func TestLooksHTML(t *testing.T) {
	t.Parallel()
	prose := strings.Repeat("A line of an article as a scraper stored it.\n", 40)
	for _, tt := range []struct {
		src  string
		want bool
	}{
		{"", false},
		{"<!DOCTYPE html><p>x", true},
		{"\ufeff \n<HTML>", true},
		{"<?xml version='1.0'?>\n<!-- a > b --><html>", true},
		{"<!-- saved > from --><div>x", true},
		{"<!-- unclosed", false},
		{"<p>Stored fragment.</p>", true},
		{"<Reuters> - " + prose, false},
		{"a < b and c > d", false},
		{prose, false},
		{prose + "<b>one</b>", false},
		{"Copied from the page: </body></html>", true},
		{"The <html> tag is old. " + prose, false},
		{prose + "<html><body><p>x</p></body></html>", true},
		{"One.<br>Two.<br>Three.<br />Four.<br/>Five.", true},
		{strings.Repeat(prose, 5) + "<br><br><br><br>", false},
		{strings.Repeat("<", 1000), false},
	} {
		if got := looksHTML(tt.src); got != tt.want {
			t.Errorf("looksHTML(%.60q) = %v", tt.src, got)
		}
	}
}

func TestSniff(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]Format{"<p>x</p>": HTML, "x": Text} {
		p, err := Read(bytes.NewReader([]byte(in)), Sniff, 0)
		if err != nil || p.Format != want {
			t.Errorf("%q: %v, %v", in, p, err)
		}
	}
	p, err := Read(strings.NewReader("a\x01<b>\n"), Clean, 0)
	if err != nil || p.Source != "a\x01<b>\n" || p.Format != Clean {
		t.Errorf("clean text is taken as it is: %+v, %v", p, err)
	}
}
