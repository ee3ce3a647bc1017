"""The styles of layout, as data: where lines begin, what stands blank, what marks an end."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from everyway.braille.cells import from_letters
from everyway.braille.translator import Form

NumberLine = Literal["first", "last"]
RunningHead = Literal["part", "title"]

_FORMS = {"": Form.PLAIN, "bold": Form.BOLD, "italic": Form.ITALIC}
_REPEATED = re.compile(r"\((.)\)")


@dataclass(frozen=True, slots=True)
class Indent:
    """Where the first line and those after it begin, in cells from 1; blank lines before and after.

    `indent` is how many cells all that is set inside moves to the right.
    """

    first: int = 1
    runover: int = 1
    before: int = 0
    after: int = 0
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Heading:
    """How headings of a level are set: centred, or at an indent; `skip` blank lines stay above one on a new page."""

    centred: bool
    indent: Indent
    new_page: bool = False
    skip: int = 0
    form: Form = Form.PLAIN


@dataclass(frozen=True, slots=True)
class Pattern:
    """A line of cells that is drawn, not read: `repeated` fills what `opens` and `closes` leave of the width."""

    opens: str
    repeated: str = ""
    closes: str = ""

    def filled(self, width: int) -> str:
        """The line, so many cells wide if it can be."""
        times = max(0, width - len(self.opens) - len(self.closes)) if self.repeated else 0
        return self.opens + self.repeated * times + self.closes


@dataclass(frozen=True, slots=True)
class Style:
    """One row of styles.toml; patterns are cells."""

    name: str
    number_line: NumberLine
    running_head: RunningHead
    contents_guide: str
    contents_column: bool
    part_ends: str
    subject_changes: str
    table_rule: str
    table_guide: str
    table_ends: str
    box_opens: Pattern
    box_closes: Pattern
    box_width: int
    paragraph: Indent
    lines: Indent
    list: Indent
    quote: Indent
    note: Indent
    said: Indent
    code: Indent
    headings: tuple[Heading, ...]

    def heading(self, level: int) -> Heading:
        """How a heading of that level is set; the last row holds for all below it."""
        return self.headings[min(level, len(self.headings)) - 1]


@cache
def style_named(name: str) -> Style:
    """The style of that name; KeyError when there is none."""
    rows = tomllib.loads((files("everyway") / "braille" / "styles.toml").read_text("utf-8"))
    row = rows[name]
    return Style(
        name=name,
        number_line=row["number_line"],
        running_head=row["running_head"],
        contents_guide=from_letters(row["contents_guide"]),
        contents_column=row["contents_column"],
        part_ends=from_letters(row["part_ends"]),
        subject_changes=from_letters(row["break"]),
        table_rule=from_letters(row["table_rule"]),
        table_guide=from_letters(row["table_guide"]),
        table_ends=from_letters(row["table_ends"]),
        box_opens=_pattern(row["box_opens"]),
        box_closes=_pattern(row["box_closes"]),
        box_width=row["box_width"],
        **{key: Indent(**row[key]) for key in ("paragraph", "lines", "list", "quote", "note", "said", "code")},
        headings=tuple(_heading(each) for each in row["headings"]),
    )


def _pattern(text: str) -> Pattern:
    found = _REPEATED.search(text)
    if not found:
        return Pattern(from_letters(text))
    return Pattern(from_letters(text[: found.start()]), from_letters(found[1]), from_letters(text[found.end() :]))


def _heading(row: Mapping[str, object]) -> Heading:
    indents = {key: value for key, value in row.items() if key in ("first", "runover", "before", "after")}
    return Heading(
        centred=row.get("place") == "centre",
        indent=Indent(**indents),  # type: ignore[arg-type]
        new_page=bool(row.get("new_page")),
        skip=int(str(row.get("skip", 0))),
        form=_FORMS[str(row.get("form", ""))],
    )
