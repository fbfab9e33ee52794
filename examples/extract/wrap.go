package main

import (
	"strings"
	"unicode"
)

// wrap writes s in lines of at most p.width columns: the first begins with
// first, the others with rest.
func (p *sheet) wrap(s, first, rest string) {
	indent, col, empty := first, columnsOf(first), true
	p.b.WriteString(indent)
	newLine := func() {
		p.b.WriteString("\n" + rest)
		col, empty = columnsOf(rest), true
	}
	for _, word := range strings.Fields(plain(s)) {
		w := columnsOf(word)
		if !empty && col+1+w > p.width {
			newLine()
		}
		if !empty {
			p.b.WriteByte(' ')
			col++
		}
		empty = false
		if col+w <= p.width {
			p.b.WriteString(word)
			col += w
			continue
		}
		for _, r := range word { // longer than a line: a URL, or a script without spaces
			c := columnsOfRune(r)
			if col+c > p.width {
				newLine()
				empty = false
			}
			p.b.WriteRune(r)
			col += c
		}
	}
	p.b.WriteByte('\n')
}

// cut shortens s to w columns, with an ellipsis where something is missing.
func cut(s string, w int) string {
	if columnsOf(s) <= w {
		return s
	}
	col := 0
	for i, r := range s {
		col += columnsOfRune(r)
		if col > w-1 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// columnsOf is the number of columns that s takes on a terminal.
func columnsOf(s string) int {
	n := 0
	for _, r := range s {
		n += columnsOfRune(r)
	}
	return n
}

// columnsOfRune is 0 for marks that stand on another letter and for invisible
// characters, 2 for the letters and signs of East Asia and for emoji, else 1.
func columnsOfRune(r rune) int {
	switch {
	case r < 0x300:
		return 1
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
		return 0
	case r >= 0x1100 && r <= 0x115F, // Hangul letters
		r >= 0x2E80 && r <= 0x303E, r >= 0x3041 && r <= 0xA4CF, // CJK
		r >= 0xAC00 && r <= 0xD7A3, r >= 0xF900 && r <= 0xFAFF,
		r >= 0xFE30 && r <= 0xFE6F, r >= 0xFF00 && r <= 0xFF60, r >= 0xFFE0 && r <= 0xFFE6,
		r >= 0x1F300 && r <= 0x1F64F, r >= 0x1F900 && r <= 0x1F9FF,
		r >= 0x20000 && r <= 0x3FFFD:
		return 2
	}
	return 1
}
