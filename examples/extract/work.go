package main

import (
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/newsfact/newsfact"
)

// A failure is what is printed of one that could not.
type failure struct {
	Source string `json:"source"`
	Error  string `json:"error"`
}

// A result is one finished job.
type result struct {
	row    []byte // as it will be printed
	failed bool
}

// extractAll runs the jobs, at most workers at once, and yields their results
// in the order of the jobs. Rows that wait for a slow one before them are
// kept, four a worker at the most, so that memory is bounded and the workers
// are not idle. When ctx ends, what has begun is finished and nothing else is
// started.
func extractAll(ctx context.Context, jobs []job, workers int, stdin io.Reader, encode func(any) []byte) iter.Seq[result] {
	return func(yield func(result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		queue := make(chan chan *result, 4*workers)
		go func() {
			defer close(queue)
			free := make(chan struct{}, workers)
			for _, j := range jobs {
				select {
				case free <- struct{}{}:
				case <-ctx.Done():
				}
				if ctx.Err() != nil {
					return
				}
				out := make(chan *result, 1)
				queue <- out
				go func() {
					out <- extract(j, stdin, encode)
					<-free
				}()
			}
		}()
		ok := true
		for out := range queue {
			r := <-out
			if r != nil && ok && !yield(*r) {
				ok = false
				cancel()
			}
		}
	}
}

// extract runs one job. It returns nil for a document that an interrupt broke
// off.
func extract(j job, stdin io.Reader, encode func(any) []byte) *result {
	a, err := read(j, stdin)
	switch {
	case errors.Is(err, context.Canceled):
		return nil
	case err != nil:
		return &result{encode(failure{j.source, err.Error()}), true}
	}
	d := newsfact.Extract(a)
	d.Source = j.source
	return &result{encode(d), false}
}

func read(j job, stdin io.Reader) (*newsfact.Article, error) {
	if j.err != nil {
		return nil, j.err
	}
	if j.path == "-" {
		return newsfact.Parse(stdin, &j.opts)
	}
	f, err := os.Open(j.path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !strings.HasSuffix(j.path, ".gz") {
		return newsfact.Parse(f, &j.opts)
	}
	// A bomb is no danger: Parse reads Options.MaxBytes of what comes out.
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("its name ends in .gz, but it is no gzip file: %w", err)
	}
	defer z.Close()
	return newsfact.Parse(z, &j.opts)
}

// interruptible returns a reader of r that fails when ctx ends, even while a
// read of r hangs: nobody types any more.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	pr, pw := io.Pipe()
	begun := false
	return readerFunc(func(b []byte) (int, error) {
		if !begun {
			begun = true
			context.AfterFunc(ctx, func() { pw.CloseWithError(ctx.Err()) })
			go func() {
				_, err := io.Copy(pw, r)
				pw.CloseWithError(err)
			}()
		}
		return pr.Read(b)
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }
