"""Word documents: the usual one, and one in large print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from everyway.errors import UsageError
from everyway.model import Artifact, Edition, Publication
from everyway.tools.pandoc import run_pandoc
from everyway.writing.print.press import deliver
from everyway.writing.word.document import document, file_name
from everyway.writing.word.pictures import Pictures
from everyway.writing.word.reference import Look, reference

NAME, LARGE_NAME = "word", "word-large-print"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

SIZE, EASY_READ_SIZE, LARGE_SIZE = 14, 16, 18
SMALLEST, LARGEST = 12, 36
"""Points. Above 36 the words of a table no longer fit beside one another on A4."""


def make_docx(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """The Word document of an edition, in the folder. Options: `size` in points. Facts: `size`.

    ToolError when pandoc is missing or fails; WritingError when there is no room.
    """
    return _make(publication, edition, NAME, options.get("size", EASY_READ_SIZE if edition.easy_read else SIZE), folder)


def make_large_docx(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """The Word document of an edition in large print, as `make_docx` makes it."""
    return _make(publication, edition, LARGE_NAME, options.get("size", LARGE_SIZE), folder)


def _make(publication: Publication, edition: Edition, name: str, size: object, folder: Path) -> Sequence[Artifact]:
    from everyway.writing.word.mending import mended

    look = Look(chosen_size(size))
    parts = look.parts(publication, edition)
    pictures = Pictures(edition, look.scale)
    made = run_pandoc(document(publication, edition, name, pictures), "docx", reference(parts))
    content = mended(made, parts, look, pictures.stood_in_for)
    target = folder / file_name(publication, edition.name, name)
    deliver(content, target)
    return [Artifact(name, edition.name, target, MEDIA_TYPE, len(content), {"size": look.size})]


def chosen_size(size: object) -> int:
    """A size in points; UsageError for one that a document cannot have."""
    if isinstance(size, int) and not isinstance(size, bool) and SMALLEST <= size <= LARGEST:
        return size
    raise UsageError(
        "size-out-of-range",
        f"A document cannot be made in the size {size}.",
        fix=f"Choose a whole number of points from {SMALLEST} to {LARGEST}.",
    )
