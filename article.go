package newsfact

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/newsfact/newsfact/internal/chrome"
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// These errors are wrapped in what [Parse] returns.
var (
	// ErrNotText says that the input is a PDF, an image, an archive or
	// another thing that holds no text to read.
	ErrNotText = page.ErrNotText

	// ErrTooLarge says that the input is longer than Options.MaxBytes.
	ErrTooLarge = page.ErrTooLarge
)

// Options hold what the caller knows and the document does not say. The zero
// value, and a nil *Options, find everything out.
type Options struct {
	As   Format    // what the input is
	URL  string    // where the document came from
	Date time.Time // the reference date, used where the document gives none

	// MaxBytes is the most that Parse reads; 0 means 64 MiB. A longer input is
	// an error, never cut.
	MaxBytes int64
}

// A Format is the kind of an input.
type Format string

const (
	Sniff Format = ""      // find out: HTML or Text
	HTML  Format = "html"  // a web page
	Text  Format = "text"  // text that a scraper stored, with site chrome among its lines
	Clean Format = "clean" // an article's text, to be taken verbatim
)

// An Article is the article of one document: its fields, its text in blocks,
// and an account of all that is not in the text. Its slices are never nil when
// it comes from [Parse].
type Article struct {
	URL      string   `json:"url,omitempty"`
	SiteName string   `json:"site_name,omitempty"`
	Language string   `json:"language,omitempty"` // BCP 47, as short as it can be: "en"
	Section  string   `json:"section,omitempty"`
	Tags     []string `json:"tags"`
	Image    string   `json:"image,omitempty"` // the URL of the lead image

	PageKind  PageKind `json:"page_kind,omitempty"`
	Truncated bool     `json:"truncated"` // the text breaks off: a paywall, "read more", a feed's excerpt

	Title     string   `json:"title,omitempty"`
	Subtitle  string   `json:"subtitle,omitempty"`
	Authors   []string `json:"authors"` // people, or a newsroom that signs as one
	Published Stamp    `json:"published,omitzero"`
	Modified  Stamp    `json:"modified,omitzero"`
	Dateline  Stamp    `json:"dateline,omitzero"` // "BAKU, July 21 —": Place and Value

	// Text is the clean article: its blocks joined by blank lines, or the input
	// byte for byte where that was [Clean].
	Text    string    `json:"text"`
	Blocks  []Block   `json:"blocks"`
	Removed []Removal `json:"removed"`
}

// A Span is a piece of text with its byte offsets, half open:
// text[Start:End] == Text.
type Span struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
}

// A Block is a paragraph or its like. Its offsets are into Article.Text.
type Block struct {
	Kind BlockKind `json:"kind"`
	Span
}

// MarshalJSON leaves the block's text out, since the article's text holds it.
func (b Block) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Kind  BlockKind `json:"kind"`
		Start int       `json:"start"`
		End   int       `json:"end"`
	}{b.Kind, b.Start, b.End})
}

// A BlockKind says what a block is.
type BlockKind string

const (
	BlockHeading   BlockKind = "heading"
	BlockParagraph BlockKind = "paragraph"
	BlockListItem  BlockKind = "list_item"
	BlockQuote     BlockKind = "quote" // a block quotation
	BlockCaption   BlockKind = "caption"
	BlockQuestion  BlockKind = "question"
	BlockAnswer    BlockKind = "answer"
	BlockTable     BlockKind = "table"
)

// A Removal is a piece of the input that is not in the article's text. Its
// offsets are into the input as UTF-8. For a page they span the markup, and
// Text is what a reader would have seen there.
type Removal struct {
	Reason Reason `json:"reason"`
	Span
}

// A Reason says why a piece of the input is not in the text.
type Reason string

const (
	ReasonVisitorCounter   Reason = "visitor_counter"
	ReasonViewCounter      Reason = "view_counter"
	ReasonReadingTime      Reason = "reading_time"
	ReasonCommentPrompt    Reason = "comment_prompt"
	ReasonComment          Reason = "comment"
	ReasonShareBar         Reason = "share_bar"
	ReasonFollowPrompt     Reason = "follow_prompt"
	ReasonAppPromo         Reason = "app_promo"
	ReasonNewsletterPrompt Reason = "newsletter_prompt"
	ReasonPaywallPrompt    Reason = "paywall_prompt"
	ReasonCookieNotice     Reason = "cookie_notice"
	ReasonNavigation       Reason = "navigation"
	ReasonRelatedTeaser    Reason = "related_teaser" // of another story
	ReasonLiveTicker       Reason = "live_ticker"
	ReasonAdvertisement    Reason = "advertisement"
	ReasonLegalNotice      Reason = "legal_notice"
	ReasonPhotoCredit      Reason = "photo_credit"
	ReasonToggle           Reason = "toggle" // "show details"
	ReasonTagList          Reason = "tag_list"
	ReasonAuthorBio        Reason = "author_bio"
	ReasonDuplicate        Reason = "duplicate"
	ReasonMetadata         Reason = "metadata" // moved into one of the article's fields
)

// A PageKind says what the document is as a whole. What is no article has no
// blocks.
type PageKind string

const (
	PageArticle  PageKind = "article"
	PageLiveBlog PageKind = "live_blog"
	PageTopic    PageKind = "topic_page" // about a subject, made of parts: questions and answers, summaries
	PageListing  PageKind = "listing"    // a section front, search results
	PageError    PageKind = "error_page"
	PageWall     PageKind = "wall" // login, consent or payment before any text
	PageOther    PageKind = "other"
)

// Parse reads one document and returns its article. Nil opts means the
// defaults.
//
// It fails only where r does, where the input is no text ([ErrNotText]) and
// where there is too much of it ([ErrTooLarge]). Documents come from strangers:
// should one of them find a bug that panics, that is an error too, so that the
// others can go on.
func Parse(r io.Reader, opts *Options) (a *Article, err error) {
	defer func() {
		if p := recover(); p != nil {
			a, err = nil, fmt.Errorf("newsfact: this document found a bug, please report it: %v", p)
		}
	}()
	var o Options
	if opts != nil {
		o = *opts
	}
	p, err := page.Read(r, page.Format(o.As), o.MaxBytes)
	if err != nil {
		return nil, fmt.Errorf("newsfact: %w", err)
	}
	declared := meta.Declared(p, o.URL)
	verdict := judge(p, declared)
	fields := meta.Resolve(p, declared, visible(verdict), o.Date)
	return assemble(p, verdict, fields), nil
}

// judge is chrome.Judge, but for a clean text, where all is article.
func judge(p *page.Page, declared *meta.Fields) *chrome.Verdict {
	if p.Format == page.Clean {
		return &chrome.Verdict{PageKind: string(PageArticle), Parts: paragraphs(p.Source)}
	}
	return chrome.Judge(p, declared)
}

// visible picks out the parts that are fields rather than body, and where the
// body and the comments below it begin.
func visible(v *chrome.Verdict) []meta.Visible {
	var out []meta.Visible
	body, comments := false, false
	for _, p := range v.Parts {
		field := p.Field
		switch {
		case p.Kind != "":
			if !body {
				out = append(out, meta.Visible{Field: "body", Start: p.Start, End: p.End})
			}
			body = true
		case body && !comments && Reason(p.Reason) == ReasonComment:
			comments = true
			out = append(out, meta.Visible{Field: "comments", Start: p.Start, End: p.End})
		}
		if field != "" {
			out = append(out, meta.Visible{Field: field, Text: p.Text, Start: p.Start, End: p.End})
		}
	}
	return out
}
