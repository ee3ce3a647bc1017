"""EPUB 3.3: the book itself, with chapters, the reader's own settings and, where there is a recording, a voice.

- `make`: the makers, from publication to file
- `addresses`: which file of the book holds what, and how one leads to another
- `chapters`: a part of the edition as a page of the book; `markup`, `notes`, `semantics`, `page_marks` are its steps
- `front`: the title page, the contents and the last page
- `overlays`: what is said while which words are shown
- `accessibility`, `package`: what the book says about itself
- `look`, `cover`, `pictures`: how it looks
- `archive`: the files of the book in one, the same bytes every time
"""
