"""Which words, picture or page mark of a page belong to each stretch of its sound."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from everyway.speech.timeline import Clip
from everyway.speech.utterance import Kind
from everyway.writing.daisy.phrases import Phrase
from everyway.writing.epub.markup import with_class
from everyway.writing.epub.notes import is_note
from everyway.writing.epub.page import Page


@dataclass(frozen=True, slots=True)
class Spoken:
    """An element, and when it is said, in milliseconds from the start of the MP3."""

    element: Element
    begin: int
    end: int


def spoken(phrases: Sequence[Phrase], page: Page, marks: Mapping[int, str]) -> tuple[Spoken, ...]:
    """The phrases of a chapter, each with its element of the page; they follow one another without a gap.

    What has no element, such as a word that only a listener needs, is heard with the words after it (at the end, with
    those before it). A picture, or the number of a note, gets an id. `marks` are the ids of the page's marks by number.
    """
    places = _Places(page, marks)
    found: list[Spoken] = []
    begin: int | None = None
    elements = places.elements(phrases)
    for phrase, element in zip(phrases, elements, strict=True):
        if element is None:
            begin = phrase.begin if begin is None else begin
            continue
        found.append(Spoken(element, phrase.begin if begin is None else begin, phrase.end))
        begin = None
    if begin is not None and found:
        found[-1] = Spoken(found[-1].element, found[-1].begin, phrases[-1].end)
    return tuple(found)


def plain(words: str) -> str:
    """Words as they are compared: letters and digits only."""
    return "".join(letter for letter in words.casefold() if letter.isalnum())


class _Places:
    """The elements of a page by what is said of them."""

    def __init__(self, page: Page, marks: Mapping[int, str]) -> None:
        body = page.body
        self._ids = page.ids
        self._marks = marks
        self._by_id = {element.get("id"): element for element in body.iter() if element.get("id")}
        self._pictures: dict[str, list[Element]] = {}
        for picture in body.iter("img"):
            self._pictures.setdefault(plain(picture.get("alt", "")), []).append(picture)
        self._notes = {
            inner: number
            for note in body.iter()
            if is_note(note)
            for number in with_class(note, "note-number")
            for inner in note.iter()
        }

    def elements(self, phrases: Sequence[Phrase]) -> list[Element | None]:
        """The element of each phrase; None where there is none."""
        found: list[Element | None] = []
        for phrase in phrases:
            element = self._element(phrase)
            if element is not None and not element.get("id") and phrase.clip:
                element.set("id", self._ids.take(phrase.clip.id))
            found.append(element)
        for index, phrase in enumerate(phrases[:-1]):
            if found[index] is None and phrase.clip and phrase.clip.kind is Kind.NOTE:
                found[index] = self._number(found[index + 1], phrase.clip)
        return found

    def _element(self, phrase: Phrase) -> Element | None:
        if phrase.clip is None:
            return self._by_id.get(self._marks.get(phrase.page))
        if phrase.clip.kind is Kind.PICTURE:
            same = self._pictures.get(plain(phrase.clip.text))
            return same.pop(0) if same else None
        return self._by_id.get(phrase.clip.id)

    def _number(self, following: Element | None, clip: Clip) -> Element | None:
        """The number of the note whose first words follow."""
        number = self._notes.get(following) if following is not None else None
        if number is None or number.get("id"):
            return None
        number.set("id", self._ids.take(clip.id))
        return number
