// Package newsfact turns scraped news into facts: a web page, or the text that
// a scraper stored, goes in, and its article comes out: clean text in typed
// blocks, title, authors and dates, and an account of everything that was
// removed, with the reason and the place. It is pure Go, opens no connection,
// never reads the clock, and is safe for concurrent use.
//
//	f, err := os.Open("page.html")
//	if err != nil {
//		return err
//	}
//	defer f.Close()
//	a, err := newsfact.Parse(f, &newsfact.Options{URL: "https://example.org/a"})
//	if err != nil {
//		return err
//	}
//	fmt.Println(a.Title, a.Authors, a.Published.Value)
//	for _, b := range a.Blocks {
//		fmt.Println(b.Kind, b.Text)
//	}
//
// # Pipeline
//
// [Parse] is a table of contents. Each stage is a function of earlier results:
//
//	page.Read      bytes to blocks of visible text, each with its place and features
//	meta.Declared  what the document says of itself in its head
//	chrome.Judge   which blocks are the article, and why the others are not
//	meta.Resolve   title, authors and dates, from the source most to be trusted
//
// [Extract] reads the article's text:
//
//	token.New      text to sentences and tokens
//	timex.Find     expressions of time, with their values in TIMEX3
//	syntax.Parse   who depends on whom, by a learned model
//	mention.Find   names with their kinds, descriptions and pronouns
//	speech.Find    who says what
//	entity.Link    which mentions are one entity, and its country
//	fact.Find      who did what to whom, when, where and on whose word
//
// [Romanize] and [MatchNames] stand by themselves: names in other scripts by
// named standards, and whether two spellings name the same one.
//
// # Offsets
//
// All offsets are bytes, half open. Those of a [Block] are into Article.Text;
// those of a [Removal] are into the input as UTF-8, without a byte order mark.
// For scraped text every byte that is no white space is in a block or in a
// removal; what moved into a field is a removal with [ReasonMetadata].
//
// # Files
//
//	article.go   the public types, and Parse
//	extract.go   Document, and Extract
//	dates.go     Date: the expressions of time in a text
//	entities.go  Entity, Mention, Romanize and MatchNames
//	facts.go     Fact, its kinds and roles
//	assemble.go  from the verdicts of the rooms to an Article
//	stamp.go     dates of a document
//	internal     the rooms: each package comment says what goes in and what may not
//	examples     programs that use the public package only
//
// # Limits
//
// One document gives one article: of a page with several, the main one. Text
// that scripts would fetch is not there to be found. The phrases that tell site
// furniture apart are known in eleven languages, English best; in others only
// shape and place tell. Offsets of a page in another encoding are into its
// UTF-8 form, not into the bytes that were served. Statements and facts are found
// in English alone.
package newsfact
