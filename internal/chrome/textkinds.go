package chrome

// findKinds gives each line that stays its kind.
func (j *textJudge) findKinds() {
	var kept []int
	for i, k := range j.keep {
		if k {
			kept = append(kept, i)
		}
	}
	for n, i := range kept {
		next := -1
		if n+1 < len(kept) {
			next = kept[n+1]
		}
		j.kind[i] = j.kindOf(i, next)
	}
	j.findQuestions(kept)
	j.findLists(kept)
}

// maxHeadingWords is the longest heading. Of the subheads in the development
// pages 99 of 100 are shorter.
const maxHeadingWords = 16

func (j *textJudge) kindOf(i, next int) string {
	l := &j.lines[i]
	switch {
	case l.first == endBullet && l.words > 0 && isListMark(j.text(i)):
		return "list_item"
	case j.isCaption(i):
		return "caption"
	case l.words > maxHeadingWords, l.wide > 2*maxHeadingWords, l.sentences > 1, next < 0:
		return "paragraph"
	}
	switch l.last {
	case endTerminal, endEllipsis, endComma:
		if l.sentences == 1 && l.words <= 8 && l.quotes == 0 && !j.endsInStop(i) {
			return "heading" // "Thank you, Mirziyoyev!"
		}
		return "paragraph"
	case endColon:
		if l.words > 3 {
			return "paragraph"
		}
	}
	if l.first == endQuote && l.lastQuote {
		return "paragraph"
	}
	return "heading"
}

// endsInStop reports whether the line ends in a full stop, the end of a
// sentence that is no exclamation.
func (j *textJudge) endsInStop(i int) bool {
	s := j.text(i)
	return s[len(s)-1] != '!'
}

// isListMark reports whether s begins with a mark of a list and a space: a
// dash may also open direct speech, so it needs no space after it there.
func isListMark(s string) bool {
	for _, m := range []string{"• ", "•", "* ", "- ", "▪ ", "‣ ", "● "} {
		if len(s) > len(m) && s[:len(m)] == m {
			return true
		}
	}
	return false
}

// isCaption reports whether a line that stays is a caption: it is short and
// ends in a credit.
func (j *textJudge) isCaption(i int) bool {
	l := &j.lines[i]
	if l.words > 60 {
		return false
	}
	if l.phrases[photoCredit] > 0 {
		return true
	}
	if _, cut := j.cuts[i]; !cut && !l.mayBeGlued() {
		return false
	}
	_, ok := j.phrases.credit(j.text(i))
	return ok
}

// findQuestions turns questions and what follows them into questions and
// answers, where the text is made of them.
func (j *textJudge) findQuestions(kept []int) {
	n := 0
	isQuestion := func(k int) bool {
		l := &j.lines[kept[k]]
		return l.last == endQuestion && l.words <= 40 && l.sentences <= 2 && !l.lastQuote && k+1 < len(kept) &&
			j.lines[kept[k+1]].last != endQuestion
	}
	for k := range kept {
		if isQuestion(k) {
			n++
		}
	}
	if n < 3 || n*4 < len(kept) {
		return
	}
	in := false
	for k, i := range kept {
		switch {
		case isQuestion(k):
			j.kind[i], in = "question", true
		case j.kind[i] == "heading" || j.kind[i] == "caption":
			in = false
		case in:
			j.kind[i] = "answer"
		}
	}
}

// findLists turns runs of lines that are built like the items of a list into
// them: three or more short ones in a row that end in a semicolon or in
// nothing, below a line that ends in a colon.
func (j *textJudge) findLists(kept []int) {
	for k := 0; k < len(kept); k++ {
		if j.lines[kept[k]].last != endColon {
			continue
		}
		n := 0
		for n < len(kept)-k-1 && j.isItem(kept[k+1+n]) {
			n++
			if n > 1 && j.lines[kept[k+n-1]].last == endComma && j.lines[kept[k+n]].last == endTerminal {
				break // "…; and the last."
			}
		}
		if n < 2 {
			continue
		}
		for _, i := range kept[k+1 : k+1+n] {
			j.kind[i] = "list_item"
		}
		k += n
	}
}

func (j *textJudge) isItem(i int) bool {
	l := &j.lines[i]
	if l.words == 0 || l.words > 40 || l.first == endQuote || j.kind[i] == "caption" {
		return false
	}
	return l.last == endComma || l.last == endLower || l.last == endDigit || l.last == endUpper ||
		l.last == endTerminal && l.words <= 12
}
