"""The script of an edition: what is said, piece by piece, before anybody says it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from everyway.model import Source
from everyway.speech.tokens import Token


class Kind(StrEnum):
    """What an utterance is; players let listeners skip pages and notes."""

    ANNOUNCEMENT = "announcement"
    HEADING = "heading"
    SENTENCE = "sentence"
    PICTURE = "picture"
    CELL = "cell"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Utterance:
    """What is said in one breath: `id` is that of the model's sentence, or of our own making for what it has none for.

    `text` is what it stands for as it is written, for captions and transcripts. `before` is the silence before it and
    `after` the least silence after it, in milliseconds; between two utterances the longer of the two holds.
    `source` is where the editor wrote it.
    """

    id: str
    kind: Kind
    tokens: tuple[Token, ...]
    language: str
    text: str
    before: int
    after: int
    source: Source
    level: int = 0
    """Of a heading: 1 to 6."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of an edition, which is a page of the site: `id` is its section's id ("opening" and "closing": ours).

    Ids of utterances are unique in the edition.
    """

    id: str
    title: str
    utterances: tuple[Utterance, ...]


@dataclass(frozen=True, slots=True)
class Script:
    """All that is said of an edition, in order."""

    edition: str
    title: str
    language: str
    chapters: tuple[Chapter, ...]
