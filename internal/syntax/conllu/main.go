// Conllu is the workbench of the parser: it reads CoNLL-U.
//
//	conllu parse [-resplit] FILE    prints the file's words with predicted columns
//	conllu tokens [-worst N] FILE   scores tokens and sentences found in the raw text
//	conllu train [flags]            learns the model and writes its file
//
// With -resplit the sentences are those that the library finds in the raw text.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"

	"github.com/newsfact/newsfact/internal/syntax/train"
	"github.com/newsfact/newsfact/internal/syntax/treebank"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "conllu:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 0 {
		return errors.New("which command? parse FILE, tokens FILE or train")
	}
	fs := flag.NewFlagSet(args[0], flag.ExitOnError)
	switch args[0] {
	case "parse":
		resplit := fs.Bool("resplit", false, "find the sentences in the raw text")
		fs.Parse(args[1:])
		for _, f := range fs.Args() {
			if err := parse(os.Stdout, f, *resplit); err != nil {
				return err
			}
		}
		return nil
	case "tokens":
		worst := fs.Int("worst", 0, "print the N commonest errors")
		fs.Parse(args[1:])
		for _, f := range fs.Args() {
			if err := tokens(os.Stdout, f, *worst); err != nil {
				return err
			}
		}
		return nil
	case "train":
		return learn(fs, args[1:])
	}
	return fmt.Errorf("unknown command %q: want parse, tokens or train", args[0])
}

// learn trains on the treebanks below -data and writes the model.
func learn(fs *flag.FlagSet, args []string) error {
	data := fs.String("data", "../shared/data", "the directory of treebank and attribution")
	out := fs.String("o", "internal/syntax/model/english.model", "where to write the model")
	o := train.Options{Log: os.Stderr}
	fs.IntVar(&o.Epochs, "epochs", 0, "epochs of the network, 0 for the default")
	fs.StringVar(&o.Vectors, "vectors", "", "a file to keep the word vectors in from one run to the next")
	fs.IntVar(&o.Hidden, "hidden", 0, "size of the recurrent state, 0 for the default")
	fs.IntVar(&o.Teacher, "teacher", 0, "size of the teacher's recurrent state, 0 for the default, -1 for no teacher")
	fs.IntVar(&o.TeacherEpochs, "teacher-epochs", 0, "epochs of the teacher, 0 for the default")
	fs.Float64Var(&o.Rate, "rate", 0, "learning rate, 0 for the default")
	fs.Float64Var(&o.Drop, "drop", 0, "dropout, 0 for the default")
	share := fs.Float64("share", 1, "train on this share of each treebank, to see how the scores grow with it")
	fs.Parse(args)
	var err error
	for f, p := range map[string]*[]treebank.Sentence{"gum_train": &o.News, "ewt_train": &o.Other, "gum_dev": &o.Dev} {
		if *p, err = treebank.Read(*data + "/treebank/" + f + ".conllu"); err != nil {
			return err
		}
	}
	o.News = o.News[:int(*share*float64(len(o.News)))]
	o.Other = o.Other[:int(*share*float64(len(o.Other)))]
	o.Raw = *data + "/attribution/docs"
	b, err := train.Train(o)
	if err != nil {
		return err
	}
	return os.WriteFile(*out, b, 0o666)
}
