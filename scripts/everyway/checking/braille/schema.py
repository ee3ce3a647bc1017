"""PEF 1.0 (public draft of 12 September 2011): the rules of its RELAX NG, told as what each element may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from everyway.findings import Finding
from everyway.model import Artifact

PEF = "{http://www.daisy.org/ns/2008/pef}"
DC = "{http://purl.org/dc/elements/1.1/}"

_POSITIVE = re.compile(r"\+?0*[1-9]\d*")
_WHOLE = re.compile(r"\+?\d+")
_BOOLEAN = re.compile(r"true|false|0|1")
_CELLS = re.compile("[\u2800-\u28ff]*")
_ANY = re.compile(r"(?s).*")
_LANGUAGE = re.compile(r"[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*")
_SIZES = {"cols": _POSITIVE, "rows": _POSITIVE, "rowgap": _WHOLE, "duplex": _BOOLEAN}


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element may hold: children with how often at least and at most (None: any number), attributes, text."""

    children: Mapping[str, tuple[int, int | None]] = field(default_factory=dict)
    needs: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    may: Mapping[str, re.Pattern[str]] = field(default_factory=dict)
    text: re.Pattern[str] | None = None


_ONCE, _MANY = (0, 1), (0, None)
_METADATA = {
    "identifier": ((1, 1), _ANY), "format": ((1, 1), re.compile("application/x-pef\\+xml")), "title": (_ONCE, _ANY),
    "creator": (_MANY, _ANY), "subject": (_MANY, _ANY), "description": (_ONCE, _ANY), "publisher": (_ONCE, _ANY),
    "contributor": (_MANY, _ANY), "date": (_ONCE, re.compile(r"\d{4}-\d{2}-\d{2}")), "type": (_ONCE, _ANY),
    "source": (_MANY, _ANY), "language": (_MANY, _LANGUAGE), "relation": (_MANY, _ANY), "coverage": (_MANY, _ANY),
    "rights": (_MANY, _ANY),
}  # fmt: skip

RULES: Mapping[str, Rule] = {
    f"{PEF}pef": Rule({f"{PEF}head": (1, 1), f"{PEF}body": (1, 1)}, needs={"version": re.compile("2008-1")}),
    f"{PEF}head": Rule({f"{PEF}meta": (1, 1)}),
    f"{PEF}meta": Rule({f"{DC}{name}": times for name, (times, _) in _METADATA.items()}),
    **{f"{DC}{name}": Rule(text=text) for name, (_, text) in _METADATA.items()},
    f"{PEF}body": Rule({f"{PEF}volume": (1, None)}),
    f"{PEF}volume": Rule({f"{PEF}section": (1, None)}, needs=_SIZES),
    f"{PEF}section": Rule({f"{PEF}page": (1, None)}, may=_SIZES),
    f"{PEF}page": Rule({f"{PEF}row": _MANY}, may={"rowgap": _WHOLE}),
    f"{PEF}row": Rule(may={"rowgap": _WHOLE}, text=_CELLS),
}


def schema(artifact: Artifact) -> Iterator[Finding]:
    """Every breach of the schema; elements of other namespaces are let pass, as PEF allows them."""
    try:
        root = ElementTree.parse(artifact.path).getroot()
    except ElementTree.ParseError as error:
        yield _finding(artifact, f"The file is not well-formed XML: {error}.")
        return
    if root.tag != f"{PEF}pef":
        yield _finding(artifact, f"The file begins with {_name(root.tag)}, not with pef.")
        return
    for message in _breaches(root):
        yield _finding(artifact, message)


def _breaches(element: ElementTree.Element) -> Iterator[str]:
    rule, name = RULES[element.tag], _name(element.tag)
    for attribute, value in element.attrib.items():
        pattern = rule.needs.get(attribute) or rule.may.get(attribute)
        if pattern is None and not attribute.startswith("{"):
            yield f"{name} has an attribute “{attribute}” that PEF does not know."
        elif pattern and not pattern.fullmatch(value.strip()):
            yield f"{name} has {attribute}=“{value}”, which PEF does not allow."
    for attribute in sorted(set(rule.needs) - set(element.attrib)):
        yield f"{name} lacks its attribute {attribute}."
    for child, (least, most) in rule.children.items():
        count = sum(1 for each in element if each.tag == child)
        if count < least or (most is not None and count > most):
            yield f"{name} has {count} {_name(child)}; it has to have {least}{' or more' if most is None else ''}."
    text = (element.text or "") + "".join(child.tail or "" for child in element)
    if rule.text is None and text.strip():
        yield f"{name} holds text: “{text.strip()[:40]}”."
    elif rule.text and not rule.text.fullmatch(text):
        yield f"{name} holds “{text[:40]}”, which PEF does not allow."
    for each in element:
        if each.tag in rule.children:
            yield from _breaches(each)
        elif each.tag.startswith((PEF, DC)):
            yield f"{name} holds {_name(each.tag)}, which does not belong there."


def _name(tag: str) -> str:
    return tag.replace(PEF, "").replace(DC, "dc:")


def _finding(artifact: Artifact, message: str) -> Finding:
    return Finding("BRL004", message, format=artifact.format)
