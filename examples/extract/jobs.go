package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/newsfact/newsfact"
)

// A job is one document to read.
type job struct {
	source string // the path as given: what the result is called by
	path   string // the path to open, or "-"
	opts   newsfact.Options
	err    error // known before it was tried
}

// jobs lists the documents that the command line names: those of the manifest,
// then the files and directories; standard input where it names none.
func (f *flags) jobs() ([]job, error) {
	var jobs []job
	if f.manifest != "" {
		var err error
		if jobs, err = readManifest(f.manifest, f.opts); err != nil {
			return nil, fmt.Errorf("-manifest: %w", err)
		}
	}
	paths := f.paths
	if len(paths) == 0 && f.manifest == "" {
		paths = []string{"-"}
	}
	stdin := false
	for _, p := range paths {
		if p == "-" && stdin {
			return nil, errors.New(`"-" stands twice, but standard input can be read only once`)
		}
		stdin = stdin || p == "-"
		if fi, err := os.Stat(p); p != "-" && err == nil && fi.IsDir() {
			jobs = append(jobs, walk(p, f.opts)...)
			continue
		}
		jobs = append(jobs, job{source: p, path: p, opts: f.opts})
	}
	return jobs, nil
}

// walk lists the files under dir in the order of their names. It passes over
// hidden files and directories: .git, .DS_Store.
func walk(dir string, opts newsfact.Options) []job {
	var jobs []job
	filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		hidden := path != dir && strings.HasPrefix(d.Name(), ".")
		switch {
		case err != nil:
			jobs = append(jobs, job{source: path, err: err})
			return nil
		case d.IsDir() && hidden:
			return filepath.SkipDir
		case d.IsDir() || hidden:
			return nil
		}
		if d.Type().IsRegular() || linksToFile(path, d) {
			jobs = append(jobs, job{source: path, path: path, opts: opts})
		}
		return nil
	})
	return jobs
}

func linksToFile(path string, d fs.DirEntry) bool {
	if d.Type()&fs.ModeSymlink == 0 {
		return false
	}
	fi, err := os.Stat(path)
	return err == nil && fi.Mode().IsRegular()
}

// readManifest lists the documents of a manifest. A line that cannot be read
// is a document with an error, so that the others go on.
func readManifest(name string, opts newsfact.Options) ([]job, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var jobs []job
	sc := bufio.NewScanner(f)
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(sc.Text(), "\ufeff"))
		if line == "" {
			continue
		}
		j, err := manifestJob(line, filepath.Dir(name), opts)
		if err != nil {
			j.err = fmt.Errorf("%s:%d: %w", name, n, err)
			if j.source == "" {
				j.source = fmt.Sprintf("%s:%d", name, n)
			}
		}
		jobs = append(jobs, j)
	}
	return jobs, sc.Err()
}

// manifestJob reads one line of a manifest, whose paths are relative to dir.
func manifestJob(line, dir string, opts newsfact.Options) (job, error) {
	var row struct {
		Path, As, URL, Date *string
	}
	if json.Unmarshal([]byte(line), &row) != nil {
		return job{}, errors.New("not a JSON object whose path, as, url and date are strings")
	}
	if row.Path == nil || *row.Path == "" {
		return job{}, errors.New(`no "path"`)
	}
	j := job{source: *row.Path, path: *row.Path, opts: opts}
	if !filepath.IsAbs(j.path) {
		j.path = filepath.Join(dir, j.path)
	}
	if row.URL != nil {
		j.opts.URL = *row.URL
	}
	var err error
	if row.As != nil {
		if j.opts.As, err = parseAs(*row.As); err != nil {
			return j, fmt.Errorf(`"as": %w`, err)
		}
	}
	if row.Date != nil {
		if j.opts.Date, err = parseDate(*row.Date); err != nil {
			return j, fmt.Errorf(`"date": %w`, err)
		}
	}
	return j, nil
}
