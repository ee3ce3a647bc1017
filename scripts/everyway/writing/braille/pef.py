"""PEF of an edition: one file with all volumes, for embossers of any make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from everyway.braille.pef import MEDIA_TYPE, pef
from everyway.model import Artifact, Edition, Publication
from everyway.writing.braille.copy import Copy, deliver, facts_of

NAME = "pef"


def make_pef(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """PEF of an edition by the braille settings of the publication, unless the options differ.

    Facts as of BRF, but for `volumes_inside`: how many there are in this one file.
    """
    copy = Copy.of(publication, edition, options)
    book = copy.book()
    target = folder / copy.file(NAME, "pef")
    content = pef(book, publication, edition)
    deliver(content, target)
    pages = sum(len(volume.pages) for volume in book.volumes)
    facts = {**facts_of(book, edition), "pages": pages, "volumes_inside": len(book.volumes)}
    return [Artifact(NAME, edition.name, target, MEDIA_TYPE, len(content), facts)]
