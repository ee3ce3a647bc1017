"""A book (EPUB 3.3): does it hold what it should, tell the text, read itself aloud rightly and say what is true of it?

- `reading`: the file as a book: its pages, its package document, its navigation, its overlays
- `container`, `structure`, `navigation`: is it whole, and do its ways lead where they say
- `telling`: what its pages tell, for the common measure of all formats
- `voice`, `clips`: what is said when
- `metadata`, `pages`: what it says of itself; the pages of the PDF
- `check`: the checks of every build; `epubcheck`, `ace`: the judgements of others
"""
