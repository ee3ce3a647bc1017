"""Which Easy Read section retells which section of the plan, with the words that belong to each pair.

Covering a section covers those under it, except those that another Easy Read section covers itself or that are left
out on purpose. So a change of one sentence of the plan concerns the Easy Read sections nearest to it, and no others.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from everyway.checking.in_step.pieces import own_pieces
from everyway.model import Edition, Publication, Section
from everyway.model.in_step import Piece, Side
from everyway.model.walk import plain_text, sections_of


@dataclass(frozen=True, slots=True)
class Match:
    """An Easy Read section and a section of a plan that it covers."""

    easy: Side
    plan: Side
    easy_section: Section
    plan_section: Section
    easy_edition: Edition
    plan_edition: Edition


def plans_for(publication: Publication, easy: Edition) -> tuple[Edition, ...]:
    """The standard editions that an Easy Read edition retells: those in its language, or all if none is."""
    standard = tuple(edition for edition in publication.editions if not edition.easy_read)
    for same in (str.casefold, _main):
        if own := tuple(edition for edition in standard if same(edition.language) == same(easy.language)):
            return own
    return standard


def matches_of(publication: Publication, easy: Edition) -> Iterator[Match]:
    """The pairs of an Easy Read edition, in the order of its sections and of what each names under `covers`."""
    named = {identifier for section in sections_of(easy) for identifier in section.covers}
    apart = named | {left.section for left in easy.left_out}
    plans = [(plan, {section.id: section for section in sections_of(plan)}) for plan in plans_for(publication, easy)]
    for section in sections_of(easy):
        told = None
        for identifier in dict.fromkeys(section.covers):
            for plan, sections in plans:
                if original := sections.get(identifier):
                    told = told or _side(easy, section, tuple(_retelling(section, easy.language)))
                    pieces = tuple(_original(original, plan.language, apart | {plan.word_list}))
                    yield Match(told, _side(plan, original, pieces), section, original, easy, plan)
                    break


def own_sections(section: Section, *, easy: bool, apart: frozenset[str] | set[str] = frozenset()) -> Iterator[Section]:
    """A section and those under it that belong to the same pair."""
    yield section
    for inner in section.sections:
        if not (inner.covers if easy else inner.id in apart):
            yield from own_sections(inner, easy=easy, apart=apart)


def _retelling(section: Section, language: str) -> Iterator[Piece]:
    for inner in own_sections(section, easy=True):
        yield from own_pieces(inner, language, inner.level - section.level)


def _original(section: Section, language: str, apart: set[str]) -> Iterator[Piece]:
    for inner in own_sections(section, easy=False, apart=apart):
        yield from own_pieces(inner, language, inner.level - section.level)


def _side(edition: Edition, section: Section, pieces: tuple[Piece, ...]) -> Side:
    title = " ".join(plain_text(section.heading.inlines).split())
    language = section.language or edition.language
    return Side(edition.name, edition.title, section.id, title, language, pieces, section.source)


def _main(language: str) -> str:
    return language.split("-")[0].casefold()
