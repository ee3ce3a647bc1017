"""Printed copies to look at: of the publication "paper", by its real themes, with a style sheet laid over them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from everyway.checking.gate import NotChecked
from everyway.checking.paper.check import reads_well
from everyway.findings import Finding
from everyway.model import Artifact, Picture, Publication
from everyway.reading.publication import read_publication
from everyway.writing.formats import format_named
from everyway.writing.print.press import Press, Printed

PAPER = Path(__file__).parents[2] / "publications" / "paper"

LARGE, NORMAL = "large-print", "pdf"


@cache
def paper() -> Publication:
    reading = read_publication(PAPER)
    assert reading.findings == ()
    assert reading.publication is not None
    return reading.publication


def made(
    folder: Path,
    form: str,
    edition: str,
    css: str = "",
    patch: pytest.MonkeyPatch | None = None,
    publication: Publication | None = None,
) -> Artifact:
    """A copy in a format, with more style at the end of its head, where it wins over the theme's."""
    if patch is not None:
        real = Press.print

        def printed(press: Press, html: str, pictures: Iterable[Picture], **more: Any) -> Printed:
            return real(press, html.replace("</head>", f"<style>{css}</style></head>"), pictures, **more)

        patch.setattr(Press, "print", printed)
    publication = publication or paper()
    artifact, *_ = format_named(form).make_edition(publication, publication.edition(edition), folder)
    return artifact


def found(artifact: Artifact, publication: Publication | None = None) -> tuple[Finding, ...]:
    findings = reads_well(publication or paper(), artifact)
    assert not isinstance(findings, NotChecked)
    return tuple(findings)
