"""Books of the tests as text that a person can read: each page, each line in BRF letters beside its print."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from everyway.braille.book import Book, set_book
from everyway.braille.cells import to_letters
from everyway.braille.louis import louis
from everyway.braille.options import BrailleOptions
from everyway.model import Publication
from everyway.reading.publication import read_publication
from everyway.writing.braille.preview import shown
from tests.browser.needed import need

SIGNS = Path(__file__).parents[1] / "publications" / "braille"
CONSTRUCTS = Path(__file__).parents[1] / "publications" / "constructs"
EXAMPLE = Path(__file__).parents[2]
GOLDEN = Path(__file__).parents[1] / "golden" / "braille"


@cache
def publication(folder: Path) -> Publication:
    """The publication in a folder."""
    found = read_publication(folder).publication
    assert found
    return found


def book(folder: Path, edition: str, **options: object) -> Book:
    """A book of it, set by liblouis; the test is skipped where that is missing."""
    need("liblouis")
    found = publication(folder)
    return set_book(found, found.edition(edition), BrailleOptions.of(options), louis())


def as_text(made: Book) -> str:
    """Its pages, under the version of what translated them."""
    width = made.options.cells
    lines = [f"liblouis {made.translator}"]
    for volume in made.volumes:
        for page in volume.pages:
            lines += ["", f"--- volume {volume.number}, page {page.label}"]
            lines += [f"{to_letters(line.cells):{width}} | {shown(line.words)}".rstrip() for line in page.lines]
    return "\n".join(lines) + "\n"


def same_liblouis(name: str, renew: bool) -> None:
    """Skip the test where the golden pages were made by another liblouis than the one here; in CI that fails."""
    need("liblouis")
    file = GOLDEN / name
    made_by = file.read_text("utf-8").partition("\n")[0] if file.is_file() else ""
    here = f"liblouis {louis().version}"
    if renew or made_by == here:
        return
    reason = (
        f"tests/golden/braille/{name} was made by {made_by or 'nobody yet'}, and here is {here}. Another version may "
        f"contract other words. Run scripts/test --renew-golden -k braille and read the difference: "
        f"git diff tests/golden/braille"
    )
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)
