"""What can be chosen for a printed copy, what cannot, and how it is told."""

from __future__ import annotations

from typing import Any

import pytest

from everyway.errors import UsageError
from everyway.model.colour import PAIRS, contrast
from everyway.writing.print.colours import colours_named
from everyway.writing.print.options import PrintOptions


def test_the_usual_copy() -> None:
    options = PrintOptions()
    assert (options.size, options.colours, options.paper, options.typeface) == (18, "black-on-white", "A4", "atkinson")
    assert options.pages_a_volume == 200
    assert PrintOptions(sides="single").pages_a_volume == 100


@pytest.mark.parametrize("name", PAIRS)
def test_every_pair_can_be_read(name: str) -> None:
    colours = colours_named(name)
    assert contrast(colours.ink, colours.page) >= 7
    assert colours.dark == name.endswith("-on-black")


def test_two_colours_of_ones_own() -> None:
    assert colours_named("#000033-on-#ffffee").ink == "#000033"
    assert PrintOptions(colours="#000033-on-#ffffee").colours == "#000033-on-#FFFFEE"


def test_colours_too_close_are_refused_with_their_contrast() -> None:
    with pytest.raises(UsageError, match=r"contrast of 4\.47 to 1; words need 7 to 1") as refused:
        PrintOptions(colours="#777777-on-#FFFFFF")
    assert "black-on-cream" in refused.value.fix


@pytest.mark.parametrize(
    ("options", "slug"),
    [
        ({"size": 13}, "size-out-of-range"),
        ({"size": 73}, "size-out-of-range"),
        ({"size": 18.5}, "size-out-of-range"),
        ({"size": True}, "size-out-of-range"),
        ({"colours": "pink-on-mauve"}, "unknown-colours"),
        ({"paper": "letter"}, "unknown-paper"),
        ({"typeface": "comic"}, "unknown-typeface"),
        ({"spacing": "huge"}, "unknown-spacing"),
        ({"sides": "three"}, "unknown-sides"),
        ({"volume_pages": 1}, "volume-too-thin"),
        ({"archive": "yes"}, "not-yes-or-no"),
        ({"name": "Anna"}, "unknown-option"),
    ],
)
def test_what_cannot_be_chosen_is_refused(options: dict[str, Any], slug: str) -> None:
    with pytest.raises(UsageError) as refused:
        PrintOptions.of(options)
    assert refused.value.slug == slug
    assert refused.value.fix.endswith((".", "#FFFFFF.", "print."))


def test_a_file_name_tells_only_what_is_not_usual() -> None:
    usual = PrintOptions()
    assert usual.name(usual) == ""
    options = PrintOptions(size=36, colours="yellow-on-black", paper="A3", typeface="lexend", spacing="wide")
    assert options.name(usual) == "36pt-yellow-on-black-a3-lexend-wide"
    assert PrintOptions(colours="#000033-on-#FFFFEE").name(usual) == "000033-on-ffffee"
    assert PrintOptions(sides="single", volume_pages=50, archive=True).name(usual) == "single-sided-50-leaves-archive"
