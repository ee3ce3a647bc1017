"""What printing may read, and what it hears and sees."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from everyway.themes import theme_folder
from everyway.writing.print.complaints import listening
from everyway.writing.print.local import LocalFiles, RefusedError, address_of
from everyway.writing.print.pages import TooWide
from everyway.writing.print.press import Press
from tests.writing.example import NURSE, SQUARE, picture

PRINT = theme_folder("print")
FILES = LocalFiles.of([NURSE], [PRINT])


def test_serves_its_pictures_and_its_theme() -> None:
    assert FILES(address_of(NURSE)).read() == SQUARE.read_bytes()
    assert FILES(address_of(NURSE)).content_type == "image/svg+xml"
    assert FILES((PRINT / "print.css").as_uri()).content_type == "text/css"


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/x.png",
        "https://example.org/x.png",
        "ftp://example.org/x",
        "data:image/png;base64,AAAA",
        "file:///etc/passwd",
        "file://example.org/etc/passwd",
        f"{PRINT.as_uri()}/../../pyproject.toml",
        f"{PRINT.as_uri()}/%2e%2e/%2e%2e/pyproject.toml",
        SQUARE.as_uri(),
        "picture:unknown",
        "nurse",
        "",
    ],
)
def test_refuses_everything_else(address: str) -> None:
    with pytest.raises(RefusedError):
        FILES(address)


def test_refuses_links_that_lead_outside(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    theme.mkdir()
    secret = tmp_path / "secret.svg"
    secret.write_text("secret")
    (theme / "link.svg").symlink_to(secret)
    linked = picture("nurse", "A nurse")
    files = LocalFiles({address_of(linked): theme / "link.svg"}, (theme,))
    with pytest.raises(RefusedError):
        files(address_of(linked))
    with pytest.raises(RefusedError):
        files((theme / "link.svg").as_uri())


def test_sees_words_that_do_not_fit() -> None:
    press = Press([], [], "@page { size: A4; margin: 2cm } p { white-space: nowrap }")
    long = "word " * 40
    printed = press.print(f"<html lang=en><title>T</title><p>{long}<p>short", [])
    assert printed.too_wide == (TooWide(1, long.strip()),)


def test_keeps_what_it_refused() -> None:
    files = LocalFiles.of([], [])
    with pytest.raises(RefusedError):
        files("https://example.org/")
    assert list(files.refused) == ["https://example.org/"]


def test_hears_what_the_engine_complains_of() -> None:
    press = Press([], [], "p { colour: red }")
    printed = press.print("<html lang=en><title>T</title><p>words", [])
    assert [text for text in printed.complaints if "colour" in text]


def test_complaints_reach_nobody_else(caplog: pytest.LogCaptureFixture) -> None:
    engine = logging.getLogger("weasyprint")
    with listening() as heard:
        engine.warning("twice")
        engine.warning("twice")
        engine.info("no matter")
    assert heard.counts == {"twice": 2}
    assert caplog.records == []
    assert heard not in engine.handlers
