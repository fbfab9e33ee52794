package speech

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/newsfact/newsfact/internal/linear"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/token"
)

// find runs what comes before this stage, and this stage.
func find(s string) (*syntax.Text, []Statement) {
	t := syntax.Parse(token.New(s))
	return t, Find(t, mention.Find(t))
}

// marks writes the outermost statements of a text into it: {source}, <cue> and
// [content].
func marks(t *syntax.Text, ss []Statement) string {
	type piece struct {
		at   int
		mark string
	}
	var ps []piece
	put := func(x Span, open, close string) {
		if !x.Empty() {
			ps = append(ps, piece{int(t.Tokens[x.First].Start), open}, piece{int(t.Tokens[x.Last-1].End), close})
		}
	}
	for _, s := range ss {
		if s.Parent >= 0 {
			continue
		}
		put(s.Source, "{", "}")
		put(s.Cue, "<", ">")
		for _, c := range s.Content {
			put(c, "[", "]")
		}
	}
	slices.SortStableFunc(ps, func(a, b piece) int { return a.at - b.at })
	var b strings.Builder
	last := 0
	for _, p := range ps {
		b.WriteString(t.S[last:p.at] + p.mark)
		last = p.at
	}
	return b.String() + t.S[last:]
}

var unmark = strings.NewReplacer("{", "", "}", "", "<", "", ">", "", "[", "", "]", "")

func TestFind(t *testing.T) {
	t.Parallel()
	for _, want := range []string{
		// Direct quotations: the cue before, after, inside.
		"“[The lake is low],” {she} <said>.",
		"“[The lake is low],” <said> {Anna Berg}.",
		"{Anna Berg} <said>: “[The lake is low].”",
		"“[The lake is low],” {she} <said>. “[It was never this low before].”",
		// What is reported within the second part does not take that part from its speaker.
		"“[The lake is low],” {she} <said>. “[My father said that it was never this low].”",
		"“[The lake is low],” {Anna Berg} <said>.\n\n“[We measured it twice.\n\n“The second time it was lower].”",
		"“[Are you leaving?]” {a reporter} <shouted>.",
		// In the writer's words.
		"{The ministry} <said> [that the bridge would stay closed].",
		"[The bridge will stay closed], {the ministry} <said>.",
		"[The bridge will stay closed], <according to> {the ministry}.",
		"BERGEN (Herald) — [The bridge will stay closed], {the ministry} <said>.",
		"BERGEN/THE HAGUE, March 7 - [The bridge will stay closed], {the ministry} <said>.",
		"[Anna Berg – the mayor – is ill], {the ministry} <said>.",
		"[The ferry had carried nine hundred people and had no working radio], {the coast guard} <said> on Monday.",
		"[Still, the dam will be inspected every spring], {a source close to the board} <said>.",
		"[The harbour is closed until Friday], {the mayor, Anna Berg}, <told> The Daily Post.",
		// The cue put into a sentence that neither side is alone.
		"[Therefore any attempt to dredge the river], {he} <said>, [becomes costly].",
		"[It was], {she} <said>, [one of the coldest winters of her life].",
		"As {the ministry} <noted>, [the bridge was built for carts].",
		"[The bridge was built for carts], as {the ministry} has <acknowledged>.",
		"As <reported> by {The Daily Post}, [the bridge was built for carts].",
		"At a meeting of the council in March, {Anna Berg} <argued> [that the bridge should be replaced].",
		// The parser took a name, a participle or a second verb for another thing.
		"{Anna Berg} <told> the Daily Post [that she left the board in May after her first report was printed].",
		"{The board} <said> [about half of the rise in costs came from fuel].",
		"{The mayor} <told> cheering fishermen [that the harbour that they had built by hand would stay].",
		"{The clerk} <said> [she joined the board last year and was dismayed by its books].",
		"{She} <said> [she admires his patience] and praised the crew.",
		"{The mayor} <insists> [the bridge must be a toll bridge], and has printed the tickets.",
		"{Anna Berg} changed her plans, <saying> [she was going to Riga but would now stay at home].",
		"<Asked> [whether the bridge was safe], {Anna Berg} <replied>: “[I cross it every day].”",
		"{The engineer} <pointed out> [that the bridge was built for carts].",
		"{The mayor} <made it clear> [that the bridge would stay closed].",
		"{The rebels} <say> [they hold the pass]; {the army} <says> [it is empty].",
		"{Anna Berg} <said> [the fund would be ready by March], while {her deputy} <said> [it would take a year].",
		// Sources that the parser did not see whole.
		"“[We came to listen],” <said> {EU envoy Lars Holm}.",
		"“[We came to listen],” {he} likes to <say>.",
		"“[We came to listen],” {the head of the mission} was quoted as <saying>.",
		"“[We came to listen],” the agency quoted {the envoy} as <saying>.",
		"[Neither side has asked for a meeting], {Riga and Oslo} <say>.",
		"[That the two sides had met in secret] was <confirmed> on Friday by {Anna Berg}.",
		"{Local fishermen} <told> the station [they had heard three explosions].",
		"<In the words of> {one diplomat}, [the summit was “a dinner with microphones]”.",
		"“[Has anyone seen the plan? I will look if it is lost],” {she} <wrote>.",
		"“[The lake is low],” <reads> {an editorial} in the Daily Post.",
		"“[The lake is low],” {the report} <reads>.",
		"{Anna Berg}: “[The lake is low this year].”",
		"“[Two of the hostages are alive],” <confirmed> on Wednesday {Colonel Idris Bello}.",
		"“[Nobody here has clean hands]” — so <said> {the judge, Anna Berg}, before lunch.",
		"{Anna Berg} watched the “quiet harbour,” <saying> [the town was “a monument to patience]”.",
		"{The ministry} <acknowledged> [that “top secret” papers had been found in the harbour].",
		"{She} <added> [that after taxes, “they were not rich]”.",
		"{He} <called> [her a “liar” for naming the price].",
		"On Friday {she} released a statement <saying> [that the lake was low].",
		"[The union will sit out the vote], {Director of Public Affairs Jan Holm} <told> the Daily Post.",
		"{Anna Berg} <told> the Post [her firm worked with the port and with its owner].",
		"The plan was mocked by Anna Berg, {who} <suggested> [that the mayor, under fire for the bridge, would do better to keep quiet].",
		// Nouns.
		"{Her} last <words> to the court were: “[I regret the debt, not the journey].”",
		// What somebody is called, and what is told of.
		"{The mayor} <called> [the bridge a “monument to patience]”.",
		"{She} <described> [the bridge as a monument to patience].",
		"{The ministry} <announced> [a plan to widen the road].",
		"{Anna Berg} <noted> [the age of the bridge].",
		// No statements.
		"The plant noted a record output.",
		"Estonia condemned the raid and recalled its ambassador.",
		"A café called “The Old Bridge” opened.",
		"The delegation answered the invitation with a visit and repeated the journey in spring.",
		"When he left the building, she said nothing.",
		"The so-called “safe corridor” was closed again.",
		"The forum “Clean Rivers” opened on Monday.",
		"Two “volunteers” guarded the gate.",
		"The new pump added four litres a minute.",
	} {
		text, ss := find(unmark.Replace(want))
		if strings.Contains(want, "\n\n") {
			// Paragraphs of one quotation are pieces of one statement.
			if len(ss) != 1 || len(ss[0].Content) < 2 {
				t.Errorf("%q: %d statements, want one of several pieces", text.S, len(ss))
			}
			continue
		}
		if d := cmp.Diff(want, marks(text, ss)); d != "" {
			t.Errorf("-want +got\n%s", d)
		}
	}
}

