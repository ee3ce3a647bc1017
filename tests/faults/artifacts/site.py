"""Faults planted in a clean site: a piece of a page is another."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

from everyway.model import Artifact, Source
from tests.checking.small import make_site_of
from tests.faults.planting import folder_for, planted, publication

PART = "plan/gardens.html"


@cache
def clean() -> Artifact:
    """The site of the small publication."""
    return make_site_of(publication(), folder_for("site"))


def copy(folder: Path) -> Artifact:
    """A copy of the clean site, to break."""
    shutil.copytree(clean().path, folder / "site")
    return replace(clean(), path=folder / "site")


def edit(site: Artifact, old: str, new: str, file: str = PART, *, pattern: bool = False) -> None:
    """Replace a piece of a page, which must be there exactly once."""
    page = site.path / file
    text = page.read_text("utf-8")
    found = re.findall(old, text, re.DOTALL) if pattern else [old] * text.count(old)
    assert len(found) == 1, f"{old!r} stands {len(found)} times"
    page.write_text(re.sub(old, new, text, flags=re.DOTALL) if pattern else text.replace(old, new), "utf-8")


def spoilt(old: str, new: str, folder: Path) -> Artifact:
    site = copy(folder)
    edit(site, old, new, pattern="(" in old or "[" in old or ".*" in old)
    return site


CHANGES: dict[str, tuple[str, str, str]] = {
    "a word is lost": ("SITE001", "hungry ", ""),
    "words are told twice": ("SITE002", "feeds hungry soil.", "feeds hungry soil. feeds hungry soil."),
    "two words change places": ("SITE003", "sing loudly before", "loudly sing before"),
    "an alternative text is dropped": ("SITE004", 'alt="A blue square"', 'alt=""'),
    "an alternative text is another": ("SITE004", 'alt="A blue square"', 'alt="square.svg"'),
    "a heading is a paragraph": ("SITE006", r"<h2 id=\"trees\">(.*?)</h2>", r'<p id="trees">\1</p>'),
    "a heading has another level": ("SITE006", r"<h2 id=\"trees\">(.*?)</h2>", r'<h3 id="trees">\1</h3>'),
    "a list is numbered": ("SITE007", r"<ul>\n(<li>.*?apple.*?)</ul>", r"<ol>\1</ol>"),
    "a list begins at another number": ("SITE007", "<ol>\n", '<ol start="4">\n'),
    "a header is a cell": ("SITE008", r"<th scope=\"row\">(.*?Plums.*?)</th>", r"<td>\1</td>"),
    "a header has another direction": ("SITE008", r"<th scope=\"row\">(?=<span[^>]*>Plums)", '<th scope="col">'),
    "a caption is a paragraph": ("SITE008", r"<caption>(.*?)</caption>", r"<tbody><tr><td>\1</td></tr></tbody>"),
    "a link is plain words": ("SITE009", r'<a href="https://example.org/guide">(.*?)</a>', r"\1"),
    "a quotation is a division": ("SITE010", r"<blockquote>(.*?)</blockquote>", r"<div>\1</div>"),
    "a language is dropped": ("SITE011", '<span lang="cy">', "<span>"),
    "a language is another": ("SITE011", '<span lang="cy">', '<span lang="ga">'),
    "an abbreviation is dropped": ("SITE012", ' title="Royal Horticultural Society"', ""),
    "a link leads elsewhere": ("SITE013", "https://example.org/guide", "https://example.org/other"),
    "a link leads to another part": ("SITE013", r'href="tools.html"(?=>the tool shed)', 'href="word-list.html"'),
    "a link is split": ("SITE014", r'(<a href="https:[^>]*>)the seasonal', r"\1the </a>\1seasonal"),
    "a note's words are lost": ("SITE001", "Rotted leaves and", "Rotted and"),
    "a note is called by another number": ("SITE005", r"(<sup class=\"note-call\">.*?>)1<", r"\g<1>2<"),
    "a note is called elsewhere": ("SITE003", r"(<sup class=\"note-call\">.*?</sup>)( feeds)", r" feeds\1"),
    "a link leads nowhere": ("SITE016", r'href="tools.html"(?=>the tool shed)', 'href="sheds.html"'),
    "a link leads to no place": ("SITE016", r'href="word-list.html#word-mulch"', 'href="word-list.html#mulch"'),
    "a picture is not there": ("SITE016", r'src="[^"]*square.svg"', 'src="../assets/round.svg"'),
    "a picture comes from outside": ("SITE017", r'src="[^"]*square.svg"', 'src="//example.org/square.svg"'),
    "a script comes from outside": ("SITE017", "</body>", '<script src="https://example.org/a.js"></script></body>'),
    "a link runs a program": ("SITE018", "</main>", '<nav><a href="javascript:alert(1)">x</a></nav></main>'),
    "an address with two beginnings": ("SITE024", "https://example.org/guide", "https://https://example.org/guide"),
    "an address without a dot": ("SITE024", "https://example.org/guide", "https://example/guide"),
    "an e-mail address that is none": ("SITE024", "https://example.org/guide", "mailto:example.org"),
    "a phone number that is none": ("SITE024", "https://example.org/guide", "tel:ask-us"),
    "a label names nothing": ("SITE019", "</main>", '<nav aria-labelledby="nothing"></nav></main>'),
    "the language of a page is dropped": ("SITE020", '<html lang="en-GB">', "<html>"),
    "the title of a page is dropped": ("SITE021", r"<title>.*?</title>", "<title></title>"),
    "a page has two first headings": ("SITE022", "</main>", "<nav><h1>More</h1></nav></main>"),
    "an id stands twice": ("SITE023", "</main>", '<nav id="trees"></nav></main>'),
}  # fmt: skip
"""What is done to a page: the rule that it breaks, and what becomes what."""

LINES: dict[str, int | Source] = {
    "an address with two beginnings": 7,
    "an address without a dot": 7,
    "an e-mail address that is none": 7,
    "a phone number that is none": 7,
    "a note is called by another number": 5,
    "a word is lost": 5,
    "words are told twice": 5,
    "two words change places": 3,
    "an alternative text is dropped": 28,
    "an alternative text is another": 28,
    "a heading is a paragraph": 10,
    "a heading has another level": 10,
    "a list is numbered": 19,
    "a list begins at another number": 19,
    "a header is a cell": 25,
    "a header has another direction": 25,
    "a caption is a paragraph": 22,
    "a link is plain words": 7,
    "a quotation is a division": 30,
    "a language is dropped": 14,
    "a language is another": 14,
    "an abbreviation is dropped": 12,
    "a link leads elsewhere": 7,
    "a link leads to another part": 8,
    "a link is split": 7,
    "a note's words are lost": 33,
    "a note is called elsewhere": 5,
    "a link leads nowhere": 8,
    "a link leads to no place": 9,
    "a picture is not there": 28,
    "a picture comes from outside": 28,
    "an id stands twice": 10,
}
"""The line that is to be named."""


def with_change(change: Callable[[Path], object], folder: Path) -> Artifact:
    site = copy(folder)
    change(site.path)
    return site


def no_page(site: Path) -> None:
    (site / "plan" / "tools.html").unlink()


def asks_outside(site: Path) -> None:
    (site / "assets" / "extra.css").write_text("@import url('https://example.org/a.css');", "utf-8")


FAULTS = (
    *(
        planted("site", name, rule, partial(spoilt, old, new), LINES.get(name))
        for name, (rule, old, new) in CHANGES.items()
    ),
    planted("site", "a part without a page", "SITE015", partial(with_change, no_page), 40),
    planted("site", "a style sheet that asks the network", "SITE017", partial(with_change, asks_outside)),
)
