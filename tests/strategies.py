"""Random small publications that are valid and use every block and inline of the model, for laws that must always hold.

`publications()` gives whole ones; `editions()` one edition. What the model promises holds here too: ids are unique,
notes are numbered in order of their first call and stand with the section that calls them, links lead to something.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from pathlib import Path

from hypothesis import strategies as st

from everyway.model import (
    Abbreviation,
    Block,
    BulletList,
    Callout,
    Cell,
    Code,
    CodeBlock,
    Contact,
    Definition,
    DefinitionList,
    Edition,
    EditionKind,
    Emphasis,
    Entry,
    Figure,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    ListItem,
    Note,
    NoteReference,
    Opening,
    OrderedList,
    PageBreak,
    Paragraph,
    Passage,
    Picture,
    Place,
    Publication,
    Quote,
    Section,
    Sentence,
    Source,
    Statement,
    Strong,
    Table,
    Term,
    Text,
    ThematicBreak,
)

PICTURE_FILE = Path(__file__).parent / "pictures" / "square.svg"
WORD_LIST = "word-list"

WORDS = (
    "the", "people", "of", "Wales", "listen", "well-being", "don’t", "£5", "50%", "3.", "(see", "below)", "“we”", "&",
    "<b>", "café", "dŵr", "0303", "123", "e-mail@example.org", "—", "office", "affluent", "staff.", "A&E", "2020/21",
)  # fmt: skip


@dataclass
class _Maker:
    """Makes one edition, counting lines, sentences and notes as it goes."""

    draw: st.DrawFn
    name: str
    easy: bool
    places: tuple[Place, ...]
    entries: tuple[str, ...]
    section: str = ""
    line: int = 1
    sentences: int = 0
    called: list[NoteReference] = field(default_factory=list)
    waiting: list[int] = field(default_factory=list)

    def pick(self, *choices: object) -> object:
        return self.draw(st.sampled_from(choices))

    def few(self, least: int, most: int) -> range:
        return range(self.draw(st.integers(least, most)))

    def source(self) -> Source:
        self.line += 1
        return Source(f"content/{self.name}/text.md", self.line)

    # Inlines and sentences

    def words(self, most: int = 6) -> str:
        return " ".join(self.draw(st.lists(st.sampled_from(WORDS), min_size=1, max_size=most)))

    def inlines(self, depth: int = 2, *, links: bool = True, notes: bool = True) -> tuple[Inline, ...]:
        made: list[Inline] = []
        for _ in self.few(1, 3):
            if made and self.draw(st.booleans()):
                made.append(Text(" "))
            made.append(self.inline(depth, links=links, notes=notes))
            if isinstance(made[-1], NoteReference):
                made.append(Text(", and"))
        return tuple(made)

    def inline(self, depth: int, *, links: bool, notes: bool) -> Inline:
        kinds = ["text", "text", "text", "code", "abbreviation", "break", "picture"]
        kinds += ["strong", "emphasis", "foreign"] if depth else []
        kinds += ["link", "term"] if depth and links else []
        kinds += ["note"] if notes else []
        match self.draw(st.sampled_from(kinds)):
            case "code":
                return Code(self.words(2))
            case "abbreviation":
                return Abbreviation("HWRC", "household waste recycling centre")
            case "break":
                return LineBreak()
            case "picture":
                return InlinePicture(self.picture())
            case "strong":
                return Strong(self.inlines(depth - 1, links=links, notes=notes))
            case "emphasis":
                return Emphasis(self.inlines(depth - 1, links=links, notes=notes))
            case "foreign":
                return Foreign(self.inlines(depth - 1, links=links, notes=notes), "cy")
            case "link":
                inner = (Text(self.words(2)), *self.inlines(depth - 1, links=False, notes=False))
                return Link(inner, self.draw(st.sampled_from(("https://example.org/a?b=1&c=2", *self.places))))
            case "term":
                return Term((Text(self.words(2)),), self.draw(st.sampled_from(self.entries)))
            case "note":
                return self.call()
            case _:
                return Text(self.words())

    def call(self) -> NoteReference:
        if self.called and self.draw(st.integers(0, 3)) == 0:
            return replace(self.draw(st.sampled_from(self.called)), first=False)
        number = len(self.called) + 1
        call = NoteReference(f"note-{number}", number)
        self.called.append(call)
        self.waiting.append(number)
        return call

    def sentence(self, *, notes: bool = True, plain: bool = False) -> Sentence:
        self.sentences += 1
        start = Text(self.words())
        more = () if plain else self.inlines(notes=notes)
        return Sentence(f"{self.name}-s{self.sentences}", (start, *more), self.source())

    def some(self, least: int = 1, most: int = 3, *, notes: bool = True) -> tuple[Sentence, ...]:
        return tuple(self.sentence(notes=notes) for _ in self.few(least, most))

    def picture(self) -> Picture:
        alt = self.pick("", "A nurse", "A nurse", "A map of <Wales> & “England”")
        description = self.pick("", "", "Long words about it.")
        return Picture("square", PICTURE_FILE, str(alt), description=str(description))

    # Blocks

    def words_and(self, most: int, depth: int, *, notes: bool) -> tuple[Block, ...]:
        """A paragraph, then other blocks: what holds blocks holds some words, or it would be nothing at all."""
        paragraph = Paragraph(self.some(1, 2, notes=notes), self.source())
        return (paragraph, *self.blocks(0, most, depth, notes=notes))

    def blocks(self, least: int, most: int, depth: int = 2, *, notes: bool = True) -> tuple[Block, ...]:
        return tuple(self.block(depth, notes=notes) for _ in self.few(least, most))

    def block(self, depth: int, *, notes: bool = True) -> Block:
        kinds = ["paragraph", "paragraph", "table", "figure", "code", "rule", "page"]
        kinds += ["bullets", "numbers", "definitions", "quote", "callout", "passage"] if depth else []
        kinds += ["statement", "statement"] if depth and self.easy else []
        source = self.source()
        match self.draw(st.sampled_from(kinds)):
            case "bullets":
                return BulletList(self.items(depth, notes=notes), source)
            case "numbers":
                return OrderedList(self.items(depth, notes=notes), source, self.draw(st.integers(1, 12)))
            case "definitions":
                return DefinitionList(tuple(self.definition(depth, notes=notes) for _ in self.few(1, 2)), source)
            case "table":
                return self.table(source, notes=notes)
            case "figure":
                return Figure(self.picture(), self.some(0, 1, notes=False), source)
            case "quote":
                return Quote(self.words_and(1, depth - 1, notes=notes), source)
            case "callout":
                self.sentences += 1
                label = Sentence(f"{self.name}-s{self.sentences}", (Text("Note"),), source)
                kind = str(self.pick("note", "tip", "warning", "summary"))
                return Callout(kind, label, self.words_and(1, depth - 1, notes=notes), source)
            case "passage":
                return Passage(str(self.pick("cy", "fr")), self.words_and(1, depth - 1, notes=notes), source)
            case "statement":
                words: tuple[Block, ...] = (Paragraph(self.some(1, 2, notes=notes), self.source()),)
                if self.draw(st.booleans()):
                    words += (BulletList(self.items(1, notes=notes), self.source()),)
                return Statement(self.picture(), words, source)
            case "code":
                return CodeBlock("one two\n  three\n", "", source)
            case "rule":
                return ThematicBreak(source)
            case "page":
                return PageBreak(source)
            case _:
                return Paragraph(self.some(notes=notes), source)

    def items(self, depth: int, *, notes: bool = True) -> tuple[ListItem, ...]:
        return tuple(ListItem(self.words_and(1, depth - 1, notes=notes), self.source()) for _ in self.few(1, 3))

    def definition(self, depth: int, *, notes: bool = True) -> Definition:
        source = self.source()
        meanings = tuple(self.words_and(1, depth - 1, notes=notes) for _ in self.few(1, 2))
        return Definition((self.sentence(notes=False),), meanings, source)

    def table(self, source: Source, *, notes: bool) -> Table:
        columns = self.draw(st.integers(1, 3))
        caption = self.some(0, 1, notes=False)
        head = tuple(Cell((self.sentence(notes=False, plain=True),), self.source()) for _ in range(columns))
        rows = tuple(
            tuple(Cell(self.some(0, 1, notes=notes), self.source()) for _ in range(columns)) for _ in self.few(1, 3)
        )
        return Table(caption, head, rows, ("",) * columns, self.draw(st.booleans()), source)

    # Sections

    def part(self, index: int) -> Section:
        self.section = f"{self.name}-{index}"
        number = index if self.draw(st.booleans()) else None
        source, heading = self.source(), self.sentence()
        picture = self.picture() if self.draw(st.booleans()) else None
        summary = self.sentence(notes=False) if self.draw(st.booleans()) else None
        opening = Opening(number, f"Part {number}" if number else "", picture, summary)
        blocks = self.blocks(0, 3)
        notes = self.notes()
        inner = tuple(self.inner(2, f"{self.section}-{at}") for at in self.few(0, 2))
        return Section(self.section, 1, heading, blocks, inner, source, notes, opening, language=self.language())

    def inner(self, level: int, identifier: str) -> Section:
        source, heading, blocks = self.source(), self.sentence(), self.blocks(0, 2)
        notes = self.notes()
        more = tuple(self.inner(level + 1, f"{identifier}-{at}") for at in self.few(0, 1)) if level < 4 else ()
        return Section(identifier, level, heading, blocks, more, source, notes, language=self.language())

    def language(self) -> str:
        return str(self.pick("", "", "", "cy"))

    def notes(self) -> tuple[Note, ...]:
        """The notes that were called since the last time."""
        made = tuple(Note(f"note-{each}", each, self.note_blocks(), self.source()) for each in self.waiting)
        self.waiting.clear()
        return made

    def note_blocks(self) -> tuple[Block, ...]:
        return (Paragraph(self.some(1, 2, notes=False), self.source()),)

    def word_list(self) -> Section:
        rows = []
        for entry in self.entries:
            meaning = Paragraph((self.sentence(notes=False, plain=True),), self.source())
            term = self.sentence(notes=False, plain=True)
            rows.append(Definition((term,), ((meaning,),), self.source(), f"word-{entry}"))
        heading = Sentence(f"{self.name}-words", (Text("Words in this document"),), self.source())
        blocks = (DefinitionList(tuple(rows), self.source()),)
        return Section(WORD_LIST, 1, heading, blocks, (), self.source(), opening=Opening(None, "", None, None))


@st.composite
def editions(draw: st.DrawFn, name: str = "plan", parts: int | None = None, places: tuple[Place, ...] = ()) -> Edition:
    """An edition of one to three parts; links lead to its parts and to `places`."""
    count = parts or draw(st.integers(1, 3))
    own = tuple(Place(name, f"{name}-{index}") for index in range(1, count + 1))
    easy = name == "easy-read"
    maker = _Maker(draw, name, easy, (*own, *places), ("staff", "care"))
    sections = tuple(maker.part(index) for index in range(1, count + 1))
    words = (maker.word_list(),) if draw(st.booleans()) else ()
    kind = EditionKind.EASY_READ if easy else EditionKind.STANDARD
    return Edition(
        name, kind, f"An edition: {name}", "en-GB", (*sections, *words), Source("content/publication.yml"),
        word_list=WORD_LIST if words else "",
    )  # fmt: skip


@st.composite
def publications(draw: st.DrawFn) -> Publication:
    """A publication of a plan and its Easy Read edition, with links between the two."""
    counts = {name: draw(st.integers(1, 2)) for name in ("plan", "easy-read")}
    places = tuple(Place(name, f"{name}-1") for name in counts) + tuple(Place(name) for name in counts)
    source = Source("content/publication.yml")
    entries = tuple(Entry(word, word, "What it means.", "", (), source) for word in ("staff", "care"))
    return Publication(
        "example", "An example", "The everyway project", "en-GB", datetime.date(2020, 7, 30),
        Contact("someone@example.org"), "Free to use.",
        tuple(draw(editions(name, parts, places)) for name, parts in counts.items()), source, glossary=entries,
    )  # fmt: skip
