"""The plain text of an edition as a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from everyway.model import Artifact, Edition, Publication, Section
from everyway.wording import words_for
from everyway.writing.closing import closing
from everyway.writing.print.press import deliver
from everyway.writing.print.words import date_in_words
from everyway.writing.text.blocks import UNDERLINES, Lines, PlainText, joined, underlined
from everyway.writing.text.lines import COLUMNS, broken, columns, indented
from everyway.writing.text.words import PlainWords

NAME = "text"
RULE = "_" * COLUMNS
"""What stands before the text, and after it."""


def make_text(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """The plain text of an edition, in the folder; WritingError when there is no room. Facts: `lines`, `columns`."""
    lines = text_of(publication, edition)
    content = "".join(f"{line}\n" for line in lines).encode()
    target = folder / f"{publication.name}-{edition.name}-{NAME}.txt"
    deliver(content, target)
    facts = {"lines": len(lines), "columns": max(map(columns, lines))}
    return [Artifact(NAME, edition.name, target, "text/plain; charset=utf-8", len(content), facts)]


def text_of(publication: Publication, edition: Edition) -> Lines:
    """The lines of an edition: title and contents, the text between two rules, and what stands after it."""
    words = PlainWords(publication, edition)
    writer = PlainText(edition, words)
    text = [lines for section in edition.sections for lines in writer.section(section)]
    after = [
        lines for section in closing(publication, edition, NAME, expansions=True) for lines in writer.section(section)
    ]
    return joined([*_front(publication, edition, words), [RULE], *text, [RULE], *after])


def _front(publication: Publication, edition: Edition, words: PlainWords) -> Iterator[Lines]:
    wording = words_for(edition.language)
    title = broken(edition.title, COLUMNS)
    line = UNDERLINES[0] * max(map(columns, title))
    yield [line, *title, line]
    yield broken(edition.summary or publication.summary, COLUMNS)
    yield [*broken(publication.publisher, COLUMNS), date_in_words(publication.date, edition.language)]
    yield ["", *underlined([wording("contents")], UNDERLINES[1])]
    depth = 1 if edition.easy_read else 2
    yield [line for section in edition.sections for line in _rows(section, words, depth)]


def _rows(section: Section, words: PlainWords, depth: int) -> Iterator[str]:
    label = section.opening.label if section.opening else ""
    heading = words.heading(section.heading)
    start = "  " * (section.level - 1)
    room = COLUMNS - len(start) - 4
    yield from indented(broken(f"{label}: {heading}" if label else heading, room), start, start + "    ")
    for inner in section.sections:
        if inner.level <= depth:
            yield from _rows(inner, words, depth)
