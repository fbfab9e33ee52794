package main

import (
	"os"
	"strings"
	"testing"
)

// TestReadme holds the README to showing what its command prints.
func TestReadme(t *testing.T) {
	t.Setenv("COLUMNS", "80")
	readme, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(readme), "\n```text\n")
	shown, _, ok2 := strings.Cut(rest, "\n```\n")
	if !ok || !ok2 {
		t.Fatal("the README shows no output")
	}
	x := runIn(t, "", "-format=text", "testdata/harbour.txt")
	if got := strings.TrimSpace(x.out); got != shown {
		t.Errorf("the README shows:\n%s\nthe command prints:\n%s", shown, got)
	}
}
