"""The style sheet."""

from __future__ import annotations

from everyway.writing.site.assets import style_sheet, tighten


def test_the_style_sheet_begins_with_the_tokens_and_has_no_comments() -> None:
    sheet = style_sheet()
    assert sheet.startswith(":root{--words:")
    assert "@media screen and (prefers-color-scheme:dark){:root:not([data-colours]){" in sheet
    assert ":root[data-colours=black-on-yellow]{" in sheet
    assert "/*" not in sheet


def test_tightening_keeps_what_a_sheet_says() -> None:
    assert tighten("/* why */\na { color: red; }\nb > c { top: calc(1px + 2px); }\n") == (
        "a{color: red}\nb > c{top: calc(1px + 2px)}"
    )
