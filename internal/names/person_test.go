package names

import (
	"fmt"
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/linear"
)

// TestPersons holds one case a line: two names with = between them where they
// may be one person, with != where they are two.
func TestPersons(t *testing.T) {
	t.Parallel()
	cases := `
# romanisations
Gurbanguly Berdimuhamedov = Kurbanguly Berdymukhammedov
Viktor Chernomyrdin = Victor Tchernomyrdine
Dmitri Shostakovich = Dmitrij Schostakowitsch
Robert Kocharyan = Robert Kocharian
Abdelaziz Bouteflika = Abdulaziz Buteflika
Abd al-Rahman al-Rashed = Abdulrahman Al Rashed
Hafez al-Assad = Hafiz Assad
Ban Ki-moon = Pan Ki Mun
Khadija Ismayilova = Xədicə İsmayılova
Conor McGregor = Connor MacGregor
Roh Moo-hyun = No Mu-hyon
# marks and other scripts
Lech Wałęsa = Lech Walesa
Jörg Haider = Joerg Haider
Mesut Yılmaz = Mesut Yilmaz
Τσίπρας Αλέξης = Alexis Tsipras
محمود عباس = Mahmoud Abbas
გიორგი მარგველაშვილი = Giorgi Margvelashvili
# order, titles, middle names, initials
Orbán Viktor = Viktor Orban
ROUHANI, Hassan = Hassan Rouhani
Senator Lindsey Graham = Lindsey O. Graham
J.D. Vance = James David Vance
JD Vance = J. D. Vance
King Abdullah II = King Abdullah
Dr. Anthony Fauci = Tony Fauci
Luiz Inácio Lula da Silva = Lula da Silva
# letters that only look right, signs that nobody sees
Vladimir Рutin = Vladimir Putin
Тарас Шевченко = Taras Shevchenko
Тарас = Taras
Vladi` + "\u200b" + `mir Pu` + "\u00ad" + `tin = Vladimir Putin
# typing errors and words run together
Emmanuel Marcon = Emmanuel Macron
AlisherUsmanov = Alisher Usmanov
Nikolai Patr ushev = Nikolai Patrushev
# relatives
Ilham Aliyev != Mehriban Aliyeva
Arif Aliyev != Ilham Aliyev
Masoud Barzani != Masrour Barzani
Raul Castro != Fidel Castro
Kim Jong-un != Kim Jong-nam
Xi Jinping != Xi Zhongxun
Ferdinand Marcos != Ferdinand Marcos Jr.
Pope Benedict XVI != Pope Benedict XV
# one word the same
Hassan Rouhani != Hossein Rouhani
Mohammed Morsi != Mahmoud Morsi
Viktor Yanukovych != Viktor Yushchenko
Li Keqiang != Li Qiang
Salman bin Khalid != Khalid bin Salman
George H. W. Bush != George W. Bush
Putin != Vladimir Putin
Ahmed Hassan != Hassan Ahmed
Roman Abramovich != Roman Abramov
A. Nazarbayev != Nursultan Nazarbayev`
	for line := range strings.Lines(strings.TrimSpace(cases)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		a, b, want := line, "", true
		if x, y, ok := strings.Cut(line, " != "); ok {
			a, b, want = x, y, false
		} else if x, y, ok := strings.Cut(line, " = "); ok {
			a, b = x, y
		}
		for _, p := range [][2]string{{a, b}, {b, a}} {
			if score, got := MatchPersons(p[0], p[1]); got != want {
				t.Errorf("%s / %s: %t (%.3f), want %t", p[0], p[1], got, score, want)
			}
		}
	}
}

// TestNothing holds strings without a name in them never to match, each other
// least of all.
func TestNothing(t *testing.T) {
	t.Parallel()
	empty := []string{"", " ", "-", "...", "\u200b", "’", "???", "123", "🙂", "的", "মোহাম্মদ", "\xff"}
	for _, a := range empty {
		for _, b := range append(empty, "A", "Ilham Aliyev") {
			if a == b && strings.ContainsAny(a, "1的ম") {
				continue // the same letters are the same
			}
			if score, same := MatchPersons(a, b); same || score > 0.5 {
				t.Errorf("%q / %q: %.3f, %t", a, b, score, same)
			}
			if score, same := MatchOrganizations(a, b); same || score > 0.5 {
				t.Errorf("organisation %q / %q: %.3f, %t", a, b, score, same)
			}
		}
	}
}

