"""Long books in volumes: where each begins, told from the text before it is laid out, and mended afterwards."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil

from everyway.model import DefinitionList, Edition, Figure, Section, Statement
from everyway.model.walk import blocks_of, plain_text, sections_of, sentences_of
from everyway.writing.print.sheet import LEADING, Sheet

DEEPEST = 2
"""The lowest level of headings at which a volume may begin."""


@dataclass(frozen=True, slots=True)
class Start:
    """A place where a volume could begin: a section's id, its level, and the page it is on, or is thought to be on."""

    id: str
    level: int
    page: float


@dataclass(frozen=True, slots=True)
class Volume:
    """One volume of an edition: its number of so many, and its sections, in order.

    `begins` is the id of its first section, `ends` that of the next volume's first; empty for the last one.
    """

    number: int
    count: int
    sections: tuple[Section, ...]
    begins: str
    ends: str

    @property
    def places(self) -> Iterator[str]:
        """The ids of everything in it that a link can lead to."""
        for section in self.sections:
            for each in (section, *sections_of(section)):
                yield each.id
                yield from (note.id for note in each.notes)
                for block in blocks_of(each.blocks):
                    if isinstance(block, DefinitionList):
                        yield from (definition.id for definition in block.definitions if definition.id)


def volumes_of(edition: Edition, starts: Sequence[str]) -> tuple[Volume, ...]:
    """The volumes of an edition that begin at the sections with these ids; the first is always the first section."""
    ends = [*starts[1:], ""]
    parts = _parts(edition.sections, starts)
    return tuple(
        Volume(number, len(starts), part, begins, until)
        for number, (part, begins, until) in enumerate(zip(parts, starts, ends, strict=True), 1)
    )


def _parts(sections: tuple[Section, ...], starts: Sequence[str]) -> list[tuple[Section, ...]]:
    """The sections by volume; a section that goes on in the next volume has its later sub-sections there."""
    parts: list[tuple[Section, ...]] = [() for _ in starts]
    current = 0
    for section in sections:
        if section.id in starts:
            current = starts.index(section.id)
        inner = [each for each in sections_of(section) if each.id in starts]
        if not inner:
            parts[current] += (section,)
            continue
        below = _parts(section.sections, [section.id, *(each.id for each in inner)])
        parts[current] += (replace(section, sections=below[0]),)
        for part in below[1:]:
            current += 1
            parts[current] += part
    return parts


def estimated(edition: Edition, sheet: Sheet) -> tuple[Start, ...]:
    """Where volumes could begin, with the page of the text that each is thought to be on; the last is its end."""
    found: list[Start] = []
    page = 0.0
    for section in sections_of(edition):
        if section.level == 1:
            page = float(ceil(page))
        if section.level <= DEEPEST:
            found.append(Start(section.id, section.level, page))
        page += _height(section, sheet) / (sheet.height / sheet.options.size)
    return (*found, Start("", 1, page))


def front_pages(edition: Edition, sheet: Sheet) -> int:
    """About how many pages of a volume are title page and contents."""
    rows = sum(section.level <= DEEPEST for section in sections_of(edition))
    return 2 + ceil(rows * 2.2 / (sheet.height / sheet.options.size))


def measured(
    edition: Edition, volumes: Sequence[Volume], places: Mapping[str, int], firsts: Sequence[int], end: int
) -> tuple[tuple[Start, ...], int]:
    """What `estimated` and `front_pages` guess, as it came out: `firsts` are the volumes' first pages."""
    front = dict(zip((volume.begins for volume in volumes), firsts, strict=True))
    found: list[Start] = []
    passed = most = 0
    for section in sections_of(edition):
        if section.id in front:
            pages = places[section.id] - front[section.id]
            passed, most = passed + pages, max(most, pages)
        if section.level <= DEEPEST:
            found.append(Start(section.id, section.level, places[section.id] - passed))
    return (*found, Start("", 1, end - passed)), most


def starts_for(candidates: Sequence[Start], most: int) -> tuple[str, ...]:
    """The ids of the sections at which volumes begin, of so many pages of text at most where sections allow it.

    Volumes are about equally thick, and begin with a part rather than inside one.
    """
    end = candidates[-1].page
    chosen = [candidates[0]]
    while end - chosen[-1].page > most:
        begin = chosen[-1].page
        aim = (end - begin) / ceil((end - begin) / most)
        later = [each for each in candidates[:-1] if each.page > begin]
        if not later:
            break
        fitting = [each for each in later if each.page - begin <= most] or later[:1]
        parts = [each for each in fitting if each.level == 1 and each.page - begin >= aim / 2]
        chosen.append(min(parts or fitting, key=lambda each: abs(each.page - begin - aim)))
    return tuple(each.id for each in chosen)


def _height(section: Section, sheet: Sheet) -> float:
    """About how high a section's own text is, in em."""
    leading = LEADING[sheet.options.spacing]
    height = 4.0
    for sentence in sentences_of(section):
        lines = sheet.measure.width(plain_text(sentence.inlines), bold=False) / (sheet.ems * 0.92)
        height += (lines + 0.5) * leading
    pictures = sum(isinstance(block, Figure | Statement) for block in blocks_of(section.blocks))
    return height + pictures * 2.5
