package timex

// calendar gives named parts of the calendar their value.
func (r *resolver) calendar(e *expr, x *Expr) (typ, value string) {
	typ = Date
	if e.clock != 0 || e.part != "" {
		typ = Time
	}
	if e.numeric && !r.settleOrder(e, x) {
		return typ, ""
	}
	switch {
	case e.precision == centuryPrecision:
		return typ, string(append(digits(nil, e.year/100, 2), "XX"...))
	case e.precision == decadePrecision:
		return typ, string(append(digits(nil, e.year/10, 3), 'X'))
	case e.holiday != "":
		return r.holiday(e, typ)
	case e.deictic && e.month == 0 && e.wday == 0:
		return r.deictic(e, typ)
	case e.clockOnly():
		return typ, r.timeAlone(e)
	case e.nth != 0:
		return typ, r.nth(e)
	case e.wday != 0 && e.month == 0 && e.day == 0, e.wday != 0 && e.rel != noDir && e.relUnit == week:
		return r.weekdayAlone(e, typ)
	case e.month != 0 || e.day != 0:
		return r.monthDay3(e, x, typ)
	case e.quarter != 0 || e.half != 0:
		return typ, r.quarterOrHalf(e)
	case e.season != "":
		return typ, r.season(e)
	case e.period:
		return typ, r.reportPeriod(e)
	case e.rel != noDir:
		return r.relative(e, typ)
	case e.year != 0:
		r.setAnchor(e, day{y: e.year}, year)
		return typ, string(digits(nil, e.year, 4))
	}
	return typ, ""
}

// settleOrder decides which number of 7/6/2025 is the day: the one that can
// be, else what the weekday beside it says, else the document's habit, else
// the nearer one, and then the other reading is noted.
func (r *resolver) settleOrder(e *expr, x *Expr) bool {
	a, b := int(e.first), int(e.second)
	dmy := day{e.year, b, a}
	mdy := day{e.year, a, b}
	valid := func(d day) bool { return d.m >= 1 && d.m <= 12 && d.d >= 1 && d.d <= monthDays(d.y, d.m) }
	pick := func(d day) { e.month, e.day = int8(d.m), int8(d.d) }
	switch dOK, mOK := valid(dmy), valid(mdy); {
	case !dOK && !mOK:
		return false
	case !mOK:
		pick(dmy)
		return true
	case !dOK || a == b:
		pick(mdy)
		return true
	}
	if e.wday != 0 && e.year != 0 {
		d, m := dmy.weekday() == int(e.wday), mdy.weekday() == int(e.wday)
		if d != m {
			if d {
				pick(dmy)
			} else {
				pick(mdy)
			}
			return true
		}
	}
	monthFirst := r.monthDay
	if !r.ordered && e.dotted && e.year != 0 {
		monthFirst = false
	} else if !r.ordered {
		if e.year != 0 && r.known() {
			d, m := abs(dmy.num()-r.ref.num()), abs(mdy.num()-r.ref.num())
			if d <= 3 != (m <= 3) {
				monthFirst = m <= 3
			}
		}
	}
	chosen, rival := dmy, mdy
	if monthFirst {
		chosen, rival = mdy, dmy
	}
	pick(chosen)
	if !r.ordered {
		v := rival.String()
		if e.clock != 0 {
			v = string(e.appendTime([]byte(v)))
		}
		x.Alternatives = []string{v}
	}
	return true
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}

func (r *resolver) withTime(e *expr, d day) string {
	r.buf = e.appendTime(d.append(r.buf[:0]))
	return string(r.buf)
}

func (r *resolver) deictic(e *expr, typ string) (string, string) {
	if !r.known() {
		switch {
		case typ == Time && e.offset == 0:
			return typ, string(e.appendTime([]byte("XXXX-XX-XX")))
		case e.offset < 0:
			return typ, "PAST_REF"
		case e.offset > 0:
			return typ, "FUTURE_REF"
		}
		return typ, "PRESENT_REF"
	}
	d := r.ref.add(int(e.offset))
	r.setAnchor(e, d, dayUnit)
	return typ, r.withTime(e, d)
}

