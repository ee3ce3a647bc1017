"""The pages before the text: the title page, what a reader should know of this braille, and the contents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from everyway.braille.lines import EMPTY, Line, centred, wrapped
from everyway.braille.options import BrailleOptions
from everyway.braille.phrases import Transcriber
from everyway.braille.portions import Portion
from everyway.braille.styles import Style
from everyway.model import Edition, Publication
from everyway.wording import Wording


@dataclass(frozen=True, slots=True)
class Front:
    """What the pages before the text are made from."""

    publication: Publication
    edition: Edition
    options: BrailleOptions
    style: Style
    transcriber: Transcriber
    wording: Wording

    def title_page(self, volume: int, volumes: int, first: int, last: int) -> list[Portion]:
        """The title page of a volume, and whether a braille reader has proof-read it."""
        said = self.wording
        date = self.publication.date
        told = [*_title_lines(self.edition.title), "", self.publication.publisher]
        told.append(said("date", day=date.day, month=said(f"month-{date.month}"), year=date.year))
        told += ["", said("volume", number=volume, count=volumes)] if volumes > 1 else []
        pages = "braille-pages-one" if first == last else "braille-pages"
        told += ["", said(pages, first=first, last=last)]
        lines: list[Line] = [EMPTY]
        for text in told:
            lines.extend(centred(self.transcriber.text(text), self.options.cells) or (EMPTY,))
        return [Portion(tuple(lines), after=1), self._paragraph(self.proof_reading())]

    def proof_reading(self) -> str:
        """Who proof-read the braille of this edition, or that nobody has."""
        who = self.edition.proof_read_by
        return self.wording("braille-proof-read", who=who) if who else self.wording("braille-not-proof-read")

    def about(self) -> list[Portion]:
        """What a reader should know: code and size, marks, whom to ask, rights."""
        row = self.style.headings[0]
        lines = centred(self.transcriber.text(self.wording("braille-about")), self.options.cells)
        heading = Portion(lines, after=row.indent.after, with_next=True, new_page=True, skip=row.skip)
        return [heading, *(self._paragraph(text) for text in self.told())]

    def told(self, *, paged: bool = True) -> Iterator[str]:
        """What a reader should know, a paragraph each; where it is not `paged`, nothing of cells and lines."""
        said, options, contact = self.wording, self.options, self.publication.contact
        key, code = f"braille-code-{options.grade}", self.transcriber.code.name
        size = {"cells": options.cells, "lines": options.lines}
        yield said(key, code=code, **size) if paged else said(f"{key}-flowing", code=code)
        words = next((each for each in self.edition.sections if each.id == self.edition.word_list), None)
        if words:
            yield said("braille-bold", heading=said("word-list"))
        yield said("braille-pictures")
        yield said("braille-ask")
        yield f"{said('email')}: {contact.email}"
        if contact.phone:
            yield f"{said('phone')}: {contact.phone}"
        yield from filter(None, (contact.note, self.publication.rights))

    def _paragraph(self, text: str) -> Portion:
        indent = self.style.paragraph
        return Portion(wrapped(self.transcriber.text(text), self.options.cells, indent.first, indent.runover))


def _title_lines(title: str) -> Iterable[str]:
    """A title as it stands on the title page: what follows a colon begins a new line."""
    name, colon, rest = title.partition(": ")
    return (f"{name}:", rest) if colon else (title,)
