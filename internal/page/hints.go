package page

// Hints is the set of roles that an element's tag, class, id, role, itemprop
// and data attributes hint at. A hint is no verdict: sites name things badly.
type Hints uint64

// The hints, by what the words in the attributes say.
const (
	HintArticle    Hints = 1 << iota // article, story, post, entry
	HintBody                         // articleBody, article-text, story-content, entry-content
	HintMain                         // main, role=main
	HintNav                          // nav, menu, breadcrumb
	HintHeader                       // header, masthead
	HintFooter                       // footer
	HintAside                        // aside, sidebar, rail
	HintForm                         // form, button, select, label, input
	HintFigure                       // figure, picture, image, gallery, slideshow
	HintCaption                      // figcaption, caption, legend
	HintCredit                       // credit, copyright, photographer
	HintQuote                        // blockquote, pullquote
	HintList                         // ul, ol, dl
	HintTable                        // table
	HintTitle                        // headline, title, h1
	HintLead                         // lead, standfirst, summary, subtitle, dek, teaser text of the article itself
	HintAuthor                       // author, byline
	HintBio                          // author bio, about the author
	HintDate                         // date, time, published, timestamp
	HintSection                      // section, category, kicker
	HintTags                         // tags, topics, keywords
	HintRelated                      // related, more, recommended, read also, teaser, card, promo of other stories
	HintComment                      // comment, disqus, discussion
	HintShare                        // share, social, follow
	HintNewsletter                   // newsletter, signup, subscribe
	HintPaywall                      // paywall, piano, premium, subscription
	HintCookie                       // cookie, consent, gdpr, cmp
	HintAd                           // ad, advert, sponsor, outbrain, taboola
	HintPromo                        // promo, banner, app
	HintLive                         // live, ticker, liveblog
	HintEmbed                        // embed, tweet, instagram, video, player
	HintTool                         // toolbar, print, font size, audio player, listen
	HintSearch                       // search
	HintLegal                        // legal, imprint, disclaimer, terms
	HintPopup                        // modal, overlay, popup, tooltip
	HintHidden                       // hidden, display:none, aria-hidden, noscript, template, screen-reader only
	HintTrending                     // trending, most read, popular, latest
	HintFAQ                          // question, answer, faq, accordion
)

// Has reports whether h holds any of the hints in x.
func (h Hints) Has(x Hints) bool { return h&x != 0 }
