package entity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/linear"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

// hostile are texts that make an entity linker slow, n units of each.
var hostile = map[string]func(n int) string{
	"people": func(n int) string {
		return repeat(n, func(i int) string { return fmt.Sprintf("Jan Holm%s said no. ", letters26(i)) })
	},
	"one surname":  func(n int) string { return repeat(n, func(i int) string { return letters26(i) + "an Holm said no. " }) },
	"he":           func(n int) string { return "Jan Holm left. " + strings.Repeat("He said he would. ", n) },
	"he, no stops": func(n int) string { return "Jan Holm left and " + strings.Repeat("he said ", n) },
	"firms": func(n int) string {
		return repeat(n, func(i int) string { return letters26(i) + " Bank of Trade grew. " })
	},
	"the minister": func(n int) string { return strings.Repeat("The minister met the foreign minister. ", n) },
	"acronyms": func(n int) string {
		return repeat(n, func(i int) string {
			return strings.ToUpper(letters26(i)) + " (" + strings.ToUpper(letters26(i+1)) + ") grew. "
		})
	},
	"titles":   func(n int) string { return strings.Repeat("President ", n) + "Holm" },
	"one name": func(n int) string { return strings.Repeat("Holm ", n) },
}

func repeat(n int, f func(int) string) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(f(i))
	}
	return b.String()
}

// letters26 writes a number in letters.
func letters26(i int) string {
	s := string(rune('A' + i%26))
	for i /= 26; i > 0; i /= 26 {
		s += string(rune('a' + i%26))
	}
	return s
}

// properNouns makes a mention of each run of proper nouns, of the kind.
func properNouns(t *syntax.Text, k mention.Kind) []mention.Mention {
	var out []mention.Mention
	for i := 0; i < len(t.Tokens); i++ {
		c := t.Word(i)[0]
		if c < 'A' || c > 'Z' || len(t.Word(i)) == 2 && t.Word(i)[1] == 'e' || t.Word(i) == "The" {
			continue
		}
		j := i + 1
		for j < len(t.Tokens) && t.Word(j)[0] >= 'A' && t.Word(j)[0] <= 'Z' && j-i < 50 {
			j++
		}
		out = append(out, nameAt(t, int(t.Tokens[i].Start), int(t.Tokens[j-1].End), k))
		i = j
	}
	return out
}

// TestLinear holds Link to time near linear in the text: ten times the text
// may take at most some twenty times as long.
func TestLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes some seconds")
	}
	for name, text := range hostile {
		kind := mention.Person
		if name == "firms" || name == "acronyms" {
			kind = mention.Organization
		}
		linear.Check(t, name, 400, func(n int) func() {
			tree := syntax.Parse(token.New(text(n)))
			ms := complete(tree, properNouns(tree, kind))
			return func() { Link(tree, ms, speech.Find(tree, ms)) }
		})
	}
}

func BenchmarkLink(b *testing.B) {
	m := article()
	tree := syntax.Parse(token.New(m.text))
	ms := complete(tree, m.mentions(tree))
	ss := speech.Find(tree, ms)
	Link(tree, ms, ss)
	b.SetBytes(int64(len(m.text)))
	b.ReportAllocs()
	for b.Loop() {
		Link(tree, ms, ss)
	}
}

// article is a text of some length for the benchmark and the fuzz test.
func article() marked {
	var m marked
	for _, s := range []string{
		"The foreign minister of {l1 Norway}, {p1 Jan Holm}, said on Monday that he would meet his Turkish counterpart, {p2 Ali Demir}, in {l2 Ankara}. ",
		"{p1 Holm} told reporters that the {o1 International Monetary Fund} ({o1 IMF}) had agreed to lend the country more money, although its board had not yet met. ",
		"\"We are glad that they listened to us,\" the minister said. {p2 Demir} said she would welcome the visit. ",
		"The {o1 IMF} declined to comment. {o2 Acme Shipping}, a company based in {l3 Bergen}, said it had sold its ships to {o3 Lind Lines}. ",
	} {
		x := parseMarked(s)
		for _, n := range x.names {
			m.names = append(m.names, mark{n.id, n.start + len(m.text), n.end + len(m.text)})
		}
		m.text += x.text
	}
	return m
}

// FuzzLink holds Link to its laws on any text, with names at any place.
func FuzzLink(f *testing.F) {
	m := article()
	f.Add(m.text, uint64(12345))
	for _, text := range hostile {
		f.Add(text(5), uint64(7))
	}
	f.Add("Володимир Зеленський (ООН) \xff\u200b", uint64(3))
	f.Fuzz(func(t *testing.T, s string, seed uint64) {
		tree := syntax.Parse(token.New(s))
		var names []mention.Mention
		for i := 0; i < len(tree.Tokens); i++ {
			if seed = seed*6364136223846793005 + 1442695040888963407; seed>>62 != 0 {
				continue
			}
			last := min(len(tree.Tokens), i+1+int(seed>>60&3))
			names = append(names, nameAt(tree, int(tree.Tokens[i].Start), int(tree.Tokens[last-1].End), mention.Kind(seed>>50%9)))
			i = last
		}
		ms := complete(tree, names)
		ss := statements(tree, seed)
		x := Link(tree, ms, ss)
		if err := x.laws(); err != nil {
			t.Error(err)
		}
		if y := Link(tree, ms, ss); fmt.Sprint(y.Entities) != fmt.Sprint(x.Entities) {
			t.Error("two runs differ")
		}
	})
}

// statements makes some up.
func statements(t *syntax.Text, seed uint64) (out []speech.Statement) {
	n := uint64(len(t.Tokens))
	for i := range seed % 4 {
		if n < 2 {
			break
		}
		from := (seed >> (8 * i)) % (n - 1)
		s := speech.Statement{Content: []speech.Span{{First: int32(from), Last: int32(from + (n-from)/2 + 1)}}, Quotation: speech.Direct, Parent: int(i) - 1}
		s.SourceHead, s.AddresseeHead = int32((seed>>(4*i))%n), -1
		out = append(out, s)
	}
	return out
}

// laws says what of a linked text is not as it must be.
func (t *Text) laws() error {
	seen := make(map[int32]bool)
	first := int32(-1)
	for e, x := range t.Entities {
		if x.Name == "" || len(x.Mentions) == 0 {
			return fmt.Errorf("entity %d has no name or no mention", e)
		}
		if x.Mentions[0] <= first {
			return fmt.Errorf("entity %d is out of order", e)
		}
		first = x.Mentions[0]
		named := false
		last := int32(-1)
		for _, k := range x.Mentions {
			if k <= last || seen[k] || t.Of[k] != int32(e) {
				return fmt.Errorf("mention %d of entity %d is out of order or elsewhere", k, e)
			}
			last = k
			seen[k] = true
			named = named || t.Mentions[k].Level == mention.Name
		}
		if !named {
			return fmt.Errorf("entity %d: no mention is a name", e)
		}
	}
	for k, e := range t.Of {
		if e < -1 || int(e) >= len(t.Entities) || e >= 0 && !seen[int32(k)] {
			return fmt.Errorf("mention %d is of entity %d", k, e)
		}
		if t.Mentions[k].Level == mention.Name && e < 0 {
			return fmt.Errorf("name %d has no entity", k)
		}
	}
	for i := range t.Tokens {
		if e := t.At(i); e < -1 || e >= len(t.Entities) {
			return fmt.Errorf("token %d stands for entity %d", i, e)
		}
	}
	return nil
}
