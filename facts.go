package newsfact

import (
	"encoding/json"
	"iter"
	"slices"
	"strconv"

	"github.com/newsfact/newsfact/internal/entity"
	"github.com/newsfact/newsfact/internal/fact"
)

// A Fact is one thing that the article says happened, holds, was said or is to
// happen, with its evidence. Its span is the evidence: the sentence of the
// trigger.
type Fact struct {
	ID   string   `json:"id"` // "f1", "f2", … in the order of the triggers
	Kind FactKind `json:"kind"`
	Span
	Trigger   Span       `json:"trigger"` // the word or words that express it
	Arguments []Argument `json:"arguments"`

	Time     string   `json:"time,omitempty"` // TIMEX3: what the text says of when, never the day of publication by default
	Polarity Polarity `json:"polarity"`
	Modality Modality `json:"modality"`

	// Attribution is who the article has this from, where that is not the
	// writer: the source of the clause that the fact stands in, or the speaker
	// of the quotation. It has no role.
	Attribution *Argument `json:"attribution,omitempty"`

	Quotation string `json:"quotation,omitempty"` // of a statement: direct, indirect or mixed
	Harm      string `json:"harm,omitempty"`      // of a casualty: killed, injured, missing or displaced
	Relation  string `json:"relation,omitempty"`  // of a kinship: what the relative is to the person ("father")

	// Confidence is the share of facts like this one that are right on
	// annotated news, between 0 and 1.
	Confidence float64 `json:"confidence"`
}

// Args yields the arguments of a fact that have a role.
func (f *Fact) Args(role Role) iter.Seq[Argument] {
	return func(yield func(Argument) bool) {
		for _, a := range f.Arguments {
			if a.Role == role && !yield(a) {
				return
			}
		}
	}
}

// An Argument is a part of a fact, as the text has it.
type Argument struct {
	Role   Role   `json:"role,omitempty"`
	Entity string `json:"entity,omitempty"` // the ID of the entity that it refers to
	Span
	Value json.Number `json:"value,omitempty"` // of an amount: the plain number
	Unit  string      `json:"unit,omitempty"`  // of an amount: the currency sign, %, …
}

// A FactKind is a kind of fact. Each constant's comment gives its roles, those
// first without which a fact is not whole, and its category in PLOVER, the
// ontology of political events that succeeded CAMEO.
type FactKind string

// The kinds of facts. Any of them may have a place and a time, too.
const (
	Statement   FactKind = "statement"   // source, content; addressee, topic
	Position    FactKind = "position"    // person, title; affiliation
	Appointment FactKind = "appointment" // person, title; affiliation, actor
	Departure   FactKind = "departure"   // person; title, affiliation, actor
	Election    FactKind = "election"    // person; title, affiliation, amount. Losing is negative.
	Meeting     FactKind = "meeting"     // participant; host, topic. CONSULT
	Visit       FactKind = "visit"       // actor, place; host, topic. CONSULT
	Agreement   FactKind = "agreement"   // party; document, topic. AGREE
	Cooperation FactKind = "cooperation" // actor; recipient, topic. COOPERATE
	Support     FactKind = "support"     // actor, recipient; topic. SUPPORT
	Aid         FactKind = "aid"         // actor, recipient; amount, topic. AID
	Concession  FactKind = "concession"  // actor; recipient, topic. CONCEDE
	Apology     FactKind = "apology"     // actor, recipient; topic. CONCEDE
	Demand      FactKind = "demand"      // actor, topic; recipient. REQUEST
	Accusation  FactKind = "accusation"  // actor, recipient; topic. ACCUSE
	Rejection   FactKind = "rejection"   // actor, topic; recipient. REJECT
	Threat      FactKind = "threat"      // actor, topic; recipient. THREATEN
	Protest     FactKind = "protest"     // actor; recipient, topic. PROTEST
	Sanction    FactKind = "sanction"    // actor, recipient; topic. SANCTION
	Deployment  FactKind = "deployment"  // actor; recipient, topic. MOBILIZE
	Arrest      FactKind = "arrest"      // actor, recipient; topic. COERCE
	Attack      FactKind = "attack"      // recipient; actor, instrument. ASSAULT
	Casualty    FactKind = "casualty"    // recipient, amount; actor
	Accident    FactKind = "accident"    // recipient; topic
	Transaction FactKind = "transaction" // actor, topic; recipient, amount
	Opening     FactKind = "opening"     // actor, topic
	Kinship     FactKind = "kinship"     // person, relative
	Age         FactKind = "age"         // person, amount
	Birth       FactKind = "birth"       // person
	Death       FactKind = "death"       // person; not by violence
	Measure     FactKind = "measure"     // topic, amount
)

