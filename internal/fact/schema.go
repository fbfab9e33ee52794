package fact

// A Kind is a kind of fact.
type Kind uint8

// The kinds of the output contract.
const (
	NoKind Kind = iota
	Statement
	Position
	Appointment
	Departure
	Election
	Meeting
	Visit
	Agreement
	Cooperation
	Support
	Aid
	Concession
	Apology
	Demand
	Accusation
	Rejection
	Threat
	Protest
	Sanction
	Deployment
	Arrest
	Attack
	Casualty
	Accident
	Transaction
	Opening
	Kinship
	Age
	Birth
	Death
	Measure
	numKinds
)

// A Role is what an argument is to its fact.
type Role uint8

// The roles of the output contract.
const (
	NoRole Role = iota
	Source
	Content
	Addressee
	Topic
	Person
	Title
	Affiliation
	Actor
	Recipient
	Participant
	Host
	Party
	Document
	PlaceRole
	TimeRole
	Amount
	Instrument
	Relative
	numRoles
)

var roleNames = [numRoles]string{"", "source", "content", "addressee", "topic", "person", "title", "affiliation", "actor",
	"recipient", "participant", "host", "party", "document", "place", "time", "amount", "instrument", "relative"}

func (r Role) String() string { return roleNames[r] }

// schema is the contract's table: for each kind its name, its core roles, its
// other roles but place and time, which any fact may have, and the category of
// PLOVER and the root code of CAMEO, where there is one.
var schema = [numKinds]struct {
	name        string
	core, other []Role
	plover      string
	cameo       string
}{
	Statement:   {"statement", []Role{Source, Content}, []Role{Addressee, Topic}, "", ""},
	Position:    {"position", []Role{Person, Title}, []Role{Affiliation}, "", ""},
	Appointment: {"appointment", []Role{Person, Title}, []Role{Affiliation, Actor}, "", ""},
	Departure:   {"departure", []Role{Person}, []Role{Title, Affiliation, Actor}, "", ""},
	Election:    {"election", []Role{Person}, []Role{Title, Affiliation, Amount}, "", ""},
	Meeting:     {"meeting", []Role{Participant}, []Role{Host, Topic}, "CONSULT", "04"},
	Visit:       {"visit", []Role{Actor, PlaceRole}, []Role{Host, Topic}, "CONSULT", "04"},
	Agreement:   {"agreement", []Role{Party}, []Role{Document, Topic}, "AGREE", "05"},
	Cooperation: {"cooperation", []Role{Actor}, []Role{Recipient, Topic}, "COOPERATE", "06"},
	Support:     {"support", []Role{Actor, Recipient}, []Role{Topic}, "SUPPORT", "05"},
	Aid:         {"aid", []Role{Actor, Recipient}, []Role{Amount, Topic}, "AID", "07"},
	Concession:  {"concession", []Role{Actor}, []Role{Recipient, Topic}, "CONCEDE", "08"},
	Apology:     {"apology", []Role{Actor, Recipient}, []Role{Topic}, "CONCEDE", "08"},
	Demand:      {"demand", []Role{Actor, Topic}, []Role{Recipient}, "REQUEST", "10"},
	Accusation:  {"accusation", []Role{Actor, Recipient}, []Role{Topic}, "ACCUSE", "11"},
	Rejection:   {"rejection", []Role{Actor, Topic}, []Role{Recipient}, "REJECT", "12"},
	Threat:      {"threat", []Role{Actor, Topic}, []Role{Recipient}, "THREATEN", "13"},
	Protest:     {"protest", []Role{Actor}, []Role{Recipient, Topic}, "PROTEST", "14"},
	Sanction:    {"sanction", []Role{Actor, Recipient}, []Role{Topic}, "SANCTION", "16"},
	Deployment:  {"deployment", []Role{Actor}, []Role{Recipient, Topic}, "MOBILIZE", "15"},
	Arrest:      {"arrest", []Role{Actor, Recipient}, []Role{Topic}, "COERCE", "17"},
	Attack:      {"attack", []Role{Recipient}, []Role{Actor, Instrument}, "ASSAULT", "19"},
	Casualty:    {"casualty", []Role{Recipient, Amount}, []Role{Actor}, "", ""},
	Accident:    {"accident", []Role{Recipient}, []Role{Topic}, "", ""},
	Transaction: {"transaction", []Role{Actor, Topic}, []Role{Recipient, Amount}, "", ""},
	Opening:     {"opening", []Role{Actor, Topic}, nil, "", ""},
	Kinship:     {"kinship", []Role{Person, Relative}, nil, "", ""},
	Age:         {"age", []Role{Person, Amount}, nil, "", ""},
	Birth:       {"birth", []Role{Person}, nil, "", ""},
	Death:       {"death", []Role{Person}, nil, "", ""},
	Measure:     {"measure", []Role{Topic, Amount}, nil, "", ""},
}

func (k Kind) String() string { return schema[k].name }

// Roles returns the roles of the kind: those without which a fact is not whole,
// and the others but place and time.
func (k Kind) Roles() (core, other []Role) { return schema[k].core, schema[k].other }

// PLOVER returns the category of PLOVER that the kind is, or "".
func (k Kind) PLOVER() string { return schema[k].plover }

// A Modality says how a fact holds.
type Modality uint8

// The modalities of the contract.
const (
	Actual    Modality = iota
	Planned            // will, plans to, is due to
	Possible           // may, could, if
	Requested          // was asked or ordered
)

func (m Modality) String() string {
	return [...]string{"actual", "planned", "possible", "requested"}[m]
}

// KindNamed returns the kind with a name of the contract.
func KindNamed(name string) (Kind, bool) {
	for k := Statement; k < numKinds; k++ {
		if schema[k].name == name {
			return k, true
		}
	}
	return NoKind, false
}

// CAMEO returns the root code of CAMEO that the kind is, or "".
func (k Kind) CAMEO() string { return schema[k].cameo }
