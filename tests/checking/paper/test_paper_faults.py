"""Broken themes: each fault laid over a real theme is caught by its rule, and by no other; the themes are clean."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import NotChecked
from everyway.checking.paper.check import reads_well
from everyway.model import Picture
from tests.checking.paper.copies import LARGE, NORMAL, found, made, paper
from tests.faults.artifacts.paper import CHANGES, styled, with_picture


@pytest.mark.parametrize("form", [LARGE, NORMAL])
@pytest.mark.parametrize("edition", ["plan", "easy-read"])
def test_the_themes_break_no_rule(form: str, edition: str, tmp_path: Path) -> None:
    assert found(made(tmp_path, form, edition)) == ()


@pytest.mark.parametrize("name", CHANGES)
def test_a_broken_theme_is_caught_by_its_rule_and_no_other(name: str, tmp_path: Path) -> None:
    assert {finding.rule for finding in found(styled(CHANGES[name], tmp_path))} == {CHANGES[name].rule}


def test_a_volume_too_thick_is_caught(tmp_path: Path) -> None:
    whole = made(tmp_path, LARGE, "plan")
    thick = replace(whole, facts={**whole.facts, "leaves": 3})
    assert [finding.rule for finding in found(thick)] == ["LP011"]
    pages = int(whole.facts["pages"])
    assert found(replace(whole, facts={**whole.facts, "leaves": pages, "sides": "single"})) == ()


def test_small_words_in_a_picture_are_advice_to_its_editor(tmp_path: Path) -> None:
    drawing = tmp_path / "words.svg"
    drawing.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400">'
        '<rect width="400" height="400" fill="#ccc"/><text x="20" y="60" font-size="8">Tiny words</text></svg>',
        "utf-8",
    )
    publication = with_picture(paper(), Picture("words", drawing, "Tiny words"))
    artifact = made(tmp_path, LARGE, "plan", publication=publication)
    assert [finding.rule for finding in found(artifact, publication)] == ["LP015"]


def test_a_finding_names_the_page_the_line_and_the_letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    artifact = made(tmp_path, LARGE, "plan", "blockquote { color: #777 }", monkeypatch)
    (finding,) = found(artifact)
    assert finding.message == (
        "“Whoever cannot read it has not been told.” has a contrast of 4.5 to 1 (#777777 on #ffffff); "
        "it should be 7 to 1 or more."
    )
    assert (finding.format, finding.place) == (LARGE, "page 3")
    assert str(finding.where) == "content/plan/01-paper.md:17"


def test_a_file_that_is_no_pdf_is_not_checked(tmp_path: Path) -> None:
    artifact = made(tmp_path, LARGE, "plan")
    artifact.path.write_text("Not a PDF.", "utf-8")
    verdict = reads_well(paper(), artifact)
    assert isinstance(verdict, NotChecked)
    assert verdict.reason.startswith("the PDF cannot be read")
