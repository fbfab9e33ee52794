package chrome

import (
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A reason is one of the contract's reasons for removal, as an index into
// reasonNames.
type reason uint8

// The contract's reasons.
const (
	visitorCounter reason = iota
	viewCounter
	readingTime
	commentPrompt
	comment
	shareBar
	followPrompt
	appPromo
	newsletterPrompt
	paywallPrompt
	cookieNotice
	navigation
	relatedTeaser
	liveTicker
	advertisement
	legalNotice
	photoCredit
	toggle
	tagList
	authorBio
	duplicate
	metadata
	numReasons = iota
)

var reasonNames = [numReasons]string{
	"visitor_counter", "view_counter", "reading_time", "comment_prompt", "comment", "share_bar", "follow_prompt",
	"app_promo", "newsletter_prompt", "paywall_prompt", "cookie_notice", "navigation", "related_teaser", "live_ticker",
	"advertisement", "legal_notice", "photo_credit", "toggle", "tag_list", "author_bio", "duplicate", "metadata",
}

func (r reason) String() string { return reasonNames[r] }

// reasonOf finds a reason by its name.
var reasonOf = sync.OnceValue(func() map[string]reason {
	m := make(map[string]reason, numReasons)
	for r, name := range reasonNames {
		m[name] = reason(r)
	}
	return m
})

// A phraseReader finds the phrases of site furniture in lines.
type phraseReader struct {
	phrases *lexicon.Phrases
	scratch lexicon.Scratch
	reasons map[string]reason
}

func newPhraseReader() *phraseReader {
	return &phraseReader{phrases: lexicon.Chrome(), reasons: reasonOf()}
}

// Limits of where phrases are looked for.
const (
	maxTiledWords = 6  // words of a line that is read as phrases run together, if it shows no seam
	maxShortWords = 14 // words of a line that may be one phrase; a longer one is read if it has an anchor
)

// read adds to l the share of the line s that phrases of each reason cover
// where they count, and the share that phrases cover wherever they stand.
// anchor is whether the line has a word of ChromeAnchors. It reports whether
// any phrase counts.
func (p *phraseReader) read(s string, l *line, anchor bool, m *memory) (some bool) {
	if l.words > maxShortWords && !anchor && l.links == 0 {
		return false
	}
	size := float32(max(len(s), 1))
	hits := p.phrases.Match(s, &p.scratch)
	if some = len(hits) > 0; some {
		l.phrases = &m.covers.take(1)[0]
	}
	for _, h := range hits {
		r := p.reasons[h.Reason]
		if h.Whole {
			l.phrases[r] = 1
			l.tiled = 1
			return true
		}
		l.phrases[r] += float32(h.End-h.Start) / size
	}
	if l.words > maxTiledWords && l.joins*8 < l.words {
		return some
	}
	for _, h := range p.phrases.Tiles(s, &p.scratch) {
		l.tiled += float32(h.End-h.Start) / size
	}
	return some
}

// weigh settles which reason phrases give the line most of.
func (l *line) weigh() {
	for k, v := range l.phrases {
		if v > l.strength {
			l.why, l.strength = reason(k), v
		}
		if reason(k) != photoCredit && reason(k) != metadata {
			l.furniture = max(l.furniture, v)
		}
	}
}

// reason returns the reason that phrases give the line most of.
func (l *line) reason() (r reason, strength float32) { return l.why, l.strength }

// dateLabels are the folded words that introduce a date.
var dateLabels = sync.OnceValue(func() map[string]bool {
	m := make(map[string]bool)
	for w, role := range lexicon.DatelineWords() {
		if role&(lexicon.DatePublished|lexicon.DateModified|lexicon.DateLink|lexicon.DateAt) != 0 {
			m[w] = true
		}
	}
	return m
})