// timeAlone puts a time without a day on the day that the sentence has named,
// else on the day of the text.
func (r *resolver) timeAlone(e *expr) string {
	d := r.ref
	if r.anchor.d != 0 && r.sent == e.sent {
		d = r.anchor
	}
	if e.rel == following && r.anchor.d != 0 {
		d = r.anchor.add(1)
	}
	switch {
	case e.rel == that:
		d = r.anchorOr(dayUnit)
	case e.rel == preceding && d.y != 0:
		d = r.anchorOr(dayUnit).add(-1)
	}
	if d.y == 0 {
		return string(e.appendTime([]byte("XXXX-XX-XX")))
	}
	return r.withTime(e, d)
}

// stretch returns the first day of the stretch that a direction and a unit
// name: "last week", "the same year".
func (r *resolver) stretch(dir direction, u unit, t tense) (day, bool) {
	base, n := r.ref, 0
	switch dir {
	case last, past, latest:
		n = -1
	case next, coming:
		n = 1
	case that, same:
		base = r.anchorOr(u)
	case following:
		base, n = r.anchorOr(u), 1
	case preceding:
		base, n = r.anchorOr(u), -1
	case definite:
		if u == dayUnit {
			base = r.anchorOr(u)
		}
	}
	if base.y == 0 {
		return day{}, false
	}
	if base.m == 0 {
		base.m = 1
	}
	if base.d == 0 {
		base.d = 1
	}
	switch u {
	case dayUnit:
		return base.add(n), true
	case week, weekend:
		if u == weekend && n == 0 && t == pastTense && base.weekday() <= 4 && (dir == this || dir == definite) {
			n = -1
		}
		if u == weekend && dir == coming && base.weekday() <= 5 {
			n = 0
		}
		return base.add(n*7 - base.weekday() + 1), true
	case fortnight:
		return base.add(n*14 - base.weekday() + 1), true
	case monthUnit:
		return day{base.y, base.m, 1}.addMonths(n), true
	case quarter:
		return day{base.y, (base.m-1)/3*3 + 1, 1}.addMonths(3 * n), true
	case half:
		return day{base.y, (base.m-1)/6*6 + 1, 1}.addMonths(6 * n), true
	case year:
		return day{base.y + n, 1, 1}, true
	case decade:
		return day{(base.y/10 + n) * 10, 1, 1}, true
	case century:
		return day{(base.y/100 + n) * 100, 1, 1}, true
	}
	return day{}, false
}

// anchorOr is the narrative's day where it is as precise as the unit asks,
// else the text's day.
func (r *resolver) anchorOr(u unit) day {
	switch a := r.anchor; {
	case u < monthUnit && a.d == 0 && r.lastDay.y != 0:
		return r.lastDay
	case a.y == 0, u < monthUnit && a.d == 0, u < year && a.m == 0:
		return r.ref
	default:
		return a
	}
}

func (r *resolver) relative(e *expr, typ string) (string, string) {
	u := e.relUnit
	if u == quarter && (e.rel == latest || e.rel == definite || e.rel == that || e.rel == same) && r.q != 0 {
		return typ, quarterValue(r.qYear, r.q)
	}
	if u < dayUnit {
		return typ, "PRESENT_REF"
	}
	dir := e.rel
	if dir == latest && u == year {
		dir = last
	}
	d, ok := r.stretch(dir, u, e.tense)
	if !ok {
		return typ, r.unknownStretch(e.rel)
	}
	if n := int(e.offset); n != 0 { // "the week after next", "the year before last"
		if dir == last {
			n = -n
		}
		switch u {
		case week:
			d = d.add(7 * n)
		case monthUnit:
			d = d.addMonths(n)
		case year:
			d.y += n
		}
	}
	if u == dayUnit {
		r.setAnchor(e, d, dayUnit)
		return typ, r.withTime(e, d)
	}
	if u != week && u != weekend {
		r.setAnchor(e, d, u)
	}
	switch u {
	case decade:
		return typ, string(append(digits(nil, d.y/10, 3), 'X'))
	case century:
		return typ, string(append(digits(nil, d.y/100, 2), "XX"...))
	}
	return typ, dayValue(d, u)
}

