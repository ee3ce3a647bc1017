"""The two validators: they find what is wrong, pass what is right, and say it when they cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking import java, page_validation, verapdf
from everyway.errors import ToolError
from tests.tagging import sheets

missing = verapdf.unavailable()
needs_verapdf = pytest.mark.skipif(missing is not None, reason=f"veraPDF cannot be used: {missing}")


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("right") / "right.pdf"
    path.write_bytes(sheets.laid_out("<h1>One</h1><p>Two.</p>"))
    return path


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wrong") / "wrong.pdf"
    path.write_bytes(sheets.laid_out("<h3>One</h3><p>Two.</p>"))
    return path


@needs_verapdf
def test_verapdf_tells_right_from_wrong(right: Path, wrong: Path) -> None:
    assert verapdf.validate(right) == []
    (failure,) = verapdf.validate(wrong)
    assert failure.rule == "7.4.2-1"
    assert "shall not skip an intervening heading level" in failure.message
    assert failure.where.endswith("SEHn H3)")


def test_page_validation_tells_right_from_wrong(right: Path, wrong: Path) -> None:
    assert page_validation.validate(right) == []
    (failure,) = page_validation.validate(wrong)
    assert failure.rule == "PDFUA1-HEADING-NESTING-001"
    assert failure.where.startswith("object ")


@needs_verapdf
def test_another_standard_has_other_rules(right: Path) -> None:
    assert {failure.rule for failure in verapdf.validate(right, "2a")} >= {"6.6.4-1"}  # it does not say it is PDF/A
    with pytest.raises(ValueError, match="flavour must be one of ua1"):
        verapdf.validate(right, "x1")


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.pdf"
    path.write_text("Not a PDF.")
    assert [failure.rule for failure in page_validation.validate(path)] == ["ParseError"]


@needs_verapdf
def test_verapdf_says_that_it_cannot_read_a_file(tmp_path: Path) -> None:
    path = tmp_path / "no.pdf"
    path.write_text("Not a PDF.")
    with pytest.raises(ToolError, match=r"veraPDF could not read no\.pdf"):
        verapdf.validate(path)


def test_a_java_is_looked_for_in_order(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    library = tmp_path / "lib" / "server" / "libjvm.so"
    library.parent.mkdir(parents=True)
    library.touch()
    program = tmp_path / "bin" / "java"
    program.parent.mkdir()
    program.touch()
    for value in (tmp_path, program):
        monkeypatch.setenv("EVERYWAY_JAVA", str(value))
        assert java.java_home() == tmp_path
    assert java.machine(tmp_path) == library


def test_without_java_the_reason_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(java, "_places", lambda: iter(()))
    reason = verapdf.unavailable()
    assert reason is not None and ("no Java was found" in reason or "is not installed" in reason)
    with pytest.raises(ToolError, match="veraPDF cannot be used"):
        verapdf._foundry.__wrapped__()
