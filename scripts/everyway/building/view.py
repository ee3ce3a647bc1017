"""What the makers of one edition's formats see of the publication."""

from __future__ import annotations

from dataclasses import replace

from everyway.model import Edition, Publication, Section


def seen_from(publication: Publication, edition: Edition) -> Publication:
    """The publication as the makers of an edition's formats see it: of other editions only headings and ids.

    So a change in one edition leaves the outputs of the other alone, and nothing is made from what is not in its key.
    """
    others = tuple(each if each.name == edition.name else _bare(each) for each in publication.editions)
    return replace(publication, editions=others)


def _bare(edition: Edition) -> Edition:
    return replace(edition, sections=tuple(map(_heading, edition.sections)), waivers=())


def _heading(section: Section) -> Section:
    return replace(section, blocks=(), notes=(), sections=tuple(map(_heading, section.sections)))
