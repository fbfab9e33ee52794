// Names romanizes names and matches them, a line in, a line out.
//
//	names romanize -lang uk [-system bgnpcgn|national|iso|alalc|press] < names.txt
//	names match < pairs.tsv
//
// match reads a kind (person or organization) and two names, parted by tabs,
// and prints the score and the verdict, parted by a tab.
package main

import (
	"bufio"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/newsfact/newsfact"
)

func main() {
	if err := run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr); err != nil {
		if errors.Is(err, errUsage) {
			os.Exit(2)
		}
		fmt.Fprintln(os.Stderr, "names:", err)
		os.Exit(1)
	}
}

// errUsage is returned after the usage was printed.
var errUsage = errors.New("bad arguments")

func run(args []string, in io.Reader, out, stderr io.Writer) error {
	usage := func() error {
		fmt.Fprintln(stderr, "usage: names romanize -lang CODE [-system bgnpcgn|national|iso|alalc|press]\n       names match")
		return errUsage
	}
	if len(args) == 0 {
		return usage()
	}
	fs := flag.NewFlagSet(args[0], flag.ContinueOnError)
	fs.SetOutput(stderr)
	switch args[0] {
	case "romanize":
		lang := fs.String("lang", "", "language of the names, an ISO 639-1 `code`")
		system := fs.String("system", string(newsfact.Press), "`system`: bgnpcgn, national, iso, alalc or press")
		if fs.Parse(args[1:]) != nil || fs.NArg() > 0 {
			return errUsage
		}
		return eachLine(in, out, func(line string) (string, error) {
			return newsfact.Romanize(line, *lang, newsfact.System(*system))
		})
	case "match":
		if fs.Parse(args[1:]) != nil || fs.NArg() > 0 {
			return errUsage
		}
		return eachLine(in, out, match)
	}
	return usage()
}

func match(line string) (string, error) {
	cols := strings.Split(line, "\t")
	if len(cols) != 3 {
		return "", fmt.Errorf("%q has %d columns; match wants kind, name, name", line, len(cols))
	}
	score, same := newsfact.MatchNames(newsfact.EntityKind(cols[0]), cols[1], cols[2])
	return fmt.Sprintf("%.4f\t%t", score, same), nil
}

// eachLine writes fn of each line of in to out.
func eachLine(in io.Reader, out io.Writer, fn func(string) (string, error)) error {
	r, w := bufio.NewReader(in), bufio.NewWriter(out)
	for n := 1; ; n++ {
		line, err := r.ReadString('\n')
		if err != nil && err != io.EOF {
			return err
		}
		if line != "" {
			s, lerr := fn(strings.TrimRight(line, "\r\n"))
			if lerr != nil {
				w.Flush()
				return fmt.Errorf("line %d: %w", n, lerr)
			}
			fmt.Fprintln(w, s)
		}
		if err == io.EOF {
			return w.Flush()
		}
	}
}
