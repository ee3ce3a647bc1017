"""Where the words of a braille page were written: its cells put into print again, and looked up in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from everyway.braille.codes import code_for
from everyway.checking.braille.sheets import Sheet
from everyway.checking.braille.words import words_on
from everyway.checking.origin import Origin
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Source
from everyway.tools import Missing, find_tool

TELLING = (8, 5, 3)
"""So many words are looked up at once: the more, the surer; fewer where a sentence is short."""

_BYTE = re.compile(r"byte (\d+)")
_LINE = re.compile(r"Line (\d+) ")
_AFTER = re.compile(r"volume (\d+), after page p?(\d+)")


def on_their_pages(
    findings: Iterable[Finding], artifact: Artifact, edition: Edition, sheets: Sequence[Sheet]
) -> Iterator[Finding]:
    """Findings that name a page, or a byte of a BRF file, with the line of the first words that stand there."""
    for finding in findings:
        found = _place(finding, artifact, sheets)
        if finding.where or found is None or isinstance(find_tool("liblouis"), Missing):
            yield finding
            continue
        sheet, line = found
        table = code_for(edition.language).tables[int(artifact.facts["grade"])]
        below = replace(sheet, lines=sheet.every[line:]) if line else sheet
        said = ([each.text for each in words_on([page], table)] for page in (below, sheet))
        where = next(filter(None, (at_words(edition, words) for words in said)), None)
        yield replace(finding, where=where, place=f"{sheet.place}, line {line + 1}" if line else sheet.place)


def at_words(edition: Edition, words: Sequence[str]) -> Source | None:
    """The sentence to which the first of these words belong that can be told."""
    origin = Origin([edition])
    for start in range(0, max(1, len(words)), 3):
        for many in TELLING:
            if found := origin.of_words(" ".join(words[start : start + many])):
                return found
    return None


def added(edition: Edition, words: Sequence[str], start: int, end: int) -> Source | None:
    """Where words that the text has only once, or not at all, stand in it: those themselves, or else those before."""
    origin = Origin([edition])
    before = (" ".join(words[max(0, start - many) : start]) for many in reversed(TELLING))
    return next(filter(None, map(origin.of_words, (" ".join(words[start:end]), *before))), None)


def _place(finding: Finding, artifact: Artifact, sheets: Sequence[Sheet]) -> tuple[Sheet, int] | None:
    """The page that a finding names, and on it the line, from 0."""
    if byte := _BYTE.fullmatch(finding.place):
        volume = [sheet for sheet in sheets if sheet.volume == int(artifact.facts.get("volume", 1))]
        *pages, last = artifact.path.read_bytes()[: int(byte[1])].split(b"\f")
        page, line = sum(1 for each in pages if each), last.count(b"\r\n") - 1  # a broken line may say too little
        return (volume[page], max(line, 0)) if page < len(volume) else None
    if after := _AFTER.fullmatch(finding.place):
        blank = (each for each in sheets if each.number is None and each.volume == int(after[1]))
        return next(((each, 0) for each in blank if not each.front), None)
    number = _LINE.match(finding.message)
    named = (sheet for sheet in sheets if sheet.place == finding.place)
    return next(((each, int(number[1]) - 1 if number else 0) for each in named), None)
