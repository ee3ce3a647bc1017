"""Faults planted in the PDF of Easy Read: too many pages, and a front that does not say what it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from everyway.model import Artifact, Picture, Publication, Source
from everyway.reading.publication import read_publication
from everyway.writing.print.press import Press, Printed
from tests.checking.paper.copies import NORMAL, made, paper
from tests.faults.artifacts.paper import looked_at
from tests.faults.planting import folder_for, planted
from tests.reading.projects import make_project


@cache
def without_its_name() -> Publication:
    """The publication, whose titles do not say that one of its editions is Easy Read."""
    publication = paper()
    easy = replace(publication.edition("easy-read"), title="Another title")
    editions = tuple(easy if one.name == easy.name else one for one in publication.editions)
    return replace(publication, title="A title", editions=editions)


def _styled(css: str, publication: Publication, folder: Path) -> Artifact:
    real = Press.print

    def printed(press: Press, html: str, pictures: Iterable[Picture], **more: Any) -> Printed:
        return real(press, html.replace("</head>", f"<style>{css}</style></head>"), pictures, **more)

    with patch.object(Press, "print", printed):
        return made(folder, NORMAL, "easy-read", publication=publication)


@cache
def long() -> Publication:
    """A publication with 170 statements in Easy Read, which no reader gets to the end of."""
    statements = (f"![](star) We have idea {number}.\n" for number in range(1, 171))
    files = {"content/easy-read/01-ideas.md": "# Ideas {covers=base}\n\n" + "\n".join(statements)}
    publication = read_publication(make_project(folder_for("long-easy-read"), files)).publication
    assert publication is not None
    return publication


def too_long(folder: Path) -> Artifact:
    return made(folder, NORMAL, "easy-read", publication=long())


def nameless(folder: Path) -> Artifact:
    return _styled(".badge { display: none }", without_its_name(), folder)


FAULTS = (
    planted(
        NORMAL,
        "Easy Read has too many pages",
        "ER060",
        too_long,
        Source("content/publication.yml", 7),
        slow=True,
        told_of=long,
        look=looked_at,
    ),
    planted(
        NORMAL,
        "Easy Read does not say so",
        "ER061",
        nameless,
        paper().edition("easy-read").source,
        slow=True,
        told_of=without_its_name,
        look=looked_at,
    ),
)
