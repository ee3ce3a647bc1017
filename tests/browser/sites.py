"""The sites that the browser tests open: the project's own publication, and a small one with every kind of block."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from everyway.manifest import EMPTY, Manifest
from everyway.model import Publication
from everyway.reading.publication import read_publication
from everyway.writing.parts import Parts
from everyway.writing.site.build import make_site
from tests.writing.site.small import small_manifest, small_publication
from tests.writing.site.tones import parts_of

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built: its publication and its folder."""

    publication: Publication
    folder: Path

    @property
    def pages(self) -> list[str]:
        """The paths of its pages."""
        return sorted(file.relative_to(self.folder).as_posix() for file in self.folder.rglob("*.html"))


def build_example(build: Path) -> Built:
    """The site of the publication in content/, without downloads."""
    reading = read_publication(PROJECT)
    assert reading.publication is not None, reading.findings
    return _build(reading.publication, EMPTY, build, {})


def build_small(build: Path) -> Built:
    """The site of the small publication, with downloads, to be read and listened to."""
    publication = small_publication()
    return _build(publication, small_manifest(build), build, parts_of(publication, build / "tones"))


def _build(publication: Publication, manifest: Manifest, build: Path, parts: Mapping[str, Parts]) -> Built:
    folder = build / "site"
    folder.mkdir()
    make_site(publication, manifest, folder, parts)
    return Built(publication, folder)
