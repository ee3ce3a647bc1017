"""Reviews as the text of `content/reviewed.yml`: sorted, a sentence a line, so that a person can read a difference."""

from __future__ import annotations

import json
from collections.abc import Iterable

from everyway.model import Review

_HEAD = """\
# Which Easy Read section was compared with which section of the plan, when, and by whom. “everyway reviewed” writes
# this file; please do not change it by hand. plan_text has the plan's words as they were that day, a sentence a line.
"""


def lock_text(reviews: Iterable[Review]) -> str:
    """The whole file, the same for the same reviews in whatever order they come."""
    ordered = sorted(reviews, key=lambda review: review.key)
    return "\n".join([_HEAD, *map(_entry, ordered)]) if ordered else f"{_HEAD}[]\n"


def _entry(review: Review) -> str:
    rows = (
        ("easy_read", _plain(review.easy)),
        ("plan", _plain(review.plan)),
        ("by", _quoted(review.by)),
        ("date", review.on.isoformat()),
        ("easy_read_hash", _quoted(review.easy_hash)),
        ("plan_hash", _quoted(review.plan_hash)),
        ("plan_text", "|"),
    )
    head = "\n".join(f"{'  ' if at else '- '}{key}: {value}" for at, (key, value) in enumerate(rows))
    return "\n".join([head, *(f"    {line}" for line in review.text)]) + "\n"


def _plain(address: str) -> str:
    """An address needs no quotes, unless it begins or ends like something else in YAML."""
    return address if address.replace("/", "").replace("-", "").replace("_", "").isalnum() else _quoted(address)


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)
