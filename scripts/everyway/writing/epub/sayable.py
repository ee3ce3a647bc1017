"""What is said of a page beside sentences of the model: pictures, what they show, lines of code, empty cells."""

from __future__ import annotations

from collections.abc import Container, Iterator
from xml.etree.ElementTree import Element, SubElement

from everyway.speech.blocks import sentences_of_text
from everyway.speech.timeline import Clip
from everyway.speech.utterance import Kind
from everyway.writing.epub.markup import with_class


class Sayable:
    """The elements of a page that have no sentence of the model."""

    def __init__(self, body: Element) -> None:
        self._pictures = [picture for picture in body.iter("img") if picture.get("alt")]
        self._texts = [
            *(line for block in body.iter("pre") for code in block.iter("code") for line in _lines(code)),
            *(each for box in with_class(body, "description") for text in box.iter("p") for each in _sentences(text)),
        ]
        self._cells = [
            cell
            for table in body.iter("tbody")
            for cell in table.iter()
            if cell.tag in ("td", "th") and not _words(cell)
        ]

    def find(self, clip: Clip, between: Container[Element]) -> Element | None:
        """The element that a clip says, among those `between` the words before and after; None when there is none."""
        said = plain(clip.text)
        pictures = self._pictures if clip.kind is Kind.PICTURE else ()
        cells = self._cells if clip.kind in (Kind.CELL, Kind.NOTE) else ()
        found = (
            *(picture for picture in pictures if said.endswith(plain(picture.get("alt", "")))),
            *(text for text in self._texts if plain("".join(text.itertext())) == said),
            *cells,
        )
        return next((element for element in found if element in between), None)


def plain(words: str) -> str:
    """Words as they are compared: letters and digits only; all signs where there are none."""
    return "".join(letter for letter in words.casefold() if letter.isalnum()) or "".join(words.split())


def _words(element: Element) -> str:
    return "".join(element.itertext()).strip()


def _lines(code: Element) -> Iterator[Element]:
    """The lines of a block of code, each as an element."""
    lines = (code.text or "").splitlines(keepends=True)
    code.text = ""
    for line in lines:
        if line.strip():
            span = SubElement(code, "span")
            span.text = line.rstrip("\r\n")
            span.tail = line[len(span.text) :]
            yield span
        elif len(code):
            code[-1].tail = (code[-1].tail or "") + line
        else:
            code.text += line


def _sentences(text: Element) -> Iterator[Element]:
    """The sentences of a description, each as an element; what it is called stands in the first."""
    label = text[0]
    sentences = sentences_of_text(label.tail or "")
    text.remove(label)
    for number, sentence in enumerate(sentences):
        span = SubElement(text, "span")
        if number == 0:
            span.append(label)
            label.tail = f" {sentence}"
        else:
            text[-2].tail = " "
            span.text = sentence
        yield span
