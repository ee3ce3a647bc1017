"""BRF of an edition: one file for an embosser or a display, or one for each volume."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from everyway.braille.brf import brf
from everyway.model import Artifact, Edition, Publication
from everyway.writing.braille.copy import Copy, deliver, facts_of

NAME = "brf"
MEDIA_TYPE = "text/x-brf"


def make_brf(
    publication: Publication, edition: Edition, options: Mapping[str, object], folder: Path
) -> Sequence[Artifact]:
    """BRF of an edition by the braille settings of the publication, unless the options differ.

    Facts: `pages` of this volume, `volume` of so many `volumes`, `code` (as registered for eBraille), `translator`,
    `proof_read`, `tables_as_lists` (the numbers of tables that are told row by row) and the options.
    """
    copy = Copy.of(publication, edition, options)
    book = copy.book()
    artifacts = []
    for volume in book.volumes:
        target = folder / copy.file(NAME, "brf", volume.number if len(book.volumes) > 1 else 0)
        content = brf(volume, double_sided=copy.options.sides == "double")
        deliver(content, target)
        facts = {
            **facts_of(book, edition),
            "volume": volume.number,
            "volumes": len(book.volumes),
            "pages": len(volume.pages),
        }
        artifacts.append(Artifact(NAME, edition.name, target, MEDIA_TYPE, len(content), facts))
    return artifacts
