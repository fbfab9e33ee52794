package chrome

import (
	"github.com/newsfact/newsfact/internal/lexicon"
)

// kindOfPage says what the text is, in the contract's terms.
func (j *textJudge) kindOfPage() string {
	body, questions, clocks, kept := int32(0), 0, 0, 0
	for i, k := range j.keep {
		if !k {
			continue
		}
		l := &j.lines[i]
		kept++
		body += l.words
		if l.last == endQuestion && l.words <= 25 {
			questions++
		}
		if l.words <= 8 && l.clocks > 0 {
			clocks++
		}
	}
	if kind := j.noArticle(body); kind != "" {
		return kind
	}
	switch {
	case clocks >= 4 && clocks*8 >= kept:
		return "live_blog"
	case questions >= 4 && questions*5 >= kept*2:
		return "topic_page"
	}
	return "article"
}

// noArticle returns the kind of a text that has too little body for an
// article, or "".
func (j *textJudge) noArticle(body int32) string {
	const (
		little = 20 // words of body; less is no article
		short  = 40 // words below which the phrases of error pages and walls are believed
		forms  = 80 // and where most lines are a consent form's
	)
	consent, lines := 0, 0
	for i := range j.lines {
		if j.lines[i].words > 0 {
			lines++
			if j.lines[i].phrases[cookieNotice]+j.lines[i].phrases[paywallPrompt] > 0 {
				consent++
			}
		}
	}
	if body < forms && consent*2 > lines && consent >= 3 {
		return "wall"
	}
	if body >= short {
		return ""
	}
	if kind := j.phraseKind(); kind != "" || body >= little {
		return kind
	}
	if len(j.lines) >= 15 {
		return "listing"
	}
	return "other"
}

// phraseKind returns the page kind that most phrases of the text speak for.
func (j *textJudge) phraseKind() string {
	var scratch lexicon.Scratch
	n := map[string]int{}
	for i := range j.lines {
		if j.lines[i].words > 60 {
			continue
		}
		for _, h := range lexicon.PageKinds().Match(j.text(i), &scratch) {
			n[h.Reason]++
		}
	}
	best := ""
	for _, kind := range []string{"error_page", "wall", "listing"} {
		if n[kind] > n[best] {
			best = kind
		}
	}
	if best == "listing" && n[best] < 2 {
		return ""
	}
	return best
}

// isTruncated reports whether the article breaks off: its last line ends in
// the middle of a sentence, or a paywall follows it at once.
func (j *textJudge) isTruncated() bool {
	_, last := firstAndLast(j.keep)
	if last < 0 {
		return false
	}
	l := &j.lines[last]
	if j.prose[last] || l.words >= 12 {
		switch l.last {
		case endEllipsis:
			return true
		case endLower, endComma:
			if l.wide == 0 && !l.lastQuote && l.words >= 20 {
				return true
			}
		}
	}
	for i := last + 1; i <= min(last+3, len(j.lines)-1); i++ {
		if j.lines[i].phrases[paywallPrompt] > 0.3 {
			return true
		}
	}
	return false
}
