"""The PDF structure tree: written from laid-out HTML, and read back from a file.

This craft knows HTML elements as WeasyPrint lays them out, and PDF. It knows nothing of our document model.

- `build.structure_tree()`: a context; PDFs rendered inside it get our tags (HTML contract in `build`).
- `guard.available()`: whether our tags work with the WeasyPrint that is installed, and if not, why.
- `read.read(path)`: the tree of a file, with the text it leaves out, bookmarks, links, title and language.
- `outline.tree_as_text(element)`: the tree as indented text, for people and for golden tests.
"""
