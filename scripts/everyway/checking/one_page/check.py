"""The checks of HTML in one file in every build."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from everyway.checking.account import Account, AccountBuilder, Context
from everyway.checking.expected import expected
from everyway.checking.fidelity import Fault, differences
from everyway.checking.html_account import HtmlTelling, parse, text_of
from everyway.checking.limit import at_most
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Publication, Section
from everyway.model.walk import plain_text, sections_of

NAME = "the page"

RULES: dict[Fault, str] = {
    Fault.LOST: "HTML001", Fault.ADDED: "HTML002", Fault.MOVED: "HTML003", Fault.PICTURE: "HTML004",
    Fault.CALL: "HTML005", Fault.HEADING: "HTML006", Fault.LIST: "HTML007", Fault.TABLE: "HTML008",
    Fault.LINK: "HTML009", Fault.STRUCTURE: "HTML010", Fault.LANGUAGE: "HTML011", Fault.EXPANSION: "HTML012",
    Fault.TARGET: "HTML013", Fault.COUNT: "HTML014",
}  # fmt: skip

_LOADING = {"src", "srcset", "poster", "data", "background"}
_RUNNING = {"script", "iframe", "object", "embed", "form", "base"}
_SAFE = ("https:", "http:", "mailto:", "tel:", "#")


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every difference between the page, read as a browser would, and the model."""
    edition = publication.edition(artifact.edition)
    lower = replace(edition, sections=tuple(_lower(section) for section in edition.sections))
    got = _told(_read(artifact.path), _resolve(publication, edition, artifact.path.name))
    found = differences(expected(lower), got, NAME)
    yield from at_most(Finding(RULES[each.fault], each.message, each.where, format=artifact.format) for each in found)


def is_sound(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Whatever would keep the page from working by itself, or a reader from finding the way in it."""
    edition = publication.edition(artifact.edition)
    tree = _read(artifact.path)
    for look in (_whole, _links, _ids, _outline, _contents):
        for rule, message in look(tree, publication, edition):
            where = edition.source if rule == "HTML018" else None
            yield Finding(rule, message, where, format=artifact.format)


def _lower(section: Section) -> Section:
    """A section one level lower: the title of the page is the first heading."""
    return replace(section, level=section.level + 1, sections=tuple(_lower(inner) for inner in section.sections))


def _read(path: Path) -> Element:
    return _parsed(path.read_text("utf-8"))


@lru_cache(maxsize=1)
def _parsed(markup: str) -> Element:
    """The tree of a page; that of the last one is kept, as each check looks at it anew."""
    return parse(markup)


def _told(tree: Element, resolve: Callable[[str], str]) -> Account:
    builder = AccountBuilder(context=Context(language=tree.get("lang", "")))
    for main in tree.iter("main"):
        HtmlTelling(builder, resolve).element(main)
    return builder.account()


def _resolve(publication: Publication, edition: Edition, file: str) -> Callable[[str], str]:
    start = f"{publication.name}-{edition.name}-"
    files = {file.replace(start, f"{publication.name}-{other.name}-", 1): other.name for other in publication.editions}
    files[""] = edition.name

    def resolve(address: str) -> str:
        name, _, place = address.partition("#")
        return f"{files[name]}#{unquote(place) if place != 'top' else ''}" if name in files else address

    return resolve


Faults = Iterator[tuple[str, str]]


def _shown(element: Element) -> str:
    return f", for the picture “{element.get('alt')}”" if element.get("alt") else ""


def _elements(tree: Element) -> Iterator[Element]:
    return (element for element in tree.iter() if isinstance(element.tag, str))


def _whole(tree: Element, publication: Publication, edition: Edition) -> Faults:
    """Nothing is loaded and nothing runs."""
    for element in _elements(tree):
        if element.tag in _RUNNING or any(name.startswith("on") for name in element.attrib):
            yield "HTML015", f"The page has an element {element.tag} that runs or loads something."
        for name in _LOADING & set(element.attrib):
            if not element.get(name, "").startswith("data:"):
                yield "HTML015", f"The page loads {element.get(name)}{_shown(element)}."
        if element.tag == "link" and element.get("href"):
            yield "HTML015", f"The page loads {element.get('href')}."
        if element.tag == "style" and re.search(r"url\(|@import", "".join(element.itertext())):
            yield "HTML015", "The style sheet loads something."


def _links(tree: Element, publication: Publication, edition: Edition) -> Faults:
    ids = {element.get("id") for element in _elements(tree)}
    files = tuple(f"{publication.name}-{other.name}-" for other in publication.editions)
    for link in tree.iter("a"):
        address = link.get("href", "")
        if not address.startswith((*_SAFE, *files)):
            yield "HTML016", f"The link “{text_of(link)}” has the address {address}."
        elif address.startswith("#") and unquote(address[1:]) not in ids:
            yield "HTML016", f"The link “{text_of(link)}” leads to {address}, which is not there."
        named = text_of(link) or link.get("aria-label") or any(image.get("alt") for image in link.iter("img"))
        if not named:
            yield "HTML016", f"A link to {address} has no words."


def _ids(tree: Element, publication: Publication, edition: Edition) -> Faults:
    counted = Counter(element.get("id") for element in _elements(tree) if element.get("id") is not None)
    yield from (("HTML017", f"The id “{name}” stands {times} times.") for name, times in counted.items() if times > 1)


def _outline(tree: Element, publication: Publication, edition: Edition) -> Faults:
    """Title, language, one first heading, one main part, and headings that go down one level at a time."""
    if tree.get("lang", "").casefold() != edition.language.casefold():
        yield "HTML018", f"The page's language is “{tree.get('lang', '')}”; the edition's is “{edition.language}”."
    titles = [text_of(element) for element in tree.iter("title")]
    if titles[:1] != [" ".join(edition.title.split())]:
        yield "HTML018", f"The page's title is {titles}; the edition's is “{edition.title}”."
    for tag in ("h1", "main"):
        if (count := sum(1 for _ in tree.iter(tag))) != 1:
            yield "HTML019", f"The page has {count} elements {tag}; it should have one."
    before = 0
    for element in _elements(tree):
        if re.fullmatch("h[1-6]", element.tag):
            level = int(element.tag[1])
            if level > before + 1:
                yield "HTML019", f"The heading “{text_of(element)}” is of level {level}, after one of level {before}."
            before = level
    for image in tree.iter("img"):
        if image.get("alt") is None:
            yield "HTML004", "A picture has no alternative text at all."


def _contents(tree: Element, publication: Publication, edition: Edition) -> Faults:
    depth = 1 if edition.easy_read else 2
    headings = {f"#{one.id}": plain_text(one.heading.inlines) for one in sections_of(edition) if one.level <= depth}
    asked = list(headings)
    rows = [unquote(link.get("href", "")) for nav in tree.iter("nav") for link in nav.iter("a")]
    if rows != asked:
        missing = [f"“{headings[row]}”" for row in asked if row not in rows]
        yield "HTML020", f"The contents do not lead to {', '.join(missing) or 'the sections in their order'}."
