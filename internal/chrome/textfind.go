package chrome

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact/internal/forest"
	"github.com/newsfact/newsfact/internal/lexicon"
)

// How sure the models must be of a title and a byline, in log odds. Each text
// has at most one title, so its likeliest line is believed below even odds.
const (
	sureTitle  = -1
	sureByline = 0
	byWord     = 4 // what a word such as "By" adds: the model knows no words

	leastHeadline = 5   // words
	ownWords      = 0.2 // share of the words of a line that is about the article
)

// findFields sets apart the lines that are the document's fields: they stand
// around the head of the article, a byline and a date also at its end.
func (j *textJudge) findFields(m *textModel) {
	rows := newFieldRows(j.Lines, slices.Clone(j.keep), j.logits)
	j.findTitle(rows, m)
	j.findBylines(rows, m.byline)
	j.findDates()
	j.findSection()
	j.findSubtitle()
}

func (j *textJudge) setField(i int, field string) {
	j.field[i] = field
	j.keep[i] = false
}

// findTitle takes the likeliest line at the head for the title, and drops
// what stays above it: the article is below its title.
func (j *textJudge) findTitle(rows *fieldRows, m *textModel) {
	head, _, ok := j.fieldWindow(j.keep)
	if !ok {
		return
	}
	asks := j.exchangesKept(j.keep) > 0
	best := float32(sureTitle)
	for i := head.from; i < head.until; i++ {
		l := &j.lines[i]
		if !rows.has(i) || l.words < 2 && l.wide < 4 || l.dates > 0.3 || l.furniture > 0.5 || j.headsTeaser(i, m.story) || j.isTickerItem(i) ||
			l.phrases[photoCredit] > 0 {
			continue
		}
		if _, ok := j.exchange(i); ok && asks {
			continue // one of the questions
		}
		if z := m.title.Logit(rows.row(i)); z > best {
			best, j.title = z, i
		}
	}
	if j.title < 0 {
		j.title = j.headline(m, asks)
	}
	if j.title < 0 {
		return
	}
	switch i := j.title - 1; {
	case i < 0 || !j.isHeadline(i) || j.repeats(i) > 1:
	case j.isQuoted(i):
		j.title = i // the words that head an interview, above the line that says whose
	case j.isLeadQuote(j.title) && j.lines[i].words >= leastHeadline && j.lines[i].strength == 0 && j.outlook.support[i] > ownWords:
		j.title = i // the headline, above what somebody says; a kicker there is shorter
	}
	j.setField(j.title, "title")
	above, all := int32(0), int32(0)
	for i, k := range j.keep {
		if k {
			all += j.lines[i].words
			if i < j.title {
				above += j.lines[i].words
			}
		}
	}
	if above*4 < all {
		clear(j.keep[:j.title])
	}
}

// headsTeaser reports whether line i is the headline of another story: the
// sentence below it, which did not stay, is no part of this one.
func (j *textJudge) headsTeaser(i int, story *forest.Forest) bool {
	const (
		strange = 0.6  // of the support that a line of the article has in the mean
		sure    = -1.5 // log odds that a sentence is the article's
	)
	for k := i + 1; k <= min(i+2, len(j.lines)-1); k++ {
		if !j.keep[k] && j.lines[k].words >= 10 {
			return j.outlook.support[k] < strange*j.outlook.mean || j.prose[k] && story.Logit(j.row(k)) < sure
		}
	}
	return false
}

// headline returns the nearest line above the article that is built like a
// headline, where the model is sure of none: bylines, dates, buttons, captions
// and a sentence that leads may stand between.
func (j *textJudge) headline(m *textModel, asks bool) int {
	const (
		reach   = 5  // lines that nothing explains
		longest = 25 // words
		short   = 4  // words; less is a label, but right above the article or on top
	)
	first, _ := firstAndLast(j.keep)
	left := reach
	for i := first; i >= 0 && left > 0; i-- {
		l := &j.lines[i]
		if _, ok := j.exchange(i); ok && asks || l.dates > 0.3 || l.strength > 0 || j.saysBy(i) {
			continue
		}
		left--
		if !j.isHeadline(i) || l.words > longest || l.words < short && i > 0 && i < first-1 ||
			j.repeats(i) > 1 && i+1 < first || j.headsTeaser(i, m.story) {
			continue
		}
		return i
	}
	return -1
}

