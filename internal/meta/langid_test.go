package meta

import "testing"

// TestTellShort holds the language of a headline and a sentence or less, where
// several languages have as many of the stop words.
func TestTellShort(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"Порт закрыт после падения крана. В четверг в воду упал кран, никто не пострадал":         "ru",
		"Кран упал в воду в порту Мурманска, движение судов остановлено":                          "ru",
		"Суд отправил под стражу бывшего мэра, его защита обжалует решение":                       "ru",
		"Порт закрили після падіння крана. Ніхто не постраждав, повідомили в адміністрації":       "uk",
		"Порт знову працює, бо підйомний кран підняли":                                            "uk",
		"Прэзідэнт падпісаў закон аб пенсіях і паехаў у адпачынак, паведамляе прэс-служба":        "be",
		"Кметът каза, че водата ще се върне до края на седмицата, и се извини на хората":          "bg",
		"Grue tombée à Brest: le port reste fermé jusqu’à la fin de la semaine":                   "fr",
		"Les élus de la région ont été reçus à Matignon, la crise des déchets est réglée":         "fr",
		"El alcalde pide ayuda para el puerto de la ciudad tras la caída de la grúa":              "es",
		"José Muñoz and Peña won in Málaga on Sunday, and Gaúcho did not play for the first time": "en",
		"O porto continua fechado até ao fim da semana, disse a câmara, e não há feridos":         "pt",
	} {
		var s sample
		s.add(text)
		if got := s.tell(""); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
