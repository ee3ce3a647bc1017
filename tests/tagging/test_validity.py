"""Do others agree? page-validation and veraPDF look at each construct; WeasyPrint's own tags fail what ours pass."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking import page_validation, verapdf
from tests.tagging import sheets
from tests.tagging.test_constructs import CASES, Case

FRAGMENT = {"7.4.2-1", "PDFUA1-HEADING-NESTING-001"}
"""The rules about the order of headings: these cases are fragments, whose first heading may be any."""

missing = verapdf.unavailable()
needs_verapdf = pytest.mark.skipif(missing is not None, reason=f"veraPDF cannot be used: {missing}")


def on_disk(folder: Path, html: str, *, ours: bool = True) -> Path:
    path = folder / "sheet.pdf"
    path.write_bytes(sheets.laid_out(html, ours=ours))
    return path


@pytest.mark.parametrize("case", CASES)
def test_validators_find_nothing(case: Case, tmp_path: Path) -> None:
    path = on_disk(tmp_path, case.html)
    failures = page_validation.validate(path) + ([] if missing else verapdf.validate(path))
    assert [one for one in failures if one.rule not in FRAGMENT] == []


FAULTS = [
    ("<ul><li><p>One</p></li></ul>", "7.2-20"),
    ('<p><img src="DOT" alt=""></p>', "7.3-1"),
]


@needs_verapdf
@pytest.mark.parametrize(("html", "rule"), FAULTS)
def test_verapdf_bites_on_weasyprints_own_tags(html: str, rule: str, tmp_path: Path) -> None:
    assert rule in [one.rule for one in verapdf.validate(on_disk(tmp_path, html, ours=False))]
    assert verapdf.validate(on_disk(tmp_path, html)) == []


@pytest.mark.parametrize("html", [fault[0] for fault in FAULTS])
def test_page_validation_bites_on_weasyprints_own_tags(html: str, tmp_path: Path) -> None:
    assert page_validation.validate(on_disk(tmp_path, html, ours=False)) != []
    assert page_validation.validate(on_disk(tmp_path, html)) == []


def test_the_reader_bites_on_weasyprints_own_tags() -> None:
    html = (
        '<p>The officer and the driver and the nurse and the doctor <a href="https://example.org/">and the porter'
        "</a> and the cook went home.</p><table><tr><th scope='row'>One</th></tr></table><p lang='cy'>Bore da</p>"
    )
    native, ours = sheets.tagged(html, ours=False).document, sheets.tagged(html).document
    assert native is not None and ours is not None
    assert len(native.words()) < len(ours.words()) == 22  # words joined at line ends
    assert [one.language for one in ours.walk() if one.language] == ["cy"]
    assert [one.language for one in native.walk() if one.language] == []
    assert [one.attributes.get("Scope") for one in ours.find("TH")] == ["Row"]
    assert [one.attributes.get("Scope") for one in native.find("TH")] == [None]
