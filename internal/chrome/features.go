package chrome

import (
	"math"
	"strings"
	"sync"

	"golang.org/x/net/html/atom"

	"github.com/newsfact/newsfact/internal/page"
)

// A feature is one number about a block that the model may ask for.
type feature struct {
	name string
	of   func(v *view, i int) float32
}

// blockFeatures are what the first stage sees: the block, its place in the
// markup, its neighbours, and its share in the page.
var blockFeatures = sync.OnceValue(func() []feature {
	fs := []feature{
		{"words", func(v *view, i int) float32 { return log(v.b[i].text.words) }},
		{"links", func(v *view, i int) float32 { return share(v.p.Blocks[i].LinkBytes, len(v.p.Blocks[i].Text)) }},
		{"nlinks", func(v *view, i int) float32 { return float32(min(v.p.Blocks[i].Links, 10)) }},
		{"bold", func(v *view, i int) float32 { return share(v.p.Blocks[i].BoldBytes, len(v.p.Blocks[i].Text)) }},
		{"em", func(v *view, i int) float32 { return share(v.p.Blocks[i].EmBytes, len(v.p.Blocks[i].Text)) }},
		{"breaks", func(v *view, i int) float32 { return float32(min(v.p.Blocks[i].Breaks, 3)) }},
		{"hidden", func(v *view, i int) float32 { return bit(v.p.Blocks[i].Hidden) }},
		{"stops", func(v *view, i int) float32 { return share(v.b[i].text.stops, int(v.b[i].text.words)) }},
		{"digits", func(v *view, i int) float32 {
			return share(v.b[i].text.digits, int(v.b[i].text.digits+v.b[i].text.letters))
		}},
		{"upper", func(v *view, i int) float32 { return share(v.b[i].text.upper, int(v.b[i].text.letters)) }},
		{"caps", func(v *view, i int) float32 { return share(v.b[i].text.caps, int(v.b[i].text.words)) }},
		{"commas", func(v *view, i int) float32 { return log(v.b[i].text.commas) }},
		{"quotes", func(v *view, i int) float32 { return log(v.b[i].text.quotes) }},
		{"joins", func(v *view, i int) float32 { return log(v.b[i].text.joins) }},
		{"sentences", func(v *view, i int) float32 { return log(v.b[i].text.sentences) }},
		{"ends", func(v *view, i int) float32 { return bit(v.b[i].text.ends) }},
		{"colon", func(v *view, i int) float32 { return bit(v.b[i].text.colon) }},
		{"question", func(v *view, i int) float32 { return bit(v.b[i].text.question) }},
		{"dots", func(v *view, i int) float32 { return bit(v.b[i].text.dots) }},
		{"starts", func(v *view, i int) float32 { return bit(v.b[i].text.starts) }},
		{"bullet", func(v *view, i int) float32 { return bit(v.b[i].text.bullet) }},
		{"wordlen", func(v *view, i int) float32 { return share(v.b[i].text.letters, int(v.b[i].text.words)) }},

		{"p", func(v *view, i int) float32 { return bit(v.b[i].tag == atom.P) }},
		{"heading", func(v *view, i int) float32 { return headingLevel(v.b[i].tag) }},
		{"li", func(v *view, i int) float32 { return bit(v.b[i].tag == atom.Li) }},
		{"cell", func(v *view, i int) float32 { return bit(v.b[i].tag == atom.Td || v.b[i].tag == atom.Th) }},
		{"div", func(v *view, i int) float32 { return bit(v.b[i].tag == atom.Div || v.b[i].tag == atom.Section) }},
		{"figcaption", func(v *view, i int) float32 { return bit(v.b[i].tag == atom.Figcaption) }},
		{"button", func(v *view, i int) float32 { return bit(v.b[i].tag == atom.Button) }},
		{"custom", func(v *view, i int) float32 { return bit(v.b[i].tag == 0) }},
		{"depth", func(v *view, i int) float32 { return float32(v.p.Elems[v.p.Blocks[i].Elem].Depth) }},

		{"intitle", func(v *view, i int) float32 { return v.b[i].inTitle }},
		{"titlesim", func(v *view, i int) float32 { return v.b[i].titleSim }},
		{"hasbody", func(v *view, i int) float32 { return bit(v.body) }},
		{"inbody", func(v *view, i int) float32 {
			if !v.body {
				return -1
			}
			return v.b[i].inBody
		}},
		{"dup", func(v *view, i int) float32 { return float32(v.b[i].dup) }},

		{"inmain", func(v *view, i int) float32 { return bit(v.b[i].inMain) }},
		{"tomain", func(v *view, i int) float32 { return float32(min(v.b[i].dist, 8)) }},
		{"undermain", func(v *view, i int) float32 {
			return float32(v.p.Elems[v.p.Blocks[i].Elem].Depth - v.p.Elems[v.main].Depth)
		}},
		{"mainshare", func(v *view, i int) float32 { return share(v.e[v.main].prose, v.prose) }},
		{"pageprose", func(v *view, i int) float32 { return log(int32(v.prose)) }},
		{"pageshare", func(v *view, i int) float32 { return share(int32(v.prose), v.words) }},
		{"at", func(v *view, i int) float32 { return share(int32(v.b[i].before), v.prose) }},
		{"blockat", func(v *view, i int) float32 { return share(int32(i), len(v.b)) }},
		{"fromfirst", func(v *view, i int) float32 { return slog(i - v.first) }},
		{"fromlast", func(v *view, i int) float32 { return slog(i - v.last) }},
		{"fromh1", func(v *view, i int) float32 {
			if v.h1 < 0 {
				return -9
			}
			return slog(i - v.h1)
		}},

		{"elemprose", func(v *view, i int) float32 { return log(v.up(i, 0).prose) }},
		{"elemwords", func(v *view, i int) float32 { return log(v.up(i, 0).words) }},
		{"elemblocks", func(v *view, i int) float32 { return log(v.up(i, 0).blocks) }},
		{"upprose", func(v *view, i int) float32 { return share(v.up(i, 1).prose, int(v.up(i, 1).words)) }},
		{"uplinks", func(v *view, i int) float32 { return share(v.up(i, 1).links, int(v.up(i, 1).text)) }},
		{"upshare", func(v *view, i int) float32 { return share(v.up(i, 1).prose, v.prose) }},
		{"upblocks", func(v *view, i int) float32 { return log(v.up(i, 1).blocks) }},
		{"up2prose", func(v *view, i int) float32 { return share(v.up(i, 2).prose, int(v.up(i, 2).words)) }},
		{"up2links", func(v *view, i int) float32 { return share(v.up(i, 2).links, int(v.up(i, 2).text)) }},
		{"up2share", func(v *view, i int) float32 { return share(v.up(i, 2).prose, v.prose) }},
		{"up3links", func(v *view, i int) float32 { return share(v.up(i, 3).links, int(v.up(i, 3).text)) }},
		{"up3share", func(v *view, i int) float32 { return share(v.up(i, 3).prose, v.prose) }},
		{"kin", func(v *view, i int) float32 { return log(v.up(i, 0).children) }},
		{"kin1", func(v *view, i int) float32 { return log(v.up(i, 1).children) }},
		{"kin2", func(v *view, i int) float32 { return log(v.up(i, 2).children) }},
		{"sigblocks", func(v *view, i int) float32 { return log(v.b[i].sig.blocks) }},
		{"sigwords", func(v *view, i int) float32 { return log(v.b[i].sig.words) }},
		{"sigmean", func(v *view, i int) float32 { return log(v.b[i].sig.words / v.b[i].sig.blocks) }},
		{"siglinks", func(v *view, i int) float32 { return share(v.b[i].sig.links, int(v.b[i].sig.text)) }},
		{"sigprose", func(v *view, i int) float32 { return share(v.b[i].sig.prose, v.prose) }},
	}
	fs = append(fs,
		feature{"hit.whole", func(v *view, i int) float32 { return bit(v.b[i].hits.wholes) }},
		feature{"hit.cover", func(v *view, i int) float32 { return v.b[i].hits.cover }},
		feature{"hit.since", func(v *view, i int) float32 { return slog(int(v.b[i].sinceHead)) }},
		feature{"hit.mm1", func(v *view, i int) float32 { return hitAt(v, i-1) }},
		feature{"hit.pp1", func(v *view, i int) float32 { return hitAt(v, i+1) }},
	)
	for _, r := range []string{"legal_notice", "cookie_notice", "paywall_prompt", "newsletter_prompt", "related_teaser", "photo_credit", "author_bio", "comment_prompt",
		"navigation", "share_bar", "advertisement", "metadata", "follow_prompt"} {
		fs = append(fs, feature{"hit." + r, func(v *view, i int) float32 {
			switch h := &v.b[i].hits; r {
			case h.whole:
				return 2
			case h.part:
				return 1
			}
			return 0
		}})
	}
	near := []struct {
		name string
		h    page.Hints
	}{
		{"article", page.HintArticle}, {"body", page.HintBody}, {"main", page.HintMain}, {"nav", page.HintNav}, {"header", page.HintHeader},
		{"footer", page.HintFooter}, {"aside", page.HintAside}, {"form", page.HintForm}, {"figure", page.HintFigure},
		{"caption", page.HintCaption}, {"credit", page.HintCredit}, {"quote", page.HintQuote}, {"list", page.HintList}, {"table", page.HintTable},
		{"title", page.HintTitle}, {"lead", page.HintLead}, {"author", page.HintAuthor}, {"bio", page.HintBio}, {"date", page.HintDate},
		{"section", page.HintSection}, {"tags", page.HintTags}, {"related", page.HintRelated}, {"comment", page.HintComment},
		{"share", page.HintShare}, {"newsletter", page.HintNewsletter}, {"paywall", page.HintPaywall}, {"cookie", page.HintCookie},
		{"ad", page.HintAd}, {"promo", page.HintPromo}, {"live", page.HintLive}, {"embed", page.HintEmbed}, {"tool", page.HintTool},
		{"legal", page.HintLegal}, {"popup", page.HintPopup}, {"hid", page.HintHidden}, {"trending", page.HintTrending}, {"faq", page.HintFAQ},
	}
	for _, n := range near {
		fs = append(fs, feature{"near." + n.name, func(v *view, i int) float32 { return bit(v.b[i].near.Has(n.h)) }})
	}
	for _, n := range near {
		if n.h&(page.HintArticle|page.HintBody|page.HintNav|page.HintHeader|page.HintFooter|page.HintAside|page.HintRelated|page.HintComment|
			page.HintCookie|page.HintAd|page.HintPromo|page.HintList|page.HintTable|page.HintFigure|page.HintEmbed|page.HintPopup|page.HintHidden|page.HintTrending|page.HintNewsletter) != 0 {
			fs = append(fs, feature{"far." + n.name, func(v *view, i int) float32 { return bit(v.b[i].far.Has(n.h)) }})
		}
	}
	for _, d := range []int{-2, -1, 1, 2} {
		at := string("mm0pp"[d+2]) + string("210123"[d+2])
		add := func(name string, of func(v *view, i int) float32, none float32) {
			fs = append(fs, feature{name + at, func(v *view, i int) float32 {
				if i += d; i < 0 || i >= len(v.b) {
					return none
				}
				return of(v, i)
			}})
		}
		add("words", func(v *view, i int) float32 { return log(v.b[i].text.words) }, -1)
		add("links", func(v *view, i int) float32 { return share(v.p.Blocks[i].LinkBytes, len(v.p.Blocks[i].Text)) }, -1)
		add("ends", func(v *view, i int) float32 { return bit(v.b[i].text.ends) }, -1)
		add("p", func(v *view, i int) float32 { return bit(v.b[i].tag == atom.P) }, -1)
		if d == -1 || d == 1 {
			add("heading", func(v *view, i int) float32 { return headingLevel(v.b[i].tag) }, -1)
			fs = append(fs, feature{"samesig" + at, func(v *view, i int) float32 {
				j := i + d
				return bit(j >= 0 && j < len(v.b) && v.b[j].sig == v.b[i].sig)
			}})
			fs = append(fs, feature{"sameelem" + at, func(v *view, i int) float32 {
				j := i + d
				return bit(j >= 0 && j < len(v.b) && v.p.Elems[v.p.Blocks[j].Elem].Parent == v.p.Elems[v.p.Blocks[i].Elem].Parent)
			}})
		}
	}
	return fs
})

