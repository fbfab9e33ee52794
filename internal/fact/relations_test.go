package fact

import (
	"strings"
	"testing"
)

// told lists the facts of f: kind, then role=text of each argument.
func told(f *finder) string {
	var out []string
	for _, x := range f.facts {
		s := x.Kind.String()
		if x.Negative {
			s = "no " + s
		}
		for _, a := range x.Arguments {
			s += " " + a.Role.String() + "=" + f.S[f.Tokens[a.First].Start:f.Tokens[a.Last-1].End]
		}
		if x.Relation != "" {
			s += " " + x.Relation
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestRelations(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"Danish Prime Minister Mette Holm arrived in Riga on Monday.",
			"position person=Mette Holm title=Prime Minister affiliation=Danish"},
		{"Norway's foreign minister, Jonas Berg, left Riga.",
			"position person=Jonas Berg title=foreign minister affiliation=Norway"},
		{"The president of the Riga Chamber, Ivars Ozols, left.",
			"position person=Ivars Ozols title=president affiliation=the Riga Chamber"},
		{"Ivars Ozols, president of the Riga Chamber, left.",
			"position person=Ivars Ozols title=president affiliation=the Riga Chamber"},
		{"Ivars Ozols, 51, the former mayor of Riga and head of the port authority, left.",
			"position person=Ivars Ozols title=mayor affiliation=Riga; position person=Ivars Ozols title=head affiliation=the port authority; age person=Ivars Ozols amount=51"},
		{"Anna Roe, chief financial officer of Acme Corp., resigned.",
			"position person=Anna Roe title=chief financial officer affiliation=Acme Corp."},
		{"Peter Novak, who is also the president of the party, left.",
			"position person=Peter Novak title=president affiliation=the party"},
		{"Peter Novak was a journalist.", ""},
		{"Journalist Peter Novak left Riga.", ""},
		{"UN Secretary-General Maria Silva met the mayor, and Peter Novak left.",
			"position person=Maria Silva title=Secretary-General affiliation=UN"},
		{"Peter Novak left with his father, Karel Novak, on Monday.",
			"kinship person=his relative=Karel Novak father"},
		{"Anna Roe's brother Tomas Roe left.", "kinship person=Anna Roe relative=Tomas Roe brother"},
		{"Tomas Roe, the son of Anna Roe, left.", "kinship person=Anna Roe relative=Tomas Roe son"},
		{"He left with his father on Monday.", ""},
		{"Peter Novak (44) left Riga.", "age person=Peter Novak amount=44"},
		{"Peter Novak, 44, left Riga.", "age person=Peter Novak amount=44"},
		{"Peter Novak, a 14-year-old boy, left Riga.", "age person=Peter Novak amount=14"},
		{"A 25-year-old man was arrested.", "age person=A 25-year-old man amount=25"},
		{"Peter Novak died at the age of 81.", "death person=Peter Novak; age person=Peter Novak amount=81"},
		{"Peter Novak was born in Riga in 1950.", "birth person=Peter Novak place=Riga time=1950"},
		{"Peter Novak died in Riga on Monday.", "death person=Peter Novak place=Riga time=Monday"},
		{"Peter Novak died in the blast.", ""},
		{"Peter Novak and Anna Roe died in Riga.", "death person=Peter Novak person=Anna Roe place=Riga"},
		{"Peter Novak became the sixth person to die of the fever.", "death person=Peter Novak"},
		{"The late mayor, Peter Novak, had opposed it.", "position person=Peter Novak title=mayor; death person=Peter Novak"},
		{"Peter Novak turned 80 on Sunday.", "age person=Peter Novak amount=80"},
		{"Peter Novak turned 80 soldiers away.", ""},
		{"Editor-in-Chief Peter Novak left.", "position person=Peter Novak title=Editor-in-Chief"},
		{"The Herald's co-chairman, Peter Novak, left.", "position person=Peter Novak title=co-chairman affiliation=Herald"},
		{"Minister of Justice Peter Novak left.", "position person=Peter Novak title=Minister of Justice"},
		{"A spokesman for Prime Minister Peter Novak left.", "position person=Peter Novak title=Prime Minister"},
		{"The death of Peter Novak was announced.", "death person=Peter Novak"},
	} {
		f := read(c.text)
		f.relations()
		if got := told(f); got != c.want {
			t.Errorf("%s\n\t%s", c.text, got)
		}
	}
}

func TestMeasures(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"Turnout stood at 74 percent, the commission said.", "measure topic=Turnout amount=74 percent"},
		{"Inflation rose by 2 points to 9 percent in May.", "measure topic=Inflation amount=9 percent time=May"},
		{"The price was cut from $30 to $25.", "measure topic=The price amount=$25"},
		{"The cost of the bridge is €45 million.", "measure topic=The cost of the bridge amount=€45 million"},
		{"The firm has 300 employees.", "measure topic=The firm amount=300"},
		{"A quarter of voters backed the plan.", "measure topic=voters amount=quarter"},
		{"Exports reached $3 billion in 2020.", "measure topic=Exports amount=$3 billion time=2020"},
		{"The bridge was built at a cost of $26 million.", "measure topic=cost amount=$26 million"},
		{"Its shares fell 12 percent to $4.", "measure topic=Its shares amount=$4"},
		{"The balloon fell 250 metres.", ""},
		{"The petition, which now has 300 signatures, was read.", "measure topic=which amount=300 time=now"},
		{"He is 45.", ""},
		{"The debate lasted two hours.", ""},
		{"300 guests came to the wedding.", ""},
		{"The death toll rose to 45 on Tuesday.", "casualty amount=45 time=Tuesday"},
		{"No injuries or deaths were reported.", "no casualty; no casualty"},
		{"The ministry confirmed five deaths.", "casualty amount=five"},
		{"He stood at the gate.", ""},
	} {
		f := read(c.text)
		f.measures()
		if got := told(f); got != c.want {
			t.Errorf("%s\n\t%s", c.text, got)
		}
	}
}
