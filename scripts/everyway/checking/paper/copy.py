"""A printed copy to look at: its sheets joined with its structure, so that letters know what they belong to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from everyway.checking.account import HEADINGS
from everyway.checking.paper.demands import Demands
from everyway.checking.paper.drawn import Box, Glyph, Run, Sheet, around
from everyway.findings import Finding
from everyway.model import Artifact, CodeBlock, Edition, Publication, Source
from everyway.model.walk import blocks_of, plain_text, sections_of, sentences_of
from everyway.tagging.tree import Element, TaggedPdf

SAME_LINE = 0.6
"""Letters whose baselines are this near, in sizes of the letters, stand in one line: raised ones too."""

SHOWN = 60
"""How many letters of a line a message shows."""

TELLING = 8
"""Letters that words have to have for the place where they stand to be likely theirs."""


@dataclass(frozen=True)
class Line:
    """A line of a block, in the order of drawing: its glyphs with their runs."""

    page: int
    runs: tuple[tuple[Run, Glyph], ...]

    @cached_property
    def text(self) -> str:
        """Its characters as drawn, spaces too."""
        return "".join(glyph.character for _, glyph in self.runs)

    @cached_property
    def box(self) -> Box:
        """The box of its ink."""
        return around(glyph.box for _, glyph in self.runs if glyph.character.strip()) or self.runs[0][1].box

    @cached_property
    def size(self) -> float:
        """The size of its largest letters."""
        return max(run.size for run, _ in self.runs)

    @cached_property
    def baseline(self) -> float:
        """Where most of its letters stand; raised ones stand above."""
        return min(glyph.y for run, glyph in self.runs if run.size == self.size)


@dataclass(frozen=True)
class Block:
    """An element whose text stands in lines of its own, with the runs that draw it; `inside`: those around it."""

    element: Element
    inside: tuple[Element, ...]
    runs: tuple[Run, ...]

    @property
    def role(self) -> str:
        """The role of its element: "P", "H2", "TD"."""
        return self.element.role

    @property
    def level(self) -> int:
        """The level of a heading; 0 for what is none."""
        return int(self.role[1]) if self.role in HEADINGS else 0

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its lines from first to last."""
        lines: list[list[tuple[Run, Glyph]]] = []
        last: tuple[Run, Glyph] | None = None
        for run in self.runs:
            for glyph in run.glyphs:
                near = max(run.size, last[0].size) if last else 0
                if last and run.page == last[0].page and abs(glyph.y - last[1].y) < SAME_LINE * near:
                    lines[-1].append((run, glyph))
                else:
                    lines.append([(run, glyph)])
                last = run, glyph
        made = (Line(line[0][0].page, tuple(line)) for line in lines)
        return tuple(line for line in made if line.text.strip())

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages that it stands on, in order."""
        return tuple(sorted({run.page for run in self.runs if run.inked}))


@dataclass(frozen=True)
class Copy:
    """A printed copy of an edition. `sheets` are all its pages, also those of other files of the same copy."""

    publication: Publication
    edition: Edition
    artifact: Artifact
    pdf: TaggedPdf
    sheets: tuple[Sheet, ...]
    demands: Demands

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """Every run that shows something."""
        return tuple(run for sheet in self.sheets for run in sheet.runs if run.inked)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Every block that has letters, in reading order; a figure counts as one, with or without letters in it."""
        if self.pdf.document is None:
            return ()
        drawn: dict[tuple[int, int], list[tuple[int, Run]]] = {}
        for order, run in enumerate(run for sheet in self.sheets for run in sheet.runs):
            if run.mark is not None:
                drawn.setdefault((run.page, run.mark), []).append((order, run))
        return tuple(_blocks(self.pdf.document, (), drawn))

    @cached_property
    def links(self) -> frozenset[tuple[int, int]]:
        """The marked content of links, as page and MCID."""
        return self._marks_in("Link")

    @cached_property
    def figures(self) -> frozenset[tuple[int, int]]:
        """The marked content of pictures, as page and MCID."""
        return self._marks_in("Figure")

    def in_picture(self, run: Run) -> bool:
        """Whether a run belongs to a picture, so that only who drew it can change it."""
        return run.mark is not None and (run.page, run.mark) in self.figures

    def in_link(self, run: Run) -> bool:
        """Whether a run belongs to a link."""
        return run.mark is not None and (run.page, run.mark) in self.links

    @cached_property
    def column(self) -> Box:
        """The box of all letters of all pages, but those of page furniture."""
        boxes = (glyph.box for run in self.runs if not run.artifact for glyph in run.inked)
        return around(boxes) or Box(0, 0, 0, 0)

    @cached_property
    def words(self) -> str:
        """The words of the edition and of its title and back pages in one line, as their writers have them."""
        made, contact = self.publication, self.publication.contact
        about = (made.title, made.publisher, made.rights, contact.note, self.edition.title, self.edition.summary)
        credited = (f"{picture.credit}, {picture.licence}" for picture in made.pictures)
        return " ".join([*(text for text, _ in self._sentences), *map(str, about), *credited])

    def source(self, words: str) -> Source | None:
        """The line of the text that these words are, or where they or the first few of them stand first."""
        every = words.split()
        for count in (len(every), 8, 5, 3):
            wanted = " ".join(every[:count])
            if len(wanted) < TELLING:
                continue
            for text, source in self._sentences:
                if wanted in text:
                    return source
        return next((source for text, source in self._sentences if text == words.strip()), None)

    def at_run(self, rule: str, run: Run, message: str) -> Finding:
        """A finding at a run of letters."""
        where = None if run.artifact else self.source(run.text)
        return Finding(rule, message, where, format=self.artifact.format, place=f"page {run.page}")

    def at_block(self, rule: str, block: Block, page: int, message: str) -> Finding:
        """A finding in a block, at a page of it."""
        where = self.source(" ".join(line.text for line in block.lines))
        return Finding(rule, message, where, format=self.artifact.format, place=f"page {page}")

    def at_page(self, rule: str, page: int, message: str) -> Finding:
        """A finding of a page as a whole."""
        return Finding(rule, message, format=self.artifact.format, place=f"page {page}")

    @cached_property
    def _sentences(self) -> tuple[tuple[str, Source], ...]:
        found = []
        for section in sections_of(self.edition):
            for sentence in sentences_of(section):
                found.append((" ".join(plain_text(sentence.inlines).split()), sentence.source))
            for block in blocks_of(section.blocks):
                if isinstance(block, CodeBlock):
                    found.append((" ".join(block.text.split()), block.source))
        return tuple(found)

    def _marks_in(self, role: str) -> frozenset[tuple[int, int]]:
        document = self.pdf.document
        if document is None:
            return frozenset()
        return frozenset(mark for one in document.find(role) for inner in one.walk() for mark in inner.marks)


