// Command extract reads news pages and scraped texts, and prints the article of
// each.
//
//	extract [flags] [FILE|DIR ...]
//
// It writes JSON Lines, or a page for people to read on a terminal. Run it with
// -h for the flags.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime"
	"slices"
	"syscall"
	"time"

	"github.com/newsfact/newsfact"
)

// Exit statuses.
const (
	exitOK          = 0
	exitFailed      = 1 // a document could not be read
	exitUsage       = 2
	exitInterrupted = 128 + int(syscall.SIGINT)
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // the second Ctrl-C kills
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// flags are the command line.
type flags struct {
	job             // what holds for documents that do not say otherwise
	format   string // jsonl, json or text
	manifest string
	workers  int
	paths    []string
}

const usage = `usage: extract [flags] [FILE|DIR ...]

Prints the article of each document: its fields, its clean text, and what was
removed and why. Reads standard input where no file is given or it is "-";
gunzips a path that ends in .gz; takes all files of a directory, in order.

  -as html|text|clean       what the input is: a web page; scraped text with site
                            chrome in it; or an article that is already clean and
                            is taken verbatim (default: html or text, found out)
  -format jsonl|json|text   one object a line; one indented; a page for people to
                            read (default: text on a terminal, else jsonl)
  -url URL                  where the page came from
  -date YYYY-MM-DD          the reference date, used where a document does not say
                            when it was published
  -manifest FILE            JSON Lines, one document a line:
                            {"path":…, "as":…, "url":…, "date":…}
                            each overrides the flags; path is relative to FILE
  -j N                      documents in flight at once (default: %d, the CPUs)

Exit status: 0; 1 where a document could not be read, which has a row
{"source":…, "error":…} in its place; 2 for bad flags; 130 when interrupted.
`

// run is the program.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	f, err := parseFlags(args)
	if errors.Is(err, flag.ErrHelp) {
		fmt.Fprintf(stdout, usage, runtime.NumCPU())
		return exitOK
	}
	if err != nil {
		fmt.Fprintf(stderr, "extract: %v\nRun extract -h for help.\n", err)
		return exitUsage
	}
	jobs, err := f.jobs()
	if err != nil {
		fmt.Fprintf(stderr, "extract: %v\n", err)
		return exitUsage
	}
	if len(jobs) == 1 && jobs[0].source == "-" && isTerminal(stdin) {
		fmt.Fprintln(stderr, "extract: reading a document from the terminal; end it with Ctrl-D")
	}
	if f.format == "" {
		f.format = "jsonl"
		if isTerminal(stdout) {
			f.format = "text"
		}
	}
	p := newProgress(stderr, len(jobs))
	w := newPrinter(stdout, f.format, len(jobs) > 1)
	done, failed := 0, 0
	for r := range extractAll(ctx, jobs, f.workers, interruptible(ctx, stdin), w.encode) {
		p.hide()
		if err := w.print(r.row); err != nil {
			fmt.Fprintf(stderr, "extract: writing: %v\n", err)
			return exitFailed
		}
		done++
		if r.failed {
			failed++
		}
		p.show(done, failed)
	}
	p.hide()
	switch {
	case ctx.Err() != nil:
		fmt.Fprintf(stderr, "extract: interrupted after %d of %d documents\n", done, len(jobs))
		return exitInterrupted
	case failed > 0:
		if f.format != "text" || len(jobs) > 1 {
			fmt.Fprintf(stderr, "extract: %d of %d documents could not be read\n", failed, len(jobs))
		}
		return exitFailed
	}
	return exitOK
}

func parseFlags(args []string) (*flags, error) {
	f := &flags{}
	var as, date string
	fs := flag.NewFlagSet("extract", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	fs.StringVar(&as, "as", "", "")
	fs.StringVar(&f.format, "format", "", "")
	fs.StringVar(&f.opts.URL, "url", "", "")
	fs.StringVar(&date, "date", "", "")
	fs.StringVar(&f.manifest, "manifest", "", "")
	fs.IntVar(&f.workers, "j", runtime.NumCPU(), "")
	if err := fs.Parse(args); err != nil {
		return nil, err
	}
	f.paths = fs.Args()
	var err error
	if f.opts.As, err = parseAs(as); err != nil {
		return nil, fmt.Errorf("-as: %w", err)
	}
	if f.opts.Date, err = parseDate(date); err != nil {
		return nil, fmt.Errorf("-date: %w", err)
	}
	if f.format != "" && !slices.Contains([]string{"jsonl", "json", "text"}, f.format) {
		return nil, fmt.Errorf("-format: %q is not jsonl, json or text", f.format)
	}
	if f.workers < 1 {
		return nil, fmt.Errorf("-j: %d documents at once would never end; give 1 or more", f.workers)
	}
	return f, nil
}

func parseAs(s string) (newsfact.Format, error) {
	as := newsfact.Format(s)
	switch as {
	case newsfact.Sniff, newsfact.HTML, newsfact.Text, newsfact.Clean:
		return as, nil
	}
	return "", fmt.Errorf("%q is not html, text or clean", s)
}

func parseDate(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return time.Time{}, fmt.Errorf("%q is not a date of the form YYYY-MM-DD", s)
	}
	return t, nil
}
