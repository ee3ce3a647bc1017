"""Our tags are used only where they prove themselves."""

from __future__ import annotations

import pytest

from everyway.tagging import guard


def test_our_tags_work_here() -> None:
    assert guard.available() == guard.Verdict(True)


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "installed", lambda package: "71.0")
    verdict = guard.available.__wrapped__()
    assert not verdict.ok
    assert verdict.reason == "weasyprint 71.0 is installed; the tags were checked against 70.0 only"


def test_a_tree_that_is_not_as_it_should_be_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "EXPECTED", guard.EXPECTED.replace("TH [Row]", "TD"))
    assert guard.canary().reason == "the trial page was not tagged as it should be"


def test_a_failure_inside_weasyprint_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from everyway.tagging import shaping

    monkeypatch.delattr(shaping, "shape")
    verdict = guard.canary()
    assert not verdict.ok and "the trial page failed: AttributeError" in verdict.reason