// up returns the sums of the element n steps above the block's own.
func (v *view) up(i, n int) *elemInfo {
	at := v.p.Blocks[i].Elem
	for ; n > 0 && v.p.Elems[at].Parent >= 0; n-- {
		at = v.p.Elems[at].Parent
	}
	return &v.e[at]
}

func hitAt(v *view, i int) float32 {
	if i < 0 || i >= len(v.b) {
		return -1
	}
	return v.b[i].hits.cover
}

func headingLevel(tag atom.Atom) float32 {
	switch tag {
	case atom.H1:
		return 6
	case atom.H2:
		return 5
	case atom.H3:
		return 4
	case atom.H4:
		return 3
	case atom.H5, atom.H6:
		return 2
	}
	return 0
}

// log is the logarithm of n + 1.
func log(n int32) float32 {
	if t := logs(); n >= 0 && int(n) < len(t) {
		return t[n]
	}
	return float32(math.Log1p(float64(max(n, 0))))
}

var logs = sync.OnceValue(func() *[1024]float32 {
	var t [1024]float32
	for i := range t {
		t[i] = float32(math.Log1p(float64(i)))
	}
	return &t
})

// slog is a logarithm that keeps the sign.
func slog(n int) float32 {
	if n < 0 {
		return -log(int32(-n))
	}
	return log(int32(n))
}

func share(n int32, of int) float32 {
	if of <= 0 {
		return 0
	}
	return float32(n) / float32(of)
}

func bit(b bool) float32 {
	if b {
		return 1
	}
	return 0
}

func names(fs []feature) []string {
	out := make([]string, len(fs))
	for i, f := range fs {
		out[i] = strings.TrimSpace(f.name)
	}
	return out
}
