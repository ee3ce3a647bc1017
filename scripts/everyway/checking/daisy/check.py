"""A talking book (DAISY 2.02): would every player play it, and does it tell all that the text says?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from everyway.checking.carry_back import QUOTED
from everyway.checking.daisy import files, numbers, order, pages, structure, text
from everyway.checking.daisy.archive import files_of
from everyway.checking.daisy.files import Ruled
from everyway.checking.daisy.reading import Book, read_book
from everyway.checking.gate import NotChecked
from everyway.checking.limit import at_most
from everyway.checking.nearest import place_of
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Publication
from everyway.model.walk import sections_of, sentences_of

OF_FILES: tuple[Callable[[Mapping[str, bytes]], Iterator[Ruled]], ...] = (files.names, files.presence, files.marked_up)
"""What has to be right before a book can be read."""

OF_BOOK: tuple[tuple[Callable[[Book], Iterator[Ruled]], ...], ...] = (
    (numbers.metadata, structure.references, structure.identities, structure.headings),
    (structure.spoken,),
    (numbers.counts, structure.same_headings, structure.skippable, order.same_order, order.clips, order.sounds),
    (numbers.times, pages.numbers_rise),
)
"""Each row takes for granted that there is nothing wrong by those before it."""


def is_playable(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Whatever in its files would lead a player, or its listener, astray."""
    yield from at_most(_all(publication, artifact))


def _all(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    try:
        found = files_of(artifact.path)
    except ValueError as error:
        yield Finding("DSY001", f"The book cannot be opened: {error}.", format=artifact.format)
        return
    wrong = [ruled for look in OF_FILES for ruled in look(found)]
    ids: Mapping[str, str] = {}
    if not wrong:
        book = read_book(found)
        wrong = list(numbers.identity(book, publication, publication.edition(artifact.edition)))
        for row in OF_BOOK:
            now = [ruled for look in row for ruled in look(book)]
            wrong += now
            if now:
                break
        ids = _ids_of_the_text(book, publication.edition(artifact.edition)) if wrong else {}
    for rule, message, file in wrong:
        named = (*_PHRASE.findall(message), *QUOTED.findall(message))
        id_here = next((ids[word] for word in named if word in ids), "")
        yield Finding(rule, message, format=artifact.format, place=place_of(file, id_here))


_PHRASE = re.compile(r"\bp\d+-\d+\b")
"""The id of a phrase, as messages name it."""


def _ids_of_the_text(book: Book, edition: Edition) -> dict[str, str]:
    """The id of the words that a phrase or a place to go to belongs to, by its own id, or by its words if it has few.

    A page begins with what is said next, and so does whatever belongs to nothing.
    """
    known = {sentence.id for section in sections_of(edition) for sentence in sentences_of(section)}
    found: dict[str, str] = {}
    for smil in book.smils.values():
        after = ""
        for phrase in reversed(smil.phrases):
            after = phrase.fragment if phrase.fragment in known else after
            found[phrase.name] = after
            found.setdefault(phrase.id, after)
    for item in book.items:
        if not item.level:
            found.setdefault(item.words, found.get(f"{item.file}#{item.fragment}", ""))
    return {name: identifier for name, identifier in found.items() if identifier}


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Every difference between its text and the model."""
    book = _book(artifact)
    if book is None:
        return NotChecked("its files cannot be read")
    return _told(artifact, text.sentences(book, publication.edition(artifact.edition)))


def has_the_pages_of_print(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Every sentence that begins on another page of the PDF beside it than the book says."""
    from everyway.checking.paper.pdfium import read_texts

    book = _book(artifact)
    if book is None:
        return NotChecked("its files cannot be read")
    pdf = artifact.path.with_name(f"{publication.name}-{artifact.edition}-pdf.pdf")
    if not pdf.is_file():
        return NotChecked(f"{pdf.name}, whose pages it has, is not beside it")
    try:
        printed = read_texts(pdf)
    except ValueError:
        return NotChecked(f"{pdf.name}, whose pages it has, cannot be read")
    return _told(artifact, pages.as_in_print(book, publication.edition(artifact.edition), printed))


def _told(artifact: Artifact, findings: Iterable[Finding]) -> Iterator[Finding]:
    return at_most(replace(finding, format=artifact.format) for finding in findings)


def _book(artifact: Artifact) -> Book | None:
    """The book, if there is nothing wrong with its files themselves, which the first check tells of."""
    try:
        found = files_of(artifact.path)
    except ValueError:
        return None
    return None if any(True for look in OF_FILES for _ in look(found)) else read_book(found)
