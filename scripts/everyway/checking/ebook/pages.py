"""The pages of print in a book: whoever goes to page 12 stands where others stand who have the PDF."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from everyway.checking.daisy.pages import begins, only_letters
from everyway.checking.ebook.reading import Book, kinds, resolved
from everyway.findings import Finding
from everyway.model import Edition, Sentence
from everyway.model.walk import plain_text, sections_of, sentences_in, sentences_of


def page_list(book: Book) -> Iterator[Finding]:
    """Marks that the list of pages does not lead to, in order, and numbers that do not rise."""
    nav = book.nav("page-list")
    links = list(nav.iter("a")) if nav is not None else []
    marks = [
        (page.name, element.get("id", ""))
        for page in book.pages
        for element in page.body.iter()
        if "pagebreak" in kinds(element)
    ]
    listed = [
        (resolved(book.navigation.name, link.get("href", "")), link.get("href", "").partition("#")[2]) for link in links
    ]
    if listed != marks:
        message = f"The list of pages leads to {len(listed)} places; the text has {len(marks)} marks, and not the same."
        yield Finding("EPUB030", message, place=book.navigation.name)
    numbers = ["".join(link.itertext()).strip() for link in links]
    for before, after in zip(["0", *numbers], numbers, strict=False):
        if not after.isdigit() or not before.isdigit() or int(after) <= int(before):
            yield Finding("EPUB030", f"In the list of pages, {after} comes after {before}.", place=book.navigation.name)
    if links and not book.values("pageBreakSource"):
        yield Finding("EPUB030", "The book does not say whose pages its list of pages has.", place=book.navigation.name)


def as_in_print(book: Book, edition: Edition, printed: Sequence[str]) -> Iterator[Finding]:
    """Sentences that do not begin on the page of the PDF that the book says; `printed` are the texts of its pages.

    Notes stand at the foot of the page of their call, and are no matter here.
    """
    wanted = _sentences(edition)
    texts = [*map(only_letters, printed), ""]
    numbers = _numbers(book)
    page = ""
    for found in filter(None, (book.part(part.id) for part in edition.sections)):
        for element in found.body.iter():
            page = numbers.get((found.name, element.get("id", "")), page)
            sentence = wanted.get(element.get("id", ""))
            if sentence is not None:
                number = int(page) if page.isdigit() else 0
                words = plain_text(sentence.inlines)
                if not 1 <= number < len(texts) or not begins(words, *texts[number - 1 : number + 1]):
                    message = f"“{words}” does not begin on page {page or '(none)'} of the PDF, as the book says."
                    yield Finding("EPUB031", message, sentence.source, place=f"page {page}")


def _sentences(edition: Edition) -> dict[str, Sentence]:
    sections = list(sections_of(edition))
    notes = {each.id for section in sections for note in section.notes for each in sentences_in(note.blocks)}
    every = (sentence for section in sections for sentence in sentences_of(section))
    return {sentence.id: sentence for sentence in every if sentence.id not in notes}


def _numbers(book: Book) -> dict[tuple[str, str], str]:
    """The number that the list of pages gives to each mark."""
    nav = book.nav("page-list")
    return {
        (resolved(book.navigation.name, link.get("href", "")), link.get("href", "").partition("#")[2]): "".join(
            link.itertext()
        ).strip()
        for link in (nav.iter("a") if nav is not None else ())
    }
