"""The checks of braille: nothing is found in what is sound, and each fault that is planted is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from everyway.checking.braille.cells import CELL_OF
from everyway.checking.deep import check_deeply
from everyway.checking.gate import check_artifact
from everyway.model import Artifact
from everyway.writing.braille.brf import make_brf
from everyway.writing.braille.ebraille import make_ebrl
from everyway.writing.braille.pef import make_pef
from tests.braille.pages import CONSTRUCTS, EXAMPLE, SIGNS, publication
from tests.browser.needed import need
from tests.faults.artifacts.braille import BRF, EBRL, PEF, edit, packed_anew

SIZES = ((40, 25), (38, 25), (32, 28))
EDITIONS = ((EXAMPLE, "plan"), (EXAMPLE, "easy-read"), (CONSTRUCTS, "full"), (CONSTRUCTS, "short"))


@pytest.fixture(autouse=True)
def _liblouis() -> None:
    need("liblouis")


def rules(artifact: Artifact, folder: Path = SIGNS) -> set[str]:
    """The rules that the gate finds broken."""
    return {finding.rule for finding in check_artifact(publication(folder), artifact).findings}


# What is sound


@pytest.mark.parametrize("style", ["uk", "bana"])
@pytest.mark.parametrize(("folder", "name"), EDITIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_nothing_is_found_in_any_size(folder: Path, name: str, style: str, tmp_path: Path) -> None:
    found = publication(folder)
    for cells, lines in SIZES:
        options = {"cells": cells, "lines": lines, "style": style}
        for make in (make_brf, make_pef):
            for artifact in make(found, found.edition(name), options, tmp_path):
                verdict = check_artifact(found, artifact)
                assert [f"{each.rule} {each.message} {each.place}" for each in verdict.findings] == []
                assert set(verdict.checks.values()) == {"passed"}


@pytest.mark.parametrize(("folder", "name"), EDITIONS, ids=lambda value: value if isinstance(value, str) else "")
def test_nothing_is_found_in_ebraille_or_uncontracted_volumes(folder: Path, name: str, tmp_path: Path) -> None:
    found = publication(folder)
    options = {"grade": 1, "cells": 32, "volume_pages": 24}
    made = [
        *make_ebrl(found, found.edition(name), {}, tmp_path),
        *make_brf(found, found.edition(name), options, tmp_path),
        *make_pef(found, found.edition(name), options, tmp_path),
    ]
    for artifact in made:
        verdict = check_artifact(found, artifact)
        assert [f"{each.rule} {each.message} {each.place}" for each in verdict.findings] == []


# Faults in BRF


def brf(folder: Path) -> Artifact:
    found = publication(SIGNS)
    (made,) = make_brf(found, found.edition("plan"), {}, folder)
    return made


@pytest.mark.parametrize("fault", BRF)
def test_a_fault_in_brf_is_found(fault: str, tmp_path: Path) -> None:
    made = brf(tmp_path)
    assert rules(made) == set()
    change, due = BRF[fault]
    text = change(made.path.read_bytes().decode("ascii"))
    made.path.write_bytes(text.encode("ascii"))
    assert rules(replace(made, facts={**made.facts, "lines": 40})) == due


def test_a_line_that_is_lost_is_found(tmp_path: Path) -> None:
    made = brf(tmp_path)
    lines = made.path.read_bytes().decode("ascii").split("\r\n")
    lines.remove("    #B4 ! SECOND /EP4")
    made.path.write_bytes("\r\n".join(lines).encode("ascii"))
    (finding,) = check_artifact(publication(SIGNS), made).findings
    assert (finding.rule, finding.message) == ("BRL008", "“the second step.” is not in the braille.")
    assert finding.where and finding.where.file == "content/plan/01-signs.md"


def test_pages_that_are_too_full_and_volumes_that_are_too_thick_are_found(tmp_path: Path) -> None:
    made = brf(tmp_path)
    assert rules(replace(made, facts={**made.facts, "lines": 20})) == {"BRL003"}
    assert rules(replace(made, facts={**made.facts, "volume_pages": 5})) == {"BRL011"}
    assert rules(replace(made, facts={**made.facts, "cells": 39})) >= {"BRL002"}


def test_a_false_word_of_proof_reading_is_found(tmp_path: Path) -> None:
    """The text says that nobody has; somebody has."""
    found = publication(SIGNS)
    made = brf(tmp_path)
    edition = replace(found.edition("plan"), proof_read_by="Ada Example")
    verdict = check_artifact(replace(found, editions=(edition,)), made)
    assert {finding.rule for finding in verdict.findings} == {"BRL012"}


def test_volumes_are_looked_at_together(tmp_path: Path) -> None:
    found = publication(CONSTRUCTS)
    options = {"cells": 32, "lines": 12, "volume_pages": 22}
    made = make_brf(found, found.edition("full"), options, tmp_path)
    assert len(made) > 2
    first = made[0].path.read_bytes()
    assert b"P>AGRAPH" in first
    made[0].path.write_bytes(first.replace(b"P>AGRAPH", b"", 1))
    assert {finding.rule for each in made for finding in check_artifact(found, each).findings} == {"BRL008"}


# Faults in PEF


@pytest.mark.parametrize("fault", PEF)
def test_a_fault_in_pef_is_found(fault: str, tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_pef(found, found.edition("plan"), {}, tmp_path)
    assert rules(made) == set()
    old, new = PEF[fault]
    text = made.path.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    made.path.write_text(text.replace("</pef>", "</pef2>") if "<pef2" in text else text, "utf-8")
    assert "BRL004" in rules(made)


def test_elements_of_other_formats_may_stand_in_pef(tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_pef(found, found.edition("plan"), {}, tmp_path)
    own = '<head>\n<own xmlns="https://example.org/own" by="us">more</own>'
    made.path.write_text(made.path.read_text("utf-8").replace("<head>", own, 1), "utf-8")
    assert rules(made) == set()


# Faults in eBraille


@pytest.mark.parametrize("fault", EBRL)
def test_a_fault_in_ebraille_is_found(fault: str, tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_ebrl(found, found.edition("plan"), {}, tmp_path)
    assert rules(made) == set()
    change, due = EBRL[fault]
    packed_anew(made.path, change)
    assert rules(made) == due


def test_a_media_type_that_is_packed_is_found(tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_ebrl(found, found.edition("plan"), {}, tmp_path)
    packed_anew(made.path, lambda files: None, stored=False)
    assert rules(made) == {"BRL014"}


def test_a_file_that_is_no_package_is_found(tmp_path: Path) -> None:
    found = publication(SIGNS)
    (made,) = make_ebrl(found, found.edition("plan"), {}, tmp_path)
    made.path.write_bytes(b"no package")
    assert rules(made) == {"BRL014"}


def test_ebraille_is_a_book_to_epubcheck_too(tmp_path: Path) -> None:
    need("java", "epubcheck")
    found = publication(CONSTRUCTS)
    (made,) = make_ebrl(found, found.edition("full"), {}, tmp_path)
    packed_anew(made.path, edit("ebraille/part-01.html", "<h1>", '<h1 colour="red">'))
    (finding,) = check_deeply(found, made).findings  # the planted fault and nothing else
    assert (finding.rule, "part-01.html" in finding.place) == ("BRL014", True)


def test_every_letter_of_brf_has_its_own_cell() -> None:
    assert len(set(CELL_OF.values())) == len(CELL_OF) == 64
