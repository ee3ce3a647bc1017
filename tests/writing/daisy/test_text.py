"""Where things stand in the text of a talking book that the model has no place for."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from everyway.writing.daisy.containers import Container, Path
from everyway.writing.daisy.text import floating


def path(tags: str) -> Path:
    """Containers by their tags; `section` is one, and a digit after a tag tells it from others like it."""
    return tuple(
        Container(sum(map(ord, tag)), tag.rstrip("0123456789"), Markup(""), section=tag.startswith("section"))
        for tag in tags.split()
    )


CASES = {
    "between two paragraphs": ("section p1", "section p2", "section div"),
    "within a paragraph it is part of the line": ("section p", "section p", "section p span"),
    "between two items it is in the first": ("section ul li1", "section ul li2", "section ul li1 div"),
    "between two paragraphs of an item": ("ul li p1", "ul li p2", "ul li div"),
    "between two cells it is in the first": ("table tr td1", "table tr td2", "table tr td1 div"),
    "between two rows it is in the last cell": ("table tr1 td", "table tr2 th", "table tr1 td div"),
    "before another section it is in the one before": ("section1 p", "section2", "section1 div"),
    "after a sub-section it is in it": ("section1 section2 p", "section3", "section1 section2 div"),
    "before everything": ("", "section", "div"),
    "after everything": ("section p", "", "section div"),
}


@pytest.mark.parametrize("name", CASES)
def test_what_floats_stands_in(name: str) -> None:
    before, after, asked = CASES[name]
    found = floating(path(before), path(after), path("div"))
    names = {sum(map(ord, tag)): tag for tag in asked.split()}
    assert " ".join(each.tag if each.tag in ("div", "span") else names[each.number] for each in found) == asked
