package page

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"

	xunicode "golang.org/x/text/encoding/unicode"
)

// decode returns the input as UTF-8 and the name of the encoding that it was
// in. The order of trust is: a byte order mark; the bytes being valid UTF-8,
// whatever the page declares, since text in other encodings practically never
// is; zero bytes that only UTF-16 or UTF-32 has; the declaration; the letters
// that the bytes would be. Bytes that are no character become U+FFFD, one for
// one, so that offsets stay in proportion.
func decode(in string, format Format) (src, name string) {
	if enc, name, n := byteOrderMark(in); name != "" {
		if enc == nil {
			return valid(in[n:]), name
		}
		return convert(in[n:], enc), name
	}
	if enc, name := wideZeros(in); enc != nil {
		return convert(in, enc), name
	}
	if utf8.ValidString(in) {
		return in, "utf-8"
	}
	if mostlyUTF8(in) {
		return valid(in), "utf-8" // a few broken characters in a page that is UTF-8
	}
	if format != Text && format != Clean {
		for label := range declarations(in) {
			enc, name := charset.Lookup(label)
			// A declaration of UTF-8 was just refuted, and UTF-16 in a page
			// that could be read as ASCII is a slip.
			if enc != nil && name != "utf-8" && !strings.HasPrefix(name, "utf-16") && name != "replacement" && plausible(in, enc) {
				return convert(in, enc), name
			}
		}
	}
	enc, name := guess(in)
	return convert(in, enc), name
}

func byteOrderMark(s string) (enc encoding.Encoding, name string, n int) {
	switch {
	case strings.HasPrefix(s, "\xef\xbb\xbf"):
		return nil, "utf-8", 3
	case strings.HasPrefix(s, "\xff\xfe\x00\x00"):
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le", 4
	case strings.HasPrefix(s, "\x00\x00\xfe\xff"):
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be", 4
	case strings.HasPrefix(s, "\xff\xfe"):
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM), "utf-16le", 2
	case strings.HasPrefix(s, "\xfe\xff"):
		return xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM), "utf-16be", 2
	}
	return nil, "", 0
}

// wideZeros finds UTF-16 and UTF-32 without a mark: Latin markup and spaces
// leave zero bytes on one side only.
func wideZeros(s string) (encoding.Encoding, string) {
	n := min(len(s), 4096) &^ 3
	if n < 16 {
		return nil, ""
	}
	var zeros [4]int
	for i := range n {
		if s[i] == 0 {
			zeros[i&3]++
		}
	}
	q := n / 4
	even, odd := zeros[0]+zeros[2], zeros[1]+zeros[3]
	switch {
	case zeros[1] > q*9/10 && zeros[2] > q*9/10 && zeros[3] > q*9/10 && zeros[0] < q/10:
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), "utf-32le"
	case zeros[0] > q*9/10 && zeros[1] > q*9/10 && zeros[2] > q*9/10 && zeros[3] < q/10:
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), "utf-32be"
	case odd > n/10 && even*20 < odd && spacedBy(s[:n], 0):
		return xunicode.UTF16(xunicode.LittleEndian, xunicode.IgnoreBOM), "utf-16le"
	case even > n/10 && odd*20 < even && spacedBy(s[:n], 1):
		return xunicode.UTF16(xunicode.BigEndian, xunicode.IgnoreBOM), "utf-16be"
	}
	return nil, ""
}

// spacedBy reports whether the units of b whose other byte is zero are mostly
// printable: a picture has zeros too.
func spacedBy(s string, low int) bool {
	good, all := 0, 0
	for i := 0; i+1 < len(s); i += 2 {
		if s[i+1-low] == 0 {
			all++
			if c := s[i+low]; c >= ' ' && c != 0x7f || c == '\n' || c == '\r' || c == '\t' {
				good++
			}
		}
	}
	return good*20 > all*19
}