// Roles returns the roles that facts of kind k have: the core ones, and the
// others. A fact without one of its core roles is one of which the text leaves
// it unsaid. Both are empty for an unknown kind.
func (k FactKind) Roles() (core, other []Role) {
	kind, ok := fact.KindNamed(string(k))
	if !ok {
		return nil, nil
	}
	c, o := kind.Roles()
	core, other = roles(c), roles(o)
	for _, r := range []Role{RolePlace, RoleTime} {
		if !slices.Contains(core, r) {
			other = append(other, r)
		}
	}
	return core, other
}

// PLOVER returns the category of PLOVER that facts of kind k belong to, or "".
func (k FactKind) PLOVER() string {
	kind, _ := fact.KindNamed(string(k))
	return kind.PLOVER()
}

// CAMEO returns the root code of CAMEO, two digits, that facts of kind k belong
// to, or "".
func (k FactKind) CAMEO() string {
	kind, _ := fact.KindNamed(string(k))
	return kind.CAMEO()
}

// A Role is what an argument is to its fact.
type Role string

// The roles.
const (
	RoleSource      Role = "source"
	RoleContent     Role = "content"
	RoleAddressee   Role = "addressee"
	RoleTopic       Role = "topic"
	RolePerson      Role = "person"
	RoleTitle       Role = "title"
	RoleAffiliation Role = "affiliation"
	RoleActor       Role = "actor"
	RoleRecipient   Role = "recipient"
	RoleParticipant Role = "participant"
	RoleHost        Role = "host"
	RoleParty       Role = "party"
	RoleDocument    Role = "document"
	RolePlace       Role = "place"
	RoleTime        Role = "time"
	RoleAmount      Role = "amount"
	RoleInstrument  Role = "instrument"
	RoleRelative    Role = "relative"
)

func roles(rs []fact.Role) []Role {
	out := make([]Role, len(rs), len(rs)+2)
	for i, r := range rs {
		out[i] = Role(r.String())
	}
	return out
}

// A Polarity says whether the text affirms a fact.
type Polarity string

// The polarities.
const (
	Positive Polarity = "positive"
	Negative Polarity = "negative" // it did not happen, or does not hold
)

// A Modality says how a fact holds.
type Modality string

// The modalities; TempEval and FactBank draw the same lines.
const (
	Actual    Modality = "actual"
	Planned   Modality = "planned"   // will, plans to, is due to
	Possible  Modality = "possible"  // may, could, if, considering
	Requested Modality = "requested" // was asked or ordered, not done
)

// facts bridges from package fact.
func facts(t *entity.Text, fs []fact.Fact) []Fact {
	out := make([]Fact, len(fs))
	for i, f := range fs {
		s := t.Sentences[f.Sentence]
		out[i] = Fact{
			ID: "f" + strconv.Itoa(i+1), Kind: FactKind(f.Kind.String()),
			Span:      Span{int(s.Start), int(s.End), t.S[s.Start:s.End]},
			Trigger:   tokens(t.Text.Text, f.Trigger.First, f.Trigger.Last),
			Arguments: make([]Argument, len(f.Arguments)),
			Time:      f.Time, Polarity: Positive, Modality: Modality(f.Modality.String()),
			Quotation: f.Quotation, Harm: f.Harm, Relation: f.Relation, Confidence: f.Confidence,
		}
		if f.Negative {
			out[i].Polarity = Negative
		}
		for k, a := range f.Arguments {
			out[i].Arguments[k] = argument(t, a)
		}
		if f.Attribution != nil {
			a := argument(t, *f.Attribution)
			out[i].Attribution = &a
		}
	}
	return out
}

func argument(t *entity.Text, a fact.Argument) Argument {
	out := Argument{Role: Role(a.Role.String()), Span: tokens(t.Text.Text, a.First, a.Last), Value: json.Number(a.Value), Unit: a.Unit}
	if a.Entity >= 0 {
		out.Entity = entityID(int(a.Entity))
	}
	return out
}
