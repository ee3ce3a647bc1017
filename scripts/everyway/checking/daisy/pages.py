"""The pages of a talking book against those of the PDF: whoever goes to page 12 hears what others see there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from everyway.checking.daisy.reading import Book
from everyway.findings import Finding
from everyway.model import Edition
from everyway.model.walk import plain_text, sections_of, sentences_in, sentences_of

NUMBER = re.compile(r"[1-9]\d*")


def numbers_rise(book: Book) -> Iterator[tuple[str, str, str]]:
    """Pages without a number, or whose numbers do not rise."""
    last = 0
    for item in book.items:
        if item.kind == "page-normal":
            if not NUMBER.fullmatch(item.words) or int(item.words) <= last:
                yield "DSY022", f"Page “{item.words}” comes after page {last}.", "ncc.html"
            else:
                last = int(item.words)


def as_in_print(book: Book, edition: Edition, pages: Sequence[str]) -> Iterator[Finding]:
    """Sentences that do not begin on the page of the PDF that the book says; `pages` are the texts of its pages.

    Those of notes stand at the foot of the page of their call, whatever has been said since.
    """
    texts = [*map(only_letters, pages), ""]
    sentences = {
        sentence.id: sentence
        for section in sections_of(edition)
        for sentence in sentences_of(section)
        if sentence.id not in {each.id for note in section.notes for each in sentences_in(note.blocks)}
    }
    page = 0
    for place in book.places:
        if place.kind.startswith("page-"):
            page = int(place.words) if NUMBER.fullmatch(place.words) else 0
        elif place.id in sentences:
            sentence = sentences[place.id]
            words = plain_text(sentence.inlines)
            if not 1 <= page < len(texts) or not begins(words, *texts[page - 1 : page + 1]):
                message = f"“{words}” does not begin on page {page or '(none)'} of the PDF, as the talking book says."
                yield Finding("DSY023", message, sentence.source, place=f"page {page}")


def begins(words: str, page: str, after: str) -> bool:
    """Whether the first three words stand on a page, or so many of them as its end has room for."""
    first = [only_letters(word) for word in words.split()[:3]]
    return any("".join(first[:here]) in page and "".join(first[here:]) in after for here in range(len(first), 0, -1))


def only_letters(text: str) -> str:
    """Letters only: print breaks lines and words, joins letters, and puts the numbers of notes between them."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in plain if letter.isalpha())
