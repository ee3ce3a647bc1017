"""The look of the book gives way to its reader's: no colour for words or paper, no typeface, no size that is fixed."""

from __future__ import annotations

import re

import pytest

from everyway.model.colour import contrast
from everyway.themes import theme_folder
from everyway.writing.epub.look import middling, style_sheet
from everyway.writing.epub.overlays import ACTIVE
from everyway.writing.tokens import read_tokens

RULES = [
    (selector.strip(), declarations)
    for selector, declarations in re.findall(
        r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/|@namespace[^;]*;", "", style_sheet(), flags=re.DOTALL)
    )
]


def declared(names: str) -> list[tuple[str, str, str]]:
    """Each declaration of these properties: selector, property and value."""
    return [
        (selector, name, value)
        for selector, declarations in RULES
        for name, value in re.findall(rf"(?:^|;)\s*({names})\s*:\s*([^;]+)", declarations)
    ]


def test_only_the_words_that_are_said_and_pictures_have_colours() -> None:
    for selector, _, value in declared("color|background|background-color"):
        assert ACTIVE in selector or selector == "img", (selector, value)


def test_no_typeface_and_no_fixed_size() -> None:
    assert declared("font-family|font") == []
    assert [value for _, _, value in declared("font-size") if not re.fullmatch(r"[\d.]+em", value.strip())] == []
    fixed = [
        (who, value) for who, _, value in declared("width|height|margin|padding") if re.search(r"\d(px|pt)", value)
    ]
    assert [who for who, _ in fixed if not who.endswith(" thead")] == []  # only what is not seen


def test_nothing_is_in_italics_justified_hyphenated_or_in_capitals() -> None:
    assert {value.strip() for _, _, value in declared("hyphens|-epub-hyphens|-webkit-hyphens")} == {"none"}
    assert "justify" not in style_sheet() and "italic" not in style_sheet() and "uppercase" not in style_sheet()


def test_what_is_said_is_seen_without_colours_too() -> None:
    (words,) = [declarations for selector, declarations in RULES if selector == f".{ACTIVE}"]
    assert "text-decoration: underline" in words
    ground, ink = re.search(r"background: (#\w+); color: (#\w+)", words).groups()  # type: ignore[union-attr]
    assert contrast(ground, ink) >= 7


@pytest.mark.parametrize("name", ["brand", "line", "part-1", "part-2", "part-3", "part-4"])
def test_lines_are_seen_on_white_black_and_sepia(name: str) -> None:
    tokens = read_tokens(theme_folder("ebook").parent / "tokens.yml")
    for colours in tokens.colours.values():
        shade = middling(colours[name])
        assert min(contrast(shade, ground) for ground in ("#FFFFFF", "#000000", "#F4ECD8")) >= 3
    assert middling(tokens.colours["light"][name]) in style_sheet() or name == "brand"


def test_the_style_sheet_has_a_rule_for_each_class_that_pages_show() -> None:
    assert {"statement", "statement-picture", "note", "callout", "opening", "title-page"} <= set(
        re.findall(r"\.([a-z-]+)", style_sheet())
    )
