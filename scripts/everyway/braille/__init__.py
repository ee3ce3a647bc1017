"""The craft of braille: the model put into cells by the rules of a code, into lines of so many cells, into pages.

It knows nothing of formats; those who write them ask `book.set_book` for pages, or `phrases` for words.
"""
