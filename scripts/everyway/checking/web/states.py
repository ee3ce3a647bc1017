"""The states that pages are looked at in: one row each, with what is looked for there.

The list is what the claim "meets WCAG 2.2 AA in every state" rests on. A look stands only in the states that can change
its answer: structure does not depend on colour, contrast does not depend on the language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

WIDE = 1280
NARROW = 320


@dataclass(frozen=True, slots=True)
class State:
    """One way a reader may meet a page.

    Sizes are in CSS pixels. `colours` names one of the site's own colour sets, `largest_text` asks for its largest text
    size ("" and False: as the site comes); `listening` is what the page's own sound does; `text` is the browser's own
    text size in per cent; `spacing` adds the text spacing of WCAG 1.4.12. `looks` names what is looked for, in order.
    `one_page`: the answer is the theme's, so that one page tells it for all.
    """

    name: str
    looks: tuple[str, ...]
    width: int = WIDE
    height: int = 800
    scheme: Literal["light", "dark"] = "light"
    colours: str = ""
    largest_text: bool = False
    text: int = 100
    spacing: bool = False
    settings_open: bool = False
    listening: Literal["", "playing", "paused"] = ""
    menu_open: bool = False
    javascript: bool = True
    forced_colours: bool = False
    reduced_motion: bool = True
    paper: bool = False
    one_page: bool = False


STATES: tuple[State, ...] = (
    State("1280 px, light", ("remember", "axe", "targets", "keyboard", "focus", "escape")),
    State("320 px, light", ("axe", "reflow", "targets", "keyboard", "focus", "escape"), width=NARROW, height=640),
    State("1280 px, dark", ("contrast", "focus"), scheme="dark"),
    State("320 px, dark", ("contrast",), width=NARROW, height=640, scheme="dark"),
    State("settings open, 1280 px", ("axe", "targets", "focus"), settings_open=True, one_page=True),
    State(
        "settings open, 320 px",
        ("axe", "reflow", "targets", "keyboard"),
        width=NARROW,
        height=640,
        settings_open=True,
        one_page=True,
    ),
    State(
        "menu open, 320 px",
        ("axe", "reflow", "targets", "keyboard", "focus"),
        width=NARROW,
        height=640,
        menu_open=True,
        one_page=True,
    ),
    State("settings open, dark", ("contrast",), scheme="dark", settings_open=True, one_page=True),
    State("text at 200 %", ("reflow", "text-size"), text=200),
    State("zoom at 200 %", ("reflow", "keyboard"), width=WIDE // 2, height=450),
    State("text spacing, 1280 px", ("reflow",), spacing=True),
    State("text spacing, 320 px", ("reflow",), width=NARROW, height=640, spacing=True),
    State("the site's largest text", ("reflow",), largest_text=True),
    State("the site's largest text, 320 px", ("reflow",), width=NARROW, height=640, largest_text=True),
    State("forced colours", ("forced-colours", "focus"), forced_colours=True),
    State("reduced motion", ("motion",)),
    State("no JavaScript", ("no-javascript",), javascript=False),
    State("no JavaScript, 320 px", ("no-javascript", "reflow"), width=NARROW, height=640, javascript=False),
    State("on paper", ("print",), paper=True, width=680, height=1000),
    State("on paper, from the dark", ("print",), paper=True, width=680, height=1000, scheme="dark"),
)

PLAIN: tuple[State, ...] = (
    State("1280 px, light", ("axe",)),
    State("320 px, light", ("reflow",), width=NARROW, height=640),
)
"""For quick runs, and for pages whose every kind of element stands on another page that is looked at in all states."""


LISTENING: tuple[State, ...] = (
    State("listening, 1280 px", ("axe", "targets"), listening="playing"),
    State("listening, 320 px", ("axe", "reflow", "targets"), width=NARROW, height=640, listening="playing"),
    State("listening, dark", ("contrast",), scheme="dark", listening="playing"),
    State("listening, forced colours", ("forced-colours", "focus"), forced_colours=True, listening="paused"),
    State("listening, text spacing, 320 px", ("reflow",), width=NARROW, height=640, spacing=True, listening="paused"),
    State("listening, the site's largest text", ("reflow",), largest_text=True, listening="paused"),
    State("listening, on paper", ("print",), paper=True, width=680, height=1000, listening="paused"),
    State(
        "listening paused, settings open, 1280 px",
        ("axe", "targets", "keyboard", "focus"),
        settings_open=True,
        listening="paused",
    ),
    State(
        "listening paused, settings open, 320 px",
        ("axe", "reflow", "targets", "keyboard", "focus"),
        width=NARROW,
        height=640,
        settings_open=True,
        listening="paused",
    ),
)
"""For one page with sound: while it plays, and while it is held, with everything open that the player may open."""


def of_colour_sets(names: Iterable[str]) -> Iterator[State]:
    """For each of the site's colour sets: text on all pages, settings open; focus and paper on one page."""
    for name in names:
        said = in_words(name)
        yield State(said, ("contrast",), colours=name, settings_open=True)
        yield State(f"{said}, dark", ("contrast",), colours=name, scheme="dark", one_page=True)
        yield State(f"{said}, keyboard", ("focus",), colours=name, one_page=True)
        yield State(f"{said}, on paper", ("print",), colours=name, paper=True, width=680, height=1000, one_page=True)


def of_listening(names: Iterable[str]) -> Iterator[State]:
    """For a page with sound: `LISTENING`, and while it plays in each of the site's colour sets."""
    yield from LISTENING
    for name in names:
        yield State(f"listening, {in_words(name)}", ("contrast",), colours=name, listening="playing")


def in_words(colours: str) -> str:
    """A colour set as the names of states tell it."""
    return f"colours “{colours}”"
