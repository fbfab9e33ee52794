package chrome

import (
	"strings"

	"github.com/newsfact/newsfact/internal/page"
)

// Of prose, marks of programs are hardly a hundredth; of scripts and data
// that are stored in place of a page, every sixth character is one.
const (
	programMarks = `{}[]();=<>|&`
	programShare = 10  // one mark in so many characters makes a program; the text of the development data with most code in it has one in 14
	programBytes = 500 // less is a line of a story about programs
)

// programClass is 0 for white space, 1<<32+1 for the marks of programs and 1 for
// all other bytes: one sum counts both, of less than 4 GB.
var programClass = func() (t [256]uint64) {
	for c := range t {
		switch {
		case c <= ' ':
		case strings.IndexByte(programMarks, byte(c)) >= 0:
			t[c] = 1<<32 + 1
		default:
			t[c] = 1
		}
	}
	return t
}()

// isProgram reports whether the page is a script, a style sheet or data
// rather than text. To the models, which have seen none, its long lines look
// like paragraphs.
func isProgram(p *page.Page) bool {
	marks, all := 0, 0
	for i := range p.Blocks {
		sum, s := uint64(0), p.Blocks[i].Text
		for k := range len(s) {
			sum += programClass[s[k]]
		}
		marks += int(sum >> 32)
		all += int(uint32(sum))
	}
	return all >= programBytes && marks*programShare > all
}

// nothing is the verdict on what holds no story: no block stays, and kind says
// what it is.
func nothing(p *page.Page, kind string) *Verdict {
	v := &Verdict{PageKind: kind, Parts: make([]Part, len(p.Blocks))}
	for i := range p.Blocks {
		b := &p.Blocks[i]
		v.Parts[i] = Part{Block: i, Start: b.Start, End: b.End, Text: b.Text, Reason: navigation.String()}
	}
	return v
}
