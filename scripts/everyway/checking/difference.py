"""Where two long sequences differ: stretches that are not equal, found fast when most is equal.

Patience first (what is unique in both and in order holds the two together), `difflib` only for the short gaps between.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_RUN = 3
_GAP = 600
"""Gaps longer than this on either side are compared with difflib's shortcut for common items, to stay fast."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A stretch `a[a_start:a_end]` that stands against `b[b_start:b_end]`; either may be empty, never both."""

    a_start: int
    a_end: int
    b_start: int
    b_end: int


def gaps(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[Gap]:
    """The stretches in which `a` and `b` differ, in order; none when they are equal."""
    if a == b:
        return []
    found: list[Gap] = []
    for stretch in _between_anchors(a, b):
        found.extend(_diff(a, b, stretch))
    return found


def pairs(a_length: int, differences: Sequence[Gap]) -> Iterator[tuple[int, int]]:
    """The indices of what is equal in both, in order."""
    at_a = at_b = 0
    for gap in differences:
        yield from zip(range(at_a, gap.a_start), range(at_b, gap.b_start), strict=True)
        at_a, at_b = gap.a_end, gap.b_end
    yield from zip(range(at_a, a_length), range(at_b, at_b + a_length - at_a), strict=True)


def _between_anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> Iterator[Gap]:
    at_a = at_b = 0
    for anchor_a, anchor_b in [*_anchors(a, b), (len(a), len(b))]:
        if anchor_a < at_a or anchor_b < at_b:
            continue
        yield Gap(at_a, anchor_a, at_b, anchor_b)
        at_a, at_b = anchor_a, anchor_b
        while at_a < len(a) and at_b < len(b) and a[at_a] == b[at_b]:
            at_a, at_b = at_a + 1, at_b + 1


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of runs of items that occur once in each, in an order that both share (longest increasing)."""
    places_a, places_b = _unique_runs(a), _unique_runs(b)
    shared = [(place, places_b[run]) for run, place in places_a.items() if run in places_b]
    ends: list[int] = []
    chain: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(shared):
        at = bisect_left(ends, place)
        before.append(chain[at - 1] if at else -1)
        ends[at : at + 1] = [place]
        chain[at : at + 1] = [index]
    anchors: list[tuple[int, int]] = []
    index = chain[-1] if chain else -1
    while index >= 0:
        anchors.append(shared[index])
        index = before[index]
    return anchors[::-1]


def _unique_runs(items: Sequence[Hashable]) -> dict[tuple[Hashable, ...], int]:
    runs = [tuple(items[at : at + _RUN]) for at in range(len(items) - _RUN + 1)]
    times = Counter(runs)
    return {run: at for at, run in enumerate(runs) if times[run] == 1}


def _diff(a: Sequence[Hashable], b: Sequence[Hashable], gap: Gap) -> Iterator[Gap]:
    old, new = a[gap.a_start : gap.a_end], b[gap.b_start : gap.b_end]
    if old == new:
        return
    matcher = SequenceMatcher(None, old, new, autojunk=max(len(old), len(new)) > _GAP)
    for tag, a_start, a_end, b_start, b_end in matcher.get_opcodes():
        if tag != "equal":
            yield Gap(gap.a_start + a_start, gap.a_start + a_end, gap.b_start + b_start, gap.b_start + b_end)
