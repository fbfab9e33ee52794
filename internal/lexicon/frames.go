package lexicon

import (
	"fmt"
	"strings"
	"sync"
)

// A Frame is one way to express a kind of fact: what calls it up, and which
// dependents of that carry which role. The files say what the items mean.
type Frame struct {
	Kind  string   // the kind of fact, by the name of the file
	Words []string // the lemmas of the trigger
	Class string   // v, n, a or p: verb, noun, adjective, phrase
	Items []string // the valency, templates written out
}

// Frames returns the frames of all kinds of facts, in the order of the files.
func Frames() []Frame { return frames() }

// FrameNouns lists what frames ask of the nouns that fill them, as lemmas, each
// with its classes, parted by spaces.
func FrameNouns() *Table { return frameNouns() }

// LightVerbs lists the verbs that only carry an event noun ("hold talks"), as
// lemmas, each with what their subject is to the event: do, undergo or host.
func LightVerbs() *Table { return lightVerbs() }

// FactConfidence lists the weights of the model that says how sure a fact is.
func FactConfidence() *Table { return factConfidence() }

var (
	factConfidence = sync.OnceValue(func() *Table { return newTable("frames/classes/confidence.txt") })
	frameNouns     = sync.OnceValue(func() *Table { return newTable("frames/classes/nouns.txt") })
	lightVerbs     = sync.OnceValue(func() *Table { return newTable("frames/classes/light.txt") })
)

var frames = sync.OnceValue(func() []Frame {
	var out []Frame
	for _, kind := range languages("frames") {
		name := "frames/" + kind + ".txt"
		rs := rows(name)
		templates := make(map[string][]string)
		for _, r := range rs {
			if r.Cols[1] == "-" {
				templates[r.Cols[0]] = strings.Fields(r.Cols[2])
			}
		}
		for _, r := range rs {
			if r.Cols[1] == "-" {
				continue
			}
			words, _, _ := strings.Cut(r.Cols[0], " /") // a second frame of the same words
			f := Frame{Kind: kind, Words: strings.Fields(words), Class: r.Cols[1]}
			for item := range strings.FieldsSeq(r.Cols[2]) {
				if item[0] != '@' {
					f.Items = append(f.Items, item)
					continue
				}
				t, ok := templates[item]
				if !ok {
					panic(fmt.Sprintf("lexicon: %s:%d: no template %q", name, r.Line, item))
				}
				f.Items = append(f.Items, t...)
			}
			out = append(out, f)
		}
	}
	return out
})
