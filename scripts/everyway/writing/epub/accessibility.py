"""What the book says of its own accessibility: only what is known of it (EPUB Accessibility 1.1, schema.org).

That it conforms is said when a person says so, by name: no program can judge all that WCAG asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from everyway.wording import Wording

CONFORMS = "EPUB Accessibility 1.1 - WCAG 2.2 Level AA"

_MOVES = re.compile(rb"<(?:\w+:)?(?:animate|set\b)|@keyframes|acTL")


@dataclass(frozen=True, slots=True)
class Certificate:
    """Whoever says that the publication conforms, what entitles them to say so, and the address of their report."""

    by: str
    credential: str = ""
    report: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a book when it has been made.

    `pictures`: some of its pictures say something; `moving`: one may move. `spoken`: all of it can be heard, pictures
    too; `pages` names what its page marks come from; `certificate` is there only when a person gave it.
    """

    pictures: bool = False
    described: bool = False
    moving: bool = False
    spoken: bool = False
    pages: str = ""
    lexicon: bool = False
    certificate: Certificate | None = None


@dataclass(frozen=True, slots=True)
class Property:
    """One property of the package document; `refines` is the id of the one that it belongs to."""

    property: str
    value: str
    id: str = ""
    refines: str = ""


@dataclass(frozen=True, slots=True)
class Accessibility:
    """The properties and links that tell of a book's accessibility."""

    properties: tuple[Property, ...]
    links: tuple[Property, ...] = ()


def accessibility(facts: Facts, wording: Wording) -> Accessibility:
    """What a book says of itself."""
    links = []
    if facts.certificate and facts.certificate.report:
        links.append(Property("a11y:certifierReport", facts.certificate.report, refines="certifier"))
    return Accessibility(tuple(_properties(facts, wording)), tuple(links))


def may_move(pictures: Iterable[bytes]) -> bool:
    """Whether one of the pictures' files has something in it that moves."""
    return any(_MOVES.search(content) for content in pictures)


def certificate(settings: Mapping[str, object]) -> Certificate | None:
    """The certificate that a publication's settings give under `accessibility`; None where they name nobody."""
    given = settings.get("accessibility")
    if not isinstance(given, Mapping) or not given.get("certified_by"):
        return None
    return Certificate(str(given["certified_by"]), str(given.get("credential", "")), str(given.get("report", "")))


def _properties(facts: Facts, wording: Wording) -> Iterator[Property]:
    for mode in _modes(facts):
        yield Property("schema:accessMode", mode)
    yield Property("schema:accessModeSufficient", "textual")
    if facts.pictures:
        yield Property("schema:accessModeSufficient", "textual,visual")
    if facts.spoken:
        yield Property("schema:accessModeSufficient", "auditory")
    for feature in _features(facts):
        yield Property("schema:accessibilityFeature", feature)
    yield Property("schema:accessibilityHazard", "unknown" if facts.moving else "none")
    yield Property("schema:accessibilitySummary", " ".join(_summary(facts, wording)))
    if facts.pages:
        yield Property("pageBreakSource", facts.pages)
    if facts.certificate:
        yield Property("dcterms:conformsTo", CONFORMS, id="conformance")
        yield Property("a11y:certifiedBy", facts.certificate.by, id="certifier", refines="conformance")
        if facts.certificate.credential:
            yield Property("a11y:certifierCredential", facts.certificate.credential, refines="certifier")


def _modes(facts: Facts) -> Iterator[str]:
    yield "textual"
    if facts.pictures:
        yield "visual"
    if facts.spoken:
        yield "auditory"


def _features(facts: Facts) -> Iterator[str]:
    yield from ("tableOfContents", "structuralNavigation", "readingOrder", "displayTransformability")
    if facts.pictures:
        yield "alternativeText"
    if facts.described:
        yield "longDescription"
    if facts.spoken:
        yield "synchronizedAudioText"
    if facts.pages:
        yield from ("pageNavigation", "pageBreakMarkers")
    if facts.lexicon:
        yield "ttsMarkup"


def _summary(facts: Facts, wording: Wording) -> Iterator[str]:
    yield wording("ebook-access-structure")
    if facts.pictures:
        yield wording("ebook-access-pictures")
    if facts.described:
        yield wording("ebook-access-descriptions")
    if facts.spoken:
        yield wording("ebook-access-spoken")
    if facts.pages:
        yield wording("ebook-access-pages")
    if facts.certificate:
        yield wording("ebook-access-certified", name=facts.certificate.by)
    else:
        yield wording("ebook-access-not-certified")
