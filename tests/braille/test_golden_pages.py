"""Whole pages of braille as a person can read them, tied to the version of liblouis that made them."""

from __future__ import annotations

import pytest

from tests.braille.pages import SIGNS, as_text, book, same_liblouis
from tests.conftest import Golden

BOOKS: dict[str, dict[str, object]] = {
    "uk.txt": {},
    "uk-uncontracted.txt": {"grade": 1, "cells": 32, "lines": 28},
    "bana.txt": {"style": "bana"},
    "narrow.txt": {"cells": 20, "lines": 12},
}


@pytest.mark.parametrize("name", BOOKS)
def test_pages_are_as_they_were(name: str, golden: Golden, request: pytest.FixtureRequest) -> None:
    same_liblouis(name, renew=bool(request.config.getoption("--renew-golden")))
    golden(f"braille/{name}", as_text(book(SIGNS, "plan", **BOOKS[name])))
