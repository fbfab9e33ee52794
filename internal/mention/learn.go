package mention

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/newsfact/newsfact/internal/syntax"
)

// A Lesson is a text with the names that are known of it, for Learn.
type Lesson struct {
	Source string // names the document, "" for one that is not scored
	Text   *syntax.Text
	Names  []LessonName
	// Free are the stretches, as tokens, in which no person, organization or
	// place is named that counts; Open are those of which nothing is known.
	Free, Open [][2]int
}

// A LessonName is a name and all the spans that count as exact.
type LessonName struct {
	Kind   Kind // Person, Organization, Place, Group, or Work for what else has a name
	Accept [][2]int
}

// Options of Learn; zero means the default.
type Options struct {
	Epochs int
	Rate   float64 // the step of AdaGrad
	Decay  float64 // pull of the weights to zero
	Hide   float64 // the share of tokens that are learned without their letters
	Least  int     // how often a feature must be seen
	Seed   uint64
}

// A learner holds the weights while they are learned.
type learner struct {
	o                 Options
	token, span       []float32
	tokenG, spanG     []float32 // AdaGrad's sums
	tokenSum, spanSum []float64
	steps             float64
	rng               *rand.Rand
}

// A lessonRun is one run with its rows and what is allowed in it.
type lessonRun struct {
	n       int
	open    [][]uint32   // rows of each token
	hidden  [][]uint32   // the same without its letters
	spans   []lessonSpan // every possible name
	outside []bool       // whether each token may be outside of names
}

type lessonSpan struct {
	i, j         int
	allowed      uint8 // kinds, as bits
	open, hidden []uint32
}

// Learn returns the bytes of a model. It is deterministic.
func Learn(lessons []Lesson, o Options) []byte {
	var runs []*lessonRun
	for _, l := range lessons {
		runs = append(runs, l.runs()...)
	}
	var token, span counter
	for _, r := range runs {
		for i := range r.open {
			token.count(r.open[i])
			token.count(r.hidden[i])
		}
		for i := range r.spans {
			span.count(r.spans[i].open)
			span.count(r.spans[i].hidden)
		}
	}
	// Most spans are none that anyone would take for a name; what only they
	// have is learned once it is frequent.
	token.number(o.Least)
	span.number(2 * o.Least)
	for _, r := range runs {
		for i := range r.open {
			r.open[i] = token.translate(r.open[i])
			r.hidden[i] = token.translate(r.hidden[i])
		}
		for i := range r.spans {
			r.spans[i].open = span.translate(r.spans[i].open)
			r.spans[i].hidden = span.translate(r.spans[i].hidden)
		}
	}
	nt, ns := labels*len(token.hashes), kindsLearned*len(span.hashes)
	l := &learner{o: o, token: make([]float32, nt), span: make([]float32, ns), tokenG: make([]float32, nt), spanG: make([]float32, ns),
		tokenSum: make([]float64, nt), spanSum: make([]float64, ns), rng: rand.New(rand.NewPCG(o.Seed, 1))}
	averaged := 0
	for e := range o.Epochs {
		l.rng.Shuffle(len(runs), func(a, b int) { runs[a], runs[b] = runs[b], runs[a] })
		for _, r := range runs {
			l.learn(r)
		}
		if e >= o.Epochs/2 { // the mean of the later epochs
			averaged++
			for i, w := range l.token {
				l.tokenSum[i] += float64(w)
			}
			for i, w := range l.span {
				l.spanSum[i] += float64(w)
			}
		}
	}
	for _, s := range [][]float64{l.tokenSum, l.spanSum} {
		for i := range s {
			s[i] /= float64(averaged)
		}
	}
	out := []byte(magic)
	out = token.write(out, l.tokenSum, labels)
	return span.write(out, l.spanSum, kindsLearned)
}

// A counter numbers the features that are frequent enough to learn from.
type counter struct {
	seen   map[uint32]int32
	hashes []uint32 // sorted
	index  map[uint32]uint32
}

func (c *counter) count(features []uint32) {
	if c.seen == nil {
		c.seen = make(map[uint32]int32)
	}
	for _, h := range features {
		c.seen[h]++
	}
}

// number keeps the features that were seen least times. Every token is counted
// twice, with its letters and without.
func (c *counter) number(least int) {
	for h, n := range c.seen {
		if int(n) >= least {
			c.hashes = append(c.hashes, h)
		}
	}
	slices.Sort(c.hashes)
	c.index = make(map[uint32]uint32, len(c.hashes))
	for i, h := range c.hashes {
		c.index[h] = uint32(i)
	}
}

