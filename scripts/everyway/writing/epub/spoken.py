"""Which words, picture or page mark of a page belong to each stretch of its sound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from everyway.writing.epub.markup import kinds, parents
from everyway.writing.epub.page import Page
from everyway.writing.epub.sayable import Sayable
from everyway.writing.epub.stretches import Stretch


@dataclass(frozen=True, slots=True)
class Spoken:
    """An element, and when it is said, in milliseconds from the start of the MP3."""

    element: Element
    begin: int
    end: int


def spoken(chapter: Sequence[Stretch], page: Page, marks: Mapping[int, str]) -> tuple[Spoken, ...]:
    """The stretches of a chapter, each with its element of the page; they follow one another without a gap.

    What only listeners need is heard with the words before it, the beginning of a quotation with those after it. A
    picture, or what else has no sentence of the model, gets an id. `marks` are the ids of the page's marks by number.
    """
    elements = _elements(chapter, page, marks)
    above = parents(page.body)
    found: list[Spoken] = []
    begin: int | None = None
    for index, (stretch, element) in enumerate(zip(chapter, elements, strict=True)):
        if element is not None:
            found.append(Spoken(element, stretch.begin if begin is None else begin, stretch.end))
            begin = None
        elif found and not _begins_a_quote(found[-1].element, elements[index:], above):
            found[-1] = replace(found[-1], end=stretch.end)
        elif begin is None:
            begin = stretch.begin
    return tuple(found)


def _elements(chapter: Sequence[Stretch], page: Page, marks: Mapping[int, str]) -> list[Element | None]:
    by_id = {element.get("id", ""): element for element in page.body.iter() if element.get("id")}
    names = [stretch.clip.id if stretch.clip else marks.get(stretch.page, "") for stretch in chapter]
    found = [by_id.get(name) for name in names]
    sayable = Sayable(page.body)
    order = list(page.body.iter())
    places = {element: place for place, element in enumerate(order)}
    last = -1
    for index, stretch in enumerate(chapter):
        element = found[index]
        if element is None and stretch.clip:
            following = next((later for later in found[index:] if later is not None), None)
            end = places[following] if following is not None else len(order)
            element = found[index] = sayable.find(stretch.clip, frozenset(order[last + 1 : end]))
            if element is not None:
                element.set("id", page.ids.take(stretch.clip.id))
        if element is not None:
            last = places[element]
    return found


def _begins_a_quote(before: Element, elements: Iterable[Element | None], above: Mapping[Element, Element]) -> bool:
    """Whether the next words stand in a quotation that those before do not; a page mark has no words."""
    after = next((element for element in elements if element is not None), None)
    if after is None or "pagebreak" in kinds(after):
        return False
    return bool(set(_quotes(after, above)) - set(_quotes(before, above)))


def _quotes(element: Element, above: Mapping[Element, Element]) -> list[Element]:
    found = []
    while element in above:
        element = above[element]
        if element.tag == "blockquote":
            found.append(element)
    return found
