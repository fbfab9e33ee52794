package entity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

// A marked text is one with its answers inside: {p1 Jan Holm} is a name of a
// person, {o1 …} of an organisation, {l1 …} of a place, {g1 …} of a group; the
// same id is the same one. [p1 he] must stand for p1, and [- it] for nothing.
type marked struct {
	text  string
	names []mark
	marks []mark
}

type mark struct {
	id         string
	start, end int
}

func parseMarked(s string) marked {
	var m marked
	var b strings.Builder
	for s != "" {
		at := strings.IndexAny(s, "{[")
		if at < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:at])
		end := strings.IndexAny(s[at:], "}]") + at
		id, inner, ok := strings.Cut(s[at+1:end], " ")
		if !ok {
			panic("mark without an id in " + s)
		}
		x := mark{id, b.Len(), b.Len() + len(inner)}
		if s[at] == '{' {
			m.names = append(m.names, x)
		} else {
			m.marks = append(m.marks, x)
		}
		b.WriteString(inner)
		s = s[end+1:]
	}
	m.text = b.String()
	return m
}

func (m *marked) link() *Text {
	tree := syntax.Parse(token.New(m.text))
	ms := complete(tree, m.mentions(tree))
	return Link(tree, ms, speech.Find(tree, ms))
}

// mentions are the names of the text.
func (m *marked) mentions(tree *syntax.Text) (names []mention.Mention) {
	kinds := map[byte]mention.Kind{'p': mention.Person, 'o': mention.Organization, 'l': mention.Place, 'g': mention.Group}
	for _, n := range m.names {
		names = append(names, nameAt(tree, n.start, n.end, kinds[n.id[0]]))
	}
	return names
}

// check holds the links to the marks.
func (m *marked) check(t *testing.T, x *Text) {
	t.Helper()
	of := make(map[string]int)
	ids := make(map[int]string)
	for _, n := range m.names {
		e := -1
		for k, o := range x.Mentions {
			if int(x.Tokens[o.First].Start) == n.start && o.Level == mention.Name {
				e = int(x.Of[k])
			}
		}
		if old, ok := of[n.id]; ok && old != e {
			t.Errorf("%s: %q is not of the entity of the first %s", m.text, m.text[n.start:n.end], n.id)
		}
		if id, ok := ids[e]; ok && id != n.id {
			t.Errorf("%s: %q is of one entity with %s", m.text, m.text[n.start:n.end], id)
		}
		of[n.id], ids[e] = e, n.id
	}
	for _, n := range m.marks {
		want, ok := of[n.id]
		if !ok {
			want = -1
		}
		if got := x.At(x.headOf(n.start, n.end)); got != want {
			name := "nothing"
			if got >= 0 {
				name = x.Entities[got].Name
			}
			t.Errorf("%s: %q stands for %s, want %s", m.text, m.text[n.start:n.end], name, n.id)
		}
	}
}

// headOf is the token between two offsets that depends on one outside.
func (t *Text) headOf(start, end int) int {
	return int(nameAt(t.Text, start, end, mention.None).Head)
}

