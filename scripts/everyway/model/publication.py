"""The publication, its editions and their sections."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from everyway.model.audit import Audit
from everyway.model.blocks import Block, Note
from everyway.model.inlines import Sentence
from everyway.model.picture import Picture
from everyway.model.review import Review
from everyway.model.source import Source


class EditionKind(StrEnum):
    """How an edition is written: `standard`, or `easy-read` with a picture beside every idea."""

    STANDARD = "standard"
    EASY_READ = "easy-read"


@dataclass(frozen=True, slots=True)
class Contact:
    """How a reader reaches the publisher, and who makes copies in other formats."""

    email: str
    phone: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the glossary: what it means, or what its letters stand for; `same_as` are synonyms to avoid."""

    id: str
    word: str
    meaning: str
    expansion: str
    same_as: tuple[str, ...]
    source: Source


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How a voice says a word: as other words (`alias`), by its sounds (`ipa`) or as `letters`, `digits`, `word`.

    Only one of the three is set. `language` is that of the word where it is not the publication's own (BCP 47 tag).
    """

    word: str
    source: Source
    alias: str = ""
    say_as: str = ""
    ipa: str = ""
    language: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A section of the plan that the Easy Read edition leaves out on purpose, and why."""

    section: str
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class Waiver:
    """A rule that an editor allows to be broken at a line, and why."""

    rule: str
    reason: str
    source: Source


@dataclass(frozen=True, slots=True)
class Opening:
    """How a part opens: its number (`None` outside the numbered parts), picture and one-sentence summary.

    `label` is what is shown and said before the heading ("Part 1"); it is empty when there is no number.
    """

    number: int | None
    label: str
    picture: Picture | None
    summary: Sentence | None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it.

    A section of level 1 is a part: one file of Markdown, one page of the site; only it has an `opening`.
    `covers` are the ids of the plan's sections that a section of an Easy Read edition retells. `notes` are the notes
    that are first called in this section's own heading or blocks, in order. `language` is set where it
    differs from the edition's.
    """

    id: str
    level: int
    heading: Sentence
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    source: Source
    notes: tuple[Note, ...] = ()
    opening: Opening | None = None
    covers: tuple[str, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Edition:
    """One way of telling the publication; `name` is its folder and its key in `publication.yml`.

    `word_list` is the id of the section that explains the edition's hard words (empty: there is none).
    `tested_with` and `proof_read_by` stay empty until a person has tested it with its readers.
    """

    name: str
    kind: EditionKind
    title: str
    language: str
    sections: tuple[Section, ...]
    source: Source
    summary: str = ""
    word_list: str = ""
    tested_with: str = ""
    proof_read_by: str = ""
    left_out: tuple[LeftOut, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def easy_read(self) -> bool:
        """Whether this edition is laid out as Easy Read."""
        return self.kind is EditionKind.EASY_READ


@dataclass(frozen=True, slots=True)
class Publication:
    """What `content/` says. `name` is the start of every download's file name.

    `formats` are the names of the formats to make (empty: all there are). `settings` holds the optional sections of
    `publication.yml` (print, speech, braille, site, profiles) as plain mappings that its schema has checked. `reviews`
    say which sections a person has compared; no output depends on them, so `repr`, by which what was made is known
    again, leaves them out.
    """

    name: str
    title: str
    publisher: str
    language: str
    date: datetime.date
    contact: Contact
    rights: str
    editions: tuple[Edition, ...]
    source: Source
    summary: str = ""
    formats: tuple[str, ...] = ()
    glossary: tuple[Entry, ...] = ()
    pictures: tuple[Picture, ...] = ()
    pronunciations: tuple[Pronunciation, ...] = ()
    reviews: tuple[Review, ...] = field(default=(), repr=False)
    settings: Mapping[str, object] = field(default_factory=dict)
    audits: tuple[Audit, ...] = ()
    spelling: tuple[str, ...] = ()

    def edition(self, name: str) -> Edition:
        """The edition of that name; KeyError when there is none."""
        for edition in self.editions:
            if edition.name == name:
                return edition
        raise KeyError(name)
