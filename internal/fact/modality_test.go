package fact

import (
	"strings"
	"testing"
	"time"

	"github.com/newsfact/newsfact/internal/entity"
	"github.com/newsfact/newsfact/internal/mention"
	"github.com/newsfact/newsfact/internal/speech"
	"github.com/newsfact/newsfact/internal/syntax"
	"github.com/newsfact/newsfact/internal/timex"
	"github.com/newsfact/newsfact/internal/token"
)

// published is the day of the test texts: a Wednesday.
var published = time.Date(2024, 5, 15, 0, 0, 0, 0, time.UTC)

// read makes a finder for a text, with nothing found yet.
func read(s string) *finder {
	t := token.New(s)
	dates := timex.Find(t, timex.Ref{Date: published})
	x := syntax.Parse(t)
	ms := mention.Find(x)
	return &finder{Text: entity.Link(x, ms, speech.Find(x, ms)), dates: dates}
}

// asked reads a case with one word and its answer in brackets, "Oslo did not
// [sign|negative] it", and returns the index of the word.
func asked(t *testing.T, line string) (f *finder, i int, want string) {
	t.Helper()
	before, rest, ok := strings.Cut(line, "[")
	word, rest, ok2 := strings.Cut(rest, "|")
	want, after, ok3 := strings.Cut(rest, "]")
	if !ok || !ok2 || !ok3 {
		t.Fatalf("%q: no [word|answer]", line)
	}
	f = read(before + word + after)
	return f, f.TokenAt(len(before)), want
}

func TestHolds(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"Oslo [signed|actual] the treaty on Monday.",
		"Oslo did not [sign|negative] the treaty.",
		"Peru has never [recognised|negative] the border.",
		"No ships were [attacked|negative] overnight.",
		"Nobody was [hurt|negative] in the blast.",
		"Neither Kenya nor Uganda has [signed|negative] the pact.",
		"Officials did not [sign|negative] or ratify the treaty.",
		"Officials did not sign or [ratify|negative] the treaty.",
		"The police did not fire and the crowd [left|actual] quietly.",
		"The army failed to [stop|negative] the march.",
		"Quito refused to [pay|negative] compensation.",
		"The mayor left without [signing|negative] the accord.",
		"Troops prevented the rebels from [entering|negative] the town.",
		"Lima denied [attacking|negative] the ship.",
		"Lima denied that its navy had [attacked|negative] the ship.",
		"The minister cancelled a [visit|negative] to Rome.",
		"The [visit|negative] was called off because of fog.",
		"There was no sign of an [attack|negative] on the port.",
		"The two sides could not [reach|negative] a deal.",
		"The firm no longer [exports|negative] gas to Spain.",
		"Police not only [arrested|actual] the driver but also seized his car.",
		"No fewer than 20 people were [killed|actual] in the fire.",
		"The envoy will [visit|planned] Rome in June.",
		"Oslo said it would [send|planned] a frigate to the gulf.",
		"The envoy plans to [visit|planned] Rome in June.",
		"The leaders are due to [meet|planned] in Paris on Friday.",
		"Two envoys are to [travel|planned] to Lagos.",
		"The government decided to [expel|planned] two diplomats.",
		"The government decided not to [expel|negative planned] the diplomats.",
		"They have no plans to [visit|negative planned] Rome.",
		"She does not intend to [resign|negative planned] this year.",
		"The minister announced a plan to [build|planned] two ports.",
		"The planned [visit|planned] drew criticism.",
		"[Talks|planned] will resume in Geneva on Monday.",
		"[Talks|actual] resumed in Geneva on Monday.",
		"A [meeting|planned] is scheduled for Friday.",
		"Kuwait is considering [aid|possible] for the flooded districts.",
		"Zelda is considering [firing|possible] her deputy.",
		"Washington may [impose|possible] tariffs on steel.",
		"It was unclear whether the rebels had [attacked|possible] the post.",
		"Oslo will act if Lima [attacks|possible] the port.",
		"The army warned of a possible [attack|possible] on the port.",
		"The union threatened to [strike|planned] next week.",
		"The court ordered the club to [hand|requested] over its books.",
		"The United Nations urged both armies to [stop|requested] the shelling.",
		"Paris called on the junta to [free|requested] the prisoners.",
		"The opposition demanded the [release|requested] of the prisoners.",
		"Chile called for an emergency [session|requested] of the council.",
		"The opposition did not ask the premier to [resign|requested].",
		"The protesters' main demand was the minister's [dismissal|requested].",
		"She became the first woman to [lead|actual] the party.",
		"Troops began to [leave|actual] the city on Sunday.",
		"He was never forced to [work|negative] there.",
		"Oslo has yet to [sign|negative] the treaty.",
		"The league has not [suspended|negative] the club.",
		"No injuries or [deaths|negative] were reported.",
	} {
		f, i, want := asked(t, line)
		neg, m := f.holds(i)
		got := m.String()
		if neg {
			got = strings.TrimSuffix("negative "+got, " actual")
		}
		if got != want {
			t.Errorf("%s: %s", line, got)
		}
	}
}

