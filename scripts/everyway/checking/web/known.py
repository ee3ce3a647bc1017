"""What is known of the pages so far: what other states are compared with, and what need not be looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Known:
    """A page at 1280 pixels, light, with JavaScript.

    `shown` are the lines of its main part as it opens, `words` those with every disclosure open, `links` the address
    and words of every link, `sizes` the text size in pixels by element.
    """

    shown: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    sizes: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Memory:
    """What a tour keeps: pages by their path, and state and kind of every control whose focus was looked at."""

    pages: dict[str, Known] = field(default_factory=dict)
    focused: set[tuple[str, str]] = field(default_factory=set)

    def of(self, path: str) -> Known:
        """What is known of a page; nothing, when it was not looked at in its plainest state."""
        return self.pages.get(path, Known())
