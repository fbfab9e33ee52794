package syntax

import (
	"strings"

	"github.com/newsfact/newsfact/internal/lexicon"
	"github.com/newsfact/newsfact/internal/syntax/model"
)

func lower(w string) string { return model.Lower(w) }

// Features returns the morphology of token i as CoNLL-U writes it, as far as
// the tag and the tree tell; "_" where there is none.
func (t *Text) Features(i int) string {
	if f := t.features(i); f != "" {
		return f
	}
	return "_"
}

func (t *Text) features(i int) string {
	w := &t.Words[i]
	switch w.Tag {
	case NN, NNP:
		return "Number=Sing"
	case NNS, NNPS:
		return "Number=Plur"
	case JJ:
		return "Degree=Pos"
	case JJR, RBR:
		return "Degree=Cmp"
	case JJS, RBS:
		return "Degree=Sup"
	case CD:
		if strings.ContainsAny(t.Word(i), "0123456789") {
			return "NumForm=Digit|NumType=Card"
		}
		return "NumForm=Word|NumType=Card"
	case VBD:
		return "Mood=Ind|Tense=Past|VerbForm=Fin"
	case VBP:
		return "Mood=Ind|Tense=Pres|VerbForm=Fin"
	case VBZ:
		return "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
	case VBG:
		return "Tense=Pres|VerbForm=Part"
	case VBN:
		if t.Passive(i) {
			return "Tense=Past|VerbForm=Part|Voice=Pass"
		}
		return "Tense=Past|VerbForm=Part"
	case VB:
		if t.Form(i) == Finite && t.Child(i, Aux) < 0 {
			return "Mood=Imp|Person=2|VerbForm=Fin"
		}
		return "VerbForm=Inf"
	case MD:
		return "VerbForm=Fin"
	case PRP, PRPS, DT, WP:
		if f := lexicon.Pronouns().Get(t.low(i)); f != nil {
			return f[0]
		}
	}
	return ""
}
