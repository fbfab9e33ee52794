package chrome

import (
	"math/bits"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/meta"
	"github.com/newsfact/newsfact/internal/page"
)

// A view is a page with what the features of its blocks are computed from:
// measures of each block, sums over each element, and the groups of blocks
// that stand in the same kind of place.
type view struct {
	p     *page.Page
	b     []blockInfo
	e     []elemInfo
	sigs  map[uint32]*sigInfo
	main  int32 // the element that holds the bulk of the prose most closely
	prose int   // words of prose on the page
	words int
	h1    int // the block that is the headline, or -1
	first int // the first block of prose in main, or -1
	last  int
	body  bool // the head gives the article's text

	// What the first stage said; see stage.
	prob     []float32
	mass     []float32    // words times probability, summed up to a block
	elemMass [][2]float32 // the same by element, and the words
	lo, hi   int          // first and last block of prose that is likely the article's
}

type blockInfo struct {
	text      shape
	tag       atom.Atom
	near, far page.Hints // of the element and two above it, of all above it
	sig       *sigInfo
	titleSim  float32 // share of its words that the headline has
	inTitle   float32 // share of the headline's words that it has
	inBody    float32 // share of its shingles that the head's article text has
	dup       uint8   // 1: its text stood before, 2: stands again, 3: both
	hits      hitInfo
	sinceHead int32 // blocks since a line that heads a section of furniture, or -1
	prose     bool
	inMain    bool
	dist      int32 // steps up from its element to one that holds main, or 0 inside
	before    int   // words of prose before it
}

type elemInfo struct {
	words, prose, text, links int32
	blocks                    int32
	score                     float32
	near, far                 page.Hints
	inMain                    bool
	toMain                    int32 // steps up to an element that holds main
	children                  int32 // elements of the same tag and class under its parent, itself included
}

// sigInfo sums over blocks in the same kind of place: the same tags and
// classes three levels up.
type sigInfo struct {
	blocks, words, text, links, prose int32
	yes, all                          float32
}

// shape is what a piece of text looks like, whatever it says.
type shape struct {
	words, letters, digits, upper, commas, stops int32
	quotes, caps                                 int32 // quotation marks; words that begin with a capital
	joins                                        int32 // small letter, then capital, inside a word: "PoliticsPresident"
	ends                                         bool  // ends as a sentence does
	colon, question, dots                        bool  // ends in one
	starts                                       bool  // begins with a capital, a digit or a mark
	bullet                                       bool
	sentences                                    int32
}

// shapeOf measures s. stop are the function words of the page's language.
func shapeOf(s string, stop *lexicon.Set) shape {
	var h shape
	var buf [32]byte
	word := buf[:0]
	inWord := false
	var prev, last rune = ' ', ' '
	flush := func() {
		if inWord && stop.HasBytes(word) {
			h.stops++
		}
		word, inWord = buf[:0], false
	}
	first := true
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		i += n
		switch {
		case unicode.IsLetter(r):
			h.letters++
			up := unicode.IsUpper(r)
			if up {
				h.upper++
			}
			if !inWord {
				h.words++
				if up {
					h.caps++
				}
				inWord = true
			} else if up && unicode.IsLower(prev) {
				h.joins++
			}
			if len(word) < 24 {
				word = utf8.AppendRune(word, unicode.ToLower(r))
			}
			if first {
				h.starts = up || !unicode.IsLower(r)
			}
		case r >= '0' && r <= '9':
			h.digits++
			if !inWord {
				h.words++
				inWord = true
			}
			if first {
				h.starts = true
			}
		default:
			if r == '\'' || r == '’' {
				if inWord && len(word) < 24 {
					word = append(word, '\'')
				}
				break
			}
			flush()
			switch r {
			case ',', '،', '、', ';':
				h.commas++
			case '"', '“', '”', '«', '»', '„':
				h.quotes++
			case '.', '!', '?', '。', '！', '？', '؟', '।', '…':
				if !isEnd(prev) {
					h.sentences++
				}
			case '•', '▪', '●', '·', '|':
				if first {
					h.bullet = true
				}
			}
			if first && r != ' ' {
				h.starts = true
			}
		}
		if r != ' ' {
			first = false
			prev = r
			if !closing(r) {
				last = r
			}
		} else {
			prev = ' '
		}
	}
	flush()
	h.ends = isEnd(last)
	h.colon = last == ':' || last == '：'
	h.question = last == '?' || last == '？' || last == '؟'
	h.dots = last == '…'
	return h
}

