package syntax

// A Tag is a class of words of the Penn treebank (XPOS), as GUM and EWT use
// them.
type Tag uint8

// The tags. Marks have names; all others are the treebank's.
const (
	NoTag        Tag = iota
	Dollar           // $
	CloseQuote       // ''
	Comma            // ,
	OpenBracket      // -LRB-
	CloseBracket     // -RRB-
	Stop             // .
	Colon            // :
	ADD              // an address: URL, e-mail, handle
	AFX              // a prefix on its own
	CC               // coordinating conjunction
	CD               // cardinal number
	DT               // determiner
	EX               // there, without place
	FW               // foreign word
	GW               // a part of a word cut in two
	HYPH             // hyphen
	IN               // preposition or subordinating conjunction
	JJ               // adjective
	JJR              // comparative
	JJS              // superlative
	LS               // list mark
	MD               // modal verb
	NFP              // a mark that ends nothing
	NN               // noun
	NNP              // name
	NNPS             // name, plural
	NNS              // noun, plural
	PDT              // before a determiner
	POS              // 's
	PRP              // personal pronoun
	PRPS             // possessive pronoun
	RB               // adverb
	RBR              // comparative
	RBS              // superlative
	RP               // particle of a verb
	Symbol           // SYM
	TO               // to
	UH               // interjection
	VB               // infinitive, imperative
	VBD              // past tense
	VBG              // -ing
	VBN              // past participle
	VBP              // present
	VBZ              // present, third person singular
	WDT              // which, that
	WP               // who, what
	WPS              // whose
	WRB              // when, where, how
	OpenQuote        // ``
)

var tagNames = [...]string{"", "$", "''", ",", "-LRB-", "-RRB-", ".", ":", "ADD", "AFX", "CC", "CD", "DT", "EX", "FW", "GW", "HYPH", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "``"}

func (t Tag) String() string { return tagNames[t] }

// A Rel is a relation of Universal Dependencies v2, with its subtype.
type Rel uint8

// The relations. A subtype follows its relation's name: NsubjPass is
// nsubj:pass.
const (
	Dep Rel = iota // none of the others; also where the model knows one that this list lacks
	Acl
	AclRelcl
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	CcPreconj
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjOuter
	CsubjPass
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc
	NmodPoss
	NmodUnmarked
	Nsubj
	NsubjOuter
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Root
	Vocative
	Xcomp
)

var relNames = [...]string{"dep", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:outer", "csubj:pass", "det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}

func (r Rel) String() string { return relNames[r] }

// Base is the relation without its subtype.
func (r Rel) Base() Rel { return bases[r] }

// A Class is a word class of Universal Dependencies (UPOS).
type Class uint8

// The classes.
const (
	X Class = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var classNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (c Class) String() string { return classNames[c] }

var bases = func() (b [len(relNames)]Rel) {
	for i, n := range relNames {
		b[i] = Rel(i)
		for k, m := range relNames {
			if len(m) < len(n) && n[:len(m)] == m && n[len(m)] == ':' {
				b[i] = Rel(k)
			}
		}
	}
	return b
}()