// mostlyUTF8 reports whether b is UTF-8 with slips: nine of ten of its
// sequences beyond ASCII are well formed. In Latin-1, where accents stand
// alone between ASCII letters, hardly one is.
func mostlyUTF8(s string) bool {
	good, bad := 0, 0
	for i := 0; i < len(s); {
		if s[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n <= 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return good > 9*bad
}

// valid is b as a string, each byte that is no character replaced.
// strings.ToValidUTF8 would make a run of them one (FIELD.md H11).
func valid(in string) string {
	if utf8.ValidString(in) {
		return in
	}
	var s strings.Builder
	s.Grow(len(in) + 64)
	for len(in) > 0 {
		r, n := utf8.DecodeRuneInString(in)
		s.WriteRune(r)
		in = in[n:]
	}
	return s.String()
}

// convert decodes b; what the encoding has no character for is U+FFFD.
func convert(in string, enc encoding.Encoding) string {
	out, _, err := transform.String(enc.NewDecoder(), in)
	if err != nil {
		return valid(in)
	}
	return valid(out)
}

// declarations yields the encodings that a page names, in order: it may name
// one for a script before its own. The standard looks at the first 1024 bytes;
// pages with long scripts on top are not so kind (FIELD.md H16).
func declarations(s string) iter.Seq[string] {
	s = s[:min(len(s), 64<<10)]
	return func(yield func(string) bool) {
		for i := 0; i < len(s); i++ {
			var v string
			switch {
			case s[i]|0x20 == 'c' && hasPrefixFold(s[i:], "charset"):
				v = s[i+len("charset"):]
			case i < 200 && s[i] == 'e' && strings.HasPrefix(s[i:], "encoding") && strings.HasPrefix(s, "<?xml"):
				v = s[i+len("encoding"):]
			default:
				continue
			}
			v = strings.TrimLeft(v, " \t\r\n")
			if v == "" || v[0] != '=' {
				continue
			}
			v = strings.TrimLeft(v[1:], " \t\r\n\"'")
			n := 0
			for n < len(v) && n < 40 && (isAlnum(v[n]) || strings.IndexByte("-_:.", v[n]) >= 0) {
				n++
			}
			if n > 0 && !yield(v[:n]) {
				return
			}
		}
	}
}

func isAlnum(c byte) bool { return isDigit(c) || isLetter(c) }

// plausible reports whether enc can be what b is in: hardly a byte that it
// has no character for.
func plausible(in string, enc encoding.Encoding) bool {
	s := convert(in[:min(len(in), 32<<10)], enc)
	bad, all := 0, 0
	for _, r := range s {
		if r >= utf8.RuneSelf {
			all++
			if r == utf8.RuneError || r < 0xa0 {
				bad++
			}
		}
	}
	return bad*10 <= all
}

// candidates are the encodings that guess tries, in the order in which it
// prefers equals.
var candidates = [...]struct {
	enc  encoding.Encoding
	name string
}{
	{charmap.Windows1252, "windows-1252"},
	{charmap.Windows1251, "windows-1251"},
	{charmap.Windows1250, "windows-1250"},
	{charmap.Windows1254, "windows-1254"},
	{charmap.KOI8U, "koi8-u"},
	{charmap.ISO8859_2, "iso-8859-2"},
	{charmap.ISO8859_5, "iso-8859-5"},
	{charmap.CodePage866, "ibm866"},
	{charmap.Windows1253, "windows-1253"},
	{charmap.Windows1256, "windows-1256"},
	{charmap.Windows1255, "windows-1255"},
	{japanese.ShiftJIS, "shift_jis"},
	{japanese.EUCJP, "euc-jp"},
	{simplifiedchinese.GB18030, "gb18030"},
	{korean.EUCKR, "euc-kr"},
	{traditionalchinese.Big5, "big5"},
}

// guess picks the encoding under which the bytes beyond ASCII read most like
// writing: letters of one script in runs of their usual case, no controls, no
// signs inside words.
func guess(in string) (encoding.Encoding, string) {
	sample := highBytes(in)
	best, at := -1e9, 0
	for i, c := range candidates {
		if s := writingScore(convert(sample, c.enc)); s > best+1e-9 {
			best, at = s, i
		}
	}
	return candidates[at].enc, candidates[at].name
}

// highBytes returns up to 16 kB of b around its bytes beyond ASCII.
func highBytes(s string) string {
	const limit, around = 16 << 10, 12
	var out []byte
	for i := 0; i < len(s) && len(out) < limit; i++ {
		if s[i] < utf8.RuneSelf {
			continue
		}
		from := max(0, i-around)
		to := i + 1
		for to < len(s) && (s[to] >= utf8.RuneSelf || to-i < around) && to-from < 256 {
			to++
		}
		out = append(append(out, s[from:to]...), ' ')
		i = to
	}
	return string(out)
}

// writingScore rates a decoded sample, per character beyond ASCII.
func writingScore(s string) float64 {
	score, n := 0.0, 0
	prev, prevScript := rune(' '), 0
	for _, r := range s {
		script := scriptOf(r)
		if r >= utf8.RuneSelf {
			n++
			score += charScore(r, prev, script, prevScript)
		} else if unicode.IsLetter(r) && prevScript > latin && prev != ' ' {
			score -= 1 // a Latin letter right after one of another script
		}
		prev, prevScript = r, script
	}
	if n == 0 {
		return 0
	}
	return (score - float64(strays(s))/2) / float64(n)
}

func charScore(r, prev rune, script, prevScript int) float64 {
	switch {
	case r == utf8.RuneError, r < 0xa0:
		return -6
	case !unicode.IsLetter(r):
		switch r {
		case '“', '”', '‘', '’', '„', '–', '—', '«', '»', '…', '\u00a0', '·', '•', '€', '№', '、', '。', '「', '」', '，':
			return 0.6
		}
		if unicode.IsLetter(prev) {
			return -2 // a sign inside a word
		}
		return -0.8
	case script == latin: // Latin with an accent
		if commonAccents(r) {
			if unicode.IsUpper(r) && unicode.IsLower(prev) {
				return -1.5
			}
			if prevScript == latin || prev == ' ' {
				return 1
			}
			return 0.3
		}
		return -0.4
	case prevScript > latin && prevScript != script && unicode.IsLetter(prev):
		return -2 // two scripts in one word
	case prevScript == latin && prev != ' ' && unicode.IsLetter(prev):
		return -1.5
	case unicode.IsUpper(r) && unicode.IsLower(prev):
		return -2
	case script == han && !commonHan(r):
		return -0.6
	case script == han && (r < 0x3040 || r > 0x30ff):
		return 0.9 // wrong decodings give Han characters, hardly ever kana
	case script == halfwidth:
		return -0.5 // what Chinese looks like as Shift_JIS
	case script == hangul:
		return 1 // and Shift_JIS, as EUC-KR, rare Hangul
	case script == han:
		return 1.3
	default:
		return 1.1
	}
}

// The scripts that tell encodings apart.
const (
	noLetter = iota
	latin
	cyrillic
	han // and kana
	hangul
	halfwidth // katakana of half width
	otherScript
)

func scriptOf(r rune) int {
	switch {
	case r < 0x250:
		if unicode.IsLetter(r) {
			return latin
		}
		return noLetter
	case r >= 0x400 && r < 0x530:
		return cyrillic
	case r >= 0xac00 && r < 0xd7b0:
		return hangul
	case r >= 0x3040 && r < 0xac00:
		return han
	case r >= 0xff66 && r < 0xffa0:
		return halfwidth
	case unicode.IsLetter(r):
		return otherScript
	}
	return noLetter
}

// alphabets are the letters beyond ASCII of the languages that the Latin
// encodings were made for, in lower case.
var alphabets = [...]string{
	"äöüß",              // German
	"àâæçéèêëîïôœùûüÿ",  // French
	"áéíñóúü",           // Spanish
	"áâãàçéêíóôõú",      // Portuguese
	"àèéìíîòóùú",        // Italian
	"àçèéíïòóúü",        // Catalan
	"áéëèïíóöúü",        // Dutch
	"åäöæøéü",           // Scandinavian
	"áæðéíóöúýþ",        // Icelandic
	"ąćęłńóśźż",         // Polish
	"áčďéěíňóřšťúůýž",   // Czech
	"áäčďéíĺľňóôŕšťúýž", // Slovak
	"áéíóöőúüű",         // Hungarian
	"ăâîșțşţ",           // Romanian
	"čćđšž",             // Croatian, Slovene
	"çğıiöşüâîû",        // Turkish
	"äõöüšž",            // Estonian
	"āčēģīķļņšūž",       // Latvian
	"ąčęėįšųūž",         // Lithuanian
	"çë",                // Albanian
}

// commonAccents reports whether r is a letter of one of the alphabets.
func commonAccents(r rune) bool {
	r = unicode.ToLower(r)
	for _, a := range alphabets {
		if strings.ContainsRune(a, r) {
			return true
		}
	}
	return false
}

// strays counts the Latin letters beyond ASCII in s that the alphabet lacks
// which has most of them: a wrong encoding mixes alphabets.
func strays(s string) int {
	var fit [len(alphabets)]int
	best, all := 0, 0
	for _, r := range s {
		if r < utf8.RuneSelf || scriptOf(r) != latin {
			continue
		}
		all++
		r = unicode.ToLower(r)
		for i, a := range alphabets {
			if strings.ContainsRune(a, r) {
				fit[i]++
				best = max(best, fit[i])
			}
		}
	}
	return all - best
}

// commonHan keeps rare characters, which wrong decodings are full of, from
// looking like Chinese: the kana, the syllables, and the block of level-1
// characters by frequency are not separable by range, so only the ranges that
// are rare in all are named.
func commonHan(r rune) bool {
	return r < 0x3400 || r >= 0x4e00 && r < 0x9fa6 || r >= 0xac00
}