func isEnd(r rune) bool {
	switch r {
	case '.', '!', '?', '。', '！', '？', '؟', '।', '…', '۔':
		return true
	}
	return false
}

func closing(r rune) bool {
	switch r {
	case '"', '”', '’', '\'', '»', ')', ']', '」', '』', '“':
		return true
	}
	return false
}

// look measures a page.
func look(p *page.Page, f *meta.Fields) *view {
	v := &view{p: p, b: make([]blockInfo, len(p.Blocks)), e: make([]elemInfo, len(p.Elems)), h1: -1, first: -1, last: -1}
	stop := lexicon.StopWords(primary(f.Language))
	var scratch lexicon.Scratch
	since := int32(-1)
	for i := range p.Elems {
		e := &p.Elems[i]
		v.e[i].near, v.e[i].far = e.Hints, e.Hints
		if e.Parent >= 0 {
			up := &p.Elems[e.Parent]
			v.e[i].near |= up.Hints
			if up.Parent >= 0 {
				v.e[i].near |= p.Elems[up.Parent].Hints
			}
			v.e[i].far |= v.e[e.Parent].far
		}
	}
	for i := range p.Blocks {
		b, n := &p.Blocks[i], &v.b[i]
		n.text = shapeOf(b.Text, stop)
		n.hits = findHits(b.Text, &scratch)
		if since >= 0 {
			since++
		}
		n.sinceHead = since
		if n.hits.heads() {
			since = 0
		}
		n.text.words = max(n.text.words, b.Words) // scripts without spaces
		n.tag = p.Elems[b.Elem].Tag
		e := &v.e[b.Elem]
		n.near, n.far = e.near|b.Inline, e.far|b.Inline
		n.prose = isProse(b, &n.text)
		v.words += int(n.text.words)
		e.blocks++
		e.words += n.text.words
		e.text += int32(len(b.Text))
		e.links += b.LinkBytes
		if n.prose {
			n.before = v.prose
			v.prose += int(n.text.words)
			e.prose += n.text.words
		} else {
			n.before = v.prose
		}
	}
	v.findMain()
	v.group()
	v.compare(f)
	return v
}

// isProse reports whether a block reads like a paragraph of an article.
func isProse(b *page.Block, s *shape) bool {
	return s.words >= 12 && (s.ends || s.words >= 30) && int(b.LinkBytes)*3 < len(b.Text) && !b.Hidden
}

// findMain sums over elements and picks the one that holds the bulk of the
// prose most closely: the words of each paragraph count for its parent and,
// halved at each step, for the elements above (as in Arc90's Readability).
func (v *view) findMain() {
	p := v.p
	for i := range p.Blocks {
		if !v.b[i].prose {
			continue
		}
		w := float32(v.b[i].text.words)
		if v.b[i].consent() {
			continue
		}
		if v.b[i].far.Has(page.HintComment | page.HintFooter | page.HintCookie | page.HintNav) {
			w /= 4
		}
		// Its own element is the paragraph; what holds paragraphs is above it.
		at := p.Blocks[i].Elem
		if p.Elems[at].Tag != atom.Div && p.Elems[at].Parent >= 0 {
			at = p.Elems[at].Parent
		}
		for k := 0; k < 5 && at >= 0; k++ {
			v.e[at].score += w
			w *= 0.55
			at = p.Elems[at].Parent
		}
	}
	for i := len(p.Elems) - 1; i > 0; i-- {
		e, up := &v.e[i], &v.e[p.Elems[i].Parent]
		up.words += e.words
		up.prose += e.prose
		up.text += e.text
		up.links += e.links
		up.blocks += e.blocks
	}
	for i := range v.e {
		if v.e[i].score > v.e[v.main].score {
			v.main = int32(i)
		}
	}
	holds := make([]bool, len(p.Elems)) // elements that main stands in
	for at := v.main; at >= 0; at = p.Elems[at].Parent {
		holds[at] = true
	}
	for i := range p.Elems {
		e := &v.e[i]
		switch up := p.Elems[i].Parent; {
		case int32(i) == v.main:
			e.inMain = true
		case up >= 0 && v.e[up].inMain:
			e.inMain = true
		case holds[i]:
			e.toMain = 0
		case up >= 0:
			e.toMain = v.e[up].toMain + 1
		}
	}
	for i := range p.Blocks {
		e := &v.e[p.Blocks[i].Elem]
		v.b[i].inMain, v.b[i].dist = e.inMain, e.toMain
		if e.inMain && v.b[i].prose {
			if v.first < 0 {
				v.first = i
			}
			v.last = i
		}
	}
}

