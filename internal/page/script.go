package page

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Some pages ship their article as data and leave the rest to a script: the
// markup holds a menu at most. Where that is so, the text is taken from the
// data.
const (
	enoughProse  = 120 // words in paragraphs: a page that shows more needs no data
	enoughScript = 600 // bytes of one string that may be an article
)

// addScriptText appends the article of a page that shows none, from the
// longest string in its data that reads like one.
func (p *Page) addScriptText(scripts []Script) {
	prose := 0
	for i := range p.Blocks {
		if b := &p.Blocks[i]; b.Words >= 12 && !b.Hidden && int(b.LinkBytes)*2 < len(b.Text) {
			prose += int(b.Words)
		}
	}
	if prose >= enoughProse {
		return
	}
	var best jsonString
	for _, s := range scripts {
		if c := longestText(s); c.rank > best.rank {
			best = c
		}
	}
	if best.rank < enoughScript {
		return
	}
	elem := int32(len(p.Elems))
	p.Elems = append(p.Elems, Elem{Parent: 0, Depth: 1, Tag: atom.Article, Hints: HintArticle | HintBody, Start: best.start, End: best.end})
	text := unescapeJSON(p.Source[best.start:best.end])
	if strings.Contains(text, "&lt;p") || strings.Contains(text, "&lt;div") || strings.Contains(text, "&lt;br") {
		text = html.UnescapeString(text) // markup that was escaped as text before it became data
	}
	var sub *Page
	if strings.Contains(text, "</") || strings.Contains(text, "<br") {
		sub = readFragment(text)
	} else {
		sub = &Page{Elems: []Elem{{Parent: -1, Tag: atom.P}}}
		for l := range strings.SplitSeq(text, "\n") {
			if l = collapse(l); l != "" {
				sub.Blocks = append(sub.Blocks, Block{Text: l, Words: countWords([]byte(l))})
			}
		}
	}
	for _, e := range sub.Elems {
		if e.Parent < 0 {
			e.Parent = elem
		} else {
			e.Parent += elem + 1
		}
		e.Depth += 2
		e.Start, e.End = best.start, best.end
		p.Elems = append(p.Elems, e)
	}
	if p.shows(sub.Blocks) {
		p.Elems = p.Elems[:elem]
		return
	}
	for _, b := range sub.Blocks {
		b.Elem += elem + 1
		b.Start, b.End, b.Script = best.start, best.end, true
		p.Blocks = append(p.Blocks, b)
	}
}

// shows reports whether the page has most of the blocks already: what its
// markup shows is not taken from its data again.
func (p *Page) shows(blocks []Block) bool {
	seen := make(map[string]struct{}, len(p.Blocks))
	for i := range p.Blocks {
		seen[p.Blocks[i].Text] = struct{}{}
	}
	both, all := 0, 0
	for i := range blocks {
		all += len(blocks[i].Text)
		if _, ok := seen[blocks[i].Text]; ok {
			both += len(blocks[i].Text)
		}
	}
	return both*3 > all
}

// readFragment reads markup found in data, which has no data of its own.
func readFragment(text string) *Page {
	p, _ := readHTML(text)
	p.Elems[0].Tag = atom.Div
	return p
}

// A jsonString is a string in a script, by its place in the source, quotes
// left out.
type jsonString struct{ start, end, rank int }

// longestText finds the string of a JSON script that reads most like an
// article: long, with spaces, and no code. A string under a key that names an
// article's text ("articleBody", "content") counts three times.
func longestText(s Script) jsonString {
	var best jsonString
	key := ""
	t := s.Text
	for i := 0; i < len(t); i++ {
		if t[i] != '"' {
			continue
		}
		j := i + 1
		for j < len(t) && t[j] != '"' {
			if t[j] == '\\' {
				j++
			}
			j++
		}
		if j >= len(t) {
			break
		}
		str := t[i+1 : j]
		next := strings.TrimLeft(t[j+1:min(len(t), j+9)], " \t\r\n")
		if strings.HasPrefix(next, ":") {
			key = str
		} else if len(str) >= enoughScript {
			if r := textRank(key, str); r > best.rank {
				best = jsonString{s.Start + i + 1, s.Start + j, r}
			}
		}
		i = j
	}
	return best
}

func textRank(key, s string) int {
	sample := s[:min(len(s), 4000)]
	spaces, wide := strings.Count(sample, " "), 0
	for _, r := range sample {
		if r >= 0x2e80 {
			wide++
		}
	}
	spaces += strings.Count(sample, `\u`)/6 + wide/4
	if spaces*12 < len(sample) || strings.Count(sample, "{")*60 > len(sample) || strings.Count(sample, ";")*25 > len(sample) {
		return 0
	}
	rank := len(s)
	switch strings.ToLower(key) {
	case "articlebody", "content", "contents", "body", "html", "bodyhtml", "text", "articletext", "storybody":
		rank *= 3
	}
	return rank
}

// unescapeJSON resolves the escapes of a JSON string, and leaves what is
// malformed as it stands.
func unescapeJSON(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	b := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b = append(b, s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'r':
			b = append(b, '\n')
		case 't', 'b', 'f':
			b = append(b, ' ')
		case 'u':
			r, n := unicodeEscape(s[i-1:])
			if n == 0 {
				b = append(b, '\\', 'u')
				continue
			}
			b = utf8.AppendRune(b, r)
			i += n - 2
		default:
			b = append(b, s[i])
		}
	}
	return string(b)
}

// unicodeEscape reads \uXXXX, or a pair of them for a surrogate pair, and
// returns the bytes read; 0 for none.
func unicodeEscape(s string) (rune, int) {
	hex := func(s string) (rune, bool) {
		if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
			return 0, false
		}
		v, err := strconv.ParseUint(s[2:6], 16, 32)
		return rune(v), err == nil
	}
	r, ok := hex(s)
	if !ok {
		return 0, 0
	}
	if r >= 0xd800 && r < 0xdc00 {
		if lo, ok := hex(s[6:]); ok && lo >= 0xdc00 && lo < 0xe000 {
			return 0x10000 + (r-0xd800)<<10 + (lo - 0xdc00), 12
		}
		return utf8.RuneError, 6
	}
	return r, 6
}
