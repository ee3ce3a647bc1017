"""Covers painted: what the sheets of the themes ask for, without a print engine, whose start takes the longest.

What cannot be painted here (scripts that our typefaces lack, drawings with gradients, sheets that a theme has changed)
is printed by the press and photographed, as it always could be: `Unpaintable` says so.

look       the sizes and colours of a theme's sheet
words      lines of text in the typeface of the publication
shapes     SVG drawings, and boxes, as operators of PDF
canvas     the picture: shapes below, words above
"""
