// Command gate compares figures of this run with the floors of quality.json,
// and fails where one has fallen by more than its noise.
//
//	gate [-raise] [-bench FILE] quality.json FIGURES
//
// FIGURES is what ../shared/eval/run -j prints; -bench is what go test -bench
// prints. With -raise the floors that were passed are raised in the file: they
// are never lowered but by hand, with a reason in the commit.
//
// A metric is named by its area and its path in the scorer's JSON, such as
// "pages/html fundus: body f1" or "facts/strict.f1", or by its benchmark and
// unit, such as "bench/Parse/pages x-time". To guard another one, give it a
// floor of 0 and its noise, and run gate -raise.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
)

func main() {
	raise := flag.Bool("raise", false, "raise the floors to the figures")
	bench := flag.String("bench", "", "output of go test -bench")
	flag.Parse()
	if flag.NArg() != 2 {
		fmt.Fprintln(os.Stderr, "usage: gate [-raise] [-bench FILE] quality.json FIGURES")
		os.Exit(2)
	}
	if err := run(os.Stdout, flag.Arg(0), flag.Arg(1), *bench, *raise); err != nil {
		fmt.Fprintln(os.Stderr, "gate:", err)
		os.Exit(1)
	}
}

// A Metric is what is demanded of one figure.
type Metric struct {
	Floor float64 `json:"floor"`           // the best value that it had
	Noise float64 `json:"noise"`           // by how much it may be worse
	Lower bool    `json:"lower,omitempty"` // less is better: Floor is a ceiling
}

// holds reports whether v is good enough.
func (m Metric) holds(v float64) bool {
	const rounding = 1e-9
	if m.Lower {
		return v <= m.Floor+m.Noise+rounding
	}
	return v >= m.Floor-m.Noise-rounding
}

// better reports whether v is better than the floor.
func (m Metric) better(v float64) bool {
	if m.Lower {
		return v < m.Floor
	}
	return v > m.Floor
}

func run(out io.Writer, qualityFile, figuresFile, benchFile string, raise bool) error {
	metrics, err := readQuality(qualityFile)
	if err != nil {
		return err
	}
	b, err := os.ReadFile(figuresFile)
	if err != nil {
		return err
	}
	figures, err := readFigures(b)
	if err != nil {
		return fmt.Errorf("%s: %w", figuresFile, err)
	}
	if benchFile != "" {
		b, err := os.ReadFile(benchFile)
		if err != nil {
			return err
		}
		readBench(figures, string(b))
	}
	failed := 0
	for _, name := range slices.Sorted(maps.Keys(metrics)) {
		m := metrics[name]
		v, ok := figures[name]
		verdict := "ok"
		switch {
		case !ok:
			verdict = "MISSING"
			failed++
		case !m.holds(v):
			verdict = "WORSE"
			failed++
		case m.better(v):
			verdict = "better"
		}
		fmt.Fprintf(out, "%-8s%8.4f  was %.4f ± %.4f  %s\n", verdict, v, m.Floor, m.Noise, name)
		if raise && ok && m.better(v) {
			m.Floor = math.Round(v*1e4) / 1e4
			metrics[name] = m
		}
	}
	if failed > 0 {
		return fmt.Errorf("%d of %d figures are worse or missing", failed, len(metrics))
	}
	if raise {
		return writeQuality(qualityFile, metrics)
	}
	return nil
}

func readQuality(name string) (map[string]Metric, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var metrics map[string]Metric
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	if err := d.Decode(&metrics); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return metrics, nil
}

// writeQuality writes a metric a line, so that a change of one is a change of
// one line.
func writeQuality(name string, metrics map[string]Metric) error {
	var b bytes.Buffer
	sep := "{\n"
	for _, k := range slices.Sorted(maps.Keys(metrics)) {
		key, err1 := json.Marshal(k)
		value, err2 := json.Marshal(metrics[k])
		if err := errors.Join(err1, err2); err != nil {
			return err
		}
		fmt.Fprintf(&b, "%s  %s: %s", sep, key, value)
		sep = ",\n"
	}
	b.WriteString("\n}\n")
	return os.WriteFile(name, b.Bytes(), 0o666)
}

// readFigures reads objects {"area": …, "metrics": {…}} one after the other.
func readFigures(b []byte) (map[string]float64, error) {
	figures := make(map[string]float64)
	d := json.NewDecoder(bytes.NewReader(b))
	for {
		var area struct {
			Area    string
			Metrics map[string]any
		}
		err := d.Decode(&area)
		if err == io.EOF {
			return figures, nil
		}
		if err != nil {
			return nil, err
		}
		flatten(figures, area.Area+"/", area.Metrics)
	}
}

// flatten names the numbers of nested objects by their paths.
func flatten(figures map[string]float64, prefix string, m map[string]any) {
	for k, v := range m {
		switch v := v.(type) {
		case float64:
			figures[prefix+k] = v
		case map[string]any:
			flatten(figures, prefix+k+".", v)
		}
	}
}

// readBench reads the lines of benchmarks:
//
//	BenchmarkParse/pages-2   3   812345678 ns/op   0.9 x-time
func readBench(figures map[string]float64, out string) {
	for line := range strings.Lines(out) {
		f := strings.Fields(line)
		if len(f) < 4 || !strings.HasPrefix(f[0], "Benchmark") {
			continue
		}
		name := strings.TrimPrefix(f[0], "Benchmark")
		if i := strings.LastIndexByte(name, '-'); i >= 0 {
			name = name[:i] // without the number of processors
		}
		for i := 2; i+1 < len(f); i += 2 {
			if v, err := strconv.ParseFloat(f[i], 64); err == nil {
				figures["bench/"+name+" "+f[i+1]] = v
			}
		}
	}
}
