"""A missing tool never reads as a pass: the test is skipped with the reason, and on the CI machine it fails."""

from __future__ import annotations

import pytest

from tests.browser.needed import need


@pytest.fixture(autouse=True)
def no_axe(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVERYWAY_AXE", "/not/here/axe.min.js")


def test_on_a_desk_the_test_is_skipped_and_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match=r"axe-core is missing .*/not/here.*scripts/setup test"):
        need("axe")


def test_on_the_ci_machine_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="axe-core is missing"):
        need("axe")
