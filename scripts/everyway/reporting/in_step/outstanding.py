"""What somebody should compare, as plain text for a console: each pair with its lines and what changed in the plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill

from everyway.model import Review
from everyway.model.in_step import InStep, Pair, Status
from everyway.model.word_diff import told
from everyway.wording import date_in_words

STATUS = {
    Status.NEVER: "Nobody has compared them yet.",
    Status.EASY_CHANGED: "The Easy Read section has changed since {who}.",
    Status.PLAN_CHANGED: "The plan has changed since {who}.",
    Status.BOTH_CHANGED: "Both have changed since {who}.",
    Status.MATCHES: "They match: {who}.",
}


def outstanding_report(state: InStep, *, width: int) -> str:
    """The pairs that nobody has compared as they are now, and the command that records that somebody has."""
    pairs = [pair for pair in state.pairs if pair.status is not Status.MATCHES]
    paragraphs = [_pair(pair, width) for pair in pairs]
    if state.stale:
        gone = "\n".join(f"  {review.easy} and {review.plan} ({review.source})" for review in state.stale)
        paragraphs.append(f"Recorded, but no longer there; everyway reviewed --all takes them out:\n{gone}")
    paragraphs.append("\n".join(fill(line, width) for line in _end(state, pairs)))
    return "\n\n".join(paragraphs)


def status_of(pair: Pair) -> str:
    """The state of a pair in a sentence, with who compared the two last and when."""
    review = pair.review
    who = f"{review.by} compared them on {date_in_words(review.on, 'en')}" if review else ""
    return STATUS[pair.status].format(who=who)


def _pair(pair: Pair, width: int) -> str:
    lines = [
        f"{pair.easy.address}  ({pair.easy.source})",
        f"  retells {pair.plan.address}  ({pair.plan.source})",
        fill(status_of(pair), width, initial_indent="  ", subsequent_indent="  "),
    ]
    if pair.changes:
        changed = f"Changed in the plan: {told(pair.changes)}"
        lines.append(fill(changed, width, initial_indent="  ", subsequent_indent="    ", break_long_words=False))
    return "\n".join(lines)


def _end(state: InStep, pairs: Sequence[Pair]) -> Iterator[str]:
    if not state.pairs:
        yield "No Easy Read section says yet which section of the plan it covers."
    elif not pairs:
        count = len(state.pairs)
        yield f"Every Easy Read section has been compared with the plan as it is now ({count} {_pairs(count)})."
    else:
        yield f"{len(pairs)} of {len(state.pairs)} {_pairs(len(state.pairs))} to compare."
        yield 'When you have looked: everyway reviewed SECTION --by "your name" (or --all in place of SECTION).'


def _pairs(count: int) -> str:
    return "pair of sections" if count == 1 else "pairs of sections"


def recorded_report(pairs: Iterable[Pair], gone: Iterable[Review]) -> str:
    """What was recorded, a line a pair, and what was taken out."""
    lines = [f"{pair.easy.address}  matches  {pair.plan.address}" for pair in pairs]
    lines += [f"{review.easy}  taken out, with {review.plan}: no longer there" for review in gone]
    return "\n".join(lines) or "There was nothing to record."
