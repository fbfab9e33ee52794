package fact

import (
	"fmt"
	"strings"
	"sync"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A frame is a lexicon.Frame made ready.
type frame struct {
	kind  Kind
	words []string
	class byte // v, n, a, p
	items []item

	negative bool   // the words themselves deny: "lost the election"
	harm     string // of a casualty
	weight   int    // what its own words add or take where frames compete
	bare     bool   // a noun that needs no argument
	modal    bool   // the trigger is the modal verb of the clause
}

// An item of a valency ties a slot to a role, under a condition.
type item struct {
	path      []string // slots from the trigger inwards: obj, poss
	words     []string // what the filler must be: lemmas and classes; none for anything
	not       bool     // it must be none of words
	role      Role
	required  bool
	forbidden bool // a filler rules the frame out
	more      bool // adds to a role that is filled
}

// index holds the frames by the lemma that is looked up first.
type index struct {
	first map[string][]*frame // verbs, adjectives and phrases by their first word
	last  map[string][]*frame // nouns by their last
}

var compiled = sync.OnceValue(func() *index {
	x := &index{make(map[string][]*frame), make(map[string][]*frame)}
	for _, lf := range lexicon.Frames() {
		f, err := compile(lf)
		if err != nil {
			panic(fmt.Sprintf("fact: frames/%s.txt: %q: %v", lf.Kind, strings.Join(lf.Words, " "), err))
		}
		if f.class == 'n' {
			w := f.words[len(f.words)-1]
			x.last[w] = append(x.last[w], f)
		} else {
			x.first[f.words[0]] = append(x.first[f.words[0]], f)
		}
	}
	return x
})

var rolesByName = sync.OnceValue(func() map[string]Role {
	m := make(map[string]Role)
	for r := Source; r < numRoles; r++ {
		m[r.String()] = r
	}
	return m
})

func compile(lf lexicon.Frame) (*frame, error) {
	f := &frame{words: lf.Words, class: lf.Class[0]}
	var ok bool
	if f.kind, ok = KindNamed(lf.Kind); !ok {
		return nil, fmt.Errorf("no kind %q", lf.Kind)
	}
	if len(lf.Class) != 1 || !strings.Contains("vnap", lf.Class) {
		return nil, fmt.Errorf("no class %q", lf.Class)
	}
	for _, s := range lf.Items {
		switch {
		case s == "negative":
			f.negative = true
		case s == "weak":
			f.weight -= 4
		case s == "strong":
			f.weight += 4
		case s == "modal":
			f.modal = true
		case s == "bare":
			f.bare = true
		case strings.HasPrefix(s, "harm:"):
			f.harm = s[len("harm:"):]
		default:
			it, err := parseItem(s)
			if err != nil {
				return nil, err
			}
			f.items = append(f.items, it)
		}
	}
	return f, nil
}

// parseItem reads "obj.of:@who|war=recipient!".
func parseItem(s string) (item, error) {
	var it item
	rest := s
	if rest, it.forbidden = strings.CutPrefix(rest, "-"); !it.forbidden {
		rest, it.required = strings.CutSuffix(rest, "!")
		rest, it.more = strings.CutSuffix(rest, "+")
	}
	rest, role, hasRole := strings.Cut(rest, "=")
	if hasRole {
		r, ok := rolesByName()[role]
		if !ok {
			return it, fmt.Errorf("no role in %q", s)
		}
		it.role = r
	} else if !it.forbidden && !it.required {
		return it, fmt.Errorf("%q asks for nothing", s)
	}
	path, words, hasWords := strings.Cut(rest, ":")
	it.path = strings.Split(path, ".")
	if hasWords {
		words, it.not = strings.CutPrefix(words, "^")
		it.words = strings.Split(words, "|")
	}
	for _, p := range it.path {
		if p == "" {
			return it, fmt.Errorf("no slot in %q", s)
		}
	}
	return it, nil
}
