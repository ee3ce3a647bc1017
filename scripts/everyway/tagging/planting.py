"""HTML elements to nodes: one node per element, in the order of the HTML, before anything is drawn."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from everyway.tagging import figures, lists, roles
from everyway.tagging.nodes import Node

LOGGER = logging.getLogger("weasyprint.tagging")


@dataclass(frozen=True, slots=True)
class Setting:
    """What an element inherits: its language, and whether it stands in the contents or in code."""

    language: str
    contents: bool = False
    code: bool = False


@dataclass(slots=True)
class Plan:
    """Where what is drawn belongs.

    `homes`: the node for an element's own content. `marks`: the node for a pseudo-element, by (element, "marker").
    `hidden`: elements that are not content; nothing inside them is in `homes`.
    """

    root: Node
    homes: dict[Element, Node] = field(default_factory=dict)
    marks: dict[tuple[Element, str], Node] = field(default_factory=dict)
    hidden: set[Element] = field(default_factory=set)
    count: int = 0

    def node(self, role: str, element: Element | None, parent: Node, language: str) -> Node:
        """Make the next node in the order of the HTML."""
        self.count += 1
        return Node(role, element, parent, self.count, language)


Construct = Callable[[Plan, Element, Node, Setting], Node]


def plan_of(html: Element, language: str) -> Plan:
    """Give the plan of a whole document from its html element."""
    plan = Plan(Node("Document", html, None, 0, language))
    plan.homes[html] = plan.root
    setting = Setting(language)
    for child in html:
        plant(plan, child, plan.root, setting)
    return plan


def plant(plan: Plan, element: Element, parent: Node, setting: Setting) -> None:
    """Add an element, and all in it, to the plan."""
    if not isinstance(element.tag, str):  # a comment
        return
    if _hidden(element):
        plan.hidden.add(element)
        return
    language = element.get("lang") or element.get("{http://www.w3.org/XML/1998/namespace}lang") or setting.language
    setting = replace(setting, language=language)
    if element.tag == "nav" and "toc" in element.get("class", "").split():
        setting = replace(setting, contents=True)
    elif element.tag == "pre":
        setting = replace(setting, code=True)
    make = plain if element.get("data-pdf-role") and element.tag not in PICTURES else CONSTRUCTS.get(element.tag, plain)
    home = make(plan, element, parent, setting)
    plan.homes[element] = home
    home.title = element.get("data-pdf-title") or home.title
    for child in element:
        plant(plan, child, home, setting)


def role_of(element: Element, parent: Node, setting: Setting) -> str:
    """Give the role of an element: what it asks for in `data-pdf-role`, else by its tag and its attributes."""
    asked = element.get("data-pdf-role")
    if asked == "none":
        return roles.TRANSPARENT
    if asked:
        if asked in roles.ALLOWED:
            return asked
        LOGGER.error('data-pdf-role="%s" is no structure type of PDF 1.7', asked)
    role = roles.ROLES.get(element.tag, roles.TRANSPARENT)
    if element.tag in roles.PARAGRAPHS and any(inner.tag in roles.BLOCKS for inner in element):
        role = "Div"
    elif (role == "Link" and not element.get("href")) or (role == "Code" and setting.code and element.tag == "code"):
        role = roles.TRANSPARENT
    if role == roles.TRANSPARENT and (_expansion(element) or setting.language != parent.language):
        role = "Span"
    return role


def plain(plan: Plan, element: Element, parent: Node, setting: Setting) -> Node:
    """An element that becomes one node, or none of its own."""
    role = role_of(element, parent, setting)
    node = plan.node(role, element, parent, setting.language)
    node.expansion = _expansion(element)
    if role == "Note":
        node.identifier = element.get("id") or f"note-{node.place}"  # ISO 14289-1, 7.9
    if element.tag == "pre":
        node.set("Layout", Placement="/Block")  # Code runs on in a line otherwise (14.8.5.4.2)
    return node


def link(plan: Plan, element: Element, parent: Node, setting: Setting) -> Node:
    """A link; in the contents it stands in a Reference (14.8.4.2, TOCI)."""
    if setting.contents and element.get("href"):
        parent = plan.node("Reference", None, parent, setting.language)
    return plain(plan, element, parent, setting)


def picture(plan: Plan, element: Element, parent: Node, setting: Setting) -> Node:
    """A picture, with its alternative text."""
    node = plain(plan, element, parent, setting)
    node.alt = figures.alternative(element)
    return node


CONSTRUCTS: dict[str, Construct] = {
    "a": link,
    "img": picture,
    roles.SVG: picture,
    "ul": lists.a_list,
    "ol": lists.a_list,
    "menu": lists.a_list,
    "li": lists.item,
    "dl": lists.definitions,
    "dt": lists.term,
    "dd": lists.description,
}
"""Elements that need more than a role; all others are `plain`, as are those that name their role themselves."""

PICTURES = ("img", roles.SVG)


def _hidden(element: Element) -> bool:
    if element.get("aria-hidden") == "true" or element.get("data-pdf-role") == "Artifact":
        return True
    decorative = element.get("alt") == "" or element.get("role") in ("presentation", "none")
    return element.tag == "img" and decorative


def _expansion(element: Element) -> str | None:
    return element.get("title") if element.tag == "abbr" else None
