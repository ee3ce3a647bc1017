"""Chapters of a file against the parts of the edition: each at its place, by its title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from everyway.checking.audio.cues import Cue
from everyway.checking.audio.tags import Mark
from everyway.findings import Finding
from everyway.model import Edition
from everyway.model.walk import plain_text

NEAR = 0.2
"""Seconds: between a chapter's mark and the caption of its heading lies what decoders are late by."""


def marks(found: Sequence[Mark], edition: Edition, seconds: float) -> Iterator[Finding]:
    """AUD007: parts without a mark or out of order, and marks that do not follow one another to the end."""
    rest = iter(found)
    for section in edition.sections:
        title = plain_text(section.heading.inlines)
        if not any(title in mark.title for mark in rest):
            message = f"The part “{title}” has no chapter of its own, or not in its place."
            yield Finding("AUD007", message, section.source)
            return
    for one, two in pairwise(found):
        if abs(one.end - two.start) > 0.002:
            yield Finding("AUD007", f"The chapter “{two.title}” does not begin where “{one.title}” ends.")
    if found and found[0].start > 0.002:
        yield Finding("AUD007", f"The first chapter, “{found[0].title}”, does not begin at the beginning.")
    if found and abs(found[-1].end - seconds) > 0.1:
        yield Finding("AUD007", f"The last chapter, “{found[-1].title}”, does not end at the end.")


def headings(found: Sequence[Mark], edition: Edition, cues: Mapping[str, Cue]) -> Iterator[Finding]:
    """AUD007: marks that do not lie where the caption of their heading begins."""
    for section in edition.sections:
        title = plain_text(section.heading.inlines)
        cue = cues.get(section.heading.id)
        away = [cue.start - mark.start for mark in found if cue and title in mark.title]
        if away and not any(-0.002 <= one <= NEAR for one in away):
            message = f"The chapter “{title}” is marked {abs(away[0]):.1f} seconds from its heading."
            yield Finding("AUD007", message, section.source)
