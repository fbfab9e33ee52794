package model

// A tree finds the best tree over scores of arcs: score[d*n+h] for the arc from
// h to d, word 0 being the root (Chu and Liu 1965; Edmonds 1967). It has one
// word under the root.
type tree struct {
	heads []int32
	state []uint8
}

// decode returns the head of each word, valid until the next call; heads[0]
// is of no meaning. It overwrites the scores of the root where the best heads
// are no tree with one root.
func (t *tree) decode(score []float32, n int) []int32 {
	if cap(t.heads) < n {
		t.heads, t.state = make([]int32, 2*n), make([]uint8, 2*n)
	}
	heads := t.heads[:n]
	roots := 0
	for d := 1; d < n; d++ {
		heads[d] = bestHead(score[d*n:][:n], d)
		if heads[d] == 0 {
			roots++
		}
	}
	if roots == 1 && t.cycle(heads) == nil {
		return heads // 19 sentences in 20
	}
	// An arc from the root costs more than all others together, so that the
	// best tree has one.
	for d := 1; d < n; d++ {
		score[d*n] -= 1e4
	}
	copy(heads, t.edmonds(score, n))
	return heads
}

func bestHead(s []float32, d int) int32 {
	b := 0
	if d == 0 {
		b = 1
	}
	for h, v := range s {
		if v > s[b] && h != d {
			b = h
		}
	}
	return int32(b)
}

// cycle returns the words of a cycle, or nil.
func (t *tree) cycle(heads []int32) []int32 {
	state := t.state[:len(heads)]
	clear(state)
	state[0] = 2
	for i := range heads {
		v := int32(i)
		for state[v] == 0 {
			state[v] = 1
			v = heads[v]
		}
		if state[v] == 1 {
			out := []int32{v}
			for u := heads[v]; u != v; u = heads[u] {
				out = append(out, u)
			}
			return out
		}
		for v = int32(i); state[v] == 1; v = heads[v] {
			state[v] = 2
		}
	}
	return nil
}

// edmonds contracts a cycle of the best heads into one word, solves the rest
// and opens the cycle where the solution enters it.
func (t *tree) edmonds(score []float32, n int) []int32 {
	heads := make([]int32, n)
	for d := 1; d < n; d++ {
		heads[d] = bestHead(score[d*n:][:n], d)
	}
	cyc := t.cycle(heads)
	if cyc == nil {
		return heads
	}
	in := make([]bool, n)
	for _, v := range cyc {
		in[v] = true
	}
	// The words outside the cycle keep their order; the cycle comes last.
	rest := make([]int32, 0, n)
	for v := range n {
		if !in[v] {
			rest = append(rest, int32(v))
		}
	}
	m := len(rest) + 1
	c := m - 1
	small := make([]float32, m*m)
	enter := make([]int32, m) // by head: the word of the cycle that it takes best
	leave := make([]int32, m) // by dependent: the word of the cycle that is its best head
	for a, v := range rest {
		for b, u := range rest {
			small[a*m+b] = score[int(v)*n+int(u)]
		}
		bestIn, bestOut := float32(-1e30), float32(-1e30)
		for _, k := range cyc {
			if s := score[int(k)*n+int(v)] - score[int(k)*n+int(heads[k])]; s > bestIn {
				bestIn, enter[a] = s, k
			}
			if s := score[int(v)*n+int(k)]; s > bestOut {
				bestOut, leave[a] = s, k
			}
		}
		small[c*m+a] = bestIn
		small[a*m+c] = bestOut
	}
	solved := t.edmonds(small, m)
	for a, v := range rest {
		if a == 0 {
			continue
		}
		if h := solved[a]; int(h) == c {
			heads[v] = leave[a]
		} else {
			heads[v] = rest[h]
		}
	}
	h := solved[c]
	heads[enter[h]] = rest[h]
	return heads
}
