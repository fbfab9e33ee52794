package fact

import (
	"math"
	"strconv"
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax"
)

// amount reads the number that the noun phrase or number with head i holds: its
// span, value and unit. It reads the words as they stand, since what hangs on
// what in "$ 1.5 million" is a matter of taste. A number without a certain value
// ("dozens") has none.
func (f *finder) amount(i int) (a Argument, ok bool) {
	k := f.number(i)
	if k < 0 {
		return Argument{}, false
	}
	return f.amountAt(k), true
}

// number returns the first word of the number that belongs to the noun or number
// i, or -1.
func (f *finder) number(i int) int {
	if f.numeral(i) || f.sign(i) != "" {
		return i
	}
	for c := range f.Children(i) {
		switch f.Words[c].Rel {
		case syntax.Nummod, syntax.Compound, syntax.Amod, syntax.NmodUnmarked, syntax.Det, syntax.Flat:
		default:
			continue
		}
		switch {
		case f.numeral(c) && !f.inName(c):
			return c
		case f.sign(c) != "" && f.Words[c].Tag == syntax.Dollar:
			return c
		}
		for d := range f.Children(c) {
			if f.Words[d].Rel == syntax.Nummod && f.numeral(d) && c < i && f.unit(c) != "" {
				return d
			}
		}
	}
	if f.many(i) { // "dozens of people"
		return i
	}
	return -1
}

// inName reports whether token k is a number of a name or a date.
func (f *finder) inName(k int) bool {
	return k > 0 && f.Words[k-1].Tag == syntax.NNP && f.Head(k) == k-1
}

// numeral reports whether token i is a number or a word of one.
func (f *finder) numeral(i int) bool {
	w := f.Word(i)
	if _, _, ok := digits(w); ok {
		return true
	}
	if i > 0 && f.none(i-1) { // "no one"
		return false
	}
	cols := lexicon.Numbers().Get(strings.ToLower(w))
	return cols != nil && (cols[0] == "number" || cols[0] == "part" && f.Words[i].Class != syntax.ADJ || cols[0] == "scale" && len(w) > 2)
}

// many reports whether token i is a word for an uncertain number.
func (f *finder) many(i int) bool {
	cols := lexicon.Numbers().Get(f.low(i))
	return cols != nil && cols[0] == "many"
}

// maxNumber is how many tokens a number may have on either side of one.
const maxNumber = 8

// amountAt reads the number around token k.
func (f *finder) amountAt(k int) Argument {
	s := f.Sentences[f.SentenceOf(k)]
	first, last := k, k
	unit := ""
	for last < int(s.Last) && last < k+maxNumber && f.numberPart(last, first) {
		last++
	}
	last = max(last, k+1)
	for first > int(s.First) && first > k-maxNumber && f.numberPart(first-1, first-1) && f.sign(first-1) == "" {
		first--
	}
	value, sign, known := f.value(first, last)
	unit = sign
	if first > int(s.First) && unit == "" {
		if u := f.sign(first - 1); u != "" {
			first--
			unit = u
		}
	}
	if unit == "$" && first > int(s.First) { // "NZ $ 26 million"
		if v := lexicon.Currencies().Get(f.Word(first-1) + "$"); v != nil {
			unit = v[0]
			first--
		}
	}
	if last < int(s.Last) && unit == "" {
		if unit = f.unit(last); unit != "" {
			if last++; f.low(last-1) == "per" {
				last++
			}
		}
	}
	for number := first; first > int(s.First) && first > number-maxNumber; first-- {
		cols := lexicon.Approximators().Get(f.low(first - 1))
		if cols == nil || cols[0] == "word" && first == number {
			break
		}
	}
	a := Argument{Role: Amount, Span: Span{int32(first), int32(last)}, Head: int32(k), Entity: -1, Unit: unit}
	if known && !math.IsInf(value, 0) {
		a.Value = strconv.FormatFloat(value, 'f', -1, 64)
	}
	return a
}