// isHeadline reports whether line i is built like a headline: one sentence
// without a full stop, which is no name and no menu.
func (j *textJudge) isHeadline(i int) bool {
	l := &j.lines[i]
	if l.words < 2 && l.wide < 4 || l.sentences > 1 || l.tiled > 0.5 || l.joins > 0 || l.separators > 0 || l.isClock() || j.looksLikeName(i) || j.isTickerItem(i) {
		return false
	}
	switch l.last {
	case endLower, endUpper, endDigit, endQuote, endQuestion:
		return true
	}
	return l.lastQuote
}

// isQuoted reports whether line i is quoted from end to end, and is more than
// a name.
func (j *textJudge) isQuoted(i int) bool {
	l := &j.lines[i]
	return l.first == endQuote && l.lastQuote && l.words >= 3 && l.words <= 25
}

// isLeadQuote is isQuoted, also where a mark closes the line that opens
// quotations in English, as in German: “.
func (j *textJudge) isLeadQuote(i int) bool {
	l := &j.lines[i]
	return j.isQuoted(i) || l.first == endQuote && l.last == endQuote && l.words >= 3
}

// isTickerItem reports whether line i is an item of a ticker: the time stands
// alone on the line above it, and other items are near.
func (j *textJudge) isTickerItem(i int) bool {
	if i == 0 || !j.lines[i-1].isClock() {
		return false
	}
	for k := max(i-4, 0); k <= min(i+3, len(j.lines)-1); k++ {
		if k != i-1 && j.lines[k].isClock() {
			return true
		}
	}
	return false
}

// findBylines takes the likeliest lines for bylines: one at the head, or two
// that stand together, else one right below the article.
func (j *textJudge) findBylines(rows *fieldRows, model *forest.Forest) {
	head, tail, ok := j.fieldWindow(j.keep)
	if !ok {
		return
	}
	if j.title >= 0 {
		head.from = max(head.from, j.title-3)
	}
	best, at := float32(sureByline), -1
	for _, s := range []span{head, tail} {
		for i := s.from; i < s.until; i++ {
			if !rows.has(i) || j.field[i] != "" || j.lines[i].words == 0 || j.keep[i] && j.prose[i] {
				continue
			}
			z := model.Logit(rows.row(i))
			if j.saysBy(i) {
				z += byWord
			}
			if z > best {
				best, at = z, i
			}
		}
		if at >= 0 {
			break
		}
	}
	if at < 0 {
		at = j.signature()
	}
	if at < 0 {
		return
	}
	j.setField(at, "byline")
	for _, i := range []int{at - 1, at + 1} {
		if i >= 0 && i < len(j.lines) && rows.has(i) && j.field[i] == "" && !j.keep[i] && j.lines[i].same != j.lines[at].same &&
			j.lines[i].dates == 0 && model.Logit(rows.row(i)) > sureByline+1 {
			j.setField(i, "byline")
		}
	}
}

// saysBy reports whether line i begins with a word that stands before an
// author's name, and a capital follows.
func (j *textJudge) saysBy(i int) bool {
	l := &j.lines[i]
	if l.words < 2 || l.words > 16 || l.last == endTerminal || l.last == endQuestion {
		return false
	}
	first, rest, ok := strings.Cut(j.text(i), " ")
	r, _ := utf8.DecodeRuneInString(rest)
	if !ok || !unicode.IsUpper(r) && classOf(r) != cWide {
		return false
	}
	word := strings.TrimSuffix(first, ":")
	return lexicon.BylineWord(j.language(), []byte(lexicon.Fold(word)))&lexicon.BylineBy != 0
}

