package chrome

import "github.com/newsfact/newsfact/internal/page"

// reason is why a block is not the article's: what a phrase says, else what
// the place it stands in is called, else what it looks like.
func (d *decision) reason(i int) string {
	n := &d.b[i]
	if n.hits.whole != "" && n.hits.whole != metadata.String() {
		return n.hits.whole
	}
	for _, h := range reasonHints {
		if n.near.Has(h.near) || n.far.Has(h.far) {
			return h.reason.String()
		}
	}
	switch {
	case n.hits.part != "" && n.hits.part != metadata.String():
		return n.hits.part
	case n.far.Has(page.HintNav|page.HintFooter) || n.far.Has(page.HintHeader) && n.text.words < 8:
		return navigation.String()
	case n.far.Has(page.HintRelated | page.HintTrending):
		return relatedTeaser.String()
	case n.dup&1 != 0 && n.text.words >= 6:
		return duplicate.String()
	case n.near.Has(page.HintCaption|page.HintFigure) && n.text.words < 60:
		return photoCredit.String()
	case n.text.words >= 5:
		return relatedTeaser.String()
	}
	return navigation.String()
}

// reasonHints are the reasons that a place's name gives, the surest first.
// near holds where it names the element or one of the two above it, far
// wherever it stands above.
var reasonHints = [...]struct {
	near, far page.Hints
	reason    reason
}{
	{0, page.HintCookie, cookieNotice},
	{page.HintBio, 0, authorBio},
	{page.HintNewsletter, 0, newsletterPrompt},
	{page.HintPaywall, 0, paywallPrompt},
	{page.HintAd, 0, advertisement},
	{page.HintTags, 0, tagList},
	{page.HintShare, 0, shareBar},
	{0, page.HintComment, comment},
	{page.HintCredit, 0, photoCredit},
	{page.HintLegal, 0, legalNotice},
	{page.HintPromo, 0, appPromo},
}
