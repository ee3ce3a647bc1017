"""The talking book as its files see it: parts (a SMIL file each, from one heading to the next) and places to go to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from everyway.model.walk import plain_text
from everyway.speech.utterance import Kind
from everyway.writing.daisy.containers import Spot
from everyway.writing.daisy.phrases import Phrase, SpokenChapter, says

REQUIRED: Mapping[Kind, str] = {Kind.NOTE: "footnote-on", Kind.PICTURE: "prodnote-on"}
"""What a listener can pass over, by the name of the test that players put to it (DAISY 2.02, skippable structures)."""

PAGE_REQUIRED = "pagenumber-on"

DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Entry:
    """A place to go to, in the navigation control centre: a heading of `tag`, or a `span` of a `kind`."""

    id: str
    tag: str
    kind: str
    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Par:
    """A phrase in a SMIL file: `text` is its place in content.html, `begin` and `end` are seconds with three places.

    Its id is the only one of its kind in the whole book: some players look for the end of a part by the id alone.
    """

    id: str
    text: str
    begin: str
    end: str
    required: str


@dataclass(frozen=True, slots=True)
class Part:
    """One SMIL file: a heading and what follows it. `sound` is the MP3 it plays; times are in milliseconds."""

    number: int
    title: str
    sound: str
    before: int
    length: int
    phrases: tuple[Par, ...]
    entries: tuple[Entry, ...]

    @property
    def file(self) -> str:
        """Its name."""
        return part_file(self.number)

    @property
    def id(self) -> str:
        """Its id in the master SMIL file."""
        return f"part{self.number:04}"

    @property
    def seconds(self) -> str:
        """How long it is, in seconds with three places."""
        return in_seconds(self.length)

    @property
    def time(self) -> str:
        """How long it is, as hh:mm:ss."""
        return clock(self.length)

    @property
    def elapsed(self) -> str:
        """How long all parts before it are, as hh:mm:ss."""
        return clock(self.before)


@dataclass(frozen=True, slots=True)
class Book:
    """The parts in order; `headings` are the level, kind and words of each heading, by the id of its phrase."""

    parts: tuple[Part, ...]
    headings: Mapping[str, tuple[int, str, str]]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every place to go to, in order."""
        return tuple(entry for part in self.parts for entry in part.entries)

    @property
    def length(self) -> int:
        """How long all of it is, in milliseconds."""
        return sum(part.length for part in self.parts)


def part_file(number: int) -> str:
    """The name of a part's SMIL file; parts count from 1."""
    return f"{number:04}.smil"


def sound_file(number: int) -> str:
    """The name of a chapter's MP3; chapters count from 1."""
    return f"sound{number:03}.mp3"


def in_seconds(milliseconds: int) -> str:
    """12.345 for 12345."""
    return f"{milliseconds // 1000}.{milliseconds % 1000:03}"


def clock(milliseconds: int) -> str:
    """hh:mm:ss, to the nearest second."""
    minutes, seconds = divmod((milliseconds + 500) // 1000, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{seconds:02}"


def heading_words(spot: Spot) -> str:
    """The words of a heading, with the number of its part: "Part 1: People"."""
    words = plain_text(spot.sentence.inlines) if spot.sentence else ""
    return f"{spot.label}: {words}" if spot.label else words


def book_of(title: str, chapters: Sequence[SpokenChapter], spots: Mapping[str, Spot]) -> Book:
    """The book of a recording's chapters. Its first heading is its title."""
    binder = _Binder(title, spots)
    for number, chapter in enumerate(chapters, 1):
        for phrases in _divided(chapter.phrases):
            binder.bind(phrases, sound_file(number), chapter.track.chapter.title)
    return Book(tuple(binder.parts), binder.headings)


def _divided(phrases: Sequence[Phrase]) -> Iterator[list[Phrase]]:
    """A chapter from heading to heading. What comes before the first goes with it; a page goes with what follows."""
    part: list[Phrase] = []
    for index, phrase in enumerate(phrases):
        heading = next((later for later in phrases[index:] if later.clip), None)
        if part and _is_heading(heading) and any(_is_heading(before) for before in part):
            yield part
            part = []
        part.append(phrase)
    yield part


def _is_heading(phrase: Phrase | None) -> bool:
    return phrase is not None and phrase.clip is not None and phrase.clip.kind is Kind.HEADING


def _head(phrases: Sequence[Phrase], title: str) -> Phrase:
    """The phrase that a part is found by: its heading, else what says the chapter's title, else the first."""
    said = [phrase for phrase in phrases if phrase.clip]
    titles = (phrase for phrase in said if phrase.clip and says(phrase.clip, title))
    return next((phrase for phrase in said if _is_heading(phrase)), next(titles, said[0]))


class _Binder:
    """Parts as they come. It knows the level of the heading before, the notes that have been told, how long everything
    so far is, and whether it is in the midst of a picture."""

    def __init__(self, title: str, spots: Mapping[str, Spot]) -> None:
        self.parts: list[Part] = []
        self.headings: dict[str, tuple[int, str, str]] = {}
        self._title = title
        self._spots = spots
        self._level = 0
        self._notes: set[str] = set()
        self._before = 0
        self._picture = False

    def bind(self, phrases: Sequence[Phrase], sound: str, chapter: str) -> None:
        """Add a part; the chapter's title is its heading if none is spoken in it."""
        number = len(self.parts) + 1
        head = _head(phrases, chapter)
        words = self._heading(head, chapter)
        pars, entries = [], []
        for place, phrase in enumerate(phrases, 1):
            par = Par(
                f"p{number:04}-{place:04}",
                phrase.id,
                in_seconds(phrase.begin),
                in_seconds(phrase.end),
                _required(phrase),
            )
            found = self._entry(phrase)
            if phrase.clip:
                self._picture = phrase.clip.kind is Kind.PICTURE
            if found:
                tag, kind, told = found
                entries.append(Entry(f"n{number:04}-{place:04}", tag, kind, told, f"{part_file(number)}#{par.id}"))
            pars.append(par)
        length = phrases[-1].end - phrases[0].begin
        self.parts.append(Part(number, words, sound, self._before, length, tuple(pars), tuple(entries)))
        self._before += length

    def _heading(self, head: Phrase, chapter: str) -> str:
        """The words of a part's heading; its level is at most one deeper than that before, as players count them."""
        assert head.clip
        self._level = min(head.clip.level or 1, self._level + 1, DEEPEST)
        spot = self._spots.get(head.id)
        if not self.parts:
            words = self._title
        elif spot:
            words = heading_words(spot)
        else:
            words = head.clip.text if _is_heading(head) else chapter
        self.headings[head.id] = (self._level, "" if self.parts else "title", words)
        return words

    def _entry(self, phrase: Phrase) -> tuple[str, str, str] | None:
        """The tag, kind and words of the place that a phrase is, if listeners can go to it."""
        if phrase.id in self.headings:
            level, kind, words = self.headings[phrase.id]
            return f"h{level}", kind, words
        if phrase.clip is None:
            return "span", "page-normal", str(phrase.page)
        if phrase.clip.kind is Kind.PICTURE:
            return None if self._picture else ("span", "optional-prodnote", phrase.clip.text)
        note = self._spots[phrase.id].note if phrase.id in self._spots else None
        if note and note.id not in self._notes:
            self._notes.add(note.id)
            return "span", "noteref", str(note.number)
        return None


def _required(phrase: Phrase) -> str:
    return REQUIRED.get(phrase.clip.kind, "") if phrase.clip else PAGE_REQUIRED
