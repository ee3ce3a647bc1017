"""Every page of the built site: sound in itself, its links lead somewhere, and nothing comes from outside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit
from xml.etree.ElementTree import Element

from everyway.checking.html_account import hidden, text_of
from everyway.checking.limit import at_most
from everyway.checking.nearest import nearest_ids, place_of
from everyway.checking.site_pages import Page, Site, read_site
from everyway.findings import Finding
from everyway.model import Artifact, Publication

LEADS = {"a": ("href",), "area": ("href",), "form": ("action",), "button": ("formaction",), "input": ("formaction",)}
"""Attributes that lead a reader somewhere: they may lead outside."""

LOADS = {
    "img": ("src", "srcset"), "source": ("src", "srcset"), "script": ("src",), "audio": ("src",), "track": ("src",),
    "video": ("src", "poster"), "iframe": ("src",), "embed": ("src",), "object": ("data",), "link": ("href",),
    "input": ("src",), "use": ("href",), "image": ("href",),
}  # fmt: skip
"""Attributes that a browser loads by itself: they may not."""

REFERS = frozenset(
    {"aria-labelledby", "aria-describedby", "aria-controls", "aria-owns", "aria-details", "for", "headers", "list"}
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
NOT_LOADED = frozenset({"canonical", "alternate", "prev", "next", "license", "author", "help"})
_HOST = re.compile(r"(?:[\w-]+\.)+\w[\w-]+|\d+(?:\.\d+){3}|localhost")
CSS_ADDRESS = re.compile(r"""(?:url\(\s*|@import\s+(?!url\())["']?([^"')\s]+)""")


def links_lead_somewhere(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Links that lead nowhere, addresses that are unsafe, and what would be loaded from outside."""
    site = read_site(artifact.path)
    for page in site.pages.values():
        yield from at_most(_of(artifact, page, [*_links(site, page), *_loads(site, page), *_refers(page)]))
    for sheet in sorted(artifact.path.rglob("*.css")):
        place = sheet.relative_to(artifact.path).as_posix()
        for address in CSS_ADDRESS.findall(sheet.read_text("utf-8")):
            if _outside(address):
                message = f"The style sheet asks for “{address}”, which is outside the site."
                yield Finding("SITE017", message, format=artifact.format, place=place)


def pages_are_sound(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Pages without a language, a title, exactly one first heading, or with an id that stands twice."""
    for page in read_site(artifact.path).pages.values():
        yield from _of(artifact, page, _sound(page))


Ruled = tuple[str, str, Element | None]
"""A rule, what is wrong, and with which element."""


def _of(artifact: Artifact, page: Page, found: list[Ruled]) -> Iterator[Finding]:
    near = nearest_ids(page.main) if found and page.main is not None else {}
    for rule, message, element in found:
        place = place_of(page.file, near.get(element, "") if element is not None else "")
        yield Finding(rule, message, format=artifact.format, place=place)


def _links(site: Site, page: Page) -> Iterator[Ruled]:
    for element in page.elements:
        for name in LEADS.get(element.tag, ()):
            address = element.get(name)
            if address is not None:
                yield from _leads(site, page, address.strip(), element)


def _leads(site: Site, page: Page, address: str, element: Element) -> Iterator[Ruled]:
    parts, name = urlsplit(address), _name(element)
    if parts.scheme:
        if parts.scheme.lower() not in SCHEMES:
            yield "SITE018", f"The link {name} has an address that is not safe: {address}", element
        elif wrong := _misshapen(parts):
            yield "SITE024", f"The link {name} leads to “{address}”, {wrong}.", element
        return
    if parts.netloc:
        return
    target = site.target(page, address)
    if target is None:
        yield "SITE016", f"The link {name} leads to “{address}”, which is not in the site.", element
    elif target.fragment and target.file in site.pages and target.fragment not in site.pages[target.file].ids:
        yield "SITE016", f"The link {name} leads to “{address}”, but there is no such place on that page.", element


def _misshapen(address: SplitResult) -> str:
    """Why an address outside the site can lead nowhere, by its form alone; empty when that is right."""
    if address.scheme == "mailto":
        return "" if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", unquote(address.path)) else "which is no e-mail address"
    if address.scheme == "tel":
        return "" if re.fullmatch(r"\+?[\d().-]{3,}", address.path) else "which is no phone number"
    host = address.hostname or ""
    if not host:
        return "which names no site"
    if not _HOST.fullmatch(host) and not host.startswith("["):
        return f"but no site can be called “{host}”"
    return "which has a space in it" if re.search(r"\s", address.geturl()) else ""


def _loads(site: Site, page: Page) -> Iterator[Ruled]:
    for element in page.elements:
        if element.tag == "link" and set((element.get("rel") or "").lower().split()) & NOT_LOADED:
            continue
        for name in LOADS.get(element.tag, ()):
            for address in _addresses(element.get(name), name):
                shown = f", for the picture “{element.get('alt')}”" if element.get("alt") else ""
                if _outside(address):
                    yield "SITE017", f"The page loads “{address}” from outside the site{shown}.", element
                elif not address.startswith("data:") and site.target(page, address) is None:
                    yield "SITE016", f"The page asks for “{address}”, which is not in the site{shown}.", element


def _addresses(value: str | None, name: str) -> list[str]:
    if value is None:
        return []
    if name == "srcset":
        return [one.split()[0] for one in value.split(",") if one.split()]
    return [value.strip()]


def _outside(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in ("http", "https", "ftp")


def _refers(page: Page) -> Iterator[Ruled]:
    for element in page.elements:
        for name in sorted(REFERS & element.attrib.keys()):
            for identifier in element.get(name, "").split():
                if identifier not in page.ids:
                    yield "SITE019", f"{name}=“{identifier}” of a <{element.tag}> names nothing on the page.", element


def _sound(page: Page) -> list[Ruled]:
    found: list[Ruled] = []
    if not page.tree.get("lang"):
        found.append(("SITE020", "The page does not say its language.", None))
    titles = [text_of(title) for title in page.tree.iter("title")]
    if not titles or not titles[0]:
        found.append(("SITE021", "The page has no title.", None))
    headings = [heading for heading in page.tree.iter("h1") if not hidden(heading)]
    if len(headings) != 1:
        found.append(("SITE022", f"The page has {len(headings)} first headings (h1).", None))
    mains = len(list(page.tree.iter("main")))
    if mains != 1:
        found.append(("SITE022", f"The page has {mains} main elements.", None))
    found += [
        ("SITE023", f"The id “{name}” stands {times} times.", None) for name, times in page.ids.items() if times > 1
    ]
    return found


def _name(element: Element) -> str:
    name = element.get("aria-label") or text_of(element)
    return f"“{name}”" if name else f"<{element.tag}>"
