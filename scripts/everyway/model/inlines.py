"""Runs of text inside a sentence, and the sentence itself: the atom of every format."""

from __future__ import annotations

from dataclasses import dataclass

from everyway.model.picture import Picture
from everyway.model.source import Source


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words. White space is single spaces; what stands at a sentence's ends is trimmed."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words; no format shows them by italics alone."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The target of a link inside the publication: a section (or, with `section` empty, a whole edition)."""

    edition: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link: `target` is an address (https, http, mailto, tel) or a place inside the publication."""

    inlines: tuple[Inline, ...]
    target: str | Place


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """Letters that stand for `expansion`."""

    text: str
    expansion: str


@dataclass(frozen=True, slots=True)
class Term:
    """Words that the glossary explains; `entry` is the id of the `Entry`."""

    inlines: tuple[Inline, ...]
    entry: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language (BCP 47 tag), WCAG 2.2 success criterion 3.1.2."""

    inlines: tuple[Inline, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be typed or read exactly."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that the writer asked for, as in a postal address."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The call of a note; `first` tells whether this is the first call of it in the edition."""

    note: str
    number: int
    first: bool = True


@dataclass(frozen=True, slots=True)
class InlinePicture:
    """A picture in the midst of a sentence."""

    picture: Picture


Inline = (
    Text | Strong | Emphasis | Link | Abbreviation | Term | Foreign | Code | LineBreak | NoteReference | InlinePicture
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: highlighted while spoken, timed in audio, measured for length, pointed at by findings.

    `id` is unique in its edition and made from its section's id and its own text, so that it is stable under
    edits elsewhere. Headings, captions and table cells hold sentences too.
    """

    id: str
    inlines: tuple[Inline, ...]
    source: Source
