package syntax

import (
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/newsfact/newsfact/internal/token"
)

// tree makes a text of one sentence from words written as form|tag|head|label,
// heads counted from 1.
func tree(t testing.TB, s string) *Text {
	t.Helper()
	x := &Text{Text: &token.Text{}}
	for f := range strings.FieldsSeq(s) {
		c := strings.Split(f, "|")
		if len(c) != 4 {
			t.Fatalf("tree: %q is not form|tag|head|label", f)
		}
		if x.S != "" {
			x.S += " "
		}
		start := int32(len(x.S))
		x.S += c[0]
		x.Tokens = append(x.Tokens, token.Token{Start: start, End: int32(len(x.S))})
		h, err := strconv.Atoi(c[2])
		if err != nil {
			t.Fatalf("tree: head of %q: %v", f, err)
		}
		w := Word{Head: int32(h - 1)}
		known := 0
		for i, n := range tagNames {
			if n == c[1] {
				w.Tag = Tag(i)
				known++
			}
		}
		for i, n := range relNames {
			if n == c[3] {
				w.Rel = Rel(i)
				known++
			}
		}
		if known != 2 {
			t.Fatalf("tree: unknown tag or label in %q", f)
		}
		x.Words = append(x.Words, w)
	}
	n := int32(len(x.Tokens))
	x.Sentences = []token.Sentence{{Last: n, End: int32(len(x.S))}}
	x.link()
	return x
}

// at is the index of a form.
func at(t testing.TB, x *Text, form string) int {
	t.Helper()
	for i := range x.Tokens {
		if x.Word(i) == form {
			return i
		}
	}
	t.Fatalf("no %q in %q", form, x.S)
	return -1
}

func word(x *Text, i int) string {
	if i < 0 {
		return ""
	}
	return x.Word(i)
}

func forms(x *Text, is []int) string {
	var out []string
	for _, i := range is {
		out = append(out, x.Word(i))
	}
	return strings.Join(out, " ")
}

const (
	active     = "Aliyev|NNP|2|nsubj met|VBD|0|root Putin|NNP|2|obj and|CC|5|cc Erdogan|NNP|3|conj ,|,|8|punct the|DT|8|det president|NN|5|appos ,|,|8|punct in|IN|11|case Baku|NNP|2|obl last|JJ|13|amod week|NN|2|obl:unmarked"
	passive    = "Three|CD|2|nummod men|NNS|4|nsubj:pass were|VBD|4|aux:pass arrested|VBN|0|root and|CC|6|cc charged|VBN|4|conj by|IN|8|case police|NN|4|obl:agent with|IN|10|case theft|NN|6|obl"
	copula     = "She|PRP|5|nsubj is|VBZ|5|cop not|RB|5|advmod the|DT|5|det minister|NN|0|root"
	object     = "He|PRP|2|nsubj asked|VBD|0|root her|PRP|2|obj to|TO|5|mark leave|VB|2|xcomp and|CC|7|cc return|VB|5|conj"
	promise    = "He|PRP|2|nsubj promised|VBD|0|root her|PRP|2|iobj to|TO|5|mark leave|VB|2|xcomp"
	asked      = "She|PRP|3|nsubj:pass was|VBD|3|aux:pass asked|VBN|0|root to|TO|5|mark leave|VB|3|xcomp"
	relative   = "Roe|NNP|7|nsubj ,|,|4|punct who|WP|4|nsubj leads|VBZ|1|acl:relcl Acme|NNP|4|obj ,|,|4|punct resigned|VBD|0|root"
	participle = "Speaking|VBG|5|advcl in|IN|3|case Baku|NNP|1|obl he|PRP|5|nsubj praised|VBD|0|root troops|NNS|5|obj deployed|VBN|6|acl by|IN|9|case Kyiv|NNP|7|obl:agent"
	noun       = "Iran|NNP|2|nsubj announced|VBD|0|root a|DT|4|det plan|NN|2|obj to|TO|6|mark build|VB|4|acl ships|NNS|6|obj"
	said       = "Officials|NNS|2|nsubj said|VBD|0|root that|IN|6|mark nobody|NN|6|nsubj would|MD|6|aux leave|VB|2|ccomp"
	inserted   = "Talks|NNS|7|nsubj ,|,|4|punct she|PRP|4|nsubj said|VBD|7|parataxis ,|,|4|punct may|MD|7|aux resume|VB|0|root if|IN|10|mark he|PRP|10|nsubj agrees|VBZ|7|advcl"
)

func TestArguments(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, tree, pred, subject, real, object, agent string }{
		{"active", active, "met", "Aliyev", "Aliyev", "Putin", ""},
		{"passive", passive, "arrested", "men", "men", "", "police"},
		{"coordinated predicate", passive, "charged", "", "men", "", ""},
		{"copula", copula, "minister", "She", "She", "", ""},
		{"object control", object, "leave", "", "her", "", ""},
		{"coordination under control", object, "return", "", "her", "", ""},
		{"subject control", promise, "leave", "", "He", "", ""},
		{"control by a passive", asked, "leave", "", "She", "", ""},
		{"relative clause", relative, "leads", "who", "Roe", "Acme", ""},
		{"adverbial participle", participle, "Speaking", "", "he", "", ""},
		{"participle of a noun", participle, "deployed", "", "troops", "", "Kyiv"},
		{"infinitive of a noun", noun, "build", "", "Iran", "ships", ""},
	} {
		x := tree(t, c.tree)
		i := at(t, x, c.pred)
		got := []string{word(x, x.Subject(i)), word(x, x.RealSubject(i)), word(x, x.Object(i)), word(x, x.Agent(i))}
		if diff := cmp.Diff([]string{c.subject, c.real, c.object, c.agent}, got); diff != "" {
			t.Errorf("%s: subject, real subject, object, agent of %q (-want +got):\n%s", c.name, c.pred, diff)
		}
	}
}

