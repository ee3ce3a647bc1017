"""Plan and Easy Read kept in step: which sections of the plan no Easy Read section tells."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.findings import Finding
from everyway.model import Edition, Publication, Section
from everyway.model.walk import plain_text, sections_of


def covers(publication: Publication) -> Iterator[Finding]:
    """Sections of a standard edition that an Easy Read edition neither covers nor leaves out on purpose."""
    standard = [edition for edition in publication.editions if not edition.easy_read]
    for easy in publication.editions:
        if easy.easy_read:
            told = {identifier for section in sections_of(easy) for identifier in section.covers}
            told |= {left.section for left in easy.left_out}
            for edition in standard:
                for section in edition.sections:
                    if section.id != edition.word_list:
                        yield from _untold(section, told, easy)


def _untold(section: Section, told: set[str], easy: Edition) -> Iterator[Finding]:
    """A section is told with all that is under it; or piece by piece, when each section under it is told."""
    if section.id in told:
        return
    under = [finding for inner in section.sections for finding in _untold(inner, told, easy)]
    if len(under) < len(section.sections):
        yield from under
        return
    message = (
        f"Nothing in “{easy.title}” tells what stands under “{plain_text(section.heading.inlines)}” ({section.id})."
    )
    yield Finding("ER010", message, section.source)
