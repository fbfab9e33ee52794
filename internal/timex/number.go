package timex

import (
	"strconv"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// A quantity is a number as the text has it.
type quantity struct {
	n       float64
	ordinal bool
	vague   bool   // "several", "a few"
	mod     string // APPROX for "a couple"
	written bool   // in digits
	width   int    // number of digits, for a whole number
}

func (q *quantity) whole() bool { return q.n == float64(int(q.n)) }

// quantity reads a number in digits or words at i. next is i where there is
// none.
func (p *parser) quantity(i int) (q quantity, next int) {
	a := p.a(i)
	switch {
	case a.kind == number:
		return p.digitQuantity(i)
	case a.kind == mark && a.mark == 'h':
		return quantity{n: fractionValue(p.text(i))}, i + 1
	case a.is(lexicon.TimexNumber | lexicon.TimexScale | lexicon.TimexOrdinal):
		return p.wordQuantity(i)
	case a.is(lexicon.TimexFew):
		return quantity{vague: true}, i + 1
	case a.is(lexicon.TimexCouple):
		n, _ := strconv.Atoi(a.w.Value(lexicon.TimexCouple))
		next = i + 1
		if p.a(next).is(lexicon.TimexOf) {
			next++
		}
		return quantity{n: float64(n), mod: "APPROX"}, next
	}
	return quantity{}, i
}

func fractionValue(s string) float64 {
	switch s {
	case "¼":
		return 0.25
	case "¾":
		return 0.75
	}
	return 0.5
}

// digitQuantity reads 12, 1,000, 2.5, 3½ and 21st.
func (p *parser) digitQuantity(i int) (quantity, int) {
	a := p.a(i)
	if a.num < 0 {
		return quantity{}, i
	}
	q := quantity{n: float64(a.num), written: true, width: a.digits()}
	j := i + 1
	for b := p.a(j); b.kind == mark && b.mark == ',' && b.glued && p.a(j+1).glued && p.a(j+1).digits() == 3 && q.n < 1e9; b = p.a(j) {
		q.n = q.n*1000 + float64(p.a(j+1).num)
		q.width = 0
		j += 2
	}
	if b := p.a(j); (b.mark == '.' || b.mark == ',' && p.commaDecimals()) && b.glued && p.a(j+1).glued && p.a(j+1).kind == number && p.a(j+1).digits() <= 4 {
		f, err := strconv.ParseFloat(strconv.Itoa(int(q.n))+"."+p.text(j+1), 64)
		if err == nil {
			q.n, q.width = f, 0
			return q, j + 2
		}
	}
	if b := p.a(j); b.mark == 'h' {
		q.n, q.width = q.n+fractionValue(p.text(j)), 0
		return q, j + 1
	}
	if b := p.a(j); b.is(lexicon.TimexSuffix) && b.glued && q.width > 0 {
		q.ordinal = true
		j++
	} else if b.mark == '.' && b.glued && q.width <= 2 && q.width > 0 && p.pointOrdinals() && !p.a(j+1).glued && p.a(j+1).kind != none {
		q.ordinal = true // German "21. Juli", "3. Quartal"
		j++
	}
	return q, j
}

// wordQuantity reads "twenty-two", "two hundred", "third", "one and a half".
func (p *parser) wordQuantity(i int) (quantity, int) {
	total, part := 0, 0
	lastN := 1000
	seen := false
	j := i
	for steps := 0; steps < 10; steps++ {
		k := j
		if seen {
			if p.hyphen(k) {
				k++
			} else if p.a(k).is(lexicon.TimexAnd) && part%100 == 0 && p.a(k+1).is(lexicon.TimexNumber|lexicon.TimexOrdinal) {
				k++
			}
		}
		a := p.a(k)
		switch {
		case a.is(lexicon.TimexOrdinal):
			n, _ := strconv.Atoi(a.w.Value(lexicon.TimexOrdinal))
			if seen && (part%100 == 0 && part > 0 || part%10 == 0 && part%100 >= 20 && n < 10) || !seen {
				return quantity{n: float64(total + part + n), ordinal: true}, k + 1
			}
		case a.is(lexicon.TimexNumber):
			n, _ := strconv.Atoi(a.w.Value(lexicon.TimexNumber))
			tens := part % 100
			switch {
			case !seen, part != 0 && tens == 0 && n < 100 && lastN >= 100, tens >= 20 && tens%10 == 0 && n < 10 && lastN < 100, part == 0:
				part += n
				lastN = n
				seen = true
				j = k + 1
				continue
			}
		case a.is(lexicon.TimexScale):
			n, _ := strconv.Atoi(a.w.Value(lexicon.TimexScale))
			if n >= 1000 {
				total += max(part, 1) * n
				part = 0
			} else {
				part = max(part, 1) * n
			}
			lastN = n
			seen = true
			j = k + 1
			if total > 1e6 {
				return quantity{}, i
			}
			continue
		}
		break
	}
	if !seen {
		return quantity{}, i
	}
	q := quantity{n: float64(total + part)}
	// "one and a half", "two and half"
	dash := func(k int) int {
		if p.hyphen(k) {
			return k + 1
		}
		return k
	}
	if k := dash(j); p.a(k).is(lexicon.TimexAnd) {
		k = dash(k + 1)
		if p.a(k).is(lexicon.TimexOne) {
			k = dash(k + 1)
		}
		if p.a(k).is(lexicon.TimexHalf) {
			q.n += 0.5
			j = k + 1
		}
	}
	return q, j
}

// spelledYear reads "nineteen ninety-four", "nineteen hundred ninety three",
// "two thousand and five".
func (p *parser) spelledYear(i int) (y, next int) {
	a := p.a(i)
	if !a.is(lexicon.TimexNumber) {
		return 0, i
	}
	n, _ := strconv.Atoi(a.w.Value(lexicon.TimexNumber))
	j := i + 1
	switch b := p.a(j); {
	case n >= 11 && n <= 20 && b.is(lexicon.TimexScale) && b.w.Value(lexicon.TimexScale) == "100":
		q, k := p.wordQuantity(i)
		return int(q.n), k
	case n >= 11 && n <= 20 && b.is(lexicon.TimexNumber):
		if q, k := p.wordQuantity(j); q.n >= 10 && q.n < 100 && !q.ordinal && q.whole() {
			return n*100 + int(q.n), k
		}
	case n == 1 || n == 2:
		if b.is(lexicon.TimexScale) && b.w.Value(lexicon.TimexScale) == "1000" {
			if q, k := p.wordQuantity(i); q.n >= 1000 && q.n < 2100 && !q.ordinal {
				return int(q.n), k
			}
		}
	}
	return 0, i
}
