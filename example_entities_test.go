package newsfact

import "fmt"

func ExampleDocument_Entity() {
	doc := Extract(&Article{Text: "Turkey's foreign minister, Hakan Fidan, flew to Tashkent on Monday. " +
		"Fidan said that he would meet students."})
	for _, e := range doc.Entities {
		fmt.Println(e.ID, e.Kind, e.Name, e.Country)
	}
	for _, m := range doc.Entity("e1").Mentions {
		fmt.Println(m.Start, m.Kind, m.Text)
	}
	// Output:
	// e1 person Hakan Fidan TR
	// e2 place Turkey TR
	// e3 place Tashkent UZ
	// 0 nominal Turkey's foreign minister
	// 27 name Hakan Fidan
	// 68 name Fidan
	// 84 pronoun he
}
