"""The tour of the pages: each is opened and turned from state to state, and looked at in each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from everyway.checking.web.browser import Tab, open_tab
from everyway.checking.web.known import Memory
from everyway.checking.web.probes import LOOKS
from everyway.checking.web.states import PLAIN, STATES, State, of_colour_sets, of_listening
from everyway.checking.web.verdict import Sighting

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_NOT_THERE = "no/such/page/"
_AS_IT_COMES: dict[str, object] = {
    "colours": "",
    "largestText": False,
    "settingsOpen": False,
    "listening": "",
    "menuOpen": False,
    "spacing": False,
}


class Tour:
    """A tour of some pages of a site that is served at `root`; it is made once.

    `closely` are paths of pages ("plan/index.html") to look at in all of `states`, in the site's own colour sets, the
    first of them with sound also while it plays, and by an address that leads nowhere; when `states` are given, in
    these alone. `plainly` are those to look at in the plainest states. Without axe-core the looks that need it are left
    out.
    """

    def __init__(
        self,
        browser: Browser,
        root: str,
        *,
        closely: Sequence[str],
        plainly: Sequence[str] = (),
        states: Sequence[State] | None = None,
        with_axe: bool = True,
    ) -> None:
        self._browser = browser
        self._root = root
        self._closely = closely
        self._plainly = plainly
        self._states = tuple(STATES if states is None else states)
        self._is_full = states is None and bool(closely)
        self._heard: tuple[tuple[str, ...], tuple[State, ...]] = ((), ())
        self._left_out = frozenset() if with_axe else frozenset({"axe", "contrast"})

    @property
    def words(self) -> str:
        """How much was looked at: "1 page in 43 states, 8 pages in 24 states"; true once it is over."""
        usual = tuple(state for state in self._states if not state.one_page)
        parts = ((self._closely[:1], self._states), (self._closely[1:], usual), (self._plainly, PLAIN), self._heard)
        return ", ".join(f"{count_pages(pages)} in {len(states)} states" for pages, states in parts if pages)

    def sightings(self) -> Iterator[Sighting]:
        """Looks at everything, and gives what is seen."""
        with ExitStack() as open_tabs:
            tabs = _Tabs(open_tabs, self._browser, self._root)
            if self._is_full:
                sets = _colour_sets(tabs.for_state(PLAIN[0]), self._closely[0])
                self._states += tuple(of_colour_sets(sets))
                heard = next((path for path in self._closely if _has_sound(tabs.for_state(PLAIN[0]), path)), "")
                self._heard = ((heard,), tuple(of_listening(sets))) if heard else self._heard
            for path in self._closely:
                for state in self._states:
                    if not state.one_page or path == self._closely[0]:
                        yield from self._look(tabs.for_state(state), path, state)
            for path in self._heard[0]:
                for state in self._heard[1]:
                    yield from self._look(tabs.for_state(state), path, state)
            for path in self._plainly:
                for state in PLAIN:
                    yield from self._look(tabs.for_state(state), path, state)
            if self._is_full:
                _miss(tabs.for_state(PLAIN[0]))
            yield from tabs.sightings()

    def _look(self, visit: _Visit, path: str, state: State) -> Iterator[Sighting]:
        for name in state.looks:
            if name not in self._left_out:
                visit.show(path, state)
                yield from LOOKS[name](visit.tab)


class _Visit:
    """A tab with what was done to the page in it, so that nothing is done twice."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab
        self._brought: dict[str, object] = _AS_IT_COMES

    def show(self, path: str, state: State) -> None:
        """Shows a page in a state."""
        if self.tab.state is not state:
            self.tab.turn(state)
        if self.tab.path != path:
            self.tab.open(path)
            self._brought = _AS_IT_COMES
        wanted: dict[str, object] = {
            "colours": state.colours,
            "largestText": state.largest_text,
            "settingsOpen": state.settings_open,
            "listening": state.listening,
            "menuOpen": state.menu_open,
            "spacing": state.spacing,
        }
        if wanted != self._brought:
            self.tab.ask("bring.js", wanted)
            self._brought = wanted


class _Tabs:
    """The open tabs: one with scripts, one without, one for each text size of the browser's own."""

    def __init__(self, open_tabs: ExitStack, browser: Browser, root: str) -> None:
        self._open_tabs = open_tabs
        self._browser = browser
        self._root = root
        self._memory = Memory()
        self._visits: dict[tuple[bool, int], _Visit] = {}

    def for_state(self, state: State) -> _Visit:
        """The tab that can be turned to a state."""
        kind = (state.javascript, state.text)
        if kind not in self._visits:
            tab = self._open_tabs.enter_context(open_tab(self._browser, self._root, state, self._memory))
            self._visits[kind] = _Visit(tab)
        return self._visits[kind]

    def sightings(self) -> Iterator[Sighting]:
        """What the browser noticed by itself in all of them."""
        for visit in self._visits.values():
            yield from visit.tab.sightings


def count_pages(pages: Sequence[object]) -> str:
    """ "1 page", "6 pages"."""
    return "1 page" if len(pages) == 1 else f"{len(pages)} pages"


def _miss(visit: _Visit) -> None:
    """Asks for a page that does not exist: the site's own page for that must come, whole."""
    visit.tab.open(_NOT_THERE)
    if not visit.tab.page.title():
        visit.tab.note("WEB064", "An address that does not exist brings no page of the site's own (404.html).")


def _colour_sets(visit: _Visit, path: str) -> list[str]:
    """The names of the colour sets that the site offers its readers."""
    visit.show(path, PLAIN[0])
    names: list[str] = visit.tab.ask("offers.js")
    return names


def _has_sound(visit: _Visit, path: str) -> bool:
    """Whether a page has something to listen to."""
    visit.show(path, PLAIN[0])
    return bool(visit.tab.page.locator("audio").count())
