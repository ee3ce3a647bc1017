"""A publication as the pages of its site: which there are, in which order, and which page holds which id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from everyway.model import DefinitionList, Edition, Place, Publication, Section
from everyway.model.walk import blocks_of, plain_text, sections_of
from everyway.wording import words_for
from everyway.writing.site.spoken import is_in

# Pages of the whole publication: the name of the page, which is also that of its template and of its title's wording.
HOME = "index"
COPIES = "get-a-copy"
CONTENTS = "contents"
STATEMENT = "accessibility"
CREDITS = "pictures"
SEARCH = "search"


@dataclass(frozen=True, slots=True)
class SitePage:
    """One page. `uri` is the address MkDocs knows it by ("plan/growing.md"), `template` the file that lays it out.

    `summary` says in a sentence what the page holds. A page of an edition has that `edition`; one of its parts also the
    `section`.
    """

    uri: str
    title: str
    template: str
    language: str
    summary: str = ""
    edition: Edition | None = None
    section: Section | None = None


def pages_of(publication: Publication) -> tuple[SitePage, ...]:
    """Every page but the one for addresses that lead nowhere: home, the editions in order, then the rest."""
    return tuple(_pages(publication))


def _pages(publication: Publication) -> Iterator[SitePage]:
    wording = words_for(publication.language)
    language = language_of_ours(publication)

    yield SitePage(f"{HOME}.md", publication.title, HOME, publication.language, publication.summary)
    for edition in publication.editions:
        yield SitePage(f"{edition.name}/index.md", edition.title, "edition", edition.language, edition.summary, edition)
        for section in edition.sections:
            opening = section.opening
            summary = plain_text(opening.summary.inlines) if opening and opening.summary else edition.summary
            yield SitePage(
                part_uri(edition, section),
                heading_of(section),
                "part",
                section.language or edition.language,
                summary,
                edition,
                section,
            )
    for name in (COPIES, CONTENTS, SEARCH, STATEMENT, CREDITS):
        yield SitePage(f"{name}.md", wording(f"site-{name}"), name, language, wording(f"site-{name}-why"))


def language_of_ours(publication: Publication) -> str:
    """The language of pages on which only we speak: the publication's where we speak it, else the one that we do."""
    ours = words_for(publication.language).language
    return publication.language if is_in(publication.language, ours) else ours


def part_uri(edition: Edition, section: Section) -> str:
    """Where the page of a part stands. A part whose id is "index" must not take the place of its edition's page."""
    name = "index-" if section.id == "index" else section.id
    return f"{edition.name}/{name}.md"


def heading_of(section: Section) -> str:
    """A section's heading as plain text."""
    return plain_text(section.heading.inlines)


class Whereabouts:
    """Which page holds a place of the publication."""

    def __init__(self, publication: Publication) -> None:
        self._pages: dict[tuple[str, str], str] = {}
        for edition in publication.editions:
            self._pages[edition.name, ""] = f"{edition.name}/index.md"
            for part in edition.sections:
                for name in ids_of(part):
                    self._pages[edition.name, name] = part_uri(edition, part)

    def page_of(self, place: Place) -> str:
        """The uri of the page that holds a place: its edition's first page when no page has the id."""
        known = self._pages.get((place.edition, place.section))
        return known or self._pages.get((place.edition, ""), f"{HOME}.md")

    def anchor_of(self, place: Place) -> str:
        """The id on that page; empty when the place is the page itself."""
        part = f"{place.edition}/{place.section}.md"
        return "" if part == self.page_of(place) else place.section


def ids_of(part: Section) -> Iterator[str]:
    """Every id of a part that a link may lead to: sections, explained words and notes."""
    for section in (part, *sections_of(part)):
        yield section.id
        for block in blocks_of(section.blocks):
            if isinstance(block, DefinitionList):
                yield from (definition.id for definition in block.definitions if definition.id)
        yield from (note.id for note in section.notes)


def short_titles(publication: Publication) -> dict[str, str]:
    """What each edition is called beside the others, by its name: its title without the beginning that all share."""
    titles = [edition.title for edition in publication.editions]
    first, colon, _ = titles[0].partition(": ")
    shared = first + colon if len(titles) > 1 and all(title.startswith(first + colon) for title in titles) else ""
    short = {edition.name: edition.title.removeprefix(shared) for edition in publication.editions}
    return {name: title[:1].upper() + title[1:] for name, title in short.items()}
