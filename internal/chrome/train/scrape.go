package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/net/html/charset"
)

// readPage reads a gzipped page as UTF-8.
func readPage(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return "", err
	}
	b, err := io.ReadAll(z)
	if err != nil {
		return "", err
	}
	if !utf8.Valid(b) {
		enc, _, _ := charset.DetermineEncoding(b, "text/html")
		if u, err := enc.NewDecoder().Bytes(b); err == nil {
			b = u
		}
	}
	return string(b), nil
}

// scrape is a naive scraper: the visible text of everything in the body, a
// line for each block element, white space collapsed, inline elements not
// parted.
func scrape(source string) (string, error) {
	root, err := html.Parse(strings.NewReader(source))
	if err != nil {
		return "", err
	}
	var s scraper
	s.walk(root)
	s.flush()
	return s.out.String(), nil
}

type scraper struct {
	out  bytes.Buffer
	line strings.Builder
}

func (s *scraper) flush() {
	if f := strings.Join(strings.Fields(s.line.String()), " "); f != "" {
		s.out.WriteString(f)
		s.out.WriteByte('\n')
	}
	s.line.Reset()
}

func (s *scraper) walk(n *html.Node) {
	block := false
	switch n.Type {
	case html.TextNode:
		s.line.WriteString(n.Data)
		return
	case html.ElementNode:
		switch n.DataAtom {
		case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Iframe, atom.Math, atom.Object,
			atom.Textarea, atom.Select:
			return
		}
		block = isBlock(n.DataAtom)
	}
	if block {
		s.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c)
	}
	if block {
		s.flush()
	}
}

func isBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Br, atom.Button, atom.Caption, atom.Center,
		atom.Dd, atom.Details, atom.Dialog, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.Li, atom.Main, atom.Nav, atom.Ol, atom.Option, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table,
		atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul:
		return true
	}
	return false
}

// tease reads what a page's head says that others should tease it with.
func tease(source string) (title, lead, lang string) {
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return title, lead, lang
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			attr := func(names ...string) string {
				for _, a := range t.Attr {
					for _, n := range names {
						if a.Key == n {
							return strings.TrimSpace(a.Val)
						}
					}
				}
				return ""
			}
			switch t.DataAtom {
			case atom.Html:
				lang, _, _ = strings.Cut(strings.ToLower(attr("lang")), "-")
			case atom.Body:
				return title, lead, lang
			case atom.Meta:
				switch strings.ToLower(attr("property", "name")) {
				case "og:title":
					title = attr("content")
				case "og:description":
					lead = attr("content")
				case "description":
					if lead == "" {
						lead = attr("content")
					}
				}
			}
		}
	}
}