func (r *resolver) unknownStretch(dir direction) string {
	switch dir {
	case last, past, latest, preceding:
		return "PAST_REF"
	case next, coming, following:
		return "FUTURE_REF"
	case this:
		return "PRESENT_REF"
	}
	return ""
}

// weekdayAlone finds the day of a weekday: in the week that is named with it,
// else by its direction, else by the tense.
func (r *resolver) weekdayAlone(e *expr, typ string) (string, string) {
	wd := int(e.wday)
	if e.rel != noDir && e.relUnit == week {
		if d, ok := r.stretch(e.rel, week, e.tense); ok {
			d = d.add(wd - 1)
			r.setAnchor(e, d, dayUnit)
			return typ, r.withTime(e, d)
		}
	}
	if !r.known() {
		return typ, string(e.appendTime(digits([]byte("XXXX-WXX-"), wd, 1)))
	}
	d := r.weekdayNear(e, wd)
	r.setAnchor(e, d, dayUnit)
	return typ, r.withTime(e, d)
}

func (r *resolver) weekdayNear(e *expr, wd int) day {
	base := r.ref
	ahead := (wd - base.weekday() + 7) % 7 // days to the next one, 0 on the day itself
	switch e.dir {
	case last, past:
		if ahead == 0 {
			return base.add(-7)
		}
		return base.add(ahead - 7)
	case preceding:
		base = r.anchorOr(dayUnit)
		return base.add(-((base.weekday()-wd+6)%7 + 1))
	case following:
		base = r.anchorOr(dayUnit)
		return base.add((wd-base.weekday()+6)%7 + 1)
	case next:
		return base.add(8 - base.weekday() + wd - 1)
	case coming:
		if ahead == 0 {
			ahead = 7
		}
		return base.add(ahead)
	case this:
		return base.add(wd - base.weekday())
	case that, same:
		base = r.anchorOr(dayUnit)
		return base.add(-((base.weekday() - wd + 7) % 7))
	}
	if ahead == 0 {
		return base
	}
	near := 3 // days: what is ahead in doubt is the nearer one
	if e.noun {
		near = 2 // "Thursday's closing price" is past more often
	}
	if e.tense == futureTense || e.tense == prospect && ahead <= near {
		return base.add(ahead)
	}
	return base.add(ahead - 7)
}

// monthDay3 resolves a month, a day of a month, or a day alone.
func (r *resolver) monthDay3(e *expr, x *Expr, typ string) (string, string) {
	d := day{e.year, int(e.month), int(e.day)}
	if e.month == 0 {
		var ok bool
		if d, ok = r.dayAlone(e); !ok {
			return typ, ""
		}
	}
	if d.y == 0 && e.rel != noDir && e.relUnit == year {
		s, ok := r.stretch(e.rel, year, e.tense)
		if ok {
			d.y = s.y
		}
	}
	if d.y == 0 && e.year2 != 0 {
		d.y = e.year2
	}
	if d.y == 0 && e.dir == noDir {
		d.y = int(r.years[d.m][d.d])
	}
	if d.y == 0 {
		d.y = r.yearOf(e, d)
	}
	if d.d != 0 && d.y != 0 && d.d > monthDays(d.y, d.m) {
		if e.year != 0 {
			return typ, ""
		}
		for n := 0; n < 8 && d.d > monthDays(d.y, d.m); n++ {
			d.y-- // 29 February: the last one that there was
		}
	}
	if e.wday != 0 && d.d != 0 {
		d = r.fitWeekday(e, d, x)
	}
	if d.y != 0 {
		if d.d != 0 {
			r.years[d.m][d.d] = int16(d.y)
			r.setAnchor(e, d, dayUnit)
		} else {
			r.setAnchor(e, d, monthUnit)
		}
	}
	return typ, r.withTime(e, d)
}

