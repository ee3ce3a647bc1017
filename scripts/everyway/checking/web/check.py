"""A folder with a built site to a verdict: what pages weigh, the Nu checker, and every page in a real browser.

Links and outside addresses in the files themselves are looked at in every build, by `checking/site_links.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from everyway.checking.web.browser import open_browser
from everyway.checking.web.documents import Site, cover, read_site
from everyway.checking.web.nu import NuRun, start_nu
from everyway.checking.web.server import serve
from everyway.checking.web.tour import Tour, count_pages
from everyway.checking.web.verdict import NotChecked, Sighting, WebVerdict, findings_of
from everyway.checking.web.weight import heavy_pages
from everyway.errors import ToolError
from everyway.tools import Missing, find_tool

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def check_site(
    folder: Path,
    *,
    base: str = "/",
    pages: Sequence[str] | None = None,
    thorough: bool = False,
    browser: Browser | None = None,
) -> WebVerdict:
    """Checks a built site and gives all that was found, and what could not be checked and why.

    `base` is the path of the site's address ("/everyway/"); `pages` names those to look at, as "plan/index.html" (all
    of them when None). A thorough run looks in every state there is at the fewest pages on which every kind of element
    stands, and at the others in the plainest states; a quick one at all pages in the plainest states only. `browser` is
    one that is open already, for callers who check several sites. Nothing is raised for a missing tool.
    """
    return _Check(read_site(folder, base), pages, thorough=thorough).run(browser)


class _Check:
    """One check of one site, and what has come to light so far."""

    def __init__(self, site: Site, pages: Sequence[str] | None, *, thorough: bool) -> None:
        self._site = site
        self._documents = [document for document in site.documents if pages is None or document.path in pages]
        self._thorough = thorough
        self._sightings: list[Sighting] = []
        self._not_checked: list[NotChecked] = []
        self._checked: dict[str, str] = {}

    def run(self, browser: Browser | None) -> WebVerdict:
        with ExitStack() as open_things:
            nu = self._start_nu(open_things)
            self._weigh()
            self._look_at_pages(open_things, browser)
            if nu:
                self._hear(nu)
        return WebVerdict(findings_of(self._sightings), tuple(self._not_checked), self._checked)

    def _weigh(self) -> None:
        self._sightings.extend(heavy_pages(self._site, self._documents))
        self._checked["Weight of pages"] = count_pages(self._documents)

    def _start_nu(self, open_things: ExitStack) -> NuRun | None:
        try:
            return open_things.enter_context(start_nu(self._site.folder))
        except ToolError as error:
            self._not_checked.append(NotChecked("HTML, by the Nu checker", error.message, error.fix))
            return None

    def _hear(self, nu: NuRun) -> None:
        wanted = {document.path for document in self._documents}
        try:
            self._sightings.extend(sighting for sighting in nu.sightings() if sighting.page in wanted)
        except ToolError as error:
            self._not_checked.append(NotChecked("HTML, by the Nu checker", error.message, error.fix))
        else:
            self._checked[f"Nu HTML checker {nu.version}"] = count_pages(self._documents)

    def _look_at_pages(self, open_things: ExitStack, browser: Browser | None) -> None:
        axe = find_tool("axe")
        try:
            browser = browser or open_things.enter_context(open_browser())
            root = open_things.enter_context(serve(self._site.folder, self._site.root))
            closely = [document.path for document in cover(self._documents)] if self._thorough else []
            plainly = [document.path for document in self._documents if document.path not in closely]
            with_axe = not isinstance(axe, Missing)
            tour = Tour(browser, root, closely=closely, plainly=plainly, with_axe=with_axe)
            self._sightings.extend(tour.sightings())
        except ToolError as error:
            self._not_checked.append(NotChecked("how pages behave, in Chromium", error.message, error.fix))
            return
        self._checked[f"Chromium {browser.version}"] = tour.words
        if isinstance(axe, Missing):
            self._not_checked.append(NotChecked("barriers, by axe-core", axe.reason, axe.bring))
        else:
            self._checked[f"axe-core {axe.version}"] = tour.words
