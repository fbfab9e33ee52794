package model

// An Arc is what the network says of a word: its tag, its head as an index
// into the words (-1 for the root) and the label of the arc.
type Arc struct {
	Head     int32
	Tag, Rel uint8
}

// Parse fills out, one arc a word. The arcs of a sentence are a tree with one
// root. Time and memory grow with the square of the length: cut what is long.
func (m *Model) Parse(words []Word, out []Arc) {
	if len(words) == 0 {
		return
	}
	n := &m.Network
	p, _ := n.scratch.Get().(*parse)
	if p == nil {
		p = new(parse)
	}
	defer n.scratch.Put(p)
	n.read(p, words)
	n.scores(p, len(words)+1)
	n.arcs(p, out)
	m.vote(p, words, out)
}

// arcs finds the tree and its labels.
func (n *Network) arcs(p *parse, out []Arc) {
	m := len(out) + 1
	heads := p.tree.decode(p.score[:m*m], m)
	p.r, p.out = grow(p.r, n.Label), grow(p.out, n.rel.out)
	at := n.tags + 2*n.Arc
	for d := 1; d < m; d++ {
		h := int(heads[d])
		out[d-1].Head = int32(h - 1)
		r := p.r
		dep := p.top[d*n.top.out+at:][:len(r)]
		head := p.top[h*n.top.out+at+n.Label:][:len(r)]
		dist := n.labDist[Bucket(d, h)*n.Label:][:len(r)]
		for k := range r {
			r[k] = leaky(dep[k] + head[k] + dist[k])
		}
		n.rel.apply(p.out, r)
		out[d-1].Rel = uint8(argmax(p.out))
	}
}

// taggerVote is what one step of the tagger's weights counts beside the
// network's scores. On gum_dev the network alone has 95.2 % of the tags right,
// the tagger 94.9 %, and both 95.5 %; between 0.01 and 0.04 it hardly matters.
const taggerVote = 0.02

// sureTag is by how much a tag must lead in the network's scores to need no
// vote. No tag of gum_dev or ewt_dev changes by it, and the parser is a tenth
// faster.
const sureTag = 6

// vote gives each word its tag.
func (m *Model) vote(p *parse, words []Word, out []Arc) {
	t := &m.Tagger
	c := &p.context
	*c = Context{}
	c.start(words, t.Cluster)
	for i := range words {
		k := t.dict.find(DictKey(&words[i]))
		if k < 0 {
			k = m.elect(c, i, p.top[(i+1)*m.top.out:][:m.tags])
		}
		out[i].Tag = uint8(k)
		c.Set(i, uint8(k))
	}
	*c = Context{} // drop the words
}

// elect gives word i the tag that the network's scores and the tagger's make
// the best. Where the network is sure the tagger is not asked.
func (m *Model) elect(c *Context, i int, score []float32) int32 {
	best := argmax(score)
	top := score[best]
	next := float32(-1e30)
	for tag, v := range score {
		if v > next && tag != best {
			next = v
		}
	}
	if top-next > sureTag {
		return int32(best)
	}
	c.Features(i)
	s := m.Tagger.add(&c.f)
	top = -1e30
	for tag, v := range score {
		if v += taggerVote * float32(s.of(tag)); v > top {
			best, top = tag, v
		}
	}
	return int32(best)
}

// scores computes the top layer and the scores of the arcs.
func (n *Network) scores(p *parse, m int) {
	h, a, t := n.Hidden, n.Arc, n.top.out
	p.top, p.a, p.q, p.score = grow(p.top, m*t), grow(p.a, m*a), grow(p.q, a), grow(p.score, m*m)
	copy(p.top[:t], n.rootTop)
	for i := 1; i < m; i++ {
		n.top.apply(p.top[i*t:][:t], p.v[i*2*h:][:2*h], 1)
		n.bend(p.top[i*t:][:t])
	}
	for i := range m {
		copy(p.a[i*a:][:a], p.top[i*t+n.tags+a:])
	}
	heads := linear{in: a, out: m, w: p.a}
	for i := 1; i < m; i++ {
		n.u.apply(p.q, p.top[i*t+n.tags:][:a])
		s := p.score[i*m:][:m]
		for j := range s {
			s[j] = 0
			if j != i {
				s[j] = n.dist[Bucket(i, j)]
			}
		}
		heads.add(s, p.q)
		s[i] = -1e9
	}
}

// bend puts a word's stand as a dependent and as a head through leaky.
func (n *Network) bend(top []float32) {
	s := top[n.tags:][:2*n.Arc]
	for i, v := range s {
		s[i] = leaky(v)
	}
}

func leaky(x float32) float32 {
	if x < 0 {
		return 0.1 * x
	}
	return x
}

func argmax(s []float32) int {
	b := 0
	for i, v := range s {
		if v > s[b] {
			b = i
		}
	}
	return b
}
