"""Findings about editions that are out of step: what may be out of date, what nobody compared, what contradicts."""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.in_step.lock import spoilt
from everyway.checking.in_step.state import in_step
from everyway.findings import Finding
from everyway.model import Publication, Review
from everyway.model.in_step import Contradiction, Pair, Status, Step
from everyway.model.word_diff import told
from everyway.wording import date_in_words

_MOST_CHANGES = 4
"""Changes that a message shows; the command and the report show all."""


def kept_in_step(publication: Publication) -> Iterator[Finding]:
    """Every finding about a publication's Easy Read editions beside its plan."""
    state = in_step(publication)
    bad = {review.key for review in publication.reviews if spoilt(review)}
    for review in publication.reviews:
        if review.key in bad:
            yield _spoilt(review)
    for step in state.steps:
        yield from _compared(step, bad)
        for contradiction in step.contradictions:
            yield _contradicted(contradiction)
        for section in step.untold:
            if not section.reason:
                message = f"Nothing in “{step.title}” tells what stands under “{section.title}” ({section.section})."
                yield Finding("ER010", message, section.source)
    for review in state.stale:
        message = f"The pair {review.easy} and {review.plan}, which {review.by} compared, is no longer there."
        yield Finding("STP005", message, review.source)


def _compared(step: Step, bad: set[tuple[str, str]]) -> Iterator[Finding]:
    never = [pair for pair in step.pairs if pair.status is Status.NEVER]
    if step.pairs and len(never) == len(step.pairs):
        message = f"Nobody has said yet that “{step.title}” matches the plan."
        yield Finding("STP003", message, step.source, _record("--all"))
        return
    for pair in step.pairs:
        if pair.key not in bad and (finding := _pair(pair)):
            yield finding


def _pair(pair: Pair) -> Finding | None:
    easy, plan, review = pair.easy, pair.plan, pair.review
    if review is None:
        message = f"Nobody has said yet that “{easy.title}” matches “{plan.title}” in the plan ({plan.section})."
        return Finding("STP003", message, easy.source, _record(easy.address))
    since = f"since {review.by} compared them on {date_in_words(review.on, 'en')}"
    if pair.status in (Status.PLAN_CHANGED, Status.BOTH_CHANGED):
        both = " This section has changed too." if pair.status is Status.BOTH_CHANGED else ""
        message = (
            f"“{easy.title}” may be out of date: “{plan.title}” in the plan ({plan.section}) has changed {since}."
            f"{both} What changed in the plan: {told(pair.changes, _MOST_CHANGES)}"
        )
        fix = f"Read both, and change the Easy Read if it no longer says the same. Then run: {command(easy.address)}"
        return Finding("STP002", message, easy.source, fix)
    if pair.status is Status.EASY_CHANGED:
        message = f"“{easy.title}” has changed {since}; “{plan.title}” in the plan ({plan.section}) has not."
        return Finding("STP004", message, easy.source, _record(easy.address))
    return None


def _contradicted(found: Contradiction) -> Finding:
    values = " and ".join(f"“{words}”" for words in found.plan)
    where = f"“{found.plan_title}” in the plan ({found.plan_source})"
    message = f"This says “{found.easy}”; {where} says {values}: another {found.kind}."
    return Finding("STP006" if found.grave else "STP007", message, found.easy_source)


def _spoilt(review: Review) -> Finding:
    message = (
        f"The entry for {review.easy} and {review.plan} is not as it was written: its words and its plan_hash "
        "no longer belong together."
    )
    return Finding(
        "STP001", message, review.source, f"Compare the two sections again. Then run: {command(review.easy)}"
    )


def command(section: str) -> str:
    """What an editor types to record that the section matches."""
    return f'everyway reviewed {section} --by "your name"'


def _record(section: str) -> str:
    return f"Compare the two, and change what does not match. Then run: {command(section)}"
