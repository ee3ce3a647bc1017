"""A tagged PDF of an edition: does it tell its reader all that the text says, and does it meet PDF/UA-1?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from everyway.checking.account import HEADINGS
from everyway.checking.expected import expected
from everyway.checking.failure import Failure
from everyway.checking.fidelity import Difference, Fault, differences
from everyway.checking.gate import NotChecked
from everyway.checking.limit import at_most
from everyway.checking.pdf_account import pdf_account
from everyway.checking.pdf_navigation import Ruled, bookmarks, contents, links, pages_beside_links
from everyway.checking.pdf_objects import PdfObjects
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Publication, Section, Table
from everyway.model.walk import sections_of, tables_of
from everyway.tagging.tree import Element, TaggedPdf
from everyway.wording import words_for

NAME = "the PDF"
BODY, NOTES = "body", "notes"

RULES: dict[Fault, str] = {
    Fault.LOST: "PDF001", Fault.ADDED: "PDF002", Fault.MOVED: "PDF003", Fault.PICTURE: "PDF005",
    Fault.CALL: "PDF007", Fault.HEADING: "PDF008", Fault.LIST: "PDF009", Fault.TABLE: "PDF010",
    Fault.LINK: "PDF011", Fault.STRUCTURE: "PDF012", Fault.LANGUAGE: "PDF013", Fault.EXPANSION: "PDF014",
    Fault.TARGET: "PDF015", Fault.COUNT: "PDF016",
}  # fmt: skip

VOLUME = re.compile(r"-volume-\d+-of-\d+(?=\.pdf$)")
"""What the name of one volume's file has more than the name of the whole."""

FILE_NAME = re.compile(r"^\S+\.(svg|png|jpe?g|gif|webp|pdf|eps|tiff?)$", re.IGNORECASE)


