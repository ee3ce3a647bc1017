"""Faults planted in a clean site and looked for in a browser: rows of `tests/browser/faults.toml`."""

from __future__ import annotations

import random
import shutil
import tomllib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from everyway.checking.carry_back import carried_back
from everyway.checking.web.documents import read_site
from everyway.checking.web.nu import start_nu
from everyway.checking.web.server import serve
from everyway.checking.web.states import STATES, of_colour_sets
from everyway.checking.web.tour import Tour
from everyway.checking.web.verdict import Sighting, findings_of
from everyway.checking.web.weight import heavy_pages
from everyway.errors import ToolError
from everyway.findings import Finding
from everyway.model import Source
from tests.checking.small import FILE
from tests.faults.artifacts import site
from tests.faults.fault import CannotPlantError, Fault
from tests.faults.planting import publication

if TYPE_CHECKING:
    from playwright.sync_api import Browser

BROWSER = Path(__file__).parents[2] / "browser"
CLEAN = BROWSER / "fixtures" / "clean"

ALL_STATES = {state.name: state for state in (*STATES, *of_colour_sets(["yellow"]))}
COMPARING = frozenset({"no-javascript", "print", "text-size"})
"""Looks that hold a page against what was kept of it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A fault: in which file what becomes what, and what is to catch it."""

    name: str
    rule: str
    file: str
    find: str
    put: str
    look: str
    state: str = ""

    def plant(self, folder: Path) -> None:
        """Plant it in a copy of the site."""
        file = folder / self.file
        text = file.read_text("utf-8")
        assert self.find in text, f"{self.name}: {self.file} has no {self.find!r} to change"
        noise = "// " + random.Random(0).randbytes(20_000).hex()
        file.write_text(text.replace(self.find, self.put.replace("{noise}", noise)), "utf-8")


ROWS = tuple(Row(name, **row) for name, row in tomllib.loads((BROWSER / "faults.toml").read_text("utf-8")).items())


def looked_at(row: Row, folder: Path, browser: Browser, page: str = "index.html") -> list[Sighting]:
    """What is seen on the site with the fault by the look that is to see it, in its state."""
    state = replace(ALL_STATES[row.state], looks=(row.look,))
    states = (replace(STATES[0], looks=("remember",)), state) if row.look in COMPARING else (state,)
    with serve(folder, "/base/") as root:
        return list(Tour(browser, root, closely=[page], states=states).sightings())


def spoilt(row: Row, folder: Path) -> Iterable[Finding]:
    copy = folder / "site"
    shutil.copytree(CLEAN, copy)
    row.plant(copy)
    return _found(row, copy)


def _found(row: Row, folder: Path, page: str = "index.html") -> Iterable[Finding]:
    try:
        if row.look == "weight":
            read = read_site(folder, "/base/")
            return findings_of(heavy_pages(read, read.documents))
        if row.look == "nu":
            with start_nu(folder) as nu:
                return findings_of(nu.sightings())
        with _open() as browser:
            return findings_of(looked_at(row, folder, browser, page))
    except ToolError as error:
        raise CannotPlantError(f"{error.message} {error.fix}") from error


@contextmanager
def _open() -> Iterator[Browser]:
    from everyway.checking.web.browser import open_browser

    with open_browser() as browser:
        yield browser


IN_TEXT: dict[str, tuple[str, str, str, str, str, int]] = {
    "a picture of the text without words": (
        "WEB001", "axe", "1280 px, light", 'alt="A blue square"', "", 28,
    ),
    "a link of the text that Tab does not reach": (
        "WEB010", "keyboard", "1280 px, light", '<a href="https://example.org/guide"',
        '<a tabindex="-1" href="https://example.org/guide"', 7,
    ),
    "a sentence that is cut off": (
        "WEB021", "reflow", "320 px, light", "<p><span([^>]*)>Early", r'<p class="cut"><span\1>Early', 3,
    ),
    "a quotation with an attribute of its own": (
        "WEB003", "nu", "", "<blockquote", '<blockquote colour="red"', 30,
    ),
}  # fmt: skip
"""Faults in the text of the small publication's site: the rule, the look and the state, what becomes what, the line."""


def in_text(rule: str, look: str, state: str, old: str, new: str, folder: Path) -> Iterable[Finding]:
    made = site.copy(folder)
    site.edit(made, old, new, pattern=True)
    for sheet in made.path.rglob("*.css"):
        sheet.write_text(f"{sheet.read_text('utf-8')}\n.cut {{ height: 6px; overflow: hidden; }}\n", "utf-8")
    row = Row("", rule, site.PART, old, new, look, state)
    return carried_back(publication(), made, _found(row, made.path, page=site.PART))


FAULTS = (
    *(Fault(f"site-{row.name}", row.rule, "site", partial(spoilt, row), slow=True) for row in ROWS),
    *(
        Fault(
            f"site-{name.replace(' ', '-')}",
            rule,
            "site",
            partial(in_text, rule, look, state, old, new),
            Source(FILE, line),
            slow=True,
        )
        for name, (rule, look, state, old, new, line) in IN_TEXT.items()
    ),
)
