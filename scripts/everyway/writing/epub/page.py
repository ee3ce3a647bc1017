"""A page of the book: one XHTML file, while it is being made."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from everyway.reading.ids import Ids


@dataclass(frozen=True, slots=True)
class Page:
    """One file: `name` is its name without an ending, `matter` the division of the book that it stands in.

    `body` are its elements, which the steps that make the book change; `ids` are the ids in it.
    """

    name: str
    title: str
    matter: str
    language: str
    body: Element
    ids: Ids = field(default_factory=Ids)

    def __post_init__(self) -> None:
        for element in self.body.iter():
            if name := element.get("id"):
                self.ids.take(name)

    @property
    def file(self) -> str:
        """The name of the file."""
        return f"{self.name}.xhtml"
