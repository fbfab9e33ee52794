package stamp

import (
	"strconv"
	"time"

	"github.com/newsfact/newsfact/internal/lexicon"
)

// relative reads "3 hours ago", "an hour ago", "vor 3 Stunden", "il y a 2 h",
// 3小时前, "yesterday".
func (p *parser) relative(i int) (Found, int, bool) {
	k, since := i, false
	if p.role(k, lexicon.DateSince) {
		k, since = k+1, true
	}
	if p.role(i, lexicon.DateToday|lexicon.DateYesterday) {
		f := Found{Kind: Relative, Unit: 'd', Start: int(p.toks[i].start), End: int(p.toks[i].end)}
		if p.role(i, lexicon.DateYesterday) {
			f.N = 1
		}
		return f, i + 1, true
	}
	n, ok := p.number(k, 4)
	if !ok {
		if !p.role(k, lexicon.DateOne) {
			return Found{}, i, false
		}
		n = 1
	}
	unit := p.unit(k + 1)
	if unit == 0 {
		return Found{}, i, false
	}
	end := k + 2
	switch {
	case p.is(end, '.') && p.role(end+1, lexicon.DateAgo):
		end += 2
	case p.role(end, lexicon.DateAgo):
		end++
	case !since:
		return Found{}, i, false
	}
	return Found{
		Kind: Relative, N: n, Unit: unit,
		Start: int(p.toks[i].start), End: int(p.toks[end-1].end),
	}, end, true
}

func (p *parser) unit(i int) byte {
	t := p.tok(i)
	if t == nil || t.e == nil {
		return 0
	}
	switch r := t.e.roles; {
	case r&lexicon.DateSecond != 0:
		return 's'
	case r&lexicon.DateMinute != 0:
		return 'm'
	case r&lexicon.DateHour != 0:
		return 'h'
	case r&lexicon.DateDay != 0:
		return 'd'
	case r&lexicon.DateWeek != 0:
		return 'w'
	case r&lexicon.DateMonth != 0:
		return 'M'
	case r&lexicon.DateYear != 0:
		return 'y'
	}
	return 0
}

// Back returns the day that a relative date means when it is read at ref.
func (f Found) Back(ref time.Time) string {
	const most = 1000 // further back nobody counts
	if f.Kind != Relative || ref.IsZero() || f.N > most {
		return ""
	}
	switch f.Unit {
	case 's':
		ref = ref.Add(-time.Duration(f.N) * time.Second)
	case 'm':
		ref = ref.Add(-time.Duration(f.N) * time.Minute)
	case 'h':
		ref = ref.Add(-time.Duration(f.N) * time.Hour)
	case 'd':
		ref = ref.AddDate(0, 0, -f.N)
	case 'w':
		ref = ref.AddDate(0, 0, -7*f.N)
	case 'M':
		ref = ref.AddDate(0, -f.N, 0)
	case 'y':
		ref = ref.AddDate(-f.N, 0, 0)
	}
	return ref.Format(time.DateOnly)
}

// copyright reads "© 2010–2024", "(c) 2024" and "Copyright 2024": the last
// year of the line.
func (p *parser) copyright(i int) (Found, int, bool) {
	k := i
	switch t := p.tok(i); {
	case p.role(i, lexicon.DateCopyright):
	case t.c == 'c' && p.s[t.start] >= 0x80: // ©
	case t.c == '(' && t.end < int32(len(p.s)) && (p.s[t.end]|0x20) == 'c' && p.is(i+2, ')'):
		k += 2
	default:
		return Found{}, i, false
	}
	f := Found{Kind: Copyright, Start: int(p.toks[i].start)}
	const reach = 6 // "Copyright © by Name, 2010 – 2024"
	for j, end := k+1, 0; j < len(p.toks) && j <= k+reach; j++ {
		t := &p.toks[j]
		if t.kind != 'n' {
			continue
		}
		if t.nd != 4 || !validYear(int(t.n)) || p.sep(j+1) == '.' && j+2 < len(p.toks) && p.toks[j+2].kind == 'n' {
			break
		}
		f.Value, end = strconv.Itoa(int(t.n)), j+1
		if next := p.tok(j + 2); p.is(j+1, '-') && next != nil && next.kind == 'n' && next.nd == 4 {
			continue
		}
		f.End = int(t.end)
		return f, end, true
	}
	return Found{}, i, false
}
