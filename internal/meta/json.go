package meta

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"html"
)

// Limits on what one page's JSON may make the reader keep. What lies beyond is
// skipped, not refused: the rest is still read.
const (
	maxJSONDepth = 24    // schema.org's own examples stay under ten
	maxJSONNodes = 20000 // a page's article takes a few hundred
)

// A jsonDoc is JSON read with the errors that pages make in it: comments and
// CDATA marks around, trailing or missing commas, line ends and quotation
// marks inside strings, HTML entities, an end that is missing. Values under
// keys that nobody asks for are skipped without a copy. encoding/json refuses
// each of these, and reads megabytes of recipe steps to learn a date.
type jsonDoc struct {
	s     string
	nodes []jsonNode
	exact bool // a string ends at its first quotation mark
}

// A jsonNode is a value: nodes hold their children as a list of siblings.
type jsonNode struct {
	kind        byte   // '{', '[', '"', or '0' for numbers, true, false and null
	key         string // in an object
	str         string // of '"' and '0'
	child, next int32  // indexes into nodes; 0 for none: the first node is never one
}

// readJSON reads all values in s, one after the other; want tells the keys
// whose values are kept.
func readJSON(s string, want func(key string) bool) *jsonDoc {
	if strings.IndexByte(s, '"') < 0 && strings.Contains(s, "&quot;") {
		s = html.UnescapeString(s)
	}
	d := &jsonDoc{s: s, nodes: make([]jsonNode, 1, 64)}
	d.nodes[0].kind = '['
	last := int32(0)
	for i := 0; i < len(s); {
		j := strings.IndexAny(s[i:], "{[")
		if j < 0 {
			break
		}
		if s[i+j] == '[' && strings.HasPrefix(s[i+j:], "[CDATA[") {
			i += j + len("[CDATA[")
			continue
		}
		n, end := d.value(i+j, want, 0)
		last = d.link(0, last, n)
		i = end
	}
	return d
}

// link appends node n to the children of parent.
func (d *jsonDoc) link(parent, last, n int32) int32 {
	switch {
	case n == 0:
		return last
	case last == 0:
		d.nodes[parent].child = n
	default:
		d.nodes[last].next = n
	}
	return n
}

func (d *jsonDoc) add(n jsonNode) int32 {
	if len(d.nodes) >= maxJSONNodes {
		return 0
	}
	d.nodes = append(d.nodes, n)
	return int32(len(d.nodes) - 1)
}

// value reads the value at i and returns its node, 0 if it was not kept, and
// where it ends. It always advances.
func (d *jsonDoc) value(i int, want func(string) bool, depth int) (int32, int) {
	switch d.s[i] {
	case '{', '[':
		if depth >= maxJSONDepth {
			return 0, d.skip(i)
		}
		return d.compound(i, want, depth)
	case '"':
		str, end := d.str(i, inValue)
		return d.add(jsonNode{kind: '"', str: str}), end
	}
	j := i
	for j < len(d.s) && !strings.ContainsRune(",}]{[\"\n", rune(d.s[j])) {
		j++
	}
	if j == i {
		return 0, i + 1
	}
	return d.add(jsonNode{kind: '0', str: strings.TrimSpace(d.s[i:j])}), j
}

// compound reads an object or an array.
func (d *jsonDoc) compound(i int, want func(string) bool, depth int) (int32, int) {
	open := d.s[i]
	n := d.add(jsonNode{kind: open})
	last := int32(0)
	for i++; i < len(d.s); {
		switch c := d.s[i]; {
		case c == ',' || c <= ' ':
			i++
		case c == '}' || c == ']':
			return n, i + 1 // the wrong one ends it too
		case open == '{' && c == '"':
			key, j := d.str(i, inKey)
			j = d.space(j)
			if j >= len(d.s) || d.s[j] != ':' {
				i = max(j, i+1)
				continue
			}
			if j = d.space(j + 1); j >= len(d.s) {
				return n, j
			}
			if n == 0 || !want(key) {
				i = d.skip(j)
				continue
			}
			kid, end := d.value(j, want, depth+1)
			if kid != 0 {
				d.nodes[kid].key = key
				last = d.link(n, last, kid)
			}
			i = end
		case open == '{': // neither key nor end: an unquoted key, a comment
			i++
		default:
			kid, end := d.value(i, want, depth+1)
			if n != 0 {
				last = d.link(n, last, kid)
			}
			i = end
		}
	}
	return n, i
}

func (d *jsonDoc) space(i int) int {
	for i < len(d.s) && d.s[i] <= ' ' {
		i++
	}
	return i
}

// skip returns the end of the value at i, without recursion, so that depth
// costs nothing.
func (d *jsonDoc) skip(i int) int {
	depth := 0
	for i < len(d.s) {
		switch d.s[i] {
		case '{', '[':
			depth++
			i++
		case '}', ']':
			if depth == 0 {
				return i // the container's own end
			}
			if depth--; depth == 0 {
				return i + 1
			}
			i++
		case '"':
			i = d.strEnd(i, inAny) + 1
			if depth == 0 {
				return min(i, len(d.s))
			}
		case ',':
			if depth == 0 {
				return i
			}
			i++
		default:
			i++
		}
	}
	return len(d.s)
}

// Where a string stands decides what may follow it.
const (
	inKey   = iota // a colon; nobody writes quotation marks in one
	inValue        // a comma or a closing bracket
	inAny          // any of these
)

