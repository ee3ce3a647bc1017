"""Words, ids, pictures and pages of artifacts lead back to their line; what nobody wrote leads nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from everyway.checking.carry_back import carried_back
from everyway.checking.nearest import id_at_line, nearest_ids
from everyway.checking.origin import Origin
from everyway.findings import Finding
from everyway.model import Artifact
from tests.checking.small import FILE, small

ORIGIN = Origin(small().editions)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("Early birds sing loudly before sunrise.", 3),
        ("sing loudly", 3),
        ("EarlybirdssingLOUDLY", 3),
        ("Early birds sing before the sunrise.", 3),
        ("Part 1: Gardens for everyone", 1),
        ("A blue square", 28),
        ("Royal Horticultural Society", 12),
        ("https://example.org/guide", 7),
        ("Plums", 25),
        ("Nobody ever wrote these words", None),
        ("-", None),
        ("", None),
    ],
)
def test_words_lead_to_their_sentence(words: str, line: int | None) -> None:
    found = ORIGIN.of_words(words)
    assert (found.line if found else None) == line


@pytest.mark.parametrize(
    ("name", "line"),
    [("trees", 10), ("note-compost", 33), ("note-compost-call", 33), ("word_mulch", 51), ("nothing", None)],
)
def test_ids_lead_to_their_place_however_a_format_writes_them(name: str, line: int | None) -> None:
    found = ORIGIN.of_id(name)
    assert (found.line if found else None) == line


def test_notes_pictures_pages_and_titles_lead_back() -> None:
    assert [ORIGIN.of_call(1), ORIGIN.of_note(1)] == [ORIGIN.of_words("Compost feeds"), ORIGIN.of_id("note-compost")]
    assert ORIGIN.of_picture("square.svg") == ORIGIN.of_picture("A blue square") == ORIGIN.of_words("A blue square")
    assert ORIGIN.of_page(5, {"gardens": 3, "tools": 5}) == ORIGIN.of_id("tools")
    assert ORIGIN.of_page(6, {"gardens": 3}) is None
    assert ORIGIN.of_title("The garden plan") == small().editions[0].source
    assert ORIGIN.of_part(2) == ORIGIN.of_id("tools")


def told(rule: str, message: str, place: str = "", form: str = "site") -> int | None:
    artifact = Artifact(form, "" if form == "site" else "plan", Path("no-file"), "", 0, places={"trees": 4})
    (found,) = carried_back(small(), artifact, [Finding(rule, message, format=form, place=place)])
    return found.where.line if found.where and found.where.file == FILE else None


def test_a_finding_is_carried_back_by_the_surest_clue() -> None:
    assert told("SITE016", "The link “mulch” leads nowhere.", "plan/gardens.html") == 9
    assert told("SITE016", "The link “mulch” leads nowhere.", "plan/word-list.html") == 51
    assert told("SITE016", "A link leads nowhere.", "plan/gardens.html#trees") == 10
    assert told("SITE016", "A link leads nowhere.", "plan/tools.html") == 40
    assert told("PDF015", "A link leads nowhere.", "page 4", "pdf") == 10


def test_a_fault_of_the_theme_has_no_line_only_because_it_stands_on_a_page() -> None:
    assert told("SITE021", "The page has no title.", "plan/gardens.html") is None
    assert told("SITE016", "A link leads nowhere.", "index.html") is None


def test_the_nearest_id_is_found() -> None:
    from everyway.checking.html_account import parse

    tree = parse('<main><p id="a">One</p><p>Two <b>three</b></p><div id="c"><i>four</i></div></main>')
    near = {element.tag: name for element, name in nearest_ids(tree).items()}
    assert (near["b"], near["i"]) == ("a", "c")
    assert id_at_line('<p id="a">\n<p>\n<b>\n<i>\n<p id="b">', 4) == "b"
    assert id_at_line('<p id="a">\n\n\n\n', 4) == "a"
