package page

import "golang.org/x/net/html/atom"

// kind is how an element takes part in the flow of text, after the HTML
// standard's rendering section.
type kind uint8

const (
	kindInline kind = iota // glues what stands around it
	kindBlock              // parts it
	kindVoid               // has no content
	kindSkip               // its content is raw and mostly no text
	kindCustom             // a custom element: glues, but holds blocks
)

func kindOf(tag atom.Atom) kind {
	switch tag {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Button, atom.Caption, atom.Center, atom.Colgroup,
		atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Head, atom.Header,
		atom.Hgroup, atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu, atom.Nav, atom.Noscript, atom.Ol,
		atom.Optgroup, atom.Option, atom.P, atom.Pre, atom.Search, atom.Section, atom.Select, atom.Summary, atom.Table,
		atom.Tbody, atom.Td, atom.Template, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul, atom.Video, atom.Audio, atom.Object:
		return kindBlock
	case atom.Area, atom.Base, atom.Basefont, atom.Bgsound, atom.Br, atom.Col, atom.Embed, atom.Frame, atom.Hr, atom.Image,
		atom.Img, atom.Input, atom.Keygen, atom.Link, atom.Meta, atom.Param, atom.Source, atom.Track, atom.Wbr:
		return kindVoid
	case atom.Script, atom.Style, atom.Iframe, atom.Noembed, atom.Noframes, atom.Title, atom.Textarea, atom.Xmp, atom.Plaintext:
		return kindSkip
	}
	return kindInline
}

func isHeading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// scopeEnd reports whether end tags of other elements do not reach beyond an
// element of this tag ("has an element in scope" of the HTML standard).
func scopeEnd(tag atom.Atom) bool {
	switch tag {
	case atom.Table, atom.Td, atom.Th, atom.Caption, atom.Template, atom.Object, atom.Html:
		return true
	}
	return false
}

func tableTag(tag atom.Atom) bool {
	switch tag {
	case atom.Table, atom.Tbody, atom.Thead, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption, atom.Template, atom.Object:
		return true
	}
	return false
}

// tagHints are what the tag itself says.
func tagHints(tag atom.Atom) Hints {
	switch tag {
	case atom.Article:
		return HintArticle
	case atom.Main:
		return HintMain
	case atom.Nav, atom.Menu:
		return HintNav
	case atom.Header:
		return HintHeader
	case atom.Footer:
		return HintFooter
	case atom.Aside:
		return HintAside
	case atom.Form, atom.Button, atom.Select, atom.Fieldset, atom.Label:
		return HintForm
	case atom.Figure:
		return HintFigure
	case atom.Figcaption:
		return HintFigure | HintCaption
	case atom.Blockquote:
		return HintQuote
	case atom.Ul, atom.Ol, atom.Dl:
		return HintList
	case atom.Table:
		return HintTable
	case atom.H1:
		return HintTitle
	case atom.Search:
		return HintSearch
	case atom.Noscript, atom.Template:
		return HintHidden
	case atom.Video, atom.Audio, atom.Object:
		return HintEmbed
	case atom.Dialog:
		return HintPopup
	case atom.Time:
		return HintDate
	}
	return 0
}