func (c *counter) translate(features []uint32) []uint32 {
	out := features[:0]
	for _, h := range features {
		if i, ok := c.index[h]; ok {
			out = append(out, i)
		}
	}
	return out
}

// write appends the features that weigh anything.
func (c *counter) write(out []byte, w []float64, width int) []byte {
	var hashes, rows []byte
	n := 0
	for i, h := range c.hashes {
		row := make([]byte, width)
		some := false
		for k, v := range w[i*width : (i+1)*width] {
			q := int8(max(-127, min(127, math.RoundToEven(v*unit))))
			row[k] = byte(q)
			some = some || q >= lightest || q <= -lightest
		}
		if some {
			n++
			hashes = binary.LittleEndian.AppendUint32(hashes, h)
			rows = append(rows, row...)
		}
	}
	out = binary.LittleEndian.AppendUint32(out, uint32(n))
	return append(append(out, hashes...), rows...)
}

// lightest is the least weight, in units, for which a feature is kept.
const lightest = 4

// unit is how many steps of a stored weight make one.
const unit = 32

// runs reads the runs of a lesson.
func (l *Lesson) runs() (out []*lessonRun) {
	f := newFinder(l.Text)
	kind := func(k Kind) int {
		switch k {
		case Person:
			return learnedPerson
		case Organization:
			return learnedOrganization
		case Place:
			return learnedPlace
		case Group:
			return learnedGroup
		}
		return learnedOther
	}
	must := make([]bool, len(f.words))
	free := make([]bool, len(f.words))
	type key struct{ i, j int }
	allowed := map[key]uint8{}
	for _, s := range l.Free {
		for i := s[0]; i < s[1]; i++ {
			free[i] = true
		}
	}
	open := make([]bool, len(f.words))
	for _, s := range l.Open {
		for i := s[0]; i < s[1]; i++ {
			open[i] = true
		}
	}
	inRun := make([]int, len(f.words))
	n := 0
	f.runs(func(first, last int) {
		n++
		for i := first; i < last; i++ {
			inRun[i] = n
		}
	})
	for _, m := range l.Names {
		cover := map[int]int{}
		usable := 0
		for _, s := range m.Accept {
			if s[0] < s[1] && inRun[s[0]] != 0 && inRun[s[0]] == inRun[s[1]-1] && s[1]-s[0] <= maxName && f.begins(s[0]) && f.ends(s[1]-1) {
				usable++
				allowed[key{s[0], s[1]}] |= 1 << kind(m.Kind)
				for i := s[0]; i < s[1]; i++ {
					cover[i]++
				}
			}
		}
		for i, c := range cover {
			must[i] = must[i] || c == usable
		}
		if usable == 0 {
			for _, s := range m.Accept {
				for i := s[0]; i < s[1]; i++ {
					open[i] = true
				}
			}
		}
	}
	f.runs(func(from, to int) {
		sent := f.Sentences[f.SentenceOf(from)]
		first, last := int(sent.First), int(sent.Last)
		f.listPhrases(from, to)
		r := &lessonRun{n: to - from}
		for i := from; i < to; i++ {
			r.open = append(r.open, f.tokenFeatures(nil, i, from, to, first, last, true))
			r.hidden = append(r.hidden, f.tokenFeatures(nil, i, from, to, first, last, false))
			r.outside = append(r.outside, !must[i])
		}
		for j := from + 1; j <= to; j++ {
			if !f.ends(j - 1) {
				continue
			}
			for i := j - 1; i >= from && j-i <= maxName; i-- {
				if !f.begins(i) {
					continue
				}
				s := lessonSpan{i: i - from, j: j - from, allowed: allowed[key{i, j}]}
				allFree, allOpen := true, true
				for k := i; k < j; k++ {
					allFree = allFree && free[k]
					allOpen = allOpen && open[k]
				}
				switch {
				case s.allowed != 0:
				case allOpen:
					s.allowed = 1<<kindsLearned - 1
				case allFree:
					s.allowed = 1 << learnedGroup
				}
				if s.allowed == 0 && f.traitsOf(i, j)&(isDemonym|isPeople) != 0 && !must[i] {
					s.allowed = 1 << learnedGroup
				}
				s.open = f.spanFeatures(nil, i, j, from, to, first, last, true)
				s.hidden = f.spanFeatures(nil, i, j, from, to, first, last, false)
				r.spans = append(r.spans, s)
			}
		}
		out = append(out, r)
	})
	return out
}

