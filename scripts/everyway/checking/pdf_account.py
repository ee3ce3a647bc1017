"""A PDF's structure tree to what it tells its reader, as a screen reader would go through it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from everyway.checking.account import HEADINGS, Account, AccountBuilder, Context
from everyway.tagging.tree import Element

Resolve = Callable[[str], str]
"""What a link's target leads to, as accounts write targets (see `Context`)."""

_ROLES = frozenset({"Table", "Caption", "TD", "BlockQuote"})
ON_PAGE = "page"
"""The title of what follows a link on paper, the page it leads to: no word of the text; see `pdf_navigation`."""

_BULLETS = frozenset({"None", "Disc", "Circle", "Square"})


def pdf_account(body: Element, language: str, resolve: Resolve, notes: frozenset[str]) -> Account:
    """What a part of the tree tells; `notes` are the targets that lead to a note, so that a second call is known."""
    telling = _Telling(AccountBuilder(context=Context(language=language), page=body.page or 1), resolve, notes)
    telling.element(body)
    return telling.build.account()


def links_in(element: Element) -> Iterator[Element]:
    """Every link of a part of the tree, in order."""
    return element.find("Link")


class _Telling:
    def __init__(self, build: AccountBuilder, resolve: Resolve, notes: frozenset[str]) -> None:
        self.build = build
        self._resolve = resolve
        self._notes = notes
        self._numbering = ["None"]

    def element(self, element: Element) -> None:
        build = self.build
        apart = not element.runs_on and element.role != "Figure"
        if apart:
            build.space()
        if element.page:
            build.page = element.page
        context = build.context
        if element.language is not None:
            context = replace(context, language=element.language)
        if element.expansion is not None:
            context = replace(context, expansion=element.expansion)
        with build.within(context):
            self._kind(element)
        if apart:
            build.space()

    def _inside(self, element: Element) -> None:
        if element.actual_text is not None:
            self.build.text(element.actual_text)
            return
        for kid in element.kids:
            if isinstance(kid, str):
                self.build.text(kid)
            else:
                self.element(kid)

    def _kind(self, element: Element) -> None:
        build, role = self.build, element.role
        if _is_page(element):
            return
        if role == "Figure":
            build.picture(element.alt or "")
        elif role in HEADINGS:
            with build.heading(int(role[1])):
                self._inside(element)
        elif role == "L":
            self._numbering.append(str(element.attributes.get("ListNumbering", "None")))
            with build.inside("L"):
                self._inside(element)
            self._numbering.pop()
        elif role == "LI":
            number = "" if self._numbering[-1] in _BULLETS else _label_of(element)
            with build.inside(f"LI/{number}" if number else "LI"):
                self._inside(element)
        elif role == "Lbl":
            self._label(element)
        elif role == "Reference":
            self._call(element)
        elif role == "Note":
            self._note(element)
        elif role == "Link":
            self._link(element)
        elif role == "TH":
            scope = element.attributes.get("Scope")
            with build.inside(f"TH/{scope}" if scope else "TH"):
                self._inside(element)
        elif role in _ROLES:
            with build.inside(role):
                self._inside(element)
        else:
            if role == "TR":
                build.count("TR")
            self._inside(element)

    def _label(self, element: Element) -> None:
        """The marker of an item is no word of the text; the term of a definition is."""
        if self._numbering[-1] == "None":
            with self.build.inside("Term"):
                self._inside(element)

    def _note(self, element: Element) -> None:
        words = [kid for kid in element.kids if isinstance(kid, str) or kid.role != "Lbl"]
        with self.build.note(_number_in(_label_of(element))):
            self._inside(replace(element, kids=tuple(words)))

    def _call(self, element: Element) -> None:
        """The call of a note: its number, and maybe words ("[note 1]"); the space of a line end may stand inside it."""
        drawn = "".join(kid for kid in element.kids if isinstance(kid, str))
        if drawn[:1].isspace():
            self.build.space()
        self.build.call(_number_in(element.text()))
        if drawn[-1:].isspace():
            self.build.space()

    def _link(self, element: Element) -> None:
        target = element.annotations[0].target if element.annotations else ""
        if target in self._notes:
            self._call(element)
            return
        with self.build.within(replace(self.build.context, target=self._resolve(target))), self.build.inside("Link"):
            self._inside(_without_page(element))


def _label_of(element: Element) -> str:
    """The number in an element's label, without the full stop."""
    label = next((kid for kid in element.elements if kid.role == "Lbl"), None)
    return label.text().strip().rstrip(".") if label else ""


def _is_page(element: Element | str) -> bool:
    return isinstance(element, Element) and element.role == "Span" and element.title == ON_PAGE


def _without_page(link: Element) -> Element:
    """A link without the page that it leads to, and without the space before that."""
    if not link.kids or not _is_page(link.kids[-1]):
        return link
    return replace(link, kids=_ended(link.kids[:-1]))


def _ended(kids: tuple[Element | str, ...]) -> tuple[Element | str, ...]:
    """Text and elements without the space at their end."""
    *before, last = kids or ("",)
    return (*before, last.rstrip() if isinstance(last, str) else replace(last, kids=_ended(last.kids)))


def _number_in(text: str) -> str:
    """The number in the label or call of a note; without one, all of it."""
    found = re.search(r"\d+", text)
    return found.group() if found else text.strip()