// TestLong holds names of any length to linear time, and to no match unless
// they are equal.
func TestLong(t *testing.T) {
	t.Parallel()
	long := strings.Repeat("Anna Maria ", 5000)
	if _, same := MatchPersons(long, long); !same {
		t.Error("a name of ten thousand words is not itself")
	}
	if _, same := MatchPersons(long, "Anna Maria"); same {
		t.Error("a name of ten thousand words is its first two")
	}
	if _, same := MatchPersons("A", "A"); same {
		t.Error("one letter tells a person")
	}
	if _, same := MatchPersons("A", "B"); same {
		t.Error("A is B")
	}
	linear.Check(t, "a long name", 1000, func(n int) func() {
		a := strings.Repeat("Мария Anna ", n)
		return func() { MatchPersons(a, a+"x") }
	})
}

func TestNoAllocation(t *testing.T) {
	pairs := [][2]string{
		{"Dmytro Gordon", "Dmitry Gordon"},
		{"Sheikh Mohammed bin Rashid Al Maktoum", "Muhammad ibn Rashid al-Maktum"},
		{"Recep Tayyip Erdoğan", "Tayyip Erdogan"},
		{"Abd al-Rahman", "Abdulrahman"},
	}
	for _, p := range pairs {
		MatchPersons(p[0], p[1])
		if n := testing.AllocsPerRun(100, func() { MatchPersons(p[0], p[1]) }); n > 0 {
			t.Errorf("%s / %s: %v allocations", p[0], p[1], n)
		}
		MatchOrganizations(p[0], p[1])
		if n := testing.AllocsPerRun(100, func() { MatchOrganizations(p[0], p[1]) }); n > 0 {
			t.Errorf("organisation %s / %s: %v allocations", p[0], p[1], n)
		}
	}
}

func TestMixed(t *testing.T) {
	t.Parallel()
	for s, want := range map[string]bool{
		"Vladimir Putin": false, "Владимир Путин": false, "Vladimir Путин": false,
		"Vladimir Рutin": true, "Вladimir": true, "Pu\u200bтin": true, "": false,
	} {
		if got := Mixed(s); got != want {
			t.Errorf("Mixed(%q) = %t", s, got)
		}
	}
}

// TestDistance checks the distance that stops early against one that does not.
func TestDistance(t *testing.T) {
	t.Parallel()
	words := []string{"", "a", "zelenski", "zelenskaia", "gadafi", "kadafi", "merkel", "merkle", "HruSev", "mohamed", "mahmud", "ab", "ba"}
	for _, a := range words {
		for _, b := range words {
			want := slowDistance(a, b)
			if got := distance([]byte(a), []byte(b), 1<<20); got != want {
				t.Errorf("distance(%q, %q) = %d, want %d", a, b, got, want)
			}
			for _, limit := range []int{0, 5, 20, 60} {
				if got := distance([]byte(a), []byte(b), limit); got != want && (got <= limit || want <= limit) {
					t.Errorf("distance(%q, %q, %d) = %d, want %d or over the limit", a, b, limit, got, want)
				}
			}
		}
	}
}

// slowDistance is the definition.
func slowDistance(a, b string) int {
	memo := make(map[[2]int]int)
	var d func(i, j int) int
	d = func(i, j int) int {
		if i == 0 && j == 0 {
			return 0
		}
		if v, ok := memo[[2]int{i, j}]; ok {
			return v
		}
		best := 1 << 20
		if i > 0 {
			best = min(best, d(i-1, j)+costOne(a[i-1]))
		}
		if j > 0 {
			best = min(best, d(i, j-1)+costOne(b[j-1]))
		}
		if i > 0 && j > 0 {
			best = min(best, d(i-1, j-1)+int(costs()[a[i-1]][b[j-1]]))
		}
		if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
			best = min(best, d(i-2, j-2)+costSwap)
		}
		memo[[2]int{i, j}] = best
		return best
	}
	return d(len(a), len(b))
}

