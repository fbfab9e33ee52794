package chrome

import "github.com/newsfact/newsfact/internal/page"

// reason is why a block is not the article's: what a phrase says, else what
// the place it stands in is called, else what it looks like.
func (d *decision) reason(i int) string {
	n := &d.b[i]
	if n.hits.whole != "" && n.hits.whole != "metadata" {
		return n.hits.whole
	}
	for _, h := range reasonHints {
		if n.near.Has(h.near) || n.far.Has(h.far) {
			return h.reason
		}
	}
	switch {
	case n.hits.part != "" && n.hits.part != "metadata":
		return n.hits.part
	case n.far.Has(page.HintNav|page.HintFooter) || n.far.Has(page.HintHeader) && n.text.words < 8:
		return "navigation"
	case n.far.Has(page.HintRelated | page.HintTrending):
		return "related_teaser"
	case n.dup&1 != 0 && n.text.words >= 6:
		return "duplicate"
	case n.near.Has(page.HintCaption|page.HintFigure) && n.text.words < 60:
		return "photo_credit"
	case n.text.words >= 5:
		return "related_teaser"
	}
	return "navigation"
}

// reasonHints are the reasons that a place's name gives, the surest first.
// near holds where it names the element or one of the two above it, far
// wherever it stands above.
var reasonHints = [...]struct {
	near, far page.Hints
	reason    string
}{
	{0, page.HintCookie, "cookie_notice"},
	{page.HintBio, 0, "author_bio"},
	{page.HintNewsletter, 0, "newsletter_prompt"},
	{page.HintPaywall, 0, "paywall_prompt"},
	{page.HintAd, 0, "advertisement"},
	{page.HintTags, 0, "tag_list"},
	{page.HintShare, 0, "share_bar"},
	{0, page.HintComment, "comment"},
	{page.HintCredit, 0, "photo_credit"},
	{page.HintLegal, 0, "legal_notice"},
	{page.HintPromo, 0, "app_promo"},
}
