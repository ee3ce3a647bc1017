"""Which Easy Read section retells which section of the plan, with the words that belong to each pair.

Covering a section covers those under it, except those that another Easy Read section covers itself or that are left
out on purpose. So a change of one sentence of the plan concerns the Easy Read sections nearest to it, and no others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from everyway.checking.in_step.pieces import own_pieces
from everyway.model import Edition, Publication, Section
from everyway.model.in_step import Side
from everyway.model.walk import plain_text, sections_of


@dataclass(frozen=True, slots=True)
class Match:
    """An Easy Read section and a section of a plan that it covers.

    `easy_sections` and `plan_sections` are those whose own words belong to the pair; `plan_section` has all under it.
    """

    easy: Side
    plan: Side
    easy_sections: tuple[Section, ...]
    plan_sections: tuple[Section, ...]
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
    telling = frozenset(section.id for section in sections_of(easy) if section.covers)
    named = frozenset(identifier for section in sections_of(easy) for identifier in section.covers)
    apart = named.union(left.section for left in easy.left_out)
    plans = [(plan, {section.id: section for section in sections_of(plan)}) for plan in plans_for(publication, easy)]
    for section in sections_of(easy):
        retelling = tuple(_own(section, telling))
        side = _side(easy, section, retelling)
        for identifier in dict.fromkeys(section.covers):
            for plan, sections in plans:
                if original := sections.get(identifier):
                    told = tuple(_own(original, apart | {plan.word_list}))
                    yield Match(side, _side(plan, original, told), retelling, told, original, easy, plan)
                    break


def _own(section: Section, apart: frozenset[str]) -> Iterator[Section]:
    """A section and those under it, without what stands apart from it."""
    yield section
    for inner in section.sections:
        if inner.id not in apart:
            yield from _own(inner, apart)


def _side(edition: Edition, section: Section, sections: Iterable[Section]) -> Side:
    title = " ".join(plain_text(section.heading.inlines).split())
    pieces = tuple(
        piece for inner in sections for piece in own_pieces(inner, edition.language, inner.level - section.level)
    )
    language = section.language or edition.language
    return Side(edition.name, edition.title, section.id, title, language, pieces, section.source)


def _main(language: str) -> str:
    return language.split("-")[0].casefold()
