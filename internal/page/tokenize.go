package page

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// A tokenType is the kind of a token of HTML.
type tokenType uint8

const (
	endOfInput tokenType = iota // or a tag that the input breaks off in
	textToken
	startTagToken
	endTagToken
	commentToken // <!-- -->, <? >, </ >, </> and declarations but the doctype
	doctypeToken
)

// A tokenizer splits a page into tokens, by the tokenization rules of the HTML
// standard (section 13.2.5) for a reader that runs no scripts. Tokens are
// spans of the source and follow each other without a gap; nothing is copied
// before it is asked for. Each byte is looked at a bounded number of times:
// what is left open (a comment, a quoted value, a script) is one token to the
// end of the input, so no search fails twice.
//
// golang.org/x/net/html has the same rules over a reader, a byte at a time
// and with a few allocations a tag, which took half of the time to read a
// page. TestTokenizer and FuzzTokenizer hold the two together; they differ in
//   - <noscript>, whose content is markup here,
//   - "<" before another byte than a letter or "/" in the escaped part of a
//     script, which ends that part there against the standard,
//   - <a x=1 x=/>, which is no self-closing tag in the standard.
type tokenizer struct {
	src        string
	start, end int // of the token; the next begins at end

	// Of a tag.
	tag                atom.Atom // 0 for a name that HTML does not know
	nameStart, nameEnd int
	attrs              []attr // names may come again: the first counts
	selfClosing        bool

	// Of text.
	within atom.Atom // the element whose content is no markup, as of a script; 0 for other text
	raw    atom.Atom // the same, of the next token

	refs references
	odd  bool // the source holds CR or NUL
}

// An attr is an attribute by the spans of its name and value in the source.
type attr struct{ keyStart, keyEnd, valStart, valEnd int }

func newTokenizer(src string) *tokenizer {
	return &tokenizer{
		src:   src,
		attrs: make([]attr, 0, 32),
		odd:   strings.IndexByte(src, '\r') >= 0 || strings.IndexByte(src, 0) >= 0,
	}
}

// next reads the next token and returns its type.
func (z *tokenizer) next() tokenType {
	s, i := z.src, z.end
	z.start, z.within = i, 0
	if z.raw != 0 {
		tag := z.raw
		z.raw = 0
		if end := rawEnd(s, i, tag); end > i {
			z.end, z.within = end, tag
			return textToken
		}
	}
	for {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 || i+n+1 == len(s) {
			i = len(s)
			break
		}
		i += n
		if opensMarkup(s[i+1]) {
			break
		}
		i++
	}
	if i > z.start {
		z.end = i
		return textToken
	}
	if i == len(s) {
		return endOfInput
	}
	return z.markup(i + 1)
}

// opensMarkup reports whether "<" before c is more than text.
func opensMarkup(c byte) bool { return isLetter(c) || c == '/' || c == '!' || c == '?' }

// markup reads the token whose "<" is right before i.
func (z *tokenizer) markup(i int) tokenType {
	s := z.src
	switch c := s[i]; {
	case c == '!':
		return z.declaration(i + 1)
	case c == '?':
		return z.bogusComment(i)
	case c != '/':
		return z.startTag(i)
	case i+1 == len(s):
		z.end = len(s)
		return textToken
	case !isLetter(s[i+1]):
		return z.bogusComment(i + 1)
	}
	return z.endTag(i + 1)
}

// declaration reads what stands after "<!".
func (z *tokenizer) declaration(i int) tokenType {
	rest := z.src[i:]
	if strings.HasPrefix(rest, "--") {
		z.end = commentEnd(z.src, i+2)
		return commentToken
	}
	z.bogusComment(i)
	if hasPrefixFold(rest, "doctype") {
		return doctypeToken
	}
	return commentToken
}

// bogusComment reads to the next ">".
func (z *tokenizer) bogusComment(i int) tokenType {
	z.end = len(z.src)
	if n := strings.IndexByte(z.src[i:], '>'); n >= 0 {
		z.end = i + n + 1
	}
	return commentToken
}