// str reads the string at i and returns it decoded, and where it ends.
func (d *jsonDoc) str(i, where int) (string, int) {
	end := d.strEnd(i, where)
	raw := d.s[i+1 : end]
	return decodeString(raw), min(end+1, len(d.s))
}

// strEnd returns the index of the quotation mark that ends the string at i.
// A mark that nothing follows as JSON would have it is part of the text. If
// no mark ends the string, the first one does, there and from then on.
func (d *jsonDoc) strEnd(i, where int) int {
	first := -1
	for j := i + 1; j < len(d.s); j++ {
		switch d.s[j] {
		case '\\':
			j++
		case '"':
			if d.exact || where == inKey || d.ends(j+1, where) {
				return j
			}
			if first < 0 {
				first = j
			}
		}
	}
	if first >= 0 {
		d.exact = true
		return first
	}
	return len(d.s)
}

// ends reports whether what follows at i is what JSON has after a string.
func (d *jsonDoc) ends(i, where int) bool {
	i = d.space(i)
	if i >= len(d.s) {
		return true
	}
	switch d.s[i] {
	case ':':
		return where == inAny
	case '}', ']':
		return true
	case ',':
		if i = d.space(i + 1); i >= len(d.s) {
			return true
		}
		switch c := d.s[i]; {
		case c == '"' || c == '{' || c == '[' || c == '}' || c == ']' || c == '-' || '0' <= c && c <= '9':
			return true
		}
		return strings.HasPrefix(d.s[i:], "true") || strings.HasPrefix(d.s[i:], "null") || strings.HasPrefix(d.s[i:], "false")
	case '"': // a missing comma, if a key follows
		const longest = 40
		rest := d.s[i+1 : min(i+1+longest, len(d.s))]
		j := strings.IndexByte(rest, '"')
		if j < 0 {
			return false
		}
		k := d.space(i + 1 + j + 1)
		return k < len(d.s) && d.s[k] == ':'
	}
	return false
}

// decodeString resolves the escapes of JSON, and the entities that a template
// engine left in it.
func decodeString(raw string) string {
	s := raw
	if strings.IndexByte(raw, '\\') >= 0 {
		b := make([]byte, 0, len(raw))
		for i := 0; i < len(raw); {
			if raw[i] != '\\' || i+1 >= len(raw) {
				b = append(b, raw[i])
				i++
				continue
			}
			i++
			switch c := raw[i]; c {
			case 'n', 'r', 't', 'f', 'b':
				b = append(b, " \n"[boolIndex(c == 'n')])
				i++
			case 'u':
				r, n := unicodeEscape(raw[i-1:])
				b = utf8.AppendRune(b, r)
				i += n - 1
			default:
				b = append(b, c)
				i++
			}
		}
		s = string(b)
	}
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	return s
}

func boolIndex(b bool) int {
	if b {
		return 1
	}
	return 0
}

// unicodeEscape reads \uXXXX, or two of them for one character, at the start
// of s, and returns how long it was.
func unicodeEscape(s string) (rune, int) {
	u, ok := hex4(s)
	if !ok {
		return utf8.RuneError, 2
	}
	if utf16.IsSurrogate(u) {
		if v, ok := hex4(s[6:]); ok {
			if r := utf16.DecodeRune(u, v); r != utf8.RuneError {
				return r, 12
			}
		}
		return utf8.RuneError, 6
	}
	return u, 6
}

func hex4(s string) (rune, bool) {
	if len(s) < 6 || s[0] != '\\' || s[1] != 'u' {
		return 0, false
	}
	n, err := strconv.ParseUint(s[2:6], 16, 16)
	return rune(n), err == nil
}

// get returns the first child of an object under a key, or 0.
func (d *jsonDoc) get(n int32, key string) int32 {
	if d.nodes[n].kind != '{' {
		return 0
	}
	for k := d.nodes[n].child; k != 0; k = d.nodes[k].next {
		if d.nodes[k].key == key {
			return k
		}
	}
	return 0
}

// text returns what a value says as one string: itself, the first of an
// array, or an object's name or @value.
func (d *jsonDoc) text(n int32) string {
	for range maxJSONDepth {
		if n == 0 {
			return ""
		}
		switch nd := &d.nodes[n]; nd.kind {
		case '"':
			return clean(nd.str)
		case '0':
			if nd.str == "null" {
				return ""
			}
			return nd.str
		case '[':
			n = nd.child
		case '{':
			k := d.get(n, "name")
			for _, key := range [...]string{"@value", "headline", "@id", "url"} {
				if k == 0 {
					k = d.get(n, key)
				}
			}
			n = k
		}
	}
	return ""
}

// texts returns what an array's values say, or what a single value says.
func (d *jsonDoc) texts(n int32) []string {
	if n == 0 {
		return nil
	}
	if d.nodes[n].kind != '[' {
		if t := d.text(n); t != "" {
			return []string{t}
		}
		return nil
	}
	var out []string
	for k := d.nodes[n].child; k != 0; k = d.nodes[k].next {
		if t := d.text(k); t != "" {
			out = append(out, t)
		}
	}
	return out
}

// clean takes what is no value for none.
func clean(s string) string {
	s = strings.TrimSpace(s)
	switch s {
	case "[object Object]", "undefined", "null", "None", "NaN", "N/A", "n/a", "false", "-":
		return ""
	}
	return s
}
