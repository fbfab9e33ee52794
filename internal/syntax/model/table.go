package model

import "math/bits"

// A table maps hashes to rows by open addressing. Keys are the upper halves of
// the hashes: among 100,000 keys one unknown word in 40,000 is taken for a
// known one.
type table struct {
	shift uint
	slots []slot
}

type slot struct {
	key uint32 // 0 is empty
	row int32
}

// Key is the part of a hash that tables are searched by.
func Key(h uint64) uint32 {
	k := uint32(h >> 32)
	if k == 0 {
		k = 1
	}
	return k
}

// newTable maps keys[i] to i+first.
func newTable(keys []uint32, first int32) table {
	n := bits.Len(uint(max(4, len(keys)*2)))
	t := table{shift: uint(32 - n), slots: make([]slot, 1<<n)}
	for i, k := range keys {
		at := t.home(k)
		for t.slots[at].key != 0 && t.slots[at].key != k {
			at = (at + 1) & (len(t.slots) - 1)
		}
		t.slots[at] = slot{k, int32(i) + first}
	}
	return t
}

func (t *table) home(k uint32) int { return int(k * 0x9E3779B1 >> t.shift) }

// find returns the row of a hash, or -1.
func (t *table) find(h uint64) int32 {
	k := Key(h)
	for at := t.home(k); ; at = (at + 1) & (len(t.slots) - 1) {
		switch s := t.slots[at]; s.key {
		case k:
			return s.row
		case 0:
			return -1
		}
	}
}
