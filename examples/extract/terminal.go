package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// isTerminal reports whether f is a file on a terminal.
func isTerminal(f any) bool {
	file, ok := f.(*os.File)
	if !ok {
		return false
	}
	fi, err := file.Stat()
	if err != nil || fi.Mode()&os.ModeCharDevice == 0 {
		return false
	}
	null, err := os.Stat(os.DevNull) // a character device, but nobody reads there
	return err != nil || !os.SameFile(fi, null)
}

// width returns the columns of the terminal w: $COLUMNS, what the system says,
// or 80.
func width(w io.Writer) int {
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		return n
	}
	if f, ok := w.(*os.File); ok && isTerminal(f) {
		if n := columns(f); n > 0 {
			return n
		}
	}
	return 80
}

// steers reports whether r is a character that moves the cursor, starts an
// escape sequence or turns the direction of writing: a page must not do that to
// the terminal of whoever reads it.
func steers(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// plain returns s without the characters that steer a terminal. White space
// among them becomes a space.
func plain(s string) string {
	if strings.IndexFunc(s, steers) < 0 && utf8.ValidString(s) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case steers(r):
			return -1
		}
		return r
	}, s)
}

// escapeControls writes the characters that steer a terminal as JSON escapes.
// In JSON such characters stand in strings only, but for the line ends between
// its tokens; the encoder has escaped those below U+0020.
func escapeControls(b []byte) []byte {
	unsafe := func(r rune) bool { return r != '\n' && steers(r) }
	if bytes.IndexFunc(b, unsafe) < 0 {
		return b
	}
	var out bytes.Buffer
	for _, r := range string(b) {
		if unsafe(r) {
			fmt.Fprintf(&out, `\u%04x`, r)
		} else {
			out.WriteRune(r)
		}
	}
	return out.Bytes()
}

// Progress is worth a line for this many documents and more, and is drawn
// anew this often.
const (
	progressMin   = 20
	progressEvery = 100 * time.Millisecond
)

// A progress is a line that says how far the work is. The zero progress says
// nothing.
type progress struct {
	w     io.Writer // nil: say nothing
	total int
	start time.Time
	last  time.Time
	shown bool
}

func newProgress(w io.Writer, total int) *progress {
	if total < progressMin || !isTerminal(w) {
		return &progress{}
	}
	return &progress{w: w, total: total, start: time.Now()}
}

// show draws the line.
func (p *progress) show(done, failed int) {
	now := time.Now()
	if p.w == nil || now.Sub(p.last) < progressEvery {
		return
	}
	p.last, p.shown = now, true
	fmt.Fprint(p.w, "\r\x1b[K", progressLine(done, failed, p.total, now.Sub(p.start)))
}

// hide takes the line away, so that something else can be written.
func (p *progress) hide() {
	if p.shown {
		p.shown = false
		fmt.Fprint(p.w, "\r\x1b[K")
	}
}

func progressLine(done, failed, total int, took time.Duration) string {
	s := fmt.Sprintf("%d of %d documents", done, total)
	if failed > 0 {
		s += fmt.Sprintf(", %d failed", failed)
	}
	if rate := float64(done) / took.Seconds(); rate > 0 && took > time.Second {
		left := time.Duration(float64(total-done) / rate * float64(time.Second))
		s += fmt.Sprintf(", %.0f a second, %s left", rate, left.Round(time.Second))
	}
	return s
}
