package meta

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// dump writes a document on one line, keys without quotes.
func (d *jsonDoc) dump(n int32, b *strings.Builder) {
	switch nd := &d.nodes[n]; nd.kind {
	case '"':
		fmt.Fprintf(b, "%q", nd.str)
	case '0':
		b.WriteString(nd.str)
	default:
		open, end := "{", "}"
		if nd.kind == '[' {
			open, end = "[", "]"
		}
		b.WriteString(open)
		for k := nd.child; k != 0; k = d.nodes[k].next {
			if k != nd.child {
				b.WriteByte(' ')
			}
			if nd.kind == '{' {
				b.WriteString(d.nodes[k].key + ":")
			}
			d.dump(k, b)
		}
		b.WriteString(end)
	}
}

func TestReadJSON(t *testing.T) {
	t.Parallel()
	for name, tt := range map[string]struct{ in, want string }{
		"plain":                 {`{"a": "b", "n": 1.5, "t": true, "z": null}`, `[{a:"b" n:1.5 t:true z:null}]`},
		"array at the top":      {`[{"a": "b"}, {"a": "c"}]`, `[[{a:"b"} {a:"c"}]]`},
		"two values":            {`{"a": "b"} {"a": "c"};`, `[{a:"b"} {a:"c"}]`},
		"escapes":               {`{"a": "x\n\"y\" \/ \u00e9 \ud83d\ude00 \q"}`, `[{a:"x\n\"y\" / é 😀 q"}]`},
		"half a surrogate":      {`{"a": "\ud83d x"}`, "[{a:\"\uFFFD x\"}]"},
		"trailing commas":       {`{"a": ["b", "c",], "d": "e",}`, `[{a:["b" "c"] d:"e"}]`},
		"missing comma":         {"{\"a\": \"b\"\n\"c\": \"d\"}", `[{a:"b" c:"d"}]`},
		"line end in a string":  {"{\"a\": \"one\ntwo\"}", `[{a:"one\ntwo"}]`},
		"quotes in a string":    {`{"a": "He said "no" and left", "b": "c"}`, `[{a:"He said \"no\" and left" b:"c"}]`},
		"quote and comma":       {`{"a": "The "big, "bad" wolf", "b": "c"}`, `[{a:"The \"big, \"bad\" wolf" b:"c"}]`},
		"entities":              {`{"a": "Q&amp;A &quot;now&quot;"}`, `[{a:"Q&A \"now\""}]`},
		"all in entities":       {`{&quot;a&quot;: &quot;b&quot;}`, `[{a:"b"}]`},
		"HTML comment around":   {"<!--\n{\"a\": \"b\"}\n-->", `[{a:"b"}]`},
		"CDATA around":          {"//<![CDATA[\n{\"a\": \"b\"}\n//]]>", `[{a:"b"}]`},
		"comment inside":        {"{/* note */ \"a\": \"b\"}", `[{a:"b"}]`},
		"cut off":               {`{"a": "b", "c": {"d": "e`, `[{a:"b" c:{d:"e"}}]`},
		"cut off after a colon": {`{"a":`, `[{}]`},
		"wrong bracket":         {`{"a": ["b", "c"}, "d": "e"}`, `[{a:["b" "c"] d:"e"}]`},
		"key without a value":   {`{"a", "b": "c"}`, `[{b:"c"}]`},
		"bare key":              {`{a: "x", "b": "c"}`, `[{b:"c"}]`},
		"unwanted":              {`{"skip": {"a": ["}", "\"]"]}, "a": "b"}`, `[{a:"b"}]`},
		"nothing":               {``, `[]`},
		"no JSON":               {`var x = 1;`, `[]`},
		"only a bracket":        {`{`, `[{}]`},
		"empty string":          {`{"a": "", "b": ""}`, `[{a:"" b:""}]`},
		"backslash at the end":  {`{"a": "b\`, `[{a:"b\\"}]`},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := readJSON(tt.in, func(k string) bool { return k != "skip" })
			var b strings.Builder
			d.dump(0, &b)
			if got := b.String(); got != tt.want {
				t.Errorf("readJSON(%q)\n got %s\nwant %s", tt.in, got, tt.want)
			}
		})
	}
}

// TestReadJSONBombs: depth, breadth and quotation marks without end cost no
// more than their length.
func TestReadJSONBombs(t *testing.T) {
	t.Parallel()
	const n = 1 << 20
	for name, in := range map[string]string{
		"objects":   strings.Repeat(`{"a":`, n/5),
		"arrays":    strings.Repeat(`[`, n),
		"quotes":    strings.Repeat(`"`, n),
		"keys":      `{` + strings.Repeat(`"a":"b",`, n/8),
		"colons":    `{"a":` + strings.Repeat(`":`, n/2),
		"half open": strings.Repeat(`{"a":"x `, n/8),
		"spaces":    `{"a":"` + strings.Repeat(`" `, n/2),
		"space":     `{"a"` + strings.Repeat(` `, n),
		"missing":   `{"a":"` + strings.Repeat(`" "b`, n/4),
		"escapes":   `{"a":"` + strings.Repeat(`\u12`, n/4),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			d := readJSON(in, func(string) bool { return true })
			if len(d.nodes) > maxJSONNodes {
				t.Errorf("%d nodes kept", len(d.nodes))
			}
			if took := time.Since(start); took > 3*time.Second { // 20 ms on the author's machine
				t.Errorf("1 MB took %v", took)
			}
		})
	}
}

func FuzzReadJSON(f *testing.F) {
	f.Add(`{"@type": "NewsArticle", "headline": "A "b", c", "author": [{"name": "x"},]}`)
	f.Add(`<!-- [{"a": "\ud83d\ude00`)
	f.Fuzz(func(t *testing.T, s string) {
		d := readJSON(s, wantLD)
		var b strings.Builder
		d.dump(0, &b)
		p := new(ldPage)
		p.index(d)
		p.collect(d, 0, 0)
	})
}
