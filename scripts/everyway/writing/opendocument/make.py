"""OpenDocument texts: the parts of `themes/opendocument/` filled in and packed (ODF 1.3, part 2)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from markupsafe import Markup

from everyway.model import Artifact, Edition, Place, Publication, Section
from everyway.model.walk import plain_text
from everyway.wording import words_for
from everyway.writing.closing import closing
from everyway.writing.html import RIGHT_TO_LEFT
from everyway.writing.opendocument.text import OpenText
from everyway.writing.opendocument.used import Used
from everyway.writing.print.press import deliver
from everyway.writing.print.template import fill
from everyway.writing.print.words import date_in_words
from everyway.writing.word.bookmarks import Bookmarks
from everyway.writing.word.make import EASY_READ_SIZE, SIZE, chosen_size
from everyway.writing.word.package import zipped
from everyway.writing.word.pictures import Pictures
from everyway.writing.word.reference import Look

NAME, THEME = "odt", "opendocument"
MEDIA_TYPE = "application/vnd.oasis.opendocument.text"


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """One line of the contents."""

    level: int
    mark: str
    words: Markup


def make_odt(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """The OpenDocument text of an edition, in the folder. Options: `size` in points. Facts: `size`.

    UsageError for a size that cannot be; WritingError when there is no room.
    """
    size = chosen_size(options.get("size", EASY_READ_SIZE if edition.easy_read else SIZE))
    content = odt(publication, edition, Look(size))
    target = folder / file_name(publication, edition.name)
    deliver(content, target)
    return [Artifact(NAME, edition.name, target, MEDIA_TYPE, len(content), {"size": size})]


def file_name(publication: Publication, edition: str) -> str:
    """The name of an edition's text."""
    return f"{publication.name}-{edition}-{NAME}.odt"


def odt(publication: Publication, edition: Edition, look: Look) -> bytes:
    """The whole file."""
    after = closing(publication, edition, NAME, expansions=True)
    bookmarks = Bookmarks(replace(edition, sections=(*edition.sections, *after)))
    others = {other.name: Bookmarks(other) for other in publication.editions}

    def href(place: Place) -> str:
        inside = f"#{others[place.edition][place.section]}" if place.section else ""
        return f"../{file_name(publication, place.edition)}{inside}"

    used = Used()
    writer = OpenText(edition, Pictures(edition, look.scale), bookmarks, href, used)
    text, end = writer.sections(edition.sections), writer.sections(after)
    words = words_for(edition.language)
    before, _, behind = words("page", number="\0").partition("\0")
    values = {
        **look.values,
        "pt": lambda ems: f"{ems * look.size:.2f}pt",
        "colour": {name: f"#{value}" for name, value in look.colours.items()},
        "edition": edition,
        "title": edition.title,
        "summary": edition.summary or publication.summary,
        "publisher": publication.publisher,
        "tag": edition.language,
        "language": _parted(edition.language),
        "rtl": _parted(edition.language)[2],
        "easy": edition.easy_read,
        "page": (before, behind),
        "words": words,
        "depth": 1 if edition.easy_read else 2,
        "contents": [row for section in edition.sections for row in _rows(section, bookmarks, edition)],
        "top": Bookmarks.top,
        "languages": used.languages,
        "styles": used.styles,
        "decorated": used.decorated,
        "parted": _parted,
        "text": text,
        "after": end,
    }
    dates = {"content": date_in_words(publication.date, edition.language), "meta": publication.date.isoformat()}
    parts = {
        f"{name}.xml": fill(THEME, f"{name}.xml", **values, date=dates.get(name, "")).encode()
        for name in ("content", "styles", "meta")
    }
    held = {**parts, **dict(sorted(used.pictures.items()))}
    mimetype = {"mimetype": MEDIA_TYPE.encode()}
    return zipped({**mimetype, "META-INF/manifest.xml": _manifest(held), **held}, stored=frozenset(mimetype))


def _manifest(parts: Mapping[str, bytes]) -> bytes:
    kinds = {"xml": "text/xml", "png": "image/png", "jpg": "image/jpeg"}
    rows = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kinds[name.rpartition(".")[2]]}"/>'
        for name in parts
    )
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{space}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MEDIA_TYPE}"/>'
        f"{rows}</manifest:manifest>"
    ).encode()


def _parted(language: str) -> tuple[str, str, bool]:
    """A language's tag as OpenDocument asks for it: language, country ("none"), and whether it runs from the right."""
    main, _, country = language.partition("-")
    return main.lower(), country.upper() or "none", main.lower() in RIGHT_TO_LEFT


def _rows(section: Section, bookmarks: Bookmarks, edition: Edition) -> Iterator[ContentsRow]:
    label = section.opening.label if section.opening else ""
    words = " ".join(f"{label} {plain_text(section.heading.inlines)}".split())
    yield ContentsRow(section.level, bookmarks[section.id], Markup.escape(words))
    for inner in section.sections:
        if inner.level <= (1 if edition.easy_read else 2):
            yield from _rows(inner, bookmarks, edition)
