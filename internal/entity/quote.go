package entity

import (
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
)

// speaks reports whether r is the speaker of the quotation that a pronoun of
// the third person stands in, or is spoken of in the quotation whose source the
// pronoun is.
func (l *linker) speaks(p pronoun, r int32) bool {
	if q := l.quotedIn(p.i); q >= 0 {
		if h := l.Statements[q].SourceHead; h >= 0 && l.referentAt(int(h)) == r {
			return true
		}
	}
	if q := l.quotedIn(int(l.refs[r].last)); q >= 0 && int(l.Statements[q].SourceHead) == p.i && !l.first(int(l.refs[r].last)) {
		return true
	}
	return false
}

func (l *linker) first(i int) bool { return l.readPronoun(i).person == '1' }

// quotes fills in the statement in whose quoted words each token stands, the
// innermost one.
func (l *linker) quotes() {
	direct := false
	for _, s := range l.Statements {
		direct = direct || s.Quotation != speech.Indirect
	}
	if !direct {
		return
	}
	l.quoted = make([]int32, len(l.Tokens))
	for i := range l.quoted {
		l.quoted[i] = -1
	}
	depth := make([]int, len(l.Statements))
	for n, s := range l.Statements {
		if s.Parent >= 0 && s.Parent < n {
			depth[n] = depth[s.Parent] + 1
		}
		if s.Quotation == speech.Indirect || depth[n] > 8 {
			continue
		}
		for _, c := range s.Content {
			for i := max(0, c.First); i < min(c.Last, int32(len(l.Tokens))); i++ {
				l.quoted[i] = int32(n)
			}
		}
	}
}

// quotedIn returns the statement in whose quoted words token i stands, or -1.
func (l *linker) quotedIn(i int) int {
	if l.quoted == nil || i < 0 {
		return -1
	}
	return int(l.quoted[i])
}

// speakers links the pronouns of the first person in a quotation to whose
// words it gives.
func (l *linker) speakers() {
	for k, m := range l.Mentions {
		if m.Level != mention.Pronoun || l.of[k] >= 0 {
			continue
		}
		q := l.quotedIn(int(m.Head))
		if q < 0 {
			continue
		}
		h := int(l.Statements[q].SourceHead)
		if h < 0 || !l.first(int(m.Head)) {
			continue
		}
		l.of[k] = l.referentAt(h)
	}
}
