"""Word: an edition as a document of real styles, written by pandoc from the model, then made whole.

The way through: `text` (the model as pandoc's document tree, made of `nodes`) → `tools.pandoc`, with the styles of
`reference` → `mending` (what pandoc leaves out: decoration, lists that are lists, languages of other scripts) →
`package` (the same bytes every time). `pictures` turns drawings into pictures that every Word shows.
"""
