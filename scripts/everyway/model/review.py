"""A review: that a person compared an Easy Read section with the section of the plan it retells, and when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from everyway.model.source import Source


@dataclass(frozen=True, slots=True)
class Review:
    """One entry of `content/reviewed.yml`.

    `easy` and `plan` are addresses, "edition/section". `easy_hash` and `plan_hash` are hashes of the words that stood
    there on that day, `text` the plan's own words then, a sentence a line, so that a later change can be shown.
    """

    easy: str
    plan: str
    by: str
    on: datetime.date
    easy_hash: str
    plan_hash: str
    text: tuple[str, ...]
    source: Source

    @property
    def key(self) -> tuple[str, str]:
        """What the entry is about; no two entries of a file have the same."""
        return self.easy, self.plan
