"""Plain text: an edition for e-mail, for screen readers and for whoever wants nothing but the words.

UTF-8, lines of 72 columns at most, headings underlined. `lines` sets words in lines, `words` makes words of inlines,
`blocks` lines of blocks, `make` the file.
"""
