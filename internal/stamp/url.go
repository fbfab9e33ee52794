package stamp

import "strings"

// FromURL returns the date in the path of a URL: /2024/05/02/, /2024/may/2/,
// /20240502/, 2024-05-02 inside a name, or /2024/05/ for a month. Longer runs
// of digits are ids.
func FromURL(u string) (Found, bool) {
	const most = 2000
	path, at := u, 0
	if i := strings.Index(u, "://"); i >= 0 {
		at = i + 3
		if j := strings.IndexByte(u[at:], '/'); j >= 0 {
			at += j
		} else {
			return Found{}, false
		}
		path = u[at:]
	}
	if i := strings.IndexAny(path, "?#"); i >= 0 {
		path = path[:i]
	}
	if len(path) > most {
		return Found{}, false
	}
	var month Found
	for i := 0; i < len(path); {
		if path[i] < '0' || path[i] > '9' {
			i++
			continue
		}
		end := digits(path, i)
		if f, ok := urlDate(path, i, end); ok {
			f.Start += at
			f.End += at
			if f.Kind == Day {
				return f, true
			}
			if month.Value == "" {
				month = f
			}
		}
		i = end
	}
	return month, month.Value != ""
}

func digits(s string, i int) int {
	for i < len(s) && '0' <= s[i] && s[i] <= '9' {
		i++
	}
	return i
}

// urlDate reads the date that begins with the digits path[i:end].
func urlDate(path string, i, end int) (Found, bool) {
	f := Found{Start: i}
	y := atoi(path[i:end])
	switch end - i {
	case 8: // 20240502, alone or before a name
		if y, m, d := y/10000, y/100%100, y%100; plausible(y) && validDay(y, m, d) {
			f.End = end
			f.Value = iso(y, m, d, clock{}, false)
			return f, true
		}
		if d, m, y := y/1000000, y/10000%100, y%10000; plausible(y) && validDay(y, m, d) {
			f.End = end
			f.Value = iso(y, m, d, clock{}, false)
			return f, true
		}
		return f, false
	case 6: // /202405/02/, /202405/
		if i == 0 || path[i-1] != '/' || end >= len(path) || path[end] != '/' && path[end] != '-' {
			return f, false
		}
		y, m := y/100, y%100
		if !plausible(y) || m < 1 || m > 12 {
			return f, false
		}
		return urlDay(path, f, y, m, end)
	case 4:
		if !plausible(y) || end >= len(path) || i > 0 && path[i-1] != '/' && path[i-1] != '-' && path[i-1] != '_' {
			return f, false
		}
	default:
		return f, false
	}
	sep := path[end]
	if sep != '/' && sep != '-' && sep != '_' && sep != '.' {
		return f, false
	}
	k := end + 1
	e := digits(path, k)
	switch e - k {
	case 1, 2:
		if m := atoi(path[k:e]); m >= 1 && m <= 12 {
			return urlDay(path, f, y, m, e)
		}
	case 4: // /2024/0502/
		if m, d := atoi(path[k:k+2]), atoi(path[k+2:e]); sep == '/' && e < len(path) && path[e] == '/' && validDay(y, m, d) {
			f.End, f.Value = e, iso(y, m, d, clock{}, false)
			return f, true
		}
	case 0: // /2024/may/02/
		for e < len(path) && (path[e]|0x20) >= 'a' && (path[e]|0x20) <= 'z' {
			e++
		}
		if w := words().words[strings.ToLower(path[k:e])]; w != nil && e-k <= 10 && sep == '/' {
			if m := (&parser{toks: []tok{{e: w}}}).month(0); m > 0 {
				return urlDay(path, f, y, m, e)
			}
		}
	}
	return f, false
}

// urlDay reads the day after year and month, which end at e.
func urlDay(path string, f Found, y, m, e int) (Found, bool) {
	if e < len(path) {
		switch path[e] {
		case '/', '-', '_', '.':
			k := e + 1
			if end := digits(path, k); end > k && end-k <= 2 && (end == len(path) || !isAlnum(path[end])) {
				if d := atoi(path[k:end]); validDay(y, m, d) {
					f.End, f.Value = end, iso(y, m, d, clock{}, false)
					return f, true
				}
			}
		}
		if path[e] != '/' {
			return f, false
		}
	}
	if f.Start == 0 || path[f.Start-1] != '/' {
		return f, false
	}
	f.Kind, f.End, f.Value = Month, e, iso(y, m, 0, clock{}, false)
	return f, true
}

// plausible: the web is younger than 1990.
func plausible(y int) bool { return y >= 1990 && y < 2100 }

func isAlnum(c byte) bool {
	return '0' <= c && c <= '9' || (c|0x20) >= 'a' && (c|0x20) <= 'z'
}

func atoi(s string) int {
	n := 0
	for i := 0; i < len(s); i++ {
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// epoch reads a Unix time, in seconds or milliseconds, that is all of s. It is
// given in UTC, as Unix counts.
func epoch(s string) (Found, bool) {
	s = strings.TrimSpace(s)
	if len(s) != 10 && len(s) != 13 || digits(s, 0) != len(s) {
		return Found{}, false
	}
	sec := atoi(s[:10])
	if sec < 6e8 || sec > 4e9 { // 1989 to 2096
		return Found{}, false
	}
	return Found{End: len(s), Value: unixISO(int64(sec))}, true
}
