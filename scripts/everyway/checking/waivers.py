"""Waivers: findings that an editor allows at a line are left out; a waiver that nothing needs is a finding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from everyway.findings import Finding
from everyway.model import Publication, Section, Source, Waiver
from everyway.model.walk import sections_of


def waive(publication: Publication, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that no waiver allows, and one for each waiver that allows nothing.

    A waiver speaks for the block or heading right after it, and for all that is in that block.
    """
    ends = _ends(publication)
    waivers = [waiver for edition in publication.editions for waiver in edition.waivers]
    kept: list[Finding] = []
    used: set[Waiver] = set()
    for finding in findings:
        allowed = [waiver for waiver in waivers if _allows(waiver, finding, ends)]
        used.update(allowed)
        if not allowed:
            kept.append(finding)
    kept.extend(_unused(waivers, used))
    return tuple(kept)


Ends = dict[str, list[int]]
"""By file: the lines at which a heading or an outermost block begins, in order."""


def _ends(publication: Publication) -> Ends:
    starts: dict[str, set[int]] = {}
    for edition in publication.editions:
        for section in sections_of(edition):
            for source in _starts(section):
                starts.setdefault(source.file, set()).add(source.line)
    return {file: sorted(lines) for file, lines in starts.items()}


def _starts(section: Section) -> Iterator[Source]:
    yield section.source
    yield section.heading.source
    for block in section.blocks:
        yield block.source
    for note in section.notes:
        yield note.source


def _allows(waiver: Waiver, finding: Finding, ends: Ends) -> bool:
    where = finding.where
    if where is None or finding.rule != waiver.rule or where.file != waiver.source.file:
        return False
    after = [line for line in ends.get(where.file, ()) if line > waiver.source.line]
    if not after:
        return where.line > waiver.source.line
    return waiver.source.line < where.line and (len(after) == 1 or where.line < after[1])


def _unused(waivers: Iterable[Waiver], used: set[Waiver]) -> Iterator[Finding]:
    for waiver in waivers:
        if waiver not in used:
            message = f"Nothing here breaks {waiver.rule} any more; the reason given was “{waiver.reason}”."
            yield Finding("WAV001", message, waiver.source)
