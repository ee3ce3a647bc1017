"""What stands in the way of printing an edition: the engine's complaints and words too wide, as findings with lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from everyway.errors import FindingsError
from everyway.findings import Finding
from everyway.model import CodeBlock, Edition, Figure, InlinePicture, Picture, Sentence, Source, Statement
from everyway.model.walk import blocks_of, inlines_of, plain_text, sections_of, sentences_of
from everyway.writing.print.press import Printed

Where = Callable[[Edition, str], Source | None]


@dataclass(frozen=True, slots=True)
class Remark:
    """How one kind of complaint is told: the engine's words, ours (with its groups filled in), the way to its line."""

    rule: str
    pattern: re.Pattern[str]
    message: str
    where: Where


def line_of_words(edition: Edition, words: str) -> Source | None:
    """Where these words, or this one character, first stand in the edition."""
    wanted = " ".join(words.split())
    for sentence in _sentences(edition):
        if wanted in plain_text(sentence.inlines):
            return sentence.source
    for section in sections_of(edition):
        for block in blocks_of(section.blocks):
            if isinstance(block, CodeBlock) and words in block.text:
                return block.source
    return None


def line_of_picture(edition: Edition, name: str) -> Source | None:
    """Where a picture first stands in the edition; a part's own picture stands at its heading."""
    for section in sections_of(edition):
        if section.opening and _is(section.opening.picture, name):
            return section.source
        for block in blocks_of(section.blocks):
            if isinstance(block, Figure | Statement) and _is(block.picture, name):
                return block.source
        for sentence in sentences_of(section):
            for inline in inlines_of(sentence.inlines):
                if isinstance(inline, InlinePicture) and _is(inline.picture, name):
                    return sentence.source
    return None


def _nowhere(edition: Edition, words: str) -> None:
    return None


REMARKS: tuple[Remark, ...] = (
    Remark(
        "PRN001",
        re.compile(r'\.notdef glyph rendered .*: "(?P<what>.*)" \((?P<code>U\+[0-9A-F]+)\)', re.DOTALL),
        "No typeface here has the character “{what}” ({code}); it would be printed as an empty box.",
        line_of_words,
    ),
    Remark(
        "PRN002",
        re.compile(r"Failed to load image at 'picture:(?P<what>[^']+)': (?:\w+: )?(?P<why>.*)", re.DOTALL),
        "The picture “{what}” cannot be printed: {why}",
        line_of_picture,
    ),
    Remark(
        "PRN002",
        re.compile(r"Failed to render SVG image picture:(?P<what>\S+)"),
        "The picture “{what}” cannot be drawn; the file has a fault inside.",
        line_of_picture,
    ),
    Remark("PRN004", re.compile(r"(?P<what>.*)", re.DOTALL), "The print engine reports: {what}", _nowhere),
)


def problems(printed: Printed, edition: Edition) -> Iterator[Finding]:
    """Everything that must be mended before the printed edition can be given to anyone."""
    for text in printed.complaints:
        yield _finding(text, edition)
    for address, reason in printed.refused.items():
        yield Finding("PRN002", f"A picture asks for “{address}”, which must not be opened: {reason}.", format="pdf")
    for wide in printed.too_wide:
        message = f"On page {wide.page} the words “{wide.text}” do not fit in the width of the page."
        yield Finding("PRN003", message, line_of_words(edition, wide.text), format="pdf", place=f"page {wide.page}")


def stop_for(found: Iterator[Finding], edition: Edition) -> None:
    """Raise FindingsError when there is anything in the way."""
    findings = tuple(dict.fromkeys(found))
    if findings:
        raise FindingsError(
            "not-printable",
            f"“{edition.title}” cannot be printed as it is.",
            fix="Mend each place below, then build again.",
            findings=findings,
        )


def _finding(text: str, edition: Edition) -> Finding:
    for remark in REMARKS:
        if match := remark.pattern.fullmatch(text):
            groups = {name: unquote(value).strip() for name, value in match.groupdict().items()}
            return Finding(
                remark.rule, remark.message.format(**groups), remark.where(edition, groups["what"]), format="pdf"
            )
    raise AssertionError("the last remark takes everything")


def _sentences(edition: Edition) -> Iterator[Sentence]:
    for section in sections_of(edition):
        yield from sentences_of(section)


def _is(picture: Picture | None, name: str) -> bool:
    return picture is not None and picture.name == name
