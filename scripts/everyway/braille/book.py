"""An edition as a braille book: volumes of numbered pages, each with its title page and contents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from everyway.braille.addresses import addresses_of
from everyway.braille.cells import BLANK, number
from everyway.braille.codes import code_for
from everyway.braille.contents import DEEPEST, Entry, Group, contents
from everyway.braille.front import Front
from everyway.braille.lines import EMPTY, Line, centred
from everyway.braille.options import BrailleOptions
from everyway.braille.pages import Page, paged
from everyway.braille.phrases import Phrase, Transcriber
from everyway.braille.setting import Setter
from everyway.braille.styles import Style, style_named
from everyway.braille.translator import Translator
from everyway.braille.volumes import parted
from everyway.errors import UsageError
from everyway.model import Edition, Publication
from everyway.model.walk import sections_of, tables_of
from everyway.wording import Wording, words_for

FEWEST = 5
"""Pages of text that a volume has at least."""

FRONT = "⠏"
"""The letter before the numbers of pages that stand before the text."""


@dataclass(frozen=True, slots=True)
class BraillePage:
    """A page as it is embossed, every line of it; `label` is its number in print ("p2", "14")."""

    label: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class BrailleVolume:
    """What is bound together: the pages before the text (p1, p2, ...), then those of the text."""

    number: int
    front: tuple[BraillePage, ...]
    body: tuple[BraillePage, ...]

    @property
    def pages(self) -> tuple[BraillePage, ...]:
        """All its pages."""
        return self.front + self.body


@dataclass(frozen=True, slots=True)
class Book:
    """A braille book. `places` is the page of the text on which each section begins, by id.

    `listed` are the numbers, from 1, of the tables that are told row by row. `proof_reading` says whether a braille
    reader has proof-read it.
    """

    options: BrailleOptions
    code: str
    registered: str
    translator: str
    volumes: tuple[BrailleVolume, ...]
    places: Mapping[str, int]
    listed: tuple[int, ...]
    proof_reading: str


def set_book(publication: Publication, edition: Edition, options: BrailleOptions, translator: Translator) -> Book:
    """The book of an edition; UsageError when no volume can be as thin as asked for, or no code is known."""
    code = code_for(edition.language)
    setting = _Setting(publication, edition, options, Transcriber(translator, code, options.grade))
    volumes = setting.volumes()
    listed = [place for place, table in enumerate(tables_of(edition), 1) if table in setting.setter.listed]
    return Book(
        options=options,
        code=code.name,
        registered=code.registered.format(grade=options.grade),
        translator=translator.version,
        volumes=volumes,
        places=setting.places,
        listed=tuple(listed),
        proof_reading=setting.front.proof_reading(),
    )


class _Setting:
    """One edition on its way to volumes."""

    def __init__(
        self, publication: Publication, edition: Edition, options: BrailleOptions, transcriber: Transcriber
    ) -> None:
        self.options = options
        self.style: Style = style_named(options.style)
        self.wording: Wording = words_for(edition.language)
        self.transcriber = transcriber
        self.room = options.lines - (1 if self.style.number_line == "first" else 2)
        self.setter = Setter(transcriber, self.style, options.cells, self.wording)
        self.front = Front(publication, edition, options, self.style, transcriber, self.wording)
        self.title = transcriber.text(edition.title)
        addresses = addresses_of(edition, self.wording)
        self.sections = edition.sections + ((addresses,) if addresses else ())
        self.entries = [
            Entry(self.setter.title(section), section.level, section.id)
            for part in self.sections
            for section in (part, *sections_of(part))
            if section.level <= DEEPEST
        ]
        self.places: dict[str, int] = {}

    def volumes(self) -> tuple[BrailleVolume, ...]:
        """The pages of the text in volumes, each with its pages before the text."""
        pages = paged((portion for part in self.sections for portion in self.setter.part(part)), self.room)
        parts = frozenset(part.id for part in self.sections)
        most, kept = self.options.volume_pages, 0
        while True:
            runs = parted(pages, parts, most - kept) if kept else [pages]
            ended = [self._ended(run, place, len(runs)) for place, run in enumerate(runs, 1)]
            fronts = self._fronts(ended)
            longest = max(len(front) + len(run) for front, run in zip(fronts, ended, strict=True))
            if longest <= most:
                break
            kept = max(kept + longest - most if kept else 0, max(map(len, fronts)), kept + 1)
            if most - kept < FEWEST:
                raise UsageError(
                    "volumes-too-thin",
                    f"Volumes of {most} pages cannot be made: the contents alone take {kept} of them.",
                    fix=f"Choose {kept + 20} pages or more.",
                )
        first = 1
        volumes = []
        for place, (front, run) in enumerate(zip(fronts, ended, strict=True), 1):
            before = tuple(self._numbered(page, f"p{at}", plain=at == 1) for at, page in enumerate(front, 1))
            text = tuple(self._numbered(page, str(at)) for at, page in enumerate(run, first))
            volumes.append(BrailleVolume(place, before, text))
            first += len(run)
        return tuple(volumes)

    def _ended(self, run: Sequence[Page], place: int, count: int) -> Sequence[Page]:
        """The pages of a volume with the words that say it is over."""
        said = self.wording("braille-end-volume", number=place) if place < count else self.wording("braille-end")
        lines = centred(self.transcriber.text(said), self.options.cells)
        last = run[-1] if run else Page(())
        if len(last.lines) + 1 + len(lines) <= self.room:
            return [*run[:-1], Page((*last.lines, EMPTY, *lines), last.begins, last.head)]
        return [*run, Page(lines, (), last.head)]

    def _fronts(self, runs: Sequence[Sequence[Page]]) -> list[tuple[Page, ...]]:
        """The pages before the text of each volume; the first lists all volumes, each other one itself."""
        self.places = {}
        volume_of: dict[str, int] = {}
        at = 0
        for place, run in enumerate(runs):
            for page in run:
                at += 1
                self.places.update(dict.fromkeys(page.begins, at))
                volume_of.update(dict.fromkeys(page.begins, place))
        groups = [
            Group(
                self.transcriber.text(self.wording("braille-preview-volume", number=place + 1)),
                tuple(entry for entry in self.entries if volume_of.get(entry.begins) == place),
            )
            for place in range(len(runs))
        ]
        fronts, first = [], 1
        for place, run in enumerate(runs):
            own = groups if place == 0 and len(runs) > 1 else [Group(Phrase((), ()), groups[place].entries)]
            portions = self.front.title_page(place + 1, len(runs), first, first + len(run) - 1)
            portions += self.front.about() if place == 0 else []
            portions += contents(
                own,
                self.places.__getitem__,
                self.style,
                self.options.cells,
                self.transcriber.text(self.wording("contents")),
                self.transcriber.text(self.wording("braille-page")),
            )
            fronts.append(paged(portions, self.room))
            first += len(run)
        return fronts

    def _numbered(self, page: Page, label: str, *, plain: bool = False) -> BraillePage:
        """A page with its number and running head; a title page (`plain`) has no running head."""
        width = self.options.cells
        told = FRONT + number(int(label[1:])) if label[0] == "p" else number(int(label))
        head = self.title if self.style.running_head == "title" else page.head
        cells, words = ("", "") if plain or not head else _head(head, width - 2 * (len(told) + 3))
        left = BLANK * ((width - len(cells)) // 2) if cells else ""
        top = left + cells
        if self.style.number_line == "first":
            line = Line(top + BLANK * (width - len(top) - len(told)) + told, " ".join(filter(None, (words, label))))
            return BraillePage(label, (line, *page.lines))
        filler = [EMPTY] * (self.room - len(page.lines))
        last = Line(BLANK * (width - len(told)) + told, label)
        return BraillePage(label, (Line(top, words), *page.lines, *filler, last))


def _head(phrase: Phrase, room: int) -> tuple[str, str]:
    """As many words of a running head as there is room for, in cells and in print."""
    count, used = 0, -1
    for cells in phrase.cells:
        used += 1 + len(cells)
        if used > room:
            break
        count += 1
    return BLANK.join(phrase.cells[:count]), " ".join(filter(None, phrase.words[:count]))