func TestLabels(t *testing.T) {
	t.Parallel()
	const body = "\n\nThe council met on Monday in Riga."
	for _, want := range []string{
		"{Poll}: [Most voters want a new bridge]" + body,
		"{Anna Berg}: [The bridge will stay closed]" + body,
		"Weather: Rain will fall all night" + body,
		"The Daily Post spoke to Anna Kovalenko, an engineer.\n\n{Daily Post}: [How old is the bridge]?\n\n{Kovalenko}: [It was built for carts].",
		"“[It was built for carts]” — {Anna Berg}" + body,
	} {
		text, ss := find(unmark.Replace(want))
		if d := cmp.Diff(want, strings.Replace(marks(text, ss), "?]", "]?", 1)); d != "" {
			t.Errorf("-want +got\n%s", d)
		}
	}
}

func TestHostile(t *testing.T) {
	t.Parallel()
	for _, piece := range []string{"\"", "“", "”", "'", "«“„", "said ", "he said \"", "“a ”b ", "6\" ", "according to ", "A: \"x\"\n\n"} {
		linear.Check(t, piece, 800, func(n int) func() {
			tree := syntax.Parse(token.New(strings.Repeat(piece, n)))
			ms := mention.Find(tree)
			return func() {
				for _, s := range Find(tree, ms) {
					for _, c := range s.Content {
						if c.Empty() || c.First < 0 || int(c.Last) > len(tree.Tokens) {
							t.Fatalf("%q: content %v of %d tokens", piece, c, len(tree.Tokens))
						}
					}
				}
			}
		})
	}
}

func FuzzFind(f *testing.F) {
	f.Add("“Yes,” she said. “No.”")
	f.Add("Q: Why?\n\nA: Who said \"that\" 'is' his claim that it was, according to him?")
	f.Fuzz(func(t *testing.T, s string) {
		text, ss := find(s)
		for n, x := range ss {
			for _, c := range append([]Span{x.Cue, x.Source, x.Addressee, x.Topic}, x.Content...) {
				if !c.Empty() && (c.First < 0 || int(c.Last) > len(text.Tokens)) {
					t.Fatalf("statement %d: span %v of %d tokens", n, c, len(text.Tokens))
				}
			}
			if len(x.Content) == 0 || x.Parent == n || x.Parent >= len(ss) {
				t.Fatalf("statement %d: %+v", n, x)
			}
		}
	})
}

func BenchmarkFind(b *testing.B) {
	s := strings.Repeat("“The lake is low,” Anna Berg said on Monday. “It was never this low.” The ministry said that the bridge would stay closed.\n\n", 200)
	tree := syntax.Parse(token.New(s))
	ms := mention.Find(tree)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		Find(tree, ms)
	}
}
