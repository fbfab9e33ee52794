package newsfact_test

import (
	"errors"
	"fmt"

	"github.com/newsfact/newsfact"
)

func ExampleRomanize() {
	for _, system := range []newsfact.System{newsfact.Press, newsfact.National, newsfact.ISO, newsfact.ALALC} {
		s, err := newsfact.Romanize("Володимир Зеленський", "uk", system)
		fmt.Println(s, err)
	}
	_, err := newsfact.Romanize("Володимир", "la", newsfact.Press)
	fmt.Println(errors.Is(err, errors.ErrUnsupported))
	// Output:
	// Volodymyr Zelenskyy <nil>
	// Volodymyr Zelenskyi <nil>
	// Volodimir Zelens′kij <nil>
	// Volodymyr Zelensʹkyĭ <nil>
	// true
}

func ExampleMatchNames() {
	for _, p := range [][2]string{{"Dmytro Gordon", "Dmitry Gordon"}, {"Ilham Aliyev", "Heydar Aliyev"}} {
		_, same := newsfact.MatchNames(newsfact.Person, p[0], p[1])
		fmt.Println(same, p)
	}
	_, same := newsfact.MatchNames(newsfact.Organization, "OSCE", "Organization for Security and Co-operation in Europe")
	fmt.Println(same)
	// Output:
	// true [Dmytro Gordon Dmitry Gordon]
	// false [Ilham Aliyev Heydar Aliyev]
	// true
}
