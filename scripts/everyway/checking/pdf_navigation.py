"""Ways through a PDF: bookmarks, contents and links lead to every heading, on the page where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator

from everyway.checking.account import Account, Heading, letters
from everyway.checking.difference import gaps, pairs
from everyway.checking.fidelity import Difference, Fault
from everyway.checking.pdf_account import ON_PAGE
from everyway.tagging.tree import Annotation, Element, TaggedPdf
from everyway.wording import Wording

SMALLEST = 4.0
"""Points: a link's area that is lower or narrower than this cannot be hit."""

VOLUME = "volume"
"""The title of what stands above the first line of each volume in the contents."""

_VOLUME_FILE = re.compile(r"-volume-(\d+)-of-\d+\.pdf#")

Ruled = tuple[str, Difference]


def bookmarks(pdf: TaggedPdf, asked: Account, whole: Account) -> Iterator[Ruled]:
    """Bookmarks that are missing, too many, at the wrong depth or page, against every heading of the document."""
    given = [(depth, bookmark) for top in pdf.bookmarks for depth, bookmark in top.walk()]
    sources = {heading.text: heading.where for heading in asked.headings}
    headings = whole.headings
    differing = gaps([heading.letters for heading in headings], [letters(bookmark.title) for _, bookmark in given])
    for gap in differing:
        for heading in headings[gap.a_start : gap.a_end]:
            message = f"The heading “{heading.text}” has no bookmark in its place."
            yield "PDF018", Difference(Fault.HEADING, message, sources.get(heading.text), heading.page)
        for _, bookmark in given[gap.b_start : gap.b_end]:
            message = f"The bookmark “{bookmark.title}” is no heading at its place."
            yield "PDF018", Difference(Fault.HEADING, message, None, bookmark.page or 0)
    for index, other in pairs(len(headings), differing):
        heading, (depth, bookmark) = headings[index], given[other]
        if not _same(heading, bookmark.title):
            message = f"The bookmark of the heading “{heading.text}” says “{bookmark.title}”."
            yield "PDF018", Difference(Fault.HEADING, message, sources.get(heading.text), heading.page)
        if (depth, bookmark.page) != (heading.level, heading.page):
            message = (
                f"The heading “{heading.text}” (level {heading.level}, page {heading.page}) has a bookmark of depth "
                f"{depth} that leads to page {bookmark.page}."
            )
            yield "PDF018", Difference(Fault.HEADING, message, sources.get(heading.text), heading.page)


def contents(pdf: TaggedPdf, book: Account, asked: Account, got: Account) -> Iterator[Ruled]:
    """Entries of the contents that are missing, too many or give the wrong page, against the headings of the text.

    The contents are those of the whole book; the pages of other volumes than this one can only be seen there.
    """
    top = next(pdf.document.find("TOC"), None) if pdf.document else None
    if top is None:
        yield "PDF019", Difference(Fault.STRUCTURE, "The PDF has no contents.", None)
        return
    entries = list(_entries(top, 1))
    depth = max((depth for depth, _ in entries), default=1)
    pages = _pages(asked, got)
    headings = [heading for heading in book.headings if heading.level <= depth]
    here = {heading.id for heading in asked.headings}
    differing = gaps(
        [heading.letters for heading in headings], [letters(_words(pdf, entry)[0]) for _, entry in entries]
    )
    for gap in differing:
        for heading in headings[gap.a_start : gap.a_end]:
            message = f"The heading “{heading.text}” has no line in its place in the contents."
            yield "PDF019", Difference(Fault.HEADING, message, heading.where)
        for _, entry in entries[gap.b_start : gap.b_end]:
            message = f"The line “{_words(pdf, entry)[0]}” of the contents is no heading at its place."
            yield "PDF019", Difference(Fault.HEADING, message, None, entry.page or 0)
    for index, other in pairs(len(headings), differing):
        heading, entry = headings[index], entries[other][1]
        words, said = _words(pdf, entry)
        page = pages.get(heading.id, 0)
        if not _same(heading, words):
            message = f"The contents say “{words}” for the heading “{heading.text}”."
            yield "PDF019", Difference(Fault.HEADING, message, heading.where, entry.page or 0)
        label = pdf.labels[page - 1] if page else "?"
        if heading.id in here and said != label:
            message = f"The contents say that “{heading.text}” is on page {said or '?'}; it is on page {label}."
            yield "PDF019", Difference(Fault.HEADING, message, heading.where, entry.page or 0)
        targets = {area.target for link in entry.find("Link") for area in link.annotations}
        if heading.id not in here:
            targets = {target[target.find("#") :] for target in targets if not target.startswith("#")}
        if targets != {f"#{heading.id}"}:
            message = f"The line “{heading.text}” of the contents does not lead to its heading."
            yield "PDF015", Difference(Fault.TARGET, message, heading.where, entry.page or 0)


