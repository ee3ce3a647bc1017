"""Sentences and inlines as plain words: where a link leads, what a picture shows and which note is called."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from everyway.model import (
    Abbreviation,
    Code,
    Edition,
    Emphasis,
    Foreign,
    Inline,
    InlinePicture,
    LineBreak,
    Link,
    NoteReference,
    Picture,
    Place,
    Publication,
    Sentence,
    Strong,
    Term,
    Text,
)
from everyway.model.walk import plain_text, sections_of
from everyway.wording import words_for

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))


class PlainWords:
    """Writes the sentences of one edition."""

    def __init__(self, publication: Publication, edition: Edition) -> None:
        self._wording = words_for(edition.language)
        self._edition = edition
        self._titles = {other.name: other.title for other in publication.editions}
        self._headings = {
            Place(other.name, section.id): _tidy(_plain(plain_text(section.heading.inlines)))
            for other in publication.editions
            for section in sections_of(other)
        }

    def sentences(self, sentences: Iterable[Sentence]) -> str:
        """Sentences with a space between them."""
        return " ".join(filter(None, (self.sentence(sentence) for sentence in sentences)))

    def sentence(self, sentence: Sentence) -> str:
        """One sentence."""
        return _tidy("".join(self._inline(inline) for inline in sentence.inlines))

    def heading(self, sentence: Sentence) -> str:
        """A heading on one line, as the contents show it."""
        return _tidy(_plain(plain_text(sentence.inlines)))

    def picture(self, picture: Picture) -> str:
        """What a picture shows, in square brackets; nothing for one that is decorative."""
        return self._wording("text-picture", alt=_plain(picture.alt)) if picture.alt else ""

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(text=text) | Code(text=text) | Abbreviation(text=text):
                return _plain(text)
            case Strong() | Emphasis() | Term() | Foreign():
                return "".join(self._inline(inner) for inner in inline.inlines)
            case Link(inlines=inlines, target=target):
                words = "".join(self._inline(inner) for inner in inlines)
                return words + self._leads(_tidy(words), target)
            case LineBreak():
                return "\n"
            case NoteReference(number=number):
                return f"[{number}]"
            case InlinePicture(picture=picture):
                return f" {self.picture(picture)} " if picture.alt else ""

    def _leads(self, words: str, target: str | Place) -> str:
        """Where a link leads, where its own words do not say so."""
        if isinstance(target, str):
            scheme, _, rest = target.partition(":")
            shown = rest.partition("?")[0] if scheme in ("mailto", "tel") else target
            return "" if says(words, shown) else f" <{shown}>"
        heading = self._headings.get(target, "")
        elsewhere = target.edition != self._edition.name
        if not elsewhere:
            return "" if not heading or heading.casefold() in words.casefold() else self._see("text-see", heading)
        title = self._titles[target.edition]
        if not heading:
            return "" if title.casefold() in words.casefold() else self._see("text-other", "", title)
        return self._see("text-see-in", heading, title)

    def _see(self, key: str, heading: str, edition: str = "") -> str:
        return " " + self._wording(key, heading=heading, edition=edition)


def says(words: str, address: str) -> bool:
    """Whether words hold an address; a phone number may be written with spaces and without its country."""
    bare = "".join(words.split())
    return bool(bare) and (address in bare or bare in address or (address[-9:].isdigit() and address[-9:] in bare))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def _tidy(text: str) -> str:
    """A text with single spaces, and none at the ends of its lines; spaces that must not break stay."""
    return "\n".join(" ".join(filter(None, line.split(" "))) for line in text.split("\n")).strip()
