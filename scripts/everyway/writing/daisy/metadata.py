"""What a talking book says of itself (DAISY 2.02, appendix 2): players show it, libraries catalogue it."""

from __future__ import annotations

from collections.abc import Sequence

from everyway import __version__
from everyway.model import Edition, Publication
from everyway.wording import words_for
from everyway.writing.daisy.book import Book, clock

GENERATOR = f"everyway {__version__}"


def identifier(publication: Publication, edition: Edition) -> str:
    """What tells this book from every other."""
    return f"{publication.name}-{edition.name}-{publication.date.isoformat()}"


def metadata(
    publication: Publication, edition: Edition, book: Book, voice: str, files: int, kilobytes: int
) -> Sequence[tuple[str, str]]:
    """The metadata of the navigation control centre; `files` and `kilobytes` are how much there is in all."""
    kinds = [entry.kind for entry in book.entries]
    pages = [int(entry.words) for entry in book.entries if entry.kind == "page-normal"]
    date = publication.date.isoformat()
    return (
        ("dc:title", edition.title),
        ("dc:creator", publication.publisher),
        ("dc:publisher", publication.publisher),
        ("dc:date", date),
        ("dc:identifier", identifier(publication, edition)),
        ("dc:language", edition.language),
        ("dc:format", "Daisy 2.02"),
        *([("dc:description", edition.summary)] if edition.summary else []),
        *([("dc:rights", publication.rights)] if publication.rights else []),
        ("ncc:charset", "utf-8"),
        ("ncc:generator", GENERATOR),
        ("ncc:producer", publication.publisher),
        ("ncc:producedDate", date),
        ("ncc:sourceDate", date),
        ("ncc:sourcePublisher", publication.publisher),
        ("ncc:sourceTitle", edition.title),
        ("ncc:narrator", words_for(edition.language)("daisy-narrator", voice=voice)),
        ("ncc:multimediaType", "audioFullText"),
        ("ncc:setInfo", "1 of 1"),
        ("ncc:tocItems", str(len(kinds))),
        ("ncc:totalTime", clock(book.length)),
        ("ncc:depth", str(max(int(entry.tag[1:]) for entry in book.entries if entry.tag != "span"))),
        ("ncc:pageFront", "0"),
        ("ncc:pageNormal", str(len(pages))),
        ("ncc:pageSpecial", "0"),
        ("ncc:maxPageNormal", str(max(pages, default=0))),
        ("ncc:footnotes", str(kinds.count("noteref"))),
        ("ncc:prodNotes", str(kinds.count("optional-prodnote"))),
        ("ncc:sidebars", "0"),
        ("ncc:files", str(files)),
        ("ncc:kByteSize", str(kilobytes)),
    )
