package names

// A sound is a letter of the phonetic alphabet that spellings are compared
// in: small letters as they are, and S sh, C ch, Z zh, J dzh, H kh.

// sounds rewrites a folded word (small ASCII letters) into dst and returns its
// length: digraphs become one sound, double letters one, and the many ways to
// write Slavic, Arabic and Korean vowels one.
func sounds(dst []byte, w []byte) int {
	n := 0
	put := func(c byte) {
		if n < len(dst) && (n == 0 || dst[n-1] != c) {
			dst[n] = c
			n++
		}
	}
	at := func(i int) byte {
		if i < len(w) {
			return w[i]
		}
		return 0
	}
	for i := 0; i < len(w); {
		c, d := w[i], at(i+1)
		switch c {
		case 's':
			switch {
			case d == 'c' && at(i+2) == 'h':
				put('S')
				i += 3
			case d == 'h' && at(i+2) == 'c' && at(i+3) == 'h':
				put('S')
				i += 4
			case d == 'h':
				put('S')
				i += 2
			case d == 'z':
				put('S')
				i += 2
			default:
				put('s')
				i++
			}
		case 't':
			switch {
			case d == 's' && at(i+2) == 'c' && at(i+3) == 'h':
				put('C')
				i += 4
			case d == 'c' && at(i+2) == 'h':
				put('C')
				i += 3
			case d == 's' || d == 'z':
				put('c')
				i += 2
			case d == 'h':
				put('t')
				i += 2
			default:
				put('t')
				i++
			}
		case 'c':
			switch {
			case d == 'h':
				put('C')
				i += 2
			case d == 'k':
				put('k')
				i += 2
			case d == 'z':
				put('C')
				i += 2
			case d == 'a' || d == 'o' || d == 'u' || d == 'l' || d == 'r' || d == 'c' || d == 't':
				put('k')
				i++
			default:
				put('c')
				i++
			}
		case 'd':
			switch {
			case d == 'z' && at(i+2) == 'h':
				put('J')
				i += 3
			case d == 'j':
				put('J')
				i += 2
			case d == 'h':
				put('d')
				i += 2
			default:
				put('d')
				i++
			}
		case 'k':
			if d == 'h' {
				put('H')
				i += 2
			} else {
				put('k')
				i++
			}
		case 'z':
			if d == 'h' {
				put('Z')
				i += 2
			} else {
				put('z')
				i++
			}
		case 'g':
			if d == 'h' {
				i++
			}
			put('g')
			i++
		case 'p':
			if d == 'h' {
				put('f')
				i += 2
			} else {
				put('p')
				i++
			}
		case 'b':
			put('b')
			i++
			if d == 'h' {
				i++
			}
		case 'j':
			put('J')
			i++
		case 'q':
			put('k')
			i++
			if d == 'u' && isVowel(at(i+1)) {
				i++
			}
		case 'x':
			put('k')
			put('s')
			i++
		case 'w':
			put('v')
			i++
		default:
			if isVowel(c) || c == 'y' {
				i += vowels(put, w, i)
			} else {
				put(c)
				i++
			}
		}
	}
	if n > 2 && dst[n-1] == 'h' && isVowel(dst[n-2]) {
		n-- // Haniyeh, Haniya
	}
	return n
}

func isVowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// vowels writes the vowels from i on and returns how many letters they were.
// A y before a vowel is dropped, as romanisations disagree about it.
func vowels(put func(byte), w []byte, i int) int {
	at := func(i int) byte {
		if i < len(w) {
			return w[i]
		}
		return 0
	}
	c, d := w[i], at(i+1)
	switch {
	case c == 'y' && d == 'i', c == 'i' && d == 'y', c == 'y' && d == 'y', c == 'i' && d == 'j', c == 'y' && d == 'j':
		if isVowel(at(i + 2)) {
			return 1 // iya, iye
		}
		put('i')
		return 2
	case c == 'y' && isVowel(d):
		if i == 0 {
			put('y')
		} else if at(i-1) != 'i' && d != 'e' {
			put('i')
		}
		return 1
	case c == 'y':
		put('i')
		return 1
	case c == 'i' && d == 'e' && i > 0 && at(i+2) != 0:
		put('e')
		return 2
	case c == 'o' && (d == 'u' || d == 'o'):
		put('u')
		return 2
	case c == 'o' && d == 'e', c == 'e' && d == 'o' && i > 0:
		put('o')
		return 2
	case c == 'u' && d == 'e' && at(i+2) != 0:
		put('u')
		return 2
	case c == 'e' && d == 'u':
		put('u')
		return 2
	case c == 'a' && d == 'e':
		put('a')
		return 2
	case c == 'e' && d == 'e':
		put('i')
		return 2
	case c == 'e' && (d == 'y' || d == 'i'):
		if isVowel(at(i + 2)) {
			put('e')
			return 1
		}
		put('e')
		put('i')
		return 2
	}
	put(c)
	return 1
}

