"""What changed between two texts, word by word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from everyway.checking.difference import Gap, gaps
from everyway.model.word_diff import Run

_APART = 2
"""Changes with so few words between them, or fewer, are read as one."""


def word_diff(before: Sequence[str], after: Sequence[str]) -> tuple[Run, ...]:
    """The lines of both texts as one row of runs: what stayed, what was taken out (-), what was put in (+)."""
    old, new = " ".join(before).split(), " ".join(after).split()
    runs: list[Run] = []
    at = 0
    for gap in _joined(gaps(old, new)):
        runs.extend(_run("", old[at : gap.a_start]))
        runs.extend(_run("-", old[gap.a_start : gap.a_end]))
        runs.extend(_run("+", new[gap.b_start : gap.b_end]))
        at = gap.a_end
    runs.extend(_run("", old[at:]))
    return tuple(runs)


def _joined(found: Sequence[Gap]) -> list[Gap]:
    joined: list[Gap] = []
    for gap in found:
        if joined and gap.a_start - joined[-1].a_end <= _APART:
            last = joined.pop()
            gap = Gap(last.a_start, gap.a_end, last.b_start, gap.b_end)
        joined.append(gap)
    return joined


def _run(sign: str, words: Sequence[str]) -> Iterator[Run]:
    if words:
        yield Run(sign, " ".join(words))
