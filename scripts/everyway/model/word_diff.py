"""A word diff: what stayed, what was taken out, what was put in; whole, cut down to the changes, or as plain text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_AROUND = 5
"""Words shown before and after a change."""

_MOST_WORDS = 40
"""Words shown of one change in a message."""

_ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a word diff: `sign` is "" for what stayed, "-" for what was taken out, "+" for what was put in."""

    sign: str
    words: str


def in_brief(runs: Sequence[Run], around: int = _AROUND) -> tuple[Run, ...]:
    """The same with what stayed cut down to the words around each change; “…” stands for what is left out."""
    brief: list[Run] = []
    for at, run in enumerate(runs):
        words = run.words.split()
        head = words[:around] if at else []
        tail = words[-around:] if at < len(runs) - 1 else []
        if run.sign or len(words) <= len(head) + len(tail):
            brief.append(run)
        else:
            brief.append(Run("", " ".join([*head, _ELLIPSIS, *tail])))
    return tuple(brief)


def told(runs: Sequence[Run], most: int = 0) -> str:
    """The changes in plain text: “asks for [− one year] [+ two years] of …”; `most` changes and no more (0: all)."""
    said: list[str] = []
    changes = 0
    before = Run("", "")
    for run in in_brief(runs):
        changes += bool(run.sign and not before.sign)
        before = run
        if not most or changes <= most:
            said.append(f"[{'−' if run.sign == '-' else '+'} {_short(run.words)}]" if run.sign else run.words)
    if most and changes > most:
        said.append("(and 1 more change)" if changes == most + 1 else f"(and {changes - most} more changes)")
    return " ".join(said)


def _short(words: str) -> str:
    row = words.split()
    if len(row) <= _MOST_WORDS:
        return words
    return " ".join([*row[: _MOST_WORDS // 2], _ELLIPSIS, *row[-_MOST_WORDS // 2 :]])
