"""Faults planted in a clean Word document: a piece of one of its parts is another."""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from everyway.model import Artifact, Source
from everyway.writing.word.make import make_docx
from tests.checking.packed import broken
from tests.faults.planting import SETTINGS, folder_for, planted, publication

DOCUMENT, NOTES, STYLES = "word/document.xml", "word/footnotes.xml", "word/styles.xml"


@cache
def clean() -> Artifact:
    """The document of the small publication."""
    (made,) = make_docx(publication(), publication().edition("plan"), {}, folder_for("word"))
    return made


def spoilt(part: str, old: str, new: str, folder: Path) -> Artifact:
    return broken(clean(), folder, part, old, new)


CHANGES: dict[str, tuple[str, str, str, str]] = {
    "a word lost": ("WORD001", DOCUMENT, "sing loudly before", "sing before"),
    "a word doubled": ("WORD002", DOCUMENT, "sing loudly before", "sing loudly loudly before"),
    "words in another order": ("WORD003", DOCUMENT, "Early birds sing loudly before", "birds sing loudly Early before"),
    "another alternative text": ("WORD004", DOCUMENT, 'descr="A blue square"( id)', r'descr="square.svg"\1'),
    "a call of a note lost": ("WORD005", DOCUMENT, "<w:r><w:rPr>(?:(?!<w:r>).)*?<w:footnoteReference.*?</w:r>", ""),
    "a caption that is a paragraph": ("WORD008", DOCUMENT, '"Caption"/>', '"BodyText"/>'),
    "an item that is a paragraph": ("WORD007", DOCUMENT, "<w:numPr>.*?</w:numPr>", ""),
    "a list that begins with 3": ("WORD007", "word/numbering.xml", r'(startOverride w:val=)"1"', r'\1"3"'),
    "a row header lost": ("WORD008", DOCUMENT, 'w:firstColumn="1"', 'w:firstColumn="0"'),
    "a link that is none": (
        "WORD009",
        DOCUMENT,
        "<w:hyperlink r:id[^>]*>(.*?)</w:hyperlink>",
        r"\1",
    ),
    "a quotation that is none": ("WORD010", DOCUMENT, '"Quote"/>', '"BodyText"/>'),
    "a language lost": ("WORD011", DOCUMENT, '<w:lang w:val="cy"/>', ""),
    "a link that leads astray": ("WORD012", DOCUMENT, '(See .*?)w:anchor="tools"', r'\1w:anchor="trees"'),
    "an expansion lost": ("WORD014", DOCUMENT, "Royal Horticultural Society", "it is a secret"),
    "a part of no kind": (
        "WORD015",
        "[Content_Types].xml",
        '<Override PartName="/word/footnotes.xml"',
        '<Override PartName="/word/note.xml"',
    ),
    "a picture that is not there": ("WORD015", "word/_rels/document.xml.rels", "media/rId", "media/none"),
    "XML that does not end": ("WORD015", "word/settings.xml", "</w:settings>", ""),
    "two bookmarks with one id": (
        "WORD015",
        DOCUMENT,
        '<w:bookmarkStart w:id="2" w:name="everyway_text"/>',
        '<w:bookmarkStart w:id="2" w:name="everyway_text"/><w:bookmarkStart w:id="3" w:name="again"/>',
    ),
    "a picture marked as decoration": (
        "WORD016",
        DOCUMENT,
        '(<wp:docPr[^>]*descr="A blue square"[^>]*)/>',
        r'\1><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative xmlns:d='
        r'"http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst></wp:docPr>',
    ),
    "a header row that does not show": ("WORD017", DOCUMENT, 'w:firstRow="1"', 'w:firstRow="0"'),
    "merged cells": ("WORD018", DOCUMENT, "(Plums.*?)<w:tcPr/>", r"\1<w:tcPr><w:vMerge/></w:tcPr>"),
    "a link to nothing": (
        "WORD020",
        DOCUMENT,
        'w:anchor="closing_contact"|<w:hyperlink r:id="rId12">',
        '<w:hyperlink w:anchor="nowhere">',
    ),
    "another title": ("WORD021", "docProps/core.xml", "<dc:title>.*?</dc:title>", "<dc:title>Document1</dc:title>"),
    "no publisher": ("WORD021", "docProps/core.xml", "<dc:creator>.*?</dc:creator>", "<dc:creator/>"),
    "a picture that floats": (
        "WORD022",
        DOCUMENT,
        "(Early birds.{0,60}</w:r>)",
        r"\1<w:r><w:drawing><wp:anchor/></w:drawing></w:r>",
    ),
    "a frame": ("WORD022", STYLES, "<w:keepLines/>", '<w:keepLines/><w:framePr w:w="100"/>'),
    "an empty paragraph": ("WORD023", DOCUMENT, '(<w:p><w:pPr><w:pStyle w:val="Quote"/>)', r"<w:p/>\1"),
    "a row of the contents lost": ("WORD024", DOCUMENT, '<w:p><w:pPr><w:pStyle w:val="TOC2"/>.*?</w:p>', ""),
    "no contents": ("WORD024", DOCUMENT, "TOC ", "TOD "),
    "a heading of another level": ("WORD006", DOCUMENT, '"Heading2"/>', '"Heading3"/>'),
    "a bookmark at another heading": (
        "WORD025",
        DOCUMENT,
        'w:name="trees"(.*?)w:name="tools"',
        r'w:name="tools"\1w:name="trees"',
    ),
    "italics": ("WORD026", STYLES, "<w:b/>", "<w:i/>"),
    "small words": ("WORD026", STYLES, '<w:sz w:val="28"/>', '<w:sz w:val="20"/>'),
}
"""What is done to it: the rule that it breaks, and in which part what becomes what."""