// fitWeekday moves a date whose year was guessed to the year in which its
// weekday fits, and notes a conflict where none does.
func (r *resolver) fitWeekday(e *expr, d day, x *Expr) day {
	wd := int(e.wday)
	if d.y == 0 {
		return d
	}
	if d.weekday() == wd {
		return d
	}
	if e.year == 0 && e.rel == noDir {
		for _, n := range [...]int{-1, 1} {
			y := day{d.y + n, d.m, d.d}
			if y.ok() && y.weekday() == wd && abs(y.num()-r.ref.num()) < 200 {
				return y
			}
		}
	}
	x.Conflict = "weekday"
	return d
}

// dayAlone resolves "the 4th", "Friday 31" and "the 21st of this month".
func (r *resolver) dayAlone(e *expr) (day, bool) {
	if !r.known() {
		return day{}, false
	}
	n := int(e.day)
	if e.rel != noDir && e.relUnit == monthUnit {
		s, ok := r.stretch(e.rel, monthUnit, e.tense)
		s.d = n
		return s, ok && s.ok()
	}
	best, found := day{}, false
	for m := -24; m <= 24; m++ {
		s := day{r.ref.y, r.ref.m, 1}.addMonths(m)
		s.d = n
		if !s.ok() || e.wday != 0 && s.weekday() != int(e.wday) {
			continue
		}
		if !found || r.cost(e, s.num()-r.ref.num(), 6) < r.cost(e, best.num()-r.ref.num(), 6) {
			best, found = s, true
		}
	}
	return best, found
}

// nth resolves "the third month of 2021", "the 15th day of next month", "the
// 1st week of October".
func (r *resolver) nth(e *expr) string {
	n := int(e.nth)
	var s day
	switch {
	case e.month != 0:
		s = day{e.year, int(e.month), 1}
		if s.y == 0 {
			s.y = r.yearOf(e, day{0, s.m, 0})
		}
	case e.year != 0:
		s = day{e.year, 1, 1}
	default:
		var ok bool
		if s, ok = r.stretch(e.rel, e.relUnit, e.tense); !ok {
			return ""
		}
	}
	if s.y == 0 {
		return ""
	}
	if n == lastOne {
		return r.lastOf(e, s)
	}
	switch e.nthUnit {
	case monthUnit:
		if n > 12 {
			return ""
		}
		s.m = n
		return dayValue(s, monthUnit)
	case week:
		if n > 53 {
			return ""
		}
		if s.weekday() > 4 { // a week belongs to the month of its Thursday
			s = s.add(8 - s.weekday())
		}
		s = s.add((n-1)*7 - s.weekday() + 1)
		if e.wday != 0 {
			return r.withTime(e, s.add(int(e.wday)-1))
		}
		return dayValue(s, week)
	}
	if n < 1 || n > 366 {
		return ""
	}
	s = s.add(n - 1)
	r.setAnchor(e, s, dayUnit)
	return s.String()
}

// lastOf resolves "the last week of May", "the last day of the year"; s is the
// first day of the whole.
func (r *resolver) lastOf(e *expr, s day) string {
	months := 12
	if e.month != 0 || e.year == 0 && e.relUnit == monthUnit {
		months = 1
	}
	d := s.addMonths(months).add(-1)
	if e.nthUnit == week && d.weekday() < 4 { // the week of its last Thursday
		d = d.add(-d.weekday())
	}
	if e.nthUnit == week && e.wday != 0 {
		return r.withTime(e, d.add(int(e.wday)-d.weekday()))
	}
	return dayValue(d, e.nthUnit)
}
