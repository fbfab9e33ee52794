package chrome

// findReasons gives each line that does not stay the reason: what its phrases
// say; else what its neighbours are, where it stands in their run; else what
// its shape is most often.
func (j *textJudge) findReasons() {
	known := j.mem.flags.take(len(j.lines)) // lines, by the first that reads so, that stay or are fields
	byline := -1
	for i := range j.keep {
		if j.keep[i] || j.field[i] != "" {
			known[j.lines[i].same] = true
		}
		if j.field[i] == "byline" {
			byline = i
		}
	}
	first, last := firstAndLast(j.keep)
	var run reason // of the section that the lines stand in
	left := 0      // lines that it still may reach
	for i := range j.lines {
		if j.keep[i] || j.field[i] != "" {
			left = 0
			continue
		}
		l := &j.lines[i]
		left--
		r, strength := l.reason()
		switch {
		case l.words == 0:
			r = navigation
		case left >= 0 && j.follows(i, run) && (strength == 0 || strength == 1 && partOf(r, run)):
			r = run
		case strength > 0:
			run, left = j.section(i, r)
		case l.isClock():
			r, run, left = liveTicker, liveTicker, reachOf(liveTicker)
		case known[l.same] && l.words > 2:
			r = duplicate
		case byline >= 0 && i > last && j.prose[i] && j.names(i, byline):
			r = authorBio
		default:
			r = j.shapeReason(i, first, last)
		}
		j.reason[i] = r
	}
}

// isClock reports whether the line is a time of day and nothing else: "18:42",
// "6:05 pm".
func (l *line) isClock() bool {
	return l.clocks == 1 && l.numbers == 2 && l.words <= 3 && l.sentences == 0 && l.symbols+l.commas == 0
}

// section returns the reason of the lines below line i, whose own is r, and
// how many they may be. A prompt to comment has comments below it only where
// one of the next lines says when or asks to reply.
func (j *textJudge) section(i int, r reason) (reason, int) {
	if r == commentPrompt || r == comment {
		for k := i + 1; k <= min(i+4, len(j.lines)-1); k++ {
			l := &j.lines[k]
			if l.dates > 0.5 || l.phrases[liveTicker] == 1 || l.phrases[comment] > 0 {
				return comment, reachOf(comment)
			}
		}
		return r, 0
	}
	return r, reachOf(r)
}

// partOf reports whether a line of reason r, by its phrase, may be part of a
// section: a time among comments, a word of a menu among tags.
func partOf(r, section reason) bool {
	switch section {
	case comment:
		return r == liveTicker || r == metadata || r == viewCounter
	case tagList:
		return r == navigation
	case liveTicker:
		return r == metadata
	}
	return false
}

// names reports whether line i has all the words with capitals that line k
// has: it is about the author.
func (j *textJudge) names(i, k int) bool {
	n := 0
	for _, w := range j.content(k) {
		if !w.capital {
			continue
		}
		found := false
		for _, v := range j.content(i) {
			found = found || v.id == w.id
		}
		if !found {
			return false
		}
		n++
	}
	return n >= 2
}

// reachOf is how many lines below a phrase may belong to it.
func reachOf(r reason) int {
	switch r {
	case comment:
		return 200
	case relatedTeaser, liveTicker:
		return 30
	case tagList:
		return 15
	case authorBio, newsletterPrompt, cookieNotice, photoCredit:
		return 3
	case shareBar, followPrompt:
		return 2
	}
	return 0
}

// follows reports whether line i, which no phrase explains, is the kind of
// line that stands below a phrase of reason r.
func (j *textJudge) follows(i int, r reason) bool {
	l := &j.lines[i]
	switch r {
	case tagList:
		return l.words <= 6 && !j.prose[i]
	case relatedTeaser:
		return l.words >= 4 || l.dates > 0
	case liveTicker:
		return l.digits > 0 || l.words >= 4
	case shareBar, followPrompt:
		return l.words <= 3
	case authorBio, newsletterPrompt, cookieNotice:
		return j.prose[i]
	case photoCredit:
		return false
	case comment:
		return true
	}
	return false
}

// shapeReason guesses from how the line is built and where it stands.
func (j *textJudge) shapeReason(i, first, last int) reason {
	l := &j.lines[i]
	switch {
	case l.dates > 0.5 && first >= 0 && i > first && i < last:
		return relatedTeaser
	case l.dates > 0.5:
		return metadata
	case first >= 0 && l.words == l.numbers && l.words <= 2 && !(l.years == 1 && l.words == 1):
		return viewCounter
	case l.joins >= 2 && l.joins*3 >= l.words && !j.prose[i]:
		return navigation
	case j.prose[i]:
		return relatedTeaser
	case l.words >= 5 && l.joins*3 < l.words:
		return relatedTeaser // a headline
	}
	return navigation
}
