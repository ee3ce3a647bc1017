"""PEF 1.0, the Portable Embosser Format (public draft of 12 September 2011): all volumes in one XML file."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from xml.sax.saxutils import escape

from everyway.braille.book import Book, BraillePage
from everyway.model import Edition, Publication

MEDIA_TYPE = "application/x-pef+xml"


def pef(book: Book, publication: Publication, edition: Edition) -> bytes:
    """The bytes of a book. Its sections begin on a new leaf, so that no blank page is needed before the text."""
    return "".join(_document(book, publication, edition)).encode()


def identifier(publication: Publication, edition: Edition, options: str) -> str:
    """A name that is the same for the same publication, date and options: urn:uuid:..."""
    name = f"{publication.name}/{edition.name}/{publication.date.isoformat()}/{options}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn


def _document(book: Book, publication: Publication, edition: Edition) -> Iterator[str]:
    options = book.options
    metadata = {
        "title": edition.title,
        "creator": publication.publisher,
        "language": edition.language,
        "date": publication.date.isoformat(),
        "format": MEDIA_TYPE,
        "identifier": identifier(publication, edition, repr(options)),
        "description": f"{book.registered}. {book.proof_reading}",
        "rights": publication.rights,
    }
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<pef version="2008-1" xmlns="http://www.daisy.org/ns/2008/pef">\n<head>\n'
    yield '<meta xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
    for name, text in metadata.items():
        yield f"<dc:{name}>{escape(text)}</dc:{name}>\n"
    yield "</meta>\n</head>\n<body>\n"
    duplex = "true" if options.sides == "double" else "false"
    for volume in book.volumes:
        yield f'<volume cols="{options.cells}" rows="{options.lines}" rowgap="0" duplex="{duplex}">\n'
        for section in (volume.front, volume.body):
            yield "<section>\n"
            for page in section:
                yield from _page(page)
            yield "</section>\n"
        yield "</volume>\n"
    yield "</body>\n</pef>\n"


def _page(page: BraillePage) -> Iterator[str]:
    yield "<page>\n"
    yield "".join(f"<row>{line.cells}</row>\n" if line.cells else "<row/>\n" for line in page.lines)
    yield "</page>\n"
