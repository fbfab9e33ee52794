package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

const sample = "The harbour was closed on Monday after a crane fell into the water.\n\nNobody was hurt, the port authority said."

// extractor runs the program as a user would.
type extractor struct {
	out, errs string
	status    int
}

func runIn(t *testing.T, stdin string, args ...string) extractor {
	t.Helper()
	var out, errs bytes.Buffer
	status := run(t.Context(), args, strings.NewReader(stdin), &out, &errs)
	return extractor{out.String(), errs.String(), status}
}

// row is what the tests look at in a line of the output.
type row struct {
	Source  string
	Error   string
	Article *struct {
		Text, URL string
		PageKind  string `json:"page_kind"`
		Published *struct{ Value, Source string }
		Blocks    []struct {
			Kind       string
			Start, End int
		}
	}
}

func rows(t *testing.T, out string) []row {
	t.Helper()
	var rs []row
	d := json.NewDecoder(strings.NewReader(out))
	for {
		var r row
		err := d.Decode(&r)
		if err == io.EOF {
			return rs
		}
		if err != nil {
			t.Fatalf("%v in:\n%s", err, out)
		}
		rs = append(rs, r)
	}
}

// files writes files into a new directory; a name that ends in .gz is
// compressed.
func files(t *testing.T, content map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, s := range content {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		b := []byte(s)
		if strings.HasSuffix(name, ".gz") {
			b = compress(t, strings.NewReader(s))
		}
		if err := os.WriteFile(path, b, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func compress(t *testing.T, r io.Reader) []byte {
	t.Helper()
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := io.Copy(z, r); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestStandardInput(t *testing.T) {
	t.Parallel()
	for _, args := range [][]string{{"-as", "clean"}, {"-as", "clean", "-"}} {
		x := runIn(t, sample, args...)
		rs := rows(t, x.out)
		if x.status != exitOK || len(rs) != 1 || rs[0].Source != "-" || rs[0].Article.Text != sample || len(rs[0].Article.Blocks) != 2 {
			t.Errorf("%v: status %d, output %s, messages %s", args, x.status, x.out, x.errs)
		}
	}
}

func TestShapes(t *testing.T) {
	t.Parallel()
	jsonl := runIn(t, sample, "-as=clean").out
	if strings.Count(jsonl, "\n") != 1 || !strings.HasSuffix(jsonl, "\n") {
		t.Errorf("jsonl is not one line:\n%s", jsonl)
	}
	for _, list := range []string{`"value":"XXXX-WXX-1","alternatives":[]`, `"entities":[`, `"facts":[`, `"tags":[]`, `"removed":[]`} {
		if !strings.Contains(jsonl, list) {
			t.Errorf("no %s in %s", list, jsonl)
		}
	}
	indented := runIn(t, sample, "-as=clean", "-format=json").out
	var b bytes.Buffer
	if err := json.Compact(&b, []byte(indented)); err != nil || b.String()+"\n" != jsonl || !strings.Contains(indented, "\n  \"article\": {\n") {
		t.Errorf("json is not jsonl indented:\n%s", indented)
	}
}

func TestFlags(t *testing.T) {
	t.Parallel()
	x := runIn(t, sample, "-as", "clean", "-url", "https://example.org/a", "-date", "2024-02-29")
	a := rows(t, x.out)[0].Article
	if a.URL != "https://example.org/a" || a.Published == nil || a.Published.Value != "2024-02-29" || a.Published.Source != "reference" {
		t.Errorf("flags are not in the article: %s", x.out)
	}
}

func TestBadFlags(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		args string
		want string // in the message
	}{
		{"-as pdf", `"pdf" is not html, text or clean`},
		{"-format xml", `"xml" is not jsonl, json or text`},
		{"-date 2024-02-30", `"2024-02-30" is not a date`},
		{"-date yesterday", "YYYY-MM-DD"},
		{"-j 0", "give 1 or more"},
		{"-j many", "-j"},
		{"-colour", "-colour"},
		{"-manifest /no/such/file", "/no/such/file"},
		{"- -", "only once"},
	} {
		x := runIn(t, sample, strings.Fields(c.args)...)
		if x.status != exitUsage || x.out != "" || !strings.Contains(x.errs, c.want) {
			t.Errorf("%s: status %d, output %q, message %q; want %q in it", c.args, x.status, x.out, x.errs, c.want)
		}
	}
}

func TestHelp(t *testing.T) {
	t.Parallel()
	x := runIn(t, "", "-h")
	if x.status != exitOK || !strings.HasPrefix(x.out, "usage: extract") || strings.Contains(x.out, "%") {
		t.Errorf("status %d, output:\n%s", x.status, x.out)
	}
}

func TestDirectories(t *testing.T) {
	t.Parallel()
	dir := files(t, map[string]string{
		"d/b.txt": sample, "d/a/z.txt.gz": sample, "d/a.txt": sample, "d/.hidden": sample, "d/.git/x": sample, "one.txt": sample,
	})
	x := runIn(t, "", "-as=text", filepath.Join(dir, "one.txt"), filepath.Join(dir, "d"))
	var got []string
	for _, r := range rows(t, x.out) {
		if r.Article == nil {
			t.Errorf("%s: %s", r.Source, r.Error)
		}
		got = append(got, strings.TrimPrefix(r.Source, dir+"/"))
	}
	if want := "one.txt d/a/z.txt.gz d/a.txt d/b.txt"; strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestErrorRows(t *testing.T) {
	t.Parallel()
	dir := files(t, map[string]string{"good.txt": sample, "picture.txt": "\x89PNG\r\n\x1a\n\x00\x00", "plain.gz": ""})
	if err := os.WriteFile(filepath.Join(dir, "plain.gz"), []byte(sample), 0o666); err != nil {
		t.Fatal(err)
	}
	names := []string{"missing.txt", "good.txt", "picture.txt", "plain.gz"}
	var paths []string
	for _, n := range names {
		paths = append(paths, filepath.Join(dir, n))
	}
	x := runIn(t, "", append([]string{"-as=clean"}, paths...)...)
	if x.status != exitFailed || !strings.Contains(x.errs, "3 of 4 documents could not be read") {
		t.Errorf("status %d, messages %q", x.status, x.errs)
	}
	rs := rows(t, x.out)
	if len(rs) != 4 {
		t.Fatalf("%d rows:\n%s", len(rs), x.out)
	}
	for i, want := range []string{"no such file", "", "not text", "no gzip file"} {
		if r := rs[i]; r.Source != paths[i] || (r.Article != nil) != (want == "") || !strings.Contains(r.Error, want) {
			t.Errorf("row %d: %+v; want an error with %q", i, r, want)
		}
	}
}

func TestManifest(t *testing.T) {
	t.Parallel()
	dir := files(t, map[string]string{
		"docs/a.txt": sample, "docs/b.txt.gz": sample, "other.txt": sample,
		"docs/m.jsonl": "\ufeff" + `{"path": "a.txt", "as": "clean", "url": "https://example.org/own", "date": "2020-01-02", "extra": 1}

{"path": "b.txt.gz"}
{"path": "../other.txt", "date": "2020-13-01"}
{"path": "a.txt", "as": "word"}
{"as": "clean"}
[1]
{"path": "gone.txt"}
{"path": "a.txt", "url": ""}
`,
	})
	x := runIn(t, "", "-as=clean", "-url=https://example.org/flag", "-date=1999-01-01", "-manifest", filepath.Join(dir, "docs/m.jsonl"), filepath.Join(dir, "other.txt"))
	if x.status != exitFailed {
		t.Errorf("status %d", x.status)
	}
	var got strings.Builder
	for _, r := range rows(t, x.out) {
		fmt.Fprint(&got, strings.ReplaceAll(r.Source, dir, "DIR"))
		if r.Article != nil {
			fmt.Fprintf(&got, " %s %s", r.Article.URL, r.Article.Published.Value)
		} else {
			fmt.Fprint(&got, ": ", strings.ReplaceAll(r.Error, dir, "DIR"))
		}
		got.WriteByte('\n')
	}
	want := `a.txt https://example.org/own 2020-01-02
b.txt.gz https://example.org/flag 1999-01-01
../other.txt: DIR/docs/m.jsonl:4: "date": "2020-13-01" is not a date of the form YYYY-MM-DD
a.txt: DIR/docs/m.jsonl:5: "as": "word" is not html, text or clean
DIR/docs/m.jsonl:6: DIR/docs/m.jsonl:6: no "path"
DIR/docs/m.jsonl:7: DIR/docs/m.jsonl:7: not a JSON object whose path, as, url and date are strings
gone.txt: open DIR/docs/gone.txt: no such file or directory
a.txt  1999-01-01
DIR/other.txt https://example.org/flag 1999-01-01
`
	if got.String() != want {
		t.Errorf("got:\n%s\nwant:\n%s", got.String(), want)
	}
}

// TestWorkers runs many documents of uneven size with several numbers of
// workers: the bytes must not differ.
func TestWorkers(t *testing.T) {
	t.Parallel()
	content := make(map[string]string)
	for i := range 60 {
		content[fmt.Sprintf("%02d.txt", i)] = strings.Repeat(sample+"\n\n", 1+(i*7)%50)
		content[fmt.Sprintf("%02d.bad", i)] = "\x89PNG\r\n\x1a\n"
	}
	dir := files(t, content)
	for _, format := range []string{"jsonl", "json", "text"} {
		want := runIn(t, "", "-j=1", "-format", format, dir)
		for _, j := range []string{"2", "7", "200"} {
			if got := runIn(t, "", "-j", j, "-format", format, dir); got != want {
				t.Errorf("-j %s -format %s differs from -j 1", j, format)
			}
		}
	}
}

// TestBomb reads a gzip file that holds far more than its size says.
func TestBomb(t *testing.T) {
	t.Parallel()
	member := compress(t, strings.NewReader(strings.Repeat("1", 1<<20)))
	path := filepath.Join(t.TempDir(), "bomb.gz")
	if err := os.WriteFile(path, bytes.Repeat(member, 1000), 0o666); err != nil { // 1 GB
		t.Fatal(err)
	}
	x := runIn(t, "", "-as=text", path)
	if rs := rows(t, x.out); x.status != exitFailed || len(rs) != 1 || !strings.Contains(rs[0].Error, "too large") {
		t.Errorf("status %d: %.300s", x.status, x.out)
	}
}

// TestInterrupt ends the program while it waits for input: what was done is
// printed, what was not is not.
func TestInterrupt(t *testing.T) {
	t.Parallel()
	dir := files(t, map[string]string{"a.txt": sample})
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	stdin, typing := io.Pipe()
	defer typing.Close()
	out := &signalWriter{wrote: make(chan struct{}, 1)}
	var errs bytes.Buffer
	go func() {
		<-out.wrote
		cancel()
	}()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, []string{"-as=clean", "-j=2", filepath.Join(dir, "a.txt"), "-", filepath.Join(dir, "a.txt")}, stdin, out, &errs)
	}()
	select {
	case status := <-ended:
		if status != exitInterrupted || !strings.Contains(errs.String(), "interrupted after") {
			t.Errorf("status %d, messages %q", status, errs.String())
		}
		for _, r := range rows(t, out.b.String()) {
			if r.Error != "" || r.Source == "-" {
				t.Errorf("a row for what was broken off: %+v", r)
			}
		}
	case <-time.After(20 * time.Second):
		t.Fatal("the program did not end")
	}
}

// A signalWriter tells when it is first written to.
type signalWriter struct {
	b     bytes.Buffer
	wrote chan struct{}
}

func (w *signalWriter) Write(b []byte) (int, error) {
	select {
	case w.wrote <- struct{}{}:
	default:
	}
	return w.b.Write(b)
}

// TestClosedOutput stops when nobody listens any more.
func TestClosedOutput(t *testing.T) {
	t.Parallel()
	content := make(map[string]string)
	for i := range 100 {
		content[fmt.Sprint(i)] = sample
	}
	var errs bytes.Buffer
	status := run(t.Context(), []string{"-j=3", files(t, content)}, strings.NewReader(""), brokenWriter{}, &errs)
	if status != exitFailed || !strings.Contains(errs.String(), "no space") {
		t.Errorf("status %d, messages %q", status, errs.String())
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("no space left") }