def meets_standard(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every failure of PDF/UA-1 that page-validation finds."""
    from everyway.checking.page_validation import validate

    yield from broken_standard(artifact, validate(artifact.path))


def broken_standard(artifact: Artifact, failures: Iterable[Failure]) -> Iterator[Finding]:
    """What a validator found (PDF021), with the words of the element that it is about."""
    objects = PdfObjects(artifact.path)
    for failure in failures:
        words, page = objects.words_at(failure.where)
        about = f" It is at “{' '.join(words.split()[:8])}”." if words else ""
        message = f"The PDF breaks rule {failure.rule} of PDF/UA-1: {failure.message.rstrip('.')}.{about}"
        place = f"page {page}, {failure.where}" if page else failure.where
        yield Finding("PDF021", message, format=artifact.format, place=place)


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterable[Finding] | NotChecked:
    """Every difference between the PDF, read back as a screen reader would, and the model."""
    import pikepdf

    from everyway.tagging.read import read

    tags = str(artifact.facts.get("tags", "own"))
    if tags != "own":
        message = f"The structure of the PDF is the print engine's own, which tells less ({tags})."
        finding = Finding("PDF022", message, format=artifact.format)
        return NotChecked("its structure is the print engine's own", (finding,))
    try:
        pdf = read(artifact.path)
    except pikepdf.PdfError as error:
        return [Finding("PDF017", f"The PDF cannot be read at all: {error}", format=artifact.format)]
    edition = publication.edition(artifact.edition)
    return at_most(_findings(publication, edition, pdf, artifact))


def _findings(publication: Publication, edition: Edition, pdf: TaggedPdf, artifact: Artifact) -> Iterator[Finding]:
    body = next(pdf.document.find(title=BODY), None) if pdf.document else None
    if pdf.document is None or body is None:
        yield Finding("PDF017", "The PDF has no structure element that holds the text.", format=artifact.format)
        return
    listed = _told_as_lists(edition, artifact)
    book = expected(edition, listed)
    asked = expected(replace(edition, sections=volume_of(edition, artifact)), listed)
    resolve = _resolve(publication, edition, artifact.path.name)
    notes = frozenset(f"#{note.id}" for section in sections_of(edition) for note in section.notes)
    got = pdf_account(_text_of(pdf.document, body), pdf.language, resolve, notes)
    whole = pdf_account(pdf.document, pdf.language, resolve, notes)
    found = (
        *(_with_artifacts(each, pdf) for each in differences(asked, got, NAME)),
        *_untagged(pdf, pdf.document),
        *bookmarks(pdf, asked, whole),
        *contents(pdf, book, asked, got),
        *links(pdf, asked, got),
        *pages_beside_links(pdf, words_for(edition.language)),
        *_file_names(pdf.document),
        *_head(pdf, edition),
    )
    for each in found:
        rule, difference = each if isinstance(each, tuple) else (RULES[each.fault], each)
        place = f"page {difference.page}" if difference.page else ""
        yield Finding(rule, difference.message, difference.where, format=artifact.format, place=place)


def volume_of(edition: Edition, artifact: Artifact) -> tuple[Section, ...]:
    """The sections that stand in this artifact: all, or those of its volume."""
    begins, ends = artifact.facts.get("begins"), artifact.facts.get("ends")
    order = [section.id for section in sections_of(edition)]
    first = order.index(str(begins)) if begins else 0
    last = order.index(str(ends)) if ends else len(order)
    return _among(edition.sections, frozenset(order[first:last]))


def _among(sections: tuple[Section, ...], ids: frozenset[str]) -> tuple[Section, ...]:
    """The sections with these ids; one whose parent stands in an earlier volume stands by itself."""
    found: list[Section] = []
    for section in sections:
        inner = _among(section.sections, ids)
        found += [replace(section, sections=inner)] if section.id in ids else inner
    return tuple(found)


def _told_as_lists(edition: Edition, artifact: Artifact) -> frozenset[Table]:
    """The tables that do not fit in this artifact and are lists of rows, by their numbers in reading order."""
    numbers = str(artifact.facts.get("tables_as_lists", "")).split()
    return frozenset(table for number, table in enumerate(tables_of(edition), 1) if str(number) in numbers)


def _text_of(document: Element, body: Element) -> Element:
    """The body, and after it the notes where they are gathered at the end, without the heading they have there."""
    gathered = next(document.find(title=NOTES), None)
    return replace(body, kids=(*body.kids, *gathered.find("Note"))) if gathered else body


def _resolve(publication: Publication, edition: Edition, file: str) -> Callable[[str], str]:
    """How this PDF names places: in itself by `#name`, in another edition by that edition's file."""
    start = f"{publication.name}-{edition.name}-"
    whole = VOLUME.sub("", file)
    files = {whole.replace(start, f"{publication.name}-{other.name}-", 1): other.name for other in publication.editions}
    files[""] = edition.name

    def resolve(target: str) -> str:
        address, _, place = target.partition("#")
        address = VOLUME.sub("", address)
        if address not in files:
            return target
        return f"{files[address]}#{'' if place == 'top' else place}"

    return resolve


def _with_artifacts(difference: Difference, pdf: TaggedPdf) -> Difference | Ruled:
    """A loss whose words are drawn, but told to nobody, is a fault of its own."""
    lost = " ".join(difference.lost)
    if difference.fault is Fault.LOST and lost:
        for outside in pdf.outside:
            if lost in " ".join(outside.text.split()):
                kind = "marked as decoration" if outside.kind != "untagged" else "not marked at all"
                message = f"{difference.message} It is drawn on page {outside.page}, but {kind}."
                return "PDF004", replace(difference, message=message, page=outside.page)
    return difference


def _untagged(pdf: TaggedPdf, document: Element) -> Iterator[Ruled]:
    """Words that are drawn but told to nobody. Furniture may repeat what is told: page numbers, heads, the title."""
    said = {word for role in ("TH", *HEADINGS) for element in document.find(role) for word in element.words()}
    furniture = said | set(pdf.labels) | set(pdf.title.split())
    for outside in pdf.outside:
        words = {word for word in outside.text.split() if any(letter.isalnum() for letter in word)}
        paginal = outside.kind.startswith("Artifact Pagination")
        if words and not (paginal and words <= furniture):
            message = f"“{outside.text.strip()}” is drawn, but told to nobody: it is {outside.kind.lower()}."
            yield "PDF004", Difference(Fault.LOST, message, None, outside.page)


def _file_names(document: Element) -> Iterator[Ruled]:
    for figure in document.find("Figure"):
        if figure.alt and FILE_NAME.match(figure.alt.strip()):
            message = f"A picture has the file name “{figure.alt}” as its alternative text."
            yield "PDF006", Difference(Fault.PICTURE, message, None, figure.page or 0)


def _head(pdf: TaggedPdf, edition: Edition) -> Iterator[Ruled]:
    if pdf.title != edition.title:
        message = f"The PDF's title is “{pdf.title}”; the edition's is “{edition.title}”."
        yield "PDF020", Difference(Fault.STRUCTURE, message, edition.source)
    if not pdf.shows_title:
        message = "The PDF asks readers to show its file name instead of its title."
        yield "PDF020", Difference(Fault.STRUCTURE, message, edition.source)
    if pdf.language.casefold() != edition.language.casefold():
        message = f"The PDF's language is “{pdf.language}”; the edition's is “{edition.language}”."
        yield "PDF020", Difference(Fault.LANGUAGE, message, edition.source)
