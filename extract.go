package newsfact

import (
	"bytes"
	"encoding/json"
	"iter"
	"strconv"
	"strings"

	"github.com/newsfact/newsfact/internal/entity"
	"github.com/newsfact/newsfact/internal/fact"
	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/timex"
	"github.com/newsfact/newsfact/internal/token"
)

// A Document is an article and what is found in it. Its slices are never nil
// when it comes from [Extract].
type Document struct {
	Source   string // a name for it that the caller chooses; Extract leaves it empty
	Article  *Article
	Dates    []Date   // in the order of the text
	Entities []Entity // in the order of their first mention
	Facts    []Fact   // in the order of their triggers
}

// Extract finds what a says. It needs only a.Text; a.Published, a.Language and
// a.URL tell it from what day and how to read the dates. Facts are found in
// English alone: an article in another language, by a.Language, has none. It never fails, does
// not modify a, and may be called from any number of goroutines.
//
// A caller with a scraper of its own writes
//
//	newsfact.Extract(&newsfact.Article{Text: text})
func Extract(a *Article) *Document {
	text := token.New(a.Text)
	ref := reference(a)
	dates := timex.Find(text, ref)
	tree := syntax.Parse(text)
	if !english(text, ref.Lang) { // the trees and the models of names mean nothing
		linked := entity.Link(tree, mention.Known(tree), nil)
		return &Document{Article: a, Dates: bridgeDates(a.Text, dates), Entities: entities(linked), Facts: []Fact{}}
	}
	mentions := mention.Find(tree)
	statements := speech.Find(tree, mentions)
	linked := entity.Link(tree, mentions, statements)
	found := fact.Find(linked, dates)
	return &Document{
		Article:  a,
		Dates:    bridgeDates(a.Text, dates),
		Entities: entities(linked),
		Facts:    facts(linked, found),
	}
}

// english reports whether a text is to be read as English: its language says so
// or is unknown, or it has no fewer of the commonest words of English than of
// that language. A language is often declared wrong, or guessed from a line.
func english(t *token.Text, lang string) bool {
	if lang == "" || lang == "en" {
		return true
	}
	const enough = 2000 // words
	en, own := lexicon.StopWords("en"), lexicon.StopWords(lang)
	if own.Len() == 0 {
		return false
	}
	balance := 0
	for i := range min(len(t.Tokens), enough) {
		w := strings.ToLower(t.Word(i))
		if en.Has(w) {
			balance++
		}
		if own.Has(w) {
			balance--
		}
	}
	return balance >= 0
}

// Entity returns the entity with an ID, as arguments have it, or nil.
func (d *Document) Entity(id string) *Entity {
	if digits, ok := strings.CutPrefix(id, "e"); ok {
		if n, err := strconv.Atoi(digits); err == nil && 1 <= n && n <= len(d.Entities) && d.Entities[n-1].ID == id {
			return &d.Entities[n-1]
		}
	}
	for i := range d.Entities { // the caller's own list
		if d.Entities[i].ID == id {
			return &d.Entities[i]
		}
	}
	return nil
}

// FactsAbout yields the facts in which an entity has a part, as an argument or
// as the source of the words.
func (d *Document) FactsAbout(id string) iter.Seq[*Fact] {
	return func(yield func(*Fact) bool) {
		for i := range d.Facts {
			f := &d.Facts[i]
			about := id != "" && f.Attribution != nil && f.Attribution.Entity == id
			for _, a := range f.Arguments {
				about = about || id != "" && a.Entity == id
			}
			if about && !yield(f) {
				return
			}
		}
	}
}

// MarshalJSON writes the document as the output contract has it: its lists are
// always there.
func (d *Document) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // the encoder that called decides that
	err := e.Encode(struct {
		Source   string   `json:"source"`
		Article  *Article `json:"article"`
		Dates    []Date   `json:"dates"`
		Entities []Entity `json:"entities"`
		Facts    []Fact   `json:"facts"`
	}{d.Source, d.Article, present(d.Dates), present(d.Entities), present(d.Facts)})
	return b.Bytes(), err
}

// present makes a nil slice an empty one, for JSON.
func present[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// Sentences yields the sentences of a.Text in order, with the white space
// around them left out.
func (a *Article) Sentences() iter.Seq[Span] {
	return func(yield func(Span) bool) {
		t := token.New(a.Text)
		for _, s := range t.Sentences {
			if !yield(Span{int(s.Start), int(s.End), a.Text[s.Start:s.End]}) {
				return
			}
		}
	}
}
