"""How the editions are kept in step: pairs of sections, what a person last said of each, and what has changed since."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from everyway.model.review import Review
from everyway.model.source import Source
from everyway.model.word_diff import Run


class Status(StrEnum):
    """What is known of a pair: a person said that it matches, or one or both have changed since, or nobody looked."""

    MATCHES = "matches"
    EASY_CHANGED = "easy-changed"
    PLAN_CHANGED = "plan-changed"
    BOTH_CHANGED = "both-changed"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that stand together: `kind` is heading, paragraph, item, term, meaning, caption, row, picture, note, code.

    `lines` has one text a sentence (of a row: one a cell), with single spaces. `level` is a heading's, below the
    section's own: 0 for the section's heading itself. `foreign` are the words in another language, with its tag.
    """

    kind: str
    lines: tuple[str, ...]
    language: str
    level: int = 0
    foreign: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One section of a pair: what stands in it that no other pair has. `address` is "edition/section"."""

    edition: str
    edition_title: str
    section: str
    title: str
    language: str
    pieces: tuple[Piece, ...]
    source: Source

    @property
    def address(self) -> str:
        """How the section is named on the command line and in the lock file."""
        return f"{self.edition}/{self.section}"

    @property
    def lines(self) -> tuple[str, ...]:
        """Every sentence, in reading order."""
        return tuple(line for piece in self.pieces for line in piece.lines)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A fact of Easy Read that is another in the plan.

    `kind` is an e-mail address, a date, ...; `easy` and `plan` are the words as written; `grave` when it is a way to
    reach somebody, so that a reader who trusts it is lost.
    """

    kind: str
    easy: str
    plan: tuple[str, ...]
    easy_source: Source
    plan_source: Source
    plan_title: str
    grave: bool


@dataclass(frozen=True, slots=True)
class Pair:
    """An Easy Read section and a section of the plan that it retells. `changes` is empty unless the plan changed."""

    easy: Side
    plan: Side
    status: Status
    review: Review | None = None
    changes: tuple[Run, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """The key of this pair's review."""
        return self.easy.address, self.plan.address


@dataclass(frozen=True, slots=True)
class Untold:
    """A section of the plan that Easy Read does not tell: left out on purpose with a `reason`, or (empty) forgotten."""

    edition: str
    section: str
    title: str
    language: str
    source: Source
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One Easy Read edition beside its plan: its pairs in reading order, its contradictions, what it leaves untold."""

    edition: str
    title: str
    language: str
    source: Source
    pairs: tuple[Pair, ...]
    contradictions: tuple[Contradiction, ...]
    untold: tuple[Untold, ...]


@dataclass(frozen=True, slots=True)
class InStep:
    """Every Easy Read edition of a publication, and the reviews of pairs that are no longer there."""

    steps: tuple[Step, ...]
    stale: tuple[Review, ...] = ()

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The pairs of all editions."""
        return tuple(pair for step in self.steps for pair in step.pairs)
