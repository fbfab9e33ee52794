package main

// recase writes the lines of a text as headlines do, in turn: in capitals and
// in Title Case, so that the model learns what to go by
// where capitals tell nothing. Only ASCII letters change: offsets stay.
func recase(text string, turn int) string {
	b := []byte(text)
	before := byte('\n')
	for i, c := range b {
		if c == '\n' {
			turn++
		}
		small := 'a' <= c && c <= 'z'
		switch turn % 4 {
		case 0, 1:
			if small {
				b[i] = c - 'a' + 'A'
			}
		case 2, 3:
			if small && (before == ' ' || before == '\n' || before == '"' || before == '(') {
				b[i] = c - 'a' + 'A'
			}
		}
		before = c
	}
	return string(b)
}