// commentEnd returns where the comment ends whose "<!--" ends at start: after
// "-->" or "--!>", or a ">" that at most one "-" stands before.
func commentEnd(s string, start int) int {
	for i := start; ; i++ {
		n := strings.IndexByte(s[i:], '>')
		if n < 0 {
			return len(s)
		}
		i += n
		switch data := s[start:i]; {
		case data == "", data == "-", strings.HasSuffix(data, "--"), strings.HasSuffix(data, "--!"):
			return i + 1
		}
	}
}

func (z *tokenizer) startTag(i int) tokenType {
	z.attrs = z.attrs[:0]
	i = z.readName(i)
	if i = z.readAttrs(i, true); i < 0 {
		z.end = len(z.src)
		return endOfInput
	}
	z.end = i
	switch z.tag {
	case atom.Script, atom.Style, atom.Title, atom.Textarea, atom.Iframe, atom.Noembed, atom.Noframes, atom.Xmp, atom.Plaintext:
		z.raw = z.tag
	}
	return startTagToken
}

func (z *tokenizer) endTag(i int) tokenType {
	i = z.readName(i)
	if i = z.readAttrs(i, false); i < 0 {
		z.end = len(z.src)
		return endOfInput
	}
	z.end = i
	return endTagToken
}

// readName reads a tag's name and returns where it ends.
func (z *tokenizer) readName(i int) int {
	s := z.src
	z.nameStart = i
	for i < len(s) && s[i] != '>' && s[i] != '/' && !isSpace(s[i]) {
		i++
	}
	z.nameEnd = i
	z.tag = lookupTag(s[z.nameStart:i])
	return i
}

// readAttrs reads the rest of a tag from the end of its name, and returns
// where the tag ends: -1 where the input ends before.
func (z *tokenizer) readAttrs(i int, keep bool) int {
	s := z.src
	slash := -1 // the place of a "/" between attributes
	for {
		i = skipSpace(s, i)
		if i == len(s) {
			return -1
		}
		switch s[i] {
		case '>':
			z.selfClosing = slash == i-1
			return i + 1
		case '/':
			slash = i
			i++
			continue
		}
		a := attr{keyStart: i}
		i++ // a name may begin with "="
		for i < len(s) && s[i] != '=' && s[i] != '>' && s[i] != '/' && !isSpace(s[i]) {
			i++
		}
		a.keyEnd = i
		i = skipSpace(s, i)
		if i < len(s) && s[i] == '=' {
			if i = a.readValue(s, i+1); i < 0 {
				return -1
			}
		}
		if keep {
			z.attrs = append(z.attrs, a)
		}
	}
}

// readValue reads the value after "=" and returns where it ends, quotes
// included: -1 where the input ends before.
func (a *attr) readValue(s string, i int) int {
	i = skipSpace(s, i)
	if i == len(s) {
		return -1
	}
	if q := s[i]; q == '"' || q == '\'' {
		n := strings.IndexByte(s[i+1:], q)
		if n < 0 {
			return -1
		}
		a.valStart, a.valEnd = i+1, i+1+n
		return a.valEnd + 1
	}
	a.valStart = i
	for i < len(s) && s[i] != '>' && !isSpace(s[i]) {
		i++
	}
	a.valEnd = i
	return i
}

// rawEnd returns where the content of an element ends that holds no markup,
// which is before its end tag or at the end of the input.
func rawEnd(s string, i int, tag atom.Atom) int {
	switch tag {
	case atom.Plaintext:
		return len(s)
	case atom.Script:
		return scriptEnd(s, i)
	}
	name := tag.String()
	for {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 {
			return len(s)
		}
		i += n
		if closes(s[i:], name) {
			return i
		}
		i++
	}
}

// closes reports whether s begins with the end tag of the element.
func closes(s, name string) bool {
	return len(s) > 2 && s[1] == '/' && s[0] == '<' && hasName(s[2:], name)
}

