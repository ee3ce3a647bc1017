"""A braille copy of an edition: its options, its book, its file names and facts. Formats share it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from everyway.braille.book import Book, set_book
from everyway.braille.louis import louis
from everyway.braille.options import BrailleOptions, settings_of
from everyway.errors import WritingError
from everyway.model import Edition, Publication
from everyway.model.artifact import Fact


@dataclass(frozen=True, slots=True)
class Copy:
    """An edition, the options of its copy, and what sets them apart from the usual ones in file names."""

    publication: Publication
    edition: Edition
    options: BrailleOptions
    suffix: str

    @classmethod
    def of(cls, publication: Publication, edition: Edition, options: Mapping[str, object]) -> Copy:
        """A copy by the settings of the publication, unless the options differ; UsageError for those that cannot be."""
        settings = settings_of(publication, edition)
        usual = BrailleOptions.of(settings)
        chosen = BrailleOptions.of({**settings, **options})
        return cls(publication, edition, chosen, chosen.name(usual))

    def book(self) -> Book:
        """The book, set in cells by liblouis; ToolError when it is missing."""
        return set_book(self.publication, self.edition, self.options, louis())

    def file(self, form: str, extension: str, volume: int = 0) -> str:
        """The file's name; `volume` is told where there are several."""
        parts = [self.publication.name, self.edition.name, form, self.suffix, f"volume-{volume}" if volume else ""]
        return "-".join(filter(None, parts)) + f".{extension}"


def facts_of(book: Book, edition: Edition) -> dict[str, Fact]:
    """What is known of every paged copy, whatever its format."""
    options = book.options
    return {
        "code": book.registered,
        "translator": f"liblouis {book.translator}",
        "grade": options.grade,
        "cells": options.cells,
        "lines": options.lines,
        "style": options.style,
        "sides": options.sides,
        "volume_pages": options.volume_pages,
        "proof_read": bool(edition.proof_read_by),
        "tables_as_lists": " ".join(map(str, book.listed)),
    }


def deliver(content: bytes, target: Path) -> None:
    """Write a file that is whole or not there; WritingError when it cannot be written."""
    aside = target.with_name(target.name + ".part")
    try:
        aside.write_bytes(content)
        aside.replace(target)
    except OSError as error:
        aside.unlink(missing_ok=True)
        raise WritingError(
            "braille-not-written",
            f"The file {target.name} could not be written: {error.strerror or error}.",
            why="This format cannot be given to anyone until it is.",
            fix=f"Make room on the disk, or allow writing in {target.parent}, and build again.",
        ) from error
