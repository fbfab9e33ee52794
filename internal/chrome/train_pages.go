package chrome

import (
	"github.com/newsfact/newsfact/internal/forest"
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// An Example is a page whose blocks are labelled, to train on.
type Example struct {
	Page   *page.Page
	Fields *meta.Fields
	Group  string // the site: a model is measured on sites that it has not seen
	Label  []Label
}

// A Label says whether a block is the article's. Weight 0 says nothing.
type Label struct{ Y, Weight float32 }

// PageModel is a trained model for pages.
type PageModel struct{ m pageModel }

var (
	firstConfig  = forest.Config{Trees: 160, Depth: 6, Rate: 0.08, Cols: 0.3, Seed: 1}
	secondConfig = forest.Config{Trees: 120, Depth: 5, Rate: 0.08, Cols: 0.3, Seed: 2}
)

// TrainPages trains both stages; the second on what a first stage said that
// had not seen the site.
func TrainPages(ex []Example) *PageModel {
	views := make([]*view, len(ex))
	data := &forest.Data{Names: names(blockFeatures())}
	x := make([]float32, len(blockFeatures()))
	y := make([]float32, len(stageFeatures()))
	for k, e := range ex {
		views[k] = look(e.Page, e.Fields)
		for i, l := range e.Label {
			data.Add(fill(x, blockFeatures(), views[k], i), l.Y, l.Weight, e.Group)
		}
	}
	logits := forest.CrossFit(data, firstConfig, 4)
	second := &forest.Data{Names: names(stageFeatures())}
	for k, e := range ex {
		prob := make([]float32, len(e.Label))
		for i := range prob {
			prob[i], logits = forest.Sigmoid(logits[0]), logits[1:]
		}
		views[k].stage(prob)
		for i, l := range e.Label {
			if l.Weight > 0 {
				second.Add(fill(y, stageFeatures(), views[k], i), l.Y, l.Weight, e.Group)
			}
		}
	}
	return &PageModel{pageModel{forest.Train(data, firstConfig), forest.Train(second, secondConfig)}}
}

// Encode returns the two files of the model.
func (m *PageModel) Encode() (first, second []byte) {
	return m.m.first.Encode(names(blockFeatures())), m.m.second.Encode(names(stageFeatures()))
}

// Rate is what the model says of each block of a page.
func (m *PageModel) Rate(p *page.Page, f *meta.Fields) []float32 { return m.m.rate(look(p, f)) }

// JudgeRated is Judge with these ratings in place of the model's.
func JudgeRated(p *page.Page, f *meta.Fields, prob []float32) *Verdict {
	return decide(look(p, f), f, prob)
}
