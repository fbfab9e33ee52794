package lexicon

import (
	"slices"
	"unicode"
)

// splitHumps returns the words of the line with those cut apart that were glued
// together, as scrapers leave menus: "ShareTweetPrint". Each piece is the
// longest run of humps that the vocabulary knows ("WhatsApp" is one word), or
// one hump.
func (b *Scratch) splitHumps() []word {
	glued := func(w word) bool { return w.humps && w.id == 0 }
	i := slices.IndexFunc(b.words, glued)
	if i < 0 {
		return b.words
	}
	b.tiles = append(b.tiles[:0], b.words[:i]...)
	for _, w := range b.words[i:] {
		if glued(w) {
			b.tiles = b.sc.splitHumps(w, b.tiles)
		} else {
			b.tiles = append(b.tiles, w)
		}
	}
	return b.tiles
}

// splitHumps appends the pieces of a word.
func (sc *wordScanner) splitHumps(w word, buf []word) []word {
	// cuts[i] is where a hump begins. A name has few; what has more is no word.
	var cuts [24]int32
	n := 0
	prev := rune(-1)
	for i, r := range sc.s[w.start:w.end] {
		if prev == -1 || unicode.IsUpper(r) && !unicode.IsUpper(prev) {
			if n == len(cuts)-1 {
				return append(buf, w)
			}
			cuts[n] = w.start + int32(i)
			n++
		}
		prev = r
	}
	cuts[n] = w.end
	for i := 0; i < n; {
		piece := word{start: cuts[i], end: cuts[i+1], brk: w.brk && i == 0, colon: w.colon && i == 0}
		next := i + 1
		for j := min(n, i+3); j > i; j-- {
			if id := sc.lookup(sc.s[cuts[i]:cuts[j]]); id != 0 {
				piece.end, piece.id, next = cuts[j], id, j
				piece.flags = sc.vocab.flags(id)
				break
			}
		}
		buf = append(buf, piece)
		i = next
	}
	return buf
}
