package translit

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/transform"
)

// longLine is how much of a line a Transformer waits for before it cuts the
// line at a space.
const longLine = 1024

// NewTransformer returns a transformer that writes text of a language by a
// system, as Romanize does, line by line; a long line is cut at a space. It
// reports false where Romanize does.
func NewTransformer(lang, system string) (transform.Transformer, bool) {
	if _, ok := Romanize("", lang, system); !ok {
		return nil, false
	}
	return &transformer{lang: lang, system: system}, true
}

type transformer struct {
	lang, system string
	pending      []byte // written, but not yet taken
}

// Reset implements transform.Transformer.
func (t *transformer) Reset() { t.pending = nil }

// Transform implements transform.Transformer.
func (t *transformer) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for {
		n := copy(dst[nDst:], t.pending)
		nDst += n
		if t.pending = t.pending[n:]; len(t.pending) > 0 {
			return nDst, nSrc, transform.ErrShortDst
		}
		if nSrc == len(src) {
			return nDst, nSrc, nil
		}
		n = chunk(src[nSrc:], atEOF)
		if n == 0 {
			return nDst, nSrc, transform.ErrShortSrc
		}
		line := string(src[nSrc : nSrc+n])
		nSrc += n
		text := strings.TrimRight(line, "\r\n \t")
		out, _ := Romanize(text, t.lang, t.system)
		t.pending = append([]byte(out), line[len(text):]...)
	}
}

// chunk is how much of src to take: a line, a long part of one, or what is
// left.
func chunk(src []byte, atEOF bool) int {
	if i := bytes.IndexByte(src, '\n'); i >= 0 {
		return i + 1
	}
	if atEOF && len(src) <= longLine {
		return len(src)
	}
	if len(src) < longLine {
		return 0
	}
	if i := bytes.LastIndexByte(src[:longLine], ' '); i > 0 {
		return i + 1
	}
	n := longLine
	for n > longLine-utf8.UTFMax && !utf8.RuneStart(src[n-1]) {
		n--
	}
	return max(1, n-1)
}
