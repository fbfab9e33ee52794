package lexicon

import (
	"encoding/binary"
	"math/bits"
)

// A vocabulary gives the words of a list of phrases their ids. It is a hash
// table with linear probing whose slots hold a part of the hash beside the id,
// so that a word that no phrase knows costs one look into a small array.
type vocabulary struct {
	words []entry  // by id; those below firstWordID stand for many words
	slots []uint32 // id<<16 and 16 bits of the hash; 0 where free
	shift uint

	// filter has a bit for each word, by its hash: most words that are asked
	// for are none, and slots do not fit into the nearest cache.
	filter [1 << (filterBits - 6)]uint64
	long   []byte // the folded letters of words of more than 8 bytes
}

// An entry is what the matcher knows of a word: which it is, and where the
// phrases lead that begin with it.
type entry struct {
	key     uint64 // see foldedKey
	head    int32  // the node after headRoot, 0 where there is none
	free    int32  // the node after freeRoot
	opening int32  // the node after freeRoot and the mark that begins a sentence
	at      uint32 // where a long word stands in vocabulary.long
	size    uint8  // bytes of the folded word
	flags   wordFlags
}

// wordFlags say what a word may begin.
type wordFlags uint8

const (
	isNetwork   wordFlags = 1 << iota // the word names a social network
	beginsPair                        // it begins the name of a network of two words
	beginsFree                        // a phrase of mode end or in begins with it
	beginsAny                         // a phrase of any mode begins with it
	followsOpen                       // it may follow the _ or … that a phrase begins with
)

const filterBits = 18 // 32 kB

// maxWordIDs is the number of ids that a slot and a node have room for.
const maxWordIDs = 1 << 16

// foldBuffer is where words are folded: room for the longest known word, for
// the last rune that goes over that, and for zeros to fill the last 8 bytes.
type foldBuffer [maxFolded + 16]byte

// foldedKey tells folded words apart: the word itself, where it has no more
// than 8 bytes, else a hash.
func (b *foldBuffer) foldedKey(n int) uint64 {
	clear(b[n : n+8])
	key := binary.LittleEndian.Uint64(b[:])
	for i := 8; i < n; i += 8 {
		key = mixKey(key, binary.LittleEndian.Uint64(b[i:]))
	}
	return key
}

func mixKey(key, next uint64) uint64 {
	return bits.RotateLeft64(key*0x9e3779b97f4a7c15, 29) ^ next
}

// find returns the id of the word with that key, which stands in the first n
// bytes of b where it is longer than 8, or 0.
func (v *vocabulary) find(key uint64, n int, b *foldBuffer) int32 {
	if v == nil || len(v.slots) == 0 {
		return 0
	}
	h := key * 0x9e3779b97f4a7c15
	if f := h >> (64 - filterBits); v.filter[f>>6]&(1<<(f&63)) == 0 {
		return 0
	}
	tag := uint32(h>>32) & 0xffff
	for i := h >> v.shift; ; i++ {
		s := v.slots[i&uint64(len(v.slots)-1)]
		if s == 0 {
			return 0
		}
		if s&0xffff != tag {
			continue
		}
		e := &v.words[s>>16]
		if e.key == key && int(e.size) == n && (n <= 8 || string(v.long[e.at:int(e.at)+n]) == string(b[:n])) {
			return int32(s >> 16)
		}
	}
}

// flags are those of the word with that id, none where there is no vocabulary.
func (v *vocabulary) flags(id int32) wordFlags {
	if id == 0 {
		return 0
	}
	return v.words[id].flags
}

// add enters a word that is not there yet: the first n bytes of b.
func (v *vocabulary) add(key uint64, n int, b *foldBuffer) int32 {
	id := len(v.words)
	if id == maxWordIDs {
		panic("lexicon: phrases have more words than a slot has room for")
	}
	e := entry{key: key, at: uint32(len(v.long)), size: uint8(n)}
	if n > 8 {
		v.long = append(v.long, b[:n]...)
	}
	v.words = append(v.words, e)
	if 2*len(v.words) > len(v.slots) {
		v.grow(2 * len(v.words))
	} else {
		v.put(id)
	}
	return int32(id)
}

// grow makes room for n slots or more.
func (v *vocabulary) grow(n int) {
	v.slots = make([]uint32, 1<<bits.Len(uint(max(n-1, 255))))
	v.shift = uint(64 - bits.TrailingZeros(uint(len(v.slots))))
	for id := int(firstWordID); id < len(v.words); id++ {
		v.put(id)
	}
}

func (v *vocabulary) put(id int) {
	h := v.words[id].key * 0x9e3779b97f4a7c15
	f := h >> (64 - filterBits)
	v.filter[f>>6] |= 1 << (f & 63)
	i := h >> v.shift
	for v.slots[i&uint64(len(v.slots)-1)] != 0 {
		i++
	}
	v.slots[i&uint64(len(v.slots)-1)] = uint32(id)<<16 | uint32(h>>32)&0xffff
}
