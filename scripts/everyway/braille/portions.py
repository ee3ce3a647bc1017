"""Portions: lines that belong together, with what a page has to know of them."""

from __future__ import annotations

from dataclasses import dataclass

from everyway.braille.lines import Line
from everyway.braille.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Portion:
    """Lines in order, and the blank lines wanted before and after them (never at the head of a page).

    `with_next` keeps them on the page of the first lines of what follows; `whole` keeps them on one page if a page can
    hold them. `new_page` begins a page, `skip` lines below its head. `begins` are the ids of what begins here, `head`
    is the running head from here on.
    """

    lines: tuple[Line, ...]
    before: int = 0
    after: int = 0
    with_next: bool = False
    whole: bool = False
    new_page: bool = False
    skip: int = 0
    begins: tuple[str, ...] = ()
    head: Phrase | None = None
