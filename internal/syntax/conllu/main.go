// Conllu is the workbench of the parser: it reads CoNLL-U.
//
//	conllu tokens [-worst N] FILE   scores tokens and sentences found in the raw text
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "conllu:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return fmt.Errorf("which command? tokens FILE")
	}
	fs := flag.NewFlagSet(args[0], flag.ExitOnError)
	worst := fs.Int("worst", 0, "print the N commonest errors")
	if err := fs.Parse(args[1:]); err != nil {
		return err
	}
	switch args[0] {
	case "tokens":
		for _, f := range fs.Args() {
			if err := tokens(os.Stdout, f, *worst); err != nil {
				return err
			}
		}
		return nil
	}
	return fmt.Errorf("unknown command %q", args[0])
}
