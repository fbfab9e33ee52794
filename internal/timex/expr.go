package timex

// kind says how an expression gets its value.
type kind uint8

const (
	noExpr    kind = iota
	calendar       // named parts of the calendar, a clock time, or both: "late on Friday", "the third quarter of last year"
	shift          // an amount from today or from the narrative's day: "two weeks ago", "a year later"
	duration       // an amount: "nearly four years"
	set            // what comes again: "every Friday", "twice a year"
	reference      // "now", "recently"
	anaphor        // "since then": the narrative's day, month or year
)

// direction is what a determiner or adjective says of the place of a stretch
// of time.
type direction uint8

const (
	noDir     direction = iota
	last                // before today: "last May"
	past                // up to now: "the past year"
	this                // today's
	next                // after today
	coming              // the first after today: "this coming Sunday"
	following           // after the narrative's day
	preceding           // before the narrative's day
	that                // the narrative's
	same                // the narrative's
	latest              // the last one finished
	recent              // up to now, without bounds
	definite            // "the week": what the narrative or today says
)

var directions = map[string]direction{
	"last": last, "past": past, "this": this, "next": next, "coming": coming, "following": following,
	"preceding": preceding, "that": that, "same": same, "latest": latest, "recent": recent, "the": definite,
}

// unit is a unit of time, small to large.
type unit uint8

const (
	noUnit unit = iota
	second
	minute
	hour
	dayUnit
	weekend
	week
	fortnight
	monthUnit
	quarter
	half
	year
	decade
	century
	millennium
)

var units = map[string]unit{
	"S": second, "MI": minute, "H": hour, "D": dayUnit, "WE": weekend, "W": week, "FN": fortnight, "M": monthUnit,
	"Q": quarter, "HY": half, "Y": year, "DE": decade, "CE": century, "ML": millennium,
}

// unitCodes are the letters of durations.
var unitCodes = [...]string{second: "S", minute: "M", hour: "H", dayUnit: "D", weekend: "WE", week: "W", fortnight: "W",
	monthUnit: "M", quarter: "Q", half: "M", year: "Y", decade: "DE", century: "CE", millennium: "ML"}

// shifting is the direction of a shift and what it starts from.
type shifting uint8

const (
	noShift shifting = iota
	ago              // before today
	hence            // after today
	earlier          // before the narrative's day
	later            // after the narrative's day
)

var shiftings = map[string]shifting{"ago": ago, "hence": hence, "earlier": earlier, "later": later}

type tense uint8

const (
	noTense tense = iota
	pastTense
	presentTense
	futureTense
	prospect  // ahead, but of what is unsure: "was to meet on Monday", "Tuesday's votes will"
	clauseEnd // no tense: a word that begins another clause
)

var tenses = map[string]tense{"past": pastTense, "present": presentTense, "future": futureTense, "prospect": prospect, "clause": clauseEnd}

// precision of a year.
const (
	yearPrecision = iota
	decadePrecision
	centuryPrecision
)

// An amount is a number of units; vague where the text gives none.
type amount struct {
	n     float64
	unit  unit
	vague bool
}

// expr is an expression as found, before it has a value.
type expr struct {
	start, end int32
	sent       int32
	kind       kind
	tense      tense
	at         int32 // index of the first atom, in its sentence

	// Named parts of the calendar; 0 where unnamed.
	year      int
	precision uint8
	month     int8
	day       int8
	wday      int8
	quarter   int8
	half      int8
	season    string
	weekend   bool
	holiday   string
	nth       int8 // "the third month of 2021", "the 15th day of next month": with nthUnit
	nthUnit   unit

	// What the words say of the place of the smallest named part, and of the
	// larger stretch that it stands in: "last May", "Monday of next week".
	dir     direction
	rel     direction
	relUnit unit
	offset  int16 // days from today, where deictic
	deictic bool

	// A numeric date whose order the document decides.
	numeric bool
	loose   bool // a pair such as "7.6", a date only beside a weekday or a preposition
	dotted  bool // with points, as the United States hardly do
	first   int8
	second  int8

	// Time of day.
	hour, min int8
	sec       int8
	clock     uint8 // how much is known: 0 nothing, 1 the hour, 2 minutes, 3 seconds
	meridiem  bool
	part      string
	zone      string

	amounts [3]amount
	count   int8
	shift   shifting

	ref   string
	every int8 // sets: every n-th
	mod   string
	year2 int // the year of the range that it begins, known from its end only

	ahead   bool  // after "in": from today where the clause is of the future, else an amount
	listed  bool  // a month with others after it, whose year may be its own
	within  bool  // after "in": the clause's tense is its own
	noun    bool  // of a noun behind it: "the Nov. 8 vote", "Tuesday's vote"
	foreign bool  // the month is of another language than the text
	trim    int32 // bytes of the last atom that belong to it, 0 for all
	finance bool  // a comparison with a period of the report: "a year earlier" may be a quarter
	period  bool  // "the 1988 period"
}

func (e *expr) dayLevel() bool {
	return e.day != 0 || e.wday != 0 || e.deictic || e.numeric || e.nthUnit == dayUnit
}

// clockOnly reports whether the expression is a time of no known day.
func (e *expr) clockOnly() bool {
	return e.kind == calendar && (e.clock != 0 || e.part != "") && !e.dayLevel() && e.month == 0 && e.year == 0 && e.rel == noDir && e.holiday == ""
}
