"""What can be chosen for a braille copy, and what cannot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from everyway.braille.options import BrailleOptions, settings_of
from everyway.errors import UsageError
from tests.braille.pages import EXAMPLE, publication


@pytest.mark.parametrize(
    ("values", "slug"),
    [
        ({"grade": 3}, "unknown-grade"),
        ({"grade": True}, "unknown-grade"),
        ({"cells": 10}, "cells-out-of-range"),
        ({"cells": 40.0}, "cells-out-of-range"),
        ({"lines": 500}, "lines-out-of-range"),
        ({"style": "french"}, "unknown-style"),
        ({"sides": "both"}, "unknown-sides"),
        ({"volume_pages": 5}, "volume-pages-out-of-range"),
        ({"colour": "red"}, "unknown-option"),
    ],
)
def test_what_cannot_be_says_so_and_how_to_mend_it(values: dict[str, object], slug: str) -> None:
    with pytest.raises(UsageError) as caught:
        BrailleOptions.of(values)
    assert caught.value.slug == slug
    assert caught.value.fix


def test_a_name_tells_what_is_not_usual() -> None:
    usual = BrailleOptions()
    assert usual.name(usual) == ""
    chosen = BrailleOptions(grade=1, cells=32, lines=28, style="bana", volume_pages=60)
    assert chosen.name(usual) == "grade-1-32-cells-28-lines-bana-60-pages"


def test_settings_of_an_edition_go_before_those_of_all() -> None:
    found = publication(EXAMPLE)
    edition = found.editions[0]
    both = replace(found, settings={"braille": {"cells": 32, "grade": 1}})
    own = replace(edition, settings={"braille": {"grade": 2}})
    assert settings_of(both, own) == {"cells": 32, "grade": 2}
    assert settings_of(found, edition) == {}
