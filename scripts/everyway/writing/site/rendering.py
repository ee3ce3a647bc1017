"""A page's words as HTML: parts from the model, all other pages from the templates of `themes/site/pages/`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from jinja2 import Environment
from markupsafe import Markup

from everyway.manifest import Manifest
from everyway.model import Edition, Picture, Place, Publication, Section
from everyway.model.walk import plain_text, sections_of
from everyway.wording import words_for
from everyway.writing.html import Flavour, HtmlWriter, language_attributes
from everyway.writing.site.downloads import Download, length_in_words, size_in_words
from everyway.writing.site.licences import LICENCES
from everyway.writing.site.menu import menu_of
from everyway.writing.site.offers import Offers
from everyway.writing.site.pages import (
    CONTENTS,
    COPIES,
    CREDITS,
    HOME,
    SEARCH,
    SitePage,
    Whereabouts,
    heading_of,
    ids_of,
    pages_of,
    short_titles,
)
from everyway.writing.site.pictures import PictureFiles, credits_of, size_of
from everyway.writing.site.podcast import feed_uri
from everyway.writing.site.search import text_to_search
from everyway.writing.site.spoken import Spoken, is_in
from everyway.writing.site.statement import date_in_words, statement_of
from everyway.writing.site.switch import Switch

Address = Callable[[str], str]
"""How one page writes the address of another page or file of the site, given its uri."""


_BAND = Markup('<div class="opening">\n{}</div>\n')


@dataclass(frozen=True, slots=True)
class Rendered:
    """One page: `opening` is its band, `body` what follows, `searched` its words for the search index.

    `headings` are the sections directly below the page's own; `anchors` every id that links may lead to; `links` the
    ids of other pages that it leads to, by the uri of the page.
    """

    opening: Markup
    body: Markup
    searched: Markup
    headings: tuple[Section, ...] = ()
    anchors: frozenset[str] = frozenset()
    links: dict[str, set[str]] = field(default_factory=dict)


class Links:
    """The addresses that one page writes; remembers the anchors, so that they can be checked."""

    def __init__(self, page: SitePage, address: Address, whereabouts: Whereabouts) -> None:
        self._page = page
        self._address = address
        self._whereabouts = whereabouts
        self.anchors: dict[str, set[str]] = {}

    def uri(self, uri: str) -> str:
        """The address of a page or file of the site."""
        return self._address(uri)

    def place(self, place: Place) -> str:
        """The address of a place in the publication."""
        uri, anchor = self._whereabouts.page_of(place), self._whereabouts.anchor_of(place)
        if not anchor:
            return self._address(uri)
        self.anchors.setdefault(uri, set()).add(anchor)
        return f"#{anchor}" if uri == self._page.uri else f"{self._address(uri)}#{anchor}"


class Renderer:
    """Renders the pages of one publication; `address` of each method is the page's own way of writing addresses."""

    def __init__(self, publication: Publication, manifest: Manifest, offers: Offers, environment: Environment) -> None:
        self.publication = publication
        self.pages = pages_of(publication)
        self.parts: dict[str, list[SitePage]] = {edition.name: [] for edition in publication.editions}
        self._at: dict[str, int] = {}
        for page in self.pages:
            if page.edition and page.section:
                self._at[page.uri] = len(self.parts[page.edition.name])
                self.parts[page.edition.name].append(page)
        self._tops = tuple(page for page in self.pages if _in_menu(page))
        self.pictures = PictureFiles(publication)
        self.offers = offers
        self.short_titles = short_titles(publication)
        self._manifest = manifest
        self._environment = environment
        self._credits = credits_of(publication)
        self._writers: dict[str, HtmlWriter] = {}
        self._whereabouts = Whereabouts(publication)
        self._switch = Switch(publication)

    def render(self, page: SitePage, address: Address) -> Rendered:
        """The words of a page."""
        links = self.links(page, address)
        if page.edition and page.section:
            return self._part(page, page.edition, page.section, links)
        context = {
            **self.context(page, links),
            "statement": statement_of(self.publication, self._manifest),
            "credits": self._credits,
            "licences": LICENCES,
            "date": date_in_words(self.publication.date, words_for(self.publication.language)),
        }
        body = Markup(self._environment.get_template(f"pages/{page.template}.html").render(context))
        opening = Markup(self._environment.get_template("partials/opening.html").render(context))
        searched = Markup("") if page.template in (SEARCH, CREDITS) else opening + body
        return Rendered(opening, body, searched, links=links.anchors)

    def context(self, page: SitePage, links: Links) -> dict[str, object]:
        """What every template may use: the publication, words, and ways to write addresses."""
        say = Spoken(page.language)
        return {
            "publication": self.publication,
            "site_page": page,
            "pages": self.pages,
            "tops": self._tops,
            "menu": menu_of(self.parts[page.edition.name], self._at.get(page.uri)) if page.edition else None,
            "short_titles": self.short_titles,
            "downloads": self.offers.downloads,
            "listening": {each.edition: each for each in self.offers.listening},
            "listened": self.offers.listened(page),
            "feeds": self.offers.feeds,
            "feed_uri": feed_uri,
            "say": say,
            "length": lambda seconds: length_in_words(seconds, say.tell),
            "size": size_in_words,
            "link": links.uri,
            "root": f"{links.uri('.')}/",
            "place": links.place,
            "heading_of": heading_of,
            "picture_uri": self.pictures.uri,
            "picture_size": lambda picture: size_of(picture.file),
            "words_of": lambda sentence: plain_text(sentence.inlines),
            "direction": direction,
            "lang_of": lang_of,
            "Place": Place,
        }

    def links(self, page: SitePage, address: Address) -> Links:
        """The links of a page; also for what stands round its words."""
        return Links(page, address, self._whereabouts)

    def others(self, edition: Edition | None) -> tuple[Edition, ...]:
        """The publication's other editions."""
        return tuple(other for other in self.publication.editions if other is not edition)

    def elsewhere(self, page: SitePage, other: Edition) -> Place:
        """Where another edition tells the same as a page; its first page when it does not."""
        found = None
        if page.edition and page.section:
            found = self._switch.elsewhere(page.edition, page.section, other)
        return found or Place(other.name)

    def _part(self, page: SitePage, edition: Edition, part: Section, links: Links) -> Rendered:
        def source(picture: Picture) -> str:
            return links.uri(self.pictures.uri(picture))

        above = {inner.id: section for section in (part, *sections_of(part)) for inner in section.sections}

        def switches(section: Section) -> Markup:
            return self._switches(edition, section, above[section.id], links)

        flavour = Flavour(
            href=links.place,
            src=source,
            sentence_ids=True,
            anchors="heading",
            # Who struggles with the words meets Easy Read before them; who reads Easy Read is not kept from it.
            after_heading=None if edition.easy_read else switches,
            after_blocks=switches if edition.easy_read else None,
            size=lambda picture: size_of(picture.file),
            stacking_tables=True,
        )
        writer = self._writer(edition, flavour)
        sections = Markup("").join(writer.section(section, page.language) for section in part.sections)
        notes = [note for section in (part, *sections_of(part)) for note in section.notes]
        body = Markup("{}{}{}").format(writer.blocks(part.blocks), sections, writer.notes_list(notes))
        return Rendered(
            opening=writer.heading(part) if part.opening else _BAND.format(writer.heading(part)),
            body=body,
            searched=text_to_search(part),
            headings=part.sections,
            anchors=frozenset(ids_of(part)),
            links=links.anchors,
        )

    def _writer(self, edition: Edition, flavour: Flavour) -> HtmlWriter:
        if edition.name not in self._writers:
            self._writers[edition.name] = HtmlWriter(edition, flavour)
        return self._writers[edition.name].in_flavour(flavour)

    def _switches(self, edition: Edition, section: Section, above: Section, links: Links) -> Markup:
        """A way to the same section in each other edition that tells it in a place of its own."""
        found = []
        for other in self.others(edition):
            there = self._switch.elsewhere(edition, section, other)
            if there and there != self._switch.elsewhere(edition, above, other):
                key = "site-switch-easy-read" if other.easy_read else "site-switch"
                words = Spoken(edition.language)(key, edition=self.short_titles[other.name])
                found.append(
                    Markup('<a href="{}">{}<span class="unseen">: {}</span></a>').format(
                        links.place(there), words, heading_of(section)
                    )
                )
        return Markup('<p class="switch">{}</p>\n').format(Markup(" ").join(found)) if found else Markup("")


def _in_menu(page: SitePage) -> bool:
    """Whether a page always stands in the menu: home, each edition, how to get a copy, the contents."""
    return page.template in (HOME, COPIES, CONTENTS) or (page.edition is not None and page.section is None)


def direction(language: str) -> Markup:
    """` dir="rtl"` for a language whose script runs from right to left."""
    return Markup(' dir="rtl"') if "rtl" in language_attributes(language) else Markup("")


def lang_of(told: Edition | Section | SitePage | Publication | Download | None, around: str) -> Markup:
    """The language attributes of words that are told in another language than those around them."""
    language = told.language if told else ""
    return language_attributes("" if is_in(around, language) else language)
