"""A book (EPUB 3.3): what every build looks at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from everyway.checking.ebook import container, metadata, navigation, pages, structure, voice
from everyway.checking.ebook.reading import Book, BrokenBookError, read_book
from everyway.checking.ebook.telling import told, without_links_elsewhere
from everyway.checking.expected import expected
from everyway.checking.fidelity import Fault, differences
from everyway.checking.gate import NotChecked
from everyway.checking.limit import at_most
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Publication

NAME = "the book"

RULES: dict[Fault, str] = {
    Fault.LOST: "EPUB001", Fault.ADDED: "EPUB002", Fault.MOVED: "EPUB003", Fault.PICTURE: "EPUB004",
    Fault.CALL: "EPUB005", Fault.HEADING: "EPUB006", Fault.LIST: "EPUB007", Fault.TABLE: "EPUB008",
    Fault.LINK: "EPUB009", Fault.STRUCTURE: "EPUB010", Fault.LANGUAGE: "EPUB011", Fault.EXPANSION: "EPUB012",
    Fault.TARGET: "EPUB013", Fault.COUNT: "EPUB014",
}  # fmt: skip

_BROKEN = "it cannot be read"


def is_sound(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Whatever would keep a reading system from opening the book, or a reader from finding the way in it."""
    return _told(artifact, _sound(publication.edition(artifact.edition), artifact))


def _sound(edition: Edition, artifact: Artifact) -> Iterator[Finding]:
    try:
        book = read_book(artifact.path)
        ruled = [wrong for look in (container.shape, container.manifest, container.links) for wrong in look(book)]
        asked = expected(edition)
        found = [
            *structure.parts(book, edition),
            *structure.pages(book),
            *structure.notes(book),
            *navigation.contents(book, edition, asked),
            *navigation.landmarks(book, edition),
        ]
    except BrokenBookError as error:
        yield Finding("EPUB015", f"The book cannot be read: {error}.")
        return
    yield from (Finding(rule, message, place=place) for rule, message, place in ruled)
    yield from found


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Every difference between the pages of the parts, read as a reading system would, and the model."""
    book = _book(artifact)
    if book is None:
        return NotChecked(_BROKEN)
    edition = publication.edition(artifact.edition)
    parts = [page for section in edition.sections if (page := book.part(section.id))]
    asked = without_links_elsewhere(expected(edition), publication, edition)
    found = differences(asked, told(book, parts, publication, edition), NAME)
    return _told(
        artifact,
        (
            Finding(RULES[each.fault], each.message, each.where, place=parts[each.page - 1].name if each.page else "")
            for each in found
        ),
    )


def reads_itself_aloud(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Sentences that are not shown when they are said, and times that are none."""
    book = _book(artifact)
    if book is None:
        return NotChecked(_BROKEN)
    try:
        spoken = voice.overlays(book)
    except BrokenBookError as error:
        return _told(artifact, [Finding("EPUB024", f"What is said when cannot be read: {error}.")])
    found = [
        *voice.sentences(book, spoken, publication.edition(artifact.edition)),
        *(wrong for look in (voice.times, voice.groups, voice.durations) for wrong in look(book, spoken)),
    ]
    return _told(artifact, found)


def says_what_it_is(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Whatever the book says of itself that is not so."""
    book = _book(artifact)
    if book is None:
        return NotChecked(_BROKEN)
    edition = publication.edition(artifact.edition)
    return _told(
        artifact,
        (
            *(Finding("EPUB032", message) for message in metadata.identity(book, publication, edition)),
            *(Finding("EPUB033", message) for message in metadata.facts(book, edition)),
            *(Finding("EPUB034", message, publication.source) for message in metadata.claim(book, publication)),
        ),
    )


def has_the_pages_of_print(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Every page mark that is not where the PDF beside it has that page."""
    from everyway.checking.paper.pdfium import read_texts

    book = _book(artifact)
    if book is None:
        return NotChecked(_BROKEN)
    found = list(pages.page_list(book))
    if found:
        return _told(artifact, found)
    pdf = artifact.path.with_name(f"{publication.name}-{artifact.edition}-pdf.pdf")
    if not pdf.is_file():
        return NotChecked(f"{pdf.name}, whose pages it has, is not beside it")
    try:
        printed = read_texts(pdf)
    except ValueError:
        return NotChecked(f"{pdf.name}, whose pages it has, cannot be read")
    return _told(artifact, pages.as_in_print(book, publication.edition(artifact.edition), printed))


def _book(artifact: Artifact) -> Book | None:
    """The book, if it can be read at all, which the first check tells of."""
    try:
        book = read_book(artifact.path)
        return book if book.navigation and book.items else None
    except BrokenBookError:
        return None


def _told(artifact: Artifact, findings: Iterable[Finding]) -> Iterator[Finding]:
    return at_most(replace(finding, format=artifact.format) for finding in findings)