def links(pdf: TaggedPdf, asked: Account, got: Account) -> Iterator[Ruled]:
    """Links that lead nowhere or to the wrong page, cannot be hit, or are told to nobody."""
    pages = _pages(asked, got)
    for link in pdf.document.find("Link") if pdf.document else ():
        if not any(_can_be_hit(area) for area in link.annotations):
            message = f"The link “{' '.join(link.words(alternatives=True))}” is too small to click."
            yield "PDF015", Difference(Fault.TARGET, message, None, link.page or 0)
        words = " ".join(link.words(alternatives=True))
        for area in link.annotations[:1]:
            if area.contents == area.target != words:
                message = f"The link “{words}” is announced by its address, {area.target}."
                yield "PDF015", Difference(Fault.TARGET, message, None, area.page)
    words_of = {
        area: " ".join(link.words(alternatives=True))
        for link in (pdf.document.find("Link") if pdf.document else ())
        for area in link.annotations
    }
    for area in pdf.links:
        name = area.target.removeprefix("#")
        wrong = ""
        if not area.tagged:
            wrong = "is not part of the structure"
        elif not area.contents.strip():
            wrong = "does not say where it leads"
        elif area.target in ("", "page None") or (area.target.startswith("#") and not pdf.destinations.get(name)):
            wrong = "leads nowhere"
        elif area.target.startswith("#") and name in pages and pdf.destinations[name] != pages[name]:
            wrong = f"leads to page {pdf.destinations[name]}, but its heading is on page {pages[name]}"
        if wrong:
            message = f"The link “{words_of.get(area) or area.contents or area.target}” {wrong}."
            yield "PDF015", Difference(Fault.TARGET, message, None, area.page)


def pages_beside_links(pdf: TaggedPdf, wording: Wording) -> Iterator[Ruled]:
    """What paper says beside a link is the page it leads to, in the words for that, and nothing else.

    Of a place in another volume only the number of the volume can be seen here.
    """
    for link in pdf.document.find("Link") if pdf.document else ():
        target = link.annotations[0].target if link.annotations else ""
        for beside in link.find("Span", title=ON_PAGE):
            said = " ".join(beside.words())
            page = pdf.destinations.get(target.removeprefix("#"))
            if volume := _VOLUME_FILE.search(target):
                number = next(reversed(re.findall(r"\d+", said)), "")
                asked = wording("on-page-of-volume", volume=volume[1], page=number)
            else:
                asked = wording("on-page", page=pdf.labels[page - 1]) if page else ""
            if said != asked:
                message = f"Beside a link stands “{said}”, but “{asked}” would be right."
                yield "PDF015", Difference(Fault.TARGET, message, None, beside.page or 0)


def _can_be_hit(area: Annotation) -> bool:
    """A link over two lines may have an empty area where the first ends; one that can be hit is enough."""
    left, bottom, right, top = area.rectangle
    return min(abs(right - left), abs(top - bottom)) >= SMALLEST


def _pages(asked: Account, got: Account) -> dict[str, int]:
    """The page of each heading, by its id."""
    differing = gaps(_names(asked.headings), _names(got.headings))
    matched = pairs(len(asked.headings), differing)
    return {asked.headings[index].id: got.headings[other].page for index, other in matched}


def _names(headings: tuple[Heading, ...]) -> list[tuple[int, str]]:
    return [(heading.level, heading.letters) for heading in headings]


def _same(heading: Heading, text: str) -> bool:
    """Whether the same is said; beside the call of a note a space makes no difference."""
    return heading.letters == letters(text) if heading.calls_note else heading.text == text


def _entries(contents: Element, depth: int) -> Iterator[tuple[int, Element]]:
    """The lines of the contents in order, with their depth; lines under a line are not part of it."""
    for kid in contents.elements:
        if kid.role == "TOCI":
            own = tuple(one for one in kid.kids if isinstance(one, str) or (one.role != "TOC" and one.title != VOLUME))
            yield depth, Element(kid.role, own, page=kid.page)
            for inner in kid.elements:
                if inner.role == "TOC":
                    yield from _entries(inner, depth + 1)


def _words(pdf: TaggedPdf, entry: Element) -> tuple[str, str]:
    """What a line of the contents says: the heading, and the page number after it."""
    words = entry.words()
    if words and words[-1].isdecimal():
        return " ".join(words[:-1]), words[-1]
    return " ".join(words), ""
