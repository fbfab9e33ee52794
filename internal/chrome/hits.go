package chrome

import "github.com/newsfact/newsfact/internal/lexicon"

// hitInfo is what the phrases of site furniture say of a block.
type hitInfo struct {
	whole  string  // the reason of the phrase that is all of it, or ""
	part   string  // the reason of the longest phrase that is a part of it, or ""
	cover  float32 // the share of its bytes in phrases
	wholes bool    // phrases cover it from end to end
}

// findHits matches a block against the phrases. Long paragraphs are matched
// too: a newsletter prompt may have four sentences.
func findHits(s string, scratch *lexicon.Scratch) hitInfo {
	var h hitInfo
	covered, longest := 0, 0
	for _, m := range lexicon.Chrome().Match(s, scratch) {
		if m.Whole {
			h.whole = m.Reason
		}
		if n := m.End - m.Start; n > longest {
			longest, h.part = n, m.Reason
		}
		covered += m.End - m.Start
	}
	if h.whole == "" && len(s) < 200 {
		tiled, reason, most := 0, "", 0
		for _, m := range lexicon.Chrome().Tiles(s, scratch) {
			tiled += m.End - m.Start
			if n := m.End - m.Start; n > most {
				most, reason = n, m.Reason
			}
		}
		if tiled > covered {
			covered = tiled
			if h.part == "" && tiled*10 >= len(s)*8 {
				h.part = reason
			}
		}
	}
	if len(s) > 0 {
		h.cover = min(1, float32(covered)/float32(len(s)))
	}
	h.wholes = h.whole != "" || h.cover > 0.9
	return h
}

// heads reports whether a line of this reason begins a section that is not
// the article's: related stories, comments, a newsletter box.
func (h *hitInfo) heads() bool {
	switch h.whole {
	case "related_teaser", "comment_prompt", "comment", "newsletter_prompt", "tag_list", "legal_notice", "follow_prompt":
		return true
	}
	return false
}
