"""Chromium, started once and used for every page; what it asks for and what it complains of is kept.

Nothing that a page asks of another site gets through: it is recorded, and refused.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from everyway.checking.web.known import Memory
from everyway.checking.web.states import State
from everyway.checking.web.verdict import Sighting
from everyway.errors import ToolError
from everyway.tools import need_tool

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Playwright, ProxySettings, Request, Response

_FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-first-run",
    "--no-pings",
    "--font-render-hinting=none",
    "--hide-scrollbars",
)
_NOWHERE = "http://127.0.0.1:9"  # where whatever is asked of another site is sent: nothing listens there
_PATIENCE = 10_000  # milliseconds; a page on this machine answers in a fraction of one second


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Chromium without a window, while the context is open; ToolError when it is missing or will not run."""
    chromium, _ = need_tool("chromium"), need_tool("playwright")
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = _launch(playwright, str(chromium.path))
        except Error as error:
            raise ToolError(
                "chromium-died",
                f"Chromium at {chromium.path} would not start.",
                why="Without it nothing can be said about how the site behaves.",
                fix=f"Try “{chromium.path} --headless --dump-dom about:blank”. It said: {_first_line(error)}",
            ) from error
        try:
            yield browser
        finally:
            browser.close()


def _launch(playwright: Playwright, path: str) -> Browser:
    """Inside its sandbox where the machine allows one; root and many containers cannot have it."""
    from playwright.sync_api import Error

    proxy: ProxySettings = {"server": _NOWHERE, "bypass": "127.0.0.1"}
    launch = partial(playwright.chromium.launch, executable_path=path, args=_FLAGS, proxy=proxy)
    if getattr(os, "geteuid", lambda: 1)() != 0:
        try:
            return launch(chromium_sandbox=True)
        except Error:
            pass
    return launch(chromium_sandbox=False)


@dataclass(slots=True)
class Tab:
    """One open page, which can be turned from state to state.

    `root` is the address the site is served at, `path` the page shown; `memory` is what is known of the site's pages,
    and is added to; `sightings` is what the browser noticed by itself along the way. Scripts run or not, and the
    browser's own text size is what it is, for as long as the tab is open.
    """

    page: Page
    root: str
    state: State
    memory: Memory
    path: str = ""
    sightings: list[Sighting] = field(default_factory=list)

    def turn(self, state: State) -> None:
        """Sets the size of the window, and what the machine asks for: colours, motion, screen or paper."""
        self.state = state
        self.page.set_viewport_size({"width": state.width, "height": state.height})
        self.page.emulate_media(
            media="print" if state.paper else "screen",
            color_scheme=state.scheme,
            forced_colors="active" if state.forced_colours else "none",
            reduced_motion="reduce" if state.reduced_motion else "no-preference",
        )

    def open(self, path: str) -> None:
        """Shows a page of the site as if for the first time; one that will not load is a sighting."""
        from playwright.sync_api import Error

        if self.path:
            self.page.evaluate("() => { try { localStorage.clear() } catch {} }")
        self.path = path
        address = path.removesuffix("index.html") if path.split("/")[-1] == "index.html" else path
        try:
            self.page.goto(self.root + address, wait_until="load", timeout=_PATIENCE)
        except Error as error:
            self.note("WEB064", f"The page did not load: {_first_line(error)}")
        self.page.evaluate("document.fonts.ready.then(() => true)")

    def ask(self, script: str, given: object = None) -> Any:
        """What a script of this package answers in the page; it is given `given` and the words of `common.js`."""
        return self.page.evaluate(_function(script), given)

    def note(self, rule: str, message: str, element: str = "", fix: str = "") -> None:
        """Keeps a sighting of this page in this state."""
        self.sightings.append(self.sight(rule, message, element, fix))

    def sight(self, rule: str, message: str, element: str = "", fix: str = "") -> Sighting:
        """A sighting of this page in this state."""
        near = str(self.ask("near.js", element)) if element else ""
        return Sighting(rule, message, self.path, element, self.state.name, fix, near)


@contextmanager
def open_tab(browser: Browser, root: str, state: State, memory: Memory) -> Iterator[Tab]:
    """A fresh tab in a state, with nothing kept from before; see `Tab` for what is given."""
    context = browser.new_context(java_script_enabled=state.javascript, service_workers="block", locale="en-GB")
    context.set_default_timeout(_PATIENCE)
    page = context.new_page()
    tab = Tab(page, root, state, memory)

    def watch(request: Request) -> None:
        if not request.url.startswith((root, "data:", "blob:", "about:")):
            host = urlsplit(request.url).hostname or request.url[:40]
            tab.note("WEB060", f"The page asks {host} for something.")

    def complain(response: Response) -> None:
        address = response.url.removeprefix(root)
        if response.status >= 400 and response.request.resource_type != "document":
            tab.note("WEB064", f"The page asks for “{address}”, which the site does not have.")

    def hear(said: ConsoleMessage) -> None:
        if said.type == "error" and "Failed to load resource" not in said.text:  # that is kept, with its address
            tab.note("WEB064", f"The browser complains: {said.text.splitlines()[0][:200]}")

    page.on("request", watch)
    page.on("response", complain)
    page.on("pageerror", lambda error: tab.note("WEB064", f"A script failed: {_first_line(error)}"))
    page.on("console", hear)
    if state.text != 100:
        session = context.new_cdp_session(page)
        session.send("Page.setFontSizes", {"fontSizes": {"standard": round(16 * state.text / 100)}})
    tab.turn(state)
    try:
        yield tab
    finally:
        context.close()


def _first_line(error: Error) -> str:
    return error.message.splitlines()[0][:200]


@cache
def _function(script: str) -> str:
    folder = files("everyway.checking.web") / "scripts"
    common, own = ((folder / name).read_text("utf-8") for name in ("common.js", script))
    return f"async (given) => {{\n{common}\n{own}\n}}"
