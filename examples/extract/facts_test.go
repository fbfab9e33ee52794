package main

import (
	"strings"
	"testing"

	"github.com/newsfact/newsfact"
)

// said makes a fact whose evidence is s: the trigger, then role, text and entity
// of each argument.
func said(kind newsfact.FactKind, s, trigger string, args ...string) newsfact.Fact {
	find := func(w string) newsfact.Span {
		at := strings.Index(s, w)
		return newsfact.Span{Start: at, End: at + len(w), Text: w}
	}
	f := newsfact.Fact{Kind: kind, Span: find(s), Trigger: find(trigger), Polarity: newsfact.Positive, Modality: newsfact.Actual}
	for i := 0; i < len(args); i += 3 {
		f.Arguments = append(f.Arguments, newsfact.Argument{Role: newsfact.Role(args[i]), Span: find(args[i+1]), Entity: args[i+2]})
	}
	return f
}

func TestFacts(t *testing.T) {
	t.Parallel()
	d := &newsfact.Document{Entities: []newsfact.Entity{
		{ID: "e1", Name: "Ann Poe", Mentions: []newsfact.Mention{
			{Span: newsfact.Span{Start: 0, End: 7}, Kind: newsfact.NameMention},
			{Span: newsfact.Span{Start: 0, End: 2}, Kind: newsfact.PronounMention},
		}},
		{ID: "e2", Name: "Bo Li"},
	}}
	meet := said(newsfact.Meeting, "Ann Poe is to meet Bo Li and her deputy on Monday.", "meet",
		"participant", "Ann Poe", "e1", "participant", "Bo Li", "e2", "participant", "her deputy", "e2")
	meet.Modality, meet.Time = newsfact.Planned, "2024-03-04"
	visit := said(newsfact.Visit, "He did not visit Oslo, aides said.", "visit", "actor", "He", "e1", "place", "Oslo", "")
	visit.Polarity, visit.Attribution = newsfact.Negative, &newsfact.Argument{Span: newsfact.Span{Text: "aides"}}
	hurt := said(newsfact.Casualty, "No one was hurt.", "hurt", "recipient", "No one", "")
	hurt.Polarity, hurt.Harm = newsfact.Negative, "injured"
	open := said(newsfact.Opening, "The firm opened a mill.", "opened", "actor", "The firm", "", "topic", "a mill", "")
	d.Facts = []newsfact.Fact{meet, visit, hurt, open,
		said(newsfact.Statement, "“It fell,” said a man.", "said", "source", "a man", "", "content", "It fell,", ""),
		said(newsfact.Statement, "“It fell,” said a man.", "said", "source", "a man", "", "content", "It fell", ""),
		said(newsfact.Arrest, "Two men were arrested.", "arrested", "recipient", "Two men", ""),
		said(newsfact.Age, "Bo Li, 49, left.", "49", "person", "Bo Li", "e2", "amount", "49", ""),
		said(newsfact.Measure, "Turnout was 9%.", "was", "topic", "Turnout", "", "amount", "9%", ""),
	}
	d.Facts[4].Quotation = "direct"
	const want = `Facts

Meeting
  • Ann Poe, Bo Li and her deputy (Bo
    Li) will meet · 4 March 2024.
    │ Ann Poe is to meet Bo Li and her
    │ deputy on Monday.

Visit
  • Ann Poe did not visit Oslo ·
    according to aides.
    │ He did not visit Oslo, aides
    │ said.

Casualty
  • No one suffered injuries.
    │ No one was hurt.

Opening
  • The firm opened a mill.
    │ The firm opened a mill.

Statement
  • a man
      “It fell,”
      It fell

Arrest
  • Someone acted against Two men.
    │ Two men were arrested.

Age
  • Bo Li is 49 years old.
    │ Bo Li, 49, left.

Measure
  • Turnout: 9%.
    │ Turnout was 9%.

`
	p := &sheet{style: style{width: 38}}
	p.facts(d)
	if got := p.b.String(); got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