// numberPart reports whether token k can be a part of a number that begins at
// first.
func (f *finder) numberPart(k, first int) bool {
	if f.sign(k) != "" {
		return k == first
	}
	if _, _, ok := digits(f.Word(k)); ok {
		return true
	}
	w := f.low(k)
	cols := lexicon.Numbers().Get(w)
	switch {
	case cols == nil: // "two hundred and fifty"
		if f.Words[k].Tag != syntax.CC || k < 1 || k+1 >= len(f.Words) {
			return false
		}
		a, b := lexicon.Numbers().Get(f.low(k-1)), lexicon.Numbers().Get(f.low(k+1))
		return a != nil && b != nil && a[0] == "scale" && b[0] == "number"
	case cols[0] == "many":
		return k == first
	case cols[0] == "scale" && len(w) < 2:
		return k > 0 && f.Tokens[k-1].End == f.Tokens[k].Start
	}
	return true
}

// value returns the number that tokens first ≤ k < last say, with the sign of
// the currency that stands in one of them. Of a range it is the first number.
func (f *finder) value(first, last int) (v float64, sign string, ok bool) {
	total, cur, certain := 0.0, 0.0, true
	for k := first; k < last; k++ {
		if s := f.sign(k); s != "" {
			sign = s
			continue
		}
		if d, s, isDigits := digits(f.Word(k)); isDigits {
			if ok {
				break // the end of a range
			}
			cur, sign, ok = d, either(s, sign), true
			continue
		}
		cols := lexicon.Numbers().Get(f.low(k))
		if cols == nil {
			continue
		}
		n, _ := strconv.ParseFloat(cols[1], 64)
		switch cols[0] {
		case "number":
			cur += n
		case "part":
			if cur == 0 {
				cur = 1
			}
			cur *= n
		case "scale":
			if cur == 0 {
				cur = 1
			}
			if n >= 1000 {
				total, cur = total+cur*n, 0
			} else {
				cur *= n
			}
		case "many":
			certain = n > 0
			cur += n
		}
		ok = true
	}
	v = total + cur
	return math.Round(v*1e6) / 1e6, sign, ok && certain
}

func either(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// sign returns the sign of the currency that token k is, "" where it is none.
func (f *finder) sign(k int) string {
	w := f.Word(k)
	if f.Words[k].Tag != syntax.Dollar && (len(w) < 2 || w[0] < 'A' || strings.ToUpper(w) != w && w != "Rs" && w != "KSh") {
		return ""
	}
	if k+1 >= len(f.Words) {
		return ""
	}
	if _, _, ok := digits(f.Word(k + 1)); !ok {
		return ""
	}
	if cols := lexicon.Currencies().Get(w); cols != nil {
		return cols[0]
	}
	return ""
}

// unit returns the unit that token k, after a number, is: a currency or %.
func (f *finder) unit(k int) string {
	switch w := f.low(k); {
	case w == "%" || w == "percent" || w == "pct" || w == "per" && k+1 < len(f.Words) && f.low(k+1) == "cent":
		return "%"
	case w == "percentage":
		return "pp"
	}
	if f.Words[k].Class == syntax.NOUN || f.Words[k].Class == syntax.PROPN {
		w := f.lemma(k)
		if f.Words[k].Class == syntax.PROPN && len(f.Word(k)) == 3 {
			w = f.Word(k)
		}
		if cols := lexicon.Currencies().Get(w); cols != nil {
			return cols[0]
		}
	}
	return ""
}

// digits reads a number in digits, with the currency before it and the scale
// after it where they are written together: 1,500, 2.5, R4bn, €45.
func digits(w string) (v float64, sign string, ok bool) {
	at := strings.IndexFunc(w, func(r rune) bool { return '0' <= r && r <= '9' })
	if at < 0 {
		return 0, "", false
	}
	if at > 0 {
		cols := lexicon.Currencies().Get(w[:at])
		if cols == nil {
			return 0, "", false
		}
		sign = cols[0]
	}
	end := at
	for end < len(w) && (w[end] >= '0' && w[end] <= '9' || w[end] == '.' || w[end] == ',') {
		end++
	}
	num := strings.ReplaceAll(strings.TrimRight(w[at:end], ".,"), ",", "")
	v, err := strconv.ParseFloat(num, 64)
	if err != nil || math.IsInf(v, 0) {
		return 0, "", false
	}
	if end < len(w) {
		cols := lexicon.Numbers().Get(strings.ToLower(w[end:]))
		if cols == nil || cols[0] != "scale" {
			if w[end:] != "%" {
				return 0, "", false
			}
			return v, "%", true
		}
		n, _ := strconv.ParseFloat(cols[1], 64)
		v *= n
	}
	return v, sign, true
}
