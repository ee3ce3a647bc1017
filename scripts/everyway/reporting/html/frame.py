"""What every page of the report takes: the templates, and what stands in the frame round the words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from everyway.reporting.report import About
from everyway.reporting.visible import shortened, visible
from everyway.themes import theme_folder
from everyway.wording import words_for

if TYPE_CHECKING:
    from jinja2 import Environment

Page = tuple[str, str]
"""A page of the report: its address from the report's folder, and its name in the menu."""

INDEX: Page = ("index.html", "What to mend")
RULES: Page = ("rules/index.html", "Rules")
IN_STEP: Page = ("in-step.html", "Plan beside Easy Read")
PAGES: tuple[Page, ...] = (INDEX, IN_STEP, RULES)
"""Every page of the menu; a publication without Easy Read has no page `IN_STEP`."""


LONGEST = 600
"""Characters of a message that a page shows; the other forms of report have all of it."""


def environment() -> Environment:
    """The templates of `themes/report/`; everything that they are given is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    made = Environment(
        loader=FileSystemLoader(theme_folder("report")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["visible"] = visible
    made.filters["brief"] = lambda text: shortened(visible(text), LONGEST)
    made.filters["day"] = day
    return made


def frame(about: About, page: Page, pages: Sequence[Page] = PAGES) -> Mapping[str, object]:
    """What `base.html` may use, for a page of the report; `pages` is the menu."""
    return {
        "root": "../" * page[0].count("/"),
        "publication": about.title,
        "language": about.language,
        "pages": pages,
        "current": page[0],
    }


def day(date: datetime.date | str) -> str:
    """A date as people write it, 30 July 2020; a text that is none stays as it is."""
    try:
        then = datetime.date.fromisoformat(str(date))
    except ValueError:
        return str(date)
    say = words_for("en")
    return say("date", day=then.day, month=say(f"month-{then.month}"), year=then.year)
