// Package meta weighs what a document says of itself and returns its fields:
// title, authors, dates, section, tags, language, site and image, each from
// the source most to be trusted. It favours no answer over a wrong one: a
// date from the prose, the future or another story is never taken silently.
//
// It judges no blocks (that is package chrome), reads no markup (that is
// package page), and never reads the clock.
package meta

// Fields are a document's fields, in the contract's terms.
type Fields struct {
	URL, SiteName, Language, Section string
	Tags                             []string
	Image                            string
	Title, Subtitle                  string
	Authors                          []string
	Agencies                         []string // credited, but nobody: kept apart from Authors
	Published, Modified              Stamp
	Dateline                         Stamp // Place and Value

	// Titles are all versions of the headline that the page gives (h1,
	// og:title, JSON-LD, <title> with and without the site's name), the
	// likeliest first: chrome finds the headline among the blocks by them.
	Titles []string
	// Body is the article's text where the head gives it (JSON-LD articleBody),
	// tags stripped, else empty.
	Body string
	// Type is what the head says the document is, in schema.org's terms or
	// OpenGraph's: "NewsArticle", "LiveBlogPosting", "FAQPage",
	// "CollectionPage", "article", "website", …; empty where it is silent.
	Type string
	// Free is JSON-LD's isAccessibleForFree: "true", "false" or "".
	Free string
}

// A Stamp is a date of the document. Value is ISO 8601, as precise as it was
// given, with the zone as written. Source is "meta", "jsonld", "visible",
// "url", "inferred" or "reference".
type Stamp struct {
	Value, Source, Place string
	Rivals               []Stamp // other values offered, with their sources, the best first
}

// A Visible is a piece of text that chrome took for one of the document's
// fields rather than its body; or the place where the body or the comments of
// a text begin, beyond which names and dates are not the document's.
type Visible struct {
	Field      string // "title", "subtitle", "byline", "date", "section", "dateline", "site", "modified", "tags", "body", "comments"
	Text       string
	Start, End int // the span in the page's Source
}
