"""The page of the report on which each section of the plan stands beside the Easy Read section that retells it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from everyway.model.in_step import InStep, Pair, Piece, Side, Status, Step
from everyway.model.word_diff import in_brief
from everyway.reporting.html.frame import IN_STEP, PAGES, Page, frame
from everyway.reporting.in_step.outstanding import status_of
from everyway.reporting.report import About

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATE = "in-step.html"

_LISTED = {"item", "row"}

_SIGNS = {
    Status.MATCHES: "Matches",
    Status.EASY_CHANGED: "Easy Read changed",
    Status.PLAN_CHANGED: "May be out of date",
    Status.BOTH_CHANGED: "May be out of date",
    Status.NEVER: "Not compared yet",
}
_LEVELS = {
    Status.MATCHES: "matches",
    Status.EASY_CHANGED: "advice",
    Status.PLAN_CHANGED: "error",
    Status.BOTH_CHANGED: "error",
    Status.NEVER: "manual",
}


@dataclass(frozen=True, slots=True)
class Retelling:
    """An Easy Read section with all the pairs it is in; `id` is its place on the page."""

    id: str
    easy: Side
    pairs: tuple[Pair, ...]

    @property
    def outstanding(self) -> bool:
        """Whether somebody should look at it."""
        return any(pair.status is not Status.MATCHES for pair in self.pairs)


def in_step_page(state: InStep, about: About, templates: Environment, pages: Sequence[Page] = PAGES) -> str:
    """The state in, the page as HTML out; `pages` are those of the report's menu."""
    told = {
        **frame(about, IN_STEP, pages),
        "steps": tuple((step, retellings(step)) for step in state.steps),
        "stale": state.stale,
        "total": len(state.pairs),
        "outstanding": sum(pair.status is not Status.MATCHES for pair in state.pairs),
        "signs": _SIGNS,
        "levels": _LEVELS,
        "status_of": status_of,
        "in_brief": in_brief,
        "grouped": grouped,
        "spans": spans,
    }
    return templates.get_template(TEMPLATE).render(told)


def retellings(step: Step) -> tuple[Retelling, ...]:
    """The Easy Read sections of an edition, in reading order."""
    groups = groupby(step.pairs, key=lambda pair: pair.easy.address)
    found = ((address, tuple(group)) for address, group in groups)
    return tuple(Retelling(address.replace("/", "-"), pairs[0].easy, pairs) for address, pairs in found)


def grouped(pieces: Iterable[Piece]) -> tuple[tuple[str, tuple[Piece, ...]], ...]:
    """Pieces with neighbours of one list put together, each under the kind of its first."""
    groups: list[tuple[str, tuple[Piece, ...]]] = []
    for kind, group in groupby(pieces, key=lambda piece: piece.kind):
        if kind in _LISTED:
            groups.append((kind, tuple(group)))
        else:
            groups.extend((kind, (piece,)) for piece in group)
    return tuple(groups)


def spans(line: str, piece: Piece) -> tuple[tuple[str, str], ...]:
    """A line as stretches of one language each: ("", words) in the piece's own, (tag, words) in another."""
    if not piece.foreign:
        return (("", line),)
    tags = dict(piece.foreign)
    pattern = "|".join(re.escape(words) for words in sorted(tags, key=len, reverse=True))
    return tuple((tags.get(words, ""), words) for words in re.split(rf"((?<!\w)(?:{pattern})(?!\w))", line) if words)
