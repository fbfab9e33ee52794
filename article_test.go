package newsfact

import (
	"encoding/binary"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"
	"unicode/utf16"
)

func TestParseErrors(t *testing.T) {
	t.Parallel()
	broken := errors.New("connection reset")
	for _, c := range []struct {
		name string
		r    io.Reader
		opts *Options
		is   error
		says string
	}{
		{"a PDF", strings.NewReader("%PDF-1.7\n1 0 obj"), nil, ErrNotText, "PDF"},
		{"an image said to be text", strings.NewReader("\x89PNG\r\n\x1a\n"), &Options{As: Text}, ErrNotText, "PNG"},
		{"too much", strings.NewReader("123456"), &Options{MaxBytes: 5}, ErrTooLarge, "MaxBytes"},
		{"an endless input", endless{}, &Options{MaxBytes: 1 << 20}, ErrTooLarge, "MaxBytes"},
		{"the reader's error", io.MultiReader(strings.NewReader("<p>a"), iotest.ErrReader(broken)), nil, broken, "connection reset"},
		{"an unknown format", strings.NewReader("a"), &Options{As: "word"}, nil, `"word"`},
		{"a panic", panics{}, nil, nil, "please report"},
	} {
		a, err := Parse(c.r, c.opts)
		switch {
		case err == nil || a != nil:
			t.Errorf("%s: no error", c.name)
		case c.is != nil && !errors.Is(err, c.is):
			t.Errorf("%s: %v is not %v", c.name, err, c.is)
		case !strings.HasPrefix(err.Error(), "newsfact: ") || !strings.Contains(err.Error(), c.says):
			t.Errorf("%s: %q does not say %q", c.name, err, c.says)
		}
	}
}

type endless struct{}

func (endless) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'a'
	}
	return len(b), nil
}

type panics struct{}

func (panics) Read([]byte) (int, error) { panic("index out of range") }

func TestMaxBytes(t *testing.T) {
	t.Parallel()
	if _, err := Parse(strings.NewReader("12345"), &Options{As: Clean, MaxBytes: 5}); err != nil {
		t.Errorf("as much as is allowed: %v", err)
	}
}

func TestParseClean(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "\n", "A title\r\n\r\nA paragraph.\n", " a\tb\u00a0\u200bc\x00 ", "<p>no markup</p>"} {
		a, err := Parse(strings.NewReader(s), &Options{As: Clean, URL: "https://example.org/a", Date: time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			t.Errorf("%q: %v", s, err)
			continue
		}
		if a.Text != s || a.URL != "https://example.org/a" || a.PageKind != PageArticle || a.Published.Value != "2024-02-29" || a.Published.Source != "reference" {
			t.Errorf("%q: %+v", s, a)
		}
		if err := checkClean(a, s); err != nil {
			t.Errorf("%q: %v", s, err)
		}
	}
}

// TestOffsetsOfUTF16 reads a clean text in UTF-16: offsets are into its UTF-8.
func TestOffsetsOfUTF16(t *testing.T) {
	t.Parallel()
	const want = "Порт закрыт.\n\nNobody was hurt."
	b := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(want)) {
		b = binary.LittleEndian.AppendUint16(b, u)
	}
	a, err := Parse(strings.NewReader(string(b)), &Options{As: Clean})
	if err != nil {
		t.Fatal(err)
	}
	if a.Text != want || len(a.Blocks) != 2 || a.Text[a.Blocks[1].Start:a.Blocks[1].End] != "Nobody was hurt." {
		t.Errorf("%+v", a)
	}
}
