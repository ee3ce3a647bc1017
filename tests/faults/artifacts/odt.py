"""Faults planted in a clean OpenDocument text: a piece of one of its parts is another."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from everyway.model import Artifact, Source
from everyway.writing.opendocument.make import make_odt
from tests.checking.packed import broken
from tests.faults.planting import SETTINGS, folder_for, planted, publication

CONTENT, STYLES, META = "content.xml", "styles.xml", "meta.xml"


@cache
def clean() -> Artifact:
    """The OpenDocument text of the small publication."""
    (made,) = make_odt(publication(), publication().edition("plan"), {}, folder_for("odt"))
    return made


def spoilt(part: str, old: str, new: str, folder: Path) -> Artifact:
    return broken(clean(), folder, part, old, new)


TITLE = "<svg:title>A blue square</svg:title>"
CHANGES: dict[str, tuple[set[str], str, str, str]] = {
    "a word lost": ({"ODT001"}, CONTENT, "sing loudly before", "sing before"),
    "a word doubled": ({"ODT002"}, CONTENT, "sing loudly before", "sing loudly loudly before"),
    "words in another order": ({"ODT003"}, CONTENT, "Early birds sing loudly", "birds sing loudly Early"),
    "another alternative text": ({"ODT004"}, CONTENT, TITLE, "<svg:title>square.svg</svg:title>"),
    "no alternative text": ({"ODT004", "ODT013", "ODT016"}, CONTENT, TITLE, ""),
    "a note of another number": (
        {"ODT005"},
        CONTENT,
        "<text:note-citation>",
        '<text:note-citation text:label="2">',
    ),
    "a heading of another level": (
        {"ODT006", "ODT013", "ODT018", "ODT023"},
        CONTENT,
        'text:outline-level="2"><text:bookmark',
        'text:outline-level="3"><text:bookmark',
    ),
    "an item numbered otherwise": ({"ODT007"}, CONTENT, '("Numbers">\\s*<text:list-item)', r'\1 text:start-value="3"'),
    "a row header lost": (
        {"ODT008", "ODT013"},
        CONTENT,
        "<table:table-header-columns>(.*?)</table:table-header-columns>",
        r"\1",
    ),
    "a header row lost": (
        {"ODT008", "ODT013", "ODT017"},
        CONTENT,
        "<table:table-header-rows>(.*?)</table:table-header-rows>",
        r"\1",
    ),
    "a caption that is a paragraph": ({"ODT008", "ODT013"}, CONTENT, '"Table_20_Caption"', '"Text_20_body"'),
    "a link that is none": ({"ODT009", "ODT012", "ODT013"}, CONTENT, "Read <text:a [^>]*>(.*?)</text:a>", r"Read \1"),
    "a quotation that is none": ({"ODT010"}, CONTENT, '"Quotations"', '"Text_20_body"'),
    "a language lost": ({"ODT011"}, STYLES, 'fo:language="en" fo:country="GB"', 'fo:language="de" fo:country="DE"'),
    "a language of a part lost": ({"ODT011"}, CONTENT, 'fo:language="cy"', 'fo:language="fr"'),
    "a link that leads astray": ({"ODT012"}, CONTENT, "(See <text:a[^>]*)#tools", r"\1#trees"),
    "an expansion lost": ({"ODT014"}, CONTENT, "Royal Horticultural Society", "it is a secret"),
    "a part that is not listed": (
        {"ODT015"},
        "META-INF/manifest.xml",
        '<manifest:file-entry manifest:full-path="meta.xml"[^>]*>',
        "",
    ),
    "a style of which nothing is known": ({"ODT015"}, CONTENT, '"Imprint"', '"Nothing"'),
    "a picture that is not there": (
        {"ODT015"},
        CONTENT,
        'xlink:href="Pictures/[^"]*"',
        'xlink:href="Pictures/none.png"',
    ),
    "merged cells": (
        {"ODT017"},
        CONTENT,
        '(<table:table-cell)( table:style-name="Cell")',
        r'\1 table:number-columns-spanned="2"\2',
    ),
    "a link without words": (
        {"ODT001", "ODT019"},
        CONTENT,
        "(Read <text:a [^>]*>).*?(</text:a>)",
        r"\1\2",
    ),
    "another title": ({"ODT020"}, META, "<dc:title>[^<]*", "<dc:title>Untitled 1"),
    "a picture that floats": ({"ODT021"}, CONTENT, '"as-char"', '"paragraph"'),
    "an empty paragraph": ({"ODT022"}, CONTENT, '(<text:p text:style-name="Quotations">)', r"<text:p/>\1"),
    "a row of the contents lost": ({"ODT023"}, CONTENT, '<text:p text:style-name="Contents_20_2">.*?</text:p>', ""),
    "a bookmark at another heading": (
        {"ODT024", "ODT023"},
        CONTENT,
        'text:name="trees"(.*?)text:name="tools"',
        r'text:name="tools"\1text:name="trees"',
    ),
    "italics": ({"ODT025"}, STYLES, 'fo:font-weight="bold"', 'fo:font-style="italic"'),
    "small words": ({"ODT025"}, STYLES, 'fo:font-size="14.00pt"', 'fo:font-size="9.00pt"'),
}
"""What is done to it: the rules that it breaks, and in which part what becomes what."""

ALONG = {"a language lost": {"ODT020"}}
"""The document's language is one of its properties too."""

LINES: dict[str, int | Source] = {
    "a bookmark at another heading as ODT024": 10,
    "a word lost": 3,
    "a word doubled": 3,
    "words in another order": 3,
    "another alternative text": 28,
    "no alternative text": 28,
    "no alternative text as ODT013": 28,
    "no alternative text as ODT016": 26,
    "a note of another number": 5,
    "a heading of another level": 10,
    "a heading of another level as ODT013": 10,
    "a heading of another level as ODT018": 10,
    "a heading of another level as ODT023": 10,
    "an item numbered otherwise": 19,
    "a row header lost": 25,
    "a row header lost as ODT013": 25,
    "a header row lost": 23,
    "a header row lost as ODT013": 23,
    "a header row lost as ODT017": 23,
    "a caption that is a paragraph": 22,
    "a caption that is a paragraph as ODT013": 22,
    "a link that is none": 7,
    "a link that is none as ODT012": 7,
    "a link that is none as ODT013": 7,
    "a quotation that is none": 30,
    "a language lost": 1,
    "a language of a part lost": 14,
    "a link that leads astray": 8,
    "an expansion lost": 12,
    "merged cells": 23,
    "a link without words": 7,
    "a link without words as ODT019": 7,
    "another title": SETTINGS,
    "a picture that floats": 28,
    "an empty paragraph": 28,
    "a row of the contents lost": 10,
}
"""The line that is to be named."""


def named(name: str, rule: str) -> str:
    """A fault that breaks several rules is planted for each of them."""
    return name if rule == min(CHANGES[name][0]) else f"{name} as {rule}"


FAULTS = tuple(
    planted("odt", named(name, rule), rule, partial(spoilt, part, old, new), LINES.get(named(name, rule)))
    for name, (rules, part, old, new) in CHANGES.items()
    for rule in sorted(rules)
)
