package newsfact

import (
	"bytes"
	"encoding/json"
	"iter"

	"github.com/newsfact/newsfact/internal/token"
)

// A Document is an article and what is found in it. Its slices are never nil
// when it comes from [Extract].
type Document struct {
	Source  string // a name for it that the caller chooses; Extract leaves it empty
	Article *Article
	Dates   []Date // in the order of the text
}

// Extract finds what a says. It needs only a.Text; a.Published, a.Language and
// a.URL tell it from what day and how to read the dates. It never fails, does
// not modify a, and may be called from any number of goroutines.
//
// A caller with a scraper of its own writes
//
//	newsfact.Extract(&newsfact.Article{Text: text})
func Extract(a *Article) *Document {
	text := token.New(a.Text)
	return &Document{
		Article: a,
		Dates:   findDates(a, text),
	}
}

// MarshalJSON writes the document as the output contract has it. Its lists
// are always there: those of entities and facts are empty as long as none are
// found.
func (d *Document) MarshalJSON() ([]byte, error) {
	none := []struct{}{}
	dates := d.Dates
	if dates == nil {
		dates = []Date{}
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false) // the encoder that called decides that
	err := e.Encode(struct {
		Source   string     `json:"source"`
		Article  *Article   `json:"article"`
		Dates    []Date     `json:"dates"`
		Entities []struct{} `json:"entities"`
		Facts    []struct{} `json:"facts"`
	}{d.Source, d.Article, dates, none, none})
	return b.Bytes(), err
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