ALONG: dict[str, set[str]] = {
    "a heading of another level": {"WORD013", "WORD019", "WORD024"},
    "a bookmark at another heading": {"WORD024"},
    "a call of a note lost": {"WORD001", "WORD013"},
    "a caption that is a paragraph": {"WORD013"},
    "an item that is a paragraph": {"WORD013"},
    "a row header lost": {"WORD013"},
    "a link that is none": {"WORD012", "WORD013"},
    "a link to nothing": {"WORD012"},
}
"""What else a fault breaks: a lost item is one item less, and with its call a note is lost."""

LINES: dict[str, int | Source] = {
    "a heading of another level": 10,
    "a heading of another level as WORD013": 10,
    "a heading of another level as WORD019": 10,
    "a heading of another level as WORD024": 10,
    "a bookmark at another heading": 10,
    "a call of a note lost as WORD001": 33,
    "a caption that is a paragraph as WORD013": 22,
    "a row header lost as WORD013": 25,
    "a link that is none as WORD012": 7,
    "a link that is none as WORD013": 7,
    "a link to nothing as WORD012": 7,
    "a word lost": 3,
    "a word doubled": 3,
    "words in another order": 3,
    "another alternative text": 28,
    "a call of a note lost": 5,
    "a caption that is a paragraph": 22,
    "an item that is a paragraph": 16,
    "a list that begins with 3": 19,
    "a row header lost": 25,
    "a link that is none": 7,
    "a quotation that is none": 30,
    "a language lost": 14,
    "a link that leads astray": 8,
    "an expansion lost": 12,
    "a picture marked as decoration as WORD016": 28,
    "a header row that does not show": 23,
    "merged cells": 23,
    "a link to nothing": 7,
    "another title": SETTINGS,
    "no publisher": SETTINGS,
    "a picture that floats": 3,
    "an empty paragraph": 28,
    "a row of the contents lost": 10,
}
"""The line that is to be named."""


FAULTS = tuple(
    planted("word", named, each, partial(spoilt, part, old, new), LINES.get(named))
    for name, (rule, part, old, new) in CHANGES.items()
    for each in (rule, *sorted(ALONG.get(name, ())))
    for named in [name if each == rule else f"{name} as {each}"]
)
