"""The site's own files: style sheets (the colours of the tokens stand in the first), scripts, typefaces, icon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from everyway.themes import theme_folder
from everyway.writing.tokens import Tokens, read_tokens

TYPEFACES = ("atkinson-hyperlegible-next-400.woff2", "atkinson-hyperlegible-next-700.woff2")

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_SPACE = re.compile(r"\s+")


def style_sheet() -> str:
    """The whole style sheet: what the tokens say, then the theme's sheets in order of name, without comments."""
    theme = theme_folder("site")
    sheets = (file.read_text("utf-8") for file in sorted((theme / "css").glob("*.css")))
    return tighten(f"{token_rules(read_tokens(theme.parent / 'tokens.yml'))}\n{chr(10).join(sheets)}")


def token_rules(tokens: Tokens) -> str:
    """The colour sets as rules: light unless the system or the reader asks for another, and always light in print."""
    dark = tokens.properties("dark")
    rules = [f":root{{{tokens.measures()}{tokens.properties('light')}}}"]
    rules.append(f"@media screen and (prefers-color-scheme:dark){{:root:not([data-colours]){{{dark}}}}}")
    chosen = (f":root[data-colours={name}]{{{tokens.properties(name)}}}" for name in tokens.colours if name != "light")
    rules.append(f"@media screen{{{''.join(chosen)}}}")
    return "\n".join(rules)


def tighten(text: str) -> str:
    """A style sheet without its comments and line ends; strings in it must not hold either."""
    return _SPACE.sub(" ", _COMMENT.sub("", text)).replace("; }", "}").replace(" { ", "{").replace("} ", "}\n").strip()


def light_script(text: str) -> str:
    """A script without the lines that only explain it, and without the spaces that lines begin with."""
    return "".join(f"{line}\n" for line in map(str.strip, text.splitlines()) if line and not line.startswith("//"))


def own_texts() -> Iterator[tuple[str, str]]:
    """Style sheets and scripts: the place in the site of each, and what it says there."""
    theme = theme_folder("site")
    yield "assets/site.css", style_sheet()
    for sheet in sorted(theme.glob("*.css")):
        yield f"assets/{sheet.name}", tighten(sheet.read_text("utf-8"))
    for script in sorted(theme.glob("js/*.js")):
        yield f"assets/{script.name}", light_script(script.read_text("utf-8"))


def theme_files() -> Iterator[tuple[str, Path]]:
    """Each file that is copied as it is: its place in the site, and where it lies."""
    for file in sorted(theme_folder("site").glob("*.svg")):
        yield f"assets/{file.name}", file
    for name in TYPEFACES:
        yield f"assets/{name}", theme_folder("fonts") / name
