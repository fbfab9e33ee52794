// Package model holds the learned weights of the parser and what reads them:
// hashed words go in, tags, heads, labels, lemmas and word classes come out.
// It favours a small file and a short load over the last tenth of a percent:
// weights are 8 and 16 bits wide, and forms are known by their hashes.
//
// It knows nothing of English but what english.model says, and no input text:
// no offsets, no sentences' bounds. README.md says what the weights were
// learned from and how well they do.
package model

import (
	_ "embed"
	"sync"
)

//go:embed english.model
var english string

// English is the embedded model, read at first use and shared by all
// goroutines.
var English = sync.OnceValue(func() *Model {
	m, err := Decode([]byte(english))
	if err != nil {
		panic(err) // it ships with the code
	}
	return m
})
