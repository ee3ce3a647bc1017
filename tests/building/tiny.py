"""A publication of one sentence in two editions, and formats that write it as text: enough to watch a build by."""

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path

from everyway.errors import ToolError
from everyway.manifest import Manifest
from everyway.model import (
    Artifact,
    Contact,
    Edition,
    EditionKind,
    Paragraph,
    Publication,
    Section,
    Sentence,
    Source,
    Text,
)
from everyway.writing.formats import Format
from everyway.writing.parts import Parts


def publication(words: str = "We look after people.") -> Publication:
    where = Source("content/plan/01-care.md", 1)
    editions = []
    for name, kind in (("plan", EditionKind.STANDARD), ("easy-read", EditionKind.EASY_READ)):
        paragraph = Paragraph((Sentence("s2", (Text(words),), where),), where)
        section = Section("care", 1, Sentence("s1", (Text("Care"),), where), (paragraph,), (), where, covers=("care",))
        editions.append(Edition(name, kind, f"Care ({name})", "en-GB", (section,), where))
    return Publication(
        name="care",
        title="Care",
        publisher="A council",
        language="en-GB",
        date=datetime.date(2020, 7, 30),
        contact=Contact("hello@example.org"),
        rights="",
        editions=tuple(editions),
        source=where,
    )


def make_words(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    file = folder / f"{publication.name}-{edition.name}-words.txt"
    file.write_text(f"{edition.title}\n", "utf-8")
    return [Artifact("words", edition.name, file, "text/plain", file.stat().st_size, {"pages": 1})]


def make_shelf(
    publication: Publication, manifest: Manifest, folder: Path, parts: Mapping[str, Parts]
) -> Sequence[Artifact]:
    file = folder / "index.txt"
    file.write_text("".join(f"{item.path}\n" for item in manifest.items), "utf-8")
    return [Artifact("shelf", "", folder, "text/plain", file.stat().st_size)]


def break_down(*_: object) -> Sequence[Artifact]:
    raise ToolError("voice-died", "The voice died.", fix="Start it again.")


def fill_disk(*_: object) -> Sequence[Artifact]:
    raise OSError(28, "No space left on device", "words.txt")


WORDS = Format("words", "text", "Words", "To read.", "txt", f"{__name__}:make_words", ())
SHELF = Format("shelf", "web", "Shelf", "To find them.", "", f"{__name__}:make_shelf", (), scope="publication")