// Costs of changing one sound into another, in twentieths of an edit. They
// follow which sounds the romanisations of one name exchange.
const (
	costEdit   = 20
	costInsert = 16
	costSwap   = 10
	costVowel  = 6
	costHush   = 5 // h, y
)

func costSub(a, b byte) int {
	if a == b {
		return 0
	}
	if a > b {
		a, b = b, a // capitals come first
	}
	if isVowel(a) && isVowel(b) {
		switch {
		case a == 'e' && b == 'i', a == 'o' && b == 'u':
			return 3
		case a == 'a' && (b == 'e' || b == 'o'):
			return 4
		}
		return costVowel
	}
	switch [2]byte{a, b} {
	case [2]byte{'H', 'h'}:
		return 2
	case [2]byte{'J', 'Z'}, [2]byte{'i', 'y'}:
		return 3
	case [2]byte{'C', 'c'}, [2]byte{'J', 'c'}, [2]byte{'J', 'y'}, [2]byte{'J', 'i'}, [2]byte{'S', 's'}, [2]byte{'Z', 'z'}:
		return 5
	case [2]byte{'g', 'k'}, [2]byte{'c', 's'}, [2]byte{'c', 'k'}, [2]byte{'s', 'z'}, [2]byte{'f', 'v'}, [2]byte{'u', 'v'}, [2]byte{'H', 'k'}, [2]byte{'c', 'z'}, [2]byte{'d', 't'}, [2]byte{'C', 'k'}, [2]byte{'C', 'H'}:
		return 7
	case [2]byte{'C', 'S'}, [2]byte{'J', 'g'}, [2]byte{'C', 'J'}, [2]byte{'J', 'd'}, [2]byte{'H', 'g'}, [2]byte{'d', 'z'}, [2]byte{'c', 't'}, [2]byte{'S', 'Z'}, [2]byte{'J', 'z'}, [2]byte{'Z', 'g'}, [2]byte{'g', 'h'}, [2]byte{'H', 'J'}, [2]byte{'J', 'h'}:
		return 9
	case [2]byte{'b', 'p'}, [2]byte{'b', 'v'}, [2]byte{'h', 'k'}, [2]byte{'f', 'p'}, [2]byte{'m', 'n'}, [2]byte{'s', 't'}:
		return 13
	}
	return costEdit
}

func costOne(c byte) int {
	switch {
	case c == 'h' || c == 'y':
		return costHush
	case isVowel(c):
		return costVowel
	}
	return costInsert
}

// maxSounds bounds a word; what is longer is cut, and only compared so far.
const maxSounds = 32

// distance is the least cost of turning a into b, in twentieths of an edit,
// with neighbours that changed places.
func distance(a, b []byte) int {
	if len(a) > maxSounds {
		a = a[:maxSounds]
	}
	if len(b) > maxSounds {
		b = b[:maxSounds]
	}
	var rows [3][maxSounds + 1]int
	cur, prev, prev2 := &rows[0], &rows[1], &rows[2]
	for j := range b {
		cur[j+1] = cur[j] + costOne(b[j])
	}
	for i := range a {
		cur, prev, prev2 = prev2, cur, prev
		cur[0] = prev[0] + costOne(a[i])
		for j := range b {
			best := prev[j] + costSub(a[i], b[j])
			best = min(best, prev[j+1]+costOne(a[i]), cur[j]+costOne(b[j]))
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				best = min(best, prev2[j-1]+costSwap)
			}
			cur[j+1] = best
		}
	}
	return cur[len(b)]
}
