"""What a document tells its reader, in order: the common measure in which the model and every format are compared.

`expected` makes an `Account` from the model; each format's reader makes one from its file. Both go through
`AccountBuilder`, so a word is the same thing on both sides: what stands between white space.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum

from everyway.model import Source

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


def letters(text: str) -> str:
    """A text without its white space."""
    return "".join(text.split())


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)


class Kind(Enum):
    """What one item of an account is: a word, a picture (told by its alternative text) or the call of a note."""

    WORD = "word"
    PICTURE = "picture"
    CALL = "call"


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds some characters, and must reach the reader with them.

    `roles` are the structure elements that hold them, outermost first, in PDF's names: H1 to H6, L, LI (LI/3: the item
    numbered 3), Term, Table, Caption, TH/Column, TH/Row, TD, BlockQuote, Link. `language` is a BCP 47 tag, `expansion`
    what letters stand for, `target` where a link leads: an address, or `edition#section` for a place inside the
    publication.
    """

    roles: tuple[str, ...] = ()
    language: str = ""
    expansion: str = ""
    target: str = ""

    def inside(self, role: str) -> Context:
        """The context inside one more structure element."""
        return Context((*self.roles, role), self.language, self.expansion, self.target)


@dataclass(frozen=True, slots=True)
class Word:
    """One word, picture or call of a note.

    `parts` are its characters, split where the context changes. `where` is known on the model's side, `page` (counted
    from 1; the order of pages for a site) on a format's side.
    """

    kind: Kind
    parts: tuple[tuple[str, Context], ...]
    where: Source | None = None
    page: int = 0

    @property
    def text(self) -> str:
        """The characters; a picture's alternative text; the number of a called note."""
        return self.parts[0][0] if len(self.parts) == 1 else "".join([text for text, _ in self.parts])

    @property
    def key(self) -> tuple[Kind, str]:
        """What must be equal for two words to be the same one."""
        return self.kind, self.text


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: `id` and `where` are known on the model's side, `page` on a format's side.

    `calls_note`: a note is called in it, so that formats may put a space where the text has none.
    """

    level: int
    text: str
    id: str = ""
    where: Source | None = None
    page: int = 0
    calls_note: bool = False

    @property
    def letters(self) -> str:
        """The text without white space."""
        return letters(self.text)


@dataclass(frozen=True, slots=True)
class Account:
    """Everything told: the main text, the notes by number (each begins with its call), headings and counts.

    `counts` has the number of elements of each role, and of "Figure", "Note" and every "TH"; `begun` says before which
    word of the main text each of them begins that is not in a note.
    """

    main: tuple[Word, ...]
    notes: tuple[Word, ...]
    headings: tuple[Heading, ...]
    counts: Counter[str]
    begun: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


@dataclass(slots=True)
class AccountBuilder:
    """Collects words as a reader goes through a document; the text of one word may come in several pieces."""

    where: Source | None = None
    page: int = 0
    context: Context = field(default_factory=Context)
    headings: list[Heading] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    _begun: dict[str, list[int]] = field(default_factory=dict)
    _main: list[Word] = field(default_factory=list)
    _notes: list[tuple[str, list[Word]]] = field(default_factory=list)
    _into: list[Word] = field(init=False)
    _parts: list[tuple[str, Context]] = field(default_factory=list)
    _began: tuple[Source | None, int] = (None, 0)
    _heading: list[str] | None = None

    def __post_init__(self) -> None:
        self._into = self._main

    def text(self, text: str) -> None:
        """Take characters; white space in them ends a word."""
        if self._heading is not None:
            self._heading.append(text)
        if not text.isascii():
            text = text.translate(_INVISIBLE)
        pieces = text.split()
        if text[:1].isspace():
            self._end()
        if len(pieces) > 1:
            self._piece(pieces[0])
            self._end()
            kind, context, where, page = Kind.WORD, self.context, self.where, self.page
            self._into += [Word(kind, ((_composed(piece), context),), where, page) for piece in pieces[1:-1]]
        if pieces:
            self._piece(pieces[-1])
            if text[-1].isspace():
                self._end()

    def _piece(self, piece: str) -> None:
        """Take characters of one word."""
        if not self._parts:
            self._began = (self.where, self.page)
        elif self._parts[-1][1] is self.context or self._parts[-1][1] == self.context:
            piece = self._parts.pop()[0] + piece
        self._parts.append((_composed(piece), self.context))

    def space(self) -> None:
        """End the word that has begun, if one has."""
        if self._heading is not None:
            self._heading.append(" ")
        self._end()

    def _end(self) -> None:
        if self._parts:
            where, page = self._began
            self._into.append(Word(Kind.WORD, tuple(self._parts), where, page))
            self._parts = []

    def picture(self, alt: str) -> None:
        """Take a picture that is not decorative."""
        self._end()
        self.count("Figure")
        words = unicodedata.normalize("NFC", " ".join(alt.translate(_INVISIBLE).split()))
        self._into.append(Word(Kind.PICTURE, ((words, self.context),), self.where, self.page))

    def call(self, number: str) -> None:
        """Take the call of a note."""
        self._end()
        self._into.append(Word(Kind.CALL, ((number, self.context),), self.where, self.page))

    def count(self, role: str) -> None:
        """Count an element that begins here."""
        self.counts[role] += 1
        if self._into is self._main:
            self._begun.setdefault(role, []).append(len(self._main) + bool(self._parts))

    @contextmanager
    def inside(self, role: str) -> Iterator[None]:
        """Count a structure element; what is taken meanwhile stands inside it."""
        kind = role.partition("/")[0]
        self.count(kind)
        if kind == "TH" and kind != role:
            self.count(role)
        with self.within(self.context.inside(role)):
            yield

    @contextmanager
    def within(self, context: Context) -> Iterator[None]:
        """Take what comes meanwhile in another context."""
        before, self.context = self.context, context
        yield
        self.context = before

    @contextmanager
    def note(self, number: str) -> Iterator[None]:
        """Take what comes meanwhile as the words of a note; the word that has begun in the text goes on after it."""
        before = self._parts, self._began, self._into, self._heading
        context = self.context
        self._parts, self._into, self._heading = [], [], None
        self._notes.append((number, self._into))
        self.context = Context(language=context.language)
        self.count("Note")
        self.call(number)
        yield
        self.space()
        self._parts, self._began, self._into, self._heading = before
        self.context = context

    @contextmanager
    def heading(self, level: int, *, identifier: str = "") -> Iterator[None]:
        """Take what comes meanwhile as a heading."""
        self.space()
        where, page, start = self.where, self.page, len(self._into)
        self._heading = []
        with self.inside(f"H{level}"):
            yield
        self.space()
        words = unicodedata.normalize("NFC", " ".join("".join(self._heading).translate(_INVISIBLE).split()))
        self._heading = None
        calls = any(word.kind is Kind.CALL for word in self._into[start:])
        self.headings.append(Heading(level, words, identifier, where, page, calls))

    def account(self) -> Account:
        """All that was taken; the notes by their number, as each format puts them where it likes."""
        self.space()
        notes = sorted(self._notes, key=lambda note: int(note[0]) if note[0].isdigit() else 0)
        words = tuple(word for _, words in notes for word in words)
        begun = {role: tuple(places) for role, places in self._begun.items()}
        return Account(tuple(self._main), words, tuple(self.headings), self.counts, begun)
