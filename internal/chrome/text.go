package chrome

import (
	_ "embed"
	"sync"

	"github.com/newsfact/newsfact/internal/forest"
	"github.com/newsfact/newsfact/internal/page"
)

// textModel holds the models that judge the lines of a scraped text: two
// stages that tell body from chrome, one that tells the article's prose from
// other stories', and one each that finds the title and the byline.
type textModel struct{ first, second, story, title, byline *forest.Forest }

//go:embed model/text1.bin
var text1 []byte

//go:embed model/text2.bin
var text2 []byte

//go:embed model/story.bin
var storyModel []byte

//go:embed model/title.bin
var titleModel []byte

//go:embed model/byline.bin
var bylineModel []byte

// texts is the model that ships; that it fits the features is held by a test.
var texts = sync.OnceValue(func() *textModel {
	load := func(b []byte, names []string) *forest.Forest {
		f, err := forest.Load(b, names)
		if err != nil {
			panic("chrome: " + err.Error())
		}
		return f
	}
	return &textModel{
		load(text1, FirstNames()), load(text2, SecondNames()),
		load(storyModel, SecondNames()),
		load(titleModel, DetailNames()), load(bylineModel, DetailNames()),
	}
})

// maxTextLines is the longest text that may be an article. The longest of the
// development texts has 1500 lines; a book has some ten thousand.
const maxTextLines = 50_000

// judgeText judges the lines of a scraped text: the models rate them, a
// decision over the whole text says which stay, the document's fields are set
// apart, and what is left over gets its reason.
func judgeText(p *page.Page) *Verdict {
	if len(p.Blocks) == 0 {
		return &Verdict{PageKind: "other"}
	}
	if len(p.Blocks) > maxTextLines {
		return nothing(p, "other")
	}
	m := texts()
	j := newTextJudge(p, m)
	defer j.release()
	j.keep = j.Decide(j.logits, func(i int) float32 { return m.story.Logit(j.row(i)) })
	j.findFields(m)
	j.pageKind = j.kindOfPage()
	switch j.pageKind {
	case "article", "live_blog", "topic_page":
		j.truncated = j.isTruncated()
	default:
		clear(j.keep) // what is no article has no blocks
		clear(j.field)
	}
	j.findKinds()
	j.findReasons()
	return &Verdict{PageKind: j.pageKind, Truncated: j.truncated, Parts: j.parts()}
}

// A textJudge is a scraped text that is being judged.
type textJudge struct {
	*Lines
	logits    []float32 // of the second model
	keep      []bool
	field     []string // the document's field that a line is, or ""
	kind      []string // of lines that stay
	reason    []reason // of lines that do not
	phrases   *phraseReader
	title     int    // the line that is the title, or -1
	bounds    [2]int // the first and the last line that stay, or -1
	pageKind  string
	truncated bool
}

func newTextJudge(p *page.Page, m *textModel) *textJudge {
	mem := memories.Get().(*memory)
	t := measureLines(p, mem)
	n := len(t.lines)
	j := &textJudge{Lines: t, field: mem.strings.take(n), kind: mem.strings.take(n), reason: mem.reasons.take(n), phrases: mem.reader(), title: -1}
	t.context = newContext(t)
	first := mem.floats.take(n)
	for i := range first {
		x := t.x[:numFirst]
		t.context.first(i, x)
		first[i] = m.first.LogitWithin(x, -Plainly, Plainly)
	}
	t.outlook = newOutlook(t.context, first)
	j.logits = mem.floats.take(n)
	for i := range first {
		if hopeless(first, i) {
			j.logits[i] = first[i]
			continue
		}
		j.logits[i] = m.second.LogitWithin(t.row(i), -Plainly, Plainly)
	}
	return j
}

// Plainly is the log odds at which the models stop asking: no later step asks
// how much more than that a line is body or chrome. Most lines get there with
// a quarter of the trees.
const Plainly = 4.5

// text is line i, white space collapsed.
func (j *textJudge) text(i int) string { return j.page.Blocks[i].Text }
