package lexicon

import (
	"unicode"
	"unicode/utf8"
)

// mayBeAddress reports whether what follows a run of letters makes it worth a
// look whether they begin a host name, an e-mail address or a URL.
func mayBeAddress(s string) bool {
	if len(s) < 2 {
		return false
	}
	switch c := s[0]; {
	case c == '.' || c == '@' || c == '-' || c == '_' || isDigit(c):
		return isASCIILetter(s[1]) || isDigit(s[1]) || s[1] == '.' || s[1] == '@'
	case c == ':':
		return s[1] == '/'
	}
	return false
}

// maxLabel bounds a label of a host name, and maxLabels their number, so that
// no byte is looked at more often than that.
const (
	maxLabel  = 63
	maxLabels = 5
)

// addressLen is the length of the URL, host name or e-mail address at the
// start of s, or 0.
func addressLen(s string) int {
	if c := s[0]; c == 'h' || c == 'H' || c == 'w' || c == 'W' {
		for _, p := range [...]string{"http://", "https://", "www."} {
			if hasPrefixFold(s, p) {
				return urlLen(s)
			}
		}
	}
	i := 0
	for range maxLabels {
		n := labelLen(s[i:])
		if n == 0 || i+n >= len(s) {
			break
		}
		i += n
		if s[i] == '@' {
			if n := labelLen(s[i+1:]); n > 0 {
				return i + 1 + handleLen(s[i+1:])
			}
			return 0
		}
		if s[i] != '.' {
			return 0
		}
		if n := topDomainLen(s[i+1:]); n > 0 && i > 1 {
			return i + 1 + pathEnd(s[i+1:], n)
		}
		i++
	}
	return 0
}

// labelLen is the length of the run of letters, digits, "-" and "_" of ASCII.
func labelLen(s string) int {
	i := 0
	for i < len(s) && i < maxLabel && (isASCIILetter(s[i]) || isDigit(s[i]) || s[i] == '-' || s[i] == '_') {
		i++
	}
	return i
}

// topDomainLen is the length of what looks like the last label of a host name:
// two to four small letters that nothing of a word or a host name follows.
func topDomainLen(s string) int {
	n := 0
	for n < len(s) && 'a' <= s[n] && s[n] <= 'z' {
		n++
		if n > 4 {
			return 0
		}
	}
	if n < 2 || n < len(s) && (s[n] >= utf8.RuneSelf || s[n] == '@' || labelLen(s[n:n+1]) > 0) {
		return 0
	}
	if n+1 < len(s) && s[n] == '.' && labelLen(s[n+1:n+2]) > 0 {
		return 0
	}
	return n
}

// pathEnd is n, or the end of the path that begins there.
func pathEnd(s string, n int) int {
	if n < len(s) && s[n] == '/' {
		return urlLen(s)
	}
	return n
}

// urlLen is the length of s up to white space.
func urlLen(s string) int {
	for i, r := range s {
		if unicode.IsSpace(r) {
			return i
		}
	}
	return len(s)
}

// handleLen is the length of a name after "@" or "#".
func handleLen(s string) int {
	end := 0
	for i, r := range s {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.Is(unicode.M, r), r == '_':
			end = i + utf8.RuneLen(r)
		case r == '.' || r == '-':
			if end != i {
				return end
			}
		default:
			return end
		}
	}
	return end
}

func hasPrefixFold(s, prefix string) bool {
	if len(s) < len(prefix) {
		return false
	}
	for i := range len(prefix) {
		if c := s[i]; c != prefix[i] && !(isASCIILetter(c) && c|0x20 == prefix[i]) {
			return false
		}
	}
	return true
}
