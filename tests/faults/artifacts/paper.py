"""Faults planted in printed copies: style laid over a real theme, which breaks a rule of large print or of print."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from everyway.checking.carry_back import carried_back
from everyway.checking.gate import NotChecked, Verdict
from everyway.checking.paper.check import reads_well
from everyway.model import Artifact, Figure, Picture, Publication, Source, Statement
from everyway.writing.print.press import Press, Printed
from tests.checking.paper.copies import LARGE, NORMAL, made, paper
from tests.faults.fault import Fault
from tests.faults.planting import planted

TEXT = {"plan": "content/plan/01-paper.md", "easy-read": "content/easy-read/01-paper.md"}


@dataclass(frozen=True)
class Style:
    """Style that breaks a rule, in a copy of an edition."""

    rule: str
    css: str
    edition: str = "plan"
    form: str = LARGE


CHANGES: dict[str, Style] = {
    "page numbers are small": Style("LP001", "@page { @bottom-left { font-size: 12pt } }"),
    "calls of notes are raised and small": Style(
        "LP001", "[data-pdf-role=Reference] { font-size: 70%; vertical-align: super }"
    ),
    "labels are small": Style("LP001", ".part-label { font-size: 0.5em }"),
    "letters are scaled down": Style("LP001", "h2 { transform: scale(0.5); transform-origin: left }"),
    "text is grey": Style("LP002", "p { color: #767676 }"),
    "text stands on a strong colour": Style("LP002", "blockquote { background: #1f6feb }"),
    "text fades": Style("LP002", "p { color: rgb(0 0 0 / 0.5) }"),
    "the margins are narrow": Style("LP003", "@page { margin-top: 4mm } @page :left { margin-top: 4mm }"),
    "a page number stands at the edge": Style(
        "LP003", "@page { @bottom-left { padding-top: 0; vertical-align: bottom } }"
    ),
    "emphasis is in italics": Style("LP004", "em { font-style: italic }"),
    "links are underlined": Style("LP005", "a { text-decoration: underline }"),
    "words are struck through": Style("LP005", "strong { text-decoration: line-through }", "easy-read"),
    "words are hyphenated": Style("LP006", "html { hyphens: auto }"),
    "words break anywhere": Style("LP006", "blockquote { margin-right: 88% }"),
    "single items are split": Style("LP007", ".whole { white-space: normal } p { width: 61% }"),
    "headings stand alone": Style("LP008", "h2 { break-after: page }"),
    "rows are split": Style("LP009", "tr, td, th { break-inside: auto; orphans: 1; widows: 1; line-height: 4 }"),
    "pages have no number": Style("LP010", "@page { @bottom-left { content: none } }"),
    "page numbers do not go on": Style("LP010", "@page { counter-increment: page 2 }"),
    "headings are in capitals": Style("LP012", "h1, h2 { text-transform: uppercase }"),
    "text is justified": Style("LP013", "p { text-align: justify }"),
    "text is centred": Style("LP014", "p { text-align: center }"),
    "text is aligned right": Style("LP014", "blockquote, h2, p { text-align: right }"),
    "lines are close together": Style("LP016", "p { line-height: 1.2 }"),
    "page numbers are at the right": Style("LP017", "@page { @bottom-left { text-align: right } }"),
    "a statement is split": Style(
        "LP009", ".statement, li { break-inside: auto } li { margin-bottom: 30mm }", "easy-read"
    ),
    "Easy Read is small": Style("LP001", "html { font-size: 12pt }", "easy-read", NORMAL),
    "Easy Read has italics": Style("LP004", "strong { font-style: italic }", "easy-read", NORMAL),
    "Easy Read is underlined": Style("LP005", "strong { text-decoration: underline }", "easy-read", NORMAL),
    "Easy Read has capitals": Style("LP012", "h1 { text-transform: uppercase }", "easy-read", NORMAL),
    "Easy Read is justified": Style("LP013", "p { text-align: justify; width: 80% }", "easy-read", NORMAL),
    "Easy Read has no page numbers": Style(
        "LP010", "@page { @bottom-left { content: none } @bottom-right { content: none } }", "easy-read", NORMAL
    ),
    "a plan has pale words": Style("LP002", "p { color: #aaa }", "plan", NORMAL),
}


def with_picture(publication: Publication, picture: Picture) -> Publication:
    """The publication, with another picture in the place of its figure."""
    plan, easy = publication.editions
    first, second = plan.sections
    blocks = tuple(
        replace(block, picture=picture) if isinstance(block, Figure | Statement) else block for block in second.blocks
    )
    plan = replace(plan, sections=(first, replace(second, blocks=blocks)))
    return replace(publication, editions=(plan, easy), pictures=(*publication.pictures, picture))


def styled(style: Style, folder: Path) -> Artifact:
    """A copy in which a style sheet has the last word."""
    real = Press.print

    def printed(press: Press, html: str, pictures: Iterable[Picture], **more: Any) -> Printed:
        return real(press, html.replace("</head>", f"<style>{style.css}</style></head>"), pictures, **more)

    with patch.object(Press, "print", printed):
        return made(folder, style.form, style.edition)


def too_thick(folder: Path) -> Artifact:
    whole = made(folder, LARGE, "plan")
    return replace(whole, facts={**whole.facts, "leaves": 3})


def pictured() -> Publication:
    """The publication with a picture in which words stand."""
    return with_picture(paper(), Picture("words", Path(__file__).parents[1] / "words.svg", "Tiny words"))


def with_small_words(folder: Path) -> Artifact:
    return made(folder, LARGE, "plan", publication=pictured())


def looked_at(publication: Publication, artifact: Artifact) -> Verdict:
    """The rules of print, and no others."""
    found = reads_well(publication, artifact)
    assert not isinstance(found, NotChecked)
    return Verdict({}, tuple(carried_back(publication, artifact, found)))


LINES: dict[str, int | Source] = {
    "letters are scaled down": 11,
    "text stands on a strong colour": 17,
    "emphasis is in italics": 13,
    "words are hyphenated": 7,
    "single items are split": 9,
    "headings stand alone": 11,
    "rows are split": 25,
    "text is justified": 7,
    "a statement is split": 17,
    "Easy Read is justified": 8,
    "words in a picture are small": Source("content/plan/02-more.md", 7),
}
"""The line that is to be named, if one is; a fault of the theme needs none."""


def _fault(
    name: str,
    rule: str,
    form: str,
    edition: str,
    plant: Callable[[Path], Artifact],
    told_of: Callable[[], Publication] = paper,
) -> Fault:
    line = LINES.get(name)
    where = Source(TEXT[edition], line) if isinstance(line, int) else line
    return planted(form, name, rule, plant, where, slow=True, told_of=told_of, look=looked_at)


FAULTS = (
    *(_fault(name, style.rule, style.form, style.edition, partial(styled, style)) for name, style in CHANGES.items()),
    _fault("a volume is too thick", "LP011", LARGE, "plan", too_thick),
    _fault("words in a picture are small", "LP015", LARGE, "plan", with_small_words, pictured),
)
