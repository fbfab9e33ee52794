package lexicon

import "sync"

// Abbreviations lists the abbreviations that keep their full stop, written
// without it, each with its class: title, number, month, weekday, place,
// common, inner, final or end. The file says what each class means for a sentence.
func Abbreviations() *Table { return abbreviations() }

// Contractions lists words that are cut where no apostrophe stands ("cannot"),
// in lower case, with the byte offsets of the cuts.
func Contractions() *Table { return contractions() }

// Clitics lists what is cut from a word together with its apostrophe, in
// lower case and without that apostrophe; "n't" alone holds it.
func Clitics() *Set { return clitics() }

// Elisions lists words that begin with an apostrophe and keep it, in lower
// case and without it.
func Elisions() *Set { return elisions() }

// HyphenPrefixes lists the prefixes that a hyphen does not cut off, in lower
// case.
func HyphenPrefixes() *Set { return hyphenPrefixes() }

// Units lists what is cut from a number that it is written together with.
func Units() *Set { return units() }

// Emoticons lists faces and arrows of ASCII marks.
func Emoticons() *Set { return emoticons() }

// HostLabels lists the last labels of host names that are read as such
// without a scheme.
func HostLabels() *Set { return hostLabels() }

// SentenceStarters lists function words that start sentences, in lower case.
func SentenceStarters() *Set { return sentenceStarters() }

// AfterTime lists capitalised words that go on after a time of day.
func AfterTime() *Set { return afterTime() }

// SpeechVerbs lists the verbs that report speech after a quotation, in lower
// case, in the forms that stand there.
func SpeechVerbs() *Set { return speechVerbs() }

// Negators lists the words that negate a clause, as lemmas, each with what it
// negates: verb or argument.
func Negators() *Table { return negators() }

// Modals lists the auxiliary verbs that say how a clause holds, in lower case,
// each with its class: future, possible, necessary or conditional.
func Modals() *Table { return modals() }

// Conditions lists the words that open a conditional clause, in lower case.
func Conditions() *Set { return conditions() }

// SubjectControl lists the verbs that keep their subject as that of the
// infinitive they govern although they have an object, as lemmas.
func SubjectControl() *Set { return subjectControl() }

// RelativePronouns lists the words that stand for the noun that their clause
// describes, in lower case.
func RelativePronouns() *Set { return relativePronouns() }

// IrregularVerbs lists irregular past forms of verbs in lower case, with their
// lemmas.
func IrregularVerbs() *Table { return irregularVerbs() }

// Pronouns lists pronouns and determiners, in lower case, each with its
// features as CoNLL-U writes them.
func Pronouns() *Table { return pronouns() }

var (
	abbreviations    = sync.OnceValue(func() *Table { return newTable("abbrev/abbreviations.txt") })
	contractions     = sync.OnceValue(func() *Table { return newTable("abbrev/contractions.txt") })
	clitics          = sync.OnceValue(func() *Set { return newSet("abbrev/clitics.txt") })
	elisions         = sync.OnceValue(func() *Set { return newSet("abbrev/elisions.txt") })
	hyphenPrefixes   = sync.OnceValue(func() *Set { return newSet("abbrev/prefixes.txt") })
	units            = sync.OnceValue(func() *Set { return newSet("abbrev/units.txt") })
	emoticons        = sync.OnceValue(func() *Set { return newSet("abbrev/emoticons.txt") })
	hostLabels       = sync.OnceValue(func() *Set { return newSet("abbrev/domains.txt") })
	sentenceStarters = sync.OnceValue(func() *Set { return newSet("abbrev/starters.txt") })
	afterTime        = sync.OnceValue(func() *Set { return newSet("abbrev/after_time.txt") })
	negators         = sync.OnceValue(func() *Table { return newTable("syntax/negators.txt") })
	modals           = sync.OnceValue(func() *Table { return newTable("syntax/modals.txt") })
	conditions       = sync.OnceValue(func() *Set { return newSet("syntax/conditions.txt") })
	subjectControl   = sync.OnceValue(func() *Set { return newSet("syntax/subject_control.txt") })
	relativePronouns = sync.OnceValue(func() *Set { return newSet("syntax/relative_pronouns.txt") })
	pronouns         = sync.OnceValue(func() *Table { return newTable("syntax/pronouns.txt") })
	irregularVerbs   = sync.OnceValue(func() *Table { return newTable("syntax/irregular_verbs.txt") })
	speechVerbs      = sync.OnceValue(func() *Set { return newSet("syntax/speech_verbs.txt") })
)
