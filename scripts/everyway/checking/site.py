"""The built site: do the pages of an edition, one after the other, tell all that the text says?"""

from __future__ import annotations

from collections.abc import Iterator

from everyway.checking.account import Account, AccountBuilder, Context
from everyway.checking.expected import expected
from everyway.checking.fidelity import Difference, Fault, differences
from everyway.checking.html_account import HtmlTelling
from everyway.checking.limit import at_most
from everyway.checking.site_pages import Page, Site, read_site
from everyway.findings import Finding
from everyway.model import Artifact, Edition, Publication

NAME = "the site"

FURNITURE = frozenset({"switch", "other-edition", "take", "listen"})
"""Classes of what stands round the text of a part, besides `nav`: ways to the other edition and to downloads, and the
player."""

RULES: dict[Fault, str] = {
    Fault.LOST: "SITE001", Fault.ADDED: "SITE002", Fault.MOVED: "SITE003", Fault.PICTURE: "SITE004",
    Fault.CALL: "SITE005", Fault.HEADING: "SITE006", Fault.LIST: "SITE007", Fault.TABLE: "SITE008",
    Fault.LINK: "SITE009", Fault.STRUCTURE: "SITE010", Fault.LANGUAGE: "SITE011", Fault.EXPANSION: "SITE012",
    Fault.TARGET: "SITE013", Fault.COUNT: "SITE014",
}  # fmt: skip


def tells_the_text(publication: Publication, artifact: Artifact) -> Iterator[Finding]:
    """Every difference between the pages of each edition, read as a browser would, and the model."""
    site = read_site(artifact.path)
    for edition in publication.editions:
        yield from at_most(_edition(site, edition, artifact))


def _edition(site: Site, edition: Edition, artifact: Artifact) -> Iterator[Finding]:
    pages: list[Page] = []
    for section in edition.sections:
        found = site.part(edition.name, section.id)
        if len(found) != 1:
            many = "no page" if not found else f"{len(found)} pages: {', '.join(page.file for page in found)}"
            message = f"The part “{section.id}” of the edition “{edition.name}” has {many}."
            yield Finding("SITE015", message, section.source, format=artifact.format)
        pages += found[:1]
    for each in differences(expected(edition), told(site, pages, edition), NAME):
        yield _finding(each, pages, artifact)


def told(site: Site, pages: list[Page], edition: Edition) -> Account:
    """What the pages tell, one after the other, without what stands round the text."""
    builder = AccountBuilder()
    for number, page in enumerate(pages, start=1):
        html = page.tree
        language = html.get("lang", "")

        def resolve(address: str, page: Page = page) -> str:
            return site.place(page, address)

        if page.main is not None:
            builder.page = number
            with builder.within(Context(language=language)):
                HtmlTelling(builder, resolve, FURNITURE).element(page.main)
    return builder.account()


def _finding(difference: Difference, pages: list[Page], artifact: Artifact) -> Finding:
    place = pages[difference.page - 1].file if difference.page else ""
    return Finding(RULES[difference.fault], difference.message, difference.where, format=artifact.format, place=place)
