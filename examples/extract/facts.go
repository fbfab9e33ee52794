package main

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/newsfact/newsfact"
)

// A wording says a kind of fact in English: who does it, the verb in the past
// and in its base form, and what follows with which words. Kinds without one
// are worded by functions of their own.
type wording struct {
	who        newsfact.Role
	past, base string
	then       []part
}

// A part is a role with the words before it.
type part struct {
	before string
	role   newsfact.Role
}

var (
	actor     = newsfact.RoleActor
	recipient = part{" ", newsfact.RoleRecipient}
	over      = part{" over ", newsfact.RoleTopic}
)

var wordings = map[newsfact.FactKind]wording{
	newsfact.Appointment: {newsfact.RolePerson, "was appointed", "be appointed", []part{{" ", newsfact.RoleTitle}, {", ", newsfact.RoleAffiliation}, {", by ", actor}}},
	newsfact.Departure:   {newsfact.RolePerson, "left office", "leave office", []part{{" as ", newsfact.RoleTitle}, {", ", newsfact.RoleAffiliation}, {", because of ", actor}}},
	newsfact.Election:    {newsfact.RolePerson, "won the vote", "win the vote", []part{{" for ", newsfact.RoleTitle}, {", ", newsfact.RoleAffiliation}, {" with ", newsfact.RoleAmount}}},
	newsfact.Meeting:     {newsfact.RoleParticipant, "met", "meet", []part{{" about ", newsfact.RoleTopic}, {", hosted by ", newsfact.RoleHost}}},
	newsfact.Visit:       {actor, "visited", "visit", []part{{" ", newsfact.RolePlace}, {", hosted by ", newsfact.RoleHost}, {" for ", newsfact.RoleTopic}}},
	newsfact.Agreement:   {newsfact.RoleParty, "agreed", "agree", []part{{" on ", newsfact.RoleDocument}, {" on ", newsfact.RoleTopic}}},
	newsfact.Cooperation: {actor, "worked together", "work together", []part{{" with ", newsfact.RoleRecipient}, {" on ", newsfact.RoleTopic}}},
	newsfact.Support:     {actor, "supported", "support", []part{recipient, over}},
	newsfact.Aid:         {actor, "helped", "help", []part{recipient, {" with ", newsfact.RoleAmount}, {" with ", newsfact.RoleTopic}}},
	newsfact.Concession:  {actor, "gave way", "give way", []part{{" to ", newsfact.RoleRecipient}, over}},
	newsfact.Apology:     {actor, "apologised", "apologise", []part{{" to ", newsfact.RoleRecipient}, {" for ", newsfact.RoleTopic}}},
	newsfact.Demand:      {actor, "made a demand", "make a demand", []part{{" of ", newsfact.RoleRecipient}, {": ", newsfact.RoleTopic}}},
	newsfact.Accusation:  {actor, "accused", "accuse", []part{recipient, {": ", newsfact.RoleTopic}}},
	newsfact.Rejection:   {actor, "said no", "say no", []part{{" to ", newsfact.RoleRecipient}, {": ", newsfact.RoleTopic}}},
	newsfact.Threat:      {actor, "made a threat", "make a threat", []part{{" against ", newsfact.RoleRecipient}, {": ", newsfact.RoleTopic}}},
	newsfact.Protest:     {actor, "protested", "protest", []part{{" against ", newsfact.RoleRecipient}, over}},
	newsfact.Sanction:    {actor, "took sanctions", "take sanctions", []part{{" against ", newsfact.RoleRecipient}, {": ", newsfact.RoleTopic}}},
	newsfact.Deployment:  {actor, "moved forces", "move forces", []part{{" against ", newsfact.RoleRecipient}, {": ", newsfact.RoleTopic}}},
	newsfact.Arrest:      {actor, "acted", "act", []part{{" against ", newsfact.RoleRecipient}, {": ", newsfact.RoleTopic}}},
	newsfact.Attack:      {actor, "attacked", "attack", []part{recipient, {" with ", newsfact.RoleInstrument}}},
	newsfact.Accident:    {newsfact.RoleRecipient, "came to harm", "come to harm", []part{{": ", newsfact.RoleTopic}}},
	newsfact.Transaction: {actor, "traded", "trade", []part{{" with ", newsfact.RoleRecipient}, {": ", newsfact.RoleTopic}, {", ", newsfact.RoleAmount}}},
	newsfact.Opening:     {actor, "opened", "open", []part{{" ", newsfact.RoleTopic}}},
	newsfact.Birth:       {newsfact.RolePerson, "was born", "be born", nil},
	newsfact.Death:       {newsfact.RolePerson, "died", "die", nil},
}

// harms word a casualty by its harm.
var harms = map[string]wording{
	"":          {newsfact.RoleRecipient, "came to harm", "come to harm", nil},
	"killed":    {newsfact.RoleRecipient, "died", "die", nil},
	"injured":   {newsfact.RoleRecipient, "suffered injuries", "suffer injuries", nil},
	"missing":   {newsfact.RoleRecipient, "went missing", "go missing", nil},
	"displaced": {newsfact.RoleRecipient, "had to leave", "have to leave", nil},
}