// learn takes one step towards what is allowed in r: the gradient is the
// difference of what the model expects of all ways to cut the run and of the
// allowed ones.
func (l *learner) learn(r *lessonRun) {
	hide := l.rng.Float64() < l.o.Hide
	rows := r.open
	if hide {
		rows = r.hidden
	}
	score := make([][labels]float64, r.n)
	for i := range score {
		for _, row := range rows[i] {
			w := l.token[int(row)*labels:][:labels]
			for k, v := range w {
				score[i][k] += float64(v)
			}
		}
	}
	spans := make([][kindsLearned]float64, len(r.spans))
	for x, s := range r.spans {
		srows := s.open
		if hide {
			srows = s.hidden
		}
		for k := range kindsLearned {
			for _, row := range srows {
				spans[x][k] += float64(l.span[int(row)*kindsLearned+k])
			}
			if s.j-s.i == 1 {
				spans[x][k] += score[s.i][label(k, single)]
				continue
			}
			spans[x][k] += score[s.i][label(k, opening)] + score[s.j-1][label(k, closing)]
			for t := s.i + 1; t < s.j-1; t++ {
				spans[x][k] += score[t][label(k, inside)]
			}
		}
	}
	gt := make([][labels]float64, r.n)
	gs := make([][kindsLearned]float64, len(r.spans))
	if !r.expect(score, spans, true, gt, gs, -1) {
		return // nothing is allowed: names that cross
	}
	r.expect(score, spans, false, gt, gs, 1)
	for i := range gt {
		for k, g := range gt[i] {
			if math.Abs(g) < 1e-4 {
				continue
			}
			for _, row := range rows[i] {
				l.step(l.token, l.tokenG, int(row)*labels+k, g)
			}
		}
	}
	for x, s := range r.spans {
		srows := s.open
		if hide {
			srows = s.hidden
		}
		for k, g := range gs[x] {
			if math.Abs(g) < 1e-4 {
				continue
			}
			for _, row := range srows {
				l.step(l.span, l.spanG, int(row)*kindsLearned+k, g)
			}
		}
	}
}

func (l *learner) step(w, sum []float32, i int, g float64) {
	g += l.o.Decay * float64(w[i])
	sum[i] += float32(g * g)
	w[i] -= float32(l.o.Rate * g / math.Sqrt(float64(sum[i])+1e-2))
}

// expect adds sign times what the model expects of each label and span to gt
// and gs, over all ways or the allowed ones. It reports whether there is any.
func (r *lessonRun) expect(score [][labels]float64, spans [][kindsLearned]float64, bound bool, gt [][labels]float64, gs [][kindsLearned]float64, sign float64) bool {
	inf := math.Inf(-1)
	alpha, beta := make([]float64, r.n+1), make([]float64, r.n+1)
	for j := 1; j <= r.n; j++ {
		alpha[j] = inf
	}
	x := 0
	for j := 1; j <= r.n; j++ { // spans stand by their end
		if !bound || r.outside[j-1] {
			alpha[j] = logAdd(alpha[j], alpha[j-1]+score[j-1][0])
		}
		for ; x < len(r.spans) && r.spans[x].j == j; x++ {
			for k := range kindsLearned {
				if !bound || r.spans[x].allowed>>k&1 != 0 {
					alpha[j] = logAdd(alpha[j], alpha[r.spans[x].i]+spans[x][k])
				}
			}
		}
	}
	z := alpha[r.n]
	if math.IsInf(z, -1) {
		return false
	}
	for i := 0; i < r.n; i++ {
		beta[i] = inf
	}
	x = len(r.spans) - 1
	for j := r.n; j >= 1; j-- {
		if !bound || r.outside[j-1] {
			v := beta[j] + score[j-1][0]
			beta[j-1] = logAdd(beta[j-1], v)
			gt[j-1][0] += sign * math.Exp(alpha[j-1]+v-z)
		}
		for ; x >= 0 && r.spans[x].j == j; x-- {
			s := &r.spans[x]
			for k := range kindsLearned {
				if bound && s.allowed>>k&1 == 0 {
					continue
				}
				v := beta[j] + spans[x][k]
				beta[s.i] = logAdd(beta[s.i], v)
				p := sign * math.Exp(alpha[s.i]+v-z)
				gs[x][k] += p
				if j-s.i == 1 {
					gt[s.i][label(k, single)] += p
					continue
				}
				gt[s.i][label(k, opening)] += p
				gt[j-1][label(k, closing)] += p
				for t := s.i + 1; t < j-1; t++ {
					gt[t][label(k, inside)] += p
				}
			}
		}
	}
	return true
}

func logAdd(a, b float64) float64 {
	if a < b {
		a, b = b, a
	}
	if math.IsInf(b, -1) {
		return a
	}
	return a + math.Log1p(math.Exp(b-a))
}
