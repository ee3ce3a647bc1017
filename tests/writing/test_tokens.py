"""Design tokens: what is in the file reaches every format, and two colours that are too close are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.errors import ProjectError
from everyway.model.colour import contrast, luminance
from everyway.themes import theme_folder
from everyway.writing.tokens import NAMES, PAIRS, read_tokens

OURS = theme_folder("site").parent / "tokens.yml"


@pytest.fixture
def changed(tmp_path: Path) -> Path:
    file = tmp_path / "tokens.yml"
    file.write_text(OURS.read_text("utf-8"), "utf-8")
    return file


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_contrast_is_measured_as_wcag_defines_it() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.478, abs=0.001)
    assert luminance("#FFFFFF") == pytest.approx(1)


def test_our_own_colours_are_7_to_1_in_every_set() -> None:
    tokens = read_tokens(OURS)
    assert list(tokens.colours)[:2] == ["light", "dark"]
    for name, colours in tokens.colours.items():
        for words, ground, least in PAIRS:
            assert contrast(colours[words], colours[ground]) >= least, (name, words, ground)


def test_a_pair_that_is_too_close_is_refused_with_its_ratio_and_line(changed: Path) -> None:
    replace(changed, 'ink: "#1A1F2B"', 'ink: "#6B6B6B"')
    with pytest.raises(ProjectError) as caught:
        read_tokens(changed)
    assert caught.value.slug == "colours-too-close"
    assert caught.value.message == (
        "In the colour set “light”, “ink” (#6B6B6B) on “page” (#FFFFFF) has a contrast of 5.32 to 1; it needs 7 to 1."
    )
    line = changed.read_text("utf-8").splitlines().index('    ink: "#6B6B6B"') + 1
    assert str(caught.value.where) == f"tokens.yml:{line}"


def test_a_border_may_be_fainter_than_words_but_not_too_faint(changed: Path) -> None:
    replace(changed, 'line: "#5C6773"', 'line: "#B0B8C0"')
    with pytest.raises(ProjectError, match="it needs 3 to 1"):
        read_tokens(changed)


def test_a_set_of_two_colours_gives_each_token_the_one_or_the_other() -> None:
    yellow = read_tokens(OURS).colours["black-on-yellow"]
    assert set(yellow) == set(NAMES)
    assert set(yellow.values()) == {"#000000", "#FFFF66"}
    assert (yellow["link"], yellow["band"], yellow["band-ink"]) == ("#000000", "#000000", "#FFFF66")


@pytest.mark.parametrize("value", ['"teal"', '"#1A1"', "123456", '"#12345G"'])
def test_what_is_not_a_colour_is_named(changed: Path, value: str) -> None:
    replace(changed, 'link: "#0B4A8F"', f"link: {value}")
    with pytest.raises(ProjectError) as caught:
        read_tokens(changed)
    assert caught.value.slug == "not-a-colour"
    assert "“link”" in caught.value.message


@pytest.mark.parametrize("content", ["", "colours: [", "colours: {light: 3}", "typeface: {}\ncolours: {}\nspace: []"])
def test_a_file_that_cannot_be_read_says_so(changed: Path, content: str) -> None:
    changed.write_text(content, "utf-8")
    with pytest.raises(ProjectError) as caught:
        read_tokens(changed)
    assert caught.value.slug == "tokens-unreadable"


def test_a_missing_colour_is_named(changed: Path) -> None:
    replace(changed, '    visited: "#5A2A82"\n', "")
    with pytest.raises(ProjectError, match="“visited” is None"):
        read_tokens(changed)


def test_a_set_becomes_css_with_its_colour_scheme() -> None:
    tokens = read_tokens(OURS)
    assert tokens.properties("light").startswith("color-scheme:light;--ink:#1A1F2B;--page:#FFFFFF;")
    assert tokens.properties("dark").startswith("color-scheme:dark;")
    assert tokens.properties("yellow-on-black").startswith("color-scheme:dark;")
    assert "--h1:1.953em;" in tokens.measures()
    assert "--space-3:16px;" in tokens.measures()
