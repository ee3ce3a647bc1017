"""The PDF structure tree, written from laid-out HTML.

    with structure_tree():
        HTML(...).write_pdf(path, pdf_variant="pdf/ua-1")

Inside the context WeasyPrint's own tags are replaced by ours: one structure element for each HTML element, in the order
of the HTML, however many lines and pages it runs over. PDF 1.7 only. The stages, in order: `planting` (elements to
nodes), `drawing` (what is drawn to its nodes), `shaping` (the final tree), `tables`, `streams`, `output`.

What the HTML may say:

- `data-pdf-role="P"`: the element's structure type; "none" for no element; "Artifact" for no content.
- `data-pdf-title="body"`: the element's title (/T), by which a reader of the tree finds it.
- `nav.toc` holds the contents. `aria-hidden="true"` and `img alt=""` are not content.
- `lang`, `abbr title`, `th scope`, `colspan`, `rowspan`, `img alt`, `aria-label` of a link: as in HTML.
- `float: footnote` in the style sheet makes a note.

Errors in the HTML are logged to `weasyprint.tagging`, as WeasyPrint logs its own.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from everyway.tagging.boxes import Document, Stream
    from everyway.tagging.nodes import Node
    from everyway.tagging.objects import Pdf

LOGGER = logging.getLogger("weasyprint.tagging")

AddTags = Callable[["Pdf", "Document", object, Sequence["Stream"]], None]

_wanted: ContextVar[bool] = ContextVar("structure_tree", default=False)
_lock = threading.Lock()
_native: AddTags | None = None
_users = 0


@contextmanager
def structure_tree() -> Iterator[None]:
    """Give the PDFs that are rendered in this context (and thread) our structure tree."""
    _replace()
    token = _wanted.set(True)
    try:
        yield
    finally:
        _wanted.reset(token)
        _restore()


def add_tags(pdf: Pdf, document: Document, pdf_version: object, streams: Sequence[Stream]) -> None:
    """Write the structure tree of a laid-out document into its file, and put its pages' streams right."""
    from everyway.tagging import lost, output, shaping, tables
    from everyway.tagging.drawing import Drawing
    from everyway.tagging.planting import plan_of
    from everyway.tagging.source import Source
    from everyway.tagging.spaces import Spacing
    from everyway.tagging.streams import rewrite, spaces_of

    if not document.metadata.lang:
        LOGGER.error('The html element has no "lang": no voice would know how to read the text')
    html = _html(document)
    plan = plan_of(html, document.metadata.lang or "")
    drawing = Drawing(plan, Spacing(Source(html)))
    drawn = [drawing.page(*one) for one in zip(count(), document.pages, streams)]
    lost.report(plan)

    order = shaping.shape(plan.root)
    ids = count(1)
    for node in order:
        if node.role == "Table":
            tables.describe(node, lambda: f"cell-{next(ids)}")
        elif node.role == "Figure" and not node.alt:
            source = node.element.get("src", "") if node.element is not None else ""
            LOGGER.error('The picture "%s" has no alternative text', source)

    spaces = spaces_of(document.fonts)
    for page, roles in enumerate(_roles(order, len(streams))):
        rewrite(streams[page], drawn[page], roles, spaces)
    output.drop_annotations(pdf, drawing.dropped)
    output.write(pdf, order, len(streams))


def _html(document: Document) -> Element:
    """Give the html element whose boxes are drawn."""
    for page in document.pages:
        for box in page._page_box.children:
            if box.element is not None and box.element.tag == "html":
                return box.element
    raise LookupError("no page holds the html element")


def _roles(order: Sequence[Node], pages: int) -> list[dict[int, str]]:
    """Give the role of each piece of content, page by page."""
    from everyway.tagging.nodes import Run

    roles: list[dict[int, str]] = [{} for _ in range(pages)]
    for node in order:
        for kid in node.kids:
            if isinstance(kid, Run):
                roles[kid.page][kid.mcid] = node.role
    return roles


def _dispatch(pdf: Pdf, document: Document, pdf_version: object, streams: Sequence[Stream]) -> None:
    if _wanted.get():
        add_tags(pdf, document, pdf_version, streams)
    elif _native is not None:
        _native(pdf, document, pdf_version, streams)


def _replace() -> None:
    import weasyprint.pdf  # type: ignore[import-untyped]

    global _native, _users
    with _lock:
        if _users == 0:
            _native = weasyprint.pdf.add_tags
            weasyprint.pdf.add_tags = _dispatch
        _users += 1


def _restore() -> None:
    import weasyprint.pdf

    global _users
    with _lock:
        _users -= 1
        if _users == 0:
            weasyprint.pdf.add_tags = _native
