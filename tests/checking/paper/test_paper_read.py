"""What PDFium sees on a sheet: letters in their true size, colour and place, whatever the style sheet says."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.paper.drawn import Box, Run, Sheet, around, contrast
from everyway.checking.paper.pdfium import read_sheets
from tests.tagging import sheets


def drawn(folder: Path, body: str) -> Sheet:
    path = folder / "sheet.pdf"
    path.write_bytes(sheets.laid_out(body))
    (sheet,) = read_sheets(path)
    return sheet


def run_of(sheet: Sheet, words: str) -> Run:
    return next(run for run in sheet.runs if words in run.text)


@pytest.mark.parametrize(
    ("style", "size"),
    [
        ("font-size: 24px", 18),
        ("font-size: 150%", 18),
        ("font-size: 48px; transform: scale(0.5)", 18),
        ("font-size: 20px; transform: rotate(90deg)", 15),
        ("font-size: 24px; letter-spacing: 1px", 18),
    ],
)
def test_the_true_size_is_seen(tmp_path: Path, style: str, size: float) -> None:
    run = run_of(drawn(tmp_path, f"<p style='{style}'>Letters</p>"), "Letters")
    assert run.size == pytest.approx(size, abs=0.02)


def test_the_colours_of_letters_and_of_what_lies_behind_are_seen(tmp_path: Path) -> None:
    sheet = drawn(
        tmp_path,
        "<p>plain</p><p style='color: #b00; background: #ff0'>warning</p>"
        "<p style='color: rgb(0 0 0 / 0.5)'>faded</p>"
        "<div style='background: linear-gradient(#000, #000); color: #fff'><p>on black</p></div>",
    )
    colours = {word: (run_of(sheet, word).colour, run_of(sheet, word).behind) for word in ("plain", "warning", "on ")}
    assert colours == {
        "plain": ((0, 0, 0), ((255, 255, 255),)),
        "warning": ((187, 0, 0), ((255, 255, 0),)),
        "on ": ((255, 255, 255), ((0, 0, 0),)),
    }
    assert run_of(sheet, "faded").colour in ((127, 127, 127), (128, 128, 128))


def test_slanted_letters_are_seen(tmp_path: Path) -> None:
    sheet = drawn(tmp_path, "<p>upright</p><p><em style='font-style: italic'>leaning</em></p>")
    assert (run_of(sheet, "upright").slant, run_of(sheet, "leaning").slant) == (False, True)


def test_page_furniture_is_told_from_text(tmp_path: Path) -> None:
    sheet = drawn(tmp_path, "<p>Text</p>")
    assert (run_of(sheet, "Text").artifact, run_of(sheet, "Running").artifact) == (False, True)
    assert run_of(sheet, "Text").mark is not None


def test_letters_stand_where_they_are_drawn(tmp_path: Path) -> None:
    sheet = drawn(tmp_path, "<p>Ag</p>")
    assert (sheet.width, sheet.height) == pytest.approx((300, 375))
    capital, descending = run_of(sheet, "Ag").inked
    assert capital.x == pytest.approx((50 + 8) * 0.75, abs=0.1)
    assert capital.box.bottom == pytest.approx(capital.y, abs=0.2)
    assert descending.box.bottom < descending.y - 1
    assert around([capital.box, descending.box]) == Box(
        capital.box.left, descending.box.bottom, descending.box.right, capital.box.top
    )


def test_underlines_are_strokes(tmp_path: Path) -> None:
    assert drawn(tmp_path, "<p>Plain</p>").strokes == ()
    (stroke,) = drawn(tmp_path, "<p><span style='text-decoration: underline'>Lined</span></p>").strokes
    assert stroke.width > 20


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((118, 118, 118), (255, 255, 255)) == pytest.approx(4.54, abs=0.01)
    assert contrast((255, 255, 0), (0, 0, 0)) == contrast((0, 0, 0), (255, 255, 0)) == pytest.approx(19.56, abs=0.01)


def test_what_is_no_pdf_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.pdf"
    path.write_text("Not a PDF.", "utf-8")
    with pytest.raises(ValueError, match="Failed to load document"):
        read_sheets(path)
