"""The pairs held against `content/reviewed.yml`: what a person said of each, and whether it still holds."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence

from everyway.checking.in_step.differences import word_diff
from everyway.checking.in_step.pairs import Match
from everyway.checking.in_step.pieces import hash_of
from everyway.model import Review, Source
from everyway.model.in_step import Pair, Status

FILE = "content/reviewed.yml"


def pair_of(match: Match, reviews: Mapping[tuple[str, str], Review]) -> Pair:
    """The pair with what was last said of it."""
    easy, plan = match.easy, match.plan
    review = reviews.get((easy.address, plan.address))
    if review is None:
        return Pair(easy, plan, Status.NEVER)
    easy_changed = review.easy_hash != hash_of(easy.lines)
    plan_changed = review.plan_hash != hash_of(plan.lines)
    status = _STATUS[easy_changed, plan_changed]
    changes = word_diff(review.text, plan.lines) if plan_changed else ()
    return Pair(easy, plan, status, review, changes)


_STATUS = {
    (False, False): Status.MATCHES,
    (True, False): Status.EASY_CHANGED,
    (False, True): Status.PLAN_CHANGED,
    (True, True): Status.BOTH_CHANGED,
}


def reviewed(pair: Pair, by: str, on: datetime.date) -> Review:
    """The entry that says: this person compared the two on that day, and what stands there now matches."""
    easy, plan = pair.easy, pair.plan
    hashes = hash_of(easy.lines), hash_of(plan.lines)
    return Review(easy.address, plan.address, by, on, *hashes, plan.lines, Source(FILE))


def stale(pairs: Iterable[Pair], reviews: Sequence[Review]) -> tuple[Review, ...]:
    """Reviews of pairs that are no longer there."""
    known = {pair.key for pair in pairs}
    return tuple(review for review in reviews if review.key not in known)


def spoilt(review: Review) -> bool:
    """Whether the words of an entry are not those that were recorded: somebody changed them by hand."""
    return hash_of(review.text) != review.plan_hash


def outstanding(pairs: Iterable[Pair], bad: frozenset[tuple[str, str]] = frozenset()) -> tuple[Pair, ...]:
    """Pairs that a person should look at: never compared, changed since, or (`bad`) with a record that is spoilt."""
    return tuple(pair for pair in pairs if pair.status is not Status.MATCHES or pair.key in bad)
