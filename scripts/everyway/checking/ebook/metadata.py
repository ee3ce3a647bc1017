"""What a book says of itself: is it true, as far as the book and the text show?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from everyway.checking.ebook.reading import Book, Page, kinds
from everyway.model import Edition, Figure, Publication
from everyway.model.walk import blocks_of, sections_of

CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"

ALWAYS = ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability")


def identity(book: Book, publication: Publication, edition: Edition) -> Iterator[str]:
    """Title, language, publisher and dates that are not those of the publication."""
    date = publication.date.isoformat()
    wanted = {
        "dc:title": edition.title,
        "dc:language": edition.language,
        "dc:publisher": publication.publisher,
        "dc:date": date,
        "dcterms:modified": f"{date}T00:00:00Z",
        "dc:rights": publication.rights,
    }
    for name, value in wanted.items():
        given = book.values(name)
        if given != (" ".join(value.split()),):
            yield f"“{name}” says {', '.join(given) or 'nothing'}; it should say {value}."
    identifier = book.package.get("unique-identifier")
    if not any(meta.property == "dc:identifier" and meta.id == identifier and meta.value for meta in book.metadata):
        yield "The book has no identifier of its own."


def facts(book: Book, edition: Edition) -> Iterator[str]:
    """Features, ways of access and hazards that are claimed and not there, or there and not told."""
    features = set(book.values("schema:accessibilityFeature"))
    for name, there in _features(book, edition).items():
        if there and name not in features:
            yield f"The book has “{name}”, but does not say so."
        elif not there and name in features:
            yield f"The book claims “{name}”, which it does not have."
    modes = set(book.values("schema:accessMode"))
    pictures, voice = _pictures(book), _all_spoken(book, edition)
    for mode, there in (("textual", True), ("visual", pictures), ("auditory", _has_sound(book))):
        if there != (mode in modes):
            yield f"The way of access “{mode}” is {'there, but not told' if there else 'told, but not there'}."
    enough = {frozenset(value.split(",")) for value in book.values("schema:accessModeSufficient")}
    if frozenset({"textual"}) not in enough:
        yield "The book does not say that its text alone is enough."
    for combination in enough:
        if not combination <= modes or ("auditory" in combination and not voice):
            yield f"“{', '.join(sorted(combination))}” is said to be enough, but it is not all there."
    for name in ("schema:accessibilityHazard", "schema:accessibilitySummary"):
        if not all(book.values(name)) or not book.values(name):
            yield f"The book does not tell its “{name}”."


def claim(book: Book, publication: Publication) -> Iterator[str]:
    """A claim to conform that no person made, or that is not told as it was made."""
    settings = publication.settings.get("accessibility")
    person = str(settings.get("certified_by", "")) if isinstance(settings, Mapping) else ""
    claims, names = book.values("dcterms:conformsTo"), book.values("a11y:certifiedBy")
    if (claims or names) and not person:
        yield "The book claims to conform, but publication.yml names nobody who says so."
    elif person and (claims != (CONFORMS,) or names != (person,)):
        yield f"{person} certified the book, but it does not say so as the standard asks."


def _features(book: Book, edition: Edition) -> dict[str, bool]:
    pages = book.nav("page-list") is not None
    marks = any("pagebreak" in kinds(element) for page in book.pages for element in page.body.iter())
    described = any(
        isinstance(block, Figure) and bool(block.picture.description)
        for section in sections_of(edition)
        for blocks in (section.blocks, *(note.blocks for note in section.notes))
        for block in blocks_of(blocks)
    )
    return {
        **dict.fromkeys(ALWAYS, True),
        "alternativeText": _pictures(book),
        "longDescription": described,
        "synchronizedAudioText": _all_spoken(book, edition),
        "pageNavigation": pages,
        "pageBreakMarkers": marks,
        "ttsMarkup": any(item.media_type == "application/pls+xml" for item in book.items.values()),
    }


def _pictures(book: Book) -> bool:
    """Whether some picture says something."""
    return any(picture.get("alt") for page in book.pages for picture in page.body.iter("img"))


def _has_sound(book: Book) -> bool:
    return any(item.media_type.startswith("audio/") for item in book.items.values())


def _all_spoken(book: Book, edition: Edition) -> bool:
    found: list[Page | None] = [book.part(section.id) for section in edition.sections]
    return bool(found) and all(page and page.item.overlay in book.items for page in found)