// signature returns the line right at the end of the article that is built
// like a name and nothing else, or -1.
func (j *textJudge) signature() int {
	_, last := firstAndLast(j.keep)
	if last < 1 {
		return -1
	}
	for _, i := range []int{last, last + 1} {
		if i < len(j.lines) && j.looksLikeName(i) && (i+1 == len(j.lines) || i == last+1 && len(j.lines)-i < 4 || i == last) {
			return i
		}
	}
	return -1
}

// looksLikeName reports whether line i is two to four words with capitals and
// nothing else, none of them known to stand in furniture or prose.
func (j *textJudge) looksLikeName(i int) bool {
	l := &j.lines[i]
	if l.words < 2 || l.words > 4 || l.capWords != l.words || l.digits > 0 || l.stops > 0 || l.joins > 0 ||
		l.separators+l.colons+l.commas+l.quotes+l.parens+l.symbols+l.links > 0 || l.last != endLower {
		return false
	}
	_, strength := j.lines[i].reason()
	return strength == 0 && j.repeats(i) == 1
}

// findDates takes the date lines between the title and the article, or else
// the nearest above the title, or else one right below the article.
func (j *textJudge) findDates() {
	first, last := firstAndLast(j.keep)
	if first < 0 {
		return
	}
	from := max(first-12, 0)
	if j.title >= 0 && j.title < first {
		from = max(j.title-2, 0)
	}
	found := false
	take := func(i int) {
		if j.isDateLine(i) {
			j.setField(i, "date")
			found = true
		}
	}
	for i := from; i <= min(first+2, len(j.lines)-1); i++ {
		take(i)
		found = found || j.field[i] == "byline" && j.lines[i].dates > 0
	}
	for i := from - 1; i >= max(from-15, 0) && !found; i-- {
		take(i)
	}
	for i := last; i <= min(last+6, len(j.lines)-1) && !found; i++ {
		take(i)
	}
}

// isDateLine reports whether line i says when, and hardly anything else.
func (j *textJudge) isDateLine(i int) bool {
	l := &j.lines[i]
	if l.dates == 0 || j.field[i] != "" || j.keep[i] && j.prose[i] {
		return false
	}
	return l.dates >= 0.3 || l.words <= 12 && l.last != endTerminal
}

// findSection takes a word or two right beside the title for the section,
// where the text is a bare article: among a page's menus nobody knows.
func (j *textJudge) findSection() {
	first, _ := firstAndLast(j.keep)
	if j.title < 0 || first < 0 || first-j.title > 8 || j.title > 4 {
		return
	}
	for _, i := range []int{j.title + 1, j.title - 1, j.title + 2} {
		if i < 0 || i == j.title-1 && i > 0 || i >= first || j.field[i] != "" {
			continue
		}
		l, most := &j.lines[i], int32(3)
		if i < j.title {
			most = 2 // three words on top are a menu: "Home Politics Sport"
		}
		if l.words >= 1 && l.words <= most && l.digits == 0 && l.joins == 0 && l.capWords > 0 && l.sentences == 0 && !j.keep[i] {
			if r, strength := j.lines[i].reason(); strength == 0 || r == navigation {
				j.setField(i, "section")
				return
			}
		}
	}
}

// findSubtitle takes a sentence between the title and the article for the
// subtitle, where the byline or the date parts it from the article.
func (j *textJudge) findSubtitle() {
	first, _ := firstAndLast(j.keep)
	if j.title < 0 || first < 0 {
		return
	}
	for i := j.title + 1; i <= min(first, j.title+4); i++ {
		l := &j.lines[i]
		if j.field[i] != "" || l.words < 5 || l.words > maxFieldWords || l.sentences > 2 {
			continue
		}
		if _, strength := j.lines[i].reason(); strength > 0 {
			continue
		}
		if i < first && !j.keep[i] {
			if j.outlook.support[i] > ownWords {
				j.setField(i, "subtitle")
			}
			return
		}
		if i+1 < len(j.lines) && (j.field[i+1] == "byline" || j.field[i+1] == "date") && l.sentences <= 1 {
			j.setField(i, "subtitle")
		}
		return
	}
}