func TestNouns(t *testing.T) {
	t.Parallel()
	x := tree(t, active)
	met, putin, president := at(t, x, "met"), at(t, x, "Putin"), at(t, x, "president")
	if got := forms(x, x.Conjuncts(putin)); got != "Erdogan" {
		t.Errorf("conjuncts of Putin: %q", got)
	}
	if got := forms(x, x.Conjuncts(at(t, x, "Erdogan"))); got != "Putin" {
		t.Errorf("conjuncts of Erdogan: %q", got)
	}
	if got := forms(x, x.Appositions(at(t, x, "Erdogan"))); got != "president" {
		t.Errorf("appositions of Erdogan: %q", got)
	}
	if g, r := x.Governor(president); g != met || r != Obj {
		t.Errorf("governor of president is %q by %v, want met by obj", word(x, g), r)
	}
	if first, last := x.Span(putin); first != putin || last != president+2 {
		t.Errorf("span of Putin is [%d,%d)", first, last)
	}
	var got []string
	for _, o := range x.Obliques(met) {
		got = append(got, word(x, o.Prep)+" "+word(x, o.Head))
	}
	if diff := cmp.Diff([]string{"in Baku", " week"}, got); diff != "" {
		t.Errorf("obliques of met (-want +got):\n%s", diff)
	}
}

func TestClauses(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name, tree, pred string
		passive, neg     bool
		mood             Mood
		tense            Tense
	}{
		{"past", active, "met", false, false, Actual, Past},
		{"passive", passive, "arrested", true, false, Actual, Past},
		{"coordinated passive", passive, "charged", true, false, Actual, NoTense},
		{"negated copula", copula, "minister", false, true, Actual, Present},
		{"participle of a noun", participle, "deployed", true, false, Actual, NoTense},
		{"negative subject", said, "leave", false, true, Conditional, Present},
		{"possible", inserted, "resume", false, false, Possible, Present},
		{"condition", inserted, "agrees", false, false, Conditional, Present},
	} {
		x := tree(t, c.tree)
		i := at(t, x, c.pred)
		if got := x.Passive(i); got != c.passive {
			t.Errorf("%s: Passive(%s) is %t", c.name, c.pred, got)
		}
		if got := x.Negated(i); got != c.neg {
			t.Errorf("%s: Negated(%s) is %t", c.name, c.pred, got)
		}
		if got := x.Mood(i); got != c.mood {
			t.Errorf("%s: Mood(%s) is %d, want %d", c.name, c.pred, got, c.mood)
		}
		if got := x.Tense(i); got != c.tense {
			t.Errorf("%s: Tense(%s) is %d, want %d", c.name, c.pred, got, c.tense)
		}
	}
	x := tree(t, copula)
	if got := word(x, x.Copula(at(t, x, "minister"))); got != "is" {
		t.Errorf("copula of minister: %q", got)
	}
	x = tree(t, passive)
	if got := forms(x, x.Auxiliaries(at(t, x, "arrested"))); got != "were" {
		t.Errorf("auxiliaries of arrested: %q", got)
	}
}

func TestReports(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, tree, verb, content string }{
		{"complement", said, "said", "leave"},
		{"put into the sentence", inserted, "said", "resume"},
	} {
		x := tree(t, c.tree)
		v, k := at(t, x, c.verb), at(t, x, c.content)
		if got := x.Content(v); got != k {
			t.Errorf("%s: Content(%s) is %q, want %q", c.name, c.verb, word(x, got), c.content)
		}
		if got := forms(x, x.Reporters(k)); got != c.verb {
			t.Errorf("%s: Reporters(%s) is %q, want %q", c.name, c.content, got, c.verb)
		}
	}
	x := tree(t, inserted)
	if got := forms(x, x.Reporters(at(t, x, "agrees"))); got != "said" {
		t.Errorf("Reporters(agrees), a clause inside the content, is %q, want said", got)
	}
}

func TestAntecedent(t *testing.T) {
	t.Parallel()
	x := tree(t, relative)
	if got := word(x, x.Antecedent(at(t, x, "who"))); got != "Roe" {
		t.Errorf("Antecedent(who) is %q", got)
	}
	if got := x.Antecedent(at(t, x, "Roe")); got != -1 {
		t.Errorf("Antecedent(Roe) is %d, want -1", got)
	}
}

func TestPairMarks(t *testing.T) {
	t.Parallel()
	x := tree(t, "He|PRP|2|nsubj called|VBD|0|root it|PRP|2|obj “|``|2|punct a|DT|6|det mistake|NN|2|xcomp ”|''|2|punct (|-LRB-|6|punct in|IN|10|case May|NNP|2|obl )|-RRB-|2|punct .|.|2|punct")
	x.pairMarks(0, int32(len(x.Words)))
	for mark, want := range map[string]string{"“": "mistake", "”": "mistake", "(": "May", ")": "May", ".": "called"} {
		if got := word(x, x.Head(at(t, x, mark))); got != want {
			t.Errorf("%s hangs on %q, want %q", mark, got, want)
		}
	}
}