// facts writes the facts by kind, in the order in which the kinds first come up,
// each as a sentence with its evidence below; statements stand under their
// speaker.
func (p *sheet) facts(d *newsfact.Document) {
	if len(d.Facts) == 0 {
		return
	}
	byKind := make(map[newsfact.FactKind][]*newsfact.Fact)
	var kinds []newsfact.FactKind
	for i := range d.Facts {
		f := &d.Facts[i]
		if byKind[f.Kind] == nil {
			kinds = append(kinds, f.Kind)
		}
		byKind[f.Kind] = append(byKind[f.Kind], f)
	}
	p.strong("Facts")
	for _, k := range kinds {
		p.line("")
		p.line(title(string(k)))
		if k == newsfact.Statement {
			p.statements(d, byKind[k])
			continue
		}
		for _, f := range byKind[k] {
			p.wrap(sentence(d, f), "  • ", "    ")
			p.wrap(f.Text, "    │ ", "    │ ")
		}
	}
	p.line("")
}

// statements writes what is said under who says it.
func (p *sheet) statements(d *newsfact.Document, fs []*newsfact.Fact) {
	said := make(map[string][]*newsfact.Fact)
	var sources []string
	for _, f := range fs {
		who := names(d, f, newsfact.RoleSource)
		if who == "" {
			who = "Unnamed"
		}
		if said[who] == nil {
			sources = append(sources, who)
		}
		said[who] = append(said[who], f)
	}
	for _, who := range sources {
		p.wrap(who, "  • ", "    ")
		for _, f := range said[who] {
			p.wrap(quoted(d, f), "      ", "        ")
		}
	}
}

// quoted writes the content of a statement, in quotation marks where it is in
// the speaker's words.
func quoted(d *newsfact.Document, f *newsfact.Fact) string {
	var parts []string
	for a := range f.Args(newsfact.RoleContent) {
		s := strings.TrimSpace(a.Text)
		if f.Quotation == "direct" {
			s = "“" + s + "”"
		}
		parts = append(parts, s)
	}
	s := strings.Join(parts, " … ")
	if s == "" {
		s = strings.TrimSpace(f.Text)
	}
	switch {
	case f.Polarity == newsfact.Negative:
		s = "not said: " + s
	case f.Modality != newsfact.Actual && f.Modality != "":
		s = string(f.Modality) + ": " + s
	}
	if to := names(d, f, newsfact.RoleAddressee); to != "" {
		s = "to " + to + ": " + s
	}
	return s + circumstances(d, f)
}

// sentence says a fact in English.
func sentence(d *newsfact.Document, f *newsfact.Fact) string {
	var s string
	switch f.Kind {
	case newsfact.Position:
		s = some(names(d, f, newsfact.RolePerson)) + verb(f, " was ", " is ") + names(d, f, newsfact.RoleTitle)
		if of := names(d, f, newsfact.RoleAffiliation); of != "" {
			s += ", " + of
		}
	case newsfact.Kinship:
		s = some(names(d, f, newsfact.RoleRelative)) + verb(f, " was ", " is ") + f.Relation + " of " + some(names(d, f, newsfact.RolePerson))
	case newsfact.Age:
		s = some(names(d, f, newsfact.RolePerson)) + verb(f, " was ", " is ") + amounts(f) + " years old"
	case newsfact.Measure:
		s = some(names(d, f, newsfact.RoleTopic)) + ": " + amounts(f) + aside(f)
	case newsfact.Casualty:
		w := harms[f.Harm]
		if names(d, f, newsfact.RoleRecipient) == "" {
			w.who = newsfact.RoleAmount
		}
		s = worded(d, f, w)
		if by := names(d, f, newsfact.RoleActor); by != "" {
			s += " (by " + by + ")"
		}
	default:
		if s = asWritten(d, f, wordings[f.Kind].who); s == "" {
			s = worded(d, f, wordings[f.Kind])
		}
	}
	return title(s) + circumstances(d, f) + "."
}

// verb chooses between the verbs of what held and of what holds, and negates.
func verb(f *newsfact.Fact, past, present string) string {
	v := present
	if f.Time != "" {
		v = past
	}
	if f.Polarity == newsfact.Negative {
		v += "not "
	}
	return v
}

// aside is the polarity and modality of a fact without a verb.
func aside(f *newsfact.Fact) string {
	switch {
	case f.Polarity == newsfact.Negative:
		return " (not so)"
	case f.Modality != newsfact.Actual && f.Modality != "":
		return " (" + string(f.Modality) + ")"
	}
	return ""
}

// worded says who does what to whom.
func worded(d *newsfact.Document, f *newsfact.Fact, w wording) string {
	who := some(names(d, f, w.who))
	s := who + " " + inflect(f, w, who)
	for _, x := range w.then {
		if t := names(d, f, x.role); t != "" {
			s += x.before + t
		}
	}
	return s
}

