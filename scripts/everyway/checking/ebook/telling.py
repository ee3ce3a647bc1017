"""What the pages of a book tell, one after the other: for the common measure in which all formats are compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from everyway.checking.account import Account, AccountBuilder, Context, Word
from everyway.checking.ebook.reading import Book, Page, kinds, resolved
from everyway.checking.html_account import HtmlTelling, Resolve, text_of
from everyway.model import Edition, Link, Place, Publication
from everyway.model.walk import inlines_of, sections_of, sentences_of


class BookTelling(HtmlTelling):
    """Knows the notes of a book besides what HTML has: `aside` of the type `footnote`, its number in the way back."""

    def __init__(self, builder: AccountBuilder, resolve: Resolve) -> None:
        super().__init__(builder, resolve)
        self._builder = builder

    def element(self, element: Element) -> None:
        """Tell of an element and all in it."""
        if element.tag != "aside" or "footnote" not in kinds(element):
            super().element(element)
            return
        back = next((link for link in element.iter("a") if "backlink" in kinds(link)), None)
        context = self._builder.context
        self._builder.space()
        number = text_of(back) if back is not None else ""
        language = element.get("lang", context.language)
        with self._builder.within(replace(context, language=language)), self._builder.note(number):
            self.inside(element)


def told(book: Book, pages: Sequence[Page], publication: Publication, edition: Edition) -> Account:
    """What the pages tell; a word's page is its place in `pages`, from 1."""
    builder = AccountBuilder()
    for number, page in enumerate(pages, start=1):
        builder.page = number
        with builder.within(Context(language=page.html.get("lang", ""))):
            BookTelling(builder, _resolve(book, page, publication, edition)).element(page.body)
    return builder.account()


def _resolve(book: Book, page: Page, publication: Publication, edition: Edition) -> Resolve:
    """Where addresses lead, as accounts write it; other editions are found on the publication's site."""
    holders = {part.item.name: section.id for section in edition.sections if (part := book.part(section.id))}
    site = site_address(publication)

    def resolve(address: str) -> str:
        if site and address.startswith(f"{site}/"):
            folder, _, file = urlsplit(address.removeprefix(site)).path.strip("/").partition("/")
            fragment = urlsplit(address).fragment
            name = file.removesuffix(".html")
            return f"{folder}#{fragment or ('' if name == 'index' else name)}"
        if urlsplit(address).scheme:
            return address
        name = resolved(page.name, address)
        return f"{edition.name}#{urlsplit(address).fragment or holders.get(name, '')}"

    return resolve


def site_address(publication: Publication) -> str:
    """The address of the publication's site without a last slash; empty when there is none."""
    site = publication.settings.get("site")
    return str(site["url"]).rstrip("/") if isinstance(site, dict) and site.get("url") else ""


def without_links_elsewhere(account: Account, publication: Publication, edition: Edition) -> Account:
    """What a book is to tell when there is no site: words that lead to another edition stay words."""
    if site_address(publication):
        return account
    lost = sum(
        isinstance(inline, Link) and isinstance(inline.target, Place) and inline.target.edition != edition.name
        for section in sections_of(edition)
        for sentence in sentences_of(section)
        for inline in inlines_of(sentence.inlines)
    )
    if not lost:
        return account
    others = tuple(f"{other.name}#" for other in publication.editions if other is not edition)
    counts = account.counts.copy()
    counts["Link"] -= lost

    def unlinked(word: Word) -> Word:
        return replace(word, parts=tuple((text, _outside(context, others)) for text, context in word.parts))

    main, notes = (tuple(map(unlinked, words)) for words in (account.main, account.notes))
    return replace(account, main=main, notes=notes, counts=counts)


def _outside(context: Context, others: tuple[str, ...]) -> Context:
    if not context.target.startswith(others):
        return context
    place = len(context.roles) - 1 - context.roles[::-1].index("Link")
    return replace(context, target="", roles=context.roles[:place] + context.roles[place + 1 :])