func FuzzMatch(f *testing.F) {
	f.Add("Dmytro Gordon", "Dmitry Gordon")
	f.Add("Abd al-Rahman bin Abu", "JC de la Al")
	f.Add("Путiн, В.", "\xffPutin")
	f.Add("U.S. Dept. of State's", "ООО \"Бай\"")
	f.Add("al", "bin bin bin Jr. III")
	f.Fuzz(func(t *testing.T, a, b string) {
		for kind, match := range map[string]func(a, b string) (float64, bool){"person": MatchPersons, "organization": MatchOrganizations, "place": MatchPlaces} {
			score, same := match(a, b)
			if !(score >= 0 && score <= 1) {
				t.Fatalf("%s: %q / %q: score %v", kind, a, b, score)
			}
			if again, same2 := match(a, b); again != score || same2 != same {
				t.Fatalf("%s: %q / %q: two answers", kind, a, b)
			}
			if other, same2 := match(b, a); other != score || same2 != same {
				t.Fatalf("%s: %q / %q: %v, the other way round %v", kind, a, b, score, other)
			}
		}
		Split(a)
		Split(b).Gender()
	})
}

func TestSplit(t *testing.T) {
	t.Parallel()
	// title|given|middle|patronymic|family|suffix|gender
	for in, want := range map[string]string{
		"Ilham Heydar oglu Aliyev":         "|Ilham||Heydar oglu|Aliyev||m",
		"Dmitry Sergeyevich Peskov":        "|Dmitry||Sergeyevich|Peskov||m",
		"Yulia Volodymyrivna Tymoshenko":   "|Yulia||Volodymyrivna|Tymoshenko||f",
		"President Donald J. Trump":        "President|Donald|J.||Trump||m",
		"Donald Trump Jr.":                 "|Donald|||Trump|Jr.|m",
		"Ursula von der Leyen":             "|Ursula|||von der Leyen||f",
		"Mohammed bin Salman":              "|Mohammed|||bin Salman||m",
		"Bashar al-Assad":                  "|Bashar|||al-Assad||m",
		"Xi Jinping":                       "|Jinping|||Xi||m",
		"Kim Jong-un":                      "|Jong-un|||Kim||m",
		"Lee Jae-myung":                    "|Jae-myung|||Lee||m",
		"Lee Harvey Oswald":                "|Lee|Harvey||Oswald||m",
		"Nguyen Phu Trong":                 "|Phu|Trong||Nguyen||m",
		"Orbán Viktor":                     "|Viktor|||Orbán||m",
		"Andrés Manuel López Obrador":      "|Andrés|Manuel||López Obrador||m",
		"Merkel, Angela":                   "|Angela|||Merkel||f",
		"Prime Minister Giorgia Meloni":    "Prime Minister|Giorgia|||Meloni||f",
		"Mr. Hajiyev":                      "Mr.||||Hajiyev||m",
		"Zakharova":                        "||||Zakharova||f",
		"Angela":                           "|Angela|||||f",
		"":                                 "||||||",
		"Martin Luther King, Jr.":          "|Martin|Luther||King|Jr.|m",
		"Sheikh Mohammed bin Rashid":       "Sheikh|Mohammed|||bin Rashid||m",
		"Maria Luísa Albuquerque da Costa": "|Maria|Luísa Albuquerque||da Costa||f",
	} {
		p := Split(in)
		got := strings.Join([]string{p.Title, p.Given, p.Middle, p.Patronymic, p.Family, p.Suffix, p.Gender()}, "|")
		if got != want {
			t.Errorf("Split(%q) = %s, want %s", in, got, want)
		}
	}
}

func ExampleSplit() {
	p := Split("Dr. Ursula von der Leyen")
	fmt.Printf("%s, %s (%s), %s\n", p.Family, p.Given, p.Title, p.Gender())
	// Output: von der Leyen, Ursula (Dr.), f
}