// hasName reports whether a tag's name at the beginning of s is that name.
func hasName(s, name string) bool {
	n := len(name)
	return len(s) > n && hasPrefixFold(s, name) && (s[n] == '>' || s[n] == '/' || isSpace(s[n]))
}

// scriptEnd returns where a script ends. Between "<!--" and "-->" in it, a
// script may hold another with its end tag.
func scriptEnd(s string, i int) int {
	for {
		n := strings.IndexByte(s[i:], '<')
		if n < 0 {
			return len(s)
		}
		i += n
		if closes(s[i:], "script") {
			return i
		}
		i++
		if strings.HasPrefix(s[i:], "!--") {
			var ended bool
			if i, ended = escapedEnd(s, i+3); ended {
				return i
			}
		}
	}
}

// escapedEnd returns where the escaped part of a script ends that begins after
// "<!--" at i: after "-->" or, ended, with the whole script.
func escapedEnd(s string, i int) (end int, ended bool) {
	dashes, inner := 2, false // the "--" of "<!-->" counts
	for ; i < len(s); i++ {
		switch s[i] {
		case '-':
			dashes++
			continue
		case '>':
			if dashes >= 2 {
				return i + 1, false
			}
		case '<':
			switch {
			case inner:
				inner = !closes(s[i:], "script")
			case closes(s[i:], "script"):
				return i, true
			default:
				inner = hasName(s[i+1:], "script")
			}
		}
		dashes = 0
	}
	return len(s), true
}

// name returns the tag's name in lower case.
func (z *tokenizer) name() string {
	name := z.src[z.nameStart:z.nameEnd]
	if z.odd {
		name = strings.ReplaceAll(name, "\x00", "\ufffd")
	}
	return asciiLower(name)
}

// key returns the name of an attribute as it is written.
func (z *tokenizer) key(a attr) string { return z.src[a.keyStart:a.keyEnd] }

// value returns the value of an attribute, character references resolved.
func (z *tokenizer) value(a attr) string {
	val := z.src[a.valStart:a.valEnd]
	if z.odd {
		val = strings.ReplaceAll(val, "\x00", "\ufffd")
		val = newlines(val)
	}
	return z.refs.resolveAll(val, true)
}

// text returns the text of a text token, character references resolved where
// they count.
func (z *tokenizer) text() string {
	text := z.src[z.start:z.end]
	if z.odd {
		if z.within != 0 {
			text = strings.ReplaceAll(text, "\x00", "\ufffd")
		}
		text = newlines(text)
	}
	if z.within != 0 && z.within != atom.Title && z.within != atom.Textarea {
		return text
	}
	return z.refs.resolveAll(text, false)
}

// newlines makes CR LF and CR one LF.
func newlines(s string) string {
	i := strings.IndexByte(s, '\r')
	if i < 0 {
		return s
	}
	b := append(make([]byte, 0, len(s)), s[:i]...)
	for ; i < len(s); i++ {
		switch {
		case s[i] != '\r':
			b = append(b, s[i])
		case i+1 == len(s) || s[i+1] != '\n':
			b = append(b, '\n')
		}
	}
	return string(b)
}

// lookupTag returns the atom of a name in any case.
func lookupTag(name string) atom.Atom {
	var low [32]byte // the longest atom has 25 bytes
	if len(name) > len(low) {
		return 0
	}
	for i := range len(name) {
		low[i] = lower(name[i])
	}
	return atom.Lookup(low[:len(name)])
}

// hasPrefixFold reports whether s begins with prefix, which is in lower case,
// in any case of A to Z.
func hasPrefixFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if lower(s[i]) != prefix[i] {
			return false
		}
	}
	return true
}

func lower(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		return c | 0x20
	}
	return c
}

// asciiLower returns s with A to Z in lower case.
func asciiLower(s string) string {
	for i := range len(s) {
		if lower(s[i]) != s[i] {
			b := []byte(s)
			for ; i < len(b); i++ {
				b[i] = lower(b[i])
			}
			return string(b)
		}
	}
	return s
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func skipSpace(s string, i int) int {
	for i < len(s) && isSpace(s[i]) {
		i++
	}
	return i
}
