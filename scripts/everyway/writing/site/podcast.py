"""The recording of an edition as a podcast: one feed an edition, one episode a chapter.

RSS 2.0 with Apple's podcast tags and the transcripts of the Podcasting 2.0 namespace. A feed is read far from the site,
by an app that knows only its text: every address in it must be whole (RSS 2.0, `enclosure`). So there is no feed where
nobody has said under which address the site will be (`site: url` in `publication.yml`).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from email.utils import format_datetime
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, SubElement, indent, register_namespace, tostring

from everyway.model import Edition, Publication
from everyway.model.walk import plain_text
from everyway.wording import words_for
from everyway.writing.site.listening import FOLDER, Listened, Listening

_ATOM = "http://www.w3.org/2005/Atom"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_HOUR = 9
"""Of the day of publication, at which the first chapter comes out; each further one a minute later keeps the order."""


def feed_uri(edition: str) -> str:
    """Where the feed of an edition stands in the site."""
    return f"{FOLDER}/{edition}/feed.xml"


def feeds_of(publication: Publication, listening: Iterable[Listening], site: str) -> dict[str, str]:
    """The feed of each edition that can be listened to, by its name; none without the site's address."""
    if not site:
        return {}
    return {each.edition: _feed(publication, each, site.rstrip("/") + "/") for each in listening}


def _feed(publication: Publication, listening: Listening, site: str) -> str:
    for prefix, namespace in (("atom", _ATOM), ("itunes", _ITUNES), ("podcast", _PODCAST)):
        register_namespace(prefix, namespace)
    edition = publication.edition(listening.edition)
    rss = Element("rss", version="2.0")
    channel = SubElement(rss, "channel")
    summary = edition.summary or publication.summary or edition.title
    voice = words_for(edition.language)("site-synthetic")
    rows = {
        "title": edition.title,
        "link": f"{site}{edition.name}/",
        "description": f"{summary} ({voice[:1].upper()}{voice[1:]}.)",
        "language": edition.language.lower(),
        "copyright": publication.rights,
        "pubDate": format_datetime(_moment(publication, 0)),
        f"{{{_ITUNES}}}author": publication.publisher,
        f"{{{_ITUNES}}}type": "serial",
        f"{{{_ITUNES}}}explicit": "false",
    }
    for tag, text in rows.items():
        SubElement(channel, tag).text = text
    SubElement(channel, f"{{{_ATOM}}}link", href=site + feed_uri(edition.name), rel="self", type="application/rss+xml")
    SubElement(channel, f"{{{_ITUNES}}}category", text="Government")
    for number, chapter in enumerate(listening.chapters):
        _episode(SubElement(channel, "item"), publication, edition, chapter, number, site)
    indent(rss)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(rss, encoding="unicode") + "\n"


def _episode(
    item: Element, publication: Publication, edition: Edition, chapter: Listened, number: int, site: str
) -> None:
    for tag, text in _rows(publication, edition, chapter, number):
        SubElement(item, tag).text = text
    # The same chapter of a later build is the same episode, whatever its address has become by then.
    SubElement(item, "guid", isPermaLink="false").text = f"{publication.name}/{edition.name}/{chapter.id}"
    SubElement(item, "enclosure", url=urljoin(site, chapter.sound), length=str(chapter.size), type="audio/mpeg")
    for address, kind in ((chapter.captions, "text/vtt"), (chapter.transcript, "text/plain")):
        SubElement(
            item, f"{{{_PODCAST}}}transcript", url=urljoin(site, address), type=kind, language=edition.language.lower()
        )


def _rows(publication: Publication, edition: Edition, chapter: Listened, number: int) -> Iterator[tuple[str, str]]:
    section = next((section for section in edition.sections if section.id == chapter.id), None)
    opening = section.opening if section else None
    yield "title", chapter.title
    if opening and opening.summary:
        yield "description", plain_text(opening.summary.inlines)
    yield "pubDate", format_datetime(_moment(publication, number))
    yield f"{{{_ITUNES}}}duration", str(round(chapter.seconds))
    yield f"{{{_ITUNES}}}episode", str(number + 1)


def _moment(publication: Publication, minutes: int) -> datetime.datetime:
    start = datetime.datetime.combine(publication.date, datetime.time(_HOUR), datetime.UTC)
    return start + datetime.timedelta(minutes=minutes)