func TestMarked(t *testing.T) {
	t.Parallel()
	for _, s := range []string{
		// Names of people.
		"{p1 Aliyev} visits {l1 Tbilisi}. {p1 Ilham Aliyev} arrived on Monday, and {p1 Aliyev} left on Tuesday.",
		"{p1 Ilham Aliyev} spoke of {p2 Heydar Aliyev}. {p1 Aliyev} praised the airport.",
		"{p1 John Marten} and his wife {p2 Clara Marten} came. Mrs {p2 Marten} spoke first, then Mr {p1 Marten}.",
		"{p1 Volodymyr Zelenskyy} met the envoy. {p1 Vladimir Zelensky} thanked her, and {p1 Zelensky} left.",
		"{p1 J. Smith} wrote it. {p1 John Smith} and {p2 Jane Smith} agreed.",
		"{p1 Ursula von der Leyen} came; {p1 von der Leyen} spoke.",
		"{p1 Xi Jinping} met {p2 Lee Jae Myung}. {p1 Xi} smiled, and {p2 Lee} nodded.",
		"{p1 Enrique Peña Nieto} won. {p1 Peña Nieto} thanked the voters.",
		"{p1 Pope Francis} arrived in {l1 Rome}. {p1 Francis} waved.",
		// Names of organisations.
		"The {o1 International Monetary Fund} ({o1 IMF}) lent more. The {o1 IMF} was pleased.",
		"{o1 Gazprom Neft} gained, and {o2 Gazprom} lost.",
		"The {o1 Russian Foreign Ministry} objected. The {o1 Foreign Ministry} gave no reason.",
		"{o1 Boeing Company} sold two. {o1 Boeing} was glad.",
		"The {o1 Supreme Court of Canada} met. The {o1 Supreme Court} agreed.",
		"The {o1 Movimento 5 Stelle} ({o1 M5S}) won.",
		"{o1 Deutsche Bank} and {o2 Commerzbank} talked.",
		// Places.
		"The {l1 United States} and {l2 Mexico} agreed. {l1 America} pays, the {l1 U.S.} said, and {l3 Mexico City} waits.",
		"{l1 Türkiye} sent aid; {l1 Turkey} said so.",
		"{l1 North Korea} and {l2 South Korea} met. The {l1 North} sent a letter, and the {l2 South} read it.",
		"{l1 Moscow} denied it, and {l2 Russia} recalled two envoys.",
		"{g1 Turkish} drones flew over {l1 Turkey}, and {g1 Turks} cheered.",
		// Titles, appositions, descriptions.
		"[p1 President] {p1 Jan Holm} met the press. The [p1 president] was tired.",
		"{p1 Jan Holm}, the [p1 envoy], left. The [p1 envoy] will return.",
		"The foreign [p1 minister], {p1 Jan Holm}, met the prime [p2 minister], {p2 Ana Lind}. The prime [p2 minister] smiled, and the foreign [p1 minister] left.",
		"The {o1 Ministry of Defence} bought ships. The [o1 ministry] paid at once.",
		"{o1 Acme Shipping} is a company from {l1 Oslo}. The [o1 company] has two ships.",
		"{l1 Uzbekistan} signed. The [l1 country] was glad.",
		"Texas student {p1 Ahmed Mohamed} inspires others. {p1 Mohamed} brought a clock, and a teacher thought it was a bomb. Police questioned the [p1 student].",
		// Pronouns.
		"{p1 Jan Holm} said [p1 he] would see {p2 Ana Lind} before [p2 she] left.",
		"{p1 Amneh Jafari} came late. [p1 She] sat down.",
		"{p1 Jan Holm} hurt [p1 himself].",
		"{p1 Jan Holm} met {p2 Per Dahl}. [p1 His] father knew.",
		"[- It] rained when {o1 Acme Shipping} met.",
		"[- It] is clear that {o1 Acme Shipping} has sold the ship.",
		"{p1 Jan Holm}, [p1 who] won, was glad.",
	} {
		t.Run(s[:min(len(s), 30)], func(t *testing.T) {
			t.Parallel()
			m := parseMarked(s)
			m.check(t, m.link())
		})
	}
}

// TestSpeakers gives the statements by hand, since they are package speech's.
func TestSpeakers(t *testing.T) {
	t.Parallel()
	m := parseMarked("\"[p1 I] trust [p1 my] team and [- you],\" said {p1 Jan Holm}. \"[p1 We] won,\" {p2 Per Dahl} heard.")
	tree := syntax.Parse(token.New(m.text))
	names := []mention.Mention{nameAt(tree, m.names[0].start, m.names[0].end, mention.Person), nameAt(tree, m.names[1].start, m.names[1].end, mention.Person)}
	ms := complete(tree, names)
	quote := func(from, to int) speech.Span {
		return speech.Span{First: int32(tree.TokenAt(from)), Last: int32(tree.TokenAt(to))}
	}
	second := strings.Index(m.text, "We")
	x := Link(tree, ms, []speech.Statement{
		{Content: []speech.Span{quote(1, strings.Index(m.text, ",\""))}, SourceHead: names[0].Head, AddresseeHead: -1, Quotation: speech.Direct, Parent: -1},
		{Content: []speech.Span{quote(second, second+6)}, SourceHead: names[0].Head, AddresseeHead: -1, Quotation: speech.Direct, Parent: -1, Implied: true},
	})
	m.check(t, x)
}

func TestEntities(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"{p1 Aliyev} met {p1 Ilham Aliyev}'s aide.", "person Ilham Aliyev [Aliyev] m"},
		{"{l1 U.S.} and the {l1 United States of America}", "place United States [U.S.; United States of America] US"},
		{"{p1 Володимир Зеленський} приїхав.", "person Volodymyr Zelenskyy [Володимир Зеленський] m"},
		{"French President {p1 Pierre Moreau} spoke.", "person Pierre Moreau [] FR m"},
		{"{l1 Turkey}'s foreign minister {p1 Ali Demir} spoke.", "place Turkey [] TR; person Ali Demir [] TR m"},
		{"{p1 Rauf Hasanli}, the minister of {l1 Azerbaijan}, spoke.", "person Rauf Hasanli [] AZ m; place Azerbaijan [] AZ"},
		{"The {o1 Ministry of Defence of Azerbaijan} spoke.", "organization Ministry of Defence of Azerbaijan [] AZ"},
		{"{g1 Turkish} drones", "group Turkish [] TR"},
		{"{l1 BAKU} and {l1 Baku}", "place Baku [BAKU] AZ"},
		{"{p1 J. Doe} and {p1 John Doe}", "person John Doe [J. Doe] m"},
	} {
		m := parseMarked(c.text)
		x := m.link()
		var out []string
		for _, e := range x.Entities {
			s := fmt.Sprintf("%v %s [%s]", e.Kind, e.Name, strings.Join(e.Aliases, "; "))
			for _, v := range []string{e.Country, e.Gender.String()} {
				if v != "" {
					s += " " + v
				}
			}
			out = append(out, s)
		}
		if got := strings.Join(out, "; "); got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.text, got, c.want)
		}
	}
}
