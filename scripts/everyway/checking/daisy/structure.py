"""The structure of a talking book: its headings, and that everything that refers to something finds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from everyway.checking.daisy.files import Ruled
from everyway.checking.daisy.reading import Book

KINDS = frozenset({"page-normal", "page-front", "page-special", "noteref", "sidebar", "optional-prodnote"})
"""Kinds of places that are no headings (DAISY 2.02, 2.1.3)."""

SKIPPED = {
    "page-normal": "pagenumber-on", "page-front": "pagenumber-on", "page-special": "pagenumber-on",
    "noteref": "footnote-on", "sidebar": "sidebar-on", "optional-prodnote": "prodnote-on",
}  # fmt: skip
"""What a place of each kind has to be marked with, so that it can be passed over."""


def references(book: Book) -> Iterator[Ruled]:
    """Places that lead nowhere, and phrases and words that nothing leads to."""
    phrases = {phrase.name for phrase in book.phrases}
    for item in book.items:
        if item.links != 1 or f"{item.file}#{item.fragment}" not in phrases:
            yield "DSY008", f"“{item.words}” does not lead to one stretch of sound.", "ncc.html"
    for name in book.refs:
        if name not in book.smils:
            yield "DSY008", f"The master file names “{name}”, which is no part of the book.", "master.smil"
    places = {place.id for place in book.places}
    for phrase in book.phrases:
        if phrase.text != "content.html" or phrase.fragment not in places:
            yield "DSY008", f"{phrase.id} belongs to no place in the text.", phrase.file
        if not phrase.sound.endswith(".mp3") or phrase.sound not in book.files:
            yield "DSY008", f"{phrase.id} has no one sound.", phrase.file


def spoken(book: Book) -> Iterator[Ruled]:
    """Words that no sound leads to, or more than one."""
    times = Counter(phrase.fragment for phrase in book.phrases)
    for place in book.places:
        if times[place.id] != 1:
            told = f"spoken {times[place.id]} times" if times[place.id] else "never spoken"
            yield "DSY009", f"“{_short(place.words)}” is {told}.", "content.html"


def identities(book: Book) -> Iterator[Ruled]:
    """Ids that stand twice in a file, or are missing where a player needs them."""
    ids = {"ncc.html": book.ids, "content.html": tuple(place.id for place in book.places)}
    for file, given in {**ids, **{name: smil.ids for name, smil in book.smils.items()}}.items():
        for name, count in Counter(given).items():
            if count > 1:
                yield "DSY010", f"The id “{name}” stands {count} times.", file
    for name, count in Counter(phrase.id for phrase in book.phrases).items():
        if count > 1:
            yield "DSY010", f"The id “{name}” stands in {count} parts; some players look for it in all.", "master.smil"
    for item in book.items:
        if not item.id:
            yield "DSY010", f"“{item.words}” has no id.", "ncc.html"


def headings(book: Book) -> Iterator[Ruled]:
    """A book that does not begin with its title, and headings whose levels leave one out."""
    first = book.items[0] if book.items else None
    if first is None or (first.tag, first.kind) != ("h1", "title"):
        yield "DSY011", "The first place to go to is not the title of the book.", "ncc.html"
    before = 0
    for item in book.items:
        if item.level > before + 1:
            yield "DSY012", f"“{item.words}” is of level {item.level}, after one of level {before}.", "ncc.html"
        before = item.level or before
        if not item.level and not (item.tag == "span" and item.kind in KINDS):
            yield "DSY011", f"“{item.words}” is no kind of place that players know.", "ncc.html"


def same_headings(book: Book) -> Iterator[Ruled]:
    """Headings that are not the same in the text and among the places to go to."""
    phrases = {phrase.name: phrase.fragment for phrase in book.phrases}
    places = {place.id: place for place in book.places}
    listed = [(item.tag, item.words, phrases[f"{item.file}#{item.fragment}"]) for item in book.items if item.level]
    for tag, words, name in listed:
        place = places[name]
        if (place.tag, "".join(place.words.split())) != (tag, "".join(words.split())):
            yield (
                "DSY013",
                f"“{_short(words)}” ({tag}) is “{_short(place.words)}” ({place.tag}) in the text.",
                "ncc.html",
            )
    known = {name for _, _, name in listed}
    for place in book.places:
        if place.tag in ("h1", "h2", "h3", "h4", "h5", "h6") and place.id not in known:
            yield "DSY013", f"The heading “{_short(place.words)}” is no place to go to.", "content.html"


def skippable(book: Book) -> Iterator[Ruled]:
    """Pages, notes and pictures that cannot be passed over, and words that would be with them."""
    phrases = {phrase.name: phrase for phrase in book.phrases}
    kinds = {place.id: place.kind for place in book.places}
    for item in book.items:
        wanted, phrase = SKIPPED.get(item.kind, ""), phrases[f"{item.file}#{item.fragment}"]
        if phrase.required != wanted:
            yield "DSY014", f"“{item.words}” is marked “{phrase.required}”, not “{wanted}”.", phrase.file
    for phrase in book.phrases:
        page = kinds[phrase.fragment].startswith("page-")
        if page != (phrase.required == "pagenumber-on"):
            yield "DSY014", f"{phrase.id} is a page in one file and none in another.", phrase.file


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:60]}…"
