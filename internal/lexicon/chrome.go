package lexicon

import "sync"

var chrome = sync.OnceValue(func() *Phrases { return newPhrases("chrome") })

// Chrome returns the phrases by which site furniture is told from the article,
// in all languages at once, since a German line may stand on an English page.
// The reason of a hit is the contract's reason for removal.
func Chrome() *Phrases { return chrome() }

var pageKinds = sync.OnceValue(func() *Phrases { return newPhrases("chrome_pages") })

// PageKinds returns the phrases that show a page to be no article. The reason
// of a hit is the contract's page kind: error_page, wall or listing.
func PageKinds() *Phrases { return pageKinds() }
