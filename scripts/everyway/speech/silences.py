"""How long it is silent between utterances: the table `silences.toml`, stretched as an edition asks."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Silences:
    """Milliseconds by name, `pauses` times as long as in the table."""

    pauses: float

    def before(self, what: str) -> int:
        """The silence before a sentence, cell, item, paragraph, picture, row, h1 to h4, break or the start."""
        return round(_table()["before"][what] * self.pauses)

    def after(self, what: str) -> int:
        """The least silence after a sentence, h1 to h4 or the end."""
        return round(_table()["after"][what] * self.pauses)

    def inside(self, what: str) -> int:
        """The silence behind a label, a line or an item's number, inside an utterance."""
        return round(_table()["inside"][what] * self.pauses)


@cache
def _table() -> dict[str, dict[str, int]]:
    return tomllib.loads((files("everyway") / "speech" / "silences.toml").read_text("utf-8"))
