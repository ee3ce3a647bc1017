"""Word documents, read back as XML: does the package hold together, is all the text there, does nothing shut out?

- `package`: the zip file, its parts and what they refer to
- `reader`: paragraphs, lists, tables, notes and links, as Word and screen readers understand them
- `account`: what a document tells its reader, and what of the text's structure Word can hold at all
- `rules`: what Word's own accessibility checker asks, and what we ask beyond it
- `check`: the checks of the gate
"""
