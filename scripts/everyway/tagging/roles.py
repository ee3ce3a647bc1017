"""Which PDF structure type each HTML element takes: tables of data (ISO 32000-1, 14.8.4)."""

SVG = "{http://www.w3.org/2000/svg}svg"
HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})

TRANSPARENT = ""
"""The role of an element that adds nothing to the tree; what it holds belongs to the element around it."""

ROLES: dict[str, str] = {
    "p": "P", "div": "Div", "main": "Part", "article": "Art", "section": "Sect", "aside": "Sect", "nav": "Sect",
    "header": "Div", "footer": "Div", "hgroup": "Div", "address": "P", "blockquote": "BlockQuote", "q": "Quote",
    "figure": "Div", "figcaption": "Caption", "caption": "Caption",
    "ul": "L", "ol": "L", "menu": "L", "dl": "L", "li": "LI", "dt": "Lbl", "dd": "LBody",
    "table": "Table", "thead": "THead", "tbody": "TBody", "tfoot": "TFoot", "tr": "TR", "th": "TH", "td": "TD",
    "a": "Link", "img": "Figure", SVG: "Figure", "pre": "Code", "code": "Code",
    "h1": "H1", "h2": "H2", "h3": "H3", "h4": "H4", "h5": "H5", "h6": "H6",
}  # fmt: skip

ALLOWED = frozenset(ROLES.values()) | {"Span", "Reference", "Note", "TOC", "TOCI", "Document", "NonStruct", "Index"}
"""What `data-pdf-role` may name, besides "none" (no element) and "Artifact" (not content)."""

INLINE = frozenset({TRANSPARENT, "Span", "Quote", "Reference", "Link", "Code", "NonStruct"})
"""Roles whose text runs on from the text before them: a space may be wanted between."""

NOTE_FOLLOWS = HEADINGS | {"P", "Code"}
"""Blocks that may hold no Note: the note goes right after them. In any other block it goes inside, at the end."""

PARAGRAPHS = frozenset({"p", "address"})
"""Elements that are paragraphs of text, unless they hold blocks: then they are divisions."""

BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "div", "dl", "figure", "footer", "header", "h1", "h2", "h3", "h4",
        "h5", "h6", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
    }
)  # fmt: skip

NUMBERING: dict[str, str] = {
    "disc": "Disc", "circle": "Circle", "square": "Square", "decimal": "Decimal", "decimal-leading-zero": "Decimal",
    "upper-roman": "UpperRoman", "lower-roman": "LowerRoman", "upper-alpha": "UpperAlpha", "lower-alpha": "LowerAlpha",
    "upper-latin": "UpperAlpha", "lower-latin": "LowerAlpha",
}  # fmt: skip
"""CSS list-style-type to ListNumbering (ISO 32000-1, 14.8.5.5); anything else is None."""