// consent reports whether a block is of a demand to agree to cookies: it stands
// right in a place that is called so, or anywhere in one and says so. A class
// far above may be that of a whole page that has been agreed to.
func (n *blockInfo) consent() bool {
	said := n.hits.part == "cookie_notice"
	return n.near.Has(page.HintCookie) && !n.near.Has(page.HintBody|page.HintArticle) || said && (n.far.Has(page.HintCookie) || n.hits.cover > 0.3)
}

// group collects the blocks by the kind of place they stand in.
func (v *view) group() {
	p := v.p
	type key struct {
		parent int32
		class  uint32
	}
	siblings := make(map[key]int32)
	kinds := make([]uint32, len(p.Elems))
	for i := range p.Elems {
		e := &p.Elems[i]
		kinds[i] = mix(uint32(e.Tag), e.Class)
		siblings[key{e.Parent, kinds[i]}]++
	}
	for i := range p.Elems {
		v.e[i].children = siblings[key{p.Elems[i].Parent, kinds[i]}]
	}
	v.sigs = make(map[uint32]*sigInfo)
	for i := range p.Blocks {
		b := &p.Blocks[i]
		sig := uint32(17)
		for k, at := 0, b.Elem; k < 3 && at >= 0; k++ {
			sig = mix(sig, kinds[at])
			at = p.Elems[at].Parent
		}
		s := v.sigs[sig]
		if s == nil {
			s = &sigInfo{}
			v.sigs[sig] = s
		}
		s.blocks++
		s.words += v.b[i].text.words
		s.text += int32(len(b.Text))
		s.links += b.LinkBytes
		if v.b[i].prose {
			s.prose += v.b[i].text.words
		}
		v.b[i].sig = s
	}
}

func mix(h, x uint32) uint32 { return bits.RotateLeft32(h*0x9e3779b1, 5) ^ x*0x85ebca6b }

// compare measures the blocks against the headline, against the article's
// text where the head gives it, and against each other.
func (v *view) compare(f *meta.Fields) {
	p := v.p
	title := newBag()
	for _, t := range f.Titles {
		title.add(t)
	}
	var longest int
	for _, t := range f.Titles[:min(1, len(f.Titles))] {
		longest = countBag(t)
	}
	body := newShingles(f.Body)
	v.body = body.len() > 30
	seen := make(map[uint64]int, len(p.Blocks))
	for i := range p.Blocks {
		n, s := &v.b[i], p.Blocks[i].Text
		h := hashFolded(s)
		if j, ok := seen[h]; ok {
			n.dup |= 1
			v.b[j].dup |= 2
		}
		seen[h] = i
		if n.text.words <= 60 && title.len() > 0 {
			hit, all := title.hits(s)
			if all > 0 {
				n.titleSim = float32(hit) / float32(all)
			}
			if longest > 0 {
				n.inTitle = min(1, float32(hit)/float32(longest))
			}
		}
		if v.body {
			n.inBody = body.share(s)
		}
		if v.h1 < 0 && (n.tag == atom.H1 && n.inTitle > 0.5 || n.titleSim > 0.9 && n.inTitle > 0.9 && n.text.words > 2 && !n.far.Has(page.HintNav|page.HintRelated)) {
			v.h1 = i
		}
	}
}

func primary(tag string) string {
	for i := 0; i < len(tag); i++ {
		if tag[i] == '-' || tag[i] == '_' {
			return tag[:i]
		}
	}
	return tag
}
