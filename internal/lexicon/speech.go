package lexicon

import "sync"

// SayingVerbs lists the verbs of saying by lemma, some with words that follow
// ("point out"), each with what it takes, parted by commas; the file says what
// each word means.
func SayingVerbs() *Table { return sayingVerbs() }

// SayingNouns lists the nouns that are a statement with a clause of content,
// as lemmas in lower case.
func SayingNouns() *Set { return sayingNouns() }

// Papers lists what is written or counted and may be said to say something,
// as lemmas in lower case.
func Papers() *Set { return papers() }

// SpeakerLabels lists the labels of those who speak in a transcript, in lower
// case, each with question, answer or other.
func SpeakerLabels() *Table { return speakerLabels() }

// AccordingTo lists the phrases that stand before whoever says what the rest of
// the clause tells, in lower case.
func AccordingTo() *Set { return accordingTo() }

// DayParts lists the parts of a day, in lower case.
func DayParts() *Set { return dayParts() }

var (
	accordingTo   = sync.OnceValue(func() *Set { return newSet("speech/according.txt") })
	dayParts      = sync.OnceValue(func() *Set { return newSet("speech/day_parts.txt") })
	sayingVerbs   = sync.OnceValue(func() *Table { return newTable("speech/verbs.txt") })
	sayingNouns   = sync.OnceValue(func() *Set { return newSet("speech/nouns.txt") })
	papers        = sync.OnceValue(func() *Set { return newSet("speech/papers.txt") })
	speakerLabels = sync.OnceValue(func() *Table { return newTable("speech/labels.txt") })
)
