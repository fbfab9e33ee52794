package main

import (
	"bytes"
	"encoding/json"
	"io"
)

// A printer writes results in one of the three formats.
type printer struct {
	w      io.Writer
	format string
	page   style // of the text format
	safe   bool  // w is a terminal: JSON must not steer it
}

func newPrinter(w io.Writer, format string, many bool) *printer {
	return &printer{w: w, format: format, page: newStyle(w, many), safe: isTerminal(w)}
}

// encode makes the bytes of a document or a failure. It is called by many
// workers at once.
func (p *printer) encode(v any) []byte {
	if p.format == "text" {
		return p.page.render(v)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if p.format == "json" {
		e.SetIndent("", "  ")
	}
	if err := e.Encode(v); err != nil {
		panic(err) // strings, numbers and lists of them can be written
	}
	if p.safe {
		return escapeControls(b.Bytes())
	}
	return b.Bytes()
}

func (p *printer) print(row []byte) error {
	_, err := p.w.Write(row)
	return err
}
