"""Broken themes: each fault laid over a real theme is caught by its rule, and by no other; the themes are clean."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from everyway.checking.gate import NotChecked
from everyway.checking.paper.check import reads_well
from everyway.model import Figure, Picture, Publication, Statement
from tests.checking.paper.copies import LARGE, NORMAL, found, made, paper


@dataclass(frozen=True)
class Fault:
    """Style that breaks a rule, in a copy of an edition."""

    rule: str
    css: str
    edition: str = "plan"
    form: str = LARGE


FAULTS: dict[str, Fault] = {
    "page numbers are small": Fault("LP001", "@page { @bottom-left { font-size: 12pt } }"),
    "calls of notes are raised and small": Fault(
        "LP001", "[data-pdf-role=Reference] { font-size: 70%; vertical-align: super }"
    ),
    "labels are small": Fault("LP001", ".part-label { font-size: 0.5em }"),
    "letters are scaled down": Fault("LP001", "h2 { transform: scale(0.5); transform-origin: left }"),
    "text is grey": Fault("LP002", "p { color: #767676 }"),
    "text stands on a strong colour": Fault("LP002", "blockquote { background: #1f6feb }"),
    "text fades": Fault("LP002", "p { color: rgb(0 0 0 / 0.5) }"),
    "the margins are narrow": Fault("LP003", "@page { margin-top: 4mm } @page :left { margin-top: 4mm }"),
    "a page number stands at the edge": Fault(
        "LP003", "@page { @bottom-left { padding-top: 0; vertical-align: bottom } }"
    ),
    "emphasis is in italics": Fault("LP004", "em { font-style: italic }"),
    "links are underlined": Fault("LP005", "a { text-decoration: underline }"),
    "words are struck through": Fault("LP005", "strong { text-decoration: line-through }", "easy-read"),
    "words are hyphenated": Fault("LP006", "html { hyphens: auto }"),
    "words break anywhere": Fault("LP006", "blockquote { margin-right: 88% }"),
    "single items are split": Fault("LP007", ".whole { white-space: normal } p { width: 61% }"),
    "headings stand alone": Fault("LP008", "h2 { break-after: page }"),
    "rows are split": Fault("LP009", "tr, td, th { break-inside: auto; orphans: 1; widows: 1; line-height: 4 }"),
    "pages have no number": Fault("LP010", "@page { @bottom-left { content: none } }"),
    "page numbers do not go on": Fault("LP010", "@page { counter-increment: page 2 }"),
    "headings are in capitals": Fault("LP012", "h1, h2 { text-transform: uppercase }"),
    "text is justified": Fault("LP013", "p { text-align: justify }"),
    "text is centred": Fault("LP014", "p { text-align: center }"),
    "text is aligned right": Fault("LP014", "blockquote, h2, p { text-align: right }"),
    "lines are close together": Fault("LP016", "p { line-height: 1.2 }"),
    "page numbers are at the right": Fault("LP017", "@page { @bottom-left { text-align: right } }"),
    "a statement is split": Fault(
        "LP009", ".statement, li { break-inside: auto } li { margin-bottom: 30mm }", "easy-read"
    ),
    "Easy Read is small": Fault("LP001", "html { font-size: 12pt }", "easy-read", NORMAL),
    "Easy Read has italics": Fault("LP004", "strong { font-style: italic }", "easy-read", NORMAL),
    "Easy Read is underlined": Fault("LP005", "strong { text-decoration: underline }", "easy-read", NORMAL),
    "Easy Read has capitals": Fault("LP012", "h1 { text-transform: uppercase }", "easy-read", NORMAL),
    "Easy Read is justified": Fault("LP013", "p { text-align: justify; width: 80% }", "easy-read", NORMAL),
    "Easy Read has no page numbers": Fault(
        "LP010", "@page { @bottom-left { content: none } @bottom-right { content: none } }", "easy-read", NORMAL
    ),
    "a plan has pale words": Fault("LP002", "p { color: #aaa }", "plan", NORMAL),
}


@pytest.mark.parametrize("form", [LARGE, NORMAL])
@pytest.mark.parametrize("edition", ["plan", "easy-read"])
def test_the_themes_break_no_rule(form: str, edition: str, tmp_path: Path) -> None:
    assert found(made(tmp_path, form, edition)) == ()


@pytest.mark.parametrize("name", FAULTS)
def test_a_broken_theme_is_caught_by_its_rule_and_no_other(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = FAULTS[name]
    artifact = made(tmp_path, fault.form, fault.edition, fault.css, monkeypatch)
    assert {finding.rule for finding in found(artifact)} == {fault.rule}


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


def with_picture(publication: Publication, picture: Picture) -> Publication:
    """The publication, with another picture in the place of its figure."""
    plan, easy = publication.editions
    first, second = plan.sections
    blocks = tuple(
        replace(block, picture=picture) if isinstance(block, Figure | Statement) else block for block in second.blocks
    )
    plan = replace(plan, sections=(first, replace(second, blocks=blocks)))
    return replace(publication, editions=(plan, easy), pictures=(*publication.pictures, picture))


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
