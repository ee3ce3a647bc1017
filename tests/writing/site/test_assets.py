"""The style sheet."""

from __future__ import annotations

from everyway.writing.site.assets import light_script, own_texts, style_sheet, tighten


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


def test_a_script_goes_out_without_what_explains_it() -> None:
    script = '// Why.\n(function () {\n  // How.\n  var page = "http://"; // this stays\n\n  go(page);\n})();\n'
    assert light_script(script) == '(function () {\nvar page = "http://"; // this stays\ngo(page);\n})();\n'


def test_what_only_listeners_need_is_not_in_the_sheet_of_every_page() -> None:
    texts = dict(own_texts())
    assert ".voiced{" in texts["assets/listen.css"]
    assert ".voiced" not in texts["assets/site.css"]
