package page

func ReadText(src string) *Page { return &Page{Format: Text, Source: src} }
