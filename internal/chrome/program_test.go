package chrome

import (
	"strings"
	"testing"

	"github.com/newsfact/newsfact/internal/page"
)

func TestIsProgram(t *testing.T) {
	t.Parallel()
	prose := strings.Repeat("The mayor (62) said that the bridge would open; hardly anybody was surprised. ", 10)
	listing := "if (a[i] == b[i]) { return f(x, y) || g(z); }\n"
	for _, c := range []struct {
		name, in string
		want     bool
	}{
		{"prose", prose, false},
		{"a story with a listing", prose + strings.Repeat(listing, 2), false},
		{"one line of a program", listing, false},
		{"a script", strings.Repeat(`!function(e){var n=r(17);if(a<b&&c>d){e.exports=n||{}}}(this);`, 20), true},
		{"data", strings.Repeat(`{"id":17,"tags":["a","b"],"n":{}}`, 30), true},
		{"a style sheet", strings.Repeat(`a{color:#fff}b{top:0}.c>d{left:1px}`, 30), true},
	} {
		for kind, p := range map[string]*page.Page{"text": page.ReadText(c.in), "page": page.ReadHTML(strings.ReplaceAll(c.in, "<", "&lt;"))} {
			if got := isProgram(p); got != c.want {
				t.Errorf("%s, a %s: %v", c.name, kind, got)
			}
		}
	}
}
