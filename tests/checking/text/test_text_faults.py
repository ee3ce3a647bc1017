"""Faults planted in clean plain text: each must be caught, and only by its own rule."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from everyway.writing.text.make import make_text
from tests.checking.small import FILE, small


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Artifact:
    publication = small()
    (made,) = make_text(publication, publication.edition("plan"), {}, tmp_path_factory.mktemp("text"))
    return made


def broken(clean: Artifact, folder: Path, old: str, new: str) -> Artifact:
    text = clean.path.read_text("utf-8")
    assert old in text
    target = folder / clean.path.name
    target.write_text(text.replace(old, new, 1), "utf-8")
    return replace(clean, path=target)


def test_clean_text_has_no_finding(clean: Artifact) -> None:
    assert check_artifact(small(), clean).findings == ()


FAULTS: dict[str, tuple[str, str, str]] = {
    "a word lost": ("TEXT001", "sing loudly before", "sing before"),
    "a bullet lost": ("TEXT001", "- apple", "  apple"),
    "another number": ("TEXT001", "2. water", "3. water"),
    "the name of a column lost": ("TEXT001", "Baskets: seven", "seven"),
    "a picture that is not told": ("TEXT001", "[Picture: A blue square]", ""),
    "a call of a note lost": ("TEXT001", "Compost[1]", "Compost"),
    "an address lost": ("TEXT001", " <https://example.org/guide>", ""),
    "a quotation that is none": ("TEXT001", "> Gardening", "Gardening"),
    "a heading of another level": (
        "TEXT001",
        "Trees of the valley\n-------------------",
        "Trees of the valley\n===================",
    ),
    "a word doubled": ("TEXT002", "sing loudly before", "sing loudly loudly before"),
    "words in another order": ("TEXT003", "Early birds sing loudly before", "birds sing loudly Early before"),
    "a line too long": (
        "TEXT004",
        "Early birds sing loudly before sunrise.\n\nCompost[1] feeds hungry soil.\n\nRead",
        "Early birds sing loudly before sunrise. Compost[1] feeds hungry soil. Read",
    ),
    "an underline too short": ("TEXT005", "-------------------", "------------------"),
    "spaces at the end of a line": ("TEXT006", "hungry soil.\n", "hungry soil. \n"),
    "an invisible sign": ("TEXT006", "hungry soil.", "hungry\u200b soil."),
    "a tab": ("TEXT006", "hungry soil.", "hungry\tsoil."),
    "a rule lost": ("TEXT007", "_" * 72 + "\n\n\n\nWhat", "What"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_caught_by_its_own_rule(fault: str, clean: Artifact, tmp_path: Path) -> None:
    rule, old, new = FAULTS[fault]
    findings = check_artifact(small(), broken(clean, tmp_path, old, new)).findings
    along = {"TEXT002"} if fault == "a rule lost" else set()
    assert {finding.rule for finding in findings} - along == {rule}


def test_a_finding_names_the_line_and_the_words(clean: Artifact, tmp_path: Path) -> None:
    (finding,) = check_artifact(small(), broken(clean, tmp_path, "sing loudly before", "sing before")).findings
    assert (str(finding.where), finding.format) == (f"{FILE}:3", "text")
    assert "“loudly” is not said in the plain text" in finding.message