func TestWhen(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"Oslo [signed|2024-05-13] the treaty in Vienna on Monday after two years of talks.",
		"On Monday the envoy [met|2024-05-13] her counterpart.",
		"Oslo said on Tuesday that troops had [left|] the town.",
		"Oslo [said|2024-05-14] on Tuesday that troops had left the town.",
		"Troops left the town on Sunday, the mayor [said|2024-05-14] Tuesday.",
		"Troops [left|2024-05-12] the town on Sunday, the mayor said Tuesday.",
		"The [attack|2011] of 2011 shook the country.",
		"The minister condemned the 2011 [attack|2011] in a speech.",
		"The minister [condemned|] the 2011 attack.",
		"During the Saturday debate, she [urged|2024-05-11] him to resign.",
		"At least 24 people were [killed|2024-05-13] and 50 injured in Lagos on Monday.",
		"The leaders are due to [meet|2024-05-17] in Paris on Friday.",
		"Tomorrow he plans to [meet|2024-05-16] the mayor.",
		"The city was without water before Monday, when troops [arrived|2024-05-13].",
		"The two met on May 5, when police [arrested|2024-05-05] ten men.",
		"The shop was [open|] for two years.",
		"[Talks|2024-05-13] resumed in Geneva on Monday.",
		"She cancelled a [visit|2024-05-18] to Lima that was planned for Saturday.",
		"The storm hit the coast on Sunday, [killing|2024-05-12] four.",
		"He had [ruled|1999] since 1999.",
		"Output [stood|] at 31 tonnes, down from 40 tonnes in 2011.",
		"Lawmakers [asked|] for answers to their questions from February.",
		"From June 1 the firm will [hire|2024-06-01] more staff.",
		"RIGA, May 14 - The firm [opened|] a mill.",
	} {
		f, i, want := asked(t, line)
		if _, got, _ := f.when(i); got != want {
			t.Errorf("%s: %q", line, got)
		}
	}
}

func TestAmount(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"Police moved about 80 [people|about 80, 80 ] to a school.",
		"At least 24 [miners|At least 24, 24 ] died.",
		"The firm paid [$|$1.5 million, 1500000 $]1.5 million for it.",
		"The fund got [R4bn|R4bn, 4000000000 R] last year.",
		"The plane cost [RM6.162|RM6.162 million, 6162000 RM] million.",
		"It cost NZ [$|NZ $ 26 million, 26000000 NZ$] 26 million.",
		"It cost 1.5 million [euros|1.5 million euros, 1500000 €] to build.",
		"Prices rose by 2.1 [percent|2.1 percent, 2.1 %] in May.",
		"It is 27 per [cent|27 per cent, 27 %] of the cost.",
		"Growth was 9[%|9%, 9 %] in May.",
		"Eleven [officers|Eleven, 11 ] were hurt.",
		"Two hundred and fifty [villagers|Two hundred and fifty, 250 ] fled.",
		"Dozens of [people|] were hurt.",
		"No [one|] was hurt.",
		"[Dozens|Dozens,  ] were hurt.",
		"A [quarter|quarter, 0.25 ] of citizens voted.",
		"Three million [voters|Three million, 3000000 ] stayed away.",
		"More than 11,000 [signatures|More than 11,000, 11000 ] were counted.",
	} {
		f, i, want := asked(t, line)
		got := ""
		if a, ok := f.amount(i); ok {
			got = f.S[f.Tokens[a.First].Start:f.Tokens[a.Last-1].End] + ", " + a.Value + " " + a.Unit
		}
		if got != want {
			t.Errorf("%s: %q", line, got)
		}
	}
}
