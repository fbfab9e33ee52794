package timex

// What differs between languages beyond their words.

func (p *parser) capitalMonths() bool  { return p.words.Has("capitals") }    // months and weekdays have capitals
func (p *parser) pointOrdinals() bool  { return p.words.Has("points") }      // 21. is an ordinal
func (p *parser) commaDecimals() bool  { return p.words.Has("commas") }      // 2,5
func (p *parser) bareModNouns() bool   { return p.words.Has("genitive") }    // "Anfang Juli", "середина июля": no preposition between
func (p *parser) modifiersAfter() bool { return p.words.Has("modafter") }    // "temmuz başında", "cuma günü"
func (p *parser) verbFinal() bool      { return p.words.Has("verbfinal") }   // the verb may end its clause
func (p *parser) lastStretch() bool    { return p.words.Has("laststretch") } // "last year" is a year, "the last year" twelve months
func (p *parser) hasPlurals() bool     { return p.words.Has("plurals") }     // a number above one has a plural unit
func (p *parser) bareHours() bool      { return p.words.Has("barehours") }   // "at 6" may be a time
func (p *parser) hourLetter() bool     { return p.words.Has("hourletter") }  // 16h
