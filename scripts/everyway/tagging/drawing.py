"""What is drawn, page by page, is given to its nodes: text, pictures and links; the rest becomes artifacts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from everyway.tagging import boxes, figures, links, lists, notes
from everyway.tagging.boxes import Box, Page, Stream
from everyway.tagging.nodes import Area, Artifact, Node, Run
from everyway.tagging.planting import Plan
from everyway.tagging.spaces import Spacing, Text

OWN_TEXT = ("", "first-letter", "first-line")
"""Pseudo-elements whose text is the element's own; what others hold comes from the style sheet."""


@dataclass(frozen=True, slots=True)
class Around:
    """What a box stands in: the line, by number, and the block, by its element and pseudo-element."""

    line: int | None = None
    block: tuple[Element, str] | None = None


@dataclass(slots=True)
class Drawn:
    """What became of each marked-content sequence of a page, by its MCID."""

    artifacts: dict[int, Artifact] = field(default_factory=dict)
    texts: dict[int, Text] = field(default_factory=dict)


@dataclass(slots=True)
class Drawing:
    """Walks the boxes of all pages. `dropped`: the annotations that no link wants, by reference."""

    plan: Plan
    spacing: Spacing
    dropped: set[bytes] = field(default_factory=set)
    _first: dict[Element, tuple[int, Box]] = field(default_factory=dict)
    _lines: int = 0
    _page: int = 0
    _height: float = 0
    _left: dict[Box, int] = field(default_factory=dict)
    _drawn: Drawn = field(default_factory=Drawn)

    def page(self, number: int, page: Page, stream: Stream) -> Drawn:
        """Give all that is drawn on one page to its nodes. Pages must come in order."""
        self._page, self._height, self._drawn = number, page.height, Drawn()
        self._left = {box: mark["mcid"] for box, mark in stream._tags.items()}
        for child in page._page_box.children:
            self._visit(child, None, Around())
        for mcid in self._left.values():  # nothing may be left unmarked (ISO 14289-1, 7.1)
            self._drawn.artifacts[mcid] = Artifact.LAYOUT
        return self._drawn

    def _visit(self, box: Box, artifact: Artifact | None, around: Around) -> None:
        box = boxes.laid_out(box)
        artifact = artifact or self._artifact(box)
        around = self._around(box, around)
        node = None if artifact or box.element is None else self._node(box, box.element)
        if box.link_annotation is not None:
            area = Area(self._page, around.line, box.link_annotation)
            if node is None or not links.attach(self.plan, node, area):
                self.dropped.add(box.link_annotation.reference)
        if box in self._left:
            self._leaf(box, node, artifact, around)
        elif node is not None:
            if box.is_leader:
                artifact = Artifact.LAYOUT
                self.spacing.gap(node)
            elif node.role in ("TD", "TH"):
                node.reach()  # an empty cell is a cell
        for child in box.children:
            self._visit(child, artifact, around)

    def _artifact(self, box: Box) -> Artifact | None:
        """Tell why a box and all in it is no content, or None."""
        element = box.element
        margin = boxes.margin_artifact(box)
        if margin or element is None:
            return margin
        if element in self.plan.hidden:
            return Artifact.LAYOUT
        if boxes.is_row_group(box) or box.style["position"] == "fixed":
            page, first = self._first.setdefault(element, (self._page, box))
            if page != self._page or (first is not box and boxes.is_row_group(box)):
                return Artifact.PAGINATION
        return None

    def _around(self, box: Box, around: Around) -> Around:
        """Give what stands around the content of a box."""
        if around.line is None and boxes.is_line(box):
            self._lines += 1
            return replace(around, line=self._lines)
        if boxes.is_block(box) and box.element is not None:
            pseudo = _pseudo(box)
            return replace(around, block=(box.element, "" if pseudo in OWN_TEXT else pseudo))
        return around

    def _node(self, box: Box, element: Element) -> Node | None:
        """Give the node that a box's content belongs to."""
        pseudo = _pseudo(box)
        if pseudo == "footnote-call":
            node = notes.call(self.plan, element)
            self.spacing.gap(node)
            return node
        if pseudo == "marker":
            label = self.plan.marks.get((element, "marker"))
            if label is not None:
                lists.numbered(label, box.style["list_style_type"])
                return label
        elif pseudo == "footnote-marker":
            return self.plan.marks.get((element, pseudo))
        return self.plan.homes.get(element)

    def _leaf(self, box: Box, node: Node | None, artifact: Artifact | None, around: Around) -> None:
        mcid = self._left.pop(box)
        run = Run(self._page, mcid)
        if node is None or (boxes.is_text(box) and not box.text.strip()):  # a space is not drawn
            self._drawn.artifacts[mcid] = artifact or Artifact.LAYOUT
            return
        if boxes.is_text(box):
            if node.role == "Figure":  # a picture that could not be read: its alternative is drawn as text
                node.role, node.alt = "Span", None
            pseudo, text = _pseudo(box), Text(box.text, node, around.line, around.block)
            if box.element is not None:
                pseudo = "" if pseudo in OWN_TEXT else pseudo
                self._drawn.texts[mcid] = self.spacing.follow(text, box.element, pseudo)
        elif node.role == "Figure":
            figures.place(node, box, self._height)
        node.reach()
        node.kids.append(run)


def _pseudo(box: Box) -> str:
    return (box.element_tag or "").partition("::")[2]