def quoted(words: str) -> str:
    """Words as a message shows them: in one line, not too many, in quotation marks."""
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= SHOWN else f"“{line[:SHOWN].rsplit(' ', 1)[0]}…”"


def _blocks(
    element: Element, inside: tuple[Element, ...], drawn: dict[tuple[int, int], list[tuple[int, Run]]]
) -> Iterator[Block]:
    if element.role == "Figure":
        runs = _drawn_for((mark for inner in element.walk() for mark in inner.marks), drawn)
        yield Block(element, inside, runs)
        return
    runs = _drawn_for(_own_marks(element), drawn)
    if runs:
        yield Block(element, inside, runs)
    for kid in _apart(element):
        yield from _blocks(kid, (*inside, element), drawn)


def _own_marks(element: Element) -> Iterator[tuple[int, int]]:
    """The marks of an element and of all that runs on in its lines."""
    yield from element.marks
    for kid in element.elements:
        if kid.runs_on:
            yield from _own_marks(kid)


def _apart(element: Element) -> Iterator[Element]:
    """The elements in it that have lines of their own."""
    for kid in element.elements:
        if kid.runs_on:
            yield from _apart(kid)
        else:
            yield kid


def _drawn_for(
    marks: Iterable[tuple[int, int]], drawn: dict[tuple[int, int], list[tuple[int, Run]]]
) -> tuple[Run, ...]:
    found = [each for mark in marks for each in drawn.get(mark, ())]
    return tuple(run for _, run in sorted(found, key=lambda each: each[0]))