// inflect writes the verb with the polarity and modality of the fact.
func inflect(f *newsfact.Fact, w wording, who string) string {
	not := ""
	if f.Polarity == newsfact.Negative && !strings.HasPrefix(strings.ToLower(who), "no") {
		not = " not"
	}
	switch f.Modality {
	case newsfact.Planned:
		return "will" + not + " " + w.base
	case newsfact.Possible:
		return "may" + not + " " + w.base
	case newsfact.Requested:
		return "should" + not + " " + w.base
	}
	switch {
	case not == "":
		return w.past
	case strings.HasPrefix(w.past, "was "):
		return "was not " + w.past[len("was "):]
	}
	return "did not " + w.base
}

// What may stand between who does it and the verb, and from there to the last
// argument, for the words of the text to serve as the sentence, in bytes.
const (
	maxGap    = 24
	maxClause = 120
)

// asWritten is the clause of the fact in the words of the text, "" where they
// are too many, in another order, or stand for a name.
func asWritten(d *newsfact.Document, f *newsfact.Fact, who newsfact.Role) string {
	start, end, does := f.Trigger.Start, f.Trigger.End, -1
	for _, a := range f.Arguments {
		if name(d, a) != a.Text || a.Start < f.Start || a.End > f.End {
			return ""
		}
		if a.Role == newsfact.RoleTime || a.Role == newsfact.RolePlace && f.Kind != newsfact.Visit {
			continue
		}
		if a.Role == who && a.End <= f.Trigger.Start {
			does = max(does, a.End)
		}
		start, end = min(start, a.Start), max(end, a.End)
	}
	if does < 0 || f.Trigger.Start-does > maxGap || end-start > maxClause || start < f.Start || end > f.End {
		return ""
	}
	gap := f.Text[does-f.Start : f.Trigger.Start-f.Start]
	if strings.ContainsAny(gap, ",;:()\"“”") || strings.HasPrefix(gap, " of ") {
		return ""
	}
	return f.Text[start-f.Start : end-f.Start]
}

// circumstances says where, when and on whose word.
func circumstances(d *newsfact.Document, f *newsfact.Fact) string {
	s := ""
	if f.Kind != newsfact.Visit {
		if at := names(d, f, newsfact.RolePlace); at != "" {
			s += " · " + at
		}
	}
	if f.Time != "" {
		s += " · " + timeForPeople(f.Time)
	}
	if f.Attribution != nil {
		s += " · according to " + name(d, *f.Attribution)
	}
	return s
}

// dayParts are the parts of the day by their codes in TIMEX3.
var dayParts = map[string]string{"MO": "morning", "MI": "midday", "AF": "afternoon", "EV": "evening", "NI": "night", "DT": "daytime"}

// timeForPeople writes a value of TIMEX3 as a newspaper would, where it is a day,
// a month or a year.
func timeForPeople(v string) string {
	if t, err := time.Parse("2006-01-02", v); err == nil {
		return t.Format("2 January 2006")
	}
	if t, err := time.Parse("2006-01", v); err == nil {
		return t.Format("January 2006")
	}
	if day, part, ok := strings.Cut(v, "T"); ok && dayParts[part] != "" {
		return dayParts[part] + " of " + timeForPeople(day)
	}
	if year, week, ok := strings.Cut(v, "-W"); ok && len(week) == 2 {
		return "week " + week + " of " + year
	}
	return v
}

func some(s string) string {
	if s == "" {
		return "Someone"
	}
	return s
}

func amounts(f *newsfact.Fact) string {
	var out []string
	for a := range f.Args(newsfact.RoleAmount) {
		out = append(out, a.Text)
	}
	return strings.Join(out, ", ")
}

// names joins the arguments of a role.
func names(d *newsfact.Document, f *newsfact.Fact, role newsfact.Role) string {
	var out []string
	for a := range f.Args(role) {
		out = append(out, name(d, a))
	}
	if n := len(out); n > 1 {
		return strings.Join(out[:n-1], ", ") + " and " + out[n-1]
	}
	return strings.Join(out, "")
}

// name writes an argument: a pronoun as whom it stands for, a description with
// that in brackets.
func name(d *newsfact.Document, a newsfact.Argument) string {
	e := d.Entity(a.Entity)
	if e == nil || e.Name == "" {
		return a.Text
	}
	for _, m := range e.Mentions {
		if m.Start == a.Start && m.Kind == newsfact.PronounMention {
			return e.Name
		}
		if a.Start <= m.Start && m.End <= a.End && m.Kind == newsfact.NameMention {
			return a.Text
		}
	}
	if strings.Contains(a.Text, e.Name) || strings.Contains(e.Name, a.Text) {
		return a.Text
	}
	return a.Text + " (" + e.Name + ")"
}

// title is a text with a capital.
func title(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
