"""A publication in, the state of its editions beside each other out: for the check, the report and the command."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.in_step.contradictions import contradictions
from everyway.checking.in_step.lock import pair_of, stale
from everyway.checking.in_step.pairs import matches_of, plans_for
from everyway.model import Edition, Publication, Section
from everyway.model.in_step import InStep, Step, Untold
from everyway.model.walk import plain_text, sections_of


def in_step(publication: Publication) -> InStep:
    """Every Easy Read edition beside its plan, and the reviews that nothing needs any more."""
    reviews = {review.key: review for review in publication.reviews}
    steps: list[Step] = []
    for easy in publication.editions:
        if easy.easy_read:
            matches = tuple(matches_of(publication, easy))
            pairs = tuple(pair_of(match, reviews) for match in matches)
            found = tuple(contradictions(publication, matches))
            steps.append(
                Step(easy.name, easy.title, easy.language, easy.source, pairs, found, tuple(_untold(publication, easy)))
            )
    all_pairs = [pair for step in steps for pair in step.pairs]
    return InStep(tuple(steps), stale(all_pairs, publication.reviews))


def _untold(publication: Publication, easy: Edition) -> Iterator[Untold]:
    told = {identifier for section in sections_of(easy) for identifier in section.covers}
    reasons = {left.section: left.reason for left in easy.left_out}
    for plan in plans_for(publication, easy):
        for section in plan.sections:
            if section.id != plan.word_list:
                yield from _below(section, told, reasons, plan, inherited=False)[0]


def _below(
    section: Section, told: set[str], reasons: dict[str, str], plan: Edition, *, inherited: bool
) -> tuple[list[Untold], bool]:
    """What is untold here, and whether nothing of it is told.

    A section is told with all that is under it; or piece by piece, when each section under it is told.
    """
    title = " ".join(plain_text(section.heading.inlines).split())
    language = section.language or plan.language
    here = Untold(plan.name, section.id, title, language, section.source, reasons.get(section.id, ""))
    if section.id in reasons and section.id not in told:
        return [here], False
    covered = inherited or section.id in told
    below = [_below(inner, told, reasons, plan, inherited=covered) for inner in section.sections]
    if not covered and all(nothing for _, nothing in below):
        return [here], True
    return [one for found, _ in below for one in found], False
