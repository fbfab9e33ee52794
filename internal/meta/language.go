package meta

import (
	"strings"

	"github.com/newsfact/newsfact/internal/stamp"
)

// language settles the language, and with it how dates are read.
func (w *weigher) language() {
	tags := []string{w.p.Head.Lang, w.main.lang, w.ld.page().lang}
	for _, o := range w.metas["language"] {
		tags = append(tags, o.value)
	}
	region := ""
	for _, t := range tags {
		l, r := splitTag(t)
		w.f.Language = first(w.f.Language, l)
		if l == w.f.Language {
			region = first(region, r)
		}
	}
	var smp sample
	w.f.Language = w.sample(&smp).tell(w.f.Language)
	w.hints = stamp.Hints{Lang: w.f.Language, Order: order(w.f.Language, region, host(first(w.f.URL, w.url)))}
}

// sample takes the page's running text: the long blocks that are no lists of
// links, from the headline on; or, on a page without any, all of its text.
func (w *weigher) sample(s *sample) *sample {
	const long = 80
	from := max(0, int(w.title))
	for i := range w.p.Blocks {
		b := &w.p.Blocks[(from+i)%len(w.p.Blocks)]
		if !b.Hidden && len(b.Text) >= long && 2*int(b.LinkBytes) < len(b.Text) {
			s.add(clip(b.Text, sampleBytes))
		}
		if len(s.words) >= sampleWords {
			return s
		}
	}
	s.add(clip(w.main.body, sampleBytes))
	if len(s.words) == 0 {
		for i := range w.p.Blocks {
			s.add(clip(w.p.Blocks[i].Text, sampleBytes))
		}
	}
	return s
}

// splitTag returns the language and the region of a tag such as "en-GB" or
// "zh_Hant_TW"; language is empty where it is no tag.
func splitTag(tag string) (lang, region string) {
	tag = strings.TrimSpace(tag)
	if i := strings.IndexAny(tag, ",; "); i >= 0 {
		tag = tag[:i]
	}
	if len(tag) > 20 {
		return "", ""
	}
	for i, part := range strings.FieldsFunc(tag, func(r rune) bool { return r == '-' || r == '_' }) {
		switch {
		case i == 0:
			lang = strings.ToLower(part)
		case len(part) == 2 && region == "":
			region = strings.ToUpper(part)
		}
	}
	if len(lang) != 2 && len(lang) != 3 || strings.Trim(lang, "abcdefghijklmnopqrstuvwxyz") != "" {
		return "", ""
	}
	return lang, region
}

// order returns how numbers name a day in a language and region.
func order(lang, region, host string) stamp.Order {
	switch lang {
	case "zh", "ja", "ko", "hu", "lt":
		return stamp.YMD
	case "en":
		switch region {
		case "US", "PH":
			return stamp.MDY
		case "":
			if strings.HasSuffix(host, ".com") || strings.HasSuffix(host, ".org") || strings.HasSuffix(host, ".gov") || strings.HasSuffix(host, ".edu") {
				return stamp.Unknown
			}
			return stamp.DMY
		case "GB", "AU", "NZ", "IE", "IN", "ZA":
			return stamp.DMY
		}
		return stamp.Unknown
	case "":
		return stamp.Unknown
	}
	return stamp.DMY
}
