"""Fewer rounds of layout: "on page 9" is put in before a page is set, where it is known by then.

WeasyPrint 70 takes `target-counter(attr(…), page)` for a counter of the page that it stands on, so it sets each page
with such a link three times: without a number, with it, and once more when the number of all pages is known. With a
link in each section that is half of all its work. Here each link learns the page of its own target, and no more.
This changes the engine's insides, so it holds for the version that the tags were checked against (see `guard`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from copy import deepcopy
from typing import Any

OWN_COUNTERS = ("counter()", "counters()")
TARGET_COUNTERS = ("target-counter()", "target-counters()")

Counters = Mapping[str, list[int]]


@contextmanager
def fewer_rounds() -> Iterator[None]:
    """Lay out what is laid out meanwhile in fewer rounds, to the same pages. One thread at a time."""
    from weasyprint.css.targets import TargetCollector  # type: ignore[import-untyped]
    from weasyprint.layout import page as layout  # type: ignore[import-untyped]

    found, make_page = TargetCollector.cache_target_page_counters, layout.make_page
    rounds = _Rounds(make_page)
    TargetCollector.cache_target_page_counters = lambda targets, *given: rounds.found(targets, *given)
    layout.make_page = rounds.make_page
    try:
        yield
    finally:
        TargetCollector.cache_target_page_counters, layout.make_page = found, make_page


class _Rounds:
    """Which links name the page of which target; `waiting` are those whose page is known but not yet put in."""

    def __init__(self, make: Any) -> None:
        self._make = make
        self._targets: Any = None
        self._links: dict[str, list[Any]] = {}
        self._waiting: list[Any] = []

    def make_page(self, context: Any, *given: Any) -> Any:
        """Set a page. A waiting link without a page has not been laid out yet, and gets its number before it is."""
        self._learn(context.target_collector)
        for link in self._waiting:
            if link.pending and link.page_maker_index is None:
                link.pending = False
                link.parse_again(link.cached_page_counter_values)
        self._waiting.clear()
        return self._make(context, *given)

    def found(self, targets: Any, anchor: str, counters: Counters, index: int, pages: list[Any]) -> None:
        """Take the page on which a target stands; pages that name it and are laid out are set again."""
        item = None if targets.collecting else targets.target_lookup_items.get(anchor)
        if not item or item.state != "up-to-date":
            return
        before, item.page_maker_index = item.cached_page_counter_values, index
        item.cached_page_counter_values = deepcopy(counters)
        for link in self._links.get(anchor, ()):
            wanted = link.missing_target_counters[anchor]
            if all(before.get(name) == counters.get(name) for name in wanted):
                continue
            if link.page_maker_index is None or link.page_maker_index >= len(pages):
                link.pending = True
                self._waiting.append(link)
            else:
                pages[link.page_maker_index][-1]["content_changed"] = True
                link.parse_again(link.cached_page_counter_values)

    def _learn(self, targets: Any) -> None:
        """Before the first page: which links name which targets, from the style of each, not as the engine has it."""
        if targets is self._targets:
            return
        self._targets, self._links, self._waiting = targets, {}, []
        for (box, token), link in targets.counter_lookup_items.items():
            content = box.style["content"] if token == "content" else ()
            if isinstance(content, str) or not link.missing_target_counters:
                continue
            if not any(kind in OWN_COUNTERS for kind, _ in content):
                link.missing_counters = []
            link.missing_target_counters = {}
            for kind, value in content:
                anchor = _anchor(value[0], box.element) if kind in TARGET_COUNTERS else None
                if anchor:
                    link.missing_target_counters.setdefault(anchor, []).append(value[1])
            for anchor in link.missing_target_counters:
                self._links.setdefault(anchor, []).append(link)


def _anchor(token: Any, element: Any) -> str | None:
    """The id that a token of `content` leads to: attr(href), attr(data-target), or a string; None for another file."""
    kind, value = token
    if kind == "attr()":
        name, _, fallback = value
        value = element.get(name, fallback)
    elif kind != "string":
        return value[1] if kind == "url" and value[0] == "internal" else None
    return value[1:] if isinstance(value, str) and value.startswith("#") else None
